"""Preferences of the parties at a procedure: what each name is worth to each, and nobody at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from placet.case.spoken import nearest
from placet.errors import QuestionError

EQUAL_STEPS, SCORES = "equal-steps", "scores"
"""What a lot is worth: the mean of ranks, one step from each name to the next, or the mean of scores that are given."""


@dataclass(frozen=True)
class Preferences:
    """What everybody at the table would like, as everybody at the table knows.

    Parameters
    ----------
    worth : tuple of (str, tuple of (str, Fraction))
        For each party what each name is worth to it.
    nobody : tuple of (str, Fraction)
        What it is worth to each party that nobody is appointed.
    utility : str
        `EQUAL_STEPS` or `SCORES`.
    """

    worth: tuple[tuple[str, tuple[tuple[str, Fraction], ...]], ...]
    nobody: tuple[tuple[str, Fraction], ...]
    utility: str = EQUAL_STEPS

    @property
    def parties(self) -> tuple[str, ...]:
        """Everybody who has preferences, in the order of the alphabet."""
        return tuple(party for party, _ in self.worth)

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who is ranked, in the order of the alphabet."""
        return tuple(name for name, _ in self.worth[0][1])

    @property
    def rankings(self) -> dict[str, tuple[str, ...]]:
        """Each party's names, best first; equal ones in the order of the alphabet."""
        return {
            party: tuple(name for name, _ in sorted(worth, key=lambda pair: (-pair[1], pair[0])))
            for party, worth in self.worth
        }

    @property
    def is_strict(self) -> bool:
        """Whether nobody finds two names equally good, and everybody finds nobody at all worse than any name."""
        nobody = dict(self.nobody)
        return all(
            len({score for _, score in worth}) == len(worth) and all(score > nobody[party] for _, score in worth)
            for party, worth in self.worth
        )

    def rank(self, party: str, name: str) -> int:
        """Return a name's rank for a party, 1 for the best; equal names have the same."""
        worth = dict(dict(self.worth)[party])
        return 1 + sum(score > worth[name] for score in worth.values())

    def is_efficient(self, name: str) -> bool:
        """Whether no other name is better for somebody and worse for nobody."""
        scores = [dict(worth) for _, worth in self.worth]
        return not any(
            all(one[other] >= one[name] for one in scores) and any(one[other] > one[name] for one in scores)
            for other in self.names
        )


def preferences_of(rankings: Mapping[str, Sequence[str]]) -> Preferences:
    """Return the preferences that rankings tell, best first; of m names the best is worth m, the last 1, nobody 0.

    Raises
    ------
    QuestionError
        If nobody or only one party ranks, or if they do not all rank the same names, each once.
    """
    if len(rankings) < 2:
        raise QuestionError(f"{len(rankings)} rankings", "those of two sides or more")
    first = next(iter(rankings))
    names = sorted(set(rankings[first]))
    if not names:
        raise QuestionError(f"no names in the ranking of {first}", "one name or more")
    for party, ranking in rankings.items():
        for name in ranking:
            if name not in names:
                found = f"{name} in the ranking of {party}, and not in that of {first}"
                raise QuestionError(found, "the same names in all rankings", nearest(name, names))
            if list(ranking).count(name) > 1:
                raise QuestionError(f"{name} twice in the ranking of {party}", "each name once")
        for name in names:
            if name not in ranking:
                found = f"no rank for {name} in the ranking of {party}"
                raise QuestionError(found, "the same names in all rankings")
    worth = tuple(
        (party, tuple(sorted((name, Fraction(len(names) - place)) for place, name in enumerate(rankings[party]))))
        for party in sorted(rankings)
    )
    return Preferences(worth, tuple((party, Fraction(0)) for party, _ in worth))


def preferences_from_scores(
    scores: Mapping[str, Mapping[str, Fraction]], nobody: Mapping[str, Fraction]
) -> Preferences:
    """Return the preferences that scores tell; lots are worth the mean of the scores.

    Raises
    ------
    QuestionError
        If only one party has scores.
    """
    if len(scores) < 2:
        raise QuestionError(f"scores of {' and '.join(scores) or 'nobody'}", "those of two sides or more")
    worth = tuple((party, tuple(sorted(given.items()))) for party, given in sorted(scores.items()))
    return Preferences(worth, tuple((party, nobody[party]) for party, _ in worth), SCORES)
