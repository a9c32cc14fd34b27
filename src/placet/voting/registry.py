"""The registry of voting rules: a decorator makes a function a named entry that the command and the docs can list."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from placet.ballots.profile import Profile
from placet.errors import QuestionError
from placet.voting.winners import Winners


class Needs(Enum):
    """What a rule must find on every ballot."""

    RANKS = "a ranking; ties and names left out are allowed"
    TRUNCATED = "a ranking without ties; names may be left out"
    STRICT = "a ranking of all names without ties"
    MARKS = "approvals and vetoes"


class Property(Enum):
    """What is proved of a rule on strict rankings of all names."""

    ANONYMOUS = "the order of the ballots makes no difference"
    NEUTRAL = "renaming the candidates renames the winners"
    EFFICIENT = "nobody wins to whom all voters prefer the same other candidate"
    NEVER_EMPTY = "somebody always wins"
    RESOLUTE = "one alone wins"


FAIR = (Property.ANONYMOUS, Property.NEUTRAL)


@dataclass(frozen=True)
class Rule:
    """A voting rule as the registry lists it.

    Parameters
    ----------
    name : str
        The field's name, hyphenated.
    function : callable
        The rule without a check of the ballots.
    needs : Needs
        What every ballot must hold.
    properties : tuple of Property
        What is proved of it; the tests hold every claim.
    source : str
        Where the rule comes from.
    options : tuple of str
        The names of the options that `function` takes.
    """

    name: str
    function: Callable[..., Winners]
    needs: Needs
    properties: tuple[Property, ...]
    source: str
    options: tuple[str, ...]

    @property
    def summary(self) -> str:
        """The rule in one sentence."""
        return (inspect.getdoc(self.function) or "").partition("\n")[0]

    def __call__(self, profile: Profile, /, **options: Any) -> Winners:
        """Return the winners.

        Raises
        ------
        QuestionError
            If the ballots do not hold what the rule needs, or an option is not one of the rule's.
        """
        for option in options:
            if option not in self.options:
                takes = f"an option of {self.name}: {', '.join(self.options)}" if self.options else "no option"
                raise QuestionError(f"the option {option}", takes)
        if not holds(profile, self.needs):
            raise QuestionError(_lacking(profile, self.needs), f"on every ballot {self.needs.value} ({self.name})")
        return self.function(profile, **options)


Decorated = Callable[..., Winners]


def voting_rule(
    name: str, needs: Needs, properties: tuple[Property, ...], *, source: str
) -> Callable[[Decorated], Rule]:
    """Make a function an entry of the registry (`placet.voting.rules`); its keyword-only parameters are its options."""

    def register(function: Decorated) -> Rule:
        parameters = inspect.signature(function).parameters.values()
        options = tuple(one.name for one in parameters if one.kind is inspect.Parameter.KEYWORD_ONLY)
        return Rule(name, function, needs, properties, source, options)

    return register


def holds(profile: Profile, needs: Needs) -> bool:
    """Whether every ballot of a profile holds what a rule needs."""
    match needs:
        case Needs.RANKS:
            return profile.ranks is not None
        case Needs.TRUNCATED:
            return profile.is_strict_as_far_as_it_goes
        case Needs.STRICT:
            return profile.is_strict
        case Needs.MARKS:
            return profile.marks is not None


def _lacking(profile: Profile, needs: Needs) -> str:
    if needs is Needs.MARKS:
        return "ballots without approvals and vetoes"
    if profile.ranks is None:
        return "ballots without rankings"
    if profile.is_strict_as_far_as_it_goes:
        return "a ballot that leaves names out"
    return "a ballot with a tie"
