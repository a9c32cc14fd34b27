"""The answer in a report: the summary on its first page, and the whole answer after the pictures."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placet.case.nouns import Case
from placet.pictures.report_parts import blocks_of, sections_of
from placet.pictures.report_values import Block, Cell, Manner, Paragraph, Section, Table, cell
from placet.record.roadmap import roadmap
from placet.words import Message, message
from placet.zone.lines import Kind, Line, item
from placet.zone.sentences import Teller, settlements
from placet.zone.story import tell_solution

ON_THE_FIRST_PAGE = 12
"""So many posts fit on the first page together with the rest; a larger settlement is shown further on only."""
FIRST_REASONS, FIRST_WAYS_OUT, FIRST_LINES = 2, 3, 12
SIDE_BY_SIDE = 3
"""Settlements in one table: more columns of names do not fit the width of a page."""

SHOWN_IN_FULL = 25
"""Reasons and ways out that a report lists; the JSON answer has all."""


def summary(case: Case, answer: Mapping[str, Any]) -> Section:
    """Return the first page: the verdict, the settlement or the reasons, the ways out, what is next."""
    return Section(message("report.summary"), tuple(_summary(case, answer)))


def _summary(case: Case, answer: Mapping[str, Any]) -> Iterator[Block]:
    teller = Teller(case, answer["on"])
    opening = tuple(itertools.takewhile(lambda line: line.kind is not Kind.HEADING, tell_solution(case, answer)))
    said = tuple(line for line in opening if line.kind is Kind.SENTENCE)
    yield from blocks_of(said[:1], Manner.LEAD)
    yield from blocks_of(tuple(line for line in opening if line.kind is Kind.ITEM))
    shown = next((one for one in answer["best"] if one["criterion"] in {"leximin", None}), None)
    if shown is not None:
        yield from _first_settlement(teller, shown, said[1:])
    for words, entries, tell, most in (
        ("zone.why", answer["conflicts"], teller.conflict, FIRST_REASONS),
        ("zone.ways-out", answer["concessions"], teller.concession, FIRST_WAYS_OUT),
    ):
        if entries:
            yield Paragraph((message("report.in-short", what=message(words)),), Manner.NOTE)
            lines = [line for number, entry in enumerate(entries[:most], start=1) for line in tell(entry, number)]
            yield from blocks_of(lines[:FIRST_LINES])
            if len(entries) > most or len(lines) > FIRST_LINES:
                yield Paragraph((message("report.more-below"),), Manner.NOTE)
    if reservations := tuple(_reservations(answer)):
        yield Paragraph(reservations)
    steps = roadmap(case, answer["on"]).explain()
    if steps:
        yield Paragraph((message("report.in-short", what=message("zone.roadmap")),), Manner.NOTE)
        yield from blocks_of([item(what) for what in steps[:3]])


def _first_settlement(teller: Teller, shown: Mapping[str, Any], said: Sequence[Line]) -> Iterator[Block]:
    if len(shown["slate"]) + len(shown["terms"]) > ON_THE_FIRST_PAGE:
        yield Paragraph((message("report.settlement-below", count=len(shown["slate"])),))
        return
    about = [
        line.message for line in said if line.message.id.startswith("zone.best") and "others" not in line.message.id
    ]
    if about:
        yield Paragraph(tuple(about))
    yield from blocks_of(teller.settlement(shown["slate"], shown["terms"]))
    if shown["scores"]:
        yield Paragraph((teller.scores(shown["scores"]),))


def _reservations(answer: Mapping[str, Any]) -> Iterator[Message]:
    """Say how far the verdict rests on what is only expected, or not settled."""
    cast = answer["cast"]
    if (cast["feasible"], cast["count"]) != (answer["feasible"], answer["count"]):
        number = settlements(cast["count"] if cast["feasible"] else "0", cast["exact"])
        yield message("zone.without-presumed", settlements=number)
    if answer["undetermined"]:
        yield message("report.rests-on-undetermined", count=len(answer["undetermined"]))


def whole_answer(case: Case, answer: Mapping[str, Any]) -> tuple[Section, ...]:
    """Return the answer in full: settlements side by side, reasons, ways out, who is out, what is open."""
    lines = tell_solution(case, answer, SHOWN_IN_FULL)
    opening = tuple(itertools.takewhile(lambda line: line.kind is not Kind.HEADING, lines))
    verdict = tuple(line for line in opening if line.kind in {Kind.SENTENCE, Kind.ITEM})
    first = 1 if answer["best"] else len(verdict)
    return (
        Section(message("report.answer"), blocks_of(verdict[:first])),
        *_settlements(case, answer),
        *sections_of(lines),
    )


def _settlements(case: Case, answer: Mapping[str, Any]) -> Iterator[Section]:
    """Put the settlements that different ideas of fairness choose side by side."""
    if not answer["best"]:
        return
    teller = Teller(case, answer["on"])
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for one in answer["best"]:
        groups.setdefault(repr((one["slate"], one["terms"])), []).append(one)
    chosen = list(enumerate(groups.values(), start=1))
    blocks: list[Block] = []
    if answer["best"][0]["criterion"] is None:
        blocks.append(Paragraph((message("report.any"),)))
    else:
        heads = (
            message("report.settlements.number"),
            message("report.settlements.chosen-for"),
            message("report.worth"),
        )
        rows = tuple(_which(teller, number, ones) for number, ones in chosen)
        blocks.append(Table(message("report.settlements.which"), heads, rows))
    tables = (chosen[at : at + SIDE_BY_SIDE] for at in range(0, len(chosen), SIDE_BY_SIDE))
    blocks.extend(_side_by_side(teller, some) for some in tables)
    if any(not one.get("proven", True) for one in answer["best"]):
        blocks.append(Paragraph((message("report.unproven"),), Manner.NOTE))
    yield Section(message("report.settlements"), tuple(blocks), 3)


def _which(teller: Teller, number: int, ones: Sequence[Mapping[str, Any]]) -> tuple[Cell, ...]:
    reasons = tuple(
        message(
            "report.criterion" if one.get("proven", True) else "report.criterion-unproven",
            name=one["criterion"],
            what=message(f"zone.criterion.{one['criterion']}"),
        )
        for one in ones
    )
    scores = dict(teller.scores(ones[0]["scores"]).parameters)["scores"] if ones[0]["scores"] else ()
    return cell(message("report.number", number=number)), reasons, scores if isinstance(scores, tuple) else (scores,)


def _side_by_side(teller: Teller, chosen: Sequence[tuple[int, Sequence[Mapping[str, Any]]]]) -> Table:
    first = chosen[0][1][0]
    heads = tuple(message("report.number", number=number) for number, _ in chosen)
    rows: list[tuple[Cell, ...]] = [
        (
            cell(teller.case.posts[post].title),
            *(teller.people(ones[0]["slate"][post], 99) or (message("zone.nobody"),) for _, ones in chosen),
        )
        for post in first["slate"]
    ]
    rows += [
        (
            cell(teller.case.terms[term].title),
            *(cell(teller.option(term, ones[0]["terms"][term])) for _, ones in chosen),
        )
        for term in first["terms"]
    ]
    head = message("report.post-or-term" if first["terms"] else "report.post")
    return Table(message("report.settlements.table"), (head, *heads), tuple(rows))
