"""The texts of a section by their names: which are at one address, which are one text in several languages.

Of the versions of a text one is shown in each language of the site: the one in that language, else the one
in the language that comes first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from posixpath import splitext
from typing import Generic, TypeVar

from ..domain.articles import with_contents
from ..domain.asides import said
from ..domain.languages import rank
from ..domain.text import Language, Slug
from ..problems import Place, Problem, sentence
from .context import LoadContext
from .notes import Readers
from .schema.texts import CommonShape
from .sheets import Calling, Sheet, by_slug, slug_in, stem, without_language, year_in
from .yaml.source import Source

MOST_NAMED = 5

ShapeT = TypeVar("ShapeT", bound=CommonShape)
ShapeT_contra = TypeVar("ShapeT_contra", bound=CommonShape, contravariant=True)
ShapeT_co = TypeVar("ShapeT_co", bound=CommonShape, covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class MarkdownFile(Generic[ShapeT_co]):
    """One file, the same object as long as nothing of it changes.

    path: below content; readers: for whom this build has a page of it.
    key: what its versions in all languages have in common; first: the one that it translates.
    """

    path: str
    slug: Slug
    language: Language
    shape: ShapeT_co
    body: Source
    readers: Readers
    key: Slug
    first: "MarkdownFile[ShapeT_co] | None" = None

    @property
    def is_published(self) -> bool:
        return self.readers is Readers.ALL

    @property
    def name(self) -> tuple[str, str]:
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


@dataclass(frozen=True, slots=True)
class SharedName(Generic[ShapeT_contra]):
    """What tells the sheets of a section apart, and what to say of two that have it in common.

    calling: by which versions in several languages are known, before anything else is.
    is_of_first: whether a translation has that of the text it translates, whatever its own file is called.
    may_have_years: whether of two with the same name the later one gets its year.
    """

    slug: Callable[[ShapeT_contra, str, str], Slug] = own_slug
    taken: Callable[[MarkdownFile[ShapeT_contra], MarkdownFile[ShapeT_contra]], Problem] = taken_slug
    calling: Calling = by_slug
    is_of_first: bool = False
    may_have_years: bool = True

    def of(
        self, shape: ShapeT_contra, one: Sheet, first: Sheet | None, languages: tuple[Language, ...]
    ) -> Slug:
        path = without_language(one.path, languages)
        if first and self.is_of_first:
            return self.slug(shape, without_language(first.path, languages), one.file)
        beside = without_language(first.path, languages) if first else ""
        if first and not one.says("slug") and splitext(path)[0] == splitext(beside)[0]:
            return first.says("slug") or self.slug(shape, path, one.file)
        return self.slug(shape, path, one.file)


BY_SLUG: SharedName[CommonShape] = SharedName()


def versions(
    found: list[MarkdownFile[ShapeT]],
    firsts: Mapping[str, str],
    naming: SharedName[ShapeT],
    context: LoadContext,
) -> dict[str, MarkdownFile[ShapeT]]:
    """By path, each with the text that it translates and after it; without those that nobody sees."""
    named = with_years(found) if naming.may_have_years else found
    check_slugs(named, context, naming)
    every = {one.path: one for one in named}
    keys = {path: every[firsts[path]].slug for path in every if firsts.get(path) in every}
    whole = (one for one in named if one.path in keys or one.path not in firsts)
    keyed = [(keys.get(one.path, one.slug), one) for one in whole]
    check_versions(keyed, context)
    seen = seen_of(keyed, naming, context)
    tell_unseen((one for _, one in keyed if one not in seen), context)
    made: dict[str, MarkdownFile[ShapeT]] = {}
    for key, one in sorted(keyed, key=lambda pair: pair[1].path in keys):
        first = made.get(firsts.get(one.path, ""))
        if one in seen and first is None and key == one.key:
            made[one.path] = one
        elif one in seen or one.path in firsts.values():
            make = partial(version, one, key, first, one in seen)
            inputs = (one, key, first, one in seen)
            made[one.path] = context.remembered(("version", *one.name), inputs, make)
    return made


def tell_unseen(unseen: Iterable[MarkdownFile[CommonShape]], context: LoadContext) -> None:
    """Translations into languages that the site does not have.

    What has only its slug in common with another text may wait there without a word.
    """
    files: dict[Language, list[str]] = {}
    for one in unseen:
        if one.shape.translation_of or stem(one.path).endswith(f".{one.language}"):
            files.setdefault(one.language, []).append(one.body.file)
    for language, own in files.items():
        more = ", …" if len(own) > MOST_NAMED else ""
        context.warn(
            Place(own[0]),
            "language-not-listed",
            sentence(
                'LANGUAGES does not name "{language}": not shown, for there is another version: {files}',
                language=language,
                files=", ".join(own[:MOST_NAMED]) + more,
            ),
            sentence('add "{language}" to LANGUAGES, or write "status: draft" until then', language=language),
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
    return year_in(one.path) or (one.shape.day.year if one.shape.day else 0)


def check_slugs(
    found: Iterable[MarkdownFile[ShapeT]], context: LoadContext, naming: SharedName[ShapeT]
) -> None:
    first: dict[tuple[Slug, Language], MarkdownFile[ShapeT]] = {}
    for one in found:
        other = first.setdefault((one.slug, one.language), one)
        if other is not one:
            context.notes.problems.append(naming.taken(one, other))


def version(
    one: MarkdownFile[ShapeT], key: Slug, first: MarkdownFile[ShapeT] | None, is_seen: bool, _: LoadContext
) -> MarkdownFile[ShapeT]:
    return replace(one, key=key, first=first, readers=one.readers if is_seen else Readers.NOBODY)


def check_versions(keyed: Iterable[tuple[Slug, MarkdownFile[ShapeT]]], context: LoadContext) -> None:
    """Of one text there is one version in a language."""
    known: dict[tuple[Slug, Language], MarkdownFile[ShapeT]] = {}
    for key, one in keyed:
        other = known.setdefault((key, one.language), one)
        if other is not one and other.slug != one.slug:
            context.error(
                one.shape.place(),
                "duplicate-translation",
                sentence(
                    '{other} is the same text in "{language}" already',
                    other=other.body.file,
                    language=one.language,
                ),
                sentence('take one of them away, or say with "translation_of" what this one translates'),
            )


def seen_of(
    keyed: Iterable[tuple[Slug, MarkdownFile[ShapeT]]], naming: SharedName[ShapeT], context: LoadContext
) -> frozenset[MarkdownFile[ShapeT]]:
    """What is shown in one of the languages of the site at least; no two texts at one address there."""
    seen: set[tuple[Slug, Language]] = set()
    clashes: dict[frozenset[str], Problem] = {}
    for language in context.site.languages:
        languages = (language, *context.site.languages)
        best: dict[Slug, MarkdownFile[ShapeT]] = {}
        for key, one in sorted(keyed, key=lambda pair: rank(pair[1], languages)):
            best.setdefault(key, one)
        addresses: dict[Slug, MarkdownFile[ShapeT]] = {}
        for one in sorted(best.values(), key=lambda one: one.path):
            other = addresses.setdefault(one.slug, one)
            if other is not one and other.language != one.language:
                clashes.setdefault(frozenset((one.path, other.path)), naming.taken(one, other))
        seen.update((key, one.language) for key, one in best.items())
    context.notes.problems.extend(clashes.values())
    return frozenset(one for key, one in keyed if (key, one.language) in seen)
