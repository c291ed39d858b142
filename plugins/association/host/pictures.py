"""Images as visitors get them: addresses and sizes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """One modern format of an image; srcset: (address from the root of the site, width in pixels)."""

    type: str
    srcset: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PublishedImage:
    """url: of the form every browser reads, from the root of the site; width and height in pixels."""

    url: str
    width: int
    height: int
    srcset: tuple[tuple[str, int], ...] = ()
    sources: tuple[Source, ...] = ()
