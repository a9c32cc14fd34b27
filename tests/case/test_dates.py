"""A date is as precise as its source."""

from datetime import date

import pytest

from placet.case.dates import parse_when

DATES = {
    "2011": (date(2011, 1, 1), date(2011, 12, 31)),
    "2011-08": (date(2011, 8, 1), date(2011, 8, 31)),
    "2012-02": (date(2012, 2, 1), date(2012, 2, 29)),
    "2011-08-18": (date(2011, 8, 18), date(2011, 8, 18)),
    "[..2013-05-09]": (None, date(2013, 5, 9)),
    "[2013-05..]": (date(2013, 5, 1), None),
    "[2012-06-30..2012-07-01]": (date(2012, 6, 30), date(2012, 7, 1)),
    "[ 2012 .. 2013-02 ]": (date(2012, 1, 1), date(2013, 2, 28)),
}


@pytest.mark.parametrize(("text", "ends"), DATES.items())
def test_a_date_lies_between_its_ends(text, ends):
    when = parse_when(text)
    assert (when.earliest, when.latest) == ends
    assert str(when) == text
    assert when.is_a_day == (text == "2011-08-18")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("2011/2012", r'write "\[2011\.\.2012\]"'),
        ("[..]", "at least one end"),
        ("[2013..2012]", "the first date, 2013, is later than the second, 2012"),
        ("soon", "write a date as 2011"),
        ("2011-8", "write a date as 2011"),
        ("0000", "between 0001 and 9999"),
        ("2011-13", "no month 13"),
        ("2011-00", "no month 00"),
        ("2011-02-29", "no day 29 in 2011-02"),
        ("2011-02-00", "no day 00 in 2011-02"),
        ("٢٠١١", "write a date as 2011"),
        ("2011-08-18\n", "write a date as 2011"),
    ],
)
def test_what_is_no_date_is_said(text, says):
    with pytest.raises(ValueError, match=says):
        parse_when(text)
