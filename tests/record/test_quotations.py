"""Quotations must stand word for word in their source's file."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.case.nouns import Source
from placet.record.quotations import Finding, QuotationCheck, check_quotations
from placet.record.wording import compare_words, same_words
from placet.words import say
from record.table import by_id, said, table

PAPER = "The north’s envoy said: “It’s over—for now,” and\nleft the  room.  Nobody followed her -- not even Ben."


def agrees(quote, text=PAPER):
    return compare_words(quote, text).agrees


# The rule.


@pytest.mark.parametrize(
    "quote",
    [
        "The north's envoy said",
        'said: "It\'s over - for now," and left the room.',
        "said: «It`s over–for now,» and left the\troom.",
        "said: „It‚s over−for now,”",
        "over ⁃ for now",
        "over — for now",
        "over-for now",
        "followed her—not even Ben",
        "  Nobody\u00a0followed her ",
        "envoy said [...] left the room",
        "[...] the room. […] not even Ben.",
    ],
)
def test_marks_dashes_and_spaces_of_every_shape_are_equal(quote):
    assert agrees(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "the north's envoy said",
        "The norths envoy",
        "envoy said, “It’s over",
        "left room",
        "theroom",
        "overfor now",
        "left the room, Nobody",
        "left the room [...] The north",
        "not even Benjamin",
    ],
)
def test_nothing_else_is_equal(quote):
    assert not agrees(quote)


@pytest.mark.parametrize(
    "quote", ["he north's envoy", "nvoy said", "The north's envo", "envoy sai", "eft [...] Ben", "left [...] Be"]
)
def test_a_quotation_begins_and_ends_where_words_do(quote):
    assert not agrees(quote)


def test_a_later_whole_word_is_found_behind_a_part_of_a_word():
    assert agrees("art of war", "a cart of war and art of warfare: the art of war")
    assert agrees("he", "the heat he felt")


def test_scripts_without_spaces_may_be_quoted_from_anywhere():
    assert agrees("同意に基づいて", "相互の同意に基づいて設立される")


@pytest.mark.parametrize("sign", "กຫကក⺁あ一\u9fff﨎𠀀")
def test_thai_lao_burmese_khmer_chinese_and_japanese_put_no_spaces_between_words(sign):
    assert agrees(sign, sign * 3)


@pytest.mark.parametrize("sign", "aяشकༀႠꀀﬀ")
def test_other_scripts_are_quoted_in_whole_words(sign):
    assert not agrees(sign, sign * 3)


def test_arabic_is_compared_as_it_is_written():
    text = "تُشكَّل على أساس الموافقة المتبادلة."
    assert agrees("على أساس الموافقة المتبادلة", text)
    assert not agrees("على أساس الموافقة المتبادل", text)


def test_an_accent_typed_apart_is_the_same_letter():
    assert agrees("communiqué", "the communique\u0301 said")


def test_pieces_stand_in_order_and_do_not_overlap():
    assert agrees("one [...] two [...] three", "one and two and three")
    assert not agrees("two [...] one", "one and two")
    assert not agrees("one two [...] two three", "one two three")


def test_a_failure_says_where_the_words_part():
    found = compare_words("left the room and wept", PAPER)
    assert (found.found, found.missing, found.instead) == (
        "left the room",
        "and wept",
        ". Nobody followed her-not even Ben.",
    )
    found = compare_words("the room. Nobody followed her [...] not even Cleo, who stayed", PAPER)
    assert (found.found, found.missing, found.instead) == ("not even", "Cleo, who stayed", "Ben.")


def test_a_failure_in_the_middle_of_a_word_is_told_in_whole_words():
    found = compare_words("envoy said: “It’s overt", PAPER)
    assert (found.found, found.missing) == ("envoy said: 'It's", "overt")
    found = compare_words("left the roo", PAPER)
    assert (found.found, found.missing, found.instead) == ("left the", "roo", "room. Nobody followed her-not even Ben.")


def test_a_sign_that_the_text_does_not_have_is_told_with_the_words_that_stand_there():
    found = compare_words("left the, room", PAPER)
    assert (found.found, found.missing) == ("left the", ", room")
    assert found.instead == "room. Nobody followed her-not even Ben."


def test_a_failure_at_the_very_last_sign_is_told():
    found = compare_words("left the room!", PAPER)
    assert (found.found, found.missing, found.instead) == (
        "left the room",
        "!",
        ". Nobody followed her-not even Ben.",
    )


def test_a_failure_from_the_first_word_on_and_one_at_the_end_of_the_text_are_told_apart():
    for quote in ("Nowhere at all", "? she said", "There"):
        found = compare_words(quote, PAPER)
        assert (found.found, found.missing, found.instead) == ("", quote, "")
    assert compare_words("The north said", PAPER).found == "The north"
    found = compare_words("not even Ben. The end", PAPER)
    assert (found.found, found.missing, found.instead) == ("not even Ben.", "The end", "")


def test_only_a_few_words_are_repeated():
    found = compare_words("Nobody " + "x " * 99, PAPER + " y" * 99)
    assert (found.missing, found.instead) == (" ".join("x" * 8), "followed her-not even Ben. y y y y")


@given(st.text(max_size=60))
def test_reading_alike_twice_changes_nothing_more(words):
    assert same_words(same_words(words)) == same_words(words)


@given(
    st.lists(st.sampled_from(["word", "—", "’", " ", "\n", "été", "-", "شيء"]), min_size=1), st.text("ab ", max_size=9)
)
def test_a_text_quotes_itself_whatever_stands_around_it(parts, around):
    text = "".join(parts)
    assert agrees(text, text)
    assert agrees(text, f"{around} {text} {around}")


# Files.


def case_quoting(quote, source="paper", **more):
    given_source = Source("paper", file="sources/paper.txt", **more)
    return table(
        said("asserts", "2020-03-02", quote=quote, source=source), sources=by_id(given_source, Source("leaflet"))
    )


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "case" / "sources").mkdir(parents=True)
    return tmp_path / "case"


def put(folder, content, name="sources/paper.txt"):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def check(case, folder, sources=None):
    (found,) = check_quotations(case, folder, sources)
    return found.checked, found.finding


def test_a_quotation_that_stands_in_its_file_is_checked(folder):
    put(folder, PAPER)
    (found,) = check_quotations(case_quoting("left the room"), folder)
    assert found.to_dict() == {
        "index": 0,
        "checked": True,
        "finding": "word-for-word",
        "source": "paper",
        "file": "sources/paper.txt",
        "found": None,
        "missing": None,
        "instead": None,
    }
    assert [say(line) for line in found.explain()] == [
        "Entry 1: the quotation stands word for word in sources/paper.txt."
    ]


def test_a_quotation_that_does_not_stand_there_fails_and_says_where(folder):
    put(folder, PAPER)
    (found,) = check_quotations(case_quoting("left the house"), str(folder))
    assert found.checked is False
    assert found.to_dict() == {
        "index": 0,
        "checked": False,
        "finding": "not-there",
        "source": "paper",
        "file": "sources/paper.txt",
        "found": "left the",
        "missing": "house",
        "instead": "room. Nobody followed her-not even Ben.",
    }
    assert [say(line) for line in found.explain()] == [
        "Entry 1: the quotation does not stand word for word in sources/paper.txt.",
        (
            "They agree up to “left the”. Then the quotation has “house” and the text has "
            "“room. Nobody followed her-not even Ben.”."
        ),
    ]


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("Elsewhere", "Not even its first word stands there at that place: “Elsewhere”."),
        ("even Ben. So", "They agree up to “even Ben.”. There the text ends; the quotation goes on “So”."),
    ],
)
def test_a_failure_at_the_very_beginning_or_end_is_told(folder, quote, told):
    put(folder, PAPER)
    (found,) = check_quotations(case_quoting(quote), folder)
    assert say(found.explain()[1]) == told


def test_only_entries_with_words_are_checked(folder):
    case = table(said("asserts", "2020-03-02"), said("asserts", "2020-03-03", quote="x", source="paper"))
    assert [found.index for found in check_quotations(case, folder)] == [1]


def test_without_a_source_or_a_file_a_quotation_is_unchecked(folder):
    assert check(case_quoting("x", source=None), folder) == (None, Finding.NO_SOURCE)
    assert check(case_quoting("x", source="leaflet"), folder) == (None, Finding.NO_FILE)
    assert check(case_quoting("x"), folder) == (None, Finding.NO_FILE)
    (found,) = check_quotations(case_quoting("x"), folder)
    assert found.to_dict()["found"] is None
    assert say(found.explain()[0]) == "Entry 1: the text of “paper” is not here, so the quotation is unchecked."


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (Finding.NO_SOURCE, "the quotation names no source of the case."),
        (Finding.NO_FILE, "the text of “paper” is not here, so the quotation is unchecked."),
        (Finding.OTHER_BYTES, "paper.txt is not the file that was cited: its SHA-256 sum is another one."),
        (
            Finding.NOT_TEXT,
            "paper.txt is not plain text in UTF-8, so the quotation is unchecked. Only plain text is compared.",
        ),
        (Finding.TOO_LARGE, "paper.txt is too large to be read, so the quotation is unchecked."),
    ],
)
def test_why_there_was_nothing_to_compare_is_told(finding, told):
    (line,) = QuotationCheck(1, None, finding, "paper", "paper.txt").explain()
    assert say(line) == f"Entry 2: {told}"


def test_another_folder_is_searched_by_path_and_then_by_name(folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    put(elsewhere, "by name: left the room", "paper.txt")
    assert check(case_quoting("by name"), folder, elsewhere) == (True, Finding.WORD_FOR_WORD)
    put(elsewhere, "by path: left the room")
    assert check(case_quoting("by path"), folder, elsewhere)[0] is True
    put(folder, "at home: left the room")
    assert check(case_quoting("at home"), folder, elsewhere)[0] is True


def test_the_case_folder_itself_is_searched_by_path_alone(folder):
    put(folder, "by name: left the room", "paper.txt")
    assert check(case_quoting("by name"), folder) == (None, Finding.NO_FILE)


def test_the_bytes_must_be_those_that_were_cited(folder):
    path = put(folder, PAPER)
    right = hashlib.sha256(path.read_bytes()).hexdigest()
    assert check(case_quoting("left the room", sha256=right.upper()), folder)[0] is True
    assert check(case_quoting("left the room", sha256="0" * 64), folder) == (False, Finding.OTHER_BYTES)


NO_PLAIN_TEXT = [".htm", ".html", ".xhtml", ".mht", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("sources/paper.txt", b"  <!DOCTYPE HTML><p>left the room"),
        ("sources/paper.txt", b"<html><p>left the room"),
        ("sources/paper.txt", b"%PDF-1.7 left the room"),
        ("sources/paper.txt", b"left the room \xff"),
        ("sources/paper.HTML", b"left the room"),
        *((f"sources/paper{suffix}", b"left the room") for suffix in NO_PLAIN_TEXT),
    ],
)
def test_what_is_no_plain_text_is_unchecked(folder, name, content):
    put(folder, content, name)
    case = table(
        said("asserts", "2020-03-02", quote="left the room", source="paper"), sources=by_id(Source("paper", file=name))
    )
    assert check(case, folder) == (None, Finding.NOT_TEXT)


def test_a_byte_order_mark_is_no_part_of_the_text(folder):
    put(folder, b"\xef\xbb\xbfleft the room")
    assert check(case_quoting("left the room"), folder)[0] is True


@pytest.mark.parametrize(("more", "finding"), [(0, Finding.NOT_TEXT), (1, Finding.TOO_LARGE)])
def test_a_file_beyond_64_mebibytes_is_not_even_read(folder, more, finding):
    with put(folder, b"\xff").open("r+b") as file:
        file.truncate(64 * 1024 * 1024 + more)
    assert check(case_quoting("x"), folder) == (None, finding)


def test_a_link_that_leads_out_of_the_folder_is_no_file(folder, tmp_path):
    put(tmp_path, PAPER, "secret.txt")
    (folder / "sources" / "paper.txt").symlink_to(tmp_path / "secret.txt")
    assert check(case_quoting("left the room"), folder) == (None, Finding.NO_FILE)


def test_a_folder_of_that_name_is_no_file(folder):
    (folder / "sources" / "paper.txt").mkdir()
    assert check(case_quoting("x"), folder) == (None, Finding.NO_FILE)
