"""Checking a bundle offline: the log, the signatures, the course of the round, the envelopes, and the outcome anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from placet.audit.agreement import Agreement
from placet.audit.bundle import Bundle
from placet.audit.cosigned import cosigned_closing, cosigners
from placet.audit.course import Course, begin, follow
from placet.audit.disclosure import disclosed_sheets, reaches
from placet.audit.entries import read_entry
from placet.audit.public_course import PublicCourse, begin_public
from placet.audit.recompute import UNREADABLE, Recomputed, recompute, recompute_from
from placet.errors import PlacetError
from placet.ledger.checkpoint import read_checkpoint
from placet.ledger.notes import SIGNATURE, NoteKey, read_note, verified
from placet.ledger.tree import leaf_hash
from placet.seal.canonical import canonical
from placet.seal.faults import SealError
from placet.words import Message, message, say

__all__ = ["Check", "Verdict", "cosigned_closing", "cosigners", "verify"]


@dataclass(frozen=True)
class Check:
    """One thing that was checked: its name, whether it holds, and what it says."""

    name: str
    ok: bool
    says: Message

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """Return the check as the JSON contract has it."""
        return {"name": self.name, "ok": self.ok, "says": say(self.says, lang)}


@dataclass(frozen=True)
class Verdict:
    """What checking a bundle came to.

    `could_not_check` says in sentences what the bundle does not allow to be checked: a verdict is never wider than it.
    `recorded` is what the outcome entry says, whether or not it could be computed again; None if there is none.
    """

    kind: str
    checks: tuple[Check, ...]
    could_not_check: tuple[Message, ...]
    recomputed: Recomputed | None = None
    recorded: Mapping[str, Any] | None = None

    @property
    def ok(self) -> bool:
        """Whether everything that was checked holds."""
        return all(check.ok for check in self.checks)

    def to_dict(self, bundle: str, lang: str = "en") -> dict[str, Any]:
        """Return the verdict as the JSON contract has it."""
        return {
            "bundle": bundle,
            "kind": self.kind,
            "ok": self.ok,
            "checks": [check.to_dict(lang) for check in self.checks],
            "could_not_check": [say(each, lang) for each in self.could_not_check],
            "outcome": None if self.recorded is None else dict(self.recorded),
        }


def verify(bundle: Bundle, agreed: Agreement | None = None) -> Verdict:
    """Check a bundle, every part of it that can be checked, and stop only where the rest hangs on what failed.

    Parameters
    ----------
    agreed : Agreement, optional
        The agreement as the reader has it: a bundle of another one fails.

    Returns
    -------
    Verdict
        The checks by name: ``entries``, ``tree``, ``checkpoints``, ``agreement`` if one was given, ``course``,
        ``closing``, and ``outcome`` once there is one and the bundle shows the sheets: it is a full one, or the round
        discloses all.

    Notes
    -----
    One pass over the entries; a log of 10^6 takes the time of its hashes and signatures.
    """
    checks = [_entries(bundle)]
    agreement, course, course_check = _course(bundle)
    checks.append(_tree(bundle))
    if agreement is not None:
        checks.append(_checkpoints(bundle, agreement))
        if agreed is not None:
            is_same = agreed == agreement
            words = "audit.agreement" if is_same else "audit.agreement.other"
            checks.append(Check("agreement", is_same, message(words)))
    checks.append(course_check)
    left: list[Message] = []
    recomputed = None
    if course is not None and agreement is not None:
        checks.append(_closing(bundle, course))
        left.extend(_not_cosigned(bundle, agreement, course))
        if course.outcome is None:
            if not course.cancelled:
                left.append(message("audit.left.no-outcome"))
        elif isinstance(course, Course) or reaches(agreement, "all"):
            recomputed, outcome = _outcome(course)
            checks.append(outcome)
        if isinstance(course, PublicCourse) and recomputed is not None:
            unseen = sorted(side for side, fate in recomputed.fates.items() if fate == UNREADABLE)
            left.extend(message("audit.left.unreadable", side=side) for side in unseen)
        elif isinstance(course, PublicCourse) and course.withheld:
            left.append(message("audit.left.public", count=len(course.withheld)))
        left.extend(_not_signed(agreement, course))
    recorded = None if course is None or course.outcome is None else course.outcome.fields
    return Verdict(bundle.kind, tuple(checks), tuple(left), recomputed, recorded)


def _held(name: str, says: Message, test: Callable[[], Message | None]) -> Check:
    """A check that holds unless its test finds something or fails."""
    try:
        wrong = test()
    except PlacetError as error:
        wrong = message("audit.wrong", what=str(error))
    return Check(name, wrong is None, says if wrong is None else wrong)


def _entries(bundle: Bundle) -> Check:
    def test() -> Message | None:
        missing = [place for place in range(len(bundle.leaves)) if place not in bundle.entries]
        if bundle.kind == "full" and missing:
            return message("audit.entries.missing", place=missing[0])
        for place, body in sorted(bundle.entries.items()):
            if leaf_hash(body) != bundle.leaves[place]:
                return message("audit.entries.changed", place=place)
        return None

    return _held("entries", message("audit.entries", count=len(bundle.entries)), test)


def _tree(bundle: Bundle) -> Check:
    def test() -> Message | None:
        for size, note in sorted(bundle.checkpoints.items()):
            checkpoint = read_checkpoint(read_note(note).text)
            if checkpoint.size != size or size > len(bundle.leaves):
                return message("audit.tree.size", size=size)
            if checkpoint.root != bundle.root(size):
                return message("audit.tree.fork", size=size)
        if len(bundle.leaves) not in bundle.checkpoints:
            return message("audit.tree.unsigned", size=len(bundle.leaves))
        return None

    return _held("tree", message("audit.tree", count=len(bundle.checkpoints)), test)


def _checkpoints(bundle: Bundle, agreement: Agreement) -> Check:
    def test() -> Message | None:
        log = NoteKey(agreement.origin, SIGNATURE, agreement.keeper.signing)
        for size, data in sorted(bundle.checkpoints.items()):
            note = read_note(data)
            if log not in verified(note, [log, *cosigners(agreement)]):
                return message("audit.checkpoints.unsigned", size=size, keeper=agreement.keeper.id)
            if read_checkpoint(note.text).origin != agreement.origin:
                return message("audit.checkpoints.other", size=size)
        return None if bundle.origin == agreement.origin else message("audit.checkpoints.other", size=0)

    return _held("checkpoints", message("audit.checkpoints", keeper=agreement.keeper.id), test)


def _course(bundle: Bundle) -> tuple[Agreement | None, Course | PublicCourse | None, Check]:
    """Follow the entries one by one; the agreement is known as soon as the first is sound."""
    agreement: Agreement | None = None
    place = 0
    try:
        course: Course | PublicCourse
        first = read_entry(bundle.entries[0]) if 0 in bundle.entries else _missing()
        course = begin(first) if bundle.kind == "full" else begin_public(first)
        agreement = course.agreement
        for place in range(1, len(bundle.leaves)):
            if isinstance(course, Course):
                root_then = None if course.closing is None else bundle.root(course.closing)
                course = follow(course, read_entry(bundle.entries[place]), root_then)
            elif place in bundle.entries:
                course.follow(place, read_entry(bundle.entries[place]))
            else:
                course.withhold(place)
    except (PlacetError, KeyError) as error:
        what = str(error) if isinstance(error, PlacetError) else "an entry that is not there"
        return agreement, None, Check("course", False, message("audit.course.wrong", place=place, what=what))
    if isinstance(course, PublicCourse) and course.is_sealed_next:
        return agreement, None, Check("course", False, message("audit.course.headless", place=place))
    return agreement, course, Check("course", True, message("audit.course", count=len(bundle.leaves)))


def _closing(bundle: Bundle, course: Course | PublicCourse) -> Check:
    """Only sheets under the closing checkpoint count: there must be one, signed for exactly that size."""

    def test() -> Message | None:
        closing = course.closing
        if closing is not None and closing not in bundle.checkpoints:
            return message("audit.closing.unsigned", size=closing)
        return None

    if course.closing is None:
        return Check("closing", True, message("audit.closing.open"))
    return _held("closing", message("audit.closing", size=course.closing), test)


def _not_cosigned(bundle: Bundle, agreement: Agreement, course: Course | PublicCourse) -> Iterator[Message]:
    """Who cosigned no checkpoint that holds the closing: to them only the keeper says that nothing was left out."""
    if course.closing is None:
        if not course.cancelled:
            yield message("audit.left.open")
        return
    for name in sorted(agreement.terms.sides.keys() - cosigned_closing(bundle, agreement, course.closing)):
        yield message("audit.left.cosignature", side=name)


def _not_signed(agreement: Agreement, course: Course | PublicCourse) -> Iterator[Message]:
    """Sides that signed neither the agreement nor an envelope: nothing here shows that they knew of the round."""
    handed_in = course.envelopes if isinstance(course, Course) else course.heads
    for side in sorted(agreement.terms.sides.keys() - course.agreed - handed_in.keys()):
        yield message("audit.left.agreement", side=side)


def _outcome(course: Course | PublicCourse) -> tuple[Recomputed | None, Check]:
    recorded = course.outcome
    try:
        recomputed = recompute(course) if isinstance(course, Course) else _from_published(course)
    except PlacetError as error:
        return None, Check("outcome", False, message("audit.wrong", what=str(error)))
    if recorded is None or canonical(dict(recorded.fields)) != canonical(recomputed.to_fields()):
        return recomputed, Check("outcome", False, message("audit.outcome.other"))
    return recomputed, Check("outcome", True, message("audit.outcome", count=len(recomputed.opened)))


def _from_published(course: PublicCourse) -> Recomputed:
    """Compute the outcome from the sheets that a round disclosing all has published, each held to its commitment."""
    if course.outcome is None:
        raise SealError("a round without an outcome", "one that is written down")
    counted = {side: heads[-1] for side, heads in course.heads.items()}
    opened = disclosed_sheets(counted, course.outcome.fields["disclosed"]["sheets"])
    unreadable = dict.fromkeys(counted.keys() - opened.keys(), UNREADABLE)
    return recompute_from(course.agreement, opened, unreadable, sorted(course.declined))


def _missing() -> Any:
    raise SealError("a bundle without its first entry", "the entry that opens the round")
