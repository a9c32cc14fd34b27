"""placet and the oracles give the same answers on 3,000 random small cases."""

from random import Random

import pytest

import placet
from agreement.asking import iso, read_text, through_json
from agreement.comparing import compare_differences, record_differences, solve_differences
from oracles.answers import Oracle
from oracles.cases import case_text
from oracles.census import CASES
from oracles.dates import day
from oracles.shrink import shrunk
from placet.errors import PlacetError

CHUNK = 50


def differences(folder, text, seed):
    """Return every difference for the default day, for another day, and between two days."""
    oracle, case = Oracle(text), read_text(folder, text)
    on = oracle.last_day
    found = solve_differences(oracle, through_json(placet.solve(case).to_dict()), on)
    found += record_differences(oracle, through_json(placet.account(case).to_dict()), on)
    start, end = sorted(Random(seed).sample(range(day("2011-12-20"), day("2012-02-20")), 2))
    found += solve_differences(oracle, through_json(placet.solve(case, iso(start)).to_dict()), start)
    found += record_differences(oracle, through_json(placet.account(case, iso(start)).to_dict()), start)
    answer = through_json(placet.compare(case, iso(start), iso(end)).to_dict())
    return found + compare_differences(oracle, answer, start, end)


@pytest.mark.parametrize("first", range(0, CASES, CHUNK))
def test_placet_agrees_with_brute_force(first, tmp_path):
    for seed in range(first, first + CHUNK):
        text = case_text(seed)
        found = differences(tmp_path / "case", text, seed)
        if found:
            pytest.fail(f"seed {seed}: {found[0]}\n\n{_smallest(tmp_path / 'small', text, seed)}")


def _smallest(folder, text, seed):
    """Return the smallest part of the case on which placet and the oracle still differ."""

    def differs(smaller):
        try:
            return bool(differences(folder, smaller, seed))
        except (PlacetError, KeyError):
            return False

    return shrunk(text, differs)
