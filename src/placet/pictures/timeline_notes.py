"""What the timeline says of each statement: a numbered note, the words when it is pointed at, the table's row."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from placet.case.nouns import Case, Entry
from placet.pictures.picture import Row
from placet.record.account import Account
from placet.record.saying import say_demand, say_source, say_speaker, say_standing
from placet.record.status import Status
from placet.record.when import say_date
from placet.words import Message, Value, message, say


def numbers_of(case: Case) -> dict[int, int]:
    """Return the number of each entry of the record, the earliest first; by the entry's place in the file."""
    order = sorted(case.record, key=lambda entry: ((entry.on and entry.on.latest) or date.max, entry.index))
    return {entry.index: number for number, entry in enumerate(order, start=1)}


def stance_word(entry: Entry) -> Message:
    """Return what a statement does, in a word or two."""
    if entry.stance is not None:
        return message(f"pictures.timeline.{entry.stance.value}")
    return message("pictures.timeline.tally" if entry.tally is not None else "pictures.timeline.says-mark")


def tell_note(account: Account, entry: Entry, number: int, lang: str) -> str:
    """Return the note of a statement: its number, when, who, what it does, in which words, from which source."""
    told = say(message("pictures.timeline.note", number=number, **_told(account, entry)), lang)
    quoted = _quoted(account, entry)
    return told if quoted is None else f"{told}. {say(quoted, lang)}"


def tip_of(account: Account, entry: Entry, lang: str) -> str:
    """Return what is shown when the mark of a statement is pointed at."""
    told = _told(account, entry)
    first = say(message("pictures.timeline.note", number=numbers_of(account.case)[entry.index], **told), lang)
    quoted = _quoted(account, entry)
    return first if quoted is None else f"{first}. {say(quoted, lang)}"


def _told(account: Account, entry: Entry) -> dict[str, Value]:
    when = message("zone.undated") if entry.on is None else say_date(entry.on)
    return {"date": when, "speaker": say_speaker(account.case, entry), "what": stance_word(entry)}


def _quoted(account: Account, entry: Entry) -> Message | None:
    if entry.quote is None:
        return None
    source = account.case.sources.get(entry.source or "")
    named = message("record.unnamed-source") if source is None else say_source(source)
    return message("pictures.timeline.quoted", quote=entry.quote, source=named)


def timeline_table(account: Account, numbers: Mapping[int, int], lang: str) -> list[Row]:
    """Return a row for each statement, in order of time."""
    heads = ("number", "date", "side", "demand", "stance", "speaker", "quote", "source")
    rows: list[Row] = [tuple(say(message(f"pictures.col.{id_}"), lang) for id_ in heads)]
    case = account.case
    for entry in sorted(case.record, key=lambda one: numbers[one.index]):
        demand = case.demands.get(entry.demand or "")
        side = demand.side if demand is not None else entry.side
        source = case.sources.get(entry.source or "")
        told = _told(account, entry)
        about: Value = ""
        if demand is not None:
            standing = account.standings[demand.id]
            is_expected = standing.standing is Status.PRESUMED
            about = say_standing(case, demand, standing) if is_expected else say_demand(case, demand)
        rows.append(
            (
                str(numbers[entry.index]),
                _say(told["date"], lang),
                "" if side is None else case.sides[side].name.say(lang),
                _say(about, lang),
                _say(told["what"], lang),
                _say(told["speaker"], lang),
                entry.quote or "",
                "" if source is None else _say(say_source(source), lang),
            )
        )
    return rows


def _say(what: Value, lang: str) -> str:
    return say(message("pictures.word", what=what), lang)
