"""Made-up deadlocks of every size: how long all their conflicts and concessions take, and how many there are.

    python benchmarks/deadlocks.py [seeds of each kind]

`deadlock`, `scarce` and `one_short` make the cases, the same for the same seed; what is timed is the CPU of the search
itself, after the case was made and its program written down.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from random import Random

from placet.case.catalog import Catalog
from placet.case.forms import Excludes, Form, Quota, Share
from placet.case.nouns import Candidate, Case, Constraint, Demand, Group, Post, Seats, Side
from placet.case.selectors import AnyOf, HasTrait, InGroup, Named, Selector
from placet.case.text import Text
from placet.zone.deadlock import Deadlock
from placet.zone.program import Program

SIDES = tuple(f"side{number}" for number in range(1, 6))
WOMAN = HasTrait("gender", "woman")


def deadlock(seed: int, people: int = 200, posts: int = 10, demands: int = 50, lists: float = 0.0) -> Case:
    """Return a body of eight equal parties with a quota of women and a cap on each party, and mixed demands.

    Six demands in ten refuse a name, two refuse a whole party, two want at least one of a party; `lists` is the share
    of the last that want one of a few names instead, which makes far more conflicts and concessions. Each person is
    eligible for a third of the posts. Some seeds give a body that is no deadlock.
    """
    rng = Random(seed)
    who = _people(rng, people, parties=8, women=0.35)
    offices = [_post(f"post{place}", [one.id for one in who if rng.random() < 0.35]) for place in range(posts)]
    rules = [
        Constraint("women", Quota(WOMAN, at_least=Share(Fraction(3, 10)))),
        *(Constraint(f"cap-{party}", Quota(InGroup(party), at_most=max(2, posts // 3))) for party in _parties(8)),
    ]
    forms = [_mixed(rng, who, lists) for _ in range(demands)]
    return _case(f"deadlock-{people}-{posts}-{demands}-{seed}", who, offices, rules, _demands(rng, forms))


def _mixed(rng: Random, who: Sequence[Candidate], lists: float) -> Form:
    kind = rng.random()
    if kind < 0.6:
        return Excludes(Named(rng.choice(who).id))
    if kind < 0.8:
        return Excludes(InGroup(rng.choice(_parties(8))))
    if rng.random() >= lists:
        return Quota(InGroup(rng.choice(_parties(8))), at_least=1)
    return Quota(_any([one.id for one in rng.sample(list(who), rng.randint(2, 5))]), at_least=1)


def scarce(seed: int, people: int = 200, posts: int = 10, demands: int = 50, *, fewest: int = 3, most: int = 5) -> Case:
    """Return a body of which three posts have only `fewest` to `most` eligible people, whom most vetoes hit."""
    rng = Random(seed)
    who = _people(rng, people, parties=8, women=0.4)
    names = [one.id for one in who]
    numbers = [rng.randint(fewest, most) if place < 3 else rng.randint(12, 25) for place in range(posts)]
    eligible = [rng.sample(names, number) for number in numbers]
    offices = [_post(f"post{place}", able) for place, able in enumerate(eligible)]
    wanted = sorted({name for able in eligible[:3] for name in able})
    forms: list[Form] = []
    while len(forms) < demands:
        kind = rng.random()
        if kind < 0.6:
            forms.append(Excludes(Named(rng.choice(wanted))))
        elif kind < 0.8:
            forms.append(Excludes(Named(rng.choice(names))))
        elif kind < 0.9:
            forms.append(Excludes(InGroup(rng.choice(_parties(8))), (rng.choice(offices).id,)))
        else:
            forms.append(Quota(InGroup(rng.choice(_parties(8))), at_least=1))
    rules = [Constraint("women", Quota(WOMAN, at_least=Share(Fraction(3, 10))))]
    return _case(f"scarce-{people}-{posts}-{demands}-{seed}", who, offices, rules, _demands(rng, forms))


def one_short(seed: int, posts: int = 200, subset: int | None = None, quotas: bool = True) -> Case:
    """Return a body of `posts` posts of which `subset` (half, if left out) are left one person short by vetoes.

    For the posts of the subset the same ``3 * subset`` people are eligible, and all but ``subset - 1`` are vetoed, each
    by one side; for each other post one of five pools, which have people enough. With quotas, women and parties have
    theirs as well, which the body could keep.
    """
    rng = Random(seed)
    short = max(2, posts // 2) if subset is None else subset
    who = _people(rng, 3 * posts, parties=8, women=0.5)
    names = [one.id for one in who]
    rng.shuffle(names)
    able, others = names[: 3 * short], names[3 * short :]
    places = list(range(posts))
    rng.shuffle(places)
    of_subset = set(places[:short])
    pools = [_any([name for name in others if rng.random() < 0.5] + able) for _ in range(5)]
    meant = _any(able)
    offices = [
        Post(f"post{place}", Text.plain("A post"), Seats(1, 1), meant if place in of_subset else rng.choice(pools))
        for place in range(posts)
    ]
    forms: list[Form] = [Excludes(Named(name)) for name in able[short - 1 :]]
    forms += [Excludes(Named(name)) for name in rng.sample(others, min(len(others) // 10, posts))]
    rules = []
    if quotas:
        rules.append(Constraint("women", Quota(WOMAN, at_least=Share(Fraction(3, 10)))))
        cap = max(2, posts // 3)
        rules += [Constraint(f"cap-{party}", Quota(InGroup(party), at_most=cap)) for party in _parties(8)]
    return _case(f"one-short-{posts}-{short}-{seed}", who, offices, rules, _demands(rng, forms))


def _parties(number: int) -> list[str]:
    return [f"party{place}" for place in range(number)]


def _people(rng: Random, number: int, parties: int, women: float) -> list[Candidate]:
    return [
        Candidate(
            f"p{place}",
            Text.plain(f"P{place}"),
            (f"party{place % parties}",),
            Catalog({"gender": "woman" if rng.random() < women else "man"}),
        )
        for place in range(number)
    ]


def _any(names: Sequence[str]) -> Selector:
    return Named(names[0]) if len(names) == 1 else AnyOf(tuple(Named(name) for name in names))


def _post(id_: str, able: Sequence[str]) -> Post:
    return Post(id_, Text.plain(id_), Seats(1, 1), _any(able))


def _demands(rng: Random, forms: Iterable[Form]) -> list[Demand]:
    return [
        Demand(f"d{place}", rng.choice(SIDES), form, Fraction(rng.randint(1, 9))) for place, form in enumerate(forms)
    ]


def _case(
    name: str,
    who: Sequence[Candidate],
    offices: Sequence[Post],
    rules: Sequence[Constraint],
    demands: Sequence[Demand],
) -> Case:
    return Case(
        name=name,
        title=Text.plain("A made-up deadlock"),
        sides=Catalog((side, Side(side, Text.plain(side), consent=True)) for side in SIDES),
        candidates=Catalog((one.id, one) for one in who),
        posts=Catalog((post.id, post) for post in offices),
        groups=Catalog((party, Group(party, Text.plain(party))) for party in _parties(8)),
        constraints=Catalog((rule.id, rule) for rule in rules),
        demands=Catalog((demand.id, demand) for demand in demands),
    )


KINDS: dict[str, Callable[[int], Case]] = {
    "200 x 10 x 50": deadlock,
    "200 x 10 x 50, lists": lambda seed: deadlock(seed, lists=0.5),
    "1000 x 30 x 300": lambda seed: deadlock(seed, 1000, 30, 300),
    "1000 x 30 x 650": lambda seed: deadlock(seed, 1000, 30, 650),
    "1000 x 30 x 300, lists": lambda seed: deadlock(seed, 1000, 30, 300, lists=0.5),
    "scarce 200 x 10 x 50": scarce,
    "scarce 200 x 10 x 120": lambda seed: scarce(seed, demands=120),
    "scarce 1000 x 30 x 300": lambda seed: scarce(seed, 1000, 30, 300),
    "one short, 30 posts": lambda seed: one_short(seed, 30),
    "one short, 100 posts": lambda seed: one_short(seed, 100),
    "one short, 200 posts": lambda seed: one_short(seed, 200),
}


def measure(case: Case, limit: int = 1000) -> str:
    """Return one line on how the search went: seconds of CPU for each part, and how much there is."""
    marks = [time.process_time()]
    program = Program.of(case, case.demands.values())
    marks.append(time.process_time())
    found = Deadlock(program, list(case.demands.values()))
    marks.append(time.process_time())
    if found.settlement is not None:
        return f"{case.name}: no deadlock"
    marks.append(time.process_time())
    concessions = found.concessions(limit)
    marks.append(time.process_time())
    conflicts = found.conflicts(limit)
    marks.append(time.process_time())
    parts = [f"{after - before:.3f}" for before, after in pairwise(marks)]
    size = f"{len(conflicts.found)} conflicts {conflicts.complete}, {len(concessions.found)} concessions"
    return (
        f"{case.name}: lower {parts[0]}, set up {parts[1]}, first answer {parts[2]}, concessions {parts[3]},"
        f" conflicts {parts[4]}: {size} {concessions.complete}"
    )


if __name__ == "__main__":
    for kind in KINDS.values():
        for seed in range(1, 1 + int(sys.argv[1]) if len(sys.argv) > 1 else 4):
            print(measure(kind(seed)), flush=True)
