"""The Merkle tree of RFC 6962 and 9162: roots, inclusion and consistency proofs, and their verification."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence

Node = Callable[[int, int], bytes]
"""(level, position) -> the hash of the complete subtree of 2**level leaves that begins at position * 2**level."""

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(body: bytes) -> bytes:
    """Return the hash of one entry; the leading zero keeps a leaf from passing for an inner node."""
    return hashlib.sha256(b"\x00" + body).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def new_nodes(node: Node, size: int, leaves: Sequence[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield the complete subtrees that leaves appended to a tree of `size` leaves bring: level, position, hash.

    Two for each leaf on the average, each read from `node` at most once; so an append costs the same at any size.
    """
    fresh: dict[tuple[int, int], bytes] = {}
    for offset, leaf in enumerate(leaves):
        level, position, value = 0, size + offset, leaf
        while True:
            fresh[level, position] = value
            yield level, position, value
            if position % 2 == 0:
                break
            beside = (level, position - 1)
            value = node_hash(fresh[beside] if beside in fresh else node(*beside), value)
            level, position = level + 1, position // 2


def root(node: Node, size: int) -> bytes:
    """Return the root of the first `size` leaves; O(log size) reads."""
    return _range(node, 0, size) if size else EMPTY


def inclusion_proof(node: Node, position: int, size: int) -> tuple[bytes, ...]:
    """Return the hashes that lead from the leaf at `position` to the root of the first `size` leaves.

    RFC 6962 section 2.1.1; O(log size) hashes, O(log size) squared reads at most.
    """
    if not 0 <= position < size:
        raise ValueError(f"leaf {position} of {size}")
    return tuple(_path(node, position, 0, size))


def consistency_proof(node: Node, old: int, new: int) -> tuple[bytes, ...]:
    """Return the hashes that show that the first `old` leaves of a tree are still there when it has `new`.

    RFC 6962 section 2.1.2.
    """
    if not 0 <= old <= new:
        raise ValueError(f"from {old} leaves to {new}")
    return tuple(_subproof(node, old, 0, new, whole=True)) if 0 < old < new else ()


def verify_inclusion(leaf: bytes, position: int, size: int, proof: Sequence[bytes], root_hash: bytes) -> bool:
    """Return whether a leaf's hash stands at `position` in the tree of `size` leaves with this root.

    RFC 9162 section 2.1.3.2.
    """
    if not 0 <= position < size:
        return False
    at, last, value = position, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if at % 2 or at == last:
            value = node_hash(beside, value)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            value = node_hash(value, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and value == root_hash


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Return whether the tree of `new` leaves holds the tree of `old` leaves as its beginning.

    RFC 9162 section 2.1.4.2. Every tree holds the empty one, and itself.
    """
    if not 0 <= old <= new:
        return False
    if old in (0, new):
        expected = EMPTY if old == 0 else new_root
        return not proof and old_root == expected and (new != 0 or new_root == EMPTY)
    path = list(proof)
    if old & (old - 1) == 0:
        path.insert(0, old_root)
    if not path:
        return False
    at, last = old - 1, new - 1
    while at % 2:
        at, last = at >> 1, last >> 1
    old_value = new_value = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if at % 2 or at == last:
            old_value, new_value = node_hash(beside, old_value), node_hash(beside, new_value)
            while at % 2 == 0 and at:
                at, last = at >> 1, last >> 1
        else:
            new_value = node_hash(new_value, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and old_value == old_root and new_value == new_root


def _split(count: int) -> int:
    """The largest power of two that is smaller than the count."""
    return 1 << (count - 1).bit_length() - 1


def _range(node: Node, start: int, stop: int) -> bytes:
    """The hash over the leaves from start to stop, where start is a multiple of the power of two that covers them."""
    count = stop - start
    if count & (count - 1) == 0:
        level = count.bit_length() - 1
        return node(level, start >> level)
    middle = start + _split(count)
    return node_hash(_range(node, start, middle), _range(node, middle, stop))


def _path(node: Node, position: int, start: int, stop: int) -> Iterator[bytes]:
    if stop - start == 1:
        return
    middle = start + _split(stop - start)
    if position < middle:
        yield from _path(node, position, start, middle)
        yield _range(node, middle, stop)
    else:
        yield from _path(node, position, middle, stop)
        yield _range(node, start, middle)


def _subproof(node: Node, old: int, start: int, stop: int, *, whole: bool) -> Iterator[bytes]:
    if old == stop:
        if not whole:
            yield _range(node, start, stop)
        return
    middle = start + _split(stop - start)
    if old <= middle:
        yield from _subproof(node, old, start, middle, whole=whole)
        yield _range(node, middle, stop)
    else:
        yield from _subproof(node, old, middle, stop, whole=False)
        yield _range(node, start, middle)
