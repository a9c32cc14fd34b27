"""Plain text: its encoding, its title, and in which language it is."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter

from placet.errors import PlacetError
from placet.reading.sources import Document, clean, one_line

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON_WORDS = {
    "en": "the of and to in that is was for it with as his on be by he had not are but from have they said",
    "fr": "le la les des et est une dans que qui pour pas sur au par avec il ce du ont été aux sont mais dit",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es hat wird sagte",
}
_SCRIPTS = {"ARABIC": "ar", "CYRILLIC": "ru"}


def read_plain(content: bytes, name: str, *, charset: str | None = None) -> Document:
    """Return the document in a plain text.

    Raises
    ------
    PlacetError
        If the bytes are no text, or hold no letter.
    """
    text = clean(decode(content, name, charset))
    if not any(letter.isalpha() for letter in text):
        raise PlacetError(f"{name} holds no words.")
    return Document("text", text, content, title=first_title(text), lang=language_of(text))


def decode(content: bytes, name: str, charset: str | None = None) -> str:
    """Return the text in some bytes: as its byte order mark says, as `charset` says, as UTF-8, else as Windows-1252.

    Raises
    ------
    PlacetError
        If none of them fits.
    """
    named = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    for encoding in filter(None, (named, charset, "utf-8", "windows-1252")):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if "\0" not in text:
            return text
    raise PlacetError(f"{name} is neither text in UTF-8 nor a web page nor a PDF. Save it as one of these.")


def first_title(text: str) -> str | None:
    """Return the first line that can be a title: a few words in a line of their own, not all in capitals."""
    for line in text.split("\n")[:20]:
        words = line.split()
        if len(words) >= 2 and not line.isupper():
            return one_line(line) if len(words) <= 25 else None
    return None


def language_of(text: str) -> str | None:
    """Return the language of a text, by its script and its commonest words; None when that does not tell.

    Notes
    -----
    Arabic and Cyrillic letters are taken for Arabic and Russian. Looks at the first 20,000 characters.
    """
    sample = text[:20_000]
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in sample if letter.isalpha())
    if not scripts:
        return None
    script = scripts.most_common(1)[0][0]
    if script != "LATIN":
        return _SCRIPTS.get(script)
    words = Counter(re.findall(r"\w+", sample.lower()))
    counts = {lang: sum(words[word] for word in common.split()) for lang, common in _COMMON_WORDS.items()}
    best = max(counts, key=lambda lang: counts[lang])
    others = [count for lang, count in counts.items() if lang != best]
    return best if counts[best] >= 3 and counts[best] > 1.5 * max(others) else None
