"""The directory as somebody who needs a provider meets it."""

import pytest
import yaml
from built_site import REPOSITORY, Built, SiteOf, sheet

ALPHA = """\
members:
  - id: alpha
    name: Alpha & Fils
    summary: Répare les ordinateurs.
    website: https://www.alpha.example/atelier/
    email: contact@alpha.example
    phone: 03 53 01 00 99
    skills: [dépannage]
    town: Lens
    serves: [Arras]
    social: {mastodon: "https://social.example/@alpha"}
    logo: logos/alpha.svg
    languages: [fr, nl]
    interns: true
    people:
      - {name: Camille Exemple, role: Gérance, consent: 2026-10-08}
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'
FILES = {"members.yaml": ALPHA, "content/images/logos/alpha.svg": LOGO}


def test_a_provider_is_found_in_two_clicks(tactic: Built) -> None:
    """From the home page to « sites web » to an agency."""
    first = {target for target in tactic.page("").targets if target.startswith("annuaire/")}
    second = set().union(*(tactic.page(url).targets for url in first if tactic.has(url)))

    assert "annuaire/audace/" in second


def test_the_directory_lists_every_member_without_javascript(tactic: Built) -> None:
    """The list is in the page; filtering comes on top."""
    members = {f"annuaire/{record['id']}/" for record in tactic.json("data/v1/members.json")["members"]}

    assert members <= tactic.page("annuaire/").targets


def test_a_member_page_says_how_to_reach_them(site_of: SiteOf) -> None:
    """Website, address and phone are links that a phone understands."""
    page = site_of(FILES).page("annuaire/alpha/")

    assert {
        "https://www.alpha.example/atelier/",
        "mailto:contact@alpha.example",
        "tel:+33353010099",
        "https://social.example/@alpha",
    } <= page.targets


def test_a_member_page_has_the_name_for_its_heading(site_of: SiteOf) -> None:
    """Written as its owner writes it, whatever HTML thinks of an ampersand."""

    assert "1 Alpha & Fils" in site_of(FILES).page("annuaire/alpha/").headings


def test_a_member_s_logo_is_shown(site_of: SiteOf) -> None:
    """With its name as alternative or none at all, never a file name."""
    page = site_of(FILES).page("annuaire/alpha/")
    logos = [page.target(image["src"]) for image in page.main.iter("img")]

    assert "images/logos/alpha.svg" in logos


def test_a_person_who_agreed_is_named(site_of: SiteOf) -> None:
    """A face for the company."""

    assert "Camille Exemple" in site_of(FILES).page("annuaire/alpha/").text


def test_a_free_word_becomes_a_page_of_its_own(site_of: SiteOf) -> None:
    """Without vocabularies, skills and towns are what members write."""
    site = site_of(FILES)

    assert [True, True, True] == [
        site.has("annuaire/competences/depannage/lens/"),
        site.has("annuaire/competences/depannage/arras/"),
        site.has("annuaire/lieux/arras/"),
    ]


def test_a_member_leads_to_its_skills_and_its_town(tactic: Built) -> None:
    """From one provider to the others like it."""
    links = tactic.page("annuaire/les-trois-octets/").targets

    assert {"annuaire/lieux/arras/", "annuaire/competences/hebergement-sauvegarde/"} <= links


def test_a_member_and_its_commissions_lead_to_each_other(tactic: Built) -> None:
    """Who works on what, read from either side."""
    member, commission = "annuaire/boves-sauvegarde/", "commissions/infrastructures-reseaux/"

    assert (True, True) == (
        commission in tactic.page(member).targets,
        member in tactic.page(commission).targets,
    )


def test_a_member_and_the_news_about_it_lead_to_each_other(tactic: Built) -> None:
    """Both sides of one story."""
    member, news = "annuaire/boves-sauvegarde/", "actualites/sauvegardes-trois-copies/"

    assert (True, True) == (news in tactic.page(member).targets, member in tactic.page(news).targets)


def test_a_member_and_the_events_it_organises_lead_to_each_other(tactic: Built) -> None:
    """Who invites, and to what."""
    member, announced = "annuaire/boves-sauvegarde/", "agenda/une-heure-de-questions-sauvegardes/"

    assert (True, True) == (
        announced in tactic.page(member).targets,
        member in tactic.page(announced).targets,
    )


def test_a_member_who_has_left_or_is_not_listed_is_nowhere(tactic: Built) -> None:
    """`left` in the past and `listed: false`: one of each in the repository's own members.yaml."""
    members = yaml.safe_load((REPOSITORY / "members.yaml").read_text("utf-8"))["members"]
    hidden = [member["id"] for member in members if member.get("left") or member.get("listed") is False]

    assert (["ducasse-donnees", "minitel-et-compagnie"], []) == (
        hidden,
        [file for file in tactic.files if any(id_ in file for id_ in hidden)],
    )


@pytest.mark.parametrize(
    "texts, heading",
    [
        ({"content/pages/annuaire.md": sheet({"title": "Le club"}, "")}, "Le club"),
        ({}, "Trouver un prestataire"),
    ],
)
def test_the_finder_of_the_home_page_is_called_what_editors_call_the_directory(
    site_of: SiteOf, texts: dict[str, str], heading: str
) -> None:
    """A club whose members sell nothing offers no providers."""
    two_towns = "members:\n  - {id: a, name: A, town: Lens}\n  - {id: b, name: B, town: Arras}\n"
    (finder,) = site_of({"members.yaml": two_towns, **texts}).page("").main.with_class("says")

    assert heading == finder.first("h2").text
