"""The report as PDF: tagged, the same bytes each time, in three languages, and no word read as markup."""

import io

import pytest
from pypdf import PdfReader

from pictures.report_cases import GUARDED, OF_NOBODY, SECRETS, hostile_case, report_of, stored, written
from placet.pictures.report_pdf import font_folders, to_pdf, to_pngs


def reader(content):
    return PdfReader(io.BytesIO(content))


def words(content):
    return "\n".join(page.extract_text() for page in reader(content).pages)


@pytest.fixture(scope="module")
def founding():
    return to_pdf(report_of(stored("syria-2013")))


def test_the_founding_case_has_a_summary_on_its_first_page(founding):
    first = reader(founding).pages[0].extract_text()
    assert "There are 4 settlements that all sides can accept" in first
    assert "A transitional governing body for Syria" in first


def test_it_is_tagged_and_bears_its_title_and_language(founding):
    document = reader(founding)
    assert document.metadata.title == "A transitional governing body for Syria"
    assert document.trailer["/Root"]["/Lang"] == "en"
    assert document.trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_it_claims_the_standard_for_screen_readers(founding):
    assert b"pdfuaid:part" in reader(founding).trailer["/Root"]["/Metadata"].get_data()


def test_pages_are_numbered_one_after_the_other(founding):
    pages = [page.extract_text() for page in reader(founding).pages]
    assert len(pages) > 5
    assert all(f"{number} / {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_the_same_report_has_the_same_bytes(founding):
    assert to_pdf(report_of(stored("syria-2013"))) == founding


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_it_is_written_in_other_languages(lang):
    document = reader(to_pdf(report_of(stored("syria-2013"), lang=lang)))
    assert document.trailer["/Root"]["/Lang"] == lang
    fonts = {
        str(font["/BaseFont"]) for page in document.pages for font in page["/Resources"]["/Font"].get_object().values()
    }
    assert any("Amiri" in font for font in fonts)


def test_the_fonts_that_it_needs_are_installed_with_it():
    names = [file.name for folder in font_folders() for file in folder.iterdir()]
    assert {"Amiri-Regular.ttf", "NotoSansArabic[wdth,wght].ttf"} <= set(names)


def test_hostile_names_are_printed_and_never_read_as_markup():
    said = words(to_pdf(report_of(hostile_case())))
    flat = "".join(said.split())
    assert "<script>alert(1)</script>" in flat
    assert ']#panic("x")//' in flat
    assert '#read("/etc/passwd")*bold*$x$' in flat


@pytest.mark.parametrize("side", ["north", "south", "guest"])
def test_a_side_finds_no_secret_of_another(side):
    content = to_pdf(report_of(written(GUARDED), side=side))
    flat = "".join(words(content).split())
    assert not [secret for secret in (*SECRETS[side], *OF_NOBODY) if "".join(secret.split()) in flat]
    assert "Nother." in flat


def test_a_long_word_stays_on_the_page():
    pages = to_pngs(report_of(hostile_case()), 20)
    assert len(pages) > 2
    assert all(page.startswith(b"\x89PNG") for page in pages)
