"""The answer to how a procedure will be played: outcomes, concept and method, and the same in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from placet.procedures.build import Terms
from placet.procedures.endings import Ending
from placet.procedures.preferences import Preferences
from placet.words import Message, message

SUBGAME_PERFECT, NASH = "subgame-perfect", "nash"
"""Concepts: best replies at every turn that could come up; best replies to what the others hand in at once."""

CLOSED_FORM, BACKWARD_INDUCTION, ENUMERATION = "closed-form", "backward-induction", "enumeration"
"""Methods: a theorem; from the ends of the game to its beginning; every combination of what is handed in at once."""

SOURCES = {
    "strikes": "Mueller, JET 1978; Moulin, Econometrica 1981",
    "k-names": "Barbera and Coelho, GEB 70, 2010",
    "shortlisting": "de Clippel, Eliaz and Knight, AER 104(11), 2014",
    "offers": "Anbarci, JET 1993; Erlich, Hazon and Kraus, IJCAI 2018",
    "vetoes": "Laslier, Nunez and Sanver, JET 2021",
    "picks": "Kohler and Chandrasekaran, Operations Research 19, 1971",
}
"""Where each theorem stands."""


@dataclass(frozen=True)
class Equilibrium:
    """How a procedure will be played by parties that look ahead and know each other's preferences.

    Parameters
    ----------
    endings : tuple of Ending
        Everything that can come of it; empty where no equilibrium in pure strategies exists.
    concept, method : str
        What is meant by played well, and how it was found.
    sincere : Ending
        What comes of it when everybody follows its ranking and looks no move ahead.
    theorem : str or None
        The theorem, where one was used; `SOURCES` has where it stands.
    course : tuple of (str, str, tuple of str)
        One way in which it goes, where the theorem tells it: who does what to whom.
    """

    terms: Terms
    preferences: Preferences
    endings: tuple[Ending, ...]
    concept: str
    method: str
    sincere: Ending
    theorem: str | None = None
    course: tuple[tuple[str, str, tuple[str, ...]], ...] = ()

    @property
    def outcomes(self) -> tuple[tuple[str, ...], ...]:
        """Who can be appointed, each set once; nobody where there can be an impasse or somebody else appoints."""
        found = {result.appointed for ending in self.endings for result in ending.results}
        return tuple(sorted(found))

    @property
    def improvements(self) -> tuple[tuple[str, str], ...]:
        """Each name that can be appointed and one that is better for somebody and worse for nobody."""
        names = {names[0] for names in self.outcomes if len(names) == 1 and names[0] in self.preferences.names}
        return tuple(
            (name, better) for name in sorted(names) if (better := better_than(name, self.preferences)) is not None
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as the JSON contract has it."""
        return {
            "procedure": self.terms.rules.id,
            "citation": self.terms.rules.citation,
            "concept": self.concept,
            "outcomes": [list(names) for names in self.outcomes],
            "method": self.method,
            "equilibria": [ending.to_dict() for ending in self.endings],
            "sincere": self.sincere.to_dict(),
            "utility": self.preferences.utility,
            "theorem": SOURCES[self.theorem] if self.theorem else None,
            "course": [{"by": party, "does": act, "names": list(names)} for party, act, names in self.course],
            "improvements": [{"appointed": name, "better": better} for name, better in self.improvements],
            "assumed": self.terms.assumed,
        }

    def explain(self) -> tuple[Message, ...]:
        """Return the answer in sentences: what comes of it, what it means to each, and without looking ahead."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Message]:
        if not self.endings:
            yield message("equilibrium.none")
        elif len(self.endings) == 1:
            yield message("equilibrium.one", what=say_ending(self.endings[0]))
            yield from say_ranks(self.endings[0], self.preferences)
        else:
            told = tuple(say_ending(ending) for ending in self.endings[:8])
            more = len(self.endings) - len(told)
            yield message("equilibrium.several", count=len(self.endings), what=told)
            if more:
                yield message("equilibrium.more", count=more)
        if self.endings == (self.sincere,):
            yield message("equilibrium.sincere.same")
        else:
            yield message("equilibrium.sincere", what=say_ending(self.sincere))
        for name, better in self.improvements:
            yield message("equilibrium.improvement", name=name, better=better)

    def reasons(self) -> tuple[Message, ...]:
        """Return by what concept and method it was found, and what is taken for granted."""
        told = [message(f"equilibrium.concept.{self.concept}")]
        if self.theorem:
            told += [
                message(f"equilibrium.theorem.{self.theorem}"),
                message("equilibrium.source", source=SOURCES[self.theorem]),
            ]
        else:
            told.append(message(f"equilibrium.method.{self.method}"))
        told.append(message("equilibrium.assumes"))
        told.append(message(f"equilibrium.nobody.{self.preferences.utility}"))
        if any(len(ending.chances) > 1 for ending in self.endings) or self.method != CLOSED_FORM:
            told.append(message(f"equilibrium.utility.{self.preferences.utility}"))
        return tuple(told)

    def steps(self) -> tuple[Message, ...]:
        """Return one way in which it goes, step by step; nothing where the theorem does not tell it."""
        return tuple(
            message(f"equilibrium.course.{act}", party=party, names=names) for party, act, names in self.course
        )


def better_than(name: str, preferences: Preferences) -> str | None:
    """Return a name that is better for somebody and worse for nobody, and that none is better than; None if none is."""
    scores = [dict(worth) for _, worth in preferences.worth]
    return next(
        (
            other
            for other in sorted(preferences.names)
            if all(one[other] >= one[name] for one in scores)
            and any(one[other] > one[name] for one in scores)
            and preferences.is_efficient(other)
        ),
        None,
    )


def say_ending(ending: Ending) -> Message:
    """Return who is appointed, or with what chances, as a part of a sentence."""
    parts = []
    for result, chance in ending.chances:
        if result.held:
            told = tuple(message("equilibrium.held", seat=seat, holder=holder) for seat, holder in result.held)
            what = message("equilibrium.names", names=told)
        elif result.appointed:
            what = message("equilibrium.names", names=result.appointed)
        elif result.referred_to:
            what = message("equilibrium.referred", who=result.referred_to)
        else:
            what = message("equilibrium.nobody")
        parts.append(what if chance == 1 else message("equilibrium.chance", what=what, chance=chance))
    return parts[0] if len(parts) == 1 else message("equilibrium.lot", parts=tuple(parts))


def say_ranks(ending: Ending, preferences: Preferences) -> Iterator[Message]:
    """Yield how high each party ranks what comes of it, where it is one seat."""
    for party in preferences.parties:
        rank = ending.rank(party, preferences)
        if rank is None:
            return
        words = "equilibrium.rank" if len(ending.chances) == 1 else "equilibrium.mean-rank"
        yield message(words, party=party, rank=Fraction(rank), size=len(preferences.names))
