"""The directory in figures, as a visitor reads it."""

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf
from html_pages import Element

from association.render.address_words import in_words_of

URL = "annuaire/en/chiffres/"
MEMBERS = """\
types:
  - {id: adherent, name: Adhérent, plural: Adhérents}
  - {id: entreprise, name: Entreprise, plural: Entreprises, parent: adherent}
  - {id: ami, name: Ami, plural: Amis}
skills:
  - {id: web, name: Sites web}
  - {id: reseau, name: Réseaux}
  - {id: rien, name: Personne}
towns:
  - {id: lens, name: Lens}
  - {id: arras, name: Arras}
members:
  - {id: a, name: A, type: entreprise, skills: [web, reseau], town: lens, serves: [arras], joined: 2021-03-01}
  - {id: b, name: B, type: entreprise, skills: [web], town: lens, joined: 2024-01-01}
  - {id: c, name: C, type: adherent, town: arras, joined: 2024-06-01}
  - {id: d, name: D, type: ami}
  - {id: hidden, name: Caché, type: ami, skills: [rien], town: arras, joined: 1999-01-01, listed: false}
  - {id: silent, name: Camille Silence, kind: person, type: ami, town: arras, joined: 1998-01-01}
"""


@pytest.fixture(scope="module")
def figures(site_of: SiteOf) -> Built:
    return site_of({"members.yaml": MEMBERS})


def table(site: Built, about: str) -> Element:
    found = [one for one in site.page(URL).main.iter("table") if one.first("caption").text.endswith(about)]
    assert len(found) == 1, site.page(URL).headings
    return found[0]


def rows(site: Built, about: str) -> list[str]:
    """`Lens 2 50 %`, in the order of the page."""
    return [row.text for row in table(site, about).first("tbody").iter("tr")]


def many(number: int) -> str:
    """As many towns, the first with two members."""
    towns = "".join(f"  - {{id: t{n}, name: Commune {n}}}\n" for n in range(number))
    members = "".join(f"  - {{id: m{n}, name: M {n}, town: t{n % number}}}\n" for n in range(number + 1))
    return f"towns:\n{towns}members:\n{members}"


def test_a_type_counts_the_members_of_its_narrower_types(figures: Built) -> None:
    """And the page says so."""
    said = "Une catégorie compte aussi les membres de celles qui en font partie."

    assert ["Adhérents 3 75 %", "Entreprises 2 50 %", "Amis 1 25 %"] == rows(figures, "par catégorie")
    assert said in figures.page(URL).main.text


def test_a_member_counts_for_each_of_their_skills(figures: Built) -> None:
    """Who has none is counted apart."""

    assert ["Sites web 2 50 %", "Réseaux 1 25 %"] == rows(figures, "par service")
    assert "2 membres sans service ne sont pas comptés ici." in figures.page(URL).main.text


def test_a_member_counts_in_their_own_town(figures: Built) -> None:
    """Not where they come."""

    assert ["Lens 2 50 %", "Arras 1 25 %"] == rows(figures, "par commune")


def test_every_year_from_the_first_to_the_last_has_its_row(figures: Built) -> None:
    """Those in which nobody joined too; who has no date is counted apart."""
    expected = ["2021 1 25 %", "2022 0 0 %", "2023 0 0 %", "2024 2 50 %"]

    assert expected == rows(figures, "par année d’adhésion")
    assert "1 membre sans date d’adhésion n’est pas compté ici." in figures.page(URL).main.text


def test_who_is_not_published_is_not_counted(figures: Built) -> None:
    """Neither those left out of the directory nor those who did not consent."""
    text = figures.page(URL).main.text

    assert (True, False, False) == ("4 membres dans l’annuaire" in text, "1999" in text, "1998" in text)


