"""Editing: a person goes through the parts of an entry before it enters the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from placet.case.ids import is_id, why_no_id
from placet.case.nouns import Case, Entry, Stance
from placet.case.spoken import nearest
from placet.cli.draft_page import show_mismatch
from placet.cli.listening import listen
from placet.cli.page import Page
from placet.reading.entering import check_words, read_day
from placet.record.saying import say_demand
from placet.words import message

NOTHING = "-"


def edited(page: Page, case: Case, entry: Entry, text: str) -> Entry:
    """Ask for each part of an entry, with what it is now as the answer to an empty line; return the changed entry.

    ``-`` leaves a part out. A quotation must stand in `text` word for word.
    """
    page.paragraph(message("read.edit.how"))
    entry = replace(entry, by=_part(page, "by", entry.by, str))
    entry = replace(entry, on=_part(page, "on", entry.on, read_day))
    demand = None
    if case.demands:
        for known in case.demands.values():
            page.item(message("read.demand", id=known.id, says=say_demand(case, known)))
        demand = _part(page, "demand", entry.demand, _one_of(case.demands))
    stance = entry.stance
    if demand is not None:
        stances = [stance.value for stance in Stance]
        shown = None if stance is None else stance.value
        named = _part(page, "stance", shown, _one_of(stances), stances)
        stance = None if named is None else Stance(named)
    if demand is None or stance is None:
        demand = stance = None
    entry = replace(entry, demand=demand, stance=stance)
    entry = replace(entry, event=_part(page, "event", entry.event, _event))
    while True:
        quote = _part(page, "quote", entry.quote, str)
        changed = replace(entry, quote=quote or entry.quote)
        mismatch = check_words(changed, text)
        if mismatch.agrees:
            return replace(changed, note=_part(page, "note", entry.note, str))
        show_mismatch(page, mismatch)


def _part(page: Page, name: str, now: Any, read: Callable[[str], Any], known: Iterable[str] = ()) -> Any:
    while True:
        page.paragraph(message(f"read.edit.{name}", names=tuple(known)))
        written = listen(f"[{'' if now is None else now}] > ")
        if not written:
            return now
        if written == NOTHING:
            return None
        try:
            return read(written)
        except ValueError as mistake:
            page.paragraph(message("read.edit.unclear", why=str(mistake)))


def _one_of(names: Iterable[str]) -> Callable[[str], str]:
    known = list(names)

    def read(written: str) -> str:
        if written in known:
            return written
        meant = nearest(written, known)
        hint = f"; did you mean {meant}?" if meant else ""
        raise ValueError(f"there is no {written}{hint}")

    return read


def _event(written: str) -> str:
    if not is_id(written):
        raise ValueError(f"write {why_no_id(written)}")
    return written
