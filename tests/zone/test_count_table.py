"""Numbers larger than a machine word, in pieces."""

from random import Random

import numpy as np
import pytest

from placet.zone.count_table import PIECE, ROOM, Table


def table(numbers):
    """A table with one axis that holds these numbers."""
    n_pieces = max(number.bit_length() for number in numbers) // PIECE + 1
    return Table(
        np.array([[(number >> (PIECE * place)) % 2**PIECE for number in numbers] for place in range(n_pieces)])
    )


def numbers_of(found):
    return [found.number((place,)) for place in range(found.pieces.shape[1])]


@pytest.mark.parametrize("factor", [0, 1, 4095, 4096, ROOM, 10**9 + 7, 10**30])
def test_a_product_is_exact_however_large(factor):
    numbers = [0, 1, 2**PIECE - 1, 2**PIECE, 2**200 - 1, 10**60]
    assert numbers_of(table(numbers).times(factor)) == [number * factor for number in numbers]


def test_sums_are_carried_before_they_overflow():
    numbers = [2**PIECE - 1, 2 ** (2 * PIECE) - 1]
    found = Table(np.zeros((1, 2), dtype=np.int64))
    for _ in range(3 * ROOM):
        found = found.plus(table(numbers), (slice(None),))
    assert numbers_of(found) == [3 * ROOM * number for number in numbers]


def test_an_axis_longer_than_the_room_of_a_word_is_summed_exactly():
    rng = Random(6)
    numbers = [rng.getrandbits(100) for _ in range(3 * ROOM + 5)]
    assert table(numbers).summed(0).number(()) == sum(numbers)


def test_numbers_below_zero_are_carried_like_others():
    numbers = [5, 0, 2**PIECE, 2**200 + 3]
    found = Table(np.zeros((1, 4), dtype=np.int64))
    for _ in range(3 * ROOM):
        found = found.plus(table(numbers), (slice(None),), -1)
    assert numbers_of(found) == [-3 * ROOM * number for number in numbers]
    assert numbers_of(found.times(10**9 + 7)) == [-3 * ROOM * (10**9 + 7) * number for number in numbers]
    assert found.summed(0).number(()) == -3 * ROOM * sum(numbers)
    for _ in range(3 * ROOM):
        found = found.plus(table(numbers), (slice(None),))
    assert numbers_of(found) == [0, 0, 0, 0]
