"""English words for the record: demands, how they stand, dates, quotations, the road map."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    # Dates.
    "record.date.day": "{day} {month} {year}",
    "record.date.month": "{month} {year}",
    "record.date.year": "{year}",
    "record.date.or-earlier": "{date} or earlier",
    "record.date.or-later": "{date} or later",
    "record.date.between": "some day between {first} and {last}",
    "record.date.unknown": "on a day that is not known",
    "record.date.always": "always",
    "record.month.1": "January",
    "record.month.2": "February",
    "record.month.3": "March",
    "record.month.4": "April",
    "record.month.5": "May",
    "record.month.6": "June",
    "record.month.7": "July",
    "record.month.8": "August",
    "record.month.9": "September",
    "record.month.10": "October",
    "record.month.11": "November",
    "record.month.12": "December",
    # Who is meant.
    "record.just": "{part}",
    "record.or": "{first} or {second}",
    "record.or.more": "{first}, {second}",
    "record.both": "{first}, and {second}",
    "record.who.name": "{name}",
    "record.who.anybody.group": "anybody from “{group}”",
    "record.who.people.group": "people from “{group}”",
    "record.who.anybody.trait": "anybody whose {key} is {value}",
    "record.who.people.trait": "people whose {key} is {value}",
    "record.who.anybody.is": "anybody marked “{key}”",
    "record.who.people.is": "people marked “{key}”",
    "record.who.anybody.is-not": "anybody marked not “{key}”",
    "record.who.people.is-not": "people marked not “{key}”",
    "record.who.anybody.all": "anybody who is all of these at once: {parts}",
    "record.who.people.all": "people who are all of these at once: {parts}",
    "record.who.anybody.except": "anybody except {part}",
    "record.who.people.except": "people other than {part}",
    # Where.
    "record.in-any-post": "in any post",
    "record.as-posts": "as {posts}",
    "record.of-all-posts": "",
    "record.of-posts": " as {posts}",
    # What a form requires, as a clause after "that".
    "record.form.excludes": "no seat{where} goes to {who}",
    "record.form.exactly": {
        "one": "exactly one seat{where} goes to {who}",
        "other": "exactly {count} seats{where} go to {who}",
    },
    "record.form.at-least": {
        "one": "at least one seat{where} goes to {who}",
        "other": "at least {count} seats{where} go to {who}",
    },
    "record.form.at-most": {
        "one": "at most one seat{where} goes to {who}",
        "other": "at most {count} seats{where} go to {who}",
    },
    "record.form.between": "between {low} and {high} seats{where} go to {who}",
    "record.form.at-least.share": "at least {percent} % of the seats filled{where} go to {who}",
    "record.form.at-most.share": "at most {percent} % of the seats filled{where} go to {who}",
    "record.form.pair-apart": "{people} do not both sit{where}",
    "record.form.apart": "at most one of {people} has a seat{where}",
    "record.form.together": "{people} have seats{where} together or not at all",
    "record.form.equal": "the same number of seats{where} goes to each of these: {parts}",
    "record.form.nearly-equal": {
        "one": "the numbers of seats{where} differ by at most one between these: {parts}",
        "other": "the numbers of seats{where} differ by at most {count} between these: {parts}",
    },
    "record.form.total.exactly": "“{trait}” adds up to exactly {sum} over the seats{where}",
    "record.form.total.at-least": "“{trait}” adds up to at least {sum} over the seats{where}",
    "record.form.total.at-most": "“{trait}” adds up to at most {sum} over the seats{where}",
    "record.form.chooses": "“{term}” is settled as “{option}”",
    "record.form.if": "if {when}, then {then}",
    # How a demand stands. What is only presumed is expected, and never put in anybody's mouth.
    "record.stands.refuses": "{side} will not accept {who} {where}",
    "record.stands.votes": {
        "one": "{who} is one vote short of the {needs} needed from {side}",
        "other": "{who} is {count} votes short of the {needs} needed from {side}",
    },
    "record.stands.insists": "It is a demand of {side} that {what}",
    "record.stands.blocks": "{side} will not have “{step}” before “{until}”",
    "record.fallen.refuses": "No longer refused by {side}: {who} {where}",
    "record.votes": "{parts}",
    "record.votes.for": {"one": "one for", "other": "{count} for"},
    "record.votes.against": {"one": "one against", "other": "{count} against"},
    "record.votes.silent": {"one": "one silent", "other": "{count} silent"},
    "record.fallen.votes": "{who} has the {needs} votes needed from {side}",
    "record.fallen.insists": "It is no longer a demand of {side} that {what}",
    "record.fallen.blocks": "It is no longer a demand of {side} that “{step}” must wait for “{until}”",
    "record.unvoiced.refuses": "{side} had not yet refused {who} {where}",
    "record.unvoiced.insists": "{side} had not yet insisted that {what}",
    "record.unvoiced.blocks": "{side} had not yet made “{step}” wait for “{until}”",
    "record.presumed.refuses": "It is expected that {side} would refuse {who} {where}, but nothing on record says so",
    "record.presumed.insists": "It is expected that {side} would insist that {what}, but nothing on record says so",
    "record.presumed.blocks": (
        "It is expected that {side} would not have “{step}” before “{until}”, but nothing on record says so"
    ),
    "record.undetermined.refuses": "The record does not settle whether {side} would accept {who} {where}",
    "record.undetermined.votes": "The record does not settle whether {who} has the {needs} votes needed from {side}",
    "record.undetermined.insists": "The record does not settle whether {side} would insist that {what}",
    "record.undetermined.blocks": "The record does not settle whether {side} would have “{step}” before “{until}”",
    "record.since.date": "since {date}",
    "record.since.always": "from before the first statement on record",
    # The account.
    "record.sentence": "{what}.",
    "record.sentence.since": "{what}, {since}.",
    "record.open-to-discussion": "This has since been softened by {side}, and left open to discussion.",
    "record.assumption": "The case assumes: {assumption}",
    "record.presumed-but-voiced": (
        "What {presumer} presumed, dated {presumed}, had been said by then: by {speaker}, {voiced}. {what}."
    ),
    "record.unnamed-source": "a source that is not named",
    "record.unchecked": {
        "one": "One quotation has not been held against its source.",
        "other": "{count} of {all} quotations have not been held against their sources.",
    },
    "record.all-checked": {
        "one": "The one quotation stands word for word in its source.",
        "other": "All {count} quotations stand word for word in their sources.",
    },
    "record.all-looked-at": {
        "one": "The one quotation was held against its source.",
        "other": "All {count} quotations were held against their sources; all others stand there word for word.",
    },
    # Sources that disagree.
    "record.disagreement.date": "Sources disagree about the date of “{event}”: {parts}.",
    "record.disagreement.figure": "Sources disagree about the figures of “{event}”: {parts}.",
    "record.disagreement.part": "{value} ({sources})",
    # Quotations held against their sources.
    "record.quotation.word-for-word": "Entry {number}: the quotation stands word for word in {file}.",
    "record.quotation.not-there": "Entry {number}: the quotation does not stand word for word in {file}.",
    "record.quotation.other-bytes": (
        "Entry {number}: {file} is not the file that was cited: its SHA-256 sum is another one."
    ),
    "record.quotation.no-source": "Entry {number}: the quotation names no source of the case.",
    "record.quotation.no-file": "Entry {number}: the text of “{source}” is not here, so the quotation is unchecked.",
    "record.quotation.not-text": (
        "Entry {number}: {file} is not plain text in UTF-8, so the quotation is unchecked. Only plain text is compared."
    ),
    "record.quotation.too-large": "Entry {number}: {file} is too large to be read, so the quotation is unchecked.",
    "record.quotation.nothing": "Not even its first word stands there at that place: “{missing}”.",
    "record.quotation.stops": (
        "They agree up to “{found}”. Then the quotation has “{missing}” and the text has “{instead}”."
    ),
    "record.quotation.text-ends": "They agree up to “{found}”. There the text ends; the quotation goes on “{missing}”.",
    # The road map.
    "record.quoted": "“{title}”",
    "record.step.done": "“{step}” is done.",
    "record.step.open": "“{step}” is open: nothing on record stands in its way.",
    "record.step.needs": "“{step}” waits for {needs}.",
    "record.step.blocked": "“{step}” is blocked: {what}.",
    "record.step.blocked.since": "“{step}” is blocked: {what}, {since}.",
    "record.circle": (
        "{steps} wait for each other, so none of them can come first. They go forward only together, in one joint "
        "move, or when a side lets go of what it waits for: {sides}."
    ),
    "record.circle.own": "“{step}” waits for itself, and goes forward only when a side lets go: {sides}.",
    # What is left open.
    "record.left-open.term": "Nobody has spoken on “{term}”.",
    "record.left-open.post": "Nobody has said anything about the post of {post} in particular.",
    "record.left-open.name": "Whether {name} may have a seat is left open: {reasons}.",
    "record.left-open.name.no-consent": "{what}, though it holds no veto",
    # What changed.
    "record.change": "{what}.",
    "record.change.since": "{what}, {since}.",
    "record.change.by": "{speaker}, {date}: “{quote}”",
    "record.change.by-unquoted": "{speaker}, {date}",
}
