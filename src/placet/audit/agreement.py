"""What the sides agree on before a round: list, rules and keys; the terms that everything sealed is bound to."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from placet.case.spoken import nearest
from placet.procedures.look_alikes import skeleton
from placet.procedures.rules import Rules
from placet.seal.canonical import canonical
from placet.seal.digests import digest
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, items, pairs, text
from placet.seal.keys import Card, card_from
from placet.seal.padding import padded_size
from placet.seal.terms import Terms, check_cards, moment_text, terms_from

NAME_KEYS = ("name", "list")
RULES_KEYS = ("procedure", "edition", "settings")
KEYS = ("terms", "list", "rules", "keeper")
MOST_NAMES = 10_000
JOINERS = "\u200c\u200d"
"""Invisible, and yet part of how Persian and Indic names are written; they make no two names different here."""
BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
"""Letters and marks that are drawn as nothing."""


@dataclass(frozen=True)
class Named:
    """Somebody on the list: the name as all sheets have it, and the list of the procedure, where there are several."""

    name: str
    list: str = ""

    def to_dict(self) -> dict[str, str]:
        """Return the line as it is signed."""
        return {"name": self.name, "list": self.list}


@dataclass(frozen=True)
class Agreement:
    """All that is fixed when a round opens.

    Parameters
    ----------
    names : tuple of Named
        Who can be chosen, in the order of the alphabet.
    procedure : str
        The id of the named procedure.
    edition : str
        The digest of the procedure's data file (hexadecimal), so that nobody can run another version of it.
    settings : mapping from str to str
        What fills the fields that its rule leaves open.
    keeper : Card
        Who keeps the ledger and signs its checkpoints.
    """

    terms: Terms
    names: tuple[Named, ...]
    procedure: str
    edition: str
    settings: Mapping[str, str]
    keeper: Card

    def to_dict(self) -> dict[str, Any]:
        """Return the agreement as the first entry of a round holds it."""
        return {
            "terms": self.terms.to_dict(),
            "list": [named.to_dict() for named in self.names],
            "rules": rules_dict(self.procedure, self.edition, self.settings),
            "keeper": self.keeper.to_dict(),
        }

    @cached_property
    def origin(self) -> str:
        """The name of the round's log."""
        return origin_of(self.terms.case, self.terms.round)

    def to_bytes(self) -> bytes:
        """Return the canonical bytes of the agreement, as its file holds them."""
        return canonical(self.to_dict())


def agree(
    *,
    case: str,
    round_id: str,
    names: Iterable[Named],
    rules: Rules,
    settings: Mapping[str, str],
    sides: Iterable[Card],
    holders: Iterable[Card],
    sets: Iterable[Iterable[str]],
    keeper: Card,
    closes: datetime,
    recovery: Iterable[Iterable[str]] = (),
    recovery_after: datetime | None = None,
    disclosure: str = "agreed",
) -> Agreement:
    """Return an agreement with the terms that follow from it, every part checked.

    Parameters
    ----------
    sets : iterable of iterables of str
        Who can open: all of one of them together.
    recovery, recovery_after : iterable of iterables of str, datetime
        Further sets for when a holder refuses, and from when on; the closing time if left out.

    Raises
    ------
    SealError
        When something could mislead: look-alike names or ids, one key for two, a set within a set.
    """
    rescuing = {tuple(sorted(chosen)) for chosen in recovery}
    every = sorted({tuple(sorted(chosen)) for chosen in sets} | rescuing)
    listed = tuple(sorted(set(names), key=lambda named: (named.list, named.name)))
    written = rules_dict(rules.id, edition_of(rules), settings)
    fields = {
        "placet-terms": "1",
        "suite": "1",
        "case": case,
        "round": round_id,
        "list": list_digest(listed).hex(),
        "rules": digest("rules", canonical(written)).hex(),
        "keeper": digest("keeper", keeper.to_bytes()).hex(),
        "sides": {card.id: card.to_dict() for card in sides},
        "holders": {card.id: card.to_dict() for card in holders},
        "sets": [list(chosen) for chosen in every],
        "recovery": {
            "sets": [str(place) for place, chosen in enumerate(every) if chosen in rescuing],
            "after": moment_text(recovery_after or closes),
        },
        "size": str(padded_size(named.name for named in listed)),
        "closes": moment_text(closes),
        "disclosure": disclosure,
    }
    terms = terms_from(fields)
    return agreement_from(
        {
            "terms": terms.to_dict(),
            "list": [named.to_dict() for named in listed],
            "rules": written,
            "keeper": keeper.to_dict(),
        }
    )


