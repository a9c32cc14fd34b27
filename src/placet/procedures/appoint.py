"""Run a named procedure from sheets, and tell each step with the rule that decided it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from placet.case.spoken import nearest
from placet.errors import QuestionError
from placet.procedures.build import Terms, build, paper_for
from placet.procedures.by_sheets import by_sheets
from placet.procedures.drive import common_log, outcome_of, play_out
from placet.procedures.game import Event, Outcome, Paper, Party, Procedure
from placet.procedures.logs import paper_to_dict
from placet.procedures.rules import Rules
from placet.procedures.sheet_checks import check_lists, check_sheets, lists_of
from placet.procedures.sheets import Entry, Sheet
from placet.words import Message, message

NEEDS_EVERYBODY = frozenset({"rule-of-k-names", "alternating-offers"})
"""Mechanisms that stop when a party says nothing, and have no rule for it."""


@dataclass(frozen=True)
class Appointment:
    """What came of a run.

    Parameters
    ----------
    procedure, paper : Procedure and Paper
        The game and what lay before the parties: with `steps` all that `placet.procedures.drive.replay` needs.
    steps : tuple of Event
        Every step; where a lot has not been drawn, those before it.
    waits_for : str or None
        ``draw`` if the steps stop at a lot or coin that has not been drawn, ``choice`` if the authority is to choose.
    """

    terms: Terms
    procedure: Procedure
    paper: Paper
    outcome: Outcome
    steps: tuple[Event, ...]
    waits_for: str | None = None

    @property
    def from_memory(self) -> tuple[str, ...]:
        """The fields by which the run was decided that were written from memory and not read."""
        rules, assumed = self.terms.rules, self.terms.assumed
        used = {event.rule.split(":")[0] for event in self.steps}
        return tuple(
            field for field in rules.fields if field in used and field not in assumed and rules.is_from_memory(field)
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the run as the JSON contract has it."""
        return {
            "procedure": self.terms.rules.id,
            "citation": self.terms.rules.citation,
            "outcome": self.outcome.to_dict(),
            "steps": [step.to_dict() for step in self.steps],
            "assumed": self.terms.assumed,
            "paper": {**paper_to_dict(self.paper), "people": dict(getattr(self.procedure, "people", ()))},
            "from_memory": list(self.from_memory),
        }

    def explain(self) -> tuple[Message, ...]:
        """Return what came of it in sentences."""
        outcome = self.outcome
        told = []
        if outcome.appointed:
            told.append(message("procedures.outcome.appointed", names=outcome.appointed))
        for seat, name in outcome.seats:
            told.append(message("procedures.outcome.seat", seat=seat, name=name))
        for name, chance in outcome.lottery:
            words = "procedures.outcome.certain" if chance == 1 else "procedures.outcome.lottery"
            filled = {"name": name} if chance == 1 else {"name": name, "chance": chance}
            told.append(message(words, **filled))
        if outcome.referred_to is not None:
            told.append(message("procedures.outcome.referred", who=outcome.referred_to))
        if outcome.impasse:
            told.append(message("procedures.outcome.impasse"))
        return tuple(told)


def appoint(
    rules: Rules,
    sheets: Sequence[Sheet],
    settings: Iterable[tuple[str, str]] = (),
    *,
    silent: Iterable[str] = (),
    declined: Iterable[str] = (),
    roster: Sequence[Entry] = (),
    roster_file: str = "",
    draws: Sequence[str] | None = None,
) -> Appointment:
    """Run a procedure from the sheets of its parties.

    Parameters
    ----------
    rules : Rules
        Those of a named procedure.
    sheets : sequence of Sheet
        What the parties handed in.
    settings : iterable of (str, str)
        What fills the fields that the rule does not state, and what the sides agreed to do otherwise.
    silent : iterable of str
        Parties that handed in nothing.
    declined : iterable of str
        Nominees who do not accept.
    roster : sequence of Entry
        Who is on the list; left out, the names that all sheets share.
    draws : sequence of str, optional
        What lots showed, one name after the other; left out, as the setting ``draw`` says.

    Raises
    ------
    CaseError
        If the sheets have mistakes; it holds all of them.
    Unstated
        If the run needs a field that is neither stated nor set.
    QuestionError
        If something else that was given cannot be.
    """
    terms = Terms(rules, tuple(settings))
    handed_in = {sheet.party.id for sheet in sheets}
    absent = tuple(Party(name, name.partition(".")[0]) for name in dict.fromkeys(silent))
    for party in absent:
        if party.id in handed_in:
            raise QuestionError(f"{party.id} as silent", "a party without a sheet")
        if rules.mechanism in NEEDS_EVERYBODY:
            raise QuestionError(f"no sheet of {party.id}", "a sheet of every party: nobody can move in its place")
    parties = (*(sheet.party for sheet in sheets), *absent)
    if not sheets or len({party.side for party in parties}) < 2:
        found = "one party" if len(parties) == 1 else f"{len(parties)} parties"
        raise QuestionError(found, "a sheet of each of two sides or more (a party may be silent, but not all)")
    lists = lists_of(terms, sheets, roster, roster_file)
    check_lists(terms, lists)
    check_sheets(terms, lists, sheets)
    people = tuple((sheet.party.id, named) for sheet in sheets if (named := sheet.people))
    names = [name for _, on_list in (*people, *lists) for name in on_list]
    refusing = frozenset(declined)
    for name in sorted(refusing):
        if name not in names:
            raise QuestionError(f"“{name}” as declining", "a name on the list", nearest(name, names))
    if refusing and not people:
        terms.need("acceptance", "asked")
    procedure, paper = build(terms, parties, people), paper_for(terms, lists, parties)
    strategy = by_sheets(
        sheets,
        declined=refusing,
        draws=terms.words("draw") if draws is None else tuple(draws),
        choices=terms.words("choice"),
    )
    branches = play_out(procedure.start(paper), strategy)
    waits_for = "draw" if len(branches) > 1 else None if branches[0].state.outcome else "choice"
    outcome, steps = outcome_of(branches, rules.authority), common_log(branches)
    return Appointment(terms, procedure, paper, outcome, steps, waits_for)
