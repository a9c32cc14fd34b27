"""YAML 1.2 read to dicts, lists and scalars: `no` and `on` stay words, and numbers are exact."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

import yaml

NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?\Z", re.ASCII)


class Plain(str):
    """A scalar written without quotation marks: a number if it looks like one."""

    __slots__ = ()


def read(text):
    """Return the document as dicts, lists, bool, None and str (`Plain` where it was not quoted)."""
    return _value(yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


@cache
def number(value):
    """Return a written number as an exact fraction."""
    return Fraction(value)


def resolved(value):
    """Return a trait's value: an exact number if it was written as one, else the word or truth value itself."""
    if isinstance(value, Plain) and NUMBER.match(value):
        return Fraction(value)
    return value


def _value(node):
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key)): _value(item) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item) for item in node.value]
    if node.style:
        return node.value
    if node.value in {"true", "false"}:
        return node.value == "true"
    if node.value in {"null", "~", ""}:
        return None
    return Plain(node.value)
