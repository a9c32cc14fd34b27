"""The proportional veto core by SciPy's maximum flow, once for each candidate.

pvc-toolbox, which does it so, is not on PyPI. This is the network of the paper (Ianovski and Kondratev, AAAI 2021)
written anew: each of n voters has m units, each of m candidates takes n, a voter can spend on those it ranks no higher
than the candidate asked about; divided by the greatest common divisor. Once it is built edge by edge in Python, as
pvc-toolbox builds it, and once in arrays, which is how it would best be done.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow

from harness.values import Note

Search = Callable[[Note], Any]


def proportional_veto_core(ranks: np.ndarray[Any, Any]) -> Search:
    """Find the proportional veto core."""

    return _core(ranks, _arrays)


def edge_by_edge(ranks: np.ndarray[Any, Any]) -> Search:
    """Find the proportional veto core, each edge of each network added by itself."""
    return _core(ranks, _edges)


def _core(ranks: np.ndarray[Any, Any], network: Callable[[np.ndarray[Any, Any], int, int, int], Any]) -> Search:
    voters, candidates = ranks.shape
    common = math.gcd(voters, candidates)
    each, takes = candidates // common, voters // common

    def is_in(candidate: int) -> bool:
        found = maximum_flow(network(ranks, candidate, each, takes), voters + candidates, voters + candidates + 1)
        return int(found.flow_value) == voters * each

    def search(_: Note) -> dict[str, Any]:
        return {"winners": [f"c{place}" for place in range(candidates) if is_in(place)]}

    return search


def _edges(ranks: np.ndarray[Any, Any], candidate: int, each: int, takes: int) -> Any:
    voters, candidates = ranks.shape
    source, sink = voters + candidates, voters + candidates + 1
    tails, heads, capacity = [], [], []

    def add(tail: int, head: int, units: int) -> None:
        tails.append(tail)
        heads.append(head)
        capacity.append(units)

    for voter, row in enumerate(ranks.tolist()):
        add(source, voter, each)
        for target, rank in enumerate(row):
            if rank >= row[candidate]:
                add(voter, voters + target, each)
    for target in range(candidates):
        add(voters + target, sink, takes)
    return csr_matrix((np.array(capacity, np.int32), (tails, heads)), shape=(sink + 1, sink + 1))


def _arrays(ranks: np.ndarray[Any, Any], candidate: int, each: int, takes: int) -> Any:
    voters, candidates = ranks.shape
    voter, target = np.nonzero(ranks >= ranks[:, [candidate]])
    source, sink = voters + candidates, voters + candidates + 1
    tails = np.concatenate([np.full(voters, source), voter, voters + np.arange(candidates)])
    heads = np.concatenate([np.arange(voters), voters + target, np.full(candidates, sink)])
    capacity = np.concatenate([np.full(voters, each), np.full(len(voter), each), np.full(candidates, takes)])
    return csr_matrix((capacity.astype(np.int32), (tails, heads)), shape=(sink + 1, sink + 1))
