"""``placet conflicts``: the sum that proves a reason, and a search that is given no time."""

import json

from click.testing import CliRunner

from placet.cli.conflicts import verb

CASE = """
placet: 1
title: Two posts
sides: {a: {name: A, consent: true}, b: {name: B, consent: true}}
candidates: {ada: {name: Ada}, ben: {name: Ben}, cleo: {name: Cleo}}
posts: {defence: {title: Defence}, finance: {title: Finance, eligible: {any: [ada, ben]}}}
demands:
  v1: {side: a, excludes: ada}
  v2: {side: b, excludes: ben, in: [finance]}
  v3: {side: b, excludes: {any: [ben, cleo]}, in: [defence]}
"""


def run(folder, *options):
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    found = CliRunner().invoke(verb, [str(folder), *options], catch_exceptions=False)
    assert found.exit_code == 0
    return found.stdout


def test_the_certificate_says_what_to_count(tmp_path):
    told = " ".join(run(tmp_path, "--certificate").split())
    assert "How to check it by hand" in told
    assert "Count the seats of Finance: 1." in told
    assert "nobody counts whom this refuses: A will not accept Ada in any post" in told


def test_without_being_asked_for_it_stays_in_the_json(tmp_path):
    assert "by hand" not in run(tmp_path)
    conflicts = json.loads(run(tmp_path, "--json"))["conflicts"]
    assert {one["certificate"]["kind"] for one in conflicts} == {"cut"}


def test_a_search_without_time_gives_a_reason_and_says_that_there_may_be_more(tmp_path):
    answer = json.loads(run(tmp_path, "--json", "--seconds", "0.000001"))
    assert answer["conflicts"]
    assert answer["complete"] == {"conflicts": False}
