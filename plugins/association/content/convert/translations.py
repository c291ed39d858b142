"""Texts of content/ in a second language: what is the same in every one, from the text that they translate.

So nothing is told twice, nor told differently; a translation has its title, its words, and what an editor
writes there besides. Whoever copies a file to translate it changes none of the rest.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from typing import Any, Protocol, TypeVar

from ...domain.articles import Picture, Tag
from ...domain.languages import Written, saying_its_language
from ...problems import sentence
from ..context import LoadContext
from ..markdown_files import converted, picture
from ..notes import Readers
from ..schema.base import Shape, keys_of, shared_keys
from ..schema.texts import CommonShape, DateShape
from ..versions import MarkdownFile, ShapeT

TextT = TypeVar("TextT", bound=Written)

BY_THEMSELVES = frozenset(
    "title summary slug lang aliases tags image image_alt image_caption modified category authors venue "
    "online resources".split()
)
"""Keys of which more is made than a field of the same name, or that a text does not have from another."""
WORDS_OF_A_DATE: dict[str, Any] = {"title": None, "venue": None, "online": None, "registration": None}


class Topics(Protocol):
    def named(self, one: MarkdownFile[CommonShape], context: LoadContext) -> tuple[Tag, ...]: ...


def published(
    files: Iterable[MarkdownFile[ShapeT]],
    make: Callable[..., TextT],
    inputs: tuple[object, ...] | Callable[[ShapeT], tuple[object, ...]],
    tags: Topics | None,
    context: LoadContext,
    translate: Callable[..., TextT] | None = None,
    more: tuple[object, ...] | Callable[[ShapeT], tuple[object, ...]] = (),
) -> Iterator[TextT]:
    """What `make` makes of each file, its topics and those inputs; of a translation, what `translate` does.

    What is for members goes to `context.for_members` instead.

    files: none before what it translates. more: what else `translate` looks at.
    """
    made: dict[str, TextT] = {}
    retell: Callable[..., Any] = translate or translated
    for one in files:
        topics = tags.named(one, context) if tags else ()
        if one.first:
            again = (made[one.first.path], topics, *(more(one.shape) if callable(more) else more))
            made[one.path] = converted(retell, one, again, context)
        else:
            looked_at = inputs(one.shape) if callable(inputs) else inputs
            made[one.path] = converted(make, one, (topics, *looked_at), context)
        if one.is_published:
            yield made[one.path]
        elif one.readers is Readers.MEMBERS:
            context.for_members.append(made[one.path])


def translated(
    one: MarkdownFile[CommonShape], first: TextT, topics: tuple[Tag, ...], context: LoadContext
) -> TextT:
    assert one.first is not None
    check_same(one, one.first, context)
    base, shape = saying_its_language(first, one.first.language), one.shape
    names = {part.name for part in fields(base)}
    own: dict[str, Any] = {key: getattr(shape, key) for key in own_words(shape) if key in names}
    own |= {"title": shape.title, "summary": shape.summary, "slug": one.slug}
    own |= {"body": one.text, "language": one.language, "source": one.path}
    own |= {"picture": own_picture(one, one.first, base.picture, context), "tags": topics or tags_of(base)}
    return replace(base, **{name: value for name, value in own.items() if name in names})


def tags_of(text: Written) -> tuple[Tag, ...]:
    return getattr(text, "tags", ())


def own_words(shape: CommonShape) -> Iterator[str]:
    spoken = frozenset(keys_of(type(shape))) - shared_keys(type(shape)) - BY_THEMSELVES
    return (key for key in sorted(spoken) if is_own(shape, key) and getattr(shape, key) is not None)


def is_own(shape: Shape, key: str) -> bool:
    """Written in this very file: what comes from another one has no place here."""
    return key in shape.node.marks


def own_picture(
    one: MarkdownFile[CommonShape],
    first: MarkdownFile[CommonShape],
    shown: Picture | None,
    context: LoadContext,
) -> Picture | None:
    if one.shape.image:
        return picture(one, context)
    if shown:
        context.notes.use_image(shown.path, first.shape.place("image"), one.readers)
    if shown is None:
        return None
    own = one.shape
    return replace(shown, alt=own.image_alt or shown.alt, caption=own.image_caption or shown.caption)


def check_same(
    one: MarkdownFile[CommonShape], first: MarkdownFile[CommonShape], context: LoadContext
) -> None:
    """Of a language that the site does not have, nobody reads it."""
    shared = shared_keys(type(one.shape)) if one.language in context.site.languages else ()
    for key in sorted(shared):
        if is_own(one.shape, key) and not is_same(getattr(one.shape, key), getattr(first.shape, key)):
            tell_difference(one, first, key, context)


def is_same(one: object, other: object) -> bool:
    """Dates of a series may have names of their own."""
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return all(map(is_same, one, other))
    if isinstance(one, DateShape) and isinstance(other, DateShape):
        known = {**WORDS_OF_A_DATE, "id": other.id if one.id is None else one.id}
        return one.model_copy(update=known) == other.model_copy(update=WORDS_OF_A_DATE)
    return one == other


def tell_difference(
    one: MarkdownFile[CommonShape], first: MarkdownFile[CommonShape], key: str, context: LoadContext
) -> None:
    context.error(
        one.shape.key_place(key),
        "different-translation",
        sentence(
            '"{key}" is not the same in {other}, which this text translates', key=key, other=first.body.file
        ),
        sentence(
            'take "{key}" out here, or correct it; a text that is no translation has another "slug"', key=key
        ),
    )
