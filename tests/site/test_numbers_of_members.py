"""One number of members wherever the site tells one; where another is meant, the page says which."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf

from association.render.address_words import in_words_of

MEMBERS = """\
types:
  - {id: large, name: Large, target: 9}
  - {id: etroit, name: Étroit, parent: large}
members:
  - {id: a, name: Alpha, type: etroit, town: lens, serves: [arras]}
  - {id: b, name: Bêta, type: large, town: arras}
  - {id: c, name: Gamma, type: large, serves: [lens]}
  - {id: d, name: Delta, type: etroit, listed: false}
  - {id: e, name: Epsilon, kind: person, type: large}
  - {id: f, name: Zeta, type: large, left: 2026-11-22}
  - {id: g, name: Eta, type: large, joined: 2026-11-23}
towns:
  - {id: lens, name: Lens, lat: 50.43, lon: 2.83}
  - {id: arras, name: Arras, lat: 50.29, lon: 2.78}
"""
HOME = {
    "fr": "3 membres, dont 2 ont une adresse sur la carte, dans 2 communes.",
    "nl": "3 leden, van wie 2 met een adres op de kaart, in 2 gemeenten.",
    "en": "3 members, 2 of them with an address on the map, in 2 towns.",
}
JOINING = {
    "fr": "3 membres dans l’annuaire, 5 en tout aujourd’hui.",
    "nl": "3 leden in de ledengids, 5 in totaal",
    "en": "3 members in the directory, 5 in all",
}
COUNTED = re.compile(r"(\d+) (?:membres?|leden|lid|members?)\b")


@pytest.fixture(scope="module", params=HOME)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def site(site_of: SiteOf, language: str) -> Built:
    settings = SMALLEST_SETTINGS.replace('"fr"', f'"{language}"')
    return site_of({"pelicanconf.py": settings, "members.yaml": MEMBERS})


def words(site: Built, url: str) -> str:
    return " ".join(site.page(url).main.text.split())


@pytest.fixture(scope="module")
def at(language: str) -> Callable[[str], str]:
    """What an address is called in the language of the site."""
    return partial(in_words_of, language)


def test_the_map_says_how_many_of_all_it_shows(site: Built, language: str, at: Callable[[str], str]) -> None:
    """Under it on the home page and beside it in the directory."""

    assert [True, True] == [HOME[language] in words(site, url) for url in ("", at("annuaire/"))]


def test_joining_tells_who_is_in_the_directory_and_who_is_not(
    site: Built, language: str, at: Callable[[str], str]
) -> None:
    """A member who is not listed is one, and so is a person who did not agree to be named."""

    assert JOINING[language] in words(site, at("adherer/"))


def test_pages_and_data_tell_the_same_number(site: Built, at: Callable[[str], str]) -> None:
    """Directory, statistics, list by name, search data, members.json, members.csv."""
    pages = [
        COUNTED.search(words(site, at(url)))
        for url in ("annuaire/", "annuaire/en/chiffres/", "annuaire/par/nom/")
    ]
    data = [
        len(site.json("data/v1/members.json")["members"]),
        len(site.json(at("annuaire/recherche.json"))["members"]["name"]),
        site.text("data/v1/members.csv").count("\r\n") - 1,
        site.text("data/v1/members.vcf").count("BEGIN:VCARD"),
    ]

    assert ({"3"}, {3}) == ({found[1] for found in pages if found}, set(data))


def test_a_type_counts_the_same_wherever_it_is_counted(site: Built, at: Callable[[str], str]) -> None:
    """With the narrower ones: its page, the way to it, the way to join."""
    counted = COUNTED.search(words(site, at("annuaire/types/large/")))

    assert "3" == (counted and counted[1])
    assert 'data-all="3"' in site.text_of(at("annuaire/"))


def test_a_town_on_the_map_tells_who_is_there_from_who_comes(site_of: SiteOf) -> None:
    """In the name of its spot, which leads to both."""
    text = words(site_of({"members.yaml": MEMBERS}), "")

    assert ["Arras", "Lens"] == sorted(re.findall(r"(\w+)\s: 1 membre, 1 autre y intervient", text))


def test_numbers_of_towns_say_whom_they_count(site_of: SiteOf) -> None:
    """At home, in the filter and in the index of the directory; not where nobody comes from elsewhere."""
    note = "Un membre compte dans sa commune et dans celles où il intervient."
    at_home = re.sub(r", serves: \[\w+\]", "", MEMBERS)
    found, other = (site_of({"members.yaml": members}) for members in (MEMBERS, at_home))

    assert [1, 2] == [found.text_of(url).count(note) for url in ("", "annuaire/")]
    assert [0, 0] == [other.text_of(url).count(note) for url in ("", "annuaire/")]


def test_who_is_all_published_and_on_the_map_is_counted_once(site_of: SiteOf) -> None:
    """No « dont », no « en tout » where there is nobody else."""
    members = "".join(line for line in MEMBERS.splitlines(True) if not re.search(r"id: [c-g],", line))
    site = site_of({"members.yaml": members})

    assert "2 membres dans 2 communes." in words(site, "")
    assert "2 membres aujourd’hui." in words(site, "adherer/")


def test_the_demonstration_tells_one_number(tactic: Built) -> None:
    """Home, directory, statistics, joining and data."""
    total = len(tactic.json("data/v1/members.json")["members"])
    home = re.search(r"(\d+) membres, dont", words(tactic, ""))
    told = [COUNTED.search(words(tactic, url)) for url in ("annuaire/", "annuaire/en/chiffres/", "adherer/")]

    assert {str(total)} == {found[1] for found in (home, *told) if found}
