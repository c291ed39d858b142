"""The agenda: what is next, month by month, event by event."""

import re

import icalendar
import pytest
from built_site import SITEURL, Built, SiteOf, article, event
from linked_data import of_type

TOUR = "agenda/le-tour-du-carre/"


def test_the_agenda_begins_with_what_is_next(tactic: Built) -> None:
    """On 22 November, nothing of October is left in the list of dates to come."""
    text = tactic.page("agenda/").main.text

    assert ("Sauvegardes : une heure de questions" in text, "Lancement de TacTic" in text) == (True, False)


def test_the_next_dates_are_on_the_home_page(tactic: Built) -> None:
    """Without a click."""

    assert "agenda/une-heure-de-questions-sauvegardes/" in tactic.page("").targets


def test_a_month_shows_its_dates_and_no_others(tactic: Built) -> None:
    """December has the meeting with the schools, not the general assembly of January."""
    links = tactic.page("agenda/2026/12/").targets

    assert ("agenda/rencontre-des-stages/" in links, "agenda/assemblee-generale/" in links) == (True, False)


def test_one_goes_from_month_to_month(tactic: Built) -> None:
    """Each month with a page leads to its neighbours."""

    assert {"agenda/2026/11/", "agenda/2027/01/"} <= tactic.page("agenda/2026/12/").targets


def test_every_month_with_dates_is_reached(tactic: Built) -> None:
    """Following the links from the agenda, nobody is left out."""
    months = {url for url in tactic.urls if re.fullmatch(r"agenda/\d{4}/\d\d/", url)}

    assert months == reached(tactic, "agenda/", months)


def reached(site: Built, start: str, wanted: set[str]) -> set[str]:
    found: set[str] = set()
    ahead = [start]
    while ahead:
        new = (site.page(ahead.pop()).targets & wanted) - found
        found |= new
        ahead += new
    return found


def test_an_event_says_when_where_and_how_to_register(tactic: Built) -> None:
    """What a visitor came to know."""
    page = tactic.page("agenda/assemblee-generale/")
    said = ["28 janvier 2027" in page.main.text, "Salle de l’Exemple" in page.main.text]

    assert [True, True, True] == [*said, "https://inscriptions.example/assemblee-generale" in page.targets]


def test_moments_are_also_told_to_machines(tactic: Built) -> None:
    """`<time datetime>` with the offset of the day: winter time in January."""
    times = {time["datetime"] for time in tactic.page("agenda/assemblee-generale/").main.iter("time")}

    assert any(moment.startswith("2027-01-28T18:30") and moment.endswith("+01:00") for moment in times)


def test_a_cancelled_event_says_so_in_words(tactic: Built) -> None:
    """On its page and in the lists."""
    urls = ("agenda/visite-salle-de-serveurs/", "agenda/2027/02/", TOUR)

    assert [] == [url for url in urls if "annulé" not in tactic.page(url).main.text.lower()]


def test_a_cancelled_date_offers_no_registration(tactic: Built) -> None:
    """The tour of Douai is cancelled: a link to register would be a trap."""

    assert "https://inscriptions.example/tour-douai" not in tactic.page(TOUR).targets


def test_a_series_is_one_page_with_all_its_dates(tactic: Built) -> None:
    """Five evenings."""
    days = {"2027-02-09", "2027-03-09", "2027-04-06", "2027-05-11", "2027-06-08"}

    assert days <= tactic.page(TOUR).days


def test_an_event_of_several_days_is_in_the_months_it_touches(site_of: SiteOf) -> None:
    """The last day counts."""
    files = {"content/agenda/camp.md": event("Camp", start="2026-12-30", end="2027-01-02")}
    site = site_of(files)

    assert [
        "agenda/camp/" in site.page(month).targets for month in ("agenda/2026/12/", "agenda/2027/01/")
    ] == [
        True,
        True,
    ]


def test_an_event_of_the_past_keeps_its_page(tactic: Built) -> None:
    """Its address was given away."""

    assert "Lancement de TacTic" in tactic.page("agenda/lancement-de-tactic/").text


def test_an_event_leads_to_what_was_written_of_it_since(site_of: SiteOf) -> None:
    """What came before it only announced it."""
    site = site_of(
        {
            "content/agenda/fete.md": event("Fête", start="2026-10-01"),
            "content/actualites/recit.md": article("Le récit", "De la [fête](/agenda/fete/)."),
            "content/actualites/annonce.md": article(
                "L’annonce", "[Fête](/agenda/fete/).", date="2026-09-01"
            ),
        }
    )
    page = site.page("agenda/fete/")

    assert ("actualites/recit/", False) == (page.link("Le récit"), "actualites/annonce/" in page.targets)


