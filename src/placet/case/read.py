"""Reading a case folder: every mistake at once, each with its place."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from placet.case.case_checks import check_case, value_of, warn
from placet.case.compose import compose
from placet.case.faults import Reading
from placet.case.layout import CASE
from placet.case.nouns import Case
from placet.case.paths import CASE_FILES, leaves_by_link
from placet.case.spoken import found, short
from placet.case.tree import Mapping
from placet.errors import CaseError, Fault, QuestionError

LARGEST_FILE = 8_000_000
"""Bytes."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


def read_case(path: str | os.PathLike[str]) -> Case:
    """Read a case.

    Parameters
    ----------
    path : str or path
        The case folder, or the case file in it.

    Raises
    ------
    CaseError
        If the case has mistakes; it holds all of them.
    QuestionError
        If there is no case there.

    Notes
    -----
    About a second for 5,000 candidates. Files above 8 MB are refused.
    """
    return read_case_with_warnings(path)[0]


def read_case_with_warnings(path: str | os.PathLike[str]) -> tuple[Case, tuple[Fault, ...]]:
    """Read a case, and say also what it may say but hardly means.

    Parameters
    ----------
    path : str or path
        The case folder, or the case file in it.

    Returns
    -------
    Case, tuple of Fault
        The case, and the warnings in the order of the file.

    Raises
    ------
    CaseError
        If the case has mistakes; it holds all of them.
    QuestionError
        If there is no case there.
    """
    file = find_case_file(path)
    return parse_case(read_text(file), str(file), file.parent)


def find_case_file(path: str | os.PathLike[str]) -> Path:
    """Return the case file of a folder, or the file itself.

    Raises
    ------
    QuestionError
        If there is none.
    """
    place = Path(path)
    try:
        if place.is_file():
            return place
        if place.is_dir():
            for name in CASE_FILES:
                if (place / name).is_file():
                    return place / name
            raise QuestionError(
                f"no case.yaml in the folder {short(str(place))}", "a case folder, which holds a case.yaml"
            )
    except (OSError, ValueError):
        pass
    raise QuestionError(f"no file or folder {short(str(place))}", "a case folder, or the case.yaml in it")


def read_text(file: Path) -> str:
    """Return a case file's text without its byte order mark.

    Raises
    ------
    CaseError
        If it is too large, no UTF-8, or holds control characters.
    QuestionError
        If it cannot be read.
    """
    try:
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise QuestionError(
            f"{short(str(file))}, which cannot be read ({error.strerror})", "a file that can be read"
        ) from None
    if len(content) > LARGEST_FILE:
        found_here = f"a file of more than {LARGEST_FILE // 1_000_000} MB"
        raise CaseError((Fault(str(file), 1, 1, found_here, "a smaller case; long texts belong into sources/"),))
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line, column = _position(content[: error.start].decode("utf-8"))
        fault = Fault(str(file), line, column, f"the byte {content[error.start]:#04x}", "text saved as UTF-8")
        raise CaseError((fault,)) from None
    controls = []
    for match in _CONTROL.finditer(text):
        line, column = _position(text[: match.start()])
        controls.append(
            Fault(str(file), line, column, f"the control character U+{ord(match[0]):04X}", "text without it")
        )
        if len(controls) == 20:
            break
    if controls:
        raise CaseError(tuple(controls))
    return text


def _position(before: str) -> tuple[int, int]:
    lines = _LINE_BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


def parse_case(text: str, file: str, folder: Path | None = None) -> tuple[Case, tuple[Fault, ...]]:
    """Read a case from its text.

    Parameters
    ----------
    text : str
        YAML or JSON.
    file : str
        The file's name for messages.
    folder : path, optional
        The case folder, to name the case and to see that no source is a link out of it.

    Raises
    ------
    CaseError
        If the case has mistakes; it holds all of them.
    """
    tree, repeated = compose(text, file)
    reading = Reading(file)
    for fault in repeated:
        reading.faults.append(fault)
    draft: dict[str, Any] = {}
    if isinstance(tree, Mapping):
        draft = CASE.read_parts(tree, reading)
    else:
        reading.fault(tree, found(tree), 'a case, whose first line is "placet: 1"')
    reading.resolve()
    check_case(draft, reading)
    if folder is not None:
        _check_links(draft, reading, folder)
    if reading.faults:
        raise CaseError(tuple(sorted(set(reading.faults), key=lambda fault: (fault.line, fault.column))))
    draft.pop("placet")
    case = Case(name=folder.resolve().name if folder is not None else "", **draft)
    warn(case, reading)
    return case, tuple(sorted(set(reading.warnings), key=lambda fault: (fault.line, fault.column)))


def _check_links(draft: dict[str, Any], reading: Reading, folder: Path) -> None:
    """No source may be a link that leads out of the folder."""
    for source in draft.get("sources", {}).values():
        if source.file is not None and leaves_by_link(folder, source.file):
            _, node = reading.names("source")[source.id]
            at = value_of(node, "file") or node
            reading.fault(at, f"{found(at)}, a link out of the folder", "a file inside the case folder")
