"""The course of a round: which entry may follow which, read the same way when it is kept and when it is checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from placet.audit.agreement import Agreement, agreement_from, name_on_list
from placet.audit.disclosure import check_outcome
from placet.audit.entries import Entry, read_entry
from placet.audit.statements import agreed_by, agreement_statement, complaint_by, complaint_statement
from placet.ledger.log import Log
from placet.seal.canonical import canonical
from placet.seal.envelope import Contents, Envelope, contents_from, head_from, joined
from placet.seal.faults import SealError
from placet.seal.fields import text
from placet.seal.opening import Release, check_release, read_release
from placet.seal.terms import moment

__all__ = [
    "Course",
    "agreement_statement",
    "begin",
    "complaint_statement",
    "course_of_log",
    "follow",
]


@dataclass(frozen=True)
class Course:
    """How far a round has come, from its entries alone.

    Parameters
    ----------
    sealed : Contents or None
        The sealed part that the entry before brought; its head must follow at once.
    envelopes : mapping from str to tuple of Envelope
        Each side's envelopes in order; the last one counts, the others were replaced.
    positions : mapping from bytes to int
        Where in the ledger each envelope stands, by its digest.
    closing : int or None
        The size of the ledger just after the round was closed.
    releases : mapping from (bytes, int) to mapping from str to Release
        By envelope and authorised set, each holder's release.
    """

    agreement: Agreement
    size: int
    at: datetime
    closes: datetime
    agreed: frozenset[str] = frozenset()
    sealed: Contents | None = None
    envelopes: Mapping[str, tuple[Envelope, ...]] = field(default_factory=dict)
    positions: Mapping[bytes, int] = field(default_factory=dict)
    complaints: Mapping[bytes, frozenset[str]] = field(default_factory=dict)
    closing: int | None = None
    releases: Mapping[tuple[bytes, int], Mapping[str, Release]] = field(default_factory=dict)
    declined: tuple[str, ...] = ()
    outcome: Entry | None = None
    cancelled: bool = False

    @property
    def is_open(self) -> bool:
        """Whether sheets are still taken."""
        return self.closing is None and not self.cancelled

    @property
    def counted(self) -> Mapping[str, Envelope]:
        """Each side's last envelope."""
        return {side: handed_in[-1] for side, handed_in in self.envelopes.items()}

    def opened_by(self, envelope: Envelope) -> int | None:
        """Return the first authorised set whose holders have all released their shares of an envelope."""
        for place, chosen in enumerate(self.agreement.terms.sets):
            if set(chosen) <= self.releases.get((envelope.digest, place), {}).keys():
                return place
        return None


def begin(entry: Entry) -> Course:
    """Return the course after its first entry, which must open the round."""
    if entry.kind != "opened":
        raise SealError(f"a round that begins with an entry of the kind {entry.kind}", "one that begins by opening")
    agreement = agreement_from(entry.fields["agreement"])
    if entry.at >= agreement.terms.closes:
        raise SealError("a round opened after it closes", "an opening before the closing time")
    return Course(agreement, 1, entry.at, agreement.terms.closes)


def follow(course: Course, entry: Entry, root_at_closing: bytes | None = None) -> Course:
    """Return the course after one more entry.

    Parameters
    ----------
    root_at_closing : bytes or None
        The root of the ledger just after it was closed, once it is: releases must be signed over it.

    Raises
    ------
    SealError
        When the entry may not follow: the message is for the person who handed it in.
    """
    if entry.at < course.at:
        raise SealError("an entry older than the one before it", "times that never go back")
    if course.cancelled:
        raise SealError(f"an entry of the kind {entry.kind} in a cancelled round", "a new round")
    if entry.kind == "opened":
        raise SealError("a second opening", "a new round, with a ledger of its own")
    if course.sealed is not None and entry.kind != "envelope":
        raise SealError(f"an entry of the kind {entry.kind} after a sealed part", "the envelope's head, at once")
    after = _released(course, entry, root_at_closing) if entry.kind == "release" else _STEPS[entry.kind](course, entry)
    return replace(after, size=course.size + 1, at=entry.at)


def course_of_log(log: Log) -> Course:
    """Return how far a round has come, from its ledger alone."""
    course: Course | None = None
    for body in log.entries():
        entry = read_entry(body)
        closing = None if course is None or course.closing is None else log.head(course.closing).root
        course = begin(entry) if course is None else follow(course, entry, closing)
    if course is None:
        raise SealError("an empty ledger", "a round that was opened")
    return course


def _agreed(course: Course, entry: Entry) -> Course:
    return replace(course, agreed=course.agreed | {agreed_by(course.agreement, entry)})


def _sealed(course: Course, entry: Entry) -> Course:
    if not course.is_open:
        raise SealError("a sealed part after the round was closed", "one handed in before; it comes too late")
    return replace(course, sealed=contents_from(entry.fields["contents"], course.agreement.terms))


