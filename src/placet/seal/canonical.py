"""Canonical bytes (RFC 8785) of texts, truths, lists and objects; numbers are refused, languages round them apart."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import rfc8785

from placet.seal.faults import SealError

Plain = str | bool | list["Plain"] | dict[str, "Plain"]
"""What may be signed or sealed: a number is written as text, since languages round numbers differently."""

MOST_BYTES = 4 * 1024 * 1024
DEEPEST = 16


def canonical(value: Any) -> bytes:
    """Return the one way to write a value: keys sorted, no spaces, UTF-8.

    Tuples are written as lists and mappings as objects. A number, a null, a lone surrogate or nesting below 16 levels
    is refused with a `SealError`.
    """
    return _written(plain(value))


def _written(value: Plain) -> bytes:
    try:
        return rfc8785.dumps(value)
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as error:
        raise SealError(f"text that is not Unicode ({error})", "plain text") from error


def plain(value: Any, depth: int = 0) -> Plain:
    """Return the value with its tuples as lists and its mappings as objects, or say what cannot be sealed."""
    if depth > DEEPEST:
        raise SealError(f"more than {DEEPEST} levels of nesting", f"at most {DEEPEST}")
    match value:
        case bool() | str():
            return value
        case list() | tuple():
            return [plain(item, depth + 1) for item in value]
        case Mapping():
            if wrong := [key for key in value if not isinstance(key, str)]:
                raise SealError(f"the key {wrong[0]!r}", "keys that are text")
            return {key: plain(item, depth + 1) for key, item in value.items()}
        case _:
            raise SealError(f"{value!r}", "text, true or false, lists and objects only; write a number as text")


def read_canonical(data: bytes, what: str) -> dict[str, Any]:
    """Return the object that canonical bytes write down, refusing every other way to write it.

    So one meaning has one form: a byte that is added, dropped or changed gives another value or an error, never the
    same value. `what` names the thing in the error, such as "the envelope".
    """
    if len(data) > MOST_BYTES:
        raise SealError(f"{what} of {len(data):,} bytes", f"at most {MOST_BYTES:,} bytes")
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise SealError(f"a file that is not JSON in the place of {what}", "the file as it was handed out") from error
    except ValueError as error:
        raise SealError(f"{what}, in which {error}", "the file as it was handed out, unchanged") from error
    if not isinstance(value, dict):
        raise SealError(f"{what} that is not an object", "the file as it was handed out, unchanged")
    if canonical(value) != data:
        raise SealError(f"{what} written in another way than it was signed", "the file, byte for byte")
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen = dict(pairs)
    if len(seen) != len(pairs):
        raise ValueError("a key stands there twice")
    return seen
