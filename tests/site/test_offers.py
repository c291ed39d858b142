"""Offers: the open ones as a list and by kind, pages that say when they are closed, feed, open data."""

from datetime import datetime

import feedparser
import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, sheet

MEMBERS = """\
skills:
  - {id: web, name: Web}
  - {id: reseaux, name: Réseaux}
towns:
  - {id: lens, name: Lens, postal_code: "62300"}
  - {id: douai, name: Douai}
members:
  - {id: alpha, name: Alpha, town: lens, address: {country: FR}, skills: [web]}
"""
RECORD = "id title kind member town skills date expires status apply url".split()


def offer(title: str, body: str = "Un texte.", **front_matter: str) -> str:
    """A file of content/annonces; a job of today's members, open until December."""
    return sheet({"title": title, "kind": "job", "expires": "2026-12-01", **front_matter}, body)


def files(**offers: str) -> dict[str, str]:
    return {"members.yaml": MEMBERS} | {f"content/annonces/{slug}.md": text for slug, text in offers.items()}


CLOSED = files(
    open=offer("Encore ouverte", expires="2026-11-22"),
    expired=offer("Trop tard", expires="2026-11-21", apply="trop@tard.example"),
    filled=offer("Déjà pris", offer_status="filled", apply="deja@pris.example"),
    withdrawn=offer("Plus rien", offer_status="withdrawn", apply="plus@rien.example"),
)
WORDS = {"expired": "Close", "filled": "Pourvue", "withdrawn": "Retirée"}


def offers_on(site: Built, url: str) -> list[str]:
    """Slugs of the offers that a page leads to, in its order."""
    targets = [target for target, _ in site.page(url).links]
    return [
        target.split("/")[1]
        for target in targets
        if target.startswith("annonces/") and target.endswith("/") and target.count("/") == 2
    ]


def test_what_ends_first_is_listed_first(tactic: Built) -> None:
    """Those of the demonstration: who reads the list has that long to answer."""
    by_their_end = [
        "stage-tableau-des-sauvegardes",
        "groupement-pour-six-ecoles",
        "technicien-itinerant",
        "alternance-boutiques-en-ligne",
        "cablage-contre-graphisme",
    ]

    assert by_their_end == offers_on(tactic, "annonces/")


def test_a_row_says_what_whose_where_and_until_when(tactic: Built) -> None:
    """All one needs to decide whether to read on."""
    row = next(li for li in tactic.page("annonces/").main.iter("li") if "Un écran pour" in li.text)
    summary = (
        "Dix semaines au printemps pour que l’état des sauvegardes de nos clients tienne sur un seul écran."
    )
    what = "Stage Les Trois Octets Arras jusqu’au 9 décembre 2026"

    assert f"Un écran pour toutes les sauvegardes {summary} {what}" == row.text


def test_each_kind_with_an_open_offer_has_its_page(tactic: Built) -> None:
    """Kinds without one have none: the only request of the demonstration is closed."""
    kinds = {url.split("/")[2] for url in tactic.urls if url.startswith("annonces/types/")}
    linked = {url.split("/")[2] for url in tactic.page("annonces/").targets if "annonces/types/" in url}
    expected = {"stage", "alternance", "emploi", "appel-d-offres", "echange-de-competences"}

    assert (expected, expected) == (kinds, linked)


def test_the_page_of_a_kind_shows_that_kind_alone(tactic: Built) -> None:
    """And leads back to all of them."""
    page = tactic.page("annonces/types/stage/")

    assert ("1 Stages", ["stage-tableau-des-sauvegardes"], "annonces/") == (
        page.headings[0],
        offers_on(tactic, "annonces/types/stage/"),
        page.link("Toutes les annonces"),
    )


def test_an_offer_leads_to_its_member_its_town_and_its_skills(tactic: Built) -> None:
    """As they are in the directory."""
    expected = {
        "annuaire/les-trois-octets/",
        "annuaire/lieux/arras/",
        "annuaire/competences/infrastructures/",
    }

    assert expected <= tactic.page("annonces/stage-tableau-des-sauvegardes/").targets


def test_words_without_a_page_in_the_directory_are_not_links(site_of: SiteOf) -> None:
    """Nobody is in Douai, nobody knows networks."""
    site = site_of(files(a=offer("Ailleurs", town="douai", skills="[reseaux]")))
    page = site.page("annonces/a/")

    assert (True, set()) == (
        "Douai" in page.main.text and "Réseaux" in page.main.text,
        {target for target in page.targets if target.startswith("annuaire/") and not site.has(target)},
    )


