"""What a date of a meeting is about, and why one does not take place, wherever a visitor meets the date."""

import json
from pathlib import Path

import feedparser
import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, build, write_site
from opened_site import OpenedSite, built_sealed

COMMISSIONS = """\
commissions:
  - id: numerique
    name: {fr: Numérique, nl: Digitaal}
    meetings:
      - start: 2026-10-13 18:30
        duration: 2h
        repeat: {every: month, on: second tuesday, count: 8}
        subjects:
          2026-12-08: {fr: La facture électronique, nl: De e-factuur}
          2027-01-12: Les mots de passe
          2027-04-30: <b>Le bilan</b>
        cancelled_on:
          - 2027-03-09
          - {date: 2026-10-13, reason: Trop peu de monde}
          - {date: 2027-01-12, reason: {fr: Salle fermée, nl: Zaal dicht}}
        moved: [{from: 2027-02-09, to: 2027-02-16, reason: Vacances}]
        also_on: [2027-04-30]
"""
FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n',
    "commissions.yaml": COMMISSIONS,
}
FULL, DUTCH = "Réunion Numérique · La facture électronique", "Vergadering Digitaal · De e-factuur"
OFF = "Réunion Numérique · Les mots de passe"
FEEDS = ("feeds/agenda.atom.xml", "feeds/commissions/numerique.atom.xml")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("subjects")
    return build(write_site(folder / "site", FILES), folder / "output", SITEURL)


def plain_text(site: Built, url: str) -> str:
    return " ".join(site.page(url).main.text.split())


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", FULL),
        ("agenda/", FULL),
        ("agenda/2026/12/", FULL),
        ("commissions/numerique/", FULL),
        ("nl/agenda/", DUTCH),
        ("nl/werkgroepen/numerique/", DUTCH),
    ],
)
def test_the_subject_follows_the_title_wherever_the_date_stands(site: Built, url: str, expected: str) -> None:
    """In the language of the page; a subject is text, whatever it looks like."""
    assert (0, True) == (site.code, expected in plain_text(site, url)), site.said


def test_a_subject_is_text_and_no_markup(site: Built) -> None:
    """Escaped in a page, and in the HTML of a feed."""
    assert "Réunion Numérique · <b>Le bilan</b>" in plain_text(site, "agenda/2027/04/")
    assert [] == [one for one in site.page("agenda/2027/04/").main.iter("b") if "bilan" in one.text]
    assert "<b>Le bilan" not in "".join(entry.content[0].value for entry in entries(site, FEEDS[0]))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("agenda/", f"Annulée Salle fermée {OFF}"),
        ("agenda/2027/01/", f"Annulée Salle fermée {OFF}"),
        ("commissions/numerique/", f"Annulée Salle fermée {OFF}"),
        ("commissions/numerique/", "(annulée : Trop peu de monde)"),
        ("nl/agenda/", "Zaal dicht Vergadering Digitaal"),
        ("agenda/", "prévue d’abord le 9 février Vacances"),
    ],
)
def test_a_date_says_why_it_is_cancelled_or_moved(site: Built, url: str, expected: str) -> None:
    """Beside the word that says what became of it."""
    assert expected in plain_text(site, url)


def entries(site: Built, feed: str) -> list[feedparser.FeedParserDict]:
    return feedparser.parse(site.bytes(feed)).entries


@pytest.mark.parametrize("feed", FEEDS)
def test_a_feed_tells_the_subjects_and_the_reasons(site: Built, feed: str) -> None:
    """The meeting is announced under its own name; a date that changes, under that of its subject too."""
    found = {one.title.replace("\u00a0", " "): one.content[0].value for one in entries(site, feed)}
    cancelled = f"Annulation : {OFF}, mardi 12 janvier 2027"

    assert {"Réunion Numérique", cancelled} <= found.keys()
    assert "La facture électronique<br" in found["Réunion Numérique"]
    assert "(annulée : Salle fermée)" in found[cancelled].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("file", "expected"),
    [("agenda.ics", FULL), ("commissions/numerique/agenda.ics", FULL), ("nl/agenda.ics", DUTCH)],
)
def test_calendars_name_the_date_in_their_language(site: Built, file: str, expected: str) -> None:
    """Once: the other dates have the title alone."""
    text = site.text(file).replace("\r\n ", "")

    assert 1 == text.count(f"SUMMARY:{expected}")


def test_open_data_have_the_subject_in_the_title(site: Built) -> None:
    """And the reason under a key of its own."""
    events = json.loads(site.text("data/v1/events.json"))["events"]
    found = {one["start"][:10]: (one["title"], one["reason"]) for one in events}

    assert ((FULL, None), (OFF, "Salle fermée")) == (found["2026-12-08"], found["2027-01-12"])


def test_members_read_those_of_their_own_meetings(tmp_path: Path) -> None:
    """Once they have opened the list; nobody else reads a word of them."""
    private = COMMISSIONS.replace("    duration: 2h", "    duration: 2h\n        visibility: members")
    site = built_sealed(tmp_path, {**FILES, "commissions.yaml": private})
    told = " ".join(OpenedSite(site).page("membres/").text.split())
    words = ("facture", "mots de passe", "Salle fermée", "Trop peu", "Vacances")

    assert (True, True, True) == (FULL in told, OFF in told, "Annulée Salle fermée" in told)
    assert [] == [(word, file) for file in site.files for word in words if word.encode() in site.bytes(file)]
