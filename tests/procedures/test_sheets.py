"""Sheets as spreadsheets save them, and the exact message for each mistake."""

from pathlib import Path

import pytest

from placet.errors import CaseError, QuestionError
from placet.procedures.sheets import party_of, read_entries, read_sheets
from procedures.sheets_made import appoint_with


@pytest.fixture
def entries_of(tmp_path):
    """Read a sheet from its bytes."""

    def entries_of(content, **more):
        file = tmp_path / "north.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_entries(file, **more)

    return entries_of


def marks(entries):
    return [(entry.name, entry.rank, entry.strike) for entry in entries]


PLAIN = [("Ash", 1, None), ("Birch", None, 0)]


@pytest.mark.parametrize(
    "content",
    [
        "name,rank,strike\nAsh,1,\nBirch,,x\n",
        "name,rank,strike\r\nAsh,1,\r\nBirch,,x\r\n",
        "\ufeffName;Rank;Strike\r\nAsh;1;\r\nBirch;;X\r\n",
        "name\trank\nAsh\t1\nBirch\tstruck",
        '"name","rank"\n"Ash",1.0\n"Birch","x"\n\n,,\n',
        "Candidate,Strike,Preference,Remarks\n Ash ,no,1,an old friend\nBirch,yes,,\n",
        "الاسم,الترتيب\nAsh,١\nBirch,x\n",
        "name,rank\n\u200fAsh\u200f,1\nBi\u200brch,x\n",
        "name\trank\r\nAsh\t1\r\nBirch\tx\r\n".encode("utf-16"),
        b"\xfe\xff" + "name\trank\r\nAsh\t1\r\nBirch\tx\r\n".encode("utf-16-be"),
        "The list of 3 May,,\n\nname,rank,strike\nAsh,1,\nBirch,,x\n",
    ],
)
def test_a_sheet_reads_the_same_however_a_spreadsheet_saved_it(entries_of, content):
    assert marks(entries_of(content)) == PLAIN


def test_arabic_names_stay_as_they_are_and_quoted_cells_hold_anything(entries_of):
    content = 'name,rank\nسمير حداد,1\n"Haddad, ""Sam"" A.",2\n"two\nlines",3\nAfter,x\n'
    entries = entries_of(content)
    assert [entry.name for entry in entries] == ["سمير حداد", 'Haddad, "Sam" A.', "two lines", "After"]
    assert [(entry.line, entry.column) for entry in entries] == [(2, 1), (3, 1), (4, 1), (6, 1)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", ":1:1: found an empty file, expected a sheet whose first line names its columns"),
        ("\ufeff\r\n\r\n", ":1:1: found an empty file"),
        ("name,rank\n", ":1:6: found no names under the columns"),
        ("nome,rank\nAsh,1\n", ":1:1: found the columns nome, rank, expected a column named name; did you mean name?"),
        ("name,notes\nAsh,1\n", "expected a column named rank (or strike)"),
        ("name,rank,rank\nAsh,1,1\n", ':1:11: found a second column "rank"'),
        ("name,rank\nAsh,first\n", ':2:5: found the rank "first", expected a whole number from 1, or x to strike'),
        ("name,rank\nAsh,0\n", ':2:5: found the rank "0"'),
        ("name,strike\nAsh,perhaps\n", ':2:5: found the strike "perhaps"'),
        (
            "name,rank\nAsh,1\nAsh,2\n",
            ':3:1: found "Ash" a second time, expected each name once (the first stands on l',
        ),
        ("name,rank,strike\nAsh,1,x\n", ':2:1: found "Ash" both struck and ranked'),
        ("name,rank\n,1\n", ":2:1: found no name"),
        ('name,rank\n"=HYPERLINK(""x"")",1\n', ":2:1: found the formula"),
        ("name,rank\n@Ash,1\n", ':2:1: found the formula "@Ash"'),
        ("name,rank\nA\x07sh,1\n", ":2:1: found a control character"),
        ('name,rank\n"Ash,1\n', ":2:1: found a quotation mark that is never closed"),
        (b"name,rank\nM\xfcller,1\n", ":2:2: found the byte 0xfc, expected text saved as UTF-8 (in Excel: CSV UTF-8)"),
        (
            b"PK\x03\x04rest",
            ":1:1: found a workbook that is damaged, expected one that a spreadsheet opens, or the sheet",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", ":1:1: found a workbook of the older kind (XLS)"),
        ("name,rank\n7,1\n", ':2:1: found "7" as a name, expected words (a spreadsheet turns some into'),
        ("name,rank\nAsh,1\n\u0410sh,2\n", ':3:1: found "\u0410sh", which looks like "Ash" on line 2'),
        (b"name\n" + b"x" * 2_000_001, "found a file of more than 2 MB"),
    ],
)
def test_a_mistake_is_told_with_its_place(entries_of, content, says):
    with pytest.raises(CaseError) as refused:
        entries_of(content)
    assert f"north.csv{says}" in str(refused.value) or says in str(refused.value)


