"""The files of content/ as they are published: images re-encoded and sized, linked documents as they are."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from ..domain.text import slug_of
from ..images.formats import BadImage
from ..images.reading import Facts
from ..images.renditions import Cache, Rendition
from ..images.svg import sanitised_svg
from ..problems import ContentError
from ..render.assets import PictureSource, PublishedImage
from ..render.urls import address_of
from .loading import LoadedSite, image_problem
from .machine import cache_folder
from .outputs import Copy, File, fixed
from .processes import processors_for, shared

WIDTHS = (240, 480, 960, 1600)
LOGO_WIDTHS = (160, 320)
LONGEST_NAME = 200
"""Signs become words in it; file systems stop at 255 octets."""

Told = Callable[[int, int], None]
"""How many pictures are ready, of how many."""
Renditions = Callable[[Path, tuple[int, ...]], tuple[Rendition, ...]]
RenditionsKnown = Callable[[Path, tuple[int, ...]], tuple[Rendition, ...] | None]
Published = tuple[PublishedImage, list[File]]
OCTETS_A_PIXEL = 12
"""Of the original, while it is worked on: as it is decoded, upright, in sRGB."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """path: of the document, sources: of the texts that lead to it, below content. octets: its size."""

    path: str
    url: str
    octets: int
    sources: tuple[str, ...]

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name


@dataclass(frozen=True, slots=True)
class Media:
    """images: by path below content/, as it is stored and in its composed form, in which texts name it.

    files: what is written for them and for documents. attachments: documents that only members have.
    """

    images: Mapping[str, PublishedImage]
    files: tuple[File | Copy, ...]
    attachments: tuple[Attachment, ...] = ()


def media_of(loaded: LoadedSite, told: Told = lambda done, total: None) -> Media:
    """Every image and document in use; ContentError names all images that cannot be decoded."""
    images, files, problems = {}, [], []
    for path, one in sorted(pictures(loaded, told).items()):
        if isinstance(one, BadImage):
            problems.append(image_problem(loaded.places[path], path, one))
        else:
            images[path], new = one
            images[normalize("NFC", path)] = images[path]
            files += new
    if problems:
        raise ContentError(problems)
    return Media(images, (*files, *documents(loaded)))


def pictures(loaded: LoadedSite, told: Told) -> dict[str, Published | BadImage]:
    """Of each path. Those that are new are worked on by all processes that there is memory for."""
    cache, content = renditions_for(loaded.folder.now), loaded.folder.content
    known = Pictures(loaded.images, content, cache.known)
    fresh = Pictures(loaded.images, content, cache.made)
    done = {path: known.published(path) for path in sorted(loaded.images)}
    new = [path for path, one in done.items() if one is None]
    ready = count(len(done) - len(new))
    told(next(ready), len(done))
    made = shared(
        lambda place: fresh.published(new[place]),
        len(new),
        processors_for(OCTETS_A_PIXEL * max((loaded.images[path].pixels for path in new), default=1)),
        lambda place: told(next(ready), len(done)),
    )
    return {path: one for path, one in (*done.items(), *zip(new, made, strict=True)) if one}


@dataclass(frozen=True, slots=True)
class Pictures:
    """made: None, or gives None, for renditions that are to be made yet."""

    images: Mapping[str, Facts]
    content: Path
    made: RenditionsKnown

    def published(self, path: str) -> Published | BadImage | None:
        try:
            return published(path, self.images[path], self.content / path, self.made)
        except BadImage as bad:
            return bad


def renditions_for(now: datetime) -> Cache:
    """Rid of what was not used for a month."""
    cache = Cache(cache_folder("images"))
    cache.prune((), now)
    return cache


def documents(loaded: LoadedSite) -> Iterator[Copy]:
    """Wherever they lie: a text may link to its neighbour."""
    return (Copy(normalize("NFC", path), loaded.folder.content / path) for path in sorted(loaded.documents))


def published(path: str, facts: Facts, file: Path, made: RenditionsKnown) -> Published | None:
    """None where no renditions are given."""
    if facts.is_vector:
        drawing = fixed(normalize("NFC", path), sanitised_svg(file.read_bytes()))
        return PublishedImage(address_of(path), facts.width, facts.height), [drawing]
    sizes = LOGO_WIDTHS if is_logo(path) else WIDTHS
    renditions = made(file, sizes)
    if renditions is None:
        return None
    named = [(rendition, name_of(path, rendition)) for rendition in renditions]
    return picture(named), [fixed(name, rendition.content) for rendition, name in named]


def picture(named: Iterable[tuple[Rendition, str]]) -> PublishedImage:
    """The last format is the one every browser reads (images.renditions)."""
    by_format: dict[str, list[tuple[Rendition, str]]] = {}
    for rendition, name in named:
        by_format.setdefault(f"image/{rendition.format}", []).append((rendition, name))
    *modern, fallback = by_format
    largest, url = by_format[fallback][-1]
    sources = tuple(PictureSource(type_, tuple(srcset(by_format[type_]))) for type_ in modern)
    return PublishedImage(
        url, largest.width, largest.height, tuple(srcset(by_format[fallback])), sources, largest.is_drawing
    )


def srcset(series: Iterable[tuple[Rendition, str]]) -> Iterator[tuple[str, int]]:
    return ((name, rendition.width) for rendition, name in series)


def name_of(path: str, rendition: Rendition) -> str:
    """`images/hall.jpg` at 480 pixels in AVIF is `images/hall-jpg-480.avif`; safe in a srcset."""
    original = PurePosixPath(path)
    folders = (slug_of(part)[:LONGEST_NAME] for part in original.parent.parts)
    name = slug_of(original.stem)[:LONGEST_NAME] or "image"
    ending = f"{original.suffix[1:].lower()}-{rendition.width}.{rendition.extension}"
    return "/".join((*folders, f"{name}-{ending}"))


def is_logo(path: str) -> bool:
    return path.startswith("images/logos/")
