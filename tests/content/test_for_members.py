"""What is for members only: where it goes when a site is loaded, with what only it uses."""

from pathlib import Path

import pytest
from site_on_disk import Files, article, codes, loaded, site

from association.content.load import LoadMemory, SiteFolder, load
from association.content.site import Loaded
from association.domain.association import Association
from association.problems import ContentError

PRIVATE = "visibility: members"
BODY = "[x](/documents/a.pdf) ![x](/images/a.png)"
COMMISSIONS = "commissions:\n  - {id: c, name: C}\n"
KINDS: dict[str, tuple[str, str]] = {
    "articles": ("actualites/x.md", "date: 2026-09-01"),
    "events": ("agenda/x.md", "start: 2026-12-01 18:30\nduration: 1h"),
    "offers": ("annonces/x.md", "kind: job\nexpires: 2026-12-01"),
    "minutes": ("comptes-rendus/2026-09-01-c.md", "commission: c\ndate: 2026-09-01"),
    "pages": ("pages/x.md", "order: 1"),
}
"""A file of each and its keys, by the part of the association."""
STORED: Files = {"content/documents/a.pdf": b"", "content/images/a.png": b"", "commissions.yaml": COMMISSIONS}


def of_kind(kind: str, *more: str, body: str = BODY) -> Files:
    name, keys = KINDS[kind]
    return {**STORED, f"content/{name}": article("\n".join((keys, PRIVATE, *more)), body)}


def counted(association: Association) -> dict[str, int]:
    return {kind: len(getattr(association, kind)) for kind in KINDS if getattr(association, kind)}


