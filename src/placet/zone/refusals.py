"""Who is kept out, by whose demand: what one side refuses is told in one sentence, by votes or by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from placet.case.forms import Excludes, Quota
from placet.case.nouns import Demand
from placet.case.selectors import Named
from placet.record.status import Status
from placet.words import Message, message
from placet.zone.sentences import Teller

MOST_BY_VOTES = 20
"""Names told of those who have not the votes of a side, which has no other way to say whom it refuses."""


def by_demand_of(excluded: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return for each demand whom it keeps out, from the demands that keep out each candidate."""
    by_demand: defaultdict[str, list[str]] = defaultdict(list)
    for candidate, demands in excluded.items():
        for demand in demands:
            by_demand[demand].append(candidate)
    return dict(by_demand)


def is_certain(teller: Teller, id_: str) -> bool:
    """Whether a demand is known to be made, and is neither only expected nor left undecided by the record."""
    return teller.standings[id_].standing not in {Status.PRESUMED, Status.UNDETERMINED}


def refusals(teller: Teller, ids: Sequence[str], by_demand: Mapping[str, Sequence[str]]) -> Iterator[Message]:
    """Say these demands, those together by which one side keeps out single people since the same day."""
    together: defaultdict[object, list[str]] = defaultdict(list)
    for id_ in ids:
        standing = teller.standings[id_]
        by_votes = teller.is_by_votes(id_)
        is_plain = by_votes or (standing.standing is Status.STANDS and _is_about_one(teller.demands[id_]))
        together[(standing.side, standing.since, by_votes) if is_plain else id_].append(id_)
    for alike in together.values():
        yield _refusal(teller, alike, by_demand) if len(alike) > 1 else with_names(teller, alike[0], by_demand)


def with_names(teller: Teller, id_: str, by_demand: Mapping[str, Sequence[str]]) -> Message:
    """Say a demand, and the names it keeps out of every post unless it gives the one name itself."""
    says = teller.demand_since(id_)
    if id_ not in by_demand or (len(by_demand[id_]) == 1 and _is_about_one(teller.demands[id_])):
        return says
    return message("zone.excluded-all", demand=says, names=teller.people(by_demand[id_]))


def _refusal(teller: Teller, ids: Sequence[str], by_demand: Mapping[str, Sequence[str]]) -> Message:
    first = ids[0]
    who = dict.fromkeys(who for id_ in ids for who in by_demand.get(id_, ()))
    words, names = "zone.refuses", teller.people(who)
    if teller.is_by_votes(first):
        words = "zone.short-of-votes" if is_certain(teller, first) else "zone.votes-unsettled"
        names = teller.people(who, most=MOST_BY_VOTES)
    return teller.since(first, message(words, side=teller.case.sides[teller.demands[first].side].name, names=names))


def _is_about_one(demand: Demand) -> bool:
    return isinstance(demand.what, Excludes | Quota) and isinstance(demand.what.where, Named)
