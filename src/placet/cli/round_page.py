"""How a round is told: what was agreed on, what to be careful of, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from placet.audit.agreement import Agreement
from placet.audit.course import Course
from placet.audit.rehearsal import Rehearsal
from placet.audit.verify import cosigners
from placet.ledger.log import Log
from placet.ledger.notes import read_note, verified
from placet.procedures.shelf import rules_of
from placet.words import Message, message
from placet.zone.lines import Line, heading, item, row, sentence, title


def tell_opened(agreement: Agreement, rehearsal: Rehearsal, path: Path) -> Iterator[Line]:
    """Tell that a round is open, and what it is about."""
    terms = agreement.terms
    yield title(message("audit.round.opened", case=terms.case, round=terms.round))
    yield sentence(message("audit.round.agreement", file=str(path)))
    yield from _tell_terms(agreement, rehearsal)


def tell_agreement(agreement: Agreement, rehearsal: Rehearsal) -> Iterator[Line]:
    """Tell what an agreement binds its sides to."""
    yield title(message("audit.round.title", case=agreement.terms.case, round=agreement.terms.round))
    yield from _tell_terms(agreement, rehearsal)


def _tell_terms(agreement: Agreement, rehearsal: Rehearsal) -> Iterator[Line]:
    terms = agreement.terms
    names = tuple(named.name for named in agreement.names)
    rows: dict[str, tuple[str | Message, ...]] = {
        "procedure": (rules_of(agreement.procedure).title,),
        "settings": tuple(f"{field}: {value}" for field, value in sorted(agreement.settings.items())),
        "list": (message("audit.round.names", count=len(names)), *names),
        "closes": (f"{terms.closes:%Y-%m-%d %H:%M} UTC",),
        "published": (message(f"audit.round.disclosure.{terms.disclosure}"),),
    }
    for name, entries in rows.items():
        if entries:
            yield row(message("zone.row", name=message(f"audit.round.row.{name}"), entries=entries))
    yield heading(message("audit.round.who"))
    cards = {**terms.holders, **terms.sides, agreement.keeper.id: agreement.keeper}
    for name, card in sorted(cards.items()):
        yield row(message("zone.row", name=name, entries=(card.fingerprint,)))
    yield heading(message("audit.round.who-opens"))
    for place, chosen in enumerate(terms.sets):
        words = "audit.round.set.alone" if len(chosen) == 1 else "audit.round.set"
        if place in terms.recovery:
            words = "audit.round.set.recovery"
        yield item(message(words, who=chosen, after=f"{terms.recovery_after:%Y-%m-%d %H:%M} UTC"))
    yield from tell_cautions(agreement, rehearsal)


def tell_cautions(agreement: Agreement, rehearsal: Rehearsal) -> Iterator[Line]:
    """Tell what the chosen sets and rules make possible, so that they are chosen with eyes open."""
    terms = agreement.terms
    yield heading(message("audit.round.cautions"))
    if any(len(chosen) > 1 for chosen in terms.sets):
        yield item(message("audit.caution.collude"))
    for chosen in terms.sets:
        if len(chosen) == 1:
            yield item(message("audit.caution.alone", who=chosen[0]))
        elif set(chosen) <= terms.sides.keys():
            yield item(message("audit.caution.sides", who=chosen))
    if always := sorted(set.intersection(*map(set, terms.sets))):
        yield item(message("audit.caution.blocks", who=tuple(always), count=len(always)))
    yield item(message("audit.caution.last"))
    yield item(message("audit.caution.keeper", who=agreement.keeper.id))
    if agreement.keeper.id in {name for chosen in terms.sets for name in chosen}:
        yield item(message("audit.caution.keeper-holds", who=agreement.keeper.id))
    if rehearsal.fewest_left is not None:
        words = "audit.caution.left" if rehearsal.fewest_left else "audit.caution.empty"
        yield item(message(words, count=rehearsal.fewest_left))
    if rehearsal.fails_on_silence:
        yield item(message("audit.caution.silence"))


def tell_status(log: Log, course: Course) -> Iterator[Line]:
    """Tell turnout and what is awaited; nothing of what a sheet says."""
    terms = course.agreement.terms
    yield title(message("audit.round.title", case=terms.case, round=terms.round))
    state = "cancelled" if course.cancelled else "open" if course.is_open else "done" if course.outcome else "closed"
    yield sentence(message(f"audit.round.state.{state}", closes=f"{course.closes:%Y-%m-%d %H:%M} UTC"))
    if waiting := tuple(sorted(terms.sides.keys() - course.agreed)):
        yield sentence(message("audit.round.not-agreed", who=waiting))
    yield heading(message("audit.round.handed-in"))
    for side in sorted(terms.sides):
        times = len(course.envelopes.get(side, ()))
        yield item(message("audit.round.times" if times else "audit.round.nothing", side=side, count=times))
        for holder in sorted(course.complaints.get(course.counted[side].digest, ())) if times else ():
            yield item(message("audit.round.complaint", side=side, holder=holder))
    if course.closing is None or course.outcome is not None or course.cancelled:
        return
    yield heading(message("audit.round.awaited"))
    if missing := tuple(sorted(terms.sides.keys() - cosigned_by(log, course))):
        yield item(message("audit.round.not-cosigned", who=missing))
    for side, envelope in sorted(course.counted.items()):
        if course.opened_by(envelope) is not None:
            yield item(message("audit.round.is-open", side=side))
            continue
        for place, chosen in enumerate(terms.sets):
            there = course.releases.get((envelope.digest, place), {})
            absent = tuple(holder for holder in chosen if holder not in there)
            if place not in terms.recovery:
                yield item(message("audit.round.needs", side=side, who=absent))
    if all(course.opened_by(envelope) is not None for envelope in course.counted.values()):
        yield item(message("audit.round.outcome-next"))


def cosigned_by(log: Log, course: Course) -> frozenset[str]:
    """Return who has cosigned the ledger as it was closed, or later."""
    keys, closing = cosigners(course.agreement), course.closing
    notes = [note for size, note in log.store.checkpoints() if closing is not None and size >= closing]
    return frozenset(key.name for note in notes for key in verified(read_note(note), keys))
