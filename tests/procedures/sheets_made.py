"""Sheets made in tests, and running a named procedure with them."""

from placet.procedures.appoint import appoint
from placet.procedures.game import Party
from placet.procedures.sheets import Entry, Sheet
from placet.procedures.shelf import rules_of


def sheet(party, ranked=(), struck=(), lists=None):
    """A sheet that ranks some, best first, and strikes others."""
    places = [(name, rank, None) for rank, name in enumerate(ranked, 1)] + [(name, None, 0) for name in struck]
    entries = tuple(
        Entry(name, (lists or {}).get(name, ""), rank, strike, line, 1)
        for line, (name, rank, strike) in enumerate(places, 2)
    )
    return Sheet(Party(party, party.partition(".")[0]), f"{party}.csv", entries)


def appoint_with(procedure, *sheets, settings=None, **more):
    """Run a named procedure."""
    return appoint(rules_of(procedure), sheets, (settings or {}).items(), **more)
