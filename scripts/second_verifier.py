#!/usr/bin/env python3
"""A second verifier for the log of a bundle: it shares no code with placet, and follows docs/bundle-format.md alone.

    python3 second_verifier.py BUNDLE.zip

Needs the package `cryptography` and nothing else. It prints a line for each check; the exit code is 0 if all hold,
1 if one fails, 2 if the file is no bundle. It checks the log: every entry shown against its hash, every checkpoint
against the tree, the keeper's signatures and everybody's cosignatures, each side's signature on each envelope and
agreement, the order of envelopes, that none came after the closing, and that what is withheld cannot hide one. It
opens no sheet and runs no procedure.
"""

import base64
import hashlib
import json
import struct
import sys
import zipfile
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

LARGEST = 1 << 30


class Bad(Exception):  # noqa: N818 -- read aloud: raise Bad
    """A check that fails, in words."""


def tagged(tag: str, *parts: bytes) -> bytes:
    """SHA-256 over `placet/1/TAG`, a zero byte, and each part after its length in 8 bytes."""
    framed = b"".join(struct.pack(">Q", len(part)) + part for part in parts)
    return hashlib.sha256(b"placet/1/" + tag.encode() + b"\0" + framed).digest()


def canonical(value: Any) -> bytes:
    """RFC 8785 for texts, truths, lists and objects: keys in the order of UTF-16, no spaces."""
    if isinstance(value, dict):
        ordered = sorted(value.items(), key=lambda pair: pair[0].encode("utf-16-be"))
        return b"{" + b",".join(canonical(key) + b":" + canonical(item) for key, item in ordered) + b"}"
    if isinstance(value, list):
        return b"[" + b",".join(map(canonical, value)) + b"]"
    if not isinstance(value, str | bool):
        raise Bad(f"{value!r} stands in an entry, which holds no numbers and no null")
    return json.dumps(value, ensure_ascii=False).encode()


