"""Ballots: many voters' rankings, approvals and vetoes as one value, and the files they come in."""

from placet.ballots.faults import BallotError
from placet.ballots.profile import Profile
from placet.ballots.read import parse_ballots, read_ballots

__all__ = ["BallotError", "Profile", "parse_ballots", "read_ballots"]
