"""A sealed round from keys to a checked outcome, by files alone, each step a process of its own."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cli.sealed import AFTER, CLOSES, OPENED, SHEETS, People

pytestmark = pytest.mark.slow  # dozens of processes, each of which stretches a passphrase

SECOND = Path(__file__).parents[2] / "scripts" / "second_verifier.py"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[People, dict[str, Any]]:
    """The whole round, and what was said on the way."""
    people, said = People(tmp_path_factory.mktemp("round")), {}
    people.draw_keys()
    people.begin()
    for side in SHEETS:
        said[f"agree {side}"] = people.does(side, "round", "agree", "agreement.json").out
        said[f"seal {side}"] = people.seal(side).out
        people.sends(side, "keeper", f"{side}.agreed.answer", f"{side}.1.envelope")
    files = [f"{side}.{what}" for side in SHEETS for what in ("agreed.answer", "1.envelope")]
    said["received"] = people.does("keeper", "round", "receive", "round", *files, "--at", OPENED, "--json").json
    for side in SHEETS:
        people.sends("keeper", side, f"{side}.1.tlog-proof", f"{side}.1.entry.json")
    said["open status"] = people.does("keeper", "round", "status", "round", "--json", key=False).json
    people.does("keeper", "round", "close", "round", "--at", CLOSES)
    people.does("keeper", "round", "bundle", "round", "--full", "-o", "closed.zip", "--at", CLOSES)
    for side in SHEETS:
        people.sends("keeper", side, "closed.zip")
        people.does(side, "round", "cosign", "closed.zip", "--at", AFTER, "-o", "cosigned.answer")
        people.sends(side, "keeper", "cosigned.answer")
        people.does("keeper", "round", "receive", "round", "cosigned.answer", "--at", AFTER)
    said["cosigned status"] = people.does("keeper", "round", "status", "round", key=False).out
    people.does("keeper", "round", "bundle", "round", "--full", "-o", "cosigned.zip", "--at", AFTER)
    for who in ("mediator", *SHEETS):
        people.sends("keeper", who, "cosigned.zip")
        said[f"release {who}"] = people.does(who, "open", "cosigned.zip", "--release", "--at", AFTER).out
        people.sends(who, "keeper", f"{who}.released.answer")
        people.does("keeper", "round", "receive", "round", f"{who}.released.answer", "--at", AFTER)
    said["outcome"] = people.does("keeper", "round", "outcome", "round", "--at", AFTER, "--json").json
    said["last status"] = people.does("keeper", "round", "status", "round", "--json", key=False).json
    for kind in ("full", "public"):
        people.does("keeper", "round", "bundle", "round", f"--{kind}", "-o", f"{kind}.zip", "--at", AFTER)
        people.sends("keeper", "north", f"{kind}.zip")
    return people, said


def test_the_round_appoints_whom_the_same_sheets_appoint(played: tuple[People, dict[str, Any]]) -> None:
    people, said = played
    assert said["outcome"]["outcome"]["appointed"] == ["Dawud"]
    for side in SHEETS:
        people.sends(side, "mediator", f"{side}.csv")
    words = [
        "appoint",
        "finra-one-arbitrator",
        "north.csv",
        "south.csv",
        "--set",
        "list=4",
        "--set",
        "tie=lot",
        "--json",
    ]
    assert people.does("mediator", *words, key=False).json["outcome"]["appointed"] == ["Dawud"]


def test_both_bundles_hold_and_the_second_verifier_agrees(played: tuple[People, dict[str, Any]]) -> None:
    people, _ = played
    for kind in ("full", "public"):
        answer = people.does("north", "verify", f"{kind}.zip", "--round", "agreement.json", "--json", key=False).json
        assert (answer["kind"], answer["ok"]) == (kind, True)
        assert answer.keys() == {"bundle", "kind", "ok", "checks", "could_not_check", "outcome"}
        assert answer["outcome"]["appointment"]["appointed"] == ["Dawud"]
        done = subprocess.run(
            [sys.executable, SECOND, people.root / "north" / f"{kind}.zip"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert "not cosigned by: nobody" in done.stdout


def test_the_full_bundle_leaves_nothing_unchecked_and_the_public_one_says_what(
    played: tuple[People, dict[str, Any]],
) -> None:
    people, _ = played
    assert people.does("north", "verify", "full.zip", "--json", key=False).json["could_not_check"] == []
    (left,) = people.does("north", "verify", "public.zip", "--json", key=False).json["could_not_check"]
    assert "neither the sheets nor the outcome could be checked" in left


def test_the_public_bundle_shows_the_agreed_set_and_no_mark(played: tuple[People, dict[str, Any]]) -> None:
    people, _ = played
    with zipfile.ZipFile(people.root / "north" / "public.zip") as archive:
        entries = [json.loads(archive.read(name)) for name in archive.namelist() if name.startswith("entries/")]
    (outcome,) = [entry for entry in entries if entry["kind"] == "outcome"]
    assert outcome["disclosed"] == {"agreed": ["Basma", "Dawud"], "size": "2"}
    assert not any("contents" in entry or "release" in entry for entry in entries)


def test_a_bent_bundle_fails_with_exit_code_1(played: tuple[People, dict[str, Any]]) -> None:
    people, _ = played
    bent = people.root / "north" / "bent.zip"
    with (
        zipfile.ZipFile(people.root / "north" / "full.zip") as archive,
        zipfile.ZipFile(bent, "w", zipfile.ZIP_DEFLATED) as other,
    ):
        for name in archive.namelist():
            other.writestr(name, archive.read(name).replace(b"Dawud", b"Basma"))
    said = people.says("north", "verify", "bent.zip", "--json", key=False)
    assert said.code == 1
    assert not said.json["ok"]
    assert "FAIL" in people.says("north", "verify", "bent.zip", key=False).out


def test_a_side_proves_with_its_receipt_that_its_own_envelope_was_taken(played: tuple[People, dict[str, Any]]) -> None:
    people, _ = played
    words = ["verify", "north.1.tlog-proof", "--round", "agreement.json", "--json"]
    assert [check["name"] for check in people.does("north", *words, key=False).json["checks"]] == [
        "receipt",
        "envelope",
    ]
    people.sends("south", "north", "south.1.envelope")
    said = people.says("north", *words, "--envelope", "south.1.envelope", key=False)
    assert said.code == 1
    assert [check["ok"] for check in said.json["checks"]] == [True, False]
    other = people.says("north", *words, "--entry", "agreement.json", key=False)
    assert other.code == 1
    assert "does not prove this entry" in other.json["checks"][0]["says"]


def test_a_side_can_show_later_what_it_sealed(played: tuple[People, dict[str, Any]]) -> None:
    people, _ = played
    shown = people.does("north", "open", "north.1.kept", "--round", "agreement.json", "-o", "north.revealed", "--json")
    assert shown.json["sheet"]["strikes"] == ["Adib"]
    people.sends("north", "south", "north.revealed")
    answer = people.does("south", "verify", "north.revealed", "--round", "agreement.json", "--json", key=False).json
    assert (answer["kind"], answer["ok"], answer["sheet"]["strikes"]) == ("revealed", True, ["Adib"])
    revealed = people.root / "south" / "north.revealed"
    revealed.write_bytes(revealed.read_bytes().replace(b'"strikes":["Adib"]', b'"strikes":[]'))
    said = people.says("south", "verify", "north.revealed", "--round", "agreement.json", key=False)
    assert said.code == 1
    people.sends("north", "south", "north.1.kept", "north.1.envelope")
    said = people.says("south", "open", "north.1.kept", "--round", "agreement.json")
    assert (said.code, "this key does not open" in said.err) == (2, True)


def test_turnout_is_told_and_nothing_of_the_sheets(played: tuple[People, dict[str, Any]]) -> None:
    _, said = played
    status = said["open status"]
    assert status["handed_in"] == {"north": 1, "south": 1}
    assert status["agreed"] == ["north", "south"]
    assert (status["closed"], status["outcome"], status["open"]) == (False, False, [])
    assert not any(name in json.dumps(status) for name in ("Adib", "Basma", "Chadia", "Dawud"))
    assert "The sheet of north needs a release by mediator, north and south." in said["cosigned status"]
    assert "not cosigned yet" not in said["cosigned status"]
    assert said["last status"]["outcome"]
    assert said["last status"]["cosigned"] == ["mediator", "north", "south"]


def test_a_side_is_told_before_it_hands_in_what_the_other_could_work_out(
    played: tuple[People, dict[str, Any]],
) -> None:
    told = " ".join(played[1]["seal north"].split())
    assert "With two sides nothing hides a veto once it is known that a name is out" in told
    assert "If Dawud is appointed" in told
    assert "They may know for certain that you struck Adib." in told


def test_the_agreement_is_read_before_it_is_signed(played: tuple[People, dict[str, Any]]) -> None:
    people, said = played
    told = " ".join(said["agree north"].split())
    assert "Nobody can open without mediator, north and south" in told
    assert "Whatever the sides strike, at least 2 names are left." in told
    shown = people.does("north", "round", "show", "agreement.json", "--json", key=False).json
    for name in ("keeper", "mediator", "south"):
        assert shown["fingerprints"][name] in told
    own = people.does("north", "keys", "show", "north.card.json", "--json", key=False).json["fingerprint"]
    assert shown["fingerprints"]["north"] == own


def test_a_late_envelope_is_refused_and_what_came_with_it_is_taken(played: tuple[People, dict[str, Any]]) -> None:
    people, _ = played
    people.seal("south", "--replaces", "south.1.envelope")
    people.sends("south", "keeper", "south.2.envelope")
    words = ["round", "receive", "round", "south.2.envelope", "north.agreed.answer", "south.1.envelope", "--at", AFTER]
    said = people.says("keeper", *words, "--json")
    assert said.code == 1
    assert [one["file"] for one in said.json["refused"]] == ["south.2.envelope"]
    assert "comes too late" in said.json["refused"][0]["why"]
    assert [one["file"] for one in said.json["taken"]] == ["north.agreed.answer", "south.1.envelope"]
