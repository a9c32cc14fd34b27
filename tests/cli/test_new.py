"""Writing a case by answering questions."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from placet.case.forms import Excludes, Quota, Share
from placet.case.nouns import Seats
from placet.case.read import read_case
from placet.case.selectors import InGroup, Named

ANSWERS = [
    "A harbour board",
    "The city",
    "The union",
    "A mediator",
    "",
    "",
    "yes",
    "no",
    "Chair",
    "Member",
    "",
    "",
    "1-3",
    "Engineers",
    "Dockers",
    "",
    "Ada Ampel",
    "Ben Borg",
    "سلمى",
    "",
    "engineers",
    "2",
    "",
    "Dockers",
    "at least 30%",
    "",
    "Length of office",
    "",
    "one year",
    "two years",
    "",
    "ada",
    "",
    "2",
    "",
    "Engineers",
    "chair",
    "expected",
    "75",
    "",
    "",
    "yes",
]
FIRST_QUESTIONS = """\
I will ask about the case, one question at a time. Press Enter to take the
answer in brackets, or to say that there are no more. Write help if a question
is not clear, back to change the last answer, stop to go on another day. Every
answer is kept as soon as you have given it.

What is to be filled? Give it a title.
> A body

Who must agree? Name the first side.
> help
A side is a party at the table: a government, a company, a faction. Name those
who may refuse people, and those who only speak. (To answer with one of the
words help, back or stop, write it in quotation marks.)

Who must agree? Name the first side.
> The city

Name another side, or press Enter if there is none.
> the city
the city has been named already.

Name another side, or press Enter if there is none.
> back

Who must agree? Name the first side.
> The town

Name another side, or press Enter if there is none.
>{space}

Must the town agree to everybody who is appointed?
[yes] > maybe
Please write yes or no; “maybe” is neither.

Must the town agree to everybody who is appointed?
[yes] > stop

Your 3 answers are kept. To go on: placet new case
""".replace("{space}", " ")
PREVIEW = """\
This is the case: A harbour board.
The city and the union must all agree.
A mediator speaks, but its refusals bind nobody.
Chair: one seat.
Member: 1 to 3 seats.
3 candidates: Ada Ampel, Ben Borg and \u2068سلمى\u2069.
2 groups: Engineers and Dockers.
At least 30% of the seats for Dockers.
Length of office is one of one year and two years.
The city will not accept Ada Ampel in any post, and will never give that up.
It is only expected that the union will refuse Engineers as Chair (75% likely, a
guess).
Shall I write the case?
[yes] > yes

