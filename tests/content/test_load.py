"""The whole folder: what may be missing, what is told at once, what is handed on."""

import errno
import os
from pathlib import Path

import pytest
from site_on_disk import article, association, codes, loaded, report, site

from association.content.load import load
from association.domain.association import Association, Identity
from association.problems import ContentError


def test_a_folder_with_nothing_in_it_is_an_association_without_anything(tmp_path: Path) -> None:
    """Any missing file or folder is simply empty."""

    assert Association(Identity("Essai")) == association(tmp_path, {})


def test_every_problem_of_every_file_is_told_in_one_run(tmp_path: Path) -> None:
    """Nobody mends a site one mistake at a time."""
    files = {
        "members.yaml": "members:\n  - {id: kernel, name: Kernel, sponsors: [nobody]}\n",
        "commissions.yaml": "commissions:\n  - {id: reseaux, name: Réseaux, members: [nobody]}\n",
        "content/actualites/a.md": article("date: 2026-09-01\nmembers: [nobody]"),
        "content/agenda/b.md": article("start: 2026-09-01 18:30"),
        "content/pages/c.md": article("order: 1", "[x](d.md)"),
    }

    assert [
        "commissions.yaml",
        "content/actualites/a.md",
        "content/agenda/b.md",
        "content/pages/c.md",
        "members.yaml",
    ] == [line.partition(":")[0] for line in report(tmp_path, files)]


def test_a_warning_does_not_stop_a_build(tmp_path: Path) -> None:
    """The association is published, and the warning is handed on."""
    files = {"content/agenda/bal.md": article("start: 2026-10-25 02:30\nduration: 1h")}

    found = loaded(tmp_path, files)

    assert (["ambiguous-time"], 1) == ([one.code for one in found.warnings], len(found.association.events))


def test_an_unreadable_file_is_the_only_problem_it_causes(tmp_path: Path) -> None:
    """References into it cannot be judged."""
    files = {
        "members.yaml": "members: [kernel\n",
        "commissions.yaml": "commissions:\n  - {id: reseaux, name: Réseaux, members: [kernel]}\n",
    }

    assert ["yaml-bracket"] == codes(tmp_path, files)


def test_images_and_documents_of_published_texts_are_reported(tmp_path: Path) -> None:
    """What is not listed here is not copied to the site."""
    files = {
        "content/images/salle.png": b"",
        "content/images/logos/kernel.png": b"",
        "content/images/plus-tard.png": b"",
        "content/documents/statuts.pdf": b"",
        "members.yaml": "members:\n  - {id: kernel, name: Kernel, logo: logos/kernel.png}\n",
        "content/pages/a.md": article(
            "order: 1", "![Salle](/images/salle.png)\n[Statuts](../documents/statuts.pdf)"
        ),
        "content/actualites/b.md": article("date: 2030-01-01\nimage: plus-tard.png\nimage_alt: x"),
    }

    found = loaded(tmp_path, files)

    assert (["images/logos/kernel.png", "images/salle.png"], {"documents/statuts.pdf"}) == (
        sorted(use.path for use in found.images),
        set(found.documents),
    )


def test_the_place_of_an_image_is_that_of_its_name_in_the_file(tmp_path: Path) -> None:
    """A picture that turns out to be no image is told there."""
    files = {
        "content/images/salle.png": b"",
        "content/actualites/b.md": article("date: 2026-01-01\nimage: salle.png\nimage_alt: x"),
    }
    place = loaded(tmp_path, files).images[0].place

    assert ("content/actualites/b.md", 4, 8) == (place.file, place.line, place.column)


def test_hidden_files_and_links_out_of_content_do_not_exist(tmp_path: Path) -> None:
    """A symbolic link would publish what it leads to."""
    (tmp_path / "secret.md").write_text(article("date: 2026-09-01"), encoding="utf-8")
    folder = tmp_path / "content" / "actualites"
    folder.mkdir(parents=True)
    (folder / "lien.md").symlink_to(tmp_path / "secret.md")
    (folder / ".brouillon.md").write_text(article("date: 2026-09-01"), encoding="utf-8")

    assert () == association(tmp_path, {}).articles


