"""Reading a source at the terminal: drafts are shown one by one, and only what is accepted enters the record."""

import difflib
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from pathlib import Path

import pytest

from placet.case.read import read_case
from placet.case.write import write_case
from placet.record.disagreements import disagreements
from placet.record.quotations import check_quotations
from placet.record.standing import standings
from reading.made_pdf import pdf

ROOT = Path(__file__).parents[2]
DATA = Path(os.environ.get("PLACET_DATA", ROOT.parent / "shared" / "data"))
ARTICLE = DATA / "syria-2013" / "article.txt"

CASE = """\
placet: 1
title: A harbour board
sides:
  union: {name: The union, consent: true}
  city: {name: The city, consent: true}
candidates:
  ada: {name: Ada Ampel}
  ben: {name: Ben Borg}
posts:
  chair: {title: Chair}
demands:
  no-ben: {side: union, excludes: ben}
"""
SPEECH = """\
The harbour talks go on

The union called on Ben Borg to step down on Tuesday. "Ben Borg must go," the union said.

"We are ready to listen," the city said on Wednesday.
"""


@pytest.fixture
def case(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("case").mkdir()
    Path("case/case.yaml").write_text(CASE, encoding="utf-8")
    Path("speech.txt").write_text(SPEECH, encoding="utf-8")
    return Path("case")


def typing(run, *answers, dated="2013-05-08"):
    return run("read", "speech.txt", "case", "--dated", dated, typed="".join(f"{answer}\n" for answer in answers))


def kept(case):
    (path,) = (case / "drafts").iterdir()
    return json.loads(path.read_text(encoding="utf-8"))


def test_drafts_are_shown_and_nothing_enters_before_it_is_accepted(run, case):
    before = (case / "case.yaml").read_bytes()
    said = typing(run)
    assert said.code == 130
    assert "Ben Borg must go" in said.out
    assert "Statement 1 of " in said.out
    assert (case / "case.yaml").read_bytes() == before


def test_what_is_accepted_stands_in_the_record_word_for_word(run, case):
    count = len(json.loads(typing_json(run).out)["drafts"])
    said = typing(run, *["accept"] * count, "")
    assert said.code == 0
    whole = read_case(case)
    assert len(whole.record) == count
    assert all(check.checked for check in check_quotations(whole, case))
    assert "The union" in {entry.by.capitalize() for entry in whole.record}
    (source,) = whole.sources.values()
    assert (case / source.file).read_text(encoding="utf-8") == SPEECH
    assert str(source.dated) == "2013-05-08"


def typing_json(run, *words):
    return run("read", "speech.txt", "case", "--dated", "2013-05-08", "--json", *words)


def test_json_gives_the_drafts_with_their_places_in_the_copy_and_enters_nothing(run, case):
    said = typing_json(run)
    answer = json.loads(said.out)
    assert answer["case"] == "case"
    assert answer["file"] == "case/drafts/harbour-talks-go-on.json"
    assert answer["decisions"] == []
    text = (case / answer["source"]["file"]).read_text(encoding="utf-8")
    for draft in answer["drafts"]:
        assert draft["quote"] == " [...] ".join(text[start:end] for start, end in draft["content"])
    assert "record" not in (case / "case.yaml").read_text(encoding="utf-8")


def test_what_is_skipped_stays_out(run, case):
    said = typing(run, *["skip"] * 9)
    assert said.code == 0
    assert "You have accepted 0 statements" in said.out
    assert (case / "case.yaml").read_text(encoding="utf-8") == CASE


def test_stopping_keeps_every_decision_and_the_same_command_goes_on(run, case):
    first = typing(run, "accept", "stop")
    assert first.code == 130
    assert "Your decisions are kept." in first.out
    second = typing(run, "stop")
    assert "You have decided about one of them; we go on where you stopped." in second.out
    assert "Statement 2 of " in second.out
    assert "Statement 1 of " not in second.out


def test_going_on_needs_no_date_again(run, case):
    typing(run, "skip", "stop")
    said = run("read", "speech.txt", "case", typed="stop\n")
    assert "Statement 2 of " in said.out


def test_another_date_is_not_mixed_with_drafts_of_the_first(run, case):
    typing(run, "skip", "stop")
    said = typing(run, "stop", dated="2014-05-08")
    assert said.code == 2
    assert "as of 2013-05-08" in said.err


def test_a_wrong_date_can_be_mended_before_anything_is_decided(run, case):
    typing(run, "stop", dated="2014-05-08")
    said = typing(run, "stop")
    assert "7 May 2013" in said.out
    assert len(list((case / "drafts").iterdir())) == len(list((case / "sources").iterdir())) == 1


def test_a_pipeline_that_is_not_installed_is_told(run, case):
    said = run("read", "speech.txt", "case", "--pipeline", "no_such_pipeline")
    assert said.code == 2
    assert "no_such_pipeline" in said.err


def test_undo_takes_the_last_decision_back_even_after_the_end(run, case):
    count = len(json.loads(typing_json(run).out)["drafts"])
    said = typing(run, *["accept"] * count, "undo", "skip", "")
    assert said.code == 0
    assert len(read_case(case).record) == count - 1
    assert [decision["accepted"] for decision in kept(case)["decisions"]] == [True] * (count - 1) + [False]


def test_undoing_everything_gives_the_case_file_back(run, case):
    typing(run, "accept", "accept", "undo", "undo", "undo", "stop")
    assert (case / "case.yaml").read_text(encoding="utf-8") == CASE
    assert kept(case)["decisions"] == []


def test_undo_before_any_decision_says_so(run, case):
    assert "There is no decision to take back." in typing(run, "undo", "stop").out


def test_a_draft_can_be_edited_before_it_enters(run, case):
    edited = ["The union's board", "2013-05", "no-ben", "withdraws", "talks", "Ben Borg must go", "As I heard it"]
    drafts = json.loads(typing_json(run).out)["drafts"]
    place = next(number for number, draft in enumerate(drafts) if "must go" in draft["quote"])
    said = typing(run, *["skip"] * place, "edit", *edited, "accept", "stop")
    assert "It is in the record." in said.out
    (entry,) = read_case(case).record
    assert (entry.by, str(entry.on), entry.demand, entry.stance.value) == (
        "The union's board",
        "2013-05",
        "no-ben",
        "withdraws",
    )
    assert (entry.event, entry.quote, entry.note) == ("talks", "Ben Borg must go", "As I heard it")


def test_the_demands_are_shown_in_words_to_whoever_edits(run, case):
    said = typing(run, "edit", "", "").out
    assert "  - no-ben: The union will not accept Ben Borg in any post\n" in said
    assert "Which of these demands does it concern? Write the word before the colon." in said


def test_a_case_without_demands_is_not_asked_which_it_concerns(run, case):
    file = case / "case.yaml"
    file.write_text(CASE[: CASE.index("demands:")], encoding="utf-8")
    said = typing(run, "edit", "", "").out
    assert "Which of these demands" not in said
    assert "Does it tell of an event" in said


def test_words_that_the_source_does_not_have_are_asked_for_again(run, case):
    edited = ["", "", "-", "", "Ben Borg might go", "Ben Borg must go", ""]
    said = typing(run, "edit", *edited, "stop")
    assert "The source has “Ben Borg” but then" in said.out
    assert "not “might go”" in said.out


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (["", "Tuesday"], "That cannot be used: write a date as 2011"),
        (["", "", "no-bne"], "there is no no-bne; did you mean no-ben?"),
        (["", "", "no-ben", "denies"], "That cannot be used: there is no denies"),
        (["", "", "-", "a b"], "That cannot be used: write an id of letters"),
    ],
)
def test_what_cannot_be_used_is_told_and_asked_again(run, case, answers, says):
    assert says in " ".join(typing(run, "edit", *answers).out.split())


