"""The notebook of an interview: every answer so far, on disk before the next question is asked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from placet.case.write import write_durably
from placet.cli.interview import Answers
from placet.errors import PlacetError

NAME = ".new.json"


@dataclass(frozen=True)
class Notebook:
    """The answers kept beside a case that is being written, in ``FOLDER/.new.json``."""

    folder: Path

    @property
    def path(self) -> Path:
        """Where the answers are."""
        return self.folder / NAME

    def read(self) -> Answers:
        """Return the answers kept so far.

        Raises
        ------
        PlacetError
            The file is not one that `write` has written.
        """
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))["answers"]
            answers = tuple((str(key), str(written)) for key, written in kept)
        except FileNotFoundError:
            return ()
        except (ValueError, TypeError, KeyError) as mistake:
            raise PlacetError(
                f"{self.path} should hold your earlier answers and cannot be read. Move it elsewhere to begin anew."
            ) from mistake
        return answers

    def write(self, answers: Answers) -> None:
        """Keep these answers; when this returns they are on disk, and at no moment are older ones lost."""
        self.folder.mkdir(parents=True, exist_ok=True)
        kept = json.dumps({"answers": answers}, ensure_ascii=False, indent=0)
        write_durably(kept.encode(), self.path)

    def keep_aside(self) -> Path:
        """Keep what is written under another name, and return it."""
        number = 1
        while (aside := self.path.with_name(f".new-{number}.json")).exists():
            number += 1
        self.path.rename(aside)
        return aside

    def discard(self) -> None:
        """Remove the answers: the case has been written."""
        self.path.unlink(missing_ok=True)
