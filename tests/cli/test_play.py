"""``placet play``: at a real pseudo-terminal in a second process, through a pipe, stopped, resumed and replayed."""

import json
import os
import select
import signal
import subprocess
import sys

import pytest

from placet.procedures.table_game import open_again

FORGETS = b"\x1b[3J"
VETO = ["sequential-veto", "--sides", "north,south", "--candidates", "Ash,Birch,Cedar", "--set", "first=north"]
SEALED = ["simultaneous-veto", "--sides", "north,south", "--candidates", "Ash,Birch,Cedar", "--set", "silence=blocks"]
LIST = [
    "veto-rank",
    "--sides",
    "north,south",
    "--candidates",
    "Ash,Birch,Cedar",
    "--set",
    "strikes=1",
    "--set",
    "tie=lot",
]


class Terminal:
    """A person at a terminal: what is on the screen, and the keys that are struck."""

    def __init__(self, *words, term="xterm"):
        pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
        self.leader, follower = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "placet", "play", *map(str, words)],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            start_new_session=True,
            env={**os.environ, "TERM": term, "COLUMNS": "80", "LINES": "40"},
        )
        os.close(follower)
        self.seen = b""

    def until(self, words):
        """Read on until these words are shown; return what is shown from the last cleared screen on."""
        while words.encode() not in self.seen:
            assert select.select([self.leader], [], [], 20)[0], f"waits for {words!r} after {self.seen.decode()!r}"
            part = os.read(self.leader, 4096)
            self.seen += part
        shown, _, self.seen = self.seen.partition(words.encode())
        return shown + words.encode()

    def write(self, line):
        os.write(self.leader, f"{line}\n".encode())

    def rest(self):
        seen = self.seen
        try:
            while select.select([self.leader], [], [], 20)[0] and (part := os.read(self.leader, 4096)):
                seen += part
        except OSError:  # the other end is closed
            pass
        os.close(self.leader)
        self.code = self.process.wait(timeout=30)
        return seen.decode()