def _handed_in(course: Course, entry: Entry) -> Course:
    head = head_from(entry.fields["head"], course.agreement.terms)
    if course.sealed is None:
        raise SealError(f"the head of an envelope from {head.side} alone", "one that follows its sealed part")
    envelope = joined(head, course.sealed)
    if not course.is_open:
        raise SealError("an envelope after the round was closed", "one handed in before; it comes too late")
    if entry.at >= course.closes:
        raise SealError(f"an envelope at {entry.at:%H:%M:%S} UTC", f"one before {course.closes:%Y-%m-%d %H:%M:%S} UTC")
    earlier = course.envelopes.get(head.side, ())
    last = earlier[-1].digest if earlier else b""
    if (head.sequence, head.previous) != (len(earlier) + 1, last):
        raise SealError(
            f"envelope number {head.sequence} of {head.side}",
            f"number {len(earlier) + 1}, bound to the one before it: an older sheet cannot be brought back",
        )
    every = [one for handed_in in course.envelopes.values() for one in handed_in]
    if any(head.commitment == one.head.commitment or head.contents == one.head.contents for one in every):
        raise SealError("an envelope with the contents of another", "a sheet that its own side has sealed")
    return replace(
        course,
        sealed=None,
        envelopes={**course.envelopes, head.side: (*earlier, envelope)},
        positions={**course.positions, head.digest: course.size},
    )


def _complained(course: Course, entry: Entry) -> Course:
    holder, digest = complaint_by(course.agreement, course.positions.keys(), entry)
    known = course.complaints.get(digest, frozenset())
    return replace(course, complaints={**course.complaints, digest: known | {holder}})


def _extended(course: Course, entry: Entry) -> Course:
    closes = moment(entry.fields["closes"], "closing time")
    if not course.is_open or closes <= course.closes:
        raise SealError("an extension that shortens the round, or comes after it closed", "a later closing time")
    if entry.at >= course.closes:
        raise SealError("an extension after the closing time", "one before it, while nobody knows who is late")
    _reason(entry)
    return replace(course, closes=closes)


def _closed(course: Course, entry: Entry) -> Course:
    if course.closing is not None:
        raise SealError("a second closing", "one")
    if entry.at < course.closes:
        raise SealError("a closing before its time", f"one at {course.closes:%Y-%m-%d %H:%M:%S} UTC or later")
    return replace(course, closing=course.size + 1)


def _released(course: Course, entry: Entry, root_at_closing: bytes | None) -> Course:
    terms = course.agreement.terms
    released = read_release(canonical(entry.fields["release"]), terms)
    if course.closing is None or root_at_closing is None:
        raise SealError("a release while the round is open", "one after it has closed: nobody reads early")
    if released.closing != root_at_closing:
        raise SealError(f"a release by {released.holder} over another closed ledger", "the ledger that all were shown")
    counted = {envelope.digest: envelope for envelope in course.counted.values()}
    if released.envelope not in counted:
        raise SealError("a release of an envelope that does not count", "the last one of a side")
    if released.set in terms.recovery and entry.at < terms.recovery_after:
        raise SealError(
            "a release for the recovery set before its time", f"one after {terms.recovery_after:%Y-%m-%d %H:%M:%S} UTC"
        )
    check_release(counted[released.envelope], terms, released)
    key = (released.envelope, released.set)
    return replace(
        course, releases={**course.releases, key: {**course.releases.get(key, {}), released.holder: released}}
    )


def _declined(course: Course, entry: Entry) -> Course:
    if course.closing is None or course.outcome is not None:
        raise SealError("a nominee who declines before the closing, or after the outcome", "a time between the two")
    name = name_on_list(course.agreement, text(entry.fields["name"], "a name"))
    _reason(entry)
    return replace(course, declined=tuple(sorted({*course.declined, name})))


def _came_out(course: Course, entry: Entry) -> Course:
    if course.outcome is not None:
        raise SealError("a second outcome", "one")
    if closed := [side for side, envelope in course.counted.items() if course.opened_by(envelope) is None]:
        raise SealError(f"an outcome before the sheet of {closed[0]} is open", "one when every sheet is open")
    if course.closing is None:
        raise SealError("an outcome while the round is open", "one after it has closed")
    check_outcome(course.agreement, entry.fields)
    return replace(course, outcome=entry)


def _cancelled(course: Course, entry: Entry) -> Course:
    if course.outcome is not None:
        raise SealError("a round cancelled after its outcome", "a new round")
    _reason(entry)
    return replace(course, cancelled=True)


def _reason(entry: Entry) -> str:
    reason = text(entry.fields["reason"], "a reason")
    if not reason.strip():
        raise SealError(f"an entry of the kind {entry.kind} without a reason", "a reason that all can read")
    return reason


_STEPS: Mapping[str, Callable[[Course, Entry], Course]] = {
    "agreed": _agreed,
    "sealed": _sealed,
    "envelope": _handed_in,
    "complaint": _complained,
    "extended": _extended,
    "closed": _closed,
    "declined": _declined,
    "outcome": _came_out,
    "cancelled": _cancelled,
}
