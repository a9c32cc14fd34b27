"""What a case file says is what the case holds."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from case.samples import EXAMPLE, changed, faults, read
from placet.case.catalog import Catalog
from placet.case.dates import parse_when
from placet.case.forms import Apart, Blocks, Chooses, Conditional, Equal, Excludes, Quota, Share, Together, Total
from placet.case.nouns import ALWAYS, Kind, Seats, Side, Stance, Threshold, Votes
from placet.case.read import LARGEST_FILE, read_case, read_case_with_warnings
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named
from placet.case.text import Text
from placet.errors import CaseError, QuestionError


@pytest.fixture(scope="module")
def example():
    return read(EXAMPLE)


def form(text):
    """Return the form of a constraint written in place of the example's."""
    return read(changed("{total: seats, at_least: 3}", text)).constraints["enough"].form


def demand(text):
    return read(changed("{side: government, excludes: haddad, cost: 3}", text)).demands["no-haddad"]


def preferences(text):
    return read(changed("{scores: {haddad: 7, saleh: 2}, unscored: 0, disagreement: 0}", text)).preferences[
        "government"
    ]


def test_sides_hold_consent_by_yes_no_or_votes(example):
    assert example.sides["government"] == Side("government", Text((("en", "The present government"),)), consent=True)
    assert example.sides["sponsor"].consent is False
    assert example.sides["council"].consent == Threshold(9, 15)
    assert example.holders == ("government", "opposition", "council")


def test_names_are_kept_in_every_language(example):
    assert example.title.entries == (("en", "A transitional governing body"), ("ar", "هيئة حكم انتقالية"))


def test_a_plain_name_has_no_language():
    assert read(changed("name: {en: A militia}", "name: A militia")).groups["militia"].name == Text.plain("A militia")


def test_marks_of_direction_are_kept_byte_for_byte():
    name = "\u2067\u200fابن\u200c \u202bعمر\u202c\u2069"
    assert read(changed("en: A militia", f"ar: {name}")).groups["militia"].name.say("ar") == name


def test_groups_lie_within_groups(example):
    assert example.groups["cells"].within == "militia"
    assert example.members(InGroup("militia")) == ("saleh",)


def test_traits_are_words_and_numbers(example):
    assert example.candidates["haddad"].traits == Catalog({"gender": "woman", "region": "coast", "seats": 3})


def test_seats_are_a_number_or_a_range(example):
    assert example.posts["head"].seats == Seats(1, 1)
    assert example.posts["member"].seats == Seats(1, 10)
    assert read(changed("seats: 1, eligible", "eligible")).posts["head"].seats == Seats(1, 1)


def test_seats_may_be_assumed():
    case = read(changed("seats: 1,", "seats: {exactly: 1, assumption: No source says}, "))
    assert case.posts["head"].seats == Seats(1, 1, "No source says")
    case = read(changed("{at_least: 1, at_most: 10}", "{at_least: 1, at_most: 10, assumption: A guess}"))
    assert case.posts["member"].seats == Seats(1, 10, "A guess")


def test_options_may_have_titles(example):
    assert example.terms["election"].options == Catalog({"six-months": None, "twelve-months": None})
    case = read(changed("options: [six-months, twelve-months]", "options: {six-months: Soon, twelve-months: }"))
    assert case.terms["election"].options == Catalog({"six-months": Text.plain("Soon"), "twelve-months": None})


def test_every_form_is_read(example):
    assert example.constraints["women"].form == Quota(HasTrait("gender", "woman"), at_least=Share(Fraction(3, 10)))
    assert example.constraints["balance"].form == Equal((InGroup("independents"), InGroup("militia")), 1)
    assert example.constraints["apart-1"].form == Apart(("haddad", "saleh"))
    assert example.constraints["enough"].form == Total("seats", at_least=Fraction(3))
    assert form("{together: [saleh, haddad], in: [member]}") == Together(("saleh", "haddad"), ("member",))
    assert form("{exactly: 2, where: haddad}") == Quota(Named("haddad"), exactly=2)
    assert form("{total: seats, exactly: -1.5, in: [head]}") == Total("seats", exactly=Fraction(-3, 2), posts=("head",))
    assert form("{at_most: 12.5%, where: saleh}") == Quota(Named("saleh"), at_most=Share(Fraction(1, 8)))
    assert form("{equal: [haddad, saleh]}") == Equal((Named("haddad"), Named("saleh")), 0)
    assert form("{excludes: {any: [haddad, {all: [saleh, {not: {group: cells}}]}]}}") == Excludes(
        AnyOf((Named("haddad"), AllOf((Named("saleh"), Except(InGroup("cells"))))))
    )


