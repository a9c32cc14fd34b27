"""English words for the answers of the zone: who could it be, why nobody, and what it would take."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "zone.title": "{title}, on {day}",
    "zone.title-undated": "{title}",
    # How many.
    "zone.about": "about {number}",
    "zone.million": "{number} million",
    "zone.power": "{number} × 10^{exponent}",
    "zone.settlements": {"one": "one settlement", "other": "{number} settlements"},
    "zone.settlements-at-least": {"one": "at least one settlement", "other": "at least {number} settlements"},
    "zone.no-settlement": "no settlement at all",
    # The verdict.
    "zone.yes": {
        "one": "Yes. There is exactly one settlement that all sides can accept.",
        "other": "Yes. There are {number} settlements that all sides can accept.",
    },
    "zone.yes-at-least": {
        "one": "Yes. There is at least one settlement that all sides can accept.",
        "other": "Yes. There are at least {number} settlements that all sides can accept.",
    },
    "zone.in-full": "In full: {number}.",
    "zone.no": "No. There is no settlement that all sides can accept.",
    "zone.not-for-certain": (
        "Not for certain. Counting only what is certain, all sides could accept {settlements}; but something that is "
        "only expected, or that the record does not settle, may stand in the way."
    ),
    "zone.unrefuted": {
        "one": "At one point this rests on a solver's word that there is no such settlement, for a proof would be too "
        "long to check; there may be one after all.",
        "other": "At {count} points this rests on a solver's word that there is no such settlement, for a proof would "
        "be too long to check; there may be one after all.",
    },
    "zone.no-impossible": "No. Whatever the sides give up, these cannot all be kept:",
    # One settlement.
    "zone.best": "One of them:",
    "zone.best-only": "It is this one:",
    "zone.best-by": "One of them, {criterion}:",
    "zone.best-others": {
        "one": "Another idea of fairness chooses another one; --criterion {names} shows it.",
        "other": "Other ideas of fairness choose others; --criterion shows them: {names}.",
    },
    "zone.row": "{name}: {entries}",
    "zone.alone": "{what}",
    "zone.nobody": "nobody",
    "zone.score": "{side} {score}",
    "zone.scores": "What it is worth to each side: {scores}.",
    "zone.criterion.utilitarian": "with the largest sum of what it is worth to the sides",
    "zone.criterion.leximin": "the best for whichever side does worst",
    "zone.criterion.nash": "with the largest product of what the sides gain (Nash)",
    "zone.criterion.kalai-smorodinsky": "with the most equal shares of what each side could gain (Kalai-Smorodinsky)",
    "zone.criterion.minimax-regret": "where the side that falls furthest short of its best falls short least",
    "zone.criterion.equal-concessions": "where all sides fall short of their best as equally as can be",
    # Who is out.
    "zone.excluded": "Who is out of every post",
    "zone.refuses": "{side} will not accept {names} in any post",
    "zone.short-of-votes": "{names} have not the votes needed from {side}",
    "zone.votes-unsettled": "The record does not settle whether {names} have the votes needed from {side}",
    "zone.excluded-all": "{demand}: {names}",
    "zone.more-exclusions": {
        "one": "One more line is left out; --json has all.",
        "other": "{count} more lines are left out; --json has all.",
    },
    # Why nobody.
    "zone.why": "Why",
    "zone.conflict": {
        "one": "This cannot be met:",
        "other": "These cannot all be met:",
    },
    "zone.shortage": {
        "one": "{posts} need {seats}, but only one person is left{left}: {names}.{because}",
        "other": "{posts} need {seats}, but only {count} people are left{left}: {names}.{because}",
    },
    "zone.shortage-one-post": {
        "one": "{posts} needs {seats}, but only one person is left{left}: {names}.{because}",
        "other": "{posts} needs {seats}, but only {count} people are left{left}: {names}.{because}",
    },
    "zone.shortage-nobody": "Every candidate for {posts} is kept out by somebody. That is because:",
    "zone.quota-shortage": {
        "one": "A quota asks for at least {needed} in {posts}, but only one person whom it means is left: {names}. "
        "That is because:",
        "other": "A quota asks for at least {needed} in {posts}, but only {count} people whom it means are left: "
        "{names}. That is because:",
    },
    "zone.quota-shortage-nobody": "A quota asks for at least {needed} in {posts}, but nobody whom it means is left. "
    "That is because:",
    "zone.cap-shortage": {
        "one": "{posts} need {seats}, but of those who are left no more than one may sit there. That is because:",
        "other": "{posts} need {seats}, but of those who are left no more than {count} may sit there. That is because:",
    },
    "zone.cap-shortage-one-post": {
        "one": "{posts} needs {seats}, but of those who are left no more than one may sit there. That is because:",
        "other": "{posts} needs {seats}, but of those who are left no more than {count} may sit there. "
        "That is because:",
    },
    "zone.nobody-eligible": "Nobody is eligible for {posts}.",
    "zone.shortage-left": " whom nobody keeps out",
    "zone.shortage-because": " That is because:",
    "zone.no-too-few": "No. Whatever the sides give up, too few people are eligible.",
    "zone.people": {"one": "one person", "other": "{count} people"},
    "zone.others": {"one": "one other", "other": "{count} others"},
    "zone.given-rule": "the rule: {rule}",
    "zone.given-red-line": "never to be given up: {demand}",
    "zone.instead": "{demand} (or, to the same effect: {others})",
    "zone.more-conflicts": {
        "one": "There is one more reason; --limit shows more.",
        "other": "There are {count} more reasons; --limit shows more.",
    },
    "zone.limited-conflicts": "There are more reasons; a larger --limit shows them.",
    "zone.not-all-conflicts": "There are more reasons than have been looked for.",
    "zone.no-conflicts": "No demands stand against each other: there is a settlement that all sides can accept.",
    # What it would take.
    "zone.ways-out": "The smallest ways out",
    "zone.give-up": {
        "one": "{sides} would give up this{cost}{opens}:",
        "other": "{sides} would give up these{cost}{opens}:",
    },
    "zone.give-up-one-side": {
        "one": "{sides} would give up this{cost}{opens}:",
        "other": "{sides} would give up these {count} demands{cost}{opens}:",
    },
    "zone.give-up-cost": ", at a cost of {cost}",
    "zone.give-up-cost-shared": ", at a cost of {cost} ({shares})",
    "zone.give-up-share": "{side} {cost}",
    "zone.give-up-opens": "; that opens {settlements}",
    "zone.empty": "",
    "zone.more-concessions": {
        "one": "There is one more way out; --limit shows more.",
        "other": "There are {count} more ways out; --limit shows more.",
    },
    "zone.limited-concessions": "There are more ways out; a larger --limit shows them.",
    "zone.not-all-concessions": "There are more ways out than have been looked for.",
    "zone.no-concessions": "Nothing has to be given up: there is a settlement that all sides can accept.",
    # What is only expected, or not certain.
    "zone.presumed": "What is only expected",
    "zone.undetermined": "What is not certain",
    "zone.undetermined-demand": {
        "one": "Whether this still holds cannot be told from the record:",
        "other": "Whether these still hold cannot be told from the record:",
    },
    "zone.without-presumed": "Counting only what has been said, all sides could accept {settlements}.",
    "zone.without-undetermined": "Counting only what is certain, all sides could accept {settlements}.",
    # Sides that only speak.
    "zone.if-bound": "If those who only speak could refuse",
    "zone.if-one-bound": "If {side} had to consent too, all sides could accept {settlements}.",
    "zone.if-one-bound-same": {
        "one": "If {sides} had to consent too, it would be the same.",
        "other": "If any of {sides} had to consent too, it would be the same.",
    },
    # Steps and what is open.
    "zone.roadmap": "What must happen next",
    "zone.demand-since": "{demand} ({since})",
    "zone.left-open": "What the case leaves open",
    # One slate.
    "zone.check-passes": "Nobody objects: this slate keeps every rule and meets every demand.",
    "zone.check-fails": {
        "one": "There is one objection to this slate.",
        "other": "There are {count} objections to this slate.",
    },
    "zone.check-breaks": {
        "one": "It breaks a rule that nobody may waive:",
        "other": "It breaks rules that nobody may waive:",
    },
    "zone.check-unopposed": "No demand stands against it.",
    "zone.check-misfits": "This is no settlement yet:",
    "zone.check-mend": "Who objects is told once people who may hold them fill all seats, and all terms are chosen.",
    "zone.misfit.seats": {
        "one": "{post} has one seat, and {seated} in this slate",
        "other": "{post} has {count} seats, and {seated} in this slate",
    },
    "zone.misfit.seats-range": {
        "one": "{post} has {fewest} to {count} seats, and {seated} in this slate",
        "other": "{post} has {fewest} to {count} seats, and {seated} in this slate",
    },
    "zone.misfit.not-eligible": "{name} may not sit as {post}",
    "zone.misfit.twice": "{name} sits more than once",
    "zone.misfit.term": "nothing is chosen for “{term}”",
    "zone.objects": "Objections of {side}:",
    "zone.objects-without-consent": "{side} would object, though without a say over names:",
    "zone.evidence": "{on}, {by}: “{quote}”",
    "zone.evidence-votes": "{on}, {by}: {votes}",
    "zone.evidence-unquoted": "{on}, {by}",
    # Two days.
    "zone.compare": "{title}: from {before} to {after}",
    "zone.changed": "What changed",
    "zone.nothing-changed": "No demand changed.",
    "zone.undated": "At no stated date",
    "zone.somebody": "somebody",
    "zone.who-could-it-be": "Who could be appointed",
    "zone.same-zone": "It is the same before and after: all sides could accept {settlements}.",
    "zone.counted-as-if-held": (
        "What is only expected, or left unsettled by the record, counts here as if it were demanded."
    ),
    "zone.other-zone": "Before, all sides could accept {before}; now, {after}.",
    "zone.never-consented": {
        "one": "{sides} never held consent, so nothing said by that side could change this.",
        "other": "None of these ever held consent, so nothing that they said could change this: {sides}.",
    },
    "zone.kept-out-said": "Who is out of every post, by what has been said aloud",
    "zone.kept-out-expected": "Who else is out, with what is only expected",
    "zone.would-keep-out": "Had {side} held consent, that demand would keep {names} out now.",
    "zone.would-keep-out-already": "Had {side} held consent, that demand would have kept {names} out already.",
    "zone.quoted": "“{title}”",
    "zone.steps": "The steps",
    "zone.step.done": "“{step}” is done, as before.",
    "zone.step.done-since": "“{step}” has been done.",
    "zone.step.open": "“{step}” is open, as before.",
    "zone.step.unblocked": "“{step}” was blocked, and is open now: nothing on record stands in its way.",
    "zone.step.opened": "“{step}” is open now: what it waited for is done.",
    "zone.step.still-blocked": "“{step}” is still blocked: {demands}.",
    "zone.step.closed": "“{step}” was open, and is blocked now: {demands}.",
    "zone.step.blocked": "“{step}” is blocked: {demands}.",
    "zone.step.waits": "“{step}” waits for {needs}.",
}
