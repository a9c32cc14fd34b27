"""What ``placet appoint`` does first: read the files and run the procedure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from placet.errors import QuestionError
from placet.procedures.appoint import Appointment, appoint
from placet.procedures.post_by_post import PostByPost, appoint_by_post
from placet.procedures.sheets import read_lines, read_sheets
from placet.procedures.shelf import rules_of
from placet.procedures.table import tidy
from placet.procedures.unstated import Unstated
from placet.words import say


@dataclass(frozen=True)
class Inputs:
    """The words of the command line, as they were given."""

    name: str
    sheets: tuple[Path, ...]
    settings: tuple[tuple[str, str], ...]
    roster: Path | None
    worksheet: str | None
    silent: tuple[str, ...]
    declined: tuple[str, ...]
    posts: str | None


def run_from(given: Inputs, lang: str) -> Appointment | PostByPost:
    """Read the sheets and run the procedure; what their readers may not have seen goes to standard error.

    Raises
    ------
    CaseError
        If the files have mistakes.
    QuestionError
        If something cannot be, or a field that the rule does not state is needed: it says which option fills it.
    """
    rules = rules_of(given.name)
    roster = given.roster
    entries, notes = read_lines(roster, marked=False, worksheet=given.worksheet) if roster is not None else ((), ())
    sheets = read_sheets(given.sheets, given.worksheet)
    for note in (*notes, *(note for sheet in sheets for note in sheet.notes)):
        click.echo(f"warning: {say(note, lang)}", err=True)
    silent, declined = map(tidy, given.silent), map(tidy, given.declined)
    file = str(roster or "")
    try:
        if given.posts is None:
            return appoint(
                rules, sheets, given.settings, silent=silent, declined=declined, roster=entries, roster_file=file
            )
        posts = tuple(tidy(post) for post in given.posts.split(",") if tidy(post))
        if not posts:
            raise QuestionError("--posts without a post", "posts such as head,deputy")
        return appoint_by_post(
            rules, posts, sheets, given.settings, silent=silent, declined=declined, roster=entries, roster_file=file
        )
    except Unstated as gap:
        raise QuestionError(gap.found, f"--set {gap.field}=VALUE, agreed by the sides: {gap.explained()}") from None
