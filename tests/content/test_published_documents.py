"""Files published as they are: of which kinds, and when."""

from pathlib import Path

import pytest
from site_on_disk import Files, article, loaded, report, site

from association.content.documents import Verdict, verdict
from association.content.load import Loaded, SiteFolder, load
from association.problems import ContentError


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("statuts.pdf", Verdict.FINE),
        ("STATUTS.PDF", Verdict.FINE),
        ("modele.odt", Verdict.FINE),
        ("archive.tar.gz", Verdict.FINE),
        ("parcours.gpx", Verdict.FINE),
        ("compte.rendu.du.3.pdf", Verdict.FINE),
        ("x.php.pdf", Verdict.FINE),
        ("x.pdf.php", Verdict.SERVER),
        ("x.PHP", Verdict.SERVER),
        ("x.php.", Verdict.SERVER),
        ("x.phtml", Verdict.SERVER),
        ("web.config", Verdict.SERVER),
        (".htaccess", Verdict.UNKNOWN),
        ("page.HTML", Verdict.BROWSER),
        ("plan.svg", Verdict.BROWSER),
        ("jeu.js", Verdict.BROWSER),
        ("x.pdf.", Verdict.UNKNOWN),
        ("x", Verdict.UNKNOWN),
        ("x.dwgx", Verdict.UNKNOWN),
        ("x.ｐｄｆ", Verdict.UNKNOWN),
        ("~$statuts.docx", Verdict.LITTER),
        (".~lock.statuts.odt#", Verdict.LITTER),
        ("Thumbs.db", Verdict.LITTER),
        (".DS_Store", Verdict.LITTER),
        ("._statuts.pdf", Verdict.LITTER),
        ("statuts.md~", Verdict.BACKUP),
        ("statuts.pdf~", Verdict.BACKUP),
        ("statuts.pdf.bak", Verdict.BACKUP),
        ("#statuts.odt#", Verdict.BACKUP),
    ],
)
def test_the_name_says_what_becomes_of_a_file(name: str, expected: Verdict) -> None:
    """The last suffix counts, in any capitals."""

    assert expected is verdict(f"documents/2026/{name}")


def test_the_settings_add_kinds_but_none_that_is_run() -> None:
    """A server does not ask our settings."""
    more = frozenset(("dwgx", "php", "html"))
    found = [verdict(f"documents/x.{kind}", more) for kind in ("dwgx", "php", "html")]

    assert [Verdict.FINE, Verdict.SERVER, Verdict.BROWSER] == found


STORED = {f"content/documents/{name}.pdf": b"" for name in ("a", "b")}


def published(root: Path, files: Files) -> list[str]:
    return sorted(loaded(root, {**STORED, **files}).documents)


LINK = "[x](/documents/a.pdf)"


@pytest.mark.parametrize(
    "body",
    [
        LINK,
        "[x](../documents/a.pdf)",
        "[x]({static}/documents/a.pdf#page=3)",
        "[x][r]\n\n[r]: /documents/a.pdf",
        '<a href="/documents/a.pdf">x</a>',
        "[x](https://essai.example/documents/a.pdf)",
        "[x](HTTPS://Essai.example/documents/a.pdf?v=2)",
    ],
)
def test_a_document_is_published_when_a_published_text_links_to_it(tmp_path: Path, body: str) -> None:
    """However the link is written, and by nothing else."""
    found = with_url(tmp_path, {**STORED, "content/actualites/x.md": article("date: 2026-09-01", body)})

    assert {"documents/a.pdf"} == found.documents


def with_url(root: Path, files: Files, **settings: object) -> Loaded:
    folder = site(root, files)
    written = {name: getattr(folder, name) for name in folder.__slots__}
    return load(SiteFolder(**{**written, "url": "https://essai.example", **settings}))


@pytest.mark.parametrize(
    "body",
    [
        "`[x](/documents/a.pdf)`",
        "<!-- [x](/documents/a.pdf) -->",
        "[x](https://autre.example/documents/a.pdf)",
    ],
)
def test_code_comments_and_other_sites_publish_nothing(tmp_path: Path, body: str) -> None:
    """None of them is a link to our document."""
    found = with_url(tmp_path, {**STORED, "content/actualites/x.md": article("date: 2026-09-01", body)})

    assert frozenset() == found.documents


