"""The account: who demanded what, since when, in which words, from which source, as one answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from placet.case.catalog import Catalog
from placet.case.dates import When
from placet.case.nouns import Case, Demand, Entry, Stance
from placet.record.disagreements import Disagreement, disagreements
from placet.record.quotations import QuotationCheck
from placet.record.saying import say_since, say_speaker, say_standing
from placet.record.standing import VOICES, Day, day_of, demands, standings
from placet.record.status import Standing, Status
from placet.record.when import say_date
from placet.words import Message, message


@dataclass(frozen=True)
class Account:
    """What the record of a case says on one date.

    Parameters
    ----------
    on : datetime.date or None
        The day asked about.
    demands, standings : Catalog
        Every demand, declared or made by a tally, and how it stands; with the same ids.
    disagreements : tuple of Disagreement
        Events that sources tell differently; all of them are kept.
    checks : tuple of QuotationCheck
        What checking the quotations found; empty when nobody checked them.
    """

    case: Case = field(repr=False)
    on: date | None
    demands: Catalog[Demand]
    standings: Catalog[Standing]
    disagreements: tuple[Disagreement, ...] = ()
    checks: tuple[QuotationCheck, ...] = ()

    @property
    def unchecked(self) -> int:
        """How many quotations of the record have not been held against their source."""
        return sum(self._checked().get(entry.index) is None for entry in self.case.record if entry.quote is not None)

    @property
    def beside(self) -> tuple[Entry, ...]:
        """The statements that belong to no demand: what was said, and is not insisted on."""
        return tuple(entry for entry in self.case.record if entry.demand is None and entry.tally is None)

    @property
    def failed(self) -> tuple[QuotationCheck, ...]:
        """The quotations that do not stand in their source, or whose source is not the file that was cited."""
        return tuple(check for check in self.checks if check.checked is False)

    def explain(self) -> tuple[Message, ...]:
        """Return the account in sentences: each demand, what was presumed though it had been said, disagreements."""
        return tuple(self._sentences())

    def to_dict(self) -> dict[str, Any]:
        """Return the account as the JSON contract `record` has it."""
        checked = self._checked()
        return {
            "case": self.case.name,
            "on": None if self.on is None else self.on.isoformat(),
            "demands": {
                standing.demand: {
                    "side": standing.side,
                    "standing": standing.standing.value,
                    "since": standing.since,
                    "open_to_discussion": standing.is_open_to_discussion,
                    "assumption": self.demands[standing.demand].assumption,
                    "statements": [
                        statement(self.case.record[index], checked.get(index)) for index in standing.statements
                    ],
                }
                for standing in self.standings.values()
            },
            "beside": [statement(entry, checked.get(entry.index)) for entry in self.beside],
            "disagreements": [disagreement.to_dict() for disagreement in self.disagreements],
            "unchecked": self.unchecked,
        }

    def _checked(self) -> dict[int, bool | None]:
        return {check.index: check.checked for check in self.checks}

    def _sentences(self) -> Iterator[Message]:
        for id_, standing in self.standings.items():
            yield from tell_standing(self.case, self.demands[id_], standing)
        yield from presumed_but_voiced(self.case)
        for disagreement in self.disagreements:
            yield disagreement.says
        for check in self.failed:
            yield from check.explain()
        quoted = sum(entry.quote is not None for entry in self.case.record)
        if self.unchecked:
            yield message("record.unchecked", count=self.unchecked, all=quoted)
        elif quoted:
            yield message("record.all-checked" if not self.failed else "record.all-looked-at", count=quoted)


def account(case: Case, on: Day = None, checks: Iterable[QuotationCheck] = ()) -> Account:
    """Return the account of a case's record on a day.

    Parameters
    ----------
    on : datetime.date, str or None
        The day asked about; None: the latest possible day of the record.
    checks : iterable of QuotationCheck, optional
        What `placet.record.quotations.check_quotations` found; without it every quotation counts as unchecked.

    Raises
    ------
    QuestionError
        If `on` is no day.
    """
    day = day_of(case, on)
    return Account(case, day, demands(case, day), standings(case, day), disagreements(case), tuple(checks))


def tell_standing(case: Case, demand: Demand, standing: Standing) -> Iterator[Message]:
    """Say how one demand stands, since when, whether it is open to discussion, and what the case assumes about it."""
    told = say_standing(case, demand, standing)
    since = say_since(standing)
    yield (
        message("record.sentence", what=told)
        if since is None
        else message("record.sentence.since", what=told, since=since)
    )
    if standing.is_open_to_discussion:
        yield message("record.open-to-discussion", side=case.sides[standing.side].name)
    if demand.assumption is not None:
        yield message("record.assumption", assumption=demand.assumption)


def presumed_but_voiced(case: Case) -> Iterator[Message]:
    """Say which demands somebody presumed although their side had voiced them by then.

    A statement counts that certainly lies on or before the day of the presumption; a presumption without a date is
    as old as its source.
    """
    for entry in case.record:
        if entry.stance is not Stance.PRESUMES or entry.demand is None:
            continue
        source = case.sources.get(entry.source or "")
        presumed = entry.on or (source.dated if source else None)
        voiced = [other for other in case.record if other.demand == entry.demand and _had_voiced(other, presumed)]
        if presumed is not None and voiced:
            first = min(voiced, key=lambda other: (other.on and other.on.latest) or date.max)
            yield message(
                "record.presumed-but-voiced",
                presumer=say_speaker(case, entry),
                presumed=say_date(presumed),
                speaker=say_speaker(case, first),
                voiced=say_date(first.on or presumed),
                what=say_standing(case, case.demands[entry.demand], _as_standing(case.demands[entry.demand])),
            )


def statement(entry: Entry, checked: bool | None = None) -> dict[str, Any]:
    """Return one entry of the record as plain data; its notes, which are its side's own, are left out."""
    told: dict[str, Any] = {
        "index": entry.index,
        "on": None if entry.on is None else entry.on.text,
        "by": entry.by,
        "stance": None if entry.stance is None else entry.stance.value,
        "quote": entry.quote,
        "lang": entry.lang,
        "source": entry.source,
        "checked": checked,
        "held_since": entry.held_since.text if isinstance(entry.held_since, When) else entry.held_since,
        "event": entry.event,
        "assumption": entry.assumption,
    }
    if entry.tally is not None:
        told["tally"] = {
            candidate: {"for": votes.in_favour, "against": votes.against, "silent": votes.silent}
            for candidate, votes in entry.tally.items()
        }
    return told


def _had_voiced(entry: Entry, presumed: When | None) -> bool:
    if entry.stance not in VOICES or entry.on is None or presumed is None:
        return False
    said, heard = entry.on.latest, presumed.earliest
    return said is not None and heard is not None and said <= heard


def _as_standing(demand: Demand) -> Standing:
    return Standing(demand.id, demand.side, Status.STANDS)
