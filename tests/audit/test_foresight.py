"""What the others could work out: the answer before sealing, against plain counting written apart."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.rounds import agreement
from placet.audit.agreement import Agreement, Named
from placet.audit.foresight import STRUCK_IS_OUT, Foresight, every_sheet, foresee, publications
from placet.audit.recompute import check_usable, sheet_from
from placet.errors import PlacetError
from placet.procedures.shelf import rules_of, rules_on_shelf
from placet.words import say

THREE = ("Adib", "Basma", "Chadia")
RULES = {"list": "3", "strikes": "2", "silence": "accepts-all", "tie": "lot"}
SIMPLE = {"list": "3", "silence": "accepts-all", "acceptance": "asked"}

Sheet = dict[str, Any]


def small(level: str, procedure: str = "finra-one-arbitrator") -> Agreement:
    rules = RULES if procedure == "finra-one-arbitrator" else SIMPLE
    return agreement(procedure, rules, names=[Named(name) for name in THREE], disclosure=level)


SHEETS: list[Sheet] = [
    {"strikes": sorted(order[:cut]), "ranking": list(order[cut:]), "reasons": {}}
    for order in permutations(THREE)
    for cut in range(3)
    if list(order[:cut]) == sorted(order[:cut])
]


def score(sheet: Sheet | None, name: str) -> int:
    return sheet["ranking"].index(name) if sheet else 0


def naive_shown(level: str, mine: Sheet, theirs: Sheet | None) -> set[tuple[Any, ...]]:
    """What may be published, by the rule of FINRA as it reads: not struck, least sum of ranks, a lot among equals."""
    struck = {*mine["strikes"], *(theirs["strikes"] if theirs else ())}
    left = [name for name in THREE if name not in struck]
    least = min((score(mine, name) + score(theirs, name) for name in left), default=0)
    best = [name for name in left if score(mine, name) + score(theirs, name) == least] or [""]
    beside = {"slate": None, "size": len(left), "agreed": tuple(left)}[level]
    return {(name, beside) for name in best}


def shown(level: str, published: Any) -> tuple[Any, ...]:
    appointed, beside = published["appointment"]["appointed"], published["disclosed"]
    told = {"slate": None, "size": int(beside.get("size", 0)), "agreed": tuple(beside.get("agreed", ()))}[level]
    return (appointed[0] if appointed else "", told)


@given(st.sampled_from(["slate", "size", "agreed"]), st.sampled_from(SHEETS))
@settings(max_examples=25, deadline=None)
def test_what_is_foreseen_is_what_plain_counting_finds(level: str, mine: Sheet) -> None:
    found = foresee(small(level), "north", mine)
    expected: dict[tuple[Any, ...], list[set[str]]] = {}
    fewest: dict[tuple[Any, ...], int] = {}
    for theirs in [None, *SHEETS]:
        for case in naive_shown(level, mine, theirs):
            possible = [set(one["strikes"]) for one in SHEETS if case in naive_shown(level, one, theirs)]
            struck, kept = expected.setdefault(case, [set(), set()])
            struck |= set.intersection(*possible)
            kept |= set(THREE) - set.union(*possible)
            fewest[case] = min(fewest.get(case, 10**9), len(possible))
    assert {shown(level, one.published) for one in found.outcomes} == expected.keys()
    for one in found.outcomes:
        case = shown(level, one.published)
        assert [set(one.struck), set(one.kept)] == expected[case]
        assert one.possible == fewest[case]


def test_every_sheet_is_every_sheet() -> None:
    found = every_sheet(small("agreed"))
    assert sorted(map(repr, found)) == sorted(map(repr, SHEETS))
    assert len(found) == 6 + 3 * 2 + 3


def knowledge(foresight: Foresight) -> int:
    return min(one.possible for one in foresight.outcomes)


@given(st.sampled_from(SHEETS))
@settings(max_examples=10, deadline=None)
def test_a_level_that_tells_more_never_leaves_more_sheets_possible(mine: Sheet) -> None:
    fewest = [knowledge(foresee(small(level), "north", mine)) for level in ("slate", "size", "agreed", "vetoes")]
    assert fewest == sorted(fewest, reverse=True)


@given(st.sampled_from(SHEETS), st.sampled_from(SHEETS))
@settings(max_examples=40, deadline=None)
def test_with_two_sides_the_vetoes_without_owners_tell_every_veto(mine: Sheet, theirs: Sheet) -> None:
    agreed = small("vetoes")
    for case in publications(agreed, {"north": mine, "south": theirs}):
        fitting = [one for one in SHEETS if case in publications(agreed, {"north": one, "south": theirs})]
        assert {tuple(one["strikes"]) for one in fitting} == {tuple(mine["strikes"])}


def test_what_is_known_for_certain_is_true() -> None:
    for mine in SHEETS:
        for one in foresee(small("size"), "north", mine).outcomes:
            assert set(one.struck) <= set(mine["strikes"])
            assert not set(one.kept) & set(mine["strikes"])
            assert one.possible >= 1


def test_a_list_too_long_to_go_through_says_only_what_is_certain() -> None:
    found = foresee(agreement(), "north", {"strikes": ["Adib"], "ranking": [], "reasons": {}})
    assert not found.is_exact
    assert found.outcomes == ()
    assert "You strike Adib." in say(found.explain()[0])


@pytest.mark.parametrize("level", ["slate", "size", "agreed", "vetoes", "all"])
@pytest.mark.parametrize("strikes", [[], ["Adib"]])
def test_two_sides_are_told_that_nothing_hides_a_veto(level: str, strikes: list[str]) -> None:
    written = {"strikes": strikes, "ranking": [], "reasons": {}}
    told = " ".join(map(say, foresee(agreement(disclosure=level), "north", written).explain()))
    assert "With two sides nothing hides a veto once it is known that a name is out" in told
    assert "{" not in told
    assert "audit." not in told


def may_appoint_the_struck(procedure: str) -> bool:
    """Whether some pair of sheets over three names appoints a name that one of them strikes."""
    agreed = small("slate", procedure)
    space = every_sheet(agreed)
    return any(
        f'"{name}"'.encode() in case
        for mine in space
        for theirs in space
        for case in publications(agreed, {"north": mine, "south": theirs})
        for name in {*mine["strikes"], *theirs["strikes"]}
    )


def test_it_is_said_that_a_struck_name_is_out_only_where_that_is_so() -> None:
    assert rules_of("finra-one-arbitrator").mechanism in STRUCK_IS_OUT
    assert not may_appoint_the_struck("finra-one-arbitrator")
    assert rules_of("simultaneous-veto").mechanism not in STRUCK_IS_OUT
    assert may_appoint_the_struck("simultaneous-veto")  # a sheet may list more strikes than a side has


def test_the_words_that_struck_is_out_are_kept_for_mechanisms_on_the_shelf() -> None:
    assert {rules.mechanism for rules in rules_on_shelf().values()} >= STRUCK_IS_OUT


def test_a_sheet_that_the_procedure_refuses_is_not_among_those_gone_through() -> None:
    agreed = small("slate")
    for written in every_sheet(agreed):
        check_usable(agreed, sheet_from(agreed, "north", written))
    with pytest.raises(PlacetError):
        check_usable(agreed, sheet_from(agreed, "north", {"strikes": list(THREE), "ranking": [], "reasons": {}}))
