"""A copy of each source is kept in the case folder, under a name that never leaves it, and never over another."""

import hashlib
import os
from dataclasses import replace

import pytest

from placet.case.catalog import Catalog
from placet.case.nouns import Case, Source
from placet.case.paths import stays_inside
from placet.case.text import Text
from placet.errors import PlacetError
from placet.reading.archive import archive, describe, known_source
from placet.reading.sources import read_source

TEXT = "A speech at the harbour\n\n“It must close,” said the minister.\n".encode()


def case_with(*sources):
    listed = Catalog((source.id, source) for source in sources)
    return Case("tiny", Text.plain("A body"), Catalog(), Catalog(), Catalog(), sources=listed)


def kept(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_plain_text_is_kept_byte_for_byte_with_its_fingerprint(tmp_path):
    document = read_source(TEXT, "speech.txt")
    archived = archive(document, describe(document, "speech"), tmp_path)
    assert kept(tmp_path) == {"sources/speech-at-the-harbour.txt": TEXT}
    assert archived.source.file == "sources/speech-at-the-harbour.txt"
    assert archived.source.sha256 == hashlib.sha256(TEXT).hexdigest()
    assert archived.text == TEXT.decode()


def test_keeping_the_same_source_twice_keeps_one_copy(tmp_path):
    document = read_source(TEXT, "speech.txt")
    first, second = (archive(document, describe(document, "speech"), tmp_path) for _ in range(2))
    assert first == second
    assert len(kept(tmp_path)) == 1


def test_a_file_with_other_words_is_never_overwritten(tmp_path):
    document = read_source(TEXT, "speech.txt")
    place = tmp_path / "sources" / "speech-at-the-harbour.txt"
    place.parent.mkdir()
    place.write_bytes(b"mine")
    archived = archive(document, describe(document, "speech"), tmp_path)
    assert place.read_bytes() == b"mine"
    assert archived.source.file == "sources/speech-at-the-harbour-2.txt"


def test_what_the_text_was_taken_from_is_kept_beside_it(tmp_path):
    content = TEXT.replace(b"\n", b"\r\n")
    document = read_source(content, "speech.txt")
    archived = archive(document, describe(document, "speech"), tmp_path)
    assert kept(tmp_path) == {
        "sources/speech-at-the-harbour.txt": TEXT,
        "sources/speech-at-the-harbour.original.txt": content,
    }
    assert archived.source.sha256 == hashlib.sha256(TEXT).hexdigest()


@pytest.mark.parametrize(
    "title",
    [
        "../../etc/passwd",
        "C:\\Windows\\x",
        "con",
        "nul",
        "هيئة حكم",
        ". . .",
        "a/b",
        "-rf",
        "x" * 300,
        "\u202eabc",
        "COM1",
    ],
)
def test_a_copy_never_leaves_the_folder_whatever_its_title(tmp_path, title):
    folder = tmp_path / "case"
    document = replace(read_source(TEXT, "speech.txt"), title=title)
    archived = archive(document, describe(document, "speech"), folder)
    assert list(kept(tmp_path)) == [f"case/{archived.source.file}"]
    assert stays_inside(archived.source.file)
    assert archived.source.file.isascii()


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators only")
def test_a_folder_that_leads_elsewhere_by_a_link_is_refused(tmp_path):
    (tmp_path / "case").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "case" / "sources").symlink_to(tmp_path / "elsewhere")
    document = read_source(TEXT, "speech.txt")
    with pytest.raises(PlacetError, match="leads out of the case folder"):
        archive(document, describe(document, "speech"), tmp_path / "case")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_source_that_the_case_cites_is_known_by_its_fingerprint(tmp_path):
    document = read_source(TEXT, "other-name.txt")
    cited = Source("harbour", file="sources/harbour.txt", sha256=hashlib.sha256(TEXT).hexdigest())
    assert known_source(case_with(cited), document) == cited
    assert known_source(case_with(replace(cited, sha256="00" * 32)), document) is None
    archived = archive(document, cited, tmp_path)
    assert archived.source == cited
    assert kept(tmp_path) == {"sources/harbour.txt": TEXT}


def test_another_file_in_the_place_of_the_cited_copy_is_told(tmp_path):
    document = read_source(TEXT, "speech.txt")
    cited = Source("harbour", file="harbour.txt", sha256=hashlib.sha256(TEXT).hexdigest())
    (tmp_path / "harbour.txt").write_bytes(b"mine")
    with pytest.raises(PlacetError, match="is not the copy that the case cites"):
        archive(document, cited, tmp_path)
    assert (tmp_path / "harbour.txt").read_bytes() == b"mine"


def test_the_id_of_a_source_is_made_from_its_title_and_is_free():
    document = read_source(TEXT, "speech.txt")
    assert describe(document, "speech").id == "speech-at-the-harbour"
    assert describe(document, "speech", {"speech-at-the-harbour"}).id == "speech-at-the-harbour-2"
    assert describe(replace(document, title=None), "speech").id == "speech"
