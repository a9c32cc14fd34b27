"""What the peers must find, by going through every slate of a small case; it counts for itself what a form means."""

from fractions import Fraction
from functools import cache
from itertools import combinations, product
from math import ceil, floor, prod

from placet.case.forms import Apart, Excludes, Share


@cache
def slates(case):
    """Every way to fill the posts with people who may sit there, nobody twice, that keeps the constraints."""
    choices = [list(combinations(case.eligible(post), case.posts[post].seats.at_least)) for post in case.posts]
    found = []
    for chosen in product(*choices):
        seats = [(who, post) for post, people in zip(case.posts, chosen, strict=True) for who in people]
        nobody_twice = len({who for who, _ in seats}) == len(seats)
        if nobody_twice and all(keeps(case, seats, rule.form) for rule in case.constraints.values()):
            found.append(seats)
    return found


def keeps(case, seats, form):
    here = [who for who, post in seats if form.posts is None or post in form.posts]
    match form:
        case Excludes():
            return not case.meant(form.where) & set(here)
        case Apart():
            return len(set(form.people) & set(here)) <= 1
    held = sum(who in case.meant(form.where) for who in here)
    low, high = form.at_least or 0, len(here) if form.at_most is None else form.at_most
    low = ceil(low.of_one * len(here)) if isinstance(low, Share) else low
    high = floor(high.of_one * len(here)) if isinstance(high, Share) else high
    return low <= held <= high


def broken(case):
    """For every slate the demands that it breaks, each set once."""
    return {
        frozenset(one.id for one in case.demands.values() if not keeps(case, seats, one.what)) for seats in slates(case)
    }


def concessions(case):
    every = broken(case)
    return {one for one in every if one and not any(other < one for other in every)}


def conflicts(case):
    """The minimal sets that meet every concession."""
    given_up = concessions(case)
    if not given_up or frozenset() in broken(case):
        return set()
    meets = [
        frozenset(some)
        for size in range(1, len(case.demands) + 1)
        for some in combinations(case.demands, size)
        if all(set(some) & one for one in given_up)
    ]
    return {one for one in meets if not any(other < one for other in meets)}


def cheapest(case):
    return min(sum(case.demands[one].cost for one in found) for found in broken(case))


@cache
def scores(case):
    """What every slate that nobody vetoes is worth to each side, sides in the order of their names."""
    return [
        [sum(told.score(who, post) for who, post in seats) for _, told in sorted(case.preferences.items())]
        for seats in slates(case)
        if all(keeps(case, seats, one.what) for one in case.demands.values())
    ]


def leximin(case):
    return max(sorted(one) for one in scores(case))


def nash(case):
    return max(prod(one) for one in scores(case))


def least_share(case):
    every = scores(case)
    ideals = [max(column) for column in zip(*every, strict=True)]
    return max(min(Fraction(score, ideal) for score, ideal in zip(one, ideals, strict=True)) for one in every)
