"""What one side may have of a case."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from placet.case.catalog import Catalog
from placet.case.nouns import Case, Demand, Entry, Stance
from placet.case.paths import leaves_by_link
from placet.case.read import find_case_file
from placet.case.spoken import nearest, quoted, series
from placet.case.write import write_case
from placet.errors import QuestionError


def view(case: Case, side: str) -> Case:
    """Return the case that a side may have.

    Costs, red lines, preferences and notes of the other sides are gone: every demand of another side costs 1. Presumed
    demands and what supports them are gone for every side; once such a demand has been voiced it is shown, without
    the presumption. A demand with `seen_by` is whole for those sides and, unless it is only presumed, its own; for all
    others it and its statements are gone. Sources that supported only what is gone are gone too, and the entries that
    are left are numbered anew.

    Ids are kept: a numbering in the ids themselves shows its gaps. Words that the case's keeper wrote into assumptions
    and titles of what stays are kept.

    Parameters
    ----------
    case : Case
        The whole case, as its keeper has it.
    side : str
        The side for which it is meant.

    Raises
    ------
    QuestionError
        If the case has no such side.
    """
    if side not in case.sides:
        raise QuestionError(f"the side {quoted(side)}", series(case.sides), nearest(side, case.sides))
    voiced = {
        entry.demand
        for entry in case.record
        if entry.demand is not None and entry.stance in {Stance.ASSERTS, Stance.REAFFIRMS}
    }
    demands = Catalog(
        (demand.id, _shown(demand, side, is_voiced=demand.id in voiced))
        for demand in case.demands.values()
        if _may_see(demand, side, is_voiced=demand.id in voiced)
    )
    kept = [entry for entry in case.record if _may_hear(entry, demands)]
    record = tuple(
        replace(entry, index=index, note=entry.note if _speaker(entry, demands) == side else None)
        for index, entry in enumerate(kept)
    )
    still_named = _named(demands.values(), record)
    once_named = _named(case.demands.values(), case.record)
    return replace(
        case,
        demands=demands,
        record=record,
        preferences=Catalog((name, stated) for name, stated in case.preferences.items() if name == side),
        sources=Catalog(
            (name, source) for name, source in case.sources.items() if name in still_named or name not in once_named
        ),
    )


def _may_see(demand: Demand, side: str, *, is_voiced: bool) -> bool:
    is_only_presumed = demand.presumed is not None and not is_voiced
    if demand.seen_by is not None:
        return side in demand.seen_by or (side == demand.side and not is_only_presumed)
    return not is_only_presumed


def _shown(demand: Demand, side: str, *, is_voiced: bool) -> Demand:
    """Return a demand as a side that may see it sees it."""
    is_listed = demand.seen_by is not None and side in demand.seen_by
    if is_listed:
        return demand if demand.side == side else replace(demand, seen_by=(side,))
    if demand.side != side:
        demand = replace(demand, cost=Fraction(1), note=None)
    if demand.presumed is not None and is_voiced:
        demand = replace(demand, presumed=None, source=None, assumption=None)
    return demand


def _may_hear(entry: Entry, demands: Catalog[Demand]) -> bool:
    """Whether an entry may be shown: its demand is, and it is no evidence for a presumption that is not."""
    if entry.demand is None:
        return True
    demand = demands.get(entry.demand)
    return demand is not None and (entry.stance is not Stance.PRESUMES or demand.presumed is not None)


def _speaker(entry: Entry, demands: Catalog[Demand]) -> str | None:
    """Return the side to which an entry's note belongs."""
    return entry.side if entry.demand is None else demands[entry.demand].side


def _named(demands: Iterable[Demand], record: Iterable[Entry]) -> set[str | None]:
    return {demand.source for demand in demands} | {entry.source for entry in record}


def write_view(
    case: Case,
    folder_from: str | os.PathLike[str],
    folder_to: str | os.PathLike[str],
    side: str,
) -> Path:
    """Write the folder that a side may have, and return the path of its case file.

    Only the files of sources that are still named are copied, without their times; comments of the case file are not.

    Parameters
    ----------
    case : Case
        The whole case.
    folder_from : str or path
        Its folder.
    folder_to : str or path
        A new or empty folder outside of the first.
    side : str
        The side for which it is meant.

    Raises
    ------
    QuestionError
        If the case has no such side, or `folder_to` holds anything or lies in the case folder.
    """
    shown = view(case, side)
    source_folder, target = Path(folder_from), Path(folder_to)
    if source_folder.is_file():
        source_folder = source_folder.parent
    if target.resolve().is_relative_to(source_folder.resolve()):
        raise QuestionError(f"{target}, which lies in the case folder", "a folder outside of it")
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise QuestionError(f"{target}, which holds something already", "a new or an empty folder")
    case_file = find_case_file(source_folder)
    for source in shown.sources.values():
        if source.file is None or leaves_by_link(source_folder, source.file):
            continue
        original = source_folder / source.file
        if original.is_file() and not original.samefile(case_file):
            copy = target / source.file
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(original, copy)
    return write_case(shown, target)
