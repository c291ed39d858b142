"""`agenda --fetch`: partners' calendars brought up to date; the old file stays where the new one is worse."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from built_site import TODAY
from partner_server import CERTIFICATE, Partner, body, partner, trusting

from association.cli.download import Client
from association.cli.outcome import exit_code
from association.cli.partner_calendars import fetch_calendars

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = "content/agenda/imports"
SETTINGS = 'SITENAME = "Essai"\nPATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\n'
SETTINGS += 'PLUGIN_PATHS = ["plugins"]\nPLUGINS = ["association"]\nASSOCIATION = {"name": "Essai"}\n'
LARGEST = 1_000_000


def event(uid: str, *lines: str, start: str = "20261203T083000Z") -> str:
    stamps = "DTSTAMP:20261101T080000Z\nLAST-MODIFIED:20261101T080000Z"
    head = f"BEGIN:VEVENT\nUID:{uid}@b.example\nSUMMARY:Atelier {uid}\nDTSTART:{start}\n{stamps}\n"
    return head + "".join(f"{line}\n" for line in lines) + "END:VEVENT\n"


def calendar(*events: str, head: str = "PRODID:-//Partenaire//FR") -> bytes:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}\n{''.join(events)}END:VCALENDAR\n".encode()


TWO = calendar(event("a"), event("b", start="20261205"))
PAST = calendar(event("a", start="20261003T083000Z"))
EMPTY = calendar()
PAGE = b"\xef\xbb\xbf\n<!DOCTYPE html><title>Connexion</title>"
MOST = calendar(*["BEGIN:VEVENT\nEND:VEVENT\n"] * 20_001)


@pytest.fixture(autouse=True)
def surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(TODAY.timestamp())))


@pytest.fixture
def server() -> Iterator[Partner]:
    with partner() as one:
        yield one


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / IMPORTS).mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def declare(site: Path, *addresses: str) -> None:
    """Calendars un, deux, trois…, in the order of their addresses."""
    entries = (
        f"  - {{id: {id_}, name: Agenda {id_}, url: '{address}'}}\n"
        for id_, address in zip(("un", "deux", "trois"), addresses, strict=False)
    )
    (site / "commissions.yaml").write_text("calendars:\n" + "".join(entries), encoding="utf-8")


def fetched(site: Path) -> int:
    return exit_code(lambda: fetch_calendars(site, client=Client(LARGEST, context=trusting())))


Had = Callable[[bytes | None, bytes], str]


@pytest.fixture
def had(site: Path, server: Partner, capsys: pytest.CaptureFixture[str]) -> Had:
    """What is said when there was that file, or none, and then that comes."""

    def said(before: bytes | None, then: bytes) -> str:
        declare(site, server.says("/un.ics", then))
        if before is not None:
            (site / IMPORTS / "un.ics").write_bytes(before)
        code, told = fetched(site), capsys.readouterr()
        assert int(bool(told.err)) == code
        return told.out + told.err

    return said


def file(site: Path, name: str = "un") -> bytes:
    return (site / IMPORTS / f"{name}.ics").read_bytes()


def test_a_calendar_is_fetched_for_the_first_time(site: Path, had: Had) -> None:
    """As it comes, under the name of its id."""
    assert "Agenda un: fetched for the first time; dates to come: 2.\n" == had(None, TWO)
    assert TWO == file(site)


def test_the_folder_of_calendars_is_made_where_there_is_none(site: Path, had: Had) -> None:
    """A site without an event has none."""
    (site / IMPORTS).rmdir()
    (site / "content/agenda").rmdir()
    had(None, TWO)

    assert TWO == file(site)


@pytest.mark.parametrize(
    "then",
    [
        calendar(event("a"), event("b", start="20261206")),
        calendar(
            event("a"), event("b", "SUMMARY:Autre", start="20261205").replace("SUMMARY:Atelier b\n", "")
        ),
        calendar(event("a"), event("b", "STATUS:CANCELLED", start="20261205")),
        calendar(event("a"), event("b", "LOCATION:Lens", start="20261205")),
        calendar(event("a"), event("b", "URL:https://b.example/", start="20261205")),
        calendar(event("a"), event("b", "RRULE:FREQ=DAILY;COUNT=2", start="20261205")),
        calendar(event("a"), event("c", start="20261205")),
        calendar(event("a")),
        calendar(event("a"), event("b", start="20261205"), event("c", start="20261003T083000Z")),
    ],
    ids=["day", "title", "cancelled", "place", "page", "rule", "uid", "gone", "past"],
)
def test_what_has_changed_is_written(site: Path, had: Had, then: bytes) -> None:
    """Whatever the site shows of it."""
    assert had(TWO, then).startswith("Agenda un: brought up to date; dates to come: ")
    assert then == file(site)


@pytest.mark.parametrize(
    "then",
    [
        TWO,
        TWO.replace(b"20261101", b"20261122"),
        TWO.replace(b"\n", b"\r\n"),
        calendar(event("b", start="20261205"), event("a")),
        calendar(event("a"), event("b", start="20261205"), head="PRODID:-//Autre//EN\nX-WR-CALNAME:Autre"),
        calendar(event("a", "DESCRIPTION:x", "SEQUENCE:4"), event("b", start="20261205")),
        calendar(event("a"), event("b", start="20261205"), event("c", "CLASS:PRIVATE")),
        calendar(event("a"), event("b", start="20261205"), event("c", start="20240101")),
    ],
    ids=["same", "stamps", "lines", "order", "program", "description", "private", "long ago"],
)
def test_what_the_site_does_not_show_writes_nothing(site: Path, had: Had, then: bytes) -> None:
    """So that a nightly run has nothing to commit."""
    before = TWO
    (site / IMPORTS / "un.ics").write_bytes(before)
    inode = (site / IMPORTS / "un.ics").stat().st_ino

    assert "Agenda un: nothing has changed; dates to come: 2.\n" == had(before, then)
    assert (before, inode) == (file(site), (site / IMPORTS / "un.ics").stat().st_ino)


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        (
            PAGE,
            "what came is a web page, no calendar; ask the partner for the address of the calendar itself",
        ),
        (b"", "what came is no calendar; ask the partner"),
        (b"Erreur 500", "what came is no calendar; ask the partner"),
        (TWO[: len(TWO) // 2], "the answer broke off before its end; try the address in a browser."),
        (
            TWO[: -len("END:VCALENDAR\n")],
            "the answer broke off before its end; try the address in a browser.",
        ),
        (MOST, "what came cannot be published, errors: 1; this calendar has 20001 events"),
        (EMPTY, "what came has no date at all, and the file has some to come (2); delete content/agenda/imp"),
        (calendar(event("a", start="20200103")), "what came has no date at all, and the file has some to"),
        (calendar(event("a", "CLASS:PRIVATE")), "what came has no date at all, and the file has some to"),
    ],
    ids=["page", "nothing", "words", "half", "no end", "errors", "empty", "long ago", "private"],
)
def test_the_file_stays_where_what_comes_is_worse(site: Path, had: Had, then: bytes, reason: str) -> None:
    """The site shows what it showed; nobody need hurry."""
    assert had(TWO, then).startswith(f"Agenda un: the file stays as it was; {reason}")
    assert TWO == file(site)


@pytest.mark.parametrize("code", [404, 500])
def test_the_file_stays_where_nothing_comes(
    site: Path, server: Partner, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    """A server that is down takes no date from the site."""
    declare(site, server.says("/un.ics", body(TWO, code)))
    (site / IMPORTS / "un.ics").write_bytes(TWO)

    assert (0, TWO) == (fetched(site), file(site))
    assert f"Agenda un: the file stays as it was; the server answers with the error {code}" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize(
    ("before", "then"),
    [
        (PAST, EMPTY),
        (EMPTY, EMPTY.replace(b"FR", b"EN")),
        (TWO, PAST),
        (PAGE, TWO),
        (MOST, TWO),
        (PAGE, EMPTY),
    ],
    ids=["nothing to lose", "still empty", "only past ones", "a page", "too much", "a page, then nothing"],
)
def test_what_is_no_worse_comes_in(site: Path, had: Had, before: bytes, then: bytes) -> None:
    """Partners may take dates out, and mend what was wrong."""
    assert "the file stays" not in had(before, then)
    assert (then if before != EMPTY else EMPTY) == file(site)


@pytest.mark.parametrize(("start", "number"), [("20261121", 0), ("20261122", 1), ("20261122T010000Z", 1)])
def test_a_date_of_today_is_still_to_come(had: Had, start: str, number: int) -> None:
    """The whole day long."""
    assert had(None, calendar(event("a", start=start))).endswith(f"; dates to come: {number}.\n")


def test_an_empty_calendar_may_be_the_first(site: Path, had: Had) -> None:
    """Nothing is announced there yet."""
    assert "Agenda un: fetched for the first time; dates to come: 0.\n" == had(None, EMPTY)
    assert EMPTY == file(site)


@pytest.mark.parametrize("then", [PAGE, MOST, TWO[:80]])
def test_without_a_file_before_it_is_a_problem(site: Path, had: Had, then: bytes) -> None:
    """At the address that somebody has to mend; no file is left that would stop a build."""
    said = had(None, then)

    assert said.startswith("commissions.yaml:2:36: error: ")
    assert said.endswith(" [calendar-not-fetched]\n1 error, 0 warnings\n")
    assert [] == list((site / IMPORTS).iterdir())


def test_a_calendar_that_fails_keeps_no_other_from_coming(
    site: Path, server: Partner, capsys: pytest.CaptureFixture[str]
) -> None:
    """All are told in one run."""
    declare(site, server.url + "/nowhere", server.says("/deux", TWO), server.says("/trois", PAGE))
    kept = calendar(event("c"))
    (site / IMPORTS / "trois.ics").write_bytes(kept)
    code, told = fetched(site), capsys.readouterr()

    assert (1, TWO, kept) == (code, file(site, "deux"), file(site, "trois"))
    assert ["Agenda deux: fetched for", "Agenda trois: the file s"] == [
        line[:24] for line in told.out.splitlines()
    ]
    assert (
        "the server answers with the error 404; ask the partner whether the address has changed" in told.err
    )


def test_calendars_are_judged_beside_one_another(site: Path, had: Had) -> None:
    """A build reads them all: what it would refuse does not come in, whichever file is at fault."""
    (site / IMPORTS / "autre.ics").write_bytes(MOST)
    many = had(TWO, MOST)

    assert "the file stays as it was; what came cannot be published, errors: 1" in many
    assert "Agenda un: brought up to date; dates to come: 0.\n" == had(TWO, PAST)
    assert MOST == file(site, "autre")


def test_our_own_dates_do_not_come_back(site: Path, had: Had) -> None:
    """From a partner who shows ours beside theirs."""
    (site / "content/agenda/bal.md").write_text("---\ntitle: Bal\nstart: 2026-12-31\n---\n", "utf-8")
    ours = calendar(event("x").replace("UID:x@b.example", "UID:bal.agenda@essai"))

    assert had(TWO, ours).startswith("Agenda un: the file stays as it was; ")
    assert TWO == file(site)


def test_a_file_keeps_its_name_in_capitals(site: Path, server: Partner) -> None:
    """It is the calendar of that id already."""
    declare(site, server.says("/un.ics", TWO))
    (site / IMPORTS / "un.ICS").write_bytes(PAST)

    assert 0 == fetched(site)
    assert [("un.ICS", TWO)] == [(one.name, one.read_bytes()) for one in (site / IMPORTS).iterdir()]


def test_files_of_other_ids_are_left_alone(site: Path, server: Partner) -> None:
    """Somebody put them there by hand."""
    declare(site, server.says("/un.ics", TWO))
    others = {"autre.ics": PAST.replace(b"UID:a", b"UID:x"), "un.txt": b"x", "2026/un.ics": EMPTY}
    (site / IMPORTS / "2026").mkdir()
    for name, content in others.items():
        (site / IMPORTS / name).write_bytes(content)

    assert 0 == fetched(site)
    assert others == {name: (site / IMPORTS / name).read_bytes() for name in others}
    assert TWO == file(site)


def test_a_webcal_address_is_asked_as_https(site: Path, server: Partner) -> None:
    """It is what partners write on their pages."""
    declare(site, server.says("/un.ics", TWO).replace("https:", "webcal:"))

    assert (0, TWO) == (fetched(site), file(site))


def test_a_site_that_names_no_calendar_is_told_how(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In words that can be pasted, whether the file is there or not; a nightly run goes on."""
    assert 0 == fetched(site)
    said, _, example = capsys.readouterr().out.partition("\n\n")
    (site / "commissions.yaml").write_text(example, encoding="utf-8")

    assert "No calendar of a partner is named in commissions.yaml. Write for example:" == said
    assert ("pepiniere", 1) == (example.split()[3], example.count("url: https://"))
    assert ["1 error, 0 warnings"] == told_after(site, capsys)


