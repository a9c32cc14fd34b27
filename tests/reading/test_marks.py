"""Quotation marks: what stands between them."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from placet.reading.marks import mask, quotations


def between(text: str) -> list[str]:
    return [one.words.of(text) for one in quotations(text)]


def test_marks_of_every_shape_count():
    assert between('"a b" and “c d” and «e» and „f“ and »g«') == ["a b", "c d", "e", "f", "g"]


def test_only_the_outermost_quotation_is_given():
    assert between("“a “b” c”") == ["a “b” c"]


def test_a_closing_mark_that_nothing_opened_is_passed_over():
    assert between('He left" and “a b”.') == ["a b"]


def test_inches_and_apostrophes_are_no_quotations():
    assert between('It’s a 5" nail, isn’t it?') == []


def test_an_open_quotation_ends_with_its_paragraph_and_may_go_on():
    first, second = quotations("He said: “a\n\n“b”")
    assert not first.continues
    assert second.continues


def test_the_mask_keeps_offsets_and_the_last_sign():
    text = 'x "Is it?" y'
    assert mask(text, quotations(text)) == 'x "\u2022\u2022\u2022\u2022\u2022?" y'


@given(st.text(alphabet='ab \n."“”‘’«»„'))
def test_quotations_follow_one_another_and_never_overlap(text):
    found = quotations(text)
    assert all(one.whole.start <= one.words.start < one.words.end <= one.whole.end for one in found)
    assert all(one.whole.end <= other.whole.start for one, other in itertools.pairwise(found))
    assert len(mask(text, found)) == len(text)
