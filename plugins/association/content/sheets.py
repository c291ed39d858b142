"""The files of content/ as they are written: what they are called, in which language, which translates which.

A translation stands beside the text that it translates, `bilan.nl.md` beside `bilan.md`; or has its name or
its slug and another `lang`, as Pelican has it; or says whose it is with `translation_of`. Not for what the
fields of a file mean.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from unicodedata import normalize

from ..domain.text import Language, Slug, slug_of
from ..problems import ContentError, Place, Problem, sentence
from .context import LoadContext, Mistake, mistake
from .fields import Refused
from .fields.ids import LANGUAGE_NAMES
from .fields.links import document_path
from .site import TEXTS
from .suggestions import did_you_mean
from .yaml.front_matter import Document, split
from .yaml.source import read_text
from .yaml.tree import Node

LONGEST_SLUG = 200
"""Becomes the name of a folder, and a part of those of files: file systems stop at 255 octets."""
YEAR = re.compile(r"(?:19|20)\d{2}")
DATE_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}-")
DRAFT = "draft"
TRANSLATES = "translation_of"


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One file, the same object as long as nothing of it changes.

    path: below content; file: as reports name it; document: None where `problem` says why it cannot be read.
    """

    path: str
    file: str
    document: Document | None
    problems: tuple[Problem, ...] = ()

    @property
    def fields(self) -> Node:
        assert self.document is not None
        return self.document.tree.data

    def says(self, key: str) -> str:
        """What is written there; '' for nothing, for what is no text, and where no field can be read."""
        value = self.fields.get(key) if self.document else None
        return value if isinstance(value, str) else ""

    @property
    def documents(self) -> tuple[str, ...]:
        """Paths below content of those that a page lists in its fields."""
        return tuple(documents_in(self.fields.get("resources")))

    @property
    def is_draft(self) -> bool:
        return self.says("status") == DRAFT


def sheets_of(section: str, context: LoadContext) -> tuple[Sheet, ...]:
    """Those of a folder below content, in order of path."""
    return tuple(
        context.memory.of_file(
            place := f"{context.site.content}/{path}", Sheet, partial(sheet, place, path, context)
        )
        for path in context.files.below(section, TEXTS)
    )


def sheet(place: str, path: str, context: LoadContext) -> Sheet:
    file = context.files.shown(path)
    try:
        document = split(read_text(Path(place), file), file)
        if not document.tree.data:
            raise without_fields(Place(file))
    except Mistake as wrong:
        return Sheet(path, file, None, (wrong.problem,))
    except ContentError as error:
        return Sheet(path, file, None, error.problems)
    return Sheet(path, file, document)


def documents_in(value: object) -> Iterator[str]:
    """However deep; what is no file of that folder is left to those who read the fields."""
    if isinstance(value, Node):
        with suppress(Refused):
            yield document_path(value.get("file"))
    for part in value.values() if isinstance(value, Node) else value if isinstance(value, list) else ():
        yield from documents_in(part)


def without_fields(place: Place) -> Mistake:
    return mistake(
        place,
        "no-front-matter",
        sentence("this text does not begin with its fields"),
        sentence('begin it with a line "---", then "title: …" and the others, then "---" again'),
    )


def stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def languages_in_names(paths: Iterable[str], site: tuple[Language, ...]) -> tuple[Language, ...]:
    """Those of the site; and of others, those in which a file stands beside the one that it translates.

    Who begins to translate may do so before the site has the language.
    """
    known = frozenset(paths)
    other = tuple(code for code in LANGUAGE_NAMES if code not in site)
    found = {language_in_name(path, other) for path in known}
    return site + tuple(code for code in other if code in found and is_beside(code, other, known))


def is_beside(code: Language, languages: tuple[Language, ...], paths: frozenset[str]) -> bool:
    own = (path for path in paths if language_in_name(path, languages) == code)
    return any(without_language(path, languages) in paths for path in own)


