"""What is known of a picture before it is decoded, and which pictures are refused."""

import pickle
from pathlib import Path

import pytest
from pictures_on_disk import as_bytes, exif, half_transparent, line_art, photo, saved
from PIL import Image, ImageFile

from association.images.formats import BadImage, Format, Reason
from association.images.reading import Facts, inspect

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20z"/></svg>'


def refusal(path: Path, as_logo: bool = False) -> tuple[Reason, dict[str, str | int]]:
    with pytest.raises(BadImage) as refused:
        inspect(path, as_logo)
    return refused.value.reason, refused.value.values


@pytest.mark.parametrize("extension", ["jpg", "png", "webp", "avif"])
def test_a_photo_of_each_published_format_is_described(tmp_path: Path, extension: str) -> None:
    """Size, format and kind come from the header."""
    path = saved(photo((120, 80)), tmp_path / f"photo.{extension}")
    expected = Format("jpeg" if extension == "jpg" else extension)

    assert Facts(120, 80, expected, is_vector=False, has_alpha=False) == inspect(path)


@pytest.mark.parametrize("extension", ["png", "webp", "avif"])
def test_transparency_is_noticed(tmp_path: Path, extension: str) -> None:
    """A logo with an alpha channel says so."""
    path = saved(half_transparent(), tmp_path / f"logo.{extension}")

    assert inspect(path).has_alpha


def test_transparency_of_a_palette_is_noticed(tmp_path: Path) -> None:
    """A palette can have a transparent colour without an alpha channel."""
    path = saved(line_art().quantize(4), tmp_path / "logo.png", transparency=0)

    assert inspect(path).has_alpha


def test_the_size_is_the_one_that_is_seen(tmp_path: Path) -> None:
    """A portrait taken with a telephone lies on its side in the file."""
    path = saved(photo((120, 80)), tmp_path / "portrait.jpg", exif=exif(orientation=6))
    facts = inspect(path)

    assert (80, 120) == (facts.width, facts.height)


def test_a_damaged_exif_block_does_not_spoil_the_picture(tmp_path: Path) -> None:
    """Many cameras write wrong EXIF; the picture is still good."""
    path = saved(photo((120, 80)), tmp_path / "photo.jpg", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")

    assert 120 == inspect(path).width


def test_an_animation_is_accepted(tmp_path: Path) -> None:
    """Its first picture is the one that will be used."""
    path = saved(photo(), tmp_path / "moving.webp", save_all=True, append_images=[photo(seed=2)])

    assert Format.WEBP == inspect(path).format


def test_a_logo_may_be_a_drawing(tmp_path: Path) -> None:
    """Its size is that of its viewBox."""
    path = tmp_path / "logo.svg"
    path.write_text(SVG)

    assert Facts(30, 20, Format.SVG, is_vector=True, has_alpha=True) == inspect(path, as_logo=True)


def test_a_drawing_is_refused_where_a_photo_is_expected(tmp_path: Path) -> None:
    """Only logos are sanitised and published as SVG."""
    path = tmp_path / "photo.svg"
    path.write_text(SVG)

    assert (Reason.VECTOR, {}) == refusal(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A wrong path is an editor's mistake like any other."""
    assert (Reason.MISSING, {}) == refusal(tmp_path / "nowhere.jpg")


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    """Nor does it raise anything else."""
    assert (Reason.MISSING, {}) == refusal(tmp_path)


@pytest.mark.parametrize("content", [b"", b"hello", b"\0" * 100, b"<html></html>", b"\x7fELF" + b"\0" * 60])
def test_other_files_are_no_pictures(tmp_path: Path, content: bytes) -> None:
    """Whatever their extension."""
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)

    assert (Reason.NOT_AN_IMAGE, {}) == refusal(path)


@pytest.mark.parametrize("name", ["GIF", "TIFF", "BMP", "ICO"])
def test_a_format_that_is_not_published_is_named(tmp_path: Path, name: str) -> None:
    """Even when the extension is one that is."""
    path = tmp_path / "photo.png"
    path.write_bytes(as_bytes(line_art(), name))

    assert (Reason.FORMAT, {"format": name}) == refusal(path)


def test_the_format_of_an_iphone_is_named(tmp_path: Path) -> None:
    """HEIC is the one editors meet most."""
    path = tmp_path / "IMG_1234.heic"
    path.write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100)

    assert (Reason.FORMAT, {"format": "HEIC"}) == refusal(path)