def test_a_date_given_later_dates_the_drafts_and_keeps_what_was_decided(run, case):
    run("read", "speech.txt", "case", typed="skip\nstop\n")
    said = typing(run, "stop")
    assert "Statement 2 of " in said.out
    assert "8 May 2013" in said.out
    assert [decision["draft"] for decision in kept(case)["decisions"]] == ["d1"]


def test_a_web_page_is_read_as_its_article(run, case):
    lines = SPEECH.strip().split("\n\n")[1:]
    words = "".join(f"<p>{line} Nothing else was said in the harbour on that day.</p>" for line in lines)
    menu = '<nav><a href="/">"Buy this," the shop said on Tuesday.</a></nav>'
    page = f"<html><head><title>The talks</title></head><body>{menu}<article>{words}</article></body></html>"
    Path("page.html").write_text(page, encoding="utf-8")
    answer = json.loads(run("read", "page.html", "case", "--dated", "2013-05-08", "--json").out)
    quotes = [draft["quote"] for draft in answer["drafts"]]
    assert any("Ben Borg must go" in quote for quote in quotes)
    assert not any("Buy this" in quote for quote in quotes)
    assert answer["source"]["title"] == [["", "The talks"]]
    assert sorted(path.suffix for path in (case / "sources").iterdir()) == [".html", ".txt"]


