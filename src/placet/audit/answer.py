"""What one who takes part sends back to the keeper: agreement, cosignature, complaints, releases, in one file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from placet.audit.agreement import Agreement
from placet.audit.bundle import Bundle
from placet.audit.cosigned import cosigned_closing
from placet.audit.course import Course, agreement_statement, begin, complaint_statement, follow
from placet.audit.entries import read_entry
from placet.ledger.checkpoint import read_checkpoint
from placet.ledger.notes import SIGNATURE, NoteKey, Signature, read_note
from placet.ledger.tree import consistency_proof, leaf_hash
from placet.ledger.witness import Watched, cosignature, watch
from placet.seal.canonical import canonical, read_canonical
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, identifier, items, raw, whole
from placet.seal.keys import Keys
from placet.seal.opening import own_share, release

KEYS = ("placet-answer", "who", "agreed", "cosignatures", "complaints", "releases")


@dataclass(frozen=True)
class Answer:
    """What one who takes part has to say at one moment.

    Parameters
    ----------
    agreed : bytes
        The signature under the agreement, or nothing.
    cosignatures : tuple of (int, Signature)
        For checkpoints of these sizes.
    complaints : tuple of (bytes, int, bytes)
        Envelope, authorised set, signature: a share that is not the one promised.
    releases : tuple of bytes
        The canonical bytes of each.
    """

    who: str
    agreed: bytes = b""
    cosignatures: tuple[tuple[int, Signature], ...] = ()
    complaints: tuple[tuple[bytes, int, bytes], ...] = ()
    releases: tuple[bytes, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the canonical bytes of the answer, as its file holds them."""
        return canonical(
            {
                "placet-answer": "1",
                "who": self.who,
                "agreed": self.agreed.hex(),
                "cosignatures": [
                    {"size": str(size), "key": one.key_id.hex(), "signature": one.data.hex()}
                    for size, one in self.cosignatures
                ],
                "complaints": [
                    {"envelope": envelope.hex(), "set": str(place), "signature": signature.hex()}
                    for envelope, place, signature in self.complaints
                ],
                "releases": [read_canonical(one, "a release") for one in self.releases],
            }
        )


def read_answer(data: bytes) -> Answer:
    """Return the answer in these bytes; its signatures are verified when the desk takes it."""
    fields = check_keys(read_canonical(data.strip(), "the answer"), KEYS, "an answer")
    if fields["placet-answer"] != "1":
        raise SealError(f"an answer of version {fields['placet-answer']!r}", "version '1'")
    who = identifier(fields["who"], "name of who answers")
    return Answer(
        who,
        raw(fields["agreed"], "a signature"),
        tuple(
            (
                whole(one["size"], "size of a checkpoint"),
                Signature(who, raw(one["key"], "a key id", 4), raw(one["signature"], "a cosignature", 72)),
            )
            for one in _each(fields["cosignatures"], ("size", "key", "signature"), "a cosignature")
        ),
        tuple(
            (
                raw(one["envelope"], "the digest of an envelope", 32),
                whole(one["set"], "set"),
                raw(one["signature"], "a signature", 64),
            )
            for one in _each(fields["complaints"], ("envelope", "set", "signature"), "a complaint")
        ),
        tuple(canonical(one) for one in items(fields["releases"], "the releases")),
    )


def agree_to(agreement: Agreement, keys: Keys) -> Answer:
    """Return the answer of a side that has read the agreement and signs it."""
    if keys.id not in agreement.terms.sides or agreement.terms.sides[keys.id] != keys.card:
        raise SealError(f"the keys of {keys.id}", f"those of a side: {', '.join(sorted(agreement.terms.sides))}")
    return Answer(keys.id, agreed=keys.sign("agree", agreement_statement(agreement)))


def seen(bundle: Bundle, agreement: Agreement, keys: Keys, watched: Watched, second: int) -> tuple[Answer, Watched]:
    """Look at a bundle as one who watches the log, and cosign its newest checkpoint if it continues what was seen.

    Parameters
    ----------
    watched : Watched
        What was kept of the last visit.
    second : int
        Now, in seconds since 1970.

    Returns
    -------
    tuple of Answer and Watched
        The cosignature to send back, and what to keep, before sending, for the next visit.

    Raises
    ------
    ForkError
        When the log contradicts what was seen before; both checkpoints are in it.
    """
    if not bundle.checkpoints:
        raise SealError("a bundle without a checkpoint", "one that its keeper has signed")
    size = max(bundle.checkpoints)
    note = read_note(bundle.checkpoints[size])
    if read_checkpoint(note.text).root != bundle.root(size):
        raise SealError("a checkpoint that is not of the log beside it", "one bundle of one log")
    before = watched.checkpoint.size if watched.checkpoint else 0
    proof = consistency_proof(bundle.node, min(before, size), size)
    log = NoteKey(agreement.origin, SIGNATURE, agreement.keeper.signing)
    kept = watch(watched, note, proof, log)
    return Answer(keys.id, cosignatures=((size, cosignature(note, keys, second)),)), kept


