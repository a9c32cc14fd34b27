"""Sources: the bytes of a page, a PDF or a text become a document: its plain text, and what it says about itself."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from placet.case.dates import When
from placet.errors import PlacetError

Kind = Literal["text", "html", "pdf"]

LARGEST = 64 * 1024 * 1024
"""Bytes. What is larger is no source that a person can confirm statement by statement."""

LONGEST_TITLE = 300

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_DIRECTING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Document:
    """A source that has been read.

    Parameters
    ----------
    kind : str
        ``text``, ``html`` or ``pdf``.
    text : str
        Its main text, in which every quotation is looked up: one kind of line end, no control characters.
    original : bytes
        What was read.
    title, publisher, url, lang : str or None
        What it says of itself; None where it says nothing.
    dated : When or None
        When it was published, if it says so.
    """

    kind: Kind
    text: str
    original: bytes
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    dated: When | None = None
    lang: str | None = None

    @property
    def is_its_own_copy(self) -> bool:
        """Whether the bytes that were read are the text in UTF-8, so that one copy serves for both."""
        return self.original == self.text.encode()


def read_source(content: bytes, name: str, *, url: str | None = None, media_type: str | None = None) -> Document:
    """Return the document in some bytes.

    Parameters
    ----------
    content : bytes
        A web page, a PDF or plain text.
    name : str
        The file's name or the address, for messages.
    url : str, optional
        Where it was fetched from.
    media_type : str, optional
        What the server called it, such as ``text/html; charset=utf-8``; left out, the bytes themselves tell.

    Raises
    ------
    PlacetError
        If it is too large, empty, no text in any form that is known, or holds no article.
    """
    if len(content) > LARGEST:
        most = f"{LARGEST // 2**20} MB"
        raise PlacetError(f"{name} has more than {most}. Give the part that matters as a file of its own.")
    if not content.strip():
        raise PlacetError(f"{name} is empty.")
    kind = kind_of(content, name, media_type)
    if kind == "pdf":
        from placet.reading.pdf_text import read_pdf  # noqa: PLC0415 -- heavy, and most sources are no PDF

        document = read_pdf(content, name)
    elif kind == "html":
        from placet.reading.html_text import read_html  # noqa: PLC0415 -- heavy, and a text needs none of it

        document = read_html(content, name, url=url, charset=charset_of(media_type))
    else:
        from placet.reading.plain_text import read_plain  # noqa: PLC0415 -- it imports this room's values

        document = read_plain(content, name, charset=charset_of(media_type))
    return replace(document, url=url)


def kind_of(content: bytes, name: str, media_type: str | None = None) -> Kind:
    """Tell a PDF and a web page from plain text by their first bytes, then by what the server or the name says.

    Raises
    ------
    PlacetError
        If it is a file of another program, such as a word processor's.
    """
    start = content[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"%pdf-" in content[:1024].lower():
        return "pdf"
    for mark, what in _OTHERS:
        if content.startswith(mark):
            raise PlacetError(f"{name} is {what}. Save it as PDF or as plain text, and read that.")
    suffix = PurePosixPath(name.split("?", 1)[0]).suffix.lower()
    called = (media_type or "").split(";", 1)[0].strip().lower()
    if start.startswith((b"<!doctype html", b"<html")) or called in {"text/html", "application/xhtml+xml"}:
        return "html"
    if suffix in {".htm", ".html", ".xhtml"} or (start.startswith((b"<?xml", b"<!--")) and b"<html" in start):
        return "html"
    return "text"


_OTHERS = (
    (b"PK\x03\x04", "a packed file, such as a word processor's"),
    (b"\xd0\xcf\x11\xe0", "a file of an older word processor"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a packed file"),
)


def charset_of(media_type: str | None) -> str | None:
    """Return the encoding that a media type names."""
    found = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", media_type or "", re.IGNORECASE)
    return found[1] if found else None


def clean(text: str) -> str:
    """Return text with one kind of line end and without control characters; nothing else changes."""
    return _CONTROL.sub("", _LINE_END.sub("\n", text))


def one_line(words: str | None) -> str | None:
    """Return words that can stand as a title or a name: one line, no signs that steer direction; None if nothing."""
    plain = _DIRECTING.sub("", clean(words or ""))
    line = unicodedata.normalize("NFC", " ".join(plain.split()))
    return line[:LONGEST_TITLE].rstrip() or None
