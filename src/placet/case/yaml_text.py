"""Plain values become YAML that people read easily and that readers of YAML 1.1 and 1.2 understand alike."""

from __future__ import annotations

import json
import re
import unicodedata
from fractions import Fraction
from typing import Any

import yaml

from placet.case.tree import Scalar
from placet.errors import QuestionError

WIDTH = 120

_RESOLVER = yaml.resolver.Resolver()
_STEERING = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def document(sections: dict[str, Any]) -> str:
    """Return a document whose sections of named values or entries have a line (or more) for each of these.

    Parameters
    ----------
    sections : dict
        Nested dictionaries, lists, str, int, Fraction, bool and None.
    """
    lines: list[str] = []
    for name, value in sections.items():
        is_section = isinstance(value, list) or (
            isinstance(value, dict) and all(isinstance(part, dict) for part in value.values())
        )
        if is_section:
            lines.append(f"{name}:")
            lines.extend(_block(value, 2))
        else:
            lines.extend(_named(name, value, 0))
    return "\n".join(lines) + "\n"


def _block(value: Any, indent: int) -> list[str]:
    lines: list[str] = []
    if isinstance(value, dict):
        for name, part in value.items():
            lines.extend(_named(name, part, indent))
        return lines
    for part in value:
        inline = flow(part)
        if fits(inline, indent + 2) or not isinstance(part, dict | list) or not part:
            lines.append(f"{' ' * indent}- {inline}")
            continue
        below = _block(part, indent + 2)
        below[0] = f"{' ' * indent}- {below[0].lstrip(' ')}"
        lines.extend(below)
    return lines


def _named(name: str, value: Any, indent: int) -> list[str]:
    key = f"{' ' * indent}{scalar(name)}:"
    inline = flow(value)
    if fits(inline, len(key) + 1) or not isinstance(value, dict | list) or not value:
        return [f"{key} {inline}".rstrip(" ")]
    return [key, *_block(value, indent + 2)]


def fits(inline: str, column: int) -> bool:
    """Whether a piece that begins at a column fits on the line."""
    return column + len(inline) <= WIDTH


def flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{scalar(name)}: {flow(part)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(part) for part in value) + "]"
    return scalar(value)


def scalar(value: Any) -> str:
    """Return one word, number, truth value or nothing."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Fraction):
        return decimal(Fraction(value))
    return value if is_plain(value) else quoted(value)


def is_plain(words: str) -> bool:
    """Whether words mean themselves without quotation marks, in YAML 1.1 and 1.2, in a line and in a block."""
    if not words or not (words[0].isalnum() or words[0] == "_") or words.endswith(" "):
        return False
    marks = [letter for letter in words if not letter.isalnum() and letter not in " _.-/()'%+–—’"]
    if any(unicodedata.category(mark)[0] != "M" for mark in marks):
        return False
    if words in {"y", "Y", "n", "N"} or not isinstance(Scalar(words, is_plain=True, line=1, column=1).value, str):
        return False
    tag = _RESOLVER.resolve(yaml.ScalarNode, words, (True, False))  # type: ignore[no-untyped-call]  # not in its stubs
    return bool(tag == "tag:yaml.org,2002:str")


def quoted(words: str) -> str:
    """Return words in quotation marks; letters of every script stay as they are."""
    if '"' in words and words.isprintable():
        return "'" + words.replace("'", "''") + "'"
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04X}", json.dumps(words, ensure_ascii=False))


def decimal(number: Fraction) -> str:
    """Return an exact decimal.

    Raises
    ------
    QuestionError
        If the number has no end as a decimal, such as 1/3.
    """
    rest, places = number.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for prime in (2, 5):
        while rest % prime == 0:
            rest, places = rest // prime, places + 1
    if rest != 1:
        raise QuestionError(f"the number {number}", "a number that ends as a decimal, such as 0.25")
    digits = str(abs(number.numerator) * 10**places // number.denominator).rjust(places + 1, "0")
    whole, fraction = (digits[:-places], digits[-places:].rstrip("0")) if places else (digits, "")
    return f"{'-' if number < 0 else ''}{whole}{'.' if fraction else ''}{fraction}"
