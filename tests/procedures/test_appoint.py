"""Running named procedures from sheets: gaps that are asked for, silence, several parties, lists that fill others."""

import pytest

from placet.errors import CaseError, QuestionError
from placet.procedures.drive import replay
from placet.procedures.shelf import rules_on_shelf
from placet.procedures.unstated import Unstated
from placet.words import say
from procedures.sheets_made import appoint_with, sheet

TEN = [f"Name {letter}" for letter in "ABCDEFGHIJ"]
FINRA = (sheet("claimant", TEN[:6], TEN[6:]), sheet("respondent", TEN[::-1][:6], TEN[:4]))


def test_finra_one_arbitrator_the_lowest_sum_of_those_nobody_struck():
    run = appoint_with("finra-one-arbitrator", *FINRA, settings={"tie": "lot", "draw": "Name E"})
    scores = {step["names"][0]: step["value"] for step in run.to_dict()["steps"] if step["event"] == "combined-rank"}
    assert scores == {"Name E": "11", "Name F": "11"}
    assert run.outcome.appointed == ("Name E",)
    assert run.to_dict()["assumed"] == {"tie": "lot"}


def test_a_tie_on_which_the_rule_is_silent_is_asked_about():
    with pytest.raises(Unstated) as gap:
        appoint_with("finra-one-arbitrator", *FINRA)
    assert gap.value.field == "tie"


def test_a_lot_that_is_not_drawn_is_a_lottery():
    run = appoint_with("finra-one-arbitrator", *FINRA, settings={"tie": "lot"})
    assert run.outcome.to_dict()["lottery"] == {"Name E": "1/2", "Name F": "1/2"}
    assert run.outcome.appointed is None
    assert [step.kind for step in run.steps][-1] == "tie"


def test_what_was_written_from_memory_is_told_when_it_decides():
    run = appoint_with("finra-one-arbitrator", FINRA[0], silent=["respondent"])
    assert run.outcome.appointed == ("Name A",)
    assert run.from_memory == ("silence",)


def test_fmcs_no_reply_honours_the_choice_of_the_other_party():
    run = appoint_with("fmcs-ranking", sheet("union", TEN[:7]), silent=["employer"])
    assert run.outcome.appointed == ("Name A",)
    assert [step.rule for step in run.steps if step.kind == "silence"] == ["silence: other-side-decides"]


def test_uncitral_asks_how_ranks_are_combined_only_when_several_are_left():
    both = (sheet("claimant", "ABC"), sheet("respondent", "CAB"))
    with pytest.raises(Unstated, match="aggregate"):
        appoint_with("uncitral-article-8", *both)
    assert appoint_with("uncitral-article-8", *both, settings={"aggregate": "sum"}).outcome.appointed == ("A",)
    one = (sheet("claimant", "AB", "C"), sheet("respondent", "BC", "A"))
    assert appoint_with("uncitral-article-8", *one).outcome.appointed == ("B",)


def test_uncitral_hands_over_to_the_authority_when_all_are_deleted():
    run = appoint_with("uncitral-article-8", sheet("claimant", "A", "BC"), sheet("respondent", "B", "AC"))
    assert (run.outcome.appointed, run.outcome.referred_to) == (None, "the appointing authority")


def test_nba_the_institution_chooses_among_those_left():
    eleven = [*TEN, "Name K"]
    sheets = [sheet(name, (), struck) for name, struck in (("league", eleven[:5]), ("union", eleven[5:9]))]
    roster = sheet("list", (), eleven).entries
    run = appoint_with("nba-system-arbitrator", *sheets, roster=roster)
    assert (run.outcome.appointed, run.outcome.referred_to) == (None, "the body that made the list")
    chosen = appoint_with("nba-system-arbitrator", *sheets, roster=roster, settings={"choice": "Name K"})
    assert chosen.outcome.appointed == ("Name K",)
    assert chosen.to_dict()["assumed"] == {}


def test_parties_of_one_side_are_averaged_by_ahla_and_summed_by_fmcs():
    sheets = [sheet("A.x", "PQR"), sheet("A.y", "PRQ"), sheet("B", "RQP")]
    mean = appoint_with("ahla", *sheets, settings={"case-number": "1"})
    scores = {step["names"][0]: step["value"] for step in mean.to_dict()["steps"] if step["event"] == "combined-rank"}
    assert scores == {"P": "4", "Q": "9/2", "R": "7/2"}
    total = appoint_with("fmcs-ranking", *sheets, settings={"list": "3", "tie": "least-gap, lot"})
    scores = {step["names"][0]: step["value"] for step in total.to_dict()["steps"] if step["event"] == "combined-rank"}
    assert scores == {"P": "5", "Q": "7", "R": "6"}


