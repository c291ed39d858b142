"""The sizes and formats made of a picture, and what is left behind."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from pictures_on_disk import colour_profile, exif, half_transparent, line_art, opened, photo, saved
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from association.images.formats import BadImage, Format, Reason
from association.images.renditions import Rendition, renditions

RED = (200, 16, 46)


def listed(made: Sequence[Rendition]) -> str:
    return " ".join(f"{one.width}x{one.height}.{one.extension}" for one in made)


def fallback(path: Path, width: int = 120) -> Image.Image:
    return opened(renditions(path, (width,), formats=())[0].content)


def is_near(expected: tuple[int, ...], found: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(one - other) <= by for one, other in zip(expected, found, strict=True))


def test_each_width_comes_in_each_format(tmp_path: Path) -> None:
    """By width, the most modern first, the fallback last."""
    path = saved(photo((240, 160)), tmp_path / "photo.jpg", quality=95)

    assert "120x80.avif 120x80.webp 120x80.jpg 240x160.avif 240x160.webp 240x160.jpg" == listed(
        renditions(path, (240, 120))
    )


def test_no_rendition_is_wider_than_the_original(tmp_path: Path) -> None:
    """The original's width stands in, once, for all that are wider."""
    path = saved(photo((120, 80)), tmp_path / "photo.jpg")

    assert "60x40.jpg 120x80.jpg" == listed(renditions(path, (60, 400, 800), formats=()))


def test_the_content_is_what_the_label_says(tmp_path: Path) -> None:
    """Size and format of every rendition, read back."""
    made = renditions(saved(photo((240, 160)), tmp_path / "photo.png"), (100, 240))
    read = [(*opened(one.content).size, (opened(one.content).format or "").lower()) for one in made]

    assert [(one.width, one.height, one.format) for one in made] == read


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "avif"])
def test_the_same_file_gives_the_same_bytes(tmp_path: Path, extension: str) -> None:
    """Deterministic whatever the format read."""
    path = saved(photo(), tmp_path / f"photo.{extension}")

    assert renditions(path, (60, 120)) == renditions(path, (60, 120))


def test_the_bytes_do_not_depend_on_the_processors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow gives AVIF as many threads as the machine has, and their number shows in the bytes."""
    path = saved(photo((700, 500)), tmp_path / "photo.jpg")
    here = renditions(path, (700,))
    monkeypatch.setattr("PIL.AvifImagePlugin._get_default_max_threads", lambda: 16)

    assert here == renditions(path, (700,))


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        (1, "top left"),
        (2, "top right"),
        (3, "bottom right"),
        (4, "bottom left"),
        (5, "top left"),
        (6, "top right"),
        (7, "bottom right"),
        (8, "bottom left"),
    ],
)
def test_a_picture_is_upright(tmp_path: Path, orientation: int, corner: str) -> None:
    """What the camera wrote in the first corner is seen in the one that its EXIF means."""
    image = Image.new("RGB", (80, 40), "white")
    image.paste(RED, (0, 0, 20, 20))
    made = fallback(saved(image, tmp_path / "photo.jpg", exif=exif(orientation), quality=95), 80)
    right, bottom = made.width - 5, made.height - 5
    corners = {
        "top left": (4, 4),
        "top right": (right, 4),
        "bottom left": (4, bottom),
        "bottom right": (right, bottom),
    }
    red = [name for name, place in corners.items() if is_near(RED, made.getpixel(place))]

    assert [corner] == red


def test_nothing_personal_is_left_in_any_byte(tmp_path: Path) -> None:
    """Place, description, comment, XMP, colour profile and dates of a telephone's photo."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>canary</x:xmpmeta>"
    path = saved(
        photo(), tmp_path / "a.jpg", exif=exif(), xmp=xmp, comment=b"canary", icc_profile=colour_profile()
    )
    content = b"".join(one.content for one in renditions(path, (60, 120)))
    traces = [b"canary", b"Exif", b"GPS", b"xmp", b"ICC_PROFILE", b"ICCP", b"acsp", b"lcms"]

    assert [] == [trace for trace in traces if trace in content]


@pytest.mark.parametrize("extension", ["png", "webp", "avif"])
def test_the_other_formats_carry_nothing_either(tmp_path: Path, extension: str) -> None:
    """Each has its own place for metadata, and so has the PNG made of it."""
    path = saved(
        half_transparent(),
        tmp_path / f"a.{extension}",
        exif=exif(),
        icc_profile=colour_profile(),
        xmp=b"canary",
    )
    content = b"".join(one.content for one in renditions(path, (60, 120)))

    assert [] == [trace for trace in (b"canary", b"Exif", b"eXIf", b"iCCP", b"acsp") if trace in content]


def test_texts_of_a_png_are_left_behind(tmp_path: Path) -> None:
    """Screenshots carry the name of the machine's owner."""
    texts = PngInfo()
    texts.add_text("Author", "canary")
    path = saved(half_transparent(), tmp_path / "a.png", pnginfo=texts)

    assert b"canary" not in renditions(path, (120,), formats=())[0].content


def test_a_colour_hidden_under_full_transparency_is_gone(tmp_path: Path) -> None:
    """What an editor has erased with a transparent brush is not published."""
    image = Image.new("RGBA", (120, 80), (200, 16, 46, 0))
    image.paste((10, 20, 30, 255), (0, 0, 60, 80))
    path = saved(image, tmp_path / "erased.png")

    assert (0, 0, 0, 0) == fallback(path).getpixel((110, 40))


