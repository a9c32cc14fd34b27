"""English words of the sheets and result sheets: what a spreadsheet hides, and how a result is laid out."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "sheets.hidden-worksheet": "{file} has a hidden worksheet, {name}, which was not read.",
    "sheets.hidden-rows": {
        "one": "Line {rows} of {file} is hidden in the spreadsheet; it was read, and counts.",
        "other": "Lines {rows} of {file} are hidden in the spreadsheet; they were read, and count.",
    },
    "sheets.hidden-columns": {
        "one": "Column {columns} of {file} is hidden in the spreadsheet; it was read, and counts.",
        "other": "Columns {columns} of {file} are hidden in the spreadsheet; they were read, and count.",
    },
    # What came of a name.
    "sheets.came.struck": "Struck by {parties}.",
    "sheets.came.seated": "Appointed, for the seat {seat}.",
    "sheets.came.appointed": "Appointed.",
    "sheets.came.declined": "Declined.",
    "sheets.came.draw": "In the draw, with probability {chance}.",
    "sheets.came.left": "Not appointed.",
    # The result sheet on the page.
    "sheets.page.list": "The list {name}: combined rank, and what each party wrote",
    "sheets.page.only-list": "The list: combined rank, and what each party wrote",
    "sheets.page.mark": "{who} {mark}",
    "sheets.page.sums": "; {sides}",
    "sheets.page.combined": "{combined} ({marks}{sums}). {came}",
    "sheets.page.uncombined": "{came} ({marks})",
    "sheets.page.how": "How the name for {post} came out",
    "sheets.page.decided-for": "What decided for {post}",
    "sheets.page.waiting": "These posts wait until then: {posts}.",
    "sheets.page.decided": "What decided",
    "sheets.page.all-steps": (
        "--steps tells all {count} steps one by one, and --result FILE.xlsx or FILE.csv keeps them."
    ),
    # The result sheet as a file.
    "sheets.table.result": "Result",
    "sheets.table.names": "Names",
    "sheets.table.steps": "Steps",
    "sheets.column.procedure": "Procedure",
    "sheets.column.rule": "Rule",
    "sheets.column.outcome": "Outcome",
    "sheets.column.set": "Set by the sides",
    "sheets.column.list": "List",
    "sheets.column.name": "Name",
    "sheets.column.side": "{side} together",
    "sheets.column.combined": "Combined rank",
    "sheets.column.came": "What came",
    "sheets.column.step": "Step",
    "sheets.column.happened": "What happened",
    # Rules in plain words.
    "sheets.value.actor-unit.party": "Each party by itself.",
    "sheets.value.actor-unit.side": "Each side.",
    "sheets.value.ranks.none": "Nobody is ranked.",
    "sheets.value.ranks.all": "Each ranks every name, 1 for the first choice.",
    "sheets.value.ranks.survivors": "Each ranks the names that it does not strike, 1 for the first choice.",
    "sheets.value.order.at-once": "All at once, without seeing what the others hand in.",
    "sheets.value.order.alternate": "By turns, one name at a time.",
    "sheets.value.seats.1": "One is appointed.",
    "sheets.value.strikes.none": "Nobody is struck.",
    "sheets.list.unstated": "{name}: {size} names, {seats} to be appointed; how many may be struck is not stated",
    "sheets.survivors.caps": {
        "one": "Of {size} names one is sure to stay, with these strikes: {caps}.",
        "other": "Of {size} names {left} are sure to stay, with these strikes: {caps}.",
    },
    "sheets.survivors.by-turns": "They strike by turns until this many are left: {left}.",
    # A blank sheet.
    "sheets.blank": {
        "one": "{file} is a blank sheet with {count} name. Each party saves it under its own name, such as union.xlsx.",
        "other": (
            "{file} is a blank sheet with {count} names. Each party saves it under its own name, such as union.xlsx."
        ),
    },
    # Inside a case.
    "sheets.outside.unknown": "The case has no candidate {names}.",
    "sheets.outside.ineligible": {
        "one": "{names} is not eligible for {posts}.",
        "other": "{names} are not all eligible for {posts}.",
    },
    "sheets.outside.breaks": "With {names} as {posts} nobody could keep this: {rules}.",
    "sheets.outside.together": "With {names} together nobody could keep this: {rules}.",
}
