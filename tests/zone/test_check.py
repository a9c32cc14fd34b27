"""The solver-free reading, form by form, on a table of four people."""

from fractions import Fraction

import pytest

from placet.case.catalog import Catalog
from placet.case.forms import Apart, Chooses, Conditional, Equal, Excludes, Quota, Share, Together, Total
from placet.case.selectors import AnyOf, Except, HasTrait, InGroup, Named
from placet.zone.check import Inspector
from placet.zone.settlement import Settlement, arrange
from zone.tables import table

CASE = table("""
groups: {reds: {name: Reds}, deep: {name: Deep reds, within: reds}}
candidates:
  ada: {name: Ada, groups: [deep], traits: {sex: f, seats: 3}}
  ben: {name: Ben, groups: [reds], traits: {sex: m, seats: 2.5}}
  cleo: {name: Cleo, traits: {sex: f}}
  dov: {name: Dov, traits: {sex: m, seats: 1}}
posts:
  head: {title: Head}
  panel: {title: Panel, seats: {at_least: 1, at_most: 2}, eligible: {not: dov}}
terms: {date: {title: Date, options: [soon, late]}}
""")
WOMEN, REDS = HasTrait("sex", "f"), InGroup("reds")


def seated(head, *panel, date="soon"):
    return arrange(CASE, {"head": {head}, "panel": set(panel)}, {"date": date})


@pytest.mark.parametrize(
    ("form", "is_kept", "settlement"),
    [
        (Excludes(Named("ada")), False, seated("ada", "ben")),
        (Excludes(Named("ada"), ("panel",)), True, seated("ada", "ben")),
        (Excludes(REDS), False, seated("ada", "cleo")),
        (Excludes(AnyOf((Named("cleo"), WOMEN))), True, seated("dov", "ben")),
        (Excludes(AnyOf((Named("cleo"), Except(WOMEN)))), False, seated("dov", "ada")),
        (Quota(WOMEN, at_least=1), True, seated("ada", "ben")),
        (Quota(WOMEN, at_least=2), False, seated("ada", "ben")),
        (Quota(WOMEN, at_most=0), False, seated("ada", "ben")),
        (Quota(WOMEN, exactly=1), True, seated("ada", "ben")),
        (Quota(WOMEN, exactly=2), False, seated("ada", "ben")),
        (Quota(WOMEN, at_least=Share(Fraction(1, 3))), True, seated("ada", "ben")),
        (Quota(WOMEN, at_least=Share(Fraction(51, 100))), False, seated("ada", "ben")),
        (Quota(WOMEN, at_most=Share(Fraction(1, 2))), True, seated("ada", "ben")),
        (Quota(WOMEN, at_most=Share(Fraction(49, 100))), False, seated("ada", "ben")),
        (Quota(WOMEN, at_least=1, at_most=1, posts=("panel",)), False, seated("ada", "ben")),
        (Apart(("ada", "ben")), False, seated("ada", "ben")),
        (Apart(("ada", "ben"), ("panel",)), True, seated("ada", "ben")),
        (Together(("ada", "ben")), True, seated("ada", "ben")),
        (Together(("ada", "ben")), True, seated("dov", "cleo")),
        (Together(("ada", "ben")), False, seated("ada", "cleo")),
        (Equal((REDS, WOMEN)), False, seated("ada", "ben")),
        (Equal((REDS, WOMEN), 1), True, seated("ada", "ben")),
        (Total("seats", at_least=Fraction(11, 2)), True, seated("ada", "ben")),
        (Total("seats", at_least=Fraction(6)), False, seated("ada", "ben")),
        (Total("seats", at_most=Fraction(5)), False, seated("ada", "ben")),
        (Total("seats", at_most=Fraction(11, 2)), True, seated("ada", "ben")),
        (Total("seats", exactly=Fraction(3)), True, seated("ada", "cleo")),
        (Total("seats", exactly=Fraction(4)), False, seated("ada", "cleo")),
        (Chooses((("date", "soon"),)), True, seated("ada", "ben")),
        (Chooses((("date", "soon"),)), False, seated("ada", "ben", date="late")),
        (Conditional(Chooses((("date", "late"),)), Excludes(REDS)), True, seated("ada", "ben")),
        (Conditional(Chooses((("date", "soon"),)), Excludes(Named("dov"))), True, seated("ada", "ben")),
        (Conditional(Chooses((("date", "late"),)), Excludes(REDS)), False, seated("ada", "ben", date="late")),
    ],
)
def test_a_form_is_read_as_its_words_say(form, is_kept, settlement):
    assert Inspector(CASE).holds(form, settlement) is is_kept


