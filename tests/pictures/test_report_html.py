"""The report as HTML: everything in one file, readable without eyes, and nothing that a name could inject."""

import itertools
import re
from html.parser import HTMLParser

import pytest

from pictures.report_cases import GUARDED, HOSTILE, OF_NOBODY, SECRETS, hostile_case, report_of, stored, written
from placet.errors import QuestionError
from placet.pictures.report_html import apart, to_html

VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """What a page holds: its tags in order with their attributes, and its text."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.words, self.open = [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return re.sub("[\u2066-\u2069]", "", "".join(self.words))

    def named(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


@pytest.fixture(scope="module", params=["en", "ar", "fr"])
def founding(request):
    return request.param, Page(to_html(report_of(stored("syria-2013"), lang=request.param)))


def test_every_tag_is_closed(founding):
    assert founding[1].open == []


def test_the_page_says_its_language_and_direction(founding):
    lang, page = founding
    assert page.named("html") == [{"lang": lang, "dir": "rtl" if lang == "ar" else "ltr"}]


def test_nothing_comes_from_elsewhere_and_nothing_runs(founding):
    page = founding[1]
    assert not {"script", "link", "iframe", "object", "img", "form"} & {tag for tag, _ in page.tags}
    links = [value for _, attrs in page.tags for name, value in attrs.items() if name in {"href", "src"}]
    assert links
    assert all(link.startswith("#") for link in links)
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert "default-src 'none'" in page.named("meta")[1]["content"]


def test_headings_go_down_one_level_at_a_time(founding):
    levels = [int(tag[1]) for tag, _ in founding[1].tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_every_table_has_a_caption_and_heads_with_a_scope(founding):
    page = founding[1]
    assert len(page.named("table")) == len(page.named("caption")) > 5
    assert page.named("th")
    assert all(head.get("scope") in {"col", "row"} for head in page.named("th"))


def test_every_picture_has_a_name_and_the_table_behind_it(founding):
    page = founding[1]
    assert len(page.named("svg")) == len(page.named("details")) == len(page.named("figure")) == 3
    assert all(figure["aria-label"] for figure in page.named("figure"))
    assert all(drawing["role"] == "img" for drawing in page.named("svg"))


def test_no_id_stands_twice_and_every_link_leads_somewhere(founding):
    page = founding[1]
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    named = [attrs["href"][1:] for attrs in page.named("a")]
    for _, attrs in page.tags:
        named += re.findall(r"url\(#([^)]*)\)", " ".join(filter(None, attrs.values())))
        named += (attrs.get("aria-labelledby") or "").split()
    assert set(named) <= set(ids)


def test_every_quotation_stands_in_its_own_words_and_language(founding):
    page, case = founding[1], stored("syria-2013")
    for entry in case.record:
        assert entry.quote in page.text
    arabic = [attrs for attrs in page.named("blockquote") if attrs.get("lang") == "ar"]
    assert arabic
    assert all(attrs["dir"] == "rtl" for attrs in arabic)


def test_the_report_of_a_deadlock_is_wholly_in_french():
    assert "[en]" not in "".join(Page(to_html(report_of(stored("cabinet"), lang="fr"))).words)


def test_hostile_names_inject_nothing():
    page = Page(to_html(report_of(hostile_case())))
    assert page.open == []
    assert "script" not in {tag for tag, _ in page.tags}
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert HOSTILE[0] in page.text
    assert HOSTILE[5] in page.text
    assert "\u200b" not in page.text


@pytest.mark.parametrize("side", ["north", "south", "guest"])
def test_a_side_finds_no_secret_of_another(side):
    page = to_html(report_of(written(GUARDED), side=side)).replace("\u202f", "")
    assert not [secret for secret in (*SECRETS[side], *OF_NOBODY) if secret in page]
    assert "Not her." in page


def test_whoever_keeps_the_case_finds_what_the_sides_do_not():
    page = to_html(report_of(written(GUARDED))).replace("\u202f", "")
    assert all(secret in page for secret in ("secret-hidden-demand", "secret-guess", "secret-letter", "84232"))


def test_a_side_that_is_not_there_is_an_error():
    with pytest.raises(QuestionError, match="north"):
        report_of(written(GUARDED), side="norht")


def test_ids_of_two_drawings_do_not_meet():
    drawing = '<svg aria-labelledby="t d"><title id="t">x</title><rect fill="url(#h)"/><pattern id="h"/></svg>'
    assert apart(drawing, "p-") == (
        '<svg aria-labelledby="p-t p-d"><title id="p-t">x</title><rect fill="url(#p-h)"/><pattern id="p-h"/></svg>'
    )
