"""What a change of position changes: two days side by side."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from placet.case.catalog import Catalog
from placet.case.nouns import Case
from placet.record.changes import Change, changes
from placet.record.roadmap import StepState, roadmap
from placet.record.standing import Day, day_of
from placet.words import Message
from placet.zone.change_story import tell_comparison
from placet.zone.verdicts import Reach
from placet.zone.zone import Zone


@dataclass(frozen=True)
class Comparison:
    """What `compare` answers: which demands changed their standing, the zone on both days, each step on both days."""

    case: Case = field(repr=False)
    before: str | None
    after: str | None
    changed: tuple[Change, ...]
    zone: tuple[Reach, Reach]
    steps: Catalog[tuple[StepState, StepState]]

    def explain(self) -> tuple[Message, ...]:
        """Return the comparison as sentences."""
        return tuple(line.message for line in tell_comparison(self.case, self.to_dict()))

    def to_dict(self) -> dict[str, Any]:
        """Return the comparison as the JSON contract has it."""
        return {
            "case": self.case.name,
            "from": self.before,
            "to": self.after,
            "changed": [change.to_dict() for change in self.changed],
            "zone": {"from": self.zone[0].to_dict(), "to": self.zone[1].to_dict()},
            "steps": {step: {"from": _state(one), "to": _state(other)} for step, (one, other) in self.steps.items()},
        }


def compare(case: Case, before: Day, after: Day) -> Comparison:
    """Compare two days of a case.

    Parameters
    ----------
    before, after : datetime.date, str or None
        The days; None: the latest possible day of any dated entry of the record.

    Raises
    ------
    QuestionError
        If one of them is no day.
    """
    first, second = day_of(case, before), day_of(case, after)
    zones = Zone(case, first), Zone(case, second)
    steps = roadmap(case, first).steps, roadmap(case, second).steps
    return Comparison(
        case,
        first.isoformat() if first else None,
        second.isoformat() if second else None,
        changes(case, first, second),
        (zones[0].reach(), zones[1].reach()),
        Catalog((step, (steps[0][step], steps[1][step])) for step in case.roadmap),
    )


def _state(state: StepState) -> dict[str, object]:
    return {"open": state.is_open, "blocked_by": list(state.blocked_by), "done": state.is_done}
