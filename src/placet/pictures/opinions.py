"""What each side says of each candidate on a day, as far as the record tells: the values behind the consent grid."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from placet.case.forms import Blocks
from placet.case.nouns import Case, Demand, Kind, Threshold
from placet.record.exclusion import excluded_by
from placet.record.standing import Day, demands, standings
from placet.record.status import Status


class Opinion(Enum):
    """What a side says of a candidate; the first that applies counts."""

    VETOED = "vetoed"
    PRESUMED = "presumed"
    UNDETERMINED = "undetermined"
    PARTLY = "partly"
    ACCEPTED = "accepted"
    RELEASED = "released"
    SILENT = "silent"


class Result(Enum):
    """What the sides that hold consent come to about a candidate."""

    FREE = "free-row"
    UNSURE = "unsure-row"
    PARTLY = "partly-row"
    OUT = "out-row"
    INELIGIBLE = "ineligible"


@dataclass(frozen=True)
class Cell:
    """One side's opinion of one candidate, by which demands, and how probable an expected refusal is."""

    opinion: Opinion
    demands: tuple[str, ...] = ()
    probability: Fraction | None = None


@dataclass(frozen=True)
class Opinions:
    """Every cell, by candidate and side, what they come to, and how many demands are not about single names."""

    cells: dict[tuple[str, str], Cell]
    results: dict[str, Result]
    other_demands: int


BY_STATUS = {
    Status.STANDS: Opinion.VETOED,
    Status.PRESUMED: Opinion.PRESUMED,
    Status.UNDETERMINED: Opinion.UNDETERMINED,
    Status.FALLEN: Opinion.RELEASED,
}
ORDER = list(Opinion)
REFUSING = {Opinion.VETOED: Result.OUT, Opinion.PRESUMED: Result.UNSURE, Opinion.UNDETERMINED: Result.UNSURE}


def opinions(case: Case, on: Day = None) -> Opinions:
    """Return what each side says of each candidate.

    Accepted is a candidate whom a side approves by name, or who has the votes that its consent needs. A side that
    only scores or ranks says nothing about consent, and a refusal for some posts is told apart from one for all.
    """
    eligible = {post: frozenset(case.eligible(post)) for post in case.posts}
    posts = {who: {post for post, may in eligible.items() if who in may} for who in case.candidates}
    held = standings(case, on)
    found: dict[tuple[str, str], list[Cell]] = {}
    tallied: set[str] = set()
    other = 0
    for demand in demands(case, on).values():
        if demand.id not in case.demands:
            tallied.add(demand.side)
        excluded = excluded_by(demand.what)
        opinion = BY_STATUS.get(held[demand.id].standing)
        if excluded is None or opinion is None:
            other += excluded is None and not isinstance(demand.what, Blocks) and opinion is not Opinion.RELEASED
            continue
        selector, where = excluded
        meant = set(case.posts if where is None else where)
        for who in case.members(selector):
            is_whole = (posts[who] or set(case.posts)) <= meant
            told = opinion if is_whole or opinion is Opinion.RELEASED else Opinion.PARTLY
            found.setdefault((who, demand.side), []).append(_cell(demand, told))
    cells = {
        (who, side): _strongest(found.get((who, side), ()), _favours(case, who, side, is_tallied=side in tallied))
        for who in case.candidates
        for side in case.sides
    }
    results = {who: _result(case, who, cells, may_sit=bool(posts[who])) for who in case.candidates}
    return Opinions(cells, results, other)


def counts(told: Opinions, case: Case, side: str) -> Counter[Opinion]:
    """Return how many candidates a side has which opinion of."""
    return Counter(told.cells[who, side].opinion for who in case.candidates)


def _cell(demand: Demand, opinion: Opinion) -> Cell:
    return Cell(opinion, (demand.id,), demand.presumed if opinion is Opinion.PRESUMED else None)


def _strongest(cells: tuple[Cell, ...] | list[Cell], favours: bool) -> Cell:
    ours = [*cells, Cell(Opinion.ACCEPTED if favours else Opinion.SILENT)]
    first = min((cell.opinion for cell in ours), key=ORDER.index)
    alike = [cell for cell in ours if cell.opinion is first]
    probabilities = [cell.probability for cell in alike if cell.probability is not None]
    return Cell(first, tuple(id_ for cell in alike for id_ in cell.demands), max(probabilities, default=None))


def _favours(case: Case, who: str, side: str, *, is_tallied: bool) -> bool:
    """Whether a side approves a candidate by name, or has given it the votes that it needs."""
    if isinstance(case.sides[side].consent, Threshold):
        return is_tallied or any(entry.side == side and entry.tally is not None for entry in case.record)
    stated = case.preferences.get(side)
    return stated is not None and stated.kind is Kind.APPROVES and stated.scores.get(who, Fraction(0)) > 0


def _result(case: Case, who: str, cells: dict[tuple[str, str], Cell], *, may_sit: bool) -> Result:
    if not may_sit:
        return Result.INELIGIBLE
    binding = {cells[who, side].opinion for side in case.holders}
    for opinion, result in REFUSING.items():
        if opinion in binding:
            return result
    return Result.PARTLY if Opinion.PARTLY in binding else Result.FREE
