"""Every address that DESIGN section 4 promises is there, and none that leads to nothing."""

import re

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, event

FIXED = [
    "",
    "actualites/",
    "actualites/page/2/",
    "annuaire/",
    "commissions/",
    "agenda/",
    "annonces/",
    "adherer/",
    "partenaires/",
    "404.html",
    "agenda.ics",
    "feeds/actualites.atom.xml",
    "feeds/annonces.atom.xml",
    "annuaire/par/nom/",
    "annuaire/en/chiffres/",
    "annuaire/recherche.json",
    "data/v1/members.json",
    "data/v1/members.csv",
    "data/v1/members.geojson",
    "data/v1/members.vcf",
    "data/v1/commissions.json",
    "data/v1/events.json",
    "data/v1/offers.json",
    "data/v1/partners.json",
    "sitemap.xml",
    "robots.txt",
    "_headers",
]

OF_SOMETHING = [
    "actualites/sauvegardes-trois-copies/",
    "actualites/sujets/entraide/",
    "annonces/groupement-pour-six-ecoles/",
    "annonces/types/appel-d-offres/",
    "annuaire/les-trois-octets/",
    "annuaire/les-trois-octets/contact.vcf",
    "annuaire/competences/formation/",
    "annuaire/lieux/lens/",
    "annuaire/competences/hebergement-sauvegarde/arras/",
    "annuaire/types/agence-web/",
    "commissions/infrastructures-reseaux/",
    "commissions/infrastructures-reseaux/agenda.ics",
    "agenda/2026/12/",
    "agenda/assemblee-generale/",
    "agenda/assemblee-generale/agenda.ics",
    "statuts-et-gouvernance/",
]


@pytest.mark.parametrize("url", FIXED + OF_SOMETHING)
def test_a_promised_address_answers(tactic: Built, url: str) -> None:
    """URLs are a contract: visitors and calendars have kept them."""

    assert tactic.has(url)


def test_every_public_member_has_a_page(tactic: Built) -> None:
    """As many pages as records of the open data, at the address each record gives."""
    pages = {f"annuaire/{record['id']}/" for record in tactic.json("data/v1/members.json")["members"]}

    assert pages == {url for url in tactic.urls if re.fullmatch(r"annuaire/[^/]+/", url)}


def test_a_skill_and_a_town_have_a_page_only_where_somebody_is(tactic: Built) -> None:
    """No page says « nobody »: each shows at least one member."""
    combined = [url for url in tactic.urls if re.fullmatch(r"annuaire/competences/[^/]+/[^/]+/", url)]
    shown = {url: members_on(tactic, url) for url in combined}

    assert combined and [] == [url for url, members in shown.items() if not members]


def settings(*lines: str) -> str:
    return "\n".join((SMALLEST_SETTINGS, *lines, ""))


def members_on(site: Built, url: str) -> set[str]:
    main = site.page(url).main
    links = {site.page(url).target(a["href"]) for a in main.iter("a")}
    return {link for link in links if re.fullmatch(r"annuaire/(?!competences|lieux|types)[^/]+/", link)}


def test_a_town_without_members_has_no_page(tactic: Built) -> None:
    """An empty list helps nobody."""
    empty = [url for url in tactic.urls if re.match(r"annuaire/(lieux|types|competences)/", url)]

    assert [] == [url for url in empty if not members_on(tactic, url)]


def test_months_without_dates_have_no_page(tactic: Built) -> None:
    """The calendar is no endless corridor: a month far away has nothing to show."""

    assert not tactic.has("agenda/2031/01/")


def test_every_page_is_a_folder_with_an_index(tactic: Built) -> None:
    """Addresses end with a slash and carry no extension; only the page for the lost is a file."""
    files = [file for file in tactic.files if file.endswith(".html")]

    assert ["404.html"] == [file for file in files if not f"/{file}".endswith("/index.html")]


def test_an_empty_save_as_switches_a_page_off(site_of: SiteOf) -> None:
    """A habit of Pelican's; nothing links to what is not there."""
    chosen = settings('DIRECTORY_SAVE_AS = ""', 'NEWS_FEED_SAVE_AS = ""')
    site = site_of({"pelicanconf.py": chosen, "members.yaml": "members:\n  - {id: alpha, name: Alpha}\n"})

    assert (False, False, True, set()) == (
        site.has("annuaire/"),
        site.has("feeds/actualites.atom.xml"),
        site.has("annuaire/alpha/"),
        {"annuaire/"} & set().union(*(site.page(url).targets for url in site.urls)),
    )


def test_addresses_can_be_changed_in_the_settings(site_of: SiteOf) -> None:
    """Each page has its `*_URL` and `*_SAVE_AS`, as Pelican's own pages have."""
    chosen = settings('EVENT_URL = "dates/{slug}/"')
    site = site_of({"pelicanconf.py": chosen, "content/agenda/fete.md": event("Fête")})

    assert (True, False) == (site.has("dates/fete/"), site.has("agenda/fete/"))
