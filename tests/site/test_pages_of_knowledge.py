"""Questions, terms, documents and dossiers, as a visitor finds them."""

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, article, sheet
from linked_data import faults, linked_data, nodes, of_type

MEMBERS = """\
members:
  - {id: alpha, name: Alpha, description: Une ESN.}
"""
QUESTIONS = """\
Avant tout.

# Adhérer

## Faut-il être indépendant ?

Non. Voir [l'annuaire](/annuaire/).

## Combien cela coûte-t-il ? {#prix}

Une ESN paie davantage.

# Travailler

## Qui m'aide ?

Nous.
"""
TERMS = "## ESN : entreprise de services du numérique\n\nUne société.\n\n## Infogérance\n\nUn service.\n"
DOCUMENTS = """\
---
title: Boîte à outils
template: resources
resources:
  - title: Manuel
    file: manuel.pdf
    kind: manuel
    version: "2.1"
    date: 2021-05-26
    audience: membres
    replaces:
      - {version: "2.0", file: manuel-2.pdf}
      - {date: 2019-03-01}
  - {title: Règlement, url: "https://eur.example/reglement"}
  - {title: Statuts, file: statuts.odt, kind: Manuel, governance: true}
---
"""
FILES: dict[str, str | bytes] = {
    "members.yaml": MEMBERS,
    "commissions.yaml": "commissions: [{id: bureau, name: Bureau, governance: true, mission: Décider.}]",
    "content/pages/questions.md": sheet({"title": "Questions", "template": "faq"}, QUESTIONS),
    "content/pages/autres.md": sheet({"title": "Autres", "template": "faq"}, "## Et si ?\n\nAlors."),
    "content/pages/glossaire.md": sheet({"title": "Glossaire", "template": "glossary"}, TERMS),
    "content/pages/outils.md": DOCUMENTS,
    "content/documents/manuel.pdf": b"0" * 1_412_345,
    "content/documents/manuel-2.pdf": b"0" * 180_000,
    "content/documents/statuts.odt": b"0" * 10,
    "content/pages/codes.md": sheet({"title": "Les codes", "summary": "Ce qui change."}, "Trois textes."),
    "content/actualites/un.md": article("Un", "Une ESN.", date="2026-10-01", dossier="codes"),
    "content/actualites/deux.md": article(
        "Deux", "Voir [tout]({filename}/pages/codes.md).", date="2026-10-08", dossier="codes"
    ),
    "content/actualites/trois.md": article("Trois", date="2026-10-15", dossier="codes"),
    "content/actualites/a-venir.md": article("Quatre", date="2027-10-15", dossier="codes"),
    "content/actualites/seul.md": article("Seul", date="2026-10-02", dossier="Marchés publics"),
}


@pytest.fixture(scope="module")
def club(site_of: SiteOf) -> Built:
    return site_of(FILES, SITEURL)


def test_nothing_of_all_this_is_a_mistake(club: Built) -> None:
    """Documents that are listed are linked to."""
    assert (0, ()) == (club.code, club.problems)


def test_each_question_has_its_address_and_a_link_above(club: Built) -> None:
    """A question that is asked in other words keeps the address that it was given."""
    page = club.page("questions/")
    links = [(target, words) for target, words in page.links if target.startswith("questions/#")]

    assert ["2 3 questions", "2 Adhérer", "3 Faut-il être indépendant ?"] == [
        heading.replace("\u202f", " ") for heading in page.headings[1:4]
    ]
    assert {"questions/#prix": "Combien cela coûte-t-il ?", "questions/#adherer": "Adhérer"} == {
        target: words for target, words in links if target in ("questions/#prix", "questions/#adherer")
    }
    assert [] == [target for target, _ in links if target.partition("#")[2] not in page.ids]


def test_search_engines_read_questions_with_their_answers(club: Built) -> None:
    """Links of an answer lead to the site from wherever it is shown."""
    told = of_type(club.page("questions/"), "FAQPage")
    first = told["mainEntity"][0]  # type: ignore[index]

    assert ("Question", "Faut-il être indépendant ?", True) == (
        first["@type"],
        first["name"].replace("\u202f", " "),
        f'<a href="{SITEURL}/annuaire/">' in first["acceptedAnswer"]["text"],
    )


