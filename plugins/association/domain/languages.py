"""The association in one language: one version of each text, and of each name and word the one read there.

Nothing is left out for want of a translation: what is not there in a language is shown in another and says
so. A `Text` has one version then, whose language is '' where it is the first of the site, or that of a name
which has none; so whoever shows it knows whether to mark it. Not for what a theme says itself.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, TypeVar, get_args, get_type_hints

from .articles import Article, StaticPage, Tag
from .association import Association
from .commissions import Minutes
from .events import Event
from .members import Skill
from .offers import Offer
from .places import Town, Venue
from .text import ANY_LANGUAGE, Language, Slug, Text, Versioned

ThingT = TypeVar("ThingT")
TextT = TypeVar("TextT", bound=Versioned)

Written = Article | Event | Offer | Minutes | StaticPage
TEXTS = ("articles", "unlisted", "events", "offers", "minutes", "pages")
"""The parts of an association that are texts of content/, each in its own language."""
TAGGED = ("articles", "unlisted", "events", "offers", "minutes")


def in_language(whole: Association, language: Language, languages: tuple[Language, ...]) -> Association:
    """The very object, where nothing in it is by language. languages: of the site, the first one first.

    That one is the language of what does not say which it is in. Members keep their order, whatever their
    names are now: see collation.with_names_in_order.
    """
    reading = Reading(language, languages[0], (language, *languages))
    found = {name: tuple(one_of_each(getattr(whole, name), reading.languages)) for name in TEXTS}
    fewer: dict[str, Any] = {name: own for name, own in found.items() if len(own) < len(getattr(whole, name))}
    chosen = replace(whole, **fewer) if fewer else whole
    return with_one_spelling(reading.of(chosen, reading.main), reading)


def one_of_each(texts: Iterable[TextT], languages: tuple[Language, ...]) -> Iterator[TextT]:
    """Of the versions of a text one, in the order in which they are given."""
    every = tuple(texts)
    best = {version.key: version for version in sorted(every, key=lambda one: rank(one, languages))[::-1]}
    return (version for version in every if best[version.key] is version)


def rank(version: Versioned, languages: tuple[Language, ...]) -> tuple[int, Language]:
    """The language that comes first, then the others by their codes."""
    known = version.language in languages
    return (languages.index(version.language) if known else len(languages)), version.language


@dataclass(slots=True, eq=False)
class Reading:
    """Finds in things the words that one language has for them.

    main: the language of the files of entries. languages: in which words are looked for, the best first.
    made: of each thing what was made of it.
    """

    language: Language
    main: Language
    languages: tuple[Language, ...]
    made: dict[tuple[int, Language], Any] = field(default_factory=dict)

    def of(self, thing: ThingT, around: Language) -> ThingT:
        """The same object, where it says nothing by language. around: the language of plain texts there."""
        kind = thing.__class__
        if kind is Text:
            return self.words(thing, around)  # type: ignore[arg-type, return-value]
        if kind is tuple:
            parts = tuple([self.of(part, around) for part in thing])  # type: ignore[attr-defined]
            return thing if all(map(is_, parts, thing)) else parts  # type: ignore[call-overload, return-value]
        if not words_in(thing):
            return thing
        own = language_of(thing, around, self)
        known = id(thing), own
        if known not in self.made:
            self.made[known] = self.fresh(thing, own)
        return self.made[known]  # type: ignore[no-any-return]

    def fresh(self, thing: Any, own: Language) -> Any:
        changes: dict[str, Any] = {}
        for name in words_in(thing):
            before = getattr(thing, name)
            if before and (after := self.of(before, own)) is not before:
                changes[name] = after
        if getattr(thing, "names", None) is not None:
            changes |= {"name": str(changes.get("names", thing.names)), "names": None}
        return replace(thing, **changes) if changes else thing

    def words(self, text: Text, around: Language) -> Text:
        if text.versions[0][0] == ANY_LANGUAGE and around == self.main and len(text.versions) == 1:
            return text
        versions = dict(text.versions)
        wanted = (self.language, ANY_LANGUAGE, around, *self.languages)
        found = next((code for code in wanted if code in versions), text.versions[0][0])
        code = around if found == ANY_LANGUAGE and around != self.main else found
        only = ((code, versions[found]),)
        root = versions.get(self.main, versions[found])
        return text if only == text.versions else Text(only, "" if root == versions[found] else root)


def language_of(thing: object, around: Language, reading: Reading) -> Language:
    """Of the plain texts in a thing."""
    if isinstance(thing, Written):
        return thing.language or reading.main
    is_listed = isinstance(thing, Town | Skill) or (isinstance(thing, Venue) and thing.id is not None)
    return reading.main if is_listed else around


def words_in(thing: Any) -> tuple[str, ...]:
    return fields_of_words(thing.__class__)


@cache
def fields_of_words(kind: Hashable) -> tuple[str, ...]:
    """The fields of a class in which there may be a Text, however deep."""
    shape: Any = kind
    if not is_dataclass(shape):
        return ()
    hints = get_type_hints(shape)
    return tuple(part.name for part in fields(shape) if part.init and may_hold_words(hints[part.name]))


@cache
def may_hold_words(annotation: Any) -> bool:
    if annotation is Text:
        return True
    return bool(fields_of_words(annotation)) or any(map(may_hold_words, get_args(annotation)))


def with_one_spelling(association: Association, reading: Reading) -> Association:
    """A topic that two languages spell differently is one: as the language itself spells it, if it does."""
    known: dict[Slug, Tag] = {}
    for tag in sorted(tags_of(association), key=lambda tag: is_foreign(tag.name, reading)):
        known.setdefault(tag.slug, tag)
    changes = {
        part: tuple(spelt(text, known) for text in getattr(association, part))
        for part in TAGGED
        if any(known[tag.slug] != tag for text in getattr(association, part) for tag in text.tags)
    }
    return replace(association, **changes) if changes else association  # type: ignore[arg-type]


def tags_of(association: Association) -> tuple[Tag, ...]:
    return tuple(tag for part in TAGGED for text in getattr(association, part) for tag in text.tags)


def spelt(text: ThingT, known: Mapping[Slug, Tag]) -> ThingT:
    tags: tuple[Tag, ...] = text.tags  # type: ignore[attr-defined]
    own = tuple(known[tag.slug] for tag in tags)
    return text if own == tags else replace(text, tags=own)  # type: ignore[type-var]


def is_foreign(text: Text, reading: Reading) -> bool:
    return (text.versions[0][0] or reading.main) != reading.language


def saying_its_language(text: ThingT, language: Language) -> ThingT:
    """A text of content/ whose plain words are to be told from those of a translation into another."""
    return rewritten(text, lambda words: marked(words, language))  # type: ignore[no-any-return]


def marked(words: Text, language: Language) -> Text:
    if all(code != ANY_LANGUAGE for code, _ in words.versions):
        return words
    return Text(tuple((code or language, version) for code, version in words.versions))


def rewritten(thing: Any, change: Callable[[Text], Text]) -> Any:
    """With its words changed, but not those of the vocabularies that it names."""
    match thing:
        case Text():
            return change(thing)
        case tuple():
            return tuple(rewritten(part, change) for part in thing)
        case Town() | Skill() | Venue(id=str()):
            return thing
    changes = {name: rewritten(getattr(thing, name), change) for name in words_in(thing)}
    return replace(thing, **changes) if changes else thing