CHAIRS = [f"Chair {number:02d}" for number in range(10)]
PUBLIC = [f"Public {number:02d}" for number in range(15)]
INSIDE = [f"Inside {number:02d}" for number in range(10)]
PLACES = {
    **dict.fromkeys(CHAIRS, "chair"),
    **dict.fromkeys(PUBLIC, "public"),
    **dict.fromkeys(INSIDE, "Non-Public"),
}


def three_lists(party, chairs, public, inside):
    """A sheet over three lists, whose ranks are counted within each list."""
    parts = [sheet(party, *marks, lists=PLACES).entries for marks in (chairs, public, inside)]
    whole = sheet(party)
    return type(whole)(whole.party, whole.file, tuple(entry for part in parts for entry in part))


def test_finra_three_arbitrators_one_from_each_list():
    run = appoint_with(
        "finra-three-arbitrators",
        three_lists("claimant", (CHAIRS, ()), (PUBLIC, ()), (INSIDE, ())),
        three_lists("respondent", (CHAIRS, ()), (PUBLIC, ()), (INSIDE, ())),
    )
    assert run.outcome.seats == (("chair", CHAIRS[0]), ("public", PUBLIC[0]), ("non-public", INSIDE[0]))


def test_finra_all_non_public_struck_the_seat_is_filled_from_the_public_list():
    run = appoint_with(
        "finra-three-arbitrators",
        three_lists("claimant", (CHAIRS, ()), (PUBLIC, ()), ((), INSIDE)),
        three_lists("respondent", (CHAIRS, ()), (PUBLIC, ()), (INSIDE, ())),
        declined=[PUBLIC[0]],
    )
    assert run.outcome.seats == (("chair", CHAIRS[0]), ("public", PUBLIC[1]), ("non-public", PUBLIC[2]))
    assert "filled-from" in [step.kind for step in run.steps]


def test_a_list_of_another_size_is_refused_unless_it_was_agreed():
    both = (sheet("union", "ABC"), sheet("employer", "ABC"))
    with pytest.raises(QuestionError, match="3 names on the list, expected 7"):
        appoint_with("fmcs-ranking", *both)
    assert appoint_with("fmcs-ranking", *both, settings={"list": "3"}).outcome.appointed == ("A",)


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"tei": "lot"}, "did you mean tie?"),
        ({"tie": "lto"}, "did you mean lot?"),
        ({"tie": ""}, "nothing for “tie”"),
        ({"silence": "perhaps"}, "accepts-all or other-side-decides or blocks"),
        ({"seats": "two"}, "a whole number"),
        ({"strikes": "few"}, "a number, any or none"),
        ({"strikes": "9" * 5000}, "a number, any or none"),
        ({"caps": "claimant"}, "a name and a whole number"),
        ({"caps": "klaimant=2"}, "did you mean claimant?"),
        ({"list": "many"}, "a size such as"),
    ],
)
def test_a_setting_that_cannot_be_is_told(settings, says):
    with pytest.raises(QuestionError) as refused:
        appoint_with("uncitral-article-8", sheet("claimant", "ABC"), sheet("respondent", "CAB"), settings=settings)
    assert says in str(refused.value)


def test_who_is_first_is_asked_for_where_the_rule_does_not_say():
    both = (sheet("side a", "ABC"), sheet("side b", "CBA"))
    with pytest.raises(Unstated, match="first"):
        appoint_with("sequential-veto", *both)
    assert appoint_with("sequential-veto", *both, settings={"first": "side a"}).outcome.appointed == ("B",)
    with pytest.raises(QuestionError, match="did you mean side a"):
        appoint_with("sequential-veto", *both, settings={"first": "side aa"})


def test_a_coin_that_is_not_tossed_leaves_a_lottery_over_both_ways():
    both = (sheet("employer", "PQRS"), sheet("union", "SRQP"))
    run = appoint_with("fmcs-alternate-strike", *both, settings={"list": "4"})
    assert run.outcome.to_dict()["lottery"] == {"Q": "1/2", "R": "1/2"}
    tossed = appoint_with("fmcs-alternate-strike", *both, settings={"list": "4", "draw": "union"})
    assert tossed.outcome.appointed == ("R",)


def test_where_the_coin_changes_nothing_the_outcome_is_certain():
    both = (sheet("employer", TEN[:7]), sheet("union", TEN[:7][::-1]))
    assert appoint_with("fmcs-alternate-strike", *both).outcome.appointed == ("Name D",)


def test_numbered_strikes_are_made_in_their_order():
    entries = sheet("a", (), "XYZ").entries
    numbered = tuple(
        type(entry)(entry.name, "", None, turn, entry.line, 1) for entry, turn in zip(entries, (2, 3, 1), strict=True)
    )
    own = sheet("a")
    one = type(own)(own.party, own.file, numbered)
    assert one.strike_order == ("Z", "X", "Y")
    run = appoint_with("sequential-veto", one, sheet("b", "XYZ"), settings={"first": "a"})
    assert [step.move.names for step in run.steps if step.kind == "strike"] == [("Z",), ("Y",)]