def verify(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether an Ed25519 signature is good."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def signed(card: dict[str, str], purpose: str, message: bytes, signature: str) -> bool:
    """Whether the owner of a card signed a message for a purpose."""
    return verify(bytes.fromhex(card["signing"]), bytes.fromhex(signature), tagged("sign/" + purpose, message))


def root(leaves: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, over leaf hashes."""
    stack = []  # (number of leaves, hash) of complete subtrees, larger to smaller
    for leaf in leaves:
        stack.append((1, leaf))
        while len(stack) > 1 and stack[-1][0] == stack[-2][0]:
            (count, right), (_, left) = stack.pop(), stack.pop()
            stack.append((2 * count, hashlib.sha256(b"\1" + left + right).digest()))
    value = stack.pop()[1] if stack else hashlib.sha256(b"").digest()
    while stack:
        value = hashlib.sha256(b"\1" + stack.pop()[1] + value).digest()
    return value


def check_note(data: bytes, origin: str, keeper: Any, people: Any, leaves: list[bytes]) -> tuple[int, set[str]]:
    """A checkpoint: three lines, the keeper's signature, and no false cosignature. Returns who cosigned."""
    body, _, below = data.decode().rpartition("\n\n")
    text = body + "\n"
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] != origin:
        raise Bad("a checkpoint that is not of this log")
    size = int(lines[1])
    if size > len(leaves) or base64.b64decode(lines[2]) != root(leaves[:size]):
        raise Bad(f"the checkpoint of size {size} has another root than the log")
    keepers, cosigned = 0, set()
    for line in below.rstrip("\n").split("\n"):
        dash, name, encoded = line.split(" ")
        raw = base64.b64decode(encoded)
        for kind, who, card in [(1, origin, keeper)] + [(4, who, card) for who, card in people.items()]:
            public = bytes.fromhex(card["signing"])
            key_id = hashlib.sha256(who.encode() + b"\n" + bytes([kind]) + public).digest()[:4]
            if dash != "\u2014" or name != who or raw[:4] != key_id:
                continue
            second = struct.unpack(">Q", raw[4:12])[0] if kind == 4 else 0
            message = f"cosignature/v1\ntime {second}\n{text}" if kind == 4 else text
            if not verify(public, raw[12:] if kind == 4 else raw[4:], message.encode()):
                raise Bad(f"a false signature of {who} under the checkpoint of size {size}")
            keepers, cosigned = keepers + (kind == 1), cosigned | ({who} if kind == 4 else set())
    if not keepers:
        raise Bad(f"the checkpoint of size {size} is not signed by the keeper")
    return size, cosigned


def check_card(card: dict[str, str]) -> None:
    """A card is signed with its own key."""
    if not signed(card, "card", canonical({key: card[key] for key in ("id", "signing", "sealing")}), card["signature"]):
        raise Bad(f"the card of {card['id']} is not signed with its own key")


def check_entries(entries: dict[int, Any], size: int) -> tuple[Any, int | None]:
    """The order of entries, the envelopes of each side, and when the round closed."""
    agreement, sealed, over = entries[0]["agreement"], -1, False
    terms = agreement["terms"]
    for card in [agreement["keeper"], *terms["sides"].values(), *terms["holders"].values()]:
        check_card(card)
    if any(tagged(tag, canonical(agreement[tag])).hex() != terms[tag] for tag in ("list", "rules", "keeper")):
        raise Bad("the terms are for another list, for other rules or for another keeper")
    digest, closes, closing, last, at = tagged("terms", canonical(terms)).hex(), terms["closes"], None, {}, ""
    for place in range(size):  # what is withheld is sealed before the closing, and a release after it
        entry = entries.get(place, {"at": at, "kind": "sealed" if closing is None else "release"})
        if entry["at"] < at or over or (entry["kind"] == "opened") != (place == 0):
            raise Bad(f"entry {place} goes back in time, opens again, or follows a cancellation")
        if (sealed == place - 1 >= 0) != (entry["kind"] == "envelope"):
            raise Bad(f"entry {place} is no envelope after its sealed part, or one without it")
        at, over = entry["at"], entry["kind"] == "cancelled"
        if entry["kind"] == "sealed":
            sealed = place
        elif entry["kind"] == "extended":
            closes = entry["closes"]
        elif entry["kind"] == "closed":
            if closing is not None or at < closes:
                raise Bad("a closing before its time, or a second one")
            closing = place + 1
        elif entry["kind"] == "agreed":
            statement = canonical({"terms": digest, "keeper": agreement["keeper"]})
            if not signed(terms["sides"][entry["side"]], "agree", statement, entry["signature"]):
                raise Bad(f"{entry['side']} did not sign the agreement in entry {place}")
        elif entry["kind"] == "envelope":
            head = entry["head"]
            side, count, before = head["side"], *last.get(head["side"], (0, ""))
            if closing is not None or at >= closes:
                raise Bad(f"the envelope of {side} in entry {place} came after the closing")
            if head["terms"] != digest or head["sequence"] != str(count + 1) or head["previous"] != before:
                raise Bad(f"the envelope of {side} in entry {place} is for other terms, or out of order")
            body = canonical({key: value for key, value in head.items() if key != "signature"})
            if not signed(terms["sides"][side], "envelope", body, head["signature"]):
                raise Bad(f"{side} did not sign the envelope in entry {place}")
            part = entries.get(place - 1, {}).get("contents")
            if part is not None and head["contents"] != tagged("contents", canonical(part)).hex():
                raise Bad(f"the sealed part before entry {place} is not the one that {side} signed")
            last[side] = (count + 1, tagged("envelope", canonical(head)).hex())
    if sealed == size - 1:
        raise Bad("no envelope follows the sealed last entry")
    return agreement, closing


def check(path: str) -> None:
    """Check a bundle and print what holds; the first check that fails is raised."""
    with zipfile.ZipFile(path) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise Bad("the bundle unpacks to more than 1 GiB")
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["bundle.json"])
    leaves = [bytes.fromhex(line) for line in files["leaves.txt"].decode().split()]
    entries = {}
    for name, body in files.items():
        if name.startswith("entries/"):
            place = int(name[8:18])
            if hashlib.sha256(b"\0" + body).digest() != leaves[place]:
                raise Bad(f"entry {place} is not the one whose hash is in the log")
            entries[place] = json.loads(body)
            if canonical(entries[place]) != body:
                raise Bad(f"entry {place} is not in canonical form")
    if manifest["size"] != str(len(leaves)) or (manifest["kind"] == "full" and len(entries) != len(leaves)):
        raise Bad("the bundle lacks entries or hashes")
    print(f"ok    {len(entries)} of {len(leaves)} entries are shown, and are the ones in the log")
    agreement, closing = check_entries(entries, len(leaves))
    print("ok    each side signed its envelopes, in order, before the closing")
    terms = agreement["terms"]
    origin = f"placet/{terms['case']}/{terms['round']}"
    people = {**terms["holders"], **terms["sides"]}
    notes = [note for name, note in files.items() if name.startswith("checkpoints/")]
    seen = dict(check_note(note, origin, agreement["keeper"], people, leaves) for note in notes)
    if manifest["origin"] != origin or len(leaves) not in seen or (closing is not None and closing not in seen):
        raise Bad("the log is of another round, or its end or its closing is not signed")
    print(f"ok    {len(seen)} checkpoints are of this log and signed by its keeper")
    missing = sorted(terms["sides"].keys() - {one for at, who in seen.items() if at >= (closing or 0) for one in who})
    print(f"note  closing not cosigned by: {', '.join(missing) or 'nobody'}")


if __name__ == "__main__":
    try:
        check(sys.argv[1])
    except Bad as bad:
        sys.exit(print(f"FAIL  {bad}") or 1)
    except (IndexError, KeyError, ValueError, TypeError, OSError, zipfile.BadZipFile) as error:
        sys.exit(print(f"FAIL  this is no sound bundle: {type(error).__name__}: {error}") or 2)
