"""What a tab, a bookmark and a search engine call a page: no two pages the same."""

from collections import Counter

import pytest
from built_site import SMALLEST_SETTINGS, Built, Example, SiteOf, article, event

NAMED_ALIKE = {
    "members.yaml": """\
types: [{id: agence, name: Agence, plural: Sécurité}]
skills: [{id: securite, name: Sécurité}, {id: web, name: Web, plural: Agences}]
towns: [{id: securite, name: Sécurité}]
members: [{id: alpha, name: Sécurité, type: agence, skills: [securite, web], town: securite}]
""",
    "commissions.yaml": "commissions: [{id: securite, name: Sécurité, mission: Veiller.}]\n",
    "content/actualites/securite.md": article("Sécurité", date="2026-10-01"),
    "content/agenda/securite.md": event("Sécurité", start="2027-02-01 18:30", duration="2h"),
    "content/pages/securite.md": "---\ntitle: Sécurité\n---\nUn texte.\n",
}


def titles(site: Built) -> Counter[str]:
    """Of the pages that search engines are shown."""
    return Counter(page.title for page in map(site.page, site.urls) if not is_hidden(page.html))


def is_hidden(html: str) -> bool:
    return '<meta name="robots" content="noindex">' in html


def shared(site: Built) -> list[str]:
    found = titles(site)
    assert len(found) > 1
    return [title for title, number in found.items() if number > 1]


def test_no_two_pages_of_the_site_have_one_title(tactic: Built) -> None:
    """Whatever they are about."""
    assert [] == shared(tactic)


@pytest.mark.parametrize("name", ["action-tic", "blits", "cio-club", "upbto"])
def test_nor_have_two_pages_of_another_association(example: Example, name: str) -> None:
    """In none of its languages: names of people are the same in all of them."""
    assert [] == shared(example(name))


def test_things_of_one_name_have_titles_of_their_own(site_of: SiteOf) -> None:
    """A service, a town, a kind of member, a member, a commission, a text, a date and a page."""
    site = site_of(NAMED_ALIKE)

    assert [] == shared(site)
    assert {
        "Qui propose « Sécurité » ? – Annuaire – Essai",
        "Les membres : Sécurité – Annuaire – Essai",
        "Membres à Sécurité – Annuaire – Essai",
        "Sécurité – Annuaire – Essai",
        "Sécurité – Commissions – Essai",
        "Sécurité – Actualités – Essai",
        "Sécurité – Agenda – Essai",
        "Sécurité – Essai",
    } <= set(titles(site))


def test_the_title_tells_a_language_that_is_not_the_first(site_of: SiteOf) -> None:
    """« Agenda » is French and Dutch."""
    settings = f'{SMALLEST_SETTINGS}LANGUAGES = ["fr", "nl"]\n'
    site = site_of({**NAMED_ALIKE, "pelicanconf.py": settings})

    assert ["Agenda – Essai", "Agenda – Essai (Nederlands)"] == [
        site.page(url).title for url in ("agenda/", "nl/agenda/")
    ]
