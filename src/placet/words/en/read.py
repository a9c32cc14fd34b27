"""English words for confirming the drafts of a source, and for where sources disagree."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "read.waiting": "Reading {source}.",
    "read.source": "{title}",
    "read.copy": "A copy of its text is kept in {file}.",
    "read.undated": "It states no day, so that words such as “Tuesday” cannot be dated; --dated tells it.",
    "read.nothing": "It holds no statement that could be recognised.",
    "read.found": {
        "one": "It seems to hold one statement.",
        "other": "It seems to hold {count} statements.",
    },
    "read.again": {
        "one": "You have decided about one of them; we go on where you stopped.",
        "other": "You have decided about {count} of them; we go on where you stopped.",
    },
    "read.how": "Nothing enters the record unless you accept it. Write accept, edit, skip, undo, stop or help.",
    "read.help": (
        "accept puts the statement into the record as it is shown. edit changes its parts first. skip leaves it out. "
        "undo takes your last decision back. stop keeps everything for another day: the same command goes on here. "
        "The first letter is enough; q stops."
    ),
    "read.unclear": "Please write accept, edit, skip, undo, stop or help.",
    "read.draft": "Statement {number} of {all}",
    "read.context": "{words}",
    "read.row.quote": "Words",
    "read.row.by": "Said by",
    "read.row.side": "Speaks for",
    "read.row.on": "On",
    "read.row.demand": "Concerns",
    "read.row.stance": "It seems",
    "read.row.event": "Event",
    "read.row.note": "Note",
    "read.words": "“{words}”",
    "read.value": "{value}",
    "read.unknown": "not known",
    "read.no-demand": "no demand of the case; it is kept beside them",
    "read.demand": "{id}: {says}",
    "read.demand-without-stance": "perhaps {id}, but not what it does to it; edit to say so",
    "read.stance.asserts": "to make the demand (asserts)",
    "read.stance.reaffirms": "to hold to the demand (reaffirms)",
    "read.stance.softens": "to ask for less (softens)",
    "read.stance.withdraws": "to give the demand up (withdraws)",
    "read.stance.presumes": "to expect the demand of somebody who has not made it (presumes)",
    "read.alike": "Entry {number} of the record quotes these words from this source already.",
    "read.entered": "It is in the record.",
    "read.not-entered": "It could not enter the record: {why}",
    "read.was-there": "The record holds it already.",
    "read.undone": "Your last decision is taken back.",
    "read.not-undone": "{why}",
    "read.nothing-to-undo": "There is no decision to take back.",
    "read.stopped": {
        "one": "Your decisions are kept. One statement is left; the same command goes on with it.",
        "other": "Your decisions are kept. {count} statements are left; the same command goes on with them.",
    },
    "read.all-decided": "You have decided about every statement. Press Enter to finish, or write undo.",
    "read.accepted": {
        "one": "You have accepted one statement",
        "other": "You have accepted {count} statements",
    },
    "read.skipped": {"one": "and skipped one.", "other": "and skipped {count}."},
    "read.then": "To see them in the record: placet record {folder} --check",
    "read.stops": "The source has “{found}” but then “{instead}”, not “{missing}”. Edit the words first.",
    "read.not-there": "The source does not have the words “{missing}”. Edit them first.",
    # Editing.
    "read.edit.how": "Press Enter to leave a part as it is shown in brackets, or write - to leave it out.",
    "read.edit.by": "Who said it?",
    "read.edit.on": "On which day? Write it as 2013-05-08, 2013-05, 2013 or [..2013-05-09].",
    "read.edit.demand": "Which of these demands does it concern? Write the word before the colon.",
    "read.edit.stance": "What does it do to that demand? Write one of these words: {names}.",
    "read.edit.event": (
        "Does it tell of an event of which other sources tell too? Give the event a short name in small letters, the "
        "same for every source, such as first-meeting."
    ),
    "read.edit.quote": "The words, exactly as the source has them; [...] joins pieces.",
    "read.edit.note": "A note for whoever reads the record.",
    "read.edit.unclear": "That cannot be used: {why}.",
    # Where sources disagree.
    "read.event.date": "“{words}” is another date than {sources} gives: {known}.",
    "read.event.figure": "“{words}” has other figures than {sources}: {known}.",
    "read.event.same": "It tells of “{event}”, of which {sources} tells too.",
    "read.event.words": "Other words of the same speaker on the same day stand in {sources}: “{quote}”.",
    "read.event.words.unnamed": (
        "Other words of the same speaker on the same day stand in {sources}: “{quote}”. To see both side by side, give "
        "entry {number} of the record this event too."
    ),
}
