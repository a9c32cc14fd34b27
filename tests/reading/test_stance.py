"""Stance: what words seem to do to a demand, by the lexicon."""

import re

import pytest

from placet.case.nouns import Stance
from placet.reading.drafts import Span
from placet.reading.lexicon import lexicon
from placet.reading.stance import leaning, presumption


def stance_of(text: str, lang: str = "en") -> str | None:
    found = leaning(text, Span(0, len(text)), lang=lang)
    return found.stance.value if found else None


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("He called on Orr to resign.", "asserts"),
        ("Orr must go.", "asserts"),
        ("We demand it.", "asserts"),
        ("We reiterate our call.", "reaffirms"),
        ("We still insist on it.", "reaffirms"),
        ("It is not the top priority.", "softens"),
        ("We are ready to talk.", "softens"),
        ("We no longer insist on it.", "withdraws"),
        ("I’m not going to decide that.", "withdraws"),
        ("She backtracked from the demand.", "withdraws"),
        ("The weather was fine.", None),
    ],
)
def test_the_lexicon_gives_the_stance(text, stance):
    assert stance_of(text) == stance


def test_what_withdraws_counts_before_what_it_withdraws():
    assert stance_of("They stepped back from insisting that he must go.") == "withdraws"


def test_the_first_stretch_that_shows_a_stance_decides():
    text = "Orr must go. She backtracked from it."
    found = leaning(text, Span(0, 12), Span(12, len(text)))
    assert found.stance is Stance.ASSERTS
    assert found.span.of(text) == found.words == "must go"


@pytest.mark.parametrize("text", ["Presumably they would refuse.", "They would veto it.", "He is likely to object."])
def test_what_is_only_expected_is_kept_apart(text):
    assert presumption(text, Span(0, len(text))) is not None
    assert stance_of("Presumably they know.") is None


@pytest.mark.parametrize("text", ["They vetoed it.", "Each would be able to veto names."])
def test_a_veto_cast_or_a_right_to_one_is_no_presumption(text):
    assert presumption(text, Span(0, len(text))) is None


@pytest.mark.parametrize(
    ("lang", "text", "stance"),
    [
        ("fr", "Il doit partir.", "asserts"),
        ("de", "Wir fordern seinen Rücktritt.", "asserts"),
        ("ru", "Он должен уйти.", "asserts"),
        ("ar", "تراجع عن مطلبه", "withdraws"),
    ],
)
def test_other_languages_have_their_own_cues(lang, text, stance):
    assert stance_of(text, lang) == stance


def test_every_line_of_the_lexicon_is_a_pattern_and_every_language_has_every_stance():
    for stances in lexicon("stance").values():
        assert set(stances) == {stance.value for stance in Stance}
        for lines in stances.values():
            assert lines
            for line in lines:
                re.compile(line)
