"""The course of a list procedure: who is struck, whose combined rank is best, how a tie is broken, who is invited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from placet.procedures.combine import Aggregate, Silence, Tie, by_last_name, gap, score
from placet.procedures.game import AUTHORITY, CHANCE, Actor, Event, Outcome, Role, nominee, same_turn, side
from placet.procedures.moves import Act, Move
from placet.procedures.unstated import Unstated
from placet.words import Message, message

if TYPE_CHECKING:
    from placet.procedures.strike_and_rank import ListRules, StrikeAndRank, StrikeAndRankState

AUTHORITY_UNNAMED: Final = "whoever administers the procedure"


def take_sheets(state: StrikeAndRankState, moves: Mapping[Actor, Move], turn: int) -> StrikeAndRankState:
    """Return the state after all sheets came in: who is struck, who is left."""
    procedure = state.procedure
    given = sorted(((actor.id, move) for actor, move in moves.items()), key=lambda pair: pair[0])
    silent = [party for party, move in given if move.act is Act.SILENCE]
    if silent and procedure.silence is None:
        raise Unstated("silence", (choice.value for choice in Silence))
    log = state.log
    for party, move in given:
        log = (*log, *_sheet_events(state, party, move, turn))
    sheets = tuple((party, move) for party, move in given if move.act is Act.MARK)
    struck = frozenset(name for _, move in sheets for name in move.names)
    for name in sorted(struck):
        by = tuple(party for party, move in sheets if name in move.names)
        log = (*log, Event(turn, "struck", None, "strikes", message("procedures.struck", name=name, parties=by)))
    after = replace(state, log=log, sheets=sheets, out=struck)
    if silent and procedure.silence is Silence.BLOCKS:
        said = message("procedures.blocked", parties=tuple(silent))
        blocked = Event(turn, "impasse", None, "silence: blocks", said)
        return replace(after, log=(*log, blocked), outcome=Outcome(impasse=True))
    if not sheets and procedure.silence is Silence.OTHER_SIDE:
        return _refer(after, "silence: other-side-decides", _say_shortfall("procedures.all-silent", procedure))
    return _advance(after)


def _sheet_events(state: StrikeAndRankState, party: str, move: Move, turn: int) -> Iterator[Event]:
    """Yield what a party hands in: in one step, and where there are several lists in one more for each."""
    silence = state.procedure.silence
    if move.act is Act.SILENCE:
        assert silence is not None  # noqa: S101 -- asked for before
        said = message(f"procedures.silent.{silence.value}", party=party)
        yield Event(turn, "silence", side(party), f"silence: {silence.value}", said, move)
        return
    if len(state.paper.lists) == 1:
        said = message("procedures.sheet", party=party, marks=_say_marks(move, state.paper.candidates))
        yield Event(turn, "sheet", side(party), "marks", said, move)
        return
    yield Event(turn, "sheet", side(party), "marks", message("procedures.sheet.several", party=party), move)
    for name, names in state.paper.lists:
        said = message("procedures.sheet.list", party=party, list=name, marks=_say_marks(move, names))
        yield Event(turn, "sheet-of-list", None, "marks", said)


def _say_marks(move: Move, names: Sequence[str]) -> Message:
    struck = tuple(name for name in names if name in move.names)
    ranked = tuple(name for name, _ in sorted(move.ranks, key=lambda pair: pair[1]) if name in names)
    return message(
        "procedures.marks",
        strikes=message("procedures.marks.strikes", names=struck) if struck else message("procedures.marks.no-strikes"),
        ranks=message("procedures.marks.ranks", names=ranked) if ranked else message("procedures.nothing"),
    )


def take_answer(state: StrikeAndRankState, actor: Actor, move: Move, turn: int) -> StrikeAndRankState:
    """Return the state after a lot, a choice of the authority, or a nominee's answer."""
    assert state.waits_for is not None  # noqa: S101 -- somebody was to move
    _, wanted, _ = state.waits_for
    free = replace(state, waits_for=None)
    if actor.role is Role.NOMINEE:
        if move.act is Act.REFUSE:
            said = message("procedures.declines", name=actor.id)
            event = Event(turn, "declines", actor, "acceptance", said, move)
            return _advance(replace(free, log=(*state.log, event), out=state.out | {actor.id}))
        kind = "accepts" if move.act is Act.ACCEPT else "does-not-decline"
        event = Event(turn, kind, actor, "acceptance", message(f"procedures.{kind}", name=actor.id), move)
        return _advance(replace(free, log=(*state.log, event), appointed=(*state.appointed, (wanted, actor.id))))
    (name,) = move.names
    if actor == CHANCE:
        event = Event(turn, "draw", actor, "tie: lot", message("procedures.drawn", name=name), move)
    else:
        said = message("procedures.chosen", who=state.procedure.authority or AUTHORITY_UNNAMED, name=name)
        decides = "aggregate" if state.procedure.aggregate is Aggregate.INSTITUTION else "tie"
        event = Event(turn, "chooses", actor, f"{decides}: institution-chooses", said, move)
    return _invite(replace(free, log=(*state.log, event)), wanted, name)


