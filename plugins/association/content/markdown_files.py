"""Texts of content/ and of YAML fields, as far as they are the same: front matter, slug, picture, Markdown.

A draft is only read as far as is needed to know it as one. What is for editors alone is left out, and what a
text leads to is noted for later, when every file is known.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypedDict, TypeVar

from ..domain.articles import Picture, with_contents
from ..domain.asides import asides, blanked, said
from ..domain.text import ANY_LANGUAGE, Language, Slug, Text, slug_of
from ..problems import Place, Problem, sentence
from .context import LoadContext, MarkdownText, Mention, Mistake, ThingT, mistake, state_of
from .links import existing, written_path
from .schema.base import Shape
from .schema.texts import CommonShape
from .schema.validation import Parsed, parse
from .site import TEXTS, ImageUse
from .unshown import tell_unshown
from .yaml.front_matter import Document, split
from .yaml.source import Source, read_text

ShapeT = TypeVar("ShapeT", bound=CommonShape)
ShapeT_contra = TypeVar("ShapeT_contra", bound=CommonShape, contravariant=True)
ShapeT_co = TypeVar("ShapeT_co", bound=CommonShape, covariant=True)

LONGEST_SLUG = 200
"""Becomes the name of a folder, and a part of those of files: file systems stop at 255 octets."""
YEAR = re.compile(r"(?:19|20)\d{2}")
DATE_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-")

FROM_CONTENT = ("images/", "{static}/")
LONGEST_MARK = 12


@dataclass(frozen=True, slots=True, eq=False)
class MarkdownFile(Generic[ShapeT_co]):
    """One file, the same object as long as nothing of it changes.

    path: below content; is_published: whether this build has a page for it.
    """

    path: str
    slug: Slug
    language: Language
    shape: ShapeT_co
    body: Source
    is_published: bool

    @property
    def key(self) -> tuple[str, str]:
        """Two sections may have one folder."""
        return type(self.shape).__name__, self.path

    @property
    def text(self) -> str:
        """The body as visitors read it."""
        return with_contents(said(self.body.text), self.shape.toc)


def own_slug(shape: ShapeT, path: str, file: str) -> Slug:
    return shape.slug or slug_in(path, file)


def taken_slug(one: MarkdownFile[ShapeT], other: MarkdownFile[ShapeT]) -> Problem:
    return Problem(
        one.shape.place("slug") if one.shape.slug else Place(one.body.file),
        "duplicate-slug",
        sentence('the address "{slug}" is taken by {other}', slug=one.slug, other=other.body.file),
        sentence('give one of them another "slug"'),
    )


def slug_in(path: str, file: str) -> Slug:
    """The slug of a file name: `2026-11-03-premiere-reunion.md` becomes `premiere-reunion`."""
    name = stem(path)
    slug = slug_of(DATE_IN_NAME.sub("", name, count=1)) or slug_of(name)
    if not slug:
        raise mistake(
            Place(file),
            "no-slug",
            sentence(
                'the file name "{name}" has no letter from a to z and no digit to make an address of',
                name=name,
            ),
            sentence('add a "slug" to the front matter'),
        )
    if len(slug) > LONGEST_SLUG:
        raise mistake(
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


def stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


@dataclass(frozen=True, slots=True)
class SharedName(Generic[ShapeT_contra]):
    """What tells the sheets of a section apart, and what to say of two that have it in common.

    may_have_years: whether of two with the same name the later one gets its year.
    """

    slug: Callable[[ShapeT_contra, str, str], Slug] = own_slug
    taken: Callable[[MarkdownFile[ShapeT_contra], MarkdownFile[ShapeT_contra]], Problem] = taken_slug
    may_have_years: bool = True


BY_SLUG: SharedName[CommonShape] = SharedName()


def markdown_files(
    shape: type[ShapeT],
    section: str,
    is_due: Callable[[ShapeT], bool],
    context: LoadContext,
    naming: SharedName[ShapeT] = BY_SLUG,
    judges: object = None,
) -> tuple[MarkdownFile[ShapeT], ...]:
    """All but drafts, in order of path.

    is_due: says whether the time of a text has come; judges: what it looks at, beside the site.
    """
    found: list[MarkdownFile[ShapeT]] = []
    for path in context.files.below(context.site.section(section), TEXTS):
        state = state_of(f"{context.site.content}/{path}")
        make = partial(markdown_file, shape, path, is_due, naming)
        one = context.remembered(("file", shape.__name__, path), (state, judges), make)
        if one:
            found.append(one)
    if naming.may_have_years:
        found = with_years(found)
    check_slugs(found, context, naming)
    languages = languages_kept(found, context.site.language)
    return tuple(one for one in found if is_kept(one, languages, context))


def is_kept(one: MarkdownFile[ShapeT], languages: Mapping[Slug, Language], context: LoadContext) -> bool:
    """Of texts in other languages no more is made."""
    if one.language == languages[one.slug]:
        return True
    context.remembered(("text", *one.key), (one,), partial(file_away, one, False))
    return False


def markdown_file(
    shape_type: type[ShapeT],
    path: str,
    is_due: Callable[[ShapeT], bool],
    naming: SharedName[ShapeT],
    context: LoadContext,
) -> MarkdownFile[ShapeT] | None:
    """None of a draft, or of what cannot be understood."""
    file = context.files.shown(path)
    place = context.site.content / path
    with context.collecting():
        document, parsed = context.memory.of_file(
            place, shape_type, lambda: read_file(shape_type, place, file)
        )
        context.notes.problems.extend(parsed.problems)
        if parsed.value and parsed.value.status == "draft":
            set_aside(path, document.body, context)
            context.notes.slugs[path] = parsed.value.slug or slug_of(
                DATE_IN_NAME.sub("", stem(path), count=1)
            )
        elif parsed.value:
            slug = naming.slug(parsed.value, path, file)
            return understood(path, slug, document, parsed.value, is_due, context)
    return None


def understood(
    path: str,
    slug: Slug,
    document: Document,
    shape: ShapeT,
    is_due: Callable[[ShapeT], bool],
    context: LoadContext,
) -> MarkdownFile[ShapeT]:
    return MarkdownFile(
        path=path,
        slug=slug,
        language=shape.lang or context.site.language,
        shape=shape,
        body=Source(document.body, context.files.shown(path), document.body_line),
        is_published=shape.visibility == "public" and is_due(shape),
    )


def read_file(shape_type: type[ShapeT], path: Path, file: str) -> tuple[Document, Parsed[ShapeT]]:
    document = split(read_text(path, file), file)
    if not document.tree.data:
        raise without_fields(Place(file))
    return document, parse(shape_type, document.tree)


def set_aside(path: str, body: str, context: LoadContext) -> None:
    """A draft has no page and its mistakes can wait, but what it links to is no forgotten file."""
    context.notes.unpublished.add(path)
    place = Place(context.files.shown(path))
    context.notes.drafts.append(
        MarkdownText(body, posixpath.dirname(path), lambda _: place, is_published=False)
    )


def without_fields(place: Place) -> Mistake:
    return mistake(
        place,
        "no-front-matter",
        sentence("this text does not begin with its fields"),
        sentence('begin it with a line "---", then "title: …" and the others, then "---" again'),
    )


def with_years(found: list[MarkdownFile[ShapeT]]) -> list[MarkdownFile[ShapeT]]:
    """Where texts of one language have the same name, those of later years have theirs before it.

    The oldest keeps the address that it had when it was alone. A translation goes with the text of its year.
    """
    names = Counter((one.slug, one.language) for one in found)
    meeting = [one for one in found if names[one.slug, one.language] > 1]
    first: dict[Slug, int] = {}
    for one in meeting:
        first[one.slug] = min(year_of(one), first.get(one.slug, year_of(one)))
    later = {(one.slug, year_of(one)) for one in meeting if year_of(one) > first[one.slug]}
    return [
        replace(one, slug=f"{year_of(one)}-{one.slug}")
        if later and not one.shape.slug and (one.slug, year_of(one)) in later
        else one
        for one in found
    ]


def year_of(one: MarkdownFile[ShapeT]) -> int:
    """That before its name or of its folder, else that of its fields; 0 without any."""
    *folders, name = one.path.split("/")
    written = DATE_IN_NAME.match(name)
    if written:
        return int(written[0][:4])
    folder = next((folder for folder in reversed(folders) if YEAR.fullmatch(folder)), None)
    if folder:
        return int(folder)
    return one.shape.day.year if one.shape.day else 0


def check_slugs(
    found: Iterable[MarkdownFile[ShapeT]], context: LoadContext, naming: SharedName[ShapeT]
) -> None:
    first: dict[tuple[Slug, Language], MarkdownFile[ShapeT]] = {}
    for one in found:
        other = first.setdefault((one.slug, one.language), one)
        if other is not one:
            context.notes.problems.append(naming.taken(one, other))


def languages_kept(found: Iterable[MarkdownFile[ShapeT]], language: Language) -> dict[Slug, Language]:
    """One for each slug: `language` if there is such a markdown_file, else the first by its code."""
    chosen: dict[Slug, Language] = {}
    for one in sorted(found, key=lambda one: (one.language != language, one.language)):
        chosen.setdefault(one.slug, one.language)
    return chosen


def converted(
    make: Callable[..., ThingT], one: MarkdownFile[ShapeT], inputs: tuple[object, ...], context: LoadContext
) -> ThingT:
    """What `make` makes of a text and of those inputs; its picture may be any file of content."""
    files = context.files if one.shape.image else None
    return context.remembered(("text", *one.key), (one, *inputs, files), partial(filed, make, one, inputs))


def filed(
    make: Callable[..., ThingT], one: MarkdownFile[ShapeT], inputs: tuple[object, ...], context: LoadContext
) -> ThingT:
    file_away(one, one.is_published, context)
    return make(one, *inputs, context)


def file_away(one: MarkdownFile[ShapeT], is_published: bool, context: LoadContext) -> None:
    """Its links are followed later; links to it may be, if it has a page."""
    if not is_published:
        context.notes.unpublished.add(one.path)
        context.notes.slugs[one.path] = one.slug
    note(MarkdownText(one.body.text, posixpath.dirname(one.path), one.body.place_at, is_published), context)


def image_path(written: str, place: Place, context: LoadContext) -> str | None:
    """Path below content of an image field; `x.png` and `images/x.png` are the same file."""
    folder = "" if written.startswith(FROM_CONTENT) else "images"
    with context.collecting():
        return existing(written_path(written, folder, is_image=True), place, context)
    return None


def logo_path(written: str | None, shape: Shape, key: str, context: LoadContext) -> str | None:
    """Path below content/images, as the domain has it for logos and photos."""
    path = image_path(written, shape.place(key), context) if written else None
    return path.removeprefix("images/") if path else None


def use_logo(path: str | None, shape: Shape, key: str, context: LoadContext) -> None:
    if path:
        context.notes.images.append(ImageUse(f"images/{path}", shape.place(key)))


def picture(markdown_file: MarkdownFile[CommonShape], context: LoadContext) -> Picture | None:
    """The `image` and `image_alt` of the front matter."""
    shape = markdown_file.shape
    path = image_path(shape.image, shape.place("image"), context) if shape.image else None
    if shape.image and shape.image_alt is None:
        context.error(
            shape.key_place("image"),
            "missing-field",
            sentence('found no "{key}"', key="image_alt"),
            sentence("say in a few words what the image shows, for those who cannot see it"),
        )
    if path is None or shape.image_alt is None:
        return None
    if markdown_file.is_published:
        context.notes.images.append(ImageUse(path, shape.place("image")))
    else:
        context.notes.awaited.add(path)
    return Picture(path, shape.image_alt)


def read_later(
    text: Text | None, shape: Shape, key: str, context: LoadContext, is_published: bool = True
) -> None:
    """Relative links of a field start at content; their mistakes are told where the field's value begins."""
    for language, version in text.versions if text else ():
        place = shape.place(key, language) if language else shape.place(key)
        note(MarkdownText(version, "", anywhere_at(place), is_published), context)


