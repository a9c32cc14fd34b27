"""Count the zones of made-up boards as large as placet promises to count exactly: how many are, and how long it takes.

    python benchmarks/count.py [boards of each kind]
    python benchmarks/count.py rows

Each board has 200 people with a gender, a region and a party, ten posts with thirty seats in all, each with its own
eligibility, forty vetoes on names, ten of them at one post, three vetoes on groups at one post, and up to three quotas.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from fractions import Fraction
from random import Random

from placet.case.catalog import Catalog
from placet.case.forms import Apart, Excludes, Form, Quota, Share
from placet.case.nouns import Candidate, Case, Group, Post, Seats
from placet.case.selectors import AnyOf, Except, HasTrait, InGroup, Named, Selector
from placet.case.text import Text
from placet.zone.count import Count, count_settlements
from placet.zone.lower import Columns, Lowering

PEOPLE, POSTS, SEATS = 200, 10, 30
NAMES = [f"p{place}" for place in range(PEOPLE)]
REGIONS = [f"region{place}" for place in range(8)]
WOMAN = HasTrait("gender", "woman")
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


def crowd(rng: Random, n_people: int, n_parties: int, n_regions: int = 8) -> list[Candidate]:
    """Return so many people; the first party is the largest, the others half, a third, ... as large; 38 % are women."""
    sizes = [1 / (place + 1) for place in range(n_parties)]
    return [
        Candidate(
            f"p{place}",
            Text.plain(f"P{place}"),
            tuple(rng.choices([f"party{party}" for party in range(n_parties)], sizes)),
            Catalog(
                {
                    "gender": "woman" if rng.random() < 0.38 else "man",
                    "region": f"region{rng.randrange(n_regions)}",
                }
            ),
        )
        for place in range(n_people)
    ]


def table(people: list[Candidate], posts: list[Post]) -> Case:
    """Return a case with these people and posts, and nothing demanded."""
    parties = dict.fromkeys(party for person in people for party in person.groups)
    return Case(
        name="table",
        title=Text.plain("A made-up table"),
        sides=Catalog(()),
        candidates=Catalog((person.id, person) for person in people),
        posts=Catalog((post.id, post) for post in posts),
        groups=Catalog((party, Group(party, Text.plain(party))) for party in parties),
        terms=Catalog(()),
    )


def _some(rng: Random, people: list[Candidate], share: float) -> Selector:
    return AnyOf(tuple(Named(person.id) for person in people if rng.random() < share))


def five_classes(seed: int, n_people: int = 1000, share: float = 1.0) -> tuple[Case, list[Form]]:
    """Return five posts of six seats, each open to this share of the people, and a quota of nine women."""
    rng = Random(seed)
    people = crowd(rng, n_people, 8)
    lists = [_some(rng, people, share) if share < 1 else None for _ in range(5)]
    posts = [Post(f"post{place}", Text.plain("Post"), Seats(6, 6), lists[place]) for place in range(5)]
    return table(people, posts), [Quota(WOMAN, at_least=9)]


def panel(seed: int, n_people: int, n_parties: int = 6, n_regions: int = 8) -> tuple[Case, list[Form]]:
    """Return a panel of ten: three women, one of each of two parties, at most four of a party and three of a region."""
    people = crowd(Random(seed), n_people, n_parties, n_regions)
    forms: list[Form] = [Quota(WOMAN, at_least=3)]
    forms += [Quota(InGroup(f"party{place}"), 1 if place < 2 else None, 4) for place in range(n_parties)]
    forms += [Quota(HasTrait("region", f"region{place}"), at_most=3) for place in range(n_regions)]
    return table(people, [Post("panel", Text.plain("Panel"), Seats(10, 10))]), forms


def distinct_posts(seed: int, n_people: int, n_posts: int, rules: str = "all") -> tuple[Case, list[Form]]:
    """Return posts of one seat, each open to a quarter of the people at random.

    Parameters
    ----------
    rules : str
        ``none``; ``women``: three in ten; ``all``: at most half of the seats for a party and three in ten for a
        region besides, and a tenth as many pairs of people who will not sit together as there are people.
    """
    rng = Random(seed)
    people = crowd(rng, n_people, 8)
    posts = [
        Post(f"post{place}", Text.plain("Post"), Seats(1, 1), _some(rng, people, 0.25)) for place in range(n_posts)
    ]
    third = Share(Fraction(3, 10))
    forms: list[Form] = [] if rules == "none" else [Quota(WOMAN, at_least=third)]
    if rules == "all":
        forms += [Quota(InGroup(f"party{place}"), at_most=max(3, n_posts // 2)) for place in range(8)]
        forms += [Quota(HasTrait("region", region), at_most=third) for region in REGIONS]
        pairs = (rng.sample(people, 2) for _ in range(n_people // 10))
        forms += [Apart(tuple(person.id for person in pair)) for pair in pairs]
    return table(people, posts), forms


ROWS: dict[str, Callable[[], tuple[Case, list[Form]]]] = {
    "1000 x 30 in 5 classes, quota": lambda: five_classes(1),
    "the same, lists of half the people": lambda: five_classes(1, share=0.5),
    "panel of 10, 200 people": lambda: panel(2, 200),
    "panel of 10, 1000 people": lambda: panel(2, 1000),
    "panel of 10, 5000 people": lambda: panel(2, 5000),
    "panel of 10, 5000 people, 8 parties": lambda: panel(2, 5000, 8),
    "10 posts x 1000, own lists, women": lambda: distinct_posts(1, 1000, 10, "women"),
    "14 posts x 1000, own lists, women": lambda: distinct_posts(1, 1000, 14, "women"),
    "18 posts x 1000, own lists": lambda: distinct_posts(1, 1000, 18, "none"),
    "30 posts x 300, own lists, all rules": lambda: distinct_posts(1, 300, 30),
    "30 posts x 1000, own lists": lambda: distinct_posts(1, 1000, 30, "none"),
    "30 posts x 1000, own lists, all rules": lambda: distinct_posts(1, 1000, 30),
    "60 posts x 5000, own lists, all rules": lambda: distinct_posts(1, 5000, 60),
}
"""The rows measured by themselves."""


def measured(made: tuple[Case, list[Form]]) -> tuple[Count, float]:
    """Return the count of a case, and the seconds of the processor that it took once the forms were lowered."""
    case, forms = made
    columns = Columns.of(case)
    formulas = [Lowering(columns).lower(form) for form in forms]
    start = time.process_time()
    found = count_settlements(columns, formulas)
    return found, time.process_time() - start


def show_rows() -> None:
    """Print one line for each row: how it was counted, the number or its bounds, and the seconds."""
    for name, make in ROWS.items():
        found, seconds = measured(make())
        number = _short(found.value) if found.exact else f"{_short(found.value)} to {_short(found.at_most)}"
        print(f"{name:40} {found.method:7} {number:24} {seconds:7.2f}", flush=True)


def _short(number: int | None) -> str:
    return "?" if number is None else f"{Decimal(number):.3e}"


def main(n_boards: int) -> None:
    """Print one line for each kind of board."""
    print(f"{'eligibility':20} {'exact':>9} {'median':>8} {'worst':>8}  (seconds of the processor)")
    for kind, lists in KINDS.items():
        exact, seconds = 0, []
        for seed in range(n_boards):
            found, spent = measured(made_up_board(Random(seed), lists))
            exact += found.exact
            seconds.append(spent)
        seconds.sort()
        print(f"{kind:20} {exact:>3} of {n_boards:<3} {seconds[n_boards // 2]:8.2f} {seconds[-1]:8.2f}")


if __name__ == "__main__":
    if sys.argv[1:] == ["rows"]:
        show_rows()
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
