"""English words of the best settlements: what each criterion makes large or small, and how ties are broken."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "best.utilitarian": "No settlement of the zone gives the sides a larger sum of scores.",
    "best.leximin": (
        "The side that has least has as much as it can have; among such settlements the next one has as much as it "
        "can, and so on."
    ),
    "best.nash": (
        "As many sides as can gain together do gain, and the product of their gains over disagreement is the largest."
    ),
    "best.kalai-smorodinsky": (
        "Each side's gain is taken as a share of the most that it could gain in the zone; the smallest share is as "
        "large as it can be, then the next, and so on."
    ),
    "best.minimax-regret": (
        "The side that falls furthest short of its own best settlement of the zone falls short by as little as can be."
    ),
    "best.equal-concessions": (
        "The sides fall short of their own best settlements of the zone as equally as can be, among the settlements "
        "that no other betters for some side without worsening it for another."
    ),
    "best.unproven": (
        "This is the best settlement that was found; whether there is a better one was not settled within the limit "
        "of work."
    ),
    "best.look-longer": "With --criterion {criterion} placet looks longer.",
    "best.ties": (
        "Settlements that are equally good by this criterion are told apart by the sum of the scores, then by the "
        "scores from the least to the largest, then by the scores of the sides in alphabetical order."
    ),
    "best.more": "There are more settlements of this kind than are listed.",
    "best.perhaps-more": "There may be more settlements of this kind than are listed; the work allowed ran out.",
    "best.top": "The best by the yardstick {criterion}, in order",
    "best.top-of-any": "Nobody has said what they would like, so all are equally good; one of them",
    "best.as-good": "As good as the best by the yardstick {criterion}",
    "best.as-good-of-any": "Nobody has said what they would like, so all are equally good",
    "best.number": "Number {number}",
    "best.place": "Place {place}",
    "best.place-shared": "Place {place}, shared",
    "best.place-unproven": (
        "Whether this place is right was not settled within the limit of work: there may be better ones before it."
    ),
    "best.end": "Is that all?",
    "best.top-complete": "Yes. For any other settlement, one of these is at least as good for every side.",
    "best.as-good-complete": "Yes. No other settlement is as good by this yardstick.",
    "best.is-more": "No; a larger --top shows more.",
    "best.is-perhaps-more": "That is not known: the work allowed ran out before everything had been looked at.",
}
