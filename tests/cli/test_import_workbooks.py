"""`import` of workbooks: what .xlsx and .ods hold, cell by cell, and what is wrong with one, in a sentence.

Both are written here from the same cells, the fewest parts that a reader asks for, by zipfile.
"""

import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from test_import_command import MEMBERS, site_in

from association.cli import import_members as command
from association.cli.import_members import import_members
from association.cli.outcome import exit_code

Value = str | float | bool | date | None
Rows = list[list[Value]]
Run = Callable[..., int]
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODS_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def letter(column: int) -> str:
    return chr(ord("A") + column)


def zipped(parts: Mapping[str, str]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()


def cell_of_xlsx(value: Value, place: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
        case date():
            return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        case str() if value.startswith("="):
            return f'<c r="{place}" t="str"><f>{escape(value[1:])}</f><v>calculé</v></c>'
        case str():
            return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def sheet_of_xlsx(rows: Rows, merged: str = "", hidden: int = 0) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(cell_of_xlsx(value, f"{letter(at)}{number}") for at, value in enumerate(row))
        unseen = ' hidden="1"' if number == hidden else ""
        lines.append(f'<row r="{number}"{unseen}>{cells}</row>')
    spans = f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    return f"<worksheet {MAIN}><sheetData>{''.join(lines)}</sheetData>{spans}</worksheet>"


def xlsx(sheets: Mapping[str, str], hidden: str = "") -> bytes:
    listed, related, parts = "", "", {}
    for number, (name, xml) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name == hidden else ""
        listed += f'<sheet name="{escape(name)}" sheetId="{number}"{state} r:id="rId{number}"/>'
        target = f"worksheets/sheet{number}.xml"
        related += f'<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet" Target="{target}"/>'
        parts[f"xl/worksheets/sheet{number}.xml"] = xml
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    styles = (
        f'<styleSheet {MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{related}</Relationships>',
            "xl/styles.xml": styles,
            **parts,
        }
    )


def cell_of_ods(value: Value, more: str = "") -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case bool():
            kind, text = f'"boolean" office:boolean-value="{str(value).lower()}"', str(value)
        case date():
            kind, text = f'"date" office:date-value="{value.isoformat()}"', f"{value:%d/%m/%y}"
        case str():
            kind, text = '"string"', "calculé" if value.startswith("=") else value
        case _:
            kind, text = f'"float" office:value="{value}"', f"{value}"
    return (
        f"<table:table-cell office:value-type={kind}{more}><text:p>{escape(text)}</text:p></table:table-cell>"
    )


def sheet_of_ods(name: str, rows: Rows, merged: int = 0, hidden: int = 0) -> str:
    """merged: the line whose first cell stands beside the next row too."""
    lines = []
    for number, row in enumerate(rows, 1):
        spanned = (
            ' table:number-columns-spanned="1" table:number-rows-spanned="2"' if number == merged else ""
        )
        cells = [cell_of_ods(value, spanned if at == 0 else "") for at, value in enumerate(row)]
        if merged and number == merged + 1:
            cells[0] = "<table:covered-table-cell/>"
        seen = ' table:visibility="collapse"' if number == hidden else ""
        lines.append(f"<table:table-row{seen}>{''.join(cells)}</table:table-row>")
    return f'<table:table table:name="{escape(name)}">{"".join(lines)}</table:table>'


def ods(*sheets: str, encrypted: str = "") -> bytes:
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" '
            f'm:media-type="{kind}">{encrypted}</m:file-entry></m:manifest>',
            "content.xml": f"<office:document-content {ODS_NAMES}><office:body><office:spreadsheet>"
            f"{''.join(sheets)}</office:spreadsheet></office:body></office:document-content>",
        }
    )


