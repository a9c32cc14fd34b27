"""What the commands of a sealed round refuse, and that they say what to do."""

import stat
import sys
from pathlib import Path

import pytest

from cli.sealed import AFTER, CLOSES, OPENED, People
from placet.cli import main

pytestmark = pytest.mark.slow  # dozens of processes, each of which stretches a passphrase


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> People:
    """A round that is open, with the envelope of one side in it."""
    found = People(tmp_path_factory.mktemp("refusals"))
    found.draw_keys()
    found.begin()
    found.seal("north")
    found.sends("north", "keeper", "north.1.envelope")
    found.does("keeper", "round", "receive", "round", "north.1.envelope", "--at", OPENED)
    return found


def test_a_key_file_is_for_its_owner_alone_and_never_overwritten(people: People) -> None:
    key = people.root / "north" / "north.key"
    if sys.platform != "win32":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
    before = key.read_bytes()
    said = people.says("north", "keys", "new", "north", "--passphrase-file", "../passphrase", key=False)
    assert said.code == 2
    assert "a key that is overwritten is lost" in said.err
    assert key.read_bytes() == before


def test_a_wrong_passphrase_is_told_and_a_short_one_is_not_taken(people: People) -> None:
    (people.root / "wrong").write_text("not those words\n", encoding="utf-8")
    (people.root / "short").write_text("short\n", encoding="utf-8")
    words = ["seal", "north.csv", "--round", "agreement.json", "--key", "north.key", "--passphrase-file"]
    assert "does not open the key file" in people.says("north", *words, "../wrong", key=False).err
    said = people.says("north", "keys", "new", "other", "--passphrase-file", "../short", key=False)
    assert "at least 12" in said.err
    assert not (people.root / "north" / "other.key").exists()


def test_a_passphrase_is_asked_for_only_at_a_terminal(people: People) -> None:
    said = people.says("north", "seal", "north.csv", "--round", "agreement.json", "--key", "north.key", key=False)
    assert (said.code, "--passphrase-file FILE" in said.err) == (2, True)


def test_rules_that_leave_something_open_do_not_open_a_round(people: People) -> None:
    words = people.open_words("--opens", "mediator,north,south", "--set", "list=4", "--set", "strikes=1")
    words[2] = "another"
    said = people.says("keeper", *words)
    assert said.code == 2
    assert "--set tie=VALUE" in said.err
    assert not (people.root / "keeper" / "another").exists()
    words[3] = "nobody"
    assert "the name of a procedure" in people.says("keeper", *words).err


def test_a_list_of_another_length_than_the_rule_has_does_not_open_a_round(people: People) -> None:
    words = people.open_words("--opens", "mediator,north,south", "--set", "tie=lot")
    words[2] = "another"
    said = people.says("keeper", *words)
    assert (said.code, "4 names on the list" in said.err) == (2, True)


@pytest.mark.parametrize(
    ("opens", "more", "says"),
    [
        ("mediator", [], "mediator alone can read every sheet at any time."),
        ("north,south", ["--holder", "mediator.card.json", "--opens", "mediator,north"], "north and south are sides"),
        ("mediator,north,south", ["--set", "strikes=3"], "The strikes can empty the list"),
        ("mediator,north", [], "Nobody can open without mediator and north"),
    ],
)
def test_what_the_chosen_sets_make_possible_is_said(
    people: People, tmp_path: Path, opens: str, more: list[str], says: str
) -> None:
    words = people.open_words("--opens", opens, "--set", "list=4", "--set", "tie=lot", *more)
    words[2] = str(tmp_path / "round")
    if "--set" not in more:
        words += ["--set", "strikes=1"]
    said = people.does("keeper", *words)
    assert says in " ".join(said.out.split())


def test_a_sheet_that_the_procedure_cannot_use_is_not_sealed(people: People) -> None:
    folder = people.root / "south"
    (folder / "bad.csv").write_text("name,rank,strike\nAdib,,x\nBasma,,x\nChadia,1,\nDawud,2,\n", encoding="utf-8")
    said = people.says("south", "seal", "bad.csv", "--round", "agreement.json")
    assert (said.code, "2 strikes" in said.err) == (2, True)
    (folder / "bad.csv").write_text("name,rank\nAdib,1\nBasma,2\nChadia,3\nDavud,4\n", encoding="utf-8")
    said = people.says("south", "seal", "bad.csv", "--round", "agreement.json")
    assert (said.code, "Davud" in said.err) == (2, True)
    (folder / "bad.csv").write_text("name,rank,strike\nAdib,1,\n", encoding="utf-8")
    said = people.says("south", "seal", "bad.csv", "--round", "agreement.json")
    assert said.err.count("neither struck nor ranked") == 3
    assert said.err.count("one or the other") == 1
    assert not list(folder.glob("*.envelope"))


def test_a_sheet_can_be_tried_without_sealing_it(people: People) -> None:
    said = people.does("south", "seal", "south.csv", "--round", "agreement.json", "--dry-run", "--json")
    assert said.json["usable"]
    assert said.json["foresight"]["exact"]
    assert not list((people.root / "south").glob("*.envelope"))


