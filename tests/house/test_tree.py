"""What holds for every file that is kept: line ends, no machine's own paths, one version told everywhere."""

import re
import shutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.~}])/(?:work|root|home|farm|tmp|Users)/\w")
FIRST_RELEASE = re.compile(r"^## \[(?P<version>[\d.]+)\] - (?P<day>unreleased|\d{4}-\d\d-\d\d)$", re.MULTILINE)


@cache
def kept_texts() -> dict[str, bytes]:
    """Every text file that git keeps or would keep, by its path."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this folder is no git checkout, so nothing tells which files are kept")
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / name for name in listing.stdout.decode().split("\0") if name]
    texts = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    return {name: text for name, text in texts.items() if b"\0" not in text}


def test_every_text_file_ends_with_one_line_end():
    ragged = [name for name, text in kept_texts().items() if text and (text[-1:] != b"\n" or text.endswith(b"\n\n"))]
    assert ragged == []


def test_no_file_names_a_path_of_somebodys_machine():
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in kept_texts().items()
        for number, line in enumerate(text.decode(errors="replace").splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(("line", "is_a_machines"), [("see {}/a/b", True), ("x.org{}/a", False), ("..{}/a", False)])
def test_a_machines_path_is_told_from_an_address(line, is_a_machines):
    assert bool(MACHINE_PATH.search(line.format("/" + "home"))) is is_a_machines


def test_the_changelog_and_the_package_tell_the_same_version():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    release = FIRST_RELEASE.search((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert release is not None
    assert release["version"] == version.partition(".dev")[0]
    assert (release["day"] == "unreleased") == (".dev" in version)
