"""Pages that are more than a text: what `template` makes of them, and the documents that one of them lists.

A document that is listed is published, as one that a text links to.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ...domain.asides import blanked, said
from ...domain.knowledge import (
    FAQ,
    GLOSSARY,
    OF_ENTRIES,
    RESOURCES,
    Resource,
    Version,
    entries_in,
    questions_again,
    terms_again,
)
from ...domain.text import fold
from ...problems import Place, sentence
from ..context import LoadContext
from ..links import existing, written_path
from ..markdown_files import follow_later
from ..memory import state_of
from ..notes import Readers
from ..schema.texts import PageShape, ResourceShape, VersionShape
from ..site import ContentFiles
from ..versions import MarkdownFile
from ..yaml.source import Source


@dataclass(frozen=True, slots=True)
class Shelf:
    """What documents depend on beside the text that lists them: all files, and how large these are."""

    files: ContentFiles
    octets: tuple[tuple[str, int], ...]


def shelf_of(shape: PageShape, context: LoadContext) -> Shelf | None:
    """None for a page without documents."""
    if not shape.resources:
        return None
    stored = {context.files.find(one.file) for one in versions(shape) if one.file} - {None}
    sizes = ((path, state_of(f"{context.site.content}/{path}")) for path in sorted(filter(None, stored)))
    return Shelf(context.files, tuple((path, state[1]) for path, state in sizes if state))


def versions(shape: PageShape) -> Iterator[VersionShape]:
    for resource in shape.resources:
        yield resource
        yield from resource.replaces


def body_of(markdown_file: MarkdownFile[PageShape]) -> str:
    """A text that is taken apart has its own table of contents."""
    return said(markdown_file.body.text) if markdown_file.shape.template in OF_ENTRIES else markdown_file.text


def check_template(markdown_file: MarkdownFile[PageShape], context: LoadContext) -> None:
    """Whether there is something of what the page is to list."""
    shape = markdown_file.shape
    if shape.template in OF_ENTRIES and not entries_in(said(markdown_file.body.text)):
        tell_no_entries(markdown_file, context)
    if shape.template == FAQ:
        tell_questions_again(markdown_file.body, context)
    if shape.template == GLOSSARY:
        tell_terms_again(markdown_file.body, context)
    if shape.template == RESOURCES and not shape.resources and not markdown_file.first:
        context.warn(
            shape.place("template"),
            "no-resource",
            sentence("this page lists documents, and has none"),
            sentence('add them under "resources": {example}', example="- {title: …, file: statuts.pdf}"),
        )
    if shape.resources and shape.template != RESOURCES:
        context.error(
            shape.key_place("resources"),
            "unshown-resources",
            sentence("only a page of resources shows documents"),
            sentence('add "template: resources"'),
        )


def tell_no_entries(markdown_file: MarkdownFile[PageShape], context: LoadContext) -> None:
    shape = markdown_file.shape
    place = Place(markdown_file.body.file) if markdown_file.first else shape.place("template")
    if shape.template == FAQ:
        context.warn(
            place,
            "no-question",
            sentence("this page of questions has none"),
            sentence('write each question as a heading: "{example}"', example="## Comment adhérer ?"),
        )
    if shape.template == GLOSSARY:
        context.warn(
            place,
            "no-term",
            sentence("this glossary has no term"),
            sentence(
                'write each term as a heading: "{example}"', example="## PME : petite et moyenne entreprise"
            ),
        )


def tell_questions_again(body: Source, context: LoadContext) -> None:
    for again, first, words in questions_again(blanked(body.text)):
        context.warn(
            body.place_at(again),
            "duplicate-question",
            sentence(
                'the question "{words}" is there already, on line {line}',
                words=words,
                line=body.place_at(first).line,
            ),
            sentence("keep one of the two, or ask them in other words"),
        )


def tell_terms_again(body: Source, context: LoadContext) -> None:
    for again, first, name in terms_again(blanked(body.text)):
        context.warn(
            body.place_at(again),
            "duplicate-term",
            sentence(
                'the term "{name}" is there already, on line {line}',
                name=name,
                line=body.place_at(first).line,
            ),
            sentence(
                'keep one of the two; what means two things says each after a colon: "{example}"',
                example="## CA : conseil d’administration",
            ),
        )


def resources(
    markdown_file: MarkdownFile[PageShape], shelf: Shelf | None, context: LoadContext
) -> tuple[Resource, ...]:
    written = markdown_file.shape.resources
    octets, readers = dict(shelf.octets if shelf else ()), markdown_file.readers
    check_titles(written, context)
    return tuple(resource(shape, octets, readers, context) for shape in written)


def own_resources(
    one: MarkdownFile[PageShape], those: tuple[Resource, ...], shelf: Shelf | None, context: LoadContext
) -> tuple[Resource, ...]:
    """Of a translation: its own list, else `those` of the text that it translates."""
    return resources(one, shelf, context) if one.shape.resources else those


def check_titles(written: tuple[ResourceShape, ...], context: LoadContext) -> None:
    seen: set[str] = set()
    for shape in written:
        title = fold(str(shape.title))
        if title in seen:
            context.warn(
                shape.place("title"),
                "duplicate-title",
                sentence('"{title}" is listed twice', title=shape.title),
                sentence('give one of them another title, or list the older one under "replaces"'),
            )
        seen.add(title)


def resource(
    shape: ResourceShape, octets: dict[str, int], readers: Readers, context: LoadContext
) -> Resource:
    if not (shape.file or shape.url):
        context.error(
            shape.place(),
            "missing-field",
            sentence('found neither "{one}" nor "{other}"', one="file", other="url"),
            sentence('write "file: statuts.pdf", a file of content/documents, or "url: https://…"'),
        )
    return Resource(
        title=shape.title,
        current=version(shape, octets, readers, context),
        kind=shape.kind,
        audience=shape.audience,
        replaces=tuple(former(one, octets, readers, context) for one in shape.replaces),
        governance=shape.governance,
    )


def former(shape: VersionShape, octets: dict[str, int], readers: Readers, context: LoadContext) -> Version:
    if not (shape.version or shape.date):
        context.error(
            shape.place(),
            "missing-field",
            sentence('found neither "{one}" nor "{other}"', one="version", other="date"),
            sentence("say which version it is: its number, or its day"),
        )
    return version(shape, octets, readers, context)


def version(shape: VersionShape, octets: dict[str, int], readers: Readers, context: LoadContext) -> Version:
    if shape.file and shape.url:
        context.error(
            shape.key_place("url"),
            "conflicting-fields",
            sentence('"{one}" and "{other}" exclude each other', one="file", other="url"),
            sentence("keep the one that is right"),
        )
    follow_later(shape.url, shape, "url", context, readers)
    path = stored_file(shape, readers, context)
    return Version(shape.version, shape.date, path, shape.url, octets.get(path) if path else None)


def stored_file(shape: VersionShape, readers: Readers, context: LoadContext) -> str | None:
    """As it is called below content, where it is published from now on."""
    if shape.file:
        with context.collecting():
            path = existing(written_path(shape.file, "", is_image=False), shape.place("file"), context)
            context.notes.use_document(path, shape.place("file"), readers)
            return path
    return None
