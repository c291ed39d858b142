"""Words that describe members: checked where their list is declared, free where it is not."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from ...collation import in_order
from ...domain.members import MembershipType, Skill
from ...domain.places import Town
from ...domain.text import Slug, Text, plain, slug_of
from ...problems import sentence
from ..context import Known, LoadContext, check
from ..fields.ids import LONGEST_ID
from ..schema.base import Shape
from ..yaml.tree import Path


class Word(Protocol):
    @property
    def id(self) -> Slug: ...

    @property
    def name(self) -> Text: ...


WordT = TypeVar("WordT", bound=Word)


@dataclass(slots=True)
class Vocabulary(Generic[WordT]):
    """The words of one list.

    known: None when the list is not declared: any word will do, and one slug is one word.
    """

    known: Known | None
    words: dict[Slug, WordT]
    word_of: Callable[[Slug, Text], WordT]

    def meant(self, written: str, shape: Shape, path: Path, context: LoadContext) -> WordT | None:
        """The word written at `path` of the shape; None, and a problem, when there is no such word."""
        slug = written if self.known else self._slug(written, shape, path, context)
        if self.known and slug not in self.words:
            check(written, self.known, shape.place(*path), context)
        return self.words.get(slug)

    def _slug(self, written: str, shape: Shape, path: Path, context: LoadContext) -> Slug:
        slug = slug_of(written)
        if len(slug) > LONGEST_ID:
            context.error(
                shape.place(*path),
                "long-address",
                sentence(
                    "this makes an address of {length} characters, expected at most {most}",
                    length=len(slug),
                    most=LONGEST_ID,
                ),
                sentence("choose a shorter word"),
            )
            return ""
        if slug:
            self.words.setdefault(slug, self.word_of(slug, plain(written)))
        else:
            context.error(
                shape.place(*path),
                "no-slug",
                sentence(
                    '"{text}" has no letter from a to z and no digit to make an address of', text=written
                ),
                sentence("declare the list, with an id for each word"),
            )
        return slug

    def copied(self) -> "Vocabulary[WordT]":
        return Vocabulary(self.known, self.words.copy(), self.word_of)

    def published(self, used: Collection[Slug]) -> tuple[WordT, ...]:
        """Declared words in their order, all of them; free words by name, those in use."""
        if self.known:
            return tuple(self.words.values())
        free = (word for word in self.words.values() if word.id in used)
        return in_order(free, lambda word: word.name, lambda word: word.id)


@dataclass(frozen=True, slots=True)
class Vocabularies:
    types: Vocabulary[MembershipType]
    skills: Vocabulary[Skill]
    towns: Vocabulary[Town]

    def copied(self) -> "Vocabularies":
        """To be added to; what is remembered stays as it is."""
        return Vocabularies(self.types.copied(), self.skills.copied(), self.towns.copied())
