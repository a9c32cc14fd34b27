"""How the account of a record is laid out: side by side, each demand with the words in which it was made."""

from __future__ import annotations

from collections.abc import Iterator

from placet.case.nouns import Entry
from placet.record.account import Account, presumed_but_voiced, tell_standing
from placet.record.saying import say_votes
from placet.record.when import say_date
from placet.words import Message, Value, message
from placet.zone.lines import Line, heading, item, sentence
from placet.zone.story import say_title


def tell_account(account: Account) -> Iterator[Line]:
    """Return the lines of an account."""
    yield say_title(account.case, account.on.isoformat() if account.on else None)
    if not account.standings:
        yield sentence(message("cli.record.empty"))
    for side in account.case.sides.values():
        yield from _side(account, side.id)
    if account.beside:
        yield heading(message("cli.record.beside"))
        yield from (item(say_statement(account, entry)) for entry in account.beside)
    voiced = tuple(presumed_but_voiced(account.case))
    if voiced:
        yield heading(message("cli.record.voiced"))
        yield from (item(what) for what in voiced)
    if account.disagreements:
        yield heading(message("cli.record.disagreements"))
        yield from (item(disagreement.says) for disagreement in account.disagreements)
    yield from _quotations(account)


def _side(account: Account, side: str) -> Iterator[Line]:
    held = [standing for standing in account.standings.values() if standing.side == side]
    if not held:
        return
    noun = account.case.sides[side]
    yield heading(message("cli.record.side" if noun.holds_consent else "cli.record.speaker", side=noun.name))
    if noun.assumption is not None:
        yield item(message("record.assumption", assumption=noun.assumption))
    for standing in held:
        demand = account.demands[standing.demand]
        for place, told in enumerate(tell_standing(account.case, demand, standing)):
            yield item(told, depth=1 if place == 0 else 2)
        for index in standing.statements:
            yield item(say_statement(account, account.case.record[index], standing.demand), depth=2)
        yield from _assumed_of_tallies(account, standing.statements)


def _assumed_of_tallies(account: Account, statements: tuple[int, ...]) -> Iterator[Line]:
    tallies = (account.case.record[index] for index in statements)
    assumed = dict.fromkeys(entry.assumption for entry in tallies if entry.tally is not None and entry.assumption)
    yield from (item(message("record.assumption", assumption=text), depth=2) for text in assumed)


def say_statement(account: Account, entry: Entry, demand: str = "") -> Message:
    """Say who said what, when, in which words, according to which source; of a tally, the votes behind a demand."""
    source = account.case.sources.get(entry.source or "")
    known: Value | None = None if source is None else source.publisher or source.title or source.id
    on: Value = message("cli.statement.undated") if entry.on is None else say_date(entry.on)
    from_source = message("cli.statement.source", source=known) if known else message("zone.empty")
    if votes := say_votes(entry, demand):
        return message("cli.statement.votes", on=on, votes=votes, source=from_source)
    if entry.tally is not None:
        return message("cli.statement.untold", on=on, source=from_source)
    return message(
        "cli.statement" if entry.stance else "cli.statement.beside",
        on=on,
        by=entry.by or message("cli.statement.somebody"),
        stance=message(f"cli.stance.{entry.stance.value}") if entry.stance else message("zone.empty"),
        quote=message("cli.statement.quote", quote=entry.quote) if entry.quote else message("zone.empty"),
        source=from_source,
    )


def _quotations(account: Account) -> Iterator[Line]:
    quoted = sum(entry.quote is not None for entry in account.case.record)
    if not quoted:
        return
    yield heading(message("cli.record.quotations"))
    for check in account.failed:
        yield item(_joined(check.explain()))
    if account.unchecked:
        yield sentence(message("record.unchecked", count=account.unchecked, all=quoted))
    else:
        yield sentence(message("record.all-looked-at" if account.failed else "record.all-checked", count=quoted))


def _joined(sentences: tuple[Message, ...]) -> Message:
    first, *rest = sentences
    return message("cli.two", first=first, second=_joined(tuple(rest))) if rest else first
