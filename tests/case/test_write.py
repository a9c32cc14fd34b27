"""A written case reads back equal, keeps its order, and is never half written."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from case.samples import EXAMPLE, changed, read
from case.strategies import cases
from placet.case.catalog import Catalog
from placet.case.encode import encode
from placet.case.nouns import Candidate
from placet.case.read import parse_case, read_case
from placet.case.text import Text
from placet.case.write import case_text, write_case, write_durably
from placet.case.yaml_text import WIDTH, decimal, document, flow, scalar
from placet.errors import CaseError, PlacetError, QuestionError


@given(cases())
@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
def test_every_case_reads_back_equal(case):
    text = document(encode(case))
    again, _ = parse_case(text, "case.yaml")
    assert again == case
    assert case_text(again) == text


@given(cases())
@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
def test_readers_of_yaml_1_1_see_the_same_words(case):
    again = yaml.safe_load(case_text(case))
    assert again["title"] == encode(case)["title"]
    assert list(again["candidates"]) == list(case.candidates)
    assert [entry.get("on") for entry in again.get("record", [])] == [
        entry.on and str(entry.on) for entry in case.record
    ]


def test_ids_keep_their_order():
    case = read(changed("candidates:\n", "candidates:\n  zz: {name: Z}\n  aa: {name: A}\n"))
    assert list(read(case_text(case)).candidates) == ["zz", "aa", "haddad", "saleh"]


def test_a_written_case_looks_like_one_written_by_hand():
    lines = case_text(read(EXAMPLE)).split("\n")
    assert lines[:4] == [
        "placet: 1",
        "title: {en: A transitional governing body, ar: هيئة حكم انتقالية}",
        "sides:",
        "  government: {name: {en: The present government}, consent: true}",
    ]
    assert "  women: {at_least: 30%, where: {trait: {gender: woman}}}" in lines
    assert (
        '  - {"on": "2013-05-10", side: council, tally: {haddad: {for: 9, against: 3, silent: 3}, saleh: {for: 4}}}'
        in lines
    )
    assert all(len(line) <= WIDTH for line in lines)


def test_long_nouns_are_spread_over_lines():
    text = document({"record": [{"on": "2011-08", "by": "x" * 110, "in": ["a" * 60, "b" * 60]}, "x" * 130, {}]})
    assert text.split("\n") == [
        "record:",
        '  - "on": 2011-08',
        f"    by: {'x' * 110}",
        "    in:",
        f"      - {'a' * 60}",
        f"      - {'b' * 60}",
        f"  - {'x' * 130}",
        "  - {}",
        "",
    ]


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("no", '"no"'),
        ("on", '"on"'),
        ("y", '"y"'),
        ("1e3", '"1e3"'),
        ("2013-05-07", '"2013-05-07"'),
        ("2011", '"2011"'),
        ("2011-08", "2011-08"),
        ("30%", "30%"),
        ("صالح", "صالح"),
        ("A. Haddad", "A. Haddad"),
        ('the "rule"', "'the \"rule\"'"),
        ('it\'s a "rule"', "'it''s a \"rule\"'"),
        ("a: b", '"a: b"'),
        ("a\nb", '"a\\nb"'),
        ("a\ufeffb", '"a\\uFEFFb"'),
        ("", '""'),
        ("a ", '"a "'),
        (None, "null"),
        (True, "true"),
        (Fraction(-1, 8), "-0.125"),
        (12, "12"),
    ],
)
def test_a_word_is_quoted_where_somebody_would_misread_it(word, written):
    assert scalar(word) == written
    assert flow([word]) == f"[{written}]"


@pytest.mark.parametrize("number", [Fraction(10), Fraction(1, 20), Fraction(-7, 4), Fraction(3, 1024), Fraction(100)])
def test_a_decimal_is_exact(number):
    assert Fraction(decimal(number)) == number


def test_a_number_without_end_cannot_be_written():
    with pytest.raises(QuestionError, match="found the number 1/3, expected a number that ends as a decimal"):
        decimal(Fraction(1, 3))


def test_the_folder_is_made(tmp_path):
    file = write_case(read(EXAMPLE), tmp_path / "new" / "syria-2013")
    assert file == tmp_path / "new" / "syria-2013" / "case.yaml"
    assert read_case(file.parent) == replace(read(EXAMPLE), name="syria-2013")


def test_writing_leaves_nothing_but_the_case(tmp_path):
    write_case(read(EXAMPLE), tmp_path)
    write_case(read(EXAMPLE), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["case.yaml"]


def test_who_may_read_the_file_stays_as_it_was(tmp_path):
    file = write_case(read(EXAMPLE), tmp_path)
    file.chmod(0o600)
    write_case(read(EXAMPLE), tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_case_that_no_file_can_hold_replaces_none(tmp_path):
    file = write_case(read(EXAMPLE), tmp_path)
    case = read(EXAMPLE)
    broken = replace(case, candidates=Catalog({"a b": Candidate("a b", Text.plain("A"))}))
    with pytest.raises(CaseError, match="an id of letters"):
        write_case(broken, tmp_path)
    odd = replace(case, sides=Catalog({**case.sides, "sponsor": replace(case.sides["sponsor"], id="other")}))
    with pytest.raises(QuestionError, match="a case that would not read back equal"):
        write_case(odd, tmp_path)
    assert read_case(file) == replace(case, name=tmp_path.name)


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    file = tmp_path / "case.yaml"
    file.write_bytes(b"old")

    def fail(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_durably(b"new", file)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("case.yaml", b"old")]
    with pytest.raises(QuestionError, match=r"which cannot be written \(No space left on device\), expected a folder"):
        write_case(read(EXAMPLE), tmp_path)


def test_a_folder_that_is_a_file_is_said(tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(PlacetError, match="which cannot be written"):
        write_case(read(EXAMPLE), tmp_path / "file")


@pytest.mark.parametrize("name", ["arbitration-panel", "cabinet", "syria-2013"])
def test_the_cases_that_come_with_placet_read_back_equal(name):
    case = read_case(Path(__file__).parents[2] / "cases" / name)
    assert replace(read(case_text(case)), name=name) == case
