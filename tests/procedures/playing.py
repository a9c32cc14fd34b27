"""Playing games in tests to their end, and clever play found by trying every move."""

from fractions import Fraction

from placet.procedures.drive import play_out
from placet.procedures.game import CHANCE
from placet.procedures.moves import Act


def appointed(state, strategy):
    """The outcomes of all branches with their probabilities, by who is appointed."""
    found = {}
    for branch in play_out(state, strategy):
        key = branch.state.outcome.appointed
        found[key] = found.get(key, Fraction(0)) + branch.probability
    return found


def only(found):
    """The one name that is appointed for certain."""
    (((name,), probability),) = found.items()
    assert probability == 1
    return name


def clever(state, rankings):
    """Whom subgame-perfect play appoints when one moves at a time and rankings are strict; None for an impasse."""
    if state.outcome is not None:
        return state.outcome.appointed[0] if state.outcome.appointed else None
    (actor,) = state.to_move
    assert actor != CHANCE
    ranking = [*rankings[actor.id], None]
    ends = (
        clever(state.play({actor: move}), rankings)
        for move in state.moves(actor).every()
        if move.act not in {Act.SILENCE, Act.PASS}
    )
    return min(ends, key=ranking.index)