def test_what_no_case_file_can_hold_is_told_and_can_be_edited_again(run, case):
    said = typing(
        run, "edit", "A name\u0007", "", "-", "", "", "", "accept", "edit", "A name", "", "-", "", "", "", "accept"
    )
    assert "It could not enter the record" in said.out
    assert [entry.by for entry in read_case(case).record] == ["A name"]


def test_help_and_first_letters_are_understood(run, case):
    said = typing(run, "what", "?", "s", "u", "q")
    assert "Please write accept, edit, skip, undo, stop or help." in " ".join(said.out.split())
    assert "accept puts the statement into the record" in said.out
    assert "Your last decision is taken back." in said.out
    assert said.code == 130


def test_a_source_without_statements_says_so(run, case):
    Path("speech.txt").write_text("The weather was fine in the harbour.\n", encoding="utf-8")
    said = typing(run)
    assert said.code == 0
    assert "It holds no statement that could be recognised." in said.out


def test_a_source_without_a_day_says_what_cannot_be_dated(run, case):
    assert "It states no day" in run("read", "speech.txt", "case", typed="stop\n").out


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("nothing.txt", "nothing.txt: No such file"),
        ("case", "case: Is a directory"),
        ("http://127.0.0.1:1/", "a private network"),
        ("ftp://example.org/x", "no file, and only addresses"),
        ("empty.txt", "empty.txt is empty"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="the system's own words are others")
def test_a_source_that_cannot_be_read_is_the_users_mistake(run, case, source, says):
    Path("empty.txt").write_bytes(b"")
    said = run("read", source, "case")
    assert said.code == 2
    assert says in said.err
    as_json = run("read", source, "case", "--json")
    assert says in json.loads(as_json.out)["errors"][0]["found"]


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [("--dated", "Tuesday", "write a date as"), ("--written-in", "english!", "no language tag")],
)
def test_an_option_that_cannot_be_used_is_told(run, case, option, value, says):
    said = run("read", "speech.txt", "case", option, value)
    assert said.code == 2
    assert says in said.err


def test_drafts_that_cannot_be_read_are_left_alone(run, case):
    typing(run, "stop")
    (path,) = (case / "drafts").iterdir()
    path.write_text("{", encoding="utf-8")
    said = typing(run, "accept")
    assert said.code == 2
    assert "Move it elsewhere to draft anew" in said.err
    assert path.read_text(encoding="utf-8") == "{"


