"""One text in several languages: the ways of saying so, and what a translation has from the first one."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from site_on_disk import Files, site

from association.content.load import Loaded, LoadMemory, load
from association.domain.articles import Article
from association.problems import ContentError

NEWS, AGENDA, PAGES = "content/actualites/", "content/agenda/", "content/pages/"
MINUTES = "content/comptes-rendus/"
COMMISSIONS = "commissions:\n  - {id: aide, name: Aide}\nvenues:\n  - {id: salle, name: Salle}\n"
FIRST = "---\ntitle: Rentrée\ndate: 2026-09-01\nmembers: [kernel]\npinned: true\ntags: [Stages]\n---\nUn.\n"
PINNED_UNTIL = date(2026, 10, 1)
MEMBERS = {"members.yaml": "members:\n  - {id: kernel, name: Kernel}\n"}


def text(title: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", *lines, "---", f"{title}.", ""))


def loaded(root: Path, files: Files, languages: tuple[str, ...] = ("fr", "nl")) -> Loaded:
    return load(replace(site(root, files), languages=languages))


def told(root: Path, files: Files) -> list[str]:
    try:
        problems = loaded(root, files).warnings
    except ContentError as error:
        problems = error.problems
    return [problem.line_of_text() for problem in problems]


def news(root: Path, files: Files) -> Mapping[str, list[Article]]:
    found = loaded(root, {**MEMBERS, **files}).by_language
    return {language: list(whole.articles) for language, whole in found.items()}


@pytest.mark.parametrize(
    ("name", "lines", "slug"),
    [
        ("rentree.nl.md", (), "rentree"),
        ("rentree.nl.md", ("slug: begin",), "begin"),
        ("begin.md", ("lang: nl", "translation_of: rentree"), "begin"),
        ("begin.nl.md", ("translation_of: rentree.md",), "begin"),
        ("nl/rentree.md", ("lang: nl",), "rentree"),
        ("begin.md", ("lang: nl", "slug: rentree"), "rentree"),
    ],
)
def test_a_translation_is_known_by_its_name_its_slug_or_by_what_it_says(
    tmp_path: Path, name: str, lines: tuple[str, ...], slug: str
) -> None:
    """And has from the first text what it does not say, tags included."""
    found = news(tmp_path, {NEWS + "rentree.md": FIRST, NEWS + name: text("Begin", *lines)})

    assert [("rentree", "rentree", "fr")] == [(one.slug, one.key, one.language) for one in found["fr"]]
    assert [(slug, "rentree", "nl", date(2026, 9, 1), ("kernel",), PINNED_UNTIL, ["stages"])] == [
        (
            one.slug,
            one.key,
            one.language,
            one.date.date(),
            one.members,
            one.pinned_until,
            [t.slug for t in one.tags],
        )
        for one in found["nl"]
    ]


def test_each_version_may_say_its_language_in_its_name(tmp_path: Path) -> None:
    """The first language first, wherever its address is said."""
    files = {
        NEWS + "rentree.fr.md": FIRST.replace("date:", "slug: debut\ndate:"),
        NEWS + "rentree.nl.md": text("Begin"),
    }
    found = news(tmp_path, files)

    assert [("debut", "debut", "Rentrée"), ("debut", "debut", "Begin")] == [
        (one.slug, one.key, str(one.title)) for code in ("fr", "nl") for one in found[code]
    ]


def test_a_translation_is_filed_and_signed_in_its_own_words(tmp_path: Path) -> None:
    """Else in those of the first text, which say their language."""
    first = text("Rentrée", "date: 2026-09-01", "category: Vie", "authors: [la commission]")
    second = text("Begin", "category: Leven")
    (article,) = news(tmp_path, {NEWS + "rentree.md": first, NEWS + "rentree.nl.md": second})["nl"]

    assert ((("nl", "Leven"),), (("fr", "la commission"),)) == (
        article.category and article.category.versions,
        article.authors[0].versions,
    )


def test_two_classic_files_of_pelican_are_two_versions(tmp_path: Path) -> None:
    """Title, Date, Slug, Lang: as its own documentation shows."""
    files = {
        NEWS + "a.md": "Title: Foobar\nDate: 2026-09-01\nSlug: foobar\nLang: fr\n\nUn.\n",
        NEWS + "b.md": "Title: Foobar nl\nDate: 2026-09-01\nSlug: foobar\nLang: nl\n\nEen.\n",
    }
    found = news(tmp_path, files)

    assert (["Foobar"], ["Foobar nl"]) == tuple(
        [str(one.title) for one in found[code]] for code in ("fr", "nl")
    )


def test_a_text_of_one_language_is_shown_in_the_other(tmp_path: Path) -> None:
    """Nothing is ever left out for want of a translation."""
    files = {NEWS + "rentree.md": FIRST, NEWS + "alleen.nl.md": text("Alleen", "date: 2026-09-02")}
    found = news(tmp_path, files)

    assert [["alleen", "rentree"]] * 2 == [[one.slug for one in found[code]] for code in ("fr", "nl")]


def test_a_name_ends_in_a_language_of_the_site_or_is_only_a_name(tmp_path: Path) -> None:
    """A site of one language may well write of node.js."""
    files = {NEWS + "bilan.nl.md": text("Bilan", "date: 2026-09-02")}

    assert [("bilan-nl", "fr")] == [
        (one.slug, one.language) for one in loaded(tmp_path, files, ("fr",)).association.articles
    ]


def test_who_begins_to_translate_before_the_site_has_the_language_loses_nothing(tmp_path: Path) -> None:
    """The page of the first text stays, alone."""
    files = {**MEMBERS, NEWS + "rentree.md": FIRST, NEWS + "rentree.nl.md": text("Begin")}

    assert ["rentree"] == [one.slug for one in loaded(tmp_path, files, ("fr",)).association.articles]


def test_a_draft_of_a_translation_leaves_the_first_text_shown(tmp_path: Path) -> None:
    """Until it is done."""
    files = {NEWS + "rentree.md": FIRST, NEWS + "rentree.nl.md": text("Begin", "status: draft")}

    assert ["Rentrée"] == [str(one.title) for one in news(tmp_path, files)["nl"]]


@pytest.mark.parametrize("line", ["status: draft", "visibility: members", "date: 2030-01-01"])
def test_a_text_that_is_not_published_has_no_published_translation(tmp_path: Path, line: str) -> None:
    """What is withdrawn, or for members, is so in every language."""
    lines = ("date: 2026-09-01", line) if "date" not in line else (line,)
    files = {NEWS + "rentree.md": text("Rentrée", *lines), NEWS + "rentree.nl.md": text("Begin")}

    assert {"fr": [], "nl": []} == news(tmp_path, files)


def test_a_translated_event_has_its_dates_from_the_first(tmp_path: Path) -> None:
    """Its words are its own: a free place and the names of the dates of a series."""
    dates = ["dates:", "  - {start: 2026-12-01 18:00, duration: 2h, title: Un}", "  - {start: 2026-12-08}"]
    dutch = [line.replace("Un", "Een") for line in dates]
    first = ("venue: Mairie", "kind: atelier", "registration: https://a.example/fr", *dates)
    second = ("venue: Gemeentehuis", "registration: https://a.example/nl", *dutch)
    files = {AGENDA + "fete.md": text("Fête", *first), AGENDA + "fete.nl.md": text("Feest", *second)}
    found = loaded(tmp_path, files).by_language
    (french,), (event,) = found["fr"].events, found["nl"].events

    assert [one.start for one in french.dates] == [one.start for one in event.dates]
    assert ["Een", "None"] == [str(one.title) for one in event.dates]
    assert {("Gemeentehuis", "https://a.example/nl")} == {
        (str(one.venue.name), one.registration) for one in event.dates if one.venue
    }
    assert (("fr", "atelier"),) == (event.kind.versions if event.kind else ())


def test_a_status_is_told_once(tmp_path: Path) -> None:
    """A cancelled evening is cancelled in every language."""
    first = ("start: 2026-12-01 18:00", "duration: 2h", "event_status: cancelled", "venue: salle")
    files = {
        "commissions.yaml": COMMISSIONS,
        AGENDA + "fete.md": text("Fête", *first),
        AGENDA + "fete.nl.md": text("Feest"),
    }
    event = loaded(tmp_path, files).by_language["nl"].events[0]

    assert ("Feest", "cancelled", "salle") == (
        str(event.title),
        event.dates[0].status,
        event.dates[0].venue and event.dates[0].venue.id,
    )


def test_minutes_and_pages_are_translated_too(tmp_path: Path) -> None:
    """A page that introduces a section, whatever its own name."""
    files = {
        "commissions.yaml": COMMISSIONS,
        MINUTES + "2026-11-03-aide.md": text("Décisions", "commission: aide"),
        MINUTES + "besluiten.md": text("Besluiten", "lang: nl", "translation_of: 2026-11-03-aide"),
        PAGES + "adherer.md": text("Adhérer", "menu: main"),
        PAGES + "lid.md": text("Lid worden", "lang: nl", "translation_of: adherer"),
    }
    dutch = loaded(tmp_path, files).by_language["nl"]
    page = dutch.page("adherer")

    assert ("Besluiten", date(2026, 11, 3), "aide") == (
        str(dutch.minutes[0].title),
        dutch.minutes[0].day,
        dutch.minutes[0].commission,
    )
    assert page and ("lid", "main") == (page.slug, page.menu)


def test_names_are_those_of_the_language(tmp_path: Path) -> None:
    """Of members, partners and the association."""
    files = {
        "members.yaml": "members:\n  - {id: a, name: {fr: Ligue, nl: Bond}}\n"
        "partners:\n  - {id: b, name: {fr: Agence, nl: Agentschap}}\n"
    }
    folder = replace(site(tmp_path, files), languages=("fr", "nl"), identity={"name": {"fr": "U", "nl": "V"}})
    found = load(folder).by_language

    assert {"fr": ("Ligue", "Agence", "U"), "nl": ("Bond", "Agentschap", "V")} == {
        code: (whole.members[0].name, whole.partners[0].name, whole.identity.name)
        for code, whole in found.items()
    }


def test_a_translation_of_a_translation_is_one_of_the_first_text(tmp_path: Path) -> None:
    """Whichever the editor had before their eyes."""
    files = {
        NEWS + "rentree.md": FIRST,
        NEWS + "begin.md": text("Begin", "lang: nl", "translation_of: rentree"),
        NEWS + "back.md": text("Back", "lang: en", "translation_of: begin"),
    }
    found = loaded(tmp_path, {**MEMBERS, **files}, ("fr", "nl", "en")).by_language["en"].articles

    assert [("back", "rentree", PINNED_UNTIL)] == [(one.slug, one.key, one.pinned_until) for one in found]


def test_years_of_one_name_have_translations_of_their_own(tmp_path: Path) -> None:
    """The report of each year, beside it."""
    files = {
        f"{NEWS}{year}/bilan{suffix}.md": text(
            f"{year}{suffix}", *([] if suffix else [f"date: {year}-01-05"])
        )
        for year in (2025, 2026)
        for suffix in ("", ".nl")
    }
    found = news(tmp_path, files)["nl"]

    assert [("2026-bilan", "2026-bilan", "2026.nl"), ("bilan", "bilan", "2025.nl")] == [
        (one.slug, one.key, str(one.title)) for one in found
    ]


def test_two_texts_never_meet_at_one_address_of_a_language(tmp_path: Path) -> None:
    """A Dutch text beside a French one without translation."""
    files = {
        NEWS + "rentree.md": FIRST,
        NEWS + "bilan.md": text("Bilan", "date: 2026-09-02"),
        NEWS + "bilan.nl.md": text("Balans", "slug: rentree"),
    }

    assert [
        'content/actualites/rentree.md:1:1: error: the address "rentree" is taken by '
        'content/actualites/bilan.nl.md; give one of them another "slug" [duplicate-slug]'
    ] == told(tmp_path, {**MEMBERS, **files})


def test_an_edit_of_the_first_text_reaches_its_translation(tmp_path: Path) -> None:
    """In a process that has loaded the site before."""
    files = {**MEMBERS, NEWS + "rentree.md": FIRST, NEWS + "rentree.nl.md": text("Begin")}
    folder, memory = replace(site(tmp_path, files), languages=("fr", "nl")), LoadMemory()
    before = load(folder, memory).by_language["nl"].articles[0]
    (tmp_path / NEWS / "rentree.md").write_text(FIRST.replace("pinned: true", "pinned: false"), "utf-8")
    after = load(folder, memory).by_language["nl"].articles[0]

    assert (PINNED_UNTIL, None) == (before.pinned_until, after.pinned_until)
    assert after is load(folder, memory).by_language["nl"].articles[0]
