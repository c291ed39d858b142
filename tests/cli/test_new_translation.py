"""`new --translation-of`: a file beside the text that it translates; and texts in another language."""

from pathlib import Path

import pytest

from association.cli.files import folder_of, problems_of
from association.cli.new import NewOptions, new
from association.cli.outcome import WrongUsage

pytestmark = pytest.mark.usefixtures("on_a_known_day")


def bilingual(site: Path) -> None:
    settings = site / "pelicanconf.py"
    settings.write_text(f'{settings.read_text("utf-8")}\nLANGUAGES = ["fr", "nl"]\n', encoding="utf-8")
    news = site / "content/actualites"
    news.mkdir(parents=True, exist_ok=True)
    (news / "2026-09-01-rentree.md").write_text("---\ntitle: Rentrée\ndate: 2026-09-01\n---\nUn.\n", "utf-8")


@pytest.mark.parametrize(
    "named", ["rentree", "2026-09-01-rentree.md", "content/actualites/2026-09-01-rentree.md"]
)
def test_a_translation_stands_beside_the_text(named: str, site: Path) -> None:
    """With its title, and all the rest from there."""
    bilingual(site)
    new("news", NewOptions("Begin", translation_of=named), site)
    written = (site / "content/actualites/2026-09-01-rentree.nl.md").read_text("utf-8")

    assert ("title: Begin" in written, "De tekst begint hier" in written, "date:" in written) == (
        True,
        True,
        False,
    )
    assert () == tuple(problems_of(folder_of(site)))


def test_a_text_with_its_language_in_its_name_has_translations_too(site: Path) -> None:
    """Which stand beside it, under the name that they share."""
    bilingual(site)
    news = site / "content/actualites"
    (news / "2026-09-01-rentree.md").rename(news / "2026-09-01-rentree.fr.md")
    new("news", NewOptions("Begin", translation_of="2026-09-01-rentree"), site)

    assert (news / "2026-09-01-rentree.nl.md").exists()
    assert () == tuple(problems_of(folder_of(site)))


def test_of_several_other_languages_one_is_asked_for(site: Path) -> None:
    """Nothing was typed that could be wrong."""
    bilingual(site)
    settings = site / "pelicanconf.py"
    settings.write_text(f'{settings.read_text("utf-8")}\nLANGUAGES = ["fr", "nl", "en"]\n', encoding="utf-8")
    with pytest.raises(WrongUsage) as wrong:
        new("news", NewOptions("Begin", translation_of="rentree"), site)

    assert "Say in which language it is: --lang, with one of: fr, nl, en." == wrong.value.said.text()


def test_a_site_of_one_language_has_no_translations(site: Path) -> None:
    """Its settings come first."""
    bilingual(site)
    settings = site / "pelicanconf.py"
    settings.write_text(settings.read_text("utf-8").replace('LANGUAGES = ["fr", "nl"]', ""), encoding="utf-8")
    with pytest.raises(WrongUsage) as wrong:
        new("news", NewOptions("Begin", translation_of="rentree", lang="fr"), site)

    assert "LANGUAGES" in wrong.value.said.text()


def test_a_text_of_another_language_says_so(site: Path) -> None:
    """One that translates nothing."""
    bilingual(site)
    new("news", NewOptions("Alleen", lang="nl"), site)

    assert ["lang: nl"] == [
        line
        for path in (site / "content/actualites").glob("*alleen.md")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith("lang")
    ]


@pytest.mark.parametrize(
    ("kind", "wishes", "option"),
    [
        ("event", NewOptions("X", start="2027-03-18", translation_of="fete"), "--start"),
        ("event", NewOptions("X", venue="Gemeentehuis", translation_of="fete"), "--venue"),
        ("offer", NewOptions("X", type="stage", translation_of="stage"), "--type"),
        ("news", NewOptions("X", members_only=True, translation_of="rentree"), "--members-only"),
    ],
)
def test_what_the_text_says_for_both_is_not_asked_of_its_translation(
    kind: str, wishes: NewOptions, option: str, site: Path
) -> None:
    """Told, for what was typed would be nowhere."""
    bilingual(site)
    with pytest.raises(WrongUsage) as wrong:
        new(kind, wishes, site)

    assert (
        f"A translation has that from the text that it translates: leave out {option}."
        == wrong.value.said.text()
    )


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        (NewOptions("X", translation_of="rentre"), '--translation-of: no such text: "rentre"'),
        (NewOptions("X", translation_of="rentree", lang="en"), "--lang: found en, expected one of: fr, nl"),
    ],
)
def test_a_translation_of_nothing_is_told(wishes: NewOptions, said: str, site: Path) -> None:
    """And of a language that the site has not."""
    bilingual(site)
    with pytest.raises(WrongUsage) as wrong:
        new("news", wishes, site)

    assert said in wrong.value.said.text()
