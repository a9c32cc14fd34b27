"""How a round is told: what was agreed on, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from placet.audit.agreement import Agreement
from placet.audit.course import Course
from placet.procedures.shelf import rules_of
from placet.words import message
from placet.zone.lines import Line, heading, item, row, sentence, title


def tell_opened(agreement: Agreement, path: Path) -> Iterator[Line]:
    """Tell what a round is about, who can open the sheets, and what to be careful of."""
    terms = agreement.terms
    yield title(message("audit.round.opened", case=terms.case, round=terms.round))
    yield sentence(message("audit.round.agreement", file=str(path)))
    yield row(message("zone.row", name=message("audit.round.row.procedure"),
                      entries=(rules_of(agreement.procedure).title,)))  # fmt: skip
    yield row(message("zone.row", name=message("audit.round.row.list"),
                      entries=(message("audit.round.names", count=len(agreement.names)),)))  # fmt: skip
    yield row(
        message("zone.row", name=message("audit.round.row.closes"), entries=(f"{terms.closes:%Y-%m-%d %H:%M} UTC",))
    )
    yield heading(message("audit.round.who-opens"))
    for place, chosen in enumerate(terms.sets):
        words = "audit.round.set.recovery" if place in terms.recovery else "audit.round.set"
        yield item(message(words, who=chosen, after=f"{terms.recovery_after:%Y-%m-%d %H:%M} UTC"))
    yield from tell_cautions(agreement)


def tell_cautions(agreement: Agreement) -> Iterator[Line]:
    """Tell what the chosen sets make possible, so that they are chosen with eyes open."""
    terms = agreement.terms
    yield heading(message("audit.round.cautions"))
    yield item(message("audit.caution.collude"))
    for chosen in terms.sets:
        if len(chosen) == 1:
            yield item(message("audit.caution.alone", who=chosen[0]))
        elif set(chosen) <= terms.sides.keys():
            yield item(message("audit.caution.sides", who=chosen))
    if not terms.recovery:
        yield item(message("audit.caution.no-recovery"))
    yield item(message("audit.caution.last"))


def tell_status(course: Course) -> Iterator[Line]:
    """Tell turnout and what is awaited; nothing of what a sheet says."""
    terms = course.agreement.terms
    yield title(message("audit.round.title", case=terms.case, round=terms.round))
    state = "cancelled" if course.cancelled else "open" if course.is_open else "done" if course.outcome else "closed"
    yield sentence(message(f"audit.round.state.{state}", closes=f"{course.closes:%Y-%m-%d %H:%M} UTC"))
    yield heading(message("audit.round.handed-in"))
    for side in sorted(terms.sides):
        times = len(course.envelopes.get(side, ()))
        yield item(message("audit.round.times" if times else "audit.round.nothing", side=side, count=times))
    if course.closing is not None and course.outcome is None and course.counted:
        yield heading(message("audit.round.awaited"))
        for side, envelope in sorted(course.counted.items()):
            if course.opened_by(envelope) is not None:
                yield item(message("audit.round.is-open", side=side))
                continue
            for place, chosen in enumerate(terms.sets):
                there = course.releases.get((envelope.digest, place), {})
                missing = tuple(holder for holder in chosen if holder not in there)
                if place not in terms.recovery:
                    yield item(message("audit.round.needs", side=side, who=missing))
