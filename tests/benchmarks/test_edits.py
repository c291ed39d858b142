"""An edit changes one file, and can be read where the benchmark looks for it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from built_site import Built, build
from corpora import Corpus, association
from edits import ASSOSITE_EDITS, ELEVENTY_EDITS, HUGO_EDITS, KINDS, PELICAN_EDITS, Edit
from forms import write_assosite_with_theme, write_eleventy, write_hugo, write_pelican

EDITS: Mapping[str, Mapping[str, Edit]] = {
    "assosite": ASSOSITE_EDITS,
    "hugo": HUGO_EDITS,
    "eleventy": ELEVENTY_EDITS,
    "pelican": PELICAN_EDITS,
}
FEW = Corpus("few", 3, 3, 12)
WORDS = {kind: f"k{number:04}x" for number, kind in enumerate(KINDS)}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("edited")
    forms = (write_assosite_with_theme, write_hugo, write_eleventy, write_pelican)
    for name, write in zip(EDITS, forms):
        write(association(FEW), folder / name)
    return {name: folder / name for name in EDITS}


@pytest.fixture(scope="module")
def edited(written: dict[str, Path]) -> Built:
    """Our own site, after one edit of each kind."""
    folder = written["assosite"]
    for kind, edit in ASSOSITE_EDITS.items():
        file = folder / edit.file
        file.write_text(edit.change(file.read_text(), WORDS[kind]))
    return build(folder, folder / "output")


@pytest.mark.parametrize("form", ("hugo", "eleventy", "pelican"))
@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_brings_in_its_word_once(form: str, kind: str, written: dict[str, Path]) -> None:
    edit = EDITS[form][kind]
    text = (written[form] / edit.file).read_text()

    assert (0, 1) == (text.count(WORDS[kind]), edit.change(text, WORDS[kind]).count(WORDS[kind]))


@pytest.mark.parametrize("form", EDITS)
@pytest.mark.parametrize("kind", ("title", "member", "meeting"))
def test_an_edit_of_a_field_leaves_all_other_lines(form: str, kind: str, written: dict[str, Path]) -> None:
    edit = EDITS[form][kind]
    before = (written[form] / edit.file).read_text().splitlines()
    after = edit.change("\n".join(before), "k9999x").splitlines()

    assert [True] == ["k9999x" in now for was, now in zip(before, after) if was != now]


@pytest.mark.parametrize("kind", KINDS)
def test_our_edits_are_read_on_the_pages_that_are_looked_at(kind: str, edited: Built) -> None:
    """The site still builds, without a word."""
    pages = ASSOSITE_EDITS[kind].pages
    files = [f"{page}index.html" if page.endswith("/") else page for page in pages]

    assert (0, "") == (edited.code, edited.said)
    assert [] == [one for one in files if WORDS[kind] not in (edited.folder / one[1:]).read_text()]
