"""The one family of errors that placet raises for what a user can mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


class PlacetError(Exception):
    """Something the user gave or asked cannot be used as it stands; the message says what to do."""


@dataclass(frozen=True, order=True)
class Fault:
    """One mistake in a file: where it is, what was found, what was expected, what was probably meant.

    Parameters
    ----------
    file : str
        The file's path as the user gave it.
    line, column : int
        Where the mistake begins, counted from 1.
    found : str
        What stands there, in words.
    expected : str
        What may stand there, in words.
    suggestion : str or None
        The nearest right name, when there is one.
    """

    file: str
    line: int
    column: int
    found: str
    expected: str
    suggestion: str | None = None

    def __str__(self) -> str:
        hint = f"; did you mean {self.suggestion}?" if self.suggestion else ""
        return f"{self.file}:{self.line}:{self.column}: found {self.found}, expected {self.expected}{hint}"

    def to_dict(self) -> dict[str, Any]:
        """Return the fault as the JSON contract has it."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "found": self.found,
            "expected": self.expected,
            "suggestion": self.suggestion,
        }


class CaseError(PlacetError):
    """A case folder has mistakes; `faults` holds every one of them, in the order of the file."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))

    def __reduce__(self) -> tuple[type[CaseError], tuple[tuple[Fault, ...]]]:
        return type(self), (self.faults,)


class QuestionError(PlacetError):
    """A question names something the case does not have, or cannot be answered as asked."""

    def __init__(self, found: str, expected: str, suggestion: str | None = None) -> None:
        self.found = found
        self.expected = expected
        self.suggestion = suggestion
        hint = f"; did you mean {suggestion}?" if suggestion else ""
        super().__init__(f"found {found}, expected {expected}{hint}")

    def __reduce__(self) -> tuple[type[QuestionError], tuple[str, str, str | None]]:
        return type(self), (self.found, self.expected, self.suggestion)
