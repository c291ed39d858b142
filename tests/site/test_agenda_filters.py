"""The agenda by commission, kind, town, audience and online: static pages where there is a date to come."""

import re

import pytest
from built_site import Built, SiteOf, event, sheet

MEMBERS = "towns:\n  - {id: lens, name: Lens}\n  - {id: arras, name: Arras}\n"
COMMISSIONS = """\
venues:
  - {id: halle, name: Halle, town: lens}
commissions:
  - id: reseaux
    name: Réseaux
    kind: commission
    meetings:
      - {title: Réunion, start: 2026-11-24 18:30, duration: 2h, repeat: {every: day, count: 3}, venue: halle}
"""
FILES = {
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/agenda/atelier.md": event(
        "Atelier", kind="atelier", audience="Tout public", online="https://visio.example/"
    ),
    "content/agenda/fete.md": event("Fête", start="2026-10-01 18:30", duration="2h", kind="fête"),
}


def ways(site: Built, url: str = "agenda/") -> set[str]:
    return {target for target in site.page(url).targets if target.startswith("agenda/par/")}


def listed(site: Built, url: str) -> list[str]:
    return [row.first("h3").text for row in site.page(url).main.with_class("event")]


def test_the_agenda_leads_to_what_one_may_ask_for(site_of: SiteOf) -> None:
    """Commission, kind, town, audience, online: only what has a date to come."""
    expected = {
        "agenda/par/commission/reseaux/",
        "agenda/par/type/atelier/",
        "agenda/par/type/commission/",
        "agenda/par/lieu/lens/",
        "agenda/par/public/tout-public/",
        "agenda/par/en-ligne/",
    }

    assert expected == ways(site_of(FILES))


def test_no_page_is_made_for_what_is_over(site_of: SiteOf) -> None:
    """The party of October has a kind; nobody looks for the next one in vain."""
    filters = {url for url in site_of(FILES).urls if url.startswith("agenda/par/")}

    assert ways(site_of(FILES)) == filters


@pytest.mark.parametrize(
    ("url", "titles"),
    [
        ("agenda/par/commission/reseaux/", ["Réunion"] * 3),
        ("agenda/par/type/atelier/", ["Atelier"]),
        ("agenda/par/lieu/lens/", ["Réunion"] * 3),
        ("agenda/par/public/tout-public/", ["Atelier"]),
        ("agenda/par/en-ligne/", ["Atelier"]),
    ],
)
def test_a_filter_shows_its_dates_and_no_others(site_of: SiteOf, url: str, titles: list[str]) -> None:
    """In the order of time."""

    assert titles == listed(site_of(FILES), url)


@pytest.mark.parametrize(
    ("url", "heading"),
    [
        ("agenda/par/commission/reseaux/", "Réunions de la commission Réseaux"),
        ("agenda/par/type/atelier/", "Ateliers"),
        ("agenda/par/lieu/lens/", "Agenda à Lens"),
        ("agenda/par/en-ligne/", "Rendez-vous en visioconférence"),
    ],
)
def test_a_filter_says_in_words_what_it_shows(site_of: SiteOf, url: str, heading: str) -> None:
    """For who comes from a search engine, and for a screen reader."""
    page = site_of(FILES).page(url)

    assert [heading] == [heading.replace("\xa0", " ") for heading in (page.main.first("h1").text,)]


def test_the_number_beside_a_way_is_that_of_its_dates(tactic: Built) -> None:
    """What is counted is what is listed."""
    nav = tactic.page("agenda/").main.with_class("filterline")[0]
    said = {item.first("a")["href"]: int(item.first("span").text) for item in nav.iter("li")}
    counted = {url: len(listed(tactic, f"agenda/{url}")) for url in said}

    assert counted == said


def test_one_goes_from_filter_to_filter(tactic: Built) -> None:
    """Without going back: all ways of the agenda but the one one has taken."""
    here = "agenda/par/lieu/lens/"

    assert ways(tactic) - {here} == ways(tactic, here) - {here, "agenda/par/lieu/lens/#p-contenu"}


