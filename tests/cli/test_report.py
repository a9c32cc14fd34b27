"""``placet report``: what is written, what it says of itself, and what it asks of its user."""

import hashlib
import json

import pytest


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    (folder / "case.yaml").write_text(
        "placet: 1\ntitle: A small body\nsides:\n  north: {name: The north, consent: true}\n"
        "  south: {name: The south, consent: true}\ncandidates:\n  ada: {name: Ada}\n  ben: {name: Ben}\n"
        "posts:\n  chair: {title: Chair}\ndemands:\n  no-ada: {side: north, excludes: ada, cost: 91827}\n"
        "  no-ben: {side: south, excludes: ben}\n"
    )
    return folder


def test_the_ending_of_the_name_says_what_is_written(run, case, tmp_path):
    assert run("report", str(case), "-o", str(tmp_path / "r.pdf")).code == 0
    assert run("report", str(case), "-o", str(tmp_path / "r.html")).code == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "r.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_another_ending_is_an_error_that_names_both(run, case, tmp_path):
    said = run("report", str(case), "-o", str(tmp_path / "r.docx"))
    assert said.code == 2
    assert ".pdf" in said.err
    assert ".html" in said.err
    assert not (tmp_path / "r.docx").exists()


def test_json_says_where_it_is_and_how_many_pages_it_has(run, case, tmp_path):
    told = json.loads(run("report", str(case), "-o", str(tmp_path / "r.pdf"), "--json").out)
    assert told.keys() == {"case", "on", "as", "lang", "file", "pages"}
    assert told["pages"] > 1


def test_the_same_case_gives_the_same_file_when_the_day_is_left_out(run, case, tmp_path):
    for name in ("a.html", "b.html"):
        run("report", str(case), "-o", str(tmp_path / name), "--no-date")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_last_page_has_the_sum_of_the_case_file_and_the_command(run, case, tmp_path):
    run("report", str(case), "-o", str(tmp_path / "r.html"), "--lang", "fr")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert hashlib.sha256((case / "case.yaml").read_bytes()).hexdigest() in page
    assert "placet report small -o report.html --lang fr" in page
    assert str(tmp_path) not in page


def test_the_sum_for_a_side_is_that_of_what_view_writes_for_it(run, case, tmp_path):
    run("report", str(case), "-o", str(tmp_path / "r.html"), "--as", "south")
    run("view", str(case), "--as", "south", "--to", str(tmp_path / "seen"))
    page = (tmp_path / "r.html").read_text("utf-8")
    assert hashlib.sha256((tmp_path / "seen" / "case.yaml").read_bytes()).hexdigest() in page
    assert hashlib.sha256((case / "case.yaml").read_bytes()).hexdigest() not in page
    assert "91\u202f827" not in page


def test_a_side_that_is_not_there_is_named_with_the_nearest(run, case, tmp_path):
    said = run("report", str(case), "-o", str(tmp_path / "r.html"), "--as", "nort")
    assert said.code == 2
    assert "did you mean north" in said.err


def test_arabic_comes_from_right_to_left(run, case, tmp_path):
    said = run("report", str(case), "-o", str(tmp_path / "r.html"), "--lang", "ar")
    assert said.err == ""
    page = (tmp_path / "r.html").read_text("utf-8")
    assert '<html lang="ar" dir="rtl">' in page
    assert "لا توجد تسوية" in page


@pytest.mark.parametrize("lang", ["ar", "fr"])
@pytest.mark.parametrize("verb", ["solve", "record"])
def test_the_answers_are_said_in_other_languages(run, case, verb, lang):
    said = run(verb, str(case), "--lang", lang)
    assert said.code == 0
    assert said.err == ""
    assert "[en]" not in said.out
    assert {"ar": "قبول", "fr": "refus"}[lang] in said.out
