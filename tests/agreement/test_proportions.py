"""The random cases are worth agreeing on: every form often, a third deadlocked, a twentieth impossible."""

from collections import Counter

import pytest

from oracles.answers import Oracle
from oracles.cases import case_text
from oracles.census import CASES, census, report
from oracles.shapes import FORMS


@pytest.fixture(scope="module")
def total():
    """What all the random cases have, counted."""
    found = Counter()
    for seed in range(CASES):
        found += census(Oracle(case_text(seed)))
    return found


@pytest.mark.slow
def test_the_random_cases_are_as_mixed_as_the_design_asks(total, capsys):
    with capsys.disabled():
        print("", f"random cases, of {CASES}:", *report(total, CASES), sep="\n")  # noqa: T201 - meant to be read
    assert total["deadlocked"] >= CASES / 3
    assert total["impossible"] >= CASES / 20
    assert total["open"] >= CASES / 5
    assert {name: total[f"form {name}"] for name in FORMS if total[f"form {name}"] < 200 * CASES / 3000} == {}
    assert {name: number for name, number in total.items() if name.startswith("with ") and number < CASES / 20} == {}
