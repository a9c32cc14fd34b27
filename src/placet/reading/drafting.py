"""Drafting: a document is archived beside a case and its statements are drafted, or found as they were left."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from placet.case.nouns import Case, Source
from placet.errors import PlacetError
from placet.reading.archive import Archived, archive, describe, known_source
from placet.reading.conflicts import mark_events
from placet.reading.drafts import Draft
from placet.reading.drafts_file import Decision, SourceDrafts, drafts_of, drafts_path, write_drafts
from placet.reading.sources import Document
from placet.reading.suggest import draft_statements


def draft_source(
    case: Case, folder: Path, document: Document, name: str, *, pipeline: str | None = None
) -> tuple[Archived, SourceDrafts]:
    """Archive a document in a case folder and draft its statements; nothing enters the record.

    Drafts about which somebody has decided are found again as they were left. Only a date, where there was none, makes
    them anew; what was decided about the same words stays.

    Parameters
    ----------
    case : Case
        The case, as it is now.
    folder : Path
        Its folder, into which the copy and the drafts file are written.
    document : Document
        The source.
    name : str
        Its file's name or its address; the source's id is made from it if there is no title.
    pipeline : str, optional
        The name of an installed spaCy pipeline for English; left out, rules alone.

    Returns
    -------
    Archived, SourceDrafts
        The archived source, and its drafts as their file holds them.

    Raises
    ------
    PlacetError
        If drafts about which somebody has decided were made as of another date, or a file cannot be understood.
    QuestionError
        If the pipeline is not installed.

    Notes
    -----
    An article takes a tenth of a second by rules alone; a PDF of 300 pages and 12,000 statements 16 s.
    """
    known = known_source(case, document)
    described = describe(document, Path(name).stem, case.sources)
    kept = drafts_of(folder, (known or described).sha256 or "")
    source = known or described
    if kept is not None:
        source = known or replace(described, id=kept.source.id, file=kept.source.file)
        if kept.decisions and _stays(kept, document, folder):
            dated = replace(source if known else kept.source, dated=kept.source.dated)
            return archive(document, dated, folder), replace(kept, source=dated)
    archived = archive(document, source, folder)
    made = _drafted(case, archived, document, kept, pipeline)
    write_drafts(folder, made)
    return archived, made


def _stays(kept: SourceDrafts, document: Document, folder: Path) -> bool:
    """Whether drafts can be used as they were left."""
    asked, had = document.dated, kept.source.dated
    if asked is not None and had not in {None, asked}:
        raise PlacetError(
            f"{drafts_path(folder, kept.source)} holds the drafts of this source as of {had}. Move it elsewhere to "
            f"draft anew as of {asked}; what has entered the record stays there."
        )
    return asked is None or had is not None


def _drafted(
    case: Case, archived: Archived, document: Document, kept: SourceDrafts | None, pipeline: str | None
) -> SourceDrafts:
    source: Source = archived.source
    dated = document.dated or (kept.source.dated if kept is not None else None) or source.dated
    lang = document.lang or source.lang or "en"
    drafts = draft_statements(case, archived.text, dated=dated, lang=lang, pipeline=pipeline)
    drafts = mark_events(case, archived, drafts, dated=dated, lang=lang)
    return SourceDrafts(replace(source, dated=dated), drafts, _still_valid(kept, drafts))


def _still_valid(kept: SourceDrafts | None, drafts: tuple[Draft, ...]) -> tuple[Decision, ...]:
    """Return the decisions that were taken about drafts of the same words before the source had a date."""
    if kept is None:
        return ()
    before, now = ({draft.id: draft.quote for draft in some} for some in (kept.drafts, drafts))
    return tuple(one for one in kept.decisions if one.draft in now and now[one.draft] == before.get(one.draft))
