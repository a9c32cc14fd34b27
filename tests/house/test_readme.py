"""The README tells the truth: its commands exist, its case can be read, its Python runs."""

import importlib.util
import re
from pathlib import Path

import pytest

import placet
from placet.cli.group import SHELF

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def load(file: Path):
    """A script of this folder, as a module."""
    spec = importlib.util.spec_from_file_location(file.stem, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


refresh = load(ROOT / "docs" / "refresh.py")
BLOCKS = list(refresh.console_blocks(ROOT / "README.md"))
OUTPUTS = [body for body in BLOCKS if any(not line.startswith("$ ") for line in body.splitlines())]


def block(language: str) -> str:
    """The first example of the README in a language."""
    return re.search(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)[1]


def test_every_command_of_the_readme_exists():
    verbs = {verb for _, shelf in SHELF for verb, _ in shelf}
    named = set(re.findall(r"(?:`|\$ )placet ([a-z]+)", README))
    assert named
    assert named <= verbs


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z]+)\b", README))))
def test_every_target_of_the_readme_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(([^)#:]+)\)", README))))
def test_every_link_into_this_folder_leads_somewhere(link):
    assert (ROOT / link).exists()


def test_the_case_of_the_readme_leaves_one_arbitrator(tmp_path):
    (tmp_path / "case.yaml").write_text(block("yaml"), encoding="utf-8")
    answer = placet.solve(placet.read_case(tmp_path)).to_dict()
    assert answer["feasible"]
    assert answer["count"] == "1"
    assert answer["best"][0]["slate"] == {"arbitrator": ["cedar"]}


def test_the_python_of_the_readme_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(compile(block("python"), "README.md", "exec"), {})


@pytest.mark.parametrize("body", OUTPUTS, ids=[refresh.commands(body)[0] for body in OUTPUTS])
def test_the_readme_shows_what_its_commands_print(body):
    assert body == refresh.as_it_is(body), "stale: run `make examples`"
