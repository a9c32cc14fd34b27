"""Reading the fields of a signed object: exactly these keys, texts, byte strings in lower-case hexadecimal."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from placet.seal.faults import SealError

ID = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}")
HEX = re.compile(r"(?:[0-9a-f]{2})*")
WHOLE = re.compile(r"0|[1-9][0-9]{0,17}")


def check_keys(value: Any, keys: Collection[str], what: str) -> Mapping[str, Any]:
    """Return the value as an object that has exactly these keys."""
    if not isinstance(value, Mapping):
        raise SealError(f"{what} that is not an object", "an object")
    if extra := sorted(value.keys() - set(keys)):
        raise SealError(f"{what} with the unknown key {extra[0]}", f"the keys {', '.join(sorted(keys))}")
    if missing := sorted(set(keys) - value.keys()):
        raise SealError(f"{what} without {missing[0]}", f"the keys {', '.join(sorted(keys))}")
    return value


def text(value: Any, what: str) -> str:
    """Return a text."""
    if not isinstance(value, str):
        raise SealError(f"{what} that is not a text", "a text")
    return value


def identifier(value: Any, what: str) -> str:
    """Return an id of plain Latin letters, so that no two ids look alike on a screen.

    A case may have ids in any script; those who sign need plain ones, and have their names beside them.
    """
    if not isinstance(value, str) or not ID.fullmatch(value):
        raise SealError(f"the {what} {value!r}", "1 to 64 plain letters, digits, dots, dashes and underscores")
    return value


def raw(value: Any, what: str, size: int | None = None) -> bytes:
    """Return bytes written in lower-case hexadecimal, of a given size if there is one."""
    if not isinstance(value, str) or not HEX.fullmatch(value):
        raise SealError(f"{what} that is not lower-case hexadecimal", "the bytes as they were written")
    found = bytes.fromhex(value)
    if size is not None and len(found) != size:
        raise SealError(f"{what} of {len(found)} bytes", f"{size} bytes")
    return found


def whole(value: Any, what: str) -> int:
    """Return a whole number written as decimal text without leading zeros."""
    if not isinstance(value, str) or not WHOLE.fullmatch(value):
        raise SealError(f"the {what} {value!r}", "a whole number written as text")
    return int(value)


def pairs(value: Any, what: str) -> Mapping[str, Any]:
    """Return an object with any keys."""
    if not isinstance(value, Mapping):
        raise SealError(f"{what} that are not an object", "an object")
    return value


def items(value: Any, what: str) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise SealError(f"{what} that is not a list", "a list")
    return value


def skeleton(name: str) -> str:
    """Return what is left of an id when all that looks alike is made equal: case, 0 and O, 1 and l and I, - and _."""
    return name.casefold().translate(_LOOKS).replace("rn", "m").replace("vv", "w")


_LOOKS = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "_": "-", ".": "-"})


def check_apart(names: Collection[str], what: str) -> None:
    """Refuse two ids that a reader could take for each other."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(skeleton(name), name)
        if other != name:
            raise SealError(f"the {what} {name!r}, which looks like {other!r}", "ids that nobody can mistake")
