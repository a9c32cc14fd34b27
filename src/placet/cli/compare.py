"""``placet compare``: what changed between two days?"""

from __future__ import annotations

import click

from placet.cli.opening import emit, open_case
from placet.cli.options import answer_options, case_argument
from placet.cli.page import Page
from placet.cli.waiting import waiting
from placet.words import message
from placet.zone.change_story import tell_comparison
from placet.zone.compare import compare


@click.command()
@case_argument
@click.argument("before", metavar="DAY")
@click.argument("after", metavar="DAY")
@answer_options
def verb(*, case_path: str, before: str, after: str, as_json: bool, lang: str) -> None:
    """Say what changed from the first DAY to the second: demands, steps, and who could be appointed."""
    case = open_case(case_path)
    with waiting(message("cli.waiting"), lang):
        answer = compare(case, before, after).to_dict()
    if as_json:
        emit(answer)
    else:
        Page(lang).show(tell_comparison(case, answer))
