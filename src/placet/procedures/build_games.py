"""Rules and settings become the games with papers, votes, consent and coins, and strikes with passes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from placet.errors import QuestionError
from placet.procedures.alternate_strikes import SKIPPED, AlternateStrikes
from placet.procedures.combine import Silence
from placet.procedures.consent_rounds import ASSENT, ConsentRounds
from placet.procedures.game import Party, Procedure
from placet.procedures.reasoned_vote import SILENCES, ReasonedVote
from placet.procedures.repeated_ballots import RepeatedBallots
from placet.procedures.straw_polls import NO_OPINION, StrawPolls
from placet.procedures.strike_and_flip import SHARED_STANDS, SHARED_WINS, StrikeAndFlip
from placet.procedures.unstated import Unstated

if TYPE_CHECKING:
    from placet.procedures.build import Terms

GAME_EXTRAS = (
    "rounds",
    "passes-to-end",
    "permanent",
    "open-polls",
    "needed-later",
    "present",
    "shared",
)
"""Settings of these games that are no field of the record."""


def build_straw_polls(terms: Terms, parties: tuple[Party, ...]) -> Procedure:
    """Return straw polls; who is permanent and when the papers have colours is asked for."""
    ids = tuple(party.id for party in parties)
    if terms.get("permanent") is None:
        raise Unstated("permanent", (f"those of {', '.join(ids)} whose discouragement is a veto", "none"))
    permanent = tuple(name for name in terms.words("permanent") if name != "none")
    if terms.get("open-polls") is None:
        raise Unstated("open-polls", ("how many polls are held before papers have colours, such as 1",))
    return StrawPolls(
        terms.rules.id,
        needed=_needed(terms, len(ids)),
        permanent=permanent,
        open_polls=terms.number("open-polls", 0) or 0,
        polls=terms.number("rounds"),
        silence=_one_of("silence", terms.get("silence"), (NO_OPINION,)),
    )


def build_reasoned_vote(terms: Terms, parties: tuple[Party, ...]) -> Procedure:
    """Return a vote with reasoned vetoes."""
    silence = _one_of("silence", terms.get("silence"), SILENCES)
    return ReasonedVote(terms.rules.id, _needed(terms, len(parties)), terms.number("rounds"), silence)


def build_consent_rounds(terms: Terms, parties: tuple[Party, ...]) -> Procedure:  # noqa: ARG001 -- as the others
    """Return consent rounds."""
    silence = _one_of("silence", terms.get("silence"), (ASSENT,))
    return ConsentRounds(terms.rules.id, terms.number("rounds"), silence)


def build_repeated_ballots(terms: Terms, parties: tuple[Party, ...]) -> Procedure:
    """Return ballot after ballot; a party without seats given has one vote."""
    weights = terms.numbers("party-seats")
    stated = terms.get("aggregate") or ""
    later, present = re.search(r"then (\d+)", stated), re.search(r"(\d+) present", stated)
    total = sum(dict(weights).get(party.id, 1) for party in parties)
    return RepeatedBallots(
        _needed(terms, total),
        weights,
        needed_later=terms.number("needed-later", int(later[1]) if later else None),
        quorum=terms.number("present", int(present[1]) if present else 0) or 0,
        rounds=terms.number("rounds"),
        name=terms.rules.id,
    )


def build_strike_and_flip(terms: Terms, parties: tuple[Party, ...]) -> Procedure:  # noqa: ARG001 -- as the others
    """Return strike and flip."""
    shared = _one_of("shared", terms.get("shared"), (SHARED_WINS, SHARED_STANDS))
    return StrikeAndFlip(terms.rules.id, terms.number("k"), shared, terms.choice("silence", Silence))


def build_jury_strikes(terms: Terms, parties: tuple[Party, ...]) -> Procedure:
    """Return strikes with a number for each party, in which turns may be let go; successive passes end them."""
    given = dict(terms.numbers("caps"))
    if set(given) != {party.id for party in parties}:
        example = ",".join(f"{party.id}=6" for party in parties)
        raise Unstated("caps", (f"the strikes of every party, such as {example}",))
    return AlternateStrikes(
        terms.rules.id,
        survivors=terms.number("seats", 12) or 12,
        may_pass=True,
        silence=_one_of("silence", terms.get("silence"), (SKIPPED,)),
        passes_to_end=terms.number("passes-to-end", 2),
        rounds=terms.number("rounds"),
    )


GAMES: Mapping[str, Callable[[Terms, tuple[Party, ...]], Procedure]] = {
    "straw-polls": build_straw_polls,
    "reasoned-vote": build_reasoned_vote,
    "consent-rounds": build_consent_rounds,
    "repeated-ballots": build_repeated_ballots,
    "strike-and-flip": build_strike_and_flip,
    "jury-strikes": build_jury_strikes,
}
"""Each of these mechanisms, and what builds it."""

BY_TURNS = frozenset({"alternate-strikes", "jury-strikes", "rule-of-k-names", "alternating-offers"})
"""Mechanisms in which it matters whose turn is first."""


def _needed(terms: Terms, voters: int) -> int:
    """Return how many votes are needed: what is set as the quota, else the number with which the aggregate begins."""
    given = terms.number("quota")
    if given is not None:
        return given
    stated = re.match(r"\d+", terms.get("aggregate") or "")
    if stated is None:
        raise Unstated("quota", (f"the number of votes that are needed, 1 to {voters}",))
    return int(stated[0])


def _one_of(field: str, value: str | None, known: tuple[str, ...]) -> str | None:
    if value is not None and value not in known:
        raise QuestionError(f"{field} “{value}”", " or ".join(known))
    return value


def order_script(turns: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose turn it is from a script in which ``north*2`` stands for two turns of the north in a row.

    Raises
    ------
    QuestionError
        If a turn is repeated no times or more than 99 times.
    """
    order: list[str] = []
    for turn in turns:
        name, star, times = turn.rpartition("*")
        if not star:
            order.append(turn)
            continue
        if not re.fullmatch(r"[1-9]\d?", times.strip()):
            raise QuestionError(f"the turn “{turn}”", "a party and how many turns in a row, such as north*2")
        order.extend([name.strip()] * int(times))
    return tuple(order)
