"""What the pages of commissions say of their dates: the next one, those after it, what came of the rest."""

import pytest
from built_site import Built, Files, SiteOf, event, sheet
from html_pages import Element, Page

PAGE = "commissions/reseaux/"
COMMISSIONS = """\
venues:
  - {id: halle, name: Halle}
  - {id: salle, name: Salle}
commissions:
  - id: reseaux
    name: Réseaux
    kind: commission
    mission: Câbles et ondes.
    chairs: [{member: alpha, role: Responsable}]
    members: [alpha, beta]
    meetings:
      - id: reunion
        title: Réunion Réseaux
        start: 2026-10-06 18:30
        duration: 2h
        venue: halle
        repeat: {every: month, on: first tuesday, until: 2027-06-30}
        subjects: {2026-12-01: La fibre, 2027-02-02: Le Wi-Fi}
        cancelled_on: [{date: 2027-03-02, reason: La salle est en travaux.}]
        moved: [{from: 2027-01-05, to: 2027-01-12 18:30, venue: salle}]
  - {id: muette, name: Muette, kind: commission}
"""
FILES: Files = {
    "members.yaml": "members:\n  - {id: alpha, name: Alpha}\n  - {id: beta, name: Beta}\n",
    "commissions.yaml": COMMISSIONS,
    "content/comptes-rendus/2026-11-03.md": sheet(
        {"title": "Le câblage décidé", "commission": "reseaux", "date": "2026-11-03"}, "Décidé."
    ),
    "content/actualites/2026-11-10-suite.md": sheet(
        {"title": "Ce qui suit", "date": "2026-11-10"},
        "D’après le [compte rendu]({filename}/comptes-rendus/2026-11-03.md), et la [fête](/agenda/fete/).",
    ),
    "content/actualites/2026-10-01-avant.md": sheet(
        {"title": "Ce qui précède", "date": "2026-10-01"}, "Une [fête]({filename}/agenda/fete.md) vient."
    ),
    "content/agenda/fete.md": event("Fête", start="2026-10-10 18:30", duration="2h"),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES)


def rail(page: Page, id_: str) -> Element:
    return next(one for one in page.main.iter("section") if id_ in (one["aria-labelledby"], one["id"]))


def line(page: Page, anchor: str) -> str:
    return next(one.text for one in page.main.iter("li") if one["id"] == anchor)


def test_the_next_date_is_the_large_one(site: Built) -> None:
    """With what it is about, and where."""
    (large,) = site.page(PAGE).main.with_class("event")

    assert ["2026-12-01", "Réunion Réseaux · La fibre"] == [
        large.first("time")["datetime"],
        large.first("h3").text,
    ]
    assert "Halle" in large.text


def test_a_date_with_something_to_say_has_a_line(site: Built) -> None:
    """Its subject, why it does not take place, where it is moved to."""
    page = site.page(PAGE)
    said = [line(page, f"p-reunion-{day}") for day in ("2027-01-05", "2027-02-02", "2027-03-02")]

    assert [True, True, True] == [
        word in text
        for word, text in zip(("Reportée", "Le Wi-Fi", "La salle est en travaux."), said, strict=True)
    ]


def test_dates_like_the_others_share_a_line(site: Built) -> None:
    """They are told in one breath, with their hour and their place."""
    dates = rail(site.page(PAGE), "reunions")
    last = list(dates.with_class("dated")[0].iter("li"))[-1]

    assert ["2027-04-06", "2027-05-04", "2027-06-01"] == [
        time["datetime"][:10] for time in last.iter("time")
    ][:3]


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("agenda/2026/12/", f"{PAGE}#p-reunion-2026-12-01"),
        ("agenda/2027/01/", f"{PAGE}#p-reunion-2027-01-05"),
        ("agenda/2027/05/", f"{PAGE}#p-reunion-2027-05-04"),
        ("agenda/2026/11/", "commissions/reseaux/comptes-rendus/2026-11-03/"),
    ],
)
def test_a_date_links_to_its_own_entry(site: Built, url: str, target: str) -> None:
    """The minutes of a meeting, else the place where its commission tells of it, which is there."""
    page, anchor = site.page(url), target.partition("#")[2]
    links = {page.target(link["href"]) for link in page.main.iter("a")}

    assert (True, True) == (target in links, not anchor or anchor in site.page(PAGE).ids)


def test_a_month_says_why_a_date_is_cancelled(site: Built) -> None:
    """In its table too."""
    (table,) = site.page("agenda/2027/03/").main.with_class("month")

    assert "annulée : La salle est en travaux." in table.text.replace("\xa0", " ")


def test_a_past_meeting_is_called_as_its_minutes_are(site: Built) -> None:
    """On the page of its commission, which need not be named again; it leads to them."""
    past = rail(site.page(PAGE), "p-passees")
    titles = [link.text for link in past.with_class("title-link")]

    assert ["Le câblage décidé"] == titles


def test_past_dates_say_what_came_of_them(site: Built) -> None:
    """The minutes by name, and the news since that link to them; what came before only announced."""
    page = site.page("agenda/passees/")
    said = {one.first("p").text: one.text for one in page.main.iter("li") if one.with_class("meta")}

    assert "Le câblage décidé" in said["3 novembre 2026"]
    assert ["Ce qui suit"] * 2 == [
        name
        for day in ("3 novembre 2026", "10 octobre 2026")
        for name in ("Ce qui suit", "Ce qui précède")
        if name in said[day]
    ]


def test_the_list_says_who_when_and_how_many(site: Built) -> None:
    """What one wants to know before one chooses a commission."""
    first = next(one for one in site.page("commissions/").main.iter("li") if one.with_class("leaf"))
    wanted = (
        "Alpha",
        "Tous les mois, le premier mardi à 18 h 30",
        "deux membres y participent",
        "déc. 1 mardi",
    )
    text = first.text.replace("\xa0", " ").lower()

    assert [] == [words for words in wanted if words.lower() not in text]


def test_a_commission_without_dates_or_heads_says_so_kindly(site: Built) -> None:
    """In the list and on its own page."""
    listed = next(one.text for one in site.page("commissions/").main.iter("li") if "Muette" in one.text)
    said = site.page("commissions/muette/").main.text

    assert ("date à fixer" in listed, "à nommer" in listed.replace("\xa0", " ")) == (True, True)
    assert "Aucune réunion annoncée pour l’instant." in said.replace("\xa0", " ")
