"""Made-up panels to be counted: seats in classes with one quota, and a panel of ten with three quotas that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from random import Random

from placet.case.catalog import Catalog
from placet.case.forms import Form, Quota, Share
from placet.case.nouns import Candidate, Case, Constraint, Group, Post, Seats, Side
from placet.case.selectors import AnyOf, HasTrait, InGroup, Named
from placet.case.text import Text

WOMAN = HasTrait("gender", "woman")
PARTIES, REGIONS = 6, 8


def classes(seed: int, candidates: int, percent_eligible: int = 50, seats: int = 30, classes: int = 5) -> Case:
    """Return a body whose seats fall into classes of alike ones, each open to some of the people, drawn anew.

    At least 30 % of all seats go to women.
    """
    rng = Random(seed)
    people = _people(rng, candidates)
    posts = []
    for place in range(classes):
        able = tuple(Named(one.id) for one in people if rng.random() * 100 < percent_eligible)
        size = seats // classes
        posts.append(Post(f"class{place}", Text.plain("Seats alike"), Seats(size, size), AnyOf(able)))
    return _case(f"classes-{candidates}-{seats}-{seed}", people, posts, [Quota(WOMAN, at_least=Share(Fraction(3, 10)))])


def panel(seed: int, candidates: int, seats: int = 10) -> Case:
    """Return a panel with at least 30 % women, at most four from a party, one from the first, three from a region."""
    people = _people(Random(seed), candidates)
    rules: list[Form] = [Quota(WOMAN, at_least=Share(Fraction(3, 10)))]
    rules += [Quota(InGroup(f"party{place}"), at_least=int(place == 0), at_most=4) for place in range(PARTIES)]
    rules += [Quota(HasTrait("region", f"region{place}"), at_most=3) for place in range(REGIONS)]
    return _case(
        f"panel-{candidates}-{seats}-{seed}", people, [Post("panel", Text.plain("Panel"), Seats(seats, seats))], rules
    )


def _people(rng: Random, number: int) -> list[Candidate]:
    return [
        Candidate(
            f"p{place}",
            Text.plain(f"P{place}"),
            (f"party{rng.randrange(PARTIES)}",),
            Catalog({"gender": "woman" if rng.random() < 0.4 else "man", "region": f"region{rng.randrange(REGIONS)}"}),
        )
        for place in range(number)
    ]


def _case(name: str, people: Sequence[Candidate], posts: Sequence[Post], rules: Sequence[Form]) -> Case:
    return Case(
        name=name,
        title=Text.plain("A made-up panel"),
        sides=Catalog((side, Side(side, Text.plain(side), consent=True)) for side in ("side1", "side2")),
        candidates=Catalog((one.id, one) for one in people),
        posts=Catalog((post.id, post) for post in posts),
        groups=Catalog((f"party{place}", Group(f"party{place}", Text.plain("A party"))) for place in range(PARTIES)),
        constraints=Catalog((f"rule{place}", Constraint(f"rule{place}", form)) for place, form in enumerate(rules)),
    )
