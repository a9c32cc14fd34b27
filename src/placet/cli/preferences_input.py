"""Preferences from what was given to a verb: a table, a sheet for each side, or a case with a post."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import click

from placet.case.nouns import Case, Kind
from placet.case.spoken import nearest
from placet.cli.opening import open_case
from placet.cli.play_computers import wish_of
from placet.errors import QuestionError
from placet.procedures.preference_tables import LAYOUTS, is_one_sheet, read_preferences
from placet.procedures.preferences import Preferences, preferences_from_scores, preferences_of
from placet.procedures.sheets import read_sheets


def preferences_from(paths: tuple[Path, ...], post: str | None) -> Preferences:
    """Read what the sides would like.

    Raises
    ------
    CaseError
        If a file has mistakes.
    QuestionError
        If there are not two sides, or a case has no post, or no preferences, that could be meant.
    """
    (first, *others) = paths
    if not others and (
        (first / "case.yaml").exists() or (first / "case.json").exists() or first.suffix in {".yaml", ".json"}
    ):
        return of_case(open_case(str(first)), post)
    if post is not None:
        raise click.UsageError("--post needs a case, to which the post belongs.")
    if not others and not first.is_dir() and not is_one_sheet(first):
        return read_preferences(first)
    sheets = read_sheets(paths)
    if len(sheets) < 2:
        raise QuestionError(
            f"the sheet of {sheets[0].party.id} alone", f"a sheet of each side, or one table: {LAYOUTS}"
        )
    return preferences_of({sheet.party.id: wish_of(sheet).ranking for sheet in sheets})


def of_case(case: Case, post: str | None) -> Preferences:
    """Return what the sides of a case that hold consent would like for a post, of those who are eligible.

    Raises
    ------
    QuestionError
        If it is not said which post, or fewer than two sides have preferences over everybody.
    """
    wanted = post if post is not None else next(iter(case.posts)) if len(case.posts) == 1 else None
    if wanted is None:
        raise QuestionError("a case with several posts", f"--post and one of {', '.join(case.posts)}")
    if wanted not in case.posts:
        raise QuestionError(f"the post {wanted}", " or ".join(case.posts), nearest(wanted, case.posts))
    eligible = case.posts[wanted].eligible
    names = tuple(case.candidates) if eligible is None else case.members(eligible)
    scores: dict[str, dict[str, Fraction]] = {}
    nobody: dict[str, Fraction] = {}
    for side in case.holders:
        likes = case.preferences.get(side)
        if likes is None or not (likes.scores or likes.at_posts):
            raise QuestionError(f"no preferences of {side} in the case", "preferences of every side that holds consent")
        scores[side] = {name: likes.score(name, wanted) for name in names}
        # A ranking says nothing of an impasse: it is one step below the last.
        worst = min(scores[side].values(), default=Fraction(0)) - 1
        nobody[side] = likes.disagreement if likes.kind is Kind.SCORES else worst
    return preferences_from_scores(scores, nobody)
