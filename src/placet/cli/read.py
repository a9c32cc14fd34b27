"""``placet read``: draft the statements that a source holds, and confirm them one by one."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import click

from placet.case.dates import When, parse_when
from placet.cli.confirming import Desk, confirm
from placet.cli.opening import case_folder, emit, open_case
from placet.cli.options import answer_options, case_argument
from placet.cli.page import Page
from placet.cli.waiting import waiting
from placet.errors import PlacetError
from placet.reading.drafts_file import drafts_path, to_dict
from placet.reading.sources import LARGEST, Document, read_source
from placet.words import message


@click.command()
@click.argument("source", metavar="FILE|URL")
@case_argument
@click.option(
    "--dated", metavar="DAY", help="When the source was published, such as 2013-05-08; it tells what Tuesday is."
)
@click.option("--title", help="What the source is called; left out, what it says itself.")
@click.option("--publisher", help="Who published it; left out, what it says itself.")
@click.option(
    "--written-in", metavar="LANG", help="The language of the source, such as fr; left out, it is recognised."
)
@click.option("--pipeline", metavar="NAME", help="For English: the spaCy pipeline that reads what sentences retell.")
@answer_options
def verb(
    *,
    source: str,
    case_path: str,
    dated: str | None,
    title: str | None,
    publisher: str | None,
    written_in: str | None,
    pipeline: str | None,
    as_json: bool,
    lang: str,
) -> int | None:
    """Draft the statements that a source holds, and confirm them one by one.

    The source is a web page, a PDF or a plain text, as a file or as an address that begins with http. A copy of its
    text is kept in the case folder. Nothing enters the record that you have not accepted, and after an interruption
    the same command goes on where you stopped.
    """
    case, folder, page = open_case(case_path), case_folder(case_path), Page(lang)
    with waiting(message("read.waiting", source=source), lang):
        from placet.reading.drafting import draft_source  # noqa: PLC0415 -- not before there is a source

        document = _described(_read(source), dated, title, publisher, written_in)
        archived, kept = draft_source(case, folder, document, source, pipeline=pipeline)
    if as_json:
        emit({"case": case.name, "file": drafts_path(folder, kept.source).as_posix(), **to_dict(kept)})
        return None
    return confirm(Desk(case_path, folder, archived, page), kept)


def _read(source: str) -> Document:
    if re.match(r"https?://", source, re.IGNORECASE):
        from placet.reading.fetching import fetch  # noqa: PLC0415 -- nothing of the network unless it is asked for

        page = fetch(source)
        return read_source(page.content, source, url=page.url, media_type=page.media_type)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+://", source):
        raise PlacetError(f"{source} is no file, and only addresses that begin with http:// or https:// are fetched.")
    with Path(source).open("rb") as stream:
        return read_source(stream.read(LARGEST + 1), source)


def _described(
    document: Document, dated: str | None, title: str | None, publisher: str | None, lang: str | None
) -> Document:
    """Return the document with what the person says about it in place of what it says itself."""
    if lang is not None and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", lang):
        raise click.BadParameter(
            f"{lang!r} is no language tag; write one such as en, ar or fr.", param_hint="--written-in"
        )
    return replace(
        document,
        dated=document.dated if dated is None else _day(dated),
        title=title or document.title,
        publisher=publisher or document.publisher,
        lang=document.lang if lang is None else lang.lower(),
    )


def _day(words: str) -> When:
    try:
        return parse_when(words)
    except ValueError as mistake:
        raise click.BadParameter(f"{words!r}: {mistake}.", param_hint="--dated") from None
