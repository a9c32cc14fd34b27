"""The protocol of the games: who may move, what a move may be, and what a log tells."""

import json
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.errors import QuestionError
from placet.procedures.alternate_strikes import AlternateStrikes
from placet.procedures.alternating_offers import AlternatingOffers
from placet.procedures.attended import Attended
from placet.procedures.combine import Silence, Tie
from placet.procedures.consent_rounds import ConsentRounds
from placet.procedures.drive import play_out, replay, scripted
from placet.procedures.fallback import Fallback
from placet.procedures.game import CHANCE, Paper, Party, nominee, paper_of, side
from placet.procedures.logs import paper_from, paper_to_dict, play_again, steps_of
from placet.procedures.moves import SILENCE, Act, Marked, Move, Moves, Ranking, sheet_move
from placet.procedures.picks import Picks
from placet.procedures.reasoned_vote import ReasonedVote
from placet.procedures.repeated_ballots import RepeatedBallots
from placet.procedures.rule_of_k_names import RuleOfKNames
from placet.procedures.simultaneous_veto import SimultaneousVeto
from placet.procedures.strategies import sincere
from placet.procedures.straw_polls import StrawPolls
from placet.procedures.strike_and_flip import StrikeAndFlip
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from placet.procedures.unstated import Unstated
from placet.words import say

LISTS = StrikeAndRank(lists=(ListRules(strikes=1),), silence=Silence.ACCEPTS_ALL, ties=(Tie.LEAST_GAP, Tie.LOT))
GAMES = [
    LISTS,
    replace(LISTS, asks_nominees=False, silence=Silence.BLOCKS),
    AlternateStrikes(silence="skipped"),
    AlternateStrikes(survivors=2, may_pass=True, silence="skipped"),
    RuleOfKNames(),
    SimultaneousVeto(silence=Silence.BLOCKS),
    SimultaneousVeto(silence=Silence.ACCEPTS_ALL),
    SimultaneousVeto(is_gradual=True, silence=Silence.ACCEPTS_ALL),
    AlternatingOffers(),
    Fallback(silence=Silence.BLOCKS),
    Picks((("north", 3), ("south", 2)), (("north", 30), ("south", 21))),
    AlternateStrikes("jury-strikes", survivors=1, may_pass=True, silence="skipped", passes_to_end=2, rounds=2),
    StrawPolls(needed=2, permanent=("south",), open_polls=1, polls=2, silence="no-opinion"),
    ReasonedVote(needed=1, rounds=2, silence="assent"),
    ConsentRounds(rounds=2, silence="assent"),
    RepeatedBallots(needed=2, rounds=2, quorum=1),
    StrikeAndFlip(k=2, shared="stands", silence=Silence.ACCEPTS_ALL),
    StrikeAndFlip(k=2, shared="appointed", silence=Silence.BLOCKS),
    Attended(LISTS, roster=("y", "z")),
]
ORDERED = (RuleOfKNames, AlternatingOffers)


def start(game, names="abcd", *, coin=False):
    order = () if coin and not isinstance(game, ORDERED) else ("south", "north")
    return paper_of(names, ["north", "south"], order)


def play_anyhow(data, game, paper):
    """Every actor makes any move that is allowed, as the data draws it."""
    state = game.start(paper)
    while state.outcome is None:
        moves = {}
        for actor in sorted(state.to_move, key=lambda actor: actor.id):
            allowed = list(state.moves(actor).every())
            moves[actor] = data.draw(st.sampled_from(allowed))
        state = state.play(moves)
    return state


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_replaying_a_log_gives_the_same_outcome(data):
    game = data.draw(st.sampled_from(GAMES))
    paper = start(game, coin=data.draw(st.booleans()))
    played = play_anyhow(data, game, paper)
    again = replay(game, paper, played.log)
    assert again.outcome == played.outcome
    assert again == played


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_json_of_a_log_can_be_played_again(data):
    game = data.draw(st.sampled_from(GAMES))
    paper = start(game, coin=data.draw(st.booleans()))
    played = play_anyhow(data, game, paper)
    written = json.loads(json.dumps({"paper": paper_to_dict(paper), "steps": steps_of(played.log)}))
    assert paper_from(written["paper"]) == paper
    assert play_again(game, paper, written["steps"]) == played


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_every_step_can_be_said_and_names_its_rule(data):
    game = data.draw(st.sampled_from(GAMES))
    for event in play_anyhow(data, game, start(game, coin=True)).log:
        assert say(event.says)
        assert event.rule
        assert {"event", "by", "rule"} <= event.to_dict().keys()


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_somebody_is_appointed_or_it_is_said_why_not(data):
    game = data.draw(st.sampled_from(GAMES))
    paper = start(game)
    outcome = play_anyhow(data, game, paper).outcome
    assert outcome.appointed or outcome.impasse or outcome.referred_to
    assert isinstance(game, Picks) or set(outcome.appointed or ()) <= set("abcd")


