"""No file makes the reader of sheets fail in any way but a message to its user; no message is missing."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import placet.procedures
from placet.errors import PlacetError, QuestionError
from placet.procedures.rules import FIELDS, list_size
from placet.procedures.sheets import read_entries
from placet.procedures.shelf import parse_rules, rules_of
from placet.words.en.procedures import WORDS

SOURCE = Path(placet.procedures.__file__).parents[1]
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
CELLS = st.sampled_from(["", "x", "1", "2", "Ash", "سمير", '"a;b"', '"', "=1", "٢", "-", "1.0", "\u200f", "9" * 30])


def read_or_message(file, **more):
    """The lines of a sheet, or the message that its user gets."""
    try:
        return read_entries(file, **more)
    except PlacetError as refused:
        return str(refused)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.lists(CELLS, max_size=4), max_size=6), st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_any_table_is_read_or_refused_with_a_message(tmp_path_factory, rows, delimiter, line_end):
    file = tmp_path_factory.mktemp("sheets") / "north.csv"
    lines = [delimiter.join(["name", "rank", "strike"]), *(delimiter.join(row) for row in rows)]
    file.write_bytes(line_end.join(lines).encode())
    entries = read_or_message(file)
    assert isinstance(entries, str) or len({entry.name for entry in entries}) == len(entries)
    assert not isinstance(entries, str) or "expected" in entries


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused_with_a_message(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("sheets") / "north.csv"
    file.write_bytes(content)
    entries = read_or_message(file, marked=False)
    assert not isinstance(entries, str) or "expected" in entries


def test_every_message_that_is_named_has_words():
    files = [*SOURCE.glob("procedures/*.py"), SOURCE / "cli" / "procedures_page.py"]
    named = {name for file in files for name in re.findall(r'"(procedures\.[a-z.-]+)"', file.read_text("utf-8"))}
    named = {name for name in named if name != "placet.procedures"}
    assert len(named) > 40
    assert named <= WORDS.keys()


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_heading(field):
    assert f"procedures.field.{field}" in WORDS


def written(**changes):
    record = {
        "id": "made-up",
        "title": "Made up",
        "mechanism": "fallback",
        "citation": "nowhere",
        "authority": "none",
        "sources": {"page": {"title": "A page", "read": "text", "by": "2026-11-24"}},
        "fields": dict.fromkeys(FIELDS, "unstated"),
    }
    return {**record, **changes}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"mechanism": "dice"}, "the mechanism dice"),
        ({"fields": {}}, "acceptance missing"),
        ({"fields": {**dict.fromkeys(FIELDS, "unstated"), "colour": "unstated"}}, "colour unknown"),
        ({"fields": {**dict.fromkeys(FIELDS, "unstated"), "tie": "lot"}}, "without a source"),
        ({"fields": {**dict.fromkeys(FIELDS, "unstated"), "tie": {"value": "lot", "source": "book"}}}, "tie from book"),
        ({"sources": {"page": {"title": "A page", "read": "dreamt", "by": "2026-11-24"}}}, "read dreamt"),
    ],
)
def test_a_record_that_is_not_whole_is_refused(changes, says):
    assert parse_rules(written(), "theory").fields["tie"].is_stated is False
    with pytest.raises(QuestionError) as refused:
        parse_rules(written(**changes), "theory")
    assert says in str(refused.value)


def test_sizes_of_lists():
    assert [list_size(value) for value in ("10", "3+", "7-9")] == [(10, 10), (3, None), (7, 9)]
    with pytest.raises(QuestionError, match="did you mean ahla"):
        rules_of("alha")
