"""One program, many questions: a case and its demands as formulas over 0-1 columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from placet.case.catalog import Catalog
from placet.case.forms import Form
from placet.case.nouns import Case, Demand
from placet.zone.formula import Formula
from placet.zone.lower import Columns, Lowering
from placet.zone.settlement import Settlement, arrange


@dataclass(frozen=True)
class Program:
    """The 0-1 program of a case.

    Parameters
    ----------
    columns : Columns
        A column for each allowed (candidate, post) pair and each (term, option).
    structure : Formula
        Seats, one post each, one option for each term.
    constraints : Catalog of Formula
        The rules of the body.
    demands : Catalog of Formula
        What each demand about settlements requires, whoever holds it and whatever its standing.
    """

    columns: Columns
    structure: Formula
    constraints: Catalog[Formula]
    demands: Catalog[Formula]

    @classmethod
    def of(cls, case: Case, demands: Iterable[Demand]) -> Program:
        """Lower `case` and these demands (those that only block a step have no formula)."""
        columns = Columns.of(case)
        lowering = Lowering(columns)
        lowered: dict[Form, Formula] = {}  # where sides refuse the same, it is written down once

        def lower(form: Form) -> Formula:
            if form not in lowered:
                lowered[form] = lowering.lower(form)
            return lowered[form]

        return cls(
            columns,
            lowering.structure(),
            Catalog((rule.id, lower(rule.form)) for rule in case.constraints.values()),
            Catalog((demand.id, lower(demand.what)) for demand in demands if isinstance(demand.what, Form)),
        )

    def settlement(self, values: Sequence[int] | NDArray[np.int64]) -> Settlement:
        """Return the settlement that these values of the columns, each 0 or 1, describe."""
        slate: dict[str, set[str]] = {}
        for column in np.flatnonzero(np.asarray(values[: len(self.columns.pairs)])).tolist():
            candidate, post = self.columns.pairs[column]
            slate.setdefault(post, set()).add(candidate)
        terms = {term: option for (term, option), column in self.columns.of_option.items() if values[column]}
        return arrange(self.columns.case, slate, terms)
