"""The number of settlements, against enumeration, theory and published values."""

from random import Random

import pytest

from placet.zone.count import Count, count_settlements
from placet.zone.formula import holds
from placet.zone.lower import Columns, Lowering
from zone.count_cases import every_assignment, random_case, random_form


@pytest.mark.parametrize("seed", range(12))
def test_the_count_is_the_number_of_settlements_that_enumeration_finds(seed):
    rng = Random(seed)
    for _ in range(25):
        case = random_case(rng)
        columns = Columns.of(case)
        lowering = Lowering(columns)
        formulas = [lowering.lower(random_form(rng, case)) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
        found = sum(all(holds(formula, values) for formula in formulas) for values in every_assignment(columns))
        assert count_settlements(columns, formulas) == Count(found, exact=True)
