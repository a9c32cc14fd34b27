"""From the solver's refutation of a clash to a proof over the case itself, added up again without the solver.

The refutation speaks of a condensed program. Here its multipliers are put on the rows of the whole one, with everybody
in it, and summed in whole numbers; only what then still refutes becomes a proof.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from placet.zone.branching import Halved, Refuted
from placet.zone.certificate import AloneProof, CasesProof, CutProof, Pair, Proof, SumLine, SumProof
from placet.zone.condensed import Condensed
from placet.zone.formula import Formula, Sum
from placet.zone.oracle import Oracle
from placet.zone.rows import ALWAYS_IN_FORCE
from placet.zone.shortage import Shortage
from placet.zone.solver import Whole
from placet.zone.telling_apart import leaves_of

MOST_NODES = 200
"""Cases into which a proof may fall; a longer one is not written down."""

Name = tuple[str, str]


@dataclass(frozen=True)
class _Case:
    """What is assumed where a proof falls into cases: at most, or at least, so many of what one column stands for."""

    column: int
    is_at_least: bool
    number: int


@dataclass
class _Addition:
    """Lines added up so far: what each column of the case counts for, and what is needed."""

    total: Whole
    needed: int = 0
    lines: list[SumLine] = field(default_factory=list)

    def add(self, line: SumLine, columns: Whole | range, weights: Whole | int) -> None:
        """Add a line; `weights` are of its row written as "at least"."""
        np.add.at(self.total, np.asarray(columns, dtype=np.int64), line.times * np.asarray(weights))
        self.needed += line.times * (line.bound if line.is_at_least else -line.bound)
        self.lines.append(line)


class Prover:
    """Writes proofs of clashes between the formulas of a condensed program.

    Parameters
    ----------
    case : Condensed
    oracle : Oracle
        That of the condensed program.
    formulas : sequence of Formula
        The formulas over the columns of the case.
    names : sequence of (str, str)
        For each formula whether it is a constraint or a demand, and its id.
    """

    def __init__(self, case: Condensed, oracle: Oracle, formulas: Sequence[Formula], names: Sequence[Name]) -> None:
        self._case, self._oracle, self._names = case, oracle, names
        place_of = {id(leaf): place for place, leaf in enumerate(case.table.leaves)}
        self._leaves = [[place_of[id(leaf)] for leaf in leaves_of([formula])] for formula in formulas]
        cells = case.table.cells
        self._start = np.searchsorted(cells.leaf, np.arange(len(case.table.leaves) + 1))
        self._limits = np.concatenate([case.limits, np.ones(oracle.rows.n_columns - len(case.limits), dtype=np.int64)])
        case_ = case.columns.case
        self._posts, self._people = list(case_.posts.values()), list(case_.candidates)
        self._terms = [(term.id, option) for term in case_.terms.values() for option in term.options]

    def prove(self, clash: int) -> Proof | None:
        """Return a proof that these formulas, as bits, cannot all hold; None if none could be written down."""
        tree = self._oracle.refutation(clash, MOST_NODES)
        return None if tree is None else self._written(tree, clash, ())

    def cut(self, shortage: Shortage, clash: int) -> CutProof:
        """Return the proof of a shortage that these formulas, as bits, make."""
        columns = self._case.columns
        refused = self._refused(clash)
        meant = [column for post in shortage.posts for column in columns.of_post[post]]
        people = set(shortage.people)
        able = {
            post: [columns.pairs[column][0] for column in columns.of_post[post] if not refused[column]]
            for post in shortage.posts
        }
        left = tuple((post, tuple(who for who in who_can if who in people)) for post, who_can in able.items())
        by = self._refusers(clash, np.array(meant, dtype=np.int64))
        return CutProof(shortage.posts, shortage.people, shortage.seats, left, by)

    def _written(self, tree: Refuted | Halved, clash: int, cases: tuple[_Case, ...]) -> Proof | None:
        match tree:
            case Halved():
                if tree.column >= len(self._case.limits):
                    return None
                low = self._written(tree.at_most, clash, (*cases, _Case(tree.column, False, tree.below)))
                high = self._written(tree.more, clash, (*cases, _Case(tree.column, True, tree.below + 1)))
                if low is None or high is None:
                    return None
                pairs = self._case.columns.pairs + self._case.columns.options
                named: tuple[Pair, ...] = tuple(pairs[column] for column in self._case.original(tree.column))
                return CasesProof(named, tree.below, low, high)
            case Refuted():
                return self._added(tree, clash, cases)

    def _added(self, leaf: Refuted, clash: int, cases: tuple[_Case, ...]) -> SumProof | AloneProof | None:
        rows, case = self._oracle.rows, self._case
        multipliers = leaf.leaf.multipliers
        added = _Addition(np.zeros(len(case.columns), dtype=np.int64))
        for row in np.flatnonzero(multipliers != 0).tolist():
            index = rows.index[rows.start[row] : rows.start[row + 1]]
            sign = 1 if multipliers[row] > 0 else -1
            weights = sign * rows.value[rows.start[row] : rows.start[row + 1]]
            bound = int(rows.lower[row] if sign > 0 else -rows.upper[row])
            if len(index) and index.max() >= len(case.limits):
                return None  # a row about the alternatives of an either-or
            times = abs(int(multipliers[row]))
            owner = int(rows.owner[row])
            if owner == ALWAYS_IN_FORCE:
                self._add_structure(added, index, times, bool(len(index) and weights[0] > 0))
            elif not len(index):
                return AloneProof(*self._names[owner])
            else:
                wanted = Sum(tuple(zip(index.tolist(), weights.tolist(), strict=True)), bound)
                place = next((one for one in self._leaves[owner] if case.leaves[one] == wanted), None)
                if place is None:
                    return None
                self._add_place(added, owner, place, times)
        self._add_assumed(added, leaf, cases)
        self._add_limits(added, leaf)
        refused = self._refused(clash)
        possible = int(np.maximum(added.total, 0)[~refused].sum())
        if added.needed <= possible:
            return None
        by = self._refusers(clash, np.flatnonzero((added.total > 0) & refused))
        return SumProof(tuple(added.lines), by, added.needed, possible)

    def _add_structure(self, added: _Addition, index: Whole, times: int, is_at_least: bool) -> None:
        case, columns = self._case, self._case.columns
        sign = 1 if is_at_least else -1
        groups = case.group[index]
        if groups[0] < 0:
            term = self._terms[int(index[0]) - (len(case.limits) - len(self._terms))][0]
            held = [columns.of_option[term, option] for option in columns.case.terms[term].options]
            added.add(SumLine("term", term, times, is_at_least, 1), np.array(held), sign)
        elif np.all(groups == groups[0]) and (len(index) > 1 or is_at_least or case.is_crowd[index[0]]):
            for place in np.flatnonzero(case.table.alike == groups[0]).tolist():
                post = self._posts[place]
                bound = post.seats.at_least if is_at_least else post.seats.at_most
                added.add(SumLine("post", post.id, times, is_at_least, bound), columns.of_post[post.id], sign)
        else:
            who = self._people[case.person[index[0]]]
            added.add(SumLine("person", who, times, False, 1), np.array(columns.of_candidate[who]), -1)

    def _add_place(self, added: _Addition, owner: int, place: int, times: int) -> None:
        stretch = slice(self._start[place], self._start[place + 1])
        cells = self._case.table.cells
        is_at_least = bool((cells.weight[stretch] > 0).any())
        bound = self._case.table.leaves[place].at_least
        counts = sorted({int(weight) for weight in cells.weight[stretch]}, reverse=True)
        weights = () if counts in ([1], [-1]) else tuple(counts)
        line = SumLine(*self._names[owner], times, is_at_least, bound if is_at_least else -bound, weights)
        added.add(line, cells.column[stretch], cells.weight[stretch])

    def _add_limits(self, added: _Addition, leaf: Refuted) -> None:
        """Take the limits of columns that the condensed program has as bounds and the case as lines."""
        case, columns = self._case, self._case.columns
        limited = (leaf.leaf.sums[: len(case.person)] > 0) & (leaf.upper[: len(case.person)] > 0)
        for column in np.flatnonzero(limited & (case.group >= 0)).tolist():
            times = int(leaf.leaf.sums[column])
            if case.is_crowd[column]:
                for place in np.flatnonzero(case.table.alike == case.group[column]).tolist():
                    post = self._posts[place]
                    line = SumLine("post", post.id, times, False, post.seats.at_most)
                    added.add(line, columns.of_post[post.id], -1)
            elif len(case.original(column)) > 1:
                # Somebody who counts at several posts, which were one in the refutation, still holds only one.
                who = self._people[case.person[column]]
                added.add(SumLine("person", who, times, False, 1), np.array(columns.of_candidate[who]), -1)

    def _add_assumed(self, added: _Addition, leaf: Refuted, cases: tuple[_Case, ...]) -> None:
        """Where the case that is looked at limits a column, take that limit as often as the column counts."""
        tightest = {(one.column, one.is_at_least): depth for depth, one in enumerate(cases)}
        for (column, is_at_least), depth in tightest.items():
            weight = int(leaf.leaf.sums[column])
            if weight and (weight < 0) == is_at_least:
                line = SumLine("assumed", str(depth + 1), abs(weight), is_at_least, cases[depth].number)
                added.add(line, self._case.original(column), 1 if is_at_least else -1)

    def _refused(self, clash: int) -> NDArray[np.bool_]:
        refused = np.zeros(len(self._case.columns), dtype=bool)
        for _, columns in self._forbidding(clash):
            refused[columns] = True
        return refused

    def _refusers(self, clash: int, columns: Whole) -> tuple[str, ...]:
        """Return which formulas of a clash refuse any of these columns."""
        return tuple(
            self._names[owner][1] for owner, forbidden in self._forbidding(clash) if np.isin(forbidden, columns).any()
        )

    def _forbidding(self, clash: int) -> Iterator[tuple[int, Whole]]:
        cells = self._case.table.cells
        for owner, places in enumerate(self._leaves):
            if clash >> owner & 1:
                found = [
                    cells.column[self._start[place] : self._start[place + 1]]
                    for place in places
                    if self._case.table.leaves[place].forbids is not None and owner not in self._oracle.either_or
                ]
                if found:
                    yield owner, np.concatenate(found)
