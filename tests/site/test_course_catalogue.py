"""The catalogue of courses: what one can learn, how long, for how much, and when next."""

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, SiteOf, event, sheet
from html_pages import Element
from linked_data import Node, faults, linked_data, nodes, of_type

SETTINGS = SMALLEST_SETTINGS.replace('"name": "Essai"', '"name": "Essai", "email": "bonjour@essai.example"')
EVENINGS = """[
  {start: 2026-12-08 18:00, duration: 3h},
  {start: 2026-12-01 18:00, duration: 3h},
  {start: 2026-12-15 18:00, duration: 3h, online: https://visio.example/salle},
  {start: 2026-12-22 18:00, duration: 3h, status: cancelled},
  ]"""
FILES = {
    "pelicanconf.py": SETTINGS,
    "members.yaml": (
        "towns:\n  - {id: lens, name: Lens}\n"
        "members:\n  - {id: alpha, name: Alpha}\n  - {id: beta, name: Bêta}\n"
    ),
    "commissions.yaml": "venues:\n  - {id: halle, name: La Halle, town: lens}\n",
    "content/agenda/comptes.md": event(
        "Tenir ses comptes",
        kind="Formation",
        dates=EVENINGS,
        level="débutant",
        price="60 €",
        audience="Créateurs d’entreprise",
        venue="halle",
        organisers="[beta, alpha]",
        summary="Avec vos propres factures.",
    ),
    "content/agenda/gestes.md": event("Gestes", kind="opleiding", start="2026-11-24 09:00", duration="3h30"),
    "content/agenda/passee.md": event(
        "Une ancienne", kind="course", start="2026-01-05 09:00", duration="45min"
    ),
    "content/agenda/autre.md": event("À fixer", kind="formation", event_status="postponed", price="Gratuit"),
    "content/agenda/annulee.md": event("Annulée donc", kind="formation", event_status="cancelled"),
    "content/agenda/fete.md": event("Une fête", kind="fête"),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES, SITEURL)


def rows(site: Built) -> dict[str, Element]:
    items = [li for ul in site.page("formations/").main.with_class("contents") for li in ul.iter("li")]
    return {li.first("h3").text: li for li in items}


def when(row: Element) -> str:
    (said,) = row.with_class("contents__next")
    return said.text


def test_courses_stand_by_their_next_date_then_by_name(site: Built) -> None:
    """A party is none."""
    assert ["Gestes", "Tenir ses comptes", "À fixer", "Annulée donc", "Une ancienne"] == list(rows(site))


def test_a_course_is_told_with_all_that_makes_one_choose(site: Built) -> None:
    """Level, length, place, price, audience, who gives it."""
    row = rows(site)["Tenir ses comptes"]
    told = row.text

    for words in ("débutant", "3 séances, 9 h", "Lens, en visioconférence", "60 €", "Créateurs d’entreprise"):
        assert words in told
    assert {"../agenda/comptes/", "../annuaire/alpha/", "../annuaire/beta/"} == {
        a["href"] for a in row.iter("a")
    }


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Gestes", "le 24 novembre 2026"),
        ("Tenir ses comptes", "le 1er décembre 2026"),
        ("À fixer", "dates à venir"),
        ("Annulée donc", "Annulée prochaine session : nous écrire : Annulée donc"),
        ("Une ancienne", "prochaine session : nous écrire : Une ancienne"),
    ],
)
def test_when_one_can_next_take_part(site: Built, title: str, expected: str) -> None:
    """Once all is past, to whom to write."""
    assert expected == when(rows(site)[title])


def test_one_can_write_about_a_course_that_is_over(site: Built) -> None:
    """The letter names it."""
    links = [a["href"] for a in rows(site)["Une ancienne"].iter("a")]

    assert "mailto:bonjour@essai.example?subject=Une%20ancienne" in links


