"""The folder in which a round is kept: the agreement that all have, and the ledger in one SQLite file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from placet.audit.agreement import Agreement, agreement_from
from placet.audit.desk import Desk
from placet.errors import QuestionError
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


def open_desk(folder: Path, keys: Keys, at: datetime | None) -> Desk:
    """Return the desk of a round that was begun in this folder."""
    agreement = read_agreement(folder)
    if not (folder / LEDGER).is_file():
        raise QuestionError(f"no ledger in {folder}", "the folder in which `placet round new` began the round")
    return Desk(open_sqlite(folder / LEDGER, agreement.origin), agreement, keys, lambda: at or now())


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
