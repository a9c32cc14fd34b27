"""What holds for every picture: it is XML, it says what it shows, nothing leaves it, and no script is in it."""

import re
from importlib import import_module

import pytest

from pictures.picture_cases import KINDS, NAMES, SIZES, SVG, case_of, charts, parsed, texts
from placet.errors import QuestionError
from placet.pictures import of_case
from placet.pictures.drawing import SIZES as WIDTHS
from placet.pictures.text import measure

SMALL = [name for name in NAMES if name != "cabinet-30"]
ALLOWED = {"svg", "title", "desc", "defs", "pattern", "rect", "path", "circle", "polyline", "text"}


def every(lang="en", size="screen"):
    yield from charts(lang=lang, size=size).items()
    for name in SMALL:
        case = case_of(name)
        for kind, draw in KINDS.items():
            yield f"{name}-{kind}", draw(case, lang=lang, size=size)


@pytest.fixture(scope="module", params=[("en", "screen"), ("ar", "page"), ("en", "phone")], ids="-".join)
def pictures(request):
    lang, size = request.param
    return dict(every(lang, size)), size


def test_every_picture_holds_only_shapes_and_text(pictures):
    for name, picture in pictures[0].items():
        tags = {node.tag.removeprefix(SVG) for node in parsed(picture).iter()}
        assert tags <= ALLOWED, name


def test_every_picture_tells_a_screen_reader_what_it_shows(pictures):
    for name, picture in pictures[0].items():
        root = parsed(picture)
        title, desc = root[0], root[1]
        assert root.get("role") == "img"
        assert root.get("aria-labelledby").split() == [title.get("id"), desc.get("id")]
        assert title.text == picture.title, name
        assert picture.title
        assert desc.text == picture.description


def test_every_picture_has_a_table_behind_it_with_rows_of_one_length(pictures):
    for name, picture in pictures[0].items():
        assert picture.table, name
        assert len({len(row) for row in picture.table}) == 1, name


def test_every_pattern_that_is_used_is_defined(pictures):
    for name, picture in pictures[0].items():
        used = set(re.findall(r"url\(#([^)]+)\)", picture.svg))
        assert used == {node.get("id") for node in parsed(picture).iter(f"{SVG}pattern")}, name


def test_no_text_leaves_the_picture(pictures):
    for name, picture in pictures[0].items():
        for node in parsed(picture).iter(f"{SVG}text"):
            words = "".join(part for part in node.itertext() if part)
            drawn = words if node.find(f"{SVG}title") is None else node[0].tail
            wide = measure(drawn, float(node.get("font-size")), bold=node.get("font-weight") == "bold")
            x, anchor = float(node.get("x")), node.get("text-anchor", "start")
            left = {"start": x, "middle": x - wide / 2, "end": x - wide}[anchor]
            assert left > -1.5, (name, drawn)
            assert left + wide < picture.width + 1.5, (name, drawn)
            assert 0 < float(node.get("y")) < picture.height, (name, drawn)


def test_a_picture_is_as_wide_as_its_size_says(pictures):
    drawn, size = pictures
    assert {picture.width for picture in drawn.values()} == {WIDTHS[size][0]}


def test_a_page_holds_the_picture_and_its_table_and_no_script(pictures):
    for name, picture in pictures[0].items():
        page = picture.to_page()
        assert picture.svg in page
        assert page.count("<tr>") == len(picture.table), name
        assert "<script" not in page
        assert not re.search(r"(?:src|href)=", page)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_values_give_the_same_picture(kind):
    assert KINDS[kind](case_of("syria-2013")) == KINDS[kind](case_of("syria-2013"))


@pytest.mark.parametrize("kind", KINDS)
def test_arabic_is_mirrored_and_says_its_own_words(kind):
    english, arabic = (KINDS[kind](case_of("cabinet"), lang=lang) for lang in ("en", "ar"))
    ends = [node.get("text-anchor") for node in parsed(arabic).iter(f"{SVG}text")]
    assert ends.count("end") > len(ends) / 2
    assert not any("[en]" in words for words in texts(arabic))
    assert english.title != arabic.title
    assert 'dir="rtl"' in arabic.to_page()


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_the_words_of_pictures_are_the_same_ids_in_every_language(lang):
    theirs = import_module(f"placet.words.{lang}.pictures").WORDS
    assert theirs.keys() == import_module("placet.words.en.pictures").WORDS.keys()


def test_a_size_that_is_none_is_refused():
    with pytest.raises(QuestionError, match="screen, page or phone"):
        of_case.grid(case_of("syria-2013"), size="poster")


def test_all_sizes_are_drawn_for_the_largest_case():
    case = case_of("cabinet-30")
    for size in SIZES:
        parsed(of_case.grid(case, size=size))
        parsed(of_case.timeline_of(case, size=size))
