"""Who decides and who acts for the association, as a visitor finds it."""

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, sheet
from linked_data import Node, linked_data

IDENTITY = (
    '{"name": "Club", "legal_form": "ASBL", "founded": "2019-03-05", "founded_in": "Namur", '
    '"registration": "BE 0123.456.789", "address": "2, rue de l’Exemple, 5000 Namur", '
    '"email": "a@club.example"}'
)
FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS.replace('{"name": "Essai"}', IDENTITY),
    "members.yaml": """\
members:
  - id: kernel
    name: Kernel
    people:
      - {name: Camille Exemple, role: Gérance, email: c@kernel.example, consent: 2026-01-01}
      - {name: Jo Muette}
  - {id: icea, name: ICEA}
  - {id: alix, name: Alix Gabarit, kind: person, consent: 2026-01-01}
""",
    "commissions.yaml": """\
people:
  - {id: direction, name: Dominique Modèle, role: Directrice, email: d@club.example, since: 2024-09-01,
     consent: 2026-01-01}
  - {id: honneur, name: Maxime Maquette, role: Président d’honneur, consent: 2026-01-01}
  - {id: ancien, name: Ancien Directeur, role: Directeur, email: ex@club.example, until: 2024-08-31,
     consent: 2026-01-01}
  - {id: muet, name: Sans Accord, role: Comptable}
commissions:
  - id: ca
    name: Conseil
    kind: conseil
    governance: true
    mission: Il décide.
    description: Un texte.
    chairs:
      - {member: kernel, person: Camille Exemple, role: Présidente, since: 2026-03-01}
      - {member: alix, role: Vice-président, since: 2025-03-01, until: 2028-03-01}
      - {person: direction, role: Secrétaire}
      - {member: kernel, person: Jo Muette, role: Rôle tu}
      - {member: alix, role: Président, since: 2020-03-01, until: 2026-02-28}
      - {member: icea, role: Trésorier, since: 2021-01-01, until: 2026-10-31}
      - {member: alix, role: Secrétaire générale, since: 2027-02-01}
    members: [icea, kernel]
  - {id: bureau, name: Bureau, kind: bureau, governance: true}
  - {id: reseaux, name: Réseaux, kind: groupe de travail}
  - {id: ecoles, name: Écoles}
  - {id: logiciels, name: Logiciels, kind: groupe de travail}
""",
}


@pytest.fixture(scope="module")
def club(site_of: SiteOf) -> Built:
    return site_of(FILES, siteurl="https://club.example")


def text(site: Built, url: str = "gouvernance/") -> str:
    return " ".join(site.page(url).main.text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    "words",
    [
        "Camille Exemple Présidente Kernel depuis mars 2026",
        "Alix Gabarit Vice-président mars 2025 – mars 2028",
        "Dominique Modèle Secrétaire",
        "Une personne, dont le nom n’est pas publié",
        "Trésorier : à pourvoir La place est libre.",
        "À partir du 1 er février 2027 Alix Gabarit , Secrétaire générale",
        "Auparavant (2) 2021–2026 ICEA , Trésorier 2020–2026 Alix Gabarit , Président",
        "Y siègent aussi IC ICEA",
        "Bureau ? Responsable : à nommer",
        "Dominique Modèle Directrice d@club.example depuis septembre 2024",
        "Maxime Maquette Président d’honneur",
        "Auparavant (1) jusqu’en 2024 Ancien Directeur , Directeur",
        "Forme juridique ASBL Fondation 5 mars 2019, Namur Immatriculation BE 0123.456.789",
        "Siège 2, rue de l’Exemple, 5000 Namur",
    ],
)
def test_the_page_says_who_decides_who_did_and_what_the_association_is(club: Built, words: str) -> None:
    """Bodies with their mandates, the people of the association, its legal facts."""

    assert words.replace(" ", "") in text(club).replace(" ", "")


@pytest.mark.parametrize(
    "secret", ["Président : à", "Rôle tu", "Sans Accord", "Comptable", "ex@club.example"]
)
def test_the_page_says_no_more(club: Built, secret: str) -> None:
    """A president is followed by a woman; who did not agree is not there; who is gone is not written to."""

    assert secret not in text(club)


