"""The card beside a shared link: what is on it, where, and what happens to words that no font has."""

import pytest
from pictures_on_disk import opened
from PIL import Image
from PIL.ImageColor import getrgb

from association.images.cards import Brand, can_be_drawn, social_card
from association.images.lettering import SERIF, Room, drawable, fitted, font_of, width_of, write

ACCENT, PAPER = "#0c5c60", "#f8f6f0"
NAME = "Réseau numérique de l’Artois"
LONG = "Comment la communauté d’agglomération accompagne ses entreprises vers un numérique responsable " * 4
DETAILS = (0, 536, 1200, 630)


def brand(name: str = NAME) -> Brand:
    return Brand(name, "RN", ACCENT)


def card(title: str, when: str = "", where: str = "", is_off: bool = False) -> Image.Image:
    return opened(social_card(brand(), title, when, where, is_off)).convert("RGB")


def ink_in(image: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """Where, inside the box, something other than paper is drawn."""
    paper = Image.new("L", image.size, "white")
    paper.paste(image.convert("L").point(lambda level: 255 if level > 225 else 0), (0, 0))
    return paper.crop(box).point(lambda level: 255 - level).getbbox()


def test_a_card_has_the_size_networks_expect() -> None:
    """1200 by 630, paper, an accent band of 14 pixels on top."""
    image = card("Réunion")
    column = [image.getpixel((600, y)) for y in (0, 13, 14)]

    assert ((1200, 630), [getrgb(ACCENT), getrgb(ACCENT), getrgb(PAPER)]) == (image.size, column)


@pytest.mark.parametrize(
    "title", ["Réunion", "Assemblée générale : le compte rendu est en ligne", LONG, "W" * 400]
)
def test_a_title_of_any_length_stays_inside_the_margins(title: str) -> None:
    """And between the two rules."""
    image = card(title)
    left, _, right, bottom = ink_in(image, (0, 160, 1200, 526))

    assert left >= 76 and right <= 1124 and bottom <= 364


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
    assert social_card(brand(), "Fête", "1er mai") == social_card(brand(), "Fête", "1er mai")


@pytest.mark.parametrize("details", [("3 décembre 2026", ""), ("", "Lens"), ("W" * 300, "W" * 300)])
def test_day_and_place_stand_inside_the_margins(details: tuple[str, str]) -> None:
    """On the last line, however long they are."""
    left, _, right, _ = ink_in(card("Réunion", *details), DETAILS)

    assert left >= 78 and right <= 1122


def test_a_day_that_is_off_is_crossed_out() -> None:
    """More ink than the same day that is not."""
    on, off = (card("Réunion", "3 décembre 2026", is_off=is_off).crop(DETAILS) for is_off in (False, True))
    widest = max(sum(off.getpixel((x, y)) == getrgb(ACCENT) for x in range(1200)) for y in range(94))

    assert widest > 200 and on.tobytes() != off.tobytes()


def test_a_card_is_small() -> None:
    """Sixteen colours: what a page of five hundred news would weigh else."""
    assert len(social_card(brand(), LONG[:110], "3 décembre 2026, 18 h 30", "Salle de l’Exemple")) < 30_000


def test_a_card_tells_nothing_but_its_pixels() -> None:
    """No date, no name of a program, no place."""
    assert {} == opened(social_card(brand(), "Fête")).info.get("text", {})
    assert b"IHDR" in (content := social_card(brand(), "Fête")) and not any(
        chunk in content for chunk in (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"iCCP", b"tIME")
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Fête", True), ("Fête 🎉", True), ("数字化", False), ("שלום", False), ("🎉", False), ("", False)],
)
def test_a_title_in_letters_that_no_font_has_makes_no_card(title: str, expected: bool) -> None:
    """The page has that of the site: an empty one would look like a mistake."""
    assert expected == can_be_drawn(title)


def test_letters_are_measured_at_least_as_wide_as_they_are_drawn() -> None:
    """What is closer together for the eye may only leave more room."""
    font = font_of(84, SERIF)

    assert width_of("AVENIR, Tous à Lens", font) >= font.getlength("AVENIR, Tous à Lens")


def test_letters_that_fit_into_one_another_stand_closer() -> None:
    """As in the theme: « AV » is narrower than its letters."""
    font, width = font_of(84, SERIF), {}
    for word in ("AV", "HH"):
        image = Image.new("L", (300, 120))
        write(image, word, 10, 100, font, 255)
        left, _, right, _ = image.getbbox()
        width[word] = right - left - width_of(word, font)

    assert width["AV"] < width["HH"] - 5
