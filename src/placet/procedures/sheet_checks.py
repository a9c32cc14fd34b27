"""Sheets held against the list and the rule: every mistake at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from placet.case.spoken import nearest, quoted
from placet.errors import CaseError, Fault, QuestionError
from placet.procedures.build import Terms
from placet.procedures.build_clauses import COMMON_NAMES, TWO_LISTS
from placet.procedures.look_alikes import difference, look_alike, meant_by
from placet.procedures.rules import list_size
from placet.procedures.sheet_files import place_fault
from placet.procedures.sheets import Entry, Sheet

Lists = tuple[tuple[str, tuple[str, ...]], ...]


def lists_of(terms: Terms, sheets: Sequence[Sheet], roster: Sequence[Entry] = (), roster_file: str = "") -> Lists:
    """Return the lists from which people are chosen: those of the roster, else those that all sheets share.

    Raises
    ------
    CaseError
        If sheets differ in their names, or a name stands on no list of the rule.
    """
    given = [(roster_file, roster)] if roster else [(sheet.file, sheet.entries) for sheet in sheets]
    ids = [entry.id for entry in terms.rules.lists]
    if terms.rules.mechanism == TWO_LISTS:  # each bears the name of the party that offers it
        ids = sorted(sheet.party.id for sheet in sheets)
    faults: list[Fault] = []
    places: dict[str, str] = {}
    for file, entries in given:
        for entry in entries:
            place = _list_of(entry, ids, file, faults)
            before = places.setdefault(entry.name, place)
            if before != place:
                found = f"{quoted(entry.name)} on the list {quoted(entry.list)}"
                faults.append(_at(file, entry, found, f"the list {quoted(before)}"))
    if not roster:
        faults.extend(_not_shared(sheets))
    if faults:
        raise CaseError(tuple(sorted(faults)))
    lists = ((place, tuple(sorted(name for name in places if places[name] == place))) for place in ids or [""])
    # A clause with further lists sends them out only when they are needed.
    return tuple((place, names) for place, names in lists if names or terms.rules.mechanism != COMMON_NAMES)


def _list_of(entry: Entry, ids: Sequence[str], file: str, faults: list[Fault]) -> str:
    if not ids:
        return ""
    wanted = "-".join(entry.list.casefold().split())
    if wanted not in ids:
        found = f"the list {quoted(entry.list)}" if entry.list else f"no list for {quoted(entry.name)}"
        faults.append(_at(file, entry, found, " or ".join(ids), nearest(wanted, ids)))
        return ids[0]
    return wanted


def _not_shared(sheets: Sequence[Sheet]) -> Iterator[Fault]:
    """Without a roster every name stands on every sheet: a misspelt name would else be a new candidate."""
    names = {sheet.party.id: {entry.name for entry in sheet.entries} for sheet in sheets}
    for sheet in sheets:
        for other in sheets:
            missing = sorted(names[other.party.id] - names[sheet.party.id])
            for entry in sheet.entries:
                if entry.name not in names[other.party.id]:
                    among = missing or names[other.party.id]
                    found = f"{quoted(entry.name)}, which is not on the sheet of {other.party.id}"
                    expected = f"a name that the sheet of {other.party.id} has too"
                    yield _at(sheet.file, entry, *_alike(entry.name, among, found, expected))


def _at(file: str, entry: Entry, found: str, expected: str, meant: str | None = None) -> Fault:
    return place_fault(file, entry.line, entry.column, found, expected, meant)


def _alike(name: str, among: Iterable[str], found: str, expected: str) -> tuple[str, str, str | None]:
    """Return what was found, what was expected and what was meant; a name that only looks right is told as such."""
    others = list(among)
    twin = look_alike(name, others)
    if twin is not None:
        expected = f"{expected} (it looks like one, but {difference(name, twin)})"
    return found, expected, meant_by(name, others)


def check_lists(terms: Terms, lists: Lists) -> None:
    """Refuse lists that do not have the size the rule states.

    Raises
    ------
    QuestionError
        If one is too short or too long.
    """
    sizes = {entry.id: (entry.size, entry.size) for entry in terms.rules.lists} if not _is_set(terms, "list") else {}
    value = terms.get("list")
    for name, names in lists:
        least, most = sizes.get(name) or (list_size(value) if value and not terms.rules.lists else (1, None))
        if len(names) < least or (most is not None and len(names) > most):
            stated = str(least) if most == least else f"at least {least}" if most is None else f"{least} to {most}"
            found = f"{len(names)} names on the list{f' “{name}”' if name else ''}"
            raise QuestionError(found, f"{stated}, as the rule says (list set to {len(names)} says that it was agreed)")


def _is_set(terms: Terms, field: str) -> bool:
    return any(name == field for name, _ in terms.settings)


def check_sheets(terms: Terms, lists: Lists, sheets: Sequence[Sheet]) -> None:
    """Refuse sheets that the rule does not allow.

    Raises
    ------
    CaseError
        If any sheet has a name that is not on the list, too many strikes, or ranks that are not what the rule asks;
        it holds all mistakes of all sheets.
    """
    faults: list[Fault] = []
    on_list = {name for _, names in lists for name in names}
    for sheet in sheets:
        for entry in sheet.entries:
            if entry.name not in on_list:
                found = f"{quoted(entry.name)}, which is not on the list"
                faults.append(_at(sheet.file, entry, *_alike(entry.name, on_list, found, "a name on the list")))
        for name, names in lists:
            entries = [entry for entry in sheet.entries if entry.name in names]
            faults.extend(_too_many(sheet, entries, _cap(terms, sheet.party.id, name), name))
            if terms.rules.mechanism in {"strike-and-rank", "fallback"}:
                faults.extend(_rank_faults(sheet, entries, names, terms.get("ranks") or "survivors"))
    if terms.rules.mechanism == "picks":
        faults.extend(_people_faults(sheets))
    if terms.get("actor-unit") == "side":
        faults.extend(_too_many_together(terms, lists, sheets))
    if faults:
        raise CaseError(tuple(sorted(faults)))


def _people_faults(sheets: Sequence[Sheet]) -> Iterator[Fault]:
    """Where one sheet names people for offices, all do, for every office that they rank; nobody is in two parties."""
    if not any(sheet.people for sheet in sheets):
        return
    party_of: dict[str, str] = {}
    for sheet in sheets:
        for entry in sheet.entries:
            if entry.rank is not None and not entry.person:
                yield _at(sheet.file, entry, f"nobody named for {quoted(entry.name)}", "a name under “person”")
            elif entry.rank is not None and party_of.setdefault(entry.person, sheet.party.id) != sheet.party.id:
                found = f"{quoted(entry.person)}, whom {party_of[entry.person]} names too"
                yield _at(sheet.file, entry, found, "each person in one party")


def _too_many_together(terms: Terms, lists: Lists, sheets: Sequence[Sheet]) -> Iterator[Fault]:
    """Where the side has the strikes, the parties on it have them together."""
    for side in sorted({sheet.party.side for sheet in sheets}):
        joint = [sheet for sheet in sheets if sheet.party.side == side]
        for name, names in lists:
            cap = _cap(terms, joint[0].party.id, name)
            struck = {other for sheet in joint for other in sheet.struck if other in names}
            if len(joint) > 1 and cap is not None and len(struck) > cap:
                at = next(entry for entry in joint[-1].entries if entry.name in names)
                found = f"{len(struck)} strikes by the parties of {side} together"
                yield _at(joint[-1].file, at, found, f"at most {cap} for the side")


def _cap(terms: Terms, party: str, name: str) -> int | None:
    """Return how many names of a list a party may strike; None for any number, or where turns decide it."""
    own = dict(terms.numbers("caps"))
    if party in own:
        return own[party]
    if terms.rules.mechanism == TWO_LISTS:
        return 0 if name == party else terms.strikes()
    if terms.rules.mechanism != "strike-and-rank":
        return None
    if terms.rules.lists:
        entry = next(entry for entry in terms.rules.lists if entry.id == name)
        return entry.strikes if entry.are_strikes_stated else terms.strikes()
    return terms.strikes()


def _too_many(sheet: Sheet, entries: Sequence[Entry], cap: int | None, name: str) -> Iterator[Fault]:
    struck = [entry for entry in entries if entry.strike is not None]
    if cap is not None and len(struck) > cap:
        at = struck[cap]
        found = f"{len(struck)} strikes{f' on the list “{name}”' if name else ''}"
        none = "none, on the list that it offers itself" if name == sheet.party.id else "none, for all are ranked"
        yield _at(sheet.file, at, found, f"at most {cap}" if cap else none)


def _rank_faults(sheet: Sheet, entries: Sequence[Entry], names: Sequence[str], ranks: str) -> Iterator[Fault]:
    ranked = [entry for entry in entries if entry.rank is not None]
    if ranks == "none":
        for entry in ranked:
            yield _at(sheet.file, entry, f"a rank for {quoted(entry.name)}", "strikes only")
        return
    unmarked = [entry for entry in entries if entry.rank is None and entry.strike is None]
    for entry in unmarked:
        found = f"{quoted(entry.name)} neither struck nor ranked"
        yield _at(sheet.file, entry, found, "a rank" if ranks == "all" else "one or the other")
    last = max((entry.line for entry in sheet.entries), default=1)
    for name in sorted(set(names) - {entry.name for entry in entries}):
        yield Fault(sheet.file, last, 1, f"no line for {quoted(name)}", "every name on the list")
    first: dict[int, Entry] = {}
    for entry in ranked:
        rank = entry.rank or 0
        if rank in first:
            found = f"the rank {rank} for {quoted(entry.name)} and for {quoted(first[rank].name)}"
            yield _at(sheet.file, entry, found, "each rank once")
        elif rank > len(ranked) + len(unmarked):
            found = f"the rank {rank} for {quoted(entry.name)}"
            yield _at(sheet.file, entry, found, f"1 to {len(ranked)}, each once")
        first.setdefault(rank, entry)
