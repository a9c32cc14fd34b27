"""Hostile names break nothing and inject nothing: markup, turned or unseen signs, great length; all made up."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pictures.picture_cases import HOSTILE, KINDS, SIZES, SVG, charts, hostile_case, parsed
from placet.pictures.text import cut, measure, plain, plain_sentence, shown, wrap

TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066]")
UNSEEN = re.compile("[\u200b\ufeff\u2060\u00ad\x00-\x08\x0b-\x1f]")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    return hostile_case(tmp_path_factory.mktemp("hostile") / "case")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_hostile_case_becomes_well_formed_pictures(hostile, kind, lang, size):
    picture = KINDS[kind](hostile, lang=lang, size=size)
    root = parsed(picture)
    assert {node.tag.removeprefix(SVG) for node in root.iter()}.isdisjoint({"script", "b", "foreignObject", "image"})
    assert not any(name.startswith("on") for node in root.iter() for name in node.attrib)
    assert not TURNING.search(picture.svg)
    assert not UNSEEN.search(picture.svg)
    assert picture.svg.count("\u2068") + picture.svg.count("\u2067") == picture.svg.count("\u2069")


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_in_a_chart_stays_text(name):
    for picture in charts(name).values():
        root = parsed(picture)
        assert all(node.tag.startswith(SVG) for node in root.iter())
        assert not TURNING.search(picture.svg)


def test_markup_in_a_name_is_shown_as_it_was_written(hostile):
    picture = KINDS["grid"](hostile)
    assert HOSTILE["markup"] in "".join("".join(row) for row in picture.table)
    assert html.escape(HOSTILE["markup"], quote=False).replace('"', "&quot;") in picture.to_html()


def test_a_name_of_which_nothing_is_seen_is_shown_by_its_id(hostile):
    assert any(row[0] == "c3" for row in KINDS["grid"](hostile).table)


@given(st.text(max_size=300), st.integers(60, 400), st.integers(1, 4))
def test_lines_are_never_wider_or_more_than_allowed(words, width, most):
    lines = wrap(words, width, 12, most=most)
    assert 1 <= len(lines) <= most
    assert all(measure(line, 12) <= width for line in lines)


@given(st.text(max_size=200))
def test_broken_lines_hold_every_sign_that_is_seen(words):
    assert "".join(wrap(words, 80, 12)).replace(" ", "") == plain_sentence(words).replace(" ", "")


@given(st.text(max_size=200))
def test_words_made_harmless_hold_nothing_unseen_and_stay_as_they_are(words):
    told = plain(words)
    assert not TURNING.search(told)
    assert not UNSEEN.search(told)
    assert "\n" not in told
    assert plain(told) == told


def test_isolates_of_a_sentence_are_kept_only_when_every_one_is_closed():
    assert plain_sentence("by \u2068سلام\u2069.") == "by \u2068سلام\u2069."
    assert plain_sentence("by \u2068سلام.") == "by سلام."
    assert plain_sentence("by \u2069\u2068سلام.") == "by سلام."


def test_an_isolate_that_is_broken_is_closed_on_each_line():
    lines = wrap("\u2068" + "سلام " * 20 + "\u2069", 100, 12)
    assert len(lines) > 1
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)


def test_what_is_too_wide_ends_in_an_ellipsis():
    assert cut("abcdefghijkl", 40, 12).endswith("…")
    assert cut("abc", 400, 12) == "abc"


def test_what_can_be_seen_is_not_replaced():
    assert shown("A", "id") == "A"
    assert shown("\u200b ", "id") == "id"
