"""Below the faces nothing prints, reads the clock or reads the environment: every answer is a value."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "placet"
FACES = {"cli", "web", "__main__"}
DRAWS_FROM_THE_SYSTEM = {"seal"}  # keys and salts; everywhere else chance comes in as a generator or a seed

CLOCK_MODULES = {"time", "sched", "timeit"}
CHANCE_MODULES = {"random", "secrets"}
CALLS = {"print": "prints", "input": "asks at the terminal", "breakpoint": "asks at the terminal"}
ATTRIBUTES = {
    **dict.fromkeys(("now", "utcnow", "today"), "reads the clock"),
    **dict.fromkeys(
        ("environ", "environb", "getenv", "getenvb", "expanduser", "cwd", "getcwd"), "reads the environment"
    ),
    **dict.fromkeys(("stdout", "stderr", "stdin", "argv"), "speaks to the terminal"),
    "urandom": "draws from the system",
}


def offences(code: str, *, may_draw: bool = False) -> Iterator[tuple[int, str]]:
    """Each place of a file, and what it does there that a room must not do."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield node.lineno, CALLS[name]
            case ast.Call(func=ast.Name(id="default_rng") | ast.Attribute(attr="default_rng"), args=[], keywords=[]):
                yield node.lineno, "draws from the system"
            case ast.Attribute(attr=name) if name in ATTRIBUTES:
                yield node.lineno, ATTRIBUTES[name]
            case ast.Import(names=aliases):
                yield from ((node.lineno, said) for alias in aliases if (said := imported(alias.name, may_draw)))
            case ast.ImportFrom(module=str(module), level=0, names=aliases):
                if said := imported(module, may_draw):
                    yield node.lineno, said
                if module in {"os", "sys"}:
                    yield from ((node.lineno, ATTRIBUTES[a.name]) for a in aliases if a.name in ATTRIBUTES)


def imported(module: str, may_draw: bool) -> str | None:
    if module in CLOCK_MODULES:
        return "reads the clock"
    if module in CHANCE_MODULES and not may_draw:
        return "draws from the system"
    return None


def test_below_the_faces_nothing_prints_or_reads_the_clock_or_the_environment():
    found = [
        f"{file.relative_to(SOURCE)}:{line}: {offence}"
        for file in sorted(SOURCE.rglob("*.py"))
        if (room := file.relative_to(SOURCE).with_suffix("").parts[0]) not in FACES
        for line, offence in offences(file.read_text(encoding="utf-8"), may_draw=room in DRAWS_FROM_THE_SYSTEM)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "offence"),
    [
        ("print('x')", "prints"),
        ("def f():\n    return input()", "asks at the terminal"),
        ("import datetime\nday = datetime.date.today()", "reads the clock"),
        ("from datetime import datetime as d\nd.now()", "reads the clock"),
        ("from time import monotonic", "reads the clock"),
        ("import os\nos.environ['PLACET']", "reads the environment"),
        ("from os import getenv", "reads the environment"),
        ("import sys\nsys.stderr.write('x')", "speaks to the terminal"),
        ("import random", "draws from the system"),
        ("numpy.random.default_rng()", "draws from the system"),
    ],
)
def test_the_checker_sees_bad_manners(code, offence):
    assert offence in [said for _, said in offences(code)]


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import date\nday = date(2013, 5, 8)",
        "numpy.random.default_rng(seed)",
        "'print(1)'",
        "import os.path",
    ],
)
def test_the_checker_lets_good_manners_pass(code):
    assert list(offences(code)) == []


def test_sealing_alone_may_draw_from_the_system():
    assert list(offences("import secrets", may_draw=True)) == []
