"""How a sheet plays in polls, votes and consent: what it ranks it is for, what it strikes it is against."""

from __future__ import annotations

from placet.procedures.game import State
from placet.procedures.moves import SILENCE, Act, Move, Moves
from placet.procedures.sheets import Sheet
from placet.procedures.strategies import offered


def game_move(sheet: Sheet, allowed: Moves, state: State) -> Move | None:
    """Return the move of a sheet in one of these games; None where it is another kind of move.

    Notes
    -----
    A poll's paper is for the ranked, against the struck, and has no opinion of the rest; the column of reasons gives
    the reasons for strikes. A side names its best-ranked. In a round of consent it objects to a name that it strikes.
    """
    reasons = {entry.name: entry.reason for entry in sheet.entries if entry.reason}
    match allowed.acts[0]:
        case Act.GRADE:
            for_it, against, neither = allowed.grades
            ranked, struck = set(sheet.ranking), set(sheet.struck)
            grades = {
                name: against if name in struck else for_it if name in ranked else neither for name in allowed.names
            }
            if any(event.by is not None and event.by.id == sheet.party.id for event in state.log):
                return SILENCE if allowed.needs_reason else Move(Act.GRADE, grades=tuple(grades.items()))
            told = tuple((name, reasons[name]) for name in allowed.names if name in struck and name in reasons)
            return Move(Act.GRADE, grades=tuple(grades.items()), reasons=told)
        case Act.NOMINATE:
            best = [name for name in sheet.ranking if name in allowed.names]
            best += [name for name in allowed.names if name not in best and name not in sheet.struck]
            return Move(Act.NOMINATE, tuple(sorted(best[: allowed.most])))
        case Act.CONSENT:
            proposed = offered(state)
            if proposed is not None and proposed in sheet.struck:
                return Move(Act.OBJECT, reasons=((proposed, reasons.get(proposed, "")),))
            return Move(Act.CONSENT)
        case _:
            return None
