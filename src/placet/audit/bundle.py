"""A bundle: a round's ledger in one zip file to take home, whole or with what is sealed left out."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from placet.audit.entries import read_entry
from placet.ledger.log import Log
from placet.ledger.tree import leaf_hash, new_nodes, root
from placet.seal.canonical import canonical, read_canonical
from placet.seal.faults import SealError
from placet.seal.fields import check_keys, text, whole

KINDS = ("full", "public")
WITHHELD = frozenset({"sealed", "release"})
"""The kinds of entries that a public bundle shows by their hash alone: with them, an authorised set's work is done."""

MANIFEST, LEAVES = "bundle.json", "leaves.txt"
MANIFEST_KEYS = ("placet-bundle", "kind", "origin", "size")
MOST_FILES, MOST_BYTES, MOST_PACKED = 100_000, 1024**3, 256 * 1024**2
ENTRY_NAME = re.compile(r"entries/([0-9]{10})\.json")
CHECKPOINT_NAME = re.compile(r"checkpoints/([0-9]{10})\.note")
LEAF_LINE = re.compile(rb"[0-9a-f]{64}")
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Bundle:
    """What a bundle holds, read but not yet believed.

    Parameters
    ----------
    kind : str
        ``full`` or ``public``.
    origin : str
        The name of the log.
    leaves : tuple of bytes
        The hash of every entry, in order, 32 bytes each.
    entries : mapping from int to bytes
        The entries that are shown, by their place in the log.
    checkpoints : mapping from int to bytes
        The signed notes, by the size they are for.
    """

    kind: str
    origin: str
    leaves: tuple[bytes, ...]
    entries: Mapping[int, bytes]
    checkpoints: Mapping[int, bytes]

    @cached_property
    def _nodes(self) -> Mapping[tuple[int, int], bytes]:
        nodes: dict[tuple[int, int], bytes] = {}
        for level, position, value in new_nodes(lambda *at: nodes[at], 0, self.leaves):
            nodes[level, position] = value
        return nodes

    def node(self, level: int, position: int) -> bytes:
        """Return the hash of a complete subtree over the leaves."""
        return self._nodes[level, position]

    def root(self, size: int) -> bytes:
        """Return the root of the first `size` leaves."""
        return root(self.node, size)


def take_bundle(log: Log, kind: str) -> Bundle:
    """Return the bundle of a log as it stands.

    A full one is for those who are entitled to the sheets: once an authorised set has released its shares, whoever has
    it can open every envelope that counts.
    """
    if kind not in KINDS:
        raise SealError(f"a bundle of the kind {kind!r}", "full or public")
    bodies = list(log.entries())
    shown = {
        place: body for place, body in enumerate(bodies) if kind == "full" or read_entry(body).kind not in WITHHELD
    }
    return Bundle(kind, log.origin, tuple(map(leaf_hash, bodies)), shown, dict(log.store.checkpoints()))


def write_bundle(bundle: Bundle) -> bytes:
    """Return the zip file of a bundle; the same bundle gives the same bytes."""
    head = {"placet-bundle": "1", "kind": bundle.kind, "origin": bundle.origin, "size": str(len(bundle.leaves))}
    files = {
        MANIFEST: canonical(head),
        LEAVES: b"".join(leaf.hex().encode() + b"\n" for leaf in bundle.leaves),
        **{f"checkpoints/{size:010d}.note": note for size, note in sorted(bundle.checkpoints.items())},
        **{f"entries/{place:010d}.json": body for place, body in sorted(bundle.entries.items())},
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, data)
    return packed.getvalue()


def read_bundle(data: bytes) -> Bundle:
    """Return the bundle in a zip file.

    Nothing is written to the disk. A file that would unpack to more than 1 GiB, more than 100,000 parts, a part with
    another name than the format has, twice the same name, a link, or an encrypted part is refused before it is read.

    Raises
    ------
    SealError
        When the file is not a bundle.
    """
    if len(data) > MOST_PACKED:
        raise SealError(f"a file of {len(data):,} bytes", f"at most {MOST_PACKED:,}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {part.filename: _unpacked(archive, part) for part in _checked(archive.infolist())}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise SealError(f"a file that is no sound zip file ({error})", "a bundle as it was handed out") from error
    if MANIFEST not in files or LEAVES not in files:
        raise SealError(f"a zip file without {MANIFEST} or {LEAVES}", "a bundle as it was handed out")
    head = check_keys(read_canonical(files.pop(MANIFEST), MANIFEST), MANIFEST_KEYS, MANIFEST)
    kind, size = text(head["kind"], "the kind of a bundle"), whole(head["size"], "size of a bundle")
    if head["placet-bundle"] != "1" or kind not in KINDS:
        raise SealError("a bundle of another version or kind", "version '1', full or public")
    lines = files.pop(LEAVES).split(b"\n")
    if lines[-1] or len(lines) != size + 1 or not all(LEAF_LINE.fullmatch(line) for line in lines[:-1]):
        raise SealError(f"{LEAVES} that is not {size} hashes", "one a line, in lower-case hexadecimal")
    found = Bundle(
        kind,
        text(head["origin"], "the origin of a bundle"),
        tuple(bytes.fromhex(line.decode()) for line in lines[:-1]),
        {int(match[1]): body for name, body in files.items() if (match := ENTRY_NAME.fullmatch(name))},
        {int(match[1]): note for name, note in files.items() if (match := CHECKPOINT_NAME.fullmatch(name))},
    )
    if beyond := [place for place in found.entries if place >= size]:
        raise SealError(f"the entry {beyond[0]} of a log of {size}", "entries of the log")
    return found


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """Unpack one part, and no more of it than it says it has."""
    with archive.open(part) as file:
        data = file.read(part.file_size + 1)
    if len(data) != part.file_size:
        raise SealError(f"the part {part.filename!r}, which is not as long as it says", "a bundle as it was handed out")
    return data


def _checked(parts: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    if len(parts) > MOST_FILES:
        raise SealError(f"a zip file of {len(parts):,} parts", f"at most {MOST_FILES:,}")
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise SealError("a zip file that unpacks to more than 1 GiB", "a bundle as it was handed out")
    times = Counter(part.filename for part in parts)
    for part in parts:
        name = part.filename
        known = name in (MANIFEST, LEAVES) or ENTRY_NAME.fullmatch(name) or CHECKPOINT_NAME.fullmatch(name)
        if not known or times[name] > 1 or part.orig_filename != name:
            raise SealError(f"the part {name!r}", f"{MANIFEST}, {LEAVES}, entries and checkpoints, each once")
        if part.external_attr >> 16 & 0o170000 not in (0, 0o100000) or part.flag_bits & 1:
            raise SealError(f"the part {name!r}, which is a link or encrypted", "plain files")
    return parts
