"""A rehearsal before a round opens: made-up sheets, to find what the rules leave open while it can still be agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from placet.audit.agreement import Agreement
from placet.errors import PlacetError
from placet.procedures.appoint import appoint
from placet.procedures.game import Party
from placet.procedures.sheets import Entry, Sheet
from placet.procedures.shelf import rules_of
from placet.procedures.unstated import Unstated


def left_open(agreement: Agreement) -> tuple[Unstated, ...]:
    """Return the fields that some run of this round would need and that neither rules nor settings fill.

    Made-up sheets cover agreement, opposition, silence of each side, all of the strikes allowed, and a nominee who
    declines. A field that shows only after another is filled shows when the round is rehearsed again.
    """
    found: dict[str, Unstated] = {}
    names = [named.name for named in agreement.names]
    for sheets, silent, declined in _scenes(agreement, names):
        try:
            appoint(
                rules_of(agreement.procedure),
                sheets,
                agreement.settings.items(),
                silent=silent,
                declined=declined,
                roster=[
                    Entry(named.name, named.list, None, None, at, 1) for at, named in enumerate(agreement.names, 2)
                ],
                roster_file="the list",
            )
        except Unstated as gap:
            found.setdefault(gap.field, gap)
        except PlacetError:
            continue  # the scene is not possible under these rules
    return tuple(found.values())


def _scenes(agreement: Agreement, names: Sequence[str]) -> Iterator[tuple[list[Sheet], list[str], list[str]]]:
    sides = sorted(agreement.terms.sides)
    for turned in (False, True):
        for strikes in range(min(len(names), 12)):
            yield (
                [
                    _sheet(agreement, side, [*reversed(names)] if turned and at else list(names), strikes)
                    for at, side in enumerate(sides)
                ],
                [],
                [],
            )
    for quiet in sides:
        yield [_sheet(agreement, side, list(names), 0) for side in sides if side != quiet], [quiet], []
    for declining in names[:1]:
        yield [_sheet(agreement, side, list(names), 0) for side in sides], [], [declining]


def _sheet(agreement: Agreement, side: str, order: list[str], strikes: int) -> Sheet:
    """A sheet that ranks the names in this order and strikes the last few of them."""
    struck = order[len(order) - strikes :]
    ranks = {name: place for place, name in enumerate(order[: len(order) - strikes], 1)}
    turns = {name: place for place, name in enumerate(reversed(struck), 1)}
    return Sheet(
        Party(side, side),
        f"the sheet of {side}",
        tuple(
            Entry(named.name, named.list, ranks.get(named.name), turns.get(named.name), line, 1)
            for line, named in enumerate(agreement.names, 2)
        ),
    )
