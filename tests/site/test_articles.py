"""One piece of news as its readers meet it: who signs it, what is beside it, what search engines are told."""

from datetime import datetime

import pytest
from built_site import SITEURL, SMALLEST_SETTINGS, Built, Files, SiteOf
from linked_data import of_type

RECOMMENDED = ("headline", "image", "datePublished", "dateModified", "author")
"""https://developers.google.com/search/docs/appearance/structured-data/article, which requires nothing."""
OF_AN_AUTHOR = ("name", "url")


def text(title: str, day: str, *lines: str) -> str:
    return "\n".join(("---", f"title: {title}", f"date: {day}", *lines, "---", "Un texte.", ""))


SITE: Files = {
    "members.yaml": "members:\n  - id: alpha\n    name: Alpha\n    people:\n"
    "      - {name: Ana Ruiz, role: Gérante, consent: 2026-01-01}\n      - {name: Luc Secret}\n",
    "commissions.yaml": "commissions:\n  - {id: ecoles, name: Écoles}\n",
    "content/images/salle.png": (
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU"
        b"\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"
    ),
    "content/actualites/un.md": text("Un", "2026-11-01", "tags: [Stages]"),
    "content/actualites/deux.md": text("Deux", "2026-11-02", "tags: [Autre]"),
    "content/actualites/trois.md": text(
        "Trois",
        "2026-11-03",
        "modified: 2026-11-04",
        "tags: [Stages]",
        "authors: [Alpha, Ana Ruiz, Luc Secret, la commission Écoles]",
        "image: images/salle.png",
        'image_alt: "Une salle"',
    ),
    "content/actualites/quatre.md": text("Quatre", "2026-11-05"),
    "content/actualites/cinq.md": text("Cinq", "2026-11-06", "commissions: [ecoles]", "tags: [Stages]"),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(SITE, siteurl=SITEURL)


def test_who_signs_is_shown_with_a_mark_and_leads_to_their_page(site: Built) -> None:
    """A member, a person who agreed to be named, a commission; whoever else by name alone."""
    signed = site.page("actualites/trois/").main.with_class("mini")[0]
    links = [
        next((site.page("actualites/trois/").target(a["href"]) for a in li.iter("a")), "")
        for li in signed.iter("li")
    ]

    assert ["annuaire/alpha/", "annuaire/alpha/", "", "commissions/ecoles/"] == links
    assert 4 == len(list(signed.iter("svg")))


def test_the_one_before_and_the_one_after_are_named(site: Built) -> None:
    """In time; the latest has nothing after it."""
    middle, last = site.page("actualites/trois/"), site.page("actualites/cinq/")

    assert ("actualites/deux/", "actualites/quatre/") == (
        middle.target(next(a["href"] for a in middle.main.iter("a") if a["rel"] == "prev")),
        middle.target(next(a["href"] for a in middle.main.iter("a") if a["rel"] == "next")),
    )
    assert ["prev"] == [a["rel"] for a in last.main.iter("a") if a["rel"] in ("prev", "next")]


def test_what_is_about_the_same_comes_first_among_the_others(site: Built) -> None:
    """Of before, then of after; what is near in time fills up."""
    titles = [title.text for title in site.page("actualites/trois/").main.iter("h3")]

    assert ["Un", "Cinq", "Deux", "Quatre"] == titles


def test_the_facts_follow_the_text(site: Built) -> None:
    """As a phone shows them: first what one came to read."""
    order = [one.tag for one in site.page("actualites/trois/").main.iter("aside", "h1")]
    words = site.page("actualites/trois/").main.text

    assert (["h1", "aside"], True) == (order, words.index("Un texte.") < words.index("Repères"))


def test_search_engines_are_told_all_that_google_recommends(site: Built) -> None:
    """With absolute addresses, and times that say their zone."""
    told = of_type(site.page("actualites/trois/"), "NewsArticle")
    authors = told["author"]

    assert isinstance(authors, list)
    assert [] == [key for key in (*RECOMMENDED, "publisher", "mainEntityOfPage") if not told.get(key)]
    assert [("Organization", True), ("Person", True), ("Person", False), ("Organization", True)] == [
        (one["@type"], str(one.get("url", "")).startswith(SITEURL)) for one in authors
    ]
    assert ("2026-11-03T00:00:00+01:00", "2026-11-04T00:00:00+01:00", f"{SITEURL}/actualites/trois/") == (
        told["datePublished"],
        told["dateModified"],
        told["mainEntityOfPage"],
    )


def test_what_nobody_signs_the_association_writes(site: Built) -> None:
    """It publishes everything; a text that was never changed was last changed when it came out."""
    told = of_type(site.page("actualites/un/"), "NewsArticle")
    author, publisher = told["author"], told["publisher"]

    assert [publisher] == author and told["datePublished"] == told["dateModified"]


def test_the_way_ends_with_the_page_itself(site: Built) -> None:
    """For eyes, for ears and for search engines."""
    ways = [ol for ol in site.page("actualites/trois/").document.iter("ol") if ol["class"] == "crumbs"]
    steps = [(li.text, li["aria-current"]) for li in ways[0].iter("li")]

    assert [("Actualités", ""), ("Stages", ""), ("Trois", "page")] == steps


@pytest.mark.parametrize(
    ("pinned", "day", "expected"),
    [
        ("true", "2026-10-31", True),
        ("true", "2026-11-01", False),
        ("2026-12-24", "2026-12-24", True),
        ("2026-12-24", "2026-12-25", False),
        ("always", "2036-01-01", True),
        ("false", "2026-10-03", False),
    ],
)
def test_a_pinned_text_stays_as_long_as_it_says(
    site_of: SiteOf, pinned: str, day: str, expected: bool
) -> None:
    """Thirty days unless told otherwise; on the list and on the home page."""
    files: Files = {
        "content/actualites/vieux.md": text("Vieux", "2026-10-01", f"pinned: {pinned}"),
        "content/actualites/neuf.md": text("Neuf", "2026-10-02"),
        "pelicanconf.py": SMALLEST_SETTINGS,
    }
    site = site_of(files, moment=datetime.fromisoformat(f"{day}T09:00+01:00"))
    first = [next(site.page(url).main.iter("h3")).text for url in ("actualites/", "")]

    assert ["Vieux" if expected else "Neuf"] * 2 == first
    assert expected == ("2 À la une" in site.page("actualites/").headings)


def test_news_are_told_month_by_month(site_of: SiteOf) -> None:
    """After the latest, which stands out."""
    days = ("2026-11-20", "2026-11-03", "2026-10-30", "2026-10-01")
    files = {f"content/actualites/n{day}.md": text(f"Du {day}", day) for day in days}
    page = site_of(files).page("actualites/")

    assert ["2 Dernière nouvelle", "2 novembre 2026", "2 octobre 2026"] == [
        heading for heading in page.headings if heading.startswith("2 ") and heading != "2 Essai"
    ][:3]


def test_a_text_that_is_pinned_until_before_its_date_is_a_mistake(site_of: SiteOf) -> None:
    """One of the two days is wrong."""
    site = site_of(
        {"content/actualites/vieux.md": text("Vieux", "2026-10-01", "pinned: 2026-09-01")}, may_fail=True
    )

    assert [
        'content/actualites/vieux.md:4:9: error: "pinned" is 2026-09-01, which is before "date", 2026-10-01; '
        "check both dates [ends-before-start]"
    ] == list(site.problems)


def test_ordinals_are_raised_wherever_a_page_shows_them(site_of: SiteOf) -> None:
    """In titles, lists, links and texts; not in what is no HTML, nor in code."""
    head = text("La 2e fête du 1er mai", "2026-10-01", "summary: La 2e, pour de bon.")
    body = head.replace("Un texte.", "Au 3e jour, [le 4e lien](https://a.example/), `5e`.")
    site = site_of({"content/actualites/fete.md": body})
    page, listed = site.text_of("actualites/fete/"), site.text_of("actualites/")
    feed = site.text("feeds/actualites.atom.xml")

    assert [1, 1, 1, 1] == [
        page.count(words)
        for words in (
            "<h1>La 2<sup>e</sup> fête du 1<sup>er</sup>\u00a0mai</h1>",
            "Au 3<sup>e</sup> jour",
            "le 4<sup>e</sup> lien</a>",
            "<code>5e</code>",
        )
    ]
    assert "La 2<sup>e</sup> fête du 1<sup>er</sup>\u00a0mai</a>" in listed
    assert "<title>La 2e fête du 1er" in feed
