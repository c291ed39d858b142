"""What every conversion has at hand: the site, its files, the entries one may refer to, and the notes taken.

The one object of `content` that changes while a site is loaded; it lives as long as one `load`.
"""

import os
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from ..domain.text import Language, Slug
from ..problems import ContentError, Place, Problem, Sentence, Severity, sentence
from .fields.ids import likeliest_language
from .memory import LoadMemory, Outcome
from .notes import Notes
from .schema.base import Shape, spoken_in
from .schema.validation import Parsed, parse
from .site import ContentFiles, Destinations, SiteFolder
from .suggestions import did_you_mean
from .yaml.reader import lenient_tree
from .yaml.source import read_text

MOST_SUGGESTED = 100
"""What was meant is looked for among all that there is, for this many mistakes; nobody mends more at once."""

SHORT_LIST = 8
# One template per word: other languages need its gender.
UNKNOWN: Mapping[str, Callable[[str], Sentence]] = {
    "types": lambda value: sentence('unknown type "{value}"', value=value),
    "skills": lambda value: sentence('unknown skill "{value}"', value=value),
    "towns": lambda value: sentence('unknown town "{value}"', value=value),
    "venues": lambda value: sentence('unknown venue "{value}"', value=value),
    "members": lambda value: sentence('unknown member "{value}"', value=value),
    "partners": lambda value: sentence('unknown partner "{value}"', value=value),
    "commissions": lambda value: sentence('unknown commission "{value}"', value=value),
    "people": lambda value: sentence('unknown person "{value}"', value=value),
}

ShapeT = TypeVar("ShapeT", bound=Shape)


