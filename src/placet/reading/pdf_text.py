"""PDF: its text page by page, put back into paragraphs, without the lines that head and foot every page."""

from __future__ import annotations

import io
import itertools
import logging
import re
from collections import Counter
from statistics import median
from typing import TYPE_CHECKING

from placet.errors import PlacetError
from placet.reading.plain_text import first_title, language_of
from placet.reading.sources import Document, clean, one_line

if TYPE_CHECKING:
    import pypdf

MOST_PAGES = 3000
_LETTERS_OF_A_PAGE = 20
"""A page with fewer letters than this on average is a picture of a page."""

_PARAGRAPH_END = re.compile(r"[.!?:…؟。][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(\w+)[-\u2010]$")
_NO_TITLE = re.compile(r"untitled|microsoft|\.(?:docx?|pdf|indd|qxd|rtf|odt)\b", re.IGNORECASE)


def read_pdf(content: bytes, name: str) -> Document:
    """Return the document in a PDF.

    Raises
    ------
    PlacetError
        If it is damaged, locked with a password, has too many pages, or holds only pictures of pages.
    """
    pages, title = _pages(content, name)
    letters = sum(sum(map(str.isalpha, page)) for page in pages)
    if letters < _LETTERS_OF_A_PAGE * len(pages):
        raise PlacetError(
            f"{name} holds pictures of pages and no text. Let a program for optical character recognition, such as "
            "ocrmypdf, write the text into it, check that text, and read the new file."
        )
    text = joined([clean(page) for page in pages])
    stated = None if title is None or _NO_TITLE.search(title) else one_line(title)
    return Document("pdf", text, content, title=stated or first_title(text), lang=language_of(text))


def _pages(content: bytes, name: str) -> tuple[list[str], str | None]:
    import pypdf  # noqa: PLC0415 -- heavy, and most sources are no PDF
    from pypdf.errors import DependencyError, PyPdfError  # noqa: PLC0415 -- idem

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        _refuse(reader, name)
        title = reader.metadata.title if reader.metadata is not None else None
        return [page.extract_text() for page in reader.pages], title if isinstance(title, str) else None
    except DependencyError as mistake:
        raise PlacetError(
            f"{name} is locked in a way that cannot be opened here. Save a copy without a lock."
        ) from mistake
    except PlacetError:
        raise
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        RecursionError,
        OSError,
    ) as mistake:
        # A damaged file can fail anywhere in the library that reads it.
        raise PlacetError(f"{name} is a damaged PDF. Open it, print it to a new PDF, and read that.") from mistake


def _refuse(reader: pypdf.PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise PlacetError(f"{name} is locked with a password. Save a copy without one, and read that.")
    if len(reader.pages) > MOST_PAGES:
        raise PlacetError(f"{name} has more than {MOST_PAGES} pages. Save those that matter as a file of their own.")


def joined(pages: list[str]) -> str:
    """Return the pages' text as paragraphs with an empty line between them.

    A line ends a paragraph if it is short and ends as a sentence does, or if an empty line follows. The word at the
    end of a line loses its hyphen only if the text has it elsewhere without one and never with one.
    """
    lines = [line.strip() for page in _without_running_lines(pages) for line in page]
    widths = [len(line) for line in lines if line]
    full = 0.75 * median(sorted(widths)[len(widths) // 2 :]) if widths else 0
    whole = "\n".join(lines).lower()
    words = set(re.findall(r"\w+(?:[-\u2010]\w+)*", whole))
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line:
            paragraphs[-1].append(line)
        if not line or (len(line) < full and _PARAGRAPH_END.search(line)):
            paragraphs.append([])
    return "\n\n".join(_paragraph(part, words) for part in paragraphs if part) + "\n"


def _paragraph(lines: list[str], words: set[str]) -> str:
    """Return lines as one."""
    joined_up = (_before_break(line, following, words) for line, following in itertools.pairwise(lines))
    return "".join([*joined_up, lines[-1]])


def _before_break(line: str, following: str, words: set[str]) -> str:
    """Return a line as it goes on into the following one."""
    if line.endswith("\u00ad"):
        return line[:-1]
    broken, rest = _BROKEN_WORD.search(line), re.match(r"\w+", following)
    if broken is None or rest is None or not following[0].islower():
        return f"{line} "
    solid, hyphened = f"{broken[1]}{rest[0]}".lower(), f"{broken[1]}-{rest[0]}".lower()
    return line[:-1] if solid in words and hyphened not in words else line


def _without_running_lines(pages: list[str]) -> list[list[str]]:
    """Return the lines of each page without those that stand first or last on most pages, numbers aside."""
    split = [page.strip("\n").split("\n") for page in pages]
    edges = Counter(key for lines in split for key in {_key(lines[0]), _key(lines[-1])} if lines)
    running = {key for key, count in edges.items() if len(pages) >= 4 and count > 0.6 * len(pages)}
    kept = []
    for lines in split:
        start = 1 if _key(lines[0]) in running else 0
        end = len(lines) - 1 if len(lines) > start and _key(lines[-1]) in running else len(lines)
        kept.append(lines[start:end])
    return kept


def _key(line: str) -> str:
    return re.sub(r"\d+", "#", line).strip()