def test_dhondt_from_sheets_of_offices():
    sheets = [sheet("big", ["finance", "health", "roads"]), sheet("small", ["finance", "health", "roads"])]
    settings = {"party-seats": "big=5, small=3"}
    run = appoint_with("dhondt", *sheets, settings=settings)
    assert run.outcome.seats == (("finance", "big"), ("health", "small"), ("roads", "big"))
    with pytest.raises(Unstated, match="party-seats"):
        appoint_with("dhondt", *sheets)


@pytest.mark.parametrize("procedure", ["simultaneous-veto", "gradual-veto", "alternating-offers", "fallback"])
def test_every_mechanism_runs_from_sheets_and_its_log_replays(procedure):
    both = (sheet("a", "PQR", "ST"), sheet("b", "SRQ", "PT"))
    settings = {"first": "a"} if procedure == "alternating-offers" else {}
    run = appoint_with(procedure, *both, settings={**settings, "draw": "Q"} if "veto" in procedure else settings)
    assert run.explain()
    if run.outcome.appointed:
        assert replay(run.procedure, run.paper, run.steps).outcome == run.outcome


def test_parties_are_counted_before_anything_is_run():
    with pytest.raises(QuestionError, match="found one party,"):
        appoint_with("fallback", sheet("a", "PQR"))
    with pytest.raises(QuestionError, match="a as silent"):
        appoint_with("fallback", sheet("a", "PQR"), sheet("b", "PQR"), silent=["a"])
    with pytest.raises(QuestionError, match="“Z” as declining"):
        appoint_with("fallback", sheet("a", "PQR"), sheet("b", "PQR"), declined=["Z"])


def test_a_refusal_to_serve_asks_for_a_rule_where_there_is_none():
    with pytest.raises(Unstated, match="acceptance"):
        appoint_with("ahla", sheet("a", "PQR"), sheet("b", "PQR"), declined=["P"])


def test_sheets_that_do_not_share_their_names_need_a_list():
    with pytest.raises(CaseError, match="did you mean Smith"):
        appoint_with("ahla", sheet("a", ["Smith", "Jones"]), sheet("b", ["Simth", "Jones"]))


@pytest.mark.parametrize("rules", rules_on_shelf().values(), ids=lambda rules: rules.id)
def test_every_record_holds_its_source_and_marks_its_gaps(rules):
    assert rules.sources
    assert rules.citation
    for field in rules.fields.values():
        assert field.is_stated == (field.source is not None)
    told = rules.to_dict()["fields"]
    assert [name for name, field in told.items() if field is None] == [
        name for name, field in rules.fields.items() if not field.is_stated
    ]


def test_the_outcome_is_said_in_words():
    run = appoint_with("finra-one-arbitrator", *FINRA, settings={"tie": "lot"})
    assert [say(told) for told in run.explain()] == [
        "A draw decides: Name E is appointed with probability 0.5.",
        "A draw decides: Name F is appointed with probability 0.5.",
    ]


TIED = (sheet("a", "PQR"), sheet("b", "QPR"))


def test_a_tie_that_the_institution_breaks_waits_for_its_choice():
    run = appoint_with("uncitral-article-8", *TIED, settings={"aggregate": "sum", "tie": "institution-chooses"})
    assert (run.outcome.referred_to, run.waits_for) == ("the appointing authority", "choice")
    settings = {"aggregate": "sum", "tie": "least-gap, institution-chooses", "choice": "Q"}
    chosen = appoint_with("uncitral-article-8", *TIED, settings=settings)
    assert chosen.outcome.appointed == ("Q",)
    assert [step.rule for step in chosen.steps if step.kind == "chooses"] == ["tie: institution-chooses"]


def test_a_tie_between_two_who_both_have_a_seat_is_not_broken():
    run = appoint_with("uncitral-article-8", *TIED, settings={"aggregate": "sum", "seats": "2"})
    assert run.outcome.appointed == ("P", "Q")
    every = appoint_with("uncitral-article-8", *TIED, settings={"seats": "3"})
    assert every.outcome.appointed == ("P", "Q", "R")


def test_the_case_number_is_asked_for_when_the_tie_needs_it():
    with pytest.raises(Unstated, match="case-number"):
        appoint_with("ahla", *TIED)


