"""What the slate board says: which settlements it shows, why each, and who comes and goes between two of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from placet.case.catalog import Catalog
from placet.case.nouns import Case
from placet.pictures.heading import names_of
from placet.pictures.picture import Row
from placet.pictures.text import shown
from placet.words import Message, Value, message, say
from placet.words.say import number
from placet.zone.ranking import Best
from placet.zone.sentences import Teller
from placet.zone.settlement import Settlement
from placet.zone.zone import Zone

MOST_WAYS, MOST_SHEETS = 3, 12


@dataclass(frozen=True)
class Sheet:
    """One settlement as the board shows it.

    Parameters
    ----------
    scores : Catalog of Fraction
        What it is worth to each side that stated preferences.
    objections : Catalog of tuple of str
        For each side that would object, by which demands.
    newcomers : frozenset of str
        Who did not sit in the one before.
    """

    number: int
    settlement: Settlement
    why: Message
    scores: Catalog[Fraction]
    objections: Catalog[tuple[str, ...]]
    newcomers: frozenset[str] = frozenset()


def sheets_of(zone: Zone, bests: Sequence[Best] | None) -> tuple[Sheet, ...]:
    """Return the settlements to show: the best ones, each once; in a deadlock what concessions would open."""
    if bests is None:
        bests = zone.bests()
    if not bests and not zone.feasible():
        found = tuple(one.settlement for one in zone.concessions().found[:MOST_WAYS])
        told = [
            _sheet(zone, at, one, message("zone.empty"), {}) for at, one in enumerate(dict.fromkeys(found), start=1)
        ]
        return _with_newcomers(told)
    named: dict[Settlement, list[Best]] = {}
    for best in bests:
        named.setdefault(best.settlement, []).append(best)
    told = []
    for at, (settlement, alike) in enumerate(list(named.items())[:MOST_SHEETS], start=1):
        criteria: tuple[Value, ...] = tuple(
            message(f"pictures.criterion.{best.criterion}") for best in alike if best.criterion is not None
        )
        why = message("pictures.board.by", names=criteria) if criteria else message("pictures.board.some")
        told.append(_sheet(zone, at, settlement, why, dict(alike[0].scores.items())))
    return _with_newcomers(told)


def _sheet(zone: Zone, at: int, settlement: Settlement, why: Message, scores: dict[str, Fraction]) -> Sheet:
    objections: dict[str, tuple[str, ...]] = {}
    for objection in zone.objections(settlement):
        objections[objection.side] = (*objections.get(objection.side, ()), objection.demand)
    ordered = Catalog((side, scores[side]) for side in zone.case.sides if side in scores)
    return Sheet(at, settlement, why, ordered, Catalog(objections.items()))


def _with_newcomers(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    newcomers = (replace(sheet, newcomers=seated(sheet) - seated(before)) for before, sheet in pairwise(sheets))
    return (*sheets[:1], *newcomers)


def seated(sheet: Sheet) -> frozenset[str]:
    """Return everybody who sits."""
    return frozenset(who for people in sheet.settlement.slate.values() for who in people)


def says_of(zone: Zone, sheets: Sequence[Sheet]) -> tuple[Message, ...]:
    """Return the sentence under the title."""
    if not sheets:
        return (message("pictures.board.nothing"),)
    is_open = not any(sheet.objections for sheet in sheets) and bool(zone.feasible())
    return (message("pictures.board.open" if is_open else "pictures.board.stuck", count=len(sheets)),)


def swap(case: Case, before: Sheet, after: Sheet) -> Message:
    """Say who goes and who comes between two settlements."""
    outs = [who for who in case.candidates if who in seated(before) - seated(after)]
    ins = [who for who in case.candidates if who in seated(after) - seated(before)]
    if not outs and not ins:
        return message("pictures.board.swap-none", number=before.number)
    nobody: tuple[Value, ...] = (message("pictures.board.nobody"),)
    return message(
        "pictures.board.swap",
        number=before.number,
        outs=names_of(case, outs) or nobody,
        ins=names_of(case, ins) or nobody,
    )


def board_table(teller: Teller, sheets: Sequence[Sheet], lang: str) -> list[Row]:
    """Return who sits where in each settlement, what it is worth to each side, and who would object."""
    case = teller.case
    head = ("pictures.col.settlement", "pictures.col.what", "pictures.col.who")
    rows: list[Row] = [tuple(say(message(id_), lang) for id_ in head)]
    for sheet in sheets:
        name = say(message("pictures.board.number", number=sheet.number), lang)
        for post, people in sheet.settlement.slate.items():
            names = ", ".join(shown(case.candidates[who].name.say(lang), who) for who in people)
            rows.append((name, shown(case.posts[post].title.say(lang), post), names))
        for term, option in sheet.settlement.terms.items():
            title = case.terms[term].options[option]
            rows.append((name, case.terms[term].title.say(lang), title.say(lang) if title else option))
        rows += [(name, case.sides[side].name.say(lang), number(score)) for side, score in sheet.scores.items()]
        for side, demands in sheet.objections.items():
            told = say(message("pictures.board.objects", side=case.sides[side].name), lang)
            rows += [(name, told, say(teller.demand(id_), lang)) for id_ in demands]
    return rows
