"""Committee rules by their definitions, voter by voter and committee by committee, in fractions."""

from fractions import Fraction
from itertools import combinations


def every_committee(names, size):
    """All committees of a size, or of any size."""
    sizes = range(len(names) + 1) if size is None else [size]
    return [frozenset(one) for count in sizes for one in combinations(names, count)]


def hamming(committee, ballot):
    return len(committee ^ ballot)


def worth(rule, committee, ballots):
    """What a rule makes large, of one committee."""
    match rule:
        case "minisum":
            return -sum(hamming(committee, ballot) for ballot in ballots)
        case "minimax":
            return -max(hamming(committee, ballot) for ballot in ballots)
        case "pav":
            return sum(Fraction(1, place) for ballot in ballots for place in range(1, len(committee & ballot) + 1))
        case "chamberlin-courant":
            return sum(1 for ballot in ballots if committee & ballot)


def best(rule, committees, ballots):
    """All committees among these that are best, as a set of frozensets."""
    most = max((worth(rule, one, ballots) for one in committees), default=None)
    return {one for one in committees if worth(rule, one, ballots) == most}


def in_turn(rule, committees, ballots, names, size):
    """All committees that a sequential rule can come to, breaking ties in every way.

    Somebody may be taken if some committee among these holds all who are taken.
    """
    found = set()

    def can_hold(taken):
        return any(taken <= one for one in committees)

    def go_on(taken, money, loads):
        if len(taken) == size:
            found.add(taken)
            return
        able = [name for name in names if name not in taken and can_hold(taken | {name})]
        if money is not None:
            prices = {name: price(name, money, ballots) for name in able}
            prices = {name: one for name, one in prices.items() if one is not None}
            if prices:
                least = min(prices.values())
                for name in (name for name, one in prices.items() if one == least):
                    paid = [
                        min(has, least) if name in ballot else 0 for has, ballot in zip(money, ballots, strict=True)
                    ]
                    go_on(taken | {name}, [has - pays for has, pays in zip(money, paid, strict=True)], None)
                return
            loads = [-has for has in money]
        reached = {}
        for name in able:
            carried = [load for load, ballot in zip(loads, ballots, strict=True) if name in ballot]
            if carried:
                reached[name] = (1 + sum(carried)) / Fraction(len(carried))
        if not reached:
            for name in able:
                go_on(taken | {name}, None, loads)
            return
        least = min(reached.values())
        for name in (name for name, one in reached.items() if one == least):
            after = [least if name in ballot else load for load, ballot in zip(loads, ballots, strict=True)]
            go_on(taken | {name}, None, after)

    if can_hold(frozenset()):
        share = Fraction(size, len(ballots))
        nothing = [Fraction(0)] * len(ballots)
        go_on(frozenset(), [share] * len(ballots) if rule == "equal-shares" else None, nothing)
    return found


def price(name, money, ballots):
    """The smallest payment at which those who approve somebody have 1 together, if each pays that or all they have."""
    has = sorted(amount for amount, ballot in zip(money, ballots, strict=True) if name in ballot)
    if sum(has) < 1:
        return None
    missing = Fraction(1)
    for place, amount in enumerate(has):
        if missing <= amount * (len(has) - place):
            return missing / (len(has) - place)
        missing -= amount
    return None


def justified(committee, ballots, names, size):
    """Whether extended justified representation holds: for every l, of every group that deserves l members and agrees
    on l candidates, somebody approves l members."""
    for wanted in range(1, size + 1):
        for agreed in combinations(names, wanted):
            group = [ballot for ballot in ballots if set(agreed) <= ballot]
            unheard = [ballot for ballot in group if len(ballot & committee) < wanted]
            if len(unheard) * size >= wanted * len(ballots):
                return False
    return True
