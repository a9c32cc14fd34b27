"""What ``placet appoint --case`` adds: who on the lists could not sit at the case's posts, and those who came out."""

from __future__ import annotations

import click

from placet.case.nouns import Case
from placet.cli.inside_case import Outside, outside, outside_together, person_called, post_of_each_list
from placet.cli.opening import open_case
from placet.errors import QuestionError
from placet.procedures.appoint import Appointment
from placet.procedures.post_by_post import PostByPost
from placet.words import say


def keep_to_case(
    run: Appointment | PostByPost, case_path: str, given: tuple[str, ...], lang: str, *, refuses: bool
) -> tuple[Outside, ...]:
    """Return who on the lists could not sit at the case's posts, and those who came out if they cannot sit together.

    Raises
    ------
    QuestionError
        If there is anybody, and the rules of the round refuse them.
    """
    case = open_case(case_path)
    lists = _lists(run)
    posts = post_of_each_list(case, tuple(lists), given)
    found = outside(case, lists, posts)
    seats = [(name, posts[wanted]) for wanted, name in _seats(run) if person_called(case, name) is not None]
    alone = {name for each in found for name in each.names}
    if not any(name in alone for name, _ in seats):
        together = outside_together(case, seats)
        found = (*found, together) if together is not None else found
    if found and refuses:
        told = " ".join(say(each.explain(case), lang) for each in found).removesuffix(".")
        expected = "names with whom the case's constraints can be kept (--outside warn runs it all the same)"
        raise QuestionError(f"what the case does not allow: {told}", expected)
    _warn(case, found, lang)
    return found


def _warn(case: Case, found: tuple[Outside, ...], lang: str) -> None:
    for each in found:
        click.echo(f"warning: {say(each.explain(case), lang)}", err=True)


def _lists(run: Appointment | PostByPost) -> dict[str, tuple[str, ...]]:
    if isinstance(run, PostByPost):
        return {post: one.paper.candidates for post, one in run.runs}
    return dict(run.paper.lists)


def _seats(run: Appointment | PostByPost) -> list[tuple[str, str]]:
    """Return the list or post from which each appointed person was taken, with the name."""
    if run.outcome.seats:
        return [(seat, name) for seat, name in run.outcome.seats if seat in _lists(run)]
    only = next(iter(_lists(run)))
    return [(only, name) for name in run.outcome.appointed or ()]
