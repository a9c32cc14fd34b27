"""Corners: what covered values leave undominated, compared with going through every value."""

from __future__ import annotations

from itertools import product
from random import Random

from placet.zone.corners import Corners
from placet.zone.region import Region


def box(floors, ceilings):
    return Region(floors, ceilings)


def lies_above(value, points):
    return any(all(one >= low for one, low in zip(value, point, strict=True)) for point in points)


def test_a_value_is_left_exactly_when_no_covered_value_dominates_or_equals_it():
    for seed in range(20):
        rng = Random(seed)
        covered = [tuple(rng.randint(0, 4) for _ in range(3)) for _ in range(rng.randint(1, 8))]
        corners = Corners.of(box((0, 0, 0), (4, 4, 4)))
        corners.cover(covered)
        for value in product(range(5), repeat=3):
            is_left = not any(all(one <= most for one, most in zip(value, by, strict=True)) for by in covered)
            assert lies_above(value, corners.points.tolist()) == is_left, (seed, value)


def test_no_corner_lies_above_another():
    corners = Corners.of(box((0, 0, 0), (9, 9, 9)))
    rng = Random(5)
    corners.cover(tuple(rng.randint(0, 7) for _ in range(3)) for _ in range(12))
    points = corners.points.tolist()

    assert len(points) > 6
    assert not any(lies_above(one, [other for other in points if other != one]) for one in points)


def test_a_narrower_region_moves_the_corners_into_it():
    corners = Corners.of(box((0, 0), (9, 9)))
    corners.cover([(4, 4)])
    corners.narrow(box((2, 0), (9, 4)))

    assert corners.points.tolist() == [[5, 0]]


def test_covering_stops_when_there_are_too_many_corners():
    corners = Corners.of(box((0, 0), (9, 9)))
    corners.cover([(2, 6), (6, 2), (4, 4)], most=1)

    assert sorted(corners.points.tolist()) == [[0, 7], [3, 0]]


def test_a_value_that_reaches_a_corner_leaves_the_others():
    corners = Corners([(0, 5), (5, 0)])
    corners.reach((7, 2))

    assert corners.points.tolist() == [[0, 5]]
