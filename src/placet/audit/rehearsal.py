"""A rehearsal before a round opens: made-up sheets, to find what the rules leave open while it can still be agreed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from placet.audit.agreement import Agreement
from placet.audit.recompute import check_usable, roster
from placet.errors import PlacetError
from placet.procedures.appoint import appoint
from placet.procedures.build import Terms
from placet.procedures.game import Party
from placet.procedures.sheets import Entry, Sheet
from placet.procedures.shelf import rules_of
from placet.procedures.unstated import Unstated

MOST_ORDERS = 12
"""So many orders of the list, each turned by one name more for each further side, are tried."""

REVERSED, SWAPPED = -1, -2
"""Two more orders: every other side from the other end, or with the first two names swapped, as only a lot decides."""

Scene = tuple[list[Sheet], list[str], list[str]]
"""The sheets, the sides that are silent, and the nominees who decline."""


@dataclass(frozen=True)
class Rehearsal:
    """What a rehearsal showed.

    Parameters
    ----------
    gaps : tuple of Unstated
        The fields that some run needs and that neither rules nor settings fill.
    blocking : PlacetError or None
        Why no run came to an end or to a gap: such as a list of another length than the rule says.
    fails_on_silence : bool
        Whether the procedure has no way on when a side hands in nothing.
    fewest_left : int or None
        How many names at least nobody can have struck, where every strike counts and their number is limited. None
        where strikes go by turns, or nobody strikes at all.
    """

    gaps: tuple[Unstated, ...]
    blocking: PlacetError | None
    fails_on_silence: bool
    fewest_left: int | None


def left_open(agreement: Agreement) -> tuple[Unstated, ...]:
    """Return the fields that some run of this round would need and that neither rules nor settings fill."""
    return rehearse(agreement).gaps


def rehearse(agreement: Agreement) -> Rehearsal:
    """Run the procedure on made-up sheets: agreement, opposition, silence of each side, all strikes, a refusal.

    A field that shows only after another is filled shows when the round is rehearsed again.

    Notes
    -----
    At most some 300 runs: 0.1 s for two sides and ten names.
    """
    gaps: dict[str, Unstated] = {}
    blocking: PlacetError | None = None
    ended, stuck = False, False
    for sheets, silent, declined in _scenes(agreement):
        try:
            _run(agreement, sheets, silent, declined)
            ended = True
        except Unstated as gap:
            gaps.setdefault(gap.field, gap)
        except PlacetError as error:  # the scene is not possible under these rules
            blocking = blocking or error
            stuck = stuck or bool(silent)
    is_dead = not ended and not gaps
    return Rehearsal(
        tuple(gaps.values()),
        blocking if is_dead else None,
        stuck and not is_dead,
        None if is_dead else _fewest_left(agreement),
    )


def _fewest_left(agreement: Agreement) -> int | None:
    """How many names are left on all lists together when every side strikes others, as many as it may."""
    if rules_of(agreement.procedure).mechanism != "strike-and-rank":
        return None
    left, is_struck = 0, False
    for one in dict.fromkeys(named.list for named in agreement.names):
        length = sum(named.list == one for named in agreement.names)
        most = [_most_struck(agreement, side, one, length) for side in agreement.terms.sides]
        left += max(0, length - sum(most))
        is_struck = is_struck or any(most)
    return left if is_struck else None


def _most_struck(agreement: Agreement, side: str, one: str, length: int) -> int:
    """How many names of one list a side may strike, found by trying sheets."""
    names, wants_ranks = [named.name for named in agreement.names], _wants_ranks(agreement)
    for count in range(length, 0, -1):
        try:
            check_usable(agreement, _sheet(agreement, side, names, {one: count}, wants_ranks))
        except PlacetError:
            continue
        return count
    return 0


def _run(agreement: Agreement, sheets: Sequence[Sheet], silent: Sequence[str], declined: Sequence[str]) -> None:
    appoint(
        rules_of(agreement.procedure),
        sheets,
        agreement.settings.items(),
        silent=silent,
        declined=declined,
        roster=roster(agreement),
        roster_file="the list",
    )


def _scenes(agreement: Agreement) -> Iterator[Scene]:
    sides, names = sorted(agreement.terms.sides), [named.name for named in agreement.names]
    length = max(sum(named.list == one for named in agreement.names) for one in {n.list for n in agreement.names})
    wants_ranks, lists = _wants_ranks(agreement), {named.list for named in agreement.names}
    for count in range(length + 1):
        struck = dict.fromkeys(lists, count)
        for turned in (*range(min(length, MOST_ORDERS)), REVERSED, SWAPPED):
            yield (
                [
                    _sheet(agreement, side, _turned(names, turned, at), struck, wants_ranks)
                    for at, side in enumerate(sides)
                ],
                [],
                [],
            )
    for quiet in sides:
        yield [_sheet(agreement, side, names, {}, wants_ranks) for side in sides if side != quiet], [quiet], []
    for declining in names[:1]:
        yield [_sheet(agreement, side, names, {}, wants_ranks) for side in sides], [], [declining]


def _wants_ranks(agreement: Agreement) -> bool:
    return Terms(rules_of(agreement.procedure), tuple(agreement.settings.items())).get("ranks") != "none"


def _turned(names: Sequence[str], turned: int, at: int) -> list[str]:
    """The list in another order for each side: begun further down, from the other end, or two neighbours swapped."""
    if turned == REVERSED:
        return list(reversed(names)) if at % 2 else list(names)
    if turned == SWAPPED:
        return [*reversed(names[:2]), *names[2:]] if at % 2 else list(names)
    by = turned * at % len(names)
    return [*names[by:], *names[:by]]


def _sheet(
    agreement: Agreement, side: str, order: Sequence[str], strikes: Mapping[str, int], wants_ranks: bool
) -> Sheet:
    """A sheet that strikes the last few names of each list in this order, and ranks the others if ranks are wanted."""
    entries = []
    for one in dict.fromkeys(named.list for named in agreement.names):
        members = {named.name for named in agreement.names if named.list == one}
        on_list = [name for name in order if name in members]
        stay = len(on_list) - strikes.get(one, 0)
        ranks = {name: place for place, name in enumerate(on_list[: max(0, stay)], 1)} if wants_ranks else {}
        turns = {name: place for place, name in enumerate(reversed(on_list[max(0, stay) :]), 1)}
        entries += [Entry(name, one, ranks.get(name), turns.get(name), line, 1) for line, name in enumerate(on_list, 2)]
    return Sheet(Party(side, side), f"the sheet of {side}", tuple(entries))
