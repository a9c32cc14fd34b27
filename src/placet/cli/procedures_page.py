"""How procedures are laid out: the list of them, the rules of one, and the steps of a run."""

from __future__ import annotations

from collections.abc import Iterator

from placet.procedures.appoint import Appointment
from placet.procedures.rules import FIELDS, Rules, Source, guaranteed_survivors, list_size
from placet.procedures.shelf import SHELVES, rules_on_shelf
from placet.record.when import say_day
from placet.words import Message, message
from placet.zone.lines import Line, heading, item, row, sentence, title


def tell_shelves() -> Iterator[Line]:
    """Return the lines of the list of all procedures."""
    for shelf in SHELVES:
        yield heading(message(f"procedures.page.shelf.{shelf}"))
        for rules in rules_on_shelf().values():
            if rules.shelf == shelf:
                yield row(message("zone.row", name=rules.id, entries=(rules.title,)))
    yield sentence(message("procedures.page.more"))


def tell_rules(rules: Rules, parties: int) -> Iterator[Line]:
    """Return the lines of one procedure's rules.

    Parameters
    ----------
    parties : int
        How many strike, for the number of names that are sure to stay.
    """
    yield title(message("procedures.page.title", title=rules.title, name=rules.id))
    yield sentence(message("procedures.page.citation", citation=rules.citation))
    yield heading(message("procedures.page.rules"))
    for name, field in rules.fields.items():
        if field.is_stated:
            told = _marked(rules, field.says or _plain(field.value or ""), field.source)
            yield row(message("zone.row", name=message(f"procedures.field.{name}"), entries=(told,)))
    if rules.lists:
        yield heading(message("procedures.page.lists"))
        for entry in rules.lists:
            words = "procedures.page.list.any" if entry.strikes is None else "procedures.page.list"
            filled = {"strikes": entry.strikes} if entry.strikes is not None else {}
            yield item(message(words, name=entry.id, size=entry.size, seats=entry.seats, **filled))
    unstated = tuple(name for name in FIELDS if not rules.fields[name].is_stated)
    if unstated:
        yield heading(message("procedures.page.unstated"))
        yield sentence(message("procedures.page.fields", fields=unstated))
    yield from _sure(rules, parties)
    for words, told_list in (("weaknesses", rules.weaknesses), ("notes", rules.notes)):
        if told_list:
            yield heading(message(f"procedures.page.{words}"))
            yield from (item(message("procedures.page.entry", entry=each)) for each in told_list)
    yield heading(message("procedures.page.sources"))
    yield from (item(_source(source)) for source in rules.sources.values())


def _plain(value: str) -> str:
    """Return a value that the record has without a sentence, as words."""
    words = value.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}."


def _marked(rules: Rules, words: str, source: str | None) -> Message:
    read = "text" if source is None else rules.sources[source].read
    if read == "text":
        return message("procedures.page.entry", entry=words)
    return message(f"procedures.page.{read}-mark", words=words)


def _source(source: Source) -> Message:
    return message(
        "procedures.page.source",
        title=source.title,
        how=message(f"procedures.page.read.{source.read}"),
        day=say_day(source.by),
        url=message("procedures.page.source.url", url=source.url) if source.url else message("procedures.nothing"),
    )


def survivors(rules: Rules, parties: int) -> Iterator[tuple[str, int, int | None, int]]:
    """Yield each list of a sealed procedure with its size, its strikes, and how many names are sure to stay."""
    if rules.mechanism != "strike-and-rank":
        return
    if rules.lists:
        for entry in rules.lists:
            yield entry.id, entry.size, entry.strikes, guaranteed_survivors(entry.size, entry.strikes, parties)
        return
    size, strikes = rules.fields["list"].value, rules.fields["strikes"].value
    if size is not None and strikes is not None:
        least, _ = list_size(size)
        cap = None if strikes == "any" else 0 if strikes == "none" else int(strikes)
        yield "", least, cap, guaranteed_survivors(least, cap, parties)


def _sure(rules: Rules, parties: int) -> Iterator[Line]:
    told = []
    for name, size, strikes, left in survivors(rules, parties):
        what = message("procedures.page.survivors.none")
        if strikes == 0:
            what = message("procedures.page.survivors.all")
        elif strikes is not None:
            what = message("procedures.page.survivors.list", size=size, left=left, count=parties, strikes=strikes)
        told.append(message("procedures.page.survivors.named", name=name, what=what) if name else what)
    if told:
        yield heading(message("procedures.page.survivors"))
        yield from map(item, told)


def tell_appointment(run: Appointment) -> Iterator[Line]:
    """Return the lines of a run: what came of it, each step with its rule, and what filled each gap."""
    rules = run.terms.rules
    yield title(message("procedures.page.title", title=rules.title, name=rules.id))
    yield sentence(message("procedures.page.citation", citation=rules.citation))
    for told in run.explain():
        yield item(told)
    yield heading(message("procedures.page.how"))
    for number, step in enumerate(run.steps, 1):
        yield item(message("procedures.page.step", says=step.says, rule=step.rule), number=number)
    if run.waits_for is not None:
        yield item(message(f"procedures.page.waits.{run.waits_for}"))
    if run.terms.assumed:
        yield heading(message("procedures.page.assumed"))
        for field, value in run.terms.assumed.items():
            yield item(_assumed(rules, field, value))
    if run.from_memory:
        yield sentence(
            message("procedures.page.memory", fields=run.from_memory, count=len(run.from_memory)),
        )


def _assumed(rules: Rules, field: str, value: str) -> Message:
    if field not in rules.fields:
        return message("procedures.page.fact", field=field, value=value)
    stated = rules.fields[field].value
    if stated is None:
        return message("procedures.page.assumed.field", field=field, value=value)
    return message("procedures.page.departed.field", field=field, value=value, stated=stated)
