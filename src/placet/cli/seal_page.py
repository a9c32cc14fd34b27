"""How a side is told, before it hands in its envelope, what the others could work out."""

from __future__ import annotations

from collections.abc import Iterator

from placet.audit.foresight import Foreseen, Foresight
from placet.words import message
from placet.zone.lines import Line, heading, item, sentence

Grouped = dict[tuple[str, ...], list[Foreseen]]


def tell_foresight(foresight: Foresight) -> Iterator[Line]:
    """Tell what is certain at the level of disclosure, and where sheets were gone through, each possible outcome."""
    yield heading(message("audit.foresee.title"))
    for each in foresight.explain():
        yield item(each)
    yield item(message("audit.foresee.full"))
    if not foresight.is_exact:
        return
    yield sentence(message("audit.foresee.outcomes"))
    grouped: Grouped = {}
    for one in foresight.outcomes:
        appointment = one.published["appointment"]
        seats = [seat["appointed"] for seat in appointment["seats"]]
        grouped.setdefault(tuple(sorted({*appointment["appointed"], *seats})), []).append(one)
    for appointed, cases in sorted(grouped.items()):
        words = "none" if not appointed else "appointed" if len(appointed) == 1 else "appointed-all"
        fewest = min(case.possible for case in cases)
        yield item(
            message(
                "audit.foresee.then",
                before=message(f"audit.foresee.if.{words}", who=appointed),
                count=fewest,
                sheets=foresight.sheets,
            )
        )
        struck = tuple(sorted({name for case in cases for name in case.struck}))
        kept = tuple(sorted({name for case in cases for name in case.kept} - set(appointed)))
        if struck:
            yield item(message("audit.foresee.struck", names=struck), depth=2)
        if kept:
            yield item(message("audit.foresee.kept", names=kept), depth=2)
