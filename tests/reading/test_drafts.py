"""The drafts of a source are kept beside the case, with what was decided, without loss."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.case.dates import parse_when
from placet.case.nouns import Entry, Source, Stance
from placet.case.text import Text
from placet.errors import PlacetError
from placet.reading.drafts import Draft, Span, Suggestion
from placet.reading.drafts_file import Decision, SourceDrafts, drafts_of, drafts_path, read_drafts, write_drafts
from placet.words import Message, message

WORDS = st.text(max_size=12)
VALUES = st.recursive(
    WORDS | st.integers(-5, 5) | st.fractions() | st.builds(Text, st.tuples(st.tuples(WORDS, WORDS))),
    lambda inner: st.tuples(inner, inner) | st.builds(lambda value: message("m", part=value), inner),
    max_leaves=4,
)
MESSAGES = st.builds(lambda value: message("reason", what=value), VALUES)
SUGGESTIONS = st.none() | st.builds(Suggestion, WORDS, MESSAGES)
SPANS = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
DRAFTS = st.builds(
    Draft,
    id=WORDS,
    kind=st.sampled_from(["direct", "indirect", "mixed"]),
    quote=WORDS,
    content=st.lists(SPANS, min_size=1, max_size=3).map(tuple),
    speaker=SUGGESTIONS,
    speaker_span=st.none() | SPANS,
    cue=st.none() | SPANS,
    side=SUGGESTIONS,
    on=st.none() | st.builds(Suggestion, st.sampled_from(["2013-05", "[..2013-05-09]"]), MESSAGES),
    demand=SUGGESTIONS,
    stance=st.none() | st.builds(Suggestion, st.sampled_from([stance.value for stance in Stance]), MESSAGES),
    is_presumption=st.booleans(),
    event=SUGGESTIONS,
    lang=WORDS,
)
ENTRIES = st.builds(
    lambda on, stance, by, quote: Entry(0, on, stance=stance, by=by, quote=quote),
    st.none() | st.sampled_from(["2013", "[..2013-05-09]"]).map(parse_when),
    st.none() | st.sampled_from(Stance),
    st.none() | WORDS,
    WORDS,
)
DECISIONS = st.builds(Decision, WORDS, st.none() | ENTRIES, st.booleans(), st.booleans())
SOURCE = Source(
    "speech", Text.plain("A speech"), dated=parse_when("2013-05"), file="sources/speech.txt", sha256="ab" * 32
)


def draft(id_="d1", **changes):
    made = Draft(
        id=id_,
        kind="direct",
        quote="No",
        content=(Span(0, 2),),
        speaker=Suggestion("A. Speaker", message("why")),
        speaker_span=None,
        cue=None,
        side=None,
        on=None,
        demand=None,
        stance=None,
        is_presumption=False,
        event=None,
        lang="en",
    )
    return replace(made, **changes)


@given(st.lists(DRAFTS, max_size=2).map(tuple), st.lists(DECISIONS, max_size=2).map(tuple))
def test_what_is_written_reads_back_equal(tmp_path_factory, drafts, decisions):
    kept = SourceDrafts(SOURCE, drafts, decisions)
    assert read_drafts(write_drafts(tmp_path_factory.mktemp("case"), kept)) == kept


def test_a_message_keeps_its_exact_numbers_and_parts(tmp_path):
    reason = message("why", share=Fraction(1, 3), parts=("a", message("inner", count=2)), name=Text((("ar", "سلمى"),)))
    kept = SourceDrafts(SOURCE, (draft(speaker=Suggestion("x", reason)),))
    (again,) = read_drafts(write_drafts(tmp_path, kept)).drafts
    assert again.speaker.reason == reason
    assert isinstance(again.speaker.reason, Message)


def test_letters_of_every_script_stay_readable_in_the_file(tmp_path):
    path = write_drafts(tmp_path, SourceDrafts(SOURCE, (draft(quote="الموافقة المتبادلة"),)))
    assert "الموافقة المتبادلة" in path.read_text(encoding="utf-8")


def test_drafts_are_found_by_the_fingerprint_of_their_source(tmp_path):
    other = replace(SOURCE, id="other", file="sources/other.txt", sha256="cd" * 32)
    for source in (SOURCE, other):
        write_drafts(tmp_path, SourceDrafts(source, (draft(),)))
    assert drafts_of(tmp_path, "cd" * 32).source == other
    assert drafts_of(tmp_path, "ef" * 32) is None
    assert drafts_of(tmp_path / "elsewhere", "ab" * 32) is None


def test_drafts_of_sources_with_names_in_other_scripts_lie_in_files_of_their_own(tmp_path):
    paths = {drafts_path(tmp_path, replace(SOURCE, id="هيئة", file=f"sources/source{n}.txt")) for n in ("", "-2")}
    assert len(paths) == 2


def test_what_is_undecided_shrinks_with_each_decision_and_grows_with_undo():
    kept = SourceDrafts(SOURCE, (draft("d1"), draft("d2")))
    decided = kept.decide(Decision("d2")).decide(Decision("d1", Entry(0, None, quote="No")))
    assert decided.undecided == ()
    assert [one.is_accepted for one in decided.decisions] == [False, True]
    assert [one.id for one in decided.undo().undecided] == ["d1"]
    assert decided.undo().undo() == kept


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "3",
        '"x"',
        "null",
        '{"placet_drafts": 2}',
        '{"placet_drafts": 1}',
        '{"placet_drafts": 1, "source": {}}',
        "[" * 100_000,
    ],
)
def test_a_file_that_is_no_drafts_file_is_told_and_left_alone(tmp_path, content):
    path = drafts_path(tmp_path, SOURCE)
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(PlacetError, match="cannot be understood"):
        read_drafts(path)
    assert path.read_text(encoding="utf-8") == content


@given(st.data())
def test_drafts_in_which_one_value_was_changed_are_read_or_told(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("case")
    path = write_drafts(folder, SourceDrafts(SOURCE, (draft(),), (Decision("d1", Entry(0, None, quote="No")),)))
    kept = json.loads(path.read_text(encoding="utf-8"))
    part = data.draw(st.sampled_from([kept, kept["source"], kept["drafts"][0], kept["decisions"][0]]))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(st.sampled_from([None, 3, "x", [], {}, [1], {"a": 1}]))
    path.write_text(json.dumps(kept), encoding="utf-8")
    try:
        read_drafts(path)
    except PlacetError as told:
        assert str(path) in str(told)  # noqa: PT017 -- either outcome is right, a traceback is not
