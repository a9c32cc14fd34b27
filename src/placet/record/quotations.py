"""Quotation checks: whether each quotation of the record stands word for word in its source's file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from placet.case.nouns import Case, Entry, Source
from placet.record.wording import Comparison, compare_words
from placet.words import Message, message

LARGEST = 64 * 1024 * 1024
"""Files beyond this many bytes are not read."""

_NOT_TEXT = frozenset({".htm", ".html", ".xhtml", ".mht", ".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub"})


class Finding(Enum):
    """What checking a quotation found."""

    WORD_FOR_WORD = "word-for-word"
    NOT_THERE = "not-there"
    OTHER_BYTES = "other-bytes"
    NO_SOURCE = "no-source"
    NO_FILE = "no-file"
    NOT_TEXT = "not-text"
    TOO_LARGE = "too-large"


@dataclass(frozen=True)
class QuotationCheck:
    """What checking the quotation of one entry found.

    Parameters
    ----------
    index : int
        The entry's place in the record.
    checked : bool or None
        True: it stands there word for word. False: it does not, or the file is not the one that was cited. None:
        there was nothing to check it against.
    comparison : Comparison or None
        How far the words agree, where they were compared.
    """

    index: int
    checked: bool | None
    finding: Finding
    source: str | None = None
    file: str | None = None
    comparison: Comparison | None = None

    def explain(self) -> tuple[Message, ...]:
        """Return in plain words what was found, and for a failure what to look at."""
        told = message(
            f"record.quotation.{self.finding.value}",
            number=self.index + 1,
            source=self.source or "",
            file=self.file or "",
        )
        stop = self.comparison
        if stop is None or stop.agrees:
            return (told,)
        if not stop.found:
            return told, message("record.quotation.nothing", missing=stop.missing)
        if not stop.instead:
            return told, message("record.quotation.text-ends", found=stop.found, missing=stop.missing)
        return told, message("record.quotation.stops", found=stop.found, missing=stop.missing, instead=stop.instead)

    def to_dict(self) -> dict[str, object]:
        """Return the check as plain data."""
        stop = self.comparison
        return {
            "index": self.index,
            "checked": self.checked,
            "finding": self.finding.value,
            "source": self.source,
            "file": self.file,
            "found": stop.found if stop and not stop.agrees else None,
            "missing": stop.missing if stop and not stop.agrees else None,
            "instead": stop.instead if stop and not stop.agrees else None,
        }


def check_quotations(
    case: Case, folder: str | Path, sources_dir: str | Path | None = None
) -> tuple[QuotationCheck, ...]:
    """Return a check of every quotation in the record, in the order of the file.

    Parameters
    ----------
    folder : path
        The case folder; a source's `file` is looked for there first.
    sources_dir : path, optional
        Where else to look: by the same relative path, then by the file's own name.

    Notes
    -----
    The rule of comparison stands at the head of `placet.record.wording`. Only plain text in UTF-8 is compared: a web
    page or a PDF counts as unchecked, for its words lie between marks and columns that no rule can skip without a
    guess. If the source gives a `sha256` the file's bytes must match it. A link that leads out of the folder is no
    file. Each file is read once.
    """
    places = [Path(folder), *([Path(sources_dir)] if sources_dir is not None else [])]
    opened: dict[str, _Opened] = {}
    found = []
    for entry in case.record:
        if entry.quote is not None:
            source = case.sources.get(entry.source or "")
            if source is not None and source.file is not None and source.id not in opened:
                opened[source.id] = _open(source, source.file, places)
            found.append(_check(entry, source, opened))
    return tuple(found)


@dataclass(frozen=True)
class _Opened:
    """A source's text, or the finding that says why there is none to compare with."""

    text: str
    finding: Finding | None = None


def _check(entry: Entry, source: Source | None, opened: dict[str, _Opened]) -> QuotationCheck:
    if source is None:
        return QuotationCheck(entry.index, None, Finding.NO_SOURCE, entry.source)
    if source.id not in opened:
        return QuotationCheck(entry.index, None, Finding.NO_FILE, source.id)
    held = opened[source.id]
    if held.finding is not None:
        checked = False if held.finding is Finding.OTHER_BYTES else None
        return QuotationCheck(entry.index, checked, held.finding, source.id, source.file)
    comparison = compare_words(entry.quote or "", held.text)
    finding = Finding.WORD_FOR_WORD if comparison.agrees else Finding.NOT_THERE
    return QuotationCheck(entry.index, comparison.agrees, finding, source.id, source.file, comparison)


def _open(source: Source, file: str, places: list[Path]) -> _Opened:
    path = _locate(file, places)
    if path is None:
        return _Opened("", Finding.NO_FILE)
    if path.stat().st_size > LARGEST:
        return _Opened("", Finding.TOO_LARGE)
    content = path.read_bytes()
    if source.sha256 is not None and hashlib.sha256(content).hexdigest() != source.sha256.lower():
        return _Opened("", Finding.OTHER_BYTES)
    start = content[:1024].lstrip().lower()
    if path.suffix.lower() in _NOT_TEXT or start.startswith((b"%pdf-", b"<!doctype html", b"<html")):
        return _Opened("", Finding.NOT_TEXT)
    try:
        return _Opened(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _Opened("", Finding.NOT_TEXT)


def _locate(file: str, places: list[Path]) -> Path | None:
    """Return the file in the case folder, else under the other folder by its path or by its name."""
    for number, place in enumerate(places):
        root = place.resolve()
        for name in [file] if number == 0 else [file, Path(file).name]:
            path = (root / name).resolve()
            if path.is_relative_to(root) and path.is_file():
                return path
    return None
