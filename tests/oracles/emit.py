"""Plain values written as a case file, one top-level key after another, in flow style below."""

from __future__ import annotations

import json
import re

from oracles.yaml_tree import Plain

WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z", re.ASCII)
DATE = re.compile(r"\d{4}(-\d\d){1,2}\Z", re.ASCII)
SHARE = re.compile(r"\d+(\.\d+)?%\Z", re.ASCII)


def emit(case):
    """Return the text of a case file. Words such as `no` and `on` are written without quotation marks."""
    lines = []
    for key, value in case.items():
        if isinstance(value, dict) and value and key != "title":
            lines += [f"{key}:", *(f"  {_flow(name)}: {_flow(one)}" for name, one in value.items())]
        elif isinstance(value, list) and value:
            lines += [f"{key}:", *(f"  - {_flow(one)}" for one in value)]
        else:
            lines.append(f"{key}: {_flow(value)}")
    return "\n".join(lines) + "\n"


def _flow(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, Plain):
        return str(value)
    if isinstance(value, str):
        is_plain = WORD.match(value) and value not in {"true", "false", "null"}
        return value if is_plain or DATE.match(value) or SHARE.match(value) else json.dumps(value)
    return json.dumps(value)
