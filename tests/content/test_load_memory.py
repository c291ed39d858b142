"""A site loaded again by a process that has loaded it before."""

import os
from pathlib import Path

import pytest
from site_on_disk import site as site_with

from association.content.load import Loaded, LoadMemory, Unpublishable, load

FILES = {
    "members.yaml": "members:\n  - {id: kernel, name: Kernel}\n  - {id: icea, name: Icéa, summary: Un}\n",
    "content/actualites/un.md": "---\ntitle: Un\ndate: 2026-11-01\n---\nUn texte.\n",
    "content/actualites/deux.md": "---\ntitle: Deux\ndate: 2026-11-02\n---\nUn texte.\n",
}
TOO_DEEP = "---\ntitle: Un\ndate: 2026-11-01\n---\n" + "> " * 200 + "profond\n"


class Reloaded:
    def __init__(self, folder: Path) -> None:
        self.folder, self.memory = folder, LoadMemory()
        self.write(FILES)

    def write(self, files: dict[str, str]) -> None:
        self.site = site_with(self.folder, files)

    def load(self) -> Loaded:
        return load(self.site, self.memory)


@pytest.fixture
def site(tmp_path: Path) -> Reloaded:
    return Reloaded(tmp_path)


def test_what_has_not_changed_is_the_same_object(site: Reloaded) -> None:
    """By which a page that shows it is known to be as it was; its line in the file does not count."""
    before = site.load().association
    site.write(
        {"members.yaml": FILES["members.yaml"].replace("members:\n", "\nmembers:\n").replace("Un", "Deux")}
    )
    site.write({"content/actualites/un.md": FILES["content/actualites/un.md"].replace("Un texte", "Autre")})
    after = site.load().association

    assert [False, True] == [one is other for one, other in zip(before.members, after.members, strict=True)]
    assert [True, False] == [one is other for one, other in zip(before.articles, after.articles, strict=True)]
    assert ("Autre.", "Deux") == (after.articles[1].body.strip(), str(after.members[0].summary))


def test_a_file_that_was_given_its_former_time_is_read_again(site: Reloaded) -> None:
    """An archive that is unpacked, rsync and git give files times of their own."""
    path = site.folder / "content/actualites/un.md"
    before = path.stat()
    site.load()
    path.write_text(FILES["content/actualites/un.md"].replace("Un texte", "Un tExte"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert "Un tExte." == site.load().association.articles[1].body.strip()


def test_a_mistake_is_told_at_every_load_until_it_is_mended(site: Reloaded) -> None:
    """Of the YAML as of a text."""
    site.load()
    site.write({"members.yaml": "members:\n  - {id: kernel}\n", "content/actualites/un.md": TOO_DEEP})
    told = []
    for _ in range(2):
        with pytest.raises(Unpublishable) as refused:
            site.load()
        told.append(sorted(problem.code for problem in refused.value.problems))
    site.write(FILES)

    assert [["missing-field", "text-too-deep"]] * 2 == told
    assert 2 == len(site.load().association.articles)
