"""An association of persons of whom nobody, or nearly, agreed to be named: numbers and no empty page."""

import re

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf
from site_links import Published

TOWNS = """\
types:
  - {id: salarie, name: Salarié, plural: Salariés, target: 100}
  - {id: independant, name: Indépendant, plural: Indépendants}
towns:
  - {id: liege, name: Liège, region: Wallonie, lat: 50.63, lon: 5.57}
  - {id: namur, name: Namur, region: Wallonie, lat: 50.46, lon: 4.86}
  - {id: gand, name: Gand, region: Flandre, lat: 51.05, lon: 3.72}
  - {id: bruxelles, name: Bruxelles, lat: 50.85, lon: 4.35}
skills:
  - {id: reseaux, name: Réseaux}
  - {id: paie, name: Paie}
members:
"""
SEARCHED = ("recherche/", "404.html")
"""Pages that ask what one looks for, whoever is named."""
COMMISSION = """\
commissions:
  - id: conseil
    name: Conseil
    chairs: [{member: m0, role: Présidence}]
    members: [m1, m7, m8]
"""
PLACES = ("liege", "namur", "liege", "bruxelles", "namur")


def members(named: int, total: int) -> str:
    """Of forty 31 are in two towns of Wallonia, eight in Brussels, one is the only one in Ghent."""
    return TOWNS + "".join(member(number, number < named, number == total - 1) for number in range(total))


def member(number: int, is_named: bool, is_last: bool) -> str:
    kind = "independant" if number % 3 else "salarie"
    skill = "reseaux" if number % 2 else "paie"
    town = "gand" if is_last else PLACES[number % len(PLACES)]
    consent = ", consent: 2026-01-01" if is_named else ""
    return (
        f"  - {{id: m{number}, name: Personne N{number}, kind: person, type: {kind}, skills: [{skill}], "
        f"town: {town}{consent}}}\n"
    )


