"""Procedures beside each other: the same names and rankings, played by rank and looking ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from placet.errors import QuestionError
from placet.procedures.build import Terms
from placet.procedures.build_games import BY_TURNS
from placet.procedures.endings import Ending
from placet.procedures.equilibrium import begin, sincere_ending, solve_game
from placet.procedures.equilibrium_answer import Equilibrium
from placet.procedures.equilibrium_induction import TooLarge
from placet.procedures.preferences import Preferences
from placet.procedures.rules import Rules, list_size
from placet.procedures.shelf import rules_on_shelf
from placet.procedures.unstated import Unstated

LARGEST = 15_000
"""Combinations of moves for each procedure: a comparison is to take seconds."""

MOST_SHEETS = 4_000_000
"""Combinations of sheets for each procedure: those of six names."""

TOO_LARGE, NOT_OURS = "too-large", "not-ours"
"""Why clever play was not found: there is too much to look at, or somebody who is no side decides."""

FILLED = {"tie": "lot", "aggregate": "sum", "ranks": "survivors", "case-number": "1", "shared": "appointed"}
"""What is filled in where a rule leaves it open; strikes are the number that leaves one name, first is each side."""


NOT_COMPARED = frozenset({"picks", "repeated-ballots", "straw-polls", "reasoned-vote", "consent-rounds"})
"""Mechanisms that fill offices, and those that can go on for ever."""


@dataclass(frozen=True)
class Compared:
    """One procedure of a comparison.

    Parameters
    ----------
    terms : Terms
        The rules, with what was filled in.
    sincere : Ending
        What comes of it when everybody follows its ranking.
    clever : Equilibrium or None
        What comes of it when everybody looks ahead; None if that was not found.
    why_not : str or None
        Why it was not.
    """

    terms: Terms
    sincere: Ending
    clever: Equilibrium | None
    why_not: str | None

    def to_dict(self, preferences: Preferences) -> dict[str, Any]:
        """Return the row as the JSON contract has it."""
        found = self.clever
        return {
            "procedure": self.terms.rules.id,
            "settings": self.terms.assumed,
            "sincere": {"chances": self.sincere.to_dict(), **_measures((self.sincere,), preferences)},
            "equilibrium": None
            if found is None
            else {
                "concept": found.concept,
                "method": found.method,
                "outcomes": [list(names) for names in found.outcomes],
                "equilibria": [ending.to_dict() for ending in found.endings],
                **_measures(found.endings, preferences),
            },
            "not_found": self.why_not,
        }


@dataclass(frozen=True)
class Comparison:
    """Procedures beside each other; `left_out` are those that do not fit these names and sides."""

    preferences: Preferences
    rows: tuple[Compared, ...]
    left_out: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as the JSON contract has it."""
        return {
            "sides": list(self.preferences.parties),
            "names": list(self.preferences.names),
            "utility": self.preferences.utility,
            "compared": [row.to_dict(self.preferences) for row in self.rows],
            "left_out": list(self.left_out),
        }


def compare_procedures(
    preferences: Preferences, procedures: Iterable[Rules] | None = None, *, largest: int = LARGEST
) -> Comparison:
    """Return what each procedure makes of the same preferences.

    Parameters
    ----------
    procedures : iterable of Rules, optional
        Left out: every one on the shelf that appoints one person from one list.
    largest : int
        How many combinations of moves are looked at for each before clever play is given up.

    Notes
    -----
    A field that a rule leaves open is filled in and told. Where somebody begins and the rule does not say who, there is
    a row for each. All on the shelf take about 3 s of CPU for two sides and five names.
    """
    rows: list[Compared] = []
    left_out: list[str] = []
    for rules in rules_on_shelf().values() if procedures is None else procedures:
        found = tuple(_rows(rules, preferences, largest))
        rows.extend(found)
        if not found:
            left_out.append(rules.id)
    return Comparison(preferences, tuple(rows), tuple(left_out))


def _rows(rules: Rules, preferences: Preferences, largest: int) -> Iterator[Compared]:
    if rules.lists or rules.fields["seats"].value not in {None, "1"} or rules.mechanism in NOT_COMPARED:
        return
    settings: dict[str, str] = {}
    size, stated = len(preferences.names), rules.fields["list"].value
    if stated is not None and not _fits(size, stated):
        settings["list"] = str(size)
    is_open = rules.mechanism in BY_TURNS and rules.fields["first"].value is None
    for first in preferences.parties if is_open else (None,):
        given = settings if first is None else {**settings, "first": first}
        row = _row(rules, preferences, given, largest)
        if row is not None:
            yield row


def _fits(size: int, stated: str) -> bool:
    least, most = list_size(stated)
    return least <= size and (most is None or size <= most)


def _row(rules: Rules, preferences: Preferences, settings: dict[str, str], largest: int) -> Compared | None:
    """Return the row of a procedure, with every gap filled that stops it; None if one cannot be."""
    filled = dict(settings)
    while True:
        terms = Terms(rules, tuple(filled.items()))
        try:
            state = begin(terms, preferences)
            try:
                clever = solve_game(state, preferences, terms, largest=largest, most_sheets=MOST_SHEETS)
            except TooLarge:
                return Compared(terms, sincere_ending(state, preferences, terms), None, TOO_LARGE)
            except Unstated:
                raise
            except QuestionError:
                return Compared(terms, sincere_ending(state, preferences, terms), None, NOT_OURS)
            return Compared(terms, clever.sincere, clever, None)
        except Unstated as gap:
            value = _filling(gap.field, preferences)
            if value is None or gap.field in filled:
                return None
            filled[gap.field] = value
        except QuestionError:
            return None


def _filling(field: str, preferences: Preferences) -> str | None:
    if field == "strikes":
        return str((len(preferences.names) - 1) // len(preferences.parties))
    if field == "k":
        return str(len(preferences.names) // 2)
    return FILLED.get(field)


def is_efficient(endings: Sequence[Ending], preferences: Preferences) -> bool | None:
    """Whether nobody can be appointed than whom another name is better for somebody and worse for nobody.

    None where an end is nobody's appointment or that of several.
    """
    results = [result for ending in endings for result in ending.results]
    if not results or any(len(result.appointed) != 1 for result in results):
        return None
    return all(preferences.is_efficient(result.appointed[0]) for result in results)


def rank_range(endings: Sequence[Ending], party: str, preferences: Preferences) -> tuple[Fraction, Fraction] | None:
    """Return the best and the worst mean rank that a party can come to; None where nobody may be appointed."""
    ranks = [ending.rank(party, preferences) for ending in endings]
    known = [rank for rank in ranks if rank is not None]
    return (min(known), max(known)) if known and len(known) == len(ranks) else None


def can_fail(endings: Sequence[Ending]) -> bool:
    """Whether it can come to nobody's appointment by the sides."""
    return any(result.is_impasse for ending in endings for result in ending.results)


def _measures(endings: Sequence[Ending], preferences: Preferences) -> dict[str, Any]:
    ranks = {party: rank_range(endings, party, preferences) for party in preferences.parties}
    return {
        "ranks": {
            party: None if found is None else {"best": str(found[0]), "worst": str(found[1])}
            for party, found in ranks.items()
        },
        "efficient": is_efficient(endings, preferences),
        "impasse": can_fail(endings),
    }