def test_colours_of_another_profile_become_srgb(tmp_path: Path) -> None:
    """In a profile whose red and blue are exchanged, (255, 0, 0) means blue."""
    exchanged = colour_profile().replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    path = saved(Image.new("RGB", (120, 80), (255, 0, 0)), tmp_path / "a.png", icc_profile=exchanged)

    assert is_near((0, 0, 255), fallback(path).getpixel((5, 5)))


def test_a_colour_profile_for_other_pixels_is_ignored(tmp_path: Path) -> None:
    """One for Lab numbers in a file of RGB numbers."""
    grey = Image.new("RGB", (120, 80), (120, 120, 120))
    path = saved(grey, tmp_path / "a.png", icc_profile=colour_profile("LAB"))

    assert (120, 120, 120) == fallback(path).getpixel((5, 5))


def test_a_damaged_colour_profile_is_ignored(tmp_path: Path) -> None:
    """The colours are taken as they are."""
    path = saved(Image.new("RGB", (120, 80), RED), tmp_path / "a.png", icc_profile=b"not a profile" * 20)

    assert is_near(RED, fallback(path).convert("RGB").getpixel((5, 5)))


def test_a_print_shops_jpeg_is_readable_on_screens(tmp_path: Path) -> None:
    """CMYK in, RGB out."""
    path = saved(Image.new("CMYK", (120, 80), (0, 255, 255, 0)), tmp_path / "print.jpg")

    assert is_near((255, 0, 0), fallback(path).getpixel((5, 5)))


def test_sixteen_bits_keep_their_greys(tmp_path: Path) -> None:
    """Pillow alone would cut everything above 255 to white."""
    image = Image.new("I;16", (120, 80), 128 * 256)
    path = saved(image, tmp_path / "scan.png")

    assert is_near((128,), (fallback(path).convert("L").getpixel((5, 5)),), by=1)


def test_a_transparent_palette_stays_transparent(tmp_path: Path) -> None:
    """And its other colours stay what they were."""
    image = Image.new("P", (120, 80), 0)
    image.putpalette([255, 255, 255, *RED])
    image.paste(1, (0, 0, 60, 80))
    made = fallback(saved(image, tmp_path / "logo.png", transparency=0))

    assert ((*RED, 255), 0) == (made.getpixel((5, 5)), made.getpixel((115, 5))[3])


@pytest.mark.parametrize(
    ("image", "extension", "expected"),
    [
        (photo(), "png", Format.JPEG),
        (photo(mode="L"), "png", Format.JPEG),
        (photo().convert("RGBA"), "png", Format.JPEG),
        (photo(), "webp", Format.JPEG),
        (photo(), "avif", Format.JPEG),
        (line_art(), "jpg", Format.JPEG),
        (half_transparent(), "png", Format.PNG),
        (half_transparent(), "avif", Format.PNG),
        (photo().quantize(64), "png", Format.PNG),
        (line_art(), "png", Format.PNG),
        (line_art(mode="L"), "png", Format.PNG),
        (line_art(mode="1"), "png", Format.PNG),
        (half_transparent().convert("LA"), "png", Format.PNG),
    ],
)
def test_the_fallback_suits_the_picture(
    tmp_path: Path, image: Image.Image, extension: str, expected: Format
) -> None:
    """JPEG for photos, also grey ones or with an idle alpha channel; PNG for line art and transparency."""
    path = saved(image, tmp_path / f"a.{extension}")

    assert expected == renditions(path, (120,))[-1].format


def test_a_modern_format_that_is_heavier_is_left_out(tmp_path: Path) -> None:
    """An AVIF of one plain pixel is mostly headers."""
    path = saved(Image.new("1", (8, 8)), tmp_path / "dot.png")
    made = renditions(path, (8,))

    assert ("png", True) == (made[-1].extension, all(len(o.content) <= len(made[-1].content) for o in made))


def test_an_animation_gives_its_first_picture(tmp_path: Path) -> None:
    """Nothing moves on the site."""
    red, blue = (Image.new("RGB", (120, 80), colour) for colour in (RED, (0, 0, 255)))
    path = saved(red, tmp_path / "moving.webp", save_all=True, append_images=[blue])

    assert is_near(RED, fallback(path).convert("RGB").getpixel((5, 5)))


def test_a_ribbon_keeps_at_least_one_pixel_of_height(tmp_path: Path) -> None:
    """4,000 by 3 pixels at a hundredth of the width."""
    path = saved(photo((4000, 3)), tmp_path / "ribbon.png")

    assert "40x1.jpg" == listed(renditions(path, (40,), formats=()))


def test_a_large_jpeg_is_as_sharp_as_a_large_png(tmp_path: Path) -> None:
    """A JPEG is decoded at a fraction of its size; no one is to see that."""
    image = photo((1600, 1000))
    jpeg = fallback(saved(image, tmp_path / "a.jpg", quality=98), 100).convert("RGB")
    png = fallback(saved(image, tmp_path / "a.png"), 100).convert("RGB")

    assert all(is_near(png.getpixel((x, 31)), jpeg.getpixel((x, 31)), by=16) for x in range(100))


def test_a_drawing_has_no_renditions(tmp_path: Path) -> None:
    """It is sanitised instead."""
    path = tmp_path / "logo.svg"
    path.write_text("<svg/>")

    with pytest.raises(BadImage, match=Reason.VECTOR):
        renditions(path, (100,))