def told_after(site: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """How many things are wrong: the example of the program leads to no server of this machine."""
    assert 1 == exit_code(lambda: fetch_calendars(site, client=Client(LARGEST, seconds=0)))
    return capsys.readouterr().err.splitlines()[-1:]


def test_mistakes_are_told_before_anybody_is_asked(
    site: Path, server: Partner, capsys: pytest.CaptureFixture[str]
) -> None:
    """As `check` tells them."""
    declare(site, server.says("/un.ics", TWO), "http://b.example/")

    assert (1, []) == (fetched(site), server.asked)
    assert "[bad-url]" in capsys.readouterr().err


@pytest.mark.parametrize("options", [("reseaux", None), (None, "6")])
def test_fetching_takes_no_other_option(site: Path, options: tuple[str | None, str | None]) -> None:
    """It shows no dates: exit code 2."""
    assert 2 == exit_code(lambda: fetch_calendars(site, *options))


def command(site: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "ASSOSITE_LANG": "fr", "SSL_CERT_FILE": str(CERTIFICATE), **environment}
    typed = [sys.executable, str(ROOT / "tasks.py"), *words, "--site", str(site)]
    return subprocess.run(typed, env=surroundings, capture_output=True, text=True, timeout=60)


def test_the_command_is_typed_and_answers_in_french(site: Path, server: Partner) -> None:
    """With the certificates that the machine trusts."""
    declare(site, server.says("/un.ics", TWO), server.url + "/deux.ics")
    done = command(site, "agenda", "--fetch")

    assert (1, TWO) == (done.returncode, file(site))
    assert "Agenda un : récupéré pour la première fois ; dates à venir : 2.\n" == done.stdout.replace(
        "\xa0", " "
    )
    assert "commissions.yaml:3:40: error: le serveur répond par l’erreur 404" in done.stderr
