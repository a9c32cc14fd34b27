"""``placet procedures``: which procedures are there, and what are their rules?"""

from __future__ import annotations

import click

from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.cli.procedures_page import survivors, tell_rules, tell_shelves
from placet.procedures.shelf import rules_of, rules_on_shelf


@click.command()
@click.argument("name", required=False)
@click.option(
    "--parties",
    type=click.IntRange(1, 100),
    default=2,
    show_default=True,
    metavar="N",
    help="How many parties strike, for the number of names that are sure to stay.",
)
@answer_options
def verb(*, name: str | None, parties: int, as_json: bool, lang: str) -> None:
    """Say which procedures there are, or the rules of one: source, gaps, sure survivors, weaknesses."""
    page = Page(lang)
    if name is None:
        if as_json:
            emit({"procedures": [rules.to_dict() for rules in rules_on_shelf().values()]})
        else:
            page.show(tell_shelves())
        return
    rules = rules_of(name)
    if as_json:
        sure = {list_name: left for list_name, _, _, left in survivors(rules, parties)}
        emit({**rules.to_dict(), "parties": parties, "guaranteed_survivors": sure})
    else:
        page.show(tell_rules(rules, parties))
