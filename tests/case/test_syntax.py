"""What is no YAML, or is YAML that a case does not need: each with the message it must give."""

# ruff: noqa: E501 -- a message stands on one line, as it is shown

import pytest
import yaml

from case.samples import EXAMPLE, faults
from placet.case.compose import DEEPEST, compose
from placet.case.syntax import explain
from placet.errors import CaseError

BROKEN = {
    "a tab moves a line": (
        "placet: 1\nsides:\n\tgovernment: x\n",
        "3:1: found a tab, expected spaces (lines are moved to the right with spaces, never with tabs)",
    ),
    "a tab stands in front of a name": (
        "a: {b: 1}\n\tc: 1",
        "2:1: found a tab, expected spaces (lines are moved to the right with spaces, never with tabs)",
    ),
    "two colons stand in a line": (
        "title: Syria: a case\n",
        "1:13: found a second colon in one line, expected one name, a colon and its words, in quotation marks if the words hold a colon",
    ),
    "a line begins too far right": (
        "a:\n  b: 1\n   c: 2\n",
        "3:5: found a line that does not begin in the same column as its neighbours, expected all names of one list to begin in the same column",
    ),
    "a line begins between two columns": (
        "a:\n    b: 1\n  c: 2\n",
        "3:3: found a line that does not begin in the same column as its neighbours, expected all names of one list to begin in the same column",
    ),
    "a line has no colon": (
        "a: 1\nb\nc: 1\n",
        "2:1: found a line without a colon, expected a name, a colon, a space and then its words",
    ),
    "a brace is never closed": (
        "a: {b: 1, c: 2\nd: 3\n",
        '2:2: found something after a value, expected a comma before the next name, or "}" at the end of the named values',
    ),
    "a comma is missing between names": (
        "a: {b: 1 c: 2}\n",
        '1:11: found something after a value, expected a comma before the next name, or "}" at the end of the named values',
    ),
    "a bracket is never closed": (
        "a: [1, 2\nb: 3\n",
        '2:2: found something after a value, expected a comma before the next value, or "]" at the end of the list',
    ),
    "a quotation mark is never closed": (
        'a: 1\nb: "abc\nc: 1\n',
        "2:4: found quotation marks that are never closed, expected a closing quotation mark",
    ),
    "words follow a quotation mark": (
        "a: 'it's'",
        "1:8: found more words after a closing quotation mark, expected the end of the line (a quotation mark within words is written twice)",
    ),
    "a backslash escapes nothing": (
        'a: "C:\\q"',
        "1:4: found an escape after a backslash that names no character, expected two backslashes for one, or single quotation marks around the words",
    ),
    "an escape names half a character": (
        'a: "\\ud83d"',
        "1:4: found an escape after a backslash that names no character, expected two backslashes for one, or single quotation marks around the words",
    ),
    "an item begins in the middle of a line": (
        "a: - b",
        '1:4: found a "-" in the middle of a line, expected every item of the list on a line of its own, begun with "- "',
    ),
    "a list goes on without a hyphen": (
        "- a\nb: 1",
        '2:1: found a line that does not continue the list above, expected every item of the list begun with "- " in the same column',
    ),
    "a word begins with a sign": (
        "a: @b",
        "1:4: found a sign that no word can begin with, expected the words in quotation marks",
    ),
    "a word begins with an asterisk": (
        "a: * b",
        '1:5: found a word that begins with "*", "&" or "!", expected the words in quotation marks',
    ),
    "a brace closes what was never opened": (
        "a: }",
        "1:4: found a sign of YAML where words should stand, expected words, in quotation marks if they begin with a sign",
    ),
    "words stand behind a bar": (
        "a: |foo\n",
        '1:5: found words right after "|" or ">", expected the words on the lines below, moved to the right',
    ),
    "a line begins with a percent sign": (
        "%YAML 3.0\n---\na",
        '1:1: found a line that begins with "%", expected a case without such lines',
    ),
    "more follows the end": (
        "a: 1\n...\nb: 1",
        "3:1: found more after the end of the case, expected one case in a file",
    ),
    "the file is empty": (
        "# nothing but a comment\n",
        '1:1: found an empty file, expected a case, whose first line is "placet: 1"',
    ),
    "a second document follows": (
        "a: 1\n---\nb: 1\n",
        "2:1: found a second document, begun by ---, expected one case in a file",
    ),
    "an anchor and an alias": (
        "a: &b 1\nc: *b\n",
        "1:4: found &b, which names a place to be copied, expected the words without it (or in quotation marks)",
        "2:4: found *b, which stands for another place, expected the words themselves",
    ),
    "a tag": (
        "a: !!python/name:os.system x\n",
        '1:4: found "tag:yaml.org,2002:python/name:os.system", a tag, expected the words without it (or in quotation marks)',
    ),
    "a merge key": (
        "a: {<<: {b: 1}}\n",
        "1:5: found <<, which copies from another place, expected the words themselves",
    ),
    "a list is a name": (
        "? [a, b]\n: 1\n",
        "1:3: found a list where a name should stand, expected a name before the colon",
    ),
    "the whole is a list": (
        "- a\n",
        '1:1: found a list, expected a case, whose first line is "placet: 1"',
    ),
    "the whole is a word": (
        "hello\n",
        '1:1: found "hello", expected a case, whose first line is "placet: 1"',
    ),
}


