"""Pictures as files from the command line: what is written where, and what is refused."""

import json
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from pictures.picture_cases import ROOT, SVG
from placet.cli.group import verbs

SYRIA = str(ROOT / "cases" / "syria-2013")
CABINET = str(ROOT / "cases" / "cabinet")
SHEETS = [str(path) for path in sorted((ROOT / "docs" / "sheets" / "fmcs").glob("*.csv"))]


def run(*words):
    return CliRunner().invoke(verbs, [str(word) for word in words])


@pytest.mark.parametrize(
    ("words", "title"),
    [
        (("solve", SYRIA), "Settlements side by side"),
        (("solve", CABINET), "Why nothing can be agreed"),
        (("conflicts", CABINET), "Why nothing can be agreed"),
        (("concessions", CABINET, "--limit", "2"), "Why nothing can be agreed"),
        (("record", SYRIA), "Who demanded what, and when"),
        (("appoint", "fmcs-ranking", *SHEETS, "--set", "tie=least-gap"), "How the name came out"),
        (("picture", SYRIA, "grid"), "Who could be accepted"),
    ],
)
def test_a_verb_writes_its_picture_in_every_format(tmp_path, words, title):
    svg, html = tmp_path / "p.svg", tmp_path / "p.html"
    ran = run(*words, "--svg", svg, "--html", html)
    assert ran.exit_code == 0, ran.output
    root = ET.parse(svg).getroot()
    assert root.tag == f"{SVG}svg"
    assert title in root[0].text
    assert "<table>" in html.read_text(encoding="utf-8")
    assert f"wrote {svg}" in ran.output


def test_pixels_are_written_where_the_library_is_installed(tmp_path):
    pytest.importorskip("resvg_py")
    run("picture", SYRIA, "grid", "--png", tmp_path / "p.png", "--size", "phone")
    head = (tmp_path / "p.png").read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == 2 * 360


def test_json_stays_json_when_a_picture_is_written(tmp_path):
    ran = CliRunner().invoke(verbs, ["solve", SYRIA, "--json", "--svg", str(tmp_path / "p.svg")])
    assert json.loads(ran.stdout)["feasible"] is True


@pytest.mark.parametrize("kind", ["grid", "board", "deadlock", "timeline"])
def test_without_a_file_the_picture_goes_to_standard_output(kind):
    ran = run("picture", SYRIA, kind, "--on", "2013-05-08", "--lang", "ar")
    assert ET.fromstring(ran.stdout.encode()).get("role") == "img"


def test_the_table_behind_a_picture_can_be_printed():
    ran = run("picture", SYRIA, "grid", "--table")
    assert "Bashar al-Assad\tno opinion\trefused" in ran.stdout
    assert "<svg" not in ran.stdout


def test_a_picture_for_a_side_leaves_out_what_it_may_not_see():
    assert "90%" in run("picture", SYRIA, "grid").stdout
    assert "90%" not in run("picture", SYRIA, "grid", "--as", "government").stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("solve", SYRIA, "--size", "page"), "give --svg, --png or --html with it"),
        (("picture", SYRIA, "poster"), "'poster' is not one of"),
        (("picture", SYRIA, "frontier"), "two of them"),
        (("picture", SYRIA, "grid", "--as", "nobody"), "the side"),
        (("appoint", "fmcs-ranking", *SHEETS, "--posts", "a,b", "--svg", "x.svg"), "draw one list"),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_what_to_do(words, says):
    ran = run(*words)
    assert ran.exit_code != 0
    assert says in f"{ran.output}{ran.exception}"


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    ran = run("picture", SYRIA, "grid", "--svg", tmp_path / "no" / "p.svg")
    assert ran.exit_code != 0
    assert "cannot be written" in f"{ran.output}{ran.exception}"
