"""What the parts of a case must agree on among each other, and what is allowed but probably not meant."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as ReadOnly
from typing import Any

from placet.case.catalog import Catalog
from placet.case.faults import Reading
from placet.case.forms import Chooses, Conditional, Quota, Total
from placet.case.nouns import Case, Kind, Stance, Threshold
from placet.case.selectors import TraitValue
from placet.case.spoken import found, quoted, series
from placet.case.tree import Mapping, Node

Draft = ReadOnly[str, Any]
"""The parts of a case that could be read, by their names in the file."""


def check_case(draft: Draft, reading: Reading) -> None:
    """Add every fault that only the whole case shows.

    Parameters
    ----------
    draft : mapping
        The parts that could be read; undeclared ids may still stand in them.
    reading : Reading
        Where faults and warnings go.
    """
    check_circles("group", "within", lambda group: [group.within] if group.within else [], draft.get("groups"), reading)
    check_circles("step", "needs", lambda step: list(step.needs), draft.get("roadmap"), reading)
    check_totals(draft, reading)
    check_preferences(draft, reading)
    check_tallies(draft, reading)


def value_of(node: Node | None, *names: str) -> Node | None:
    """Return the value under these names, or None."""
    for name in names:
        node = node.get(name) if isinstance(node, Mapping) else None
    return node


def check_circles(
    kind: str,
    name: str,
    leads_to: Callable[[Any], list[str]],
    nouns: Catalog[Any] | None,
    reading: Reading,
) -> None:
    """Nothing may lie within itself or wait for itself, by however many detours.

    Linear in nouns and links; without recursion.
    """
    nouns = nouns or Catalog()
    state: dict[str, int] = {}
    for start in nouns:
        path: list[tuple[str, list[str]]] = []
        _enter(start, nouns, leads_to, state, path)
        while path:
            at, ahead = path[-1]
            if not ahead:
                state[at] = 2
                path.pop()
                continue
            following = ahead.pop()
            if state.get(following) == 1:
                circle = [step for step, _ in path]
                circle = circle[circle.index(following) :]
                _, value = reading.names(kind)[circle[-1]]
                way = " > ".join([*circle, following])
                reading.fault(value_of(value, name) or value, f"a circle: {way}", f'"{name}" that leads to an end')
            else:
                _enter(following, nouns, leads_to, state, path)


def _enter(
    name: str,
    nouns: Catalog[Any],
    leads_to: Callable[[Any], list[str]],
    state: dict[str, int],
    path: list[tuple[str, list[str]]],
) -> None:
    if name in nouns and name not in state:
        state[name] = 1
        path.append((name, leads_to(nouns[name])[::-1]))


def check_totals(draft: Draft, reading: Reading) -> None:
    """Only numbers can be summed."""
    wordy: dict[str, tuple[str, bool | str]] = {}
    for candidate in draft.get("candidates", Catalog()).values():
        for trait, value in candidate.traits.items():
            if isinstance(value, bool | str):
                wordy.setdefault(trait, (candidate.id, value))
    forms = [("constraint", noun.id, noun.form) for noun in draft.get("constraints", Catalog()).values()]
    forms += [("demand", noun.id, noun.what) for noun in draft.get("demands", Catalog()).values()]
    for kind, name, form in forms:
        for total, path in _totals(form, ()):
            if total.trait in wordy:
                candidate_id, value = wordy[total.trait]
                _, place = reading.names(kind)[name]
                at = value_of(place, *path, "total") or place
                expected = f"a trait with numbers only ({candidate_id} has {quoted(_trait(value))})"
                reading.fault(at, found(at), expected)


def _trait(value: bool | str) -> str:
    return value if isinstance(value, str) else str(value).lower()


def _totals(form: Any, path: tuple[str, ...]) -> list[tuple[Total, tuple[str, ...]]]:
    match form:
        case Total():
            return [(form, path)]
        case Conditional():
            return [*_totals(form.when, (*path, "if")), *_totals(form.then, (*path, "then"))]
        case _:
            return []


def check_preferences(draft: Draft, reading: Reading) -> None:
    """Where a name is missing, its score must be stated."""
    names = reading.names("candidate")
    for side, preferences in draft.get("preferences", Catalog()).items():
        if preferences.kind is Kind.APPROVES or preferences.unscored is not None:
            continue
        missing = len(names) - sum(1 for name in preferences.scores if name in names)
        if missing:
            first = next(name for name in names if name not in preferences.scores)
            _, node = reading.names("preferences")[side]
            at = value_of(node, preferences.kind.value) or node
            others = f" and {missing - 1:,} more" if missing > 1 else ""
            reading.fault(at, f"{preferences.kind.value} without {first}{others}", "every candidate, or unscored: 0")


def check_tallies(draft: Draft, reading: Reading) -> None:
    """Only sides that decide by votes have tallies, and nobody has more votes than members."""
    sides = draft.get("sides", Catalog())
    for entry in draft.get("record", ()):
        if entry.tally is None or entry.side not in sides:
            continue
        _, node = reading.names("entry")[str(entry.index)]
        consent = sides[entry.side].consent
        if not isinstance(consent, Threshold):
            at = value_of(node, "side") or node
            by_votes = [side for side, noun in sides.items() if isinstance(noun.consent, Threshold)]
            expected = (
                f"a side that decides by votes: {series(by_votes)}" if by_votes else "a side that decides by votes"
            )
            reading.fault(at, found(at), expected)
            continue
        for candidate, votes in entry.tally.items():
            cast = votes.in_favour + (votes.against or 0) + (votes.silent or 0)
            if cast > consent.of:
                at = value_of(node, "tally", candidate) or node
                reading.fault(
                    at, f"{cast:,} votes for {candidate}", f"at most {consent.of:,}, the votes of {entry.side}"
                )


def warn(case: Case, reading: Reading) -> None:
    """Add a warning for whatever a case may say but its author hardly meant."""
    _warn_of_empty_groups(case, reading)
    _warn_of_unheld_traits(case, reading)
    stances: dict[str, set[Stance]] = {}
    for entry in case.record:
        if entry.demand is not None and entry.stance is not None and entry.stance is not Stance.PRESUMES:
            stances.setdefault(entry.demand, set()).add(entry.stance)
    for demand in case.demands.values():
        key, node = reading.names("demand")[demand.id]
        if demand.id in case.constraints:
            reading.warn(key, quoted(demand.id), "an id that no constraint has, so that answers can tell them apart")
        if demand.presumed is not None and stances.get(demand.id) == {Stance.WITHDRAWS}:
            at = value_of(node, "presumed") or node
            expected = "no presumed, unless somebody still expects the demand (it stays presumed)"
            reading.warn(at, f'"presumed" in {demand.id}, whose only statements withdraw it', expected)
        _warn_of_form(demand.what, node, reading)
    for constraint in case.constraints.values():
        _, node = reading.names("constraint")[constraint.id]
        _warn_of_form(constraint.form, node, reading)


def _warn_of_unheld_traits(case: Case, reading: Reading) -> None:
    held: dict[str, set[tuple[type, TraitValue]]] = {}
    for candidate in case.candidates.values():
        for trait, value in candidate.traits.items():
            held.setdefault(trait, set()).add((type(value), value))
    for trait, value, node in reading.trait_values:
        if (type(value), value) not in held[trait]:
            words = [other for _, other in held[trait] if isinstance(other, str)]
            suggestion = reading.nearest(value, words) if isinstance(value, str) else None
            at = value_of(node, trait) or node
            expected = f"a value of {trait} that some candidate has (this selects nobody)"
            reading.warn(at, found(at), expected, suggestion)


def _warn_of_empty_groups(case: Case, reading: Reading) -> None:
    inhabited = {group for candidate in case.candidates.values() for group in candidate.groups}
    for group in list(inhabited):
        at: str | None = case.groups[group].within
        while at is not None and at not in inhabited:
            inhabited.add(at)
            at = case.groups[at].within
    for group in case.groups:
        if group not in inhabited:
            key, _ = reading.names("group")[group]
            reading.warn(key, f"{group}, a group without members", "a candidate that belongs to it")


def _warn_of_form(form: Any, node: Node, reading: Reading) -> None:
    match form:
        case Quota(at_least=int(least), at_most=int(most)) if least > most:
            at = value_of(node, "at_least") or node
            reading.warn(at, f"at least {least:,} and at most {most:,}", "a rule that can be kept")
        case Chooses() if value_of(node, "in") is not None:
            reading.warn(value_of(node, "in") or node, '"in" beside "chooses"', "chooses alone: a term has no posts")
        case Conditional():
            _warn_of_form(form.when, value_of(node, "if") or node, reading)
            _warn_of_form(form.then, value_of(node, "then") or node, reading)
        case _:
            return
