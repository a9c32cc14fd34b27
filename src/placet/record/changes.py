"""Changes between two dates: which demands stand otherwise, and the statements that did it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from placet.case.catalog import Catalog
from placet.case.forms import Excludes
from placet.case.nouns import Case, Demand, Entry, Stance
from placet.case.selectors import Named
from placet.record.history import bounds
from placet.record.saying import say_since, say_speaker, say_standing
from placet.record.standing import VOICES, Day, day_of, demands, standings
from placet.record.status import Standing, Status
from placet.record.tallies import tally_id
from placet.record.when import say_date
from placet.words import Message, message


@dataclass(frozen=True)
class Change:
    """One demand that stands otherwise on the second date than on the first.

    `statements` are indexes of the record's entries that did it, in the order of the file.
    """

    demand: str
    side: str
    before: Status
    after: Status
    statements: tuple[int, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the change as the JSON contract has it."""
        return {
            "demand": self.demand,
            "from": self.before.value,
            "to": self.after.value,
            "statements": list(self.statements),
        }


def changes(case: Case, before: Day, after: Day) -> tuple[Change, ...]:
    """Return every demand whose standing differs between two days, declared demands first.

    Notes
    -----
    The statements that did it are those that can lie after the earlier and up to the later of the two days, or reach
    back into that time by `held_since`, and that pull towards the later standing: withdrawals where the demand has
    fallen, assertions where it stands, either where it is undetermined. If none pulls that way, all that lie between
    are named; of tallies, those that tell of the candidate, if any does. A candidate who comes to have his votes
    makes the tally's demand fall.
    """
    first, second = day_of(case, before), day_of(case, after)
    was, now = standings(case, first), standings(case, second)
    earlier, later = sorted(day.toordinal() if day else 0 for day in (first, second))
    is_forward = second is not None and second.toordinal() == later
    found = []
    tallied = (tally_id(side, candidate) for side in case.sides for candidate in case.candidates)
    for demand in (*case.demands, *tallied):
        old, new = _status(was, demand), _status(now, demand)
        if old is not new:
            side = (now.get(demand) or was[demand]).side
            entries = [entry for entry in case.record if _bears_on(entry, demand)]
            telling = [entry for entry in entries if entry.tally is None or _candidate(demand, side) in entry.tally]
            status = new if is_forward else old
            did_it = _that_did_it(telling, status, earlier, later) or _that_did_it(entries, status, earlier, later)
            found.append(Change(demand, side, old, new, did_it))
    return tuple(found)


def tell_changes(case: Case, found: Iterable[Change], after: Day) -> Iterator[Message]:
    """Say how each changed demand stands on the second day, and who said so, in the order they are given."""
    held, known = standings(case, after), demands(case, after)
    for change in found:
        demand = known.get(change.demand) or _with_votes(change)
        standing = held.get(change.demand) or Standing(change.demand, change.side, change.after)
        what, since = say_standing(case, demand, standing), say_since(standing)
        if since is None:
            yield message("record.change", what=what)
        else:
            yield message("record.change.since", what=what, since=since)
        for index in change.statements:
            yield _tell_entry(case, case.record[index])


def _tell_entry(case: Case, entry: Entry) -> Message:
    speaker = say_speaker(case, entry)
    date = message("record.date.unknown") if entry.on is None else say_date(entry.on)
    if entry.quote is None:
        return message("record.change.by-unquoted", speaker=speaker, date=date)
    return message("record.change.by", speaker=speaker, date=date, quote=entry.quote)


def _with_votes(change: Change) -> Demand:
    """Return the demand that a side's tallies no longer make."""
    return Demand(change.demand, change.side, Excludes(Named(_candidate(change.demand, change.side))))


def _candidate(demand: str, side: str) -> str:
    return demand.removeprefix(f"{side}:")


def _status(on_day: Catalog[Standing], demand: str) -> Status:
    known = on_day.get(demand)
    return known.standing if known else Status.FALLEN


def _bears_on(entry: Entry, demand: str) -> bool:
    return entry.demand == demand or (entry.tally is not None and demand.startswith(f"{entry.side}:"))


def _that_did_it(entries: list[Entry], status: Status, earlier: int, later: int) -> tuple[int, ...]:
    between = [entry for entry in entries if _lies_between(entry, earlier, later)]
    pulling = {
        Status.STANDS: VOICES,
        Status.FALLEN: frozenset({Stance.WITHDRAWS}),
    }.get(status, VOICES | {Stance.WITHDRAWS})
    chosen = [entry for entry in between if entry.stance in pulling] or between
    return tuple(entry.index for entry in chosen)


def _lies_between(entry: Entry, earlier: int, later: int) -> bool:
    first, last = bounds(entry.on)
    return last > earlier and (first <= later or entry.held_since is not None)
