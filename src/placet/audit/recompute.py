"""The outcome of a closed round, computed from its ledger alone, with the same procedure code that everyone runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from placet.audit.agreement import Agreement, edition_of
from placet.audit.course import Course
from placet.audit.disclosure import disclosed
from placet.audit.lots import Lots
from placet.errors import CaseError, PlacetError
from placet.procedures.appoint import Appointment, appoint
from placet.procedures.build import Terms
from placet.procedures.drive import replay
from placet.procedures.game import CHANCE, Party
from placet.procedures.sheet_checks import check_sheets, lists_of
from placet.procedures.sheets import Entry, Sheet
from placet.procedures.shelf import rules_of
from placet.seal.envelope import Kept
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, items, pairs, text
from placet.seal.opening import SealerError, open_envelope

MOST_LOTS = 1000
SHEET_KEYS = ("strikes", "ranking", "reasons")
PEOPLE = "people"
"""On a sheet that names people for offices, and on no other: whom the side names for each office."""

SEALED, SILENT, UNREADABLE, UNUSABLE = "counted", "silent", "unreadable", "not usable"
"""What became of a side's sheet: it counts; there is none; its envelope holds no sheet, by the sealer's doing; the
procedure cannot use it. The last three all count as silence."""


@dataclass(frozen=True)
class Recomputed:
    """What comes of a round: what became of each side's sheet, and the run of the procedure.

    `opened` holds the sheets and salts themselves; `told` says why a sheet is not usable; `disclosed` is what is
    published beside the outcome.
    """

    fates: Mapping[str, str]
    opened: Mapping[str, Kept]
    told: Mapping[str, str]
    appointment: Appointment
    disclosed: Mapping[str, Any]

    def to_fields(self) -> dict[str, Any]:
        """Return what the ledger's outcome entry holds, which everybody may see: no more than was agreed."""
        outcome = self.appointment.outcome.to_dict()
        return {
            "sheets": dict(self.fates),
            "appointment": {
                "appointed": [] if outcome["appointed"] is None else outcome["appointed"],
                "decided": outcome["appointed"] is not None,
                "impasse": outcome["impasse"],
                "referred_to": outcome["referred_to"] or "",
                "seats": outcome["seats"],
            },
            "disclosed": dict(self.disclosed),
        }


def recompute(course: Course) -> Recomputed:
    """Open every sheet that counts and run the procedure on them.

    Raises
    ------
    SealError
        When a sheet is not open yet, this machine has another edition of the procedure, or the procedure needs
        something that the rules of the round do not say.
    """
    agreement = course.agreement
    opened: dict[str, Kept] = {}
    unreadable: dict[str, str] = {}
    for side, envelope in course.counted.items():
        place = course.opened_by(envelope)
        if place is None:
            raise SealError(f"the sheet of {side}, which is still sealed", "a release by each holder of one set")
        try:
            releases = list(course.releases[envelope.digest, place].values())
            opened[side] = open_envelope(envelope, agreement.terms, releases)
        except SealerError as error:
            unreadable[side] = str(error)
    return recompute_from(agreement, opened, unreadable, course.declined)


def recompute_from(
    agreement: Agreement, opened: Mapping[str, Kept], unreadable: Mapping[str, str], declined: Sequence[str]
) -> Recomputed:
    """Run the procedure on sheets that are open.

    Parameters
    ----------
    unreadable : mapping from str to str
        The sides whose envelopes hold no sheet, by their own doing, and why.
    declined : sequence of str
        Nominees who do not accept.
    """
    rules = rules_of(agreement.procedure)
    if edition_of(rules) != agreement.edition:
        raise SealError(
            f"another edition of {agreement.procedure} on this machine",
            "the version of placet that the round was run with",
        )
    fates = {
        side: SEALED if side in opened else UNREADABLE if side in unreadable else SILENT
        for side in agreement.terms.sides
    }
    told = dict(unreadable)
    sheets: list[Sheet] = []
    for side, kept in opened.items():
        try:
            sheet = sheet_from(agreement, side, kept.sheet)
            check_usable(agreement, sheet)
            sheets.append(sheet)
        except PlacetError as error:
            fates[side], told[side] = UNUSABLE, str(error)
    lots = Lots(agreement.terms.digest, {side: kept.salt for side, kept in opened.items()})
    appointment = run_sheets(agreement, sheets, declined, lots)
    strikes = {sheet.party.id: frozenset(sheet.struck) for sheet in sheets}
    return Recomputed(fates, opened, told, appointment, disclosed(agreement, strikes, opened))