def test_a_commission_keeps_its_calendar_beside_its_dates(tactic: Built) -> None:
    """A filter with a calendar offers it."""
    targets = tactic.page("agenda/par/commission/infrastructures-reseaux/").targets

    assert "commissions/infrastructures-reseaux/agenda.ics" in targets


def test_an_agenda_of_many_kinds_is_not_drowned_in_them(site_of: SiteOf) -> None:
    """Twelve of fifteen beside the dates; the page of all ways has every one."""
    kinds = {f"content/agenda/e{n}.md": event(f"E{n}", kind=f"genre {n}") for n in range(15)}
    site = site_of(kinds)
    counts = [len([way for way in ways(site, url) if "/type/" in way]) for url in ("agenda/", "agenda/par/")]

    assert [12, 15] == counts


def test_a_long_list_ends_with_its_month_and_leads_on(site_of: SiteOf) -> None:
    """A meeting every day for a year: not three hundred rows."""
    files = {"commissions.yaml": COMMISSIONS.replace("count: 3", "count: 300"), "members.yaml": MEMBERS}
    page = site_of(files).page("agenda/par/commission/reseaux/")
    shown = len(page.main.with_class("event"))

    assert (True, True) == (shown < 75, "agenda/2027/05/" in page.targets)


def test_what_is_over_is_listed_page_by_page(site_of: SiteOf) -> None:
    """The latest first, a hundred on a page."""
    files = {
        "members.yaml": MEMBERS,
        "commissions.yaml": COMMISSIONS.replace("2026-11-24", "2026-08-01").replace("count: 3", "count: 110"),
    }
    site = site_of(files)
    days = [
        re.findall(r'<time datetime="([-0-9]+)">', site.text_of(f"agenda/passees/{p}"))
        for p in ("", "page/2/")
    ]

    assert ("2026-11-18", "2026-08-11", "2026-08-10", "2026-08-01") == (
        days[0][0],
        days[0][99],
        days[1][0],
        days[1][9],
    )


def test_the_past_is_reached_from_the_agenda(tactic: Built) -> None:
    """In one click."""

    assert "agenda/passees/" in tactic.page("agenda/").targets


def test_without_a_past_there_is_no_page_of_it(site_of: SiteOf) -> None:
    """A new association has nothing behind it."""
    site = site_of({"content/agenda/atelier.md": event("Atelier")})

    assert (False, False) == (site.has("agenda/passees/"), "agenda/passees/" in site.page("agenda/").targets)


def test_a_kind_that_is_no_latin_word_makes_no_page(site_of: SiteOf) -> None:
    """Nothing to write in an address."""
    site = site_of(
        {
            "content/agenda/atelier.md": sheet(
                {"title": "A", "start": "2026-11-23", "end": "2026-11-23", "slug": "a", "audience": "ΑΒΓ"}, ""
            )
        }
    )

    assert [] == [url for url in site.urls if url.startswith("agenda/par/public/")]


def test_a_grid_says_in_words_what_became_of_a_date(tactic: Built) -> None:
    """A line through a name is not heard."""
    cells = [cell.text for cell in tactic.page("agenda/2026/12/").main.iter("td")]

    assert any("12 h 15, annulée" in text.replace("\xa0", " ") for text in cells)


def test_dates_that_do_not_take_place_are_counted_apart(site_of: SiteOf) -> None:
    """In the lead and for search engines; and a long date counts until it ends."""
    files = {
        "content/agenda/bal.md": event("Bal", kind="fête", event_status="cancelled"),
        "content/agenda/foire.md": event("Foire", kind="fête", start="2026-12-03", end="2026-12-20"),
    }
    page = site_of(files).page("agenda/par/type/fete/")
    (told,) = (meta["content"] for meta in page.document.iter("meta") if meta["name"] == "description")

    assert "2 dates à venir, dont 1 annulée, du 23 novembre au 20 décembre 2026." in page.main.text
    assert "2 dates à venir, dont 1 annulée." in told
