"""The record in a report: each demand, how it stands, every statement in its own words, and the numbered sources."""

from __future__ import annotations

from collections.abc import Iterator

from placet.case.nouns import Entry
from placet.pictures.report_values import Block, Manner, Paragraph, Point, Points, Section, Statement, Table, cell
from placet.record.account import Account, presumed_but_voiced, tell_standing
from placet.record.saying import say_votes
from placet.record.standing import Standing
from placet.record.when import say_date
from placet.words import Message, Value, message


def the_record(account: Account) -> tuple[Section, ...]:
    """Return the record side by side, what was said besides, where sources disagree, and the sources."""
    return (
        Section(message("report.record"), tuple(_opening(account))),
        *(section for side in account.case.sides for section in _side(account, side)),
        *_beside(account),
        *_notes(account),
        *_sources(account),
    )


def _opening(account: Account) -> Iterator[Block]:
    if not account.standings:
        yield Paragraph((message("report.record.empty"),))
        return
    yield Paragraph((message("report.record.means"),))
    yield Paragraph(tuple(_checked(account)), Manner.NOTE)


def _checked(account: Account) -> Iterator[Message]:
    quoted = sum(entry.quote is not None for entry in account.case.record)
    if not quoted:
        yield message("report.record.unquoted")
    elif account.unchecked:
        yield message("record.unchecked", count=account.unchecked, all=quoted)
    else:
        yield message("record.all-looked-at" if account.failed else "record.all-checked", count=quoted)
    for check in account.failed:
        yield from check.explain()


def _side(account: Account, side: str) -> Iterator[Section]:
    held = [standing for standing in account.standings.values() if standing.side == side]
    if held:
        noun = account.case.sides[side]
        words = "report.record.side" if noun.holds_consent else "report.record.speaker"
        blocks = tuple(block for standing in held for block in _demand(account, standing))
        yield Section(message(words, side=noun.name), blocks, 3)


def _demand(account: Account, standing: Standing) -> Iterator[Block]:
    demand = account.demands[standing.demand]
    first, *rest = tell_standing(account.case, demand, standing)
    yield Points((Point(first), *(Point(what, 2) for what in rest)))
    for index in standing.statements:
        yield _statement(account, account.case.record[index], standing.demand)


def _statement(account: Account, entry: Entry, demand: str = "") -> Statement:
    on: Value = message("report.undated") if entry.on is None else say_date(entry.on)
    votes = say_votes(entry, demand)
    if votes is not None:
        head = message("report.statement.votes", on=on, votes=votes)
    elif entry.tally is not None:
        head = message("report.statement.untold", on=on)
    else:
        head = message(
            f"report.statement.{entry.stance.value if entry.stance else 'says'}",
            on=on,
            by=entry.by or message("report.somebody"),
        )
    sources = list(account.case.sources)
    return Statement(
        head,
        entry.quote,
        entry.lang,
        sources.index(entry.source) + 1 if entry.source in sources else None,
        tuple(_remarks(account, entry)),
    )


def _remarks(account: Account, entry: Entry) -> Iterator[Message]:
    if entry.assumption is not None:
        yield message("record.assumption", assumption=entry.assumption)
    found = {check.index: check.checked for check in account.checks}.get(entry.index)
    if found is not None:
        yield message("report.word-for-word" if found else "report.not-word-for-word")


def _beside(account: Account) -> Iterator[Section]:
    if account.beside:
        blocks = tuple(_statement(account, entry) for entry in account.beside)
        yield Section(message("report.record.beside"), blocks, 3)


def _notes(account: Account) -> Iterator[Section]:
    for words, told in (
        ("report.record.voiced", tuple(presumed_but_voiced(account.case))),
        ("report.record.disagreements", tuple(one.says for one in account.disagreements)),
    ):
        if told:
            yield Section(message(words), (Points(tuple(map(Point, told))),), 3)


def _sources(account: Account) -> Iterator[Section]:
    sources = account.case.sources.values()
    if not sources:
        return
    rows = []
    for number, source in enumerate(sources, start=1):
        what: list[Value] = [source.title or source.publisher or source.id]
        if source.publisher and source.title:
            what.append(source.publisher)
        what += [text for text in (source.url, source.sha256 and f"SHA-256 {source.sha256}") if text]
        if source.assumption is not None:
            what.append(message("record.assumption", assumption=source.assumption))
        dated = say_date(source.dated) if source.dated else message("report.undated")
        rows.append((cell(message("report.source-number", number=number)), tuple(what), cell(dated)))
    heads = (message("report.number-head"), message("report.source"), message("report.dated"))
    yield Section(message("report.sources"), (Table(message("report.sources.table"), heads, tuple(rows)),), 2)
