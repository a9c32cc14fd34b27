"""No input makes a traceback, a hang, or more than a gigabyte."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from case.samples import EXAMPLE, read
from case.test_schema import with_floats
from placet.case.encode import encode
from placet.case.read import parse_case, read_case
from placet.errors import CaseError, Fault, PlacetError

LINES = EXAMPLE.split("\n")
SIGNS = [
    "{",
    "}",
    "[",
    "]",
    ": ",
    ", ",
    "- ",
    "'",
    '"',
    "#",
    "\n",
    "  ",
    "\t",
    "&a ",
    "*a",
    "!!int ",
    "<<: ",
    "|",
    ">",
    "?",
]
WORDS = [
    "---\n",
    "...\n",
    "null",
    "true",
    "no",
    "-1",
    "1e9",
    "0.5",
    "99%",
    "..",
    "\\",
    "\\x00",
    "\u202e",
    "\x85",
    "é",
    "%",
]
NAMES = ["haddad", "militia", "group", "any: []", "in: []", "exactly: 1", "where: haddad", "trait: {a: b}", "if: {}"]
PIECES = st.sampled_from(SIGNS + WORDS + NAMES)


def survives(text):
    """Read a text; anything but a case or faults with a place in it is a failure."""
    case, warnings, found = None, (), ()
    try:
        case, warnings = parse_case(text, "case.yaml")
    except CaseError as error:
        found = error.faults
    assert case is not None or found
    assert all(isinstance(fault, Fault) and fault.found and fault.expected for fault in (*found, *warnings))
    assert all(fault.line >= 1 and fault.column >= 1 for fault in (*found, *warnings))
    assert list(found) == sorted(found, key=lambda fault: (fault.line, fault.column))


@given(st.binary(max_size=200))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_bytes_are_read_or_refused(tmp_path_factory, content):
    file = tmp_path_factory.getbasetemp() / "fuzz.yaml"
    file.write_bytes(content)
    with pytest.raises(PlacetError):
        read_case(file)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_pieces_of_yaml_are_read_or_refused(text):
    survives(text)


@given(st.data())
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_changed_example_is_read_or_refused(data):
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        what = data.draw(st.sampled_from(("cut", "insert", "drop", "double", "swap", "replace")))
        begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(lines[at]))] * 2)))
        if what == "cut":
            lines[at] = lines[at][:begin] + lines[at][end:]
        elif what == "insert":
            lines[at] = lines[at][:begin] + data.draw(PIECES) + lines[at][begin:]
        elif what == "drop" and len(lines) > 1:
            del lines[at]
        elif what == "double":
            lines.insert(at, lines[at])
        elif what == "swap":
            other = data.draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        else:
            words = lines[at].split(" ")
            words[data.draw(st.integers(0, len(words) - 1))] = data.draw(PIECES)
            lines[at] = " ".join(words)
    survives("\n".join(lines))


VALUES = st.recursive(
    st.sampled_from(
        (None, True, 0, -1, 0.5, "haddad", "militia", "30%", "never", "2011", "..", "", "x y", "government")
    ),
    lambda part: (
        st.lists(part, max_size=3)
        | st.dictionaries(
            st.sampled_from(("group", "trait", "any", "not", "excludes", "where", "en", "needs", "a")), part, max_size=3
        )
    ),
    max_leaves=6,
)


def places(tree, path=()):
    """Yield the path of every value within a tree."""
    yield path
    for name, part in tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ():
        yield from places(part, (*path, name))


def test_every_value_may_be_replaced_by_any_other():
    whole = with_floats(encode(read(EXAMPLE)))
    ways = list(places(whole))[1:]

    @given(st.sampled_from(ways), VALUES)
    @settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
    def check(path, value):
        changed = json.loads(json.dumps(whole))
        within = changed
        for name in path[:-1]:
            within = within[name]
        within[path[-1]] = value
        survives(json.dumps(changed))

    check()


def bombs():
    """Texts that a careless reader would choke on; all are below the limit of the file's size."""
    many = 300_000
    head = "placet: 1\ntitle: t\nsides: {a: {name: A, consent: true}}\nposts: {p: {title: P}}\n"
    people = "candidates:\n" + "".join(f"  c{i}: {{name: N}}\n" for i in range(20_000))
    laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30)
    )
    return {
        "brackets": "a: " + "[" * 4_000_000,
        "braces": "{a: " * 1_000_000,
        "blocks within blocks": "".join(" " * i + "a:\n" for i in range(3_000)),
        "hyphens": "- " * 2_000_000,
        "question marks": "? " * 2_000_000,
        "laughs": laughs,
        "many values": "a: [" + "1," * 3_900_000 + "1]",
        "many names": "".join(f"k{i}: 1\n" for i in range(many)),
        "one name": "a: 1\n" * many,
        "many wrong names": head
        + people
        + "demands:\n"
        + "".join(f"  d{i}: {{side: b, excludes: d{i}}}\n" for i in range(50_000)),
        "many selectors": head
        + people
        + "demands:\n"
        + "".join(f"  d{i}: {{side: a, excludes: {{trait: {{z: {i}}}}}}}\n" for i in range(50_000)),
        "a long number": "placet: " + "9" * 7_000_000,
        "a large exponent": "placet: 1e999999999",
        "a long word": "placet: " + "x" * 7_000_000,
        "a long name": "x" * 7_000_000 + ": 1",
        "a long quotation": 'a: "' + "\\n" * 3_500_000 + '"',
        "a long chain of groups": head
        + "candidates: {x: {name: X, groups: [g0]}}\ngroups:\n"
        + "".join(f"  g{i}: {{name: N, within: g{i + 1}}}\n" for i in range(30_000))
        + "  g30000: {name: N}\n",
        "a long circle of steps": head
        + "candidates: {x: {name: X}}\nroadmap:\n"
        + "".join(f"  s{i}: {{title: N, needs: [s{(i + 1) % 30_000}]}}\n" for i in range(30_000)),
        "rules within rules": head
        + "candidates: {x: {name: X}}\nconstraints:\n  c: "
        + "{if: {excludes: x}, then: " * 50
        + "{excludes: x}"
        + "}" * 50,
        "anchors": "".join(f"k{i}: &a{i} x\n" for i in range(many)),
        "comments": "#\n" * 4_000_000,
    }


