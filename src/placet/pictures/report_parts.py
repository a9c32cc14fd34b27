"""The lines of an answer as parts of a report: sentences become paragraphs, items lists, rows tables."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from placet.pictures.report_values import Block, Manner, Paragraph, Point, Points, Section, Table, alone
from placet.words import Message, message
from placet.zone.lines import Kind, Line


def sections_of(lines: Iterable[Line], level: int = 3) -> Iterator[Section]:
    """Return a section for each heading among the lines; what comes before the first heading is left out."""
    heading: Message | None = None
    held: list[Line] = []
    for line in lines:
        if line.kind is Kind.HEADING:
            if heading is not None:
                yield Section(heading, blocks_of(held), level)
            heading, held = line.message, []
        else:
            held.append(line)
    if heading is not None:
        yield Section(heading, blocks_of(held), level)


def blocks_of(lines: Iterable[Line], manner: Manner = Manner.PLAIN) -> tuple[Block, ...]:
    """Return what the lines are on the page; titles and headings have their own place and are left out."""
    return tuple(
        block
        for kind, run in itertools.groupby(lines, key=lambda line: line.kind)
        if (block := _block(kind, tuple(run), manner)) is not None
    )


def _block(kind: Kind, run: tuple[Line, ...], manner: Manner) -> Block | None:
    match kind:
        case Kind.SENTENCE:
            return Paragraph(tuple(line.message for line in run), manner)
        case Kind.ITEM:
            return Points(tuple(Point(line.message, line.depth, line.number) for line in run))
        case Kind.ROW:
            return Table(
                message("report.settlement"),
                (message("report.post-or-term"), message("report.settled-as")),
                tuple(_row(line.message) for line in run),
            )
        case _:
            return None


def _row(what: Message) -> tuple[tuple[Message, ...], ...]:
    parts = dict(what.parameters)
    entries = parts["entries"]
    return (alone(parts["name"]),), tuple(map(alone, entries if isinstance(entries, tuple) else (entries,)))
