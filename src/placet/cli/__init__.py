"""The command line: one file for each verb."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``placet`` and return its exit code.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after ``placet``; left out, those of this process.
    """
    try:
        from placet.cli.run import run  # noqa: PLC0415 -- nothing is imported before it is needed
    except KeyboardInterrupt:
        return 130

    return run(arguments)
