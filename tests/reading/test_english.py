"""Retold words read by a spaCy pipeline."""

import pytest

from placet.errors import QuestionError
from placet.reading.attributions import attributions
from placet.reading.english import PIPELINE, Grammar, checked

pytest.importorskip("spacy", reason="the extra placet[english] is not installed")
pytest.importorskip(PIPELINE, reason="the extra placet[english] is not installed")


def told(text: str) -> list[tuple[str, str, str]]:
    found = attributions(text, "en", Grammar())
    return [(one.kind, one.source.of(text), one.content[0].of(text)) for one in found]


def test_a_clause_is_read_with_its_subject():
    assert told("The envoy of the league argued that the talks had failed.") == [
        ("indirect", "The envoy of the league", "the talks had failed")
    ]


def test_a_clause_without_that_is_read_too():
    assert told("Orr believes the talks have failed.") == [("indirect", "Orr", "the talks have failed")]


def test_spans_count_from_the_beginning_of_the_whole_text():
    text = 'It rained.\n\n"No," said Bell. Later Bell said that she would go.'
    assert [who for _, who, _ in told(text)] == ["Bell", "Bell"]
    assert told(text)[1][2] == "she would go"


def test_what_was_not_said_is_left_out():
    assert told("Bell did not say that she would go.") == []


@pytest.mark.parametrize("name", ["no_such_pipeline", "../up", ""])
def test_a_pipeline_that_is_not_there_is_told(name):
    with pytest.raises(QuestionError, match="not installed"):
        checked(name)
