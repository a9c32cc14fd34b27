"""The rule about floors: a room imports only rooms on lower floors, or the room before it in its own wing."""

import ast
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "placet"

WINGS_BY_FLOOR = {
    1: (("case", "words"), ("ballots",), ("seal",)),
    2: (("record", "reading"), ("voting", "procedures"), ("ledger",)),
    3: (("zone",),),
    4: (("pictures",), ("simulate",), ("audit",)),
}
FACES = {"cli", "web", "__init__"}  # `import placet` is the face for those who write Python
DOOR = "__main__"  # `python -m placet` opens a face and does nothing else
FOR_ALL = {"errors"}


def allowed_imports() -> dict[str, set[str]]:
    """For each room, the rooms that it may import besides itself."""
    allowed: dict[str, set[str]] = {"errors": set()}
    lower: set[str] = set(FOR_ALL)
    for _, wings in sorted(WINGS_BY_FLOOR.items()):
        for wing in wings:
            for position, room in enumerate(wing):
                allowed[room] = lower | set(wing[max(position - 1, 0) : position])
        lower = lower.union(*map(set, wings))
    return allowed | dict.fromkeys(FACES, lower) | {DOOR: {"cli"}}


ALLOWED = allowed_imports()


def room_of(file: Path, source: Path) -> str:
    return file.relative_to(source).with_suffix("").parts[0]


def modules_named(file: Path, source: Path) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every module of placet that a file imports, anywhere in it: its line and its path below `placet`."""
    package = ("placet", *file.relative_to(source).parent.parts)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"), str(file))):
        names: list[tuple[str, ...]] = []
        match node:
            case ast.Import():
                names = [tuple(alias.name.split(".")) for alias in node.names]
            case ast.ImportFrom():
                above = package[: len(package) - node.level + 1] if node.level else ()
                module = (*above, *(node.module or "").split(".")) if node.module else above
                names = [(*module, alias.name) for alias in node.names]
            case ast.Call(func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__")):
                names = [tuple(words.split(".")) for words in leading_words(node.args)]
            case _:
                continue
        yield from ((node.lineno, name[1:]) for name in names if name[0] == "placet")


def leading_words(arguments: list[ast.expr]) -> Iterator[str]:
    """The fixed words with which the first argument of a call begins, if it begins with any."""
    match arguments:
        case [ast.Constant(value=str(words)), *_] | [ast.JoinedStr(values=[ast.Constant(value=str(words)), *_]), *_]:
            yield words


def violations(source: Path) -> list[str]:
    """Every import that breaks the rule, and every room that the plan does not know."""
    rooms = {
        entry.stem if entry.is_file() else entry.name
        for entry in source.iterdir()
        if entry.suffix == ".py" or (entry.is_dir() and any(entry.rglob("*.py")))
    }
    found = [f"{room}: not a room of the plan" for room in sorted(rooms - ALLOWED.keys())]
    for file in sorted(source.rglob("*.py")):
        room = room_of(file, source)
        for line, below in modules_named(file, source):
            # `import placet` and `from placet import read_case` ask the Python face; `from placet import case` a room.
            asked = below[0] if below and below[0] in rooms else "__init__"
            if asked != room and asked not in ALLOWED.get(room, set()):
                found.append(f"{file.relative_to(source)}:{line}: {room} imports {asked}")
    return found


def test_every_room_imports_only_what_the_plan_allows():
    assert violations(SOURCE) == []


def test_the_plan_lets_a_room_see_lower_floors_and_the_room_before_it():
    assert ALLOWED["words"] == {"errors", "case"}
    assert ALLOWED["case"] == {"errors"}
    assert ALLOWED["procedures"] == {"errors", "case", "words", "ballots", "seal", "voting"}
    assert {"record", "ledger"} <= ALLOWED["zone"]
    assert "audit" not in ALLOWED["pictures"]
    assert not FACES & set().union(*ALLOWED.values()) - {"cli"}


@pytest.mark.parametrize(
    ("file", "code", "broken"),
    [
        ("case/read.py", "from placet.words import say", "case imports words"),
        ("case/read.py", "import placet.zone.program", "case imports zone"),
        ("case/read.py", "from ..zone import program", "case imports zone"),
        ("case/forms/quota.py", "from ... import zone", "case imports zone"),
        ("case/read.py", "def f():\n    from placet import zone", "case imports zone"),
        ("case/read.py", "if TYPE_CHECKING:\n    from placet.zone import Zone", "case imports zone"),
        ("case/read.py", "importlib.import_module('placet.zone')", "case imports zone"),
        ("case/read.py", "import_module(f'placet.zone.{name}')", "case imports zone"),
        ("zone/zone.py", "from placet.cli import main", "zone imports cli"),
        ("zone/zone.py", "from placet import read_case", "zone imports __init__"),
        ("zone/zone.py", "import placet", "zone imports __init__"),
        ("cli/solve.py", "from placet import solve", "cli imports __init__"),
        ("__init__.py", "from placet.cli import main", "__init__ imports cli"),
        ("errors.py", "from placet.case import text", "errors imports case"),
        ("helpers.py", "", "not a room of the plan"),
        ("helpers/__init__.py", "", "not a room of the plan"),
    ],
)
def test_the_checker_sees_a_violation(tmp_path, file, code, broken):
    made_up_house(tmp_path, file, code)
    assert [found for found in violations(tmp_path) if found.endswith(broken)]


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("zone/zone.py", "from placet.record.standing import standings"),
        ("zone/zone.py", "from . import program\nfrom .program import Program\nfrom ..case import nouns"),
        ("words/say.py", "import placet.words\nfrom placet.case.text import Text"),
        ("case/read.py", "from placet.errors import CaseError\nimport yaml\nimport placetology"),
        ("cli/solve.py", "def solve():\n    from placet.zone import solution"),
        ("__init__.py", "from placet.zone import Zone"),
        ("__main__.py", "from placet.cli import main"),
    ],
)
def test_the_checker_lets_a_lawful_import_pass(tmp_path, file, code):
    made_up_house(tmp_path, file, code)
    assert violations(tmp_path) == []


def made_up_house(folder: Path, file: str, code: str) -> None:
    for room in ("case", "words", "record", "zone", "cli"):
        (folder / room).mkdir()
        (folder / room / "__init__.py").touch()
    (folder / "errors.py").touch()
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(textwrap.dedent(code), encoding="utf-8")
