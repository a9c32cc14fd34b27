"""``placet report``: the whole case as a document to hand round, PDF or one HTML file."""

from __future__ import annotations

import hashlib
import io
import platform
import shlex
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from placet.case.nouns import Case
from placet.case.read import find_case_file
from placet.case.write import case_text, write_durably
from placet.cli.opening import case_folder, emit, open_case
from placet.cli.options import answer_options, case_argument, day_option
from placet.cli.page import Page
from placet.cli.waiting import ask
from placet.cli.zone_answers import first_glance, watch
from placet.errors import QuestionError
from placet.pictures.report import report, seen_by
from placet.pictures.report_method import Provenance
from placet.pictures.report_pictures import pictures_of
from placet.pictures.report_values import Report
from placet.record.account import account
from placet.record.quotations import check_quotations
from placet.words import message
from placet.zone.solution import Solution, answer
from placet.zone.zone import Zone

SHAPES = (".pdf", ".html")
RESTS_ON = ("highspy", "python-sat", "numpy", "typst")
LISTED = 200
"""So many reasons and ways out are looked for; a report lists fewer, and says whether there are more."""


@click.command()
@case_argument
@click.option(
    "-o",
    "--output",
    "output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    help="Where it is written: a name that ends in .pdf or .html. A file that is there is replaced.",
)
@day_option
@click.option(
    "--as",
    "side",
    metavar="SIDE",
    help="Write what this side may see, and nothing that was worked out from more.",
)
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="Look here too for the sources' files, against which the quotations are held.",
)
@click.option("--no-date", is_flag=True, help="Leave out the day on which the report is made.")
@answer_options
def verb(
    *,
    case_path: str,
    output: Path,
    on: str | None,
    side: str | None,
    sources: Path | None,
    no_date: bool,
    as_json: bool,
    lang: str,
) -> int | None:
    """Write a report of the case to hand round: PDF, or one HTML file that needs no network.

    It holds a page of summary, pictures, the whole answer, who is at the table, the record with its quotations and
    sources, how it was found and what it cannot know, and what is needed to run it again.
    """
    if output.suffix.lower() not in SHAPES:
        raise click.UsageError(f"{output} ends in neither .pdf nor .html; the ending says which is written.")
    whole = open_case(case_path)
    case = seen_by(whole, side)
    zone = Zone(case, on)
    found: list[Solution] = []

    def question() -> dict[str, Any]:
        found.append(answer(zone, limit=LISTED))
        return found[0].to_dict()

    told, code = ask(question, lambda: first_glance(zone), lang, watch(zone))
    # What was interrupted is told as far as it is known, and not drawn.
    pictures = pictures_of(zone, found[0], account(case, on), lang) if found else ()
    made = report(
        case,
        told,
        _origin(case, told["on"], case_path, side, lang=lang, output=output, is_dated=not no_date),
        lang=lang,
        side=side,
        checks=check_quotations(case, case_folder(case_path), sources),
        pictures=tuple(pictures),
    )
    pages = _write(made, output)
    if as_json:
        emit({"case": case.name, "on": told["on"], "as": side, "lang": lang, "file": str(output), "pages": pages})
    elif pages is None:
        Page(lang).paragraph(message("report.written", file=str(output)))
    else:
        Page(lang).paragraph(message("report.written-pages", file=str(output), count=pages))
    return code


def _write(made: Report, output: Path) -> int | None:
    """Write the report, and return how many pages it has if it has pages."""
    pages = None
    if output.suffix.lower() == ".html":
        from placet.pictures.report_html import to_html  # noqa: PLC0415 -- only one of the two is needed

        content = to_html(made).encode()
    else:
        from pypdf import PdfReader  # noqa: PLC0415 -- idem

        from placet.pictures.report_pdf import to_pdf  # noqa: PLC0415 -- idem

        content = to_pdf(made)
        pages = len(PdfReader(io.BytesIO(content)).pages)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        write_durably(content, output)
    except OSError as error:
        raise QuestionError(f"{output}, which cannot be written ({error.strerror})", "a file to write to") from None
    return pages


def _origin(
    case: Case, on: str | None, path: str, side: str | None, *, lang: str, output: Path, is_dated: bool
) -> Provenance:
    return Provenance(
        command=_command(case.name, on, side, lang, output),
        version=version("placet"),
        digest=_digest(case, path, side),
        packages=(("Python", platform.python_version()), *((name, version(name)) for name in RESTS_ON)),
        made_on=date.today().isoformat() if is_dated else None,  # noqa: DTZ011 -- the day where the reader is
    )


def _command(case: str, on: str | None, side: str | None, lang: str, output: Path) -> str:
    """Return the command that makes the report again, without folders, which differ from machine to machine."""
    parts = ["placet", "report", case, "-o", f"report{output.suffix.lower()}"]
    parts += ["--on", on] if on else []
    parts += ["--as", side] if side else []
    parts += ["--lang", lang] if lang != "en" else []
    return shlex.join(parts)


def _digest(case: Case, path: str, side: str | None) -> str:
    """Return the sum of the case file; for a side, of the file that `placet view` would write for it.

    The sum of the whole file would let a side try out guesses of what it may not see.
    """
    content = find_case_file(Path(path)).read_bytes() if side is None else case_text(case).encode()
    return hashlib.sha256(content).hexdigest()
