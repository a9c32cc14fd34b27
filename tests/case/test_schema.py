"""The JSON Schema knows what one place of the file may hold, as the reader does."""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from case.samples import EXAMPLE, changed
from case.strategies import cases
from case.test_broken_nouns import BROKEN as NOUNS
from case.test_broken_rules import BROKEN as RULES
from case.test_broken_words import BROKEN as WORDS
from placet.case.compose import compose
from placet.case.encode import encode
from placet.case.schema import schema
from placet.case.tree import Mapping, Scalar

VALIDATOR = Draft202012Validator(schema())


def plain(node):
    """Return a tree as a reader of YAML 1.2 gives it to a validator."""
    if isinstance(node, Scalar):
        return float(node.value) if isinstance(node.value, Fraction) else node.value
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.pairs}
    return [plain(item) for item in node.items]


def errors(text):
    return [error.message for error in VALIDATOR.iter_errors(plain(compose(text, "case.yaml")[0]))]


def test_the_schema_is_one():
    Draft202012Validator.check_schema(schema())
    assert json.loads(json.dumps(schema())) == schema()


def test_the_example_is_valid():
    assert errors(EXAMPLE) == []


@pytest.mark.parametrize("name", ["arbitration-panel", "cabinet", "syria-2013"])
def test_the_cases_that_come_with_placet_are_valid(name):
    file = Path(__file__).parents[2] / "cases" / name / "case.yaml"
    assert errors(file.read_text(encoding="utf-8")) == []


@given(cases())
@settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))
def test_every_case_that_can_be_written_is_valid(case):
    assert [error.message for error in VALIDATOR.iter_errors(with_floats(encode(case)))] == []


def with_floats(value):
    if isinstance(value, dict):
        return {name: with_floats(part) for name, part in value.items()}
    if isinstance(value, list):
        return [with_floats(part) for part in value]
    return float(value) if isinstance(value, Fraction) else value


BEYOND = (
    "declared",
    "circle",
    "a second time",
    "road map",
    "some candidate",
    "at most",
    "without saleh",
    "numbers only",
    "both or neither",
    "by votes",
    "beside",
    "a rule without a number",
    "direction",
    "line break",
    "control character",
    "held_since",
    "no later than",
    "Unicode NFC",
    "letters, digits",
    "the case itself",
    "a date: ",
    "nul.txt",
    "calendar",
)


def seen_by_the_schema(table):
    """Return the mistakes that one place of the file shows by itself."""
    for claim, (old, new, *messages) in table.items():
        if not any(word in message for word in BEYOND for message in messages):
            yield pytest.param(old, new, id=claim)


@pytest.mark.parametrize(
    ("old", "new"), [*seen_by_the_schema(NOUNS), *seen_by_the_schema(RULES), *seen_by_the_schema(WORDS)]
)
def test_the_schema_sees_the_mistake_too(old, new):
    assert errors(changed(old, new))


def test_every_name_of_the_case_is_described():
    properties = schema()["properties"]
    assert all(described.get("description") for described in properties.values())