def piped(*words, typed=""):
    done = subprocess.run(
        [sys.executable, "-m", "placet", "play", *map(str, words)],
        input=typed.encode(),
        capture_output=True,
        timeout=30,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_two_people_strike_in_turn_at_one_terminal():
    person = Terminal(*VETO)
    person.until("Let only north see the screen, and press Enter.")
    person.write("")
    person.until("> ")
    person.write("ash")
    shown = person.until("Let only south see the screen, and press Enter.")
    assert FORGETS in shown
    person.write("")
    shown = person.until("> ")
    assert b"north strikes Ash." in shown  # a strike by turns is open
    person.write("2")
    end = person.rest()
    assert person.code == 0
    assert "Appointed: Birch." in end
    assert "1. north strikes Ash. [order]" in end
    assert "first: north." in end


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_what_is_handed_in_sealed_is_never_on_the_screen_of_the_next(term):
    person = Terminal(*SEALED, term=term)
    person.until("press Enter.")
    person.write("")
    person.until("> ")
    person.write("Birch")
    person.until("is sealed.")  # up to here the screen is north's
    person.until("press Enter.")
    person.write("")
    shown = person.until("> ").replace(b"\r", b"")
    assert shown.count(b"Birch") == 1  # on the list of names, and nowhere else
    assert (FORGETS in shown) == (term == "xterm")
    assert (b"\n" * 60 in shown) == (term == "dumb")
    person.write("\x1b[A")  # nor does the key for the line before bring north's back: this is an empty line
    person.until("south vetoes nobody.")
    person.write("Ash")
    end = person.rest()
    assert "Appointed: Ash." in end
    assert "north vetoes Birch." in end


def test_one_person_against_the_computer_is_never_asked_to_leave_the_screen(tmp_path):
    (tmp_path / "south.csv").write_text("name,rank\nAsh,1\nBirch,2\nCedar,3\n", encoding="utf-8")
    person = Terminal(*VETO, "--computer", "south", "--preferences", tmp_path / "south.csv")
    person.until("> ")
    person.write("1")
    end = person.rest()
    assert "press Enter" not in end
    assert FORGETS.decode() not in end
    assert "south strikes Cedar." in end
    assert "Appointed: Birch." in end


def test_a_game_that_was_stopped_is_taken_up_from_its_log(tmp_path):
    log = tmp_path / "game.json"
    person = Terminal(*VETO, "--log", log)
    person.until("press Enter.")
    person.write("")
    person.until("> ")
    person.write("Ash")
    person.until("press Enter.")
    person.process.send_signal(signal.SIGINT)
    stopped = person.rest()
    assert person.code == 130
    assert "placet play --log" in stopped
    assert log.stat().st_mode & 0o077 == 0  # sealed papers are in it: for its owner only
    assert [step["event"] for step in json.loads(log.read_text())["steps"]] == ["strike"]
    code, out, _ = piped("--log", log, typed="\nCedar\n")
    assert code == 0
    assert "1. north strikes Ash." in out
    assert "Appointed: Birch." in out


def test_a_sealed_turn_that_was_not_over_is_asked_again_and_nothing_of_it_is_in_the_log(tmp_path):
    log = tmp_path / "game.json"
    code, _, err = piped(*SEALED, "--log", log, typed="\nBirch\n\nstop\n")
    assert code == 130
    assert "Every turn that was over is kept" in err.replace("\n", " ")
    assert json.loads(log.read_text())["steps"] == []
    code, out, _ = piped("--log", log, typed="\nAsh\n\nCedar\n")
    assert "Appointed: Birch." in out


def test_a_log_that_is_over_shows_its_result_again_and_one_that_was_changed_is_refused(tmp_path):
    log = tmp_path / "game.json"
    first = piped(*VETO, "--log", log, typed="\n1\n\n1\n")[1]
    again = piped("--log", log)[1]
    result = first[first.index("Sequential veto (") :]
    assert again == result
    written = json.loads(log.read_text())
    written["steps"][0]["names"] = ["Cedar"]
    log.write_text(json.dumps(written))
    code, _, err = piped("--log", log)
    assert (code, "step 1, “strike”, changed" in err) == (2, True)


def test_the_same_command_goes_on_and_another_one_is_refused(tmp_path):
    log = tmp_path / "game.json"
    piped(*VETO, "--log", log, typed="\n1\nstop\n")
    assert "Appointed" in piped(*VETO, "--log", log, typed="\n1\n")[1]
    code, _, err = piped(*SEALED, "--log", log)
    assert (code, "another game in" in err) == (2, True)


def test_json_stands_alone_on_standard_output_and_can_be_played_again(tmp_path):
    code, out, err = piped(*LIST, "--json", typed="\n1\n1,2\n\nCedar\nBirch\n")
    assert code == 0
    assert "it is your turn" in err
    written = json.loads(out)
    assert written["outcome"]["appointed"] == ["Birch"]
    assert open_again(written)[1].outcome.appointed == ("Birch",)


def test_what_appoint_printed_can_be_played_again(tmp_path):
    for party, marks in {"north": "Ash,1\nBirch,2\nCedar,x\n", "south": "Ash,2\nBirch,1\nCedar,x\n"}.items():
        (tmp_path / f"{party}.csv").write_text(f"name,rank\n{marks}", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "placet",
        "appoint",
        "veto-rank",
        "--set",
        "strikes=1",
        "--set",
        "tie=lot",
        "--json",
    ]
    sheets = [str(tmp_path / f"{party}.csv") for party in ("north", "south")]
    done = subprocess.run([*command, *sheets], capture_output=True, check=True)
    (tmp_path / "run.json").write_bytes(done.stdout)
    # The lot was not drawn yet: the game goes on there.
    out = piped("--log", tmp_path / "run.json", typed="Ash\n")[1]
    assert "Appointed: Ash." in out
    assert "The lot falls on Ash." in out


def test_what_the_rule_leaves_open_is_asked_at_the_table_and_the_moves_stay():
    words = ["fmcs-alternate-strike", *VETO[1:], "--set", "list=3"]
    out = piped(*words, typed="\nnothing\nperhaps\nskipped\n\n1\n\n1\n")[1]
    assert "The rule says nothing about silence" in out
    assert "That cannot be" in out
    assert "north says nothing, and its turn is over." in out
    assert "silence: skipped. The rule does not state it." in out
    assert "Appointed: Cedar." in out


def test_an_answer_that_is_not_understood_is_asked_again():
    typed = "\nhelp\nAhs\n7\n\n1,2\nAsh\n\nCedar\n"
    out = piped(*VETO, typed=typed)[1]
    for said in (
        "did you mean Ash?",
        "There is no 7 among these.",
        "Write a number or a name.",
        "That cannot be: found 2 names, expected 1.",
        "stop ends here",
        "Appointed: Birch.",
    ):
        assert said in " ".join(out.split())


def test_a_sheet_is_asked_for_until_it_may_be_handed_in():
    typed = "\n1,2\n1\n1\n1,2\n\n\n3\n1\n2\n3,1,2\n"
    out = piped(*LIST, typed=typed)[1]
    assert "At most one." in out
    assert "These have no rank yet" in out


def test_between_the_moves_a_name_goes_a_party_joins_and_a_challenge_is_decided(tmp_path):
    (tmp_path / "roster.csv").write_text("name\nYew\nElder\n", encoding="utf-8")
    typed = "\nmore\n3\nBirch\nits firm acts for the south\nYew\n"  # conflict, drawn from the roster
    typed += "more\n4\nwest\n"
    typed += "more\n2\nsouth\nCedar\na cousin\nuphold\nElder\n"
    typed += "more\n5\n"
    typed += "Ash\n\n1\n"
    out = piped(*VETO, "--roster", tmp_path / "roster.csv", typed=typed)[1]
    for said in (
        "Birch is taken off the list: its firm acts for the south",
        "Yew is drawn from the roster and joins the list.",
        "west joins, gets the same names, and has the same rights.",
        "south challenges Cedar: a cousin",
        "The challenge is upheld, and Cedar is out.",
        "Elder is drawn from the roster",
        "Appointed: Yew.",
    ):
        assert said in out


def test_a_candidate_withdraws_in_the_middle():
    out = piped(*VETO, typed="\nmore\n1\nCedar\n1\n")[1]
    assert "Cedar is no longer available." in out
    assert "Appointed: Birch." in out


def test_polls_ask_for_papers_and_candidates_who_withdraw():
    words = ["un-secretary-general", "--sides", "p,q", "--candidates", "Ash,Birch"]
    words += ["--set", "permanent=p", "--set", "open-polls=1", "--set", "quota=2"]
    paper = "\ne\nd\n"
    out = piped(*words, typed=paper + "\ne\n\n" + "Birch\n" + "\ne\n\ne\n")[1]
    assert "Birch: 0 encourage, 1 discourage, 1 without opinion." in out
    assert "Birch withdraws." in out
    assert "Appointed: Ash." in out


def test_consent_is_facilitated_at_the_table():
    words = ["sociocracy-role-selection", "--sides", "p,q", "--candidates", "Ash,Birch"]
    typed = "Ash\n\nconsent\n\nobject\n\nfive years are too long\nconsent\n"
    typed += "change\ntwo years\n\nconsent\n\nconsent\nconsent\n"
    out = piped(*words, typed=typed)[1]
    assert "q objects: five years are too long" in out
    assert "The post is changed: two years" in out
    assert "Nobody objects, so Ash is appointed." in out


def test_a_seed_plays_whole_games_repeatably():
    words = ["simultaneous-veto", "--sides", "a,b", "--candidates", "Ash,Birch,Cedar,Elm,Fir", "--seed", "7"]
    words += ["--computer", "a", "--computer", "b=random", "--set", "silence=blocks"]
    once = piped(*words, "--json")[1]
    assert json.loads(once)["outcome"]["appointed"]
    assert once == piped(*words, "--json")[1]


def test_the_computer_can_play_cleverly_by_turns(tmp_path):
    for party, names in {"north": ("Ash", "Birch", "Cedar"), "south": ("Cedar", "Birch", "Ash")}.items():
        lines = [f"{name},{rank}" for rank, name in enumerate(names, 1)]
        (tmp_path / f"{party}.csv").write_text("name,rank\n" + "\n".join(lines) + "\n", encoding="utf-8")
    files = [word for party in ("north", "south") for word in ("--preferences", tmp_path / f"{party}.csv")]
    out = piped(*VETO, *files, "--computer", "north=equilibrium", "--computer", "south=equilibrium")[1]
    assert "Appointed: Birch." in out


CASE = """\
placet: 1
title: A small body
sides: {north: {name: N, consent: true}, south: {name: S, consent: true}, guest: {name: G, consent: false}}
candidates: {ada: {name: Ada}, ben: {name: Ben}, cyd: {name: Cyd}, dan: {name: Dan}}
posts: {chair: {title: Chair, eligible: {any: [ada, ben, cyd]}}}
preferences: {south: {scores: {ada: 3, ben: 0, cyd: 1, dan: 0}, posts: {chair: {ben: 2}}}}
"""


def test_a_case_gives_the_sides_the_candidates_and_what_they_like(case_of):
    words = ["sequential-veto", "--case", case_of(CASE), "--set", "first=north", "--computer", "south"]
    out = piped(*words, typed="ada\n")[1]
    assert "south strikes cyd." in out
    assert "Appointed: ben." in out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "Give the NAME of a procedure"),
        (["sequential-veto"], "no candidates"),
        (["sequential-veto", "--candidates", "a,b"], "no sides"),
        (["sequential-veto", "--candidates", "a,a", "--sides", "x,y"], "a twice among the candidates"),
        (["sequential-veto", "--candidates", "a,b", "--sides", "x,x"], "the party x twice"),
        (["sequential-veto", "--candidates", "a,b", "--sides", "x"], "1 parties"),
        (["sequential-veto", "--candidates", "a,b", "--sides", "x,y"], "--set first=VALUE"),
        (["sequentialveto", "--candidates", "a,b", "--sides", "x,y"], "did you mean sequential-veto?"),
        ([*VETO, "--computer", "nroth"], "did you mean north?"),
        ([*VETO, "--computer", "north=clever"], "the strategy clever"),
        ([*VETO, "--computer", "north=sincere"], "no preferences of north"),
        ([*VETO, "--computer", "north", "--computer", "north"], "the computer side north twice"),
        ([*VETO, "--post", "chair"], "--post needs --case"),
        (["finra-three-arbitrators", "--sides", "x,y", "--candidates", "a"], "the lists are chair, public, non-public"),
        (["fmcs-ranking", "--candidates", "a,b", "--sides", "x,y"], "2 names on the list"),
    ],
)
def test_what_is_missing_or_wrong_is_told_with_what_to_do(words, says):
    code, _, err = piped(*words)
    assert (code, says in err) == (2, True), err