The case is written: case/case.yaml
Now ask who could be appointed: placet solve case
"""


def lines(answers):
    return "".join(f"{answer}\n" for answer in answers)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def kept(folder="case"):
    answers = json.loads(Path(folder, ".new.json").read_text(encoding="utf-8"))["answers"]
    return [written for _, written in answers]


def test_the_answers_make_the_case_that_was_told(run):
    assert run("new", "case", typed=lines(ANSWERS)).code == 0
    case = read_case("case")
    assert str(case.title) == "A harbour board"
    assert [(side.id, side.consent) for side in case.sides.values()] == [
        ("city", True),
        ("union", True),
        ("mediator", False),
    ]
    assert list(case.candidates) == ["ada-ampel", "ben-borg", "سلمى"]
    assert [person.groups for person in case.candidates.values()] == [("engineers",), ("dockers",), ()]
    assert case.posts["member"].seats == Seats(1, 3)
    (rule,) = case.constraints.values()
    assert isinstance(rule.form, Quota)
    assert isinstance(rule.form.at_least, Share)
    never, expected = case.demands.values()
    assert (never.side, never.what, never.is_red_line) == ("city", Excludes(Named("ada-ampel")), True)
    assert (expected.side, expected.what) == ("union", Excludes(InGroup("engineers"), ("chair",)))
    assert float(expected.presumed) == 0.75
    assert expected.assumption is not None


def test_what_was_told_is_read_back_before_it_is_written(run):
    assert PREVIEW in run("new", "case", typed=lines(ANSWERS)).out


def test_help_back_stop_and_mistakes_are_answered_in_plain_words(run):
    typed = ["A body", "help", "The city", "the city", "back", "The town", "", "maybe", "stop"]
    said = run("new", "case", typed=lines(typed))
    assert said.code == 130
    assert said.out == FIRST_QUESTIONS


@pytest.mark.parametrize("cut", [1, 5, 13, 20, len(ANSWERS) - 1])
def test_an_interview_cut_off_anywhere_goes_on_where_it_stopped(run, cut):
    cut_off = run("new", "case", typed=lines(ANSWERS[:cut]))
    assert cut_off.code == 130
    assert len(kept()) == cut
    assert not Path("case/case.yaml").exists()
    resumed = run("new", "case", typed=lines(ANSWERS[cut:]))
    assert resumed.code == 0
    assert "Welcome back." in resumed.out
    assert run("new", "whole", typed=lines(ANSWERS)).code == 0
    assert Path("case/case.yaml").read_bytes() == Path("whole/case.yaml").read_bytes()


def test_nothing_is_left_beside_a_case_that_is_written(run):
    run("new", "case", typed=lines(ANSWERS))
    assert list(Path("case").iterdir()) == [Path("case/case.yaml")]


def test_a_call_without_any_answer_leaves_nothing_behind(run):
    said = run("new", "case", typed="")
    assert said.code == 130
    assert said.out.endswith("Nothing has been written.\n")
    assert not Path("case").exists()


def test_the_last_line_counts_even_without_its_end(run):
    run("new", "case", typed="A body\nThe city")
    assert kept() == ["A body", "The city"]


def test_a_command_word_in_quotation_marks_is_an_answer(run):
    run("new", "case", typed='"stop"\n"back"\n')
    assert kept() == ["stop", "back"]


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_a_case_that_is_there_is_never_overwritten(run, here, name):
    (here / "case").mkdir()
    (here / "case" / name).write_text("mine")
    said = run("new", "case", typed=lines(ANSWERS))
    assert said.code == 2
    assert "holds a case already" in said.err
    assert (here / "case" / name).read_text() == "mine"


def test_a_case_that_appears_meanwhile_is_not_overwritten_and_the_answers_stay(run, here):
    run("new", "case", typed=lines(ANSWERS[:-1]))
    command = [sys.executable, "-m", "placet", "new", "case"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while process.stdout.read(1) != b">":
            pass
        (here / "case" / "case.yaml").write_text("mine")
        process.communicate(b"yes\n")
    assert process.returncode == 2
    assert (here / "case" / "case.yaml").read_text() == "mine"
    assert kept()[-1] == "yes"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"answers": 3}', '{"answers": [[1]]}', "\x00"])
def test_answers_that_cannot_be_read_are_left_alone(run, here, content):
    (here / "case").mkdir()
    (here / "case" / ".new.json").write_text(content)
    said = run("new", "case", typed=lines(ANSWERS))
    assert said.code == 2
    assert "Move it elsewhere to begin anew." in said.err
    assert (here / "case" / ".new.json").read_text() == content


def test_answers_that_no_longer_fit_are_kept_aside(run, here):
    (here / "case").mkdir()
    answers = {"answers": [["title", "A body"], ["side.1", "The city"], ["gone", "x"], ["gone", "y"]]}
    (here / "case" / ".new.json").write_text(json.dumps(answers))
    said = run("new", "case", typed="The union\n")
    assert "2 answers that were kept no longer fit their questions" in said.out
    assert json.loads((here / "case" / ".new-1.json").read_text()) == answers
    assert kept() == ["A body", "The city", "The union"]


def test_a_folder_that_cannot_be_made_is_the_users_mistake(run, here):
    (here / "file").write_text("")
    assert run("new", "file", typed="A\n").code == 2
    said = run("new", "file/case", typed="A\n")
    assert said.code == 2
    assert "Traceback" not in said.err


def test_bytes_that_are_no_text_are_the_users_mistake(here):
    command = [sys.executable, "-m", "placet", "new", "case"]
    done = subprocess.run(command, input=b"A body\n\xff\xfe\n", capture_output=True, check=False)
    assert done.returncode == 2
    assert b"UTF-8" in done.stderr


def test_a_second_possibility_is_asked_for_without_offering_an_end(run):
    said = run("new", "case", typed=lines(ANSWERS[: ANSWERS.index("two years")])).out
    assert "Name a second possibility for Length of office.\n> " in said
    assert "Name another possibility" not in said


def test_a_case_whose_questions_are_open_says_how_to_go_on(run):
    run("new", "case", typed=lines(["A body", "The city", "stop"]))
    said = run("solve", "case")
    assert said.code == 2
    assert said.err == "placet: case is not finished yet: some questions are open. To go on: placet new case\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_ctrl_c_at_a_terminal_keeps_every_answer(here):
    import pty  # noqa: PLC0415 -- not there on Windows

    leader, follower = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-m", "placet", "new", "case"]
    with subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=environment, start_new_session=True
    ) as process:
        os.close(follower)
        read_until(leader, b"title.\r\n> ")
        os.write(leader, "هيئة\n".encode())
        read_until(leader, b"first side.\r\n> ")
        process.send_signal(signal.SIGINT)
        rest = read_until(leader, b"placet new case")
        process.wait(timeout=20)
    os.close(leader)
    assert process.returncode == 130
    assert b"Traceback" not in rest
    assert kept() == ["هيئة"]


def read_until(terminal, wanted):
    seen = b""
    while wanted not in seen:
        seen += os.read(terminal, 4096)
    return seen
