"""The search behind a deadlock: which sets of demand classes clash, and which open the zone when they are given up.

Sets are bits. Those that open the zone are the minimal sets that meet every clash, and the other way round; each test
of a proposed set yields one of either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import lcm

from placet.zone.branching import No, Yes
from placet.zone.demand_classes import DemandClass
from placet.zone.hitting import CheapestHittingSet, MinimalHittingSets, Proposer
from placet.zone.oracle import Oracle

HELD = 4_000
"""How many partial conflicts may be held while they are built from the concessions."""
QUESTIONS = 4_000
"""How many questions may be put to the solver before a list is given as incomplete."""
LOOKED_FOR = 1000
"""So many openings are looked for at least before clashes are told, which follow from them where they are all."""


class ClashSearch:
    """Searches for the minimal clashes and openings of one deadlock.

    Parameters
    ----------
    oracle : Oracle
        Its first `shift` formulas are rules that hold whatever is given up, the others are those of the classes.
    classes : sequence of DemandClass
    may_go_on : callable
        Is told how many of how many sets known now were tested, and answers whether the search may go on.

    Attributes
    ----------
    minimal : dict of int
        The minimal clashes met so far.
    known : dict of int to Yes
        The openings found so far, each with a settlement that breaks just that.
    all_known : bool
        Whether these are all.
    """

    def __init__(
        self, oracle: Oracle, shift: int, classes: Sequence[DemandClass], may_go_on: Callable[[int, int], bool]
    ) -> None:
        self._oracle, self._shift, self._classes, self._may_go_on = oracle, shift, classes, may_go_on
        self._given = (1 << shift) - 1
        self._demands = oracle.everything & ~self._given
        self.minimal: dict[int, None] = {}
        self.known: dict[int, Yes] = {}
        self.all_known, self._listed = False, 0

    def each_clash(self) -> Iterator[int]:
        """Yield the minimal clashes, those of fewest classes first, looking no further than the next one needs."""
        with CheapestHittingSet([1] * len(self._classes)) as smallest:
            while (proposed := smallest.propose()) is not None:
                answer = self._oracle.ask(proposed << self._shift | self._given)
                if isinstance(answer, No):
                    smallest.avoid(proposed)
                    yield proposed << self._shift
                else:
                    grown = self._oracle.grow(answer, self._demands)
                    smallest.hit((grown.broken & self._demands) >> self._shift)

    def any_clash(self) -> int:
        """Return one minimal clash; the first that was met, if any was."""
        if not self.minimal:
            answer = self._oracle.ask(self._oracle.everything)
            if isinstance(answer, No):
                self.minimal[self._oracle.shrink(answer.core, self._given)] = None
        return next(iter(self.minimal))

    def add_any_opening(self) -> None:
        """Find one opening, which need not be the cheapest."""
        answer = self._oracle.ask(self._given)
        if isinstance(answer, Yes):
            grown = self._oracle.grow(answer, self._demands)
            self.known[grown.broken & self._demands] = grown

    def openings(self, limit: int) -> tuple[dict[int, Yes], bool]:
        """Return what has to be given up to open the zone, each with a settlement, and whether these are all.

        They are found in the order of their cost: the cheapest set that meets all known clashes is tested.
        """
        if limit <= self._listed:
            return self.known, self.all_known
        scale = lcm(*(one.cost.denominator for one in self._classes))
        costs = [int(one.cost * scale) for one in self._classes]
        found: dict[int, Yes] = {}
        few = MinimalHittingSets(costs, HELD)
        complete = self._find(few, found, limit)
        if few.is_overfull:
            with CheapestHittingSet(costs) as many:
                for clash in self.minimal:
                    many.hit(clash >> self._shift)
                for broken in found:
                    many.avoid(broken >> self._shift)
                complete = self._find(many, found, limit)
        self.all_known, self._listed = complete and len(found) <= limit, limit
        return self.known, self.all_known

    def _find(self, proposer: Proposer, found: dict[int, Yes], limit: int) -> bool:
        """Test what is proposed until more than `limit` concessions are found; whether none is left."""
        while len(found) <= limit and self._oracle.asked < QUESTIONS and not proposer.is_overfull:
            if not self._may_go_on(*proposer.progress):
                return False
            proposed = proposer.propose()
            if proposed is None:
                return True
            answer = self._test(proposed, proposer)
            if answer is not None:
                found[answer.broken & self._demands] = self.known[answer.broken & self._demands] = answer
                proposer.avoid(proposed)
        return False

    def _test(self, proposed: int, proposer: Proposer) -> Yes | None:
        """Return a settlement that breaks just the proposed classes, or tell the proposer why there is none.

        What clashes is set aside and the rest asked again, so that one test may find several clashes.
        """
        asked = self._oracle.everything & ~(proposed << self._shift)
        while isinstance(answer := self._oracle.ask(asked), No):
            clash = self._oracle.shrink(answer.core, self._given)
            self.minimal[clash] = None
            proposer.hit(clash >> self._shift)
            asked &= ~clash
        return answer if answer.broken & self._demands == proposed << self._shift else None

    def clashes(self, limit: int) -> tuple[list[int], bool]:
        """Return minimal clashes, at least `limit` of them if there are so many, and whether they are all."""
        known, all_known = self.openings(max(limit, LOOKED_FOR))
        if all_known:
            every_set = MinimalHittingSets([1] * len(self._classes), HELD)
            for broken in sorted(known, key=int.bit_count):
                every_set.hit(broken >> self._shift)
                if every_set.is_overfull:
                    break
            else:
                return [mask << self._shift for mask in every_set.masks()], len(every_set) <= limit
        found = list(self.minimal)
        with CheapestHittingSet([1] * len(self._classes)) as smallest:
            for broken in known:
                smallest.hit(broken >> self._shift)
            for clash in found:
                smallest.avoid(clash >> self._shift)
            while len(found) <= limit + len(self.minimal) and self._oracle.asked < QUESTIONS and self._may_go_on(0, 0):
                proposed = smallest.propose()
                if proposed is None:
                    return found, len(found) <= limit
                mask = proposed << self._shift
                answer = No(mask) if all_known else self._oracle.ask(mask | self._given)
                if isinstance(answer, No):
                    found.append(mask)
                    smallest.avoid(proposed)
                else:
                    grown = self._oracle.grow(answer, self._demands)
                    smallest.hit((grown.broken & self._demands) >> self._shift)
        return found, False
