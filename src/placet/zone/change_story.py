"""What a comparison of two days says: what changed, which steps opened, and whether other people could be appointed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from placet.case.nouns import Case
from placet.case.selectors import Named
from placet.record.exclusion import excluded_by
from placet.record.status import Status
from placet.record.when import say_date
from placet.words import Message, message
from placet.zone.lines import Line, Lines, heading, item, sentence, title
from placet.zone.refusals import is_certain, refusals
from placet.zone.sentences import Teller, settlements


def tell_comparison(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of a `compare` answer, given as the JSON contract has it."""
    before, after = Teller(case, answer["from"]), Teller(case, answer["to"])
    named = message("zone.compare", title=case.title, before=say_date(answer["from"]), after=say_date(answer["to"]))
    return (
        title(named),
        *_changed(after, before, answer["changed"]),
        *_steps(after, answer["steps"]),
        *_zone(after, before, answer),
        *_kept_out(after),
        *_if_bound(before, after),
    )


def _changed(after: Teller, before: Teller, changed: list[Mapping[str, Any]]) -> Iterator[Line]:
    if not changed:
        yield sentence(message("zone.nothing-changed"))
        return
    yield heading(message("zone.changed"))
    for change in changed:
        # A tally's demand is there only on the days on which votes are missing.
        teller = after if change["demand"] in after.demands else before
        yield item(teller.demand_since(change["demand"]) if teller is after else teller.met(change["demand"]))
        yield from (item(after.evidence(index, change["demand"]), depth=2) for index in change["statements"])


def _steps(after: Teller, steps: Mapping[str, Mapping[str, Any]]) -> Iterator[Line]:
    if not steps:
        return
    yield heading(message("zone.steps"))
    for id_, step in steps.items():
        name = after.case.roadmap[id_].title
        because = tuple(after.demand_since(demand) for demand in step["to"]["blocked_by"])
        waits = tuple(
            message("zone.quoted", title=after.case.roadmap[need].title)
            for need in after.case.roadmap[id_].needs
            if not steps[need]["to"]["done"]
        )
        manner = _manner(step["from"], step["to"])
        yield item(message(f"zone.step.{manner}", step=name, demands=because, needs=waits))


def _manner(was: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Return how a step stands on the second day against the first, as the end of a message's id."""
    if now["done"]:
        return "done" if was["done"] else "done-since"
    if now["open"]:
        return "open" if was["open"] else "unblocked" if was["blocked_by"] else "opened"
    if now["blocked_by"]:
        return "still-blocked" if was["blocked_by"] else "closed" if was["open"] else "blocked"
    return "waits"


def _zone(after: Teller, before: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    was, now = answer["zone"]["from"], answer["zone"]["to"]
    yield heading(message("zone.who-could-it-be"))
    is_same = (was["feasible"], was["count"]) == (now["feasible"], now["count"])
    if is_same:
        yield sentence(message("zone.same-zone", settlements=_settlements(now)))
    else:
        yield sentence(message("zone.other-zone", before=_settlements(was), after=_settlements(now)))
    if any(not zone["feasible"] and _leaves_room(on_day) for zone, on_day in ((was, before), (now, after))):
        yield sentence(message("zone.counted-as-if-held"))
    has_spoken = any(not _holds_consent(after, before, change["demand"]) for change in answer["changed"])
    if is_same and has_spoken:
        speakers = [side for side in after.case.sides if side not in after.case.holders]
        yield sentence(message("zone.never-consented", count=len(speakers), sides=after.sides(speakers)))


def _leaves_room(on_day: Teller) -> bool:
    """Whether some demand that binds on that day is only expected, or left undecided by the record."""
    return any(on_day.is_held_by_consent(id_) and not is_certain(on_day, id_) for id_ in on_day.demands)


def _holds_consent(after: Teller, before: Teller, id_: str) -> bool:
    return (after if id_ in after.demands else before).is_held_by_consent(id_)


def _settlements(answer: Mapping[str, Any]) -> Message:
    return settlements(answer["count"] if answer["feasible"] else "0", answer["exact"])


def _kept_out(after: Teller) -> Iterator[Line]:
    """Say whom consent holders keep out of every post, first by what has been said, then by what is expected."""
    kept = {id_: names for id_, names in _exclusions(after).items() if after.is_held_by_consent(id_)}
    said = [id_ for id_ in kept if after.standings[id_].standing is Status.STANDS]
    expected = [id_ for id_ in kept if after.standings[id_].standing is Status.PRESUMED]
    if said:
        yield heading(message("zone.kept-out-said"))
        yield from (item(what) for what in refusals(after, said, kept))
    if expected:
        yield heading(message("zone.kept-out-expected"))
        yield from (item(_with_names(after, id_, kept[id_])) for id_ in expected)


def _with_names(teller: Teller, id_: str, names: tuple[str, ...]) -> Message:
    says = teller.demand_since(id_)
    exclusion = excluded_by(teller.demands[id_].what)
    if exclusion is not None and isinstance(exclusion[0], Named):
        return says
    return message("zone.excluded-all", demand=says, names=teller.people(names))


def _if_bound(before: Teller, after: Teller) -> Iterator[Line]:
    """Say whom those who only speak would keep out if they held consent, and whether they would have before."""
    was, now = _exclusions(before), _exclusions(after)
    said = [id_ for id_ in now if not after.is_held_by_consent(id_) and after.standings[id_].standing is Status.STANDS]
    if said:
        yield heading(message("zone.if-bound"))
    for id_ in said:
        already = id_ in was and before.standings[id_].standing is Status.STANDS
        yield item(
            message(
                "zone.would-keep-out-already" if already else "zone.would-keep-out",
                side=after.case.sides[after.demands[id_].side].name,
                names=after.people(now[id_]),
            )
        )


def _exclusions(teller: Teller) -> dict[str, tuple[str, ...]]:
    """Return for each demand that keeps people out of every post they could hold whom it keeps out."""
    case = teller.case
    found = {}
    for demand in teller.demands.values():
        exclusion = excluded_by(demand.what)
        if exclusion is None:
            continue
        selector, posts = exclusion
        left = {who for post in case.posts if posts is not None and post not in posts for who in case.eligible(post)}
        names = tuple(who for who in case.members(selector) if who not in left)
        if names:
            found[demand.id] = names
    return found
