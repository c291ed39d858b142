"""A commission that has met, written and grown for years: a page one can read, and nothing lost from it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from built_site import SMALLEST_SETTINGS, TODAY, Built, Files, SiteOf, article, event, sheet
from html_pages import Element, Page
from site_links import crumbs, followed

COMMISSION = "commissions/reseaux/"
PAST, MINUTES, NEWS = f"{COMMISSION}passees/", f"{COMMISSION}comptes-rendus/", f"{COMMISSION}actualites/"
COMING, MEMBERS = "agenda/par/commission/reseaux/", "annuaire/commissions/reseaux/"
MEETINGS = """\
commissions:
  - id: reseaux
    name: Réseaux
    mission: Relier tout le monde.
    members: [{members}]
    meetings:
      - {{title: Réunion, start: {first} 18:30, duration: 2h, also_on: [{others}]}}
"""


def commission(
    past: int = 200, coming: int = 60, minutes: int = 60, news: int = 80, members: int = 400
) -> Files:
    """That many of each; it meets every week, the last time in the week before today."""
    first = TODAY.date() - timedelta(weeks=past, days=-1)
    days = [first + timedelta(weeks=number) for number in range(past + coming)]
    ids = [f"m{number:03}" for number in range(members)]
    meetings = MEETINGS.format(
        members=", ".join(ids), first=first, others=", ".join(f"{day} 18:30" for day in days[1:])
    )
    everybody = "".join(f"  - {{id: {id_}, name: Membre {id_}}}\n" for id_ in ids)
    texts = {
        f"content/comptes-rendus/{day}.md": sheet({"commission": "reseaux"}, "Décidé.")
        for day in days[past - minutes : past]
    }
    texts |= {
        f"content/actualites/a{number:02}.md": article(f"Nouvelle {number}", commissions="[reseaux]")
        for number in range(news)
    }
    return {"commissions.yaml": meetings, "members.yaml": f"members:\n{everybody}", **texts}


def with_settings(files: Files, *lines: str) -> Files:
    return {**files, "pelicanconf.py": "\n".join((SMALLEST_SETTINGS, *lines, ""))}


@pytest.fixture(scope="module")
def grown(site_of: SiteOf) -> Built:
    return site_of(commission())


def rail(page: Page, name: str) -> Element:
    [found] = [one for one in page.main.iter("section") if one["aria-labelledby"] == f"p-{name}"]
    return found


def days_in(element: Element) -> list[str]:
    return [time["datetime"][:10] for time in element.iter("time")]


def lines(page: Page, name: str) -> int:
    """Dates to come that are like the others stand in one line."""
    if name == "reunions":
        return len(set(days_in(rail(page, name))))
    return sum(1 for _ in rail(page, name).iter("li"))


def whole(page: Page, name: str) -> list[tuple[str, str]]:
    """The links from a part of a list to all of it."""
    ways = rail(page, name).first("div").with_class("more")
    return [(page.target(way.first("a")["href"]), way.text) for way in ways if way.text.endswith(")")]


def titles(pages: Iterator[Page]) -> list[list[str]]:
    """Where the titles of the lines lead, page by page."""
    return [[page.target(a["href"]) for a in page.main.with_class("title-link")] for page in pages]


def test_the_page_of_a_grown_commission_stays_light(grown: Built) -> None:
    """However much it has done: a hundred kilobytes at most."""

    assert len(grown.bytes(f"{COMMISSION}index.html")) <= 100_000


@pytest.mark.parametrize(
    ("name", "shown", "way"),
    [
        ("reunions", 12, (COMING, "Toutes les dates à venir (60)")),
        ("passees", 6, (PAST, "Toutes les réunions passées (200)")),
        ("comptes-rendus", 10, (MINUTES, "Tous les comptes rendus (60)")),
        ("nouvelles", 6, (NEWS, "Toutes ses nouvelles (80)")),
        ("membres", 24, (MEMBERS, "Tous les membres (400)")),
    ],
)
def test_the_first_of_each_are_shown_with_a_way_to_the_others(
    grown: Built, name: str, shown: int, way: tuple[str, str]
) -> None:
    """And how many those are."""
    page = grown.page(COMMISSION)

    assert (shown, [way]) == (lines(page, name), whole(page, name))


def test_the_next_and_the_latest_dates_are_the_ones_shown(grown: Built) -> None:
    """A visitor wants to know when to come, and what was just before."""
    page = grown.page(COMMISSION)
    coming, past = days_in(rail(page, "reunions")), days_in(rail(page, "passees"))

    assert ("2026-11-23", "2026-11-16") == (coming[0], past[0])


def test_all_past_dates_are_found_by_turning_pages(grown: Built) -> None:
    """A hundred on a page, by year, the latest first, each with its minutes."""
    pages = list(followed(grown, PAST))
    found = [day for page in pages for line in page.main.with_class("dated") for day in days_in(line)]

    assert ([200, 2], sorted(found, reverse=True)) == ([len(set(found)), len(pages)], found)
    assert ["1 Réunions passées : Réseaux", "2 2026", "2 2025"] == list(pages[0].headings[:3])
    assert f"{MINUTES}2026-11-16/" in pages[0].targets


def test_all_minutes_are_found_from_the_commission(grown: Built) -> None:
    """The oldest too."""
    listed = {url for page in followed(grown, MINUTES) for url in page.targets}
    every = {url for url in grown.urls if url.startswith(MINUTES) and url != MINUTES}

    assert (60, set()) == (len(every), every - listed)


def test_all_news_of_a_commission_are_found_by_turning_pages(grown: Built) -> None:
    """Ten on a page, each once."""
    found = titles(followed(grown, NEWS))

    assert ([10] * 8, 80) == ([len(page) for page in found], len({url for page in found for url in page}))


def test_all_members_are_found_in_the_directory(grown: Built) -> None:
    """A hundred on a page, as in its other lists; the page of the commission says how many they are."""
    found = titles(followed(grown, MEMBERS))

    assert ([100] * 4, 400) == ([len(page) for page in found], len({url for page in found for url in page}))
    assert "2 400 membres y participent" in grown.page(COMMISSION).headings


def test_members_take_turns_where_only_some_are_shown(site_of: SiteOf) -> None:
    """Else those at the end of the alphabet would never be seen."""
    days = (site_of(commission(1, 1, 0, 0, members=60), moment=TODAY + timedelta(days=n)) for n in range(2))
    first, second = ([one.text for one in rail(site.page(COMMISSION), "membres").iter("li")] for site in days)

    assert (24, first[1:]) == (len(first), second[:-1])


def test_all_dates_to_come_are_found_through_the_agenda(grown: Built) -> None:
    """On the page of the commission's dates, or in a month that it leads to."""
    listed = grown.page(COMING)
    months = [grown.page(url) for url in listed.targets if url.startswith("agenda/202")]
    days = {str(date(2026, 11, 23) + timedelta(weeks=number)) for number in range(60)}

    assert set() == days - listed.days.union(*(month.days for month in months))


