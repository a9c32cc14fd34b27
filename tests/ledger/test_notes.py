"""Signed notes and checkpoints: the published examples, and notes that are nearly right."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.ledger.checkpoint import Checkpoint, read_checkpoint
from placet.ledger.notes import COSIGNATURE, SIGNATURE, Note, NoteKey, cosign, note_key, read_note, sign, verified
from placet.seal.faults import SealError
from placet.seal.keys import draw_keys

KEEPER, WATCHER = draw_keys("keeper"), draw_keys("watcher")
LOG = NoteKey("placet/a-case", SIGNATURE, KEEPER.card.signing)
WITNESS = NoteKey("watcher", COSIGNATURE, WATCHER.card.signing)
TEXT = Checkpoint("placet/a-case", 7, bytes(range(32))).text
NOTE = Note(
    TEXT, (sign(TEXT, "placet/a-case", KEEPER.signing), cosign(TEXT, "watcher", WATCHER.signing, 1_790_000_000))
)

# c2sp.org/signed-note, section "Example".
EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = (
    "This is an example message.\n\n\u2014 example.com/foo "
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
)
# golang.org/x/mod/sumdb/note, the example of the package.
NEUMANN_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
NEUMANN = (
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n"
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
)


@pytest.mark.parametrize(("vkey", "note"), [(EXAMPLE_KEY, EXAMPLE), (NEUMANN_KEY, NEUMANN)])
def test_published_notes_verify_and_are_written_back_the_same(vkey: str, note: str) -> None:
    read = read_note(note.encode())
    assert verified(read, [note_key(vkey)]) == {note_key(vkey): None}
    assert str(read) == note
    assert note_key(vkey).vkey == vkey


def test_a_cosignature_tells_its_second() -> None:
    assert verified(read_note(NOTE.to_bytes()), [LOG, WITNESS]) == {LOG: None, WITNESS: 1_790_000_000}


def test_a_cosignature_is_over_the_header_the_time_and_the_whole_text() -> None:
    data = NOTE.signatures[1].data
    WATCHER.signing.public_key().verify(data[8:], b"cosignature/v1\ntime 1790000000\n" + TEXT.encode())
    assert int.from_bytes(data[:8], "big") == 1_790_000_000


def test_unknown_keys_are_passed_over_and_prove_nothing() -> None:
    assert verified(NOTE, [WITNESS]) == {WITNESS: 1_790_000_000}
    assert verified(NOTE, [note_key(EXAMPLE_KEY)]) == {}


def test_a_known_key_with_a_wrong_signature_spoils_the_note() -> None:
    other = Note(TEXT.replace("7", "8"), NOTE.signatures)
    for key in (LOG, WITNESS):
        with pytest.raises(SealError, match="does not verify"):
            verified(other, [key])


def test_a_time_cannot_be_changed_below_a_cosignature() -> None:
    moved = NOTE.signatures[1].data
    bent = Note(TEXT, (type(NOTE.signatures[1])("watcher", WITNESS.id, bytes(8) + moved[8:]),))
    with pytest.raises(SealError, match="does not verify"):
        verified(bent, [WITNESS])


def test_a_keepers_signature_is_no_cosignature() -> None:
    as_witness = NoteKey("placet/a-case", COSIGNATURE, KEEPER.card.signing)
    assert verified(NOTE, [as_witness]) == {}


def test_signing_twice_keeps_one_and_a_doubled_line_is_refused() -> None:
    assert len(NOTE.with_signature(cosign(TEXT, "watcher", WATCHER.signing, 1_790_000_001)).signatures) == 2
    with pytest.raises(SealError, match="signed twice"):
        verified(Note(TEXT, (*NOTE.signatures, NOTE.signatures[0])), [LOG])


def test_every_byte_of_a_note_matters() -> None:
    data = NOTE.to_bytes()
    for place in range(len(data)):
        bent = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        try:
            signers = verified(read_note(bent), [LOG, WITNESS])
        except SealError:
            continue
        assert len(signers) < 2  # the line of one became that of somebody unknown


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text\n",
        b"text\n\n",
        b"\n\n\xe2\x80\x94 a AAAAAAA=\n",
        NOTE.to_bytes()[:-1],
        NOTE.to_bytes().replace(b"\n", b"\r\n"),
        NOTE.to_bytes().replace("\u2014".encode(), b"-"),
        NOTE.to_bytes().replace(b"watcher ", b"watch+er "),
        NOTE.to_bytes() + b"\xff",
        b"x" * 300_000,
    ],
)
def test_what_is_not_a_note_is_refused(data: bytes) -> None:
    with pytest.raises(SealError):
        verified(read_note(data), [LOG, WITNESS])


@pytest.mark.parametrize(
    "text",
    [
        "a\n1\n",
        "a\n01\n" + base64.b64encode(bytes(32)).decode() + "\n",
        "a\n-1\n" + base64.b64encode(bytes(32)).decode() + "\n",
        "a\n\u0661\n" + base64.b64encode(bytes(32)).decode() + "\n",
        "a\n1\n" + base64.b64encode(bytes(31)).decode() + "\n",
        "\n1\n" + base64.b64encode(bytes(32)).decode() + "\n",
        TEXT + "an extension\n",
        "a\n1\nAAAA",
    ],
)
def test_what_is_not_a_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(SealError):
        read_checkpoint(text)


def test_a_checkpoint_is_read_back() -> None:
    assert read_checkpoint(TEXT) == Checkpoint("placet/a-case", 7, bytes(range(32)))


@pytest.mark.parametrize(
    "vkey",
    ["", "a+b", EXAMPLE_KEY.replace("530d", "530e"), EXAMPLE_KEY[:-4], "a b+00000000+AQ==", EXAMPLE_KEY + "!"],
)
def test_verifier_keys_that_do_not_fit_are_refused(vkey: str) -> None:
    with pytest.raises(SealError):
        note_key(vkey)


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_any_bytes_give_a_note_or_a_clear_error(data: bytes) -> None:
    try:
        note = read_note(data)
    except SealError:
        return
    assert note.to_bytes() == data


ROOT_TEXT = base64.b64encode(bytes(32)).decode()


@pytest.mark.parametrize("size", [0, 1, 9, 10, 99, 10**15])
def test_a_checkpoint_of_any_size_is_read_back(size: int) -> None:
    assert read_checkpoint(f"a\n{size}\n{ROOT_TEXT}\n") == Checkpoint("a", size, bytes(32))


@pytest.mark.parametrize(
    "text",
    [
        f"a\n{10**15 + 1}\n{ROOT_TEXT}\n",
        f"a\n00\n{ROOT_TEXT}\n",
        f"a\n1\n{ROOT_TEXT}\nx",
        f"a\n1\n{ROOT_TEXT}",
        f"a\n1\n{ROOT_TEXT[:-2]}B=\n",  # other bits behind the last byte
        f"a\n1\n{ROOT_TEXT[:20]} {ROOT_TEXT[20:]}\n",
    ],
)
def test_another_way_to_write_a_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(SealError, match="a checkpoint"):
        read_checkpoint(text)


def line(data: bytes, name: str = "somebody") -> str:
    return f"\u2014 {name} {base64.b64encode(data).decode()}\n"


def test_a_note_has_bounds() -> None:
    one = line(bytes(5))
    assert len(read_note(("text\n\n" + one * 1100).encode()).signatures) == 1100
    with pytest.raises(SealError, match="at most 1,100"):
        read_note(("text\n\n" + one * 1101).encode())
    filler = "x" * (256 * 1024 - len(f"\n\n{one}".encode()))
    assert read_note(f"{filler}\n\n{one}".encode()).text == filler + "\n"
    with pytest.raises(SealError, match="at most 262,144"):
        read_note(f"{filler}x\n\n{one}".encode())


@pytest.mark.parametrize(
    "whole",
    [
        "te\x00xt\n\n" + line(bytes(5)),
        "te\x1fxt\n\n" + line(bytes(5)),
        "te\txt\n\n" + line(bytes(5)),
        "text\n" + line(bytes(5)),
        "text\n\n" + line(bytes(5))[:-1],
        "text\n\n" + line(bytes(4)),
        "text\n\n" + line(bytes(5), ""),
        "text\n\n" + line(bytes(5), "a\u00a0b"),
        "text\n\n" + line(bytes(5), "a+b"),
        "text\n\nsomebody AAAAAAA=\n",
        "text\n\n\u2014 somebody\n",
        "text\n\n\u2014 somebody AAAAAAB=\n",
        "text\n\n\u2014 somebody AAAA AAA=\n",
    ],
)
def test_a_line_that_is_nearly_right_is_refused(whole: str) -> None:
    with pytest.raises(SealError):
        read_note(whole.encode())


def test_spaces_and_letters_of_any_script_may_stand_in_a_text_and_exclamation_marks_in_a_name() -> None:
    read = read_note(("a text \u0645\n\n" + line(bytes(5), "!")).encode())
    assert (read.text, read.signatures[0].name) == ("a text \u0645\n", "!")


def test_only_a_whole_text_of_lines_is_signed() -> None:
    assert sign("a b\nc\n", "keeper", KEEPER.signing).name == "keeper"
    for text in ("a", "", "a\x1fb\n", "a\tb\n", "\x00\n"):
        with pytest.raises(SealError, match="lines that each end"):
            sign(text, "keeper", KEEPER.signing)
        with pytest.raises(SealError, match="lines that each end"):
            cosign(text, "watcher", WATCHER.signing, 0)
    for name in ("", "a b", "a+b", "a\u2003b", "a\x00"):
        with pytest.raises(SealError, match="the key name"):
            sign(TEXT, name, KEEPER.signing)


@pytest.mark.parametrize("second", [0, 1, 2**63 - 1])
def test_a_cosignature_holds_any_second_of_the_format(second: int) -> None:
    note = Note(TEXT, (cosign(TEXT, "watcher", WATCHER.signing, second),))
    assert verified(note, [WITNESS]) == {WITNESS: second}


def test_a_second_beyond_the_format_is_refused_by_who_signs_and_by_who_reads() -> None:
    for second in (-1, 2**63):
        with pytest.raises(ValueError, match="second"):
            cosign(TEXT, "watcher", WATCHER.signing, second)
    signed = WATCHER.signing.sign(f"cosignature/v1\ntime {2**63}\n{TEXT}".encode())
    late = type(NOTE.signatures[1])("watcher", WITNESS.id, (2**63).to_bytes(8, "big") + signed)
    with pytest.raises(SealError, match="impossible time"):
        verified(Note(TEXT, (late,)), [WITNESS])


def test_a_key_signs_again_in_its_own_place_alone() -> None:
    again = cosign(TEXT, "watcher", WATCHER.signing, 1_790_000_001)
    other = cosign(TEXT, "watcher", KEEPER.signing, 1_790_000_001)
    assert NOTE.with_signature(again).signatures == (NOTE.signatures[0], again)
    assert NOTE.with_signature(other).signatures == (*NOTE.signatures, other)


def test_a_verifier_key_has_33_bytes_of_a_known_kind() -> None:
    for material in (b"\x01" + bytes(31), b"\x01" + bytes(33), b"\x02" + bytes(32), b""):
        with pytest.raises(SealError, match="an Ed25519 key of kind 1 or 4"):
            note_key(f"name+00000000+{base64.b64encode(material).decode()}")
    assert note_key(WITNESS.vkey) == WITNESS
    assert (SIGNATURE, COSIGNATURE) == (1, 4)  # the numbers that C2SP gave out