@pytest.mark.slow
def test_bombs_are_read_or_refused_within_a_gigabyte(tmp_path):
    texts = bombs()
    file = tmp_path / "bombs.json"
    file.write_text(json.dumps(list(texts.values())), encoding="utf-8")
    script = Path(__file__).parent / "hostile.py"
    done = subprocess.run([sys.executable, script, file], capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-2_000:]
    lines = [line.split() for line in done.stdout.splitlines()]
    told = dict(zip(texts, lines, strict=True))
    slow = {claim: float(seconds) for claim, (_, seconds) in told.items() if float(seconds) > 25}
    assert not slow
    assert {claim for claim, (outcome, _) in told.items() if outcome == "read"} == {
        "a long chain of groups",
        "rules within rules",
    }


def test_five_thousand_candidates_are_read_in_a_few_seconds(tmp_path):
    people = "".join(
        f"  c{i}: {{name: {{en: Person {i}, ar: شخص}}, groups: [cells], traits: {{gender: woman, age: {i % 70}}}}}\n"
        for i in range(5_000)
    )
    text = EXAMPLE.replace("candidates:\n", f"candidates:\n{people}")
    file = tmp_path / "texts.json"
    file.write_text(json.dumps([text]), encoding="utf-8")
    script = Path(__file__).parent / "hostile.py"
    done = subprocess.run([sys.executable, script, file], capture_output=True, text=True, check=True, timeout=120)
    outcome, seconds = done.stdout.split()
    assert outcome == "read"
    assert float(seconds) < 5
