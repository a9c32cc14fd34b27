"""The case file with a changed record: only the lines that change are touched, so that comments stay."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from placet.case.encode import encode
from placet.case.nouns import Case
from placet.case.read import parse_case, read_text
from placet.case.write import case_text, write_durably
from placet.case.yaml_text import document
from placet.errors import CaseError, QuestionError

_TOP_LEVEL = re.compile(r"[^\s#\-]")


def rewrite_case(file: Path, before: Case, after: Case) -> None:
    """Write a case over the file that it was read from, in one step that is whole or did not happen.

    Lines for what `after` has more at the end of its record and its sources are put in, and lines for what it has
    less are taken out, where the file is laid out so that this can be done and reads back equal. Otherwise the
    whole file is written anew, as `placet.write_case` would.

    Raises
    ------
    CaseError, QuestionError
        If the case holds what no case file can hold, or the file cannot be written to.
    """
    whole = _json_text(after) if file.suffix == ".json" else case_text(after)
    touched = whole if file.suffix == ".json" else _touched(read_text(file), before, after)
    text = touched if touched is not None and _reads_as(touched, after) else whole
    try:
        write_durably(text.encode(), file)
    except OSError as error:
        raise QuestionError(f"{file}, which cannot be written ({error.strerror})", "a file to write to") from None


def _json_text(case: Case) -> str:
    text = json.dumps(encode(case), ensure_ascii=False, indent=2, default=_plain_number) + "\n"
    if not _reads_as(text, case):
        raise QuestionError("a case that would not read back equal", "a case as a case file can state it")
    return text


def _plain_number(value: Any) -> int | float:
    if not isinstance(value, Fraction):
        raise TypeError(value)
    return value.numerator if value.denominator == 1 else float(value)


def _reads_as(text: str, case: Case) -> bool:
    try:
        again, _ = parse_case(text, "case.yaml")
    except CaseError:
        return False
    return replace(again, name=case.name) == case


def _touched(text: str, before: Case, after: Case) -> str | None:
    """Return the file's text with only the lines of the record and the sources changed that must; None if unclear."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    for section in ("record", "sources"):
        old, new = _lines_of(before, section), _lines_of(after, section)
        if old == new:
            continue
        changed = _put_in(text, section, old, new) or _taken_out(text, section, old, new)
        if changed is None:
            return None
        text = changed
    return text.replace("\n", line_end)


def _lines_of(case: Case, section: str) -> tuple[str, ...]:
    """Return the lines of each entry of a section as they are written, without the section's own."""
    plain = encode(case).get(section)
    if not plain:
        return ()
    parts = plain if isinstance(plain, list) else [{name: value} for name, value in plain.items()]
    return tuple(
        document({section: [part] if isinstance(plain, list) else part}).split("\n", 1)[1].rstrip("\n") + "\n"
        for part in parts
    )


def _section(lines: list[str], section: str) -> tuple[int, int] | None:
    """Return where the lines of a section in block style begin, and where the last of them that says something ends."""
    head = next((at for at, line in enumerate(lines) if re.match(rf"{section}:\s*(#.*)?$", line)), None)
    if head is None:
        return None
    end = next((at for at in range(head + 1, len(lines)) if _TOP_LEVEL.match(lines[at])), len(lines))
    while end > head + 1 and not lines[end - 1].partition("#")[0].strip():
        end -= 1
    return head + 1, end


def _put_in(text: str, section: str, old: tuple[str, ...], new: tuple[str, ...]) -> str | None:
    if new[: len(old)] != old:
        return None
    added = "".join(new[len(old) :])
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if not old and not any(line.startswith(f"{section}:") for line in lines):
        return "".join([*lines, f"\n{section}:\n", added])
    place = _section(lines, section)
    if place is None:
        return None
    start, end = place
    indent = next((re.match(" *", line)[0] for line in lines[start:end] if line.partition("#")[0].strip()), "  ")  # type: ignore[index]
    return "".join([*lines[:end], re.sub("(?m)^  ", indent, added), *lines[end:]])


def _taken_out(text: str, section: str, old: tuple[str, ...], new: tuple[str, ...]) -> str | None:
    """Return the text without the lines of the last entry that went in, if they stand there as they were put in."""
    gone = [part for part in old if part not in new]
    if len(gone) != 1 or len(old) != len(new) + 1:
        return None
    for indent in ("  ", "", "    "):
        lines = re.sub("(?m)^  ", indent, gone[0])
        at = text.rfind(lines)
        if at >= 0 and (at == 0 or text[at - 1] == "\n"):
            rest = text[:at] + text[at + len(lines) :]
            return rest if new else re.sub(rf"(?m)\n?^{section}:[ \t]*\n", "", rest)
    return None
