"""The gap in a rule: what it does not state, and the run has come to need."""

from __future__ import annotations

from collections.abc import Iterable

from placet.errors import QuestionError


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

    def _listed(self) -> str:
        return " or ".join(self.choices)

    def __reduce__(self) -> tuple[type[Unstated], tuple[str, tuple[str, ...]]]:  # type: ignore[override]  # its own two
        return type(self), (self.field, self.choices)
