"""Images that cannot be published: one clear sentence each, and the site that was there stays."""

from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from built_site import SiteOf, build, write_site
from checking import checked
from PIL import Image

SCRIPTED = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="alert(1)">\
<script>alert(1)</script><a href="javascript:alert(1)"><path d="M0 0h8v8z"/></a></svg>"""


def member(logo: str) -> str:
    return f"members:\n  - id: alpha\n    name: Alpha\n    logo: logos/{logo}\n"


def saved(size: tuple[int, int], file_format: str) -> bytes:
    buffer = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(buffer, file_format)
    return buffer.getvalue()


def of_size(width: int, height: int) -> bytes:
    """A small PNG that claims to be large, as a decompression bomb does."""
    png = bytearray(saved((8, 8), "PNG"))
    png[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    png[29:33] = crc32(png[12:29]).to_bytes(4, "big")
    return bytes(png)


CUT_SHORT = saved((300, 200), "JPEG")[:-900]
BAD = {
    "huge.png": (
        of_size(9000, 9000),
        'the image "images/logos/huge.png" has 81.0 megapixels; the limit is 40; '
        "make it smaller: 1600 pixels wide is enough",
    ),
    "heavy.jpg": (
        saved((8, 8), "JPEG") + bytes(21_000_000),
        'the image "images/logos/heavy.jpg" weighs 20.1 MB; the limit is 20 MB; '
        "make it smaller: 1600 pixels wide is enough",
    ),
    "broken.jpg": (
        CUT_SHORT,
        'the image "images/logos/broken.jpg" is damaged or cut short; send the file again',
    ),
    "other.bmp": (
        saved((8, 8), "BMP"),
        'the image "images/logos/other.bmp" is in the format BMP; save it as JPEG, PNG, WebP or AVIF',
    ),
    "words.png": (b"Bonjour", '"images/logos/words.png" is not an image; save it as JPEG, PNG, WebP or AVIF'),
    "bomb.svg": (
        b'<!DOCTYPE svg [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        'the drawing "images/logos/bomb.svg" declares at its line 1 an entity made of others, or too long; '
        "save it again from your drawing program as a plain SVG, or use a PNG",
    ),
    "linked.svg": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="photo.png"/></svg>',
        'the drawing "images/logos/linked.svg" shows a picture that is not in it: "photo.png"; '
        "embed the picture in the drawing, or save the whole as a PNG",
    ),
    "damaged.svg": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="data:image/gif,x"/></svg>',
        'the drawing "images/logos/damaged.svg" holds a picture that is no JPEG, PNG, WebP or AVIF, '
        "or is damaged; take it out, or save the whole as a PNG",
    ),
}


def files(name: str) -> dict[str, str | bytes]:
    return {"members.yaml": member(name), f"content/images/logos/{name}": BAD[name][0]}


def line(said: str) -> str:
    return f"members.yaml:4:11: error: {said} [bad-image]"


@pytest.mark.parametrize("name", BAD)
def test_a_bad_image_ends_the_build_in_one_sentence(site_of: SiteOf, name: str) -> None:
    """It names the file, what is wrong with it and what to do."""
    site = site_of(files(name), may_fail=True)

    assert (1, (line(BAD[name][1]),)) == (site.code, site.problems)


@pytest.mark.parametrize("name", BAD)
def test_check_says_the_same_of_a_bad_image(tmp_path: Path, name: str) -> None:
    """An editor who checks is not surprised by the build."""
    site = write_site(tmp_path, files(name))

    assert (line(BAD[name][1]),) == checked(site)


def test_bad_images_are_told_together_with_the_mistakes_of_the_files(tmp_path: Path) -> None:
    """All problems of all files in one run."""
    several = files("broken.jpg") | {"members.yaml": member("broken.jpg") + "    nam: Alpha\n"}
    codes = [problem.rpartition("[")[2] for problem in checked(write_site(tmp_path, several))]

    assert ["bad-image]", "unknown-key]"] == codes


def test_a_bad_image_loses_nothing_of_the_site_that_was_there(tmp_path: Path) -> None:
    """Every file of the last good build."""
    output = tmp_path / "output"
    before = build(write_site(tmp_path, {"members.yaml": "members: []\n"}), output).contents()
    after = build(write_site(tmp_path, files("broken.jpg")), output)

    assert (1, before) == (after.code, after.contents())


def test_a_logo_with_a_script_is_published_without_it(site_of: SiteOf) -> None:
    """The drawing is kept, what could act is not."""
    site = site_of({"members.yaml": member("a.svg"), "content/images/logos/a.svg": SCRIPTED})
    drawing = site.text("images/logos/a.svg")

    assert ([], True) == ([word for word in ("script", "onload") if word in drawing], "M0 0h8v8z" in drawing)
