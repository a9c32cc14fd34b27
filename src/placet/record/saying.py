"""How a form, a demand and its standing are said in plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from placet.case.catalog import Catalog
from placet.case.forms import (
    Amount,
    Apart,
    Blocks,
    Chooses,
    Conditional,
    Equal,
    Excludes,
    Form,
    Posts,
    Quota,
    Share,
    Together,
    Total,
)
from placet.case.nouns import Case, Demand, Entry, Source, Threshold, Votes
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named, Selector
from placet.case.text import Text
from placet.record.exclusion import excluded_by
from placet.record.status import Standing
from placet.record.tallies import tally_id
from placet.record.when import say_date
from placet.words import Message, Value, message


def say_demand(case: Case, demand: Demand) -> Message:
    """Return the sentence in which a side makes a demand, such as "The opposition will not accept Assad in any post".

    It puts the demand in the side's mouth: for one that nobody has voiced use `say_standing`.
    """
    return _say(case, demand, "stands")


def say_standing(case: Case, demand: Demand, standing: Standing) -> Message:
    """Return the sentence that says how a demand stands, without the dates.

    A demand that is only presumed is said as expected, never as spoken.
    """
    return _say(case, demand, standing.standing.value)


def say_since(standing: Standing) -> Message | None:
    """Return since when a demand stands or has fallen, in words; None where no statement tells."""
    if standing.since is None:
        return None
    if standing.since == "..":
        return message("record.since.always")
    return message("record.since.date", date=say_date(standing.since))


def say_speaker(case: Case, entry: Entry) -> Value:
    """Return who said what an entry holds; failing that its source; failing that "a source that is not named"."""
    if entry.by is not None:
        return Text.plain(entry.by)
    source = case.sources.get(entry.source or "")
    return message("record.unnamed-source") if source is None else say_source(source)


def say_votes(entry: Entry, demand: str) -> Message | None:
    """Return the votes that a tally counts for the candidate of a tally's demand, in words; None if it counts none."""
    votes = (entry.tally or Catalog()).get(demand.removeprefix(f"{entry.side}:"))
    return None if votes is None else message("record.votes", parts=tuple(_counted(votes)))


def _counted(votes: Votes) -> Iterator[Message]:
    for how, count in (("for", votes.in_favour), ("against", votes.against), ("silent", votes.silent)):
        if count is not None:
            yield message(f"record.votes.{how}", count=count)


def say_source(source: Source) -> Value:
    """Return a source by its title, its publisher or its id, the first of these that it has."""
    return source.title or source.publisher or source.id


def _votes_needed(case: Case, demand: Demand) -> tuple[str, int] | None:
    """Return the candidate whom a tally leaves short of votes and how many he needs; None for any other demand."""
    consent, what = case.sides[demand.side].consent, demand.what
    if not (isinstance(consent, Threshold) and isinstance(what, Excludes) and isinstance(what.where, Named)):
        return None
    return (what.where.candidate, consent.needs) if demand.id == tally_id(demand.side, what.where.candidate) else None


def _say(case: Case, demand: Demand, manner: str) -> Message:
    side = case.sides[demand.side].name
    if (votes := _votes_needed(case, demand)) is not None:
        candidate, needs = votes
        name, missing = case.candidates[candidate].name, max(1, int(demand.cost or 1))
        return message(f"record.{manner}.votes", side=side, who=name, needs=needs, count=missing)
    if isinstance(demand.what, Blocks):
        step, until = (case.roadmap[id_].title for id_ in (demand.what.step, demand.what.until))
        return message(f"record.{manner}.blocks", side=side, step=step, until=until)
    exclusion = excluded_by(demand.what)
    if exclusion is None:
        return message(f"record.{manner}.insists", side=side, what=say_form(case, demand.what))
    selector, posts = exclusion
    who = say_selector(case, selector)
    return message(f"record.{manner}.refuses", side=side, who=who, where=_in_posts(case, posts))


