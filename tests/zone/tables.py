"""Small cases for the tests of the zone: from text, and at random with all their settlements by brute force."""

import tempfile
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from pathlib import Path

from placet.case.catalog import Catalog
from placet.case.nouns import Constraint, Demand
from placet.case.read import read_case
from placet.zone.settlement import arrange
from zone.count_cases import random_case, random_form

HEAD = """
placet: 1
title: A small table
sides:
  a: {name: A, consent: true}
  b: {name: B, consent: true}
  c: {name: C, consent: false}
"""


def table(body):
    """Read the case whose sides are a and b, who hold consent, and c, who does not."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "case.yaml").write_text(HEAD + body, encoding="utf-8")
        return read_case(folder)


def random_table(rng):
    """Return a random case with up to two constraints and seven demands, one in ten of them a red line."""
    case = random_case(rng)
    rules = [Constraint(f"rule-{n}", random_form(rng, case)) for n in range(rng.choice([0, 1, 1, 2]))]
    demands = [
        Demand(f"demand-{n}", "north", random_form(rng, case), rng.choice([None, *map(Fraction, range(1, 10))]))
        for n in range(rng.randint(1, 7))
    ]
    return replace(
        case,
        constraints=Catalog((rule.id, rule) for rule in rules),
        demands=Catalog((demand.id, demand) for demand in demands),
    )


def settlements(case):
    """Yield everything that fills the posts, by brute force."""
    fillings = [
        [
            set(people)
            for n in range(post.seats.at_least, post.seats.at_most + 1)
            for people in combinations(case.eligible(post.id), n)
        ]
        for post in case.posts.values()
    ]
    choices = [list(term.options) for term in case.terms.values()]
    for filling in product(*fillings):
        if case.one_post_each and sum(map(len, filling)) != len(set().union(*filling)):
            continue
        for chosen in product(*choices):
            yield arrange(case, dict(zip(case.posts, filling, strict=True)), dict(zip(case.terms, chosen, strict=True)))


def columns_of(program, settlement):
    """Return the values of the program's columns that describe a settlement."""
    seated = [int(who in settlement.slate[post]) for who, post in program.columns.pairs]
    return seated + [int(settlement.terms[term] == option) for term, option in program.columns.options]
