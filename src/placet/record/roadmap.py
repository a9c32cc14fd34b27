"""The road map on a date: what is done, what is open, what blocks the rest, and untils that wait for each other."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from placet.case.catalog import Catalog
from placet.case.forms import Blocks
from placet.case.nouns import Case
from placet.record.saying import say_since, say_standing
from placet.record.standing import Day, day_of, standings
from placet.record.status import BINDING, Standing
from placet.words import Message, message


@dataclass(frozen=True)
class StepState:
    """One step on a date. `blocked_by` are the demands that hold it up, of any side, in the order of the file."""

    step: str
    is_done: bool
    is_open: bool
    blocked_by: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Return the step as the JSON contract has it."""
        return {"done": self.is_done, "open": self.is_open, "blocked_by": list(self.blocked_by)}


@dataclass(frozen=True)
class Circle:
    """Steps that wait for each other, each for the next and the last for the first.

    No step of it can come first while the `demands` stand. It is freed by taking all its steps in one joint move, or
    by giving up one of the waits: all demands in it that hold one step back until the same other step.
    """

    steps: tuple[str, ...]
    demands: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Return the circle as plain data."""
        return {"steps": list(self.steps), "demands": list(self.demands), "together": list(self.steps)}


@dataclass(frozen=True)
class Roadmap:
    """Every step of the road map on one date, and the circles among those not done."""

    case: Case = field(repr=False)
    on: date | None
    steps: Catalog[StepState]
    circles: tuple[Circle, ...] = ()

    def explain(self) -> tuple[Message, ...]:
        """Return for each step whether it is done, open, waiting or blocked and by whom; then the circles."""
        held = standings(self.case, self.on)
        told = [sentence for state in self.steps.values() for sentence in self._tell(state, held)]
        return (*told, *(self._tell_circle(circle) for circle in self.circles))

    def to_dict(self) -> dict[str, object]:
        """Return the steps as the JSON contract has them."""
        return {step: state.to_dict() for step, state in self.steps.items()}

    def _tell(self, state: StepState, held: Catalog[Standing]) -> Iterator[Message]:
        step = self.case.roadmap[state.step]
        if state.is_done or state.is_open:
            yield message("record.step.done" if state.is_done else "record.step.open", step=step.title)
            return
        for id_ in state.blocked_by:
            what, since = say_standing(self.case, self.case.demands[id_], held[id_]), say_since(held[id_])
            if since is None:
                yield message("record.step.blocked", step=step.title, what=what)
            else:
                yield message("record.step.blocked.since", step=step.title, what=what, since=since)
        needs = [need for need in step.needs if not self.steps[need].is_done]
        if needs:
            yield message("record.step.needs", step=step.title, needs=self._titles(needs))

    def _tell_circle(self, circle: Circle) -> Message:
        sides = dict.fromkeys(self.case.demands[id_].side for id_ in circle.demands)
        names = tuple(self.case.sides[side].name for side in sides)
        if len(circle.steps) == 1:
            return message("record.circle.own", step=self.case.roadmap[circle.steps[0]].title, sides=names)
        return message("record.circle", steps=self._titles(circle.steps), sides=names)

    def _titles(self, steps: Iterable[str]) -> tuple[Message, ...]:
        return tuple(message("record.quoted", title=self.case.roadmap[step].title) for step in steps)


def roadmap(case: Case, on: Day = None) -> Roadmap:
    """Return the state of every step on a day (None: the record's own day).

    Raises
    ------
    QuestionError
        If `on` is no day.

    Notes
    -----
    A step is done from its `done` date on; without a day at all, if it has such a date. A step that is not done is
    open when all its needs are done and no demand blocks it. A demand that blocks a step until another is done does
    so while it stands, is presumed or undetermined, whichever side holds it, and until that other step is done.
    """
    day = day_of(case, on)
    held = standings(case, day)
    done = {step.id for step in case.roadmap.values() if step.done and (day is None or step.done <= day)}
    waits: dict[str, dict[str, list[str]]] = {}
    blocked: dict[str, list[str]] = {}
    for demand in case.demands.values():
        what = demand.what
        if isinstance(what, Blocks) and held[demand.id].standing in BINDING and not {what.step, what.until} & done:
            waits.setdefault(what.step, {}).setdefault(what.until, []).append(demand.id)
            blocked.setdefault(what.step, []).append(demand.id)
    steps = []
    for step in case.roadmap.values():
        blocked_by = tuple(blocked.get(step.id, ()))
        is_open = step.id not in done and not blocked_by and done.issuperset(step.needs)
        steps.append((step.id, StepState(step.id, step.id in done, is_open, blocked_by)))
        for need in step.needs:
            if need not in done:
                waits.setdefault(step.id, {}).setdefault(need, [])
    return Roadmap(case, day, Catalog(steps), tuple(_circles(waits, tuple(case.roadmap))))


def _circles(waits: Mapping[str, Mapping[str, list[str]]], order: tuple[str, ...]) -> Iterator[Circle]:
    """Yield for each until that is part of a circle the shortest circle through it, each circle once.

    The number of all circles can be exponential; every until in a circle is in one of these.
    """
    seen = set()
    place = {step: number for number, step in enumerate(order)}
    for step in order:
        for until, demands in waits.get(step, {}).items():
            path = _shortest(waits, until, step) if demands else None
            if path is None:
                continue
            start = min(range(len(path)), key=lambda at: place[path[at]])
            steps = (*path[start:], *path[:start])
            if steps not in seen:
                seen.add(steps)
                pairs = zip(steps, (*steps[1:], steps[0]), strict=True)
                yield Circle(steps, tuple(demand for one, other in pairs for demand in waits[one][other]))


def _shortest(waits: Mapping[str, Mapping[str, list[str]]], start: str, end: str) -> tuple[str, ...] | None:
    """Return the steps of a shortest way from `start` to `end` along waits, both included."""
    came_from: dict[str, str | None] = {start: None}
    queue = deque([start])
    while queue:
        at = queue.popleft()
        if at == end:
            way = [at]
            while (before := came_from[way[-1]]) is not None:
                way.append(before)
            return tuple(reversed(way))
        for then in waits.get(at, {}):
            if then not in came_from:
                came_from[then] = at
                queue.append(then)
    return None