def language_in_name(path: str, languages: tuple[Language, ...]) -> Language:
    """`nl` of `bilan.nl.md`; '' where that is no language of the site, or its only one."""
    name, _, ending = stem(path).rpartition(".")
    known = languages if name and len(languages) > 1 else ()
    return next((language for language in known if language.lower() == ending.lower()), "")


def without_language(path: str, languages: tuple[Language, ...]) -> str:
    """The path of the file beside which it stands, `2026/bilan.md`."""
    own = language_in_name(path, languages)
    if not own:
        return path
    name, ending = posixpath.splitext(path)
    return name[: -len(own) - 1] + ending


def slug_in(path: str, file: str) -> Slug:
    """The slug of a file name: `2026-11-03-premiere-reunion.md` becomes `premiere-reunion`."""
    name = stem(path)
    slug = rough_slug(path)
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


def rough_slug(path: str) -> Slug:
    name = stem(path)
    return slug_of(DATE_IN_NAME.sub("", name, count=1)) or slug_of(name)


def year_in(path: str) -> int:
    """That before its name or of its folder; 0 without any."""
    *folders, name = path.split("/")
    written = DATE_IN_NAME.match(name)
    if written:
        return int(written[0][:4])
    folder = next((folder for folder in reversed(folders) if YEAR.fullmatch(folder)), None)
    return int(folder) if folder else 0


def rough_year(one: Sheet) -> int:
    written = (one.says("date") or one.says("start"))[:4]
    return year_in(one.path) or (int(written) if YEAR.fullmatch(written) else 0)


Calling = Callable[[Sheet, str], Slug]
"""What a sheet shares with its versions in other languages; '' for nothing. Given also its path without the
language in it."""


def by_slug(one: Sheet, path: str) -> Slug:
    return one.says("slug") or rough_slug(path)