@pytest.fixture(scope="module")
def nobody(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": members(0, 40), "commissions.yaml": COMMISSION})


@pytest.fixture(scope="module")
def two(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": members(2, 40), "commissions.yaml": COMMISSION})


@pytest.fixture(scope="module", params=(0, 1, 2))
def site(request: pytest.FixtureRequest, site_of: SiteOf) -> Built:
    return site_of({"members.yaml": members(request.param, 40), "commissions.yaml": COMMISSION})


def words(site: Built, url: str) -> str:
    return " ".join(site.page(url).text.split())


def named_in(text: str) -> set[str]:
    return set(re.findall(r"Personne N(\d+)", text))


def test_the_home_page_counts_those_it_does_not_name(nobody: Built) -> None:
    """By kind of membership, and by region as far as that names nobody."""
    text = words(nobody, "")

    assert "Ses 40 membres ne sont pas nommés." in text
    assert "Par catégorie Salariés 14 Indépendants 26 Par région Wallonie 31 9 autres" in text


def test_a_single_member_of_a_place_is_not_singled_out(site: Built) -> None:
    """Neither named nor counted nor found by what is left: who knows somebody of that town learns nothing."""
    texts = "".join(
        site.text(file) for file in site.files if re.search(r"\.(html|json|csv|xml|ics|vcf)$", file)
    )

    assert [] == [word for word in ("Gand", "Flandre", "Bruxelles") if word in texts]


def test_no_file_names_who_did_not_agree(site: Built) -> None:
    """Two at most did."""
    found = {
        name
        for file in site.files
        if not file.endswith((".png", ".ico"))
        for name in named_in(site.text(file))
    }

    assert found <= {"0", "1"}


def test_nothing_leads_to_an_empty_directory(nobody: Built) -> None:
    """No rubric, no button, no entry of the sitemap; nothing to search, choose or look up by name."""
    leading = [url for url in nobody.urls if url != "annuaire/" and "annuaire/" in nobody.page(url).targets]

    assert ([], False) == (leading, "annuaire" in nobody.text("sitemap.xml"))
    assert {"annuaire/"} == {url for url in nobody.urls if url.startswith("annuaire")}


def test_few_names_need_no_ways_to_them(two: Built) -> None:
    """The directory lists both: no search, no filter, no map, no list by name, no figures."""
    texts = {url: two.text_of(url).partition("<main")[2] for url in two.urls if url not in SEARCHED}
    forms = [url for url, text in texts.items() if "<form" in text or 'class="map' in text]
    absent = ("annuaire/par/nom/", "annuaire/en/chiffres/", "annuaire/recherche.json")

    assert ([], []) == (forms, [url for url in absent if two.has(url)])
    assert {"0", "1"} == named_in(words(two, "annuaire/"))
    assert "2 membres dans l’annuaire, 38 autres qui ne sont pas nommés." in words(two, "annuaire/")


def test_regions_count_only_those_who_are_not_named(two: Built) -> None:
    """Else who is named could be subtracted."""

    assert "Wallonie 29 9 autres sont ailleurs" in words(two, "annuaire/")


def test_who_agreed_has_a_page(two: Built) -> None:
    """With what they said, and the way back to the others."""

    assert ("Personne N1" in words(two, "annuaire/m1/"), two.has("annuaire/m2/")) == (True, False)
    assert "annuaire/" in two.page("annuaire/m1/").targets


def test_a_kind_says_how_many_more_have_it(two: Built) -> None:
    """One is listed, the others are members too."""

    assert "1 membre dans l’annuaire, 13 autres qui ne sont pas nommés." in words(
        two, "annuaire/types/salarie/"
    )


def test_joining_counts_everybody(nobody: Built) -> None:
    """Towards the wish too; « none in the directory » would say nothing."""
    text = words(nobody, "adherer/")

    assert ("40 membres aujourd’hui." in text, "14 sur 100 espérés" in text) == (True, True)
    assert "annuaire" not in text


def test_open_data_have_who_agreed(site: Built) -> None:
    """An empty list is a list."""
    data = site.json("data/v1/members.json")["members"]

    assert [one["id"] for one in data] == [
        url.split("/")[1] for url in site.urls if re.match(r"annuaire/m\d+/$", url)
    ]


def test_every_link_leads_somewhere(site: Built) -> None:
    """Also those of members, kinds and towns of one."""
    published = Published(site, "https://a.example/")

    assert (0, "", {}) == (
        site.code,
        site.said,
        {url: gone for url in site.urls if (gone := published.broken(site.page(url)))},
    )


@pytest.mark.parametrize(
    ("total", "said"), [(1, "Son seul membre n’est pas nommé."), (4, "Ses 4 membres ne sont pas nommés.")]
)
def test_a_few_members_are_counted_and_no_more(site_of: SiteOf, total: int, said: str) -> None:
    """Four are too few to say where they are."""
    text = words(site_of({"members.yaml": members(0, total)}), "")

    assert (said in text, "Par région" in text) == (True, False)


def test_an_association_whose_members_are_named_says_nothing_of_it(tactic: Built) -> None:
    """Numbers of that sort are for those who have no list."""

    assert ["ne sont pas nommés" in words(tactic, url) for url in ("", "annuaire/")] == [False, False]


def test_numbers_are_told_in_each_language_of_a_site(site_of: SiteOf) -> None:
    """Regions by the names that they have there."""
    settings = SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n'
    here = members(0, 40).replace("region: Wallonie", "region: {fr: Wallonie, nl: Wallonië}")
    site = site_of({"pelicanconf.py": settings, "members.yaml": here})

    assert ["Wallonie 31", "Wallonië 31"] == [
        re.search(r"Walloni. 31", words(site, url))[0]
        for url in ("", "nl/")  # type: ignore[index]
    ]
    assert "De 40 leden worden niet met naam genoemd." in words(site, "nl/")
    assert "nl/ledengids/" not in site.page("nl/").targets
