"""Images inside a text, in the sizes and formats a browser chooses from, and with the room they take.

It reads what nh3 has written, where every attribute stands between double quotes.
"""

import re
from collections.abc import Iterator, Mapping

from markupsafe import escape

from .links import ROOT
from .pictures import PublishedImage

IMAGE = re.compile(r'<img((?:\s[\w-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
SIZES = "(min-width: 42rem) 38rem, 100vw"
"""How wide an image of a text is shown: the theme's measure (css/tokens.css), or the window."""

Attributes = dict[str, str]


def with_renditions(html: str, published: Mapping[str, PublishedImage]) -> str:
    """`html` with every image of the site as a <picture>; published: by address from the root."""

    def replaced(match: re.Match[str]) -> str:
        attributes = dict(ATTRIBUTE.findall(match[1]))
        image = published.get(attributes.get("src", "").removeprefix(ROOT))
        return picture(image, attributes) if image else match[0]

    return IMAGE.sub(replaced, html)


def picture(image: PublishedImage, written: Attributes) -> str:
    sources = "".join(
        element("source", {"type": source.type, "srcset": candidates(source.srcset), "sizes": SIZES})
        for source in image.sources
    )
    shown = element("img", written | dict(rendition(image)))
    return f"<picture>{sources}{shown}</picture>" if sources else shown


def rendition(image: PublishedImage) -> Iterator[tuple[str, str]]:
    yield "width", str(image.width)
    yield "height", str(image.height)
    yield "loading", "lazy"
    yield "decoding", "async"
    if image.srcset:
        yield "srcset", candidates(image.srcset)
        yield "sizes", SIZES


def candidates(srcset: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(str(escape(f"{ROOT}{url} {width}w")) for url, width in srcset)


def element(name: str, attributes: Attributes) -> str:
    """Values are escaped already."""
    said = (f'{key}="{value}"' for key, value in attributes.items())
    return f"<{name} {' '.join(said)}>"
