"""The gap in a rule: what it does not state, and the run has come to need."""

from __future__ import annotations

from collections.abc import Iterable

from placet.errors import QuestionError

MEANT = {
    "least-gap": "on whom the sides' ranks lie closest",
    "alphabetical-by-case-number": "by last name, from A if the case number is odd, from Z if it is even",
    "lot": "draw it, and say what it showed with --set draw=NAME",
    "institution-chooses": "say whom with --set choice=NAME",
    "sum": "add all ranks",
    "mean-within-side": "average the ranks within each side, then add",
    "accepts-all": "who says nothing accepts everybody alike",
    "other-side-decides": "who says nothing leaves it to the others",
    "blocks": "who says nothing blocks the appointment",
    "skipped": "who says nothing lets its turn go",
    "coin": "toss it, and say what it showed with --set draw=PARTY",
    "asked": "those who come out are asked whether they accept",
    "next-list": "the next list is sent out",
    "institution": "the institution goes on",
}
"""What a choice means, for somebody who has never met the word."""


class Unstated(QuestionError):  # noqa: N818 -- the field's word: what the rule leaves unstated
    """The run needs a field that the rule does not state; it is asked for and never guessed.

    Parameters
    ----------
    field : str
        The field's name, such as ``tie``.
    choices : iterable of str
        What it may be set to, in words.
    """

    def __init__(self, field: str, choices: Iterable[str]) -> None:
        self.field = field
        self.choices = tuple(choices)
        super().__init__(
            f"a rule that says nothing about “{field}”, which this run needs", f"a setting of {field}: {self._listed()}"
        )

    def explained(self) -> str:
        """Return what it may be set to, each with what it means."""
        return " or ".join(f"{one} ({MEANT[one]})" if one in MEANT else one for one in self.choices)

    def _listed(self) -> str:
        return " or ".join(self.choices)

    def __reduce__(self) -> tuple[type[Unstated], tuple[str, tuple[str, ...]]]:  # type: ignore[override]  # its own two
        return type(self), (self.field, self.choices)