@dataclass(frozen=True, eq=False)
class Siblings:
    """The sheets of one section, and how they belong together.

    languages: of the site, and of the names of files; calling: tells which have the same name.
    """

    sheets: tuple[Sheet, ...]
    languages: tuple[Language, ...]
    calling: Calling = by_slug

    def language(self, one: Sheet) -> Language:
        return one.says("lang") or language_in_name(one.path, self.languages) or self.languages[0]

    def neighbour(self, one: Sheet) -> str:
        return without_language(one.path, self.languages)

    @cached_property
    def readable(self) -> tuple[Sheet, ...]:
        return tuple(one for one in self.sheets if one.document)

    @cached_property
    def by_neighbour(self) -> dict[str, list[Sheet]]:
        found: dict[str, list[Sheet]] = {}
        for one in self.sheets:
            found.setdefault(posixpath.splitext(self.neighbour(one))[0], []).append(one)
        return found

    @cached_property
    def by_name(self) -> dict[str, list[Sheet]]:
        found: dict[str, list[Sheet]] = {}
        for one in self.sheets:
            for name in dict.fromkeys(self.names(one)):
                found.setdefault(name, []).append(one)
        return found

    def names(self, one: Sheet) -> Iterator[str]:
        """What `translation_of` may say of it."""
        bare = self.neighbour(one)
        for path in (one.path, bare):
            yield from (path, posixpath.basename(path), stem(path), DATE_IN_NAME.sub("", stem(path), count=1))
        folder, name = posixpath.split(bare)
        yield posixpath.join(posixpath.basename(folder), stem(name))
        yield self.calling(one, bare)

    def rank(self, one: Sheet) -> tuple[int, Language, str]:
        language = self.language(one)
        known = language in self.languages
        return self.languages.index(language) if known else len(self.languages), language, one.path

    def linked(self) -> Iterator[tuple[Sheet, Sheet | Problem]]:
        """Translations, each with what it translates, or with what is wrong with that."""
        direct = dict(self.told())
        for one, other in (*direct.items(), *self.alike(direct)):
            yield one, self.first(one, other, direct)

    def told(self) -> Iterator[tuple[Sheet, Sheet | Problem]]:
        """By `translation_of`, or by the names of files side by side."""
        for one in self.readable:
            if wanted := one.says(TRANSLATES):
                yield one, self.meant(wanted, one) or self.unknown(wanted, one)
            elif twin := self.twin(one):
                yield one, twin

    def twin(self, one: Sheet) -> Sheet | None:
        if not language_in_name(one.path, self.languages):
            return None
        beside = self.by_neighbour[posixpath.splitext(self.neighbour(one))[0]]
        first = min(beside, key=lambda each: (self.neighbour(each) != each.path, self.rank(each)))
        return first if self.language(first) != self.language(one) else None

    def meant(self, wanted: str, one: Sheet) -> Sheet | None:
        name = normalize("NFC", wanted).removeprefix("{filename}").strip("/")
        found = self.by_name.get(name) or self.by_name.get(slug_of(name)) or []
        others = [each for each in found if each is not one]
        return min(others, key=partial(self.likeness, one, name), default=None)

    def likeness(
        self, one: Sheet, name: str, other: Sheet
    ) -> tuple[bool, bool, bool, tuple[int, Language, str]]:
        is_first = not (other.says(TRANSLATES) or self.neighbour(other) != other.path)
        is_near = rough_year(other) == rough_year(one)
        return other.path != name, not is_first, not is_near, self.rank(other)

    def alike(self, told: Mapping[Sheet, object]) -> Iterator[tuple[Sheet, Sheet]]:
        """Those with the name of another one, which is in the language that comes first."""
        groups: dict[Slug, list[Sheet]] = {}
        for one in self.readable:
            if one not in told and not one.is_draft:
                groups.setdefault(self.calling(one, self.neighbour(one)), []).append(one)
        for name, group in groups.items():
            if len(group) == 1:
                continue
            language = self.language(min(group, key=self.rank))
            firsts = [one for one in group if self.language(one) == language]
            for one in group if name else ():
                own = [each for each in group if self.language(each) == self.language(one)]
                if one not in firsts and (first := of_its_year(one, own, firsts)):
                    yield one, first

    def first(
        self, one: Sheet, other: Sheet | Problem, direct: Mapping[Sheet, Sheet | Problem]
    ) -> Sheet | Problem:
        """What the other one is a translation of itself, if it is one."""
        passed = {one}
        while isinstance(other, Sheet) and other in direct and other not in passed:
            passed.add(other)
            other = direct[other]
        if isinstance(other, Problem):
            return other
        if other.document is None:
            return other.problems[0]
        if other in passed:
            return circular(one)
        return same_language(one, other, self) if self.language(one) == self.language(other) else other

    def unknown(self, wanted: str, one: Sheet) -> Problem:
        near = did_you_mean(wanted, tuple(stem(each.path) for each in self.readable if each is not one))
        return Problem(
            one.fields.place(TRANSLATES),
            "unknown-reference",
            sentence('no text of this folder is called "{name}"', name=wanted),
            near or sentence("write the name of the file that this one translates, as it stands there"),
        )


def of_its_year(one: Sheet, own: Sequence[Sheet], firsts: Sequence[Sheet]) -> Sheet | None:
    """That of the same year; the only one, if `one` is the only one of that name in its language too.

    own: those in its language. « Rentrée » of each year is another text, whichever of them are translated.
    """
    near = next((each for each in firsts if rough_year(each) == rough_year(one)), None)
    return near or (firsts[0] if len(firsts) == len(own) == 1 else None)


def circular(one: Sheet) -> Problem:
    return Problem(
        one.fields.place(TRANSLATES),
        "circular-translation",
        sentence("this leads back to this very text"),
        sentence('take "translation_of" out of the text that was written first'),
    )


def same_language(one: Sheet, other: Sheet, siblings: Siblings) -> Problem:
    language = siblings.language(one)
    more = next((each for each in siblings.languages if each != language), "nl")
    return Problem(
        one.fields.place(TRANSLATES),
        "same-language",
        sentence(
            'this text and {other}, which it translates, are both in "{language}"',
            other=other.file,
            language=language,
        ),
        sentence('say the language of this one: "lang: {other}"', other=more),
    )
