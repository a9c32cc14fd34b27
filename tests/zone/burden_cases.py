"""Random tables in deadlock for the tests of burdens, with every way out by brute force."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from placet.case.catalog import Catalog
from placet.case.nouns import Demand, Side
from placet.case.text import Text
from placet.zone.check import Inspector
from zone.count_cases import random_form
from zone.tables import random_table, settlements

SIDES = ("north", "south", "east")
COSTS = [None, *map(Fraction, (1, 1, 2, 3, 5, 8)), Fraction(1, 2), Fraction(4, 3)]

TWO_POSTS = """
candidates: {ada: {name: Ada}, ben: {name: Ben}, cleo: {name: Cleo}}
posts:
  defence: {title: Defence, eligible: {any: [ada, ben]}}
  finance: {title: Finance, eligible: {any: [ben, cleo]}}
demands:
  v1: {side: a, excludes: ada, cost: 3}
  v2: {side: b, excludes: ben, cost: 2}
  v3: {side: a, excludes: cleo, cost: 4}
"""


def random_sides(seed):
    """Return a random case whose demands belong to three sides that hold consent."""
    rng = Random(seed)
    case = random_table(rng)
    demands = [
        Demand(f"demand-{n}", rng.choice(SIDES), random_form(rng, case), rng.choice(COSTS))
        for n in range(rng.randint(2, 9))
    ]
    return replace(
        case,
        sides=Catalog((side, Side(side, Text.plain(side), consent=True)) for side in SIDES),
        demands=Catalog((demand.id, demand) for demand in demands),
    )


def concessions(case):
    """Return every smallest set of demands whose giving up leaves a settlement, by trying all settlements."""
    inspector = Inspector(case)
    soft = [demand for demand in case.demands.values() if not demand.is_red_line]
    red = [demand for demand in case.demands.values() if demand.is_red_line]
    broken = {
        frozenset(inspector.broken_demands(one, soft))
        for one in settlements(case)
        if not inspector.broken_constraints(one) and not inspector.broken_demands(one, red)
    }
    return {one for one in broken if not any(other < one for other in broken)}


def burden(case, given_up):
    """Return what a set of demands asks of each side."""
    costs = [(case.demands[id_].side, case.demands[id_].cost) for id_ in given_up]
    return tuple(sum((cost for side, cost in costs if side == one), Fraction(0)) for one in SIDES)


def is_stuck(case):
    """Whether nobody can be appointed though something could be given up."""
    found = concessions(case)
    return bool(found) and frozenset() not in found