@pytest.mark.parametrize(("url", "step"), [(PAST, "Réunions passées"), (NEWS, "Nouvelles")])
def test_lists_of_a_commission_lead_back_to_it(grown: Built, url: str, step: str) -> None:
    """Further pages to the first one too, and to the one before."""
    way = [("Commissions", "commissions/"), ("Réseaux", COMMISSION), (step, url)]
    first, second = grown.page(url), grown.page(f"{url}page/2/")

    assert (way[:2], way) == (crumbs(first)[:2], crumbs(second)[:3])
    assert [("", 3), ("", 4)] == [(crumbs(page)[-1][1], len(crumbs(page))) for page in (first, second)]
    assert url == second.link("Page précédente")


def test_the_site_map_knows_the_lists_of_a_commission(grown: Built) -> None:
    """With their further pages."""
    pages = [page.url for url in (PAST, MINUTES, NEWS, MEMBERS) for page in followed(grown, url)]
    listed = grown.text("sitemap.xml")

    assert [] == [url for url in pages if f"/{url}</loc>" not in listed]


def test_a_small_commission_shows_everything(site_of: SiteOf) -> None:
    """A few more than a page would show of many: none of them is worth another page."""
    site = site_of(commission(past=12, coming=24, minutes=12, news=12, members=48))
    page, lists = site.page(COMMISSION), (PAST, MINUTES, NEWS, MEMBERS)
    rails = ("reunions", "passees", "comptes-rendus", "nouvelles", "membres")

    assert [24, 12, 12, 12, 48] == [lines(page, name) for name in rails]
    assert ([], [False] * 4) == (
        [way for name in rails for way in whole(page, name)],
        list(map(site.has, lists)),
    )


