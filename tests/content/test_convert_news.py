"""News: which files become articles, in what order, with what."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from site_on_disk import article, association, codes, loaded

from association.domain.articles import Article, Picture, Tag
from association.domain.text import Text, plain

PARIS = ZoneInfo("Europe/Paris")
NEWS = "content/actualites/"


def news(**heads: str) -> dict[str, str]:
    """Files by their name, underscores for hyphens."""
    return {f"{NEWS}{name.replace('_', '-')}.md": article(head) for name, head in heads.items()}


def slugs(root: Path, files: dict[str, str]) -> list[str]:
    return [one.slug for one in association(root, files).articles]


def test_an_article_has_everything_its_file_says(tmp_path: Path) -> None:
    """References are ids, the body is Markdown as written."""
    files = {
        "content/images/salle.png": b"",
        "members.yaml": "members: [{id: kernel, name: Kernel}, {id: hidden, name: Hidden, listed: false}]\n",
        "commissions.yaml": "commissions:\n  - {id: reseaux, name: Réseaux}\n",
        NEWS + "2026/2026-09-01-rentree.md": """\
        ---
        title: {fr: Rentrée, nl: Begin}
        date: 2026-09-01 08:30
        modified: 2026-09-02
        summary: Une année.
        authors: [Ana Ruiz]
        category: {fr: Vie, nl: Leven}
        tags: [Vie associative, Rentrée]
        image: salle.png
        image_alt: La salle
        commissions: [reseaux, reseaux]
        members: [kernel, hidden]
        pinned: true
        ---
        Bonjour **à tous**.
        """,
    }
    expected = Article(
        slug="rentree",
        title=Text((("fr", "Rentrée"), ("nl", "Begin"))),
        date=datetime(2026, 9, 1, 8, 30, tzinfo=PARIS),
        summary=plain("Une année."),
        body="Bonjour **à tous**.\n",
        language="fr",
        modified=datetime(2026, 9, 2, tzinfo=PARIS),
        authors=(plain("Ana Ruiz"),),
        category=Text((("fr", "Vie"), ("nl", "Leven"))),
        tags=(Tag("vie-associative", plain("Vie associative")), Tag("rentree", plain("Rentrée"))),
        picture=Picture("images/salle.png", plain("La salle")),
        commissions=("reseaux",),
        members=("kernel",),
        pinned_until=date(2026, 10, 1),
        source="actualites/2026/2026-09-01-rentree.md",
    )

    assert (expected,) == association(tmp_path, files).articles


def test_the_latest_comes_first_and_equal_dates_are_sorted_by_slug(tmp_path: Path) -> None:
    """Pinned or not: the page decides what to do with that."""
    files = news(
        b="date: 2026-09-01", a="date: 2026-09-01", c="date: 2026-09-02", old="date: 2025-01-01\npinned: true"
    )

    assert ["c", "a", "b", "old"] == slugs(tmp_path, files)


def test_drafts_future_dates_and_members_only_are_left_out(tmp_path: Path) -> None:
    """The build's moment is 22 November 2026 at noon."""
    files = news(
        draft="date: 2026-09-01\nstatus: draft",
        future="date: 2026-11-22 12:01",
        members="date: 2026-09-01\nvisibility: members",
        now="date: 2026-11-22 12:00",
        today="date: 2026-11-22",
    )

    assert ["now", "today"] == slugs(tmp_path, files)


def test_an_offset_in_a_date_is_that_instant(tmp_path: Path) -> None:
    """Noon in Paris is eleven o'clock UTC."""
    found = association(tmp_path, news(a="date: 2026-11-22T10:00:00Z")).articles[0]

    assert (datetime(2026, 11, 22, 11, tzinfo=PARIS), PARIS) == (found.date, found.date.tzinfo)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("2026-11-03-Première réunion", "premiere-reunion"),
        ("L'été", "l-ete"),
        ("2026-11-03", "2026-11-03"),
        ("2026-11-03-", "2026-11-03"),
    ],
)
def test_a_file_name_makes_an_address(tmp_path: Path, name: str, slug: str) -> None:
    """Without the date that sorts files in a folder."""

    assert [slug] == slugs(tmp_path, {f"{NEWS}{name}.md": article("date: 2026-09-01")})


def test_drafts_are_not_looked_into(tmp_path: Path) -> None:
    """A half-written text does not stop the site of everybody else."""
    files = {
        NEWS + "rentree.md": article("date: 2026-09-01"),
        NEWS + "brouillon.md": article(
            "date: 2026-09-01\nstatus: draft\nslug: rentree\nmembers: [nobody]\nimage: none.png",
            "[x](nowhere.md)",
        ),
    }

    assert [] == codes(tmp_path, files)


def test_future_and_members_only_articles_are_checked(tmp_path: Path) -> None:
    """They would break the site on the day they come."""
    head = "date: 2030-01-01\nmembers: [nobody]"

    assert ["unknown-reference"] == codes(tmp_path, news(a=head))


def test_two_spellings_of_a_topic_are_one(tmp_path: Path) -> None:
    """The first file decides, and events follow."""
    files = {
        **news(a="date: 2026-09-01\ntags: [Numérique, numerique]", b="date: 2026-09-02\ntags: [NUMÉRIQUE]"),
        "content/agenda/c.md": article("start: 2026-09-01\ntags: [numérique]"),
    }
    found = association(tmp_path, files)

    assert {(Tag("numerique", plain("Numérique")),)} == {one.tags for one in (*found.articles, *found.events)}


def test_a_translation_waits_for_its_language(tmp_path: Path) -> None:
    """The site is in French: the French article is the one that is shown."""
    files = news(
        rentree="date: 2026-09-01",
        begin="date: 2026-09-01\nlang: nl\nslug: rentree",
        alleen="date: 2026-09-01\nlang: nl",
    )

    assert [("alleen", "nl"), ("rentree", "fr")] == [
        (one.slug, one.language) for one in association(tmp_path, files).articles
    ]


def test_two_foreign_languages_never_share_an_address(tmp_path: Path) -> None:
    """Without one in the site's language, the first by its code is shown."""
    files = news(a="date: 2026-09-01\nlang: nl\nslug: x", b="date: 2026-09-01\nlang: en\nslug: x")

    assert [("x", "en")] == [(one.slug, one.language) for one in association(tmp_path, files).articles]


def test_one_address_in_one_language_is_taken_once(tmp_path: Path) -> None:
    """The error names the other file."""
    files = news(a="date: 2026-09-01\nslug: x", b="date: 2026-09-01\nslug: x")

    assert ["duplicate-slug"] == codes(tmp_path, files)


def test_pictures_of_unpublished_articles_are_not_copied(tmp_path: Path) -> None:
    """They would be found before their time."""
    files = {
        "content/images/a.png": b"",
        NEWS + "a.md": article("date: 2030-01-01\nimage: a.png\nimage_alt: x", "![x](/images/a.png)"),
    }

    assert () == loaded(tmp_path, files).images
