"""Random small cases over the nouns, with every form, and all their settlements by brute force."""

from fractions import Fraction
from itertools import combinations, product
from random import Random

from placet.case.catalog import Catalog
from placet.case.forms import Apart, Chooses, Conditional, Equal, Excludes, Quota, Share, Together, Total
from placet.case.nouns import Candidate, Case, Group, Post, Seats, Side, Term
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named
from placet.case.text import Text

PEOPLE = ("ada", "ben", "cleo", "dov", "eve", "fay")
GROUPS = ("reds", "blues")
POSTS = ("chair", "panel", "clerk")
TERMS = {"date": ("soon", "late", "never"), "length": ("one", "two")}


def plain(words):
    return Text.plain(words)


def made_up_case(candidates, posts, *, groups=GROUPS, terms=None, one_post_each=True):
    """A case with these candidates and posts, and nothing demanded."""
    return Case(
        name="made-up",
        title=plain("A made-up case"),
        sides=Catalog({"north": Side("north", plain("North"), consent=True)}),
        candidates=Catalog((candidate.id, candidate) for candidate in candidates),
        posts=Catalog((post.id, post) for post in posts),
        groups=Catalog((group, Group(group, plain(group))) for group in groups),
        terms=Catalog(
            (term, Term(term, plain(term), Catalog((option, None) for option in options)))
            for term, options in (terms or {}).items()
        ),
        one_post_each=one_post_each,
    )


def random_case(rng: Random) -> Case:
    """A case of at most six people and three posts of one to three seats, some with ranges."""
    people = PEOPLE[: rng.randint(3, 6)]
    candidates = [
        Candidate(
            name,
            plain(name),
            groups=tuple(rng.sample(GROUPS, rng.choice([0, 1, 1, 2]))),
            traits=Catalog({"woman": rng.random() < 0.5, "votes": rng.choice([0, 1, 2, 3, Fraction(7, 2), -1])}),
        )
        for name in people
    ]
    posts = [
        Post(
            name,
            plain(name),
            seats=rng.choice([Seats(1, 1), Seats(1, 1), Seats(2, 2), Seats(0, 2), Seats(1, 2), Seats(1, 3)]),
            eligible=random_selector(rng, people) if rng.random() < 0.3 else None,
        )
        for name in POSTS[: rng.randint(1, 3)]
    ]
    terms = {term: TERMS[term] for term in rng.sample(list(TERMS), rng.choice([0, 0, 1, 2]))}
    return made_up_case(candidates, posts, terms=terms, one_post_each=rng.random() < 0.8)


def random_selector(rng: Random, people, depth=0):
    """Somebody, a group, a trait, or a combination of those."""
    kind = rng.choice(["named", "group", "trait", "any", "all", "not"] if depth < 2 else ["named", "group", "trait"])
    match kind:
        case "named":
            return Named(rng.choice(people))
        case "group":
            return InGroup(rng.choice(GROUPS))
        case "trait":
            return HasTrait("woman", rng.random() < 0.5)
        case "not":
            return Except(random_selector(rng, people, depth + 1))
    parts = tuple(random_selector(rng, people, depth + 1) for _ in range(2))
    return AnyOf(parts) if kind == "any" else AllOf(parts)


def random_form(rng: Random, case: Case, depth=0):
    """One of the eight forms, for the whole body or for some posts."""
    people, posts = tuple(case.candidates), None
    if rng.random() < 0.4:
        posts = tuple(rng.sample(list(case.posts), rng.randint(1, len(case.posts))))
    kinds = ["excludes", "quota", "quota", "apart", "together", "equal", "total"]
    kinds += ["chooses"] * (2 * bool(case.terms)) + ["if"] * 2 * (depth < 2)
    match rng.choice(kinds):
        case "excludes":
            return Excludes(random_selector(rng, people), posts)
        case "quota":
            return _random_quota(rng, random_selector(rng, people), posts)
        case "apart":
            return Apart(tuple(rng.sample(people, rng.randint(2, 3))), posts)
        case "together":
            return Together(tuple(rng.sample(people, 2)), posts)
        case "equal":
            parts = tuple(random_selector(rng, people) for _ in range(rng.randint(2, 3)))
            return Equal(parts, rng.choice([0, 1, 1, 2]), posts)
        case "total":
            bounds = rng.choice(
                [(Fraction(2), None, None), (Fraction(1, 2), Fraction(4), None), (None, None, Fraction(3))]
            )
            return Total("votes", *bounds, posts=posts)
        case "chooses":
            terms = rng.sample(list(case.terms), rng.randint(1, len(case.terms)))
            return Chooses(tuple((term, rng.choice(TERMS[term])) for term in terms))
    return Conditional(random_form(rng, case, depth + 1), random_form(rng, case, depth + 1))


def _random_quota(rng: Random, where, posts):
    shares = [Share(Fraction(3, 10)), Share(Fraction(1, 2)), Share(Fraction(335, 1000))]
    kind = rng.choice(["least", "most", "both", "exactly"])
    if kind == "exactly":
        return Quota(where, exactly=rng.choice([0, 1, 1, 2]), posts=posts)
    least = rng.choice([0, 1, 1, 2, *shares]) if kind != "most" else None
    most = rng.choice([1, 2, 3, *shares]) if kind != "least" else None
    return Quota(where, at_least=least, at_most=most, posts=posts)


def every_assignment(columns):
    """Every way to fill the seats and choose the options, as values of the columns."""
    case = columns.case
    seated = [
        [
            people
            for size in range(post.seats.at_least, post.seats.at_most + 1)
            for people in combinations(columns.of_post[post.id], size)
        ]
        for post in case.posts.values()
    ]
    options = [[(columns.of_option[term.id, option],) for option in term.options] for term in case.terms.values()]
    for chosen in product(*seated, *options):
        used = [column for part in chosen for column in part]
        people = [columns.pairs[column][0] for column in used if column < len(columns.pairs)]
        if case.one_post_each and len(set(people)) < len(people):
            continue
        values = [0] * len(columns)
        for column in used:
            values[column] = 1
        yield values
