"""Why demands clash, as a sum that anybody can add up again from the case file.

Each line names something that must hold: the seats of a post, one post for a person, one option of a term, a rule, a
demand. Every line is taken so many times and all are added. On the left each appointment then counts for something;
on the right stands what is needed. Count the most that can be had on the left, leaving out whoever is refused: it is
less than what is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Pair = tuple[str, str]


@dataclass(frozen=True)
class CutProof:
    """Posts with more seats to fill than people left for them.

    `left` has, for each post, everybody whom nobody refuses there; `refused_by` the demands and rules that refuse
    the others.
    """

    posts: tuple[str, ...]
    people: tuple[str, ...]
    seats: int
    left: tuple[tuple[str, tuple[str, ...]], ...]
    refused_by: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the proof as the JSON contract has it."""
        return {
            "kind": "cut",
            "posts": list(self.posts),
            "people": list(self.people),
            "seats": self.seats,
            "left": {post: list(people) for post, people in self.left},
            "refused_by": list(self.refused_by),
        }


@dataclass(frozen=True)
class SumLine:
    """One line of a sum: what must hold, its bound, and how many times it is taken.

    `kind` is post, person, term, constraint, demand or assumed (the case being looked at, from the outermost).
    `weights` are what an appointment that the line is about can count for, the largest first, where that is not just
    1: for a share, what those whom it means count for and what everybody else does.
    """

    kind: str
    id: str
    times: int
    is_at_least: bool
    bound: int
    weights: tuple[int, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the line as the JSON contract has it."""
        line: dict[str, Any] = {self.kind: self.id, "times": self.times}
        line["at_least" if self.is_at_least else "at_most"] = self.bound
        return line | {"weights": list(self.weights)} if self.weights else line


@dataclass(frozen=True)
class SumProof:
    """Lines that add up to more than can be had.

    Parameters
    ----------
    lines : tuple of SumLine
    refused_by : tuple of str
        Demands and rules that refuse people or options: those do not count.
    needed, possible : int
        What the lines need together, and the most that appointments can give; `needed` is more.
    """

    lines: tuple[SumLine, ...]
    refused_by: tuple[str, ...]
    needed: int
    possible: int

    def to_dict(self) -> dict[str, Any]:
        """Return the proof as the JSON contract has it."""
        return {
            "kind": "multipliers",
            "lines": [line.to_dict() for line in self.lines],
            "refused_by": list(self.refused_by),
            "needed": self.needed,
            "possible": self.possible,
        }


@dataclass(frozen=True)
class AloneProof:
    """A demand or rule that no settlement meets, whatever else holds: `kind` says which of the two."""

    kind: str
    id: str

    def to_dict(self) -> dict[str, Any]:
        """Return the proof as the JSON contract has it."""
        return {"kind": "alone", self.kind: self.id}


@dataclass(frozen=True)
class CasesProof:
    """Either at most `most` of these appointments are made or more, and neither works.

    `seats` are (candidate, post) pairs or (term, option) pairs.
    """

    seats: tuple[Pair, ...]
    most: int
    at_most: Proof
    more: Proof

    def to_dict(self) -> dict[str, Any]:
        """Return the proof as the JSON contract has it."""
        return {
            "kind": "cases",
            "of": [list(pair) for pair in self.seats],
            "at_most": {"number": self.most, **self.at_most.to_dict()},
            "at_least": {"number": self.most + 1, **self.more.to_dict()},
        }


Proof = CutProof | SumProof | AloneProof | CasesProof
