"""`import` of what secretaries have: every encoding, titles and totals, the same member twice, who has left.

A folder of good_sheets is a sheet, and the mapping if there is one; `members.yaml` is what becomes of
bad_csv/members.yaml, `told.txt` what the secretary reads.
"""

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest
from test_import_command import MEMBERS, site_in

from association.cli import import_members as command
from association.cli.import_members import import_members
from association.cli.outcome import WrongUsage, exit_code

HERE = Path(__file__).parent / "good_sheets"
CASES = sorted(path.parent for path in HERE.glob("*/told.txt"))
Run = Callable[..., int]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "members.yaml").write_bytes(MEMBERS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    monkeypatch.setattr(command, "folder_of", site_in)
    return tmp_path


@pytest.fixture
def typed(folder: Path) -> Run:
    """`import`, with the table and the mapping as they are in their files."""

    def run(table: bytes | str, mapping: bytes | str | None = None) -> int:
        (folder / "input.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
        if mapping is not None:
            (folder / "map.yaml").write_bytes(mapping if isinstance(mapping, bytes) else mapping.encode())
        return exit_code(
            lambda: import_members(folder, "input.csv", None if mapping is None else "map.yaml", False)
        )

    return run


def mapping_of(case: Path) -> bytes | None:
    return (case / "map.yaml").read_bytes() if (case / "map.yaml").exists() else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sheet_becomes_members_and_the_rest_is_told(
    case: Path, folder: Path, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is put together, left out or mended in silence."""
    code = typed((case / "input.csv").read_bytes(), mapping_of(case))

    assert (case / "told.txt").read_text("utf-8") == capsys.readouterr().out
    assert (0, (case / "members.yaml").read_text("utf-8")) == (
        code,
        (folder / "members.yaml").read_text("utf-8"),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sheet_that_is_imported_again_changes_nothing(case: Path, folder: Path, typed: Run) -> None:
    """Each row finds its member, also of two that have one name."""
    for _ in range(2):
        typed((case / "input.csv").read_bytes(), mapping_of(case))

    assert (case / "members.yaml").read_text("utf-8") == (folder / "members.yaml").read_text("utf-8")


def test_there_are_sheets() -> None:
    """An empty folder would pass."""
    assert 8 < len(CASES)


def test_namesakes_keep_their_members_in_any_order(folder: Path, typed: Run) -> None:
    """What one of them says is never written to the other."""
    header, *rows = (HERE / "persons-of-one-name/input.csv").read_text("utf-8").splitlines()
    typed("\n".join((header, *rows[:2])))
    once = (folder / "members.yaml").read_bytes()
    typed("\n".join((header, *reversed(rows[:2]))))

    assert once == (folder / "members.yaml").read_bytes()


def test_an_organisation_in_another_town_than_in_the_file_is_kept_apart(
    folder: Path, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may have moved; it may be another one: the secretary is asked, and nothing is overwritten."""
    typed("name;town\nAdviser;Lens\n")
    once = (folder / "members.yaml").read_bytes()
    typed("name;town\nAdviser;Hénin-Beaumont\n")

    assert (folder / "members.yaml").read_bytes().startswith(once)
    assert 'another "Adviser" than adviser of members.yaml: kept apart, as adviser-henin-beaumont' in (
        capsys.readouterr().out
    )


TABLE = "\ufeffname;town\r\nDécima;Hénin-Beaumont\r\n"
ENCODED = {
    "utf-8": TABLE[1:].encode(),
    "utf-8 with a mark": TABLE.encode(),
    "utf-16 with a mark": codecs.BOM_UTF16_LE + TABLE[1:].encode("utf-16-le"),
    "utf-16 of the other order": codecs.BOM_UTF16_BE + TABLE[1:].encode("utf-16-be"),
    "utf-16 without a mark": TABLE[1:].encode("utf-16-le"),
    "utf-16 of the other order without a mark": TABLE[1:].encode("utf-16-be"),
    "windows-1252": TABLE[1:].encode("windows-1252"),
    "tabs": TABLE[1:].replace(";", "\t").encode(),
    "commas": TABLE[1:].replace(";", ",").encode(),
    "tabs in utf-16, as Excel writes .txt": codecs.BOM_UTF16_LE
    + TABLE[1:].replace(";", "\t").encode("utf-16-le"),
    "a line that says the sign": b"sep=,\r\n" + TABLE[1:].replace(";", ",").encode("windows-1252"),
}


@pytest.mark.parametrize("table", ENCODED.values(), ids=ENCODED)
def test_a_table_is_read_in_the_encoding_that_its_bytes_show(table: bytes, folder: Path, typed: Run) -> None:
    """Each of them says the same."""
    code = typed(table)

    assert (0, "  - id: decima\n    name: Décima\n    town: henin-beaumont\n") == (
        code,
        (folder / "members.yaml").read_text("utf-8")[len(MEMBERS.decode()) + 1 :],
    )


def test_a_guessed_encoding_is_told(typed: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Should an accent be wrong, this is why."""
    typed(ENCODED["windows-1252"])

    assert "Read in the encoding windows-1252." == capsys.readouterr().out.splitlines()[0]


def test_without_a_mapping_one_is_shown_that_can_be_used(
    folder: Path, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it is printed, below the sentence that says where to save it; of persons, nothing private."""
    table = (
        "Nos membres\n\nRaison sociale;Prénom;Nom;Commune;Inscrit le;Date d’adhésion;Courriel;Dons\n"
        "Kernel;Jo;Modèle;Lens;x;08/10/2026;jo@x.example;5\n;Al;Exemple;Lens;x;2026-10-09;al@x.example;\n"
    )
    code = typed(table)
    heading, _, *lines = capsys.readouterr().out.splitlines()
    proposal = "\n".join(lines)

    assert (1, True) == (code, "import.yaml" in heading)
    assert "#   email: Courriel" in lines and "# not used: Inscrit le, Dons" in lines
    assert 0 == typed(table, proposal)
    assert (folder / "members.yaml").read_text("utf-8")[len(MEMBERS.decode()) + 1 :] == (
        "  - id: kernel\n    name: Kernel\n    kind: organisation\n    town: lens\n    joined: 2026-10-08\n\n"
        "  - id: al-exemple\n    name: Al Exemple\n    kind: person\n    town: lens\n    joined: 2026-10-09\n"
    )


def test_titles_that_nobody_knows_are_doubted(typed: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """A list without a header has members where titles should be."""
    typed("Kernel;Lens\nIcea;Lens\n")

    assert "# none of these titles is known here; is the first line that of the titles?" in (
        capsys.readouterr().out.splitlines()
    )


def test_a_consent_is_never_taken_from_a_column_of_people(
    typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of nobody."""
    code = typed("N;P;A\nKernel;Jo;oui\n", "columns: {name: N}\npeople: {name: P, consent: A}\n")

    assert (1, "[never-imported]") == (code, capsys.readouterr().err.splitlines()[0][-16:])


def test_people_who_are_there_are_left_as_they_are(folder: Path, typed: Run) -> None:
    """Their consent was for what stood there: a new address would be published with it."""
    own = MEMBERS.replace(
        b"    skills: [sites-web]\n", b"    people:\n      - {name: Jo, consent: 2026-09-01}  # appeler\n", 1
    )
    (folder / "members.yaml").write_bytes(own)
    typed(
        "N;P;E\nAdviser;JO;jo@x.example\nAdviser;Al;\n", "columns: {name: N}\npeople: {name: P, email: E}\n"
    )

    assert own.replace(b"  # appeler\n", b"  # appeler\n      - {name: Al}\n") == (
        (folder / "members.yaml").read_bytes()
    )


def test_a_new_member_whose_day_of_leaving_is_past_is_not_imported(
    typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of one who is there, the mapping writes it."""
    mapping = 'columns: {name: N, left: {column: Date de sortie, format: "%d/%m/%Y"}}\n'
    typed("N;Date de sortie\nKernel;01/02/2026\nAdviser;01/02/2026\n", mapping)
    said = capsys.readouterr().out

    assert "line 2: kernel has resigned, and is not imported" in said
    assert "    left: 2026-02-01\n0" not in said and "line 3: updated adviser\n    left: 2026-02-01" in said


def test_a_member_who_has_left_and_is_in_the_table_is_told(
    folder: Path, typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Back again, the site goes on without them."""
    own = MEMBERS.replace(b"    name: Adviser\n", b"    name: Adviser\n    left: 2026-01-31\n")
    (folder / "members.yaml").write_bytes(own)
    typed("name\nAdviser\n")

    assert 'line 2: adviser has left, says members.yaml ("left: 2026-01-31")' in capsys.readouterr().out
    assert own == (folder / "members.yaml").read_bytes()


def test_a_title_full_of_commas_hides_no_header(folder: Path, typed: Run) -> None:
    """The sign between columns is the one that makes a header of a line."""
    typed("Membres : Lens, Liévin, Arras\nname;town\nKernel, SARL;Lens\n")

    assert "  - id: kernel-sarl\n    name: Kernel, SARL\n    town: lens\n" in (
        (folder / "members.yaml").read_text("utf-8")
    )


def test_a_table_of_other_members_says_nothing_of_who_has_left(
    typed: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the same list again can miss somebody."""
    typed("name\nKernel\n")

    assert "not in this table" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("table", "mapping", "said"),
    [
        ("input.csv", "galete", 'did you mean "galette"'),
        ("input.csv", "imports.yaml", 'did you mean "import.yaml"'),
        ("input.csv", "input.csv", "is a table, and no mapping"),
        ("import.yaml", None, "write `import TABLE --map import.yaml`"),
    ],
)
def test_a_wrong_mapping_is_named_as_such(folder: Path, table: str, mapping: str | None, said: str) -> None:
    """With what may have been meant."""
    (folder / "input.csv").write_text("name\nKernel\n", encoding="utf-8")
    (folder / "import.yaml").write_text("columns: {name: name}\n", encoding="utf-8")

    with pytest.raises(WrongUsage, match=said):
        import_members(folder, table, mapping, dry_run=False)
