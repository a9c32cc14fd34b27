"""Names and titles in several languages, kept exactly as they were written."""

from __future__ import annotations

from dataclasses import dataclass

UNSTATED = ""
"""The language of a name that was written as a plain string."""


@dataclass(frozen=True)
class Text:
    """The same words in one or more languages.

    Parameters
    ----------
    entries : tuple of (str, str)
        Pairs of language tag and words, in the order of the file; a plain string has the tag ``""``.
    """

    entries: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, words: str) -> Text:
        """Return words whose language is not stated."""
        return cls(((UNSTATED, words),))

    def say(self, lang: str = "en") -> str:
        """Return the words in `lang`; failing that in English; failing that the first that were given."""
        by_language = dict(self.entries)
        for wanted in (lang, lang.split("-", maxsplit=1)[0], "en"):
            if wanted in by_language:
                return by_language[wanted]
        return self.entries[0][1]

    def __str__(self) -> str:
        return self.say()