def complain_of(bundle: Bundle, keys: Keys) -> tuple[tuple[bytes, int, bytes], ...]:
    """Check the holder's own share in every envelope that counts, and return a complaint for each that is not true.

    A holder does this while the round is open, so that the side can still seal again.
    """
    course = course_of(bundle)
    found = []
    for envelope in course.counted.values():
        for place in _own_sets(course, keys):
            try:
                own_share(envelope, course.agreement.terms, keys, place)
            except SealError:
                statement = complaint_statement(envelope.digest, place)
                found.append((envelope.digest, place, keys.sign("complaint", statement)))
    return tuple(found)


def release_all(bundle: Bundle, keys: Keys, places: Iterable[int] | None = None) -> tuple[bytes, ...]:
    """Release the holder's shares of every envelope that counts, over the closed log as this bundle shows it.

    Parameters
    ----------
    places : iterable of int, optional
        The authorised sets; left out, all in which the holder is but those for recovery.

    Raises
    ------
    SealError
        When the round is not closed, or a share is not the one promised.
    """
    course = course_of(bundle)
    if course.closing is None:
        raise SealError("a round that is still open", "a bundle taken after it was closed: nobody reads early")
    closing = bundle.root(course.closing)
    terms = course.agreement.terms
    chosen = (
        [place for place in _own_sets(course, keys) if place not in terms.recovery] if places is None else [*places]
    )
    return tuple(
        release(envelope, terms, keys, place, closing).to_bytes()
        for envelope in course.counted.values()
        for place in chosen
    )


def check_may_release(bundle: Bundle, keys: Keys, now: datetime, without: Collection[str] = ()) -> None:
    """Refuse a release that could let a sheet be read too early: before the closing time, or under a closing not shown.

    A holder relies on its own clock, and on the cosignature of each side under the closing, not on the keeper.

    Parameters
    ----------
    without : collection of str
        Sides for whose cosignature the holder does not wait, because they do not answer.

    Raises
    ------
    SealError
        With what is awaited.
    """
    course = course_of(bundle)
    if course.closing is None or now < course.closes:
        raise SealError(
            "a round that is still open", f"a release after {course.closes:%Y-%m-%d %H:%M:%S} UTC: nobody reads early"
        )
    terms = course.agreement.terms
    cosigned = cosigned_closing(bundle, course.agreement, course.closing)
    if missing := sorted(terms.sides.keys() - cosigned - {keys.id} - {*without}):
        raise SealError(
            f"a closing that {', '.join(missing)} did not cosign",
            f"a bundle with the cosignature of each side, or --without {missing[0]} if that side does not answer",
        )


def course_of(bundle: Bundle) -> Course:
    """Return the course of a round from a full bundle, refusing entries that may not follow one another."""
    if len(bundle.entries) != len(bundle.leaves):
        raise SealError("a bundle without what is sealed", "a full bundle")
    if any(leaf_hash(bundle.entries[place]) != leaf for place, leaf in enumerate(bundle.leaves)):
        raise SealError("a bundle whose entries are not those of its log", "a bundle as it was handed out")
    course = begin(read_entry(bundle.entries[0]))
    for place in range(1, len(bundle.leaves)):
        closing = None if course.closing is None else bundle.root(course.closing)
        course = follow(course, read_entry(bundle.entries[place]), closing)
    return course


def _own_sets(course: Course, keys: Keys) -> list[int]:
    terms = course.agreement.terms
    if keys.id not in terms.holders or terms.holders[keys.id] != keys.card:
        raise SealError(f"the keys of {keys.id}", f"those of a holder: {', '.join(sorted(terms.holders))}")
    return [place for place, chosen in enumerate(terms.sets) if keys.id in chosen]


def _each(value: Any, keys: tuple[str, ...], what: str) -> list[Any]:
    return [check_keys(one, keys, what) for one in items(value, f"{what}s")]