def test_a_conditional_nests(example):
    assert example.demands["trade"].what == Conditional(
        Chooses((("election", "six-months"),)), Excludes(InGroup("cells"))
    )
    nested = form("{if: {if: {excludes: haddad}, then: {excludes: saleh}}, then: {chooses: {election: six-months}}}")
    assert nested == Conditional(
        Conditional(Excludes(Named("haddad")), Excludes(Named("saleh"))), Chooses((("election", "six-months"),))
    )


def test_the_posts_of_a_conditional_are_those_of_its_parts_without_any():
    nested = form(
        "{if: {if: {excludes: haddad, in: [member]}, then: {excludes: saleh}}, "
        "then: {chooses: {election: six-months}}, in: [head]}"
    )
    assert nested == Conditional(
        Conditional(Excludes(Named("haddad"), ("member",)), Excludes(Named("saleh"), ("head",))),
        Chooses((("election", "six-months"),)),
    )


def test_a_demand_costs_one_if_nothing_is_said(example):
    assert example.demands["no-haddad"].cost == 3
    assert example.demands["soon"].cost == 1
    assert example.demands["no-militia"].is_red_line
    assert demand("{side: government, excludes: haddad, cost: 0.5}").cost == Fraction(1, 2)


def test_a_demand_carries_what_is_known_of_it():
    one = demand("{side: government, excludes: haddad, presumed: 0, seen_by: [sponsor], assumption: x, note: y}")
    assert (one.presumed, one.seen_by, one.assumption, one.note) == (0, ("sponsor",), "x", "y")


def test_a_demand_may_block_a_step_and_be_presumed():
    one = demand("{side: government, blocks: transition, until: conference, presumed: 1}")
    assert one.what == Blocks("transition", "conference")
    assert one.presumed == 1


def test_a_side_that_decides_by_votes_may_have_demands_too():
    assert demand("{side: council, excludes: saleh}").side == "council"


def test_scores_are_exact(example):
    one = example.preferences["government"]
    assert (one.kind, one.scores, one.unscored) == (
        Kind.SCORES,
        Catalog({"haddad": Fraction(7), "saleh": Fraction(2)}),
        0,
    )
    assert preferences("{scores: {saleh: -0.1}, unscored: 0.2}").score("saleh", "head") == Fraction(-1, 10)


def test_scores_may_be_replaced_at_a_post_and_added_for_an_option():
    one = preferences(
        "{scores: {haddad: 7, saleh: 2}, posts: {head: {saleh: 9}}, "
        "terms: {election: {six-months: 3}}, disagreement: 1}"
    )
    assert one.score("saleh", "head") == 9
    assert one.score("saleh", "member") == 2
    assert one.score_option("election", "six-months") == 3
    assert one.disagreement == 1
    assert one.unscored is None


def test_a_ranking_scores_down_to_nothing():
    assert preferences("{ranking: [saleh, haddad]}").scores == Catalog({"saleh": Fraction(1), "haddad": Fraction(0)})


def test_approvals_score_one():
    one = preferences("{approves: [saleh]}")
    assert (one.kind, one.score("saleh", "head"), one.score("haddad", "head")) == (Kind.APPROVES, 1, 0)


def test_the_road_map_is_read(example):
    assert example.roadmap["conference"].convened_by == ("sponsor",)
    assert example.roadmap["conference"].attends == ("government", "opposition")
    assert example.roadmap["transition"].needs == ("conference",)
    done = read(
        changed("{title: {en: The president resigns}}", "{title: {en: The president resigns}, done: 2013-06-01}")
    )
    assert done.roadmap["resignation"].done == date(2013, 6, 1)


