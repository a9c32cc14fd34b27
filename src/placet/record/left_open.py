"""What a case leaves undecided: terms nobody has spoken on, posts nobody has named, names the rule ducks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from placet.case.catalog import Catalog
from placet.case.forms import Blocks, Chooses, Conditional, Form
from placet.case.nouns import Case, Demand
from placet.record.exclusion import excluded_by
from placet.record.saying import say_standing
from placet.record.standing import Day, demands, standings
from placet.record.status import Standing, Status
from placet.words import Message, message

__all__ = ["LeftOpen", "excluded_by", "left_open"]

HEARD = frozenset({Status.STANDS, Status.UNDETERMINED})


@dataclass(frozen=True)
class LeftOpen:
    """One thing that is left open: a `term`, a `post` or a `name` (`kind`), by its id.

    For a name, `demands` are those that would exclude it but do not settle it.
    """

    kind: str
    id: str
    says: Message
    demands: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return it as plain data."""
        return {"kind": self.kind, "id": self.id, "demands": list(self.demands)}


def left_open(case: Case, on: Day = None) -> tuple[LeftOpen, ...]:
    """Return what is left open on a day: terms, then posts, then names, each in the order of the file.

    Notes
    -----
    - A *term* is open when it has more than one option and no constraint, no preference and no demand that stands or
      is undetermined speaks of it, be it within an if or a then.
    - A *post* is open when no constraint, preference or demand names it, and nothing says who is eligible. Where there
      is but one post, whatever is said of seats is said of it.
    - A *name* is ducked when somebody would exclude it from every post it could hold, but only by demands that are
      presumed, undetermined or fallen, or whose side holds no consent; while no constraint and no standing demand of
      a consent holder, a tally's included, does so.
    """
    held = standings(case, on)
    heard = [case.demands[id_].what for id_ in case.demands if held[id_].standing in HEARD]
    rules = [constraint.form for constraint in case.constraints.values()]
    return (
        *_terms(case, [*rules, *heard]),
        *_posts(case, [*rules, *(demand.what for demand in case.demands.values())]),
        *_names(case, on, held),
    )


def _terms(case: Case, spoken: list[Form | Blocks]) -> Iterator[LeftOpen]:
    chosen = {term for what in spoken for form in _parts(what) if isinstance(form, Chooses) for term, _ in form.options}
    chosen.update(term for preferences in case.preferences.values() for term in preferences.at_terms)
    for term in case.terms.values():
        if term.id not in chosen and len(term.options) > 1:
            yield LeftOpen("term", term.id, message("record.left-open.term", term=term.title))


def _posts(case: Case, spoken: list[Form | Blocks]) -> Iterator[LeftOpen]:
    named = {
        post
        for what in spoken
        for form in _parts(what)
        if not isinstance(form, Chooses | Conditional)
        for post in form.posts or ()
    }
    named.update(post for preferences in case.preferences.values() for post in preferences.at_posts)
    if len(case.posts) == 1 and any(not isinstance(what, Blocks | Chooses) for what in spoken):
        return
    for post in case.posts.values():
        if post.id not in named and post.eligible is None:
            yield LeftOpen("post", post.id, message("record.left-open.post", post=post.title))


def _names(case: Case, on: Day, held: Catalog[Standing]) -> Iterator[LeftOpen]:
    could_hold = _posts_of(case)
    settling = [
        demand.what
        for demand in demands(case, on).values()
        if held[demand.id].standing is Status.STANDS and case.sides[demand.side].holds_consent
    ]
    rules = [constraint.form for constraint in case.constraints.values()]
    settled = _barred(case, [*rules, *settling], could_hold)
    doubtful: dict[str, list[str]] = {}
    for demand in case.demands.values():
        if held[demand.id].standing is not Status.UNVOICED:
            for barred in _barred(case, [demand.what], could_hold) - settled:
                doubtful.setdefault(barred, []).append(demand.id)
    for candidate in case.candidates.values():
        if candidate.id in doubtful:
            ids = tuple(doubtful[candidate.id])
            reasons = tuple(_reason(case, case.demands[id_], held[id_]) for id_ in ids)
            says = message("record.left-open.name", name=candidate.name, reasons=reasons)
            yield LeftOpen("name", candidate.id, says, ids)


def _reason(case: Case, demand: Demand, standing: Standing) -> Message:
    """Say a demand that would exclude a name but does not settle it."""
    said = say_standing(case, demand, standing)
    if standing.standing is Status.STANDS:
        return message("record.left-open.name.no-consent", what=said)
    return said


def _posts_of(case: Case) -> dict[str, frozenset[str]]:
    """Return for each candidate the posts it is eligible for."""
    eligible = {post: frozenset(case.eligible(post)) for post in case.posts}
    return {name: frozenset(post for post in case.posts if name in eligible[post]) for name in case.candidates}


def _barred(case: Case, forms: list[Form | Blocks], could_hold: dict[str, frozenset[str]]) -> set[str]:
    """Return the candidates that these forms exclude, together, from every post they could hold."""
    shut: dict[str, set[str]] = {}
    for form in forms:
        where = excluded_by(form)
        if where is not None:
            selector, posts = where
            for candidate in case.members(selector):
                shut.setdefault(candidate, set()).update(case.posts if posts is None else posts)
    return {candidate for candidate, posts in shut.items() if could_hold[candidate] <= posts}


def _parts(what: Form | Blocks) -> Iterator[Form]:
    match what:
        case Blocks():
            return
        case Conditional():
            yield from _parts(what.when)
            yield from _parts(what.then)
        case _:
            yield what