def test_the_directory_knows_the_questions_of_all_pages(club: Built) -> None:
    """By their addresses from the root of the site."""
    known = club.json("annuaire/recherche.json")["question"]

    assert {"questions/#prix", "autres/#et-si"} <= set(known["url"])  # type: ignore[index]
    assert 4 == len(known["name"])  # type: ignore[index]


def test_terms_are_told_by_their_names(club: Built) -> None:
    """An abbreviation with what it stands for; each has its address."""
    page = club.page("glossaire/")
    terms = [(term["id"], term.text) for term in page.main.iter("dt")]

    assert [("esn", "ESN"), ("infogerance", "Infogérance")] == terms
    assert ["entreprise de services du numérique", "Une société.", "Un service."] == [
        told.text.strip() for told in page.main.iter("dd")
    ]
    assert ["ESN", "Infogérance"] == [
        term["name"]
        for term in of_type(page, "DefinedTermSet")["hasDefinedTerm"]  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize("url", ["questions/", "annuaire/alpha/", "actualites/un/"])
def test_an_abbreviation_is_told_in_every_text(club: Built, url: str) -> None:
    """Of a page, of a member, of the news."""
    told = [abbr["title"] for abbr in club.page(url).main.iter("abbr") if abbr.text == "ESN"]

    assert ["entreprise de services du numérique"] == told


def test_many_terms_stand_below_their_letters(site_of: SiteOf) -> None:
    """With a way to each."""
    words = ["Zéro", "École", "2FA", *(f"Énième {number}" for number in range(12))]
    text = "".join(f"## {word}\n\nUn mot.\n\n" for word in words)
    page = site_of({"content/pages/mots.md": sheet({"title": "Mots", "template": "glossary"}, text)}).page(
        "mots/"
    )
    links = [(target, said) for target, said in page.links if target.startswith("mots/#p-lettre")]

    assert ["E", "Z", "Autres"] == [said for _, said in links]
    assert [] == [target for target, _ in links if target.partition("#")[2] not in page.ids]


def test_documents_are_listed_by_kind_with_all_there_is_to_say(club: Built) -> None:
    """One kind, however it is spelt; where no kind is told, the rest."""
    page = club.page("outils/")
    kinds = [heading[2:] for heading in page.headings if heading.startswith("2 ")]
    first = next(item for item in page.main.iter("li") if "Manuel" in item.text)

    assert ["manuel", "Autres documents"] == kinds[:2]
    assert {"documents/manuel.pdf", "documents/manuel-2.pdf", "https://eur.example/reglement"} <= page.targets
    assert [] == [
        words
        for words in ("version 2.1", "26 mai 2021", "PDF, 1,4 Mo", "membres", "version 2.0", "PDF, 180 Ko")
        if words not in first.text.replace("\u00a0", " ")
    ]
    assert club.has("documents/manuel-2.pdf")


def test_documents_of_the_governance_are_listed_there_too(club: Built) -> None:
    """And no others."""
    targets = club.page("gouvernance/").targets

    assert {"documents/statuts.odt"} == {target for target in targets if target.startswith("documents/")}


def test_a_dossier_has_a_page_with_its_parts_in_order(club: Built) -> None:
    """The page of the editors with its name gives title and lead, and is no page of its own."""
    page = club.page("actualites/dossiers/codes/")
    parts = [words for target, words in page.links if target.startswith("actualites/") and words != ""]

    assert ("1 Les codes", True, False) == (
        page.headings[0],
        "Ce qui change." in page.main.text,
        club.has("codes/"),
    )
    assert ["Un", "Deux", "Trois"] == [words for words in parts if words in ("Un", "Deux", "Trois", "Quatre")]


def test_a_part_tells_its_place_and_leads_to_its_neighbours(club: Built) -> None:
    """A link to the text of the dossier leads there too."""
    page = club.page("actualites/deux/")
    text = page.main.text.replace("\u00a0", " ")

    assert "Dossier : Les codes, partie 2 sur 3" in text
    assert ("actualites/un/", "actualites/trois/", "actualites/dossiers/codes/") == (
        page.link("Un"),
        page.link("Trois"),
        page.link("tout"),
    )
    assert ["Deux"] == [part.text for part in page.main.iter("b") if part["aria-current"] == "page"]


def test_the_first_part_of_a_dossier_may_be_alone(club: Built) -> None:
    """It is called as its editors call it; there is nowhere to go on to."""
    page = club.page("actualites/seul/")

    assert ("actualites/dossiers/marches-publics/", False) == (
        page.link("Marchés publics"),
        "partie" in page.main.text.casefold().partition("lire aussi")[0],
    )


def test_the_news_lead_to_the_dossiers(club: Built) -> None:
    """The one that went on last comes first."""
    links = [words for target, words in club.page("actualites/").links if "/dossiers/" in target]

    assert ["Les codes", "Marchés publics"] == links


def test_other_news_are_none_of_the_same_dossier(club: Built) -> None:
    """Its parts are listed above."""
    text = club.page("actualites/trois/").main.text.rpartition("Lire aussi")[2]

    assert (True, False) == ("Seul" in text, "Deux" in text)


def test_search_engines_are_told_what_schema_org_knows(club: Built) -> None:
    """Every part says of what it is one."""
    urls = ("questions/", "glossaire/", "actualites/dossiers/codes/", "actualites/deux/")
    found = [node for url in urls for data in linked_data(club.page(url)) for node in nodes(data)]
    part = of_type(club.page("actualites/deux/"), "NewsArticle")

    assert [] == [fault for node in found if "@type" in node for fault in faults(node)]
    assert (2, "Les codes", f"{SITEURL}/actualites/dossiers/codes/") == (
        part["position"],
        part["isPartOf"]["name"],  # type: ignore[index]
        part["isPartOf"]["url"],  # type: ignore[index]
    )


BILINGUAL = SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n'
IN_DUTCH: dict[str, str | bytes] = {
    **FILES,
    "pelicanconf.py": BILINGUAL,
    "content/pages/questions.nl.md": sheet({"title": "Vragen"}, "## Wie helpt mij?\n\nEen ESN."),
    "content/pages/glossaire.nl.md": sheet({"title": "Woordenlijst"}, "## ESN : IT-dienstverlener\n"),
    "content/pages/codes.nl.md": sheet({"title": "De codes"}, "Drie teksten."),
    "content/actualites/deux.nl.md": sheet({"title": "Twee"}, "Een ESN."),
}


@pytest.fixture(scope="module")
def bilingual(site_of: SiteOf) -> Built:
    return site_of(IN_DUTCH, SITEURL)


def test_a_translation_is_of_the_same_sort(bilingual: Built) -> None:
    """Questions, terms and dossiers in Dutch, documents as far as they are."""
    assert () == bilingual.problems
    assert ("nl/questions/#wie-helpt-mij", "Deel 2") == (
        bilingual.json("nl/ledengids/recherche.json")["question"]["url"][-1],  # type: ignore[index]
        next(
            p.text for p in bilingual.page("nl/nieuws/dossiers/codes/").main.iter("p") if "Deel 2" in p.text
        ),
    )
    assert ["1 De codes", "1 Woordenlijst"] == [
        bilingual.page(url).headings[0] for url in ("nl/nieuws/dossiers/codes/", "nl/glossaire/")
    ]
    assert "documents/manuel.pdf" in bilingual.page("nl/outils/").targets


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nl/nieuws/deux/", "IT-dienstverlener"),
        ("nl/questions/", "IT-dienstverlener"),
        ("nl/nieuws/un/", "entreprise de services du numérique"),
        ("actualites/deux/", None),
        ("actualites/un/", "entreprise de services du numérique"),
    ],
)
def test_an_abbreviation_is_told_in_the_language_of_the_text(
    bilingual: Built, url: str, told: str | None
) -> None:
    """Also where a text stands on a page of another language."""
    found = [abbr["title"] for abbr in bilingual.page(url).main.iter("abbr")]

    assert ([told] if told else []) == found


def test_a_visitor_is_suggested_questions_that_they_can_read(bilingual: Built) -> None:
    """Those that are not translated are left to the visitors of the other language."""
    known = bilingual.json("nl/ledengids/recherche.json")["question"]

    assert ["Wie helpt mij?"] == known["name"]  # type: ignore[index]
