"""What only a person at a terminal sees: bold headings, and a sign of life while something takes long."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")

WAITING = """
import placet.cli.waiting as waiting
from placet.words import message
waiting.PATIENCE_SECONDS = 0.0
with waiting.waiting(message("cli.waiting"), "en"):
    input()
"""


@pytest.fixture
def terminal():
    leader, follower = pty.openpty()
    yield leader, follower
    os.close(leader)


def read_all(leader):
    seen = b""
    try:
        while part := os.read(leader, 4096):
            seen += part
    except OSError:  # Linux tells so that the other end is closed
        pass
    return seen


def shown(terminal, command, **environment):
    leader, follower = terminal
    inherited = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM"}}
    with subprocess.Popen(
        command, stdout=follower, stderr=follower, env={**inherited, "TERM": "xterm", **environment}
    ) as process:
        os.close(follower)
        seen = read_all(leader)
    assert process.returncode == 0
    return seen


def test_headings_are_bold_at_a_terminal(terminal, case_of):
    assert b"\x1b[1mA small body\x1b[0m" in shown(terminal, [sys.executable, "-m", "placet", "record", case_of()])


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_nothing_is_bold_for_those_who_want_it_plain(terminal, case_of, environment):
    command = [sys.executable, "-m", "placet", "record", case_of()]
    seen = shown(terminal, command, **environment)
    assert b"A small body" in seen
    assert b"\x1b" not in seen


def test_json_is_laid_out_for_reading_at_a_terminal(terminal, case_of):
    command = [sys.executable, "-m", "placet", "record", case_of(), "--json"]
    assert b'\n  "case": "tiny"' in shown(terminal, command)


def test_a_person_who_waits_is_shown_that_something_happens(terminal):
    leader, follower = terminal
    with subprocess.Popen([sys.executable, "-c", WAITING], stdin=subprocess.PIPE, stderr=follower) as process:
        os.close(follower)
        seen = b""
        while b"Looking for settlements" not in seen:
            seen += os.read(leader, 4096)
        process.communicate(b"\n")
    assert process.returncode == 0


def test_nobody_is_told_to_wait_in_a_pipe():
    done = subprocess.run([sys.executable, "-c", WAITING], input=b"\n", capture_output=True, check=True)
    assert done.stderr == b""
