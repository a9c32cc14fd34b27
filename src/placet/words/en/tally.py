"""English words for the tally of ballots."""

from placet.words.say import Words

WORDS: dict[str, Words] = {
    "tally.voters": {"one": "One voter", "other": "{count} voters"},
    "tally.first-places": {"one": "one first place, {points}", "other": "{count} first places, {points}"},
    "tally.borda": {"one": "one Borda point", "other": "{count} Borda points"},
    "tally.approvals": {"one": "one approval, {vetoes}", "other": "{count} approvals, {vetoes}"},
    "tally.nothing": "on no ballot",
}