def test_a_course_that_has_begun_says_so(site_of: SiteOf) -> None:
    """One comes in the middle."""
    dates = "[{start: 2026-11-03 18:00, duration: 3h}, {start: 2026-12-01 18:00, duration: 3h}]"
    found = site_of({"content/agenda/cours.md": event("Cours", kind="formation", dates=dates)})

    assert "prochaine séance le 1er décembre 2026" == when(rows(found)["Cours"])


@pytest.mark.parametrize(
    ("slug", "length"), [("comptes", "3 séances, 9 h"), ("gestes", "3 h 30"), ("passee", "45 min")]
)
def test_the_page_of_a_course_tells_its_length_and_leads_back(site: Built, slug: str, length: str) -> None:
    """The page of another event does neither."""
    page = site.page(f"agenda/{slug}/")
    terms = {dt.text: dd.text for dt, dd in zip(page.main.iter("dt"), page.main.iter("dd"))}

    assert (length, "formations/") == (terms["Durée"], page.link("Toutes les formations"))
    assert "Durée" not in site.page("agenda/fete/").main.text


def test_menu_and_agenda_lead_to_the_courses(site: Built) -> None:
    """By the name of the section."""
    assert "formations/" == site.page("").link("Formations")
    assert "formations/" == site.page("agenda/").link("les formations")


def test_no_course_no_page(site_of: SiteOf) -> None:
    """Nor a link to one."""
    site = site_of({"content/agenda/fete.md": event("Une fête", kind="fête")})

    assert not site.has("formations/")
    assert [] == [url for url in site.urls if "formations/" in site.page(url).targets]


def test_a_text_of_the_editors_introduces_them(site_of: SiteOf) -> None:
    """Under its own title."""
    text = sheet({"title": "L’académie", "summary": "On y apprend."}, "Inscriptions en septembre.")
    page = site_of({**FILES, "content/pages/formations.md": text}).page("formations/")

    assert "1 L’académie" in page.headings
    assert "Inscriptions en septembre." in page.main.text


def test_search_engines_are_told_a_course_as_google_asks_for(site: Built) -> None:
    """https://developers.google.com/search/docs/appearance/structured-data/course-info"""
    course = of_type(site.page("agenda/comptes/"), "Course")
    provider = [one["name"] for one in course["provider"]]

    assert {
        "@type": "CourseInstance",
        "courseMode": "Blended",
        "courseWorkload": "PT9H",
        "startDate": "2026-12-01T18:00:00+01:00",
        "endDate": "2026-12-15T21:00:00+01:00",
    } == {key: value for key, value in course["hasCourseInstance"].items() if key != "location"}
    assert ["Alpha", "Bêta"] == provider
    assert {"@type": "Offer", "category": "Paid", "price": "60", "priceCurrency": "EUR"} == course["offers"]
    assert ("débutant", "Avec vos propres factures.") == (course["educationalLevel"], course["description"])


def test_the_list_tells_all_of_them_in_its_order(site: Built) -> None:
    """With the words that schema.org has."""
    page = site.page("formations/")
    items: list[Node] = [one["item"] for one in of_type(page, "ItemList")["itemListElement"]]

    assert list(rows(site)) == [one["name"] for one in items]
    assert "Free" == items[2]["offers"]["category"]
    assert [] == [fault for data in linked_data(page) for node in nodes(data) for fault in faults(node)]


def test_no_french_word_is_left_on_the_page_of_another_language(site_of: SiteOf) -> None:
    """The words around what the editors wrote."""
    settings = SETTINGS.replace('DEFAULT_LANG = "fr"', 'DEFAULT_LANG = "nl"')
    page = site_of({**FILES, "pelicanconf.py": settings}).page("opleidingen/")

    assert "1 Opleidingen" in page.headings
    assert "3 sessies, 9 uur" in page.main.text
    assert "volgende editie: mail ons" in page.main.text
    assert [] == [word for word in ("séance", "session :", "dates à", "Prochaines") if word in page.main.text]
