"""English words of the command line itself."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "cli.waiting": "Looking for settlements. Ctrl-C stops and shows what is known.",
    "cli.found-so-far": "Found so far: {conflicts} reasons, {concessions} ways out. Ctrl-C stops and shows them.",
    "cli.interrupted": "Interrupted; this much is known.",
    "cli.view-written": "What {side} may have is written to {folder}.",
    "cli.view-withheld": {
        "one": "It leaves out one demand that {side} may not see, and what the others keep to themselves.",
        "other": "It leaves out {count} demands that {side} may not see, and what the others keep to themselves.",
    },
    "cli.view-nothing-withheld": "It leaves out no demand; costs, preferences and notes of the others are left out.",
    # The record.
    "cli.record.empty": "Nobody has made a demand.",
    "cli.record.side": "{side}",
    "cli.record.speaker": "{side} (speaks, but holds no consent)",
    "cli.record.beside": "Said besides, and part of no demand",
    "cli.record.voiced": "Presumed, though it had been said",
    "cli.record.disagreements": "Where sources disagree",
    "cli.record.quotations": "Quotations",
    "cli.statement": "{on}: {by} {stance} this{quote}{source}",
    "cli.statement.beside": "{on}: {by}{quote}{source}",
    "cli.statement.votes": "{on}: {votes}{source}",
    "cli.statement.untold": "{on}: a count of votes that does not tell{source}",
    "cli.statement.undated": "At no stated date",
    "cli.statement.somebody": "somebody",
    "cli.statement.quote": ": “{quote}”",
    "cli.statement.source": " ({source})",
    "cli.stance.asserts": "asserts",
    "cli.stance.reaffirms": "reaffirms",
    "cli.stance.softens": "softens",
    "cli.stance.withdraws": "withdraws",
    "cli.stance.presumes": "presumes",
    "cli.two": "{first} {second}",
    "cli.no-words": "There are no sentences in “{lang}” yet; names are shown in it where the case has them.",
}
