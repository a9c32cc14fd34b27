"""The pages tell the truth: every command prints what is shown, every snippet is a case, every example runs."""

import doctest
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import placet

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


refresh = load(DOCS / "refresh.py")


def page(name):
    return (DOCS / name).read_text(encoding="utf-8")


def blocks(name, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", page(name), re.DOTALL | re.MULTILINE)


def merged(one, other):
    """Two snippets as one case: what belongs to the same name is put together, lists one after the other."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {**one, **{key: merged(one[key], value) if key in one else value for key, value in other.items()}}
    return one + other


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    """The case that the snippets of the guide grow into, read as strictly as any other."""
    whole = {}
    for snippet in blocks("writing-a-case.md", "yaml"):
        whole = merged(whole, yaml.load(snippet, Loader=yaml.BaseLoader))
    whole["placet"] = 1
    folder = tmp_path_factory.mktemp("guide")
    numbers = re.compile(r'"(\d+(?:\.\d+)?)"|"(true|false)"')
    text = numbers.sub(lambda found: found[1] or found[2], json.dumps(whole, ensure_ascii=False))
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return placet.read_case(folder)


@pytest.mark.parametrize(
    ("name", "body"),
    [(path.name, body) for path in refresh.pages() for body in refresh.console_blocks(path)],
    ids=lambda value: value.splitlines()[0].removeprefix("$ ")[:60] if "\n" in value else value,
)
@pytest.mark.skipif(shutil.which("bash") is None, reason="the commands of the pages need bash")
def test_a_command_prints_what_the_page_shows(name, body):
    assert refresh.commands(body)
    assert body == refresh.as_it_is(body)


def test_the_snippets_of_the_guide_are_one_case_that_can_be_solved(guide):
    assert placet.solve(guide).to_dict()["feasible"] in {True, False}
    assert len(guide.sides) == 4
    assert len(guide.record) == 8


@pytest.mark.parametrize(
    "form", ["Excludes", "Quota", "Apart", "Together", "Equal", "Total", "Chooses", "Conditional", "Blocks"]
)
def test_the_guide_shows_every_form(guide, form):
    shown = [noun.form for noun in guide.constraints.values()] + [noun.what for noun in guide.demands.values()]
    assert form in {type(what).__name__ for what in shown}


@pytest.mark.parametrize("name", [path.name for path in refresh.pages()])
def test_the_python_of_a_page_runs_as_shown(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    for example in blocks(name, "pycon"):
        parsed = doctest.DocTestParser().get_doctest(example, {}, name, name, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
        failures, _ = runner.run(parsed, out=sys.stdout.write)
        assert failures == 0


@pytest.mark.parametrize("name", [path.name for path in refresh.pages()])
def test_every_page_stands_in_the_contents(name):
    assert re.search(rf": {re.escape(name)}$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)


FMCS = [f"docs/sheets/fmcs/{side}.csv" for side in ("employer", "union")]
ASKED = {
    "solve": ["solve", "cases/cabinet"],
    "concessions": ["concessions", "cases/cabinet"],
    "compare": ["compare", "cases/syria-2013", "2013-05-06", "2013-05-08"],
    "record": ["record", "cases/syria-2013"],
    "vote": ["vote", "coombs", "docs/sheets/ballots.csv"],
    "tally": ["tally", "docs/sheets/ballots.csv"],
    "appoint": ["appoint", "fmcs-ranking", "--set", "tie=lot", *FMCS],
    "verify": ["verify", "docs/sheets/round/public.zip"],
    "equilibrium": ["equilibrium", "shortlisting", "--set", "first=union", "docs/sheets/wishes.csv"],
    "play": ["play", "--log", "docs/sheets/strikes.json"],
}


@pytest.mark.parametrize("verb", ASKED)
def test_every_key_that_the_contract_names_is_in_the_answer(verb):
    section = page("json.md").split(f"\n## {verb}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]+) \|", section, re.MULTILINE)
    promised = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    command = [sys.executable, "-m", "placet", *ASKED[verb], "--json"]
    answer = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    assert promised
    assert promised <= answer.keys()
