"""Post by post: one procedure for each post in turn; whoever is appointed is off the lists that follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from placet.case.spoken import quoted, series
from placet.errors import CaseError, Fault, QuestionError
from placet.procedures.appoint import Appointment, appoint
from placet.procedures.game import Outcome
from placet.procedures.moves import Act
from placet.procedures.rules import Rules
from placet.procedures.sheet_files import place_fault
from placet.procedures.sheets import Entry, Sheet
from placet.words import Message


@dataclass(frozen=True)
class PostByPost:
    """What came of all posts; where a draw or a choice is still to be made, the posts after it wait.

    Parameters
    ----------
    runs : tuple of (str, Appointment)
        Each post with its run, in the order in which they were filled.
    waiting : tuple of str
        The posts that wait.
    """

    rules: Rules
    runs: tuple[tuple[str, Appointment], ...]
    waiting: tuple[str, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """All posts as one outcome: who has which; the lottery and the authority are those of the post that is open."""
        seats = tuple((post, name) for post, run in self.runs for name in run.outcome.appointed or ())
        last = self.runs[-1][1].outcome
        return Outcome(
            appointed=tuple(name for _, name in seats) or None,
            lottery=last.lottery,
            impasse=any(run.outcome.impasse for _, run in self.runs),
            referred_to=next((run.outcome.referred_to for _, run in self.runs if run.outcome.referred_to), None),
            seats=seats,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return all runs as the JSON contract has one run; each step says to which post it belongs."""
        runs = [(post, run.to_dict()) for post, run in self.runs]
        return {
            "procedure": self.rules.id,
            "citation": self.rules.citation,
            "outcome": self.outcome.to_dict(),
            "steps": [{"post": post, **step} for post, told in runs for step in told["steps"]],
            "assumed": {field: value for _, told in runs for field, value in told["assumed"].items()},
            "from_memory": list(dict.fromkeys(field for _, told in runs for field in told["from_memory"])),
            "posts": [{"post": post, "outcome": told["outcome"], "paper": told["paper"]} for post, told in runs],
            "waiting": list(self.waiting),
        }

    def explain(self) -> tuple[Message, ...]:
        """Return what came of all posts in sentences."""
        return replace(self.runs[-1][1], outcome=self.outcome).explain()


def appoint_by_post(
    rules: Rules,
    posts: Sequence[str],
    sheets: Sequence[Sheet],
    settings: Iterable[tuple[str, str]] = (),
    *,
    silent: Iterable[str] = (),
    declined: Iterable[str] = (),
    roster: Sequence[Entry] = (),
    roster_file: str = "",
) -> PostByPost:
    """Fill posts one after the other by the same procedure.

    Parameters
    ----------
    posts : sequence of str
        The posts in the order in which they are filled. A line of a sheet or roster belongs to the post that its
        column ``list`` names; one that names none belongs to every post.

    Raises
    ------
    CaseError, Unstated, QuestionError
        As `placet.procedures.appoint.appoint`; also if a line names a post that is none of these.
    """
    if rules.lists:
        raise QuestionError(f"{rules.id} post by post", "a procedure of one list: this one fills its posts together")
    if len(set(posts)) != len(posts):
        raise QuestionError("a post twice", "each post once")
    _check_posts(posts, [*((sheet.file, sheet.entries) for sheet in sheets), (roster_file, roster)])
    given, absent, refusing = tuple(settings), tuple(silent), tuple(declined)
    runs: list[tuple[str, Appointment]] = []
    taken: set[str] = set()
    for number, post in enumerate(posts):
        own = [replace(sheet, entries=_of_post(sheet.entries, post, taken)) for sheet in sheets]
        listed = _of_post(roster, post, taken)
        on_list = {entry.name for entries in (listed, *(sheet.entries for sheet in own)) for entry in entries}
        try:
            run = appoint(
                rules,
                own,
                _settings(given, runs, len(on_list) if taken and rules.fields["list"].value else None),
                silent=absent,
                declined=[name for name in refusing if name in on_list],
                roster=listed,
                roster_file=roster_file,
            )
        except CaseError as mistakes:
            raise CaseError(tuple(_for_post(fault, post) for fault in mistakes.faults)) from None
        runs.append((post, run))
        if run.waits_for is not None:
            return PostByPost(rules, tuple(runs), tuple(posts[number + 1 :]))
        taken |= set(run.outcome.appointed or ())
    _check_declined(refusing, sheets, roster)
    return PostByPost(rules, tuple(runs))


def _check_posts(posts: Sequence[str], files: Sequence[tuple[str, Sequence[Entry]]]) -> None:
    faults = [
        place_fault(file, entry.line, entry.column, f"the post {quoted(entry.list)}", series(posts))
        for file, entries in files
        for entry in entries
        if entry.list and entry.list not in posts
    ]
    if faults:
        raise CaseError(tuple(sorted(faults)))


def _check_declined(refusing: Sequence[str], sheets: Sequence[Sheet], roster: Sequence[Entry]) -> None:
    known = {entry.name for entries in (roster, *(sheet.entries for sheet in sheets)) for entry in entries}
    for name in refusing:
        if name not in known:
            raise QuestionError(f"“{name}” as declining", "a name on a list")


def _of_post(entries: Sequence[Entry], post: str, taken: set[str]) -> tuple[Entry, ...]:
    """Return the lines for a post without those who are appointed already; ranks close up behind them."""
    own = [replace(entry, list="") for entry in entries if entry.list in {"", post} and entry.name not in taken]
    gone = {entry.rank for entry in entries if entry.list in {"", post} and entry.name in taken and entry.rank}
    return tuple(
        replace(entry, rank=entry.rank - sum(other < entry.rank for other in gone)) if entry.rank else entry
        for entry in own
    )


def _settings(
    given: tuple[tuple[str, str], ...], runs: Sequence[tuple[str, Appointment]], size: int | None
) -> tuple[tuple[str, str], ...]:
    """Return the settings of the next post: draws and choices that were made already are used up."""
    fields = dict(given)
    for field, act in (("draw", Act.DRAW), ("choice", Act.CHOOSE)):
        if field in fields:
            roles = "chance" if field == "draw" else "authority"
            steps = [step for _, run in runs for step in run.steps if step.by and step.by.role.value == roles]
            made = sum(len(step.move.names) for step in steps if step.move and step.move.act is act)
            rest = [word.strip() for word in fields[field].split(",") if word.strip()][made:]
            if rest:
                fields[field] = ",".join(rest)
            else:
                del fields[field]
    if size is not None:
        fields.setdefault("list", str(size))  # shorter than the rule has it by those appointed before
    return tuple(fields.items())


def _for_post(fault: Fault, post: str) -> Fault:
    return replace(fault, found=f"{fault.found} (for the post {quoted(post)})")
