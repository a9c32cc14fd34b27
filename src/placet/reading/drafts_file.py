"""The drafts file: the drafts of one source beside the case, with what a person decided about each."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from placet.case.nouns import Entry, Source
from placet.case.write import write_durably
from placet.errors import PlacetError
from placet.reading.drafts import Draft
from placet.reading.plain_data import draft_in, entry_in, plain_draft, plain_entry, plain_source, source_in

FOLDER = "drafts"
VERSION = 1


@dataclass(frozen=True)
class Decision:
    """What a person decided about one draft.

    Parameters
    ----------
    draft : str
        The draft's id.
    entry : Entry or None
        What entered the record; None when the draft was skipped.
    was_there : bool
        Whether the record held that very entry before.
    added_source : bool
        Whether the case did not list the source before.
    """

    draft: str
    entry: Entry | None = None
    was_there: bool = False
    added_source: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether the draft entered the record."""
        return self.entry is not None


@dataclass(frozen=True)
class SourceDrafts:
    """The drafts of one source.

    Parameters
    ----------
    source : Source
        What the case says of it, or will say when the first draft is accepted.
    drafts : tuple of Draft
        In the order of the text.
    decisions : tuple of Decision
        In the order in which they were taken; at most one for each draft.
    """

    source: Source
    drafts: tuple[Draft, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def undecided(self) -> tuple[Draft, ...]:
        """The drafts about which nothing has been decided, in the order of the text."""
        decided = {decision.draft for decision in self.decisions}
        return tuple(draft for draft in self.drafts if draft.id not in decided)

    def decide(self, decision: Decision) -> SourceDrafts:
        """Return the drafts with one more decision."""
        return replace(self, decisions=(*self.decisions, decision))

    def undo(self) -> SourceDrafts:
        """Return the drafts without the last decision."""
        return replace(self, decisions=self.decisions[:-1])


def drafts_path(folder: Path, source: Source) -> Path:
    """Return where the drafts of an archived source are kept in a case folder."""
    return folder / FOLDER / f"{Path(source.file or source.id).stem}.json"


def drafts_of(folder: Path, sha256: str) -> SourceDrafts | None:
    """Return the drafts kept for the source with this fingerprint; None if there are none.

    Raises
    ------
    PlacetError
        If a drafts file cannot be understood.
    """
    for path in sorted((folder / FOLDER).glob("*.json")):
        kept = read_drafts(path)
        if kept.source.sha256 == sha256:
            return kept
    return None


def read_drafts(path: Path) -> SourceDrafts:
    """Read a drafts file.

    Raises
    ------
    PlacetError
        If it is not one that `write_drafts` has written.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {VERSION: _kept_in}[kept["placet_drafts"]](kept)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as mistake:
        raise PlacetError(
            f"{path} should hold the drafts of a source and cannot be understood. Move it elsewhere to draft anew; "
            "what has entered the record stays there."
        ) from mistake


def write_drafts(folder: Path, kept: SourceDrafts) -> Path:
    """Write the drafts of a source into a case folder and return the file's path.

    When this returns they are on disk, and at no moment is there less than before.
    """
    path = drafts_path(folder, kept.source)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durably((json.dumps(to_dict(kept), ensure_ascii=False, indent=1) + "\n").encode(), path)
    return path


def to_dict(kept: SourceDrafts) -> dict[str, Any]:
    """Return the drafts as plain data: what the file holds."""
    return {
        "placet_drafts": VERSION,
        "source": plain_source(kept.source),
        "drafts": [plain_draft(draft) for draft in kept.drafts],
        "decisions": [_plain_decision(decision) for decision in kept.decisions],
    }


def _plain_decision(decision: Decision) -> dict[str, Any]:
    return {
        "draft": decision.draft,
        "accepted": decision.is_accepted,
        "entry": None if decision.entry is None else plain_entry(decision.entry),
        "was_there": decision.was_there,
        "added_source": decision.added_source,
    }


def _decision_in(plain: dict[str, Any]) -> Decision:
    entry = plain["entry"]
    return Decision(
        str(plain["draft"]),
        None if entry is None else entry_in(entry),
        bool(plain["was_there"]),
        bool(plain["added_source"]),
    )


def _kept_in(plain: dict[str, Any]) -> SourceDrafts:
    return SourceDrafts(
        source_in(plain["source"]),
        tuple(draft_in(draft) for draft in plain["drafts"]),
        tuple(_decision_in(decision) for decision in plain["decisions"]),
    )
