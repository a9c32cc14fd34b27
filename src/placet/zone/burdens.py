"""Ways out weighed by what they ask of each side: the least of a measure, within limits, found and proven.

A small program proposes demands to give up; the oracle looks for a settlement that keeps all others, or names
demands that clash, which the program meets from then on. So what it proposes is never more than what is needed, and
the first proposal for which there is a settlement is the least there is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from math import lcm

from placet.case.catalog import Catalog
from placet.case.nouns import Demand
from placet.zone.bits import positions
from placet.zone.branching import No, Yes
from placet.zone.check import Inspector
from placet.zone.conflicts import Concession
from placet.zone.formula import ALWAYS, Formula
from placet.zone.give_up_program import GiveUpProgram
from placet.zone.oracle import MOST_NODES, Oracle
from placet.zone.program import Program

Ceilings = Mapping[str, Fraction]
"""The most that each side may be asked for; a side that is not named has no limit."""


class Burdens:
    """Measures ways out of one deadlock. Sets of demand classes are written as bits.

    Parameters
    ----------
    program : Program
    binding : sequence of Demand
        The binding demands about settlements, red lines among them, in the order of the case.
    sides : sequence of str
        The sides that hold consent, in the order of the case.
    most_branches : int
        How many branches of one question are refuted, before a solver's no is taken at its word; see `Oracle`.

    Raises
    ------
    QuestionError
        If the costs are too large or too fine to be added up exactly.

    Notes
    -----
    The measures are the burdens of the sides, one after the other, then the total, then the number of demands. What
    clashes is remembered from question to question, so that the second costs less than the first.
    """

    def __init__(
        self,
        program: Program,
        binding: Sequence[Demand],
        sides: Sequence[str],
        *,
        most_branches: int = MOST_NODES,
    ) -> None:
        self.program = program
        self.binding = tuple(binding)
        self.sides = tuple(sides)
        self.classes = _classes(program, self.binding)
        costs = [demand.cost for held in self.classes for demand in held if demand.cost is not None]
        self.unit = Fraction(1, lcm(*(cost.denominator for cost in costs)))
        red_lines = [program.demands[demand.id] for demand in self.binding if demand.is_red_line]
        self._oracle = Oracle(
            len(program.columns),
            [program.structure, *program.constraints.values(), *red_lines],
            [program.demands[held[0].id] for held in self.classes],
            most_branches=most_branches,
        )
        burdens = [[self._whole(held, side) for held in self.classes] for side in self.sides]
        total = [self._whole(held) for held in self.classes]
        self.total, self.number = len(self.sides), len(self.sides) + 1
        self.plan = GiveUpProgram([*burdens, total, [len(held) for held in self.classes]], len(self.sides))
        self._found: dict[int, Yes] = {}
        self.clashing = 0
        self.is_hopeless = False

    def _whole(self, held: Sequence[Demand], side: str | None = None) -> int:
        meant = (demand.cost or Fraction(0) for demand in held if side in {None, demand.side})
        return int(sum(meant, Fraction(0)) / self.unit)

    @property
    def unrefuted(self) -> int:
        """How many answers rest on a solver's word that there is no settlement; see `Oracle`."""
        return self._oracle.unrefuted

    def begin(self, ceilings: Ceilings | None = None) -> None:
        """Forget the limits of the last question and set these."""
        self.plan.relax()
        for side, most in (ceilings or {}).items():
            self.plan.limit(self.sides.index(side), int(most // self.unit))

    def least(self, *measures: int) -> int | None:
        """Return the set that has least of the first measure, then of the next; those limits stay in force."""
        found = None
        for measure in measures:
            found = self.settled(partial(self.plan.least, measure))
            if found is None:
                return None
            self.plan.limit(measure, self.plan.measure(measure, found))
        return found

    def settled(self, propose: Callable[[], int | None]) -> int | None:
        """Return the first proposal that opens a way, telling the program of every clash on the way; None if none."""
        while not self.is_hopeless:
            proposed = propose()
            if proposed is None or self._opens(proposed):
                return proposed
        return None

    def _opens(self, proposed: int) -> bool:
        """Whether there is a settlement that keeps all but these; each clash is set aside to look for another."""
        asked, is_open = self._oracle.everything & ~proposed, True
        while isinstance(answer := self._oracle.ask(asked), No):
            clash = self._oracle.shrink(answer.core)
            if not clash:
                self.is_hopeless = True
                return False
            self.plan.hit(clash)
            self.clashing |= clash
            asked, is_open = asked & ~clash, False
        self._found[answer.broken] = answer
        return is_open

    def best_known(self, key: Callable[[int], tuple[int, ...]]) -> Concession | None:
        """Return the concession that comes first by `key` among what has been found, for when a search is stopped."""
        kept = min(self._found, key=key, default=None)
        if kept is None:
            return None
        smallest = self._oracle.grow(self._found[kept], self._oracle.everything)
        self._found[smallest.broken] = smallest
        return self.concession(smallest.broken)

    def concession(self, given_up: int) -> Concession:
        """Return a set that was found to open a way as a concession, checked by the solver-free reading."""
        answer = self._found[given_up]
        settlement = self.program.settlement(answer.values.tolist())
        ids = {demand.id for place in positions(given_up) for demand in self.classes[place]}
        inspector = Inspector(self.program.columns.case)
        broken = set(inspector.broken_demands(settlement, self.binding))
        if inspector.misfits(settlement) or inspector.broken_constraints(settlement) or broken != ids:
            raise AssertionError("a settlement that the solver found does not pass the check")
        return Concession(
            tuple(demand.id for demand in self.binding if demand.id in ids),
            self.plan.measure(self.total, given_up) * self.unit,
            Catalog((side, self.plan.measure(at, given_up) * self.unit) for at, side in enumerate(self.sides)),
            settlement,
        )


def _classes(program: Program, binding: Sequence[Demand]) -> tuple[tuple[Demand, ...], ...]:
    """Join the demands that could be given up and forbid the same; leave out those that every settlement keeps."""
    members: dict[Formula, list[Demand]] = {}
    for demand in binding:
        if not demand.is_red_line:
            members.setdefault(program.demands[demand.id], []).append(demand)
    return tuple(tuple(held) for formula, held in members.items() if formula != ALWAYS)
