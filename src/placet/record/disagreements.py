"""Disagreements: entries of one event whose dates or figures differ. All are kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from placet.case.catalog import Catalog
from placet.case.nouns import Case, Entry, Votes
from placet.record.saying import say_source, say_speaker
from placet.record.when import say_date
from placet.words import Message, Value, message

_FIGURE = re.compile(r"\d+(?:[.,'’٬\u00a0\u202f]\d{3})*(?!\d)(?:[.,٫]\d+)?")
_GROUPS = re.compile(r"[.,'’٬\u00a0\u202f](?=\d{3}(?!\d))")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


@dataclass(frozen=True)
class Disagreement:
    """Entries that tell one event differently.

    Parameters
    ----------
    kind : str
        ``date`` or ``figure``.
    entries : tuple of int
        Indexes of the record's entries that disagree, in the order of the file.
    values, sources : tuple of str
        For each of them what it says, and its source's id ("" if it names none).
    """

    event: str
    kind: str
    entries: tuple[int, ...]
    values: tuple[str, ...]
    sources: tuple[str, ...]
    says: Message

    def to_dict(self) -> dict[str, object]:
        """Return the disagreement as plain data."""
        told = zip(self.entries, self.values, self.sources, strict=True)
        return {
            "event": self.event,
            "kind": self.kind,
            "entries": [{"index": index, "value": value, "source": source or None} for index, value, source in told],
        }


def disagreements(case: Case) -> tuple[Disagreement, ...]:
    """Return every event whose entries differ in their date or in a figure, in the order of the file.

    Notes
    -----
    Dates differ when they do not cover the same days: a month against a day within it is another precision, and is
    reported. Figures are the numbers in a quotation, in the digits of any script and with or without marks between
    thousands, and the votes of a tally; the sentence tells only the votes in dispute. A number written out as a word
    is not seen. Two quotations differ in a figure when each has a number that the other lacks, so that one which
    merely tells more does not disagree.
    """
    events: dict[str, list[Entry]] = {}
    for entry in case.record:
        if entry.event is not None:
            events.setdefault(entry.event, []).append(entry)
    found = []
    for event, entries in events.items():
        dated = [entry for entry in entries if entry.on is not None]
        if len({(entry.on.earliest, entry.on.latest) for entry in dated if entry.on}) > 1:
            found.append(_disagreement(case, event, "date", [(entry, str(entry.on)) for entry in dated]))
        differing = {
            entry.index: entry
            for pair in combinations(entries, 2)
            if _quote_differs(*pair) or _tally_differs(*pair)
            for entry in pair
        }
        if differing:
            names = frozenset().union(*(_names_in_dispute(*pair) for pair in combinations(entries, 2)))
            named = [differing[index] for index in sorted(differing)]
            told = [(entry, _figures_told(entry, frozenset(entry.tally or ()))) for entry in named]
            found.append(_disagreement(case, event, "figure", told, [_figures_told(entry, names) for entry in named]))
    return tuple(found)


def figures(quote: str | None) -> frozenset[str]:
    """Return the numbers in a quotation, in plain digits and without zeros in front or marks between thousands."""
    found = set()
    for written in _FIGURE.findall(quote or ""):
        ungrouped = _GROUPS.sub("", written)
        digits = "".join(str(int(sign)) if sign.isdigit() else "." for sign in ungrouped)
        found.add(_LEADING_ZEROS.sub("", digits))
    return frozenset(found)


def _quote_differs(one: Entry, other: Entry) -> bool:
    first, second = figures(one.quote), figures(other.quote)
    return bool(first - second and second - first)


def _tally_differs(one: Entry, other: Entry) -> bool:
    return bool(_names_in_dispute(one, other))


def _names_in_dispute(one: Entry, other: Entry) -> frozenset[str]:
    """Return the candidates for whom two tallies of one side count different votes."""
    if one.tally is None or other.tally is None or one.side != other.side:
        return frozenset()
    both = ((name, votes, other.tally[name]) for name, votes in one.tally.items() if name in other.tally)
    return frozenset(name for name, votes, others in both if _votes_differ(votes, others))


def _votes_differ(one: Votes, other: Votes) -> bool:
    told = ((one.in_favour, other.in_favour), (one.against, other.against), (one.silent, other.silent))
    return any(a is not None and b is not None and a != b for a, b in told)


def _figures_told(entry: Entry, names: frozenset[str]) -> str:
    votes = [(name, vote) for name, vote in (entry.tally or Catalog()).items() if name in names]
    return ", ".join([*sorted(figures(entry.quote)), *(f"{name} {_votes_told(vote)}" for name, vote in votes)])


def _votes_told(votes: Votes) -> str:
    return "-".join(str(number) for number in (votes.in_favour, votes.against, votes.silent) if number is not None)


def _disagreement(
    case: Case, event: str, kind: str, told: list[tuple[Entry, str]], shown: list[str] | None = None
) -> Disagreement:
    by_value: dict[str, list[Entry]] = {}
    for (entry, _), value in zip(told, shown or [value for _, value in told], strict=True):
        by_value.setdefault(value, []).append(entry)
    parts = tuple(
        message(
            "record.disagreement.part",
            sources=tuple(dict.fromkeys(_source_name(case, entry) for entry in entries)),
            value=say_date(value) if kind == "date" else value,
        )
        for value, entries in by_value.items()
    )
    return Disagreement(
        event,
        kind,
        tuple(entry.index for entry, _ in told),
        tuple(value for _, value in told),
        tuple(entry.source or "" for entry, _ in told),
        message(f"record.disagreement.{kind}", event=event.replace("-", " "), parts=parts),
    )


def _source_name(case: Case, entry: Entry) -> Value:
    source = case.sources.get(entry.source or "")
    return say_speaker(case, entry) if source is None else say_source(source)