def test_the_words_of_a_pdf_stand_in_its_copy_once_they_are_accepted(run, case):
    lines = [line for part in SPEECH.split("\n\n") for line in textwrap.wrap(part, 40)]
    Path("speech.pdf").write_bytes(pdf([lines]))
    said = run("read", "speech.pdf", "case", "--dated", "2013-05-08", typed="accept\n" * 9)
    assert said.code == 0
    whole = read_case(case)
    assert "Ben Borg must go" in {entry.quote for entry in whole.record}
    assert all(check.checked for check in check_quotations(whole, case))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_ctrl_c_at_a_terminal_keeps_every_decision(case):
    import pty  # noqa: PLC0415 -- not there on Windows

    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-m", "placet", "read", "speech.txt", "case", "--dated", "2013-05-08"]
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=environment, start_new_session=True
    ) as process:
        os.close(follower)
        read_until(leader, b"help > ")
        os.write(leader, b"accept\n")
        read_until(leader, b"Statement 2")
        read_until(leader, b"help > ")
        process.send_signal(signal.SIGINT)
        rest = read_until(leader, b"Your decisions are kept.")
        process.wait(timeout=20)
    os.close(leader)
    assert process.returncode == 130
    assert b"Traceback" not in rest
    assert len(read_case(case).record) == len(kept(case)["decisions"]) == 1


def read_until(terminal, wanted):
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 1)  # no more, or what the next wait is for is lost
    return seen


@pytest.fixture
def syria(tmp_path):
    """The founding case as it would be without the article."""
    if not ARTICLE.exists():
        pytest.skip(f"no article at {ARTICLE}; set PLACET_DATA to the folder of the data")
    whole = read_case(ROOT / "cases" / "syria-2013")
    record = [entry for entry in whole.record if entry.source != "article"]
    rest = replace(whole, record=tuple(replace(entry, index=index) for index, entry in enumerate(record)))
    write_case(rest, tmp_path / "syria-2013")
    return whole, tmp_path / "syria-2013"


def confirm_article(run, folder):
    return run("read", str(ARTICLE), str(folder), "--dated", "2013-05-08", typed="accept\n" * 40)


@pytest.mark.parametrize("day", ["2013-05-06", "2013-05-08"])
def test_the_drafts_of_the_article_confirmed_as_they_come_give_the_standing_of_the_founding_case(run, syria, day):
    whole, folder = syria
    assert confirm_article(run, folder).code == 0
    expected, found = standings(whole, day), standings(read_case(folder), day)
    for demand in ("us-call", "us-condition", "no-assad", "no-radicals"):
        assert found[demand].standing is expected[demand].standing, demand


def test_every_quotation_of_the_article_stands_in_its_copy(run, syria):
    _, folder = syria
    confirm_article(run, folder)
    case = read_case(folder)
    checks = {check.index: check.checked for check in check_quotations(case, folder)}
    mine = [entry.index for entry in case.record if entry.source == "article"]
    assert len(mine) >= 10
    assert all(checks[index] for index in mine)
    assert (folder / "sources" / "article.txt").read_bytes() == ARTICLE.read_bytes()


def test_the_article_and_the_communique_disagree_about_a_date(run, syria):
    _, folder = syria
    confirm_article(run, folder)
    told = {found.event: found.values for found in disagreements(read_case(folder)) if found.kind == "date"}
    assert set(told["geneva-communique"]) == {"2012-06-30", "2011-06"}
    assert set(told["first-call"]) == {"2011-08-18", "2011-08"}


def test_the_founding_case_keeps_its_comments_when_the_article_is_read_into_it(run, syria, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    original = ROOT / "cases" / "syria-2013" / "case.yaml"
    shutil.copy(original, folder)
    confirm_article(run, folder)
    before, after = (path.read_text(encoding="utf-8").splitlines() for path in (original, folder / "case.yaml"))
    changes = [line for line in difflib.ndiff(before, after) if line.startswith(("- ", "+ "))]
    assert changes
    assert all(line.startswith("+ ") for line in changes)
    assert len(read_case(folder).record) > len(read_case(original).record)
