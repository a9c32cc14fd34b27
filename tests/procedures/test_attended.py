"""What comes between the moves: conflicts, challenges, latecomers, candidates who are gone, lists too short."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.errors import QuestionError
from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.alternating_offers import AlternatingOffers
from placet.procedures.attended import Attended
from placet.procedures.combine import Aggregate, Silence, Tie
from placet.procedures.consent_rounds import ConsentRounds
from placet.procedures.drive import play_out, replay
from placet.procedures.fallback import Fallback
from placet.procedures.game import AUTHORITY, CHANCE, Event, Paper, Party, nominee, paper_of, side
from placet.procedures.logs import play_again, steps_of
from placet.procedures.moves import Act, Move, sheet_move
from placet.procedures.picks import Picks
from placet.procedures.reasoned_vote import ReasonedVote
from placet.procedures.repeated_ballots import RepeatedBallots
from placet.procedures.rule_of_k_names import RuleOfKNames
from placet.procedures.simultaneous_veto import SimultaneousVeto
from placet.procedures.strategies import at_random, sincere
from placet.procedures.straw_polls import StrawPolls
from placet.procedures.strike_and_flip import StrikeAndFlip
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from placet.words import message

LISTS = StrikeAndRank(lists=(ListRules(strikes=1),), silence=Silence.ACCEPTS_ALL, ties=(Tie.LEAST_GAP, Tie.LOT))
TURNS = AlternateStrikes(silence="skipped")
GAMES = [
    LISTS,
    TURNS,
    AlternateStrikes(survivors=2, may_pass=True, silence="skipped"),
    RuleOfKNames(),
    SimultaneousVeto(silence=Silence.ACCEPTS_ALL),
    SimultaneousVeto(is_gradual=True, silence=Silence.ACCEPTS_ALL),
    AlternatingOffers(),
    Fallback(silence=Silence.BLOCKS),
    StrawPolls(needed=2, permanent=("south",), polls=2, silence="no-opinion"),
    ReasonedVote(needed=1, rounds=2, silence="assent"),
    ConsentRounds(rounds=2, silence="assent"),
    RepeatedBallots(needed=2, rounds=2),
    StrikeAndFlip(k=2, shared="stands", silence=Silence.ACCEPTS_ALL),
]


def begin(game=TURNS, names="abcd", roster=(), authority=None):
    return Attended(game, roster, authority).start(paper_of(names, ["north", "south"], ("south", "north")))


def removal(name, why="its firm acts for the south"):
    return {AUTHORITY: Move(Act.REMOVE, (name,), reasons=((name, why),))}


def challenge(party, name):
    return {side(party): Move(Act.CHALLENGE, (name,), reasons=((name, "a brother of the other side's counsel"),))}


def kinds(state):
    return [event.kind for event in state.log]


def test_a_conflict_of_interest_removes_a_name_and_chance_draws_another():
    state = begin(roster=("y", "z")).play(removal("b"))
    assert state.to_move == {CHANCE}
    assert state.moves(CHANCE).names == ("y", "z")
    state = state.play({CHANCE: Move(Act.DRAW, ("z",))})
    assert state.to_move == {side("south")}
    assert state.moves(side("south")).names == ("a", "c", "d", "z")
    assert state.roster == ("y",)
    assert kinds(state) == ["removed", "drawn"]


def test_a_draw_from_the_roster_that_is_not_made_leaves_a_lottery():
    follows = sincere({"north": "zyac", "south": "cayz"})
    branches = play_out(begin(AlternateStrikes(survivors=2), "abc", ("y", "z")).play(removal("b")), follows)
    assert [(branch.state.outcome.appointed, str(branch.probability)) for branch in branches] == [
        (("a", "c"), "1/2"),
        (("a", "c"), "1/2"),
    ]
    assert {branch.state.paper.candidates for branch in branches} == {("a", "c", "y"), ("a", "c", "z")}


def test_a_name_that_replaces_another_joins_its_list():
    lists = StrikeAndRank(lists=(ListRules("chair", strikes=0), ListRules("wing", strikes=0)), ties=(Tie.LOT,))
    paper = Paper((("chair", ("a", "b")), ("wing", ("c", "d"))), (Party("x", "x"), Party("y", "y")))
    state = Attended(lists, ("z",)).start(paper).play(removal("c")).play({CHANCE: Move(Act.DRAW, ("z",))})
    assert dict(state.paper.lists) == {"chair": ("a", "b"), "wing": ("d", "z")}


def test_without_a_roster_the_list_is_shorter_by_one():
    assert begin().play(removal("b")).moves(side("south")).names == ("a", "c", "d")


def test_a_removal_needs_its_reason():
    with pytest.raises(QuestionError, match="without a reason"):
        begin().play({AUTHORITY: Move(Act.REMOVE, ("b",))})


def test_a_list_that_becomes_too_short_to_begin_goes_to_the_authority():
    game = RuleOfKNames(k=3)
    for authority, impasse in ((None, True), ("the office", False)):
        outcome = begin(game, "abc", authority=authority).play(removal("b")).outcome
        assert (outcome.impasse, outcome.referred_to) == (impasse, authority)


def test_when_those_who_are_left_are_as_many_as_the_seats_they_are_appointed():
    state = begin(AlternateStrikes(survivors=3), "abcde")
    state = state.play({side("south"): Move(Act.STRIKE, ("a",))})
    state = state.play({nominee("b"): Move(Act.REFUSE)})
    assert state.outcome.appointed == ("c", "d", "e")


def test_a_latecomer_gets_the_same_names_and_moves_last():
    state = begin().play({AUTHORITY: Move(Act.ADMIT, ("west",))})
    assert state.paper.order == ("south", "north", "west")
    made = []
    while state.outcome is None:
        (actor,) = state.to_move
        made.append(actor.id)
        state = state.play({actor: Move(Act.STRIKE, state.moves(actor).names[:1])})
    assert made == ["south", "north", "west"]


def test_a_latecomer_on_a_side_is_counted_with_its_side():
    lists = StrikeAndRank(lists=(ListRules(strikes=1),), ties=(Tie.LOT,), asks_nominees=False)
    averaged = [
        Attended(StrikeAndRank(**{**vars(lists), "aggregate": each}))
        for each in (Aggregate.SUM, Aggregate.MEAN_WITHIN_SIDE)
    ]
    parties = (Party("claimants.ash", "claimants"), Party("respondent", "respondent"))
    found = []
    for game in averaged:
        state = game.start(Paper((("", tuple("abc")),), parties)).play({AUTHORITY: Move(Act.ADMIT, ("claimants.elm",))})
        sheets = {"claimants.ash": "abc", "claimants.elm": "abc", "respondent": "cba"}
        state = state.play({side(party): sheet_move((), tuple(names)) for party, names in sheets.items()})
        scores = {
            event.to_dict()["names"][0]: event.to_dict()["value"]
            for event in state.log
            if event.kind == "combined-rank"
        }
        found.append(scores)
    # a: ranks 1, 1 and 3; c: ranks 3, 3 and 1
    assert found == [{"a": "5", "b": "6", "c": "7"}, {"a": "4", "b": "4", "c": "4"}]


def test_a_latecomer_comes_too_late_after_the_first_move():
    state = begin().play({side("south"): Move(Act.STRIKE, ("a",))})
    with pytest.raises(QuestionError, match="somebody who admits"):
        state.play({AUTHORITY: Move(Act.ADMIT, ("west",))})


def test_a_third_party_is_refused_where_the_game_is_for_two():
    with pytest.raises(QuestionError, match="two sides"):
        begin(RuleOfKNames()).play({AUTHORITY: Move(Act.ADMIT, ("west",))})
    with pytest.raises(QuestionError, match="one new party"):
        begin().play({AUTHORITY: Move(Act.ADMIT, ("north",))})


def test_a_challenge_that_is_upheld_removes_the_name_and_one_that_is_not_leaves_it():
    state = begin().play(challenge("north", "a"))
    assert state.to_move == {AUTHORITY}
    assert state.play({AUTHORITY: Move(Act.DENY)}).moves(side("south")).names == tuple("abcd")
    upheld = state.play({AUTHORITY: Move(Act.UPHOLD)})
    assert upheld.moves(side("south")).names == tuple("bcd")
    assert kinds(upheld) == ["challenge", "upheld"]


def test_a_challenge_uses_up_no_turn():
    state = begin().play({side("south"): Move(Act.STRIKE, ("a",))}).play(challenge("south", "b"))
    assert state.play({AUTHORITY: Move(Act.UPHOLD)}).to_move == {side("north")}


def test_a_nominee_who_was_found_and_is_gone_makes_way_for_the_next():
    lists = StrikeAndRank(lists=(ListRules(seats=2, strikes=0),), ties=(Tie.LEAST_GAP, Tie.LOT))
    state = begin(lists)
    state = state.play({side(party): sheet_move((), tuple("abcd")) for party in ("north", "south")})
    state = state.play({nominee("a"): Move(Act.ACCEPT)})
    assert state.to_move == {nominee("b")}
    state = state.play({nominee("a"): Move(Act.REFUSE)})
    for name in "bc":
        state = state.play({nominee(name): Move(Act.ACCEPT)})
    assert state.outcome.appointed == ("b", "c")


def test_nobody_comes_between_who_has_no_business_there():
    state = begin()
    for moves in (challenge("west", "a"), {nominee("z"): Move(Act.REFUSE)}):
        with pytest.raises(QuestionError, match="out of turn"):
            state.play(moves)
    with pytest.raises(QuestionError, match='"z"'):
        state.play(removal("z"))


def test_offices_do_not_withdraw():
    state = Attended(Picks((("north", 3), ("south", 1)))).start(paper_of("abc", ["north", "south"]))
    state = state.play({side("north"): Move(Act.CHOOSE, ("a",))})
    with pytest.raises(QuestionError, match="gone in the middle"):
        state.play(removal("b"))


def test_somebody_is_on_the_list_or_on_the_roster():
    with pytest.raises(QuestionError, match="on the roster"):
        begin(roster=("a",))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_whoever_is_gone_is_never_appointed_and_the_log_replays(data):
    game = Attended(data.draw(st.sampled_from(GAMES)), data.draw(st.sampled_from([(), ("y", "z")])))
    paper = paper_of("abcd", ["north", "south"], ("south", "north"))
    state, gone = game.start(paper), set()
    by_chance = at_random(data.draw(st.integers(0, 2**32)))
    while state.outcome is None:
        allowed = state.between(AUTHORITY)
        if allowed is not None and allowed.names and len(gone) < 2 and data.draw(st.integers(0, 3)) == 0:
            name = data.draw(st.sampled_from(allowed.names))
            gone.add(name)
            state = state.play(removal(name))
        else:
            state = state.play({actor: by_chance(state, actor) for actor in state.to_move})
    assert not gone & set(state.outcome.appointed or ())
    assert replay(game, paper, state.log) == state
    assert play_again(game, paper, steps_of(state.log)) == state


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(GAMES), st.integers(0, 2**32))
def test_a_procedure_that_nothing_comes_between_is_as_it_was(game, seed):
    paper = paper_of("abcd", ["north", "south"], ("south", "north"))
    plain, attended = game.start(paper), Attended(game).start(paper)
    by_chance = at_random(seed)
    while plain.outcome is None:
        moves = {actor: by_chance(plain, actor) for actor in plain.to_move}
        plain, attended = plain.play(moves), attended.play(moves)
    assert (attended.outcome, attended.log) == (plain.outcome, plain.log)


def test_a_name_gone_before_a_sealed_round_leaves_the_round_to_be_held():
    state = SimultaneousVeto().start(paper_of("abcd", ["north", "south"]))
    event = Event(1, "withdraws", nominee("a"), "acceptance", message("games.attended.withdraws", name="a"))
    after = state.without("a", event)
    assert after.to_move == {side("north"), side("south")}
    assert after.left == tuple("bcd")
    assert after.without("b", event).without("c", event).outcome.appointed == ("d",)