@pytest.mark.parametrize(
    ("apply", "target"),
    [
        ("https://alpha.example/offre?a=1", "https://alpha.example/offre?a=1"),
        ("contact@alpha.example", "mailto:contact@alpha.example?subject=D%C3%A9veloppeur%20%26%20co"),
    ],
)
def test_one_button_answers_the_offer(site_of: SiteOf, apply: str, target: str) -> None:
    """A page, or a letter that says what it is about."""
    site = site_of(files(a=offer("Développeur & co", apply=apply)))

    assert target == site.page("annonces/a/").link("Postuler")


def test_the_last_day_still_counts(site_of: SiteOf) -> None:
    """Closed offers are off the list."""

    assert ["open"] == offers_on(site_of(CLOSED), "annonces/")


@pytest.mark.parametrize("slug", WORDS)
def test_a_closed_offer_keeps_its_page_and_says_so(site_of: SiteOf, slug: str) -> None:
    """In a word and in a shape; search engines are asked to forget it."""
    page = site_of(CLOSED).page(f"annonces/{slug}/")
    (state,) = page.main.with_class("state")
    robots = [meta["content"] for meta in page.document.iter("meta") if meta["name"] == "robots"]

    assert (WORDS[slug], ["noindex"]) == (state.text, robots)


@pytest.mark.parametrize("slug", WORDS)
def test_a_closed_offer_can_no_longer_be_answered(site_of: SiteOf, slug: str) -> None:
    """Neither button nor address."""

    assert "mailto:" not in site_of(CLOSED).text(f"annonces/{slug}/index.html")


def test_an_open_offer_is_in_the_sitemap_and_a_closed_one_is_not(site_of: SiteOf) -> None:
    """What is over is not worth finding."""
    sitemap = site_of(CLOSED).text("sitemap.xml")

    assert (True, False) == ("annonces/open/" in sitemap, "annonces/filled/" in sitemap)


def test_an_offer_of_tomorrow_is_nowhere_today(site_of: SiteOf) -> None:
    """Not even its title."""
    site = site_of(files(demain=offer("Une surprise", date="2026-11-23")))

    assert [] == [file for file in site.files if "demain" in file or b"Une surprise" in site.bytes(file)]


def test_an_offer_appears_on_its_day(site_of: SiteOf) -> None:
    """The same files, built the day after."""
    tomorrow = datetime.fromisoformat("2026-11-23T00:01+01:00")
    site = site_of(files(demain=offer("Une surprise", date="2026-11-23")), moment=tomorrow)

    assert ["demain"] == offers_on(site, "annonces/")


def test_an_offer_of_an_unlisted_member_names_nobody(site_of: SiteOf) -> None:
    """As an article does."""
    members = "members:\n  - {id: secret, name: Discrète, listed: false}\n"
    site = site_of({"members.yaml": members, "content/annonces/a.md": offer("Poste", member="secret")})
    record = site.json("data/v1/offers.json")["offers"][0]

    assert (False, None) == ("Discrète" in site.text("annonces/a/index.html"), record["member"])


def test_without_an_open_offer_the_page_says_so_and_no_menu_leads_to_it(site_of: SiteOf) -> None:
    """It is not announced, and those who come can follow what is next."""
    site = site_of(files(filled=offer("Déjà pris", offer_status="filled")))
    page = site.page("annonces/")

    assert (True, True, False, False) == (
        "Aucune offre en ce moment." in page.text,
        "feeds/annonces.atom.xml" in page.targets,
        "annonces/" in site.page("").targets,
        "annonces/" in site.text("sitemap.xml"),
    )


def test_an_offer_leads_to_others_of_its_kind_first(site_of: SiteOf) -> None:
    """Then to the latest of the rest; never to itself, nor to what is closed."""
    site = site_of(
        files(
            closed=offer("Close", offer_status="filled", date="2026-11-20"),
            stage=offer("Stage", kind="internship", date="2026-11-19"),
            job=offer("Poste", date="2026-11-18"),
            other=offer("Autre poste", date="2026-11-01"),
        )
    )

    assert ["other", "stage"] == offers_on(site, "annonces/job/")


