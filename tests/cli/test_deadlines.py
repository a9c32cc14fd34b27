"""``placet procedures NAME --starting DAY``: the last day of a rule's deadline, and what is told about it."""

import json

import pytest


def test_a_deadline_that_ends_on_a_holiday_tells_both_days(tell):
    said = tell("procedures", "aaa-expedited", "--starting", "2026-12-18", "--holidays", "US")
    words = " ".join(said.out.split())
    assert said.code == 0
    assert "7 days after Friday, 18 December 2026: the last day is Friday, 25 December 2026." in words
    assert "Friday, 25 December 2026: Christmas Day" in words
    assert "If the rule or the sides move it on, it is Monday, 28 December 2026." in words


def test_without_holidays_only_weekends_are_known(tell):
    said = tell("procedures", "aaa-expedited", "--starting", "2026-12-18")
    assert "Christmas" not in said.out
    said = tell("procedures", "aaa-expedited", "--starting", "2026-12-19")
    assert "no business day (a weekend)" in " ".join(said.out.split())


def test_a_deadline_stands_in_the_json_and_is_null_when_it_is_not_asked_for(tell):
    asked = json.loads(tell("procedures", "aaa-expedited", "--starting", "2026-12-18", "--json").out)
    assert asked["deadline"] == {
        "starting": "2026-12-18",
        "days": 7,
        "counts": "calendar",
        "due": "2026-12-25",
        "holidays": {},
        "due_is_off": None,
        "next_business_day": "2026-12-25",
    }
    assert json.loads(tell("procedures", "aaa-expedited", "--json").out)["deadline"] is None


def test_a_file_of_holidays_serves_as_a_calendar(tell, tmp_path):
    (tmp_path / "closed.csv").write_text("date,name\n2026-12-25,The office is closed\n", encoding="utf-8")
    said = tell("procedures", "aaa-expedited", "--starting", "2026-12-18", "--holidays", str(tmp_path / "closed.csv"))
    assert "The office is closed" in said.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["aaa-expedited", "--holidays", "US"], "--holidays needs --starting"),
        (["--starting", "2026-12-18"], "--starting needs the NAME"),
        (["ahla", "--starting", "2026-12-18"], "states no number of days"),
        (["aaa-expedited", "--starting", "18.12.2026"], "18.12.2026"),
        (["aaa-expedited", "--starting", "2026-12-18", "--holidays", "XX"], 'the holidays of "XX"'),
    ],
)
def test_what_a_deadline_needs_is_told(tell, words, says):
    said = tell("procedures", *words)
    assert (said.code, says in said.err) == (2, True)