@settings(max_examples=60, deadline=None)
@given(st.permutations("abcde"), st.permutations("abcde"), st.permutations("abcde"), st.sampled_from(range(6)))
def test_the_order_of_a_list_never_matters(north, south, listed, place):
    game = [LISTS, AlternateStrikes(), RuleOfKNames(), SimultaneousVeto(), AlternatingOffers(), Fallback()][place]
    rankings = {"north": north, "south": south}
    ends = [
        play_out(game.start(paper_of(names, parties, ("south", "north"))), sincere(rankings, strikes=1))
        for names, parties in (("abcde", ["north", "south"]), (listed, ["south", "north"]))
    ]
    assert ends[0] == ends[1]


@settings(max_examples=100, deadline=None)
@given(st.permutations("abcdef"), st.permutations("abcdef"), st.sampled_from([0, 1, 2]))
def test_no_side_gets_one_of_its_worst_within_its_strikes(north, south, strikes):
    rankings = {"north": north, "south": south}
    lists = replace(LISTS, lists=(ListRules(strikes=strikes),))
    games = [lists.start(paper_of("abcdef", rankings))]
    caps = {"north": strikes, "south": 5 - strikes}
    games.append(AlternateStrikes().start(paper_of("abcdef", rankings, ("north", "south"), caps)))
    for state, most in zip(games, (dict.fromkeys(rankings, strikes), caps), strict=True):
        for branch in play_out(state, sincere(rankings, strikes)):
            for party, ranking in rankings.items():
                worst = ranking[len(ranking) - most[party] :]
                assert not set(branch.state.outcome.appointed) & set(worst)


def test_a_log_with_a_step_changed_is_refused():
    paper = start(AlternateStrikes())
    log = play_out(AlternateStrikes().start(paper), sincere(dict.fromkeys(("north", "south"), "abcd")))[0].state.log
    false = (*log[:-1], replace(log[-1], says=log[0].says))
    with pytest.raises(QuestionError, match="what the rule makes of it"):
        replay(AlternateStrikes(), paper, false)
    with pytest.raises(QuestionError, match="steps"):
        replay(AlternateStrikes(), paper, log[:-1])


def test_nobody_moves_out_of_turn():
    state = AlternateStrikes().start(start(AlternateStrikes()))
    with pytest.raises(QuestionError, match="moves of north, expected moves of south"):
        state.play({side("north"): Move(Act.STRIKE, ("a",))})


@pytest.mark.parametrize(
    ("move", "says"),
    [
        (sheet_move("ab", "cd"), "2 strikes"),
        (sheet_move("a", "bc"), '"d" neither struck nor ranked'),
        (sheet_move("a", "bcda"), '"a" both struck and ranked'),
        (sheet_move("z", "abcd"), '"z"'),
        (Move(Act.MARK, ("a",), (("b", 1), ("c", 2), ("d", 4))), "ranks that leave a number out"),
        (Move(Act.MARK, ("a", "a"), (("b", 1), ("c", 2), ("d", 3))), "a name twice"),
        (Move(Act.STRIKE, ("a",)), "somebody who strikes"),
    ],
)
def test_a_sheet_that_is_not_allowed_is_refused_with_its_reason(move, says):
    state = LISTS.start(start(LISTS))
    with pytest.raises(QuestionError, match="of north") as refused:
        state.play({side("north"): move, side("south"): SILENCE})
    assert says in str(refused.value)


@pytest.mark.parametrize(
    ("move", "found"),
    [
        (Move(Act.STRIKE, ("z",)), '"z"'),
        (Move(Act.STRIKE, ("a", "b")), "2 names"),
        (Move(Act.SILENCE, ("a",)), "names"),
        (Move(Act.ACCEPT), "somebody who accepts"),
    ],
)
def test_a_move_that_is_not_allowed_is_told(move, found):
    assert Moves((Act.STRIKE, Act.SILENCE), ("a", "b")).objection(move).found == found


