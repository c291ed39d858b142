"""`import`: what a secretary's spreadsheet changes in members.yaml, and what it never changes.

A folder of bad_csv is an export that is wrong: `expected.txt` and `expected.fr.txt` are what the secretary
reads; a new mistake begins there. bad_csv/members.yaml is the file that they all leave as it is.
"""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from association.cli import import_members as command
from association.cli.import_members import import_members
from association.cli.outcome import WrongUsage, exit_code
from association.content.load import SiteFolder
from association.content.schema.base import keys_of
from association.content.schema.members import MemberShape

HERE = Path(__file__).parent / "bad_csv"
PROGRAM = Path(__file__).resolve().parents[2]
CASES = sorted(path.parent for path in HERE.glob("*/expected.txt"))
EXPORTS = sorted((HERE.parent / "exports").glob("*.csv"))
LANGUAGES = {"expected.txt": "C", "expected.fr.txt": "fr"}
MEMBERS = (HERE / "members.yaml").read_bytes()
PARIS = ZoneInfo("Europe/Paris")
Import = Callable[..., int]


def site_in(root: Path) -> SiteFolder:
    return SiteFolder(
        root=root,
        content=root / "content",
        members=root / "members.yaml",
        commissions=root / "commissions.yaml",
        settings_file="pelicanconf.py",
        identity={"name": "Essai"},
        language="fr",
        zone=PARIS,
        now=datetime(2026, 11, 22, 12, tzinfo=PARIS),
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with the members of bad_csv, where the command is typed; its settings are not what is tested."""
    (tmp_path / "members.yaml").write_bytes(MEMBERS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command, "folder_of", site_in)
    return tmp_path


@pytest.fixture
def typed(folder: Path) -> Import:
    """`import`, with the table and the mapping as texts."""

    def run(table: str | bytes, mapping: str | None = None, dry_run: bool = False) -> int:
        (folder / "input.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
        if mapping is not None:
            (folder / "map.yaml").write_text(mapping, encoding="utf-8")
        chosen = None if mapping is None else "map.yaml"
        return exit_code(lambda: import_members(folder, "input.csv", chosen, dry_run))

    return run


@pytest.mark.parametrize("file", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_export_is_told_and_nothing_is_lost(
    case: Path,
    file: str,
    folder: Path,
    typed: Import,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every mistake with its line and column, in the secretary's language; members.yaml to the byte."""
    monkeypatch.setenv("ASSOSITE_LANG", LANGUAGES[file])
    mapping = case / "map.yaml"
    code = typed((case / "input.csv").read_bytes(), mapping.read_text("utf-8") if mapping.exists() else None)
    *said, _ = capsys.readouterr().err.splitlines()

    assert (case / file).read_text("utf-8").splitlines() == said
    assert (1, MEMBERS) == (code, (folder / "members.yaml").read_bytes())


def test_there_are_bad_exports() -> None:
    """An empty folder would pass."""
    assert 25 < len(CASES)


def test_an_export_too_large_to_be_read_is_told(typed: Import, capsys: pytest.CaptureFixture[str]) -> None:
    """Before anything is made of it."""
    code = typed("name\n" + "Kernel\n" * 1_500_000)

    assert (1, "[too-large]") == (code, capsys.readouterr().err.splitlines()[0][-11:])


def test_a_new_member_is_added_below_the_others(folder: Path, typed: Import) -> None:
    """In the order of the table, with the words of the site; nothing else changes."""
    typed(
        "name;town;skills;joined\nKernel;Hénin Beaumont;Réseaux et câblage;2026-10-08\nÀ deux : club;LENS;;\n"
    )

    assert (folder / "members.yaml").read_bytes() == MEMBERS + (
        "\n  - id: kernel\n    name: Kernel\n    skills: [reseaux]\n    town: henin-beaumont\n"
        "    joined: 2026-10-08\n"
        '\n  - id: a-deux-club\n    name: "À deux : club"\n    town: lens\n'
    ).encode()


def test_a_member_that_is_there_gets_only_what_the_table_says(folder: Path, typed: Import) -> None:
    """A list grows, an empty cell erases nothing, comments and the other lines stay."""
    typed("name;town;skills;email\nADVISER;Lens;Réseaux et câblage;\n")

    assert (
        MEMBERS.replace(b"name: Adviser\n", b"name: ADVISER\n").replace(
            b"    skills: [sites-web]\n", b"    skills: [sites-web, reseaux]\n    town: lens\n"
        )
        == (folder / "members.yaml").read_bytes()
    )


def test_a_name_in_several_languages_stays_one(folder: Path, typed: Import) -> None:
    """Found by any of them; the table knows the language of the site only."""
    members = "members:\n  - {id: ligue, name: {fr: Ligue, nl: Bond}, town: }\n"
    (folder / "members.yaml").write_text(members, "utf-8")
    code = typed("name;website\nBond;https://bond.example\n")
    written = (folder / "members.yaml").read_text("utf-8")

    assert (0, 1) == (code, written.count("id: "))
    assert "{fr: Ligue, nl: Bond}" in written
    assert "https://bond.example" in written


def test_the_report_says_what_was_and_what_is(typed: Import, capsys: pytest.CaptureFixture[str]) -> None:
    """By line of the table."""
    typed("id;name;town\nadviser;Adviser SARL;Lens\nkernel;Kernel;\ncamille;;\n")

    assert [
        "line 3: added kernel",
        "line 2: updated adviser",
        "    name: Adviser → Adviser SARL",
        "    town: lens",
        "1 added, 1 updated, 1 unchanged, 0 rows skipped",
        "members.yaml is up to date.",
    ] == capsys.readouterr().out.splitlines()


def test_the_same_import_twice_changes_nothing_more(
    folder: Path, typed: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the way in which the same is written."""
    table = "name;skills;interns;joined\nKernel;Réseaux et câblage;Oui;2026-10-08\nAdviser;reseaux;non;\n"
    typed(table)
    once = (folder / "members.yaml").read_bytes()
    capsys.readouterr()
    typed(table)

    assert once == (folder / "members.yaml").read_bytes()
    assert "0 added, 0 updated, 2 unchanged" in capsys.readouterr().out


def test_a_dry_run_writes_nothing(folder: Path, typed: Import, capsys: pytest.CaptureFixture[str]) -> None:
    """And says the same."""
    typed("name\nKernel\n", dry_run=True)

    assert MEMBERS == (folder / "members.yaml").read_bytes()
    assert ["line 2: added kernel", "Nothing has been written (--dry-run)."] == [
        line for line in capsys.readouterr().out.splitlines() if "0 updated" not in line
    ]


def test_a_person_is_added_without_consent_and_the_report_says_so(
    folder: Path, typed: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site shows them only once their consent is recorded."""
    typed("name;kind\nJo Modèle;person\n")

    assert (
        b"\n  - id: jo-modele\n    name: Jo Mod\xc3\xa8le\n    kind: person\n"
        == (folder / "members.yaml").read_bytes()[len(MEMBERS) :]
    )
    assert "1 person added is not published: no consent is recorded." in capsys.readouterr().out


def test_defaults_are_for_new_members_only(folder: Path, typed: Import) -> None:
    """One that is there keeps what it says, or does not say."""
    typed("N\nAdviser\nJo\n", "columns: {name: N}\ndefaults: {kind: person, town: lens}\n")

    assert (
        MEMBERS + b"\n  - id: jo\n    name: Jo\n    kind: person\n    town: lens\n"
        == (folder / "members.yaml").read_bytes()
    )


def test_rows_can_be_left_out(typed: Import, capsys: pytest.CaptureFixture[str]) -> None:
    """By what one of their columns says."""
    mapping = (
        "columns: {name: N}\n"
        "skip_when: {column: S, values: [annulé]}\n"
        "only_when: {column: P, values: [oui]}\n"
    )
    typed("N;S;P\nUn;Annulé;oui\nDeux;ok;oui\nTrois;ok;non\n", mapping)
    said = capsys.readouterr().out

    assert "line 3: added deux\n1 added, 0 updated, 0 unchanged, 2 rows skipped\n" in said
    assert "Skipped, as the mapping asks: lines 2, 4.\n" in said


def test_columns_are_joined_and_replaced_and_translated(folder: Path, typed: Import) -> None:
    """All that a mapping can say of a column."""
    mapping = """\
        columns:
          name: {column: Société, else: [Prénom, Nom]}
          kind: {column: Société, filled: organisation, empty: person}
          address: {street: Rue, postal_code: CP}
          social: {mastodon: Masto}
          languages: {column: Langues, separator: /, values: {Français: fr, Néerlandais: nl}}
          left: {column: Départ, format: "%d.%m.%y"}
    """
    typed(
        "Société,Prénom,Nom,Rue,CP,Masto,Langues,Départ\n"
        ',Jo,Modèle,"1, rue X",01000,https://m.example/@jo,français/NÉERLANDAIS,31.12.26\n',
        dedent(mapping),
    )

    assert (
        "\n  - id: jo-modele\n    name: Jo Modèle\n    kind: person\n"
        '    address: {street: "1, rue X", postal_code: "01000"}\n'
        "    social: {mastodon: https://m.example/@jo}\n    languages: [fr, nl]\n    left: 2026-12-31\n"
    ).encode() == (folder / "members.yaml").read_bytes()[len(MEMBERS) :]


def test_what_is_not_to_be_replaced_is_only_filled(folder: Path, typed: Import) -> None:
    """The day of the first membership, not of the last one."""
    mapping = "columns: {name: N, joined: {column: J, replace: no}}\n"
    typed("N;J\nAdviser;2026-10-08\n", mapping)
    once = (folder / "members.yaml").read_bytes()
    typed("N;J\nAdviser;2027-10-08\n", mapping)

    assert (once, 1) == ((folder / "members.yaml").read_bytes(), once.count(b"joined: 2026-10-08"))


def test_the_mapping_of_the_site_is_used_when_none_is_named(folder: Path, typed: Import) -> None:
    """import.yaml, beside members.yaml; here for the encoding only."""
    (folder / "import.yaml").write_text("encoding: windows-1252\n", encoding="utf-8")
    typed("name;town\nDécima;Lens\n".encode("windows-1252"))

    assert "  - id: decima\n    name: Décima\n" in (folder / "members.yaml").read_text("utf-8")


def test_a_byte_order_mark_and_crlf_are_fine(folder: Path, typed: Import) -> None:
    """As Excel writes them."""
    code = typed("\ufeffname;town\r\nKernel;Lens\r\n")

    assert (0, True) == (code, b"kernel" in (folder / "members.yaml").read_bytes())


def test_a_file_with_mistakes_is_not_changed(
    folder: Path, typed: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """They are told instead."""
    (folder / "members.yaml").write_text("members:\n  - {id: kernel}\n", encoding="utf-8")
    code = typed("name\nIcea\n")

    assert (1, "members:\n  - {id: kernel}\n") == (code, (folder / "members.yaml").read_text("utf-8"))
    assert "members.yaml:2:5: error: member" in capsys.readouterr().err


def test_a_site_without_members_gets_its_file(folder: Path, typed: Import) -> None:
    """The first import of a new association."""
    (folder / "members.yaml").unlink()
    typed("name;town\nKernel;Lens\n")

    assert "members:\n  - id: kernel\n    name: Kernel\n    town: Lens\n" == (
        folder / "members.yaml"
    ).read_text("utf-8")


def test_a_file_that_is_replaced_keeps_its_rights_and_leaves_no_other(folder: Path, typed: Import) -> None:
    """The new one takes its place in one step."""
    (folder / "members.yaml").chmod(0o640)
    typed("name\nKernel\n")

    assert 0o640 == (folder / "members.yaml").stat().st_mode & 0o777
    assert ["input.csv", "members.yaml"] == sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("table", "mapping", "said"),
    [
        ("", None, "import FILE.csv"),
        ("nothing.csv", None, 'There is no file "nothing.csv"'),
        ("members.yaml", "sage", "one of: galette, helloasso, paheko"),
    ],
)
def test_wrong_usage_is_told(folder: Path, table: str, mapping: str | None, said: str) -> None:
    """Which file, and which mappings there are."""
    with pytest.raises(WrongUsage, match=said):
        import_members(folder, table, mapping, dry_run=False)


IN_GROUPS = {"address": "{street: x, postal_code: x, country: x}", "social": "{linkedin: x}"}
NEVER = ("people", "consent", "listed")


@pytest.mark.parametrize("key", [key for key in keys_of(MemberShape) if key != "id"])
def test_every_key_of_a_member_has_a_column_but_three(
    key: str, typed: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody's consent stands in a spreadsheet."""
    code = typed("member;x\nadviser;\n", f"id: member\ncolumns: {{{key}: {IN_GROUPS.get(key, 'x')}}}\n")

    assert (key in NEVER, key in NEVER) == (code == 1, "[never-imported]" in capsys.readouterr().err)


@pytest.mark.parametrize(
    ("key", "more", "cell", "line"),
    [
        ("labels", "separator: /", "ESS/Local", "labels: [ESS, Local]"),
        ("last_verified", 'format: "%d.%m.%Y"', "08.10.2026", "last_verified: 2026-10-08"),
        ("summary", "empty: Rien", "", "summary: Rien"),
        ("interns", "values: {x: oui}", "X", "interns: true"),
    ],
)
def test_a_column_is_of_the_kind_of_what_its_key_holds(
    key: str, more: str, cell: str, line: str, folder: Path, typed: Import
) -> None:
    """Lists are separated, days have a format, the rest is text."""
    typed(f"name;x\nKernel;{cell}\n", f"columns: {{name: name, {key}: {{column: x, {more}}}}}\n")

    assert f"    {line}\n" in (folder / "members.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("key", "more"), [("labels", "format: x"), ("joined", "values: {}"), ("phone", "separator: x")]
)
def test_a_column_has_no_options_of_another_kind(
    key: str, more: str, typed: Import, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list has no form of a date."""
    typed("name;x\nKernel;\n", f"columns: {{name: name, {key}: {{column: x, {more}}}}}\n")

    assert "[unknown-key]" in capsys.readouterr().err


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.stem)
def test_the_examples_read_what_the_tools_write(export: Path, folder: Path) -> None:
    """Persons stay persons, and no private e-mail is taken over."""
    code = import_members(folder, str(export), export.stem, dry_run=False)
    added = (folder / "members.yaml").read_text("utf-8")[len(MEMBERS.decode()) :]

    assert (0, "\n" + export.with_suffix(".added.yaml").read_text("utf-8")) == (code, added)


def test_each_example_has_an_export_to_be_tried_with() -> None:
    """Those of the folder imports."""
    assert [path.stem for path in EXPORTS] == sorted(
        path.stem for path in (PROGRAM / "imports").glob("*.yaml")
    )


def test_the_columns_that_the_readme_describes_are_read(
    typed: Import, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its example of a mapping, with a table that has each of them."""
    (mapping,) = re.findall(
        r"```yaml\n(.*?)```", (PROGRAM / "imports/README.md").read_text("utf-8"), re.DOTALL
    )
    row = {
        "Numéro": "m-12",
        "Raison sociale": "Le Fournil",
        "E-mail": "le@fournil.example",
        "Commune": "",
        "Rue": "1, rue de l'Exemple",
        "Code postal": "62300",
        "Date d’adhésion": "08/10/2026",
        "Tarif": "",
        "Compétences": "",
        "Langues": "Français",
        "Prénom": "Ana",
        "Nom": "Ruiz",
        "Fonction": "Gérance",
        "Statut": "Validé",
    }
    code = typed(f"{';'.join(row)}\n{';'.join(row.values())}\n".encode("cp1252"), mapping)
    added = (folder / "members.yaml").read_text("utf-8")

    assert 0 == code, capsys.readouterr().err
    for line in (
        "  - id: m-12\n",
        "joined: 2026-10-08\n",
        "languages: [fr]\n",
        "{name: Ana Ruiz, role: Gérance}\n",
    ):
        assert line in added
