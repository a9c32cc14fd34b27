"""Count the zones of made-up boards as large as placet promises to count exactly: how many are, and how long it takes.

    python benchmarks/count.py [boards of each kind]

Each board has 200 people with a gender, a region and a party, ten posts with thirty seats in all, each with its own
eligibility, forty vetoes on names, ten of them at one post, three vetoes on groups at one post, and up to three quotas.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from random import Random

from placet.case.catalog import Catalog
from placet.case.forms import Excludes, Form, Quota, Share
from placet.case.nouns import Candidate, Case, Group, Post, Seats
from placet.case.selectors import AnyOf, Except, HasTrait, InGroup, Named, Selector
from placet.case.text import Text
from placet.zone.count import count_settlements
from placet.zone.lower import Columns, Lowering

PEOPLE, POSTS, SEATS = 200, 10, 30
NAMES = [f"p{place}" for place in range(PEOPLE)]
REGIONS = [f"region{place}" for place in range(8)]
KINDS = {"by group or trait": (0, 0), "some by name": (2, 1)}
"""How many of the ways to be eligible are short lists of names, and long ones, beside nine others."""


def made_up_board(rng: Random, lists: tuple[int, int]) -> tuple[Case, list[Form]]:
    """Return a case without demands, and what is demanded."""
    parties = [f"party{place}" for place in range(rng.choice([5, 8]))]
    people = [
        Candidate(
            name,
            Text.plain(name),
            (rng.choice(parties),),
            Catalog({"gender": "woman" if rng.random() < 0.4 else "man", "region": rng.choice(REGIONS)}),
        )
        for name in NAMES
    ]
    seats = [3] * POSTS if rng.random() < 0.5 else _uneven(rng)
    posts = [
        Post(f"post{place}", Text.plain("Post"), Seats(number, number), _eligible(rng, parties, lists))
        for place, number in enumerate(seats)
    ]
    case = Case(
        name="board",
        title=Text.plain("A made-up board"),
        sides=Catalog(()),
        candidates=Catalog((person.id, person) for person in people),
        posts=Catalog((post.id, post) for post in posts),
        groups=Catalog((party, Group(party, Text.plain(party))) for party in parties),
        terms=Catalog(()),
    )
    return case, [*_vetoes(rng, parties), *_quotas(rng, parties)]


def _uneven(rng: Random) -> list[int]:
    seats = [1] * POSTS
    while sum(seats) < SEATS:
        place = rng.randrange(POSTS)
        seats[place] += seats[place] < 5
    return seats


def _eligible(rng: Random, parties: list[str], lists: tuple[int, int]) -> Selector | None:
    short, long = lists
    match rng.choice(
        [
            *["all"] * 2,
            *["not"] * 2,
            "party",
            "parties",
            "region",
            "regions",
            "woman",
            *["list"] * short,
            *["long"] * long,
        ]
    ):
        case "not":
            return Except(InGroup(rng.choice(parties)))
        case "party":
            return InGroup(rng.choice(parties))
        case "parties":
            return AnyOf(tuple(map(InGroup, rng.sample(parties, 2))))
        case "region":
            return HasTrait("region", rng.choice(REGIONS))
        case "regions":
            return AnyOf(tuple(HasTrait("region", region) for region in rng.sample(REGIONS, 3)))
        case "woman":
            return HasTrait("gender", "woman")
        case "list" | "long" as kind:
            return AnyOf(tuple(map(Named, rng.sample(NAMES, 15 if kind == "list" else 60))))
    return None


def _vetoes(rng: Random, parties: list[str]) -> Iterator[Form]:
    for place in range(40):
        yield Excludes(Named(rng.choice(NAMES)), None if place < 30 else (f"post{rng.randrange(POSTS)}",))
    for _ in range(3):
        yield Excludes(InGroup(rng.choice(parties)), (f"post{rng.randrange(POSTS)}",))


def _quotas(rng: Random, parties: list[str]) -> list[Form]:
    women: list[int | Share] = [9, 10, 12, Share(Fraction(3, 10))]
    quotas: list[Form] = [
        Quota(HasTrait("gender", "woman"), at_least=rng.choice(women)),
        Quota(InGroup(rng.choice(parties)), at_most=rng.choice([4, 6, 8])),
        Quota(HasTrait("region", rng.choice(REGIONS)), at_least=rng.choice([2, 3])),
    ]
    return quotas[: rng.randint(1, 3)]


def main(n_boards: int) -> None:
    """Print one line for each kind of board."""
    print(f"{'eligibility':20} {'exact':>9} {'median':>8} {'worst':>8}  (seconds of the processor)")
    for kind, lists in KINDS.items():
        exact, seconds = 0, []
        for seed in range(n_boards):
            case, forms = made_up_board(Random(seed), lists)
            columns = Columns.of(case)
            formulas = [Lowering(columns).lower(form) for form in forms]
            start = time.process_time()
            exact += count_settlements(columns, formulas).exact
            seconds.append(time.process_time() - start)
        seconds.sort()
        print(f"{kind:20} {exact:>3} of {n_boards:<3} {seconds[n_boards // 2]:8.2f} {seconds[-1]:8.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
