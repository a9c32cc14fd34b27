"""``placet record``: who demands what, since when, in which words, from which source?"""

from __future__ import annotations

from pathlib import Path

import click

from placet.cli.opening import case_folder, emit, open_case
from placet.cli.options import answer_options, case_argument, day_option
from placet.cli.page import Page
from placet.cli.picture_files import Files, picture_options
from placet.cli.record_page import tell_account
from placet.cli.run import CHECK_FAILED
from placet.record.account import account
from placet.record.quotations import QuotationCheck, check_quotations


@click.command()
@case_argument
@day_option
@click.option(
    "--check",
    "is_check",
    is_flag=True,
    help="Hold every quotation against its source, word for word; exit with 1 if one does not stand there.",
)
@click.option(
    "--sources",
    metavar="DIR",
    type=click.Path(file_okay=False, exists=True, path_type=Path),
    help="With --check: look here too for the sources' files.",
)
@picture_options("who demanded what and when")
@answer_options
def verb(
    *,
    case_path: str,
    on: str | None,
    is_check: bool,
    sources: Path | None,
    files: Files,
    as_json: bool,
    lang: str,
) -> int | None:
    """Say who demands what, since when, in which words, and where sources disagree."""
    if sources is not None and not is_check:
        raise click.UsageError("--sources says where to look for --check; give both.")
    case = open_case(case_path)
    checks: tuple[QuotationCheck, ...] = ()
    if is_check:
        checks = check_quotations(case, case_folder(case_path), sources)
    told = account(case, on, checks)
    if as_json:
        emit({**told.to_dict(), "checks": [check.to_dict() for check in checks]})
    else:
        Page(lang).show(tell_account(told))
    if files:
        from placet.pictures.timeline import timeline  # noqa: PLC0415 -- drawing is imported when it is asked for

        files.write(timeline(told, lang=lang, size=files.size))
    return CHECK_FAILED if told.failed else None