LINKS = {
    "by its file beside": "[fête](../agenda/fete.md)",
    "with an anchor": "[fête](../agenda/fete.md#venir)",
    "as Pelican has it": "[fête]({filename}/agenda/fete.md)",
    "below the text": "[la fête][f]\n\n[f]: /agenda/fete/",
    "as HTML": '<a href="/agenda/fete/">fête</a>',
}


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_however_its_link_is_written(site_of: SiteOf, link: str) -> None:
    """As in every text; what is shown as code leads nowhere."""
    site = site_of(
        {
            "content/agenda/fete.md": event("Fête", "## Venir\n\nÀ pied.", start="2026-10-01"),
            "content/actualites/recit.md": article("Le récit", link),
            "content/actualites/code.md": article("Le code", "`[fête](/agenda/fete/)`"),
        }
    )
    targets = site.page("agenda/fete/").targets

    assert (True, False) == ("actualites/recit/" in targets, "actualites/code/" in targets)


def test_events_of_one_name_are_told_apart_by_their_day(site_of: SiteOf) -> None:
    """In lists of tabs and of search engines; on its own page one knows which it is."""
    files = {f"content/agenda/fete-{year}.md": event("Fête", start=f"{year}-05-02") for year in (2026, 2027)}
    pages = [site_of(files).page(f"agenda/fete-{year}/") for year in (2026, 2027)]

    assert [("Fête, 2 mai 2026", "Fête"), ("Fête, 2 mai 2027", "Fête")] == [
        (page.title.partition(" –")[0], page.main.first("h1").text) for page in pages
    ]


def test_a_date_in_the_past_offers_no_registration(site_of: SiteOf) -> None:
    """Too late."""
    past = event(
        "Fête", start="2026-10-01 18:30", duration="2h", registration="https://inscriptions.example/"
    )
    site = site_of({"content/agenda/fete.md": past})

    assert "https://inscriptions.example/" not in site.page("agenda/fete/").targets


SERIES = """
  - {id: gaillac, start: 2026-10-06 18:30, duration: 2h, venue: gaillac}
  - {id: albi, start: 2026-12-08 18:30, duration: 2h, venue: albi, status: cancelled}
  - {id: fin, title: Le bilan, start: 2027-01-12 18:30, duration: 2h, venue: Mairie de Castres}"""
SERIES_FILES = {
    "members.yaml": """\
towns:
  - {id: gaillac, name: Gaillac, lat: 43.90, lon: 1.90}
  - {id: albi, name: Albi, lat: 43.93, lon: 2.15}
members:
  - {id: kernel, name: Kernel, town: albi}
""",
    "commissions.yaml": """\
venues:
  - {id: gaillac, name: Granilia, town: gaillac}
  - {id: albi, name: Albi, town: albi}
commissions:
  - {id: tournees, name: Tournées}
""",
    "content/agenda/tour.md": event(
        "T.I.C. Tarn Tour", dates=SERIES, organisers="[kernel]", commissions="[tournees]"
    ),
}
NAMES = ["T.I.C. Tarn Tour · à Gaillac", "T.I.C. Tarn Tour · à Albi", "T.I.C. Tarn Tour · Le bilan"]


@pytest.fixture(scope="module")
def tour(site_of: SiteOf) -> Built:
    return site_of(SERIES_FILES, SITEURL)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("", NAMES[1:]),
        ("agenda/", NAMES[1:]),
        ("agenda/2026/12/", NAMES[1:2]),
        ("agenda/2027/01/", NAMES[2:]),
        ("annuaire/kernel/", NAMES[1:] + NAMES[:1]),
        ("commissions/tournees/", NAMES[1:] + NAMES[:1]),
        ("agenda/passees/", NAMES[:1]),
    ],
)
def test_a_series_is_named_in_every_list(tour: Built, url: str, shown: list[str]) -> None:
    """With the title of the date, or where it goes."""
    links = [words for target, words in tour.page(url).links if target == "agenda/tour/"]

    assert shown == [words for words in dict.fromkeys(links) if "," not in words]


def test_a_cell_of_the_month_names_the_series(tour: Built) -> None:
    """On a phone it is all that a screen reader has."""
    (cell,) = (one for one in tour.page("agenda/2026/12/").main.with_class("month")[0].iter("a"))

    assert f"{NAMES[1]}, 18 h 30, annulée" == cell.text.replace("\xa0", " ")