def test_links_that_lead_to_themselves_do_not_exist(tmp_path: Path) -> None:
    """Nor does what is below a folder that is a link to the one it lies in."""
    folder = tmp_path / "content" / "actualites"
    for name in ("content/actualites", "content/documents", "content/images"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "boucle.md").symlink_to("boucle.md")
        (tmp_path / name / "ici").symlink_to(".")
    (folder / "a.md").write_text(article("date: 2026-09-01"), encoding="utf-8")

    assert ["a"] == [one.slug for one in association(tmp_path, {}).articles]


@pytest.mark.parametrize("target", ["members.yaml", "nowhere.yaml"])
def test_members_behind_a_link_that_leads_nowhere_are_not_simply_absent(tmp_path: Path, target: str) -> None:
    """A site without members would be published."""
    (tmp_path / "members.yaml").symlink_to(target)

    assert ["unreadable"] == codes(tmp_path, {})


def test_a_folder_that_is_closed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may open everything: the system's answer is made up."""
    opened = os.scandir

    def closed(folder: Path) -> object:
        if Path(folder).name == "actualites":
            raise PermissionError(errno.EACCES, "Permission denied", str(folder))
        return opened(folder)

    monkeypatch.setattr(os, "scandir", closed)

    with pytest.raises(ContentError) as raised:
        load(site(tmp_path, {"content/actualites/a.md": article("date: 2026-09-01")}))

    assert "content/actualites:1:1: error: this folder cannot be opened; " in str(raised.value)


def test_sections_may_live_in_other_folders(tmp_path: Path) -> None:
    """An English site says `news`."""
    folder = site(tmp_path, {"content/news/a.md": article("date: 2026-09-01")})
    elsewhere = type(folder)(
        **{**{name: getattr(folder, name) for name in folder.__slots__}, "sections": {"news": "news"}}
    )

    assert ["a"] == [one.slug for one in load(elsewhere).association.articles]


def test_the_same_site_loads_alike_whatever_the_order_of_sorted_lists(tmp_path: Path) -> None:
    """Members are sorted by name."""
    one = "members:\n  - {id: b, name: Éole}\n  - {id: a, name: Adviser}\n  - {id: c, name: zèbre}\n"

    assert ["Adviser", "Éole", "zèbre"] == [
        member.name for member in association(tmp_path, {"members.yaml": one}).members
    ]


def test_the_exception_holds_problems_in_reading_order(tmp_path: Path) -> None:
    """By file, line and column."""
    files = {"members.yaml": "members:\n  - {id: a, name: A, sponsors: [y, x]}\n"}

    with pytest.raises(ContentError) as raised:
        load(site(tmp_path, files))

    assert [33, 36] == [problem.column for problem in raised.value.problems]


@pytest.mark.parametrize("name", ["a\nb.md", "a\x1b[31m.md", os.fsdecode(b"caf\xe9.md")])
def test_a_file_name_that_cannot_be_shown_is_refused(tmp_path: Path, name: str) -> None:
    """It would break the report apart, and no address can hold it."""
    files = {f"content/actualites/{name}": article("date: 2026-09-01")}

    assert [True] == [line.isprintable() and "[bad-file-name]" in line for line in report(tmp_path, files)]


def test_the_ending_of_a_text_may_be_in_capitals(tmp_path: Path) -> None:
    """Some editors' computers like it so."""
    files = {"content/actualites/RENTREE.MD": article("date: 2026-09-01")}

    assert ["rentree"] == [one.slug for one in association(tmp_path, files).articles]


def test_what_was_meant_is_looked_for_a_hundred_times(tmp_path: Path) -> None:
    """Among thousands of members it takes long, and nobody mends more at once."""
    members = "".join(f"  - {{id: membre-{n}, name: A, sponsors: [member-{n}]}}\n" for n in range(150))
    said = report(tmp_path, {"members.yaml": f"members:\n{members}"})

    assert (150, 100) == (len(said), sum("did you mean" in line for line in said))
