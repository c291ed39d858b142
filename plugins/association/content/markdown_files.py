"""Texts of content/ and of YAML fields, as far as they are the same: front matter, slug, picture, Markdown.

A draft is only read as far as is needed to know that it is one. What is for editors alone is left out, and
what a text leads to is noted for later, when every file is known.
"""

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Final, TypedDict

from ..domain.articles import Picture
from ..domain.asides import asides, blanked, said
from ..domain.text import ANY_LANGUAGE, Language, Slug, Text
from ..problems import Place, Problem, sentence
from .blog import is_pelicans_page
from .context import LoadContext, ThingT, tell_strange_languages
from .fields.dates import LAST_YEAR
from .links import existing, written_path
from .notes import MarkdownText, Mention, Readers
from .schema.base import Shape
from .schema.texts import CommonShape
from .schema.validation import Parsed, parse
from .sheets import (
    Sheet,
    Siblings,
    by_slug,
    language_in_name,
    languages_in_names,
    sheets_of,
    without_language,
)
from .site import MARKDOWN, Alias, ImageUse
from .unshown import tell_unshown
from .versions import BY_SLUG, MarkdownFile, ShapeT, SharedName, versions
from .yaml.source import Source
from .yaml.tree import Node, Origin

FROM_CONTENT = ("images/", "{static}/")
LONGEST_MARK = 12


IsDue = Callable[[ShapeT, datetime], bool]
LATEST = datetime(LAST_YEAR, 12, 31, tzinfo=UTC)
NOTHING: Final = Node(Origin(""))


def markdown_files(
    shape: type[ShapeT],
    section: str,
    is_due: IsDue[ShapeT],
    context: LoadContext,
    naming: SharedName[ShapeT] = BY_SLUG,
    judges: object = None,
) -> tuple[MarkdownFile[ShapeT], ...]:
    """All but drafts, in order of path, translations after what they translate.

    is_due: says whether a text may be read at a moment; judges: what it looks at, beside the site.
    """
    sheets = sheets_of(context.site.section(section), context)
    if section == "pages" and context.site.blog:
        sheets = tuple(one for one in sheets if not is_pelicans_page(one))
    return files_of(shape, sheets, is_due, context, naming, judges)


def files_of(
    shape: type[ShapeT],
    sheets: tuple[Sheet, ...],
    is_due: IsDue[ShapeT],
    context: LoadContext,
    naming: SharedName[ShapeT] = BY_SLUG,
    judges: object = None,
) -> tuple[MarkdownFile[ShapeT], ...]:
    """The same of sheets that are known."""
    languages = languages_in_names((sheet.path for sheet in sheets), context.site.languages)
    linked = dict(Siblings(sheets, languages, naming.calling).linked())
    wrong = dict.fromkeys(problem for problem in linked.values() if isinstance(problem, Problem))
    context.notes.problems.extend(wrong)
    found: list[MarkdownFile[ShapeT]] = []
    for sheet in sheets:
        first = linked.get(sheet)
        make = partial(markdown_file, shape, sheet, first, is_due, naming, languages)
        inputs = (sheet, first, judges, languages)
        if one := context.remembered(("file", shape.__name__, sheet.path), inputs, make):
            found.append(one)
    firsts = {one.path: other.path for one, other in linked.items() if isinstance(other, Sheet)}
    kept = versions(found, firsts, naming, context)
    known = {one.path for one in found}
    for one in found:
        if one.path not in kept:
            # Of a text with mistakes, it has its page once they are corrected: who links to it is right.
            has_page = firsts.get(one.path, one.path) not in known
            readers = one.readers if has_page else Readers.NOBODY
            context.remembered(("text", *one.name), (one, readers), partial(file_away, one, readers))
    return tuple(kept.values())


def markdown_file(
    shape_type: type[ShapeT],
    sheet: Sheet,
    first: Sheet | Problem | None,
    is_due: IsDue[ShapeT],
    naming: SharedName[ShapeT],
    languages: tuple[Language, ...],
    context: LoadContext,
) -> MarkdownFile[ShapeT] | None:
    """None of a draft, or of what cannot be understood."""
    context.notes.problems.extend(sheet.problems)
    if sheet.document is None:
        return None
    with context.collecting():
        make, inputs = partial(read_fields, shape_type, sheet, first), (sheet, first)
        parsed = context.remembered(("fields", shape_type.__name__, sheet.path), inputs, make)
        context.notes.problems.extend(parsed.problems)
        is_draft = sheet.is_draft or (isinstance(first, Sheet) and first.is_draft)
        if is_draft and sheet.path not in context.site.early:
            set_aside(sheet, sheet.document.body, languages, context)
        elif parsed.value and not isinstance(first, Problem):
            tell_strange_languages(parsed, context)
            slug = naming.of(parsed.value, sheet, first, languages)
            readers = readers_of(sheet, parsed.value, is_due, context)
            return understood(sheet, slug, parsed.value, readers, languages, context)
    return None


def readers_of(sheet: Sheet, shape: ShapeT, is_due: IsDue[ShapeT], context: LoadContext) -> Readers:
    """What waits for nothing but its day may be shown before, in a preview."""
    if not is_due(shape, LATEST):
        return Readers.NOBODY
    if not is_due(shape, context.site.now):
        context.notes.waiting[sheet.path] = day_of(shape)
        if sheet.path not in context.site.early:
            return Readers.NOBODY
    return Readers.MEMBERS if shape.visibility == "members" else Readers.ALL


