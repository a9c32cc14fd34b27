"""What a solution says, in the order in which a mediator would read it aloud."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from placet.case.nouns import Case
from placet.record.left_open import left_open
from placet.record.roadmap import roadmap
from placet.record.when import say_date
from placet.words import Message, message
from placet.zone.fairest_sentence import tell_which_is_fairest
from placet.zone.lines import Line, Lines, heading, item, sentence, title
from placet.zone.ranking_story import tell_ranking
from placet.zone.refusals import by_demand_of, is_certain, refusals, with_names
from placet.zone.sentences import SHOWN_EXACTLY, Teller, counted, settlements

MOST_EXCLUSIONS = 12
"""Demands told under who is out of every post; the JSON answer has all."""

NO = message("zone.no")


def tell_solution(case: Case, answer: Mapping[str, Any], limit: int = 5, criterion: str | None = None) -> Lines:
    """Return the lines of a `solve` answer, given as the JSON contract has it.

    Parameters
    ----------
    limit : int
        How many conflicts and how many concessions are told.
    criterion : str or None
        By which the settlement that is shown is the best; None: leximin, which nobody asked for by name.
    """
    teller = Teller(case, answer["on"])
    return (
        say_title(case, answer["on"]),
        *_verdict(teller, answer),
        *(tell_ranking(teller, answer["ranking"]) if answer.get("ranking") else _best(teller, answer, criterion)),
        *_conflicts(teller, answer, limit),
        *_concessions(teller, answer, limit),
        *tell_which_is_fairest(answer),
        *_excluded(teller, answer["excluded"]),
        *_presumed(teller, answer),
        *_if_bound(teller, answer),
        *_steps(teller),
        *_left_open(teller),
    )


def say_title(case: Case, on: str | None) -> Line:
    """Say which case on which day."""
    if on is None:
        return title(message("zone.title-undated", title=case.title))
    return title(message("zone.title", title=case.title, day=say_date(on)))


def verdict(answer: Mapping[str, Any]) -> Message:
    """Say yes or no, and how many."""
    if not answer["feasible"]:
        certain = answer.get("certain", answer)
        return message("zone.not-for-certain", settlements=_settlements(certain)) if certain["feasible"] else NO
    return message("zone.yes" if answer["complete"]["count"] else "zone.yes-at-least", **counted(answer["count"]))


def _verdict(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    if answer["impossible"]:
        yield sentence(message("zone.no-impossible"))
        yield from (item(teller.rule(id_)) for id_ in answer["impossible"])
    elif answer["shortage"]:
        yield sentence(message("zone.no-too-few"))
        yield sentence(teller.shortage(answer["shortage"], is_made_by_demands=False))
    else:
        yield sentence(verdict(answer))
    if answer.get("unrefuted"):
        yield sentence(message("zone.unrefuted", count=answer["unrefuted"]))


def _best(teller: Teller, answer: Mapping[str, Any], criterion: str | None) -> Iterator[Line]:
    """Show one settlement, and name the criteria that would choose another."""
    shown = next((one for one in answer["best"] if one["criterion"] in {criterion or "leximin", None}), None)
    if shown is None:
        return
    alike = [one["criterion"] for one in answer["best"] if (one["slate"], one["terms"]) == _who(shown)]
    others = [one["criterion"] for one in answer["best"] if one["criterion"] not in alike]
    if answer["count"] == "1" and answer["complete"]["count"]:
        yield sentence(message("zone.best-only"))
    elif shown["criterion"] is None:
        yield sentence(message("zone.best"))
    else:
        yield sentence(message("zone.best-by", criterion=message(f"zone.criterion.{shown['criterion']}")))
    yield from teller.settlement(shown["slate"], shown["terms"])
    if shown["scores"]:
        yield sentence(teller.scores(shown["scores"]))
    if not shown.get("proven", True):
        yield sentence(message("best.unproven"))
        if criterion is None:
            yield sentence(message("best.look-longer", criterion=shown["criterion"]))
    if others:
        yield sentence(message("zone.best-others", count=len(others), names=tuple(others)))


def _who(best: Mapping[str, Any]) -> tuple[Any, Any]:
    return best["slate"], best["terms"]


def tell_conflicts_alone(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of a `conflicts` answer: the verdict, and every conflict it holds."""
    teller = Teller(case, answer["on"])
    none = (sentence(message("zone.no-conflicts")),) if answer["feasible"] else tuple(_verdict(teller, answer))
    return (say_title(case, answer["on"]), *none, *_conflicts(teller, answer, len(answer["conflicts"])))