def test_the_home_page_shows_the_three_that_end_first(tactic: Built) -> None:
    """An internship among them; and leads to all."""
    shown = ["stage-tableau-des-sauvegardes", "groupement-pour-six-ecoles", "technicien-itinerant"]

    assert (shown, "annonces/") == (offers_on(tactic, ""), tactic.page("").link("Toutes les annonces"))


def test_a_member_s_page_shows_its_open_offers(tactic: Built) -> None:
    """Its own; the one of the school is closed."""
    members = ("les-trois-octets", "ecole-des-touches")

    assert [["stage-tableau-des-sauvegardes"], []] == [
        offers_on(tactic, f"annuaire/{member}/") for member in members
    ]


def test_the_feed_is_that_of_the_open_offers(tactic: Built) -> None:
    """Read without complaint, each entry with its page."""
    feed = feedparser.parse(tactic.bytes("feeds/annonces.atom.xml"))
    paths = [entry.link.removeprefix("https://tactic.example/") for entry in feed.entries]

    assert (0, "atom10", [f"annonces/{slug}/" for slug in offers_on(tactic, "annonces/")]) == (
        feed.bozo,
        feed.version,
        paths,
    )


def test_the_feed_is_announced_on_the_pages(tactic: Built) -> None:
    """In the head for readers, in the foot for people."""
    page = tactic.page("annuaire/")
    feeds = {link["href"] for link in page.document.iter("link") if "alternate" in link["rel"]}

    assert ({"../feeds/annonces.atom.xml"}, True) == (
        {feed for feed in feeds if "annonces" in feed},
        "feeds/annonces.atom.xml" in page.targets,
    )


def test_an_offer_without_a_day_is_in_the_list_but_not_in_the_feed(site_of: SiteOf) -> None:
    """A feed tells what is new; this one never says since when it is there."""
    site = site_of(files(a=offer("Toujours là")))
    feed = feedparser.parse(site.bytes("feeds/annonces.atom.xml"))

    assert (["a"], []) == (offers_on(site, "annonces/"), feed.entries)


def test_open_data_hold_the_open_offers(tactic: Built) -> None:
    """In the order of the page, with the promised keys."""
    document = tactic.json("data/v1/offers.json")

    assert (["version", "offers"], [RECORD] * 5, offers_on(tactic, "annonces/")) == (
        list(document),
        [list(record) for record in document["offers"]],
        [record["id"] for record in document["offers"]],
    )


def test_open_data_say_null_for_what_is_absent(site_of: SiteOf) -> None:
    """And an empty list for no skills."""
    (record,) = site_of(files(a=offer("Poste"))).json("data/v1/offers.json")["offers"]
    expected = {
        "id": "a",
        "title": "Poste",
        "kind": "job",
        "member": None,
        "town": None,
        "skills": [],
        "date": None,
        "expires": "2026-12-01",
        "status": "open",
        "apply": None,
        "url": "/annonces/a/",
    }

    assert expected == record


def test_a_page_switched_off_is_not_linked_to(site_of: SiteOf) -> None:
    """The list, the pages of kinds, the feed."""
    off = "\n".join(f'{kind}_SAVE_AS = ""' for kind in ("OFFERS", "OFFERS_OF_KIND", "OFFERS_FEED"))
    settings = f"{SMALLEST_SETTINGS}{off}\n"
    site = site_of(
        files(a=offer("Poste"), b=offer("Stage", kind="internship")) | {"pelicanconf.py": settings}
    )
    targets = set().union(*(site.page(url).targets for url in site.urls))

    assert {"annonces/a/", "annonces/b/"} == {
        target for target in targets if target.startswith(("annonces", "feeds/annonces"))
    }


@pytest.mark.parametrize(
    ("changes", "is_told"),
    [
        ({}, True),
        ({"kind": "request"}, False),
        ({"date": ""}, False),
        ({"member": ""}, False),
        ({"town": "douai"}, False),
        ({"offer_status": "filled"}, False),
    ],
    ids=["whole", "no work", "no day", "no employer", "no country", "closed"],
)
def test_search_engines_are_told_of_work_wholly_or_not_at_all(
    site_of: SiteOf, changes: dict[str, str], is_told: bool
) -> None:
    """A JobPosting that lacks something is refused, and the site with it."""
    whole = {"date": "2026-11-01", "member": "alpha", "town": "lens"}
    site = site_of(files(a=offer("Poste", **(whole | changes))))

    assert is_told == ('"JobPosting"' in site.text("annonces/a/index.html"))
