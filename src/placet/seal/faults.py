"""The error of the sealing rooms: something signed, sealed or committed is not what it claims to be."""

from __future__ import annotations

from placet.errors import QuestionError


class SealError(QuestionError):
    """Something signed, sealed or committed cannot be believed: what was found, and what was expected instead."""
