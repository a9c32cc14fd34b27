"""What the others could work out about a side's sheet from each outcome that may be published; told before it seals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations, product
from typing import Any

from placet.audit.agreement import Agreement
from placet.audit.disclosure import disclosed
from placet.audit.recompute import check_usable, run_once, sheet_from
from placet.errors import PlacetError
from placet.procedures.drive import replay
from placet.procedures.game import CHANCE
from placet.procedures.sheets import Sheet
from placet.procedures.shelf import rules_of
from placet.seal.canonical import canonical, read_canonical
from placet.words import Message, message

MOST_NAMES, MOST_RUNS = 5, 6000
"""Beyond so many names, or runs of the procedure (0.3 ms each), what is certain is told instead of every outcome."""

STRUCK_IS_OUT = frozenset({"strike-and-rank"})
"""Mechanisms that never appoint a name which any sheet strikes, and for which the order of strikes does not matter."""

Written = dict[str, Any]


@dataclass(frozen=True)
class Foreseen:
    """One outcome that may be published, and what the other sides together would know of this side's sheet then.

    Parameters
    ----------
    published : mapping
        What the outcome entry would show: the appointment, and what is disclosed beside it.
    struck, kept : tuple of str
        Names of which they would know for certain that the side struck them, or that it did not; for the sheets of
        their own with which they would know most.
    possible : int
        How many sheets of the side would still be possible to them, at the least.
    """

    published: Mapping[str, Any]
    struck: tuple[str, ...]
    kept: tuple[str, ...]
    possible: int

    def to_dict(self) -> dict[str, Any]:
        """Return this outcome as the JSON contract has it."""
        return {"published": dict(self.published), "known_struck": list(self.struck),
                "known_kept": list(self.kept), "possible_sheets": self.possible}  # fmt: skip


@dataclass(frozen=True)
class Foresight:
    """What the others could infer from a side's sheet at the disclosure of its round.

    Parameters
    ----------
    outcomes : tuple of Foreseen
        Every outcome that can be published with this sheet; empty where there are too many sheets to go through.
    sheets : int
        How many sheets were gone through: all that strike or rank each name, and the side's own. 0 where none were.
    """

    level: str
    side: str
    sides: int
    strikes: tuple[str, ...]
    struck_is_out: bool
    outcomes: tuple[Foreseen, ...]
    sheets: int

    @property
    def is_exact(self) -> bool:
        """Whether every outcome was gone through."""
        return self.sheets > 0

    def explain(self) -> tuple[Message, ...]:
        """Return what is certain at this level of disclosure, in sentences."""
        other = "two" if self.sides == 2 else "more"
        told = []
        if self.level in {"slate", "size"} and self.struck_is_out:
            told.append(message(f"audit.foresee.appointed.{other}"))
        if self.level in {"agreed", "vetoes"}:
            none = "" if self.strikes else ".none"
            told.append(message(f"audit.foresee.{self.level}.{other}{none}", names=self.strikes))
        else:
            told.append(message(f"audit.foresee.{self.level}.{other}"))
        told.append(message(f"audit.foresee.honest.{other}"))
        return tuple(told)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        return {"disclosure": self.level, "exact": self.is_exact, "sheets": self.sheets,
                "outcomes": [one.to_dict() for one in self.outcomes]}  # fmt: skip


def foresee(agreement: Agreement, side: str, written: Written) -> Foresight:
    """Return what the other sides together could infer about a sheet, from each outcome that it may lead to.

    The others know the rules, what is published, and their own sheets. A sheet of the side is possible to them if it
    leads to what is published, for some fall of the lots. Whoever is given a full bundle after the opening needs no
    inference: it reads the sheet.

    Notes
    -----
    Exact up to 5 names while all pairs of sheets are at most 6,000: 4 names and two sides take about 2 s. Else, and
    where everything is disclosed, only what is certain at the level is told.
    """
    terms = agreement.terms
    is_out = rules_of(agreement.procedure).mechanism in STRUCK_IS_OUT
    certain = Foresight(terms.disclosure, side, len(terms.sides), tuple(written["strikes"]), is_out, (), 0)
    space = [] if len(agreement.names) > MOST_NAMES or terms.disclosure == "all" else every_sheet(agreement)
    others = sorted(terms.sides.keys() - {side})
    if not space or (len(space) + 1) ** len(terms.sides) > MOST_RUNS:
        return certain
    mine = space if written in space else [*space, written]
    found: dict[bytes, Foreseen] = {}
    names = frozenset(named.name for named in agreement.names)
    for theirs in product([None, *space], repeat=len(others)):
        known = dict(zip(others, theirs, strict=True))
        reached = [publications(agreement, {**known, side: sheet}) for sheet in mine]
        for shown in reached[mine.index(written)]:
            possible = [
                frozenset(sheet["strikes"]) for sheet, every in zip(mine, reached, strict=True) if shown in every
            ]
            struck, kept = frozenset.intersection(*possible), names - frozenset.union(*possible)
            before = found.get(shown)
            found[shown] = Foreseen(
                read_canonical(shown, "an outcome"),
                tuple(sorted(struck | set(before.struck if before else ()))),
                tuple(sorted(kept | set(before.kept if before else ()))),
                min(len(possible), before.possible if before else len(possible)),
            )
    return replace(certain, outcomes=tuple(found[shown] for shown in sorted(found)), sheets=len(mine))


def every_sheet(agreement: Agreement) -> list[Written]:
    """Return every sheet that strikes or ranks each name and that the procedure can use.

    Where the order of strikes cannot matter they stand in the order of the alphabet, and once.
    """
    names = [named.name for named in agreement.names]
    rules = rules_of(agreement.procedure)
    is_ranked = (agreement.settings.get("ranks") or rules.fields["ranks"].value) != "none"
    found: dict[bytes, Written] = {}
    for order in permutations(names):
        for count in range(len(names) + 1):
            struck, ranked = order[:count], list(order[count:]) if is_ranked else []
            written = {
                "strikes": sorted(struck) if rules.mechanism in STRUCK_IS_OUT else list(struck),
                "ranking": ranked,
                "reasons": {},
            }
            found.setdefault(canonical(written), written)
    return [written for written in found.values() if _is_usable(agreement, written)]


def publications(agreement: Agreement, sheets: Mapping[str, Written | None]) -> frozenset[bytes]:
    """Return everything that may be published of these sheets, for every fall of the lots; None is silence."""
    given = [sheet_from(agreement, side, written) for side, written in sheets.items() if written is not None]
    strikes = {sheet.party.id: frozenset(sheet.struck) for sheet in given}
    beside = disclosed(agreement, strikes, {})
    try:
        return frozenset(
            canonical({"appointment": appointment, "disclosed": beside})
            for appointment in _endings(agreement, given, ())
        )
    except PlacetError:  # the procedure has no way on, and nothing is published
        return frozenset()


def _endings(agreement: Agreement, sheets: Sequence[Sheet], draws: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    run = run_once(agreement, sheets, (), draws)
    if run.waits_for != "draw":
        outcome = run.outcome.to_dict()
        yield {
            "appointed": outcome["appointed"] or [],
            "impasse": outcome["impasse"],
            "referred_to": outcome["referred_to"] or "",
            "seats": outcome["seats"],
        }
        return
    for draw in replay(run.procedure, run.paper, run.steps).moves(CHANCE).every():
        yield from _endings(agreement, sheets, (*draws, *draw.names))


def _is_usable(agreement: Agreement, written: Written) -> bool:
    try:
        check_usable(agreement, sheet_from(agreement, "", written))
    except PlacetError:
        return False
    return True