def test_every_sheet_that_is_listed_is_allowed_and_no_other_is():
    moves = Moves((Act.MARK,), sheet=(Marked("", ("a", "b", "c"), 1),), ranking=Ranking.SURVIVORS)
    sheets = list(moves.every())
    assert len(set(sheets)) == 6 + 3 * 2
    assert all(moves.objection(sheet) is None for sheet in sheets)


def test_silence_on_which_the_rule_is_silent_is_asked_about():
    game = replace(LISTS, silence=None)
    with pytest.raises(Unstated, match="silence"):
        game.start(start(game)).play({side("north"): SILENCE, side("south"): sheet_move("a", "bcd")})
    for other in (Fallback(), SimultaneousVeto()):
        state = other.start(start(other))
        with pytest.raises(Unstated, match="silence"):
            state.play(dict.fromkeys(state.to_move, SILENCE))
    gap = Unstated("tie", ("lot",))
    assert (pickle.loads(pickle.dumps(gap)).field, str(gap)) == ("tie", str(pickle.loads(pickle.dumps(gap))))


def test_a_state_cannot_be_changed():
    state = LISTS.start(start(LISTS))
    with pytest.raises(FrozenInstanceError):
        state.log = ()


def test_a_coin_is_a_move_like_any_other():
    state = AlternateStrikes().start(start(AlternateStrikes(), coin=True))
    assert state.to_move == {CHANCE}
    assert state.play({CHANCE: Move(Act.DRAW, ("north",))}).to_move == {side("north")}


def test_a_nominee_who_declines_makes_way_for_the_next():
    script = {
        "north": [sheet_move("d", "abc")],
        "south": [sheet_move("d", "abc")],
        "a": [Move(Act.REFUSE)],
        "b": [Move(Act.ACCEPT)],
    }
    (branch,) = play_out(LISTS.start(start(LISTS)), scripted(script))
    assert branch.state.outcome.appointed == ("b",)
    assert [event.kind for event in branch.state.log if event.by == nominee("a")] == ["declines"]


def test_a_candidate_stands_on_one_list_only():
    with pytest.raises(QuestionError, match="twice"):
        Paper((("one", ("a",)), ("two", ("a",))), (Party("north", "north"),))


@pytest.mark.parametrize(
    ("game", "paper", "says"),
    [
        (AlternateStrikes(survivors=5), paper_of("ab", "xy"), "2 names"),
        (AlternateStrikes(), paper_of("ab", "xy", "xz"), "z in the order"),
        (RuleOfKNames(k=9), paper_of("ab", "xy", "xy"), "9 names"),
        (RuleOfKNames(), paper_of("ab", "xy", "xx"), "the order x, x"),
        (RuleOfKNames(), paper_of("ab", "xy"), "order"),
        (AlternatingOffers(), paper_of("ab", "xy"), "order"),
        (AlternatingOffers(), paper_of("ab", "xy", "x"), "the order x"),
        (Fallback(quota=3), paper_of("ab", "xy"), "a quota of 3"),
        (SimultaneousVeto(), paper_of("ab", "xy", (), {"x": 3}), "3 strikes"),
        (StrikeAndRank(lists=(ListRules("chair"),)), paper_of("ab", "xy"), "expected the lists chair"),
    ],
)
def test_a_paper_that_does_not_fit_is_refused(game, paper, says):
    with pytest.raises(QuestionError) as refused:
        game.start(paper)
    assert says in str(refused.value)


def test_vetoes_of_everybody_are_an_impasse():
    state = SimultaneousVeto().start(paper_of("ab", "xy", (), {"x": 1, "y": 1}))
    after = state.play({side("x"): Move(Act.STRIKE, ("a",)), side("y"): Move(Act.STRIKE, ("b",))})
    assert after.outcome.impasse
    offers = AlternatingOffers().start(paper_of("a", "xy", "xy"))
    assert offers.play({side("x"): Move(Act.OFFER, ("a",))}).play({side("y"): Move(Act.REFUSE)}).outcome.impasse


def test_when_all_have_passed_lots_choose_among_those_left():
    game = AlternateStrikes(survivors=2, may_pass=True)
    state = game.start(start(game))
    for party in ("south", "north"):
        state = state.play({side(party): Move(Act.PASS)})
    assert state.to_move == {CHANCE}
    for name in "db":
        state = state.play({CHANCE: Move(Act.DRAW, (name,))})
    assert state.outcome.appointed == ("d", "b")


