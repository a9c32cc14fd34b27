"""The archived copy: a source's text is kept beside the case, under a name that never leaves its folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Container
from dataclasses import dataclass, replace
from pathlib import Path

from placet.case.ids import free_id
from placet.case.nouns import Case, Source
from placet.case.paths import leaves_by_link, stays_inside
from placet.case.text import Text
from placet.errors import PlacetError
from placet.reading.sources import Document

FOLDER = "sources"


@dataclass(frozen=True)
class Archived:
    """A source that is kept.

    Parameters
    ----------
    source : Source
        What the case says of it, or would say.
    text : str
        The archived text; every span counts its characters.
    """

    source: Source
    text: str


def fingerprint(document: Document) -> str:
    """Return the SHA-256 of the archived text, in hexadecimal digits."""
    return hashlib.sha256(document.text.encode()).hexdigest()


def known_source(case: Case, document: Document) -> Source | None:
    """Return the source of the case whose fingerprint is that of this document's text, or of its own bytes."""
    prints = {fingerprint(document)}
    if document.kind == "text":
        prints.add(hashlib.sha256(document.original).hexdigest())
    return next((source for source in case.sources.values() if source.sha256 in prints), None)


def describe(document: Document, name: str, taken: Container[str] = ()) -> Source:
    """Return what a case would say of a document: all that it says about itself, under an id not yet taken.

    Parameters
    ----------
    document : Document
        The source.
    name : str
        Its file's name without the ending, or its address: the id when it has no title.
    taken : container of str
        Ids that other sources have.
    """
    words = " ".join((document.title or name).split()[:6])
    return Source(
        free_id(words, taken),
        title=None if document.title is None else Text.plain(document.title),
        publisher=document.publisher,
        url=document.url,
        dated=document.dated,
        lang=document.lang,
        sha256=fingerprint(document),
    )


def archive(document: Document, source: Source, folder: Path) -> Archived:
    """Keep the text of a document in a case folder, and what it was taken from beside it; return both as they are.

    A file that is there is never overwritten: one with the same bytes serves, for any other a new name is found.

    Raises
    ------
    PlacetError
        If the folder leads elsewhere by a link, or the source names a file that holds other words.
    """
    text = document.text.encode()
    if source.file is not None and source.sha256 is not None:
        content = document.original if source.sha256 == hashlib.sha256(document.original).hexdigest() else text
        if _put(folder, source.file, content) is None:
            raise PlacetError(
                f"{folder / source.file} is not the copy that the case cites as the source {source.id}. Move it "
                "elsewhere; the cited copy then takes its place."
            )
        return Archived(source, document.text)
    stem = _plain_name(source.id)
    file = _put_somewhere(folder, stem, ".txt", text)
    if not document.is_its_own_copy:
        suffix = {"html": ".html", "pdf": ".pdf", "text": ".original.txt"}[document.kind]
        _put_somewhere(folder, Path(file).stem, suffix, document.original)
    return Archived(replace(source, file=file, sha256=hashlib.sha256(text).hexdigest()), document.text)


def _plain_name(id_: str) -> str:
    """Return an id as a file name that every system can hold."""
    kept = "".join(letter if letter.isascii() and (letter.isalnum() or letter in "-_") else "-" for letter in id_)
    stem = "-".join(filter(None, kept.split("-"))).lower() or "source"
    return stem if stays_inside(f"{stem}.txt") else f"source-{stem}"


def _put_somewhere(folder: Path, stem: str, suffix: str, content: bytes) -> str:
    number = 1
    while True:
        name = f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"
        if (file := _put(folder, f"{FOLDER}/{name}", content)) is not None:
            return file
        number += 1


def _put(folder: Path, file: str, content: bytes) -> str | None:
    """Write a file unless it is there, and return its path in the case; None if it is there with other bytes."""
    path = folder / file
    if not stays_inside(file) or leaves_by_link(folder, file):
        raise PlacetError(f"{path} leads out of the case folder, perhaps by a link. Remove the link.")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        stream = path.open("xb")
    except FileExistsError:
        return file if path.is_file() and path.read_bytes() == content else None
    try:
        with stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return file