def always(shape: CommonShape, moment: datetime) -> bool:
    return True


def day_of(shape: CommonShape) -> date | None:
    return shape.day.date() if isinstance(shape.day, datetime) else shape.day


def read_fields(
    shape_type: type[ShapeT], sheet: Sheet, first: Sheet | Problem | None, context: LoadContext
) -> Parsed[ShapeT]:
    """Of a translation with what the text that it translates says for both; its mistakes are told there."""
    del context
    assert sheet.document is not None
    shared = NOTHING if isinstance(first, Problem) else first.fields if first else None
    return parse(shape_type, sheet.document.tree, shared)


def understood(
    sheet: Sheet,
    slug: Slug,
    shape: ShapeT,
    readers: Readers,
    languages: tuple[Language, ...],
    context: LoadContext,
) -> MarkdownFile[ShapeT]:
    assert sheet.document is not None
    named = language_in_name(sheet.path, languages)
    if named and shape.lang and shape.lang != named:
        context.notes.problems.append(two_languages(shape, named))
    return MarkdownFile(
        path=sheet.path,
        slug=slug,
        language=shape.lang or named or context.site.language,
        shape=shape,
        body=Source(sheet.document.body, sheet.file, sheet.document.body_line),
        readers=readers,
        key=slug,
    )


def two_languages(shape: CommonShape, named: Language) -> Problem:
    return Problem(
        shape.place("lang"),
        "bad-language",
        sentence(
            'the name of the file says that it is in "{named}", and "lang" in "{lang}"',
            named=named,
            lang=shape.lang,
        ),
        sentence("correct one of them"),
    )


def set_aside(sheet: Sheet, body: str, languages: tuple[Language, ...], context: LoadContext) -> None:
    """A draft has no page and its mistakes can wait, but what it links to is no forgotten file."""
    context.notes.unpublished.add(sheet.path)
    context.notes.waiting[sheet.path] = None
    context.notes.awaited.update(sheet.documents)
    context.notes.slugs[sheet.path] = by_slug(sheet, without_language(sheet.path, languages))
    place = Place(sheet.file)
    context.notes.drafts.append(
        MarkdownText(body, posixpath.dirname(sheet.path), lambda _: place, Readers.NOBODY)
    )


def converted(
    make: Callable[..., ThingT], one: MarkdownFile[ShapeT], inputs: tuple[object, ...], context: LoadContext
) -> ThingT:
    """What `make` makes of a text and of those inputs; its picture may be any file of content."""
    files = context.files if one.shape.image else None
    return context.remembered(("text", *one.name), (one, *inputs, files), partial(filed, make, one, inputs))


def filed(
    make: Callable[..., ThingT], one: MarkdownFile[ShapeT], inputs: tuple[object, ...], context: LoadContext
) -> ThingT:
    file_away(one, one.readers, context)
    return make(one, *inputs, context)


def file_away(one: MarkdownFile[ShapeT], readers: Readers, context: LoadContext) -> None:
    """Its links are followed later; links to it may be, if it has a page."""
    if readers is Readers.ALL:
        note_aliases(one.shape, one.shape.aliases, one.path, context)
    else:
        context.notes.unpublished.add(one.path)
        context.notes.slugs[one.path] = one.slug
    if readers is Readers.MEMBERS:
        context.notes.for_members[one.path] = one.shape.place("visibility")
        if one.shape.show_title:
            context.notes.titles_shown.add(one.path)
    note(passage_of(one, readers, context), context)


def note_aliases(shape: Shape, paths: Iterable[str], name: str, context: LoadContext, kind: str = "") -> None:
    """Of what everybody reads: the address of anything else would tell of it."""
    for index, path in enumerate(paths):
        context.notes.aliases.append(Alias(path, shape.place("aliases", index), name, kind))


def passage_of(one: MarkdownFile[ShapeT], readers: Readers, context: LoadContext) -> MarkdownText:
    """Of a text in another form, what is HTML here stands elsewhere in its file."""
    is_markdown = one.path.lower().endswith(MARKDOWN)
    place_of = one.body.place_at if is_markdown else anywhere_at(Place(one.body.file))
    is_lenient = one.path in context.gathered.of_blog
    return MarkdownText(one.body.text, posixpath.dirname(one.path), place_of, readers, is_lenient)


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
    """The `image` of the front matter, and what it says of it."""
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
    context.notes.use_image(path, shape.place("image"), markdown_file.readers)
    return Picture(path, shape.image_alt, shape.image_caption)


def read_later(
    text: Text | None, shape: Shape, key: str, context: LoadContext, readers: Readers = Readers.ALL
) -> None:
    """Relative links of a field start at content; their mistakes are told where the field's value begins."""
    for language, version in text.versions if text else ():
        place = shape.place(key, language) if language else shape.place(key)
        note(MarkdownText(version, "", anywhere_at(place), readers), context)


class Named(TypedDict):
    """What Member, Partner and Identity keep of a name."""

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
    address: str | None, shape: Shape, key: str, context: LoadContext, readers: Readers = Readers.ALL
) -> None:
    """An address that may be that of a document of ours."""
    if address:
        context.notes.mentions.append(Mention(address, shape.place(key), readers))
