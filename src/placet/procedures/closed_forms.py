"""Closed forms: what theory says of clever play, for lists of any length, and how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from placet.procedures.alternate_strikes import StrikesState
from placet.procedures.alternating_offers import OffersState
from placet.procedures.endings import Ending, Result, certain, mixed
from placet.procedures.game import CHANCE, State
from placet.procedures.picks import PicksState
from placet.procedures.preferences import Preferences
from placet.procedures.rule_of_k_names import KNamesState
from placet.procedures.simultaneous_veto import VetoState

Rankings = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class ClosedForm:
    """What a theorem says of a game.

    Parameters
    ----------
    endings : frozenset of Ending
        Every ending of equilibrium.
    theorem : str
        Which theorem, in one word: the key of its sentence and its source.
    course : tuple of (str, str, tuple of str)
        One way in which it is reached: who does what (``strikes``, ``proposes``, ``chooses``, ``picks``), to whom.
    """

    endings: frozenset[Ending]
    theorem: str
    course: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


def closed_form(state: State, preferences: Preferences) -> ClosedForm | None:
    """Return what theory says of a game from its first move, or None where it says nothing that is known here.

    Every ranking has to be strict, with everybody better than nobody.

    Notes
    -----
    At most the square of the number of names: 100 names of 2 parties take some milliseconds.
    """
    if not preferences.is_strict:
        return None
    rankings = preferences.rankings
    match state:
        case StrikesState():
            return _strikes(state, rankings)
        case KNamesState() if not state.listed:
            return _k_names(state, rankings)
        case OffersState() if state.offered is None:
            first, second = (state.paper.order[(state.offers + place) % 2] for place in (0, 1))
            name = by_offers(rankings[first], rankings[second])
            return ClosedForm(frozenset({certain(name)}), "offers")
        case VetoState() if not state.procedure.is_gradual and not state.draws:
            return _vetoes(state, rankings)
        case PicksState():
            return _picks(state, preferences)
        case _:
            return None


def by_strikes(order: Sequence[str], rankings: Rankings) -> tuple[str, tuple[str, ...]]:
    """Return whom strikes by turns leave, and whom each turn strikes, if everybody looks ahead.

    The order is run backwards: each strikes its worst of those still there.

    References
    ----------
    Mueller, Journal of Economic Theory 1978; Moulin, Econometrica 1981; Moulin, The Strategy of Social Choice, 1983.
    """
    left = set(next(iter(rankings.values())))
    struck = []
    for party in reversed(order):
        worst = next(name for name in reversed(rankings[party]) if name in left)
        left.remove(worst)
        struck.append(worst)
    (name,) = left
    return name, tuple(reversed(struck))


def by_k_names(k: int, proposer: Sequence[str], chooser: Sequence[str]) -> str:
    """Return whom the rule of k names appoints: the proposer's best among the chooser's m - k + 1 best.

    References
    ----------
    Barbera and Coelho, Games and Economic Behavior 70, 2010; with k = h + 1 of 2h + 1 names it is the shortlisting of
    de Clippel, Eliaz and Knight, American Economic Review 104(11), 2014.
    """
    good_enough = set(chooser[: len(chooser) - k + 1])
    return next(name for name in proposer if name in good_enough)


def by_offers(first: Sequence[str], second: Sequence[str]) -> str:
    """Return whom alternating offers and vetoes appoint.

    It is one of the names whose worse rank is smallest. Of two the first to offer gets the one it prefers if the number
    of names is odd, and the other one if it is even.

    References
    ----------
    Anbarci, Journal of Economic Theory 1993; Erlich, Hazon and Kraus, IJCAI 2018.
    """
    places = {name: place for place, name in enumerate(second)}
    worse = {name: max(place, places[name]) for place, name in enumerate(first)}
    least = min(worse.values())
    met = [name for name in first if worse[name] == least]
    return met[0] if len(first) % 2 else met[-1]


def by_vetoes(strikes: dict[str, int], rankings: Rankings) -> tuple[str, ...]:
    """Return whom sealed vetoes can appoint: the efficient names that are among nobody's worst as far as it may strike.

    References
    ----------
    Laslier, Nunez and Sanver, Journal of Economic Theory 2021: two parties with m - 1 strikes together.
    """
    names = next(iter(rankings.values()))
    out = {name for party, count in strikes.items() for name in rankings[party][len(names) - count :]}
    places = {name: [ranking.index(name) for ranking in rankings.values()] for name in names}
    return tuple(
        name
        for name in sorted(set(names) - out)
        if not any(
            other != name and all(a < b for a, b in zip(places[other], places[name], strict=True)) for other in names
        )
    )


def by_picks(order: Sequence[str], rankings: Rankings) -> tuple[str, ...]:
    """Return what each turn of two parties picks, if both look ahead; each is after the best sum over what it gets.

    The order is run backwards: each turn is left the name that the other party likes least of those still there.

    References
    ----------
    Kohler and Chandrasekaran, Operations Research 19, 1971.
    """
    one, two = sorted(rankings)
    other = {one: two, two: one}
    left = set(rankings[one])
    picked = []
    for party in reversed(order):
        name = next(name for name in reversed(rankings[other[party]]) if name in left)
        left.remove(name)
        picked.append(name)
    return tuple(reversed(picked))


def _strikes(state: StrikesState, rankings: Rankings) -> ClosedForm | None:
    procedure = state.procedure
    if procedure.may_pass or procedure.survivors != 1 or state.is_over or state.used or state.outcome is not None:
        return None
    if state.order:
        return _strikes_in(state.order, state, rankings)
    ids = [party.id for party in state.paper.parties]
    found = [
        _strikes_in((first, *(other for other in ids if other != first)), state, rankings) for first in ids
    ]  # as the coin says
    if not all(found):
        return None
    share = Fraction(1, len(ids))
    parts = [(next(iter(one.endings)), share) for one in found if one is not None]
    return ClosedForm(frozenset({mixed(parts)}), "strikes")


def _strikes_in(order: tuple[str, ...], state: StrikesState, rankings: Rankings) -> ClosedForm | None:
    turns = striking_turns(order, state)
    if turns is None:
        return None
    name, struck = by_strikes(turns, rankings)
    course = tuple((party, "strikes", (out,)) for party, out in zip(turns, struck, strict=True))
    return ClosedForm(frozenset({certain(name)}), "strikes", course)


def striking_turns(order: tuple[str, ...], state: StrikesState) -> tuple[str, ...] | None:
    """Return who strikes at each turn until one name is left; None if strikes end before, and lots decide."""
    caps, procedure = dict(state.paper.caps), state.procedure
    to_end = procedure.passes_to_end or len(order)
    last = None if procedure.rounds is None else procedure.rounds * len(order)
    made: list[str] = []
    passes, turn = 0, 0
    while len(made) < len(state.left) - 1:
        if passes >= to_end or (last is not None and turn >= last):
            return None
        party = order[turn % len(order)]
        turn += 1
        if party in caps and made.count(party) >= caps[party]:
            passes += 1
            continue
        made.append(party)
        passes = 0
    return tuple(made)


def _k_names(state: KNamesState, rankings: Rankings) -> ClosedForm:
    proposer, chooser = state.paper.order
    name = by_k_names(state.k, rankings[proposer], rankings[chooser])
    liked = rankings[chooser].index(name)
    listed = (name, *rankings[chooser][liked + 1 : liked + state.k])
    course = ((proposer, "proposes", tuple(sorted(listed))), (chooser, "chooses", (name,)))
    theorem = "shortlisting" if state.k == len(rankings[chooser]) // 2 + 1 else "k-names"
    return ClosedForm(frozenset({certain(name)}), theorem, course)


def _vetoes(state: VetoState, rankings: Rankings) -> ClosedForm | None:
    caps = dict(state.caps)
    if len(caps) != 2 or sum(caps.values()) != len(state.left) - 1:
        return None
    return ClosedForm(frozenset(certain(name) for name in by_vetoes(caps, rankings)), "vetoes")


def _picks(state: PicksState, preferences: Preferences) -> ClosedForm | None:
    if state.procedure.people or state.picked or len(preferences.parties) != 2:
        return None
    order = picking_order(state)
    if order is None:
        return None
    offices = by_picks(order, preferences.rankings)
    held = tuple(sorted(zip(offices, order, strict=True)))
    result = Result(tuple(sorted(order)), held)
    course = tuple((party, "picks", (office,)) for party, office in zip(order, offices, strict=True))
    return ClosedForm(frozenset({Ending(((result, Fraction(1)),))}), "picks", course)


def picking_order(state: PicksState) -> tuple[str, ...] | None:
    """Return who picks at each turn, which does not depend on what is picked; None where a lot decides."""
    order: list[str] = []
    while state.outcome is None:
        if state.to_move == {CHANCE} or state.due is None:
            return None
        (actor,) = state.to_move
        order.append(state.due)
        state = state.play({actor: next(iter(state.moves(actor).every()))})
    return tuple(order)