def test_a_party_without_strikes_left_is_passed_over():
    state = AlternateStrikes().start(paper_of("abcd", ["x", "y"], ["x", "y"], {"x": 1, "y": 2}))
    made = []
    while state.outcome is None:
        (actor,) = state.to_move
        made.append(actor.id)
        state = state.play({actor: Move(Act.STRIKE, state.moves(actor).names[:1])})
    assert "".join(made) == "xyy"


def test_when_nobody_replies_the_authority_appoints():
    game = replace(LISTS, silence=Silence.OTHER_SIDE, authority="the office")
    state = game.start(start(game))
    outcome = state.play(dict.fromkeys(state.to_move, SILENCE)).outcome
    assert (outcome.appointed, outcome.referred_to) == (None, "the office")


LED = (Picks, ConsentRounds)  # somebody else than a side with a ranking has to move


@pytest.mark.parametrize("game", [game for game in GAMES if not isinstance(game, LED)], ids=lambda game: game.name)
def test_a_game_that_is_over_waits_for_nobody(game):
    rankings = {"north": "abcd", "south": "dcba"}
    for branch in play_out(game.start(start(game)), sincere(rankings, strikes=1)):
        assert branch.state.outcome is not None
        assert branch.state.to_move == frozenset()


def test_the_log_of_strikes_names_the_rule_of_every_step():
    game = AlternateStrikes(survivors=2, may_pass=True, silence="skipped")
    state = game.start(start(game, coin=True)).play({CHANCE: Move(Act.DRAW, ("north",))})
    state = state.play({side("north"): Move(Act.STRIKE, ("a",))})
    state = state.play({side("south"): Move(Act.PASS)})
    state = state.play({side("north"): SILENCE})
    for name in "bd":
        state = state.play({CHANCE: Move(Act.DRAW, (name,))})
    assert [(event.kind, event.rule, event.turn) for event in state.log] == [
        ("coin", "first: coin", 1),
        ("strike", "order", 2),
        ("pass", "order", 3),
        ("silence", "silence: skipped", 4),
        ("strikes-over", "order", 4),
        ("draw", "left over: lot", 5),
        ("draw", "left over: lot", 6),
        ("appointed", "last standing", 6),
    ]


def test_a_name_is_drawn_once():
    game = AlternateStrikes(survivors=2, may_pass=True)
    state = game.start(start(game))
    for party in ("south", "north"):
        state = state.play({side(party): Move(Act.PASS)})
    state = state.play({CHANCE: Move(Act.DRAW, ("a",))})
    assert state.moves(CHANCE).names == ("b", "c", "d")


def test_turns_are_let_go_only_where_the_rule_allows_it_and_silence_is_asked_about():
    state = AlternateStrikes().start(start(AlternateStrikes()))
    with pytest.raises(QuestionError, match="somebody who passes"):
        state.play({side("south"): Move(Act.PASS)})
    with pytest.raises(Unstated, match="silence"):
        state.play({side("south"): SILENCE})


def test_as_many_names_as_seats_are_appointed_without_a_strike():
    game = AlternateStrikes(survivors=4)
    assert game.start(start(game)).outcome.appointed == ("a", "b", "c", "d")


def test_three_parties_strike_in_their_order_round_after_round():
    game = AlternateStrikes(survivors=1, silence="skipped")
    state = game.start(paper_of("abcdefg", ["x", "y", "z"], ["z", "x", "y"]))
    made = []
    while state.outcome is None:
        (actor,) = state.to_move
        made.append(actor.id)
        is_silent = len(made) == 2
        state = state.play({actor: SILENCE if is_silent else Move(Act.STRIKE, state.moves(actor).names[:1])})
    assert "".join(made) == "zxyzxyz"


def test_three_parties_with_unequal_strikes_are_passed_over_in_order():
    caps = {"x": 1, "y": 3, "z": 2}
    state = AlternateStrikes().start(paper_of("abcdefg", ["x", "y", "z"], ["x", "y", "z"], caps))
    made = []
    while state.outcome is None:
        (actor,) = state.to_move
        made.append(actor.id)
        state = state.play({actor: Move(Act.STRIKE, state.moves(actor).names[:1])})
    assert "".join(made) == "xyzyzy"