LISTED: Rows = [
    ["Nos adhérents"],
    [],
    ["Société", "Contact", "Téléphone", "CP", "Adhésion", "Actif", "Résumé"],
    ["Kernel", "Jo", 3.21e8, 62300.0, date(2026, 10, 8), True, '=CONCAT("a")'],
    [None, "Al", None, None, None, True, None],
    ["Icea", None, "03 21 00 00 02", "01000", "09/10/2026", True, None],
    ["Vieux", None, None, None, None, False, None],
]
MAPPING = """\
columns:
  name: Société
  summary: Résumé
  phone: Téléphone
  address: {postal_code: CP}
  joined: {column: Adhésion, format: "%d/%m/%Y"}
people: {name: Contact}
"""
NOTES: Rows = [["À faire"], ["Relancer"]]
WORKBOOKS = {
    "xlsx": xlsx({"Notes": sheet_of_xlsx(NOTES), "Membres": sheet_of_xlsx(LISTED, merged="A4:A5", hidden=6)}),
    "ods": ods(sheet_of_ods("Notes", NOTES), sheet_of_ods("Membres", LISTED, merged=4, hidden=6)),
}
ADDED = """
  - id: kernel
    name: Kernel
    summary: calculé
    address: {postal_code: 62300}
    phone: "0321000000"
    people:
      - {name: Jo}
      - {name: Al}
    joined: 2026-10-08

  - id: icea
    name: Icea
    address: {postal_code: "01000"}
    phone: 03 21 00 00 02
    joined: 2026-10-09
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "members.yaml").write_bytes(MEMBERS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    monkeypatch.setattr(command, "folder_of", site_in)
    return tmp_path


@pytest.fixture
def typed(folder: Path) -> Run:
    def run(workbook: bytes, mapping: str | None = None, sheet: str | None = None) -> int:
        (folder / "liste.xlsx").write_bytes(workbook)
        if mapping:
            (folder / "map.yaml").write_text(mapping, encoding="utf-8")
        chosen = "map.yaml" if mapping else None
        return exit_code(lambda: import_members(folder, "liste.xlsx", chosen, False, sheet))

    return run


@pytest.mark.parametrize("workbook", WORKBOOKS.values(), ids=WORKBOOKS)
def test_a_workbook_is_read_as_it_is_seen(
    workbook: bytes, folder: Path, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sheet that fits, numbers that are none, days, values of formulas, a name beside two rows."""
    code = typed(workbook, MAPPING)

    assert (0, ADDED) == (code, (folder / "members.yaml").read_text("utf-8")[len(MEMBERS.decode()) :])
    assert [
        'Read from the sheet "Membres" alone; another one: --sheet NAME.',
        "This workbook has hidden rows; they are read as the others.",
        "line 4: added kernel",
        "line 6: added icea",
        'line 4: phone: "321000000" is read as 0321000000',
        "line 5: the same member as on line 4, kernel: one entry is made of both",
        "line 7: vieux has resigned, and is not imported",
        "2 added, 0 updated, 0 unchanged, 0 rows skipped",
        "2 people added are not published: no consent is recorded.",
        "members.yaml is up to date.",
    ] == capsys.readouterr().out.splitlines()


def test_the_sheet_that_is_named_is_read(folder: Path, typed: Run) -> None:
    """Whatever the case, and also where it is hidden."""
    sheets = {name: sheet_of_xlsx([["name"], [name]]) for name in ("Un", "Deux")}
    typed(xlsx(sheets, hidden="Deux"), sheet="deux")

    assert "  - id: deux\n" in (folder / "members.yaml").read_text("utf-8")


def test_hidden_sheets_are_passed_over(folder: Path, typed: Run) -> None:
    """Last year's list, kept aside."""
    sheets = {name: sheet_of_xlsx([["name"], [name]]) for name in ("Un", "Deux")}
    typed(xlsx(sheets, hidden="Un"))

    assert "  - id: deux\n" in (folder / "members.yaml").read_text("utf-8")


FAR = sheet_of_xlsx([["name"], ["Kernel"]]).replace(
    "</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
)
REPEATED = (
    sheet_of_ods("Un", [["name"], ["Kernel"]])
    .replace("<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">')
    .replace("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" ')
)
WRONG = {
    "cut off": (WORKBOOKS["xlsx"][:900], "this workbook is damaged"),
    "an old one cut off": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "this workbook is damaged"),
    "xml that ends early": (xlsx({"Un": "<worksheet"}), "this workbook is damaged"),
    "with a password": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "this workbook is protected by a password",
    ),
    "an ods with a password": (
        ods(encrypted="<m:encryption-data/>"),
        "this workbook is protected by a password",
    ),
    "another archive": (zipped({"word/document.xml": ""}), "this file holds no spreadsheet"),
    "a cell far away": (xlsx({"Un": FAR}), "this workbook is too large"),
    "cells for ever": (ods(REPEATED), "this workbook is too large"),
    "nothing": (xlsx({"Un": sheet_of_xlsx([])}), "this file is empty"),
    "large": (b"PK\x03\x04" + bytes(10_000_001), "this file has 10000005 bytes"),
    "invisible": (
        xlsx({"Un": sheet_of_xlsx([["name"], ["Ker\u2028nel"]])}),
        "the invisible character U+2028",
    ),
}


@pytest.mark.parametrize(("workbook", "said"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_workbook_is_one_sentence(
    workbook: bytes, said: str, folder: Path, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither a traceback, nor a process that ends for want of memory."""
    code = typed(workbook)
    told, counted = capsys.readouterr().err.splitlines()

    assert (1, "1 error, 0 warnings", True) == (code, counted, said in told)
    assert MEMBERS == (folder / "members.yaml").read_bytes()


@pytest.mark.parametrize(
    ("sheet", "said"), [("Membre", 'did you mean "Membres"?'), ("x", "its sheets are: Notes, Membres")]
)
def test_a_sheet_that_is_not_there_is_told(
    sheet: str, said: str, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """With those that are."""
    code = typed(WORKBOOKS["ods"], MAPPING, sheet)

    assert (1, True) == (code, said in capsys.readouterr().err)


def test_a_csv_file_has_no_sheets(typed: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that is asked for is passed over."""
    code = typed(b"name\nKernel\n", sheet="Un")

    assert (1, True) == (code, "it is a CSV file" in capsys.readouterr().err)


def test_the_library_is_imported_for_a_workbook_alone() -> None:
    """Not by the command, not for a CSV file."""
    program = "import sys, association.cli.import_members; print('python_calamine' in sys.modules)"
    plugins = Path(__file__).resolve().parents[2] / "plugins"
    ended = subprocess.run([sys.executable, "-c", program], cwd=plugins, capture_output=True, text=True)

    assert "False\n" == ended.stdout
