"""Files as visitors get them: the one stylesheet, the theme's scripts, images with their sizes and formats.

The stylesheet is the theme's in layers, then the association's colour; Pelican copies the scripts. Images
in a text are found in what nh3 has written, where every attribute stands between double quotes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from markupsafe import escape

from ..domain.association import Identity
from ..drawings import colours

ROOT = "\ue000"
"""Stands for the way back to the root of the site until the page that shows a text is known."""
IMAGE = re.compile(r'<img((?:\s[\w-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
SIZES = "(min-width: 42rem) 38rem, 100vw"
"""How wide an image of a text is shown: the theme's measure (css/tokens.css), or the window."""
MEASURE = 608
"""The same, 38rem, in pixels."""
TALLEST = 576
"""No picture is higher than 36rem (css/components.css): one that stands upright is as much narrower."""
DRAWING = "drawn"
SHARED_WIDTH = 1200
"""Of the pictures that networks show beside a link."""
WIDTH = re.compile(r"([0-9]{1,4})(?:px|(%))?")
Attributes = dict[str, str]
LAYERS = ("tokens", "base", "layout", "components", "print")


def stylesheet(theme: Path, identity: Identity, own: str = "") -> bytes:
    """CSS for all pages. The accent comes after the tokens, in their layer, so that it replaces theirs.

    own: what the association adds, in no layer: it wins over all of them.
    """
    layers = [layer(name, theme / "css" / f"{name}.css") for name in LAYERS]
    if identity.accent:
        layers.insert(1, f"@layer tokens {{\n{colours.stylesheet(identity.accent)}}}\n")
    return "".join([f"@layer {', '.join(LAYERS)};\n", *layers, own]).encode()


def layer(name: str, path: Path) -> str:
    return f"@layer {name} {{\n{path.read_text('utf-8')}}}\n"


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class PictureSource:
    """One modern format of an image; srcset: (address from the root of the site, width in pixels)."""

    type: str
    srcset: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PublishedImage:
    """url: of the form every browser reads, from the root of the site; width and height in pixels.

    is_drawing: lines on a light ground, which the theme turns over in the dark.
    """

    url: str
    width: int
    height: int
    srcset: tuple[tuple[str, int], ...] = ()
    sources: tuple[PictureSource, ...] = ()
    is_drawing: bool = False

    @property
    def can_be_shared(self) -> bool:
        """A photograph as wide as networks show it; a drawing on a dark ground may be all but black there."""
        return self.url.endswith(".jpg") and self.width >= SHARED_WIDTH


def with_renditions(html: str, published: Mapping[str, PublishedImage]) -> str:
    """`html` with every image of the site as a <picture>; published: by address from the root."""

    def replaced(match: re.Match[str]) -> str:
        attributes = dict(ATTRIBUTE.findall(match[1]))
        image = published.get(attributes.get("src", "").removeprefix(ROOT))
        return picture(image, attributes) if image else match[0]

    return IMAGE.sub(replaced, html)


def picture(image: PublishedImage, written: Attributes) -> str:
    """At the width that is written; never larger than the image is."""
    width = width_in(written.get("width", "")) or image.width
    image = image if width >= image.width else narrowed(image, width)
    width = min(image.width, image.width * TALLEST // image.height)
    sizes = SIZES if width >= MEASURE else f"{width}px"
    sources = "".join(
        element("source", {"type": source.type, "srcset": candidates(source.srcset), "sizes": sizes})
        for source in image.sources
    )
    shown = element("img", written | dict(rendition(image, sizes, written.get("class", ""))))
    return f"<picture>{sources}{shown}</picture>" if sources else shown


def width_in(written: str) -> int:
    """Pixels, or a part of the measure; 0 for what is neither."""
    found = WIDTH.fullmatch(written.strip())
    if not found:
        return 0
    return int(found[1]) * MEASURE // 100 if found[2] == "%" else int(found[1])


def narrowed(image: PublishedImage, width: int) -> PublishedImage:
    return replace(image, width=width, height=max(1, round(image.height * width / image.width)))


def rendition(image: PublishedImage, sizes: str, written: str) -> Iterator[tuple[str, str]]:
    """written: the classes that it has already."""
    if image.is_drawing:
        yield "class", f"{written} {DRAWING}".strip()
    yield "width", str(image.width)
    yield "height", str(image.height)
    yield "loading", "lazy"
    yield "decoding", "async"
    if image.srcset:
        yield "srcset", candidates(image.srcset)
        yield "sizes", sizes


def candidates(srcset: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(str(escape(f"{ROOT}{url} {width}w")) for url, width in srcset)


def element(name: str, attributes: Attributes) -> str:
    """Values are escaped already."""
    said = (f'{key}="{value}"' for key, value in attributes.items())
    return f"<{name} {' '.join(said)}>"
