"""Sheets saved as XLSX: real workbooks, what of them cannot be seen, and the exact message for each mistake."""

import datetime as dt
import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from placet.errors import CaseError, PlacetError, QuestionError
from placet.procedures.look_alikes import difference, look_alike, meant_by, skeleton
from placet.procedures.sheet_files import read_grid
from placet.procedures.sheets import read_entries, read_lines, read_sheets
from placet.procedures.workbook import MOST_UNPACKED, cell_name
from placet.words import say
from procedures.sheets_made import appoint_with

ROWS = [("name", "rank", "strike"), ("Ash", 1, None), ("Birch", None, "x")]


def saved(file, rows=ROWS, prepare=None):
    """A workbook with these rows, changed as a test needs it."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if prepare is not None:
        prepare(book, sheet)
    book.save(file)
    return file


def marks(entries):
    return [(entry.name, entry.rank, entry.strike) for entry in entries]


def refusal(file, **more):
    with pytest.raises(CaseError) as refused:
        read_entries(file, **more)
    return str(refused.value)


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [("Candidate", "Preference"), ("Ash", 1.0), ("Birch", "X")],
        [("name", "rank", "strike"), ("Ash", "1", "no"), ("Birch", None, True)],
        [("Ranking sheet of the north",), (None,), ("الاسم", "الترتيب"), ("\u200fAsh", "١"), (" Birch ", "struck")],
    ],
)
def test_a_workbook_reads_like_the_same_sheet_in_csv(tmp_path, rows):
    assert marks(read_entries(saved(tmp_path / "north.xlsx", rows))) == [("Ash", 1, None), ("Birch", None, 0)]


def test_a_workbook_and_a_csv_file_are_run_together(tmp_path):
    saved(tmp_path / "north.xlsx", [("name", "rank"), ("سمير حداد", 1), ("Birch", 2), ("Cedar", 3)])
    (tmp_path / "south.csv").write_text("name;rank\nسمير حداد;1\nBirch;3\nCedar;2\n", encoding="utf-8")
    sheets = read_sheets([tmp_path / "north.xlsx", tmp_path / "south.csv"])
    assert appoint_with("fmcs-ranking", *sheets, settings={"list": "3"}).outcome.appointed == ("سمير حداد",)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ('=HYPERLINK("x")', "the formula"),
        (7, 'the number "7" as a name in cell A2, expected words (a spreadsheet turns some into numbers and dates'),
        (dt.date(2026, 5, 3), 'the date "2026-05-03" as a name in cell A2'),
        (True, 'the truth value "true" as a name in cell A2'),
        ("#N/A", 'the error "#N/A" in cell A2, expected the words themselves'),
        ("12/5", '"12/5" as a name in cell A2'),
    ],
)
def test_what_a_spreadsheet_made_of_a_name_is_told_with_its_cell(tmp_path, value, says):
    def prepare(_book, sheet):
        sheet["A2"].value = value

    said = refusal(saved(tmp_path / "north.xlsx", prepare=prepare))
    assert f"north.xlsx:2:1: found {says}" in said
    assert "in cell A2" in said


def test_every_mistake_of_a_workbook_is_told_at_once_with_its_cell(tmp_path):
    rows = [("name", "rank"), ("Ash", "=1+0"), ("Ash", 2), ("Birch", 1.5), ("Birch", dt.date(2026, 1, 2))]
    told = refusal(saved(tmp_path / "north.xlsx", rows)).splitlines()
    assert [line.split("found ")[1].split(",")[0] for line in told] == [
        'the formula "=1+0" in cell B2',
        'the rank "1.5" in cell B4',
        '"Birch" a second time in cell A5',
        'the rank "2026-01-02" in cell B5',
    ]


def test_hidden_lines_columns_and_worksheets_are_told_and_lines_count(tmp_path):
    def prepare(book, sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True
        book.create_sheet("Old").append(("name",))
        book["Old"].sheet_state = "hidden"

    entries, notes = read_lines(saved(tmp_path / "north.xlsx", prepare=prepare))
    assert marks(entries)[1] == ("Birch", None, 0)
    assert [say(note) for note in notes] == [
        "north.xlsx has a hidden worksheet, Old, which was not read.",
        "Line 3 of north.xlsx is hidden in the spreadsheet; it was read, and counts.",
        "Column C of north.xlsx is hidden in the spreadsheet; it was read, and counts.",
    ]


def test_several_worksheets_are_asked_about_and_one_can_be_named(tmp_path):
    def prepare(book, sheet):
        sheet.title = "Sheet of the north"
        book.create_sheet("Notes").append(("remember",))
        book.create_sheet("Empty")

    file = saved(tmp_path / "north.xlsx", prepare=prepare)
    assert 'found 2 worksheets: "Sheet of the north" and "Notes", expected --worksheet NAME' in refusal(file)
    assert 'found no worksheet "Note"' in refusal(file, worksheet="Note")
    assert "did you mean Notes?" in refusal(file, worksheet="Note")
    assert len(read_entries(file, worksheet="Sheet of the north")) == 2


def test_an_empty_workbook_and_merged_cells_are_told(tmp_path):
    assert "found an empty workbook" in refusal(saved(tmp_path / "north.xlsx", rows=[]))

    def merge(_book, sheet):
        sheet["D2"].value = "chair"
        sheet.merge_cells("D2:D3")

    assert ":2:4: found the merged cells D2:D3, expected each cell by itself" in refusal(
        saved(tmp_path / "north.xlsx", prepare=merge)
    )


def zipped(file, parts):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts_of:
        for name, content in parts.items():
            parts_of.writestr(name, content)
    return file


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    parts = {"[Content_Types].xml": "<Types/>", "xl/workbook.xml": b"0" * (MOST_UNPACKED + 1)}
    file = zipped(tmp_path / "north.xlsx", parts)
    assert file.stat().st_size < 20_000
    assert "found a workbook of more than 8 MB when unpacked" in refusal(file)
    many = zipped(tmp_path / "south.xlsx", {f"xl/{number}.xml": "" for number in range(501)})
    assert "found a workbook of more than" in refusal(many)


def test_other_zip_files_declared_entities_and_far_cells_are_refused(tmp_path):
    assert "a ZIP file that is no workbook" in refusal(zipped(tmp_path / "a.xlsx", {"letter.txt": "x"}))
    assert "OpenDocument (ODS), expected the sheet saved as XLSX or CSV" in refusal(
        zipped(tmp_path / "b.ods", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    )
    parts = {"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY b "c">]><Types/>', "xl/workbook.xml": ""}
    assert "declared entities" in refusal(zipped(tmp_path / "c.xlsx", parts))

    def prepare(_book, sheet):
        sheet["B1000000"].value = "far"

    assert "reaches to the cell C1000000, expected a sheet (delete what" in refusal(
        saved(tmp_path / "d.xlsx", prepare=prepare)
    )

    def prepare_both(_book, sheet):
        sheet["ZZ19000"].value = "far"

    assert "reaches to the cell ZZ19000" in refusal(saved(tmp_path / "e.xlsx", prepare=prepare_both))


def test_a_workbook_as_other_programs_write_it(tmp_path):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    cells = [
        '<c r="A1" t="inlineStr"><is><t>name</t></is></c><c r="C1" t="inlineStr"><is><t>rank</t></is></c>',
        '<c r="A2" t="inlineStr"><is><r><t>As</t></r><r><t>h</t></r></is></c><c r="C2"><v>1.0</v></c>',
        '<c r="A3" t="str"><v>Birch</v></c><c r="C3"><f>1+1</f><v>2</v></c>',
    ]
    rows = "".join(f'<row r="{number}">{row}</row>' for number, row in enumerate(cells, 1))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="applica'
        'tion/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="'
        f'{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{office}'
        '/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{office}"><sheets>'
        '<sheet name="One" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="b" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>',
    }
    assert refusal(zipped(tmp_path / "north.xlsx", parts)).endswith(
        'north.xlsx:3:3: found the formula "=1+1" in cell C3, expected the words themselves'
    )
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace("<f>1+1</f>", "")
    assert marks(read_entries(zipped(tmp_path / "north.xlsx", parts))) == [("Ash", 1, None), ("Birch", 2, None)]


WHOLE = io.BytesIO()
saved(WHOLE)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE.getvalue()) - 1), st.integers(0, 255), st.booleans())
def test_a_damaged_workbook_is_read_or_refused_with_a_message(tmp_path_factory, place, byte, is_cut):
    content = bytearray(WHOLE.getvalue())
    content[place] = byte
    file = tmp_path_factory.mktemp("sheets") / "north.xlsx"
    file.write_bytes(content[:place] if is_cut else content)
    try:
        assert len(read_entries(file)) <= 2
    except PlacetError as refused:
        assert "expected" in str(refused)  # noqa: PT017 -- either is right


def test_a_cell_is_called_as_the_spreadsheet_calls_it():
    for line, column in ((1, 1), (7, 2), (12, 26), (3, 27), (3, 702), (3, 703)):
        assert cell_name(line, column) == f"{openpyxl.utils.get_column_letter(column)}{line}"


@pytest.mark.parametrize(
    ("name", "other"),
    [("\u0410sh", "Ash"), ("O\u2019Hara", "O'Hara"), ("أحمد علی", "احمد علي"), ("فاطمه", "فاطمة"), ("محمّد", "محمد")],
)
def test_names_that_look_the_same_have_one_skeleton_and_are_meant(name, other):
    assert skeleton(name) == skeleton(other)
    assert look_alike(name, ["Birch", other]) == meant_by(name, ["Birch", other]) == other


def test_names_that_look_different_are_no_look_alikes_and_the_nearest_is_meant():
    assert look_alike("Ahs", ["Ash", "Birch"]) is None
    assert meant_by("Ahs", ["Ash", "Birch"]) == "Ash"
    assert look_alike("Ash", ["Ash"]) is None


def test_the_letter_in_which_they_differ_is_told():
    assert difference("\u0410sh", "Ash") == "letter 1 is cyrillic capital letter a"
    assert difference("Ash", "Ashe") == "letter 4 is nothing"
    assert difference("Ashe", "Ash") == "letter 4 is latin small letter e"
    assert difference("\ue000sh", "Ash") == "letter 1 is a letter without a name"


def test_a_name_all_in_another_alphabet_is_known_for_its_look_alike():
    assert meant_by("АВСЕ", ["ABCE", "Birch"]) == "ABCE"


@pytest.mark.parametrize("letter", [*"’‘ʼ′`´"])
def test_every_apostrophe_is_one(letter):
    assert skeleton(f"O{letter}Hara") == "o'hara"


@pytest.mark.parametrize("letter", [*"‐‑‒–—−"])
def test_every_dash_is_one(letter):
    assert skeleton(f"Ash{letter}Elm") == "ash-elm"


@pytest.mark.parametrize("mark", ["\u064b", "\u0651", "\u065f"])
def test_vowel_marks_of_arabic_do_not_tell_names_apart(mark):
    assert skeleton(f"محمد{mark}") == "محمد"


def test_arabic_letters_and_digits_beside_those_marks_do():
    assert skeleton("ي ٠") == "ي ٠"
    assert skeleton("Ash  Elm") == "ash elm"


def test_a_look_alike_on_another_sheet_is_told_letter_by_letter(tmp_path):
    saved(tmp_path / "north.xlsx", [("name", "rank"), ("\u0410sh", 1), ("Birch", 2)])
    saved(tmp_path / "south.xlsx", [("name", "rank"), ("Ash", 1), ("Birch", 2)])
    with pytest.raises(CaseError) as refused:
        appoint_with("ahla", *read_sheets([tmp_path / "north.xlsx", tmp_path / "south.xlsx"]))
    told = str(refused.value)
    assert "north.xlsx:2:1" in told
    assert "(it looks like one, but letter 1 is cyrillic capital letter a); did you mean Ash?" in told


def test_rows_without_anything_are_no_lines(tmp_path):
    rows = [("name", "rank"), (None, None), ("Ash", 1), ("  ", None), ("Birch", 2)]
    assert [row[0].line for row in read_grid(saved(tmp_path / "north.xlsx", rows)).rows] == [1, 3, 5]


def test_a_folder_stands_for_its_sheets_and_marks_of_open_files_are_passed_over(tmp_path):
    saved(tmp_path / "north.xlsx")
    (tmp_path / "south.CSV").write_text("name,rank\nAsh,1\n", encoding="utf-8")
    for name in ("~$north.xlsx", ".~lock.south.CSV", "._south.CSV", "notes.txt"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [sheet.party.id for sheet in read_sheets([tmp_path])] == ["north", "south"]
    assert [sheet.party.id for sheet in read_sheets([*tmp_path.glob("*north*")])] == ["north"]


def test_a_folder_without_sheets_is_told(tmp_path):
    with pytest.raises(QuestionError, match="a folder without sheets"):
        read_sheets([tmp_path])
