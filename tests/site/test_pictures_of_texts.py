"""The picture of a text as its page shows it: its size, what stands below it, in each language."""

from io import BytesIO

import pytest
from built_site import SMALLEST_SETTINGS, Built, SiteOf, sheet
from html_pages import Element
from PIL import Image


def picture(width: int, height: int, ending: str = "JPEG") -> bytes:
    written = BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(written, ending)
    return written.getvalue()


def news(title: str, image: str = "", **rest: str) -> str:
    named = {"image": f"images/{image}", "image_alt": "Ce qu’on y voit"} if image else {}
    return sheet({"title": title, "date": "2026-11-02", **named, **rest}, "Un texte.")


CAPTION = "L'atelier. Photo : Ana Ruiz"
FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS + 'LANGUAGES = ["fr", "nl"]\n',
    "content/images/large.jpg": picture(2000, 1000),
    "content/images/petite.jpg": picture(300, 200),
    "content/images/haute.jpg": picture(800, 1600),
    "content/actualites/large.md": news("Large", "large.jpg", image_caption=f'"{CAPTION}"'),
    "content/actualites/large.nl.md": news("Breed", image_caption='"Het atelier. Foto: Ana Ruiz"'),
    "content/actualites/petite.md": news("Petite", "petite.jpg"),
    "content/actualites/haute.md": news("Haute", "haute.jpg"),
}


@pytest.fixture(scope="module")
def site(site_of: SiteOf) -> Built:
    return site_of(FILES)


def figure(site: Built, url: str) -> Element:
    return next(site.page(url).main.iter("figure"))


def test_a_caption_tells_whose_the_picture_is(site: Built) -> None:
    """In the language of the text."""
    french, dutch = (
        figure(site, url).first("figcaption").text for url in ("actualites/large/", "nl/nieuws/large/")
    )

    assert (CAPTION, "Het atelier. Foto: Ana Ruiz") == (french, dutch)


def test_a_picture_without_caption_has_no_empty_one(site: Built) -> None:
    """Nothing stands below it."""
    assert not list(figure(site, "actualites/petite/").iter("figcaption"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("large", "(min-width: 60rem) 480px, (min-width: 1152px) 1152px, 100vw"),
        ("petite", "(min-width: 60rem) 300px, (min-width: 300px) 300px, 100vw"),
        ("haute", "(min-width: 60rem) 288px, (min-width: 288px) 288px, 100vw"),
    ],
)
def test_browsers_fetch_a_picture_as_wide_as_it_is_shown(site: Built, name: str, expected: str) -> None:
    """Not wider than it is, nor higher than 36rem; beside the title at most 30rem."""
    shown = figure(site, f"actualites/{name}/")

    assert {expected} == {one["sizes"] for one in shown.iter("img", "source")}
