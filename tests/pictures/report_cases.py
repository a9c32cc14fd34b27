"""Cases and reports for the tests of the report."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from placet.case.nouns import Case
from placet.case.read import parse_case, read_case
from placet.pictures.report import report, seen_by
from placet.pictures.report_method import Provenance
from placet.pictures.report_pictures import pictures_of
from placet.pictures.report_values import Report
from placet.record.account import account
from placet.zone.solution import answer
from placet.zone.zone import Zone

CASES = Path(__file__).parents[2] / "cases"
ORIGIN = Provenance("placet report made-up -o report.pdf", "0", "0" * 64, (("Python", "3"),), "2040-01-01")

GUARDED = """\
placet: 1
title: A guarded table
sides:
  north: {name: North, consent: true}
  south: {name: South, consent: true}
  guest: {name: Guest, consent: false}
candidates:
  ada: {name: Ada}
  ben: {name: Ben}
  cyd: {name: Cyd}
posts:
  chair: {title: Chair}
demands:
  no-ada: {side: north, excludes: ada, cost: 73121, note: secret-note-of-north}
  no-ben: {side: south, excludes: ben, cost: 84232, note: secret-note-of-south}
  no-cyd: {side: north, excludes: cyd, cost: never}
  hidden: {side: south, excludes: ada, seen_by: [south], assumption: secret-hidden-demand}
  guessed: {side: south, excludes: cyd, presumed: 0.9137, source: gossip, assumption: secret-guess}
preferences:
  north: {scores: {ada: 5151, ben: 6262, cyd: 1}, note: secret-wish-of-north}
  south: {scores: {ada: 2, ben: 7373, cyd: 8484}, note: secret-wish-of-south}
record:
  - {on: 2040-01-02, demand: no-ada, stance: asserts, by: Envoy, quote: Not her., source: minutes, note: secret-aside}
  - {on: 2040-01-03, demand: hidden, stance: asserts, by: A courier, quote: secret-quote, source: letter}
  - {on: 2040-01-03, demand: guessed, stance: presumes, by: A gossip, quote: secret-presumption, source: gossip}
sources:
  minutes: {title: The minutes}
  letter: {title: secret-letter}
  gossip: {title: secret-gossip}
"""

SECRETS: dict[str, tuple[str, ...]] = {
    "north": ("84232", "7373", "8484", "secret-note-of-south", "secret-wish-of-south", "secret-hidden-demand"),
    "south": ("73121", "5151", "6262", "secret-note-of-north", "secret-wish-of-north", "secret-aside"),
}
SECRETS["guest"] = (*SECRETS["north"], *SECRETS["south"], "secret-quote", "secret-letter")
SECRETS["north"] += ("secret-quote", "secret-letter", "A courier")
OF_NOBODY = ("secret-guess", "secret-gossip", "secret-presumption", "0.9137", "91.37", "A gossip")
"""What is only presumed is shown to no side."""


@cache
def stored(name: str) -> Case:
    return read_case(CASES / name)


def written(text: str) -> Case:
    return parse_case(text, "case.yaml")[0]


def report_of(case: Case, *, lang: str = "en", side: str | None = None, on: str | None = None) -> Report:
    shown = seen_by(case, side)
    zone = Zone(shown, on)
    solution = answer(zone, limit=50)
    pictures = tuple(pictures_of(zone, solution, account(shown, on), lang))
    return report(shown, solution.to_dict(), ORIGIN, lang=lang, side=side, pictures=pictures)


HOSTILE = (
    "<script>alert(1)</script>",
    '#read("/etc/passwd") *bold* $x$ @ref <label> #[x] \\u{41}',
    "A" * 400,
    ']#panic("x")//',
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "Zero\u200bwidth\u2060",
    "&lt;b&gt; &amp; {{x}} ${x}",
    "بشار \u2068Bob\u2069 محمد",
)


def hostile_case() -> Case:
    """Return a case in which every name, title, quotation and assumption is one of the hostile ones."""
    import json  # noqa: PLC0415 -- JSON strings are YAML strings

    def said(at: int) -> str:
        return json.dumps(HOSTILE[at % len(HOSTILE)], ensure_ascii=True)

    candidates = "\n".join(f"  c{at}: {{name: {said(at)}, assumption: {said(at + 1)}}}" for at in range(len(HOSTILE)))
    records = "\n".join(
        f"  - {{on: 2040-01-0{at + 1}, demand: no, stance: asserts, by: {said(at)}, quote: {said(at)}, source: s}}"
        for at in range(len(HOSTILE))
    )
    return written(
        f"placet: 1\ntitle: {said(0)}\nsides:\n  a: {{name: {said(1)}, consent: true}}\n"
        f"  b: {{name: {said(4)}, consent: true}}\ncandidates:\n{candidates}\nposts:\n  p: {{title: {said(5)}}}\n"
        f"demands:\n  no: {{side: a, excludes: c0}}\nrecord:\n{records}\n"
        f"sources:\n  s: {{title: {said(0)}, publisher: {said(1)}}}\n"
    )
