"""Each point of forms, seats, binding and preferences that could be read in two ways, with the reading that holds."""

import pytest

from agreement.asking import solve
from agreement.tiny import CHAIR, HEAD, PAIR, TWO


def count(folder, text, on=None):
    return int(solve(folder, HEAD + text, on)["count"])


@pytest.mark.parametrize(
    ("rule", "slates"),
    [
        ("{excludes: {group: big}}", 1),  # the groups within it are meant too
        ("{excludes: {group: small}}", 2),
        ("{excludes: {any: [x, y]}}", 1),
        ("{excludes: {all: [{group: big}, {trait: {gender: man}}]}}", 2),
        ("{excludes: {not: x}}", 1),
        ("{at_least: 50%, where: x}", 1),
        ("{at_most: 50%, where: x}", 2),  # half a seat is rounded down to none
        ("{at_least: 0%, where: x}", 3),
        ("{exactly: 1, where: {trait: {gender: man}}}", 2),
        ("{total: seats, at_least: 1}", 1),  # a missing numeric trait counts 0
        ("{total: seats, at_most: 0}", 2),
        ("{apart: [x, y]}", 3),
        ("{together: [x, y]}", 1),  # none of them is as good as all
        ("{equal: [{group: big}, z]}", 0),  # within 0 if left out
        ("{equal: [{group: big}, z], within: 1}", 3),
        ("{if: {excludes: x}, then: {excludes: y}}", 2),  # a condition that fails asks for nothing
    ],
)
def test_forms_on_one_seat(tmp_path, rule, slates):
    assert count(tmp_path, f"{CHAIR}constraints: {{rule: {rule}}}\n") == slates


def test_the_seats_of_one_post_are_a_set(tmp_path):
    assert count(tmp_path, PAIR) == 3


def test_two_posts_are_distinct_and_one_person_holds_one(tmp_path):
    assert count(tmp_path, TWO) == 6


def test_a_person_may_hold_two_posts_if_the_case_says_so_but_not_two_seats_of_one(tmp_path):
    assert count(tmp_path, TWO + "one_post_each: false\n") == 9
    assert count(tmp_path, PAIR + "one_post_each: false\n") == 3


def test_apart_and_together_count_persons_where_quotas_count_seats(tmp_path):
    free = TWO + "one_post_each: false\n"
    assert count(tmp_path, free + "constraints: {rule: {apart: [x, y]}}\n") == 7
    assert count(tmp_path, free + "constraints: {rule: {together: [x, y]}}\n") == 3
    assert count(tmp_path, free + "constraints: {rule: {at_most: 1, where: {any: [x, y]}}}\n") == 5
    assert count(tmp_path, free + "constraints: {rule: {total: seats, exactly: 6}}\n") == 1


def test_a_range_of_seats_counts_every_size(tmp_path):
    assert count(tmp_path, "posts: {pair: {title: {en: Pair}, seats: {at_least: 1, at_most: 2}}}\n") == 6


def test_a_share_is_of_the_seats_filled_not_of_the_seats_there_are(tmp_path):
    ranged = "posts: {pair: {title: {en: Pair}, seats: {at_least: 1, at_most: 2}}}\n"
    assert count(tmp_path, ranged + "constraints: {rule: {at_least: 100%, where: {group: big}}}\n") == 3


def test_a_share_is_of_the_seats_in_the_posts_meant(tmp_path):
    assert count(tmp_path, TWO + "constraints: {rule: {at_least: 100%, where: x, in: [chair]}}\n") == 2


def test_terms_multiply_the_settlements(tmp_path):
    terms = "terms: {date: {title: {en: Date}, options: [soon, late]}}\n"
    assert count(tmp_path, CHAIR + terms) == 6
    assert count(tmp_path, CHAIR + terms + "demands: {d: {side: a, chooses: {date: soon}}}\n") == 3


def test_a_side_without_consent_binds_nothing_and_the_answer_says_what_if_it_did(tmp_path):
    answer = solve(tmp_path, HEAD + CHAIR + "demands: {d: {side: c, excludes: x}}\n")
    assert answer["count"] == "3"
    assert {side: (one["feasible"], one["count"]) for side, one in answer["if_bound"].items()} == {"c": (True, "2")}


def test_a_red_line_counts_as_a_constraint(tmp_path):
    demands = "demands: {red: {side: a, excludes: {not: x}, cost: never}, soft: {side: b, excludes: x}}\n"
    answer = solve(tmp_path, HEAD + CHAIR + demands)
    assert [(one["demands"], one["given"]) for one in answer["conflicts"]] == [(["soft"], ["red"])]
    assert [one["give_up"] for one in answer["concessions"]] == [["soft"]]
    assert answer["impossible"] == []


