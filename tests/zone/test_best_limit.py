"""The best settlements when the work is limited: never wrong, and said to be unproven."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from placet.case.catalog import Catalog
from placet.case.nouns import Seats
from placet.errors import QuestionError
from placet.words.say import say
from placet.zone.best import Bests
from placet.zone.criteria import CRITERIA
from placet.zone.program import Program
from placet.zone.search import WORK_EACH
from zone.best_cases import allotment, bests, scores, settlements


def chairs(seed):
    """Return a case of eight candidates for three seats and three sides, with scores that are hard to balance."""
    rng = Random(seed)
    case = allotment([tuple(rng.randint(0, 90) for _ in range(3)) for _ in range(8)])
    return replace(case, posts=Catalog({"seat": replace(case.posts["seat"], seats=Seats(3, 3))}))


def test_when_the_work_ends_the_best_settlement_known_is_returned_and_called_unproven():
    n_unproven = 0
    for seed in range(6):
        case = chairs(seed)
        every = settlements(case)
        for linear_programs in (4, 12, 40):
            zone = short_of_work(case, linear_programs)
            for criterion in CRITERIA:
                answer = zone.best(criterion)
                assert answer.settlement in every
                assert tuple(answer.scores.values()) == scores(case, answer.settlement)
                assert answer.to_dict()["proven"] == answer.proven
                if answer.proven:
                    assert answer.scores == bests(case).best(criterion).scores, (seed, criterion, linear_programs)
                else:
                    n_unproven += 1
                    assert "not settled" in say(answer.explain()[-1])

    assert n_unproven > 10


def test_with_more_work_everything_is_proven():
    zone = bests(chairs(1))

    assert all(zone.best(criterion).proven for criterion in CRITERIA)


@pytest.mark.parametrize("seed", range(4))
def test_all_six_at_once_get_little_work_and_each_is_proven_when_it_is_asked_for_alone(seed):
    zone, whole = bests(chairs(seed)), bests(chairs(seed))
    size = zone.search.landscape.model.n_columns + WORK_EACH

    at_once = zone.all(work=30 * size, work_each=10 * size)

    assert [one.criterion for one in at_once] == list(CRITERIA)
    assert any(not one.proven for one in at_once)
    for one in at_once:
        alone = zone.best(one.criterion)
        assert alone.proven
        assert alone.scores == whole.best(one.criterion).scores
        assert not one.proven or one.scores == alone.scores


def test_what_was_proven_with_all_the_work_stays_so_when_all_six_are_asked_for():
    zone = bests(chairs(1))
    proven = zone.best("leximin")

    assert zone.all(work=0)[CRITERIA.index("leximin")] == proven


def test_without_work_for_a_single_settlement_the_question_is_refused():
    with pytest.raises(QuestionError, match="neither a settlement nor its absence"):
        short_of_work(chairs(1), 0).best("leximin")


def short_of_work(case, linear_programs):
    program = Program.of(case, ())
    formulas, preferences = tuple(program.constraints.values()), tuple(case.preferences.values())
    size = Bests(program, formulas, preferences).search.landscape.model.n_columns + WORK_EACH
    return Bests(program, formulas, preferences, work=linear_programs * size)
