"""JSON-LD: every page tells search engines what it tells people, no more and no less."""

from urllib.parse import urljoin

import pytest
from built_site import SITEURL, Built, SiteOf
from linked_data import Node, blocks, faults, linked_data, nodes, of_type

SETTINGS = """\
SITENAME = "Essai"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
THEME = "themes/parvis"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["association"]
ASSOCIATION = {
    "name": "Club & Cie",
    "tagline": "Les entreprises du coin",
    "territory": "Lens et Arras",
    "founded": "2026-10-08",
    "registration": "W621000000",
    "email": "bonjour@club.example",
    "phone": "03 53 01 00 00",
    "address": "2, rue de l'Exemple, 62300 Lens",
    "social": {"mastodon": "https://social.example/@club"},
}
"""
MEMBERS = """\
skills:
  - {id: web, name: Sites web}
towns:
  - {id: lens, name: Lens, postal_code: "62300", lat: 50.43, lon: 2.83}
  - {id: arras, name: Arras, lat: 50.29, lon: 2.78}
members:
  - id: alpha
    name: Alpha
    summary: Un résumé
    skills: [web]
    town: lens
    address: {street: "2, rue de l'Exemple", postal_code: "62301", country: FR}
    serves: [arras, lens]
    website: https://alpha.example/
    email: bonjour@alpha.example
    phone: 03 53 01 00 03
    social: {linkedin: https://linkedin.example/alpha}
    languages: [fr, nl]
    people:
      - {name: Camille Exemple, role: Gérance, phone: 03 53 01 00 04, consent: 2026-10-08}
      - name: Charlie Maquette
        role: Atelier
        email: c@alpha.example
        consent: {date: 2026-10-08, fields: [name]}
      - {name: Sans Accord, role: Secret, email: secret@alpha.example}
  - {id: beta, name: Bêta, description: "Un **texte** long.", skills: [web]}
  - {id: ecole, name: École, kind: school, town: lens}
  - {id: mairie, name: Mairie, kind: public, town: lens}
  - {id: perso, name: Alix Specimen, kind: person, town: arras, skills: [web], consent: 2026-10-08}
  - {id: nulle-part, name: Noa Fictif, kind: person, serves: [lens], consent: 2026-10-08}
"""
FILES = {"pelicanconf.py": SETTINGS, "members.yaml": MEMBERS}
BUSINESSES = (
    "Person",
    "ProfessionalService",
    "Organization",
    "EducationalOrganization",
    "GovernmentOrganization",
)

HOSTILE = "</script><script>alert(1)</script><!-- <script> ]]> & \" ' \\"
ATTACK = f"""\
towns:
  - {{id: lens, name: '{HOSTILE.replace("'", "''")}'}}
members:
  - {{id: alpha, name: '{HOSTILE.replace("'", "''")}', summary: '{HOSTILE.replace("'", "''")}', town: lens}}
"""


@pytest.fixture(scope="module")
def club(site_of: SiteOf) -> Built:
    return site_of(FILES, SITEURL)


def business(site: Built, member: str) -> Node:
    return of_type(site.page(f"annuaire/{member}/"), *BUSINESSES)


def test_a_member_is_told_with_everything_that_its_page_shows(club: Built) -> None:
    """Addresses are absolute; people appear with what they agreed to, else not at all."""

    assert {
        "@context": "https://schema.org",
        "@type": "ProfessionalService",
        "@id": f"{SITEURL}/annuaire/alpha/#membre",
        "name": "Alpha",
        "url": f"{SITEURL}/annuaire/alpha/",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "2, rue de l'Exemple",
            "postalCode": "62301",
            "addressLocality": "Lens",
            "addressCountry": "FR",
        },
        "areaServed": [{"@type": "City", "name": "Lens"}, {"@type": "City", "name": "Arras"}],
        "knowsAbout": ["Sites web"],
        "description": "Un résumé",
        "telephone": "03 53 01 00 03",
        "email": "bonjour@alpha.example",
        "sameAs": ["https://alpha.example/", "https://linkedin.example/alpha"],
        "geo": {"@type": "GeoCoordinates", "latitude": 50.43, "longitude": 2.83},
        "knowsLanguage": ["fr", "nl"],
        "memberOf": {
            "@type": "Organization",
            "@id": f"{SITEURL}/#association",
            "name": "Club & Cie",
            "url": f"{SITEURL}/",
        },
        "employee": [
            {
                "@type": "Person",
                "name": "Camille Exemple",
                "jobTitle": "Gérance",
                "telephone": "03 53 01 00 04",
            },
            {"@type": "Person", "name": "Charlie Maquette"},
        ],
    } == business(club, "alpha")


@pytest.mark.parametrize(
    ("member", "type_"),
    [
        ("alpha", "ProfessionalService"),
        ("perso", "ProfessionalService"),
        ("nulle-part", "Person"),
        ("beta", "Organization"),
        ("ecole", "EducationalOrganization"),
        ("mairie", "GovernmentOrganization"),
    ],
)
def test_the_type_follows_the_kind_of_member(club: Built, member: str, type_: str) -> None:
    """A local business has an address: who gives none is an organisation."""

    assert type_ == business(club, member)["@type"]


def test_a_description_has_no_markup(club: Built) -> None:
    """Without a summary it is the text, without its marks."""

    assert "Un texte long." == business(club, "beta")["description"]


@pytest.mark.parametrize("url", ["annuaire/competences/web/", "annuaire/competences/web/arras/"])
def test_a_list_names_its_members_in_the_order_of_the_page(club: Built, url: str) -> None:
    """From 1, each with the address of its page."""
    page = club.page(url)
    items = of_type(page, "ItemList")["itemListElement"]
    shown = [
        (f"{SITEURL}/{page.target(a['href'])}", a.text)
        for entry in page.main.with_class("entry")
        for a in list(entry.iter("a"))[:1]
    ]

    assert shown
    assert shown == [(item["item"]["url"], item["item"]["name"]) for item in items]
    assert list(range(1, len(shown) + 1)) == [item["position"] for item in items]


