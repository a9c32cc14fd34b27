"""The account: the answer of the record as sentences and as the JSON contract."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest

import placet
from placet.case.forms import Excludes
from placet.case.nouns import Demand
from placet.case.selectors import Named
from placet.errors import QuestionError
from placet.record.account import account
from placet.record.quotations import check_quotations
from placet.record.standing import default_day
from placet.words import say
from record.table import council, demanding, presumed, said, table, tallied


def words(account):
    return [say(line) for line in account.explain()]


@pytest.fixture
def case():
    return demanding(
        Demand("no-ada", "south", Excludes(Named("ada"))),
        presumed(),
        entries=(
            said("asserts", "2013-02-15", by="A speaker", quote="never her", lang="en", source="paper", note="ours"),
            said("presumes", "2013-05-08", "no-guard", by="The Paper", assumption="a guess"),
            said("softens", "2013-05-09"),
        ),
    )


def test_the_contract_holds_every_demand_with_all_its_statements(case):
    told = account(case, "2013-05-08").to_dict()
    assert json.loads(json.dumps(told)) == told
    assert {key: told[key] for key in ("case", "on", "disagreements", "unchecked")} == {
        "case": "table",
        "on": "2013-05-08",
        "disagreements": [],
        "unchecked": 1,
    }
    assert {
        id_: [demand[key] for key in ("side", "standing", "since", "open_to_discussion")]
        for id_, demand in told["demands"].items()
    } == {
        "no-ada": ["south", "stands", "2013-02-15", False],
        "no-guard": ["north", "presumed", None, False],
    }
    assert told["demands"]["no-ada"]["statements"][0] == {
        "index": 0,
        "on": "2013-02-15",
        "by": "A speaker",
        "stance": "asserts",
        "quote": "never her",
        "lang": "en",
        "source": "paper",
        "checked": None,
        "held_since": None,
        "event": None,
        "assumption": None,
    }
    assert told["demands"]["no-guard"]["statements"][0]["assumption"] == "a guess"
    assert len(told["demands"]["no-ada"]["statements"]) == 2


def test_a_statement_tells_since_when_it_was_held_as_it_was_written():
    case = table(said("asserts", "2013-05-09", held=".."), said("reaffirms", "2013-05-10", held="2012"))
    held = [told["held_since"] for told in account(case).to_dict()["demands"]["no-ada"]["statements"]]
    assert held == ["..", "2012"]


def test_a_tally_is_told_with_its_votes():
    told = account(council(tallied(None, {"ada": 3}), tallied("2016-07-21", {"ada": 3}))).to_dict()["demands"][
        "council:ada"
    ]
    assert (told["standing"], told["statements"][0]["stance"], told["statements"][0]["on"]) == ("stands", None, None)
    assert told["statements"][1]["tally"] == {"ada": {"for": 3, "against": None, "silent": None}}


def test_without_a_day_the_account_has_none():
    assert account(table()).to_dict()["on"] is None


def test_a_question_about_no_day_is_refused(case):
    with pytest.raises(QuestionError):
        account(case, "yesterday")


def test_the_package_itself_is_asked_like_a_function(case):
    assert placet.account(case, "2013-05-08") == account(case, "2013-05-08")
    assert placet.account(case).on == default_day(case)


def test_an_account_is_told_in_sentences(case):
    assert words(account(case, "2013-05-08")) == [
        "The south will not accept Ada Amber in any post, since 15 February 2013.",
        (
            "It is expected that the north would refuse anybody from “The guard” in any post, but nothing on record "
            "says so."
        ),
        "One quotation has not been held against its source.",
    ]


def test_a_softened_demand_is_said_to_be_open_to_discussion(case):
    assert words(account(case))[1] == "This has since been softened by the south, and left open to discussion."


def test_what_the_case_assumes_about_a_demand_is_told_to_all():
    case = demanding(replace(presumed(), assumption="0.8 is a guess"))
    assert words(account(case))[1:] == ["The case assumes: 0.8 is a guess"]
    assert account(case).to_dict()["demands"]["no-guard"]["assumption"] == "0.8 is a guess"


def presumption(entries, **changed):
    case = demanding(replace(presumed("no-ada", "south", Named("ada")), presumed=Fraction(1, 2)), entries=entries)
    return [line for line in words(account(replace(case, **changed))) if line.startswith("What ")]


def test_what_was_presumed_though_it_had_been_said_is_told_with_its_first_speaker():
    told = presumption(
        (
            said("presumes", "2013-05-08", by="The Paper"),
            said("reaffirms", "2013-03-01", by="Another"),
            said("asserts", "2013-02-15", by="A speaker"),
        )
    )
    assert told == [
        (
            "What the Paper presumed, dated 8 May 2013, had been said by then: by a speaker, 15 February 2013. "
            "The south will not accept Ada Amber in any post."
        )
    ]


def test_of_two_who_had_said_it_the_one_whose_date_ends_first_is_named():
    month = said("asserts", "2013-02", by="Another")
    (told,) = presumption((said("presumes", "2013-05-08"), month, said("asserts", "2013-02-15", by="Somebody")))
    assert "by Somebody, 15 February 2013." in told


@pytest.mark.parametrize(
    "entries",
    [
        (said("presumes", "2013-05-08"), said("asserts", "2013-05-09")),
        (said("presumes", "2013-05-08"), said("asserts", "2013-05")),
        (said("presumes", "2013-05"), said("asserts", "2013-05-02")),
        (said("presumes", "2013-05-08"), said("softens", "2013-05-01")),
        (said("presumes", "2013-05-08"), said("asserts", None)),
        (said("presumes", "2013-05-08"), said("asserts", "[2013-01-01..]")),
        (said("presumes", "[..2013-05-08]"), said("asserts", "2013-01-01")),
        (said("presumes", None), said("asserts", "2013-01-01")),
        (said("presumes", None, source="leaflet"), said("asserts", "2013-01-01")),
    ],
)
def test_what_was_not_certainly_said_by_then_is_no_such_case(entries):
    assert presumption(entries) == []


def test_a_presumption_without_a_date_is_as_old_as_its_source():
    told = presumption((said("presumes", None, source="radio"), said("asserts", "2020-03-01")))
    assert told == [
        (
            "What Radio Made-up presumed, dated March 2020, had been said by then: by a source that is not named, "
            "1 March 2020. The south will not accept Ada Amber in any post."
        )
    ]


def test_disagreements_are_told_after_the_demands():
    case = table(said("asserts", "2011-08", event="call"), said("asserts", "2011-08-18", event="call"))
    told = account(case)
    assert len(told.disagreements) == 1
    assert words(told)[-1].startswith("Sources disagree about the date of “call”")
    assert told.to_dict()["disagreements"][0]["kind"] == "date"


@pytest.fixture
def checked(tmp_path):
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "paper.txt").write_text("the first words, the second words", encoding="utf-8")

    def check(*quotes):
        case = table(*(said("asserts", "2013-05-08", quote=quote, source=source) for quote, source in quotes))
        return account(case, None, check_quotations(case, tmp_path))

    return check


def test_checked_quotations_are_marked_and_no_longer_counted_as_unchecked(checked):
    told = checked(("first words", "paper"), ("third words", "paper"), ("words", "leaflet"))
    statements = told.to_dict()["demands"]["no-ada"]["statements"]
    assert [told["checked"] for told in statements] == [True, False, None]
    assert told.unchecked == told.to_dict()["unchecked"] == 1
    assert [check.index for check in told.failed] == [1]


@pytest.mark.parametrize(
    ("quotes", "last"),
    [
        ((("first words", "paper"),), "The one quotation stands word for word in its source."),
        (
            (("first words", "paper"), ("second words", "paper")),
            "All 2 quotations stand word for word in their sources.",
        ),
        (
            (("first words", "paper"), ("third words", "paper")),
            "All 2 quotations were held against their sources; all others stand there word for word.",
        ),
        (
            (("words", "leaflet"), ("words", "leaflet"), ("words", "paper")),
            "2 of 3 quotations have not been held against their sources.",
        ),
    ],
)
def test_the_last_sentence_counts_the_quotations(checked, quotes, last):
    assert words(checked(*quotes))[-1] == last


def test_a_quotation_that_fails_is_told(checked):
    assert "Entry 1: the quotation does not stand word for word in sources/paper.txt." in words(
        checked(("third words", "paper"))
    )


def test_a_record_without_quotations_says_nothing_of_them():
    assert words(account(table(said("asserts", "2013-05-08")))) == [
        "The north will not accept Ada Amber in any post, since 8 May 2013."
    ]


def test_an_account_is_a_value_with_a_short_face(case):
    assert account(case) == account(case)
    assert "candidates" not in repr(account(case))
