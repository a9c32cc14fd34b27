"""Random cases as a Hypothesis strategy, drawn by their seed: a failure names the seed, `oracles.shrink` cuts it down.

The seeds lie beyond those of the census, so that every run of the properties sees other cases than the comparison.
"""

from __future__ import annotations

from hypothesis import strategies as st

from oracles.cases import case_text
from oracles.census import CASES


def case_texts():
    """Return a strategy for the texts of small cases."""
    return st.integers(CASES, 10**6).map(case_text)
