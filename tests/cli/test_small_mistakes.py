"""Small mistakes at the command line: each is told in a sentence that a newcomer can act on, and nothing is ignored."""

import json

import pytest

from placet.cli.run import ANSWERED, BAD_INPUT, INTERRUPTED


@pytest.mark.parametrize("seconds", ["nan", "inf"])
def test_a_time_that_is_none_is_refused(tell, case_of, seconds):
    said = tell("conflicts", case_of(), "--seconds", seconds)
    assert said.code == BAD_INPUT
    assert f"--seconds {seconds} is no time" in said.err


def test_two_pictures_are_not_written_to_one_file(tell, case_of, tmp_path):
    (tmp_path / "beside").mkdir()
    twice = ("--svg", str(tmp_path / "one.svg"), "--png", str(tmp_path / "beside" / ".." / "one.svg"))
    said = tell("picture", case_of(), "grid", *twice)
    assert said.code == BAD_INPUT
    assert "one file is given twice" in said.err
    assert not (tmp_path / "one.svg").exists()


@pytest.mark.parametrize(
    "other", [("--sheet", "blank.csv"), ("--list", "names.csv"), ("--starting", "2026-12-01"), ("--holidays", "US")]
)
def test_a_comparison_does_not_ignore_what_else_is_asked(tell, tmp_path, monkeypatch, other):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wishes.csv").write_text("north,south\nAsh,Birch\nBirch,Ash\n", encoding="utf-8")
    said = tell("procedures", "--compare", "wishes.csv", *other)
    assert said.code == BAD_INPUT
    assert said.err.startswith("placet: --compare goes without --sheet")
    assert not (tmp_path / "blank.csv").exists()


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", ""])
def test_a_starting_day_that_is_none_is_told_with_an_example(tell, day):
    said = tell("procedures", "aaa-expedited", "--starting", day, "--json")
    assert said.code == BAD_INPUT
    error = json.loads(said.out)["errors"][0]
    assert error["found"] == f'"{day}"'
    assert error["expected"] == "a day of the calendar such as 2026-12-01"


@pytest.mark.parametrize(
    "words", [("appoint", "aaa-list"), ("procedures", "aaa-expedited", "--starting", "2026-12-01", "--holidays")]
)
def test_a_file_without_columns_is_told_in_one_short_line_without_what_cannot_be_seen(tell, tmp_path, words):
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("a\x03" + "b" * 50_000 + ",c" * 500 + "\n", encoding="utf-8")
    said = tell(*words, str(sheet))
    assert said.code == BAD_INPUT
    assert "found the columns a<U+0003>b" in said.err
    assert "\x03" not in said.err
    assert len(said.err) < len(str(sheet)) + 300


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"{" * 5000, b"a,b\n"])
def test_a_file_that_is_no_card_is_told_without_the_words_of_a_parser(tell, tmp_path, content):
    file = tmp_path / "north.card.json"
    file.write_bytes(content)
    said = tell("keys", "show", str(file))
    assert said.code == BAD_INPUT
    assert "found a file that is not JSON in the place of the card" in said.err
    assert "char" not in said.err
    assert "codec" not in said.err


def test_a_card_with_a_key_twice_is_told_so(tell, tmp_path):
    file = tmp_path / "north.card.json"
    file.write_bytes(b'{"a":"1","a":"2"}')
    assert "the card, in which a key stands there twice" in tell("keys", "show", str(file)).err


def test_the_help_of_new_keys_says_how_long_a_passphrase_is(tell):
    said = tell("keys", "new", "--help")
    assert said.code == ANSWERED
    assert "at least 12 letters" in " ".join(said.out.split())


def test_stop_ends_a_game_while_the_screen_is_handed_over(run):
    words = ("simultaneous-veto", "--sides", "a,b", "--candidates", "Ash,Birch,Cedar", "--set", "silence=blocks")
    said = run("play", *words, typed="stop\nAsh\n\nBirch\n")
    assert said.code == INTERRUPTED
    assert "it is your turn" not in said.out
