"""The course of a round as the public sees it: heads of envelopes without what is sealed in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from placet.audit.agreement import Agreement, name_on_list
from placet.audit.course import begin
from placet.audit.disclosure import check_outcome
from placet.audit.entries import Entry
from placet.audit.statements import agreed_by, complaint_by
from placet.seal.envelope import Head, head_from
from placet.seal.faults import SealError
from placet.seal.fields import text
from placet.seal.terms import moment


@dataclass
class PublicCourse:
    """What the entries of a public bundle show, one after the other.

    `withheld` holds the places of the entries that are shown by their hash alone: before the closing each must be the
    sealed part of the envelope that follows it, after the closing they are releases. So no envelope can hide among
    them.
    """

    agreement: Agreement
    at: datetime
    closes: datetime
    agreed: set[str] = field(default_factory=set)
    heads: dict[str, list[Head]] = field(default_factory=dict)
    declined: set[str] = field(default_factory=set)
    closing: int | None = None
    outcome: Entry | None = None
    cancelled: bool = False
    withheld: list[int] = field(default_factory=list)
    is_sealed_next: bool = False

    def withhold(self, place: int) -> None:
        """Take the next entry, which is not shown."""
        if self.is_sealed_next or self.cancelled:
            raise SealError("an entry withheld that is no sealed part", "the head of an envelope, shown, after each")
        self.withheld.append(place)
        self.is_sealed_next = self.closing is None

    def follow(self, place: int, entry: Entry) -> None:
        """Take the next entry that is shown, or say why it may not follow."""
        if entry.at < self.at:
            raise SealError("an entry older than the one before it", "times that never go back")
        if self.cancelled:
            raise SealError(f"an entry of the kind {entry.kind} in a cancelled round", "a new round")
        if self.is_sealed_next != (entry.kind == "envelope"):
            raise SealError(f"an entry of the kind {entry.kind}", "each envelope's head just after its sealed part")
        self.at, self.is_sealed_next = entry.at, False
        match entry.kind:
            case "envelope":
                self._take_head(entry)
            case "agreed":
                self.agreed.add(agreed_by(self.agreement, entry))
            case "complaint":
                complaint_by(self.agreement, {one.digest for heads in self.heads.values() for one in heads}, entry)
            case "extended":
                self._extend(entry)
            case "closed":
                if self.closing is not None or entry.at < self.closes:
                    raise SealError("a closing before its time, or a second one", "one, at the closing time or later")
                self.closing = place + 1
            case "declined":
                if self.closing is None or self.outcome is not None:
                    raise SealError("a nominee who declines before the closing, or after the outcome", "a time between")
                self.declined.add(name_on_list(self.agreement, text(entry.fields["name"], "a name")))
            case "outcome":
                if self.closing is None or self.outcome is not None:
                    raise SealError("an outcome before the closing, or a second one", "one, after the closing")
                check_outcome(self.agreement, entry.fields)
                self.outcome = entry
            case "opened":
                raise SealError("a second opening", "a new round, with a ledger of its own")
            case "cancelled":
                if self.outcome is not None:
                    raise SealError("a round cancelled after its outcome", "a new round")
                self.cancelled = True
            case _:
                raise SealError(f"an entry of the kind {entry.kind}", "its hash alone, in a public bundle")

    def _extend(self, entry: Entry) -> None:
        closes = moment(entry.fields["closes"], "closing time")
        if self.closing is not None or entry.at >= self.closes or closes <= self.closes:
            raise SealError(
                "an extension that shortens the round, or comes too late", "a later time, before the closing"
            )
        self.closes = closes

    def _take_head(self, entry: Entry) -> None:
        head = head_from(entry.fields["head"], self.agreement.terms)
        earlier = self.heads.setdefault(head.side, [])
        last = earlier[-1].digest if earlier else b""
        if self.closing is not None or entry.at >= self.closes:
            raise SealError(f"an envelope from {head.side} after the closing", "one before it")
        if (head.sequence, head.previous) != (len(earlier) + 1, last):
            raise SealError(f"envelope number {head.sequence} of {head.side}", f"number {len(earlier) + 1}")
        earlier.append(head)


def begin_public(entry: Entry) -> PublicCourse:
    """Return the course after the first entry, which must open the round."""
    course = begin(entry)
    return PublicCourse(course.agreement, course.at, course.closes)