def test_the_page_of_a_series_does_not_repeat_its_name(tour: Built) -> None:
    """There, the place or the title of a date is what tells it apart."""
    rows = tour.page("agenda/tour/").main.with_class("event")

    assert ["À Gaillac", "À Albi", "Le bilan"] == [row.first("h3").text for row in rows]


def test_a_series_is_named_in_every_feed(tour: Built) -> None:
    """In calendars under the UIDs that it always had; for search engines as a part of the whole."""
    calendar = icalendar.Calendar.from_ical(tour.bytes("agenda/tour/agenda.ics"))
    summaries = {str(one["UID"]).split(".")[0]: str(one["SUMMARY"]) for one in calendar.walk("VEVENT")}
    records = tour.json("data/v1/events.json")["events"]
    told = of_type(tour.page("agenda/tour/"), "EventSeries")["subEvent"]

    assert dict(zip(("gaillac", "albi", "fin"), NAMES, strict=True)) == summaries
    assert [NAMES, NAMES] == [[one["title"] for one in records], [one["name"] for one in told]]
    assert {"T.I.C. Tarn Tour"} == {one["superEvent"]["name"] for one in told}


def test_one_cancelled_date_does_not_cancel_the_tour_in_the_news_feed(tour: Built) -> None:
    """The entry is about all of its dates, each named; what became of one is said beside it."""
    text = tour.text("feeds/agenda.atom.xml")

    assert ("<title>T.I.C. Tarn Tour</title>" in text, "Annulation" in text) == (True, False)
    assert "À Albi" in text and "Le bilan" in text


LONDON = event("À Londres", start="2026-12-01 18:30", duration="2h", timezone="Europe/London")
BRUSSELS = event("À Bruxelles", start="2026-12-02 18:30", duration="2h", timezone="Europe/Brussels")
ABROAD = {"content/agenda/londres.md": LONDON, "content/agenda/bruxelles.md": BRUSSELS}


def test_hours_of_another_zone_say_whose_they_are(site_of: SiteOf) -> None:
    """18:30 in London is no 18:30 here; in Brussels it is."""
    site = site_of(ABROAD)
    rows = site.page("agenda/").main.with_class("event")
    hours = [row.with_class("event__where")[0].text.replace("\xa0", " ") for row in rows]

    assert ["18 h 30 – 20 h 30 (heure locale à Londres)", "18 h 30 – 20 h 30"] == hours
    assert "heure locale à Londres" in site.page("agenda/londres/").main.with_class("sheet__card")[0].text
    assert "heure locale à Londres" in site.text("feeds/agenda.atom.xml")


DATES = """
  - {start: 2026-12-03, end: 2026-12-20, venue: Gare}
  - {start: 2026-12-04, status: cancelled, venue: Port}"""


def test_a_series_counts_its_cancelled_dates_apart(site_of: SiteOf) -> None:
    """And lasts until the last day of any of them."""
    page = site_of({"content/agenda/expo.md": event("Expo", dates=DATES)}).page("agenda/expo/")

    assert "2 dates, du 3 au 20 décembre 2026, dont 1 annulée" in page.main.text


def test_dates_of_one_day_are_on_that_day(site_of: SiteOf) -> None:
    """« Du 3 au 3 » is no way to say it."""
    dates = "\n  - {start: 2026-12-03 10:00, duration: 1h}\n  - {start: 2026-12-03 14:00, duration: 1h}"
    page = site_of({"content/agenda/expo.md": event("Expo", dates=dates)}).page("agenda/expo/")

    assert "2 dates, le 3 décembre 2026" in page.main.text


def test_a_series_is_over_when_its_longest_date_is(site_of: SiteOf) -> None:
    """The one that begins last may end first."""
    dates = "\n  - {start: 2026-11-01, end: 2026-12-20}\n  - {start: 2026-11-02}"
    text = site_of({"content/agenda/expo.md": event("Expo", dates=dates)}).page("agenda/expo/").main.text

    assert ("Ce rendez-vous est passé" in text, "Ajouter à mon agenda" in text) == (False, True)


def test_what_was_cancelled_is_not_said_to_have_been(site_of: SiteOf) -> None:
    """It never took place."""
    files = {"content/agenda/bal.md": event("Bal", start="2026-10-01", event_status="cancelled")}

    assert "Ce rendez-vous est passé" not in site_of(files).page("agenda/bal/").main.text
