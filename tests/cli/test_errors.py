"""Exit codes and streams when something is wrong."""

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import placet.cli.record
from placet.cli.run import BAD_INPUT, OUR_FAULT


def test_mistakes_in_a_case_are_told_one_a_line_with_their_place(run, case_of):
    folder = case_of(
        "placet: 1\ntitle: T\nsides: {a: {name: A}}\ncandidates: {x: {name: X}}\nposts: {p: {title: P, seat: 1}}\n"
    )
    said = run("record", folder)
    assert said.code == BAD_INPUT
    assert said.out == ""
    lines = said.err.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{folder}/case.yaml:3:")
    assert lines[1].endswith("did you mean seats?")


def test_mistakes_are_one_object_on_standard_output_with_json(run, case_of):
    folder = case_of("placet: 1\ntitle: T\n")
    said = run("record", folder, "--json")
    assert said.code == BAD_INPUT
    assert said.err == ""
    for error in json.loads(said.out)["errors"]:
        assert set(error) == {"file", "line", "column", "found", "expected", "suggestion"}


def test_a_folder_that_is_not_there_is_the_users_mistake(tell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = tell("record", "nowhere")
    assert said.code == BAD_INPUT
    assert "nowhere" in said.err


def test_a_day_that_is_none_is_told_with_an_example(tell, case_of):
    said = tell("record", case_of(), "--on", "yesterday")
    assert said.code == BAD_INPUT
    assert 'found "yesterday", expected a day of the calendar such as 2013-05-08' in said.err


def test_a_wrong_option_names_the_help(tell, case_of):
    said = tell("record", case_of(), "--frob")
    assert said.code == BAD_INPUT
    assert "`placet record --help` shows how it is used." in said.err


def test_a_wrong_option_is_json_too(tell, case_of):
    said = tell("record", case_of(), "--frob", "--json")
    assert said.code == BAD_INPUT
    assert "--frob" in json.loads(said.out)["errors"][0]["found"]


@pytest.mark.parametrize("tag", ["", "e", "english please", "../en"])
def test_a_language_is_given_by_a_tag(tell, case_of, tag):
    assert tell("record", case_of(), "--lang", tag).code == BAD_INPUT


def test_a_language_without_words_speaks_english_and_names_names_in_it(tell, case_of):
    folder = case_of(
        "placet: 1\ntitle: T\nsides: {s: {name: {en: Side, eo: Flanko}, consent: true}}\n"
        "candidates: {x: {name: X}}\nposts: {p: {title: P}}\ndemands: {d: {side: s, excludes: x}}\n"
    )
    said = tell("record", folder, "--lang", "eo")
    assert said.code == 0
    assert "Flanko will not accept X in any post." in said.out
    assert "There are no sentences in “eo” yet" in said.err


def test_a_fault_of_ours_is_one_line_that_says_so(tell, case_of, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(placet.cli.record, "account", broken)
    said = tell("record", case_of())
    assert said.code == OUR_FAULT
    assert said.err.startswith("placet made a mistake, not you (ZeroDivisionError: by zero).")
    assert len(said.err.splitlines()) == 1
    assert "Traceback" in tell("record", case_of(name="again"), "--debug").err


def test_an_interruption_while_a_library_loads_is_no_fault(tell, case_of, monkeypatch):
    def loading(*_):
        raise ImportError("initialization failed") from KeyboardInterrupt()

    monkeypatch.setattr(placet.cli.record, "account", loading)
    said = tell("record", case_of())
    assert (said.code, said.err) == (130, "Interrupted.\n")


def test_a_reader_that_closes_early_is_no_fault(case_of):
    command = [sys.executable, "-m", "placet", "record", case_of()]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_an_output_that_cannot_be_written_is_told_without_a_traceback(case_of):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "placet", "record", case_of()]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == BAD_INPUT
    assert done.stderr == b"placet: the output: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_mistake_that_cannot_be_told_keeps_its_exit_code(options, tmp_path):
    command = [sys.executable, "-m", "placet", "solve", str(tmp_path / "none"), *options]
    told = "stdout" if options else "stderr"
    with Path("/dev/full").open("wb") as full:
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, told: full}
        done = subprocess.run(command, check=False, **streams)
    assert done.returncode == BAD_INPUT
    assert b"Traceback" not in (done.stderr or b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows shells have no such word")
@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_stream_closed_from_the_start_leads_nowhere(case_of, closing):
    line = f"{shlex.quote(sys.executable)} -m placet solve {shlex.quote(case_of())} {closing}"
    done = subprocess.run(line, shell=True, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_text_goes_out_in_utf_8_whatever_the_console_speaks(run, case_of):
    folder = case_of(
        "placet: 1\ntitle: هيئة\nsides: {s: {name: S, consent: true}}\n"
        "candidates: {x: {name: X}}\nposts: {p: {title: P}}\n"
    )
    said = run("record", folder, PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")
    assert said.code == 0
    assert "\u2068هيئة\u2069" in said.out


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_an_interruption_exits_with_130(tmp_path):
    command = [sys.executable, "-m", "placet", "new", str(tmp_path / "case")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while process.stdout.read(1) not in {b">", b""}:
            pass
        process.send_signal(signal.SIGINT)
        process.stdin.close()
        process.stdout.read()
        error = process.stderr.read()
    assert process.returncode == 130
    assert b"Traceback" not in error
