"""Cases and pictures that the tests of this folder share: the cases of the project, and made-up hostile ones."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml

import placet
from placet.case.catalog import Catalog
from placet.case.text import Text
from placet.pictures import of_case
from placet.pictures.frontier_chart import NamedPoint, frontier_chart
from placet.pictures.growth_chart import Series, growth_chart
from placet.pictures.seal_strip import SealedRound, SealedSide, StripCheckpoint, seal_strip

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.parent.name for path in ROOT.glob("cases/*/case.yaml"))
SVG = "{http://www.w3.org/2000/svg}"
KINDS = {"grid": of_case.grid, "board": of_case.board, "deadlock": of_case.deadlock, "timeline": of_case.timeline_of}
SIZES = ("screen", "page", "phone")

HOSTILE = {
    "markup": '<script>alert("x")</script><b onload=x>&amp;]]>',
    "typst": "#eval(\"1\") $x$ *bold* @ref <label> \\ #image('a')",
    "turning": "Safe\u202etxet\u2066 gnp.\u2067 exe",
    "invisible": "\u200b\ufeff\u2060\u00ad",
    "long": "Wolfeschlegelsteinhausenbergerdorff" * 40,
    "many-words": "of the House of " * 200,
    "mixed": "مجلس 2013 (A) שלום B. Haddad",
    "marks": "a" + "\u0301" * 200,
    "controls": "line\none\ttab\x0cfeed",
    "wide": "國" * 300,
}
REFUSED = {2, 3, 8}
"""Names with direction marks, unseen signs or line breaks: no case file can hold them, but a value can."""


def case_of(name):
    return placet.read_case(ROOT / "cases" / name)


def hostile_case(folder):
    """A case in which every name is one of `HOSTILE`; those that the reader refuses are put in afterwards."""
    every = list(HOSTILE.values())
    names = [f"name {at}" if at in REFUSED else name for at, name in enumerate(every)]
    told = {
        "placet": 1,
        "title": {"en": names[0], "ar": names[6]},
        "sides": {f"s{at}": {"name": {"en": names[at]}, "consent": at != 2} for at in range(4)},
        "candidates": {f"c{at}": {"name": {"en": name}} for at, name in enumerate(names)},
        "posts": {"head": {"title": {"en": names[0]}, "seats": 1}, "body": {"title": {"en": names[4]}, "seats": 9}},
        "demands": {f"d{at}": {"side": f"s{at % 4}", "excludes": f"c{at}", "cost": 2} for at in range(6)},
        "preferences": {"s0": {"scores": {"c1": 3}, "unscored": 0}, "s1": {"scores": {"c2": 4}, "unscored": 1}},
        "roadmap": {"go": {"title": {"en": names[0]}}},
        "record": [
            {"on": "2011-08", "demand": "d0", "stance": "asserts", "by": names[0], "quote": names[0], "source": "page"},
            {"on": "[..2012-01-05]", "demand": "d1", "stance": "softens", "by": names[2], "quote": names[5]},
        ],
        "sources": {"page": {"title": names[1], "publisher": names[0]}},
    }
    folder.mkdir(exist_ok=True)
    (folder / "case.yaml").write_text(yaml.safe_dump(told, allow_unicode=False), encoding="utf-8")
    case = placet.read_case(folder)
    candidates = Catalog(
        (who.id, replace(who, name=Text.plain(every[at]))) for at, who in enumerate(case.candidates.values())
    )
    sides = Catalog((side.id, replace(side, name=Text.plain(every[at]))) for at, side in enumerate(case.sides.values()))
    record = tuple(replace(entry, by=every[2 + entry.index], quote=every[8]) for entry in case.record)
    return replace(case, candidates=candidates, sides=sides, record=record)


def sealed_round(name="The panel"):
    """A round in the middle: two of three envelopes, and a checkpoint that one side has not countersigned."""
    sides = (
        SealedSide(Text.plain(name), "sealed"),
        SealedSide(Text.plain("B"), "replaced"),
        SealedSide(Text.plain("C")),
    )
    checkpoint = StripCheckpoint(3, "a1b2 c3d4", (Text.plain(name),), (Text.plain("C"),))
    return SealedRound(Text.plain(name), sides, "2 June 2040, 12:00 UTC", "3 hours", (checkpoint,))


def charts(name="A side", **how):
    """The pictures that are not drawn of a case."""
    points = [(Fraction(1), Fraction(9)), (Fraction(4), Fraction(5))]
    named = [NamedPoint(("nash",), points[1])]
    return {
        "seal": seal_strip(sealed_round(name), **how),
        "frontier": frontier_chart((Text.plain(name), Text.plain("B")), points, named, **how),
        "growth": growth_chart(name, "n", "s", [Series(name, ((1, 0.1), (10, 2.5))), Series("B", ((1, 1.0),))], **how),
    }


def parsed(picture):
    """The picture as XML; this fails if it is none."""
    return ET.fromstring(picture.to_svg().encode())


def texts(picture):
    """Every line of text that is drawn."""
    return ["".join(node.itertext()) for node in parsed(picture).iter(f"{SVG}text")]
