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
    assert "2 membres n’en disent rien et ne sont pas comptés ici." in figures.page(URL).main.text


def test_a_member_counts_in_their_own_town(figures: Built) -> None:
    """Not where they come."""

    assert ["Lens 2 50 %", "Arras 1 25 %"] == rows(figures, "par commune")


def test_every_year_from_the_first_to_the_last_has_its_row(figures: Built) -> None:
    """Those in which nobody joined too; who has no date is counted apart."""
    expected = ["2021 1 25 %", "2022 0 0 %", "2023 0 0 %", "2024 2 50 %"]

    assert expected == rows(figures, "par année d’adhésion")
    assert "1 membre n’en dit rien et n’est pas compté ici." in figures.page(URL).main.text


def test_who_is_not_published_is_not_counted(figures: Built) -> None:
    """Neither those left out of the directory nor those who did not consent."""
    text = figures.page(URL).main.text

    assert (True, False, False) == ("4 membres dans l’annuaire" in text, "1999" in text, "1998" in text)


def test_a_question_has_one_table_whose_bars_are_for_the_eye(figures: Built) -> None:
    """As long as their numbers are large; the table says all there is."""
    main = figures.page(URL).main
    charts = list(main.with_class("chart"))
    lengths = [chart.first("rect")["width"] for chart in table(figures, "par catégorie").with_class("chart")]

    assert (4, {"true"}) == (len(list(main.iter("table"))), {chart["aria-hidden"] for chart in charts})
    assert ["100.0%", "66.7%", "33.3%"] == lengths


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
    assert 1 == len(list(site.page(URL).main.iter("table")))


def test_without_members_there_is_no_page(site_of: SiteOf) -> None:
    """Nothing is counted where nobody is."""

    assert not site_of({"content/actualites/.gitkeep": ""}).has(URL)


def test_a_long_list_waits_behind_its_number(site_of: SiteOf) -> None:
    """Fifteen rows, then how many others there are and how many members they have together."""
    site = site_of({"members.yaml": many(40)})
    (details,) = site.page(URL).main.iter("details")
    first, others = site.page(URL).main.iter("tbody")

    assert (15, 25) == (len(list(first.iter("tr"))), len(list(others.iter("tr"))))
    assert plain(details.first("summary").text) == "Les 25 autres : 25 membres, 61 %"


def plain(text: str) -> str:
    return " ".join(text.split())


def test_a_long_history_is_told_by_periods(site_of: SiteOf) -> None:
    """Of as many years as it takes; the last goes no further than the year reached."""
    members = "members:\n" + "".join(
        f"  - {{id: m{n}, name: M {n}, joined: {year}-01-01}}\n"
        for n, year in enumerate((1987, 1999, 2004, 2026, 2026))
    )
    found = rows(site_of({"members.yaml": members}), "par année d’adhésion")

    assert ["1987–1989 1 20 %", "1990–1994 0 0 %", "1995–1999 1 20 %"] == found[:3]
    assert "2025–2026 2 40 %" == found[-1]


def lives(*numbers: int, more: str = "") -> str:
    """So many members in each of the towns A, B, C…"""
    towns = [town for town, number in zip("abcdefgh", numbers) for _ in range(number)]
    places = "".join(f"  - {{id: {town}, name: {town.upper()}}}\n" for town in sorted(set(towns)))
    lines = "".join(f"  - {{id: m{n}, name: M {n}, town: {town}}}\n" for n, town in enumerate(towns))
    return f"towns:\n{places}members:\n{lines}{more}"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ((8, 2, 2), "Les deux tiers des membres sont à A."),
        ((6, 3, 3), "La moitié des membres sont à A."),
        ((7, 7, 3, 3), "Au moins les deux tiers des membres sont à A et à B."),
        ((4, 4, 4, 4, 4), "Aucun groupe ne domine."),
        ((5, 5, 3, 3, 3, 2), "Environ la moitié des membres sont à A et à B."),
        ((2, 1, 1), "2 membres sur 4 sont à A."),
        ((1, 1, 1), "Aucun groupe ne domine."),
        ((12,), "Tous les membres sont à A."),
    ],
)
def test_a_sentence_says_what_there_is_to_see(site_of: SiteOf, numbers: tuple[int, ...], said: str) -> None:
    """Only what is true: no part of a few, no choice among equals."""
    lead = site_of({"members.yaml": lives(*numbers)}).page(URL).main.with_class("lead")[-1]

    assert said == plain(lead.text)


def test_what_is_unknown_is_no_part_of_what_is_said(site_of: SiteOf) -> None:
    """The part is one of all members, those without a town too."""
    unknown = "".join(f"  - {{id: x{n}, name: X {n}}}\n" for n in range(12))
    lead = site_of({"members.yaml": lives(12, more=unknown)}).page(URL).main.with_class("lead")[-1]

    assert "La moitié des membres sont à A." == plain(lead.text)


def test_each_question_has_its_sentence(figures: Built) -> None:
    """In the words of what is counted; a wider kind tells of its narrower ones."""
    assert [
        "3 membres sur 4 sont dans la catégorie Adhérents.",
        "2 membres sur 4 proposent Sites web.",
        "2 membres sur 4 sont à Lens.",
        "2 membres sur 4 sont arrivés en 2024.",
    ] == [plain(lead.text) for lead in figures.page(URL).main.with_class("lead")[1:]]


@pytest.mark.parametrize(
    ("language", "said"),
    [("nl", "Gevestigd in A: twee derde van de leden."), ("en", "Two thirds of the members are in A.")],
)
def test_other_languages_say_it_too(site_of: SiteOf, language: str, said: str) -> None:
    settings = SMALLEST_SETTINGS.replace('LANG = "fr"', f'LANG = "{language}"')
    site = site_of({"members.yaml": lives(8, 2, 2), "pelicanconf.py": settings})

    assert said == plain(site.page(in_words_of(language, URL)).main.with_class("lead")[-1].text)


def test_the_same_numbers_can_be_taken_away(figures: Built) -> None:
    """Each file is there, with what it is for; how its columns are separated, too."""
    page = figures.page(URL)
    files = ["members.csv", "members.json", "members.geojson", "members.vcf", "members-3.vcf"]

    assert [f"data/v1/{file}" for file in files] == [page.link(file) for file in files]
    assert all(figures.has(f"data/v1/{file}") for file in files)
    assert "colonnes séparées par des virgules" in page.main.text


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
