"""``placet appoint`` with workbooks, result files, several posts, and inside a case."""

import csv
import json
import re
from pathlib import Path

import openpyxl
import pytest

import placet
from placet.words.en.sheets import WORDS

LETTERS = "ABCDEFGHIJKLMNO"
LISTS = {"chair": 10, "public": 15, "non-public": 10}
CASE = """\
placet: 1
title: A small body
sides:
  north: {name: The north, consent: true}
  south: {name: The south, consent: true}
candidates:
  ada: {name: Ada Ash, traits: {gender: woman}}
  ben: {name: Ben Birch, traits: {gender: man}}
  cyd: {name: Cyd Cedar, traits: {gender: man}}
  dan: {name: Dan Elm, traits: {gender: man}}
posts:
  head: {title: Head, eligible: {not: dan}}
  deputy: {title: Deputy}
constraints:
  a-woman: {at_least: 1, where: {trait: {gender: woman}}}
  not-ben: {excludes: ben, in: [deputy]}
"""


def names_of(name):
    return [f"{name} {letter}" for letter in LETTERS[: LISTS[name]]]


def workbook(file, rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(file)


@pytest.fixture
def panel(tmp_path, monkeypatch):
    """Two sheets over FINRA's three lists: one workbook, one CSV file."""
    monkeypatch.chdir(tmp_path)
    mine, yours = [("list", "name", "rank", "strike")], ["list;name;rank;strike"]
    for name in LISTS:
        every = names_of(name)
        mine += [(name, who, None if name == "non-public" else at, "x" if name == "non-public" else None)
                 for at, who in enumerate(every, 1)]  # fmt: skip
        yours += [f"{name};{who};{at};" for at, who in enumerate(every, 1)]
    workbook("claimant.xlsx", mine)
    (tmp_path / "respondent.csv").write_text("\n".join(yours), encoding="utf-8")
    return ("finra-three-arbitrators", "claimant.xlsx", "respondent.csv")


def test_a_workbook_and_a_csv_file_make_a_panel(tell, panel):
    answer = json.loads(tell("appoint", *panel, "--json").out)
    assert answer["outcome"]["appointed"] == ["chair A", "public A", "public B"]


def test_many_steps_are_folded_into_a_sheet_of_names_and_can_be_told_in_full(tell, panel):
    folded, full = tell("appoint", *panel).out, tell("appoint", *panel, "--steps").out
    assert "chair A  2 (claimant 1 and respondent 1). Appointed, for the seat chair." in " ".join(
        folded.replace("  chair A", "chair A").splitlines()
    )
    assert "Struck by claimant. (respondent 3)" in folded
    assert "its seat is filled from the list" in folded
    assert "has the combined rank" not in folded
    assert "has the combined rank" in full
    assert "hands in a sheet" in full


def test_every_name_mark_and_sum_and_every_step_stand_in_the_csv_file(tell, panel, tmp_path):
    assert tell("appoint", *panel, "--result", "result.csv").code == 0
    content = (tmp_path / "result.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfProcedure,")
    rows = list(csv.reader(content.decode("utf-8-sig").splitlines()))
    at = rows.index(["List", "Name", "claimant", "respondent", "Combined rank", "What came"])
    assert rows[at + 1] == ["chair", "chair A", "1", "1", "2", "Appointed, for the seat chair."]
    names = [row[1] for row in rows[at + 1 : at + 36]]
    assert sorted(names) == sorted(name for each in LISTS for name in names_of(each))
    assert ["non-public", "non-public C", "x", "3", "", "Struck by claimant."] in rows
    steps = json.loads(tell("appoint", *panel, "--json").out)["steps"]
    assert len(rows) == rows.index(["Step", "What happened", "Rule"]) + 1 + len(steps)


def test_the_workbook_has_the_same_and_opens_without_formulas(tell, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for party, order in (("a.x", "123"), ("a.y", "213"), ("b", "321")):
        rows = [("name", "rank"), *zip(("سمير", "+Birch", "Cedar"), map(int, order), strict=True)]
        workbook(f"{party}.xlsx", rows)
    files = ("a.x.xlsx", "a.y.xlsx", "b.xlsx", "--set", "case-number=1", "--result", "result.xlsx")
    assert tell("appoint", "ahla", *files).code == 0
    book = openpyxl.load_workbook(tmp_path / "result.xlsx")
    assert book.sheetnames == ["Result", "Names", "Steps"]
    rows = list(book["Names"].iter_rows(values_only=True))
    assert rows[0] == ("Name", "a.x", "a.y", "b", "a together", "b together", "Combined rank", "What came")
    assert ("سمير", 1, 2, 3, "3/2", 3, "9/2", "Not appointed.") in rows
    assert {cell.data_type for row in book["Names"].iter_rows() for cell in row} <= {"s", "n"}
    (tmp_path / "result.csv").unlink(missing_ok=True)
    tell("appoint", "ahla", *files[:-1], "result.csv")
    assert "'+Birch" in (tmp_path / "result.csv").read_text("utf-8-sig")


def test_a_result_is_never_written_over_a_sheet_or_in_another_kind(tell, panel):
    assert "expected another file than the sheets" in tell("appoint", *panel, "--result", "respondent.csv").err
    assert "ends in .csv or .xlsx" in tell("appoint", *panel, "--result", "result.pdf").err


def test_what_a_workbook_hides_is_warned_about(tell, panel, tmp_path):
    book = openpyxl.load_workbook("claimant.xlsx")
    book.active.row_dimensions[2].hidden = True
    book.create_sheet("Other").append(("note",))
    book.save("claimant.xlsx")
    assert "found 2 worksheets" in tell("appoint", *panel).err
    said = tell("appoint", *panel, "--worksheet", "Sheet", "--json")
    assert said.err == "warning: Line 2 of claimant.xlsx is hidden in the spreadsheet; it was read, and counts.\n"
    assert json.loads(said.out)["outcome"]["appointed"]


@pytest.fixture
def board(tmp_path, monkeypatch, case_of):
    """Two sheets that rank the four people of a case, and the case."""
    monkeypatch.chdir(tmp_path)
    for party, order in (("north", (1, 2, 3, 4)), ("south", (2, 1, 4, 3))):
        people = zip(("Ada Ash", "Ben Birch", "cyd", "Dan Elm"), order, strict=True)
        (tmp_path / f"{party}.csv").write_text(
            "name,rank\n" + "".join(f"{name},{rank}\n" for name, rank in people), encoding="utf-8"
        )
    return ("ahla", "north.csv", "south.csv", "--set", "case-number=2", "--case", case_of(CASE))


def test_a_name_that_the_case_does_not_allow_is_refused_with_the_reason(tell, board):
    said = tell("appoint", *board, "--post", "head")
    assert said.code == 2
    assert "found what the case does not allow: Dan Elm is not eligible for Head, expected names with whom" in said.err
    said = tell("appoint", *board, "--post", "Deputy")
    assert "With Ben Birch as Deputy nobody could keep this: the rule:" in said.err


def test_a_name_that_the_case_does_not_allow_is_only_warned_about_where_the_round_says_so(tell, board):
    said = tell("appoint", *board, "--post", "head", "--outside", "warn", "--json")
    assert said.err == "warning: Dan Elm is not eligible for Head.\n"
    answer = json.loads(said.out)
    assert answer["outside"] == [{"names": ["Dan Elm"], "posts": ["head"], "constraints": [], "known": True}]
    assert answer["outcome"]["appointed"] == ["Ben Birch"]


def test_those_who_come_out_are_looked_at_together(tell, board, tmp_path):
    for party in ("north", "south"):
        people = "list,name,rank\nhead,Ben Birch,1\nhead,Ada Ash,2\ndeputy,cyd,1\ndeputy,ada,2\n"
        (tmp_path / f"{party}.csv").write_text(people, encoding="utf-8")
    said = tell("appoint", *board, "--posts", "head,deputy", "--outside", "warn", "--json")
    assert "With Ben Birch and cyd together nobody could keep this" in said.err
    assert json.loads(said.out)["outside"][0]["constraints"] == ["a-woman"]
    assert tell("appoint", *board, "--posts", "head,deputy").code == 2


def test_a_stranger_to_the_case_is_told(tell, board, tmp_path):
    for party in ("north", "south"):
        (tmp_path / f"{party}.csv").write_text("name,rank\nAda Ash,1\nEve Fir,2\n", encoding="utf-8")
    assert "The case has no candidate Eve Fir" in tell("appoint", *board, "--post", "head").err


def test_which_post_a_list_is_for_is_asked_where_the_case_has_several(tell, board):
    assert "found no post for the list, expected --post POST, with head or deputy" in tell("appoint", *board).err
    assert "did you mean Deputy?" in tell("appoint", *board, "--post", "deputty").err
    assert "expected one of the lists" in tell("appoint", *board, "--post", "x=head").err
    said = tell("appoint", *board[:-2], "--post", "head")
    assert "--post needs --case" in said.err


def test_a_case_that_nobody_can_keep_is_told(tell, board, tmp_path):
    impossible = CASE.replace("not-ben: {excludes: ben, in: [deputy]}", "no-woman: {excludes: ada}")
    (tmp_path / "tiny" / "case.yaml").write_text(impossible, encoding="utf-8")
    assert "a case whose constraints nobody can keep" in tell("appoint", *board, "--post", "head").err


def test_posts_are_filled_one_after_the_other(tell, board):
    said = tell("appoint", *board[:-2], "--posts", "head, deputy")
    assert "- head: Ben Birch." in said.out
    assert "- deputy: Ada Ash." in said.out
    assert "How the name for deputy came out" in said.out
    open_draw = tell("appoint", *board[:3], "--posts", "head,deputy", "--set", "tie=lot").out
    assert "These posts wait until then: deputy." in open_draw
    assert "expected posts such as head,deputy" in tell("appoint", *board[:3], "--posts", ",").err


def test_posts_have_a_part_each_in_the_result_file(tell, board, tmp_path):
    tell("appoint", *board[:-2], "--posts", "head,deputy/two", "--result", "result.xlsx")
    assert openpyxl.load_workbook(tmp_path / "result.xlsx").sheetnames == [
        "Result",
        "Names head",
        "Names deputy two",
        "Steps head",
        "Steps deputy two",
    ]


def test_every_message_of_sheets_and_clauses_has_words():
    source = Path(placet.__file__).parent
    files = [*source.glob("procedures/*.py"), *source.glob("cli/*.py")]
    named = {name for file in files for name in re.findall(r'"(sheets\.[a-z.-]+[a-z])"', file.read_text("utf-8"))}
    assert len(named) > 20
    assert named <= WORDS.keys()


def test_a_blank_sheet_has_every_name_and_the_columns_of_the_rule_and_is_read_when_filled_in(tell, panel, tmp_path):
    said = tell("procedures", panel[0], "--sheet", "blank.xlsx", "--list", "respondent.csv")
    assert "blank.xlsx is a blank sheet with 35 names." in said.out
    book = openpyxl.load_workbook("blank.xlsx")
    rows = list(book.active.iter_rows(values_only=True))
    assert rows[0] == ("list", "name", "rank", "strike")
    assert ("non-public", "non-public C", None, None) in rows or ("non-public", "non-public C", "", "") in rows
    for line, row in enumerate(rows[1:], 2):
        book.active.cell(line, 3).value = names_of(row[0]).index(row[1]) + 1
    book.save("claimant.xlsx")
    assert json.loads(tell("appoint", *panel, "--json").out)["outcome"]["appointed"][0] == "chair A"


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("ahla", "name,rank"),
        ("nba-system-arbitrator", "name,strike"),
        ("uncitral-article-8", "name,rank,strike"),
        ("northern-ireland-section-18", "name,rank,person"),
        ("jams-eleven-names", "list,name,rank,strike"),
        ("university-of-michigan-two-lists", "list,name,rank,strike"),
    ],
)
def test_the_columns_of_a_blank_sheet_are_those_that_the_rule_asks_for(tell, tmp_path, monkeypatch, name, columns):
    monkeypatch.chdir(tmp_path)
    told = json.loads(tell("procedures", name, "--sheet", "blank.csv", "--json").out)
    assert told == {"procedure": name, "sheet": "blank.csv", "names": 0}
    assert (tmp_path / "blank.csv").read_text("utf-8-sig").splitlines()[0] == columns


def test_a_blank_sheet_needs_a_procedure_and_a_list_needs_a_sheet(tell, panel):
    assert "--sheet needs the NAME" in tell("procedures", "--sheet", "x.csv").err
    assert "--list needs --sheet" in tell("procedures", panel[0], "--list", "respondent.csv").err
    said = tell("procedures", panel[0], "--sheet", "respondent.csv", "--list", "respondent.csv")
    assert "expected another file than the sheets and the list" in said.err


def test_what_fills_a_gap_is_explained_to_somebody_who_never_met_the_word(tell, board):
    said = tell("appoint", "fmcs-ranking", "north.csv", "south.csv", "--set", "list=4").err
    assert "least-gap (on whom the sides' ranks lie closest) or alphabetical-by-case-number (by last name" in said
    assert "lot (draw it, and say what it showed with --set draw=NAME)" in said
