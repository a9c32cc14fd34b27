"""The program and the solver-free reading say the same of every settlement of random small cases."""

from random import Random

import pytest

from placet.errors import QuestionError
from placet.zone.check import Inspector
from placet.zone.formula import holds
from placet.zone.program import Program
from zone.tables import columns_of, random_table, settlements, table


@pytest.mark.parametrize("seed", range(40))
def test_a_form_is_kept_in_the_program_exactly_when_its_words_are_kept(seed):
    rng = Random(seed)
    for _ in range(5):
        case = random_table(rng)
        program, inspector = Program.of(case, case.demands.values()), Inspector(case)
        for settlement in settlements(case):
            values = columns_of(program, settlement)
            assert inspector.misfits(settlement) == ()
            assert holds(program.structure, values)
            assert program.settlement(values) == settlement
            for forms, formulas in ((case.constraints, program.constraints), (case.demands, program.demands)):
                for name, stated in forms.items():
                    form = stated.form if name in case.constraints else stated.what
                    assert holds(formulas[name], values) == inspector.holds(form, settlement), (form, settlement)


def test_numbers_too_fine_to_add_up_exactly_are_refused_with_what_to_write():
    case = table("""
candidates: {ada: {name: Ada, traits: {seats: 0.123456789}}, ben: {name: Ben, traits: {seats: 123456787}}}
posts: {head: {title: Head}}
constraints: {enough: {total: seats, at_least: 1}}
""")
    with pytest.raises(QuestionError, match="more than 15 digits"):
        Program.of(case, ())