def take_out(state: StrikeAndRankState, name: str, event: Event) -> StrikeAndRankState:
    """Return the state after somebody on a list, or already found for a seat, is no longer to be had."""
    appointed = tuple(pair for pair in state.appointed if pair[1] != name)
    after = replace(state, log=(*state.log, event), out=state.out | {name}, appointed=appointed, waits_for=None)
    if state.waits_for is not None and name not in state.waits_for[2] and len(appointed) == len(state.appointed):
        return replace(after, waits_for=state.waits_for)
    return _advance(after)


def _advance(state: StrikeAndRankState) -> StrikeAndRankState:
    """Return the state after everything that follows by itself: the next to be invited, or the outcome."""
    filled = [wanted for wanted, _ in state.appointed]
    open_lists = [rules for rules in state.procedure.lists if filled.count(rules.id) < rules.seats]
    if not open_lists:
        return _finish(state)
    # Lists that still have somebody go first: only what they leave can fill the seats of the others.
    for rules in open_lists:
        if _left(state, rules.id):
            return _next_from(state, rules, rules.id)
    for rules in open_lists:
        for other in rules.fill_from:
            if _left(state, other):
                said = message("procedures.fill-from", wanted=_say_list(rules.id), other=_say_list(other))
                event = Event(state.log[-1].turn, "filled-from", None, "shortfall", said)
                is_told = any(before.says == said for before in state.log)
                noted = state if is_told else replace(state, log=(*state.log, event))
                return _next_from(noted, rules, other)
    said = _say_shortfall("procedures.shortfall", state.procedure)
    return _refer(state, "shortfall", said)


def _left(state: StrikeAndRankState, wanted: str) -> list[str]:
    taken = {name for _, name in state.appointed} | state.out
    return [name for name in dict(state.paper.lists)[wanted] if name not in taken]


def _next_from(state: StrikeAndRankState, rules: ListRules, source: str) -> StrikeAndRankState:
    """Return the state after the best-placed of a list is found, or after somebody is asked to say who it is."""
    procedure, left = state.procedure, _left(state, source)
    seats = rules.seats - [wanted for wanted, _ in state.appointed].count(rules.id)
    if len(left) <= seats:
        rule, said = "marks", message("procedures.left-alone", name=left[0])
        if len(left) > 1:
            said = message("procedures.all-left", names=tuple(left))
        return _invite(_note(state, "survives", rule, said), rules.id, left[0])
    if procedure.aggregate is None:
        raise Unstated("aggregate", (choice.value for choice in Aggregate))
    if procedure.aggregate is Aggregate.INSTITUTION:
        asked = message("procedures.institution", who=procedure.authority or AUTHORITY_UNNAMED, names=tuple(left))
        noted = _note(state, "survives", "aggregate: institution-chooses", asked)
        return replace(noted, waits_for=(AUTHORITY, rules.id, tuple(left)))
    return _best_ranked(state, rules.id, source, left, procedure.aggregate)


