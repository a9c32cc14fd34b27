"""The frontier of burdens: every way to share out what is given up in which no side could be asked for less alone.

Boxes of burdens are searched one after the other. The cheapest way out in a box is on the frontier, and splits every
box that it lies in; a box without one is closed. What has not been found yet lies in a box that is still open.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from placet.errors import QuestionError
from placet.zone.boxes import Boxes, Corner
from placet.zone.burdens import Burdens, Ceilings
from placet.zone.conflicts import Concession


class BurdenFrontier:
    """A search for the frontier that can be stopped at any time and keeps what it found.

    Parameters
    ----------
    burdens : Burdens
    ceilings : mapping of str to Fraction, optional
        The most that each side may be asked for.

    Examples
    --------
    >>> import placet
    >>> frontier = placet.Zone(placet.read_case("cases/cabinet")).burden_frontier()
    >>> point = next(frontier.steps())
    >>> frontier.is_complete
    False
    """

    def __init__(self, burdens: Burdens, ceilings: Ceilings | None = None) -> None:
        self._burdens = burdens
        whole = [sum(weights) for weights in burdens.plan.measures[: len(burdens.sides)]]
        limits = ceilings or {}
        self._boxes = Boxes(
            [
                min(most, int(limits[side] // burdens.unit)) if side in limits else most
                for side, most in zip(burdens.sides, whole, strict=True)
            ]
        )
        self._points: dict[Corner, Concession] = {}

    @property
    def points(self) -> tuple[Concession, ...]:
        """What has been found, the cheapest first; one concession, of fewest demands, for each way to share."""
        order = sorted(self._points, key=lambda point: (self._points[point].cost, point))
        return tuple(self._points[point] for point in order)

    @property
    def corners(self) -> tuple[dict[str, Fraction], ...]:
        """The open boxes, the largest first: whatever is missing asks of each side at most what one of these says."""
        return tuple(
            {side: most * self._burdens.unit for side, most in zip(self._burdens.sides, box, strict=True)}
            for box in sorted(self._boxes.open.tolist(), key=lambda box: (-sum(box), box))
        )

    @property
    def n_corners(self) -> int:
        """How many boxes are open."""
        return len(self._boxes)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not len(self._boxes)

    def steps(self) -> Iterator[Concession]:
        """Yield the points of the frontier as they are found; it ends early where a question was too hard.

        Notes
        -----
        One small program for each point and for each box that is closed: with five sides and 300 demands 1452 boxes
        for 132 points, about 1.5 ms each.
        """
        burdens = self._burdens
        while len(self._boxes):
            box = self._boxes.largest()
            burdens.begin()
            for side, most in enumerate(box):
                burdens.plan.limit(side, most)
            try:
                found = burdens.least(burdens.total, burdens.number)
            except QuestionError:
                return
            if found is None:
                self._boxes.close(box)
                continue
            point = tuple(burdens.plan.measure(side, found) for side in range(len(box)))
            self._points[point] = burdens.concession(found)
            self._boxes.split(point)
            yield self._points[point]
