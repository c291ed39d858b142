"""Kinds of membership as a visitor sees them: what each gives, who may join and where that leads."""

import re

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, sheet

CLUB = """\
types:
  - id: adherent
    name: Membre adhérent
    admission: invitation
    sponsors_required: 2
    charter: /charte/
    charter_required: true
    voting: false
  - {id: corporate, name: Corporate, parent: adherent, accepts: [organisation, public], fee: 2500, target: 20}
  - {id: pme, name: PME, parent: adherent, fee: 500, target: 2}
  - {id: fondateur, name: Fondateur, parent: adherent, until: 2025-12-31}
members:
  - {id: alpha, name: Alpha, type: corporate, joined: 2025-01-01, charter_signed: 2025-01-01}
  - {id: beta, name: Bêta, type: pme, joined: 2025-01-01, charter_signed: 2025-01-01}
  - id: gamma
    name: Gamma
    type: pme
    joined: 2026-01-01
    charter_signed: 2025-12-31
    sponsors: [alpha, delta]
  - id: delta
    name: Delta
    type: fondateur
    joined: 2025-01-01
    charter_signed: 2025-01-01
    listed: false
benefits:
  - {name: Une salle}
  - {name: Une assurance, status: negotiating, members_needed: 136}
  - {name: Une revue, members_needed: 5}
  - {name: Un prix, status: project, members_needed: 4}
"""
LEAGUE = """\
types:
  - id: salarie
    name: Salarié
    join_url: https://www.helloasso.com/associations/ligue/adhesions/2027/widget
  - {id: independant, name: Indépendant, join_url: https://paiement.example/ligue?a=1}
  - {id: honneur, name: Membre d’honneur, admission: invitation, join_url: https://paiement.example/honneur}
"""
CHARTER = {"content/pages/charte.md": sheet({"title": "Charte"}, "Un texte.")}
APPEALS = re.compile(r"Adhérer|adhérer|Rejoindre|rejoindre|Être le premier")


