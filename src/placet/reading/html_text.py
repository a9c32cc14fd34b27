"""Web pages: the article without menus and advertisements, and what the page says about itself."""

from __future__ import annotations

import codecs
import re
import warnings
from typing import Any

from placet.case.dates import When, parse_when
from placet.errors import PlacetError
from placet.reading.plain_text import decode, language_of
from placet.reading.sources import Document, clean, one_line

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_PAGE_LANG = re.compile(r"<html[^>]{0,500}?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…؟。！？।][\"'”’»)\]]*(?:\s|$)")
_LETTERS_OF_A_SENTENCE = 25
_STATED_DATES_ONLY = {"extensive_search": False, "original_date": True, "max_date": "2999-12-31"}
"""A date is taken from where a page states it, never guessed from its words."""


def read_html(content: bytes, name: str, *, url: str | None = None, charset: str | None = None) -> Document:
    """Return the article of a web page.

    Raises
    ------
    PlacetError
        If there is no article on the page.
    """
    named = _META_CHARSET.search(content[:4096])
    # Stray zero bytes occur in old pages; in UTF-16, which begins with its mark, they are half of every letter.
    is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    page = decode(
        content if is_wide else content.replace(b"\0", b""), name, charset or (named[1].decode() if named else None)
    )
    held = _extract(page, url)
    text = clean(getattr(held, "text", None) or "")
    links = _link_texts(page)
    lines = [line.strip() for line in text.split("\n") if line.strip() and " ".join(line.split()) not in links]
    if not any(_is_sentence(line) for line in lines):
        raise PlacetError(
            f"{name} holds no article that can be told from its menus and advertisements. Copy the words that matter "
            "into a text file, and read that."
        )
    text = "\n\n".join(lines) + "\n"
    stated = _PAGE_LANG.search(page[:4096])
    return Document(
        "html",
        text,
        content,
        title=one_line(held.title),
        publisher=one_line(held.sitename),
        dated=_day(held.date),
        lang=stated[1].lower() if stated else language_of(text),
    )


def _extract(page: str, url: str | None) -> Any:
    with warnings.catch_warnings():
        # What the extractor's own libraries are to mend some day is no news for the reader of an article.
        warnings.simplefilter("ignore")
        import trafilatura  # noqa: PLC0415 -- a third of a second

        return trafilatura.bare_extraction(
            page,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_STATED_DATES_ONLY),
        )


def _link_texts(page: str) -> frozenset[str]:
    """Return the words of every link: a line that is nothing else is a menu or an advertisement."""
    from lxml import etree, html  # noqa: PLC0415 -- heavy, as above

    try:
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return frozenset()
    return frozenset(" ".join(link.text_content().split()) for link in tree.iter("a"))


def _is_sentence(line: str) -> bool:
    return sum(map(str.isalpha, line)) >= _LETTERS_OF_A_SENTENCE and _SENTENCE_END.search(line) is not None


def _day(stated: str | None) -> When | None:
    try:
        return parse_when(stated) if stated else None
    except ValueError:
        return None
