"""While an answer grows, a person at a terminal sees how much there is; nobody else does."""

import os
import subprocess
import sys

import pytest

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")

GROWING = """
import placet.cli.growing as growing
from placet.words import message
growing.PATIENCE_SECONDS = 0.0

def question(tell):
    tell(message("burden.found", count=2, open=3))
    input()
    tell(message("burden.found", count=3, open=1))
    input()
    raise KeyboardInterrupt

print(growing.ask_growing(question, lambda: {"found": 3}, "en"))
"""


def test_a_person_who_waits_is_shown_how_much_has_been_found_and_gets_it_when_stopping():
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", GROWING]
    environment = {**os.environ, "COLUMNS": "200"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=follower, env=environment
    ) as process:
        os.close(follower)
        seen = b""
        for words in (b"Found: 2; corners still open: 3", b"Found: 3; corners still open: 1"):
            while words not in seen:
                seen += os.read(leader, 4096)
            process.stdin.write(b"\n")
            process.stdin.flush()
        assert process.stdout.read() == b"({'found': 3}, 130)\n"
    os.close(leader)


def test_nobody_is_shown_anything_in_a_pipe():
    done = subprocess.run([sys.executable, "-c", GROWING], input=b"\n\n", capture_output=True, check=True)
    assert done.stderr == b"Interrupted; this much is known.\n"
