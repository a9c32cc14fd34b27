"""What is published of an opened round, by the disclosure that was agreed: from the outcome alone to every sheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from placet.audit.agreement import Agreement
from placet.seal.canonical import canonical
from placet.seal.digests import same
from placet.seal.envelope import SALT_BYTES, Head, Kept, commit
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, items, pairs, raw, text, whole
from placet.seal.terms import DISCLOSURES

PARTS: Mapping[str, tuple[str, ...]] = {
    "slate": (),
    "size": ("size",),
    "agreed": ("size", "agreed"),
    "vetoes": ("size", "agreed", "vetoes"),
    "all": ("size", "agreed", "vetoes", "sheets"),
}
"""What stands beside the outcome at each level; each level tells all that the one before it tells."""

SEAT_KEYS = ("seat", "appointed")
APPOINTMENT_KEYS = ("appointed", "decided", "impasse", "referred_to", "seats")


def reaches(agreement: Agreement, level: str) -> bool:
    """Return whether a round discloses as much as this level, or more."""
    return DISCLOSURES.index(agreement.terms.disclosure) >= DISCLOSURES.index(level)


def disclosed(
    agreement: Agreement, strikes: Mapping[str, frozenset[str]], opened: Mapping[str, Kept]
) -> dict[str, Any]:
    """Return what is published beside the outcome of a round, at the level on which its sides agreed.

    Parameters
    ----------
    strikes : mapping from str to frozenset of str
        Whom each side strikes whose sheet counts. Who hands in nothing, or nothing usable, strikes nobody.
    opened : mapping from str to Kept
        The sheets that were opened, usable or not, with their salts.

    Returns
    -------
    dict
        ``size``: how many names nobody strikes; ``agreed``: those names; ``vetoes``: for each other name, how many
        sides strike it, without saying which; ``sheets``: every sheet with its salt, so that all can check it against
        the commitment that its side made before the closing.
    """
    times = Counter(name for struck in strikes.values() for name in struck)
    agreed = [named.name for named in agreement.names if named.name not in times]
    every: dict[str, Any] = {
        "size": str(len(agreed)),
        "agreed": agreed,
        "vetoes": {name: str(count) for name, count in sorted(times.items())},
        "sheets": {side: {"sheet": kept.sheet, "salt": kept.salt.hex()} for side, kept in sorted(opened.items())},
    }
    return {part: every[part] for part in PARTS[agreement.terms.disclosure]}


def check_outcome(agreement: Agreement, written: Mapping[str, Any]) -> None:
    """Refuse an outcome that does not have the form of one; whether it is true, only the sheets can show."""
    sheets = check_keys(written["sheets"], agreement.terms.sides.keys(), "what became of the sheets")
    appointment = check_keys(written["appointment"], APPOINTMENT_KEYS, "the appointment")
    seats = [check_keys(seat, SEAT_KEYS, "a seat") for seat in items(appointment["seats"], "the seats")]
    texts = [*sheets.values(), appointment["referred_to"], *items(appointment["appointed"], "the names appointed")]
    for one in (*texts, *(part for seat in seats for part in seat.values())):
        text(one, "a part of the outcome")
    if not isinstance(appointment["impasse"], bool) or not isinstance(appointment["decided"], bool):
        raise SealError("an outcome in another form", "true or false for impasse and decided")
    check_disclosed(agreement, written["disclosed"])


def check_disclosed(agreement: Agreement, written: Any) -> None:
    """Refuse a publication that does not have the form of its level, or whose parts contradict each other.

    Whether it is true can be seen from the sheets alone, which only a full bundle or the level ``all`` shows.
    """
    fields = check_keys(written, PARTS[agreement.terms.disclosure], "what is disclosed")
    names = [named.name for named in agreement.names]
    agreed = [text(name, "a name") for name in items(fields.get("agreed", []), "the agreed set")]
    vetoes = fields.get("vetoes", {})
    if "size" in fields and not 0 <= whole(fields["size"], "size of the agreed set") <= len(names):
        raise SealError(f"an agreed set of {fields['size']}", f"at most the {len(names)} names of the list")
    if "agreed" in fields and (
        agreed != [name for name in names if name in agreed] or str(len(agreed)) != fields["size"]
    ):
        raise SealError(
            "an agreed set with other names than the list, or of another size", "names of the list, in order"
        )
    if "vetoes" in fields:
        counts = {name: whole(count, "number of vetoes") for name, count in pairs(vetoes, "vetoes").items()}
        if counts.keys() != set(names) - set(agreed) or not all(
            1 <= count <= len(agreement.terms.sides) for count in counts.values()
        ):
            raise SealError("vetoes that do not fit the agreed set", "a number of sides for each other name")


def disclosed_sheets(heads: Mapping[str, Head], written: Any) -> dict[str, Kept]:
    """Return the sheets that a publication at the level ``all`` holds, each checked against its side's commitment.

    Raises
    ------
    SealError
        When a sheet is not the one that its side committed to before the closing.
    """
    found = {}
    for side, shown in pairs(written, "the sheets").items():
        fields = check_keys(shown, ("sheet", "salt"), f"the sheet of {side}")
        kept = Kept(fields["sheet"], raw(fields["salt"], "a salt", SALT_BYTES))
        head = heads.get(side)
        if head is None or not same(commit(head.context, kept.salt, canonical(kept.sheet)), head.commitment):
            raise SealError(f"a sheet of {side} that is not in its envelope", "the sheet to which the side committed")
        found[side] = kept
    return found
