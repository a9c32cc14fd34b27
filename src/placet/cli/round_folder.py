"""The folder in which a round is kept: the agreement that all have, and the ledger in one SQLite file."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from placet.audit.agreement import Agreement, agreement_from
from placet.audit.course import Course, course_of_log
from placet.audit.desk import Desk
from placet.cli.options import answer_options
from placet.cli.passphrase import key_option, open_keys
from placet.errors import QuestionError
from placet.ledger.log import Log
from placet.ledger.sqlite_store import open_sqlite
from placet.seal.canonical import read_canonical
from placet.seal.faults import SealError
from placet.seal.keys import Keys
from placet.seal.terms import moment

AGREEMENT, LEDGER = "agreement.json", "ledger.sqlite"


def read_agreement(path: Path) -> Agreement:
    """Return the agreement in a file, or in a round's folder."""
    file = path / AGREEMENT if path.is_dir() else path
    if not file.is_file():
        raise QuestionError(f"no agreement in {path}", f"a round's folder, or its {AGREEMENT}")
    return agreement_from(read_canonical(file.read_bytes().strip(), "the agreement"))


def open_log(folder: Path) -> tuple[Agreement, Log]:
    """Return the agreement and the ledger of a round that was begun in this folder."""
    agreement = read_agreement(folder)
    if not (folder / LEDGER).is_file():
        raise QuestionError(f"no ledger in {folder}", "the folder in which `placet round new` began the round")
    return agreement, Log(open_sqlite(folder / LEDGER, agreement.origin), agreement.origin)


def open_desk(folder: Path, keys: Keys, at: datetime | None) -> Desk:
    """Return the desk of a round that was begun in this folder."""
    agreement, log = open_log(folder)
    return Desk(log.store, agreement, keys, lambda: at or now())


def read_course(folder: Path) -> tuple[Log, Course]:
    """Return the ledger of a round and how far the round has come; no key is needed."""
    agreement, log = open_log(folder)
    course = course_of_log(log)
    if course.agreement != agreement:
        raise QuestionError(f"a ledger of another agreement than {folder / AGREEMENT}", "both as they were begun")
    return log, course


def folder_argument(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the round's folder."""
    return click.argument("folder", type=click.Path(path_type=Path, file_okay=False))(command)


def at_desk(command: Callable[..., None]) -> Callable[..., None]:
    """Add the round's folder, the keeper's key and the moment, and give the command the desk that they open."""

    @functools.wraps(command)
    def opened(*, folder: Path, key_file: Path, passphrase_file: Path | None, at: datetime | None, **rest: Any) -> None:
        command(desk=open_desk(folder, open_keys(key_file, passphrase_file), at), **rest)

    return folder_argument(key_option(at_option(answer_options(opened))))


def at_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the moment of an act."""
    return click.option(
        "--at",
        metavar="MOMENT",
        callback=moment_type,
        help="The moment of this act, such as 2026-12-01T17:00Z; left out, now.",
    )(command)


def now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def moment_type(_ctx: click.Context, option: click.Parameter, given: str | None) -> datetime | None:
    """Read a moment in UTC, such as 2026-12-01T17:00Z, with or without seconds."""
    if given is None:
        return None
    whole = f"{given[:-1]}:00Z" if len(given) == 17 and given.endswith("Z") else given
    try:
        return moment(whole, option.human_readable_name)
    except SealError as error:
        raise click.BadParameter(f"{given!r} is no moment in UTC; write it as 2026-12-01T17:00Z.") from error