class Mistake(Exception):
    """A mistake after which the thing at hand means nothing: `LoadContext.collecting` writes it down."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.line_of_text())


def mistake(
    place: Place,
    code: str,
    message: Sentence,
    hint: Sentence | None = None,
    severity: Severity = Severity.ERROR,
) -> Mistake:
    return Mistake(Problem(place, code, message, hint, severity))


ThingT = TypeVar("ThingT")


@dataclass(slots=True)
class LoadContext:
    """notes: of what is made now; gathered: of the whole load, complete once every file is read.

    memory: of what was read and made before.
    found_before: how many problems there were when these notes were begun.
    destinations: where links may lead; None until all that is written has been read well.
    for_members: what was made of texts that only members read, in any order.
    """

    site: SiteFolder
    files: ContentFiles
    memory: LoadMemory
    notes: Notes
    gathered: Notes
    found_before: int = 0
    destinations: Destinations | None = None
    for_members: list[object] = field(default_factory=list)

    @property
    def found(self) -> int:
        return self.found_before + len(self.notes.problems)

    @property
    def suggests(self) -> bool:
        return self.found < MOST_SUGGESTED

    def remembered(
        self, key: tuple[str, ...], inputs: tuple[object, ...], make: Callable[["LoadContext"], ThingT]
    ) -> ThingT:
        """What `make` gives and notes, once for the same inputs: all that it looks at, the site aside.

        Where so much is wrong that nothing is suggested any more, it depends on what was found before.
        """
        known = self.memory.outcomes.get(key)
        if known and known.inputs == inputs and self._has_room_for(known.notes):
            if known.notes:
                self.notes.add(key, known.notes)
            return cast(ThingT, known.value)
        inner = replace(self, notes=Notes(), found_before=self.found)
        try:
            value = make(inner)
        finally:
            self.notes.add(key, inner.notes)
        if known and known.value == value:
            value = known.value
        if inner.suggests and self.memory.lasts:
            notes = None if inner.notes.are_blank else inner.notes
            self.memory.outcomes[key] = Outcome(inputs, value, notes)
        return value

    def noted(self, key: tuple[str, ...], make: Callable[["LoadContext"], ThingT]) -> ThingT:
        """What `make` gives, which notes what it likes; nothing is remembered."""
        inner = replace(self, notes=Notes(), found_before=self.found)
        try:
            return make(inner)
        finally:
            self.notes.add(key, inner.notes)

    def _has_room_for(self, notes: Notes | None) -> bool:
        return not (notes and notes.problems) or self.found + len(notes.problems) < MOST_SUGGESTED

    def error(self, place: Place, code: str, message: Sentence, hint: Sentence | None = None) -> None:
        self.notes.problems.append(Problem(place, code, message, hint))

    def warn(self, place: Place, code: str, message: Sentence, hint: Sentence | None = None) -> None:
        self.notes.problems.append(Problem(place, code, message, hint, Severity.WARNING))

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """What goes wrong inside is noted, and the work goes on after it."""
        try:
            yield
        except Mistake as wrong:
            self.notes.problems.append(wrong.problem)
        except ContentError as error:
            self.notes.problems.extend(error.problems)


@dataclass(frozen=True, slots=True)
class Known:
    """The ids of one list, and the file it stands in.

    broken: ids of entries that are wrong themselves: to name one is no second mistake.
    is_open: the list cannot be read: any id may be one of its own.
    """

    list_name: str
    file: str
    ids: tuple[Slug, ...]
    broken: frozenset[Slug] = frozenset()
    is_open: bool = False

    @property
    def written(self) -> tuple[Slug, ...]:
        """All that may be meant, each once: an entry that is wrong itself still has its name."""
        return (*dict.fromkeys(self.ids), *sorted(self.broken.difference(self.ids)))

    def __contains__(self, word: str) -> bool:
        return self.is_open or word in self.ids or word in self.broken


def check(word: str, known: Known, place: Place, context: LoadContext) -> None:
    if word not in known:
        said = UNKNOWN[known.list_name](word)
        context.error(place, "unknown-reference", said, hint(word, known) if context.suggests else None)


def hint(word: str, known: Known) -> Sentence:
    """The id that was meant, or the short list there is to choose from, or where to add it."""
    written = known.written
    near = did_you_mean(word, written)
    if near:
        return near
    if 0 < len(written) <= SHORT_LIST:
        return sentence("write one of: {ids}", ids=", ".join(written))
    return sentence('add it to "{list}" in {file} first', list=known.list_name, file=known.file)


@dataclass(frozen=True, slots=True)
class Reading(Generic[ShapeT]):
    """value: empty when the file is missing or cannot be read (`parsed` is None then)."""

    file: str
    value: ShapeT
    parsed: Parsed[ShapeT] | None = None
    is_readable: bool = True

    @property
    def source(self) -> tuple[Parsed[ShapeT] | None, bool]:
        """By which a file that says the same at the same places is known."""
        return self.parsed, self.is_readable

    def _list(self, list_name: str) -> tuple[Any, ...]:
        return getattr(self.value, list_name) or ()

    def known(self, list_name: str) -> Known:
        broken = self.parsed.broken_ids.get(list_name, frozenset()) if self.parsed else frozenset()
        ids = tuple(entry.id for entry in self._list(list_name))
        return Known(list_name, self.file, ids, broken, is_open=self._is_open(list_name))

    def _is_open(self, list_name: str) -> bool:
        """Nothing is known of a list in an unreadable file, or of something that is no list."""
        if not self.parsed:
            return not self.is_readable
        written = self.parsed.data
        return self.parsed.value is None or not isinstance(written.get(list_name), list | None)


def read(shape: type[ShapeT], path: Path, context: LoadContext) -> Reading[ShapeT]:
    file = context.site.name_of(path)
    if not os.path.lexists(path):
        return Reading(file, shape())
    with context.collecting():
        refuse_link_out(path, file, context)
        parsed = context.memory.of_file(
            path, shape, lambda: parse(shape, lenient_tree(read_text(path, file), file))
        )
        context.notes.problems.extend(parsed.problems)
        tell_strange_languages(parsed, context)
        return Reading(file, parsed.value or shape(), parsed, is_readable=parsed.value is not None)
    return Reading(file, shape(), is_readable=False)


def tell_strange_languages(parsed: Parsed[ShapeT], context: LoadContext) -> None:
    """Languages that the site does not have, each once in a file."""
    if parsed.value is None or len(context.site.languages) == 1:
        return
    told: set[Language] = set()
    found = strange_languages(parsed.value, parsed.data, context.site.languages)
    for place, strange, missing in sorted(found, key=lambda one: (one[0].line, one[0].column)):
        if strange not in told:
            told.add(strange)
            tell_strange_language(place, strange, missing, context)


def tell_strange_language(
    place: Place, strange: Language, missing: tuple[Language, ...], context: LoadContext
) -> None:
    context.warn(
        place,
        "language-not-listed",
        sentence(
            'the site has no language "{found}", and nothing is written here for: {missing}',
            found=strange,
            missing=", ".join(missing),
        ),
        sentence(
            'write "{near}", or add "{found}" to LANGUAGES in {file}',
            near=likeliest_language(strange, missing),
            found=strange,
            file=context.site.settings_file,
        ),
    )


def strange_languages(
    shape: Shape, keys: Container[str], own: tuple[Language, ...]
) -> Iterator[tuple[Place, Language, tuple[Language, ...]]]:
    """Where a text that the site has in one of its languages is there in a strange one, and which it lacks.

    What is there beside all its languages is nobody's mistake, nor is a name known in a strange one alone.
    """
    for holder, path, text in spoken_in(shape, keys):
        written = [code for code, _ in text.versions if code]
        missing = tuple(language for language in own if language not in written)
        if 0 < len(missing) < len(own):
            strange = (code for code in written if code not in own)
            yield from ((holder.key_place(*path, code), code, missing) for code in strange)


def refuse_link_out(path: Path, file: str, context: LoadContext) -> None:
    """Out of the folder of the site, or of the one that holds its content: either may be a link itself."""
    homes = (Path(os.path.realpath(context.site.root)), Path(os.path.realpath(context.site.content)).parent)
    end = Path(os.path.realpath(path))
    if path.is_symlink() and not any(end.is_relative_to(home) for home in homes):
        raise mistake(
            Place(file),
            "outside-site",
            sentence("this symbolic link leads out of the folder of the site"),
            sentence("put the file itself there, or name it in the settings: MEMBERS_FILE, COMMISSIONS_FILE"),
        )
