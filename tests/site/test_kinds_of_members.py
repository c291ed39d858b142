"""Lists of one kind of members, of those of a commission and of everybody by name, as a client reads them."""

from urllib.parse import parse_qs, urlsplit

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf
from html_pages import Element, Page

MEMBERS = """\
types:
  - {id: ecole, name: École, plural: Écoles, description: Vous formez.}
  - {id: club, name: Club, plural: Clubs, description: Vous êtes invités., admission: invitation}
skills: [{id: web, name: Sites web}, {id: wifi, name: Réseaux}, {id: son, name: Son}, {id: vue, name: Vue}]
towns: [{id: lens, name: Lens}, {id: arras, name: Arras}]
members:
  - {id: a, name: Alpha, type: ecole, town: lens, skills: [wifi, web]}
  - {id: b, name: Bêta, type: ecole, town: lens, skills: [wifi]}
  - {id: c, name: Gamma, type: ecole, town: lens, skills: [wifi, son, web, vue]}
  - {id: d, name: Delta, type: ecole, town: arras, skills: [wifi]}
  - {id: e, name: Écho, type: club, town: lens, skills: [son]}
"""
NAMES = ("3D Artois", "Zèbre", "Élan", "Œuvre", "Ortie", "eau", "L’Atelier", "(Parenthèse)", *"BCDFG")
SETTINGS = SMALLEST_SETTINGS.replace('"name": "Essai"', '"name": "Essai", "email": "a@essai.example"')


def site_with(site_of: SiteOf, members: str, more: str = "") -> Built:
    return site_of({"members.yaml": members, "pelicanconf.py": f"{SETTINGS}{more}"})


@pytest.fixture(scope="module")
def schools(site_of: SiteOf) -> Built:
    return site_with(site_of, MEMBERS)


def named(names: tuple[str, ...]) -> str:
    lines = "".join(f'  - {{id: m{place}, name: "{name}"}}\n' for place, name in enumerate(names))
    return f"members:\n{lines}"


def test_a_kind_tells_clients_how_many_where_and_what_for(schools: Built) -> None:
    """What most of them offer comes first; few are named."""
    many, one = (schools.page(f"annuaire/types/{kind}/").main for kind in ("ecole", "club"))

    assert (
        "Quatre membres. On les trouve dans deux communes. "
        "On peut surtout demander : Réseaux, Sites web, Son."
    ) == many.with_class("lead")[0].text
    assert "Un membre : Écho. On peut demander : Son." == one.with_class("lead")[0].text


def test_a_kind_leads_to_what_its_members_offer(schools: Built) -> None:
    """Each service with all those who offer it."""
    page = schools.page("annuaire/types/ecole/")
    services = [link.text for link in page.main.with_class("facets")[0].iter("li")]

    assert ["Réseaux 4", "Sites web 2", "Son 2", "Vue 1"] == services


def test_what_is_written_for_who_may_join_stands_at_the_end(schools: Built) -> None:
    """With the way in, where there is one."""
    open_, invited = (schools.page(f"annuaire/types/{kind}/") for kind in ("ecole", "club"))

    assert ["Ce qu’ils proposent", "Autres catégories", "Devenir membre", "Rien ne convient ?"] == [
        title.text for title in open_.main.iter("h2")
    ][1:]
    assert "Devenir membre Vous formez. Adhérer" in open_.main.text
    assert "De qui s’agit-il ? Vous êtes invités. Rien" in invited.main.text


@pytest.mark.parametrize(
    "url",
    ["types/ecole/", "competences/wifi/", "competences/wifi/lens/", "lieux/lens/", "par/nom/"],
)
def test_who_finds_nobody_can_ask_the_association(schools: Built, url: str) -> None:
    """The letter says which list they were on."""
    page = schools.page(f"annuaire/{url}")
    letter = urlsplit(page.link("Écrire à l’association"))

    assert ("mailto", "a@essai.example") == (letter.scheme, letter.path)
    assert [f"Je cherche : {page.main.first('h1').text}"] == [
        " ".join(subject.split()) for subject in parse_qs(letter.query)["subject"]
    ]


def test_without_an_address_nobody_is_asked(site_of: SiteOf) -> None:
    """No letter to nobody."""
    page = site_of({"members.yaml": MEMBERS}).page("annuaire/types/ecole/")

    assert "Rien ne convient" not in page.main.text


def test_names_stand_below_their_letters(site_of: SiteOf) -> None:
    """Whatever their accents and ligatures; what begins with none is apart."""
    page = site_with(site_of, named(NAMES)).page("annuaire/par/nom/")
    letters = {
        section.first("h2").text: [one.first("h3").text for one in section.with_class("entry")]
        for section in page.main.iter("section")
        if section.with_class("entry")
    }

    assert (["eau", "Élan"], ["Œuvre", "Ortie"], ["L’Atelier"], ["Zèbre"]) == tuple(
        letters[letter] for letter in "EOLZ"
    )
    assert {"3D Artois", "(Parenthèse)"} == set(letters["Autres"])


def test_a_letter_leads_to_the_page_where_it_begins(site_of: SiteOf) -> None:
    """On whichever page one is."""
    names = tuple(f"{letter}{n:02}" for letter in "ABC" for n in range(10))
    site = site_with(site_of, named(names), "MEMBERS_PER_PAGE = 15\n")
    pages = [site.page(url) for url in ("annuaire/par/nom/", "annuaire/par/nom/page/2/")]
    index = [[(a.text, page.target(a["href"])) for a in letters_of(page)] for page in pages]
    ids = [[element["id"] for element in page.main.iter("h2")] for page in pages]

    assert (
        index[0]
        == index[1]
        == [
            ("A", "annuaire/par/nom/#p-lettre-a"),
            ("B", "annuaire/par/nom/#p-lettre-b"),
            ("C", "annuaire/par/nom/page/2/#p-lettre-c"),
        ]
    )
    assert (["", "p-lettre-a", "p-lettre-b"], ["", "p-lettre-b", "p-lettre-c"]) == tuple(
        own[:3] for own in ids
    )


def letters_of(page: Page) -> list[Element]:
    (index,) = (nav for nav in page.main.iter("nav") if nav["aria-label"] == "Par lettre")
    return list(index.iter("a"))


def test_a_few_names_need_no_letters(site_of: SiteOf) -> None:
    """They are seen at a glance."""
    page = site_with(site_of, named(NAMES[:12])).page("annuaire/par/nom/")

    assert 12 == len(page.main.with_class("entry"))
    assert not [nav for nav in page.main.iter("nav") if nav["aria-label"] == "Par lettre"]
