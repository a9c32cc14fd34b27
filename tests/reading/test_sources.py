"""Bytes become a document: a text, a web page or a PDF, or a clear word about why not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from placet.errors import PlacetError
from placet.reading.sources import clean, kind_of, one_line, read_source
from reading.made_pdf import pdf

PAGE = """<!DOCTYPE html><html lang="fr-FR"><head><meta charset="utf-8"><title>Le ministre refuse</title>
<meta property="og:site_name" content="Le Courrier du Port">
<meta property="article:published_time" content="2013-05-08T10:00:00Z"></head><body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/sport">Tous les sports du monde sont ici.</a></li></ul></nav>
<div class="ad"><a href="/buy">Achetez maintenant nos beaux articles, moins chers que jamais.</a></div>
<article><h1>Le ministre refuse</h1>
<p>Le ministre du port a parlé longuement mardi devant la presse de la ville et de la région entière.</p>
<p>« Il doit partir avant toute discussion », a dit le ministre à la sortie de la réunion du conseil.</p>
<p>Le maire de la ville n'a pas voulu répondre à cette demande, et la réunion reprendra demain matin.</p>
</article><footer>Tous droits réservés</footer></body></html>"""


def test_a_web_page_becomes_its_article_without_menu_and_advertisement():
    document = read_source(PAGE.encode(), "page.html")
    assert "« Il doit partir avant toute discussion », a dit le ministre" in document.text
    for rest in ("Accueil", "sports du monde", "Achetez maintenant", "Tous droits"):
        assert rest not in document.text


def test_a_web_page_tells_its_title_publisher_date_and_language():
    document = read_source(PAGE.encode(), "page.html")
    assert (document.title, document.publisher, str(document.dated), document.lang) == (
        "Le ministre refuse",
        "Le Courrier du Port",
        "2013-05-08",
        "fr",
    )


def test_a_web_page_that_states_no_date_has_none():
    undated = PAGE.replace('<meta property="article:published_time" content="2013-05-08T10:00:00Z">', "")
    assert read_source(undated.encode(), "page.html").dated is None


def test_paragraphs_of_a_web_page_are_parted_by_empty_lines():
    assert "région entière.\n\n« Il doit" in read_source(PAGE.encode(), "page.html").text


@pytest.mark.parametrize("media_type", ["text/html; charset=ISO-8859-1", None])
def test_a_page_is_read_in_the_encoding_that_it_or_its_server_names(media_type):
    page = PAGE.replace('charset="utf-8"', 'charset="iso-8859-1"')
    assert "région" in read_source(page.encode("iso-8859-1"), "page", media_type=media_type).text


def test_stray_zero_bytes_in_a_page_are_passed_over():
    assert "Il doit partir" in read_source(PAGE.encode().replace(b"<article>", b"<article>\0"), "page.html").text


@pytest.mark.parametrize("times", [1, 40])
def test_a_page_that_is_all_advertisement_is_said_to_be_none(times):
    advert = '<div class="ad"><a href="/x">Buy our wonderful things today, and you will never be sad again.</a></div>'
    with pytest.raises(PlacetError, match="no article"):
        read_source(f"<html><body>{advert * times}</body></html>".encode(), "ads.html")


@pytest.mark.parametrize("page", ["<html></html>", "<html><body>", "<!doctype html>\n<p>", "<html>" + "<div>" * 3000])
def test_a_page_without_an_article_is_said_to_be_none(page):
    with pytest.raises(PlacetError, match="no article"):
        read_source(page.encode(), "page.html")


def test_a_plain_text_is_its_own_copy():
    text = "The port\n\n“It must close,” said the minister – no more.\n"
    document = read_source(text.encode(), "speech.txt")
    assert (document.text, document.title, document.is_its_own_copy) == (text, "The port", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "windows-1252"])
def test_a_plain_text_is_read_in_its_encoding(encoding):
    document = read_source("Le président a dit : « Non. »\r\nFin.".encode(encoding), "speech.txt")
    assert document.text == "Le président a dit : « Non. »\nFin."
    assert not document.is_its_own_copy


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The minister said that it was not for the council to decide, and that he had the right.", "en"),
        ("Le ministre a dit que la réunion est une erreur et que les membres ne sont pas dans la salle.", "fr"),
        ("Der Minister sagte, dass die Sitzung nicht ein Fehler ist und der Rat sich auch mit dem Plan.", "de"),
        ("قال الوزير إن المجلس لن يجتمع", "ar"),
        ("Министр сказал, что совет не соберётся", "ru"),
        ("Xyzzy plugh", None),
    ],
)
def test_the_language_is_told_by_script_and_common_words(text, lang):
    assert read_source(text.encode(), "speech.txt").lang == lang


def test_the_title_of_a_text_is_its_first_line_of_several_words():
    assert read_source(b"ADVERTISEMENT\n\nA quiet day\n\nNothing was said.", "a.txt").title == "A quiet day"


def test_a_pdf_becomes_its_paragraphs():
    page = [
        "The council of the harbour met on Tuesday for most of the day and",
        "heard both of the sides. We will not sit with him, said the union.",
        "It was late.",
        "The city had no answer to that demand when the meeting came to its",
        "end, and it will not have one before the summer, said the mayor.",
    ]
    document = read_source(pdf([page], title="Minutes of the council"), "minutes.pdf")
    first, second = document.text.rstrip("\n").split("\n\n")
    assert first.endswith("We will not sit with him, said the union. It was late.")
    assert second.startswith("The city had no answer")
    assert "its end, and" in second
    assert document.title == "Minutes of the council"


def test_a_word_broken_at_the_end_of_a_line_is_joined_only_where_the_text_shows_how():
    page = [
        "The negotiators came to the harbour in the morning and the negotia-",
        "tors left it in the evening, after a long-",
        "term plan had been read to them in the room above the harbour.",
    ]
    text = read_source(pdf([page]), "a.pdf").text
    assert "and the negotiators left" in text
    assert "a long-term plan" in text


def test_the_lines_that_head_and_foot_every_page_of_a_pdf_are_left_out():
    pages = [
        ["The harbour daily", f"On page {n} the union said again that it would never sit", f"- {n} -"]
        for n in range(1, 7)
    ]
    text = read_source(pdf(pages), "paper.pdf").text
    assert "harbour daily" not in text
    assert "- 3 -" not in text
    assert "On page 6" in text


def test_a_pdf_of_300_pages_is_read_whole():
    pages = [[f"On page {n} the union said that it would not sit with the mayor in the room."] * 40 for n in range(300)]
    text = read_source(pdf(pages), "long.pdf").text
    assert "On page 0 " in text
    assert "On page 299 " in text


def test_a_scan_without_text_is_said_to_be_one():
    with pytest.raises(PlacetError, match=r"pictures of pages and no text.*ocrmypdf"):
        read_source(pdf([[], [], []]), "scan.pdf")


@pytest.mark.parametrize("cut", [12, 60, 300])
def test_a_damaged_pdf_is_said_to_be_one(cut):
    with pytest.raises(PlacetError, match=r"damaged PDF|no text"):
        read_source(pdf([["The union said no to the whole of the plan."]])[:cut], "broken.pdf")


def test_a_pdf_with_a_password_is_said_to_be_locked(tmp_path):
    import io  # noqa: PLC0415 -- only here

    import pypdf  # noqa: PLC0415 -- only here

    writer = pypdf.PdfWriter(io.BytesIO(pdf([["The union said no to the whole of the plan."]])))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(PlacetError, match="locked with a password"):
        read_source(locked.getvalue(), "locked.pdf")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"12 34 --", "holds no words"),
        (b"PK\x03\x04 rest", "a packed file"),
        (b"\x89PNG\r\n", "a picture"),
        (b"{\\rtf1 words}", "rich text"),
        (b"\x00\x01\x02\x03", "neither text"),
    ],
)
def test_what_is_no_source_is_said_to_be_none(content, says):
    with pytest.raises(PlacetError, match=says):
        read_source(content, "thing")


def test_a_source_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("placet.reading.sources.LARGEST", 10)
    with pytest.raises(PlacetError, match="more than"):
        read_source(b"a" * 11, "long.txt")


def test_a_title_is_one_line_without_signs_that_steer_direction():
    assert one_line("  A\u202e title\n of\u2066 two  lines ") == "A title of two lines"
    assert one_line(" \u200f ") is None


@pytest.mark.parametrize(
    ("content", "name", "media_type", "kind"),
    [
        (b"%PDF-1.7", "x", None, "pdf"),
        (b"\n <!DOCTYPE HTML>", "x", None, "html"),
        (b"<p>x", "x.htm?a=1", None, "html"),
        (b"<p>x", "x", "text/html", "html"),
        (b"Words", "x.txt", "text/plain", "text"),
    ],
)
def test_the_kind_is_told_by_bytes_then_by_name_and_server(content, name, media_type, kind):
    assert kind_of(content, name, media_type) == kind


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.binary(max_size=300), st.sampled_from([b"", b"<html><p>", b"%PDF-1.4\n", b"\xff\xfe"]))
def test_any_bytes_are_a_document_with_words_or_a_clear_word(content, start):
    try:
        text = read_source(start + content, "thing").text
    except PlacetError as said:
        text = str(said)
    assert any(map(str.isalpha, text))
