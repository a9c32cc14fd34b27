"""HiGHS as one would use it: settlements by stages of mixed-integer programs, and the cheapest concession as one."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import highspy
import numpy as np

from harness.values import Note
from peers.written import ANY, Written, written
from placet.case.nouns import Case

Search = Callable[[Note], Any]
INFINITE = highspy.kHighsInf


@dataclass
class Model:
    """A mixed-integer program that grows."""

    highs: highspy.Highs = field(default_factory=highspy.Highs)
    n_columns: int = 0

    def __post_init__(self) -> None:
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.highs.setOptionValue("mip_rel_gap", 0.0)

    def column(self, low: float, high: float, *, whole: bool = False) -> int:
        self.highs.addVar(low, high)
        if whole:
            self.highs.changeColIntegrality(self.n_columns, highspy.HighsVarType.kInteger)
        self.n_columns += 1
        return self.n_columns - 1

    def row(self, low: float, cells: Iterable[tuple[int, float]], high: float) -> None:
        kept = [(column, value) for column, value in cells if value]
        index = np.array([column for column, _ in kept], dtype=np.int32)
        self.highs.addRow(low, high, len(kept), index, np.array([value for _, value in kept], dtype=np.float64))

    def maximize(self, cells: Iterable[tuple[int, float]], gap: float) -> tuple[float, list[float]]:
        """Return the largest value of a sum, within an absolute gap, and where it is reached."""
        costs = np.zeros(self.n_columns)
        for column, value in cells:
            costs[column] += value
        self.highs.changeColsCost(self.n_columns, np.arange(self.n_columns, dtype=np.int32), costs)
        self.highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        self.highs.setOptionValue("mip_abs_gap", gap)
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(str(self.highs.getModelStatus()))
        values = list(self.highs.getSolution().col_value)
        return self.highs.getObjectiveValue(), values


WHOLE_UNIT = 0.999
"""An objective of whole numbers is proven when nothing better by one is left: kinder to HiGHS than a gap of 0."""


def _base(told: Written) -> tuple[Model, list[int]]:
    """Return the program of the slates that everybody accepts, and a column for each side's score."""
    model = Model()
    for _ in told.pairs:
        model.column(0, 1, whole=True)
    for row in (*told.hard, *(row for rows in told.soft.values() for row in rows)):
        high = INFINITE if row.high >= ANY else row.high
        model.row(row.low, ((column, 1) for column in row.columns), high)
    utilities = []
    for worth in told.scores.values():
        utility = model.column(0, INFINITE)
        model.row(0, [(utility, -1), *enumerate(worth)], 0)
        utilities.append(utility)
    return model, utilities


def leximin(case: Case) -> Search:
    """Make the sum of the k least scores as large as possible, for k = 1, 2, ... (Ogryczak)."""
    model, utilities = _base(written(case))

    def search(note: Note) -> dict[str, Any]:
        sums: list[int] = []
        for k in range(1, len(utilities) + 1):
            level = model.column(0, INFINITE)
            below = [model.column(0, INFINITE) for _ in utilities]
            for utility, missing in zip(utilities, below, strict=True):
                model.row(0, [(missing, 1), (level, -1), (utility, 1)], INFINITE)
            least = [(level, k), *((missing, -1) for missing in below)]
            value = model.maximize(least, WHOLE_UNIT)[0]
            sums.append(round(value))
            note(sums[-1])
            model.row(sums[-1], least, INFINITE)
        return {"scores": [after - before for before, after in zip([0, *sums], sums, strict=False)]}

    return search


def kalai_smorodinsky(case: Case) -> Search:
    """Find each side's ideal, then make the least share of it as large as possible."""
    model, utilities = _base(written(case))

    def search(note: Note) -> dict[str, Any]:
        ideals = [round(model.maximize([(utility, 1)], WHOLE_UNIT)[0]) for utility in utilities]
        note(ideals)
        share = model.column(0, 1)
        for utility, ideal in zip(utilities, ideals, strict=True):
            model.row(0, [(utility, 1), (share, -ideal)], INFINITE)
        values = model.maximize([(share, 1)], 1e-6)[1]
        scores = [round(values[utility]) for utility in utilities]
        return {"scores": scores, "ideals": ideals}

    return search


def nash(case: Case) -> Search:
    """Make the sum of logarithms as large as possible, by secants through neighbouring whole scores where needed."""
    model, utilities = _base(written(case))

    def search(_: Note) -> dict[str, Any]:
        logs = [model.column(-INFINITE, INFINITE) for _ in utilities]

        def secant(place: int, at: int) -> None:
            """Exact at `at` and `at` + 1, above the logarithm at every other whole number."""
            slope = math.log(at + 1) - math.log(at)
            model.row(-INFINITE, [(logs[place], 1), (utilities[place], -slope)], math.log(at) - slope * at)

        for place, utility in enumerate(utilities):
            most = round(model.maximize([(utility, 1)], WHOLE_UNIT)[0])
            for part in range(1, 9):
                secant(place, max(1, most * part // 8))
        while True:
            values = model.maximize([(log, 1) for log in logs], 1e-7)[1]
            scores = [round(values[utility]) for utility in utilities]
            loose = [place for place, score in enumerate(scores) if values[logs[place]] > math.log(score) + 1e-8]
            if not loose:
                return {"scores": scores}
            for place in loose:
                for at in range(max(1, scores[place] - 2), scores[place] + 2):
                    secant(place, at)

    return search


def cheapest(case: Case) -> Search:
    """Give up the cheapest demands that open the zone: rows that a column of each demand relaxes."""
    told = written(case)
    model = Model()
    for _ in told.pairs:
        model.column(0, 1, whole=True)
    for row in told.hard:
        model.row(row.low, ((column, 1) for column in row.columns), INFINITE if row.high >= ANY else row.high)
    given_up = {demand: model.column(0, 1, whole=True) for demand in told.soft}
    for demand, rows in told.soft.items():
        for row in rows:
            if row.low > 0:
                model.row(row.low, [*((column, 1) for column in row.columns), (given_up[demand], row.low)], INFINITE)
            if row.high == 0:
                for column in row.columns:
                    model.row(-INFINITE, [(column, 1), (given_up[demand], -1)], 0)
            elif row.high < len(row.columns):
                slack = len(row.columns) - row.high
                cells = [*((column, 1) for column in row.columns), (given_up[demand], -slack)]
                model.row(-INFINITE, cells, row.high)

    def search(_: Note) -> dict[str, Any]:
        costs = [(column, -told.costs[demand]) for demand, column in given_up.items()]
        value = model.maximize(costs, WHOLE_UNIT)[0]
        return {"cost": round(-value)}

    return search
