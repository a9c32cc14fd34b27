"""How a sheet plays: what it says of each name becomes the party's move, whenever its turn comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from placet.procedures.by_sheets_games import game_move
from placet.procedures.drive import Strategy
from placet.procedures.game import CHANCE, Actor, Role, State, side
from placet.procedures.moves import SILENCE, Act, Move, Moves, Ranking, sheet_move
from placet.procedures.picks import PicksState
from placet.procedures.sheets import Sheet


def by_sheets(
    sheets: Sequence[Sheet],
    *,
    declined: frozenset[str] = frozenset(),
    draws: tuple[str, ...] = (),
    choices: tuple[str, ...] = (),
) -> Strategy:
    """Return the strategy of parties that have handed in sheets; one without a sheet says nothing.

    Parameters
    ----------
    declined : frozenset of str
        Nominees who decline; the others say nothing.
    draws, choices : tuple of str
        What lots and coins showed and what the authority chose, one after the other; what comes after is left open.

    Notes
    -----
    By turns a sheet strikes its numbered strikes first, then its other strikes, then its worst-ranked. It lists and
    offers its best-ranked, chooses its best-ranked, and vetoes an offer that it strikes.
    """
    by_party = {sheet.party.id: sheet for sheet in sheets}

    def strategy(state: State, actor: Actor) -> Move | None:
        allowed = state.moves(actor)
        match actor.role:
            case Role.NOMINEE:
                return Move(Act.REFUSE) if actor.id in declined else SILENCE
            case Role.SIDE:
                sheet = by_party.get(actor.id)
                return SILENCE if sheet is None else _move(sheet, allowed, state)
            case _:
                script = draws if actor == CHANCE else choices
                made = sum(len(event.move.names) for event in state.log if event.move is not None and event.by == actor)
                act = Act.OFFER if Act.OFFER in allowed.acts else allowed.acts[0]
                wanted = max(1, allowed.least)
                names = script[made : made + wanted]
                return Move(act, names) if len(names) == wanted else None

    return strategy


def _move(sheet: Sheet, allowed: Moves, state: State) -> Move:
    of_a_game = game_move(sheet, allowed, state)
    if of_a_game is not None:
        return of_a_game
    if Act.MARK in allowed.acts:
        return _marks(sheet, allowed)
    if Act.STRIKE in allowed.acts:
        order = [name for name in sheet.strike_order if name in allowed.names]
        if allowed.most == 1:
            return Move(Act.STRIKE, tuple(order[:1])) if order else SILENCE
        struck = [name for name in order if name in sheet.struck] or order
        return Move(Act.STRIKE, tuple(sorted(struck[: allowed.most])))
    best = [name for name in sheet.ranking if name in allowed.names]
    best += [name for name in allowed.names if name not in sheet.ranking and name not in sheet.struck]
    best += [name for name in reversed(sheet.strike_order) if name in allowed.names and name not in best]
    if Act.SHORTLIST in allowed.acts:
        return Move(Act.SHORTLIST, tuple(sorted(best[: allowed.least])))
    if Act.OFFER in allowed.acts:
        return Move(Act.OFFER, tuple(best[:1]))
    if Act.ACCEPT in allowed.acts:
        offered = [event.move.names[0] for event in state.log if event.move and event.move.act is Act.OFFER][-1]
        return Move(Act.REFUSE if offered in sheet.struck else Act.ACCEPT)
    if Act.PASS in allowed.acts:
        return _pick(sheet, allowed, state)
    return Move(Act.CHOOSE, tuple(best[: max(1, allowed.least)]))


def _pick(sheet: Sheet, allowed: Moves, state: State) -> Move:
    """Return the best office that is left for which the sheet still has somebody, or the person for the one picked."""
    made = [event.move.names[0] for event in state.log if event.by == side(sheet.party.id) and event.move is not None
            and event.move.act is Act.CHOOSE]  # fmt: skip
    if isinstance(state, PicksState) and state.office is not None:
        person = sheet.person_for(state.office)
        return Move(Act.CHOOSE, (person,)) if person in allowed.names and person is not None else Move(Act.PASS)
    wanted = [name for name in sheet.ranking if name in allowed.names and sheet.person_for(name) not in made]
    return Move(Act.CHOOSE, tuple(wanted[:1])) if wanted else Move(Act.PASS)


def _marks(sheet: Sheet, allowed: Moves) -> Move:
    """Return the marks of a sheet for the lists that are out; ranks are counted within each list."""
    on_lists = {name for marked in allowed.sheet for name in marked.names}
    struck = sheet_move({name for name in sheet.struck if name in on_lists}).names
    if allowed.ranking is Ranking.NONE:
        return Move(Act.MARK, struck)  # ranks say whom it strikes later, by turns
    ranks: Mapping[str, int] = {entry.name: entry.rank for entry in sheet.entries if entry.rank is not None}
    pairs: list[tuple[str, int]] = []
    for marked in allowed.sheet:
        ranked = sorted((ranks[name], name) for name in marked.names if name in ranks)
        pairs.extend((name, place) for place, (_, name) in enumerate(ranked, 1))
    return Move(Act.MARK, struck, tuple(sorted(pairs)))
