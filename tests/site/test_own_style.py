"""A site's own styles and templates, as the guide has webmasters add them."""

import re
from pathlib import Path

import pytest
from built_site import REPOSITORY, SMALLEST_SETTINGS, Built, SiteOf
from checking import checked

GUIDE = REPOSITORY / "docs" / "guide-webmestre.md"
CHAPTER = GUIDE.read_text("utf-8").partition("## Adapter l’habillage")[2].partition("\n## ")[0]


def example(language: str) -> str:
    """The only one of the chapter in that language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", CHAPTER, re.DOTALL)
    return str(found)


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    """Each example of the guide, where the guide says it goes."""
    return site_of(
        {
            "pelicanconf.py": f"{SMALLEST_SETTINGS}\n{example('python')}",
            "content/theme/extra.css": "\ufeff" + example("css").replace("\n", "\r\n"),
            "templates/home.html": example("jinja"),
        }
    )


def test_a_sheet_of_one_s_own_comes_after_the_theme(site: Built) -> None:
    """In no layer, so that it wins; as the editor of its webmaster saves it."""
    sheet = site.text_of("theme/parvis.css")

    assert () == site.problems
    assert sheet.endswith(example("css"))
    assert sheet.count("{") == sheet.count("}")


def test_one_block_of_a_template_is_one_s_own(site: Built) -> None:
    """All else of the page stays the theme's."""
    page, own = site.text_of(""), example("jinja")
    words = re.sub(r"{%.*?%}|{{.*?}}|<[^>]*>", "", own).strip()

    assert words in page
    assert "<h1" in page


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        (
            '/* @import "https://a.example/x.css" */\n@import "autre.css";\n',
            '2:1: error: found "@import "autre.css"", expected rules alone; '
            "write the rules of that file here",
        ),
        (
            ".rail {\n  background: url( 'https://a.example/fond.png');\n}\n",
            '2:21: error: found "https://a.example/fond.png": pages ask no other host for anything; put that '
            "file into a folder below content, name it in STATIC_PATHS, and write url(../fonts/titre.woff2)",
        ),
    ],
)
def test_it_asks_no_other_host(tmp_path: Path, sheet: str, told: str) -> None:
    """Nor fetches another sheet."""
    (tmp_path / "content" / "theme").mkdir(parents=True)
    (tmp_path / "content" / "theme" / "extra.css").write_text(sheet, "utf-8")

    assert (f"content/theme/extra.css:{told} [style-of-others]",) == checked(tmp_path)


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    """Nothing of it is read."""
    (tmp_path / "content" / "theme" / "extra.css").mkdir(parents=True)

    assert ["content/theme/extra.css:1:1: error"] == [
        one.partition(": found")[0] for one in checked(tmp_path)
    ]


def test_a_sheet_elsewhere_is_told_with_its_place(site_of: SiteOf) -> None:
    """Nobody reads it there."""
    built = site_of({"content/styles/site.css": "a {}"})

    assert ["content/theme/extra.css" in line for line in built.problems] == [True]
