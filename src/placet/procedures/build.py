"""Rules and settings become a procedure and its paper; what neither states is asked for and never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from placet.case.spoken import nearest
from placet.errors import QuestionError
from placet.procedures.alternate_strikes import SKIPPED, AlternateStrikes
from placet.procedures.alternating_offers import AlternatingOffers
from placet.procedures.build_clauses import CLAUSE_EXTRAS, CLAUSES
from placet.procedures.build_games import BY_TURNS, GAME_EXTRAS, GAMES, order_script
from placet.procedures.combine import Aggregate, Silence, Tie
from placet.procedures.divisors import NAMED, divisor_named, divisors_of
from placet.procedures.fallback import Fallback
from placet.procedures.game import Paper, Party, Procedure
from placet.procedures.moves import Ranking
from placet.procedures.picks import LOT, VOTES, Picks
from placet.procedures.rule_of_k_names import RuleOfKNames
from placet.procedures.rules import FIELDS, Rules
from placet.procedures.simultaneous_veto import SimultaneousVeto
from placet.procedures.strike_and_rank import ListRules, StrikeAndRank
from placet.procedures.unstated import Unstated

EXTRAS = ("turns", "k", "quota", "caps", "passes", "party-seats", "votes", "divisors", "case-number", "draw", "choice")
"""Settings that are no field of the record: facts of this case, and moves of chance and of the authority."""

MADE_MOVES = ("draw", "choice")
"""Settings that are moves and assume nothing."""

COIN = "coin"
Choice = TypeVar("Choice", bound=Enum)


@dataclass(frozen=True)
class Terms:
    """The rules with what is set for this run.

    Parameters
    ----------
    settings : tuple of (str, str)
        What fills a field that the rule leaves open, and what the sides have agreed to do otherwise.
    """

    rules: Rules
    settings: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        known = (*FIELDS, *EXTRAS, *GAME_EXTRAS, *CLAUSE_EXTRAS)
        for field, value in self.settings:
            if field not in known:
                raise QuestionError(
                    f"the setting “{field}”", "a field of the rule, such as tie, silence or draw", nearest(field, known)
                )
            if not value:
                raise QuestionError(f"nothing for “{field}”", "a value after the =")

    @property
    def assumed(self) -> dict[str, str]:
        """What this run takes for granted and the rule does not state, or states otherwise."""
        return {field: value for field, value in self.settings if field not in MADE_MOVES}

    def get(self, field: str) -> str | None:
        """Return what is set for a field, else what the rule states, else None."""
        given = dict(self.settings).get(field)
        if given is not None or field not in self.rules.fields:
            return given
        return self.rules.fields[field].value

    def need(self, field: str, *choices: str) -> str:
        """Return what is set or stated for a field.

        Raises
        ------
        Unstated
            If it is neither.
        """
        value = self.get(field)
        if value is None:
            raise Unstated(field, choices)
        return value

    def number(self, field: str, default: int | None = None) -> int | None:
        """Return a field that is a whole number."""
        value = self.get(field)
        if value is None:
            return default
        if not value.isdecimal() or len(value) > 9:
            raise QuestionError(f"{field} “{value}”", "a whole number")
        return int(value)

    def choice(self, field: str, kind: type[Choice]) -> Choice | None:
        """Return a field that is one of several words."""
        value = self.get(field)
        return None if value is None else _word(field, value, kind)

    def numbers(self, field: str) -> tuple[tuple[str, int], ...]:
        """Return a field such as ``a=3,b=4``."""
        pairs = []
        for part in self.words(field):
            name, sign, value = part.rpartition("=")
            if not sign or not value.strip().isdecimal() or len(value) > 12:
                raise QuestionError(f"{field} “{part}”", "a name and a whole number, such as north=3")
            pairs.append((name.strip(), int(value)))
        return tuple(sorted(pairs))

    def words(self, field: str) -> tuple[str, ...]:
        """Return a field that is several words or names, separated by commas."""
        return tuple(part.strip() for part in (self.get(field) or "").split(",") if part.strip())

    def strikes(self) -> int | None:
        """Return how many names each party may strike; None for any number."""
        value = self.need("strikes", "a number", "any", "none")
        if value == "any":
            return None
        if value != "none" and (not value.isdecimal() or len(value) > 9):
            raise QuestionError(f"strikes “{value}”", "a number, any or none")
        return 0 if value == "none" else int(value)


def _word(field: str, value: str, kind: type[Choice]) -> Choice:
    known = {str(choice.value): choice for choice in kind}
    if value not in known:
        raise QuestionError(f"{field} “{value}”", " or ".join(known), nearest(value, known))
    return known[value]


def build(terms: Terms, parties: tuple[Party, ...], people: tuple[tuple[str, tuple[str, ...]], ...] = ()) -> Procedure:
    """Return the procedure that the rules and settings describe.

    Parameters
    ----------
    people : tuple of (str, tuple of str)
        Whom each party can name for the offices it picks; empty where only offices are picked.

    Raises
    ------
    Unstated
        If it cannot begin without a field that is neither stated nor set.
    QuestionError
        If a setting is not one of those that can be.
    """
    name, seats = terms.rules.id, terms.number("seats", 1) or 1
    match terms.rules.mechanism:
        case "strike-and-rank":
            return _strike_and_rank(terms, seats)
        case "alternate-strikes":
            silence = terms.get("silence")
            if silence not in {None, SKIPPED}:
                raise QuestionError(f"silence “{silence}”", SKIPPED)
            may_pass = terms.get("passes") == "yes"
            return AlternateStrikes(
                name,
                survivors=seats,
                may_pass=may_pass,
                silence=silence,
                passes_to_end=terms.number("passes-to-end"),
                rounds=terms.number("rounds"),
            )
        case "rule-of-k-names":
            return RuleOfKNames(name, k=terms.number("k"))
        case "simultaneous-veto" | "gradual-veto":
            is_gradual = terms.rules.mechanism == "gradual-veto"
            return SimultaneousVeto(name, is_gradual=is_gradual, silence=terms.choice("silence", Silence))
        case "alternating-offers":
            return AlternatingOffers(name)
        case "fallback":
            return Fallback(name, quota=terms.number("quota"), silence=terms.choice("silence", Silence))
        case mechanism if mechanism in CLAUSES:
            return CLAUSES[mechanism](terms, parties)
        case mechanism if mechanism in GAMES:
            return GAMES[mechanism](terms, parties)
        case _:
            return _picks(terms, parties, people)


def _picks(terms: Terms, parties: tuple[Party, ...], people: tuple[tuple[str, tuple[str, ...]], ...]) -> Picks:
    names = " and ".join(party.id for party in parties)
    terms.need("party-seats", f"the seats of {names}, such as {parties[0].id}=3,...")
    own = terms.words("divisors")
    by = divisors_of(own) if own else divisor_named(terms.need("aggregate", *(each.value for each in NAMED)))
    ties = terms.words("tie") or (VOTES,)
    for tie in ties:
        if tie not in {VOTES, LOT}:
            raise QuestionError(f"tie “{tie}”", f"{VOTES} or {LOT}", nearest(tie, (VOTES, LOT)))
    return Picks(terms.numbers("party-seats"), terms.numbers("votes"), by, terms.rules.id, people, ties)


def _strike_and_rank(terms: Terms, seats: int) -> StrikeAndRank:
    rules = terms.rules
    if rules.lists:
        lists = tuple(
            ListRules(each.id, each.seats, each.strikes if each.are_strikes_stated else terms.strikes(), each.fill_from)
            for each in rules.lists
        )
    else:
        lists = (ListRules("", seats, terms.strikes()),)
    number = terms.number("case-number")
    return StrikeAndRank(
        name=rules.id,
        lists=lists,
        ranking=_word("ranks", terms.need("ranks", *(each.value for each in Ranking)), Ranking),
        silence=terms.choice("silence", Silence),
        aggregate=terms.choice("aggregate", Aggregate),
        ties=tuple(_word("tie", word, Tie) for word in terms.words("tie")),
        case_is_odd=None if number is None else number % 2 == 1,
        asks_nominees=terms.get("acceptance") == "asked",
        authority=rules.authority,
    )


def paper_for(terms: Terms, lists: tuple[tuple[str, tuple[str, ...]], ...], parties: tuple[Party, ...]) -> Paper:
    """Return the paper of a run: lists, parties, whose turn it is, and strikes that are not the same for all.

    Raises
    ------
    Unstated
        If play is by turns and nothing says who is first.
    """
    ids = tuple(sorted(party.id for party in parties))
    caps = terms.numbers("caps")
    for party, _ in caps:
        if party not in ids:
            raise QuestionError(f"caps for “{party}”", " or ".join(ids), nearest(party, ids))
    turns = order_script(terms.words("turns"))
    if not turns and terms.rules.mechanism in BY_TURNS:
        takes_coin = terms.rules.mechanism in {"alternate-strikes", "jury-strikes"}
        first = terms.need("first", *((COIN,) if takes_coin else ()), *ids)
        if first != COIN or not takes_coin:
            if first not in ids:
                raise QuestionError(f"first “{first}”", " or ".join(ids), nearest(first, ids))
            turns = (first, *(party for party in ids if party != first))
    return Paper(lists, parties, turns, caps)
