"""A case as the plain values that its file holds: dictionaries, lists, words, numbers, true and false."""

from __future__ import annotations

from typing import Any

from placet.case.catalog import Catalog
from placet.case.dates import When
from placet.case.forms import (
    Amount,
    Apart,
    Blocks,
    Chooses,
    Conditional,
    Equal,
    Excludes,
    Form,
    Quota,
    Share,
    Together,
    Total,
)
from placet.case.nouns import (
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
    Step,
    Term,
    Threshold,
)
from placet.case.selectors import AllOf, AnyOf, Except, HasTrait, InGroup, Named, Selector
from placet.case.text import UNSTATED, Text
from placet.case.yaml_text import decimal

Plain = Any
"""A dict, list, str, int, Fraction or bool, nested."""


def encode(case: Case) -> dict[str, Plain]:
    """Return what the case file holds, in the order in which it is written.

    Parameters
    ----------
    case : Case
        Any case; what has its default value is left out.
    """
    sections: dict[str, Plain] = {
        "placet": 1,
        "title": _text(case.title),
        "sides": _each(case.sides, _side),
        "groups": _each(case.groups, _group),
        "candidates": _each(case.candidates, _candidate),
        "posts": _each(case.posts, _post),
        "one_post_each": None if case.one_post_each else False,
        "terms": _each(case.terms, _term),
        "constraints": _each(case.constraints, _constraint),
        "demands": _each(case.demands, _demand),
        "preferences": _each(case.preferences, _preferences),
        "roadmap": _each(case.roadmap, _step),
        "record": [_entry(entry) for entry in case.record] or None,
        "sources": _each(case.sources, _source),
    }
    return _given(**sections)


def _given(**values: Plain) -> dict[str, Plain]:
    return {name.removesuffix("_"): value for name, value in values.items() if value is not None}


def _each(catalog: Catalog[Any], encode_one: Any) -> dict[str, Plain] | None:
    return {name: encode_one(noun) for name, noun in catalog.items()} or None


def _text(text: Text | None) -> Plain:
    if text is None:
        return None
    words = dict(text.entries)
    return words.get(UNSTATED, words)


def _side(side: Side) -> Plain:
    consent = side.consent
    votes = {"needs": consent.needs, "of": consent.of} if isinstance(consent, Threshold) else consent
    return _given(name=_text(side.name), consent=votes, assumption=side.assumption)


def _group(group: Group) -> Plain:
    return _given(name=_text(group.name), within=group.within, assumption=group.assumption)


def _candidate(candidate: Candidate) -> Plain:
    return _given(
        name=_text(candidate.name),
        groups=list(candidate.groups) or None,
        traits=dict(candidate.traits) or None,
        assumption=candidate.assumption,
    )


def _seats(seats: Seats) -> Plain:
    if seats.at_least != seats.at_most:
        return _given(at_least=seats.at_least, at_most=seats.at_most, assumption=seats.assumption)
    if seats.assumption is not None:
        return {"exactly": seats.at_least, "assumption": seats.assumption}
    return seats.at_least


def _post(post: Post) -> Plain:
    eligible = None if post.eligible is None else _selector(post.eligible)
    return _given(title=_text(post.title), seats=_seats(post.seats), eligible=eligible, assumption=post.assumption)


def _term(term: Term) -> Plain:
    is_titled = any(title is not None for title in term.options.values())
    options = {option: _text(title) for option, title in term.options.items()} if is_titled else list(term.options)
    return _given(title=_text(term.title), options=options, assumption=term.assumption)


def _selector(selector: Selector) -> Plain:
    match selector:
        case Named():
            return selector.candidate
        case InGroup():
            return {"group": selector.group}
        case HasTrait():
            return {"trait": {selector.key: selector.value}}
        case AnyOf():
            return {"any": [_selector(part) for part in selector.parts]}
        case AllOf():
            return {"all": [_selector(part) for part in selector.parts]}
        case Except():
            return {"not": _selector(selector.part)}


def _amount(amount: Amount | None) -> Plain:
    return f"{decimal(amount.of_one * 100)}%" if isinstance(amount, Share) else amount


def _form(form: Form | Blocks) -> dict[str, Plain]:
    match form:
        case Excludes():
            required: dict[str, Plain] = {"excludes": _selector(form.where)}
        case Quota():
            required = _given(
                at_least=_amount(form.at_least),
                at_most=_amount(form.at_most),
                exactly=form.exactly,
                where=_selector(form.where),
            )
        case Apart():
            required = {"apart": list(form.people)}
        case Together():
            required = {"together": list(form.people)}
        case Equal():
            required = _given(equal=[_selector(part) for part in form.parts], within=form.within or None)
        case Total():
            required = _given(total=form.trait, at_least=form.at_least, at_most=form.at_most, exactly=form.exactly)
        case Chooses():
            return {"chooses": dict(form.options)}
        case Conditional():
            return {"if": _form(form.when), "then": _form(form.then)}
        case Blocks():
            return {"blocks": form.step, "until": form.until}
    return required if form.posts is None else {**required, "in": list(form.posts)}


def _constraint(constraint: Constraint) -> Plain:
    return {**_form(constraint.form), **_given(assumption=constraint.assumption)}


def _demand(demand: Demand) -> Plain:
    return {
        "side": demand.side,
        **_form(demand.what),
        **_given(
            cost="never" if demand.cost is None else None if demand.cost == 1 else demand.cost,
            presumed=demand.presumed,
            seen_by=None if demand.seen_by is None else list(demand.seen_by),
            source=demand.source,
            assumption=demand.assumption,
            note=demand.note,
        ),
    }


def _preferences(preferences: Preferences) -> Plain:
    names = list(preferences.scores)
    stated = dict(preferences.scores) if preferences.kind is Kind.SCORES else names
    unscored = None if preferences.kind is Kind.APPROVES else preferences.unscored
    return {
        preferences.kind.value: stated,
        **_given(
            unscored=unscored,
            posts={post: dict(scores) for post, scores in preferences.at_posts.items()} or None,
            terms={term: dict(scores) for term, scores in preferences.at_terms.items()} or None,
            disagreement=preferences.disagreement or None,
            assumption=preferences.assumption,
            note=preferences.note,
        ),
    }


def _step(step: Step) -> Plain:
    return _given(
        title=_text(step.title),
        needs=list(step.needs) or None,
        done=None if step.done is None else step.done.isoformat(),
        convened_by=list(step.convened_by) or None,
        attends=list(step.attends) or None,
        assumption=step.assumption,
    )


def _date(when: When | str | None) -> str | None:
    return when.text if isinstance(when, When) else when


def _entry(entry: Entry) -> Plain:
    tally = None
    if entry.tally is not None:
        tally = {
            name: _given(for_=votes.in_favour, against=votes.against, silent=votes.silent)
            for name, votes in entry.tally.items()
        }
    return _given(
        on=_date(entry.on),
        demand=entry.demand,
        stance=None if entry.stance is None else entry.stance.value,
        held_since=_date(entry.held_since),
        event=entry.event,
        side=entry.side,
        tally=tally,
        by=entry.by,
        quote=entry.quote,
        lang=entry.lang,
        source=entry.source,
        assumption=entry.assumption,
        note=entry.note,
    )


def _source(source: Source) -> Plain:
    return _given(
        title=_text(source.title),
        publisher=source.publisher,
        url=source.url,
        dated=_date(source.dated),
        file=source.file,
        sha256=source.sha256,
        lang=source.lang,
        assumption=source.assumption,
    )