def test_red_lines_that_clash_are_impossible_and_leave_no_conflicts(tmp_path):
    demands = "demands: {r1: {side: a, excludes: {not: x}, cost: never}, r2: {side: b, excludes: x, cost: never}}\n"
    answer = solve(tmp_path, HEAD + CHAIR + demands)
    assert not answer["feasible"]
    assert sorted(answer["impossible"]) == ["r1", "r2"]
    assert (answer["conflicts"], answer["concessions"]) == ([], [])


def test_a_body_that_cannot_be_filled_is_infeasible_and_names_no_rule(tmp_path):
    answer = solve(
        tmp_path, HEAD + "posts: {all: {title: {en: All}, seats: 4}}\ndemands: {d: {side: a, excludes: x}}\n"
    )
    assert not answer["feasible"]
    assert (answer["impossible"], answer["conflicts"], answer["concessions"]) == ([], [], [])


def test_an_open_zone_has_neither_conflicts_nor_concessions(tmp_path):
    answer = solve(tmp_path, HEAD + CHAIR + "demands: {d: {side: a, excludes: x}}\n")
    assert (answer["conflicts"], answer["concessions"]) == ([], [])


def test_a_candidate_is_excluded_only_if_a_demand_covers_every_post_open_to_it(tmp_path):
    posts = (
        "posts: {chair: {title: {en: Chair}, seats: 1, eligible: {not: x}}, clerk: {title: {en: Clerk}, seats: 1}}\n"
    )
    demands = "demands: {d: {side: a, excludes: {group: big}, in: [clerk]}, e: {side: b, at_most: 0%, where: z}}\n"
    assert solve(tmp_path, HEAD + posts + demands)["excluded"] == {"x": ["d"], "z": ["e"]}


def test_a_group_veto_is_given_up_once(tmp_path):
    answer = solve(tmp_path, HEAD + PAIR + "demands: {d: {side: a, excludes: {group: big}, cost: 2.5}}\n")
    assert [(one["give_up"], one["cost"], one["opens"]) for one in answer["concessions"]] == [(["d"], 2.5, "3")]


def test_equal_demands_speak_for_each_other_and_are_given_up_together(tmp_path):
    demands = (
        "demands: {d: {side: a, excludes: x}, e: {side: b, at_most: 0, where: x}, f: {side: b, excludes: {not: x}}}\n"
    )
    answer = solve(tmp_path, HEAD + CHAIR + demands)
    classes = [{name, *one["instead"].get(name, [])} for one in answer["conflicts"] for name in one["demands"]]
    assert {"d", "e"} in classes
    assert sorted(sorted(one["give_up"]) for one in answer["concessions"]) == [["d", "e"], ["f"]]


def test_without_preferences_there_is_one_best_without_a_criterion(tmp_path):
    best = solve(tmp_path, HEAD + CHAIR)["best"]
    assert [one["criterion"] for one in best] == [None]


def test_scores_at_a_post_replace_and_terms_add(tmp_path):
    text = TWO + "terms: {date: {title: {en: Date}, options: [soon, late]}}\n"
    text += "constraints: {rule: {exactly: 1, where: x, in: [clerk]}, date: {chooses: {date: soon}}}\n"
    text += "preferences: {a: {scores: {x: 5}, unscored: 1, posts: {clerk: {x: 2}}, terms: {date: {soon: 0.5}}}}\n"
    best = solve(tmp_path, HEAD + text)["best"]
    assert {one["scores"]["a"] for one in best} == {3.5}


def test_a_ranking_counts_down_over_its_names_and_approvals_count_one(tmp_path):
    text = CHAIR + "constraints: {rule: {excludes: {not: x}}}\n"
    text += "preferences: {a: {ranking: [y, x, z]}, b: {approves: [x]}}\n"
    assert {(one["scores"]["a"], one["scores"]["b"]) for one in solve(tmp_path, HEAD + text)["best"]} == {(1, 1)}


def test_a_tally_makes_a_demand_for_each_candidate_without_the_votes(tmp_path):
    text = HEAD.replace("{en: A}, consent: true", "{en: A}, consent: {needs: 3, of: 5}") + CHAIR
    text += "record: [{on: 2012-01-01, side: a, tally: {x: {for: 3}, y: {for: 1}}, by: A clerk, quote: Words.}]\n"
    answer = solve(tmp_path, text)
    assert answer["count"] == "1"
    assert answer["certain"]["count"] == "2"
    assert answer["undetermined"] == ["a:z"]
    assert answer["excluded"] == {"y": ["a:y"], "z": ["a:z"]}


def test_what_giving_up_a_tally_costs_is_the_votes_missing(tmp_path):
    text = HEAD.replace("{en: A}, consent: true", "{en: A}, consent: {needs: 3, of: 5}") + CHAIR
    text += "record: [{on: 2012-01-01, side: a, tally: {x: {for: 2}, y: {for: 1}}, by: A clerk, quote: Words.}]\n"
    costs = {tuple(one["give_up"]): one["cost"] for one in solve(tmp_path, text)["concessions"]}
    assert costs == {("a:x",): 1, ("a:y",): 2, ("a:z",): 3}
