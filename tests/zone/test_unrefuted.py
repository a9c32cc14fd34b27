"""Where a proof that there is no settlement would be too long, the answer says whose word it rests on."""

from placet.words.say import say
from placet.zone.solution import answer
from placet.zone.zone import Zone
from zone.tables import table

# Seven cannot be made of two of 3, 3, 5 and 5, but a linear program makes it of halves.
ODD = """
candidates:
  ada: {name: Ada, traits: {votes: 3}}
  ben: {name: Ben, traits: {votes: 3}}
  cleo: {name: Cleo, traits: {votes: 5}}
  dov: {name: Dov, traits: {votes: 5}}
posts: {pair: {title: Pair, seats: 2}}
demands: {seven: {side: a, total: votes, exactly: 7}, no-ada: {side: b, excludes: ada}}
"""


def test_an_answer_that_rests_on_a_solvers_word_says_so_and_calls_no_list_complete():
    found = answer(Zone(table(ODD), most_branches=1))
    told = found.to_dict()
    assert told["unrefuted"] > 0
    assert (told["complete"]["conflicts"], told["complete"]["concessions"]) == (False, False)
    assert any("a solver's word" in say(line) for line in found.explain())


def test_with_branches_enough_every_no_is_proven_and_nothing_is_said_of_a_solver():
    found = answer(Zone(table(ODD)))
    told = found.to_dict()
    assert told["unrefuted"] == 0
    assert (told["complete"]["conflicts"], told["complete"]["concessions"]) == (True, True)
    assert [one["demands"] for one in told["conflicts"]] == [["seven"]]
    assert not any("a solver's word" in say(line) for line in found.explain())


def test_what_is_weighed_by_side_counts_such_answers_too():
    zone = Zone(table(ODD), most_branches=1)
    deadlocked = zone.unrefuted
    zone.fairest()
    assert zone.unrefuted > deadlocked
