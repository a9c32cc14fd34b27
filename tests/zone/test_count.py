"""The number of settlements, against enumeration, closed forms and what theory proves."""

from itertools import combinations
from math import comb, factorial, prod
from random import Random

import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Excludes, Quota
from placet.case.nouns import Candidate, Post, Seats
from placet.case.selectors import AnyOf, HasTrait, InGroup, Named
from placet.zone.count import Count, count_settlements
from placet.zone.formula import ALWAYS, NEVER, at_least, holds
from placet.zone.lower import Columns, Lowering
from zone.count_cases import every_assignment, made_up_case, plain, random_case, random_form


def count(case, *forms, **options):
    columns = Columns.of(case)
    return count_settlements(columns, [Lowering(columns).lower(form) for form in forms], **options)


def crowd(rng, n, women=0.4):
    """So many people in three groups."""
    return [
        Candidate(
            f"p{i}",
            plain(f"P{i}"),
            groups=(rng.choice(["reds", "blues", "greens"]),),
            traits=Catalog({"woman": rng.random() < women}),
        )
        for i in range(n)
    ]


def choosy_cabinet(rng, n_people, n_posts):
    """Posts of one seat, each open to about a third of the people, named one by one."""
    people = crowd(rng, n_people)
    open_to = [
        frozenset(person.id for person in people if rng.random() < 0.35) | {people[0].id} for _ in range(n_posts)
    ]
    posts = [
        Post(f"post{i}", plain("Post"), Seats(1, 1), AnyOf(tuple(map(Named, sorted(names)))))
        for i, names in enumerate(open_to)
    ]
    return made_up_case(people, posts, groups=("reds", "blues", "greens")), open_to


@pytest.mark.parametrize("seed", range(8))
def test_the_count_is_the_number_of_settlements_that_enumeration_finds(seed):
    rng = Random(seed)
    for _ in range(25):
        case = random_case(rng)
        columns = Columns.of(case)
        formulas = [Lowering(columns).lower(random_form(rng, case)) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
        found = sum(all(holds(formula, values) for formula in formulas) for values in every_assignment(columns))
        assert count_settlements(columns, formulas) == Count(found, exact=True)


def test_distinct_posts_with_their_own_eligibility_follow_the_formula_over_set_partitions():
    """Theory, section 5: sum over partitions of the posts of prod((-1)^(b-1) (b-1)! people eligible for all b)."""
    case, open_to = choosy_cabinet(Random(5), 60, 7)
    expected = sum(
        prod(
            (-1) ** (len(block) - 1)
            * factorial(len(block) - 1)
            * len(frozenset.intersection(*(open_to[post] for post in block)))
            for block in partition
        )
        for partition in partitions(list(range(7)))
    )
    assert count(case) == Count(expected, exact=True)


def partitions(posts):
    """Every way to part the posts into blocks."""
    if not posts:
        yield []
        return
    first, *rest = posts
    for size in range(len(rest) + 1):
        for others in combinations(rest, size):
            for more in partitions([post for post in rest if post not in others]):
                yield [[first, *others], *more]


def test_a_thousand_people_for_thirty_seats_with_a_quota_follow_the_closed_form():
    people = crowd(Random(1), 1000)
    women = sum(person.traits["woman"] for person in people)
    posts = [Post(f"post{i}", plain("Post"), Seats(6, 6)) for i in range(5)]
    found = count(
        made_up_case(people, posts, groups=("reds", "blues", "greens")), Quota(HasTrait("woman", value=True), 9)
    )
    panels = sum(comb(women, w) * comb(1000 - women, 30 - w) for w in range(9, 31))
    assert found == Count(panels * factorial(30) // factorial(6) ** 5, exact=True)


def test_posts_with_a_range_of_seats_share_people_in_every_way():
    people = crowd(Random(2), 40)
    posts = [Post(f"post{i}", plain("Post"), Seats(1, 2)) for i in range(4)]
    found = count(made_up_case(people, posts, groups=("reds", "blues", "greens")))
    expected = sum(
        comb(4, doubles) * factorial(40) // factorial(40 - 4 - doubles) // 2**doubles for doubles in range(5)
    )
    assert found == Count(expected, exact=True)


def test_someone_who_may_hold_several_posts_is_counted_in_each():
    posts = [Post("chair", plain("Chair"), Seats(1, 1)), Post("panel", plain("Panel"), Seats(2, 2))]
    case = made_up_case(crowd(Random(3), 9), posts, groups=("reds", "blues", "greens"), one_post_each=False)
    assert count(case) == Count(9 * comb(9, 2), exact=True)


def test_a_veto_never_enlarges_the_zone():
    rng = Random(11)
    case, _ = choosy_cabinet(rng, 25, 4)
    forms = [Quota(HasTrait("woman", value=True), 1), Quota(InGroup("reds"), at_most=2)]
    before = count(case, *forms).value
    for _ in range(8):
        forms.append(Excludes(Named(rng.choice(list(case.candidates))), (rng.choice(list(case.posts)),)))
        after = count(case, *forms).value
        assert after <= before
        before = after


def test_the_settlements_with_each_holder_of_a_post_add_up_to_all():
    case, open_to = choosy_cabinet(Random(12), 30, 4)
    columns = Columns.of(case)
    quota = Lowering(columns).lower(Quota(InGroup("blues"), 2))
    with_holder = [
        count_settlements(columns, [quota, at_least([(column, 1)], 1)]).value for column in columns.of_post["post0"]
    ]
    assert len(with_holder) == len(open_to[0])
    assert sum(with_holder) == count_settlements(columns, [quota]).value > 0


def test_the_order_of_people_and_posts_does_not_matter():
    case, _ = choosy_cabinet(Random(13), 30, 5)
    forms = [Quota(HasTrait("woman", value=True), 2, 3), Quota(InGroup("reds"), at_most=1, posts=("post0", "post3"))]
    turned = made_up_case(
        list(case.candidates.values())[::-1], list(case.posts.values())[::-1], groups=("reds", "blues", "greens")
    )
    assert count(case, *forms) == count(turned, *forms)


def test_what_always_holds_changes_nothing_and_what_never_holds_leaves_nothing():
    columns = Columns.of(choosy_cabinet(Random(14), 12, 3)[0])
    assert count_settlements(columns, [ALWAYS]) == count_settlements(columns, [])
    assert count_settlements(columns, [NEVER]) == Count(0, exact=True)


def test_two_hundred_people_ten_posts_and_three_quotas_are_counted_exactly():
    rng = Random(15)
    case, _ = choosy_cabinet(rng, 200, 10)
    forms = [
        Quota(HasTrait("woman", value=True), 3),
        Quota(InGroup("reds"), at_most=4),
        Quota(InGroup("blues"), 1),
        *(Excludes(Named(rng.choice(list(case.candidates))), (rng.choice(list(case.posts)),)) for _ in range(30)),
    ]
    found = count(case, *forms)
    assert found.exact
    assert found.value == count(case, *reversed(forms)).value > 10**15
