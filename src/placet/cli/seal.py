"""``placet seal``: seal a side's sheet on its own machine, so that nobody reads it before the round has closed."""

from __future__ import annotations

from pathlib import Path

import click

from placet.audit.agreement import Agreement
from placet.audit.foresight import foresee
from placet.audit.recompute import PEOPLE, check_usable, sheet_from
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.passphrase import key_option, open_keys
from placet.cli.round_folder import read_agreement
from placet.cli.seal_page import tell_foresight
from placet.errors import QuestionError
from placet.procedures.sheets import Sheet, read_sheets
from placet.seal.envelope import read_envelope, seal
from placet.seal.kept import lock_kept
from placet.seal.key_files import write_private
from placet.seal.keys import Keys
from placet.words import message, say


@click.command()
@click.argument("sheet", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--round",
    "round_path",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="The round's agreement.json, as its keeper sent it.",
)
@click.option(
    "--replaces",
    metavar="ENVELOPE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The envelope that you handed in last, if this one takes its place.",
)
@click.option("--dry-run", is_flag=True, help="Only check the sheet and say what the others could work out.")
@click.option("--worksheet", metavar="NAME", help="Which worksheet of an XLSX file is the sheet, if it has several.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The new envelope; left out, SIDE.1.envelope.",
)
@key_option
@answer_options
def verb(
    *,
    sheet: Path,
    round_path: Path,
    replaces: Path | None,
    dry_run: bool,
    worksheet: str | None,
    output: Path | None,
    key_file: Path,
    passphrase_file: Path | None,
    as_json: bool,
    lang: str,
) -> None:
    """Seal SHEET, a CSV or XLSX file as `placet appoint` takes it, into an envelope to hand in.

    The sheet is checked first: one that the procedure could not use would count as silence. Then it is said what the
    others could work out from what will be published. What you sealed is kept beside the envelope, for your own key
    alone.
    """
    agreement = read_agreement(round_path)
    keys = open_keys(key_file, passphrase_file)
    _check_side(agreement, keys)
    (read,) = read_sheets([sheet], worksheet)
    for note in read.notes:
        click.echo(f"warning: {say(note, lang)}", err=True)
    written = sealable(agreement, read)
    check_usable(agreement, sheet_from(agreement, keys.id, written))
    foresight = foresee(agreement, keys.id, written)
    page = Page(lang)
    if dry_run:
        if as_json:
            emit({"side": keys.id, "usable": True, "foresight": foresight.to_dict()})
        else:
            page.paragraph(message("audit.seal.usable"))
            page.show(tell_foresight(foresight))
        return
    sequence, previous = 1, b""
    if replaces is not None:
        last = read_envelope(replaces.read_bytes(), agreement.terms)
        if last.side != keys.id:
            raise QuestionError(f"an envelope of {last.side}", f"one of {keys.id}")
        sequence, previous = last.head.sequence + 1, last.digest
    path = output or Path(f"{keys.id}.{sequence}.envelope")
    kept_path = path.with_suffix(".kept")
    for there in (path, kept_path):
        if there.exists():
            wanted = f"--replaces {path} if it was handed in and this one takes its place, or a new name with -o"
            raise QuestionError(f"{there}, which is there already", wanted)
    envelope, kept = seal(written, agreement.terms, keys, sequence, previous)
    write_private(kept_path, lock_kept(kept, envelope, keys))
    write_private(path, envelope.to_bytes())
    if as_json:
        emit(
            {
                "envelope": str(path),
                "kept": str(kept_path),
                "side": keys.id,
                "sequence": sequence,
                "commitment": envelope.head.commitment.hex(),
                "digest": envelope.digest.hex(),
                "foresight": foresight.to_dict(),
            }
        )
        return
    page.paragraph(message("audit.seal.sealed", file=str(path), closes=f"{agreement.terms.closes:%Y-%m-%d %H:%M} UTC"))
    page.paragraph(message("audit.seal.kept", file=str(kept_path)))
    page.show(tell_foresight(foresight))


def sealable(agreement: Agreement, sheet: Sheet) -> dict[str, object]:
    """Return a sheet as it is sealed: names alone, so that the lines of a file tell nothing."""
    names = {named.name for named in agreement.names}
    struck = [name for name in sheet.strike_order if name in sheet.struck]
    reasons = {entry.name: entry.reason for entry in sheet.entries if entry.reason and entry.name in names}
    people = {entry.name: entry.person for entry in sheet.entries if entry.person and entry.name in names}
    written: dict[str, object] = {"strikes": struck, "ranking": list(sheet.ranking), "reasons": reasons}
    return {**written, PEOPLE: people} if people else written


def _check_side(agreement: Agreement, keys: Keys) -> None:
    """Refuse keys that are not those of a side before anything is read."""
    card = agreement.terms.sides.get(keys.id)
    if card != keys.card:
        raise QuestionError(
            f"the keys of {keys.id}" + (", which are others than the agreement has" if card else ""),
            f"those of a side: {', '.join(sorted(agreement.terms.sides))}",
        )
