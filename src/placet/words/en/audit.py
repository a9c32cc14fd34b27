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
    "audit.course.headless": "Entry {place} is withheld, and no envelope follows it.",
    "audit.agreement": "It is the round in the agreement that was given.",
    "audit.agreement.other": "It is of another agreement than the one that was given.",
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
    "audit.left.unreadable": "That the envelope of {side} holds no sheet, as is recorded: a full bundle shows it.",
    "audit.left.cosignature": (
        "{side} did not cosign the log at its closing. That nothing was left out rests on the keeper's word to {side}."
    ),
    "audit.left.envelope": "Which envelope the entry is of: give yours with --envelope.",
    "audit.left.agreement": "{side} signed neither the agreement nor an envelope.",
    "audit.verify.keys": (
        "No file shows that a key belongs to whom it names: compare the number of each card, by telephone or face to "
        "face."
    ),
    "audit.keys.written": (
        "The keys are in {key}: keep it, and its passphrase, to yourself. The card in {card} goes to everybody who "
        "takes part."
    ),
    "audit.keys.compare": (
        "Read this number to the others by telephone or face to face, and let them read you theirs. A card whose "
        "number nobody has compared may be anybody's."
    ),
    "audit.round.title": "Round {round} of {case}",
    "audit.round.opened": "Round {round} of {case} is open",
    "audit.round.agreement": "What all agree on is in {file}. Send it to every side before anybody seals.",
    "audit.round.row.procedure": "Procedure",
    "audit.round.row.list": "List",
    "audit.round.row.closes": "Closes",
    "audit.round.names": {"one": "{count} name", "other": "{count} names"},
    "audit.round.row.settings": "Set",
    "audit.round.row.published": "Published",
    "audit.round.disclosure.slate": "the outcome alone",
    "audit.round.disclosure.size": "the outcome, and how many names nobody struck",
    "audit.round.disclosure.agreed": "the outcome, and the names that nobody struck",
    "audit.round.disclosure.vetoes": "the outcome, and for each name how many sides struck it",
    "audit.round.disclosure.all": "the outcome and every sheet",
    "audit.round.who": "Whose numbers to compare, by telephone or face to face",
    "audit.round.who-opens": "Who can open the sheets",
    "audit.round.set": "{who}, all together",
    "audit.round.set.alone": "{who} alone",
    "audit.round.set.recovery": "{who}, all together, from {after} on, if somebody refuses",
    "audit.round.cautions": "Know before you seal",
    "audit.caution.collude": (
        "Those who can open together can read a sheet early, on their own machines, and nobody would see it."
    ),
    "audit.caution.alone": "{who} alone can read every sheet at any time.",
    "audit.caution.sides": "{who} are sides: together they need no third person to open, and each needs the other.",
    "audit.caution.blocks": {
        "one": "Nobody can open without {who}: if {who} refuses, the sheets stay shut for ever.",
        "other": "Nobody can open without {who}: if one of them refuses, the sheets stay shut for ever.",
    },
    "audit.caution.keeper": (
        "Once all shares are released, {who}, who keeps the ledger, reads every sheet, and so does whoever is given a "
        "full bundle then. What is published binds them by agreement alone."
    ),
    "audit.caution.keeper-holds": "{who} keeps the ledger and holds a share too.",
    "audit.caution.empty": "The strikes can empty the list.",
    "audit.caution.left": {
        "one": "Whatever the sides strike, at least one name is left.",
        "other": "Whatever the sides strike, at least {count} names are left.",
    },
    "audit.caution.silence": (
        "This procedure has no way on when a side hands in nothing or nothing usable: the round then ends without an "
        "outcome."
    ),
    "audit.caution.last": (
        "Whoever releases last sees the sheets first and can refuse then. That changes no sheet, and everybody sees it."
    ),
    "audit.round.state.open": "Sheets are taken until {closes}.",
    "audit.round.state.closed": "The round is closed; the sheets are still to be opened.",
    "audit.round.state.done": "The round is closed and its outcome written down.",
    "audit.round.state.cancelled": "The round was cancelled; its envelopes are void.",
    "audit.round.handed-in": "Handed in",
    "audit.round.times": {
        "one": "{side}: one envelope",
        "other": "{side}: {count} envelopes, the last of which counts",
    },
    "audit.round.nothing": "{side}: nothing yet",
    "audit.round.awaited": "Awaited",
    "audit.round.is-open": "The sheet of {side} is open.",
    "audit.round.needs": "The sheet of {side} needs a release by {who}.",
    "audit.round.answer.again": "{file}: nothing new.",
    "audit.round.answer": {
        "one": "{file}: taken.",
        "other": "{file}: taken, {count} entries and signatures.",
    },
    "audit.round.envelope": "{file}: in the ledger as entry {place}; send the receipt {receipt} back.",
    "audit.round.written": "Written down as entry {place}.",
    "audit.round.silence": "The sheet of {side} counts as silence: {why}.",
    "audit.round.not-agreed": "The agreement is not signed yet by {who}.",
    "audit.round.complaint": "{holder} was sent a share in it that is not the one promised: {side} should seal again.",
    "audit.round.not-cosigned": "The closing is not cosigned yet by {who}: send a full bundle.",
    "audit.round.outcome-next": "Every sheet is open: `placet round outcome` comes next.",
    "audit.round.refused": "{file}: not taken: {why}.",
    "audit.round.checkpoint": "The ledger of {size} entries is signed in {file}.",
    "audit.round.bundle.full": (
        "The ledger of {count} entries is in {file}. It holds the envelopes, and nothing yet that opens them."
    ),
    "audit.round.bundle.open": (
        "The ledger of {count} entries is in {file}. Whoever has it can read the sheets whose shares are released."
    ),
    "audit.round.bundle.public": "The ledger of {count} entries is in {file}, without what is sealed.",
    "audit.seal.sealed": "Sealed: {file} is what you hand in, before {closes}. It tells nothing to who cannot open it.",
    "audit.seal.usable": "The procedure can use this sheet. Nothing was sealed.",
    "audit.seal.kept": "What you sealed is in {file}, for your own key alone.",
    "audit.foresee.title": "What the others could work out",
    "audit.foresee.outcomes": "Going through every sheet that each side could hand in:",
    "audit.foresee.appointed.two": (
        "If a name on the list is appointed, the other side knows that you did not strike that name."
    ),
    "audit.foresee.appointed.more": "If a name on the list is appointed, everybody knows that nobody struck that name.",
    "audit.foresee.slate.two": (
        "Only the outcome is published. From it and from its own sheet the other side can work out more in some cases: "
        "if nobody is left, it knows that you struck every name that it kept."
    ),
    "audit.foresee.slate.more": (
        "Only the outcome is published. The others together can work out more in some cases: if nobody is left, they "
        "know that you struck every name that they all kept."
    ),
    "audit.foresee.size.two": (
        "It is published how many names nobody struck. From that the other side knows how many of the names that it "
        "kept you struck, though not which."
    ),
    "audit.foresee.size.more": (
        "It is published how many names nobody struck. From that the others together know how many of the names that "
        "they all kept you struck, though not which."
    ),
    "audit.foresee.agreed.two": (
        "The names that nobody struck are published. So the other side knows which of the names that it did not strike "
        "you struck. You strike {names}."
    ),
    "audit.foresee.agreed.two.none": (
        "The names that nobody struck are published. So the other side knows that you struck no name that it did not "
        "strike."
    ),
    "audit.foresee.agreed.more": (
        "The names that nobody struck are published. So the others together know which of the names that none of them "
        "struck you struck. You strike {names}."
    ),
    "audit.foresee.agreed.more.none": (
        "The names that nobody struck are published. So the others together know that you struck no name that none of "
        "them struck."
    ),
    "audit.foresee.vetoes.two": (
        "It is published who was struck, and how often. So the other side knows every name that you strike: {names}."
    ),
    "audit.foresee.vetoes.two.none": (
        "It is published who was struck, and how often. So the other side knows that you strike nobody."
    ),
    "audit.foresee.vetoes.more": (
        "It is published who was struck, and how often. So the others together know every name that you strike: "
        "{names}."
    ),
    "audit.foresee.vetoes.more.none": (
        "It is published who was struck, and how often. So the others together know that you strike nobody."
    ),
    "audit.foresee.all.two": "Every sheet is published: everybody reads all that stands on yours.",
    "audit.foresee.all.more": "Every sheet is published: everybody reads all that stands on yours.",
    "audit.foresee.honest.two": (
        "With two sides nothing hides a veto once it is known that a name is out: if it was not one side, it was the "
        "other."
    ),
    "audit.foresee.honest.more": (
        "One of the others alone knows less than all of them together, but nothing stops them from comparing."
    ),
    "audit.foresee.full": "Whoever is given a full bundle after the opening reads every sheet, whatever is published.",
    "audit.foresee.if.appointed": "If {who} is appointed, ",
    "audit.foresee.if.appointed-all": "If {who} are appointed, ",
    "audit.foresee.if.none": "If nobody is appointed, ",
    "audit.foresee.then": {
        "one": "{before}they may know your whole sheet.",
        "other": "{before}at least {count} of the {sheets} sheets could still be yours.",
    },
    "audit.foresee.struck": "They may know for certain that you struck {names}.",
    "audit.foresee.kept": "They may know for certain that you did not strike {names}.",
    "audit.open.cosigned": "You have cosigned the log at its size of {size}; it continues what you saw before.",
    "audit.open.cosigned.first": "You have cosigned the log at its size of {size}. You had seen nothing of it before.",
    "audit.open.agreed": "You have signed the agreement.",
    "audit.open.checked": "Your own shares in the envelopes are the ones promised.",
    "audit.open.complaints": {
        "one": "One share sent to you is not the one promised: the side should seal again.",
        "other": "{count} shares sent to you are not the ones promised: those sides should seal again.",
    },
    "audit.open.released": {"one": "You release one share.", "other": "You release {count} shares."},
    "audit.open.answer": "Send {file} back to the keeper.",
    "audit.verify.full": "{file}: a full bundle",
    "audit.verify.public": "{file}: a public bundle",
    "audit.verify.receipt": "{file}: a receipt",
    "audit.verify.holds": "All that was checked holds.",
    "audit.verify.fails": "Something does not hold.",
    "audit.verify.left": "What could not be checked:",
    "audit.verify.revealed": "{file}: a sheet that its side reveals",
    "audit.revealed": "{side} sealed this very sheet, in its envelope number {number}.",
    "audit.left.revealed": "Whether that envelope counted: a bundle shows it.",
    "audit.recorded.title": "The outcome as the ledger records it",
    "audit.recorded.appointed": "Appointed: {names}.",
    "audit.recorded.sheet": "The sheet of {side}: {fate}, and so silence.",
    "audit.recorded.agreed": "Struck by nobody",
    "audit.recorded.size": {
        "one": "{count} name was struck by nobody.",
        "other": "{count} names were struck by nobody.",
    },
    "audit.recorded.vetoes": "Struck",
    "audit.recorded.veto": {"one": "{name}, by one side", "other": "{name}, by {count} sides"},
    "audit.kept.title": "What {side} sealed",
    "audit.kept.strikes": "Struck",
    "audit.kept.ranking": "Ranked",
    "audit.kept.nobody": "nobody",
    "audit.kept.revealed": "{file} proves to whoever has it what you sealed. Send it only to those who may know.",
    "audit.receipt.holds": (
        "The entry is in the ledger, at place {place} of {size} counted from 0, and its keeper signed for it."
    ),
    "audit.receipt.cosigned": "The checkpoint under it was cosigned by {who}.",
    "audit.receipt.envelope": "It is the envelope in {file}.",
    "audit.receipt.other": "It is of another envelope than the one in {file}.",
}
