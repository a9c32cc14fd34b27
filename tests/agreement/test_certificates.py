"""Every certificate of a conflict is added up again from the text of the case, by arithmetic alone."""

from collections import Counter
from itertools import islice

import pytest

import placet
from agreement.asking import read_text, through_json
from oracles.answers import Oracle
from oracles.cases import case_text
from oracles.certificates import faults

CHUNK, CHUNKS = 60, 10


def conflicts(folder, text):
    """Return the conflicts of a case as JSON gives them, and the form of every rule and demand."""
    oracle = Oracle(text)
    demands = {one.name: one.form for one in oracle.held(oracle.last_day)}
    found = placet.Zone(read_text(folder, text)).conflicts().found
    return (
        [through_json(one.to_dict()) for one in found],
        oracle.case,
        {**oracle.case.get("constraints", {}), **demands},
    )


def has_either_or(case, form):
    return "if" in form or (not case.get("one_post_each", True) and ("apart" in form or "together" in form))


@pytest.mark.parametrize("first", range(0, CHUNK * CHUNKS, CHUNK))
def test_a_certificate_adds_up_and_only_an_either_or_goes_without(first, tmp_path):
    kinds = Counter()
    for seed in range(first, first + CHUNK):
        found, case, forms = conflicts(tmp_path / "case", case_text(seed))
        for conflict in found:
            names = (*conflict["demands"], *conflict["given"])
            is_plain = not any(has_either_or(case, forms[name]) for name in names)
            assert conflict["certificate"] or not is_plain, (seed, names)
            if is_plain:
                kinds[conflict["certificate"]["kind"]] += 1
                assert faults(case, conflict, forms) == [], (seed, conflict)
    assert {"cut", "multipliers"} <= set(kinds)


def test_a_certificate_that_was_tampered_with_does_not_add_up(tmp_path):
    tampered = 0
    for seed in range(40):
        found, case, forms = conflicts(tmp_path / "case", case_text(seed))
        for conflict in islice(found, 3):
            proof = conflict["certificate"]
            if proof is None or proof["kind"] not in {"cut", "multipliers"}:
                continue
            if proof["kind"] == "cut":
                proof["seats"] += 1
            else:
                proof["lines"] = proof["lines"][1:]
            tampered += 1
            assert faults(case, conflict, forms)
    assert tampered > 20
