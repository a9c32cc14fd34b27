"""Score attributions against PolNeAR: political news in which people marked every source, cue and content by hand.

    python benchmarks/polnear.py ../shared/data/polnear dev [--misses] [--spacy]

The corpus is read where it lies; nothing of it is kept. A found attribution and a marked one match when the letters
and digits of their contents overlap by at least half of both taken together; each matches once, the best overlap first.
An attribution is quoted when its content holds quotation marks (as marked by hand) or is direct or mixed (as found).
A speaker is right when the words found for it share a letter or digit with the words marked as the source.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

Spans = tuple[tuple[int, int], ...]

_MARKS = re.compile(r"[\"“”]|``|''")
_ROLE = re.compile(r"(Source|Content)\d*:(T\d+)")


@dataclass(frozen=True)
class Marked:
    """One attribution, marked by hand or found."""

    content: Spans
    source: Spans
    is_quoted: bool


@dataclass(frozen=True)
class Score:
    """How many were marked, found and right, and in how many of those the speaker was."""

    marked: int
    found: int
    right: int
    sourced: int
    speaker_right: int

    def __add__(self, other: Score) -> Score:
        pairs = zip(self.counts(), other.counts(), strict=True)
        return Score(*(one + another for one, another in pairs))

    def counts(self) -> tuple[int, int, int, int, int]:
        return self.marked, self.found, self.right, self.sourced, self.speaker_right

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 1.0

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def speakers(self) -> float:
        return self.speaker_right / self.sourced if self.sourced else 1.0


NOTHING = Score(0, 0, 0, 0, 0)


def read_marked(annotations: str, text: str) -> tuple[Marked, ...]:
    """Return the attributions of an article in the standoff form of brat."""
    lines = [line.split("\t") for line in annotations.splitlines()]
    spans: dict[str, Spans] = {}
    for name, marked, *_ in (line for line in lines if line[0].startswith("T") and len(line) > 1):
        offsets = marked.split(" ", 1)[1]
        spans[name] = tuple((int(start), int(end)) for start, end in (one.split() for one in offsets.split(";")))
    found = []
    for line in lines:
        if line[0].startswith("E") and len(line) > 1:
            roles = _ROLE.findall(line[1])
            content = tuple(sorted(span for role, name in roles if role == "Content" for span in spans.get(name, ())))
            source = tuple(span for role, name in roles if role == "Source" for span in spans.get(name, ()))
            if content:
                is_quoted = any(_MARKS.search(text[start:end]) for start, end in content)
                found.append(Marked(content, source, is_quoted))
    return tuple(found)


def score(text: str, marked: Iterable[Marked], found: Iterable[Marked], *, quoted: bool) -> Score:
    """Compare the quoted (or the unquoted) attributions; what matches one of the other kind is no mistake."""
    marked, found = tuple(marked), tuple(found)
    pairs = list(matches(text, marked, found))
    right = [(m, f) for m, f in pairs if m.is_quoted == quoted]
    excused = {f for m, f in pairs if m.is_quoted != quoted}
    sourced = [(m, f) for m, f in right if m.source]
    return Score(
        marked=sum(one.is_quoted == quoted for one in marked),
        found=len(right)
        + sum(f.is_quoted == quoted and f not in excused for f in found if f not in {f for _, f in right}),
        right=len(right),
        sourced=len(sourced),
        speaker_right=sum(bool(_letters(text, m.source) & _letters(text, f.source)) for m, f in sourced),
    )


def matches(text: str, marked: tuple[Marked, ...], found: tuple[Marked, ...]) -> Iterator[tuple[Marked, Marked]]:
    """Yield the pairs that match, each attribution once, the best overlap first."""
    signs_marked = [_letters(text, one.content) for one in marked]
    signs_found = [_letters(text, one.content) for one in found]
    overlaps = []
    for m, ours in enumerate(signs_marked):
        for f, theirs in enumerate(signs_found):
            both = len(ours & theirs)
            if both and 2 * both >= len(ours | theirs):
                overlaps.append((both / len(ours | theirs), m, f))
    taken_marked: set[int] = set()
    taken_found: set[int] = set()
    for _, m, f in sorted(overlaps, key=lambda one: (-one[0], one[1], one[2])):
        if m not in taken_marked and f not in taken_found:
            taken_marked.add(m)
            taken_found.add(f)
            yield marked[m], found[f]


def _letters(text: str, spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def read_found(text: str, *, with_spacy: bool) -> tuple[Marked, ...]:
    """Return what placet finds."""
    # The scorer alone needs nothing of placet.
    from placet.reading.attributions import attributions  # noqa: PLC0415
    from placet.reading.english import Grammar  # noqa: PLC0415

    grammar = Grammar() if with_spacy else None
    return tuple(
        Marked(
            tuple((piece.start, piece.end) for piece in one.content),
            ((one.source.start, one.source.end),) if one.source else (),
            one.kind != "indirect",
        )
        for one in attributions(text, "en", grammar)
    )


def articles(folder: Path, part: str) -> Iterator[tuple[str, str, tuple[Marked, ...]]]:
    """Yield name, text and marked attributions of each article of ``train`` or ``dev``."""
    for path in sorted((folder / part / "text").glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        (annotations,) = (folder / part / "attributions").glob(f"{path.stem}*.ann")
        yield path.stem, text, read_marked(annotations.read_text(encoding="utf-8"), text)


def main(folder: str, part: str = "dev", *options: str) -> None:
    """Print the scores of one part of the corpus."""
    quoted, retold, seconds, count, failures = NOTHING, NOTHING, 0.0, 0, 0
    with_spacy = "--spacy" in options
    read_found("He said that this warms up.", with_spacy=with_spacy)
    for name, text, marked in articles(Path(folder), part):
        began = time.perf_counter()
        try:
            found = read_found(text, with_spacy=with_spacy)
        except Exception as error:  # noqa: BLE001 -- a failure is counted, not raised
            failures += 1
            print(f"{name}: {error!r}")
            found = ()
        seconds += time.perf_counter() - began
        count += 1
        quoted += score(text, marked, found, quoted=True)
        retold += score(text, marked, found, quoted=False)
        if "--misses" in options:
            _show(name, text, marked, found)
    for title, total in (("quoted", quoted), ("retold", retold)):
        print(
            f"{title}: found {total.recall:.1%} of {total.marked}, precision {total.precision:.1%} of {total.found}, "
            f"speaker {total.speakers:.1%} of {total.sourced}"
        )
    print(f"{count} articles, {failures} failures, {count / seconds:.0f} articles a second")


def _show(name: str, text: str, marked: tuple[Marked, ...], found: tuple[Marked, ...]) -> None:
    """Print what was missed, what was found wrongly, and the speakers that differ."""

    def words(spans: Spans) -> str:
        return " [...] ".join(text[start:end] for start, end in spans).replace("\n", " ")

    pairs = list(matches(text, marked, found))
    print("==", name)
    for one in marked:
        if one.is_quoted and one not in {m for m, _ in pairs}:
            print("  missed |", words(one.source), "|", words(one.content)[:220])
    for one in found:
        if one.is_quoted and one not in {f for _, f in pairs}:
            print("  wrong  |", words(one.source), "|", words(one.content)[:220])
    for m, f in pairs:
        if m.is_quoted and m.source and not _letters(text, m.source) & _letters(text, f.source):
            print("  speaker|", words(m.source), "| found", words(f.source), "|", words(m.content)[:120])


if __name__ == "__main__":
    main(*sys.argv[1:])
