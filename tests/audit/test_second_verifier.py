"""The second verifier, which shares no code with placet, and placet's own agree on good bundles and on bent ones."""

import ast
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from audit.rounds import KEYS
from audit.test_verify import BODIES, FULL, PUBLIC, relogged
from placet.audit.bundle import Bundle, write_bundle
from placet.audit.entries import read_entry
from placet.audit.verify import verify
from placet.ledger.notes import Note, read_note, sign
from placet.seal.canonical import canonical, read_canonical

SCRIPT = Path(__file__).parents[2] / "scripts" / "second_verifier.py"


def second(bundle: Bundle, folder: Path) -> subprocess.CompletedProcess[str]:
    path = folder / "bundle.zip"
    path.write_bytes(write_bundle(bundle))
    return subprocess.run([sys.executable, SCRIPT, path], capture_output=True, text=True, check=False, timeout=60)


def with_entry(place: int, change: Callable[[bytes], bytes]) -> Bundle:
    """Another log with one entry exchanged, signed anew by a dishonest keeper."""
    return relogged([*BODIES[:place], change(BODIES[place]), *BODIES[place + 1 :]])


def place_of(kind: str) -> int:
    return next(place for place, body in enumerate(BODIES) if read_entry(body).kind == kind)


def forged_head(body: bytes) -> bytes:
    written = read_canonical(body, "the entry")
    return canonical({**written, "head": {**written["head"], "commitment": "00" * 32}})


def other_list(body: bytes) -> bytes:
    return body.replace(b"Adib", b"Amal")


def other_keeper(body: bytes) -> bytes:
    written = read_canonical(body, "the entry")
    agreement = {**written["agreement"], "keeper": KEYS["registry"].card.to_dict()}
    return canonical({**written, "agreement": agreement})


def signed_by_another() -> Bundle:
    size, data = max(FULL.checkpoints.items())
    note = read_note(data)
    forged = Note(note.text, (sign(note.text, FULL.origin, KEYS["mediator"].signing),))
    return replace(FULL, checkpoints={**FULL.checkpoints, size: forged.to_bytes()})


BENT = {
    "entry changed": replace(FULL, entries={**FULL.entries, 3: FULL.entries[3] + b" "}),
    "entry missing": replace(FULL, entries={at: body for at, body in FULL.entries.items() if at != 3}),
    "leaves reordered": replace(FULL, leaves=(FULL.leaves[1], FULL.leaves[0], *FULL.leaves[2:])),
    "leaf dropped": replace(PUBLIC, leaves=PUBLIC.leaves[:-1], entries={0: PUBLIC.entries[0]}),
    "end unsigned": replace(FULL, checkpoints={at: note for at, note in FULL.checkpoints.items() if at < 9}),
    "signed by another": signed_by_another(),
    "another origin": replace(FULL, origin="placet/another/round"),
    "head forged": with_entry(place_of("envelope"), forged_head),
    "list swapped": with_entry(0, other_list),
    "keeper swapped": with_entry(0, other_keeper),
    "agreement unsigned": with_entry(place_of("agreed"), lambda body: body.replace(b"north", b"south")),
    "closed early": with_entry(place_of("closed"), lambda body: body.replace(b"T17:00:00Z", b"T16:59:59Z")),
    "older envelope again": relogged([*BODIES[: place_of("closed")], BODIES[place_of("envelope") - 1],
                                      BODIES[place_of("envelope")], *BODIES[place_of("closed") :]]),
    "late envelope": relogged([*BODIES[:3], *BODIES[5:8], *BODIES[3:5], *BODIES[8:]]),
}  # fmt: skip


@pytest.mark.parametrize("bundle", [FULL, PUBLIC], ids=["full", "public"])
def test_both_verifiers_pass_a_sound_bundle(bundle: Bundle, tmp_path: Path) -> None:
    done = second(bundle, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert verify(bundle).ok
    assert "closing not cosigned by: nobody" in done.stdout


@pytest.mark.parametrize("name", BENT)
def test_both_verifiers_refuse_a_bent_bundle(name: str, tmp_path: Path) -> None:
    done = second(BENT[name], tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert not verify(BENT[name]).ok


def test_the_second_verifier_is_short_and_needs_only_cryptography() -> None:
    source = SCRIPT.read_text(encoding="utf-8")
    assert len(source.splitlines()) < 200
    imported = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).split(".")[0]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert imported <= {*sys.stdlib_module_names, "cryptography"}


def test_what_is_no_bundle_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(b"no zip")
    done = subprocess.run([sys.executable, SCRIPT, path], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "no sound bundle" in done.stdout
