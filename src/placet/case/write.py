"""Writing a case folder, so that it reads back equal and is never left half written."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from threading import get_ident

from placet.case.encode import encode
from placet.case.nouns import Case
from placet.case.read import parse_case
from placet.case.yaml_text import document
from placet.errors import QuestionError


def write_case(case: Case, folder: str | os.PathLike[str]) -> Path:
    """Write ``case.yaml`` into a folder, which is made if need be, and return its path.

    The file holds ids in the order of the case. It is read back before it takes the place of an older one.

    Parameters
    ----------
    case : Case
        What to write.
    folder : str or path
        The case folder.

    Raises
    ------
    CaseError, QuestionError
        If the case holds what no case file can hold, or the folder cannot be written to.
    """
    text = case_text(case)
    file = Path(folder) / "case.yaml"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_durably(text.encode(), file)
    except OSError as error:
        raise QuestionError(f"{file}, which cannot be written ({error.strerror})", "a folder to write to") from None
    return file


def case_text(case: Case) -> str:
    """Return the text of a case file that reads back equal.

    Raises
    ------
    CaseError, QuestionError
        If the case holds what no case file can hold.
    """
    text = document(encode(case))
    again, _ = parse_case(text, "case.yaml")
    if replace(again, name=case.name) != case:
        raise QuestionError("a case that would not read back equal", "a case as a case file can state it")
    return text


def write_durably(content: bytes, file: Path) -> None:
    """Write a file next to its place, make sure it is on the disk, then move it there in one step."""
    draft = file.with_name(f".{file.name}.{os.getpid()}-{get_ident()}")
    try:
        with draft.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if file.exists():
            shutil.copymode(file, draft)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
