"""What the options of ``placet play`` mean: the lists, the parties, and what they would like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import click

from placet.case.nouns import Case
from placet.case.spoken import nearest
from placet.cli.opening import open_case
from placet.cli.play_computers import Computers, Wish, wish_of
from placet.errors import QuestionError
from placet.procedures.build import Terms
from placet.procedures.sheet_checks import lists_of
from placet.procedures.sheets import read_entries, read_sheets
from placet.procedures.shelf import rules_of
from placet.procedures.table import tidy
from placet.procedures.table_game import Lists


@dataclass(frozen=True)
class Asked:
    """What was written after ``placet play``."""

    name: str
    sides: tuple[str, ...]
    candidates: tuple[str, ...]
    list_file: Path | None
    roster: Path | None
    case: str | None
    post: str | None
    settings: tuple[tuple[str, str], ...]
    computers: tuple[str, ...]
    preferences: tuple[Path, ...]
    seed: int | None


def words_of(written: Iterable[str]) -> tuple[str, ...]:
    """Return the names of an option that may be given again, each time with several separated by commas."""
    return tuple(tidy(part) for each in written for part in each.split(",") if part.strip())


def lists_from(asked: Asked, case: Case | None) -> Lists:
    """Return the lists of names: those of a file, those that were written, or the candidates of a case.

    Raises
    ------
    CaseError
        If the file has mistakes.
    QuestionError
        If there are no names, or the procedure needs a file because it has several lists.
    """
    rules, file = rules_of(asked.name), asked.list_file
    if file is not None:
        entries = read_entries(file, marked=False)
        own = {entry.list for entry in entries if entry.list}
        if own and not rules.lists:
            # A procedure without lists of its own, such as strike and flip: each side's names stand on its list.
            return tuple((name, tuple(entry.name for entry in entries if entry.list == name)) for name in sorted(own))
        return lists_of(Terms(rules), (), entries, str(file))
    if rules.lists:
        ids = ", ".join(entry.id for entry in rules.lists)
        raise QuestionError("no list", f"--list FILE with the columns name and list (the lists are {ids})")
    names = words_of(asked.candidates)
    if not names and case is not None:
        names = _of_case(case, asked.post)
    if not names:
        raise QuestionError("no candidates", "--candidates Ash,Birch,Cedar, or --list FILE, or --case CASE")
    for name in names:
        if names.count(name) > 1:
            raise QuestionError(f"{name} twice among the candidates", "each name once")
    return (("", names),)


def _of_case(case: Case, post: str | None) -> tuple[str, ...]:
    wanted = post
    if wanted is None and len(case.posts) == 1:
        (wanted,) = case.posts
    if wanted is None:
        raise QuestionError("no post", f"--post and one of {', '.join(case.posts)}")
    if wanted not in case.posts:
        raise QuestionError(f"the post {wanted}", " or ".join(case.posts), nearest(wanted, case.posts))
    eligible = case.posts[wanted].eligible
    return tuple(case.candidates) if eligible is None else case.members(eligible)


def parties_from(asked: Asked, case: Case | None) -> tuple[str, ...]:
    """Return who plays: those that were written, else the sides of the case that hold consent.

    Raises
    ------
    QuestionError
        If there are none.
    """
    found = words_of(asked.sides) or (case.holders if case is not None else ())
    if not found:
        raise QuestionError("no sides", "--sides north,south, or --case CASE")
    return found


def case_from(path: str | None, post: str | None) -> Case | None:
    """Return the case that was given; a post alone makes no sense."""
    if path is None:
        if post is not None:
            raise click.UsageError("--post needs --case, to which the post belongs.")
        return None
    return open_case(path)


def computers_of(asked: Asked, case: Case | None, names: Sequence[str], luck: int) -> Computers:
    """Return the computer sides: sincere where their preferences are known, else random.

    Parameters
    ----------
    luck : int
        From which the chance of a random side comes where no seed is given.

    Raises
    ------
    CaseError
        If a file of preferences has mistakes.
    QuestionError
        If a side is given twice.
    """
    wishes = {} if case is None else _wishes_of(case, names, asked.post)
    wishes |= {sheet.party.id: wish_of(sheet) for sheet in read_sheets(asked.preferences)}
    strategies: dict[str, str] = {}
    for each in asked.computers:
        party, _, strategy = (part.strip() for part in each.partition("="))
        if party in strategies:
            raise QuestionError(f"the computer side {party} twice", "each side once")
        strategies[party] = strategy or ("sincere" if party in wishes else "random")
    known = tuple(sorted(wishes.items()))
    return Computers(tuple(sorted(strategies.items())), known, asked.seed, luck if asked.seed is None else asked.seed)


def _wishes_of(case: Case, names: Sequence[str], post: str | None) -> dict[str, Wish]:
    """Return the rankings that the preferences of a case's sides hold for these names; best score first.

    A score at the post goes before a score for every post; a side that has none for somebody is left out.
    """
    wanted = post or (next(iter(case.posts)) if len(case.posts) == 1 else "")
    found = {}
    for side, likes in case.preferences.items():
        here: Mapping[str, Fraction] = likes.at_posts.get(wanted, {})
        scores = {name: here.get(name, likes.scores.get(name, likes.unscored)) for name in names}
        known = {name: score for name, score in scores.items() if score is not None}
        if len(known) == len(names):
            found[side] = Wish(tuple(sorted(known, key=lambda name: (-known[name], name))))
    return found
