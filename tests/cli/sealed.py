"""A sealed round played by files, each person with a folder and processes of their own; nothing else is shared."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAMES = ("Adib", "Basma", "Chadia", "Dawud")
SHEETS = {
    "north": "name,rank,strike\nAdib,,x\nBasma,3,\nChadia,2,\nDawud,1,\n",
    "south": "name,rank,strike\nAdib,3,\nBasma,1,\nChadia,,x\nDawud,2,\n",
}
RULES = ("list=4", "strikes=1", "tie=lot")
OPENED, CLOSES, AFTER = "2026-12-01T09:00Z", "2026-12-01T17:00Z", "2026-12-01T17:05Z"
PASSPHRASE = "four plain words here"


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on standard output."""
        return json.loads(self.out)


class People:
    """The keeper, two sides and a mediator, each in a folder of their own under one that stands for the post."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "passphrase").write_text(f"{PASSPHRASE}\n", encoding="utf-8")
        for name in ("keeper", "north", "south", "mediator"):
            (root / name).mkdir()

    def says(self, who: str, *words: str, key: bool = True) -> Said:
        """Run ``placet`` in one's own folder, with one's own key."""
        secret = ["--passphrase-file", "../passphrase"]
        own = ["--key", f"{who}.key", *secret] if key else []
        command = [sys.executable, "-m", "placet", *words, *own]
        done = subprocess.run(
            command, cwd=self.root / who, capture_output=True, encoding="utf-8", env=os.environ, timeout=60, check=False
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def does(self, who: str, *words: str, key: bool = True) -> Said:
        """Run ``placet`` and expect it to answer."""
        said = self.says(who, *words, key=key)
        assert said.code == 0, said.out + said.err
        return said

    def sends(self, who: str, to: str, *files: str) -> None:
        """Copy files from one folder to another, as an attachment would be."""
        for file in files:
            (self.root / to / Path(file).name).write_bytes((self.root / who / file).read_bytes())

    def draw_keys(self) -> None:
        """Everybody draws keys; the keeper is sent the cards."""
        for name in ("keeper", "north", "south", "mediator"):
            self.does(name, "keys", "new", name, "--passphrase-file", "../passphrase", key=False)
            if name != "keeper":
                self.sends(name, "keeper", f"{name}.card.json")

    def open_words(self, *more: str) -> list[str]:
        """The words that open a round."""
        (self.root / "keeper" / "list.csv").write_text("name\n" + "\n".join(NAMES), encoding="utf-8")
        return ["round", "new", "round", "finra-one-arbitrator", "--case", "a-v-b", "--list", "list.csv",
                "--side", "north.card.json", "--side", "south.card.json", "--holder", "mediator.card.json",
                "--closes", CLOSES, "--at", OPENED, *more]  # fmt: skip

    def begin(self, *more: str, opens: str = "mediator,north,south", rules: tuple[str, ...] = RULES) -> None:
        """The keeper opens a round and sends the agreement to both sides."""
        settings = [word for rule in rules for word in ("--set", rule)]
        self.does("keeper", *self.open_words("--opens", opens, *settings, *more))
        for side, sheet in SHEETS.items():
            self.sends("keeper", side, "round/agreement.json")
            (self.root / side / f"{side}.csv").write_text(sheet, encoding="utf-8")

    def seal(self, side: str, *more: str) -> Said:
        """A side seals its sheet."""
        return self.does(side, "seal", f"{side}.csv", "--round", "agreement.json", *more)
