"""Committees that are filled member by member: equal shares, and sequential Phragmen, in exact numbers.

A member may be taken only if some acceptable settlement seats all who are taken. Floating-point numbers sort out who
is nearly first; who is first, and who is level, is settled in fractions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from placet.zone.committees_approvals import Approvals
from placet.zone.committees_body import Body, Committee

NEARLY = 1e-9
"""Far above what floating-point sums of a profile can be wrong by; below it fractions decide."""
MOST_STATES = 100_000
"""Different ways to break ties that are followed."""


@dataclass(frozen=True, eq=False)
class State:
    """How far a committee has come.

    Parameters
    ----------
    taken : tuple of int
        Its members in the order in which they were taken.
    levels : tuple of Fraction
        Different amounts of money, or of load, ascending.
    at : ndarray of int64, shape (k,)
        Which of the levels each ballot has, for each voter who cast it.
    is_buying : bool
        Whether members are still bought from equal shares; otherwise loads are spread.
    """

    taken: tuple[int, ...]
    levels: tuple[Fraction, ...]
    at: NDArray[np.int64]
    is_buying: bool

    @property
    def key(self) -> object:
        """What two states share from which the same follows."""
        return frozenset(self.taken), self.levels, self.at.tobytes(), self.is_buying


@dataclass(frozen=True)
class Turn:
    """One step.

    Parameters
    ----------
    taken : int
    level : tuple of int
        Who could have been taken as well, `taken` among them.
    by : str
        "price" (bought from equal shares), "load" (spread by Phragmen), or "left" (nobody approves who is left).
    number : Fraction or None
        The most that a supporter pays, or their load.
    """

    taken: int
    level: tuple[int, ...]
    by: str
    number: Fraction | None


@dataclass(frozen=True)
class Filled:
    """The committees that a rule fills.

    Parameters
    ----------
    committees : tuple of Committee
        In the order of the names; where not all were asked for, the one that takes the first of those level.
    turns : tuple of Turn
        How the first way to break ties went.
    complete : bool
        Whether these are known to be all.
    """

    committees: tuple[Committee, ...]
    turns: tuple[Turn, ...]
    complete: bool


Exactly = Callable[[State, int], Fraction | None]
"""The exact price or load of a name; None if it cannot be had."""


@dataclass(frozen=True)
class InTurn:
    """A rule that fills a committee of `size` from `approvals`, with `shares` or without."""

    body: Body
    approvals: Approvals
    size: int
    has_shares: bool

    def filled(self, limit: int | None = None) -> Filled | None:
        """Return the committees under every way to break ties, or under the first; None if nobody can be appointed."""
        if not self.body.can_hold(frozenset()):
            return None
        turns = self._first_way()
        first = tuple(sorted(turn.taken for turn in turns))
        if limit is None:
            return Filled((first,), turns, complete=all(len(turn.level) == 1 for turn in turns))
        found: set[Committee] = set()
        seen: set[object] = set()
        ways = [self._start()]
        while ways and len(found) <= limit and len(seen) < MOST_STATES:
            state = ways.pop()
            if len(state.taken) == self.size:
                found.add(tuple(sorted(state.taken)))
                continue
            state, level, price = self._next(state)
            for who in reversed(level):
                after = self._after(state, who, price)
                if after.key not in seen:
                    seen.add(after.key)
                    ways.append(after)
        is_complete = not ways and len(found) <= limit
        return Filled(tuple(sorted(found)[:limit]), turns, is_complete)

    def _first_way(self) -> tuple[Turn, ...]:
        state, turns = self._start(), []
        while len(state.taken) < self.size:
            state, level, price = self._next(state)
            by = "left" if price is None else "price" if state.is_buying else "load"
            turns.append(Turn(level[0], level, by, price))
            state = self._after(state, level[0], price)
        return tuple(turns)

    def _start(self) -> State:
        each = Fraction(self.size, self.approvals.total) if self.has_shares else Fraction(0)
        return State((), (each,), np.zeros(len(self.approvals.weights), np.int64), self.has_shares)

    def _next(self, state: State) -> tuple[State, tuple[int, ...], Fraction | None]:
        """Return who may be taken next: all who are level, in the order of the names, and their price or load."""
        if state.is_buying:
            level, price = self._best(state, self._prices(state), self._price)
            if level:
                return state, level, price
            # What is left of the shares is a head start for the loads.
            levels = tuple(-amount for amount in reversed(state.levels))
            state = State(state.taken, levels, len(levels) - 1 - state.at, is_buying=False)
        level, load = self._best(state, self._loads(state), self._load)
        if not level:
            # Nobody is left whom a voter approves: all who can join are level.
            level = tuple(who for who in range(len(self.body.names)) if self._may_join(state, who))
        return state, level, load

    def _may_join(self, state: State, who: int) -> bool:
        return who not in state.taken and self.body.can_hold(frozenset((*state.taken, who)))

    def _best(
        self, state: State, nearly: NDArray[np.float64], exactly: Exactly
    ) -> tuple[tuple[int, ...], Fraction | None]:
        """Return who has the smallest number among those who can join, and that number."""
        nearly[list(state.taken)] = np.inf
        in_order = np.argsort(nearly, kind="stable")
        level: list[int] = []
        least: Fraction | None = None
        for who in in_order.tolist():
            about = nearly[who]
            if np.isinf(about) or (least is not None and about > float(least) + NEARLY * (1 + abs(float(least)))):
                break
            number = exactly(state, who)
            if number is None or (least is not None and number > least) or not self._may_join(state, who):
                continue
            if least is None or number < least:
                level, least = [], number
            level.append(who)
        return tuple(sorted(level)), least

    def _loads(self, state: State) -> NDArray[np.float64]:
        """Return about what load each name would bring to its supporters; inf for a name without any."""
        counts = self.approvals.counts().astype(np.float64)
        amounts = np.array([float(one) for one in state.levels])[state.at] * self.approvals.weights
        with np.errstate(divide="ignore"):
            return np.where(counts > 0, (1.0 + amounts @ self.approvals.approves) / counts, np.inf)

    def _load(self, state: State, who: int) -> Fraction:
        voters = self._at_each_level(state, who)
        carried = sum((count * level for count, level in zip(voters, state.levels, strict=True)), Fraction(1))
        return carried / sum(voters)

    def _prices(self, state: State) -> NDArray[np.float64]:
        """Return about what each supporter would pay at most for each name; inf where they cannot afford it."""
        money = np.array([float(one) for one in state.levels])[:, np.newaxis]
        names = len(self.body.names)
        cells = (state.at[:, np.newaxis] * names + np.arange(names))[self.approvals.approves]
        votes = np.broadcast_to(self.approvals.weights[:, np.newaxis], self.approvals.approves.shape)
        support = np.bincount(cells, votes[self.approvals.approves], names * len(money)).reshape(-1, names)
        rich = np.cumsum(support[::-1], axis=0)[::-1]
        held = support * money
        spent = np.cumsum(held, axis=0) - held
        with np.errstate(divide="ignore", invalid="ignore"):
            price = (1.0 - spent) / rich
        is_enough = (rich > 0) & (price <= money * (1 + NEARLY) + NEARLY)
        return np.asarray(np.where(is_enough, price, np.inf).min(axis=0))

    def _price(self, state: State, who: int) -> Fraction | None:
        voters = self._at_each_level(state, who)
        rich, missing = sum(voters), Fraction(1)
        for count, level in zip(voters, state.levels, strict=True):
            if rich and missing <= level * rich:
                return missing / rich
            rich, missing = rich - count, missing - count * level
        return None

    def _at_each_level(self, state: State, who: int) -> list[int]:
        """Return how many of the voters who approve somebody have each of the levels."""
        supporters = self.approvals.approves[:, who]
        weights = self.approvals.weights[supporters]
        # Weights are whole and their sum stays below 2**53, so sums of floats are exact.
        return [int(one) for one in np.bincount(state.at[supporters], weights, len(state.levels))]

    def _after(self, state: State, who: int, number: Fraction | None) -> State:
        """Return the state after somebody was taken."""
        taken = (*state.taken, who)
        supporters = self.approvals.approves[:, who]
        if number is None or not supporters.any():
            return State(taken, state.levels, state.at, state.is_buying)
        if state.is_buying:
            moved = [max(level - number, Fraction(0)) for level in state.levels]
        else:
            moved = [number] * len(state.levels)
        return _regrouped(taken, state, supporters, moved)


def _regrouped(taken: tuple[int, ...], state: State, supporters: NDArray[np.bool_], moved: Sequence[Fraction]) -> State:
    """Return a state in which the supporters have moved from each level to another."""
    used = set(np.unique(state.at[~supporters]).tolist())
    left = set(np.unique(state.at[supporters]).tolist())
    amounts = {state.levels[index] for index in used} | {moved[index] for index in left}
    levels = tuple(sorted(amounts))
    place = {amount: index for index, amount in enumerate(levels)}
    stay = np.array([place.get(level, -1) for level in state.levels], np.int64)
    move = np.array([place.get(level, -1) for level in moved], np.int64)
    return State(taken, levels, np.where(supporters, move[state.at], stay[state.at]), state.is_buying)
