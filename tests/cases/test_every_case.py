"""What holds for each case that comes with placet: it can be written back, read again and shown to one side."""

import pytest

import placet
from cases.folders import CASES, case, raw

NAMES = sorted(folder.name for folder in CASES.iterdir() if (folder / "case.yaml").exists())
REAL = ("germany-2017", "syria-2013", "un-secretary-general-2016")


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_the_same_after_it_was_written_and_read_again(name, tmp_path):
    placet.write_case(case(name), tmp_path / name)
    assert placet.read_case(tmp_path / name) == case(name)


@pytest.mark.parametrize("name", NAMES)
def test_each_case_has_a_page_that_names_its_commands(name):
    page = (CASES / name / "README.md").read_text(encoding="utf-8")
    assert f"cases/{name}" in page


@pytest.mark.parametrize("name", REAL)
def test_every_entry_of_a_real_case_names_a_source_and_every_source_an_address_or_a_file(name):
    written = raw(name)
    assert all(entry["source"] in written["sources"] for entry in written["record"])
    assert all({"url", "file"} & source.keys() for source in written["sources"].values())


@pytest.mark.parametrize("name", REAL)
def test_every_probability_of_a_real_case_says_that_it_is_assumed(name):
    assert all("assumption" in one for one in raw(name).get("demands", {}).values() if "presumed" in one)
