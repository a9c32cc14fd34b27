"""Each attack succeeds when its defence is taken out, and only then: no test here passes for another reason."""

import subprocess
import sys
from pathlib import Path

import pytest

from attacks.defences import DEFENCES, Defence

ROOT = Path(__file__).parents[2]
PARTS = 8


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_each_defence_stops_just_the_attacks_that_it_is_there_for(part: int) -> None:
    names = [defence.name for defence in DEFENCES[part::PARTS]]
    script = [sys.executable, str(ROOT / "scripts" / "defences.py"), *names]
    done = subprocess.run(script, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("ok ") == len(names)


def test_every_defence_has_a_name_of_its_own_and_an_attack_that_exists() -> None:
    names = [defence.name for defence in DEFENCES]
    assert len(names) == len(set(names))
    written = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    assert all(f"def {attack}(" in written for defence in DEFENCES for attack in defence.attacks)


@pytest.mark.parametrize("defence", DEFENCES, ids=[defence.name for defence in DEFENCES])
def test_a_defence_stands_where_it_is_said_to_stand(defence: Defence) -> None:
    for room, code, without in defence.changes:
        assert (ROOT / "src" / "placet" / room).read_text(encoding="utf-8").count(code) == 1, (room, code)
        assert without != code
