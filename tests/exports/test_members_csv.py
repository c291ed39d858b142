"""members.csv: the table that spreadsheets open."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from association_samples import TODAY
from member_samples import ALL, FULL, HOSTILE, association_of
from site_samples import SiteAddresses

from association.domain.association import Association
from association.domain.text import plain
from association.exports.open_data import member_records, members_csv

COLUMNS = (
    "id,name,kind,type,summary,skills,town,town_name,lat,lon,website,email,phone,social,url,logo,people,"
    "commissions,interns,languages,joined,last_verified"
)
RUNS = (
    *("=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\tx", "\rx", '=HYPERLINK("https://x.example")'),
    *("＝1+1", "＋1", "－1", "＠SUM(A1)", "﹦1+1", "⁼1+1", " =1+1", "\u3000＝1+1", "+33-3-21", "+33/3"),
)


def written(association: Association = ALL) -> bytes:
    return members_csv(member_records(association, SiteAddresses(), "fr", TODAY))


def rows(association: Association = ALL) -> list[Mapping[str, str]]:
    return list(csv.DictReader(StringIO(written(association).decode(), newline=""), strict=True))


def row(**fields: object) -> Mapping[str, str]:
    """The row of one member who says that."""
    return rows(association_of(replace(FULL, **fields)))[0]


def test_the_columns_are_always_the_same() -> None:
    """Others have built on them; they are only ever added to."""
    first, *_ = written().decode().split("\r\n")

    assert COLUMNS == first


def test_the_file_is_plain_utf_8_with_the_line_ends_of_rfc_4180() -> None:
    """No byte order mark, which programs would take for a letter of `id`."""
    text = written()

    assert (b"id,", True, False) == (text[:3], text.endswith(b"\r\n"), b"\n" in text.replace(b"\r\n", b""))


def test_a_row_tells_what_the_record_tells() -> None:
    """Several things stand between bars."""

    assert {
        "id": "kernel",
        "name": "Kernel, Fils; & Cie",
        "kind": "organisation",
        "type": "entreprise",
        "summary": "Éditeur d'authentification.",
        "skills": "securite | web",
        "town": "arras",
        "town_name": "Arras",
        "lat": "50.291",
        "lon": "2.7775",
        "website": "https://kernel.example/",
        "email": "bonjour@kernel.example",
        "phone": "+33 (0)3 21 00 00 00",
        "social": "mastodon: https://social.example/@kernel | Autre, réseau: https://x.example/?a,b;c",
        "url": "https://tactic.example/annuaire/kernel/",
        "logo": "https://tactic.example/images/logos/kernel.png",
        "people": "Camille Exemple, Gérance, camille@kernel.example, 03 21 00 00 01 | Sacha Modèle",
        "commissions": "reseaux",
        "interns": "true",
        "languages": "fr | nl",
        "joined": "2026-10-08",
        "last_verified": "2026-09-01",
    } == row()


def test_the_table_and_the_records_never_disagree() -> None:
    """Every value that is one word is the same in both; what is absent is an empty cell."""
    records = list(member_records(ALL, SiteAddresses(), "fr", TODAY))
    simple = [key for key in records[0] if key not in {"town", "people", "social", "skills", "interns"}]
    lists = {"commissions", "languages"}
    expected = [
        [" | ".join(record[key]) if key in lists else record[key] or "" for key in simple]
        for record in records
    ]

    assert expected == [[each[key] for key in simple] for each in rows()]


@pytest.mark.parametrize("text", RUNS)
def test_no_text_is_run_by_a_spreadsheet(text: str) -> None:
    """An apostrophe makes a text of what looks like a formula."""

    assert [f"'{text}"] * 2 == [row(name=text)["name"], row(summary=plain(text))["summary"]]


@pytest.mark.parametrize("between", [";", "; ", "\t", "\n", "\r\n"])
@pytest.mark.parametrize("sign", ["=", "@", "＝"])
def test_no_part_of_a_text_is_run_where_semicolons_separate_cells(between: str, sign: str) -> None:
    """A French Excel reads a new cell after them, quotation marks or not."""

    assert f"Un{between}'{sign}1+1" == row(name=f"Un{between}{sign}1+1")["name"]


@pytest.mark.parametrize("cell", ["social", "people"])
def test_no_list_is_run_by_a_spreadsheet_either(cell: str) -> None:
    """The first of several begins the cell."""
    started = row(social=(("=1+1", "https://x.example/"),), people=(replace(FULL.people[0], name="@A1"),))

    assert "'" == started[cell][0]


@pytest.mark.parametrize("phone", ["+33 3 21 00 00 00", "+32 (0)2 345.67.89", "03 21 00 00 00"])
def test_a_telephone_number_stays_as_it_is(phone: str) -> None:
    """Nothing but digits and what stands between them cannot do harm."""

    assert phone == row(phone=phone)["phone"]


def test_a_longitude_west_of_greenwich_is_a_number() -> None:
    """Its minus is no formula."""
    (west,) = (each for each in rows() if each["town"] == "tournai")

    assert "-3.39" == west["lon"]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    """Quotes, commas and line breaks in a cell."""

    assert text == row(name=text)["name"]


def test_the_example_of_the_documentation_has_the_columns_of_the_file() -> None:
    """docs/open-data.md is what others write their programs from."""
    page = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")
    example = page.split("\n## members.csv\n")[1].split("```csv\n")[1].split("```")[0]

    assert [COLUMNS.split(",")] == [list(each) for each in csv.DictReader(StringIO(example))]