def agreement_from(value: Any) -> Agreement:
    """Return an agreement from its fields, refusing one whose terms are not for this list and these rules."""
    fields = check_keys(value, KEYS, "the agreement")
    terms = terms_from(fields["terms"])
    names = tuple(_named(item) for item in items(fields["list"], "the list"))
    check_names(names)
    rules = check_keys(fields["rules"], RULES_KEYS, "the rules")
    settings = pairs(rules["settings"], "the settings")
    if terms.list_digest != list_digest(names):
        raise SealError("terms for another list", "the list that stands beside them")
    if terms.rules_digest != digest("rules", canonical(rules)):
        raise SealError("terms for other rules", "the rules that stand beside them")
    keeper = card_from(fields["keeper"])
    if terms.keeper_digest != digest("keeper", keeper.to_bytes()):
        raise SealError("terms for another keeper", "the keeper whose card stands beside them")
    check_cards(keeper, *terms.sides.values(), *terms.holders.values())
    return Agreement(
        terms,
        names,
        text(rules["procedure"], "the procedure"),
        text(rules["edition"], "the edition"),
        {name: text(setting, f"the setting {name}") for name, setting in settings.items()},
        keeper,
    )


def check_names(names: Sequence[Named]) -> None:
    """Refuse a list that is empty, unsorted, holds a name twice, two names that look alike, or one not as it looks."""
    if not 0 < len(names) <= MOST_NAMES:
        raise SealError(f"a list of {len(names)} names", f"1 to {MOST_NAMES:,}")
    if list(names) != sorted(set(names), key=lambda named: (named.list, named.name)):
        raise SealError("a list that is unsorted or repeats a line", "each once, sorted")
    seen: dict[str, str] = {}
    times = Counter(named.name for named in names)
    for named in names:
        check_visible(named.name)
        other = seen.setdefault(skeleton(named.name.translate(dict.fromkeys(map(ord, JOINERS)))), named.name)
        if other != named.name or times[named.name] > 1:
            raise SealError(
                f"the name {named.name!r}, which looks like {other!r}", "names that nobody can take for each other"
            )


def check_visible(name: str) -> None:
    """Refuse a name that is not what a reader sees: letters drawn as nothing, or turned round by a hidden mark."""
    hidden = [
        letter
        for letter in name
        if letter not in JOINERS
        and (unicodedata.category(letter) in {"Cc", "Cf", "Cn", "Co", "Zl", "Zp"} or letter in BLANKS)
    ]
    if hidden:
        raise SealError(f"the name {name!r}, which holds U+{ord(hidden[0]):04X}", "a name all of which can be seen")
    if not name.strip(JOINERS) or name != name.strip():
        raise SealError(f"the name {name!r}", "a name that begins and ends with a letter")


def rules_dict(procedure: str, edition: str, settings: Mapping[str, str]) -> dict[str, Any]:
    """Return the rules as they are signed."""
    return {"procedure": procedure, "edition": edition, "settings": dict(sorted(settings.items()))}


def list_digest(names: Sequence[Named]) -> bytes:
    """Return the digest of a list, which every side sees before it seals."""
    return digest("list", canonical([named.to_dict() for named in names]))


def edition_of(rules: Rules) -> str:
    """Return the digest of a procedure's rules as they are on this machine, in hexadecimal."""
    return digest("edition", json.dumps(rules.to_dict(), sort_keys=True, ensure_ascii=False).encode()).hex()


def origin_of(case: str, round_id: str) -> str:
    """Return the name of a round's log."""
    return f"placet/{case}/{round_id}"


def name_on_list(agreement: Agreement, name: str) -> str:
    """Return a name if it is on the list, or say which was probably meant."""
    known = [named.name for named in agreement.names]
    if name not in known:
        raise SealError(f"{name!r}, who is not on the list", "a name on the list" + _meant(nearest(name, known)))
    return name


def _meant(name: str | None) -> str:
    return f" (did you mean {name}?)" if name else ""


def _named(value: Any) -> Named:
    fields = check_keys(value, NAME_KEYS, "a line of the list")
    return Named(text(fields["name"], "a name"), text(fields["list"], "a list"))
