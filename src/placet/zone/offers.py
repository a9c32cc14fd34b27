"""Conditional offers, "we lift this if they lift that": what they lift when nobody moves first, and together.

Offers only ever lift demands, and the more is lifted the more offers apply. So there is a least set of demands that
the offers lift by themselves (nobody moves on a promise), and a greatest one (every offer that can hold is trusted);
both are fixed points (Knaster and Tarski). What lies between them waits in a circle, and takes a joint move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """What one side would lift, and on what condition.

    Parameters
    ----------
    side : str
    lifts : tuple of str
        Demands of that side.
    condition : tuple of str
        Demands that must all be lifted first; none: the offer is made freely.
    """

    side: str
    lifts: tuple[str, ...]
    condition: tuple[str, ...] = ()


@dataclass(frozen=True)
class Circle:
    """Offers that wait for each other: each applies once the others do, and none before.

    Parameters
    ----------
    offers : tuple of int
        Positions of the offers, none of which could be left out.
    lifts : tuple of str
        The demands that they lift together, in the order of the offers.
    """

    offers: tuple[int, ...]
    lifts: tuple[str, ...]


@dataclass(frozen=True)
class Agreement:
    """What offers come to.

    Parameters
    ----------
    least : frozenset of str
        What is lifted when each side moves only after what it asks for has been lifted.
    greatest : frozenset of str
        What is lifted when all offers that can hold together are acted on at once.
    circles : tuple of Circle
        The joint moves that lie between, in an order in which they can be made.
    void : tuple of int
        Offers whose condition is not met even then.
    """

    least: frozenset[str]
    greatest: frozenset[str]
    circles: tuple[Circle, ...]
    void: tuple[int, ...]


def agree(offers: Sequence[Offer], already: Iterable[str] = ()) -> Agreement:
    """Return what the offers lift by themselves, together, and by which joint moves.

    Parameters
    ----------
    already : iterable of str
        Demands that count as lifted from the start.

    Notes
    -----
    O(n squared) for n offers, and O(n cubed) where many of them wait in circles.
    """
    start = frozenset(already)
    least = _least(offers, start)
    greatest = _greatest(offers, start)
    return Agreement(
        least,
        greatest,
        tuple(_circles(offers, start, greatest)),
        tuple(at for at, offer in enumerate(offers) if not greatest.issuperset(offer.condition)),
    )


def lifted_by(offers: Iterable[Offer], lifted: frozenset[str], start: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return what is lifted once these demands are: the monotone operator of the offers."""
    return start.union(*(offer.lifts for offer in offers if lifted.issuperset(offer.condition)))


def _least(offers: Iterable[Offer], start: frozenset[str]) -> frozenset[str]:
    return _fixed_point(offers, start, start)


def _greatest(offers: Sequence[Offer], start: frozenset[str]) -> frozenset[str]:
    return _fixed_point(offers, start, start.union(*(offer.lifts for offer in offers)))


def _fixed_point(offers: Iterable[Offer], start: frozenset[str], lifted: frozenset[str]) -> frozenset[str]:
    offers = tuple(offers)
    while (following := lifted_by(offers, lifted, start)) != lifted:
        lifted = following
    return lifted


def _circles(offers: Sequence[Offer], start: frozenset[str], greatest: frozenset[str]) -> Iterator[Circle]:
    """Yield joint moves, each as small as can be, until what they lift and what follows is the greatest."""
    lifted = _least(offers, start)
    while lifted != greatest:
        moved = _smallest_move(offers, lifted)
        fresh = dict.fromkeys(demand for at in moved for demand in offers[at].lifts if demand not in lifted)
        yield Circle(moved, tuple(fresh))
        lifted = _least(offers, lifted.union(fresh))


def _smallest_move(offers: Sequence[Offer], lifted: frozenset[str]) -> tuple[int, ...]:
    """Return offers that hold up each other and none of which can be left out, beside what is lifted already.

    Later offers are left out first.
    """
    kept = list(range(len(offers)))
    for at in reversed(range(len(offers))):
        fewer = [place for place in kept if place != at]
        if _held_up(offers, fewer, lifted) - lifted:
            kept = fewer
    # What is left holds itself up as a whole: an offer that adds nothing would have been left out.
    return tuple(kept)


def _held_up(offers: Sequence[Offer], kept: Iterable[int], lifted: frozenset[str]) -> frozenset[str]:
    return _greatest([offers[place] for place in kept], lifted)
