"""The course of a round as the public sees it: heads of envelopes without what is sealed in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from placet.audit.agreement import Agreement
from placet.audit.course import begin
from placet.audit.entries import Entry
from placet.seal.envelope import Head, head_from
from placet.seal.faults import SealError
from placet.seal.terms import moment


@dataclass
class PublicCourse:
    """What the entries of a public bundle show, one after the other.

    `withheld` counts the entries that are shown by their hash alone.
    """

    agreement: Agreement
    at: datetime
    closes: datetime
    heads: dict[str, list[Head]] = field(default_factory=dict)
    closing: int | None = None
    outcome: Entry | None = None
    cancelled: bool = False
    withheld: int = 0

    def follow(self, place: int, entry: Entry) -> None:
        """Take the next entry that is shown, or say why it may not follow."""
        if entry.at < self.at:
            raise SealError("an entry older than the one before it", "times that never go back")
        self.at = entry.at
        match entry.kind:
            case "envelope":
                self._take_head(entry)
            case "extended":
                self.closes = moment(entry.fields["closes"], "closing time")
            case "closed":
                if self.closing is not None or entry.at < self.closes:
                    raise SealError("a closing before its time, or a second one", "one, at the closing time or later")
                self.closing = place + 1
            case "outcome":
                if self.closing is None or self.outcome is not None:
                    raise SealError("an outcome before the closing, or a second one", "one, after the closing")
                self.outcome = entry
            case "opened":
                raise SealError("a second opening", "a new round, with a ledger of its own")
            case "cancelled":
                self.cancelled = True
            case _:
                pass

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