def _best_ranked(
    state: StrikeAndRankState, wanted: str, source: str, left: list[str], aggregate: Aggregate
) -> StrikeAndRankState:
    """Return the state after the lowest combined rank is found and ties are broken as the rule says."""
    procedure = state.procedure
    sheets, rule = dict(state.sheets or ()), f"aggregate: {aggregate.value}"
    scores = {name: score(name, sheets, state.paper, aggregate) for name in left}
    noted = state
    if source not in state.scored:
        turn = state.log[-1].turn
        told = (
            Event(turn, "combined-rank", None, rule, message("procedures.score", name=name, score=scores[name]))
            for name in sorted(left, key=lambda name: (scores[name], name))
        )
        noted = replace(state, log=(*state.log, *told), scored=state.scored | {source})
    seats = next(rules.seats for rules in procedure.lists if rules.id == wanted)
    seats -= [filled for filled, _ in state.appointed].count(wanted)
    lowest = min(scores.values())
    tied = tuple(name for name in left if scores[name] == lowest)
    if len(tied) <= seats:
        return _invite(noted, wanted, tied[0])  # a tie between those who all have a seat need not be broken
    noted = _note(noted, "tie", rule, message("procedures.tie", names=tied, score=lowest))
    return _break_tie(noted, wanted, tied, aggregate)


def _break_tie(
    state: StrikeAndRankState, wanted: str, tied: tuple[str, ...], aggregate: Aggregate
) -> StrikeAndRankState:
    sheets = dict(state.sheets or ())
    for tie in state.procedure.ties:
        match tie:
            case Tie.LEAST_GAP:
                gaps = {name: gap(name, sheets, state.paper, aggregate) for name in tied}
                least = min(gaps.values())
                tied = tuple(name for name in tied if gaps[name] == least)
                said = message("procedures.tie.least-gap", names=tied, gap=least)
                state = _note(state, "tie-broken" if len(tied) == 1 else "tie", "tie: least-gap", said)
            case Tie.CASE_NUMBER:
                if state.procedure.case_is_odd is None:
                    raise Unstated("case-number", ("the number of the case",))
                parity = "odd" if state.procedure.case_is_odd else "even"
                tied = by_last_name(tied, is_odd=state.procedure.case_is_odd)[:1]
                said = message(f"procedures.tie.{parity}", name=tied[0])
                state = _note(state, "tie-broken", "tie: alphabetical-by-case-number", said)
            case Tie.LOT:
                return replace(state, waits_for=(CHANCE, wanted, tied))
            case Tie.INSTITUTION:
                return replace(state, waits_for=(AUTHORITY, wanted, tied))
        if len(tied) == 1:
            return _invite(state, wanted, tied[0])
    raise Unstated("tie", (choice.value for choice in Tie))


def _invite(state: StrikeAndRankState, wanted: str, name: str) -> StrikeAndRankState:
    if state.procedure.asks_nominees:
        invited = _note(state, "invited", "acceptance", message("procedures.invited", name=name))
        return replace(invited, waits_for=(nominee(name), wanted, (name,)))
    return _advance(replace(state, appointed=(*state.appointed, (wanted, name))))


def _note(state: StrikeAndRankState, kind: str, rule: str, says: Message) -> StrikeAndRankState:
    return replace(state, log=same_turn(state.log, Event(0, kind, None, rule, says)))


def _finish(state: StrikeAndRankState) -> StrikeAndRankState:
    names = tuple(name for _, name in state.appointed)
    noted = _note(state, "appointed", "seats", message("procedures.appointed", names=names))
    seats = state.appointed if any(wanted for wanted, _ in state.appointed) else ()
    return replace(noted, outcome=Outcome(appointed=names, seats=seats))


def _refer(state: StrikeAndRankState, rule: str, says: Message) -> StrikeAndRankState:
    noted = _note(state, "referred", rule, says)
    names = tuple(name for _, name in state.appointed)
    seats = state.appointed if any(wanted for wanted, _ in state.appointed) else ()
    authority = state.procedure.authority
    outcome = Outcome(appointed=names or None, impasse=authority is None, referred_to=authority, seats=seats)
    return replace(noted, outcome=outcome)


def _say_shortfall(words: str, procedure: StrikeAndRank) -> Message:
    authority = procedure.authority
    return message(f"{words}.impasse") if authority is None else message(words, who=authority)


def _say_list(name: str) -> Message:
    return message("procedures.list", name=name)
