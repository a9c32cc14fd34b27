"""What comes between the moves at the table: somebody withdraws or is challenged, a conflict, a late party."""

from __future__ import annotations

from collections.abc import Callable

from placet.cli.interview import Unclear
from placet.cli.play_moves import Ask, names_of
from placet.procedures.attended import AttendedState
from placet.procedures.game import AUTHORITY, Actor, nominee, side
from placet.procedures.moves import Act, Move
from placet.procedures.table import tidy
from placet.words import Message, message, say

KINDS = ("withdraws", "challenge", "remove", "admit", "nothing")


def ask_between(state: AttendedState, ask: Ask, tell: Callable[[Message], None]) -> tuple[Actor, Move] | None:
    """Return who moves out of turn, and how; None for nobody.

    Raises
    ------
    EOFError
        If nothing more is written.
    """
    kinds = {say(message(f"play.between.{kind}")): kind for kind in KINDS}
    while True:
        try:
            (chosen,) = names_of(ask(message("play.ask.between"), list(kinds), ()), list(kinds)) or ("",)
        except (Unclear, ValueError):
            tell(message("play.unclear.one"))
            continue
        break
    kind = kinds.get(chosen, "nothing")
    if kind == "nothing":
        return None
    if kind == "admit":
        name = tidy(ask(message("play.ask.admit"), (), ()))
        return AUTHORITY, Move(Act.ADMIT, (name,))
    by: Actor = AUTHORITY
    if kind == "challenge":
        parties = [party.id for party in state.paper.parties]
        (party,) = _one(message("play.ask.challenger"), parties, ask, tell)
        by = side(party)
    allowed = state.between(by)
    standing = list(allowed.names) if allowed is not None else []
    (name,) = _one(message(f"play.ask.between.{kind}"), standing, ask, tell)
    if kind == "withdraws":
        return nominee(name), Move(Act.REFUSE)
    reason = ""
    while not reason:
        reason = ask(message(f"play.reason.{kind}"), (), ())
    act = Act.CHALLENGE if kind == "challenge" else Act.REMOVE
    return by, Move(act, (name,), reasons=((name, reason),))


def _one(question: Message, names: list[str], ask: Ask, tell: Callable[[Message], None]) -> tuple[str]:
    while True:
        try:
            found = names_of(ask(question, names, ()), names)
        except Unclear as unclear:
            tell(unclear.why)
            continue
        if len(found) == 1:
            return (found[0],)
        tell(message("play.unclear.one"))
