"""``placet new``: write a case by answering questions."""

from __future__ import annotations

from pathlib import Path

import click

from placet.case.read import read_case
from placet.case.write import write_case
from placet.cli.draft import Draft
from placet.cli.interview import Interview, Question, Unclear
from placet.cli.listening import listen
from placet.cli.notebook import Notebook
from placet.cli.options import debug_option, language_option
from placet.cli.page import Page
from placet.cli.questions import opening, questions
from placet.cli.run import INTERRUPTED
from placet.errors import PlacetError
from placet.words import message


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@language_option
@debug_option
def verb(folder: Path, lang: str) -> int | None:
    """Write a case into FOLDER by answering questions.

    No file format needs to be known. Every answer is kept at once; after an interruption the same command goes on
    where it stopped. A case that is there already is never overwritten.
    """
    _refuse_a_case_in(folder)
    page, notebook = Page(lang), Notebook(folder)
    interview = Interview(questions, notebook.read())
    page.paragraph(*opening(len(interview.answers)))
    if interview.unused:
        aside = notebook.keep_aside()
        notebook.write(interview.answers)
        page.paragraph(message("new.unused", count=len(interview.unused), path=str(aside)))
    try:
        while interview.question is not None:
            _put(interview, interview.question, page, notebook)
    except (KeyboardInterrupt, EOFError):
        click.echo()
        kept = len(interview.answers)
        words = message("new.stopped", count=kept, folder=_typed(folder)) if kept else message("new.stopped-at-once")
        page.paragraph(words)
        return INTERRUPTED
    if interview.result is not None:
        _write(interview.result, folder, page, notebook)
    return None


def _refuse_a_case_in(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise PlacetError(f"{folder} is a file. Give the name of a folder for the new case.")
    for name in ("case.yaml", "case.json"):
        if (folder / name).exists():
            raise PlacetError(f"{folder} holds a case already ({name}). Give the name of another folder.")


def _put(interview: Interview[Draft], question: Question, page: Page, notebook: Notebook) -> None:
    """Ask one question once, and do what the answer says."""
    page.gap()
    for line in question.preface:
        page.paragraph(line)
    page.paragraph(question.ask)
    written = listen(_prompt(question))
    match written.casefold():
        case "help":
            page.paragraph(question.help, message("new.literally"))
            return
        case "stop":
            raise EOFError
        case "back":
            if interview.back():
                notebook.write(interview.answers)
            else:
                page.paragraph(message("new.first-question"))
            return
    if not written and question.default is not None:
        written = question.default
    try:
        interview.answer(_unquoted(written))
    except Unclear as unclear:
        page.paragraph(unclear.why)
        return
    notebook.write(interview.answers)


def _prompt(question: Question) -> str:
    return f"[{question.shown_default}] > " if question.shown_default else "> "


def _unquoted(written: str) -> str:
    is_quoted = len(written) > 2 and written[0] == written[-1] == '"'
    return written[1:-1].strip() if is_quoted else written


def _write(draft: Draft, folder: Path, page: Page, notebook: Notebook) -> None:
    _refuse_a_case_in(folder)
    case = draft.to_case(folder.resolve().name)
    write_case(case, folder)
    # The answers go only when the file has been read back as the same case.
    if read_case(folder) != case:
        raise AssertionError("the case that was written reads otherwise")
    notebook.discard()
    page.gap()
    page.paragraph(message("new.written", path=str(folder / "case.yaml")))
    page.paragraph(message("new.then", folder=_typed(folder)))
    page.paragraph(message("new.later", folder=_typed(folder)))


def _typed(folder: Path) -> str:
    """Return a folder as one types it after a command."""
    return f'"{folder}"' if " " in str(folder) else str(folder)