@pytest.fixture(scope="module")
def club(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": CLUB, **CHARTER})


@pytest.fixture(scope="module")
def league(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": LEAGUE})


def words(site: Built, url: str) -> str:
    return " ".join(site.page(url).text.replace("\u00a0", " ").replace("\u202f", " ").split())


def test_no_page_of_a_club_pretends_that_one_may_simply_join(club: Built) -> None:
    """Not the menu, the home page, the foot, a member, a kind, the page for the lost."""
    pretending = {url: found for url in club.urls if (found := APPEALS.findall(words(club, url)))}

    assert (0, {}) == (club.code, pretending)


def test_the_home_page_of_a_club_says_that_one_is_invited(club: Built) -> None:
    """And leads to the rules, without a button."""
    page = club.page("")
    buttons = [a.text for a in page.document.iter("a") if "btn" in (a["class"] or "")]

    assert "Devenir membre : sur invitation" in words(club, "")
    assert ("adherer/" in page.targets, []) == (True, buttons)


@pytest.mark.parametrize(
    "said",
    [
        "Devenir membre : sur invitation",
        "3 membres dans l’annuaire, 4 en tout aujourd’hui.",
        "sur invitation, avec 2 parrains",
        "charte à signer",
        "sans droit de vote",
        "2 500 € par an",
        "1 sur 20 espérés",
        "pour : organisations, organismes publics",
        "2 membres, objectif de 2 atteint",
        "plus de nouveaux membres depuis le 31 décembre 2025",
    ],
)
def test_the_rules_of_a_club_are_told(club: Built, said: str) -> None:
    """In words, not in keys."""

    assert said in words(club, "adherer/")


def test_narrower_kinds_stand_within_the_wider_one(club: Built) -> None:
    """Its heading above theirs, its members and wishes the sum of theirs; what it says is not said again."""
    page = club.page("adherer/")

    assert ["3 Membre adhérent", "4 Corporate", "4 PME", "4 Fondateur"] == [
        heading for heading in page.headings if re.search("Membre|Corporate|PME|Fond", heading[2:])
    ]
    assert "4 sur 22 espérés, dont 3 dans l’annuaire" in words(club, "adherer/")
    assert 1 == words(club, "adherer/").count("sans droit de vote")


def test_the_charter_is_a_link_wherever_it_is_named(club: Built) -> None:
    """Where it is to be signed, and on the page of who has."""
    texts = {
        url: [a.text for a in club.page(url).main.iter("a") if club.page(url).target(a["href"]) == "charte/"]
        for url in ("adherer/", "annuaire/alpha/")
    }

    assert {"adherer/": ["charte à signer"], "annuaire/alpha/": ["signataire de la charte"]} == texts
    assert "signataire de la charte depuis le 31 décembre 2025" in words(club, "annuaire/gamma/")


def test_sponsors_are_named_as_far_as_they_are_published(club: Built) -> None:
    """Both ways."""

    assert "Parrainé par Alpha" in words(club, "annuaire/gamma/")
    assert "A parrainé Gamma" in words(club, "annuaire/alpha/")
    assert {} == {url: True for url in club.urls if "Delta" in club.text_of(url)}


@pytest.mark.parametrize(
    "said",
    [
        "Une assurance En négociation : à partir de 136 membres, il en manque 132",
        "Une revue À partir de 5 membres, il en manque 1",
        "Un prix En projet : à partir de 4 membres, nombre atteint",
    ],
)
def test_a_benefit_counts_all_members(club: Built, said: str) -> None:
    """Who is not in the directory is one too; and one that waits for members is not there yet."""

    assert said.lower() in words(club, "adherer/").lower()
    assert ("Une salle" in words(club, ""), "Une revue" in words(club, "")) == (True, False)


def test_a_button_says_where_it_leads(league: Built) -> None:
    """To the page of the form, not to what is made for a frame; nothing leads to who may only be invited."""
    links = {a["href"]: a.text for a in league.page("adherer/").main.iter("a") if "btn" in (a["class"] or "")}

    assert {
        "https://www.helloasso.com/associations/ligue/adhesions/2027": "Adhérer sur HelloAsso",
        "https://paiement.example/ligue?a=1": "Adhérer sur paiement.example",
    } == {href: text.partition(" :")[0] for href, text in links.items()}


def test_where_some_kinds_are_open_and_others_not_each_says_so(league: Built) -> None:
    """And the home page asks visitors to join, with a word of caution."""
    told = words(league, "adherer/")

    assert (2, 1) == (told.count("dhésion ouverte"), told.count("ur invitation"))
    assert "Certaines adhésions se font sur invitation." in words(league, "")


def test_an_association_that_takes_nobody_says_so(site_of: SiteOf) -> None:
    """What ended yesterday is no longer offered."""
    site = site_of({"members.yaml": "types:\n  - {id: a, name: Pionnier, until: 2026-11-21, fee: 5}\n"})

    assert "Aucune adhésion n’est ouverte" in words(site, "")
    assert {} == {url: found for url in site.urls if (found := APPEALS.findall(words(site, url)))}


def test_what_an_editor_writes_about_joining_stays_theirs(site_of: SiteOf) -> None:
    """Their title and text; the program adds that it is by invitation."""
    page = {
        "content/pages/adherer.md": sheet({"title": "Entrer au club", "summary": "Par cooptation."}, "Texte.")
    }
    site = site_of({"members.yaml": CLUB, **CHARTER, **page})

    assert "1 Entrer au club" in site.page("adherer/").headings
    assert ["Par cooptation." in words(site, url) for url in ("", "adherer/")] == [True, True]
    assert ["Devenir membre : sur invitation" in words(site, url) for url in ("", "adherer/")] == [True, True]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ("Lid worden: op uitnodiging", "4 van de verhoopte 22", "met 2 peters of meters")),
        ("en", ("Becoming a member: by invitation", "4 of 22 hoped for", "with 2 sponsors")),
    ],
)
def test_membership_speaks_the_language_of_the_site(
    site_of: SiteOf, language: str, said: tuple[str, ...]
) -> None:
    """Without a French word."""
    settings = SMALLEST_SETTINGS.replace('"fr"', f'"{language}"')
    site = site_of({"pelicanconf.py": settings, "members.yaml": CLUB, **CHARTER})
    (url,) = (url for url in site.urls if url.strip("/") in ("adherer", "lid-worden", "join"))

    assert [] == [one for one in said if one not in words(site, url)]
    assert [] == re.findall(r"espéré|parrain|invitation sur|annuaire,|à partir", words(site, url))


IN_TWO = (SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n').replace('"name": "Essai"', '"name": "Club"')
NAMES = {
    "Membre adhérent": "{fr: Membre adhérent, nl: Toegetreden lid}",
    "Corporate": "{fr: Grande entreprise, nl: Groot bedrijf}",
    "Fondateur": "{fr: Fondateur, nl: Stichter}",
    "Une salle": "{fr: Une salle, nl: Een zaal}",
    "Une assurance": "{fr: Une assurance, nl: Een verzekering}",
    "Une revue": "{fr: Une revue, nl: Een blad}",
    "Un prix": "{fr: Un prix, nl: Een prijs}",
    "PME": "{fr: PME, nl: Kmo}",
}


@pytest.fixture(scope="module")
def both(site_of: SiteOf) -> Built:
    members = CLUB
    for french, name in NAMES.items():
        members = members.replace(f"name: {french}", f"name: {name}")
    charter = {"content/pages/charte.nl.md": sheet({"title": "Charter", "slug": "handvest"}, "Een tekst.")}
    settings = IN_TWO.replace("Essai", "Club")
    return site_of({"pelicanconf.py": settings, "members.yaml": members, **CHARTER, **charter})


def test_membership_is_told_in_each_language_of_a_site(both: Built) -> None:
    """The charter is the one of that language; no French word is left."""
    page, member = both.page("nl/lid-worden/"), both.page("nl/ledengids/alpha/")

    assert "nl/handvest/" in page.targets and "nl/handvest/" in member.targets
    assert "op uitnodiging, met 2 peters of meters" in words(both, "nl/lid-worden/")
    assert [] == [
        (url, word)
        for url in both.urls
        if url.startswith("nl/")
        for word in ("membre", "espéré", "parrain", "sur invitation", "depuis le", "charte ", "manque")
        if word in words(both, url)
    ]