def test_the_record_keeps_its_order_and_precision(example):
    assert [entry.index for entry in example.record] == [0, 1, 2, 3, 4]
    assert example.record[0].on == parse_when("2011-08")
    assert example.record[1].stance is Stance.WITHDRAWS
    assert example.record[2].held_since == ALWAYS
    assert example.record[4].tally == Catalog({"haddad": Votes(9, 3, 3), "saleh": Votes(4)})


def test_an_entry_may_be_undated_and_concern_an_event_only():
    entry = read(
        changed(
            "{on: 2013-05-10, side: council, tally: {haddad: {for: 9, against: 3, silent: 3}, saleh: {for: 4}}}",
            "{event: meeting, by: A reporter, held_since: 2012, demand: soon, stance: asserts}",
        )
    ).record[4]
    assert (entry.on, entry.event, entry.held_since) == (None, "meeting", parse_when("2012"))


def test_quotations_keep_their_lines():
    entry = read(changed('quote: "...", lang: en', 'quote: "one\\ntwo", lang: en')).record[0]
    assert entry.quote == "one\ntwo"


def test_a_source_is_read(example):
    source = read(changed("file: sources/article.txt", f"url: example.org/a, sha256: {'AB' * 32}, lang: no")).sources[
        "article"
    ]
    assert (source.url, source.sha256, source.lang) == ("example.org/a", "ab" * 32, "no")
    assert example.sources["article"].file == "sources/article.txt"


def test_a_fingerprint_still_to_come_is_none():
    assert read(changed("file: sources/article.txt", "sha256: ...")).sources["article"].sha256 is None


def test_ids_may_be_of_any_script_and_digits():
    case = read(
        changed("  saleh:  {", "  12: {name: Twelve}\n  صالح: {name: Saleh}\n  _x.y-z: {name: X}\n  saleh:  {").replace(
            "unscored: 0, ", "unscored: 0, "
        )
    )
    assert list(case.candidates) == ["haddad", "12", "صالح", "_x.y-z", "saleh"]


def test_one_person_may_hold_two_posts_if_the_case_says_so(example):
    assert example.one_post_each
    assert not read(EXAMPLE + "one_post_each: false\n").one_post_each


def test_a_case_may_hold_no_more_than_is_required():
    people = "sides: {a: {name: A, consent: true}}\ncandidates: {x: {name: X}}\n"
    case = read(f"placet: 1\ntitle: t\n{people}posts: {{p: {{title: P}}}}\n")
    assert (case.demands, case.record, case.name) == (Catalog(), (), "")


def test_faults_stand_in_the_order_of_the_file_and_once():
    text = changed("excludes: haddad", "excludes: hadad").replace("[cells]", "[cell]")
    places = [line.split(":")[0] for line in faults(text).split("\n")]
    assert places == ["14", "26"]


def folder_with(path, text=EXAMPLE, name="case.yaml"):
    (path / name).write_text(text, encoding="utf-8")
    return path


def test_a_folder_or_its_file_is_read(tmp_path):
    folder = tmp_path / "syria-2013"
    folder.mkdir()
    folder_with(folder)
    assert read_case(folder) == read_case(str(folder / "case.yaml"))
    assert read_case(folder).name == "syria-2013"


def test_the_files_name_is_as_it_was_given(tmp_path, monkeypatch):
    folder_with(tmp_path, "placet: 2\n")
    monkeypatch.chdir(tmp_path.parent)
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path.name)
    assert caught.value.faults[0].file == str(Path(tmp_path.name) / "case.yaml")


def test_json_is_read_as_well(tmp_path):
    case = {
        "placet": 1,
        "title": "t",
        "sides": {"a": {"name": "A", "consent": True}},
        "candidates": {"x": {"name": "X"}},
    }
    folder_with(tmp_path, json.dumps({**case, "posts": {"p": {"title": "\U0001f600"}}}, indent="\t"), "case.json")
    assert read_case(tmp_path).posts["p"].title == Text.plain("\U0001f600")


