"""Tallies: the votes of a side's members, and the demands they make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from placet.case.catalog import Catalog
from placet.case.forms import Excludes
from placet.case.nouns import Case, Demand, Entry, Side, Threshold
from placet.case.selectors import Named
from placet.record.history import bounds
from placet.record.status import Standing, Status


@dataclass(frozen=True)
class _Tallied:
    """What the tallies of one side say of one candidate on a day: `missing` votes, `since` when, by which entries."""

    side: str
    candidate: str
    missing: int
    status: Status
    since: str | None
    entries: tuple[int, ...]

    @property
    def id(self) -> str:
        return tally_id(self.side, self.candidate)


def tally_id(side: str, candidate: str) -> str:
    """Return the id of the demand that a side's tallies make about a candidate."""
    return f"{side}:{candidate}"


def tally_demands(case: Case, day: date | None) -> Catalog[Demand]:
    """Return the demands that tallies make on a day, by side and candidate in the order of the file.

    A side whose consent is `needs` votes of `of` excludes each candidate who has not got them; the cost of giving
    that up is the votes missing.

    Notes
    -----
    The latest tally of the side on or before the day counts, and it alone: a candidate it leaves out is
    undetermined, at the cost of `needs`, as is everybody before the first tally or without a day. Where imprecise
    dates or a missing date leave open which tally is the latest, and these do not say the same of a candidate (has
    the votes, lacks votes, is left out), the candidate is undetermined at that cost too. Tallies of one day are one
    poll, told by one source or by several: a candidate whom only one of them names is not left out; one who has the
    votes in one and lacks them in another is undetermined. One who lacks votes in all of them is refused, at the
    cost of the most that are missing, because no source denies the refusal and only its size is in doubt.
    """
    return Catalog(
        (found.id, Demand(found.id, found.side, Excludes(Named(found.candidate)), Fraction(found.missing)))
        for found in _tallied(case, day)
    )


def tally_standings(case: Case, day: date | None) -> Catalog[Standing]:
    """Return how the demands that tallies make stand on a day; the ids are those of `tally_demands`.

    A candidate who lacks votes does so since the first tally of the unbroken run of tallies that say so.
    """
    return Catalog(
        (found.id, Standing(found.id, found.side, found.status, found.since, found.entries))
        for found in _tallied(case, day)
    )


def _tallied(case: Case, day: date | None) -> Iterator[_Tallied]:
    for side in case.sides.values():
        if isinstance(side.consent, Threshold):
            entries = [entry for entry in case.record if entry.side == side.id and entry.tally is not None]
            yield from _of_side(case, side, side.consent.needs, entries, day)


def _of_side(case: Case, side: Side, needs: int, entries: list[Entry], day: date | None) -> Iterator[_Tallied]:
    latest, may_be_none = _latest(entries, day)
    polls = _polls(entries, day)
    is_one_poll = all(entry.on is not None and entry.on.is_a_day for entry in latest)
    for candidate in case.candidates:
        telling = [entry for entry in latest if _votes(entry, candidate) is not None] if is_one_poll else []
        indexes = tuple(entry.index for entry in telling or latest)
        found = {_votes(entry, candidate) for entry in latest}
        if is_one_poll:
            found.discard(None)
        lacking = {None if votes is None else max(0, needs - votes) for votes in found}
        missing = None if may_be_none else _agreed(lacking)
        if missing is None:
            yield _Tallied(side.id, candidate, needs, Status.UNDETERMINED, None, indexes)
        elif missing > 0:
            since = _since(polls, candidate, needs)
            yield _Tallied(side.id, candidate, missing, Status.STANDS, since, indexes)


def _agreed(lacking: set[int | None]) -> int | None:
    """Return how many votes are missing, at most, where all tallies agree on whether any is; None where they do not."""
    known = {missing for missing in lacking if missing is not None}
    if not known or len(known) < len(lacking) or (0 in known and len(known) > 1):
        return None
    return max(known)


def _votes(entry: Entry, candidate: str) -> int | None:
    votes = (entry.tally or Catalog()).get(candidate)
    return None if votes is None else votes.in_favour


def _latest(entries: list[Entry], day: date | None) -> tuple[list[Entry], bool]:
    """Return the tallies that can be the latest on a day, and whether there may be none yet."""
    if day is None:
        return [], True
    today = day.toordinal()
    spans = [(*bounds(entry.on), entry) for entry in entries]
    settled = max((first for first, last, _ in spans if last <= today), default=None)
    can_be = [
        entry for first, last, entry in spans if first <= today and (settled is None or min(last, today) >= settled)
    ]
    return can_be, settled is None


def _polls(entries: list[Entry], day: date | None) -> list[list[Entry]]:
    """Return the tallies that certainly lie up to a day, those of one date together, the latest date first."""
    polls: dict[tuple[int, int], list[Entry]] = {}
    for entry in entries:
        first, last = bounds(entry.on)
        if day is not None and last <= day.toordinal():
            polls.setdefault((last, first), []).append(entry)
    return [polls[span] for span in sorted(polls, reverse=True)]


def _since(polls: list[list[Entry]], candidate: str, needs: int) -> str | None:
    """Return the date of the first tally of the present run in which the candidate lacks votes."""
    since = None
    for poll in polls:
        votes = [found for found in (_votes(entry, candidate) for entry in poll) if found is not None]
        if not votes or max(votes) >= needs:
            break
        since = poll[0].on
    return since.text if since else None
