"""HiGHS behind one thin interface: a model whose bounds and costs change from question to question.

A solver is never trusted. Callers round what it returns, rescore it in whole numbers and check it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from highspy._core import _Highs  # the public subclass prints a banner on standard output when it is made
from numpy.typing import NDArray

from placet.errors import QuestionError
from placet.zone.rows import FREE, Rows

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
NEARLY = 1e-6
"""Nearer than this to a whole number counts as whole, before everything is recomputed in whole numbers."""

STRICT, LOOSE = 1e-9, 1e-7
"""How far a row or a bound may be missed: as a rule, and where HiGHS finds no basis that is as good as that."""


MOST_NODES = 20_000
"""Branches after which an integer question is given up."""


class SolverError(RuntimeError):
    """HiGHS ended without an answer: a fault of ours, never of the user."""


@dataclass(frozen=True)
class Answer:
    """What HiGHS said of one question.

    Parameters
    ----------
    values : ndarray or None
        The value of each column; None when there is no solution.
    objective : float or None
        The value of the objective.
    reduced_costs, row_duals : ndarray or None
        Only of linear questions with a solution.
    ray : ndarray or None
        Only of linear questions without one: multipliers of the rows that show it, as floating-point numbers.
    """

    values: Floats | None
    objective: float | None = None
    reduced_costs: Floats | None = None
    row_duals: Floats | None = None
    ray: Floats | None = None

    @property
    def whole(self) -> Whole | None:
        """The values rounded to whole numbers, if every one of them nearly is one."""
        if self.values is None:
            return None
        rounded = np.rint(self.values)
        return rounded.astype(np.int64) if bool(np.all(np.abs(self.values - rounded) < NEARLY)) else None


@dataclass(frozen=True)
class Matrix:
    """Rows ``lower <= a x <= upper`` by column: column j enters the rows ``index[start[j]:start[j + 1]]``."""

    start: Whole
    index: Whole
    value: Floats
    lower: Floats
    upper: Floats
    costs: Floats


class Model:
    """Columns between bounds, rows between bounds, one linear objective.

    Linear questions keep the basis of the last one, so a question that differs little is cheap (dual simplex,
    no presolve). Integer questions are solved from scratch, to a proven optimum.

    Parameters
    ----------
    rows : Rows
        Every column of it is 0-1. All rows begin in force, whoever owns them; no column begins forbidden.
    """

    def __init__(self, rows: Rows) -> None:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = rows.n_columns, len(rows)
        lp.col_cost_ = np.zeros(rows.n_columns)
        lp.col_lower_ = np.zeros(rows.n_columns)
        lp.col_upper_ = np.ones(rows.n_columns)
        lp.row_lower_, lp.row_upper_ = _bounds(rows.lower), _bounds(rows.upper)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = rows.start.astype(np.int32)
        lp.a_matrix_.index_ = rows.index.astype(np.int32)
        lp.a_matrix_.value_ = rows.value.astype(np.float64)
        self._load(lp)

    @classmethod
    def of(cls, matrix: Matrix) -> Model:
        """Return a model of this matrix, to be maximised; every column begins free and may be fractional."""
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(matrix.costs), len(matrix.lower)
        lp.col_cost_ = matrix.costs
        lp.col_lower_ = np.full(len(matrix.costs), -np.inf)
        lp.col_upper_ = np.full(len(matrix.costs), np.inf)
        lp.row_lower_, lp.row_upper_ = matrix.lower, matrix.upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = matrix.start.astype(np.int32)
        lp.a_matrix_.index_ = matrix.index.astype(np.int32)
        lp.a_matrix_.value_ = matrix.value
        lp.sense_ = highspy.ObjSense.kMaximize
        model = cls.__new__(cls)
        model._load(lp)  # noqa: SLF001 -- this is a constructor too
        return model

    def _load(self, lp: Any) -> None:
        self.n_columns, self.n_rows = int(lp.num_col_), int(lp.num_row_)
        self._highs: Any = _Highs()
        for option, value in (
            ("output_flag", False),
            ("threads", 1),
            ("mip_rel_gap", 0.0),
            ("mip_abs_gap", 1e-6),
            ("primal_feasibility_tolerance", STRICT),
            ("mip_feasibility_tolerance", 1e-9),
            ("mip_max_nodes", MOST_NODES),
        ):
            self._highs.setOptionValue(option, value)
        self._highs.passModel(lp)
        self._integral = np.arange(self.n_columns, dtype=np.int32)
        self._is_integer = False

    def matrix(self) -> Matrix:
        """Return the rows as they are now, by column."""
        self._highs.ensureColwise()
        lp = self._highs.getLp()
        return Matrix(
            start=np.array(lp.a_matrix_.start_, dtype=np.int64),
            index=np.array(lp.a_matrix_.index_, dtype=np.int64),
            value=np.array(lp.a_matrix_.value_, dtype=np.float64),
            lower=np.array(lp.row_lower_, dtype=np.float64),
            upper=np.array(lp.row_upper_, dtype=np.float64),
            costs=np.array(lp.col_cost_, dtype=np.float64),
        )

    def add_column(self, lower: float, upper: float) -> int:
        """Add a continuous column in no row, with cost 0; return its position."""
        self._highs.addVar(lower, upper)
        self.n_columns += 1
        return self.n_columns - 1

    def add_row(self, index: NDArray[Any], value: NDArray[Any], lower: float, upper: float) -> int:
        """Add a row; return its position."""
        self._highs.addRow(
            lower, upper, len(index), np.asarray(index, dtype=np.int32), np.asarray(value, dtype=np.float64)
        )
        self.n_rows += 1
        return self.n_rows - 1

    def set_columns(self, columns: NDArray[Any], lower: Floats, upper: Floats) -> None:
        """Set the bounds of these columns."""
        self._highs.changeColsBounds(len(columns), np.asarray(columns, dtype=np.int32), lower, upper)

    def set_rows(self, rows: NDArray[Any], lower: Floats, upper: Floats) -> None:
        """Set the bounds of these rows; ``-inf`` and ``inf`` where there is none."""
        for row, low, high in zip(rows.tolist(), lower.tolist(), upper.tolist(), strict=True):
            self._highs.changeRowBounds(row, low, high)

    def set_coefficient(self, row: int, column: int, value: float) -> None:
        """Set one coefficient."""
        self._highs.changeCoeff(row, column, value)

    def set_costs(self, costs: Floats, *, maximise: bool = False) -> None:
        """Set the cost of every column, and whether the total is made small or large."""
        self._highs.changeColsCost(self.n_columns, np.arange(self.n_columns, dtype=np.int32), costs)
        sense = highspy.ObjSense.kMaximize if maximise else highspy.ObjSense.kMinimize
        self._highs.changeObjectiveSense(sense)

    def set_option(self, name: str, value: bool | float | str) -> None:
        """Set an option of HiGHS by its own name."""
        self._highs.setOptionValue(name, value)

    def solve_linear(self) -> Answer:
        """Solve with every column continuous."""
        self._make_integer(wanted=False)
        self._highs.setOptionValue("presolve", "off")
        status = self._run()
        if status == highspy.HighsModelStatus.kOptimal:
            solution = self._highs.getSolution()
            return Answer(
                values=np.array(solution.col_value),
                objective=self._highs.getObjectiveValue(),
                reduced_costs=np.array(solution.col_dual),
                row_duals=np.array(solution.row_dual),
            )
        if status == highspy.HighsModelStatus.kInfeasible:
            _, exists, ray = self._highs.getDualRay()
            return Answer(values=None, ray=np.array(ray) if exists else None)
        raise SolverError(f"HiGHS ended with {status}")

    def _run(self) -> Any:
        """Run HiGHS; where it loses its way from the last basis, again from the start, then less strictly."""
        certain = {highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kInfeasible}
        for tolerance in (STRICT, STRICT, LOOSE):
            self._highs.setOptionValue("primal_feasibility_tolerance", tolerance)
            self._highs.run()
            status = self._highs.getModelStatus()
            if status in certain:
                break
            self._highs.clearSolver()
        self._highs.setOptionValue("primal_feasibility_tolerance", STRICT)
        return status

    def solve_integer(self) -> Answer:
        """Solve with every 0-1 column whole; added columns stay continuous."""
        self._make_integer(wanted=True)
        self._highs.setOptionValue("presolve", "choose")
        self._highs.clearSolver()
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return Answer(
                values=np.array(self._highs.getSolution().col_value), objective=self._highs.getObjectiveValue()
            )
        if status == highspy.HighsModelStatus.kSolutionLimit:
            raise QuestionError(
                "rules so tightly bound together that neither a settlement nor its absence was found",
                "fewer exact totals or equal shares, or some room in them",
            )
        if status in {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return Answer(values=None)
        raise SolverError(f"HiGHS ended with {status}")

    def _make_integer(self, *, wanted: bool) -> None:
        if wanted == self._is_integer:
            return
        kind = highspy.HighsVarType.kInteger if wanted else highspy.HighsVarType.kContinuous
        self._highs.changeColsIntegrality(
            len(self._integral), self._integral, np.full(len(self._integral), int(kind), dtype=np.uint8)
        )
        self._is_integer = wanted


def _bounds(values: Whole) -> Floats:
    bounds = values.astype(np.float64)
    bounds[values >= FREE] = np.inf
    bounds[values <= -FREE] = -np.inf
    return bounds