def test_warnings_come_with_the_case(tmp_path):
    folder_with(tmp_path, changed("groups: [cells], traits", "traits"))
    case, warnings = read_case_with_warnings(tmp_path)
    assert len(case.candidates) == 2
    assert [warning.line for warning in warnings] == [10, 11]


def test_a_byte_order_mark_is_no_part_of_the_case(tmp_path):
    (tmp_path / "case.yaml").write_bytes(b"\xef\xbb\xbf" + EXAMPLE.encode())
    assert len(read_case(tmp_path).sides) == 4


def test_line_ends_of_windows_are_read(tmp_path):
    (tmp_path / "case.yaml").write_bytes(EXAMPLE.replace("\n", "\r\n").encode())
    assert len(read_case(tmp_path).sides) == 4


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (EXAMPLE.encode("utf-16"), "case.yaml:1:1: found the byte 0xff, expected text saved as UTF-8"),
        (b"placet: 1\r\ntitle: caf\xe9\r\n", "case.yaml:2:11: found the byte 0xe9, expected text saved as UTF-8"),
        (b"placet: 1\ntitle: a\x00b\n", "case.yaml:2:9: found the control character U+0000, expected text without it"),
        (b"title: a\xe2\x80\xa8b\n", "case.yaml:1:9: found the control character U+2028, expected text without it"),
        (b"#" * (LARGEST_FILE + 1), "case.yaml:1:1: found a file of more than 8 MB, expected a smaller case"),
        (b"", 'case.yaml:1:1: found an empty file, expected a case, whose first line is "placet: 1"'),
    ],
)
def test_a_file_that_is_no_text_is_refused(tmp_path, content, message):
    (tmp_path / "case.yaml").write_bytes(content)
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path)
    assert message in str(caught.value)


def test_control_characters_are_all_named_up_to_twenty(tmp_path):
    (tmp_path / "case.yaml").write_bytes(b"\x01\n" * 30)
    with pytest.raises(CaseError) as caught:
        read_case(tmp_path)
    assert [fault.line for fault in caught.value.faults] == list(range(1, 21))


@pytest.mark.parametrize("name", ["nowhere", "nul\x00l", "x" * 5_000])
def test_a_place_that_is_not_there_is_said(tmp_path, name):
    with pytest.raises(
        QuestionError, match=r"found no file or folder .*, expected a case folder, or the case.yaml in it"
    ):
        read_case(f"{tmp_path}/{name}")


def test_a_folder_without_a_case_is_said(tmp_path):
    with pytest.raises(QuestionError, match=r"found no case\.yaml in the folder"):
        read_case(tmp_path)


def test_a_file_that_may_not_be_read_is_said(tmp_path, monkeypatch):
    folder_with(tmp_path)

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(
        QuestionError, match=r"which cannot be read \(Permission denied\), expected a file that can be read"
    ):
        read_case(tmp_path)


def test_a_source_that_is_a_link_out_of_the_folder_is_refused(tmp_path):
    folder = tmp_path / "case"
    (folder / "sources").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (folder / "sources" / "article.txt").symlink_to(tmp_path / "secret.txt")
    folder_with(folder)
    with pytest.raises(
        CaseError, match=r'46:78: found "sources/article.txt", a link out of the folder, expected a file'
    ):
        read_case(folder)


def test_a_source_that_is_a_circle_of_links_is_refused(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "article.txt").symlink_to(tmp_path / "sources" / "article.txt")
    folder_with(tmp_path)
    with pytest.raises(CaseError, match="a link out of the folder"):
        read_case(tmp_path)


def test_a_source_that_is_a_link_within_the_folder_is_read(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "text.txt").write_text("text", encoding="utf-8")
    (tmp_path / "sources" / "article.txt").symlink_to(tmp_path / "text.txt")
    assert read_case(folder_with(tmp_path)).sources["article"].file == "sources/article.txt"