def test_a_list_says_of_a_member_what_a_search_needs(club: Built) -> None:
    """Where it is, where it goes, what it can; the rest is on its page, which has the same name for it."""
    items = of_type(club.page("annuaire/competences/web/arras/"), "ItemList")["itemListElement"]
    told = next(item["item"] for item in items if item["item"]["name"] == "Alpha")
    whole = business(club, "alpha")

    assert set("@type @id name url address areaServed knowsAbout".split()) == set(told)
    assert told == {key: whole[key] for key in told}


def test_the_home_page_tells_of_the_association(club: Built) -> None:
    """As its settings do."""

    assert {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": f"{SITEURL}/#association",
        "name": "Club & Cie",
        "url": f"{SITEURL}/",
        "description": "Les entreprises du coin",
        "email": "bonjour@club.example",
        "telephone": "03 53 01 00 00",
        "address": "2, rue de l'Exemple, 62300 Lens",
        "areaServed": "Lens et Arras",
        "foundingDate": "2026-10-08",
        "identifier": "W621000000",
        "sameAs": ["https://social.example/@club"],
    } == of_type(club.page(""), "Organization")


def test_every_block_says_only_what_schema_org_has_words_for(tactic: Built) -> None:
    """Known types, their own properties, nothing empty, nothing missing that Google asks for."""
    wrong = {
        url: found
        for url in tactic.urls
        if (found := [f for data in linked_data(tactic.page(url)) for n in nodes(data) for f in faults(n)])
    }

    assert {} == wrong


def test_every_page_with_crumbs_tells_the_same_way(tactic: Built) -> None:
    """The names that visitors read, from 1, each with its address but the last; one crumb is no way."""
    ways = {url: crumbs(tactic, url) for url in tactic.urls}
    told = {url: breadcrumbs(tactic, url) for url in tactic.urls}

    assert any(ways.values())
    assert {url: way if len(way) > 1 else [] for url, way in ways.items()} == told


def crumbs(site: Built, url: str) -> list[tuple[int, str, str]]:
    page = site.page(url)
    items = [li for ol in page.document.iter("ol") if ol["class"] == "crumbs" for li in ol.iter("li")]
    links = [next((page.target(a["href"]) for a in li.iter("a")), None) for li in items]
    return [
        (position, li.text, "" if link is None else f"{SITEURL}/{link}")
        for position, (li, link) in enumerate(zip(items, links, strict=True), 1)
    ]


def breadcrumbs(site: Built, url: str) -> list[tuple[int, str, str]]:
    lists = [data for data in linked_data(site.page(url)) if data["@type"] == "BreadcrumbList"]
    return [
        (item["position"], " ".join(item["name"].split()), item.get("item", ""))
        for data in lists
        for item in data["itemListElement"]
    ]


def test_the_last_crumb_alone_may_have_no_address(tactic: Built) -> None:
    """Google refuses the others without."""
    lists = [
        data["itemListElement"]
        for url in tactic.urls
        for data in linked_data(tactic.page(url))
        if data["@type"] == "BreadcrumbList"
    ]

    assert [] == [way for way in lists if len(way) < 2 or not all("item" in crumb for crumb in way[:-1])]


def test_a_site_without_address_tells_the_way_from_the_page(site_of: SiteOf) -> None:
    """Relative addresses lead to real pages, wherever the site is put."""
    site = site_of(FILES)
    addresses = {
        site.page(url).target(str(node[key])).partition("#")[0]
        for url in site.urls
        for data in linked_data(site.page(url))
        for node in nodes(data)
        for key in ("@id", "url", "item")
        if isinstance(node.get(key), str)
    }

    assert "annuaire/alpha/" in addresses
    assert set() == {address for address in addresses if not site.has(address)}


def test_a_logo_is_told_where_it_is_published(tactic: Built) -> None:
    """Both as the logo and as the picture."""
    told = [data for url in tactic.urls for data in linked_data(tactic.page(url)) if "logo" in data]

    assert told
    assert [] == [
        data["name"]
        for data in told
        if data["logo"] != data["image"] or not tactic.has(str(data["logo"]).removeprefix(f"{SITEURL}/"))
    ]


def test_no_text_breaks_out_of_its_block(site_of: SiteOf) -> None:
    """The attack is told letter by letter, in a block that no letter of it can end."""
    page = site_of({"members.yaml": ATTACK}).page("annuaire/alpha/")
    written = "".join(blocks(page))

    assert set() == set("<>&") & set(written)
    assert HOSTILE == of_type(page, *BUSINESSES)["name"]
    assert [*["application/ld+json"] * 2, "module"] == [one["type"] for one in page.document.iter("script")]


def test_a_person_without_consent_is_in_no_block(club: Built) -> None:
    """Neither by name nor by address."""
    everything = "".join(block for url in club.urls for block in blocks(club.page(url)))

    assert "Camille Exemple" in everything
    assert [] == [word for word in ("Sans Accord", "secret@", "c@alpha.example") if word in everything]


def test_an_address_is_absolute_once_the_site_has_one(club: Built) -> None:
    """Search engines keep what they read."""
    addresses = [
        str(node[key])
        for url in club.urls
        for data in linked_data(club.page(url))
        for node in nodes(data)
        for key in ("@id", "url", "item", "logo")
        if isinstance(node.get(key), str)
    ]

    assert addresses
    assert {SITEURL} == {urljoin(address, "/").rstrip("/") for address in addresses}
