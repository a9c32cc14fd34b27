"""A report as one HTML file: no script, nothing from the network, every word escaped."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from importlib.resources import files
from typing import Any

from placet.pictures.report_spoken import spoken
from placet.pictures.report_values import Report

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may load for the page: nothing."""

_NAMED = re.compile(r"""(\sid="|\sclip-path="url\(#|\sfill="url\(#|\shref="#|:\s*url\(#|="url\(#)""")
_LISTED = re.compile(r"""\s(aria-labelledby|aria-describedby)="([^"<>]*)\"""")


def to_html(report: Report) -> str:
    """Return a report as one HTML page."""
    told = spoken(report)
    numbered = list(enumerate(told["sections"], start=1))
    style = files("placet.pictures").joinpath("report.css").read_text("utf-8")
    notice = f'<p class="notice" role="note">{_said(told["notice"])}</p>' if told["notice"] else ""
    facts = "".join(f"<dt>{_said(name)}</dt><dd>{_said(value)}</dd>" for name, value in told["facts"])
    contents = "".join(
        f'<li><a href="#part-{number}">{_said(section["heading"])}</a></li>'
        for number, section in numbered
        if section["level"] == 2
    )
    summary, *rest = numbered
    return (
        f'<!DOCTYPE html>\n<html lang="{_attribute(told["lang"])}" dir="{told["dir"]}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_attribute(POLICY)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(told['title'])}</title><style>\n{style}</style></head>\n<body>\n"
        f'<header><p class="kind">{_said(told["kind"])}</p><h1>{_said(told["title"])}</h1>'
        f"<dl>{facts}</dl></header>\n{notice}<main>\n{_section(summary, told)}"
        f'<nav aria-labelledby="contents"><h2 id="contents">{_said(told["contents"])}</h2><ol>{contents}</ol></nav>\n'
        f"{''.join(_section(one, told) for one in rest)}</main>\n<footer><p>{_said(told['made-by'])}</p></footer>\n"
        "</body></html>\n"
    )


def _section(numbered: tuple[int, Mapping[str, Any]], told: Mapping[str, Any]) -> str:
    number, section = numbered
    level = section["level"]
    blocks = "\n".join(_block(block, f"p{number}-{at}-", told) for at, block in enumerate(section["blocks"]))
    return f'<section><h{level} id="part-{number}">{_said(section["heading"])}</h{level}>\n{blocks}\n</section>\n'


def _block(block: Mapping[str, Any], prefix: str, told: Mapping[str, Any]) -> str:
    match block["kind"]:
        case "text":
            return f'<p class="{block["manner"]}">{_said(block["text"])}</p>'
        case "points":
            return f'<ul class="points">{"".join(_points(block["points"]))}</ul>'
        case "table":
            return _table(block["caption"], block["heads"], block["rows"])
        case "statement":
            return _statement(block)
        case _:
            return _figure(block, prefix, told)


def _points(points: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Nest what lies deeper into the point before it."""
    held: list[Mapping[str, Any]] = []
    first: Mapping[str, Any] | None = None
    for point in (*points, None):
        if point is not None and first is not None and point["depth"] > first["depth"]:
            held.append(point)
            continue
        if first is not None:
            deeper = "".join(f"<li>{_said(one['text'])}</li>" for one in held)
            below = f"<ul>{deeper}</ul>" if held else ""
            mark = "•" if first["number"] is None else f"{first['number']}."
            yield f'<li><span class="mark">{mark}</span> {_said(first["text"])}{below}</li>'
        first, held = point, []


def _table(caption: str, heads: Iterable[str], rows: Iterable[Iterable[Iterable[str]]]) -> str:
    titles = "".join(f'<th scope="col">{_said(head)}</th>' for head in heads)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    return (
        f'<div class="wide"><table><caption>{_said(caption)}</caption><thead><tr>{titles}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cells(row: Iterable[Iterable[str]]) -> Iterator[str]:
    for lines, is_first in zip(row, itertools.chain([True], itertools.repeat(False)), strict=False):
        words = "".join(f"<span>{_said(line)}</span>" for line in lines)
        yield f'<th scope="row">{words}</th>' if is_first else f"<td>{words}</td>"


def _statement(block: Mapping[str, Any]) -> str:
    number = f' <span class="source">{_said(block["source"])}</span>' if block["source"] else ""
    lang = f' lang="{_attribute(block["lang"])}"' if block["lang"] else ""
    quote = (
        f'<blockquote{lang} dir="{block["dir"]}"><p>{escape(block["quote"])}</p></blockquote>'
        if block["quote"] is not None
        else ""
    )
    remarks = f'<p class="note">{_said(block["remarks"])}</p>' if block["remarks"] else ""
    return f'<div class="statement"><p>{_said(block["head"])}{number}</p>{quote}{remarks}</div>'


def _figure(block: Mapping[str, Any], prefix: str, told: Mapping[str, Any]) -> str:
    head, *rows = block["table"] or [[]]
    table = _table(block["title"], head, ([[entry] for entry in row] for row in rows)) if rows else ""
    behind = f"<details><summary>{_said(told['behind'])}</summary>{table}</details>" if table else ""
    name = _attribute(block["title"])
    return f'<figure aria-label="{name}">{apart(block["svg"], prefix)}{behind}</figure>'


def apart(svg: str, prefix: str) -> str:
    """Return a drawing whose ids begin with `prefix`, so that those of two drawings on one page do not meet."""
    named = _NAMED.sub(lambda found: found[0] + prefix, svg)
    return _LISTED.sub(lambda found: f' {found[1]}="{" ".join(prefix + one for one in found[2].split())}"', named)


def _said(words: str) -> str:
    """Return a sentence as HTML; its names are set apart in it already, so it runs as the page does."""
    return escape(words)


def _attribute(words: str) -> str:
    return escape(words, quote=True)
