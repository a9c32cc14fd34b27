"""The log of a game on disk: every turn that is over, with all that is needed to take the game up again."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from placet.case.write import write_durably
from placet.errors import QuestionError

LARGEST = 20_000_000
"""Bytes."""


def read_log(file: Path) -> dict[str, Any]:
    """Return what a log holds.

    Raises
    ------
    QuestionError
        If it cannot be read or is no JSON object.
    """
    expected = "a log that `placet play --log` or `placet appoint --json` wrote"
    try:
        if file.stat().st_size > LARGEST:
            raise QuestionError(f"{file} with more than {LARGEST // 1_000_000} MB", expected)
        read = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise QuestionError(f"{file}, which cannot be read ({error.strerror})", expected) from None
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise QuestionError(f"{file}, which is no JSON", expected) from None
    if not isinstance(read, dict):
        raise QuestionError(f"{file}, which holds no object", expected)
    return read


def write_log(file: Path, written: dict[str, Any]) -> None:
    """Write a log; at no moment is an older one lost. Only its owner can read it: it holds sealed papers.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    is_new = not file.exists()
    if is_new:
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY, 0o600), "w", encoding="utf-8") as stream:
            stream.write("{}")
    write_durably((json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode(), file)
    if is_new:
        with suppress(OSError):  # a file system that knows no owners
            file.chmod(0o600)