def tell_concessions_alone(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of a `concessions` answer: the verdict, and every concession it holds."""
    teller = Teller(case, answer["on"])
    none = (sentence(message("zone.no-concessions")),) if answer["feasible"] else tuple(_verdict(teller, answer))
    return (say_title(case, answer["on"]), *none, *_concessions(teller, answer, len(answer["concessions"])))


def tell_count(case: Case, answer: Mapping[str, Any]) -> Lines:
    """Return the lines of a `count` answer: the verdict, long numbers in full, and without what is only expected."""
    teller = Teller(case, answer["on"])
    lines = [say_title(case, answer["on"]), *_verdict(teller, answer)]
    if len(answer["count"]) > SHOWN_EXACTLY:
        lines.append(sentence(message("zone.in-full", number=answer["count"])))
    if answer["cast"]["count"] != answer["count"]:
        lines.append(sentence(message("zone.without-presumed", settlements=_settlements(answer["cast"]))))
    if answer["certain"]["count"] != answer["cast"]["count"]:
        lines.append(sentence(message("zone.without-undetermined", settlements=_settlements(answer["certain"]))))
    return tuple(lines)


def _conflicts(teller: Teller, answer: Mapping[str, Any], limit: int) -> Iterator[Line]:
    """Say which demands cannot all be met."""
    conflicts = answer["conflicts"]
    if not conflicts:
        return
    yield heading(message("zone.why"))
    for number, conflict in enumerate(conflicts[:limit], start=1):
        yield from teller.conflict(conflict, number)
    yield from _rest("conflicts", len(conflicts) - limit, answer["complete"]["conflicts"])


def _concessions(teller: Teller, answer: Mapping[str, Any], limit: int) -> Iterator[Line]:
    """Say what, given up, would open the zone."""
    concessions = answer["concessions"]
    if not concessions:
        return
    yield heading(message("zone.ways-out"))
    for number, concession in enumerate(concessions[:limit], start=1):
        yield from teller.concession(concession, number)
    yield from _rest("concessions", len(concessions) - limit, answer["complete"]["concessions"])


def _rest(what: str, more: int, is_complete: bool) -> Iterator[Line]:
    if more > 0:
        yield sentence(message(f"zone.more-{what}", count=more))
    if not is_complete:
        yield sentence(message(f"zone.{'limited' if more == 0 else 'not-all'}-{what}"))


def _excluded(teller: Teller, excluded: Mapping[str, Sequence[str]]) -> Iterator[Line]:
    by_demand = by_demand_of(excluded)
    said = [id_ for id_ in teller.demands if id_ in by_demand and is_certain(teller, id_)]
    if not said:
        return
    yield heading(message("zone.excluded"))
    told = tuple(refusals(teller, said, by_demand))
    yield from (item(what) for what in told[:MOST_EXCLUSIONS])
    if len(told) > MOST_EXCLUSIONS:
        yield sentence(message("zone.more-exclusions", count=len(told) - MOST_EXCLUSIONS))


def _presumed(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    holders = set(teller.case.holders)
    presumed = [id_ for id_, demand in teller.demands.items() if teller.is_presumed(id_) and demand.side in holders]
    if presumed:
        yield heading(message("zone.presumed"))
        by_demand = by_demand_of(answer["excluded"])
        yield from (item(with_names(teller, id_, by_demand)) for id_ in presumed)
        yield sentence(message("zone.without-presumed", settlements=_settlements(answer["cast"])))
    unsure = [id_ for id_ in answer["undetermined"] if teller.demands[id_].side in holders]
    if unsure:
        yield heading(message("zone.undetermined"))
        yield sentence(message("zone.undetermined-demand", count=len(unsure)))
        by_demand = by_demand_of(answer["excluded"])
        yield from (item(what) for what in refusals(teller, unsure, by_demand))
        yield sentence(message("zone.without-undetermined", settlements=_settlements(answer["certain"])))


def _if_bound(teller: Teller, answer: Mapping[str, Any]) -> Iterator[Line]:
    if not answer["if_bound"] or not answer["feasible"]:
        # What nobody can agree on now, nobody could agree on with more sides to refuse.
        return
    now = (answer["feasible"], answer["count"])
    same = []
    yield heading(message("zone.if-bound"))
    for side, bound in answer["if_bound"].items():
        if (bound["feasible"], bound["count"]) == now:
            same.append(side)
            continue
        name = teller.case.sides[side].name
        yield sentence(message("zone.if-one-bound", side=name, settlements=_settlements(bound)))
    if same:
        yield sentence(message("zone.if-one-bound-same", count=len(same), sides=teller.sides(same)))


def _settlements(answer: Mapping[str, Any]) -> Message:
    return settlements(answer["count"] if answer["feasible"] else "0", answer["exact"])


def _steps(teller: Teller) -> Iterator[Line]:
    told = roadmap(teller.case, teller.on).explain()
    if told:
        yield heading(message("zone.roadmap"))
        yield from (item(what) for what in told)


def _left_open(teller: Teller) -> Iterator[Line]:
    found = left_open(teller.case, teller.on)
    if found:
        yield heading(message("zone.left-open"))
        yield from (item(entry.says) for entry in found)
