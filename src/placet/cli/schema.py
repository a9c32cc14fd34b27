"""``placet schema``: the JSON Schema of a case file."""

from __future__ import annotations

import json

import click

from placet.cli.options import debug_option


@click.command()
@click.option("--json", "as_json", is_flag=True, help="The schema is JSON with or without this.")
@debug_option
def verb(*, as_json: bool) -> None:  # noqa: ARG001 -- every verb that answers takes --json
    """Print the JSON Schema of a case file, for editors that check while you write."""
    from placet.case.schema import schema  # noqa: PLC0415 -- only this verb needs it

    click.echo(json.dumps(schema(), ensure_ascii=False, indent=2))
