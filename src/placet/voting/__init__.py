"""Voting rules: functions from a profile of ballots to its winners, each with its name, its needs and its source."""

from placet.voting.registry import Rule
from placet.voting.rules import RULES, rule
from placet.voting.winners import Winners

__all__ = ["RULES", "Rule", "Winners", "rule"]
