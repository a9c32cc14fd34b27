"""Run a verb, and tell the user what went wrong when something did."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from typing import Any, TextIO

import click

from placet.cli.group import verbs
from placet.errors import CaseError, PlacetError, QuestionError

ANSWERED, CHECK_FAILED, BAD_INPUT, INTERRUPTED, OUR_FAULT = 0, 1, 2, 130, 70
"""Exit codes. 70 is EX_SOFTWARE of sysexits.h: a fault of placet, never of its user."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run ``placet`` with these words (left out: those of this process) and return its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _open_closed_streams()
    _speak_utf8()
    try:
        code = verbs.main(arguments, prog_name="placet", standalone_mode=False)
        sys.stdout.flush()
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except SystemExit:
        # Click leaves so when the reader of a pipe, such as `head`, has had enough; it quiets the streams itself.
        return ANSWERED
    except BrokenPipeError:
        _give_up_output()
        return ANSWERED
    except Exception as mistake:  # noqa: BLE001 -- the last door: no traceback passes it unasked
        if isinstance(mistake.__cause__, KeyboardInterrupt):  # a library of C that was interrupted while it loaded
            click.echo("Interrupted.", err=True)
            return INTERRUPTED
        return _tell(mistake, words)
    return code if isinstance(code, int) else ANSWERED


def _open_closed_streams() -> None:
    """Let a stream that this process was started without lead nowhere; Python has None for it."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 -- open to the end


def _speak_utf8() -> None:
    """Write and read UTF-8 whatever the console's own habit, and never fail over a letter it cannot show."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdin else "backslashreplace")


def _give_up_output() -> None:
    """Let go of what is still to be written to standard output, so that it does not fail once more at exit."""
    _give_up(sys.stdout)


def _give_up(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _tell(mistake: Exception, words: list[str]) -> int:
    errors, sentences = _explain(mistake)
    try:
        return _say(mistake, errors, sentences, words)
    except OSError:  # Not even that can be written: all that is left is the exit code
        _give_up(sys.stdout)
        _give_up(sys.stderr)
        return OUR_FAULT if errors is None else BAD_INPUT


def _say(mistake: Exception, errors: list[dict[str, Any]] | None, sentences: str, words: list[str]) -> int:
    if errors is None:
        if "--debug" in words:
            import traceback  # noqa: PLC0415 -- only faults of ours need it

            traceback.print_exception(mistake)
        click.echo(
            f"placet made a mistake, not you ({type(mistake).__name__}: {_one_line(mistake)}). Please report it with "
            "the command you gave and what it prints when you add --debug.",
            err=True,
        )
        return OUR_FAULT
    if "--json" in words:
        click.echo(json.dumps({"errors": errors}, ensure_ascii=False))
    else:
        click.echo(sentences, err=True)
    return BAD_INPUT


def _explain(mistake: Exception) -> tuple[list[dict[str, Any]] | None, str]:
    """Return a user's mistake as the JSON contract has it and as sentences; (None, "") for a fault of ours."""
    match mistake:
        case CaseError():
            return [fault.to_dict() for fault in mistake.faults], str(mistake)
        case QuestionError():
            return [_error(mistake.found, mistake.expected, mistake.suggestion)], f"placet: {mistake}"
        case PlacetError():
            return [_error(str(mistake), "something that can be used")], f"placet: {mistake}"
        case click.UsageError():
            asked = mistake.ctx.command_path if mistake.ctx else "placet"
            help_line = f"`{asked} --help` shows how it is used"
            return [_error(mistake.format_message(), help_line)], f"placet: {mistake.format_message()}\n{help_line}."
        case click.ClickException():
            return [_error(mistake.format_message(), "something that can be used")], f"placet: {mistake.message}"
        case OSError(errno=int()):
            if mistake.filename is None:
                _give_up_output()
            says = f"{mistake.filename or 'the output'}: {mistake.strerror}"
            return [_error(says, "a place that can be read and written")], f"placet: {says}"
        case UnicodeDecodeError():
            return [_error("input that is not UTF-8", "text in UTF-8")], "placet: the input is not text in UTF-8."
        case _:
            return None, ""


def _error(found: str, expected: str, suggestion: str | None = None) -> dict[str, Any]:
    return {
        "file": None,
        "line": None,
        "column": None,
        "found": found,
        "expected": expected,
        "suggestion": suggestion,
    }


def _one_line(mistake: Exception) -> str:
    return " ".join(str(mistake).split())
