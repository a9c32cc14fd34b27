"""The sweep: every value above some corner is found, and only those."""

from __future__ import annotations

from random import Random

import pytest

from placet.zone.corners import Corners
from placet.zone.region import Region
from placet.zone.solver import SolverError
from placet.zone.sweep import Sweep
from zone.best_cases import allotment, bests


def table(seed):
    rng = Random(seed)
    return [tuple(rng.randint(0, 12) for _ in range(3)) for _ in range(15)]


def swept(search, region, corners, sides=None):
    sweep, found = Sweep(search, region, corners, sides), []
    while (value := sweep.following()) is not None:
        found.append(value)
        corners.reach(value)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_every_corner_that_some_value_reaches_is_reached(seed):
    values = table(seed)
    rng = Random(seed + 100)
    points = [tuple(rng.randint(3, 9) for _ in range(3)) for _ in range(6)]
    zone = bests(allotment(values))
    whole = zone.utilities.units == (1, 1, 1)
    assert whole, "the test reads scores as whole units"
    corners = Corners(points)
    found = swept(zone.search, Region.whole(3), corners)

    def reached(point):
        return any(all(one >= low for one, low in zip(value, point, strict=True)) for value in values)

    assert set(found) <= set(values)
    left = corners.points.tolist()
    assert not any(reached(point) for point in left)
    assert bool(found) == any(reached(point) for point in points)


def test_sides_that_are_not_asked_about_need_not_reach_the_corner():
    zone = bests(allotment([(9, 1), (4, 4)]))

    assert swept(zone.search, Region.whole(2), Corners([(8, 8)])) == []
    assert swept(zone.search, Region.whole(2), Corners([(8, -100)]), [0]) == [(9, 1)]


def test_a_value_that_is_not_left_out_is_refused_when_it_comes_again():
    sweep = Sweep(bests(allotment([(9, 1), (4, 4)])).search, Region.whole(2), Corners([(4, 4)]))
    assert sweep.following() == (4, 4)

    with pytest.raises(SolverError):
        sweep.following()
