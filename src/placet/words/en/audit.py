"""What checking a bundle says."""

from collections.abc import Mapping

WORDS: dict[str, str | Mapping[str, str]] = {
    "audit.wrong": "This does not hold: {what}.",
    "audit.entries": {
        "one": "The one entry shown is the one whose hash is in the log.",
        "other": "All {count} entries shown are the ones whose hashes are in the log.",
    },
    "audit.entries.missing": "Entry {place} is not there, though a full bundle has every entry.",
    "audit.entries.changed": "Entry {place} is not the one whose hash is in the log: it was changed.",
    "audit.tree": {
        "one": "The signed checkpoint is of this log.",
        "other": "All {count} signed checkpoints are of this one log, which only grew.",
    },
    "audit.tree.size": "The checkpoint for size {size} is for another size, or for more entries than there are.",
    "audit.tree.fork": "The checkpoint signed for size {size} is of another log: two histories were shown.",
    "audit.tree.unsigned": "Nobody signed the log at its present size of {size}.",
    "audit.checkpoints": "{keeper} signed every checkpoint, and no cosignature is false.",
    "audit.checkpoints.unsigned": "The checkpoint for size {size} is not signed by {keeper}.",
    "audit.checkpoints.other": "The checkpoint for size {size} is of another round.",
    "audit.course": {
        "one": "The one entry opens the round.",
        "other": "Each of the {count} entries may follow the one before it, by the rules of the round.",
    },
    "audit.course.wrong": "Entry {place} may not stand where it stands: {what}.",
    "audit.closing": "The log was signed when the round was closed, at size {size}; sheets below that count.",
    "audit.closing.open": "The round is not closed.",
    "audit.closing.unsigned": "Nobody signed the log when the round was closed, at size {size}.",
    "audit.outcome": {
        "one": "The one sheet was opened, and the procedure gives the outcome that was recorded.",
        "other": "All {count} sheets were opened, and the procedure gives the outcome that was recorded.",
    },
    "audit.outcome.other": "The procedure gives another outcome on these sheets than the one that was recorded.",
    "audit.left.no-outcome": "No outcome is recorded yet.",
    "audit.left.open": "The round is open, so more may come.",
    "audit.left.public": {
        "one": "One entry is withheld from the public: neither the sheets nor the outcome could be checked.",
        "other": "{count} entries are withheld from the public: neither the sheets nor the outcome could be checked.",
    },
    "audit.left.cosignature": (
        "{side} did not cosign the log at its closing. That nothing was left out rests on the keeper's word to {side}."
    ),
    "audit.keys.written": (
        "The keys are in {key}: keep it, and its passphrase, to yourself. The card in {card} goes to everybody who "
        "takes part."
    ),
    "audit.keys.compare": (
        "Read this number to the others by telephone or face to face, and let them read you theirs. A card whose "
        "number nobody has compared may be anybody's."
    ),
}