@pytest.mark.parametrize(
    ("slate", "terms", "expected"),
    [
        ({"head": ("ada",), "panel": ("ben",)}, {"date": "soon"}, ()),
        ({"head": ("ada",), "panel": ("ben", "cleo")}, {"date": "soon"}, ()),
        ({"head": ("ada",), "panel": ()}, {"date": "soon"}, (("post", "panel"),)),
        ({"head": ("ada",), "panel": ("ben", "ben")}, {"date": "soon"}, (("post", "panel"),)),
        ({"head": ("ada", "ben"), "panel": ("cleo",)}, {"date": "soon"}, (("post", "head"),)),
        ({"head": ("ada",), "panel": ("dov",)}, {"date": "soon"}, (("person", "dov"),)),
        ({"head": ("ada",), "panel": ("ada",)}, {"date": "soon"}, (("person", "ada"),)),
        ({"head": ("zed",), "panel": ("ada",)}, {"date": "soon"}, (("person", "zed"),)),
        ({"head": ("ada",)}, {"date": "soon"}, (("post", "panel"),)),
        ({"head": ("ada",), "panel": ("ben",), "court": ("cleo",)}, {"date": "soon"}, (("post", "court"),)),
        ({"head": ("ada",), "panel": ("ben",)}, {}, (("term", "date"),)),
        ({"head": ("ada",), "panel": ("ben",)}, {"date": "never"}, (("term", "date"),)),
        ({"head": ("ada",), "panel": ("ben",)}, {"date": "soon", "place": "x"}, (("term", "place"),)),
    ],
)
def test_what_is_no_settlement_is_told_apart(slate, terms, expected):
    assert Inspector(CASE).misfits(Settlement(Catalog(slate), Catalog(terms))) == expected


def test_one_person_may_hold_two_posts_where_the_case_says_so():
    case = table("""
one_post_each: false
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}, clerk: {title: Clerk}}
""")
    both = arrange(case, {"head": {"ada"}, "clerk": {"ada"}}, {})
    inspector = Inspector(case)
    assert inspector.misfits(both) == ()
    assert inspector.holds(Apart(("ada", "ben")), both)
    assert inspector.holds(Quota(Named("ada"), exactly=2), both)
    assert not inspector.holds(Together(("ada", "ben")), both)


@pytest.mark.parametrize("place", ["here", "there"])
def test_a_choice_of_two_terms_is_kept_when_both_are_as_chosen(place):
    case = table("""
candidates: {ada: {name: Ada}}
posts: {head: {title: Head}}
terms: {date: {title: Date, options: [soon, late]}, place: {title: Place, options: [here, there]}}
""")
    settlement = arrange(case, {"head": {"ada"}}, {"date": "soon", "place": place})
    form = Chooses((("date", "soon"), ("place", "here")))
    assert Inspector(case).holds(form, settlement) is (place == "here")


def test_what_an_inspector_remembers_is_no_part_of_it():
    used = Inspector(CASE)
    used.holds(Conditional(Excludes(REDS), Total("seats", at_least=Fraction(1))), seated("dov", "cleo"))
    assert used == Inspector(CASE)
    assert repr(used) == repr(Inspector(CASE))


def test_what_is_broken_is_named_in_the_order_of_the_case():
    case = table("""
candidates: {ada: {name: Ada}, ben: {name: Ben}}
posts: {head: {title: Head}}
roadmap: {first: {title: First}, then: {title: Then}}
constraints: {no-ben: {excludes: ben}, no-ada: {excludes: ada}}
demands:
  never-ada: {side: b, excludes: ada}
  stop: {side: b, blocks: then, until: first}
  not-ben: {side: a, excludes: ben}
  not-ada: {side: a, excludes: ada}
""")
    ada = arrange(case, {"head": {"ada"}}, {})
    inspector = Inspector(case)
    assert inspector.broken_constraints(ada) == ("no-ada",)
    assert inspector.broken_demands(ada, case.demands.values()) == ("never-ada", "not-ada")
