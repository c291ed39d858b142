"""What is compared is the same: one association, written as each generator wants it."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from corpora import LARGE, SMALL, TYPICAL, Association, Corpus, association, reserved, scaled
from forms import (
    write_assosite_with_theme,
    write_eleventy,
    write_hugo,
    write_news,
    write_pelican,
)

Write = Callable[[Association, Path], None]
FORMS: Mapping[str, tuple[Write, str]] = {
    "assosite": (write_assosite_with_theme, "content"),
    "hugo": (write_hugo, "content"),
    "eleventy": (write_eleventy, "src"),
    "pelican": (write_pelican, "content"),
}
OTHERS = ("hugo", "eleventy", "pelican")
FEW = Corpus("few", 7, 5, 4)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("forms")
    for name, (write, _) in FORMS.items():
        write(association(FEW), folder / name)
    return {name: folder / name for name in FORMS}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def section(written: Mapping[str, Path], form: str, name: str) -> str:
    """All texts of a section, one after the other."""
    folder = written[form] / FORMS[form][1] / name
    texts = sorted(path for path in folder.glob("*.md") if not path.name.startswith("_"))
    return "".join(path.read_text() for path in texts)


def number(written: Mapping[str, Path], form: str, name: str) -> int:
    folder = written[form] / FORMS[form][1] / name
    return sum(not path.name.startswith("_") for path in folder.glob("*.md"))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_numbers_give_the_same_files(form: str, written: dict[str, Path], tmp_path: Path) -> None:
    """So that two measurements measure the same."""
    FORMS[form][0](association(FEW), tmp_path / "again")

    assert files(written[form]) == files(tmp_path / "again")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_has_all_news_and_events(form: str, written: dict[str, Path]) -> None:
    assert (7, 4) == (number(written, form, "actualites"), number(written, form, "agenda"))


@pytest.mark.parametrize("form", OTHERS)
def test_the_others_have_a_file_for_each_member(form: str, written: dict[str, Path]) -> None:
    assert 5 == number(written, form, "annuaire")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_every_text(form: str, written: dict[str, Path]) -> None:
    """Word for word: the bodies of news and events."""
    content = association(FEW)
    news, events = section(written, form, "actualites"), section(written, form, "agenda")

    assert [] == [one.name for one in content.news if one.body not in news]
    assert [] == [one.name for one in content.events if one.body not in events]


@pytest.mark.parametrize("form", OTHERS)
def test_nobody_without_consent_is_handed_to_the_others(form: str, written: dict[str, Path]) -> None:
    """They would publish what Assosite leaves out."""
    members = section(written, form, "annuaire")

    assert "Alix" not in members


@pytest.mark.parametrize("form", ("hugo", "eleventy"))
def test_commissions_are_written_for_those_that_have_pages_of_them(
    form: str, written: dict[str, Path]
) -> None:
    folder = written[form] / FORMS[form][1] / "commissions"

    assert 12 == len(list(folder.glob("commission-*/*.md")))


def test_the_style_sheet_is_the_same_for_all(written: dict[str, Path]) -> None:
    sheets = ("hugo/static", "eleventy", "pelican/theme/static")
    texts = {(written["hugo"].parent / sheet / "parvis.css").read_text() for sheet in sheets}

    assert 1 == len(texts)
    assert "@layer tokens {" in texts.pop()


def test_the_three_associations_are_those_of_the_bars() -> None:
    sizes = [(one.news, one.members, one.events) for one in (SMALL, TYPICAL, LARGE)]

    assert [(20, 15, 12), (500, 300, 300), (5000, 5000, 2000)] == sizes


def test_an_association_grows_in_its_proportions() -> None:
    grown = scaled(20000)

    assert (8157, 4894, 4894) == (grown.news, grown.members, grown.events)


def test_texts_for_members_stand_beside_the_news(tmp_path: Path) -> None:
    """None takes the place of one; the same numbers give the same ones."""
    write_assosite_with_theme(association(FEW), tmp_path / "site")
    write_news(reserved(7), tmp_path / "site")
    texts = [path.read_text() for path in (tmp_path / "site/content/actualites").glob("*.md")]

    assert (14, 7) == (len(texts), sum("visibility: members" in text for text in texts))
    assert reserved(7) == reserved(7)
