"""`agenda`: the coming dates in a table."""

from pathlib import Path

import pytest
from built_site import TODAY

from association.cli.agenda import agenda_table
from association.cli.outcome import WrongUsage, exit_code

SETTINGS = 'SITENAME = "Essai"\nPATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\n'
SETTINGS += 'PLUGINS = ["association"]\nASSOCIATION = {"name": "Essai"}\n'
COMMISSIONS = """\
venues:
  - {id: salle, name: Salle rouge, town: lens}
commissions:
  - id: reseaux
    name: Réseaux
    meetings:
      - title: Réunion
        start: 2026-12-01 18:30
        duration: 2h
        repeat: {every: mois, on: premier mardi, count: 4}
        subjects: {2026-12-01: La facture électronique}
        cancelled_on: [{date: 2027-01-05, reason: Salle fermée}]
        moved: [{from: 2027-02-02, to: 2027-02-03}, {from: 2027-03-02, to: 2027-03-02 20:00}]
        venue: salle
  - {id: ecoles, name: Écoles}
"""
EVENT = "---\ntitle: Chantier\nstart: 2026-12-10\nend: 2026-12-12\nonline: https://visio.example\n---\n"
PARTY = "---\ntitle: Bal\nstart: 2026-12-31 22:00\nduration: 5h\nevent_status: postponed\n---\n"

PARTNER = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:a@b.example\nSUMMARY:Atelier\n"
PARTNER += "DTSTART:20261203T083000Z\nEND:VEVENT\nEND:VCALENDAR\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))
    monkeypatch.setenv("ASSOSITE_LANG", "fr")
    agenda = tmp_path / "content" / "agenda"
    agenda.mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "commissions.yaml").write_text(COMMISSIONS, encoding="utf-8")
    (agenda / "chantier.md").write_text(EVENT, encoding="utf-8")
    (agenda / "bal.md").write_text(PARTY, encoding="utf-8")
    return tmp_path


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.replace("\u202f", " ").splitlines()


