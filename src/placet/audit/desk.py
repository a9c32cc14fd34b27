"""The desk where a round is kept: it takes what is handed in, writes it durably, and only then gives a receipt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from placet.audit.agreement import Agreement
from placet.audit.answer import Answer
from placet.audit.course import Course, begin, follow
from placet.audit.entries import Entry, read_entry
from placet.audit.recompute import Recomputed, recompute
from placet.ledger.log import Log
from placet.ledger.notes import COSIGNATURE, Note, NoteKey, Signature
from placet.ledger.receipt import Receipt
from placet.ledger.store import MovedOnError, Store, StoreError
from placet.seal.canonical import read_canonical
from placet.seal.envelope import read_envelope
from placet.seal.faults import SealError
from placet.seal.keys import Keys
from placet.seal.opening import read_release
from placet.seal.terms import moment_text

Clock = Callable[[], datetime]
ATTEMPTS = 100


class Desk:
    """A round's ledger with its keeper: every entry is held against the course of the round before it is written.

    Parameters
    ----------
    store : Store
        Where the ledger lies.
    keeper : Keys
        Who signs its checkpoints.
    clock : callable
        The present moment; entries never go back behind the one before them, whatever the clock does.
    """

    def __init__(self, store: Store, agreement: Agreement, keeper: Keys, clock: Clock) -> None:
        if keeper.card != agreement.keeper:
            raise SealError(f"the keys of {keeper.id}", "those of the keeper in the agreement")
        self.log = Log(store, agreement.origin)
        self.agreement = agreement
        self._keeper = keeper
        self._clock = clock
        self._course: Course | None = None

    def open(self) -> Receipt:
        """Write the first entry: what all have agreed on."""
        if len(self.log):
            raise SealError("a ledger that has entries", "an empty one")
        entry = Entry("opened", self._now(None), {"agreement": self.agreement.to_dict()})
        begin(entry)
        self.log.append(entry.to_bytes(), at=0)
        return self.receipt(0)

    @property
    def course(self) -> Course:
        """How far the round has come, read from the ledger: only what others have appended since is read again."""
        size = len(self.log)
        if not size:
            raise SealError("an empty ledger", "a round that was opened")
        start = self._course.size if self._course else 0
        if size < start:
            raise StoreError(
                f"the ledger holds {size} entries of {start}: it was rolled back; restore the newest backup before"
                " anything is taken"
            )
        for body in self.log.entries(start, size):
            entry = read_entry(body)
            self._course = begin(entry) if self._course is None else follow(self._course, entry, self.closing_root())
        if self._course is None or self._course.agreement != self.agreement:
            raise SealError("a ledger of another agreement", "the ledger of this round")
        return self._course

    def agree(self, side: str, signature: bytes) -> Receipt:
        """Note down that a side has signed the agreement."""
        return self._write(("agreed", {"side": side, "signature": signature.hex()}))

    def hand_in(self, data: bytes) -> Receipt:
        """Take an envelope as a side's file holds it.

        Returns
        -------
        Receipt
            When the envelope is on the disk: proof that it is in the ledger.

        Raises
        ------
        SealError
            When it is not that side's, not for this round, too late, or older than one handed in before.

        Notes
        -----
        A side's last envelope can be handed in again, even late: it stands there, and its receipt is given once more.
        """
        envelope = read_envelope(data, self.agreement.terms)
        course = self.course
        if course.counted.get(envelope.side) == envelope:
            return self.receipt(course.positions[envelope.digest])
        return self._write(
            ("sealed", {"contents": envelope.contents.to_dict()}), ("envelope", {"head": envelope.head.to_dict()})
        )

    def complain(self, holder: str, envelope: bytes, place: int, signature: bytes) -> Receipt:
        """Note down that a holder was sent a share that is not the one promised."""
        fields = {"holder": holder, "envelope": envelope.hex(), "set": str(place), "signature": signature.hex()}
        return self._write(("complaint", fields))

    def extend(self, closes: datetime, reason: str) -> Receipt:
        """Move the closing time, for a reason that all can read."""
        return self._write(("extended", {"closes": moment_text(closes), "reason": reason}))

    def close(self) -> Receipt:
        """Close the round, at its time or later."""
        return self._write(("closed", {}))

    def take_release(self, data: bytes) -> Receipt:
        """Take a holder's release of an envelope."""
        read_release(data, self.agreement.terms)
        return self._write(("release", {"release": read_canonical(data.strip(), "the release")}))

    def take_answer(self, answer: Answer) -> tuple[str, ...]:
        """Take all that one who takes part has sent back, and return what was new, in the words of the entries' kinds.

        What is there already is passed over, so that an answer can be sent twice.
        """
        new = []
        if answer.agreed and answer.who not in self.course.agreed:
            self.agree(answer.who, answer.agreed)
            new.append("agreed")
        for size, signature in answer.cosignatures:
            if self._add_cosignature(size, answer.who, signature):
                new.append("cosigned")
        for envelope, place, complaint in answer.complaints:
            if answer.who not in self.course.complaints.get(envelope, frozenset()):
                self.complain(answer.who, envelope, place, complaint)
                new.append("complaint")
        for data in answer.releases:
            released = read_release(data, self.agreement.terms)
            if released.holder not in self.course.releases.get((released.envelope, released.set), {}):
                self.take_release(data)
                new.append("release")
        return tuple(new)

    def decline(self, name: str, reason: str) -> Receipt:
        """Note down that a nominee does not accept."""
        return self._write(("declined", {"name": name, "reason": reason}))

    def come_out(self) -> tuple[Recomputed, Receipt]:
        """Compute the outcome from the ledger and write it down."""
        recomputed = recompute(self.course)
        return recomputed, self._write(("outcome", recomputed.to_fields()))

    def cancel(self, reason: str) -> Receipt:
        """End the round without an outcome; its envelopes are void."""
        return self._write(("cancelled", {"reason": reason}))

    def closing_root(self) -> bytes | None:
        """Return the root of the ledger just after the round was closed, once it is."""
        closing = self._course.closing if self._course else None
        return None if closing is None else self.log.head(closing).root

    def checkpoint(self) -> Note:
        """Sign the present head of the ledger."""
        return self.log.checkpoint(self._keeper)

    def _add_cosignature(self, size: int, who: str, signature: Signature) -> bool:
        """Add a cosignature and return whether it was new."""
        before = dict(self.log.store.checkpoints()).get(size)
        return self.cosign(size, who, signature).to_bytes() != before

    def cosign(self, size: int, who: str, signature: Signature) -> Note:
        """Add the cosignature of a side or holder to a signed checkpoint."""
        terms = self.agreement.terms
        card = terms.sides.get(who) or terms.holders.get(who)
        if card is None:
            raise SealError(f"a cosignature of {who}", "one of a side or a holder")
        return self.log.add_cosignature(size, signature, NoteKey(who, COSIGNATURE, card.signing))

    def receipt(self, position: int) -> Receipt:
        """Return the receipt of an entry under a checkpoint signed now."""
        return self.log.receipt(position, self.checkpoint())

    def _write(self, *steps: tuple[str, Mapping[str, Any]]) -> Receipt:
        """Append entries together if they may follow what is there; decide anew whenever another came first.

        The receipt is that of the last one.
        """
        for _ in range(ATTEMPTS):
            start = course = self.course
            bodies = []
            for kind, fields in steps:
                entry = Entry(kind, self._now(course), fields)
                course = follow(course, entry, self.closing_root())
                bodies.append(entry.to_bytes())
            try:
                first = self.log.append(*bodies, at=start.size)
            except MovedOnError:
                continue
            self._course = course
            return self.receipt(first + len(bodies) - 1)
        raise SealError(f"a ledger that others wrote to {ATTEMPTS} times in a row", "another try in a moment")

    def _now(self, course: Course | None) -> datetime:
        now = self._clock().astimezone(UTC).replace(microsecond=0)
        return now if course is None else max(now, course.at)
