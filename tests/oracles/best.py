"""The six criteria, each as a key to be made as large as possible over the Pareto set of the zone.

Readings that the tests rely on:

- Criteria range over the consent holders that have preferences; without any there is one best, criterion null.
- Nash: first the number of sides that gain, then the product of the gains of those that do.
- Kalai-Smorodinsky leaves out the sides whose ideal gain is not positive; ideals are taken within the zone.
- Equal concessions: the least spread of regret, largest less smallest.
"""

from __future__ import annotations

from math import prod


def pareto(vectors):
    """Return the vectors that no other vector dominates."""
    return [
        one
        for one in vectors
        if not any(other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in vectors)
    ]


def keys(vectors, disagreement):
    """Return for each criterion a function from a vector of scores to its key.

    Parameters
    ----------
    vectors : collection of tuple
        The scores of all settlements of the zone.
    disagreement : tuple
        What each side has without agreement.
    """
    ideal = tuple(max(column) for column in zip(*vectors, strict=True))

    def gains(vector):
        return [a - b for a, b in zip(vector, disagreement, strict=True)]

    def regrets(vector):
        return [a - b for a, b in zip(ideal, vector, strict=True)]

    def nash(vector):
        positive = [gain for gain in gains(vector) if gain > 0]
        return (len(positive), prod(positive))

    def kalai_smorodinsky(vector):
        return sorted(gain / most for gain, most in zip(gains(vector), gains(ideal), strict=True) if most > 0)

    return {
        "utilitarian": sum,
        "leximin": sorted,
        "nash": nash,
        "kalai-smorodinsky": kalai_smorodinsky,
        "minimax-regret": lambda vector: -max(regrets(vector)),
        "equal-concessions": lambda vector: -(max(regrets(vector)) - min(regrets(vector))),
    }
