"""A small made-up table, and entries for its record, built from the nouns alone."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from placet.case.catalog import Catalog
from placet.case.dates import parse_when
from placet.case.forms import Blocks, Excludes
from placet.case.nouns import (
    Candidate,
    Case,
    Demand,
    Entry,
    Group,
    Post,
    Seats,
    Side,
    Source,
    Stance,
    Step,
    Term,
    Threshold,
    Votes,
)
from placet.case.selectors import InGroup, Named
from placet.case.text import Text


def by_id(*nouns):
    return Catalog((noun.id, noun) for noun in nouns)


def text(words):
    return Text((("en", words),))


TABLE = Case(
    name="table",
    title=text("A made-up table"),
    sides=by_id(
        Side("north", text("The north"), True),
        Side("south", text("The south"), True),
        Side("convener", text("The convener"), False),
    ),
    groups=by_id(Group("guard", text("The guard")), Group("cells", text("Its cells"), "guard")),
    candidates=by_id(
        Candidate("ada", text("Ada Amber")),
        Candidate("ben", text("Ben Birch"), ("guard",)),
        Candidate("cleo", text("Cleo Cedar"), ("cells",)),
    ),
    posts=by_id(Post("head", text("Head"), Seats(1, 1)), Post("member", text("Member"), Seats(1, 2))),
    terms=by_id(
        Term("vote", text("Elections within"), Catalog({"half": text("six months"), "full": None})),
        Term("seat", text("The place"), Catalog({"here": None})),
    ),
    demands=by_id(Demand("no-ada", "north", Excludes(Named("ada")))),
    roadmap=by_id(
        Step("talks", text("The sides meet")),
        Step("oath", text("The body takes office"), needs=("talks",)),
        Step("exit", text("The old head resigns")),
    ),
    sources=by_id(
        Source("paper", text("The Paper"), file="sources/paper.txt"),
        Source("radio", publisher="Radio Made-up", dated=parse_when("2020-03")),
        Source("leaflet"),
    ),
)


def said(stance, on, demand="no-ada", held=None, **more):
    """One statement; its index is set by `at`."""
    when = parse_when(on) if on else None
    since = held if held in {None, ".."} else parse_when(held)
    return Entry(0, when, demand=demand, stance=Stance(stance), held_since=since, **more)


def tallied(on, votes, side="council", **more):
    counted = {name: count if isinstance(count, Votes) else Votes(count) for name, count in votes.items()}
    return Entry(0, parse_when(on) if on else None, side=side, tally=Catalog(counted), **more)


def numbered(entries):
    return tuple(replace(entry, index=index) for index, entry in enumerate(entries))


def table(*entries, **changed):
    """The table with this record, and other things changed."""
    return replace(TABLE, record=numbered(entries), **changed)


def council(*entries, needs=9, of=15, **changed):
    """The table with a side whose consent is a number of votes."""
    sides = by_id(*TABLE.sides.values(), Side("council", text("The council"), Threshold(needs, of)))
    return table(*entries, sides=sides, demands=Catalog(), **changed)


def demanding(*demands, entries=(), **changed):
    return table(*entries, demands=by_id(*demands), **changed)


def presumed(id_="no-guard", side="north", where=None, share=(4, 5)):
    return Demand(id_, side, Excludes(where or InGroup("guard")), presumed=Fraction(*share))


def blocks(id_, step, until, side="south"):
    return Demand(id_, side, Blocks(step, until))


def done(case, **days):
    steps = [replace(step, done=days.get(step.id)) for step in case.roadmap.values()]
    return replace(case, roadmap=by_id(*steps))


def day(year, month, number):
    return date(year, month, number)
