"""English words for writing a case by answering questions."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "new.welcome": (
        "I will ask about the case, one question at a time. Press Enter to take the answer in brackets, or to say that "
        "there are no more. Write help if a question is not clear, back to change the last answer, stop to go on "
        "another day. Every answer is kept as soon as you have given it."
    ),
    "new.again": {
        "one": "Welcome back. Your answer is still here; we go on where you stopped.",
        "other": "Welcome back. Your {count} answers are still here; we go on where you stopped.",
    },
    "new.unused": {
        "one": "One answer that was kept no longer fits its question, so I ask again; it stays in {path}.",
        "other": "{count} answers that were kept no longer fit their questions, so I ask again; they stay in {path}.",
    },
    "new.first-question": "This is the first question; there is nothing to go back to.",
    "new.stopped": {
        "one": "Your answer is kept. To go on: placet new {folder}",
        "other": "Your {count} answers are kept. To go on: placet new {folder}",
    },
    "new.stopped-at-once": "Nothing has been written.",
    "new.written": "The case is written: {path}",
    "new.then": "Now ask who could be appointed: placet solve {folder}",
    "new.later": (
        "To add what was said, from an article or a speech: placet read SOURCE {folder}. To change anything else, open "
        "the file in any editor; every verb checks it."
    ),
    "new.literally": "(To answer with one of the words help, back or stop, write it in quotation marks.)",
    # What is asked.
    "new.title": "What is to be filled? Give it a title.",
    "new.title.help": "For example: A transitional government, or The arbitrators in the harbour case.",
    "new.side.first": "Who must agree? Name the first side.",
    "new.side.next": "Name another side, or press Enter if there is none.",
    "new.side.help": (
        "A side is a party at the table: a government, a company, a faction. Name those who may refuse people, and "
        "those who only speak."
    ),
    "new.side.consent": "Must {name} agree to everybody who is appointed?",
    "new.side.consent.help": (
        "Yes: when {name} refuses somebody, that person is out. No: {name} speaks, convenes or observes, but its "
        "refusal binds nobody."
    ),
    "new.post.first": "Which post is to be filled? Name the first.",
    "new.post.next": "Name another post, or press Enter if there is none.",
    "new.post.help": "A post is an office, such as President, Member of the board or Arbitrator; it may have seats.",
    "new.post.seats": "How many people sit as {name}?",
    "new.post.seats.help": "Write a number, such as 3, or the least and the most, such as 1-10.",
    "new.group.first": "Do the candidates belong to groups, such as parties or regions? Name one, or press Enter.",
    "new.group.next": "Name another group, or press Enter if there is none.",
    "new.group.help": "A side can refuse a whole group at once, and a rule can give a group a number of seats.",
    "new.candidate.first": "Who could be appointed? Name the first person.",
    "new.candidate.next": "Name another person, or press Enter if there is none.",
    "new.candidate.help": "One name for each answer. You may paste a list with one name on each line.",
    "new.candidate.groups": "To which groups does {name} belong? Press Enter for none.",
    "new.candidate.groups.help": "The groups are: {names}. Write one or more, with commas between them.",
    "new.rule.first": "Must a group hold a least or a most number of seats? Name the group, or press Enter.",
    "new.rule.next": "Name another group with such a rule, or press Enter if there is none.",
    "new.rule.help": "This is for rules that no side may waive. The groups are: {names}.",
    "new.rule.bound": "What is the rule for {name}?",
    "new.rule.bound.help": "Write for example: at least 3, at most 2, or at least 30% (of the seats that are filled).",
    "new.term.first": "Must anything else be agreed, such as the length of office? Name it, or press Enter.",
    "new.term.next": "Name another thing to be agreed, or press Enter if there is none.",
    "new.term.help": "Something with a few possible answers, on which the sides must settle together with the names.",
    "new.option.first": "What could be agreed about {name}? Name the first possibility.",
    "new.option.second": "Name a second possibility for {name}.",
    "new.option.next": "Name another possibility for {name}, or press Enter if there is none.",
    "new.option.help": "Name at least two possibilities, one for each answer, such as: six months.",
    "new.refusal.first": "Whom will {name} refuse? Name a person or a group, or press Enter for nobody.",
    "new.refusal.next": "Whom else will {name} refuse? Press Enter if there is nobody.",
    "new.refusal.first-without-consent": (
        "Whom would {name} rule out, though its refusal binds nobody? Name a person or a group, or press Enter."
    ),
    "new.refusal.next-without-consent": "Whom else would {name} rule out? Press Enter if there is nobody.",
    "new.refusal.help": "Write a name, or enough of it to be clear. The names are: {names}.",
    "new.refusal.posts": "For which posts is that, with {name}? Press Enter for all.",
    "new.refusal.posts.help": "The posts are: {names}. Write one or more, with commas between them.",
    "new.refusal.firmness": "How firm is that? Write 1 for said, 2 for never given up, 3 for only expected.",
    "new.refusal.firmness.help": (
        "1, said: {name} said so and might give it up for something. 2, never: {name} will not give it up whatever "
        "happens. 3, expected: nobody has said so, but you think that {name} will refuse."
    ),
    "new.refusal.odds": "How likely do you think it is that {name} will refuse, from 0 to 100 percent?",
    "new.refusal.odds.help": "A guess will do. It is marked as a guess in the case, for everybody to see.",
    "new.write": "Shall I write the case?",
    "new.write.help": "Yes writes the file. To change something first, write back until you are at that question.",
    # What was not understood.
    "new.unclear.empty": "There must be an answer here. Write help if the question is not clear.",
    "new.unclear.control": "That holds a sign that cannot be printed. Please write it again.",
    "new.unclear.taken": "{name} has been named already.",
    "new.unclear.yes-or-no": "Please write yes or no; “{found}” is neither.",
    "new.unclear.several": "“{found}” could be {names}. Write a little more of the name.",
    "new.unclear.nearest": "There is no “{found}” in the list. Did you mean {name}?",
    "new.unclear.unknown": "There is no “{found}” in the list. Write help to see it.",
    "new.unclear.seats": "“{found}” is no number of seats. Write a number such as 3, or a range such as 1-10.",
    "new.unclear.bound": "Write it as: at least 3, at most 2, or at least 30%.",
    "new.unclear.percent": "“{found}” is no number from 0 to 100.",
    "new.unclear.not-yet": "Then write back to change an answer, or stop to keep everything for another day.",
    # What was told, read back.
    "new.preview": "This is the case: {title}.",
    "new.preview.consent": {"one": "{names} must agree.", "other": "{names} must all agree."},
    "new.preview.no-consent": {
        "one": "{names} speaks, but its refusals bind nobody.",
        "other": "{names} speak, but their refusals bind nobody.",
    },
    "new.preview.post": {"one": "{name}: one seat.", "other": "{name}: {count} seats."},
    "new.preview.post-range": {
        "one": "{name}: {fewest} to {count} seats.",
        "other": "{name}: {fewest} to {count} seats.",
    },
    "new.preview.candidates": {"one": "One candidate: {names}.", "other": "{count} candidates: {names}."},
    "new.preview.groups": {"one": "One group: {names}.", "other": "{count} groups: {names}."},
    "new.preview.more": {"one": "one more", "other": "{count} more"},
    "new.preview.at-least": "At least {amount} for {name}.",
    "new.preview.at-most": "At most {amount} for {name}.",
    "new.preview.seats": {"one": "one seat", "other": "{count} seats"},
    "new.preview.share": "{percent}% of the seats",
    "new.preview.term": "{name} is one of {options}.",
    "new.preview.in": "as {names}",
    "new.preview.everywhere": "in any post",
    "new.preview.refuses": "{side} will not accept {name} {where}.",
    "new.preview.never": "{side} will not accept {name} {where}, and will never give that up.",
    "new.preview.expected": "It is only expected that {side} will refuse {name} {where} ({percent}% likely, a guess).",
    "new.preview.no-refusals": "Nobody refuses anybody.",
}
