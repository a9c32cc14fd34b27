"""An accepted draft becomes an entry of the record; nothing else in the case file changes, and undo takes it out."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.case.dates import parse_when
from placet.case.nouns import Entry, Source, Stance
from placet.case.read import read_case
from placet.case.text import Text
from placet.errors import PlacetError, QuestionError
from placet.reading.drafts import Draft, Span, Suggestion
from placet.reading.drafts_file import Decision
from placet.reading.entering import as_entry, enter, take_back
from placet.words import message

TEXT = "The port must close, said the mayor. “It must close now,” she said. “We will not sit with Ada.”\n"
SOURCE = Source("speech", Text.plain("A speech"), file="sources/speech.txt", sha256="ab" * 32)
HEAD = """\
# Mine, and to be kept.
placet: 1
title: A small body   # a word beside
sides:
  north: {name: The north, consent: true}
candidates:
  ada: {name: Ada}
posts:
  chair: {title: Chair}
demands:
  no-ada: {side: north, excludes: ada}
"""
RECORD = """\
record:
  # What was said first.
  - {on: 2013-05-01, demand: no-ada, stance: asserts, by: The mayor, quote: "No", source: letter}
"""
SOURCES = """
# Where it was said.
sources:
  letter: {title: A letter}
"""


def suggestion(value):
    return Suggestion(value, message("why"))


def draft(quote="We will not sit with Ada.", **changes):
    made = Draft(
        id="d1",
        kind="direct",
        quote=quote,
        content=(Span(0, 2),),
        speaker=suggestion("The mayor"),
        speaker_span=None,
        cue=None,
        side=suggestion("north"),
        on=suggestion("2013-05-07"),
        demand=suggestion("no-ada"),
        stance=suggestion("reaffirms"),
        is_presumption=False,
        event=None,
        lang="en",
    )
    return replace(made, **changes)


ENTRY = as_entry(draft(), "speech")


@pytest.fixture
def case_of(tmp_path):
    def case_of(text, name="case.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return case_of


def put(folder, entry=ENTRY):
    return enter(folder, draft(), entry, SOURCE, TEXT)


def test_a_draft_becomes_the_entry_that_it_suggests():
    assert (
        Entry(
            0,
            parse_when("2013-05-07"),
            by="The mayor",
            demand="no-ada",
            stance=Stance.REAFFIRMS,
            quote="We will not sit with Ada.",
            lang="en",
            source="speech",
        )
        == ENTRY
    )


def test_line_ends_in_the_words_become_spaces():
    assert as_entry(draft("We will\n  not sit\n\nwith Ada."), "speech").quote == "We will not sit with Ada."


@pytest.mark.parametrize("missing", ["demand", "stance"])
def test_a_demand_and_a_stance_go_in_together_or_not_at_all(missing):
    entry = as_entry(draft(**{missing: None}), "speech")
    assert (entry.demand, entry.stance) == (None, None)


def test_a_presumption_presumes_whatever_its_words_would_do():
    assert as_entry(draft(is_presumption=True), "speech").stance is Stance.PRESUMES


@pytest.mark.parametrize("record", ["", RECORD])
@pytest.mark.parametrize("sources", ["", SOURCES])
def test_an_entry_goes_to_the_end_of_the_record_and_every_other_line_stays(case_of, record, sources):
    text = HEAD + (record.replace(", source: letter", "") if not sources else record) + sources
    folder = case_of(text)
    entered = put(folder)
    case = read_case(folder)
    assert case.record[-1] == replace(ENTRY, index=len(case.record) - 1)
    assert case.sources["speech"] == SOURCE
    assert case == replace(entered.case, name=case.name)
    after = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()
    mine = [line for line in text.splitlines() if line]
    assert [line for line in after if line in mine] == mine


@pytest.mark.parametrize(
    "text", [HEAD, HEAD + RECORD + SOURCES, HEAD + SOURCES + RECORD, HEAD + RECORD.rstrip() + "\n"]
)
def test_undo_gives_the_file_back_as_it_was(case_of, text):
    text = text if "sources:" in text else text.replace(", source: letter", "")
    folder = case_of(text)
    take_back(folder, put(folder).decision)
    assert (folder / "case.yaml").read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        HEAD + 'record: [{on: 2013-05-01, by: The mayor, quote: "No"}]\n',
        HEAD + 'record:\n- {on: 2013-05-01, by: The mayor, quote: "No"}\n',
        HEAD + 'record:\n    - {on: 2013-05-01, by: The mayor, quote: "No"}\nsources: {letter: {title: A letter}}\n',
        HEAD + 'record: # said\n  - on: 2013-05-01\n    by: The mayor\n    quote: "a: b # c"',
        "{" + "placet: 1, title: T, sides: {north: {name: N, consent: true}}, candidates: {ada: {name: A}}, "
        "posts: {chair: {title: C}}, demands: {no-ada: {side: north, excludes: ada}}}",
    ],
)
def test_a_file_in_any_layout_takes_an_entry_and_gives_it_back(case_of, text):
    folder = case_of(text)
    before = read_case(folder)
    entered = put(folder)
    assert read_case(folder).record == (*before.record, replace(ENTRY, index=len(before.record)))
    take_back(folder, entered.decision)
    assert read_case(folder) == before


def test_a_file_with_the_line_ends_of_windows_keeps_them(case_of):
    folder = case_of("")
    (folder / "case.yaml").write_bytes((HEAD + RECORD + SOURCES).replace("\n", "\r\n").encode())
    entered = put(folder)
    after = (folder / "case.yaml").read_bytes()
    assert len(read_case(folder).record) == 2
    assert after.count(b"\n") == after.count(b"\r\n")
    take_back(folder, entered.decision)
    assert (folder / "case.yaml").read_bytes() == (HEAD + RECORD + SOURCES).replace("\n", "\r\n").encode()


def test_a_case_in_json_stays_in_json(case_of):
    case = {
        "placet": 1,
        "title": "T",
        "sides": {"north": {"name": "N", "consent": True}},
        "candidates": {"ada": {"name": "A", "traits": {"share": 0.25}}},
        "posts": {"chair": {"title": "C"}},
        "demands": {"no-ada": {"side": "north", "excludes": "ada"}},
    }
    folder = case_of(json.dumps(case), "case.json")
    put(folder)
    written = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    assert written["record"][0]["quote"] == ENTRY.quote
    assert [path.name for path in folder.iterdir()] == ["case.json"]


def test_words_that_do_not_stand_in_the_source_never_enter(case_of):
    folder = case_of(HEAD)
    with pytest.raises(PlacetError, match="do not stand"):
        put(folder, replace(ENTRY, quote="We will never sit with Ada."))
    assert (folder / "case.yaml").read_text(encoding="utf-8") == HEAD


@given(st.text(min_size=1).filter(lambda words: words.strip()))
def test_no_words_of_anybodys_own_making_enter(tmp_path_factory, words):
    folder = tmp_path_factory.mktemp("case")
    (folder / "case.yaml").write_text(HEAD, encoding="utf-8")
    with pytest.raises((PlacetError, QuestionError)):
        put(folder, replace(ENTRY, quote=f"{words} #{words}# never said"))
    assert (folder / "case.yaml").read_text(encoding="utf-8") == HEAD


def test_accepting_the_same_statement_twice_enters_it_once(case_of):
    folder = case_of(HEAD)
    put(folder)
    again = put(folder)
    assert again.decision.was_there
    assert len(read_case(folder).record) == 1


def test_undoing_what_was_there_before_takes_nothing_out(case_of):
    folder = case_of(HEAD)
    put(folder)
    take_back(folder, put(folder).decision)
    assert len(read_case(folder).record) == 1


def test_a_source_stays_as_long_as_an_entry_cites_it(case_of):
    folder = case_of(HEAD)
    first = put(folder)
    second = put(folder, replace(ENTRY, quote="It must close now,"))
    take_back(folder, first.decision)
    assert list(read_case(folder).sources) == ["speech"]
    take_back(folder, second.decision)
    assert list(read_case(folder).sources) == ["speech"]


def test_what_was_changed_by_hand_is_not_taken_out(case_of):
    folder = case_of(HEAD)
    entered = put(folder)
    text = (folder / "case.yaml").read_text(encoding="utf-8").replace("reaffirms", "asserts")
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PlacetError, match="no longer holds"):
        take_back(folder, entered.decision)
    assert (folder / "case.yaml").read_text(encoding="utf-8") == text


def test_what_somebody_changed_meanwhile_stays(case_of):
    folder = case_of(HEAD)
    put(folder)
    text = (folder / "case.yaml").read_text(encoding="utf-8").replace("A small body", "A large body")
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    put(folder, replace(ENTRY, quote="It must close now,"))
    case = read_case(folder)
    assert str(case.title) == "A large body"
    assert len(case.record) == 2


def test_another_source_of_the_same_id_is_told(case_of):
    folder = case_of(HEAD + "sources:\n  speech: {title: Another}\n")
    with pytest.raises(QuestionError, match="another source"):
        put(folder)


def test_undoing_a_skip_changes_nothing(case_of):
    folder = case_of(HEAD)
    take_back(folder, Decision("d1"))
    assert (folder / "case.yaml").read_text(encoding="utf-8") == HEAD
