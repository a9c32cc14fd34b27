"""``placet tally``: how often does each name stand where on these ballots?"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from placet.ballots.csv_file import written
from placet.ballots.read import decoded
from placet.ballots.tally import Standing, Tally, tally_written
from placet.ballots.tally_files import files_of, tally_files
from placet.cli.opening import emit
from placet.cli.options import answer_options
from placet.cli.page import Page
from placet.words import Message, message
from placet.zone.lines import Line, heading, row


@click.command()
@click.argument("ballots", metavar="BALLOTS...", nargs=-1, required=True, type=click.Path())
@answer_options
def verb(*, ballots: tuple[str, ...], as_json: bool, lang: str) -> None:
    """Count first places, approvals and vetoes on the ballots of any number of files.

    BALLOTS are CSV, Parquet, PrefLib or abcvoting files, or patterns such as "ballots/*.parquet"; their counts add up.
    - reads a table from standard input.
    --json has a count for each place. Places are counted as the ballots write them. Parquet, and CSV of millions of
    ballots, want the extra: placet[tables].
    """
    if "-" in ballots:
        if len(ballots) > 1:
            raise click.UsageError("give - alone: standard input is one table.")
        name = "standard input"
        files, tally = ["-"], tally_written(*written(decoded(sys.stdin.buffer.read(), name), name))
    else:
        files = files_of(ballots)
        tally = tally_files(files)
    if as_json:
        emit({"files": files, **tally.to_dict()})
    else:
        Page(lang).show(_lines(tally))


def _lines(tally: Tally) -> Iterator[Line]:
    yield heading(message("tally.voters", count=tally.voters))
    for name, one in tally.standings.items():
        yield row(message("voting.listed", name=name, entries=tuple(_entries(tally, one))))


def _entries(tally: Tally, one: Standing) -> Iterator[Message]:
    if tally.has_ranks:
        points = message("tally.borda", count=one.borda(len(tally.standings)))
        yield message("tally.first-places", count=one.first_places, points=points)
    if tally.has_marks:
        yield message("tally.approvals", count=one.approvals, vetoes=message("voting.vetoes", count=one.vetoes))
    if not (tally.has_ranks or tally.has_marks):
        yield message("tally.nothing")
