"""The Merkle tree: the published roots, the definition read literally, and proofs that cannot be bent."""

import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ledger.log import root_of
from placet.ledger.tree import (
    EMPTY,
    Node,
    consistency_proof,
    inclusion_proof,
    leaf_hash,
    new_nodes,
    root,
    verify_consistency,
    verify_inclusion,
)

# The reference tree of RFC 6962's own code (google/certificate-transparency, merkle_tree_test): leaves and roots.
LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree_of(bodies: Sequence[bytes]) -> Node:
    nodes: dict[tuple[int, int], bytes] = {}
    for level, position, value in new_nodes(lambda *at: nodes[at], 0, [leaf_hash(body) for body in bodies]):
        nodes[level, position] = value
    return lambda *at: nodes[at]


def definition(bodies: Sequence[bytes]) -> bytes:
    """RFC 6962 section 2.1, word for word."""
    if not bodies:
        return hashlib.sha256(b"").digest()
    if len(bodies) == 1:
        return hashlib.sha256(b"\x00" + bodies[0]).digest()
    split = 1
    while split * 2 < len(bodies):
        split *= 2
    return hashlib.sha256(b"\x01" + definition(bodies[:split]) + definition(bodies[split:])).digest()


BODIES = [str(number).encode() for number in range(70)]
NODE = tree_of(BODIES)
HEADS = [definition(BODIES[:size]) for size in range(len(BODIES) + 1)]


@pytest.mark.parametrize("size", range(1, 9))
def test_rfc_6962_reference_tree_has_the_published_roots(size: int) -> None:
    bodies = [bytes.fromhex(leaf) for leaf in LEAVES[:size]]
    assert root(tree_of(bodies), size).hex() == ROOTS[size - 1]
    assert root_of(bodies).hex() == ROOTS[size - 1]


def test_the_empty_tree_is_the_hash_of_nothing() -> None:
    assert root(NODE, 0) == root_of([]) == EMPTY == HEADS[0]


@pytest.mark.parametrize("size", range(1, len(BODIES) + 1))
def test_roots_follow_the_definition(size: int) -> None:
    assert root(NODE, size) == root_of(BODIES[:size]) == HEADS[size]


def test_every_inclusion_proof_leads_to_the_root_and_to_no_other_place() -> None:
    for size in range(1, len(BODIES) + 1):
        for position in range(size):
            proof = inclusion_proof(NODE, position, size)
            assert verify_inclusion(leaf_hash(BODIES[position]), position, size, proof, HEADS[size])
            assert not verify_inclusion(leaf_hash(b"another"), position, size, proof, HEADS[size])
            assert not verify_inclusion(leaf_hash(BODIES[position]), position, size, proof, HEADS[size - 1])
            assert not verify_inclusion(leaf_hash(BODIES[position]), position, size, (*proof, EMPTY), HEADS[size])
            assert (
                not verify_inclusion(leaf_hash(BODIES[position]), position, size, proof[:-1], HEADS[size]) or not proof
            )


def test_every_consistency_proof_holds_and_none_holds_for_another_past() -> None:
    for new in range(len(BODIES) + 1):
        for old in range(new + 1):
            proof = consistency_proof(NODE, old, new)
            assert verify_consistency(old, new, proof, HEADS[old], HEADS[new])
            assert not verify_consistency(old, new, proof, leaf_hash(b"past"), HEADS[new])
            assert not verify_consistency(old, new, proof, HEADS[old], leaf_hash(b"now")) or old == 0
            assert not verify_consistency(old, new, (*proof, EMPTY), HEADS[old], HEADS[new])
            if proof:
                assert not verify_consistency(old, new, proof[:-1], HEADS[old], HEADS[new])


@given(st.integers(1, 70), st.data())
def test_a_changed_hash_in_a_proof_is_seen(size: int, data: st.DataObject) -> None:
    position, old = data.draw(st.integers(0, size - 1)), data.draw(st.integers(1, size))
    for proof, holds in (
        (
            inclusion_proof(NODE, position, size),
            lambda bent: verify_inclusion(leaf_hash(BODIES[position]), position, size, bent, HEADS[size]),
        ),
        (consistency_proof(NODE, old, size), lambda bent: verify_consistency(old, size, bent, HEADS[old], HEADS[size])),
    ):
        if proof:
            place = data.draw(st.integers(0, len(proof) - 1))
            assert not holds((*proof[:place], leaf_hash(proof[place]), *proof[place + 1 :]))


@given(st.integers(0, 70), st.integers(0, 70), st.lists(st.binary(min_size=32, max_size=32), max_size=8))
def test_made_up_proofs_prove_nothing(old: int, new: int, proof: list[bytes]) -> None:
    made_up = leaf_hash(b"made up")
    assert not verify_inclusion(made_up, old, new, proof, HEADS[new])
    assert not verify_consistency(old, new, proof, made_up, HEADS[new])


def test_an_append_reads_no_subtree_twice_and_writes_two_nodes_a_leaf() -> None:
    nodes: dict[tuple[int, int], bytes] = {}
    reads = []

    def read(level: int, position: int) -> bytes:
        reads.append((level, position))
        return nodes[level, position]

    for size, body in enumerate(BODIES):
        reads.clear()
        for level, position, value in list(new_nodes(read, size, [leaf_hash(body)])):
            nodes[level, position] = value
        assert len(reads) == len(set(reads)) <= size.bit_length()
    assert len(nodes) < 2 * len(BODIES)


def test_nothing_is_proven_of_a_place_that_is_not_there() -> None:
    for position, size in ((-1, 5), (5, 5), (6, 5), (0, 0)):
        with pytest.raises(ValueError, match=f"leaf {position} of {size}"):
            inclusion_proof(NODE, position, size)
        proof = inclusion_proof(NODE, 0, 5)
        assert not verify_inclusion(leaf_hash(BODIES[position % 5]), position, size, proof, HEADS[size])
    for old, new in ((-1, 5), (6, 5)):
        with pytest.raises(ValueError, match=f"from {old} leaves to {new}"):
            consistency_proof(NODE, old, new)
        assert not verify_consistency(old, new, (), HEADS[5], HEADS[5])


def test_a_tree_of_one_leaf_has_no_second_place() -> None:
    assert verify_inclusion(leaf_hash(BODIES[0]), 0, 1, (), HEADS[1])
    assert not verify_inclusion(leaf_hash(BODIES[0]), 1, 1, (), HEADS[1])
    assert not verify_inclusion(leaf_hash(BODIES[0]), -1, 1, (), HEADS[1])


def test_the_empty_tree_begins_every_tree_and_itself_alone_is_empty() -> None:
    assert verify_consistency(0, 0, (), EMPTY, EMPTY)
    assert not verify_consistency(0, 0, (), EMPTY, HEADS[1])
    assert not verify_consistency(0, 3, (), HEADS[1], HEADS[3])
    assert consistency_proof(NODE, 0, 3) == consistency_proof(NODE, 3, 3) == ()
