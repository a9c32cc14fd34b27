"""Drafts as plain data that JSON can hold, and back again without loss."""

from __future__ import annotations

from dataclasses import asdict
from fractions import Fraction
from typing import Any, get_args

from placet.case.dates import When, parse_when
from placet.case.nouns import Entry, Source, Stance
from placet.case.text import Text
from placet.reading.drafts import Directness, Draft, Span, Suggestion
from placet.words import Message, Value

Plain = dict[str, Any]

_KINDS: dict[str, Directness] = {kind: kind for kind in get_args(Directness)}


def plain_draft(draft: Draft) -> Plain:
    """Return a draft as plain data, its fields by their names."""
    return {
        "id": draft.id,
        "kind": draft.kind,
        "quote": draft.quote,
        "content": [[span.start, span.end] for span in draft.content],
        "speaker": _suggestion(draft.speaker),
        "speaker_span": _span(draft.speaker_span),
        "cue": _span(draft.cue),
        "side": _suggestion(draft.side),
        "on": _suggestion(draft.on),
        "demand": _suggestion(draft.demand),
        "stance": _suggestion(draft.stance),
        "is_presumption": draft.is_presumption,
        "event": _suggestion(draft.event),
        "lang": draft.lang,
    }


def draft_in(plain: Plain) -> Draft:
    """Return the draft that plain data holds.

    Raises
    ------
    ValueError, TypeError, KeyError
        If it holds none.
    """
    content = tuple(Span(int(start), int(end)) for start, end in plain["content"])
    on, stance = _suggestion_in(plain["on"]), _suggestion_in(plain["stance"])
    if not content:
        raise ValueError("a draft without words")
    if on is not None:
        parse_when(on.value)
    if stance is not None:
        Stance(stance.value)
    return Draft(
        id=_words(plain["id"]),
        kind=_KINDS[plain["kind"]],
        quote=_words(plain["quote"]),
        content=content,
        speaker=_suggestion_in(plain["speaker"]),
        speaker_span=_span_in(plain["speaker_span"]),
        cue=_span_in(plain["cue"]),
        side=_suggestion_in(plain["side"]),
        on=on,
        demand=_suggestion_in(plain["demand"]),
        stance=stance,
        is_presumption=plain["is_presumption"] is True,
        event=_suggestion_in(plain["event"]),
        lang=_words(plain["lang"]),
    )


def plain_entry(entry: Entry) -> Plain:
    """Return the parts of an entry that a draft can fill."""
    return {
        "on": None if entry.on is None else entry.on.text,
        "by": entry.by,
        "demand": entry.demand,
        "stance": None if entry.stance is None else entry.stance.value,
        "event": entry.event,
        "quote": entry.quote,
        "lang": entry.lang,
        "source": entry.source,
        "note": entry.note,
    }


def entry_in(plain: Plain) -> Entry:
    """Return the entry that plain data holds, at the place 0."""
    stance = plain["stance"]
    named = {name: plain[name] for name in ("by", "demand", "event", "quote", "lang", "source", "note")}
    return Entry(0, _date_in(plain["on"]), stance=None if stance is None else Stance(stance), **named)


def plain_source(source: Source) -> Plain:
    """Return a source as plain data."""
    title = None if source.title is None else [list(pair) for pair in source.title.entries]
    return {**asdict(source), "title": title, "dated": None if source.dated is None else source.dated.text}


def source_in(plain: Plain) -> Source:
    """Return the source that plain data holds."""
    title = plain["title"]
    return Source(
        **{
            **plain,
            "title": None if title is None else Text(tuple((lang, words) for lang, words in title)),
            "dated": _date_in(plain["dated"]),
        }
    )


def plain_message(what: Message) -> Plain:
    """Return a message as plain data: its id and its parameters by name."""
    return {"id": what.id, "parameters": {name: _value(value) for name, value in what.parameters}}


def message_in(plain: Plain) -> Message:
    """Return the message that plain data holds."""
    return Message(
        _words(plain["id"]), tuple(sorted((name, _value_in(value)) for name, value in plain["parameters"].items()))
    )


def _value(value: Value) -> Any:
    match value:
        case Message():
            return {"message": plain_message(value)}
        case Text():
            return {"text": [list(pair) for pair in value.entries]}
        case Fraction():
            return {"number": str(value)}
        case tuple():
            return [_value(part) for part in value]
        case _:
            return value


def _value_in(plain: Any) -> Value:
    match plain:
        case {"message": held}:
            return message_in(held)
        case {"text": held}:
            return Text(tuple((lang, words) for lang, words in held))
        case {"number": held}:
            return Fraction(held)
        case list():
            return tuple(_value_in(part) for part in plain)
        case str() | int():
            return plain
        case _:
            raise TypeError(plain)


def _suggestion(suggestion: Suggestion | None) -> Plain | None:
    return None if suggestion is None else {"value": suggestion.value, "reason": plain_message(suggestion.reason)}


def _suggestion_in(plain: Plain | None) -> Suggestion | None:
    return None if plain is None else Suggestion(_words(plain["value"]), message_in(plain["reason"]))


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span_in(plain: list[int] | None) -> Span | None:
    return None if plain is None else Span(int(plain[0]), int(plain[1]))


def _date_in(text: str | None) -> When | None:
    return None if text is None else parse_when(text)


def _words(plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError(plain)
    return plain