def languages(root: Path, files: Files, **others: object) -> Loaded:
    folder = site(root, files)
    written = {name: getattr(folder, name) for name in folder.__slots__}
    return load(SiteFolder(**{**written, "languages": ("fr", "nl"), **others}))


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_for_members_is_theirs_alone(tmp_path: Path, kind: str) -> None:
    """With its document and its picture; nobody else hears of any of them."""
    found = loaded(tmp_path, of_kind(kind))

    assert ({}, {kind: 1}) == (counted(found.written), counted(found.reserved))
    assert ((), frozenset()) == (found.images, found.documents)
    assert ["images/a.png"] == [use.path for use in found.members_images]
    assert ["documents/a.pdf"] == [*found.members_documents]
    assert [KINDS[kind][0]] == [*found.members_texts]
    assert not [one for one in found.warnings if one.code in ("unlinked-document", "half-private")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_public_knows_only_that_there_is_something(tmp_path: Path, kind: str) -> None:
    """By which the menu has the section."""

    assert loaded(tmp_path / "private", of_kind(kind)).association.keeps_for_members
    assert not loaded(tmp_path / "none", STORED).association.keeps_for_members


def test_meetings_alone_make_a_section_too(tmp_path: Path) -> None:
    """Each stays with its commission."""
    meeting = "{id: r, title: R, start: 2026-12-01 18:30, visibility: members}"
    files = {"commissions.yaml": f"commissions:\n  - id: c\n    name: C\n    meetings: [{meeting}]\n"}
    found = loaded(tmp_path, files)

    assert () == found.association.commissions[0].meetings
    assert ["r"] == [one.id for one in found.reserved.commissions[0].meetings]
    assert found.association.keeps_for_members


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_for_members_is_nobodys(tmp_path: Path, kind: str) -> None:
    """What only it uses waits with it."""
    found = loaded(tmp_path, of_kind(kind, "status: draft"))

    assert ({}, {}) == (counted(found.written), counted(found.reserved))
    assert ((), {}, {}) == (found.members_images, found.members_documents, found.members_texts)
    assert () == found.warnings


def test_a_text_of_a_day_to_come_waits(tmp_path: Path) -> None:
    """For members as for everybody."""
    files = {**STORED, "content/actualites/x.md": article(f"date: 2026-11-23\n{PRIVATE}", BODY)}
    found = loaded(tmp_path, files)

    assert ({}, False) == (counted(found.reserved), found.association.keeps_for_members)


def test_a_translation_is_for_those_whom_its_text_is_for(tmp_path: Path) -> None:
    """It says nothing of it itself; members read it in its language."""
    files = {
        "content/actualites/x.md": article(f"date: 2026-09-01\n{PRIVATE}\nimage: a.png\nimage_alt: A"),
        "content/actualites/x.nl.md": "---\ntitle: Titel\n---\n\n[x](/documents/a.pdf)\n",
        "content/documents/a.pdf": b"",
        "content/images/a.png": b"",
    }
    found = languages(tmp_path, files)

    assert {} == counted(found.written)
    assert ["Titel"] == [str(one.title) for one in found.reserved_by_language["nl"].articles]
    assert ["Titre"] == [str(one.title) for one in found.reserved_by_language["fr"].articles]
    assert {"actualites/x.md", "actualites/x.nl.md"} == {*found.members_texts}
    assert (["documents/a.pdf"], {"images/a.png"}) == (
        [*found.members_documents],
        {use.path for use in found.members_images},
    )
    assert ((), frozenset()) == (found.images, found.documents)


def test_unlinked_documents_are_published_without_those_of_members(tmp_path: Path) -> None:
    """PUBLISH_UNLINKED_DOCUMENTS is for what no text leads to."""
    files = {**of_kind("pages"), "content/documents/b.pdf": b""}
    folder = site(tmp_path, files)
    written = {name: getattr(folder, name) for name in folder.__slots__}
    found = load(SiteFolder(**{**written, "publishes_unlinked": True}))

    assert {"documents/b.pdf"} == found.documents
    assert ["documents/a.pdf"] == [*found.members_documents]


def test_resources_of_members_are_theirs(tmp_path: Path) -> None:
    """The current version and the former ones."""
    lines = "template: resources\nresources: [{title: A, file: a.pdf, replaces: [{version: 1, file: b.pdf}]}]"
    files = {**of_kind("pages", lines, body=""), "content/documents/b.pdf": b""}
    found = loaded(tmp_path, files)

    assert (frozenset(), ["documents/a.pdf", "documents/b.pdf"]) == (
        found.documents,
        sorted(found.members_documents),
    )


def test_a_document_of_both_is_an_error(tmp_path: Path) -> None:
    """At the link that would publish it."""
    files = {**of_kind("pages"), "content/actualites/y.md": article("date: 2026-09-01", BODY)}

    assert ["half-private", "half-private"] == codes(tmp_path, files)


@pytest.mark.parametrize(
    ("copied", "expected"),
    [
        (("extra",), []),
        (("documents",), []),  # of which Pelican copies none (host/settings.py)
        (("images", "extra"), ["content/images/a.png"]),
        (("./images/",), ["content/images/a.png"]),
        (("images/a.png",), ["content/images/a.png"]),
        (("actualites",), ["content/actualites/x.md"]),
        (("",), ["content/actualites/x.md", "content/images/a.png"]),
    ],
)
def test_what_pelican_would_copy_as_it_is_stops_the_build(
    tmp_path: Path, copied: tuple[str, ...], expected: list[str]
) -> None:
    """Classic sites name the folder of their images in STATIC_PATHS."""
    folder = site(tmp_path, of_kind("articles"))
    written = {name: getattr(folder, name) for name in folder.__slots__}
    told = problems(SiteFolder(**{**written, "copied": copied}))

    assert expected == [line for line in expected if any(f'"{line}"' in one for one in told)]
    assert len(expected) == len(told)


def problems(folder: SiteFolder) -> list[str]:
    try:
        return [problem.line_of_text() for problem in load(folder).warnings]
    except ContentError as error:
        return [problem.line_of_text() for problem in error.problems]


def test_a_text_may_tell_how_texts_become_private(tmp_path: Path) -> None:
    """In its words, or in an example."""
    bodies = "Écrivez :\n\nvisibility: members\n", "```yaml\ntitle: Titre\nvisibility: members\n```\n"
    files = {f"content/pages/{n}.md": f"---\ntitle: Aide\n---\n{body}" for n, body in enumerate(bodies)}

    assert 2 == len(loaded(tmp_path, files).written.pages)


def test_topics_of_members_are_spelt_by_them_alone(tmp_path: Path) -> None:
    """The public sees no spelling that only a private text has, and members see their own."""
    files = {
        "content/actualites/a.md": article(f"date: 2026-09-02\ntags: [IA, Secret]\n{PRIVATE}"),
        "content/actualites/b.md": article("date: 2026-09-01\ntags: [ia]"),
    }
    found = loaded(tmp_path, files)

    assert ["ia"] == [str(tag.name) for tag in found.written.articles[0].tags]
    assert ["IA", "Secret"] == [str(tag.name) for tag in found.reserved.articles[0].tags]


def test_only_a_text_for_members_has_a_title_to_show(tmp_path: Path) -> None:
    """Of a public text the key says nothing."""
    files = {
        "content/actualites/a.md": article(f"date: 2026-09-02\nshow_title: true\n{PRIVATE}"),
        "content/actualites/b.md": article("date: 2026-09-01\nshow_title: true"),
        "content/actualites/c.md": article(f"date: 2026-09-01\n{PRIVATE}"),
    }

    assert {"actualites/a.md"} == loaded(tmp_path, files).titles_shown


def test_texts_are_in_the_order_of_public_ones(tmp_path: Path) -> None:
    """News the latest first, events by their dates, pages as their menu has them."""
    files = {
        **{f"content/actualites/{day}.md": article(f"date: 2026-09-0{day}\n{PRIVATE}") for day in (2, 3, 1)},
        **{f"content/agenda/{day}.md": article(f"start: 2026-12-0{day}\n{PRIVATE}") for day in (2, 3, 1)},
        **{f"content/pages/p{day}.md": article(f"order: {day}\n{PRIVATE}") for day in (2, 3, 1)},
    }
    reserved = loaded(tmp_path, files).reserved

    assert ["3", "2", "1"] == [one.slug for one in reserved.articles]
    assert ["1", "2", "3"] == [one.slug for one in reserved.events]
    assert ["p1", "p2", "p3"] == [one.slug for one in reserved.pages]


def test_a_text_that_becomes_private_is_noticed(tmp_path: Path) -> None:
    """By a process that has loaded the site before; and back."""
    memory, name = LoadMemory(), "content/actualites/x.md"
    public, private = article("date: 2026-09-01", BODY), article(f"date: 2026-09-01\n{PRIVATE}", BODY)

    def now(text: str) -> tuple[int, int, int, int]:
        found = load(site(tmp_path, {**STORED, name: text}), memory)
        return (
            len(found.written.articles),
            len(found.reserved.articles),
            len(found.documents),
            len(found.members_documents),
        )

    assert [(1, 0, 1, 0), (0, 1, 0, 1), (1, 0, 1, 0)] == [now(text) for text in (public, private, public)]