@pytest.mark.parametrize("claim", BROKEN)
def test_the_message_is(claim):
    text, *messages = BROKEN[claim]
    assert faults(text).split("\n") == messages


SAME_WITHOUT_LIBYAML = set(BROKEN) - {"an escape names half a character", "more follows the end"}


@pytest.mark.parametrize("claim", sorted(SAME_WITHOUT_LIBYAML))
def test_the_slow_parser_trips_over_the_same(claim):
    text, first, *_ = BROKEN[claim]
    if "whole is" in claim:
        compose(text, "case.yaml", yaml.SafeLoader)
        return
    with pytest.raises(CaseError) as caught:
        compose(text, "case.yaml", yaml.SafeLoader)
    assert str(caught.value.faults[0]).split(": found")[1] == first.split(": found")[1]


def test_the_slow_parser_refuses_an_escape_beyond_unicode():
    with pytest.raises(CaseError, match="found an escape that names no character, expected a character"):
        compose('a: "\\UFFFFFFFF"', "case.yaml", yaml.SafeLoader)


def test_both_parsers_see_the_same_tree():
    assert compose(EXAMPLE, "case.yaml", yaml.SafeLoader) == compose(EXAMPLE, "case.yaml", yaml.CSafeLoader)


def test_lists_within_each_other_are_bounded():
    deep = "[" * (DEEPEST + 1)
    assert "found more than 60 lists within each other, expected a simpler structure" in faults(f"a: {deep}")


def test_a_bomb_of_a_million_brackets_is_refused_at_its_sixtieth():
    assert "lists within each other" in faults("a: " + "[" * 1_000_000)


def test_values_are_counted(monkeypatch):
    monkeypatch.setattr("placet.case.compose.MOST_NODES", 4)
    assert faults("a: [1, 2, 3, 4]") == "1:8: found more than 4 values, expected a smaller case"


def test_an_error_without_a_place_is_said_at_the_beginning():
    assert str(explain(yaml.YAMLError("odd"), "case.yaml", "")).startswith("case.yaml:1:1: found something that cannot")
    assert str(explain(yaml.MarkedYAMLError("odd"), "case.yaml", "")).startswith("case.yaml:1:1: found something that")


def test_an_unknown_error_is_said_at_its_place():
    mark = yaml.Mark("case.yaml", 0, 7, 3, None, None)
    error = yaml.MarkedYAMLError(problem="odd", problem_mark=mark)
    assert str(explain(error, "case.yaml", "a: 1\n")).startswith("case.yaml:8:4: found something that cannot be read")
