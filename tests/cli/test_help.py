"""Help, versions, and verbs that do not exist."""

import subprocess
import sys

import pytest

from placet.cli.group import SHELF

VERBS = [name for _, verbs in SHELF for name, _ in verbs]


def test_help_lists_every_verb_under_the_question_it_answers(run):
    said = run("--help")
    assert said.code == 0
    assert [said.out.index(f"\n  {verb}") for verb in VERBS] == sorted(said.out.index(f"\n  {verb}") for verb in VERBS)
    assert "\nWho could it be?\n" in said.out
    assert said.err == ""


def test_without_a_verb_the_help_is_shown(run):
    assert run() == run("--help")


def test_help_imports_no_verb_and_nothing_of_the_rooms_below():
    script = (
        "import sys; from placet.cli import main; main(['--help']); "
        "rooms = ('placet', 'numpy', 'yaml', 'rich', 'highspy'); "
        "print(sorted(name for name in sys.modules if name.startswith(rooms)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == str(["placet", "placet.cli", "placet.cli.group", "placet.cli.run", "placet.errors"])


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(tell, verb):
    said = tell(verb, "--help")
    assert said.code == 0
    assert said.out.startswith(f"Usage: placet {verb} ")


def test_version_names_the_version(tell):
    assert tell("--version").out.startswith("placet 0.")


def test_a_mistyped_verb_brings_the_nearest_one(tell):
    said = tell("sovle")
    assert (said.code, said.out) == (2, "")
    assert "there is no verb 'sovle'; did you mean solve?" in said.err


def test_a_verb_like_no_other_brings_the_list(tell):
    assert "the verbs are solve, check," in tell("xyzzy").err
