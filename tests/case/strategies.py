"""Random cases that use every noun and form, with words that YAML could trip over."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from placet.case import forms, selectors
from placet.case.catalog import Catalog
from placet.case.dates import parse_when
from placet.case.nouns import (
    ALWAYS,
    Candidate,
    Case,
    Constraint,
    Demand,
    Entry,
    Group,
    Kind,
    Post,
    Preferences,
    Seats,
    Side,
    Source,
    Stance,
    Step,
    Term,
    Threshold,
    Votes,
)
from placet.case.text import Text

SIDES, GROUPS, CANDIDATES = ("no", "on", "council"), ("12", "ج", "g"), ("x", "y", "null", "1e3")
POSTS, STEPS, SOURCES, OPTIONS = ("head", "2011-08"), ("s", "t", "u"), ("a", "b"), ("yes", "later")

TRICKY = (
    "no",
    "yes",
    "on",
    "~",
    "null",
    "2013-05-07",
    "12:30:00",
    "1_000",
    "0o7",
    "0x1F",
    "1e3",
    ".inf",
    "a: b",
    "a #b",
)
MORE = (
    "- a",
    "it's",
    'a "b" c',
    "a, b",
    "{x}",
    "[x]",
    "&a",
    "*a",
    "!a",
    "%a",
    "@a",
    "| a",
    "> a",
    "\\",
    " a ",
    "=",
    "<<",
)
ODD = ("صالح", "\u2067ابن\u2069", "\u200fx\u200e", "é e\u0301", "\U0001f600", "a\u00a0b", "a\u00adb")


def letters(more=""):
    return st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cf"), exclude_characters="\ufffe\uffff"
    ) | st.sampled_from(more or "a")


def words():
    """Words on one line."""
    free = st.text(letters(), min_size=1, max_size=12).filter(str.strip)
    return st.sampled_from(TRICKY + MORE + ODD) | free


def passages():
    """Words that may hold line breaks and tabs."""
    return words() | st.text(letters("\n\t"), min_size=1, max_size=20).filter(str.strip)


def maybe(strategy):
    return st.none() | strategy


def texts():
    by_language = st.dictionaries(st.sampled_from(("en", "ar", "no", "pt-BR")), words(), min_size=1, max_size=3)
    return words().map(Text.plain) | by_language.map(lambda entries: Text(tuple(entries.items())))


def decimals(least=-1000, most=1000):
    return st.decimals(least, most, places=3).map(Fraction)


def some(names, least=0):
    return st.lists(st.sampled_from(names), unique=True, min_size=least).map(tuple) if names else st.just(())


def whens():
    dates = ("2011", "2011-08", "2011-08-18", "[..2013-05-09]", "[2012-06-30..]", "[ 2012 .. 2013-01 ]")
    return st.sampled_from(dates).map(parse_when)


def who():
    plain = (
        st.sampled_from(CANDIDATES).map(selectors.Named)
        | st.sampled_from(GROUPS).map(selectors.InGroup)
        | traits().map(lambda value: selectors.HasTrait("kind", value))
    )
    return st.recursive(
        plain,
        lambda part: (
            part.map(selectors.Except)
            | st.lists(part, min_size=1, max_size=3)
            .map(tuple)
            .flatmap(lambda parts: st.sampled_from((selectors.AnyOf(parts), selectors.AllOf(parts))))
        ),
        max_leaves=4,
    )


def traits():
    return words() | st.booleans() | st.integers(-9, 9) | decimals().filter(lambda number: number.denominator != 1)


def amounts():
    shares = st.decimals(0, 100, places=2).map(lambda percent: forms.Share(Fraction(percent) / 100))
    return st.integers(0, 5) | shares


def rules():
    posts = maybe(some(POSTS, 1))
    least_or_most = st.tuples(maybe(amounts()), maybe(amounts())).filter(any)
    bounds = st.tuples(maybe(decimals()), maybe(decimals())).filter(lambda pair: pair != (None, None))
    one = (
        st.builds(forms.Excludes, who(), posts)
        | st.builds(lambda w, b, p: forms.Quota(w, *b, posts=p), who(), least_or_most, posts)
        | st.builds(lambda w, n, p: forms.Quota(w, exactly=n, posts=p), who(), st.integers(0, 3), posts)
        | st.builds(forms.Apart, some(CANDIDATES, 2), posts)
        | st.builds(forms.Together, some(CANDIDATES, 2), posts)
        | st.builds(forms.Equal, st.lists(who(), min_size=2, max_size=3).map(tuple), st.integers(0, 2), posts)
        | st.builds(lambda b, p: forms.Total("age", *b, posts=p), bounds, posts)
        | st.builds(lambda n, p: forms.Total("age", exactly=n, posts=p), decimals(), posts)
        | st.sampled_from(OPTIONS).map(lambda option: forms.Chooses((("term", option),)))
    )
    return st.recursive(one, lambda part: st.builds(forms.Conditional, part, part), max_leaves=3)


def catalog(names, noun):
    return st.fixed_dictionaries({name: noun(name) for name in names}).map(Catalog)


def _side(name):
    consent = st.just(Threshold(2, 3)) if name == "council" else st.booleans()
    return st.builds(Side, st.just(name), texts(), consent, maybe(passages()))


def _candidate(name):
    held = st.fixed_dictionaries({"age": decimals().map(whole)}, optional={"kind": traits()}).map(Catalog)
    if name == "x":
        held = st.just(Catalog({"age": 1, "kind": "no"}))
    return st.builds(Candidate, st.just(name), texts(), some(GROUPS), held, maybe(passages()))


def whole(number):
    return number.numerator if number.denominator == 1 else number


def _post(name):
    seats = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted)
    many = st.builds(lambda pair, why: Seats(*pair, why), seats, maybe(passages()))
    return st.builds(Post, st.just(name), texts(), many, maybe(who()), maybe(passages()))


def _term(name):
    titled = st.fixed_dictionaries({option: maybe(texts()) for option in OPTIONS}).map(Catalog)
    return st.builds(Term, st.just(name), texts(), titled, maybe(passages()))


def _demand(name):
    blocks = st.builds(forms.Blocks, st.sampled_from(STEPS), st.sampled_from(STEPS))
    return st.builds(
        Demand,
        st.just(name),
        st.sampled_from(SIDES),
        rules() | blocks,
        cost=st.none() | decimals(1),
        presumed=maybe(st.decimals(0, 1, places=2).map(Fraction)),
        seen_by=maybe(some(SIDES)),
        source=maybe(st.sampled_from(SOURCES)),
        assumption=maybe(passages()),
        note=maybe(passages()),
    )


def _preferences(name):
    scored = st.fixed_dictionaries({}, optional={who: decimals() for who in CANDIDATES}).map(Catalog)
    return st.one_of(
        st.builds(
            lambda scores, unscored, **more: Preferences(name, Kind.SCORES, scores, unscored, **more),
            scored,
            decimals(),
            **_more(),
        ),
        st.builds(
            lambda names, **more: Preferences(name, Kind.RANKING, ranked(names), **more),
            st.permutations(CANDIDATES),
            **_more(),
        ),
        st.builds(
            lambda names, **more: Preferences(name, Kind.APPROVES, approved(names), Fraction(0), **more),
            some(CANDIDATES),
            **_more(),
        ),
    )


def ranked(names):
    return Catalog((name, Fraction(len(names) - 1 - place)) for place, name in enumerate(names))


def approved(names):
    return Catalog((name, Fraction(1)) for name in names)


def _more():
    return {
        "at_posts": st.just(Catalog()) | st.just(Catalog({"head": Catalog({"x": Fraction(1, 4)})})),
        "at_terms": st.just(Catalog()) | st.just(Catalog({"term": Catalog({"yes": Fraction(-2)})})),
        "disagreement": decimals(),
        "assumption": maybe(passages()),
        "note": maybe(passages()),
    }


def _step(name):
    needs = some(STEPS[: STEPS.index(name)])
    days = maybe(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    return st.builds(Step, st.just(name), texts(), needs, days, some(SIDES), some(SIDES), maybe(passages()))


def entries():
    said = st.builds(
        dict,
        on=maybe(whens()),
        by=maybe(words()),
        event=maybe(st.sampled_from(("no", "e"))),
        quote=maybe(passages()),
        lang=maybe(st.sampled_from(("no", "ar"))),
        source=maybe(st.sampled_from(SOURCES)),
        assumption=maybe(passages()),
        note=maybe(passages()),
    )
    stance = st.builds(dict, demand=st.sampled_from(("d", "true")), stance=st.sampled_from(Stance))
    since = st.just({}) | st.just({"held_since": ALWAYS}) | st.just({"held_since": parse_when("2010")})
    held = st.builds(
        lambda spoken, more: {**spoken, **(more if spoken["stance"] in {Stance.ASSERTS, Stance.REAFFIRMS} else {})},
        stance,
        since,
    )
    votes = st.builds(Votes, st.integers(0, 1), maybe(st.just(1)), maybe(st.just(1)))
    tally = catalog(("x", "y"), lambda _: votes).map(lambda counted: {"side": "council", "tally": counted})
    return st.builds(lambda first, second: {**first, **second}, said, st.just({}) | held | tally)


def cases():
    """Cases that a case file can state."""
    return st.builds(
        Case,
        st.just(""),
        texts(),
        sides=catalog(SIDES, _side),
        candidates=catalog(CANDIDATES, _candidate),
        posts=catalog(POSTS, _post),
        groups=catalog(
            GROUPS, lambda name: st.builds(Group, st.just(name), texts(), st.just("g" if name != "g" else None))
        ),
        terms=catalog(("term",), _term),
        constraints=catalog(("c",), lambda name: st.builds(Constraint, st.just(name), rules(), maybe(passages()))),
        demands=catalog(("d", "true"), _demand),
        preferences=catalog(SIDES[:2], _preferences),
        roadmap=catalog(STEPS, _step),
        record=st.lists(entries(), max_size=3).map(
            lambda listed: tuple(Entry(**{"index": index, "on": None, **entry}) for index, entry in enumerate(listed))
        ),
        sources=catalog(
            SOURCES,
            lambda name: st.builds(
                Source,
                st.just(name),
                maybe(texts()),
                maybe(words()),
                maybe(st.just("https://example.org/#a")),
                maybe(whens()),
                maybe(st.just("sources/a b.txt")),
                maybe(st.just("0" * 64)),
                maybe(st.just("no")),
                maybe(passages()),
            ),
        ),
        one_post_each=st.booleans(),
    )
