"""The Markdown files of one section of content/: front matter understood, slugs settled.

A draft is only read as far as is needed to know that it is one.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from ..domain.asides import said
from ..domain.slugs import Slug, slug_of
from ..domain.text import Language
from ..problems import Place, Problem, sentence
from .convert.prose import note
from .desk import Desk, Passage, Wrong, wrong
from .front_matter import split
from .shapes.front_matter import CommonShape
from .source import Source
from .spots import Spot
from .text_files import read_text
from .validation import parse

ShapeT = TypeVar("ShapeT", bound=CommonShape)

LONGEST_SLUG = 200
"""Becomes the name of a folder, and a part of those of files: file systems stop at 255 octets."""
DATE_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[ShapeT]):
    """One file. `path` is below content; `is_published` says whether this build has a page for it."""

    path: str
    slug: Slug
    language: Language
    shape: ShapeT
    spot: Spot
    body: Source
    is_published: bool

    @property
    def text(self) -> str:
        """The body as visitors read it."""
        return said(self.body.text)


def own_slug(shape: ShapeT, path: str, file: str) -> Slug:
    return shape.slug or slug_in(path, file)


def taken_slug(one: Sheet[ShapeT], other: Sheet[ShapeT]) -> Problem:
    return Problem(
        (one.spot / "slug").place if one.shape.slug else Place(one.body.file),
        "duplicate-slug",
        sentence('the address "{slug}" is taken by {other}', slug=one.slug, other=other.body.file),
        sentence('give one of them another "slug"'),
    )


@dataclass(frozen=True, slots=True)
class Naming(Generic[ShapeT]):
    """What tells the sheets of a section apart, and what to say of two that have it in common."""

    slug: Callable[[ShapeT, str, str], Slug] = own_slug
    taken: Callable[[Sheet[ShapeT], Sheet[ShapeT]], Problem] = taken_slug


BY_SLUG = Naming()


def sheets(
    shape: type[ShapeT],
    section: str,
    is_due: Callable[[ShapeT], bool],
    desk: Desk,
    naming: Naming[ShapeT] = BY_SLUG,
) -> tuple[Sheet[ShapeT], ...]:
    """All but drafts, in order of path. `is_due` says whether the time of a text has come."""
    found = []
    for path in desk.files.below(desk.site.section(section), ".md"):
        with desk.noting():
            found.extend(sheet(shape, path, is_due, desk, naming))
    check_slugs(found, desk, naming)
    kept = without_translations(found, desk.site.language)
    for one in found:
        file_away(one, one.is_published and one in kept, desk)
    return kept


def sheet(
    shape_type: type[ShapeT],
    path: str,
    is_due: Callable[[ShapeT], bool],
    desk: Desk,
    naming: Naming[ShapeT],
) -> Iterator[Sheet[ShapeT]]:
    file = desk.files.shown(path)
    document = split(read_text(desk.site.content / path, file), file)
    if not document.tree.data:
        raise without_fields(Place(file))
    parsed = parse(shape_type, document.tree)
    desk.problems.extend(parsed.problems)
    shape = parsed.value
    if shape is None:
        return
    if shape.status == "draft":
        set_aside(path, document.body, desk)
        return
    yield Sheet(
        path=path,
        slug=naming.slug(shape, path, file),
        language=shape.lang or desk.site.language,
        shape=shape,
        spot=Spot(document.tree),
        body=Source(document.body, file, document.body_line),
        is_published=shape.visibility == "public" and is_due(shape),
    )


def set_aside(path: str, body: str, desk: Desk) -> None:
    """A draft has no page and its mistakes can wait, but what it links to is no forgotten file."""
    desk.unpublished.add(path)
    place = Place(desk.files.shown(path))
    desk.drafts.append(Passage(body, posixpath.dirname(path), lambda _: place, is_published=False))


def without_fields(place: Place) -> Wrong:
    return wrong(
        place,
        "no-front-matter",
        sentence("this text does not begin with its fields"),
        sentence('begin it with a line "---", then "title: …" and the others, then "---" again'),
    )


def slug_in(path: str, file: str) -> Slug:
    """The slug of a file name: `2026-11-03-premiere-reunion.md` becomes `premiere-reunion`."""
    name = posixpath.splitext(posixpath.basename(path))[0]
    slug = slug_of(DATE_IN_NAME.sub("", name, count=1)) or slug_of(name)
    if not slug:
        raise wrong(
            Place(file),
            "no-slug",
            sentence(
                'the file name "{name}" has no letter from a to z and no digit to make an address of',
                name=name,
            ),
            sentence('add a "slug" to the front matter'),
        )
    if len(slug) > LONGEST_SLUG:
        raise wrong(
            Place(file),
            "long-address",
            sentence(
                "the file name makes an address of {length} characters, expected at most {most}",
                length=len(slug),
                most=LONGEST_SLUG,
            ),
            sentence('add a shorter "slug" to the front matter'),
        )
    return slug


def check_slugs(found: Iterable[Sheet[ShapeT]], desk: Desk, naming: Naming[ShapeT]) -> None:
    first: dict[tuple[Slug, Language], Sheet[ShapeT]] = {}
    for one in found:
        other = first.setdefault((one.slug, one.language), one)
        if other is not one:
            desk.problems.append(naming.taken(one, other))


def without_translations(found: Iterable[Sheet[ShapeT]], language: Language) -> tuple[Sheet[ShapeT], ...]:
    """One language for each slug: `language` if there is such a sheet, else the first by its code."""
    chosen: dict[Slug, Language] = {}
    for one in sorted(found, key=lambda one: (one.language != language, one.language)):
        chosen.setdefault(one.slug, one.language)
    return tuple(one for one in found if chosen[one.slug] == one.language)


def file_away(one: Sheet[ShapeT], is_published: bool, desk: Desk) -> None:
    """Its links are followed later; links to it may be, if it has a page."""
    if not is_published:
        desk.unpublished.add(one.path)
    note(Passage(one.body.text, posixpath.dirname(one.path), one.body.place_at, is_published), desk)