def test_only_a_side_seals_and_its_last_envelope_is_not_overwritten(people: People) -> None:
    people.sends("north", "mediator", "north.csv", "agreement.json")
    said = people.says("mediator", "seal", "north.csv", "--round", "agreement.json")
    assert (said.code, "those of a side: north, south" in said.err) == (2, True)
    said = people.says("north", "seal", "north.csv", "--round", "agreement.json")
    assert (said.code, "--replaces" in said.err) == (2, True)
    people.sends("north", "south", "north.1.envelope")
    said = people.says("south", "seal", "south.csv", "--round", "agreement.json", "--replaces", "north.1.envelope")
    assert (said.code, "an envelope of north" in said.err) == (2, True)


def test_a_round_does_not_close_before_its_time_nor_give_an_outcome(people: People) -> None:
    said = people.says("keeper", "round", "close", "round", "--at", "2026-12-01T16:59Z")
    assert (said.code, "before its time" in said.err) == (2, True)
    said = people.says("keeper", "round", "outcome", "round", "--at", OPENED)
    assert (said.code, "still sealed" in said.err) == (2, True)


def test_only_the_keeper_keeps_the_round(people: People) -> None:
    words = ["round", "close", "../keeper/round", "--at", CLOSES]
    assert "those of the keeper in the agreement" in people.says("mediator", *words).err


def test_nothing_is_released_from_an_open_round_and_a_bundle_of_another_agreement_is_refused(people: People) -> None:
    people.does("keeper", "round", "bundle", "round", "--full", "-o", "open.zip", "--at", OPENED)
    people.sends("keeper", "mediator", "open.zip", "round/agreement.json")
    said = people.says("mediator", "open", "open.zip", "--release", "--at", AFTER)
    assert (said.code, "nobody reads early" in said.err) == (2, True)
    assert people.does("mediator", "open", "open.zip", "--check", "--round", "agreement.json", "--at", OPENED)
    other = people.root / "mediator" / "other.json"
    other.write_bytes((people.root / "mediator" / "agreement.json").read_bytes().replace(b"Adib", b"Aziz"))
    said = people.says("mediator", "open", "open.zip", "--round", "other.json", "--at", OPENED)
    assert (said.code, "terms for another list" in said.err) == (2, True)
    said = people.says("mediator", "open", "open.zip", "--check", "--release")
    assert (said.code, "--check releases nothing" in said.err) == (2, True)


def test_who_kept_what_it_saw_proves_a_fork_with_two_signed_notes(people: People, tmp_path: Path) -> None:
    people.does("keeper", "round", "bundle", "round", "--full", "-o", "seen.zip", "--at", OPENED)
    people.sends("keeper", "mediator", "seen.zip")
    people.does("mediator", "open", "seen.zip", "--at", OPENED)
    (people.root / "keeper" / "round").rename(tmp_path / "kept aside")
    try:
        people.begin()
        people.does(
            "keeper", "round", "extend", "round", "--closes", "2026-12-02T17:00Z", "--reason", "x", "--at", OPENED
        )
        people.does("keeper", "round", "checkpoint", "round", "--at", OPENED)
        people.does(
            "keeper", "round", "extend", "round", "--closes", "2026-12-03T17:00Z", "--reason", "x", "--at", OPENED
        )
        people.does("keeper", "round", "bundle", "round", "--full", "-o", "forked.zip", "--at", OPENED)
    finally:
        (people.root / "keeper" / "round").rename(tmp_path / "forked")
        (tmp_path / "kept aside").rename(people.root / "keeper" / "round")
    people.sends("keeper", "mediator", "forked.zip")
    said = people.says("mediator", "open", "forked.zip", "--at", OPENED)
    assert said.code == 2
    assert "the keeper signed both" in said.err
    notes = [path.read_bytes() for path in sorted((people.root / "mediator").glob("*.note"))]
    assert len(notes) == 2
    assert all(note.startswith(b"placet/a-v-b/first\n3\n") for note in notes)
    assert notes[0] != notes[1]


def test_what_is_not_there_or_not_what_it_seems_is_told(people: People) -> None:
    for words in (
        ["verify", "nothing.zip"],
        ["verify", "north.csv"],
        ["verify", "north.1.envelope", "--round", "agreement.json"],
        ["round", "show", "north.csv"],
        ["keys", "show", "north.csv"],
    ):
        said = people.says("north", *words, key=False)
        assert (said.code, said.err.startswith("placet:")) == (2, True), (words, said.err)
        assert "placet made a mistake" not in said.err
    assert people.says("keeper", "round", "status", "nowhere", key=False).code == 2


@pytest.mark.parametrize("verb", ["keys", "round", "seal", "open", "verify"])
def test_each_verb_has_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    assert "Usage: placet" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_not_taken_and_told_without_a_number_of_the_system(people: People) -> None:
    said = people.says("keeper", "round", "receive", "round", "none.answer", "--at", OPENED)
    assert said.code == 1
    assert "none.answer: not taken: it cannot be read (No such file or directory)." in " ".join(said.out.split())
