"""What every verb about a case does first: read it, and say what is odd about it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from placet.case.nouns import Case
from placet.case.read import read_case_with_warnings
from placet.cli.notebook import Notebook
from placet.errors import PlacetError


def open_case(path: str) -> Case:
    """Read a case; its warnings go to standard error, one a line.

    Raises
    ------
    CaseError
        If it has mistakes.
    PlacetError
        If its questions have not all been answered yet.
    """
    unfinished = Notebook(Path(path))
    if unfinished.path.is_file() and not any((Path(path) / name).exists() for name in ("case.yaml", "case.json")):
        raise PlacetError(f"{path} is not finished yet: some questions are open. To go on: placet new {path}")
    case, warnings = read_case_with_warnings(path)
    for warning in warnings:
        click.echo(f"warning: {warning}", err=True)
    return case


def case_folder(path: str) -> Path:
    """Return the folder of a case that was given as a folder or as the file in it."""
    given = Path(path)
    return given if given.is_dir() else given.parent


def emit(answer: Mapping[str, Any]) -> None:
    """Print an answer as one JSON object, laid out for reading when it goes to a terminal."""
    indent = 2 if sys.stdout.isatty() else None
    click.echo(json.dumps(answer, ensure_ascii=False, indent=indent))
