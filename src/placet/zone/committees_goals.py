"""What a committee rule makes as large as it can be: exact worth of a committee, and its linear program."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Protocol

import numpy as np

from placet.zone.committees_approvals import Approvals
from placet.zone.committees_body import Body, Committee
from placet.zone.solver import Floats, Model


class Goal(Protocol):
    """What a rule wants, to be made large."""

    @property
    def unit(self) -> Fraction:
        """Two committees of different worth differ by at least so much."""

    def worth(self, committee: Committee) -> Fraction:
        """Return the exact worth of a committee."""

    def add_to(self, model: Model, body: Body) -> Floats:
        """Add the rule's own columns and rows to a model of the body; return the worth of each column."""


@dataclass(frozen=True)
class Thiele:
    """The satisfaction of the voters, each of whom has `steps[j]` more from the (j+1)th member that she approves.

    Steps never grow. With 1, 1/2, 1/3, ... it is proportional approval voting, with 1 alone that of Chamberlin and
    Courant.
    """

    approvals: Approvals
    steps: tuple[Fraction, ...]

    @property
    def unit(self) -> Fraction:
        """Two committees of different worth differ by at least so much."""
        return Fraction(1, lcm(*(step.denominator for step in self.steps)))

    def worth(self, committee: Committee) -> Fraction:
        """Return the exact worth of a committee."""
        # Weights are whole and their sum stays below 2**53, so sums of floats are exact.
        voters = np.bincount(self.approvals.represented(committee), self.approvals.weights)
        total, reached = Fraction(0), Fraction(0)
        for represented, count in enumerate(voters):
            if represented:
                reached += self.steps[represented - 1] if represented <= len(self.steps) else 0
            total += int(count) * reached
        return total

    def add_to(self, model: Model, body: Body) -> Floats:
        """Add for each ballot a column for each step, all together at most the members that it approves."""
        costs = [0.0] * model.n_columns
        for ballot, weight in zip(self.approvals.approves, self.approvals.weights.tolist(), strict=True):
            seats = [column for place in np.flatnonzero(ballot).tolist() if (column := body.seats[place]) is not None]
            steps = self.steps[: len(seats)]
            reached = [model.add_column(0.0, 1.0) for _ in steps]
            costs += [float(weight * step) for step in steps]
            if reached:
                signs = np.concatenate([np.ones(len(reached)), np.full(len(seats), -1.0)])
                model.add_row(np.array([*reached, *seats]), signs, -np.inf, 0.0)
        return np.array(costs)


@dataclass(frozen=True)
class Distances:
    """How far a committee is from the ballots: the names on one of the two alone, made few.

    Parameters
    ----------
    approvals : Approvals
    is_largest : bool
        Whether the largest distance counts, not the sum.
    by_count : bool
        Whether a distance counts once for each voter of the ballot where the largest is looked for.
    """

    approvals: Approvals
    is_largest: bool
    by_count: bool = False

    @property
    def unit(self) -> Fraction:
        """Two committees of different worth differ by at least so much."""
        return Fraction(1)

    @property
    def is_sharp(self) -> bool:
        """Whether the largest distance counts, and every ballot once: then the parity of distances helps."""
        return self.is_largest and not self.by_count

    def distances(self, committee: Committee) -> list[int]:
        """Return how far each ballot is from a committee."""
        shared = self.approvals.represented(committee)
        sizes = np.count_nonzero(self.approvals.approves, axis=1)
        return [int(one) for one in sizes + len(committee) - 2 * shared]

    def worth(self, committee: Committee) -> Fraction:
        """Return the exact worth of a committee: less than 0 by its distance."""
        apart, weights = self.distances(committee), self.approvals.weights.tolist()
        if not self.is_largest:
            return Fraction(-sum(weight * one for weight, one in zip(weights, apart, strict=True)))
        return Fraction(
            -max(one * (weight if self.by_count else 1) for weight, one in zip(weights, apart, strict=True))
        )

    def add_to(self, model: Model, body: Body) -> Floats:
        """Add what the sum, or the largest, of the distances takes."""
        costs = np.zeros(model.n_columns)
        columns = body.columns
        if not self.is_largest:
            gains = 2 * self.approvals.counts() - self.approvals.total
            for place, column in columns.items():
                costs[column] = float(gains[place])
            return costs
        largest = model.add_column(0.0, np.inf)
        for ballot, weight in zip(self.approvals.approves, self.approvals.weights.tolist(), strict=True):
            times = float(weight if self.by_count else 1)
            approved = [columns[place] for place in np.flatnonzero(ballot).tolist() if place in columns]
            size = np.count_nonzero(ballot)
            if body.size is None:
                signs = dict.fromkeys(columns.values(), times) | dict.fromkeys(approved, -times)
                bound = -times * size
            else:
                signs, bound = dict.fromkeys(approved, -2 * times), -times * (size + body.size)
            cells = [*signs.items(), (largest, -1.0)]
            model.add_row(
                np.array([column for column, _ in cells]), np.array([sign for _, sign in cells]), -np.inf, bound
            )
        return np.append(costs, -1.0)


def harmonic(size: int) -> tuple[Fraction, ...]:
    """Return 1, 1/2, 1/3, ... for a committee of this size."""
    return tuple(Fraction(1, place) for place in range(1, size + 1))


def only_first() -> tuple[Fraction, ...]:
    """Return the steps of a rule to which one representative is as good as many."""
    return (Fraction(1),)