def test_a_switched_off_list_leaves_everything_on_the_page(site_of: SiteOf) -> None:
    """There is nowhere else to find it."""
    kinds = (
        "AGENDA_COMMISSION",
        "COMMISSION_PAST_DATES",
        "MINUTES_LIST",
        "COMMISSION_NEWS",
        "COMMISSION_MEMBERS",
    )
    off = [f'{kind}_SAVE_AS = ""' for kind in kinds]
    site = site_of(with_settings(commission(30, 30, 25, 15, 50), *off))
    rails = ("reunions", "passees", "comptes-rendus", "nouvelles", "membres")
    page = site.page(COMMISSION)

    assert [30, 30, 25, 15, 50] == [lines(page, name) for name in rails]
    assert ([], False) == ([way for name in rails for way in whole(page, name)], site.has(f"{PAST}page/2/"))


def test_a_list_without_further_pages_has_everything_on_its_first(site_of: SiteOf) -> None:
    """As the lists of members do."""
    site = site_of(with_settings(commission(120, 1, 1, 15, 1), 'COMMISSION_PAST_DATES_PAGE_SAVE_AS = ""'))

    assert (120, False) == (len(site.page(PAST).days), site.has(f"{PAST}page/2/"))


def test_many_rhythms_are_said_of_the_dates_that_are_shown(site_of: SiteOf) -> None:
    """Thirty groups that meet every month: who reads the page wants the next ones."""
    start = "start: 2026-01-{day:02} 18:30, duration: 2h, repeat: {{every: month}}"
    groups = (
        f"      - {{id: g{day}, title: Groupe {day}, {start.format(day=day)}}}\n" for day in range(1, 29)
    )
    head = "commissions:\n  - id: reseaux\n    name: Réseaux\n    meetings:\n"
    rhythms = rail(site_of({"commissions.yaml": head + "".join(groups)}).page(COMMISSION), "reunions")
    said = [line.text.partition(" :")[0] for line in rhythms.with_class("cap")[1:]]

    assert [f"Groupe {day}" for day in (*range(1, 6), *range(22, 29))] == said


def test_the_next_meeting_is_shown_after_many_events(site_of: SiteOf) -> None:
    """Who asks when the commission meets is told, and links to the next meeting go on leading there."""
    events = {f"content/agenda/e{n:02}.md": event(f"Fête {n}", commissions="[reseaux]") for n in range(30)}
    meeting = "    meetings:\n      - {title: Réunion, start: 2027-03-02 18:30, duration: 2h}\n"
    files: Files = {
        "commissions.yaml": f"commissions:\n  - id: reseaux\n    name: Réseaux\n{meeting}",
        **events,
    }
    dates = rail(site_of(files).page(COMMISSION), "reunions")
    marked = [line.first("time")["datetime"][:10] for line in dates.iter("ul") if line["id"] == "prochaine"]

    assert (12, ["2027-03-02"]) == (sum(1 for _ in dates.iter("li")), marked)
