"""Voting rules as their definitions read, by brute force: the twins of the fast ones. Nothing of placet is used.

A profile is a list of rankings, each a list of candidates from the best to the worst.
"""

from collections import Counter
from fractions import Fraction
from itertools import chain, combinations


def core(profile, power=None, support=None):
    """Candidates that no coalition blocks: every coalition and what all in it prefer is tried."""
    names = sorted(profile[0])
    power = power or [Fraction(1, len(profile))] * len(profile)
    support = support or dict.fromkeys(names, Fraction(1, len(names)))
    voters = range(len(profile))
    coalitions = list(chain.from_iterable(combinations(voters, size) for size in range(1, len(profile) + 1)))

    def is_blocked(name):
        better = [set(ranking[: ranking.index(name)]) for ranking in profile]
        return any(
            sum(power[i] for i in coalition)
            > 1 - sum(support[other] for other in set.intersection(*(better[i] for i in coalition)))
            for coalition in coalitions
        )

    return {name for name in names if not is_blocked(name)}


def core_by_veto_function(profile):
    """The proportional veto core as Moulin wrote it: t of n voters veto ceil(m*t/n) - 1 candidates."""
    names, n = sorted(profile[0]), len(profile)
    m = len(names)

    def is_blocked(name):
        better = [set(ranking[: ranking.index(name)]) for ranking in profile]
        return any(
            m - len(set.intersection(*(better[i] for i in coalition))) <= -(-m * size // n) - 1
            for size in range(1, n + 1)
            for coalition in combinations(range(n), size)
        )

    return {name for name in names if not is_blocked(name)}


def plurality(profile):
    tops = Counter(ranking[0] for ranking in profile)
    return {name: tops[name] for name in sorted(profile[0])}


def plurality_shares(profile):
    return {name: Fraction(count, len(profile)) for name, count in plurality(profile).items()}


def plurality_veto(profile):
    """One voter after the other takes a point from his worst name that has any; the last to have one."""
    points = plurality(profile)
    gone = []
    for ranking in profile:
        worst = next(name for name in reversed(ranking) if points[name] > 0)
        points[worst] -= 1
        if points[worst] == 0:
            gone.append(worst)
    return gone


def consumption(profile, portions):
    """Eat in exact fractions of time; the last to be eaten up, each with its share of the voters."""
    left = {name: Fraction(portion) for name, portion in portions.items() if portion}
    while True:
        at = Counter(next(name for name in reversed(ranking) if name in left) for ranking in profile)
        time = min(left[name] / count for name, count in at.items())
        left = {name: portion - time * at[name] for name, portion in left.items()}
        if not any(left.values()):
            return {name: Fraction(at[name], len(profile)) for name in sorted(left)}
        left = {name: portion for name, portion in left.items() if portion}


def fallback(profile):
    """The depth and the names whose worst rank is smallest."""
    worst = {name: max(ranking.index(name) + 1 for ranking in profile) for name in profile[0]}
    return min(worst.values()), {name for name in worst if worst[name] == min(worst.values())}


def descent(profile, quota):
    """Truncated rankings: the first depth at which a name has the quota, and those with most voters there."""
    names = sorted(set(chain.from_iterable(profile)))
    for depth in range(1, len(names) + 1):
        support = {name: sum(name in ranking[:depth] for ranking in profile) for name in names}
        if max(support.values()) >= quota:
            return depth, {name for name in names if support[name] == max(support.values())}
    return None, set()


def anti_plurality(profile):
    last = Counter(ranking[-1] for ranking in profile)
    fewest = min(last[name] for name in profile[0])
    return {name for name in profile[0] if last[name] == fewest}


def coombs(profile):
    """Strike all who have most last places until somebody has more than half of the first places."""
    left = set(profile[0])
    while True:
        short = [[name for name in ranking if name in left] for ranking in profile]
        first, last = (Counter(ranking[place] for ranking in short) for place in (0, -1))
        leader, count = first.most_common(1)[0]
        if 2 * count > len(profile):
            return {leader}
        struck = {name for name in left if last[name] == max(last.values())}
        if struck == left:
            return left
        left -= struck


def pareto(profile):
    """Candidates to whom no other is preferred by all."""
    return {
        one
        for one in profile[0]
        if not any(all(r.index(two) < r.index(one) for r in profile) for two in profile[0] if two != one)
    }
