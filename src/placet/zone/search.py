"""Branch and bound on a warm linear program: the settlement that makes a goal as large as it can be, proven.

Depth first, most fractional column first, no cuts, no heuristics: on these programs this is faster than a general
solver, because the linear program is nearly whole and differs little from node to node. Columns are fixed by the
reduced costs of the root. What the linear program says serves as a bound only; every settlement found is rounded,
its rows and its value are computed again in whole numbers, and a node is left only when nothing in it can be better.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from placet.zone.goals import Goal, Key
from placet.zone.incumbent import TOLERANCE, Incumbent
from placet.zone.landscape import Landscape
from placet.zone.nodes import Bounds, Relaxation, around, halves, without_costly
from placet.zone.reduced import Reduced
from placet.zone.region import Region
from placet.zone.solver import NEARLY, Answer, Floats, Model, SolverError
from placet.zone.utilities import Wholes

WORK_EACH = 300
"""As how many columns a linear program counts beside its own."""


FIRST_TRY = 200
"""How many linear programs the first try for a high key may take; the next twice as many, and so on."""


class WorkEnded(Exception):  # noqa: N818 -- no error: what is known by then is the answer
    """The limit of a search was reached before an answer was proven."""


class Search:
    """Searches of one landscape, which share the settlements that they find.

    Attributes
    ----------
    known : dict of Wholes to tuple of int
        For each value found the columns that are 1 in one settlement that has it.
    nodes : int
        How many linear programs have been solved.
    work : int
        The columns of these linear programs, and `WORK_EACH` for each: a measure of the time that it took.
    limit : float
        How much work there may be.
    """

    def __init__(self, landscape: Landscape) -> None:
        self.landscape = landscape
        self.utilities = landscape.utilities
        self.known: dict[Wholes, tuple[int, ...]] = {}
        self.nodes = 0
        self.work = 0
        self.limit = np.inf

    def known_in(self, region: Region) -> Iterator[Wholes]:
        """Return the values found so far that lie in a region."""
        return (wholes for wholes in self.known if region.contains(wholes, self.utilities))

    def best(self, goal: Goal, region: Region) -> Wholes | None:
        """Return the value with the largest key in the region; None when no settlement lies there."""
        incumbent = self.climb(goal, region)
        return None if incumbent is None else incumbent.wholes

    def climb(self, goal: Goal, region: Region, patience: float = np.inf) -> Incumbent | None:
        """Return the incumbent with the largest key, or one that is not proven after `patience` settlements.

        Keys are tried from the linear program's bound downwards, because near the bound most columns are fixed by
        their reduced costs; the steps double, and the last one is searched to its end. Where the region itself says
        how low a key can be, the second try goes down to there. None when the region is empty.
        """
        incumbent = Incumbent(goal)
        for wholes in self.known_in(region):
            incumbent.offer(wholes)
        root = self._root(goal, region)
        if root is None:
            return None
        lowest = goal.lowest(region)
        tried, steps, allowed = goal.below(root.objective), 1, float(FIRST_TRY)
        refuted: Key | None = None
        while True:
            if incumbent.key is not None:
                tried = max(tried, goal.above(incumbent.key))
                reached = goal.reached(tried)
                is_out_of_reach = reached - TOLERANCE * max(1.0, abs(reached)) > root.objective
                if is_out_of_reach or (refuted is not None and tried >= refuted):
                    incumbent.is_proven = True
                    return incumbent
                if tried == goal.above(incumbent.key):
                    allowed = np.inf
            attempt = Incumbent(goal, is_proven=True)
            attempt.require(tried)
            is_whole = self._attempt(attempt, region, root, patience, allowed)
            if attempt.wholes is not None:
                return attempt
            if is_whole:
                refuted = tried
            if lowest is not None:
                if is_whole and incumbent.wholes is None and tried <= lowest:
                    return None
                allowed = np.inf if tried <= lowest else allowed
                tried = lowest
                continue
            if incumbent.wholes is None:
                any_value = self.find(goal, region)
                if any_value is None:
                    return None
                incumbent.offer(any_value)
            for _ in range(steps):
                tried = goal.below(root.objective, tried)
            steps, allowed = 2 * steps, 2 * allowed

    def _attempt(self, attempt: Incumbent, region: Region, root: Relaxation, patience: float, allowed: float) -> bool:
        """Look for the largest key from what the attempt requires; whether something was found or there is nothing.

        At most so many linear programs are `allowed` until something is found.
        """
        last = self.nodes + allowed
        for n_found, wholes in enumerate(self._leaves(attempt, region, root, last)):
            attempt.offer(wholes)
            if n_found > patience:
                attempt.is_proven = False
                break
        return attempt.wholes is not None or self.nodes < last

    def _root(self, goal: Goal, region: Region) -> Relaxation | None:
        """Return the linear program of a region before anything is required of the goal; None if it has no solution."""
        if region.is_empty:
            return None
        return self.solve(goal, *self.enter(goal, region))

    def enter(self, goal: Goal, region: Region) -> Bounds:
        """Put a goal and a region in force; return the bounds of all columns."""
        landscape = self.landscape
        bounds = landscape.set_region(region)
        landscape.set_levels(None, None)
        landscape.model.set_costs(goal.enter(landscape), maximise=True)
        return bounds

    def ties(self, goal: Goal, region: Region) -> tuple[Wholes, ...]:
        """Return one value with the largest key for each way in which the goal's sides can share it out.

        The goal must have a target that settlements with the same key reach too.
        """
        incumbent = Incumbent(goal)
        for wholes in self.known_in(region):
            incumbent.offer(wholes)
        found = []
        for wholes in self._leaves(incumbent, region):
            found.append(wholes)
            incumbent.offer(wholes)
        return tuple(dict.fromkeys(wholes for wholes in found if goal.key(wholes) == incumbent.key))

    def find(self, goal: Goal, region: Region) -> Wholes | None:
        """Return any value in the region, looking where the goal is large; None when no settlement lies there."""
        known = next(self.known_in(region), None)
        return known if known is not None else next(self._leaves(Incumbent(goal), region), None)

    def reach(self, goal: Goal, key: Key, region: Region) -> Wholes | None:
        """Return any value in the region with at least this key; None when no settlement has it."""
        known = next((wholes for wholes in self.known_in(region) if goal.key(wholes) >= key), None)
        if known is not None:
            return known
        attempt = Incumbent(goal)
        attempt.require(key)
        return next(self._leaves(attempt, region), None)

    def _leaves(
        self, incumbent: Incumbent, region: Region, root: Relaxation | None = None, last: float = np.inf
    ) -> Iterator[Wholes]:
        """Yield settlements until no better one than the incumbent is left; the caller offers them to it.

        While it knows none, stop when there have been so many linear programs as `last` says.
        """
        if region.is_empty:
            return
        landscape = self.landscape
        worth = landscape.worth
        stack = [self.enter(incumbent.goal, region)]
        top: Bounds | None = None
        reduced: Reduced | None = None
        n_cuts = landscape.n_cuts
        while stack and (self.nodes < last or incumbent.wholes is not None):
            low, high = self._narrow(*stack.pop(), incumbent, root)
            if top is not None and (reduced is None or n_cuts < landscape.n_cuts):
                reduced, n_cuts = Reduced(landscape.model, *top, landscape.n_integral), landscape.n_cuts
                if reduced.is_impossible:
                    return
            node = None if np.any(low > high) else self.solve(incumbent.goal, low, high, reduced)
            if node is None or node.objective < incumbent.target:
                continue
            root = root or node
            low, high = self._fixed(low, high, node, incumbent.target)
            if top is None and incumbent.goal.is_linear:
                top = low, high
            values = node.values[: landscape.n_integral]
            away = np.abs(values - np.rint(values))
            if away.max(initial=0.0) >= NEARLY:
                most = int(np.argmax(away * landscape.influence))
                stack += halves(low, high, most, float(values[most]))
                continue
            wholes = self.whole(node)
            if wholes is None:
                stack.append((low, high))
                continue
            yield wholes
            if node.objective >= incumbent.target:
                stack += around(low, high, [(int(worth[side]), wholes[side]) for side in incumbent.goal.sides])

    def _narrow(self, lower: Floats, upper: Floats, incumbent: Incumbent, root: Relaxation | None) -> Bounds:
        """Return the bounds of a node after what is known by now: floors of anything better, and fixed columns."""
        low, high = lower.copy(), upper.copy()
        if incumbent.floors is not None:
            floors = np.array([-np.inf if floor is None else float(floor) for floor in incumbent.floors])
            low[self.landscape.worth] = np.maximum(low[self.landscape.worth], floors)
        return (low, high) if root is None else self._fixed(low, high, root, incumbent.target)

    def _fixed(self, lower: Floats, upper: Floats, above: Relaxation, target: float) -> Bounds:
        """Return these bounds without the values of columns that cost the relaxation above too much for the target."""
        costs = above.reduced_costs[: self.landscape.n_integral]
        return without_costly(lower, upper, costs, (above.lower, above.upper), above.objective - target)

    def solve(self, goal: Goal, lower: Floats, upper: Floats, reduced: Reduced | None = None) -> Relaxation | None:
        """Return the linear program within these bounds; None if it has no solution.

        Raises
        ------
        WorkEnded
            When the limit is reached.
        """
        while True:
            if self.work >= self.limit:
                raise WorkEnded
            answer = self._solved(lower, upper, reduced)
            values, objective = answer.values, answer.objective
            if values is None or objective is None or answer.reduced_costs is None or answer.row_duals is None:
                return None
            if not goal.refine(self.landscape, values):
                return Relaxation(lower, upper, values, objective, answer.reduced_costs, answer.row_duals)

    def _solved(self, lower: Floats, upper: Floats, reduced: Reduced | None) -> Answer:
        """Return what the smaller model says, or the whole one where there is none or where it loses its way."""
        if reduced is not None:
            self._count(reduced.model)
            try:
                return reduced.solve(lower, upper)
            except SolverError:
                pass
        model = self.landscape.model
        self._count(model)
        model.set_columns(np.arange(len(lower)), lower, upper)
        try:
            return model.solve_linear()
        except SolverError as lost:
            raise WorkEnded from lost

    def _count(self, model: Model) -> None:
        self.nodes += 1
        self.work += WORK_EACH + model.n_columns

    def whole(self, node: Relaxation) -> Wholes | None:
        """Return the value of the settlement that a whole node describes, and remember the settlement.

        None when nobody can be seated so; then a row that says so has been added, and the node has to be solved again.
        """
        landscape = self.landscape
        chosen = landscape.settle(np.rint(node.values[: landscape.n_integral]).astype(np.int64))
        if chosen is None:
            return None
        wholes = self.utilities.wholes(chosen)
        self.known.setdefault(wholes, chosen)
        return wholes
