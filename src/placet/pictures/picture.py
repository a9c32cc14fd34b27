"""A picture: one SVG, what it is called, what it shows in words, and the table behind it."""

from __future__ import annotations

import html
from dataclasses import dataclass

from placet.pictures.text import is_right_to_left, plain
from placet.words import message, say

Row = tuple[str, ...]

STYLE = (
    "figure.placet-picture{margin:0 0 1.5em;max-width:100%}"
    # The text in a picture has its anchors where it was drawn; the page's own direction would move it.
    "figure.placet-picture svg{max-width:100%;height:auto;direction:ltr}"
    "figure.placet-picture table{border-collapse:collapse;font-size:.9em}"
    "figure.placet-picture th,figure.placet-picture td{border:1px solid #999;padding:.2em .5em;"
    "text-align:start;vertical-align:top}"
    "figure.placet-picture details{overflow-x:auto}"
)


@dataclass(frozen=True, repr=False)
class Picture:
    """What can be looked at, listened to or read as a table.

    Parameters
    ----------
    svg : str
        One ``<svg>`` element, with title, description and role; every text in it is text.
    title, description : str
        What it is called, and what it shows in a few sentences.
    table : tuple of tuple of str
        The rows behind it; the first names the columns.
    width, height : int
        In CSS pixels.
    """

    svg: str
    title: str
    description: str
    table: tuple[Row, ...]
    width: int
    height: int
    lang: str = "en"

    def __repr__(self) -> str:
        return f"<Picture {self.title}: {self.width} x {self.height}, {max(0, len(self.table) - 1)} rows>"

    def to_svg(self) -> str:
        """Return the picture as an SVG file that stands alone."""
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{self.svg}\n'

    def to_html(self) -> str:
        """Return the picture as one HTML figure with its description and its table, for a page that has others."""
        table = self.html_table()
        behind = html.escape(say(message("pictures.table"), self.lang))
        return (
            f'<figure class="placet-picture"{self._language()}><style>{STYLE}</style>{self.svg}'
            f"<figcaption>{html.escape(self.description)}</figcaption>"
            f"<details><summary>{behind}</summary>{table}</details></figure>"
        )

    def to_page(self) -> str:
        """Return the picture as an HTML page of its own, in one file."""
        return (
            f'<!DOCTYPE html>\n<html{self._language()}><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>{html.escape(self.title)}</title></head>"
            '<body style="font-family:system-ui,sans-serif;margin:1em;color:#111;background:#fff">'
            f"<main><h1>{html.escape(self.title)}</h1>{self.to_html()}</main></body></html>\n"
        )

    def html_table(self) -> str:
        """Return the rows behind the picture as an HTML table."""
        if not self.table:
            return ""
        head, *rows = self.table
        titles = "".join(f'<th scope="col">{_cell(entry)}</th>' for entry in head)
        told = "".join(
            f'<tr><th scope="row">{_cell(row[0])}</th>{"".join(f"<td>{_cell(entry)}</td>" for entry in row[1:])}</tr>'
            for row in rows
        )
        caption = html.escape(self.title)
        return f"<table><caption>{caption}</caption><thead><tr>{titles}</tr></thead><tbody>{told}</tbody></table>"

    def _repr_html_(self) -> str:
        return self.to_html()

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:  # noqa: ARG002
        return {"text/html": self.to_html(), "image/svg+xml": self.svg, "text/plain": repr(self)}

    def _language(self) -> str:
        direction = "rtl" if is_right_to_left(self.lang) else "ltr"
        return f' lang="{html.escape(self.lang, quote=True)}" dir="{direction}"'


def _cell(entry: str) -> str:
    return f"<bdi>{html.escape(plain(entry))}</bdi>"
