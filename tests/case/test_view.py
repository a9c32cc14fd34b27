"""What one side may have of a case, and what it must not be able to tell from it."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from case.samples import EXAMPLE, changed, read
from case.strategies import cases
from placet.case.catalog import Catalog
from placet.case.nouns import Stance
from placet.case.read import read_case
from placet.case.view import view, write_view
from placet.case.write import case_text, write_case
from placet.errors import QuestionError

SIDES = ("government", "opposition", "council", "sponsor")
DEMAND = "{side: government, excludes: haddad, cost: 3}"


@pytest.fixture(scope="module")
def example():
    return read(EXAMPLE)


def shown(text, side):
    return view(read(text), side)


def test_a_side_keeps_its_own_costs_and_sees_no_others(example):
    assert view(example, "government").demands["no-haddad"].cost == 3
    assert view(example, "opposition").demands["no-haddad"].cost == 1
    assert view(example, "opposition").demands["no-militia"].is_red_line
    assert not view(example, "government").demands["no-militia"].is_red_line


def test_a_side_keeps_its_own_preferences_and_sees_no_others(example):
    assert list(view(example, "government").preferences) == ["government"]
    assert list(view(example, "opposition").preferences) == []


def test_notes_are_seen_by_their_side_only():
    text = changed(DEMAND, "{side: government, excludes: haddad, note: ours}").replace("lang: en,", "note: theirs,")
    assert shown(text, "government").demands["no-haddad"].note == "ours"
    assert shown(text, "opposition").demands["no-haddad"].note is None
    assert shown(text, "sponsor").record[0].note == "theirs"
    assert shown(text, "government").record[0].note is None


def test_a_note_on_an_entry_about_no_demand_is_the_keepers():
    text = changed("- {on: 2013-05-10, side: council", "- {event: e, note: hush}\n  - {note: votes, side: council")
    for side in SIDES:
        notes = {entry.note for entry in shown(text, side).record}
        assert notes == ({None, "votes"} if side == "council" else {None})


@pytest.mark.parametrize("side", SIDES)
def test_a_presumed_demand_and_what_supports_it_is_seen_by_nobody(example, side):
    seen = view(example, side)
    assert "no-saleh" not in seen.demands
    assert [entry.index for entry in seen.record] == [0, 1, 2, 3]
    assert Stance.PRESUMES not in {entry.stance for entry in seen.record}
    assert "0.8 is a guess" not in case_text(seen)


def test_a_source_that_supported_only_a_presumption_goes_with_it():
    text = EXAMPLE + "  gossip: {title: Gossip}\n  unused: {title: Unused}\n"
    text = text.replace("presumed: 0.8, source: article", "presumed: 0.8, source: gossip")
    assert list(shown(text, "opposition").sources) == ["article", "unused"]


def test_a_presumed_demand_that_was_voiced_is_seen_without_the_presumption():
    text = changed(
        "no-saleh, stance: presumes", "no-saleh, stance: presumes, by: X}\n  - {demand: no-saleh, stance: asserts"
    )
    text = text.replace(
        "presumed: 0.8, source: article", "presumed: 0.8, source: article, assumption: guessed, cost: 9"
    )
    for side, cost in (("government", 1), ("opposition", 9)):
        seen = shown(text, side)
        demand = seen.demands["no-saleh"]
        assert (demand.presumed, demand.source, demand.assumption, demand.cost) == (None, None, None, cost)
        assert [entry.stance for entry in seen.record if entry.demand == "no-saleh"] == [Stance.ASSERTS]


def test_a_presumed_demand_that_was_only_withdrawn_stays_hidden():
    assert (
        "no-saleh"
        not in shown(changed("no-saleh, stance: presumes", "no-saleh, stance: withdraws"), "opposition").demands
    )


def test_a_demand_with_seen_by_goes_to_those_sides_and_its_own_only():
    text = changed(
        "{side: sponsor, blocks: conference",
        "{side: sponsor, cost: 5, seen_by: [council, government], blocks: conference",
    )
    for side in SIDES:
        seen = shown(text, side)
        spoken = [entry for entry in seen.record if entry.demand == "leave-first"]
        if side == "opposition":
            assert "leave-first" not in seen.demands
            assert not spoken
        else:
            assert seen.demands["leave-first"].cost == 5
            assert len(spoken) == 2


def test_a_side_does_not_see_who_else_sees_a_demand():
    text = changed(DEMAND, "{side: government, excludes: haddad, seen_by: [council, sponsor]}")
    assert shown(text, "council").demands["no-haddad"].seen_by == ("council",)
    assert shown(text, "government").demands["no-haddad"].seen_by == ("council", "sponsor")


def test_a_presumed_demand_with_seen_by_is_seen_by_those_sides_and_not_by_the_one_it_presumes_upon():
    text = changed("presumed: 0.8,", "presumed: 0.8, seen_by: [government],")
    assert shown(text, "government").demands["no-saleh"].presumed == Fraction(4, 5)
    assert Stance.PRESUMES in {entry.stance for entry in shown(text, "government").record}
    assert "no-saleh" not in shown(text, "opposition").demands
    assert "no-saleh" not in shown(text, "sponsor").demands


def test_a_demand_seen_by_nobody_is_seen_by_its_side():
    text = changed(DEMAND, "{side: government, excludes: haddad, seen_by: []}")
    assert "no-haddad" in shown(text, "government").demands
    assert "no-haddad" not in shown(text, "sponsor").demands


def test_everything_else_is_seen_by_everyone(example):
    for side in SIDES:
        seen = view(example, side)
        for part in ("sides", "groups", "candidates", "posts", "terms", "constraints", "roadmap", "title", "name"):
            assert getattr(seen, part) == getattr(example, part)
        assert seen.record[-1].tally == example.record[-1].tally


def test_an_unknown_side_is_named_with_the_nearest(example):
    with pytest.raises(QuestionError) as caught:
        view(example, "goverment")
    assert str(caught.value) == (
        'found the side "goverment", expected government, opposition, council or sponsor; did you mean government?'
    )


@given(cases())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_a_view_is_a_case_and_the_view_of_a_view_is_itself(case):
    for side in case.sides:
        seen = view(case, side)
        assert read(case_text(seen)) == seen
        assert view(seen, side) == seen


@given(cases(), cases())
@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
def test_two_cases_that_differ_only_in_what_a_side_may_not_know_look_the_same_to_it(case, other):
    side = "no"
    secret = {
        name: replace(demand, cost=other.demands[name].cost, note=other.demands[name].note)
        for name, demand in case.demands.items()
        if demand.side != side and demand.seen_by is None
    }
    changed_case = replace(
        case,
        demands=Catalog({name: secret.get(name, demand) for name, demand in case.demands.items()}),
        preferences=Catalog({**case.preferences, "on": other.preferences["on"]}),
    )
    assert case_text(view(changed_case, side)) == case_text(view(case, side))


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "whole"
    text = (
        EXAMPLE
        + "  gossip: {title: Gossip, file: sources/gossip.txt}\n  absent: {title: A, file: sources/absent.txt}\n"
    )
    text = text.replace("presumed: 0.8, source: article", "presumed: 0.8, source: gossip")
    write_case(read(text), folder)
    (folder / "sources").mkdir()
    (folder / "sources" / "article.txt").write_text("article", encoding="utf-8")
    (folder / "sources" / "gossip.txt").write_text("gossip", encoding="utf-8")
    (folder / "ballots.csv").write_text("secret", encoding="utf-8")
    return folder


def files(folder):
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_the_written_folder_holds_only_what_is_still_named(folder, tmp_path):
    case = read_case(folder)
    file = write_view(case, folder, tmp_path / "shown", "opposition")
    assert file == tmp_path / "shown" / "case.yaml"
    assert files(tmp_path / "shown") == ["case.yaml", str(Path("sources") / "article.txt")]
    assert replace(read_case(file), name=case.name) == view(case, "opposition")


def test_the_case_file_may_be_named_instead_of_its_folder(folder, tmp_path):
    write_view(read_case(folder), folder / "case.yaml", tmp_path / "shown", "sponsor")
    assert len(files(tmp_path / "shown")) == 2


def test_a_source_that_is_the_whole_case_under_another_name_is_not_copied(folder, tmp_path):
    case = read_case(folder)
    (folder / "sources" / "article.txt").unlink()
    (folder / "sources" / "article.txt").symlink_to(folder / "case.yaml")
    write_view(case, folder, tmp_path / "shown", "opposition")
    assert files(tmp_path / "shown") == ["case.yaml"]


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path):
    case = read_case(folder)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "sources" / "article.txt").unlink()
    (folder / "sources" / "article.txt").symlink_to(tmp_path / "secret.txt")
    write_view(case, folder, tmp_path / "shown", "opposition")
    assert files(tmp_path / "shown") == ["case.yaml"]


def test_a_view_is_not_written_over_anything(folder, tmp_path):
    case = read_case(folder)
    with pytest.raises(QuestionError, match="which lies in the case folder, expected a folder outside of it"):
        write_view(case, folder, folder / "views" / "opposition", "opposition")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "old.txt").touch()
    for target in (tmp_path / "full", tmp_path / "full" / "old.txt"):
        with pytest.raises(QuestionError, match="which holds something already, expected a new or an empty folder"):
            write_view(case, folder, target, "opposition")
    (tmp_path / "empty").mkdir()
    write_view(case, folder, tmp_path / "empty", "opposition")
