"""Real second processes, made by forking: one that fails ends, and never goes on as a second run of the tests."""

import os
import sys
from collections.abc import Callable

import pytest

MARKS = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),  # Python 3.12 warns of the test runner's threads
]


def forked(act: Callable[[], object]) -> int:
    """Do something in a child and return its number; it ends with 0 if all went well."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            act()
            code = 0
        finally:
            os._exit(code)
    return child


def ending(child: int) -> int:
    """Wait for a child and return how it ended: 0, or the signal that killed it."""
    return os.waitpid(child, 0)[1]
