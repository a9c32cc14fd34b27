"""Where the cases that come with placet stand, where outside data is, and how a script beside a case is loaded."""

import csv
import importlib.util
import os
from functools import cache
from pathlib import Path

import pytest
import yaml

import placet

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
DATA = Path(os.environ.get("PLACET_DATA", ROOT.parent / "shared" / "data"))


@cache
def case(name):
    """One of the cases, read once."""
    return placet.read_case(CASES / name)


@cache
def solved(name, on):
    """What `solve` answers on a day, as the JSON contract has it."""
    return placet.solve(case(name), on).to_dict()


@cache
def raw(name):
    """A case as plain data, every leaf a string."""
    return yaml.load((CASES / name / "case.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def script(name, file):
    """The script of this name beside a case."""
    spec = importlib.util.spec_from_file_location(Path(file).stem, CASES / name / file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def data(*parts):
    """A file of the outside data; the test skips where it is not at hand."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"there is no {'/'.join(parts)}; PLACET_DATA names the folder of the data")
    return path


def table(path):
    """The rows of a CSV file, as dictionaries."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
