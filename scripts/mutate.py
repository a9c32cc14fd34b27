"""Change one room of the house in one small place at a time, and tell which changes no test notices.

`python scripts/mutate.py src/placet/record/when.py tests/record/test_saying.py tests/record` copies the sources and the
tests to a scratch folder and changes the room there. The tests named run one after the other, up to the first that
fails.
"""

import argparse
import ast
import contextlib
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import hypothesis
import pytest

SECONDS = 20
"""A change that makes the tests run longer than this counts as noticed."""

COMPARED: dict[type, type] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
JOINED: dict[type, type] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.And: ast.Or,
    ast.Or: ast.And,
}
PAIRS = (
    ("min", "max"),
    ("any", "all"),
    ("ceil", "floor"),
    ("first", "last"),
    ("earliest", "latest"),
    ("at_least", "at_most"),
    ("asserted", "withdrawn"),
)
OTHER = {one: other for pair in PAIRS for one, other in (pair, pair[::-1])}
TRIMS = {"strip", "lstrip", "rstrip", "lower"}

Change = tuple[ast.AST, Callable[[], object]]


def code(node: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all below it, without annotations, decorators, imports, docstrings and __all__."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in {"annotation", "returns", "decorator_list", "bases"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            words = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            lists = isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) in {"__all__", "Day"}
            if isinstance(child, ast.AST) and not (words or lists or isinstance(child, ast.Import | ast.ImportFrom)):
                yield from code(child)


def changes(tree: ast.Module) -> Iterator[Change]:
    """Yield every change of a module as the node to show and the act that changes it."""
    for node in code(tree):
        yield from changes_of(node)


def changes_of(node: ast.AST) -> Iterator[Change]:
    """Yield every change of this node alone."""
    match node:
        case ast.Compare():
            for at, sign in enumerate(node.ops):
                yield node, lambda at=at, sign=sign: node.ops.__setitem__(at, COMPARED[type(sign)]())
        case ast.BoolOp():
            yield node, lambda: setattr(node, "op", JOINED[type(node.op)]())
            for at in range(len(node.values)):
                yield node, lambda at=at: setattr(node, "values", [*node.values[:at], *node.values[at + 1 :]])
        case ast.BinOp() if type(node.op) in JOINED:
            yield node, lambda: setattr(node, "op", JOINED[type(node.op)]())
        case ast.UnaryOp(op=ast.Not()):
            yield node, lambda: node.__dict__.update(op=ast.Not(), operand=ast.UnaryOp(ast.Not(), node.operand))
        case ast.Name() if node.id in OTHER and isinstance(node.ctx, ast.Load):
            yield node, lambda: setattr(node, "id", OTHER[node.id])
        case ast.Attribute() if node.attr in OTHER:
            yield node, lambda: setattr(node, "attr", OTHER[node.attr])
        case ast.Constant(value=bool(value)):
            yield node, lambda value=value: setattr(node, "value", not value)
        case ast.Constant(value=int(value)):
            yield node, lambda value=value: setattr(node, "value", value + 1)
        case ast.Constant(value=str(value) | bytes(value)) if value:
            yield node, lambda value=value: setattr(node, "value", value + value)
        case ast.If() | ast.IfExp():
            for value in (True, False):
                yield node.test, lambda value=value: setattr(node, "test", ast.Constant(value))
        case ast.comprehension():
            for at in range(len(node.ifs)):
                yield node.ifs[at], lambda at=at: node.ifs.pop(at)
        case ast.Continue() | ast.Break():
            yield node, lambda: setattr(node, "__class__", ast.Pass)
        case ast.Expr(value=ast.Call()) | ast.AugAssign():
            yield node, lambda: setattr(node, "__class__", ast.Pass)
        case ast.Match():
            for at in range(len(node.cases)):
                yield node.cases[at].pattern, lambda at=at: node.cases.pop(at)
        case ast.Set() if len(node.elts) > 1:
            for at in range(len(node.elts)):
                yield node, lambda at=at: node.elts.pop(at)
        case ast.Call(func=ast.Attribute(attr=attr)) if attr in TRIMS:
            yield node, lambda: node.__dict__.update(func=ast.Name("str", ast.Load()), args=[node.func.value])


def changed(source: str) -> Iterator[tuple[str, str]]:
    """Yield for each change where it is and what it does, and the module changed so."""
    number = sum(1 for _ in changes(ast.parse(source)))
    for at in range(number):
        tree = ast.parse(source)
        node, act = next(change for place, change in enumerate(changes(tree)) if place == at)
        line, before, whole = node.lineno, ast.unparse(node), ast.unparse(tree)
        act()
        text = ast.unparse(ast.fix_missing_locations(tree))
        after = ast.unparse(node)
        if text != whole:
            yield f"{line}: {before} -> {after if after != before else 'always, never or gone'}", text


def passes(tests: str) -> bool:
    """Whether a file or folder of tests passes, in a process of its own."""
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS)
        with Path(os.devnull).open("w", encoding="utf-8") as silence:
            os.dup2(silence.fileno(), 1)
            os.dup2(silence.fileno(), 2)
        # Hypothesis is imported before pytest can rewrite it, which is no fault of the tests.
        quietly = ["-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
        os._exit(pytest.main(["-x", "-q", *quietly, tests]))
    return os.waitpid(child, 0)[1] == 0


def main() -> None:
    """Count the changes of one room and name those that no test notices."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("room", type=Path, help="a Python file under src")
    parser.add_argument("tests", nargs="+", help="files and folders of tests, the quickest to notice first")
    asked = parser.parse_args()
    hypothesis.settings.register_profile(
        "unshrunk", database=None, derandomize=True, phases=[hypothesis.Phase.explicit, hypothesis.Phase.generate]
    )
    hypothesis.settings.load_profile("unshrunk")
    with tempfile.TemporaryDirectory() as folder:
        for part in ("src", "tests"):
            shutil.copytree(part, Path(folder, part), ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy("pyproject.toml", folder)
        with contextlib.chdir(folder):
            sys.path.insert(0, str(Path(folder, "src")))
            sys.dont_write_bytecode = False
            found = find_spec("placet")
            if found is None or not str(found.origin).startswith(folder) or not all(map(passes, asked.tests)):
                sys.exit("The tests must pass on the unchanged copy first.")
            sys.dont_write_bytecode = True  # what the unchanged copy compiled to is kept, and nothing of a changed one
            source, number, survivors = asked.room.read_text(encoding="utf-8"), 0, 0
            for number, (what, text) in enumerate(changed(source), 1):  # noqa: B007 -- told at the end
                asked.room.write_text(text, encoding="utf-8")
                if all(map(passes, asked.tests)):
                    survivors += 1
                    print(what, flush=True)
    print(f"{asked.room}: {number} changes, {number - survivors} noticed, {survivors} not", flush=True)


if __name__ == "__main__":
    main()
