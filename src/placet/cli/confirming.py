"""Confirming: the drafts of a source are shown one by one, and a person says what becomes of each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from placet.case.nouns import Entry
from placet.case.read import read_case
from placet.cli import answers
from placet.cli.draft_page import show_draft, show_mismatch
from placet.cli.editing import edited
from placet.cli.interview import Unclear
from placet.cli.listening import listen
from placet.cli.page import Page
from placet.cli.run import INTERRUPTED
from placet.errors import PlacetError
from placet.reading.archive import Archived
from placet.reading.drafts import Draft
from placet.reading.drafts_file import Decision, SourceDrafts, write_drafts
from placet.reading.entering import as_entry, check_words, enter, take_back
from placet.words import message

_WORDS = {word: word for word in ("accept", "edit", "skip", "undo", "stop", "help")}
_SHORT = {"a": "accept", "e": "edit", "s": "skip", "u": "undo", "q": "stop", "?": "help"}


@dataclass(frozen=True)
class Desk:
    """What lies before a person who confirms: the case, the archived source, the page to write on."""

    case_path: str
    folder: Path
    archived: Archived
    page: Page


def confirm(desk: Desk, kept: SourceDrafts) -> int | None:
    """Show every undecided draft until all are decided or the person stops; return the exit code.

    Each decision is on disk before the next draft is shown.
    """
    _open(desk, kept)
    entry: Entry | None = None
    try:
        while kept.undecided:
            kept, entry = _ask(desk, kept, kept.undecided[0], entry)
        while kept.decisions and _wants_undo(desk):
            kept = _undone(desk, kept)
            while kept.undecided:
                kept, entry = _ask(desk, kept, kept.undecided[0], entry)
    except (KeyboardInterrupt, EOFError):
        click.echo()
        if kept.undecided:
            desk.page.paragraph(message("read.stopped", count=len(kept.undecided)))
            return INTERRUPTED
    _close(desk, kept)
    return None


def _open(desk: Desk, kept: SourceDrafts) -> None:
    page, source = desk.page, kept.source
    page.heading(message("read.source", title=source.title or source.id))
    page.paragraph(message("read.copy", file=str(desk.folder / (source.file or desk.archived.source.file or ""))))
    if not kept.drafts:
        page.paragraph(message("read.nothing"))
        return
    if source.dated is None:
        page.paragraph(message("read.undated"))
    page.paragraph(message("read.found", count=len(kept.drafts)))
    if kept.decisions:
        page.paragraph(message("read.again", count=len(kept.decisions)))
    if kept.undecided:
        page.paragraph(message("read.how"))


def _ask(desk: Desk, kept: SourceDrafts, draft: Draft, entry: Entry | None) -> tuple[SourceDrafts, Entry | None]:
    """Ask once about a draft; return the drafts, and the entry as it was edited so far."""
    page, source = desk.page, desk.archived.source
    case = read_case(desk.case_path)
    shown = entry or as_entry(draft, source.id)
    number = kept.drafts.index(draft) + 1
    show_draft(page, case, desk.archived, draft, shown, number=number, count=len(kept.drafts))
    match _choice(page):
        case "accept":
            mismatch = check_words(shown, desk.archived.text)
            if not mismatch.agrees:
                show_mismatch(page, mismatch)
                return kept, shown
            cited = replace(source, dated=kept.source.dated)
            try:
                entered = enter(desk.case_path, draft, shown, cited, desk.archived.text)
            except PlacetError as why:
                page.paragraph(message("read.not-entered", why=str(why)))
                return kept, shown
            kept = _keep(desk, kept.decide(entered.decision))
            page.paragraph(message("read.was-there" if entered.decision.was_there else "read.entered"))
        case "edit":
            return kept, edited(page, case, shown, desk.archived.text)
        case "skip":
            kept = _keep(desk, kept.decide(Decision(draft.id)))
        case "undo":
            kept = _undone(desk, kept)
        case _:
            page.paragraph(message("read.help"))
            return kept, entry
    return kept, None


def _choice(page: Page) -> str:
    while True:
        written = listen("accept, edit, skip, undo, stop, help > ")
        try:
            choice = answers.pick(_WORDS)(_SHORT.get(written.casefold(), written))
        except Unclear:
            page.paragraph(message("read.unclear"))
            continue
        if choice == "stop":
            raise EOFError
        return choice


def _wants_undo(desk: Desk) -> bool:
    desk.page.gap()
    desk.page.paragraph(message("read.all-decided"))
    try:
        return listen("[finish] > ").casefold() in {"u", "undo"}
    except EOFError:
        click.echo()
        return False


def _undone(desk: Desk, kept: SourceDrafts) -> SourceDrafts:
    if not kept.decisions:
        desk.page.paragraph(message("read.nothing-to-undo"))
        return kept
    try:
        take_back(desk.case_path, kept.decisions[-1])
    except PlacetError as why:
        desk.page.paragraph(message("read.not-undone", why=str(why)))
        return kept
    desk.page.paragraph(message("read.undone"))
    return _keep(desk, kept.undo())


def _keep(desk: Desk, kept: SourceDrafts) -> SourceDrafts:
    write_drafts(desk.folder, kept)
    return kept


def _close(desk: Desk, kept: SourceDrafts) -> None:
    if not kept.drafts:
        return
    accepted = sum(decision.is_accepted for decision in kept.decisions)
    desk.page.gap()
    desk.page.paragraph(
        message("read.accepted", count=accepted),
        message("read.skipped", count=len(kept.decisions) - accepted),
        message("read.then", folder=desk.case_path),
    )