def test_the_coming_dates_are_a_table(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In order of time, under a head in the language of the editor."""
    code = agenda_table(site, None, "6")
    head, *rows = shown(capsys)
    titles = [row[head.index("Quoi") :].split("  ")[0] for row in rows]

    assert (0, ["Date", "Heures", "Quoi", "Où", "État"]) == (code, head.split())
    assert ["Réunion · La facture électronique", "Chantier", "Bal", "Réunion", "Réunion", "Réunion"] == titles


@pytest.mark.parametrize(
    "line",
    [
        [
            "mardi 1er décembre 2026",
            "18:30 – 20:30",
            "Réunion · La facture électronique",
            "Salle rouge, lens",
        ],
        ["jeudi 10 décembre 2026", "jusqu’au samedi 12 décembre 2026", "Chantier", "en ligne"],
        [
            "jeudi 31 décembre 2026",
            "22:00 jusqu’au vendredi 1er janvier 2027, 03:00",
            "Bal",
            "reportée, date à fixer",
        ],
        [
            "mardi 5 janvier 2027",
            "18:30 – 20:30",
            "Réunion",
            "Salle rouge, lens",
            "annulée\u00a0: Salle fermée",
        ],
        [
            "mercredi 3 février 2027",
            "18:30 – 20:30",
            "Réunion",
            "Salle rouge, lens",
            "reportée du mardi 2 février 2027",
        ],
        ["mardi 2 mars 2027", "20:00 – 22:00", "Réunion", "Salle rouge, lens", "prévue d’abord à 18:30"],
    ],
)
def test_a_date_is_a_row(site: Path, capsys: pytest.CaptureFixture[str], line: list[str]) -> None:
    """Day, hours, what, where, and what became of it."""
    agenda_table(site, None, "6")
    rows = [[cell.strip() for cell in row.split("  ") if cell.strip()] for row in shown(capsys)]

    assert line in rows


def test_a_column_without_anything_is_left_out(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing became of the dates of a month: there is no « État »."""
    agenda_table(site, "reseaux", "1")

    assert ["Date", "Heures", "Quoi", "Où"] == shown(capsys)[0].split()


def test_a_commission_has_its_own_dates_only(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Four meetings, no event."""
    agenda_table(site, "reseaux", "12")

    assert 1 + 4 == len(shown(capsys))


def test_dates_of_partners_say_whose_they_are(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a column that is there for them only, and not in the table of a commission."""
    (site / "content/agenda/imports").mkdir()
    (site / "content/agenda/imports/pepiniere.ics").write_text(PARTNER, encoding="utf-8")
    named = "calendars: [{id: pepiniere, name: La Pépinière, url: https://b.example/a.ics}]\n"
    (site / "commissions.yaml").write_text(COMMISSIONS + named, encoding="utf-8")
    agenda_table(site, None, "1")
    head, *rows = shown(capsys)
    agenda_table(site, "reseaux", "1")

    assert ["Source", ["La Pépinière"]] == [head.split()[-1], [row[-12:] for row in rows if "Atelier" in row]]
    assert "Pépinière" not in "".join(shown(capsys))


def test_dates_for_members_are_shown_to_who_writes_them(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of meetings and events, in order with the others and marked; of a commission too."""
    private = "meetings: [{title: Bureau, start: 2026-12-02 18:30, visibility: members}]"
    text = COMMISSIONS.replace("name: Écoles", f"name: Écoles, {private}")
    (site / "commissions.yaml").write_text(text, encoding="utf-8")
    (site / "content/agenda/bal.md").write_text(PARTY.replace("title", "visibility: members\ntitle"), "utf-8")
    agenda_table(site, None, "12")
    every = [line.rstrip() for line in shown(capsys)]
    agenda_table(site, "ecoles", "12")
    own = shown(capsys)

    assert every[0].endswith("Pour")
    assert [True, True] == [
        any(name in line and line.endswith("les membres seulement") for line in every)
        for name in ("Bureau", "Bal")
    ]
    assert (2, True) == (len(own), "Bureau" in own[1])


def test_what_only_begins_has_one_hour(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The calendar of a partner may not say how long it lasts."""
    (site / "content/agenda/imports").mkdir()
    (site / "content/agenda/imports/pepiniere.ics").write_text(PARTNER, encoding="utf-8")
    agenda_table(site, None, "1")
    [row] = (line.split() for line in shown(capsys) if "Atelier" in line)

    assert ["jeudi", "3", "décembre", "2026", "09:30", "Atelier", "pepiniere"] == row


def test_the_months_are_a_limit(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted from today."""
    agenda_table(site, "reseaux", "2")

    assert 1 + 2 == len(shown(capsys))


def test_nothing_to_come_is_one_sentence(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No empty table."""
    agenda_table(site, "ecoles", "3")

    assert ["Rien n’est annoncé jusqu’au lundi 22 février 2027."] == shown(capsys)


def test_english_days_where_the_sentences_are_english(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One language at a time."""
    monkeypatch.setenv("ASSOSITE_LANG", "de_DE.UTF-8")
    agenda_table(site, "reseaux", "1")

    assert ["Tuesday, December 1, 2026", "6:30 PM – 8:30 PM"] == shown(capsys)[1].split("  ")[:2]


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("resaux", 'There is no commission "resaux"; did you mean "reseaux"?'),
        ("x", 'There is no commission "x"; it is one of: reseaux, ecoles.'),
    ],
)
def test_an_unknown_commission_is_wrong_usage(site: Path, wanted: str, said: str) -> None:
    """With the one that was meant."""
    with pytest.raises(WrongUsage) as caught:
        agenda_table(site, wanted, "6")

    assert said == str(caught.value)


@pytest.mark.parametrize("months", ["0", "121", "-1", "six", "", "1.5", "99999999999"])
def test_months_are_a_number_from_1_to_120(site: Path, months: str) -> None:
    """Exit code 2, before anything is read."""

    assert 2 == exit_code(lambda: agenda_table(site / "nowhere", None, months))


def test_problems_are_told_instead(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As `check` tells them: exit code 1, and no table."""
    (site / "commissions.yaml").write_text(
        COMMISSIONS.replace("every: mois", "every: lustre"), encoding="utf-8"
    )

    assert 1 == exit_code(lambda: agenda_table(site, None, "6"))
    assert "[bad-every]" in capsys.readouterr().err


def test_warnings_come_after_the_table(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, so that the table can be kept."""
    moved = COMMISSIONS.replace("to: 2027-02-03", "to: 2027-07-14")
    (site / "commissions.yaml").write_text(moved, encoding="utf-8")
    code = agenda_table(site, "reseaux", "12")
    captured = capsys.readouterr()

    assert (0, 5, True) == (code, len(captured.out.splitlines()), "[public-holiday]" in captured.err)


@pytest.mark.parametrize(("country", "code", "said"), [("France", 1, "[bad-country]"), ("", 0, "")])
def test_the_country_of_the_holidays_is_a_setting(
    site: Path, capsys: pytest.CaptureFixture[str], country: str, code: int, said: str
) -> None:
    """A code of two letters, or nothing to be told of none."""
    moved = COMMISSIONS.replace("to: 2027-02-03", "to: 2027-07-14")
    (site / "commissions.yaml").write_text(moved, encoding="utf-8")
    (site / "pelicanconf.py").write_text(f'{SETTINGS}HOLIDAYS_COUNTRY = "{country}"\n', encoding="utf-8")

    assert code == exit_code(lambda: agenda_table(site, "reseaux", "12"))
    assert said in (told := capsys.readouterr().err) and bool(told) == bool(said)
