"""A game at one table: a named procedure with its settings, as it is opened, written down, and opened again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from placet.errors import QuestionError
from placet.procedures.attended import Attended
from placet.procedures.build import Terms, build, paper_for
from placet.procedures.game import Paper, Party, State
from placet.procedures.logs import READABLE, paper_from, paper_to_dict, play_again, steps_of
from placet.procedures.sheet_checks import check_lists
from placet.procedures.shelf import rules_of

Lists = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class TableGame:
    """A named procedure, its settings, what lies before the parties, and from whom chance can draw another name.

    Parameters
    ----------
    terms : Terms
        The rules with what is set for this game.
    paper : Paper
        The lists, the parties and whose turn it is.
    roster : tuple of str
        Who can be drawn for somebody who is taken off the list.
    """

    terms: Terms
    paper: Paper
    roster: tuple[str, ...] = ()

    def start(self) -> State:
        """Return the game before the first move.

        Raises
        ------
        Unstated
            If it cannot begin without a field that is neither stated nor set.
        QuestionError
            If a setting, the parties or the candidates are not as the procedure needs them.
        """
        procedure = build(self.terms, self.paper.parties)
        return Attended(procedure, self.roster, self.terms.rules.authority).start(self.paper)

    def to_dict(self, state: State) -> dict[str, Any]:
        """Return the game and all that happened as the JSON contract has it.

        The moves stand in it as they were made, sealed papers too, for only so can it be played again.
        """
        rules = self.terms.rules
        return {
            "procedure": rules.id,
            "citation": rules.citation,
            "outcome": None if state.outcome is None else state.outcome.to_dict(),
            "steps": steps_of(state.log),
            "assumed": self.terms.assumed,
            "paper": paper_to_dict(self.paper),
            "roster": list(self.roster),
        }


def open_game(
    name: str,
    lists: Lists,
    parties: Sequence[str],
    settings: Sequence[tuple[str, str]] = (),
    roster: Sequence[str] = (),
) -> TableGame:
    """Return the game of a named procedure.

    Parameters
    ----------
    lists : tuple of (str, tuple of str)
        Each list with the names on it; ``""`` names the only one.
    parties : sequence of str
        Who plays: ``union``, or ``claimants.ash`` for one of several parties on a side.

    Raises
    ------
    Unstated, QuestionError
        If something is missing or cannot be.
    """
    terms = Terms(rules_of(name), tuple(settings))
    seen = tuple(Party(party, party.partition(".")[0]) for party in parties)
    for party in parties:
        if list(parties).count(party) > 1:
            raise QuestionError(f"the party {party} twice", "each party once")
    if len(seen) < 2:
        raise QuestionError(f"{len(seen)} parties", "two or more")
    check_lists(terms, tuple(lists))
    game = TableGame(terms, paper_for(terms, tuple(lists), seen), tuple(roster))
    game.start()
    return game


def open_again(written: Any) -> tuple[TableGame, State]:
    """Return a game and where it stands, from the JSON of its log.

    Raises
    ------
    QuestionError
        If it is no log, or a step of it is not what the rule makes of the moves.
    """
    if not isinstance(written, Mapping) or "paper" not in written:
        raise QuestionError("no log of a game", READABLE)
    settings, steps, roster = written.get("assumed"), written.get("steps"), written.get("roster", [])
    if not isinstance(settings, Mapping) or not isinstance(steps, list) or not isinstance(roster, list):
        raise QuestionError("a log without its settings, its steps or its roster", READABLE)
    pairs = tuple((str(field), str(value)) for field, value in settings.items())
    terms = Terms(rules_of(str(written.get("procedure"))), pairs)
    game = TableGame(terms, paper_from(written["paper"]), tuple(map(str, roster)))
    people = _people(written["paper"])
    procedure = Attended(build(terms, game.paper.parties, people), game.roster, terms.rules.authority)
    state = play_again(procedure, game.paper, steps)
    told = written.get("outcome")
    if state.outcome is not None and told is not None and told != state.outcome.to_dict():
        raise QuestionError("another outcome than its steps have", "the outcome that the rule makes of the moves")
    return game, state


def _people(paper: Any) -> Lists:
    """Return whom each party can name for the offices it picks, as a run from sheets has written it."""
    named = paper.get("people", {}) if isinstance(paper, Mapping) else {}
    try:
        return tuple((str(party), tuple(map(str, names))) for party, names in named.items())
    except (AttributeError, TypeError):
        raise QuestionError("people that cannot be read", READABLE) from None
