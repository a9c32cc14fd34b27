"""The best settlement by each criterion on made-up boards of full size: what it costs, and whether it is proven.

    python benchmarks/slates.py [--seeds 1 2] [--candidates 1000] [--posts 30] [--sides 5] [--top 10] [criterion ...]

Eight affiliations with sizes as 1/i, eight regions, 38 % women; each person can hold a quarter of the posts, drawn at
random. A side scores a person from 0 to `top` by merit, home affiliation and chance, three times that at the first
post and twice at the next three. It vetoes 12 % of the names outside its affiliation, and two sides veto a whole
affiliation. At least 30 % of the seats go to women, each affiliation has a least and a greatest number of them, no
region has more than 30 %, and one pair in ten candidates is to be kept apart.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Any

from placet.case.catalog import Catalog
from placet.case.forms import Apart, Excludes, Form, Quota, Share
from placet.case.nouns import (
    Candidate,
    Case,
    Constraint,
    Demand,
    Group,
    Kind,
    Post,
    Preferences,
    Seats,
    Side,
)
from placet.case.selectors import AnyOf, HasTrait, InGroup, Named
from placet.case.text import Text
from placet.zone.criteria import CRITERIA
from placet.zone.zone import Zone

PARTS = 8
"""How many affiliations there are, and how many regions."""

WEIGHTS = (3, 2, 2, 2)
"""How many times a score counts at the first posts; once at all others."""


def slates(seed: int, candidates: int = 1000, posts: int = 30, sides: int = 5, top: int = 10) -> Case:
    """Return the case of one seed, with scores from 0 to `top`."""
    rng = Random(seed)
    people = _people(rng, candidates)
    merits = [rng.random() for _ in people]
    homes = [f"group{place % PARTS}" for place in range(sides)]
    return Case(
        name=f"slates-{seed}",
        title=Text.plain("A made-up board"),
        sides=Catalog(
            (f"side{place}", Side(f"side{place}", Text.plain("A made-up side"), consent=True)) for place in range(sides)
        ),
        candidates=Catalog((person.id, person) for person in people),
        posts=Catalog((post.id, post) for post in _posts(rng, people, posts)),
        groups=Catalog((f"group{place}", Group(f"group{place}", Text.plain("A group"))) for place in range(PARTS)),
        constraints=Catalog(
            (f"rule{place}", Constraint(f"rule{place}", form))
            for place, form in enumerate(_rules(rng, candidates, posts))
        ),
        demands=Catalog((demand.id, demand) for demand in _vetoes(rng, people, homes)),
        preferences=Catalog(
            (f"side{place}", _preferences(f"side{place}", _scores(rng, people, merits, home, top), posts))
            for place, home in enumerate(homes)
        ),
    )


def _people(rng: Random, number: int) -> list[Candidate]:
    shares = [1 / (place + 1) for place in range(PARTS)]
    return [
        Candidate(
            f"p{place}",
            Text.plain(f"p{place}"),
            (f"group{rng.choices(range(PARTS), shares)[0]}",),
            Catalog({"gender": "woman" if rng.random() < 0.38 else "man", "region": f"region{rng.randrange(PARTS)}"}),
        )
        for place in range(number)
    ]


def _posts(rng: Random, people: list[Candidate], number: int) -> Iterator[Post]:
    for place in range(number):
        able = tuple(Named(person.id) for person in people if rng.random() < 0.25)
        yield Post(f"post{place}", Text.plain("A post"), Seats(1, 1), eligible=AnyOf(able))


def _rules(rng: Random, candidates: int, posts: int) -> Iterator[Form]:
    yield Quota(HasTrait("gender", "woman"), at_least=Share(Fraction(3, 10)))
    shares = [1 / (place + 1) for place in range(PARTS)]
    for place, share in enumerate(shares):
        due = posts * share / sum(shares)
        is_vetoed = place >= PARTS - 2  # two sides will not have anybody from these
        yield Quota(InGroup(f"group{place}"), at_least=0 if is_vetoed else int(due / 2), at_most=int(due * 1.5) + 1)
        yield Quota(HasTrait("region", f"region{place}"), at_most=Share(Fraction(3, 10)))
    for _ in range(candidates // 10):
        one, other = rng.sample(range(candidates), 2)
        yield Apart((f"p{one}", f"p{other}"))


def _vetoes(rng: Random, people: list[Candidate], homes: list[str]) -> Iterator[Demand]:
    for place, home in enumerate(homes):
        side = f"side{place}"
        for person in people:
            if person.groups[0] != home and rng.random() < 0.12:
                yield Demand(f"{side}-{person.id}", side, Excludes(Named(person.id)))
    for place, group in enumerate((PARTS - 1, PARTS - 2)[: len(homes)]):
        yield Demand(f"side{place}-all", f"side{place}", Excludes(InGroup(f"group{group}")))


def _scores(rng: Random, people: list[Candidate], merits: list[float], home: str, top: int) -> Catalog[Fraction]:
    def score(person: Candidate, merit: float) -> Fraction:
        return Fraction(round(top * (0.45 * merit + 0.3 * (person.groups[0] == home) + 0.25 * rng.random())))

    return Catalog((person.id, score(person, merit)) for person, merit in zip(people, merits, strict=True))


def _preferences(side: str, points: Catalog[Fraction], posts: int) -> Preferences:
    at_posts = {
        f"post{place}": Catalog((who, weight * score) for who, score in points.items())
        for place, weight in enumerate(WEIGHTS[:posts])
    }
    return Preferences(side, Kind.SCORES, points, at_posts=Catalog(at_posts))


def measure(case: Case, criteria: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield for each criterion what it cost, each on a zone of its own whose program has been built before."""
    for criterion in criteria:
        zone = Zone(case)
        bests = zone._bests  # noqa: SLF001 -- building the program is not what is measured
        _ = bests.search
        start = time.process_time()
        found = bests.best(criterion)
        yield {
            "criterion": criterion,
            "seconds": time.process_time() - start,
            "proven": found is not None and found.proven,
            "scores": [] if found is None else [str(score) for score in found.scores.values()],
            "programs": bests.search.nodes,
        }


def main() -> None:
    """Print one line for each seed and criterion."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("criteria", nargs="*", metavar="criterion")
    asked.add_argument("--seeds", nargs="*", type=int, default=[1, 2])
    for name, default in (("candidates", 1000), ("posts", 30), ("sides", 5), ("top", 10)):
        asked.add_argument(f"--{name}", type=int, default=default)
    told = asked.parse_args()
    for seed in told.seeds:
        case = slates(seed, told.candidates, told.posts, told.sides, told.top)
        for one in measure(case, tuple(told.criteria) or CRITERIA):
            proven = "proven" if one["proven"] else "NOT proven"
            print(
                f"seed {seed}  {one['criterion']:18} {one['seconds']:7.2f} s  {one['programs']:6d} programs  {proven}"
                f"  {' '.join(one['scores'])}",
                flush=True,
            )
    print(f"largest memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
