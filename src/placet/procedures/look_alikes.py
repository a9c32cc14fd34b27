"""Names that look the same and are not: letters of another script, other marks, other ways of Arabic spelling."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from placet.case.spoken import nearest

_ALIKE = str.maketrans(
    {
        # Cyrillic and Greek letters that many fonts draw as Latin ones (Unicode Technical Standard 39).
        **dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ", "ABESIJKMHOPCTYXaesijopcyxdqwh", strict=True)),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ", "ABEZHIKMNOPTYXovp", strict=True)),
        # Ways to write one Arabic letter, in Arabic and Persian keyboards and with or without its hamza or dots.
        **dict(zip("أإآٱىیكکةۀہ", "ااااييككههه", strict=True)),
        "\u0640": None,  # the stroke that only makes an Arabic word longer
        # Marks that keyboards and word processors exchange.
        **dict.fromkeys("’‘ʼ′`´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
    }
)


def skeleton(name: str) -> str:
    """Return what is left of a name when letters that look the same are the same."""
    # Before, for some marks fall apart when they are composed; after, for some letters only then become those above.
    plain = unicodedata.normalize("NFKC", name.translate(_ALIKE)).translate(_ALIKE)
    arabic_marks_off = "".join(letter for letter in plain if not "\u064b" <= letter <= "\u065f")
    return " ".join(arabic_marks_off.casefold().split())


def look_alike(name: str, others: Iterable[str]) -> str | None:
    """Return another name that looks like this one, or None."""
    wanted = skeleton(name)
    return next((other for other in sorted(others) if other != name and skeleton(other) == wanted), None)


def meant_by(name: str, others: Iterable[str]) -> str | None:
    """Return the name that was probably meant: one that looks the same, else the nearest."""
    among = list(others)
    return look_alike(name, among) or nearest(name, among)


def difference(name: str, other: str) -> str:
    """Return in words the first letter in which two names that look the same differ."""
    pairs = enumerate(zip(name, other, strict=False), 1)
    place, letter = next(((at, one) for at, (one, two) in pairs if one != two), (min(len(name), len(other)) + 1, ""))
    letter = letter or name[place - 1 : place]
    called = unicodedata.name(letter, "a letter without a name").lower() if letter else "nothing"
    return f"letter {place} is {called}"