def test_each_chart_has_a_name_and_its_table_beside_it(figures: Built) -> None:
    """A picture for the eye; its numbers for everybody."""
    main = figures.page(URL).main
    charts = [(chart["role"], chart["aria-label"]) for chart in main.with_class("chart")]
    names = [
        "Diagramme : nombre de membres par catégorie",
        "Diagramme : nombre de membres par service",
        "Diagramme : nombre de membres par commune",
        "Diagramme : nombre de membres par année d’adhésion",
    ]

    assert [("img", name) for name in names] == [(role, plain(label)) for role, label in charts]
    assert 4 == len(list(main.iter("table")))


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_tables_have_their_headings(figures: Built) -> None:
    """For columns and for rows."""
    heads = [cell["scope"] for cell in table(figures, "par commune").iter("th")]

    assert ["col", "col", "col", "row", "row"] == heads


def test_names_lead_to_their_lists(figures: Built) -> None:
    """Types, skills and towns."""
    wanted = {"annuaire/types/ami/", "annuaire/competences/web/", "annuaire/lieux/lens/"}

    assert wanted <= figures.page(URL).targets


def test_the_page_says_where_it_stands(figures: Built) -> None:
    """Below the directory."""
    (crumbs,) = figures.page(URL).document.with_class("crumbs")

    assert "Annuaire L’annuaire en chiffres" == crumbs.text


def test_a_section_nobody_has_anything_for_is_left_out(site_of: SiteOf) -> None:
    """Members without type, skill and date."""
    site = site_of({"members.yaml": many(2)})

    assert ("1 L’annuaire en chiffres", "2 Par commune") == site.page(URL).headings[:2]
    assert 1 == len(site.page(URL).main.with_class("chart"))


def test_without_members_there_is_no_page(site_of: SiteOf) -> None:
    """Nothing is counted where nobody is."""

    assert not site_of({"content/actualites/.gitkeep": ""}).has(URL)


def test_a_long_list_is_short_in_the_chart_and_whole_in_the_table(site_of: SiteOf) -> None:
    """Fifteen bars and one for the others; the table waits behind its summary."""
    site = site_of({"members.yaml": many(40)})
    (chart,) = site.page(URL).main.with_class("chart")
    (details,) = site.page(URL).main.iter("details")

    assert (16, True) == (len(list(chart.iter("rect"))), "Les 25 autres" in chart.text)
    assert 40 == len(list(details.first("tbody").iter("tr")))


def test_numbers_are_written_as_the_language_writes_them(site_of: SiteOf) -> None:
    """A space for thousands in French, a point in Dutch."""
    members = "members:\n" + "".join(
        f"  - {{id: m{n}, name: M {n}, joined: 2020-01-01}}\n" for n in range(1200)
    )
    dutch = SMALLEST_SETTINGS.replace('LANG = "fr"', 'LANG = "nl"')
    said = [
        [cell.text for cell in site_of(files).page(url).main.iter("td")]
        for url, files in (
            (URL, {"members.yaml": members}),
            (in_words_of("nl", URL), {"members.yaml": members, "pelicanconf.py": dutch}),
        )
    ]

    assert [["1 200", "100 %"], ["1.200", "100%"]] == said


def test_the_names_of_a_chart_are_escaped(site_of: SiteOf) -> None:
    """Whatever an editor calls a skill."""
    hostile = many(1).replace("Commune 0", '"<script>alert(1)</script>"')

    assert "<script>alert" not in site_of({"members.yaml": hostile}).text_of(URL)


def test_the_directory_leads_to_its_figures(figures: Built) -> None:
    """Beside the other ways to look at it."""

    assert URL == figures.page("annuaire/").link("L’annuaire en chiffres")


def test_nearly_all_are_not_all(site_of: SiteOf) -> None:
    """299 of 300 are no 100 %."""
    here = "".join(f"  - {{id: m{n}, name: M {n}, town: lens}}\n" for n in range(299))
    members = f"members:\n{here}  - {{id: ailleurs, name: Ailleurs, town: arras}}\n"
    found = rows(site_of({"members.yaml": members}), "par commune")

    assert ["lens 299 > 99 %", "arras 1 < 1 %"] == [
        row.replace("\xa0", " ").replace("\u202f", " ") for row in found
    ]
