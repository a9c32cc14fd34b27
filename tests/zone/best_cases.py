"""Random small cases as nouns, every form in them, and all their settlements by the words of the case file."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, product

from placet.case.catalog import Catalog
from placet.case.forms import Apart, Chooses, Conditional, Equal, Excludes, Quota, Share, Together, Total
from placet.case.nouns import Candidate, Case, Constraint, Kind, Post, Preferences, Seats, Side, Term
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, Named
from placet.case.text import Text
from placet.zone.best import Bests
from placet.zone.check import Inspector
from placet.zone.program import Program
from placet.zone.settlement import arrange

WORDS = Text.plain("made up")


def catalog(nouns):
    """Return nouns by their ids."""
    return Catalog((noun.id, noun) for noun in nouns)


def bests(case):
    """Return the best settlements of a case in which every constraint binds and every preference counts."""
    program = Program.of(case, ())
    return Bests(program, tuple(program.constraints.values()), tuple(case.preferences.values()))


def allotment(table, disagreement=None):
    """Return a case with one seat and a candidate for each row of `table`, in which side i scores column i."""
    names = [f"name-{place}" for place in range(len(table))]
    sides = [f"side-{place}" for place in range(len(table[0]))]
    preferences = [
        Preferences(
            side,
            Kind.SCORES,
            Catalog(zip(names, (Fraction(row[place]) for row in table), strict=True)),
            disagreement=Fraction(0 if disagreement is None else disagreement[place]),
        )
        for place, side in enumerate(sides)
    ]
    return Case(
        name="allotment",
        title=WORDS,
        sides=catalog(Side(side, WORDS, consent=True) for side in sides),
        candidates=catalog(Candidate(name, WORDS) for name in names),
        posts=catalog([Post("seat", WORDS, Seats(1, 1))]),
        preferences=Catalog((stated.side, stated) for stated in preferences),
    )


def random_case(rng):
    """Return a case of at most five people, three posts, two terms and four sides, with up to four constraints."""
    people = [f"p{place}" for place in range(rng.randint(2, 5))]
    posts = [f"post-{place}" for place in range(rng.randint(1, 3))]
    terms = {"when": ("soon", "late"), "length": ("one", "two", "three")}
    terms = {term: terms[term] for term in rng.sample(list(terms), rng.choice([0, 0, 1, 2]))}
    sides = [f"s{place}" for place in range(rng.randint(1, 4))]
    rng.shuffle(sides)
    return Case(
        name="random",
        title=WORDS,
        sides=catalog(Side(side, WORDS, consent=True) for side in sides),
        candidates=catalog(
            Candidate(
                who,
                WORDS,
                traits=Catalog(
                    {"gender": rng.choice(["woman", "man"]), "votes": rng.choice([0, 1, 2, Fraction(5, 2), -1])}
                ),
            )
            for who in people
        ),
        posts=catalog(_post(rng, post, people) for post in posts),
        terms=catalog(Term(term, WORDS, Catalog((o, None) for o in options)) for term, options in terms.items()),
        constraints=catalog(
            Constraint(f"rule-{place}", _form(rng, people, posts, terms))
            for place in range(rng.choice([0, 1, 2, 3, 4]))
        ),
        preferences=Catalog((side, _preferences(rng, side, people, posts, terms)) for side in sides),
        one_post_each=rng.random() < 0.8,
    )


def settlements(case):
    """Return every settlement that keeps the structure of the body and every constraint."""
    inspector = Inspector(case)
    of_posts = [
        [
            set(held)
            for size in range(post.seats.at_least, post.seats.at_most + 1)
            for held in combinations(case.eligible(post.id), size)
        ]
        for post in case.posts.values()
    ]
    found = []
    for slate in product(*of_posts):
        for options in product(*(term.options for term in case.terms.values())):
            settlement = arrange(
                case, dict(zip(case.posts, slate, strict=True)), dict(zip(case.terms, options, strict=True))
            )
            if not inspector.misfits(settlement) and not inspector.broken_constraints(settlement):
                found.append(settlement)
    return found


def scores(case, settlement):
    """Return what a settlement is worth to each side, sides in alphabetical order."""
    return tuple(
        sum((stated.score(who, post) for post, held in settlement.slate.items() for who in held), Fraction(0))
        + sum((stated.score_option(*choice) for choice in settlement.terms.items()), Fraction(0))
        for _, stated in sorted(case.preferences.items())
    )


def _post(rng, post, people):
    seats = rng.choice([(1, 1), (1, 1), (2, 2), (0, 1), (1, 3)])
    return Post(post, WORDS, Seats(*seats), eligible=_selector(rng, people) if rng.random() < 0.2 else None)


def _selector(rng, people):
    def one():
        if rng.random() < 0.5:
            return Named(rng.choice(people))
        return HasTrait("gender", rng.choice(["woman", "man"]))

    return rng.choice([one(), AnyOf((one(), one())), AllOf((one(), one())), Except(one())])


def _form(rng, people, posts, terms, depth=0):
    where = tuple(rng.sample(posts, rng.randint(1, len(posts)))) if rng.random() < 0.3 else None
    some = tuple(rng.sample(people, min(len(people), rng.randint(2, 3))))
    kind = rng.randrange(9 if depth < 2 else 8)
    if kind == 7 and not terms:
        kind = 2
    match kind:
        case 0:
            return Excludes(_selector(rng, people), where)
        case 1:
            return Quota(
                _selector(rng, people), at_least=Share(rng.choice([Fraction(3, 10), Fraction(1, 2)])), posts=where
            )
        case 2:
            return Quota(_selector(rng, people), at_most=rng.choice([0, 1, 2, Share(Fraction(1, 2))]), posts=where)
        case 3:
            return Quota(_selector(rng, people), exactly=rng.choice([0, 1, 2]), posts=where)
        case 4:
            return rng.choice([Apart, Together])(some, where)
        case 5:
            parts = tuple(_selector(rng, people) for _ in range(rng.randint(2, 3)))
            return Equal(parts, rng.choice([0, 1, 1]), where)
        case 6:
            bound = Fraction(rng.choice([0, 1, 2, Fraction(5, 2), 3]))
            return Total("votes", **{rng.choice(["at_least", "at_most", "exactly"]): bound}, posts=where)
        case 7:
            term = rng.choice(list(terms))
            return Chooses(((term, rng.choice(terms[term])),))
        case _:
            return Conditional(_form(rng, people, posts, terms, depth + 1), _form(rng, people, posts, terms, depth + 1))


def _preferences(rng, side, people, posts, terms):
    def points():
        return Fraction(rng.choice([0, 0, 1, 2, 3, 4, 5, 7, 9, Fraction(5, 2), -1, Fraction(1, 3)]))

    def whole():
        return Fraction(rng.randint(0, 5))

    score = rng.choice([points, whole, whole])
    at_posts = {post: Catalog((who, score()) for who in people) for post in posts if rng.random() < 0.3}
    at_terms = {term: Catalog((option, score()) for option in options) for term, options in terms.items()}
    return Preferences(
        side,
        Kind.SCORES,
        Catalog((who, score()) for who in people),
        at_posts=Catalog(at_posts),
        at_terms=Catalog(at_terms if rng.random() < 0.5 else {}),
        disagreement=Fraction(rng.choice([0, 0, 0, 1, 2, 5, 20, -2, Fraction(1, 2)])),
    )