def test_a_body_is_a_commission_whose_page_is_below_governance(club: Built) -> None:
    """It has its own page and calendar; those that have nothing more to say are not linked to."""
    page = club.page("commissions/ca/")

    assert ("commissions/ca/" in club.page("gouvernance/").targets, "gouvernance/" in page.targets) == (
        True,
        True,
    )
    assert (
        "commissions/bureau/" in club.page("gouvernance/").targets,
        club.has("commissions/ca/agenda.ics"),
    ) == (
        False,
        True,
    )
    assert "Trésorier : à pourvoir" in text(club, "commissions/ca/")


def test_a_body_whose_page_has_but_minutes_or_a_charter_is_led_to(site_of: SiteOf) -> None:
    """Visitors have no other way to them."""
    bodies = "- {id: ag, name: AG, governance: true}\n- {id: ethique, name: Éthique, governance: true, "
    site = site_of(
        {
            "commissions.yaml": f"commissions:\n{bodies}charter: https://club.example/charte}}\n",
            "content/comptes-rendus/2026-03-03.md": sheet(
                {"commission": "ag", "date": "2026-03-03"}, "Un texte."
            ),
        }
    )

    assert {"commissions/ag/", "commissions/ethique/"} <= site.page("gouvernance/").targets


def test_a_body_that_tells_no_dates_is_not_said_to_have_none(club: Built) -> None:
    """Nor is its empty calendar offered; a commission says that it has none."""
    said = "Aucune réunion annoncée"

    assert (False, True) == (
        said in text(club, "commissions/ca/"),
        said in text(club, "commissions/reseaux/"),
    )


def test_the_list_of_commissions_keeps_kinds_and_bodies_apart(club: Built) -> None:
    """In the order of the file, bodies last; the home page has the commissions alone."""
    headings = [one.text for one in club.page("commissions/").main.iter("h2")]

    assert ["groupe de travail", "une commission", "Gouvernance"] == headings
    assert "Conseil" not in text(club, "")


def test_a_member_s_page_tells_the_mandates_of_its_people(club: Built) -> None:
    """With the role, and the way to the body."""
    assert "ConseilCamille Exemple, Présidente" in text(club, "annuaire/kernel/")
    assert "commissions/ca/" in club.page("annuaire/kernel/").targets


def test_the_foot_of_every_page_leads_there(club: Built) -> None:
    """Unless the page that introduces it names another menu."""

    assert "gouvernance/" in club.page("annuaire/").targets


@pytest.mark.parametrize(("menu", "expected"), [("main", True), ("none", False)])
def test_an_editor_introduces_it_and_says_which_menu(site_of: SiteOf, menu: str, expected: bool) -> None:
    """Their title, their summary, their words and documents."""
    page = sheet(
        {"title": "Qui décide", "summary": "Un conseil.", "menu": menu}, "Les [statuts](/documents/s.txt)."
    )
    site = site_of({**FILES, "content/pages/gouvernance.md": page, "content/documents/s.txt": "statuts"})
    shown = site.page("gouvernance/")

    assert "Qui décide Un conseil. Les statuts." in text(site)
    assert ("documents/s.txt" in shown.targets, "gouvernance/" in site.page("annuaire/").targets) == (
        True,
        expected,
    )


def test_there_is_no_page_where_there_is_nothing_to_tell(site_of: SiteOf) -> None:
    """Commissions alone govern nothing; nor does who did not agree to be named."""
    site = site_of(
        {"commissions.yaml": "people: [{id: a, name: A}]\ncommissions: [{id: c, name: C}]\n"},
    )

    assert not site.has("gouvernance/")
    assert "gouvernance/" not in site.page("").targets


def roles(node: Node) -> dict[str, str]:
    return {one["member"]["name"]: one.get("roleName", "") for one in node["member"]}


def test_search_engines_are_told_who_has_which_role(club: Built) -> None:
    """In office today; nobody of whom the page says no name."""
    (found,) = (one for one in linked_data(club.page("gouvernance/")) if one["@type"] == "Organization")
    board = found["subOrganization"][0]

    assert {"Dominique Modèle": "Directrice", "Maxime Maquette": "Président d’honneur"} == roles(found)
    assert {
        "Camille Exemple": "Présidente",
        "Alix Gabarit": "Vice-président",
        "Dominique Modèle": "Secrétaire",
    } == roles(board)