@pytest.mark.parametrize(
    "content", ["", "nonsense", "[]", "{}", '{"paper": {}}', '{"paper": {}, "steps": [], "assumed": {}}', "[" * 100_000]
)
def test_a_log_that_is_none_is_told(tmp_path, content):
    log = tmp_path / "game.json"
    log.write_text(content)
    code, _, err = piped("--log", log)
    assert code == 2
    assert "Traceback" not in err


def test_one_side_with_several_parties_plays_by_party():
    words = ["veto-rank", "--sides", "claimants.ash,claimants.elm,respondent", "--candidates", "A,B,C"]
    words += ["--set", "strikes=0", "--set", "tie=lot"]
    out = piped(*words, typed="\nA,B\n\nA,B\n\nC,B\n")[1]
    assert "A has the combined rank 5." in out


def test_what_cannot_be_is_told_and_the_game_goes_on():
    words = ["dhondt", "--sides", "a,b", "--candidates", "Interior,Justice", "--set", "party-seats=a=3,b=1"]
    typed = "\nInterior\nmore\n3\nJustice\nit is a post\nJustice\n"  # offices do not withdraw
    out = piped(*words, typed=typed)[1]
    assert "gone in the middle of dhondt" in " ".join(out.split())
    assert "Justice: a." in out