def test_an_extension_that_lies_is_told_the_truth(tmp_path: Path) -> None:
    """A JPEG called .png."""
    path = tmp_path / "photo.png"
    path.write_bytes(as_bytes(photo(), "JPEG"))

    assert (Reason.EXTENSION, {"extension": ".png", "format": "JPEG"}) == refusal(path)


def test_a_photo_called_svg_is_told_the_truth(tmp_path: Path) -> None:
    """Also where a drawing would be welcome."""
    path = tmp_path / "logo.svg"
    path.write_bytes(as_bytes(photo(), "PNG"))

    assert (Reason.EXTENSION, {"extension": ".svg", "format": "PNG"}) == refusal(path, as_logo=True)


@pytest.mark.parametrize("name", ["a.JPG", "a.jpeg", "a.Jpe", "a.jfif"])
def test_every_usual_spelling_of_an_extension_is_accepted(tmp_path: Path, name: str) -> None:
    """Cameras and Windows have their habits."""
    path = tmp_path / name
    path.write_bytes(as_bytes(photo(), "JPEG"))

    assert Format.JPEG == inspect(path).format


@pytest.mark.parametrize(
    ("extension", "start"),
    [
        ("jpg", b"\xff\xd8\xff\xe0"),
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("webp", b"RIFF\x10\0\0\0WEBPVP8 "),
        ("avif", b"\0\0\0\x18ftypavif\0\0\0\0"),
    ],
)
def test_a_broken_header_is_refused(tmp_path: Path, extension: str, start: bytes) -> None:
    """The right first bytes and nothing behind them."""
    path = tmp_path / f"photo.{extension}"
    path.write_bytes(start + b"\0" * 40)

    assert (Reason.BROKEN, {}) == refusal(path)


def test_more_than_forty_megapixels_are_refused(tmp_path: Path) -> None:
    """41 of them in a file of five kilobytes: what a decompression bomb looks like."""
    path = saved(Image.new("1", (8200, 5001)), tmp_path / "bomb.png")

    assert (Reason.TOO_MANY_PIXELS, {"megapixels": "41.0", "limit": 40}) == refusal(path)


def test_pixels_beyond_pillows_own_limit_are_refused_alike(tmp_path: Path) -> None:
    """Pillow raises an error of its own for a WebP header of 268 megapixels."""
    size = (16383 - 1).to_bytes(3, "little") * 2
    path = tmp_path / "bomb.webp"
    path.write_bytes(b"RIFF\x1a\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + size + b"\0" * 8)

    assert Reason.TOO_MANY_PIXELS == refusal(path)[0]


def test_a_side_that_no_format_can_hold_is_refused(tmp_path: Path) -> None:
    """WebP ends at 16,383 pixels."""
    path = saved(Image.new("1", (2, 16_384)), tmp_path / "ribbon.png")

    assert (Reason.SIDE_TOO_LONG, {"width": 2, "height": 16_384, "limit": 16_383}) == refusal(path)


def test_more_than_twenty_megabytes_are_refused(tmp_path: Path) -> None:
    """Before anything is read."""
    path = tmp_path / "heavy.jpg"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)

    assert (Reason.TOO_HEAVY, {"megabytes": "21.0", "limit": 20}) == refusal(path)


def test_a_refusal_survives_another_process() -> None:
    """Pictures are worked on in several processes, and exceptions come back pickled."""
    refused = pickle.loads(pickle.dumps(BadImage(Reason.FORMAT, format="GIF")))

    assert ("format format=GIF", Reason.FORMAT) == (str(refused), refused.reason)


def test_looking_at_a_large_photo_decodes_none_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """24 megapixels, of which the header is enough."""
    path = saved(Image.new("RGB", (6000, 4000)), tmp_path / "large.jpg", exif=exif())
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda image: pytest.fail("decoded"))

    assert {6000, 4000} == {inspect(path).width, inspect(path).height}
