"""Offers by skill and by town, and who can answer a tender."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from built_site import Built, Files, SiteOf, sheet
from html_pages import Element

MEMBERS = """\
skills:
  - {id: reseaux, name: Réseaux}
  - {id: web, name: Web}
towns:
  - {id: lens, name: Lens, lat: 50.43, lon: 2.83}
  - {id: arras, name: Arras, lat: 50.29, lon: 2.78}
  - {id: paris, name: Paris, lat: 48.85, lon: 2.35}
members:
  - {id: asking, name: Asking, town: lens, skills: [reseaux], email: asking@example.org}
  - {id: far, name: Far, town: paris, skills: [reseaux], email: far@example.org}
  - {id: coming, name: Coming, town: paris, serves: [lens], skills: [reseaux], email: coming@example.org}
  - {id: near, name: Near, town: arras, skills: [reseaux], email: near@example.org}
  - {id: there, name: There, town: lens, skills: [reseaux, web], email: there@example.org}
  - {id: other, name: Other, town: lens, skills: [web], email: other@example.org}
"""
COMMISSIONS = """\
commissions:
  - {id: toile, name: Toile, members: [there], contact: {email: toile@example.org}}
  - {id: cables, name: Câbles, members: [near, there], contact: {email: cables@example.org}}
"""


def offer(**front_matter: str) -> str:
    return sheet(
        {"title": "Un câblage", "kind": "tender", "expires": "2026-12-01", **front_matter}, "Un texte."
    )


FILES: Files = {
    "members.yaml": MEMBERS,
    "commissions.yaml": COMMISSIONS,
    "content/annonces/a.md": offer(town="lens", skills="[reseaux]", member="asking"),
    "content/annonces/b.md": offer(title="Un site", kind="job", town="arras", skills="[web]"),
    "content/annonces/c.md": offer(title="Close", expires="2026-11-01", town="lens", skills="[web]"),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES)


def answers(site: Built, url: str) -> Element | None:
    return next(
        (one for one in site.page(url).main.iter("section") if "p-repondre" in str(one.attributes)), None
    )


def names(site: Built, url: str) -> list[str]:
    found = answers(site, url)
    return [one.first("h3").text for one in found.with_class("entry")] if found else []


@pytest.mark.parametrize(
    ("url", "heading", "titles"),
    [
        ("annonces/competences/reseaux/", "Réseaux : les annonces", ["Un câblage"]),
        ("annonces/competences/web/", "Web : les annonces", ["Un site"]),
        ("annonces/lieux/arras/", "Annonces à Arras", ["Un site"]),
    ],
)
def test_offers_are_found_by_what_they_take_and_where(
    site: Built, url: str, heading: str, titles: list[str]
) -> None:
    """From the page of all; what is closed is in none."""
    page = site.page(url)

    assert url in site.page("annonces/").targets
    assert heading == page.main.first("h1").text.replace("\xa0", " ")
    assert titles == [one.text for one in page.main.iter("h3")]


def test_who_can_answer_a_tender_is_named_the_nearest_first(site: Built) -> None:
    """Who is there, who is near, who says to come; not who asks, nor who is far."""

    assert ["There", "Near", "Coming"] == names(site, "annonces/a/")


def test_one_letter_goes_to_the_commission_and_none_to_all(site: Built) -> None:
    """To the one that most of them take part in, with the offer and its address."""
    found = answers(site, "annonces/a/")
    assert found is not None
    letters = [link["href"] for link in found.iter("a") if link["href"].startswith("mailto:")]
    (letter,) = map(urlsplit, letters)
    asked = dict(parse_qsl(letter.query.replace("&amp;", "&")))

    assert ("cables@example.org", True, True) == (
        letter.path,
        "Un câblage" in asked["subject"],
        asked["body"].endswith("annonces/a/"),
    )


@pytest.mark.parametrize("url", ["annonces/b/", "annonces/c/"])
def test_nobody_is_called_to_answer_what_is_no_tender_or_closed(site: Built, url: str) -> None:
    """A job is for a person; a closed tender has its answer."""

    assert answers(site, url) is None


def test_many_who_can_answer_are_found_in_the_directory(site_of: SiteOf) -> None:
    """Eight of twelve on the page, the others behind a link that asks for the same."""
    more = "".join(f"  - {{id: m{n}, name: M{n}, town: lens, skills: [reseaux]}}\n" for n in range(9))
    site = site_of({**FILES, "members.yaml": MEMBERS + more})
    found = answers(site, "annonces/a/")
    assert found is not None
    (way,) = (link["href"] for link in found.iter("a") if "service=" in link["href"])

    assert 8 == len(names(site, "annonces/a/"))
    assert way.replace("&amp;", "&").endswith("annuaire/?service=reseaux&autour=lens")