def sheet_from(agreement: Agreement, side: str, written: Any) -> Sheet:
    """Return what a side sealed as a sheet of the procedure.

    Raises
    ------
    SealError
        When it has not the form of a sheet: `strikes` and `ranking` as lists of names, first struck and best first,
        and `reasons` by name; where people are named for offices, `people` by office too.
    """
    keys = (*SHEET_KEYS, PEOPLE) if isinstance(written, Mapping) and PEOPLE in written else SHEET_KEYS
    fields = check_keys(written, keys, "a sheet")
    struck = [text(name, "a name") for name in items(fields["strikes"], "the strikes")]
    ranking = [text(name, "a name") for name in items(fields["ranking"], "the ranking")]
    reasons = pairs(fields["reasons"], "the reasons")
    people = pairs(fields.get(PEOPLE, {}), "the people")
    lists = {named.name: named.list for named in agreement.names}
    if unknown := [name for name in (*struck, *ranking, *reasons, *people) if name not in lists]:
        raise SealError(f"{unknown[0]!r}, who is not on the list", "names on the list")
    if len(set(struck)) < len(struck) or len(set(ranking)) < len(ranking) or set(struck) & set(ranking):
        raise SealError("a name that stands twice on a sheet", "each name struck or ranked, and once")
    ranks: dict[str, int] = {}
    on_list = Counter[str]()
    for name in ranking:  # ranks are counted on each list by itself
        on_list[lists[name]] += 1
        ranks[name] = on_list[lists[name]]
    turns = {name: place for place, name in enumerate(struck, 1)}
    entries = tuple(
        Entry(named.name, named.list, ranks.get(named.name), turns.get(named.name), line, 1,
              text(people.get(named.name, ""), "a person"), text(reasons.get(named.name, ""), "a reason"))
        for line, named in enumerate(agreement.names, 2)
    )  # fmt: skip
    return Sheet(Party(side, side), f"the sheet of {side}", entries)


def check_usable(agreement: Agreement, sheet: Sheet) -> None:
    """Refuse a sheet that the procedure could not use: also for the side itself, before it seals.

    Raises
    ------
    SealError
        With all that is wrong.
    """
    terms = Terms(rules_of(agreement.procedure), tuple(agreement.settings.items()))
    try:
        check_sheets(terms, lists_of(terms, [sheet], roster(agreement), "the list"), [sheet])
    except CaseError as error:
        raise SealError(
            "; ".join(fault.found for fault in error.faults),
            "; ".join(dict.fromkeys(fault.expected for fault in error.faults)),
        ) from error


def run_sheets(agreement: Agreement, sheets: Sequence[Sheet], declined: Sequence[str], lots: Lots) -> Appointment:
    """Run the procedure, drawing a lot wherever it waits for one; each lot is fixed by its number alone."""
    draws: list[str] = []
    for number in range(MOST_LOTS):
        run = run_once(agreement, sheets, declined, draws)
        if run.waits_for != "draw":
            return run
        every = list(replay(run.procedure, run.paper, run.steps).moves(CHANCE).every())
        draws.extend(every[lots.below(len(every), f"lot {number}")].names)
    raise SealError(f"more than {MOST_LOTS} lots", "a procedure that comes to an end")


def run_once(
    agreement: Agreement, sheets: Sequence[Sheet], declined: Sequence[str], draws: Sequence[str]
) -> Appointment:
    """Run the procedure up to its end, or to the first lot that is not among those drawn."""
    return appoint(
        rules_of(agreement.procedure),
        sheets,
        agreement.settings.items(),
        silent=[side for side in agreement.terms.sides if side not in {sheet.party.id for sheet in sheets}],
        declined=declined,
        roster=roster(agreement),
        roster_file="the list",
        draws=draws,
    )


def roster(agreement: Agreement) -> list[Entry]:
    """Return the list of an agreement as the procedures read one."""
    return [Entry(named.name, named.list, None, None, line, 1) for line, named in enumerate(agreement.names, 2)]