def test_every_mistake_of_every_sheet_is_told_at_once(tmp_path):
    (tmp_path / "north.csv").write_text("name,rank\nAsh,one\nBirch,two\n", encoding="utf-8")
    (tmp_path / "south.csv").write_text("name,rank\nAsh,1\nAsh,1\n", encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        read_sheets([tmp_path / "south.csv", tmp_path / "north.csv"])
    assert [Path(fault.file).stem for fault in refused.value.faults] == ["north", "north", "south"]


def test_two_sheets_of_one_party_are_refused(tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "north.csv").write_text("name,rank\nAsh,1\n", encoding="utf-8")
    with pytest.raises(CaseError, match="a second sheet of"):
        read_sheets([tmp_path / "one" / "north.csv", tmp_path / "two" / "north.csv"])


def test_a_sheet_that_is_not_there_is_told(tmp_path):
    with pytest.raises(QuestionError, match="cannot be read"):
        read_sheets([tmp_path / "nowhere.csv"])


def test_a_file_is_named_after_its_party_and_its_side():
    assert (party_of(Path("x/union.csv")).id, party_of(Path("union.csv")).side) == ("union", "union")
    assert (party_of(Path("claimants.ash.csv")).id, party_of(Path("claimants.ash.csv")).side) == (
        "claimants.ash",
        "claimants",
    )


def run_with(folder, procedure, sheets, **more):
    for party, content in sheets.items():
        (folder / f"{party}.csv").write_text(content, encoding="utf-8")
    return appoint_with(procedure, *read_sheets(folder / f"{party}.csv" for party in sheets), **more)


GOOD = "name,rank\nAsh,1\nBirch,2\nCedar,3\nDouglas,4\nElm,5\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (
            "name,rank\nAsh,1\nBirch,2\nCedar,x\nDouglas,x\nElm,x\n",
            "north.csv:6:1: found 3 strikes, expected at most 2",
        ),
        ("name,rank\nAsh,1\nBirch,2\nCedar,\nDouglas,3\nElm,4\n", '4:1: found "Cedar" neither struck nor ranked'),
        ("name,rank\nAsh,1\nBirch,1\nCedar,2\nDouglas,3\nElm,4\n", '3:1: found the rank 1 for "Birch" and for "Ash"'),
        ("name,rank\nAsh,1\nBirch,2\nCedar,3\nDouglas,4\nElm,9\n", '6:1: found the rank 9 for "Elm", expected 1 to 5'),
        ("name,rank\nAhs,1\nBirch,2\nCedar,3\nDouglas,4\nElm,5\n", '2:1: found "Ahs", which is not on the sheet of so'),
    ],
)
def test_a_sheet_is_held_against_the_rule(tmp_path, content, says):
    settings = {"ranks": "survivors", "aggregate": "sum", "tie": "lot"}
    with pytest.raises(CaseError) as refused:
        run_with(tmp_path, "aaa-expedited", {"north": content, "south": GOOD}, settings=settings)
    assert says in str(refused.value)


