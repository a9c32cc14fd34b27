"""How a procedure will be played when everybody looks ahead: the outcomes of equilibrium, by theory or by search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from placet.errors import QuestionError
from placet.procedures.build import Terms, build, paper_for
from placet.procedures.clever_play import subgame_perfect
from placet.procedures.closed_forms import ClosedForm, closed_form
from placet.procedures.drive import play_out
from placet.procedures.endings import Ending, Result, ending_of, mixed
from placet.procedures.equilibrium_answer import (
    BACKWARD_INDUCTION,
    CLOSED_FORM,
    ENUMERATION,
    NASH,
    SUBGAME_PERFECT,
    Equilibrium,
)
from placet.procedures.equilibrium_induction import LARGEST, TooLarge, endings_by_induction
from placet.procedures.game import Party, State
from placet.procedures.nash_sheets import endings_by_sheets
from placet.procedures.preferences import Preferences, preferences_of
from placet.procedures.rules import Rules
from placet.procedures.sheet_checks import check_lists
from placet.procedures.sheet_game import MOST_SHEETS, sheet_game
from placet.procedures.shelf import rules_of
from placet.procedures.strategies import sincere

__all__ = ["TooLarge", "begin", "equilibrium", "sincere_ending", "solve_game", "subgame_perfect"]


def equilibrium(
    procedure: str | Rules,
    preferences: Preferences | Mapping[str, Sequence[str]],
    settings: Mapping[str, str] | Iterable[tuple[str, str]] = (),
    *,
    by_search: bool = False,
    largest: int = LARGEST,
) -> Equilibrium:
    """Return whom a procedure appoints when everybody knows what everybody wants, and plays as well as possible.

    Parameters
    ----------
    procedure : str or Rules
        The name of a procedure with one list.
    preferences : Preferences, or mapping of str to sequence of str
        What each party wants; rankings are best first.
    settings : mapping or iterable of (str, str)
        What fills the fields that the rule does not state.
    by_search : bool
        Whether to search even where theory has a closed form.
    largest : int
        How many combinations of moves a search looks at before it gives up.

    Raises
    ------
    Unstated
        If the game needs a field that is neither stated nor set.
    TooLarge
        If theory has no closed form, and there is too much to look at.
    QuestionError
        If something that was given cannot be, or somebody who is no party decides.

    Notes
    -----
    Closed forms take milliseconds for 100 names. A search handles seven names where each of two sides strikes up to
    three and ranks the others (7.7 s of CPU), and thirteen where they strike by turns (2.3 s).

    Examples
    --------
    >>> answer = equilibrium("shortlisting", {"north": "abcde", "south": "ecbda"}, {"first": "north"})
    >>> answer.outcomes, answer.concept, answer.method
    ((('b',),), 'subgame-perfect', 'closed-form')
    """
    rules = rules_of(procedure) if isinstance(procedure, str) else procedure
    wanted = preferences if isinstance(preferences, Preferences) else preferences_of(preferences)
    pairs = settings.items() if isinstance(settings, Mapping) else settings
    terms = Terms(rules, tuple(pairs))
    state = begin(terms, wanted)
    return solve_game(state, wanted, terms, by_search=by_search, largest=largest)


def begin(terms: Terms, preferences: Preferences) -> State:
    """Return the game of a procedure before its first move, with the ranked names as its list.

    Raises
    ------
    QuestionError
        If the procedure has several lists, or the list is not as long as its rule says.
    """
    if terms.rules.lists:
        found = f"{terms.rules.id}, which has {len(terms.rules.lists)} lists"
        raise QuestionError(found, "a procedure with one list")
    parties = tuple(Party(name, name.partition(".")[0]) for name in preferences.parties)
    lists = (("", preferences.names),)
    check_lists(terms, lists)
    return build(terms, parties).start(paper_for(terms, lists, parties))


def solve_game(
    state: State,
    preferences: Preferences,
    terms: Terms,
    *,
    by_search: bool = False,
    largest: int = LARGEST,
    most_sheets: int = MOST_SHEETS,
) -> Equilibrium:
    """Return the equilibria of a game from its first move: by theory where it can, else by search."""
    form = None if by_search else closed_form(state, preferences)
    if form is not None:
        concept = NASH if form.theorem == "vetoes" else SUBGAME_PERFECT
        return _answer(state, preferences, terms, form.endings, (concept, CLOSED_FORM), form)
    game = sheet_game(state, most_sheets)
    if game is not None:
        return _answer(state, preferences, terms, endings_by_sheets(game, preferences), (NASH, ENUMERATION))
    found = endings_by_induction(state, preferences, largest)
    how = (SUBGAME_PERFECT, BACKWARD_INDUCTION) if found.is_staged else (NASH, ENUMERATION)
    return _answer(state, preferences, terms, found.endings, how)


def _answer(  # noqa: PLR0917 -- all that an answer is made of
    state: State,
    preferences: Preferences,
    terms: Terms,
    endings: Iterable[Ending],
    how: tuple[str, str],
    form: ClosedForm | None = None,
) -> Equilibrium:
    # Sincere play comes last: a game that could go on for ever has been refused before.
    unwary = sincere_ending(state, preferences, terms)
    theorem, course = (None, ()) if form is None else (form.theorem, form.course)
    return Equilibrium(terms, preferences, tuple(sorted(endings)), *how, unwary, theorem, course)


def sincere_ending(state: State, preferences: Preferences, terms: Terms) -> Ending:
    """Return what comes of a game when every party follows its ranking and looks no move ahead.

    It strikes its worst names as far as it may (nobody where the rule sets no number), lists and offers its best, and
    accepts the first offer.
    """
    strikes = terms.get("strikes") or ""
    caps = [int(strikes) if strikes.isdecimal() else 0, *(most for _, most in terms.numbers("caps"))]
    branches = play_out(state, sincere(preferences.rankings, max(caps)))
    left_open = Ending(((Result(referred_to=terms.rules.authority or ""), Fraction(1)),))
    return mixed(
        (left_open if branch.state.outcome is None else ending_of(branch.state.outcome), branch.probability)
        for branch in branches
    )
