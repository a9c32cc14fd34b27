"""What the YAML parser trips over, said so that somebody who never saw YAML can mend it."""

from __future__ import annotations

import re

import yaml

from placet.errors import Fault

_LINE_BREAK = re.compile(r"\r\n|\r|\n")

_COLON = (
    "a second colon in one line",
    "one name, a colon and its words, in quotation marks if the words hold a colon",
)
_COLUMN = (
    "a line that does not begin in the same column as its neighbours",
    "all names of one list to begin in the same column",
)
_AFTER = (
    "more words after a closing quotation mark",
    "the end of the line (a quotation mark within words is written twice)",
)
_RULES: tuple[tuple[str, str, str], ...] = (
    (
        r"nesting|depth",
        "too many lists within each other",
        "a simpler structure",
    ),
    (
        r"could not find expected ':'",
        "a line without a colon",
        "a name, a colon, a space and then its words",
    ),
    (
        r"[Ee]xpected ',' or '}'",
        "something after a value",
        'a comma before the next name, or "}" at the end of the named values',
    ),
    (
        r"[Ee]xpected ',' or '\]'",
        "something after a value",
        'a comma before the next value, or "]" at the end of the list',
    ),
    (
        r"quoted scalar.*(?:unexpected end of stream|document separator|document indicator)",
        "quotation marks that are never closed",
        "a closing quotation mark",
    ),
    (
        r"quoted scalar",
        "an escape after a backslash that names no character",
        "two backslashes for one, or single quotation marks around the words",
    ),
    (
        r"sequence entries are not allowed",
        'a "-" in the middle of a line',
        'every item of the list on a line of its own, begun with "- "',
    ),
    (
        r"cannot start any token",
        "a sign that no word can begin with",
        "the words in quotation marks",
    ),
    (
        r"scanning an alias|scanning an anchor|a tag",
        'a word that begins with "*", "&" or "!"',
        "the words in quotation marks",
    ),
    (
        r"directive|incompatible",
        'a line that begins with "%"',
        "a case without such lines",
    ),
    (
        r"node content",
        "a sign of YAML where words should stand",
        "words, in quotation marks if they begin with a sign",
    ),
    (
        r"block scalar",
        'words right after "|" or ">"',
        "the words on the lines below, moved to the right",
    ),
    (
        r"block collection",
        "a line that does not continue the list above",
        'every item of the list begun with "- " in the same column',
    ),
    (
        r"document start",
        "more after the end of the case",
        "one case in a file",
    ),
)
_UNREADABLE = ("something that cannot be read", "names, colons and words in the order of the examples")


def explain(error: yaml.YAMLError, file: str, text: str) -> Fault:
    """Return the fault for an error of PyYAML.

    Parameters
    ----------
    error : yaml.YAMLError
        What PyYAML raised.
    file : str
        The file's name for the message.
    text : str
        The text that was being read.
    """
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(file, 1, 1, *_UNREADABLE)
    says = f"{error.context or ''}; {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if error.context_mark is not None and ("quoted scalar" in says or "':'" in says):
        mark = error.context_mark
    if mark is None:
        return Fault(file, 1, 1, *_UNREADABLE)
    found, expected = _explain(says, *_around(text, mark.line, mark.column))
    return Fault(file, mark.line + 1, mark.column + 1, found, expected)


def _around(text: str, line: int, column: int) -> tuple[str, str]:
    """Return what stands on the line before the mark, and from the mark on."""
    lines = _LINE_BREAK.split(text)
    at = lines[line] if line < len(lines) else ""
    return at[:column], at[column:]


def _explain(says: str, before: str, after: str) -> tuple[str, str]:
    if after.startswith("\t") or before.endswith("\t"):
        return "a tab", "spaces (lines are moved to the right with spaces, never with tabs)"
    if "mapping values" in says:
        return _COLON if ":" in before else _COLUMN
    if "block mapping" in says:
        return _AFTER if before.strip() else _COLUMN
    for pattern, found, expected in _RULES:
        if re.search(pattern, says):
            return found, expected
    return _UNREADABLE