def say_form(case: Case, form: Form) -> Message:
    """Return what a form requires as a clause, such as "at least 2 seats go to people from Independents"."""
    exclusion = excluded_by(form)
    if exclusion is not None:
        selector, posts = exclusion
        return message("record.form.excludes", who=say_selector(case, selector), where=_of_posts(case, posts))
    match form:
        case Quota():
            return _say_quota(case, form)
        case Apart() | Together():
            kind = "together" if isinstance(form, Together) else "apart" if len(form.people) > 2 else "pair-apart"
            people = tuple(case.candidates[person].name for person in form.people)
            return message(f"record.form.{kind}", people=people, where=_of_posts(case, form.posts))
        case Equal():
            parts = tuple(say_selector(case, part, "people") for part in form.parts)
            kind = "equal" if form.within == 0 else "nearly-equal"
            where = _of_posts(case, form.posts)
            return message(f"record.form.{kind}", parts=parts, count=form.within, where=where)
        case Total():
            return _say_total(case, form)
        case Chooses():
            return _both([_say_choice(case, term, option) for term, option in form.options])
        case Conditional():
            return message("record.form.if", when=say_form(case, form.when), then=say_form(case, form.then))
        case Excludes():  # pragma: no cover -- said above
            raise AssertionError(form)


def say_selector(case: Case, selector: Selector, number: str = "anybody") -> Message:
    """Return who is meant: a candidate by name, others as in "anybody from A militia".

    With `number` ``people`` it is the plural, as in "people from A militia".
    """
    match selector:
        case Named():
            return message("record.who.name", name=case.candidates[selector.candidate].name)
        case InGroup():
            return message(f"record.who.{number}.group", group=case.groups[selector.group].name)
        case HasTrait(key, bool(value)):
            return message(f"record.who.{number}.{'is' if value else 'is-not'}", key=key)
        case HasTrait(key, value):
            return message(f"record.who.{number}.trait", key=key, value=value)
        case AnyOf():
            return _either([say_selector(case, part, number) for part in selector.parts])
        case AllOf():
            parts = tuple(say_selector(case, part, number) for part in selector.parts)
            return parts[0] if len(parts) == 1 else message(f"record.who.{number}.all", parts=parts)
        case Except():
            return message(f"record.who.{number}.except", part=say_selector(case, selector.part, number))


def _say_quota(case: Case, form: Quota) -> Message:
    who, where = say_selector(case, form.where, "people"), _of_posts(case, form.posts)
    low, high = form.at_least, form.at_most
    if form.exactly is not None:
        return _say_amount("exactly", form.exactly, who, where)
    if isinstance(low, int) and low == high:
        return _say_amount("exactly", low, who, where)
    if isinstance(low, int) and isinstance(high, int) and low > 0:
        return message("record.form.between", low=low, high=high, who=who, where=where)
    if low is not None and high is not None and low != 0:
        parts = (_say_amount("at-least", low, who, where), _say_amount("at-most", high, who, where))
        return message("record.both", first=parts[0], second=parts[1])
    if high is not None:
        return _say_amount("at-most", high, who, where)
    return _say_amount("at-least", low or 0, who, where)


def _say_amount(bound: str, amount: Amount, who: Message, where: Message) -> Message:
    if isinstance(amount, Share):
        return message(f"record.form.{bound}.share", percent=amount.of_one * 100, who=who, where=where)
    return message(f"record.form.{bound}", count=amount, who=who, where=where)


def _say_total(case: Case, form: Total) -> Message:
    bounds: list[tuple[str, Fraction | None]] = [
        ("exactly", form.exactly),
        ("at-least", form.at_least),
        ("at-most", form.at_most),
    ]
    where = _of_posts(case, form.posts)
    said = [
        message(f"record.form.total.{bound}", trait=form.trait, sum=value, where=where)
        for bound, value in bounds
        if value is not None
    ]
    return _both(said)


def _say_choice(case: Case, term: str, option: str) -> Message:
    title = case.terms[term].options[option]
    return message("record.form.chooses", term=case.terms[term].title, option=title or option)


def _in_posts(case: Case, posts: Posts) -> Message:
    if posts is None:
        return message("record.in-any-post")
    return message("record.as-posts", posts=_either([case.posts[post].title for post in posts]))


def _of_posts(case: Case, posts: Posts) -> Message:
    if posts is None:
        return message("record.of-all-posts")
    return message("record.of-posts", posts=tuple(case.posts[post].title for post in posts))


def _either(parts: Sequence[Value]) -> Message:
    if len(parts) == 1:
        return message("record.just", part=parts[0])
    said = message("record.or", first=parts[-2], second=parts[-1])
    for part in reversed(parts[:-2]):
        said = message("record.or.more", first=part, second=said)
    return said


def _both(parts: Sequence[Message]) -> Message:
    said = parts[-1]
    for part in reversed(parts[:-1]):
        said = message("record.both", first=part, second=said)
    return said
