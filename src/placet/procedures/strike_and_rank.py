"""Strike and rank: each party strikes and ranks sealed from the others; the best combined rank is invited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from placet.errors import QuestionError
from placet.procedures.combine import Aggregate, Silence, Tie
from placet.procedures.game import Actor, Event, Outcome, Paper, Role, check_moves, next_turn, side
from placet.procedures.list_course import take_answer, take_out, take_sheets
from placet.procedures.moves import Act, Marked, Move, Moves, Ranking


@dataclass(frozen=True)
class ListRules:
    """What holds for one list.

    Parameters
    ----------
    id : str
        The list's name; ``""`` where there is only one.
    seats : int
        How many are appointed from it.
    strikes : int or None
        How many names each party may strike; None for any number.
    fill_from : tuple of str
        The lists from which its seats are filled when nobody is left on it, in this order.
    """

    id: str = ""
    seats: int = 1
    strikes: int | None = None
    fill_from: tuple[str, ...] = ()


@dataclass(frozen=True)
class StrikeAndRank:
    """Veto-rank, the list procedure of most institutions.

    Parameters
    ----------
    silence, aggregate : Silence, Aggregate or None
        None where the rule does not state it; the run asks when it needs it.
    ties : tuple of Tie
        The rules by which ties are broken, one after the other.
    case_is_odd : bool or None
        Whether the case number is odd, where a tie rule asks for it.
    asks_nominees : bool
        Whether those who come out are asked to accept; the next one is asked when they decline.
    authority : str or None
        Who appoints when the list fails; None if nobody does, and it ends in an impasse.

    Notes
    -----
    Truthful play is efficient, but the game has inefficient equilibria: de Clippel, Eliaz and Knight, AER 2014.
    """

    name: str = "veto-rank"
    lists: tuple[ListRules, ...] = (ListRules(),)
    ranking: Ranking = Ranking.SURVIVORS
    silence: Silence | None = None
    aggregate: Aggregate | None = Aggregate.SUM
    ties: tuple[Tie, ...] = ()
    case_is_odd: bool | None = None
    asks_nominees: bool = True
    authority: str | None = None

    def start(self, paper: Paper) -> StrikeAndRankState:
        """Return the game in which every party is about to hand in its sheet."""
        wanted, given = sorted(rules.id for rules in self.lists), sorted(name for name, _ in paper.lists)
        if wanted != given:
            raise QuestionError(f"the lists {', '.join(given)}", f"the lists {', '.join(wanted)}")
        return StrikeAndRankState(self, paper)


@dataclass(frozen=True)
class StrikeAndRankState:
    """A strike-and-rank game as it stands.

    Parameters
    ----------
    appointed : tuple of (str, str)
        The list whose seat was filled, and who has it.
    out : frozenset of str
        Who was struck or has declined.
    scored : frozenset of str
        The lists whose combined ranks the log has told.
    waits_for : (Actor, str, tuple of str) or None
        Who is to draw, choose or accept, for a seat of which list, and among whom.
    """

    procedure: StrikeAndRank
    paper: Paper
    log: tuple[Event, ...] = ()
    sheets: tuple[tuple[str, Move], ...] | None = None
    appointed: tuple[tuple[str, str], ...] = ()
    out: frozenset[str] = frozenset()
    scored: frozenset[str] = frozenset()
    waits_for: tuple[Actor, str, tuple[str, ...]] | None = None
    outcome: Outcome | None = None

    @property
    def to_move(self) -> frozenset[Actor]:
        """Every party at first; then a lot, the authority or a nominee."""
        if self.outcome is not None:
            return frozenset()
        if self.sheets is None:
            return frozenset(side(party.id) for party in self.paper.parties)
        return frozenset({self.waits_for[0]}) if self.waits_for else frozenset()

    def moves(self, actor: Actor) -> Moves:
        """Return what an actor may do."""
        if self.waits_for is None:
            return Moves((Act.MARK, Act.SILENCE), sheet=self._sheet(actor.id), ranking=self.procedure.ranking)
        names = self.waits_for[2]
        match actor.role:
            case Role.NOMINEE:
                return Moves((Act.ACCEPT, Act.REFUSE, Act.SILENCE))
            case Role.CHANCE:
                return Moves((Act.DRAW,), names)
            case _:
                return Moves((Act.CHOOSE,), names)

    def without(self, name: str, event: Event) -> StrikeAndRankState:
        """Return the state without a name; after the sheets came in the next one takes its place."""
        if self.sheets is None:
            return replace(self, log=(*self.log, event), paper=self.paper.without(name))
        return take_out(self, name, event)

    def _sheet(self, party: str) -> tuple[Marked, ...]:
        caps = dict(self.paper.caps)
        rules = {entry.id: entry for entry in self.procedure.lists}
        return tuple(
            Marked(name, names, 0 if self.procedure.ranking is Ranking.ALL else caps.get(party, rules[name].strikes))
            for name, names in self.paper.lists
        )

    def play(self, moves: Mapping[Actor, Move]) -> StrikeAndRankState:
        """Return the state after the sheets, a lot, a choice or a nominee's answer."""
        check_moves(self, moves)
        turn = next_turn(self.log)
        if self.waits_for is None:
            return take_sheets(self, moves, turn)
        ((actor, move),) = moves.items()
        return take_answer(self, actor, move, turn)