class Named(TypedDict):
    name: str
    names: Text | None


def named(text: Text, context: LoadContext) -> Named:
    """As in the first language of the site, beside the names of all of them if there are several."""
    is_one = text.versions[0][0] == ANY_LANGUAGE
    return {"name": text.to(context.site.language), "names": None if is_one else text}


def prose(text: Text | None) -> Text | None:
    """A field as visitors read it; nothing, if it says nothing to them."""
    versions = tuple((language, said(version)) for language, version in text.versions) if text else ()
    return Text(versions) if any(version.strip() for _, version in versions) else None


def note(passage: MarkdownText, context: LoadContext) -> None:
    """A link that nobody reads is none."""
    unclosed = asides(passage.text).unclosed
    if unclosed is not None:
        tell_unclosed(passage, unclosed, context)
    tell_unshown(passage, context)
    context.notes.passages.append(replace(passage, text=blanked(passage.text)))


def tell_unclosed(passage: MarkdownText, start: int, context: LoadContext) -> None:
    context.warn(
        passage.place_of(start),
        "unclosed-comment",
        sentence(
            'what "{found}" begins here has no end; nothing of the text after it is published',
            found=passage.text[start:].split(maxsplit=1)[0][:LONGEST_MARK],
        ),
        sentence(
            'close it, a comment with "{end}"; to show the sign itself, write it between backticks', end="-->"
        ),
    )


def anywhere_at(place: Place) -> Callable[[int], Place]:
    return lambda _: place


def follow_later(
    address: str | None, shape: Shape, key: str, context: LoadContext, is_published: bool = True
) -> None:
    """An address that may be that of a document of ours."""
    if address:
        context.notes.mentions.append(Mention(address, shape.place(key), is_published))
