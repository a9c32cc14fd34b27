"""The lexicons of the reading room: plain lists of words, kept as data beside the code."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the lexicon `name` (``speech``, ``stance``, ``offices``, ...) as plain data. Read once."""
    words = files("placet.reading").joinpath("data", f"{name}.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(words)
    return found


def languages_of(name: str, lang: str) -> Any:
    """Return a lexicon's part for `lang` (``en-GB`` counts as ``en``); an unknown language gets the English one."""
    words = lexicon(name)
    return words.get(lang.split("-", maxsplit=1)[0].lower(), words["en"])


@cache
def small_words(name: str) -> frozenset[str]:
    """Return one of the lists of small words (``words.yaml``), such as ``pronouns``."""
    return frozenset(lexicon("words")[name].split())
