"""Who is at the table, in a report: the sides, the posts, the rules nobody may waive, and the candidates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from placet.case.nouns import Case, Post, Side, Threshold
from placet.pictures.report_values import Block, Cell, Manner, Paragraph, Point, Points, Section, Table, cell
from placet.record.saying import say_form, say_selector
from placet.words import Message, Value, message
from placet.zone.sentences import Teller

MOST_CANDIDATES = 400
"""Candidates that a report lists by name; beyond them it says how many are left out."""


def at_the_table(case: Case, on: str | None, excluded: Mapping[str, Sequence[str]]) -> tuple[Section, ...]:
    """Return the sections on the sides, the posts, the rules and the candidates."""
    teller = Teller(case, on)
    return (
        Section(message("report.table"), (Paragraph((message("report.table.means"),)), _sides(teller))),
        Section(message("report.posts"), tuple(_posts(case)), 3),
        *_rules(case),
        Section(message("report.candidates"), tuple(_candidates(teller, excluded)), 3),
    )


def _sides(teller: Teller) -> Table:
    heads = (message("report.side"), message("report.consent"), message("report.demands"))
    rows = tuple(
        (
            _with_assumption(side.name, side.assumption),
            cell(_consent(side)),
            cell(sum(demand.side == side.id for demand in teller.demands.values())),
        )
        for side in teller.case.sides.values()
    )
    return Table(message("report.sides"), heads, rows)


def _consent(side: Side) -> Message:
    if isinstance(side.consent, Threshold):
        return message("report.consent.votes", needs=side.consent.needs, of=side.consent.of)
    return message("report.consent.yes" if side.consent else "report.consent.no")


def _posts(case: Case) -> Iterator[Block]:
    yield Table(
        message("report.posts.table"),
        (message("report.post"), message("report.seats"), message("report.eligible")),
        tuple(_post(case, post) for post in case.posts.values()),
    )
    if case.terms:
        yield Table(
            message("report.terms"),
            (message("report.term"), message("report.options")),
            tuple(
                (
                    _with_assumption(term.title, term.assumption),
                    tuple(title or id_ for id_, title in term.options.items()),
                )
                for term in case.terms.values()
            ),
        )
    yield Paragraph((message("report.one-post-each" if case.one_post_each else "report.several-posts"),))


def _post(case: Case, post: Post) -> tuple[Cell, ...]:
    seats = post.seats
    told: Value = (
        seats.at_least
        if seats.at_least == seats.at_most
        else message("report.seats.range", low=seats.at_least, high=seats.at_most)
    )
    who = message("report.eligible.all") if post.eligible is None else say_selector(case, post.eligible)
    return _with_assumption(post.title, post.assumption), _with_assumption(told, seats.assumption), cell(who)


def _rules(case: Case) -> Iterator[Section]:
    if case.constraints:
        points = []
        for rule in case.constraints.values():
            points.append(Point(message("record.sentence", what=say_form(case, rule.form))))
            if rule.assumption is not None:
                points.append(Point(message("record.assumption", assumption=rule.assumption), 2))
        yield Section(message("report.rules"), (Points(tuple(points)),), 3)


def _candidates(teller: Teller, excluded: Mapping[str, Sequence[str]]) -> Iterator[Block]:
    case = teller.case
    shown = list(case.candidates.values())[:MOST_CANDIDATES]
    yield Table(
        message("report.candidates.table"),
        (message("report.name"), message("report.groups"), message("report.out-by")),
        tuple(
            (
                _with_assumption(one.name, one.assumption),
                tuple(case.groups[group].name for group in one.groups),
                _kept_out_by(teller, excluded.get(one.id, ())),
            )
            for one in shown
        ),
    )
    if len(case.candidates) > len(shown):
        more = message("report.candidates.more", count=len(case.candidates) - len(shown))
        yield Paragraph((more,), Manner.NOTE)


def _kept_out_by(teller: Teller, demands: Sequence[str]) -> Cell:
    """Return the sides that keep somebody out of every post; what is only presumed is said as expected."""
    said = {teller.demands[id_].side for id_ in demands if not teller.is_presumed(id_)}
    expected = {teller.demands[id_].side for id_ in demands} - said
    sides = teller.case.sides
    told: Cell = (
        *(side.name for side in sides.values() if side.id in said),
        *(message("report.expected", side=side.name) for side in sides.values() if side.id in expected),
    )
    return told or cell(message("zone.nobody"))


def _with_assumption(what: Value, assumption: str | None) -> Cell:
    return cell(what) if assumption is None else (what, message("record.assumption", assumption=assumption))
