"""The scorer of attributions, on an article made up for it, and the corpus itself where it is at hand."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("PLACET_DATA", ROOT.parent / "shared" / "data")) / "polnear"

_spec = importlib.util.spec_from_file_location("polnear", ROOT / "benchmarks" / "polnear.py")
polnear = importlib.util.module_from_spec(_spec)
sys.modules["polnear"] = polnear
_spec.loader.exec_module(polnear)

TEXT = 'Bell said: "He must go." Orr thinks that it rains.'
STANDOFF = "\n".join(  # noqa: FLY002 -- one line of the file for each
    [
        "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3",
        "T1\tSource 0 4\tBell",
        "T2\tCue 5 9\tsaid",
        'T3\tContent 11 24\t"He must go."',
        "T4\tAttribution 5 9\tsaid",
        "T5\tSource 25 28\tOrr",
        "T6\tContent 41 43;44 49\tit rains",
        "E2\tAttribution:T7 Source:T5 Content:T6",
    ]
)
BELL = polnear.Marked(((11, 24),), ((0, 4),), is_quoted=True)
ORR = polnear.Marked(((41, 43), (44, 49)), ((25, 28),), is_quoted=False)


def test_standoff_marks_are_read_in_whatever_order_they_stand():
    assert polnear.read_marked(STANDOFF, TEXT) == (BELL, ORR)


def test_what_is_found_as_it_is_marked_scores_in_full():
    score = polnear.score(TEXT, [BELL, ORR], [BELL, ORR], quoted=True)
    assert (score.recall, score.precision, score.speakers) == (1, 1, 1)
    assert score.marked == 1


def test_marks_and_full_stops_at_the_ends_do_not_matter():
    bare = polnear.Marked(((12, 22),), ((0, 4),), is_quoted=True)
    assert polnear.score(TEXT, [BELL], [bare], quoted=True).right == 1


def test_less_than_half_in_common_is_a_miss_and_a_mistake():
    stub = polnear.Marked(((12, 14),), ((0, 4),), is_quoted=True)
    score = polnear.score(TEXT, [BELL], [stub], quoted=True)
    assert (score.recall, score.precision) == (0, 0)


def test_what_is_found_twice_is_right_once():
    again = polnear.Marked(((12, 22),), ((0, 4),), is_quoted=True)
    assert polnear.score(TEXT, [BELL], [BELL, again], quoted=True).precision == 0.5


def test_another_speaker_is_wrong_though_the_words_are_right():
    score = polnear.score(TEXT, [BELL], [polnear.Marked(BELL.content, ORR.source, is_quoted=True)], quoted=True)
    assert (score.recall, score.speakers) == (1, 0)


def test_a_match_of_the_other_kind_is_no_mistake():
    as_retold = polnear.Marked(BELL.content, BELL.source, is_quoted=False)
    assert polnear.score(TEXT, [BELL, ORR], [as_retold, ORR], quoted=False).precision == 1


def test_scores_of_articles_add_up():
    one = polnear.score(TEXT, [BELL], [BELL], quoted=True)
    none = polnear.score(TEXT, [BELL], [], quoted=True)
    assert (one + none).recall == 0.5


@pytest.fixture(scope="module")
def articles():
    if not CORPUS.exists():
        pytest.skip(f"no corpus at {CORPUS}; set PLACET_DATA to the folder of the data")
    return list(polnear.articles(CORPUS, "dev"))


def test_quoted_attributions_of_the_corpus_are_found_as_often_as_was_measured(articles):
    total = polnear.NOTHING
    for _, text, marked in articles:
        total += polnear.score(text, marked, polnear.read_found(text, with_spacy=False), quoted=True)
    assert total.marked == 296
    assert total.recall >= 0.84
    assert total.precision >= 0.91
    assert total.speakers >= 0.94