def test_with_a_list_a_name_that_is_not_on_it_or_is_missing_is_told(tmp_path):
    (tmp_path / "list.csv").write_text("name\nAsh\nBirch\nCedar\n", encoding="utf-8")
    roster = read_entries(tmp_path / "list.csv", marked=False)
    sheets = {"north": "name,rank\nAsh,1\nBrich,2\n", "south": "name,rank\nAsh,1\nBirch,2\nCedar,3\n"}
    with pytest.raises(CaseError) as refused:
        run_with(tmp_path, "ahla", sheets, roster=roster)
    told = str(refused.value)
    assert '3:1: found "Brich", which is not on the list, expected a name on the list; did you mean Birch?' in told
    assert 'found no line for "Birch", expected every name on the list' in told


def test_the_order_of_lines_and_of_files_never_matters(tmp_path):
    turned = "name,rank\n" + "\n".join(reversed(GOOD.splitlines()[1:])) + "\n"
    runs = []
    for number, sheets in enumerate(({"north": GOOD, "south": turned}, {"south": GOOD, "north": turned})):
        folder = tmp_path / str(number)
        folder.mkdir()
        runs.append(run_with(folder, "fmcs-ranking", sheets, settings={"list": "5"}).to_dict())
    assert runs[0] == runs[1]


def test_strikes_where_all_are_ranked_and_ranks_where_none_are(tmp_path):
    struck = "name,rank\nAsh,1\nBirch,x\nCedar,2\nDouglas,3\nElm,4\n"
    with pytest.raises(CaseError, match="expected none, for all are ranked"):
        run_with(tmp_path, "ahla", {"north": struck, "south": GOOD})
    with pytest.raises(CaseError, match='found a rank for "Ash", expected strikes only'):
        run_with(tmp_path, "nba-system-arbitrator", {"north": GOOD, "south": GOOD}, settings={"list": "5"})


@pytest.mark.parametrize("place", ["", "chiar"])
def test_a_line_without_a_list_is_told_where_there_are_several(tmp_path, place):
    content = f"name,list,rank\nAsh,{place},1\n"
    with pytest.raises(CaseError, match="chair or public or non-public"):
        run_with(tmp_path, "finra-three-arbitrators", {"north": content, "south": content})


@pytest.mark.parametrize("column", ["name", "Names", "candidate", "arbitrator", "nominee", "office", "الاسم", "Nom"])
@pytest.mark.parametrize("rank", ["rank", "Ranking", "preference", "الترتيب", "rang"])
def test_columns_go_by_several_names(entries_of, column, rank):
    assert marks(entries_of(f"{column},{rank}\nAsh,1\n")) == [("Ash", 1, None)]


@pytest.mark.parametrize("column", ["strike", "Struck", "strikes", "veto", "شطب"])
@pytest.mark.parametrize("mark", ["x", "X", "✗", "✘", "✓", "✔", "yes", "y", "true", "strike", "struck", "veto"])
def test_a_strike_is_written_in_several_ways(entries_of, column, mark):
    assert marks(entries_of(f"name,{column}\nAsh,{mark}\n")) == [("Ash", None, 0)]


@pytest.mark.parametrize("mark", ["", "no", "N", "false", "-"])
def test_a_name_is_kept_in_several_ways(entries_of, mark):
    assert marks(entries_of(f"name,strike\nAsh,{mark}\n")) == [("Ash", None, None)]


def test_lists_and_people_go_by_several_names(entries_of):
    for where in ("list", "class", "post", "القائمة", "liste"):
        for who in ("person", "member", "minister", "الشخص", "personne"):
            (entry,) = entries_of(f"name,rank,{where},{who}\nFinance,1,one,Ash\n")
            assert (entry.list, entry.person) == ("one", "Ash")


def test_the_columns_are_looked_for_in_the_first_twenty_lines(entries_of):
    def below(lines):
        return "a title,\n" * lines + "name,rank\nAsh,1\n"

    assert len(entries_of(below(19))) == 1
    with pytest.raises(CaseError, match="found the columns a title"):
        entries_of(below(20))
