"""What the deadlock graph says: the verdict, each clash, the ways out, and the table behind it."""

from __future__ import annotations

from dataclasses import dataclass

from placet.pictures.picture import Row
from placet.words import Message, message, say
from placet.zone.conflicts import Conflict
from placet.zone.count import Count
from placet.zone.sentences import Teller, counted
from placet.zone.shortage import Shortage
from placet.zone.solution import Solution

MOST_CLASHES, MOST_DEMANDS, MOST_WAYS, MOST_PER_WAY = 8, 24, 3, 8


@dataclass(frozen=True)
class Way:
    """A way out: what is said above it, the demands that are given up, and each as a sentence."""

    head: Message
    lines: tuple[Message, ...]
    demands: tuple[str, ...]


def verdict(solution: Solution) -> tuple[Message, ...]:
    """Return the first sentences under the title."""
    if solution.feasibility.impossible is not None:
        return (message("pictures.deadlock.impossible"),)
    if solution.feasibility:
        return (message("pictures.deadlock.open"),)
    is_whole = solution.conflicts.complete
    id_ = "pictures.deadlock.says" if is_whole else "pictures.deadlock.at-least"
    return (message(id_, count=len(solution.conflicts.found)),)


def shown_clashes(solution: Solution) -> tuple[tuple[Conflict, ...], int]:
    """Return the clashes that are drawn, smallest first, and how many are not."""
    chosen: list[Conflict] = []
    demands: set[str] = set()
    for clash in solution.conflicts.found[:MOST_CLASHES]:
        if chosen and len(demands | set(clash.demands)) > MOST_DEMANDS:
            break
        chosen.append(clash)
        demands |= set(clash.demands)
    return tuple(chosen), len(solution.conflicts.found) - len(chosen)


def clash_lines(clash: Conflict, teller: Teller, number: int) -> tuple[Message, ...]:
    """Return what stands in the box of a clash: its number, its sides, and the rules that it is given."""
    given = (message("pictures.deadlock.given", rule=teller.rule(id_)) for id_ in clash.given[:MOST_PER_WAY])
    sides = teller.sides(teller.demands[id_].side for id_ in clash.demands)
    between = message("pictures.deadlock.between", sides=sides)
    return (message("pictures.deadlock.clash", number=number), between, *given)


def shortage_words(shortage: Shortage) -> Message:
    """Return how many people are left for how many chairs."""
    chairs = (
        message("pictures.deadlock.one-chair")
        if shortage.seats == 1
        else message("pictures.deadlock.chairs", number=shortage.seats)
    )
    if not shortage.people:
        return message("pictures.deadlock.short-nobody", seats=chairs)
    return message("pictures.deadlock.short", count=len(shortage.people), seats=chairs)


def ways_out(solution: Solution, teller: Teller) -> tuple[Way, ...]:
    """Return the cheapest ways out; single demands that cost the same are one way: give up either of them."""
    found = solution.concessions.found
    if not found:
        is_stuck = not solution.feasibility and solution.feasibility.impossible is None
        return (Way(message("pictures.deadlock.no-way"), (), ()),) if is_stuck else ()
    opens = dict(enumerate(solution.opens))
    either = [at for at, one in enumerate(found) if one.cost == found[0].cost and len(one.give_up) == 1]
    if len(found[0].give_up) == 1 and len(either) > 1:
        lines = tuple(_with_opens(teller, found[at].give_up[0], opens.get(at)) for at in either[:MOST_PER_WAY])
        demands = tuple(found[at].give_up[0] for at in either[:MOST_PER_WAY])
        return (Way(message("pictures.deadlock.either", count=len(either)), lines, demands),)
    ways = []
    for at, one in enumerate(found[:MOST_WAYS]):
        told = [teller.demand(id_) for id_ in one.give_up[:MOST_PER_WAY]]
        if (count := opens.get(at)) is not None:
            told.append(_opened(count))
        ways.append(Way(message("pictures.deadlock.both", count=len(one.give_up)), tuple(told), one.give_up))
    return tuple(ways)


def _with_opens(teller: Teller, id_: str, count: Count | None) -> Message:
    if count is None:
        return teller.demand(id_)
    return message("pictures.deadlock.opens-each", demand=teller.demand(id_), opens=_opened(count))


def _opened(count: Count) -> Message:
    id_ = "pictures.deadlock.opens" if count.exact else "pictures.deadlock.opens-at-least"
    return message(id_, **counted(str(count.value)))


def deadlock_table(solution: Solution, teller: Teller, lang: str) -> list[Row]:
    """Return every demand of every clash, and of the ways out that are told."""
    head = ("pictures.col.kind", "pictures.col.side", "pictures.col.demand")
    rows: list[Row] = [tuple(say(message(id_), lang) for id_ in head)]
    for number, clash in enumerate(solution.conflicts.found, start=1):
        kind = say(message("pictures.deadlock.clash", number=number), lang)
        rows += [(kind, _side(teller, id_, lang), say(teller.demand(id_), lang)) for id_ in clash.demands]
        rows += [
            (kind, "", say(message("pictures.deadlock.given", rule=teller.rule(id_)), lang)) for id_ in clash.given
        ]
    for way in ways_out(solution, teller):
        kind = say(way.head, lang)
        rows += [(kind, _side(teller, id_, lang), say(teller.demand(id_), lang)) for id_ in way.demands]
    rows += [(rows[0][0], "", say(teller.rule(id_), lang)) for id_ in solution.feasibility.impossible or ()]
    return rows


def _side(teller: Teller, id_: str, lang: str) -> str:
    return teller.case.sides[teller.demands[id_].side].name.say(lang)
