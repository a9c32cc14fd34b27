"""How procedures are laid out: the list of them, the rules of one, and the steps of a run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placet.cli.result_page import tell_steps
from placet.procedures.appoint import Appointment
from placet.procedures.build_clauses import COMMON_NAMES, TWO_LISTS
from placet.procedures.post_by_post import PostByPost
from placet.procedures.rules import FIELDS, Rules, Source, guaranteed_survivors, list_size, survivors_with_caps
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


def tell_rules(rules: Rules, table: Table) -> Iterator[Line]:
    """Return the lines of one procedure's rules, and how many names are sure to stay for those at the table."""
    yield title(message("procedures.page.title", title=rules.title, name=rules.id))
    yield sentence(message("procedures.page.citation", citation=rules.citation))
    yield heading(message("procedures.page.rules"))
    for name, field in rules.fields.items():
        if field.is_stated:
            told = _marked(rules, field.says or _plain(name, field.value or ""), field.source)
            yield row(message("zone.row", name=message(f"procedures.field.{name}"), entries=(told,)))
    if rules.lists:
        yield heading(message("procedures.page.lists"))
        for entry in rules.lists:
            words = "procedures.page.list.any" if entry.strikes is None else "procedures.page.list"
            words = words if entry.are_strikes_stated else "sheets.list.unstated"
            filled = {"strikes": entry.strikes} if entry.strikes is not None else {}
            yield item(message(words, name=entry.id, size=entry.size, seats=entry.seats, **filled))
    unstated = tuple(name for name in FIELDS if not rules.fields[name].is_stated)
    if unstated:
        yield heading(message("procedures.page.unstated"))
        yield sentence(message("procedures.page.fields", fields=unstated))
    yield from _sure(rules, table)
    for words, told_list in (("weaknesses", rules.weaknesses), ("notes", rules.notes)):
        if told_list:
            yield heading(message(f"procedures.page.{words}"))
            yield from (item(message("procedures.page.entry", entry=each)) for each in told_list)
    yield heading(message("procedures.page.sources"))
    yield from (item(_source(source)) for source in rules.sources.values())


PLAIN_VALUES = frozenset(
    {
        "actor-unit.party",
        "actor-unit.side",
        "ranks.none",
        "ranks.all",
        "ranks.survivors",
        "order.at-once",
        "order.alternate",
        "seats.1",
        "strikes.none",
    }
)
"""Values that stand in many records without a sentence, and have one here."""


def _plain(field: str, value: str) -> str | Message:
    """Return a value that the record has without a sentence, as words."""
    if f"{field}.{value}" in PLAIN_VALUES:
        return message(f"sheets.value.{field}.{value}")
    words = value.replace("-", " ")
    return f"{words[:1].upper()}{words[1:]}."


def _marked(rules: Rules, words: str | Message, source: str | None) -> Message:
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


@dataclass(frozen=True)
class Table:
    """Who is at the table, for the number of names that are sure to stay.

    Parameters
    ----------
    parties : int
        How many parties strike.
    caps : tuple of (str, int)
        How many names each of them may strike, where that is not the same for all.
    size : int or None
        How long the list is, where it is not as long as the rule says.
    """

    parties: int = 2
    caps: tuple[tuple[str, int], ...] = ()
    size: int | None = None


def survivors(rules: Rules, table: Table) -> Iterator[tuple[str, int, int | None, int]]:
    """Yield each list on which all strike at once with its size, its strikes, and how many names are sure to stay."""
    if rules.mechanism not in {"strike-and-rank", COMMON_NAMES, TWO_LISTS}:
        return
    for name, least, cap in _capped_lists(rules):
        size = table.size or least
        # Where each side strikes on the other's list, one party strikes on each.
        left = guaranteed_survivors(size, cap, 1 if rules.mechanism == TWO_LISTS else table.parties)
        yield name, size, cap, survivors_with_caps(size, (most for _, most in table.caps)) if table.caps else left


def _capped_lists(rules: Rules) -> Iterator[tuple[str, int, int | None]]:
    """Yield each list's name, its least size and its strikes (None: any number), where the rule states them."""
    if rules.lists:
        yield from ((entry.id, entry.size, entry.strikes) for entry in rules.lists if entry.are_strikes_stated)
        return
    size, strikes = rules.fields["list"].value, rules.fields["strikes"].value
    if size is not None and strikes is not None:
        yield "", list_size(size)[0], None if strikes == "any" else 0 if strikes == "none" else int(strikes)


def _sure(rules: Rules, table: Table) -> Iterator[Line]:
    told = []
    for name, size, strikes, left in survivors(rules, table):
        what = message("procedures.page.survivors.none")
        if table.caps:
            each = tuple(message("sheets.page.mark", who=party, mark=most) for party, most in table.caps)
            what = message("sheets.survivors.caps", size=size, left=left, caps=each, count=left)
        elif strikes == 0:
            what = message("procedures.page.survivors.all")
        elif strikes is not None:
            count = 1 if rules.mechanism == TWO_LISTS else table.parties
            what = message("procedures.page.survivors.list", size=size, left=left, count=count, strikes=strikes)
        told.append(message("procedures.page.survivors.named", name=name, what=what) if name else what)
    seats = rules.fields["seats"].value
    if rules.mechanism == "alternate-strikes" and seats is not None and not table.caps:
        told.append(message("sheets.survivors.by-turns", left=seats))
    if told:
        yield heading(message("procedures.page.survivors"))
        yield from map(item, told)


def tell_appointment(run: Appointment | PostByPost, *, all_steps: bool = True) -> Iterator[Line]:
    """Return the lines of a run: what came of it, each step with its rule, and what filled each gap.

    Parameters
    ----------
    all_steps : bool
        Whether to tell every step; else many steps of a list procedure are folded into a result sheet.
    """
    runs = run.runs if isinstance(run, PostByPost) else (("", run),)
    rules = runs[0][1].terms.rules
    yield title(message("procedures.page.title", title=rules.title, name=rules.id))
    yield sentence(message("procedures.page.citation", citation=rules.citation))
    for told in run.explain():
        yield item(told)
    for post, one in runs:
        yield from tell_steps(one, all_steps=all_steps, post=post)
    if isinstance(run, PostByPost) and run.waiting:
        yield sentence(message("sheets.page.waiting", posts=run.waiting))
    assumed = {field: value for _, one in runs for field, value in one.terms.assumed.items()}
    if assumed:
        yield heading(message("procedures.page.assumed"))
        for field, value in assumed.items():
            yield item(_assumed(rules, field, value))
    from_memory = tuple(dict.fromkeys(field for _, one in runs for field in one.from_memory))
    if from_memory:
        yield sentence(message("procedures.page.memory", fields=from_memory, count=len(from_memory)))


def _assumed(rules: Rules, field: str, value: str) -> Message:
    if field not in rules.fields:
        return message("procedures.page.fact", field=field, value=value)
    stated = rules.fields[field].value
    if stated is None:
        return message("procedures.page.assumed.field", field=field, value=value)
    return message("procedures.page.departed.field", field=field, value=value, stated=stated)
