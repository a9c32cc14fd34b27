"""Lists and picks against short brute force that shares no code with the games."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from placet.procedures.combine import Silence, Tie
from placet.procedures.drive import play_out
from placet.procedures.game import Paper, Party, Role, paper_of
from placet.procedures.moves import SILENCE, Act, Move, sheet_move
from placet.procedures.picks import Divisor, Picks
from placet.procedures.strategies import sincere
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank

NAMES = "abcdefg"
PARTIES = {"a.one": "a", "a.two": "a", "b": "b"}


@st.composite
def sheets(draw):
    """A sheet for each party: how many of its last it strikes, and its ranking; None for silence."""
    one = st.one_of(st.none(), st.tuples(st.integers(0, 3), st.permutations(NAMES)))
    return {party: draw(one) for party in PARTIES}


def naive_winner(marks, declined):
    """The winners by sums, by the least gap and then by an even lot, found by plain counting."""
    ranks = {
        party: {name: place for place, name in enumerate(ranking[: 7 - strikes], 1)}
        for party, (strikes, ranking) in ((p, m) for p, m in marks.items() if m is not None)
    }
    left = [n for n in NAMES if n not in declined and all(n in given for given in ranks.values())]
    if not left:
        return []

    def per_side(name):
        sides = {PARTIES[party] for party in ranks}
        return [sum(given[name] for party, given in ranks.items() if PARTIES[party] == side) for side in sides]

    lowest = min(sum(per_side(name)) for name in left)
    tied = [name for name in left if sum(per_side(name)) == lowest]
    gaps = {name: max(per_side(name), default=0) - min(per_side(name), default=0) for name in tied}
    return [name for name in tied if gaps[name] == min(gaps.values())]


@settings(max_examples=300, deadline=None)
@given(sheets(), st.sets(st.sampled_from(NAMES), max_size=3))
def test_strike_and_rank_appoints_whom_plain_counting_finds(marks, declined):
    rule = StrikeAndRank(
        lists=(ListRules(strikes=3),),
        silence=Silence.ACCEPTS_ALL,
        ties=(Tie.LEAST_GAP, Tie.LOT),
        authority="the office",
    )
    moves = {
        party: SILENCE if mark is None else sheet_move(tuple(mark[1][7 - mark[0] :]), tuple(mark[1][: 7 - mark[0]]))
        for party, mark in marks.items()
    }

    def strategy(_, actor):
        match actor.role:
            case Role.SIDE:
                return moves[actor.id]
            case Role.NOMINEE:
                return Move(Act.REFUSE if actor.id in declined else Act.ACCEPT)

    paper = Paper((("", tuple(NAMES)),), tuple(Party(party, side) for party, side in PARTIES.items()))
    found = {}
    for branch in play_out(rule.start(paper), strategy):
        outcome = branch.state.outcome
        assert (outcome.referred_to is None) == (outcome.appointed is not None)
        key = outcome.appointed[0] if outcome.appointed else None
        found[key] = found.get(key, Fraction(0)) + branch.probability
    winners = naive_winner(marks, declined)
    assert found == ({name: Fraction(1, len(winners)) for name in winners} or {None: 1})


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=2, max_size=5), st.sampled_from(list(Divisor)), st.integers(1, 9))
def test_picks_fall_in_the_order_of_the_largest_quotients(seats, divisor, offices):
    held = {f"party {number}": count for number, count in enumerate(seats)}
    step = {Divisor.DHONDT: 1, Divisor.SAINTE_LAGUE: 2}[divisor]
    quotients = sorted(
        ((Fraction(count, 1 + step * place), party) for party, count in held.items() for place in range(offices)),
        reverse=True,
    )
    assume(len({quotient for quotient, _ in quotients}) == len(quotients))
    rooms = [f"office {number}" for number in range(offices)]
    rule = Picks(tuple(held.items()), divisor=divisor)
    (branch,) = play_out(rule.start(paper_of(rooms, held)), sincere(dict.fromkeys(held, rooms)))
    assert [party for _, party in branch.state.outcome.seats] == [party for _, party in quotients[:offices]]
