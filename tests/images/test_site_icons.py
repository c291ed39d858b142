"""The pictures a site has of itself."""

from io import BytesIO

import pytest
from pictures_on_disk import opened
from PIL import Image
from PIL.ImageColor import getrgb

from association.images.icons import Room, drawable, favicon, fitted, font_of, social_card, touch_icon

ACCENT, PAPER = "#0c5c60", "#f8f6f0"
NAME = "Réseau numérique de l’Artois"
LONG = "Comment la communauté d’agglomération accompagne ses entreprises vers un numérique responsable " * 4


def card(title: str, name: str = NAME) -> Image.Image:
    return opened(social_card(title, name, ACCENT)).convert("RGB")


def ink_in(image: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Where, inside the box, something other than paper is drawn."""
    paper = Image.new("L", image.size, "white")
    paper.paste(image.convert("L").point(lambda level: 255 if level > 225 else 0), (0, 0))
    return paper.crop(box).point(lambda level: 255 - level).getbbox()


def test_a_favicon_has_the_three_sizes_browsers_ask_for() -> None:
    """In one ICO file."""
    icon = Image.open(BytesIO(favicon("RN", ACCENT, PAPER)))

    assert {(16, 16), (32, 32), (48, 48)} == icon.info["sizes"]


def test_a_touch_icon_fills_its_square() -> None:
    """Telephones cut the corners themselves, and paint transparency black."""
    icon = opened(touch_icon("RN", ACCENT, PAPER))

    assert ((180, 180), "RGB", getrgb(ACCENT)) == (icon.size, icon.mode, icon.getpixel((0, 0)))


@pytest.mark.parametrize(("accent", "expected"), [("#0c5c60", PAPER), ("#ffcc00", "#1b2122")])
def test_initials_are_legible_on_any_accent(accent: str, expected: str) -> None:
    """Paper on a dark one, ink on a light one."""
    icon = opened(touch_icon("II", accent, PAPER))
    colours = {colour for _, colour in icon.getcolors(10_000)}

    assert getrgb(expected) in colours


def test_initials_stand_in_the_middle() -> None:
    """To a pixel or two, by what is drawn of them."""
    icon = opened(touch_icon("RN", ACCENT, "#ffffff")).convert("L").point(lambda level: 255 * (level > 160))
    left, top, right, bottom = icon.getbbox()

    assert max(abs(180 - left - right), abs(180 - top - bottom)) <= 3


@pytest.mark.parametrize("initials", ["", "?", "É", "🎉", "ABCDEFGH"])
def test_any_initials_make_an_icon(initials: str) -> None:
    """Also those the font cannot draw: the tile is then plain."""
    assert (180, 180) == opened(touch_icon(initials, ACCENT, PAPER)).size


def test_a_card_has_the_size_networks_expect() -> None:
    """1200 by 630, paper, an accent band of 12 pixels on top."""
    image = card("Réunion")
    column = [image.getpixel((600, y)) for y in (0, 11, 12)]

    assert ((1200, 630), [getrgb(ACCENT), getrgb(ACCENT), getrgb(PAPER)]) == (image.size, column)


@pytest.mark.parametrize(
    "title", ["Réunion", "Assemblée générale : le compte rendu est en ligne", LONG, "W" * 400]
)
def test_a_title_of_any_length_stays_inside_the_margins(title: str) -> None:
    """And above the rule that parts it from the name."""
    image = card(title)
    left, top, right, bottom = ink_in(image, (0, 12, 1200, 500))

    assert left >= 80 and right <= 1120 and top >= 60 and bottom <= 480


def test_a_short_title_is_larger_than_a_long_one() -> None:
    """It shrinks until it fits."""
    room = Room(1000, 400, 4)
    short, long = (fitted(drawable(title), room, (120, 90, 60)).font.size for title in ("Fête", LONG[:120]))

    assert short > long


def test_a_title_that_does_not_fit_ends_in_an_ellipsis() -> None:
    """After four lines of the smallest size."""
    setting = fitted(drawable(LONG), Room(1000, 400, 4), (120, 60))

    assert (4, "…") == (len(setting.lines), setting.lines[-1][-1])


def test_a_title_that_fits_is_all_there() -> None:
    """Word for word."""
    setting = fitted("un deux trois quatre cinq six sept huit", Room(1000, 400, 4), (120, 60))

    assert "un deux trois quatre cinq six sept huit" == " ".join(setting.lines)


def test_lines_are_of_about_the_same_length() -> None:
    """No single word is left alone on the last line."""
    setting = fitted("Une fête pour tous les quartiers de Lens", Room(1000, 400, 4), (84,))
    lengths = [font_of(84).getlength(line) for line in setting.lines]

    assert min(lengths) > max(lengths) * 0.6


def test_no_line_begins_with_a_colon() -> None:
    """French puts a space before it, which is no place to break."""
    setting = fitted(drawable("Assemblée générale : compte rendu"), Room(850, 400, 4), (100,))

    assert not any(line.startswith(":") for line in setting.lines)


@pytest.mark.parametrize("letters", ["éèêëàâîïôùûüçœæÉÀÇŒ", "«»’“”–—…€№°", "ĳïëáéß", "ąćęłńóśźż"])
def test_the_font_draws_the_letters_of_our_languages(letters: str) -> None:
    """The one inside Pillow has no accents at all."""
    assert letters == drawable(letters)


def test_what_the_font_cannot_draw_is_left_out() -> None:
    """No empty boxes instead of emoji."""
    assert "Fête de l’été" == drawable("🎉 Fête\u200d de \ufe0f l’été 🎉")


@pytest.mark.parametrize("title", ["", "🎉", " \n ", "ⵣ" * 1000, "é" * 100_000])
def test_any_title_makes_a_card(title: str) -> None:
    """Quickly, and without a word if there is none to draw."""
    assert (1200, 630) == card(title).size


def test_the_same_words_give_the_same_pixels() -> None:
    """Byte for byte."""
    assert social_card("Fête", NAME, ACCENT) == social_card("Fête", NAME, ACCENT)
