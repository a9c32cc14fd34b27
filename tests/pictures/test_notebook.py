"""In a notebook values of placet are shown as pictures, once placet is imported there."""

import subprocess
import sys

import pytest

import placet
from pictures.picture_cases import ROOT, case_of

interactive = pytest.importorskip("IPython.core.interactiveshell")


@pytest.fixture(scope="module")
def shell():
    running = interactive.InteractiveShell()
    placet.load_ipython_extension(running)
    return running


@pytest.mark.parametrize("make", [lambda case: case, placet.Zone, placet.solve, placet.account])
def test_a_value_is_shown_as_a_picture_with_its_table(shell, make):
    data, _ = shell.display_formatter.format(make(case_of("syria-2013")))
    assert '<figure class="placet-picture"' in data["text/html"]
    assert "<table>" in data["text/html"]
    assert "text/plain" in data


def test_importing_placet_in_a_running_notebook_is_enough():
    code = (
        "from IPython.core.interactiveshell import InteractiveShell as S; s = S.instance(); import placet; "
        "case = placet.read_case('cases/syria-2013'); "
        "assert '<svg' in s.display_formatter.format(case)[0]['text/html']"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr


def test_importing_placet_elsewhere_draws_nothing():
    code = "import sys, placet; assert not any(name.startswith('placet.pictures') for name in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
