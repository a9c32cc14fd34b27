"""The whole answers of the oracles: what `solve` and `compare` must say, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from oracles.best import keys, pareto
from oracles.binding import CAST, CERTAIN, TOP, binding, held, holders
from oracles.dates import latest_day
from oracles.roadmap import roadmap
from oracles.settlements import score, settlements
from oracles.standing import standings
from oracles.yaml_tree import number, read
from oracles.zone import Field, Table, bits


@dataclass(frozen=True)
class Oracle:
    """A case read by brute force. Days are ordinals; None where there is no day."""

    text: str

    @cached_property
    def case(self):
        """The case as plain values."""
        return read(self.text)

    @cached_property
    def field(self):
        """Every settlement that keeps the structure."""
        return Field(self.case, settlements(self.case))

    @cached_property
    def last_day(self):
        """The day an answer is for when none is asked for."""
        return latest_day(self.case)

    def held(self, on):
        """Return every demand on the body, with its standing on the day."""
        return held(self.case, on)

    def table(self, on, sides=(), standings_meant=TOP):
        """Return what binds on a day: the consent holders' demands and those of `sides`."""
        meant = {*holders(self.case), *sides}
        return Table(self.field, tuple(binding(self.held(on), meant, standings_meant)))

    def cast(self, on):
        """Return the table without presumed demands."""
        return self.table(on, standings_meant=CAST)

    def certain(self, on):
        """Return the table without presumed and undetermined demands."""
        return self.table(on, standings_meant=CERTAIN)

    def if_bound(self, on):
        """Return for each side without consent the table on which it has a seat."""
        return {side: self.table(on, [side]) for side in self.case["sides"] if side not in holders(self.case)}

    def undetermined(self, on):
        """Return every demand that is undetermined, of whichever side and kind."""
        declared = {name for name, standing in standings(self.case, on).items() if standing == "undetermined"}
        return declared | {one.name for one in self.held(on) if one.standing == "undetermined"}

    def roadmap(self, on):
        """Return each step: done, open, blocked by which demands."""
        return roadmap(self.case, on)

    def standings(self, on):
        """Return the standing of each declared demand."""
        return standings(self.case, on)

    @cached_property
    def judges(self):
        """The consent holders that have preferences."""
        return [side for side in holders(self.case) if side in self.case.get("preferences", {})]

    def vector(self, settlement):
        """Return the scores of the judges."""
        return tuple(score(self.case["preferences"][side], settlement) for side in self.judges)

    def best(self, on):
        """Return the Pareto set of score vectors, and for each criterion its key and the best value of it."""
        vectors = {self.vector(self.field.settlements[i]) for i in bits(self.table(on).zone)}
        if not vectors or not self.judges:
            return set(), {}
        frontier = pareto(vectors)
        without = tuple(number(self.case["preferences"][side].get("disagreement", "0")) for side in self.judges)
        return set(frontier), {
            criterion: (key, max(map(key, frontier))) for criterion, key in keys(vectors, without).items()
        }