def test_a_draw_that_changes_only_who_has_which_seat_leaves_the_people_certain():
    run = appoint_with("uncitral-article-8", *TIED, settings={"aggregate": "sum", "tie": "lot"})
    assert [say(told) for told in run.explain()] == [
        "A draw decides: P is appointed with probability 0.5.",
        "A draw decides: Q is appointed with probability 0.5.",
    ]
    marks = ((CHAIRS, ()), (PUBLIC, ()), ((), INSIDE)), ((CHAIRS, ()), ([PUBLIC[1], PUBLIC[0], *PUBLIC[2:]], ()))
    panel = appoint_with(
        "finra-three-arbitrators",
        three_lists("claimant", *marks[0]),
        three_lists("respondent", *marks[1], (INSIDE, ())),
        settings={"tie": "lot"},
    )
    assert panel.outcome.appointed == (CHAIRS[0], PUBLIC[0], PUBLIC[1])
    assert panel.outcome.seats == (("chair", CHAIRS[0]),)
    assert panel.waits_for == "draw"


@pytest.mark.parametrize(
    ("procedure", "settings", "impasse"),
    [
        ("uncitral-article-8", {"silence": "blocks"}, True),
        ("fallback", {"silence": "blocks"}, True),
        ("simultaneous-veto", {"silence": "blocks"}, True),
        ("simultaneous-veto", {"silence": "accepts-all", "draw": "P"}, False),
    ],
)
def test_silence_means_what_the_sides_set(procedure, settings, impasse):
    run = appoint_with(procedure, TIED[0], silent=["b"], settings=settings)
    assert run.outcome.impasse == impasse
    assert f"silence: {settings['silence']}" in [step.rule for step in run.steps]
    assert run.explain()


def test_a_list_that_fails_where_nobody_appoints_instead_is_an_impasse():
    run = appoint_with("veto-rank", sheet("a", "PQ", "RS"), sheet("b", "RS", "PQ"), settings={"strikes": "2"})
    assert (run.outcome.appointed, run.outcome.impasse, run.outcome.referred_to) == (None, True, None)
    assert say(run.explain()[0]) == "The procedure ends in an impasse."


def test_unequal_strikes_are_set_and_held():
    sheets = (sheet("a", "PQ", "RS"), sheet("b", "RQP", "S"))
    settings = {"strikes": "1", "caps": "a=2", "tie": "lot"}
    assert appoint_with("veto-rank", *sheets, settings=settings).outcome.lottery
    with pytest.raises(CaseError, match="2 strikes, expected at most 1"):
        appoint_with("veto-rank", *sheets, settings={"strikes": "1", "tie": "lot"})


def test_a_party_offers_its_best_and_vetoes_what_it_strikes():
    run = appoint_with("alternating-offers", sheet("a", "PQR"), sheet("b", "RQ", "P"), settings={"first": "a"})
    assert [(step.kind, step.move.names) for step in run.steps if step.move] == [
        ("offer", ("P",)),
        ("veto", ()),
        ("offer", ("R",)),
        ("accepts", ()),
    ]
    assert run.outcome.appointed == ("R",)


def test_a_turn_of_strikes_may_be_any_order():
    both = (sheet("a", "PQRS"), sheet("b", "SRQP"))
    assert appoint_with("sequential-veto", *both, settings={"turns": "a, b, b"}).outcome.appointed == ("R",)
    with pytest.raises(QuestionError, match="silence “blocks”, expected skipped"):
        appoint_with("sequential-veto", *both, settings={"turns": "a,b", "silence": "blocks"})


def test_a_name_is_on_one_list_only():
    first = three_lists("claimant", (CHAIRS, ()), (PUBLIC, ()), (INSIDE, ()))
    moved = three_lists("respondent", (CHAIRS, ()), (PUBLIC, ()), (INSIDE, ()))
    at = next(place for place, entry in enumerate(moved.entries) if entry.name == PUBLIC[0])
    wrong = type(moved.entries[at])(PUBLIC[0], "chair", 1, None, 9, 1)
    other = type(moved)(moved.party, moved.file, (*moved.entries[:at], wrong, *moved.entries[at + 1 :]))
    with pytest.raises(CaseError, match=f'found "{PUBLIC[0]}" on the list "chair", expected the list "public"'):
        appoint_with("finra-three-arbitrators", first, other)


def test_parties_of_one_side_share_its_strikes_where_the_side_has_them():
    sheets = [sheet("A.x", "PQ", "R"), sheet("A.y", "PR", "Q"), sheet("B", "PQR")]
    with pytest.raises(CaseError, match="2 strikes by the parties of A together, expected at most 1 for the side"):
        appoint_with("finra-short-list", *sheets)
    same = [sheet("A.x", "PQ", "R"), sheet("A.y", "QP", "R"), sheet("B", "PQR")]
    assert appoint_with("finra-short-list", *same).outcome.appointed == ("P",)


def test_nobody_can_offer_or_choose_in_the_place_of_a_party_that_says_nothing():
    with pytest.raises(QuestionError, match="no sheet of b"):
        appoint_with("shortlisting", sheet("a", "PQR"), silent=["b"], settings={"first": "a"})