@pytest.mark.parametrize(
    "files",
    [
        {"content/pages/x.md": article("order: 1", LINK)},
        {"content/agenda/x.md": article("start: 2026-12-01", LINK)},
        {"content/annonces/x.md": article("kind: job\nexpires: 2026-12-01", LINK)},
        {
            "commissions.yaml": "commissions:\n  - {id: c, name: C}\n",
            "content/comptes-rendus/2026-09-01-c.md": article("commission: c\ndate: 2026-09-01", LINK),
        },
        {"members.yaml": f"members:\n  - {{id: m, name: M, description: '{LINK}'}}\n"},
        {"members.yaml": f"types:\n  - {{id: t, name: T, description: '{LINK}'}}\n"},
        {"members.yaml": f"benefits:\n  - {{name: B, description: '{LINK}'}}\n"},
        {"members.yaml": f"partners:\n  - {{id: p, name: P, description: '{LINK}'}}\n"},
        {"commissions.yaml": f"commissions:\n  - {{id: c, name: C, description: '{LINK}'}}\n"},
        {"commissions.yaml": "commissions:\n  - {id: c, name: C, charter: /documents/a.pdf}\n"},
        {"members.yaml": "types:\n  - {id: t, name: T, join_url: https://essai.example/documents/a.pdf}\n"},
        {
            "content/agenda/x.md": article(
                "start: 2026-12-01\nregistration: https://essai.example/documents/a.pdf"
            )
        },
        {
            "content/annonces/x.md": article(
                "kind: job\nexpires: 2026-12-01\napply: https://essai.example/documents/a.pdf"
            )
        },
    ],
)
def test_every_kind_of_text_publishes_what_it_links_to(tmp_path: Path, files: Files) -> None:
    """Fields of YAML and front matter too."""

    assert {"documents/a.pdf"} == with_url(tmp_path, {**STORED, **files}).documents


@pytest.mark.parametrize(
    "head", ["date: 2026-09-01\nstatus: draft", "date: 2026-09-01\nvisibility: members", "date: 2027-09-01"]
)
def test_what_only_hidden_texts_link_to_is_neither_published_nor_forgotten(tmp_path: Path, head: str) -> None:
    """It comes out when the text does: nobody has to do anything."""
    files = {"content/documents/a.pdf": b"", "content/actualites/x.md": article(head, LINK)}

    assert (frozenset(), []) == (
        with_url(tmp_path, files, publishes_unlinked=True).documents,
        report(tmp_path, {}),
    )


def test_a_document_of_a_text_to_come_comes_out_with_it(tmp_path: Path) -> None:
    """The next build has both."""
    text = article("date: 2027-09-01", LINK)

    assert [] == published(tmp_path, {"content/actualites/x.md": text})
    assert ["documents/a.pdf"] == published(
        tmp_path, {"content/actualites/x.md": text.replace("2027", "2025")}
    )


def test_the_settings_may_publish_what_nobody_links_to(tmp_path: Path) -> None:
    """Their addresses may stand in a letter; then nothing is to be said of them."""
    found = with_url(tmp_path, STORED, publishes_unlinked=True)

    assert ({"documents/a.pdf", "documents/b.pdf"}, ()) == (found.documents, found.warnings)


def test_unlinked_documents_are_not_told_of_while_a_text_is_wrong(tmp_path: Path) -> None:
    """The link may be in that text."""
    with pytest.raises(ContentError) as raised:
        loaded(tmp_path, {**STORED, "content/actualites/x.md": "Rien."})

    assert ["no-front-matter"] == [problem.code for problem in raised.value.problems]


def test_a_file_beside_a_text_follows_the_same_rule(tmp_path: Path) -> None:
    """Wherever it lies, and by an address from the root as well."""
    files = {
        "content/agenda/programme.pdf": b"",
        "content/agenda/plan.pdf": b"",
        "content/agenda/perdu.pdf": b"",
        "content/agenda/x.md": article("start: 2026-12-01", "[x](programme.pdf) [y](/agenda/plan.pdf)"),
    }

    assert {"agenda/programme.pdf", "agenda/plan.pdf"} == loaded(tmp_path, files).documents


def test_names_that_make_some_servers_run_a_file_are_told(tmp_path: Path) -> None:
    """It is published, but not without a word."""
    files = {
        "content/documents/x.php.pdf": b"",
        "content/pages/x.md": article("order: 1", "[x](/documents/x.php.pdf)"),
    }

    assert ["unsafe-document"] == [problem.code for problem in loaded(tmp_path, files).warnings]
