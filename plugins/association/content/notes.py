"""What is written down beside what is made of the files, for when all of them are known."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, fields, replace
from datetime import date
from enum import Enum, auto

from ..domain.meetings import Meeting
from ..domain.text import Slug, Text
from ..problems import Place, Problem, Severity
from .site import Alias, ImageUse


class Readers(Enum):
    """Who reads a text in this build."""

    ALL = auto()
    MEMBERS = auto()
    NOBODY = auto()


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A Markdown text whose links are still to be followed.

    folder: below content; relative links start there.
    place_of: the place in the file of an offset in the text.
    is_lenient: of an older site, where a link that leads nowhere stops nothing.
    """

    text: str
    folder: str
    place_of: Callable[[int], Place]
    readers: Readers = Readers.ALL
    is_lenient: bool = False

    def told(self, problem: Problem) -> Problem:
        """With what is wrong in it."""
        return replace(problem, severity=Severity.WARNING) if self.is_lenient else problem


@dataclass(frozen=True, slots=True)
class Mention:
    """An address in a field: of a page, or of a file of ours."""

    address: str
    place: Place
    readers: Readers = Readers.ALL


@dataclass(frozen=True, slots=True)
class WrittenMinutes:
    """That there are minutes of a meeting, for whomever they are."""

    commission: Slug
    day: date
    place: Place


@dataclass(frozen=True, slots=True)
class WrittenTerm:
    """That somebody, whoever it is, has a role for a time. of: the commission; None for the association."""

    of: Text | None
    role: Text | None
    since: date | None
    until: date | None
    place: Place


@dataclass(slots=True, eq=False)
class Notes:
    """What is written down beside what is made of the files.

    images: of published texts and entries; members_images: of texts for members.
    documents: files that published texts link to, by their path below content, each with one of the links.
    members_documents: those that texts for members link to, each with all of the links.
    awaited: paths of those that other texts link to: drafts, or texts of a day to come.
    unpublished: paths below content of texts that the public has no page of in this build.
    for_members: those of them that members have, each with the place that says so.
    titles_shown: those of these whose titles everybody may know.
    slugs: what the addresses of those would be made of, by their path.
    waiting: paths below content of texts whose time has not come, with their day; None of drafts.
    of_blog: paths below content of texts that a Pelican blog has outside our folders.
    aliases: of texts and entries that everybody reads.
    minuted: every meeting that has minutes.
    terms: every mandate that is not over, and of who acts for the association.
    reserved: meetings for members only, by commission, in the order of the file: no public page has them.
    places: tell where is written what is said of a thing once all files are known, by its kind and ids:
        ("meetings", commission), ("minutes", commission), ("meeting", commission, id),
        ("date", path of the event, id).
    passages, mentions: what `links.follow_links` has to read once every file is known.
    drafts: passages of drafts, whose mistakes are not told.
    parts: notes that have some of these three, by the key of what was made.
    """

    problems: list[Problem] = field(default_factory=list)
    images: list[ImageUse] = field(default_factory=list)
    members_images: list[ImageUse] = field(default_factory=list)
    documents: dict[str, Place] = field(default_factory=dict)
    members_documents: dict[str, tuple[Place, ...]] = field(default_factory=dict)
    awaited: set[str] = field(default_factory=set)
    unpublished: set[str] = field(default_factory=set)
    for_members: dict[str, Place] = field(default_factory=dict)
    titles_shown: set[str] = field(default_factory=set)
    slugs: dict[str, Slug] = field(default_factory=dict)
    waiting: dict[str, date | None] = field(default_factory=dict)
    of_blog: set[str] = field(default_factory=set)
    aliases: list[Alias] = field(default_factory=list)
    minuted: list[WrittenMinutes] = field(default_factory=list)
    terms: list[WrittenTerm] = field(default_factory=list)
    reserved: dict[Slug, list[Meeting]] = field(default_factory=dict)
    places: dict[tuple[str, ...], Callable[[], Place]] = field(default_factory=dict)
    passages: list[MarkdownText] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    drafts: list[MarkdownText] = field(default_factory=list)
    parts: list[tuple[tuple[str, ...], "Notes"]] = field(default_factory=list)

    @property
    def are_blank(self) -> bool:
        return not any(getattr(self, part.name) for part in fields(self))

    def use_document(self, path: str, place: Place, readers: Readers) -> None:
        """A file that a text links to, at that place."""
        match readers:
            case Readers.ALL:
                self.documents.setdefault(path, place)
            case Readers.MEMBERS:
                self.members_documents[path] = (*self.members_documents.get(path, ()), place)
            case Readers.NOBODY:
                self.awaited.add(path)

    def members_only(self, documents: Collection[str]) -> dict[str, tuple[Place, ...]]:
        """Those of `documents` that texts for members lead to, each with all of the links."""
        return {path: places for path, places in self.members_documents.items() if path in documents}

    def use_image(self, path: str, place: Place, readers: Readers) -> None:
        match readers:
            case Readers.ALL:
                self.images.append(ImageUse(path, place))
            case Readers.MEMBERS:
                self.members_images.append(ImageUse(path, place))
            case Readers.NOBODY:
                self.awaited.add(path)

    def add(self, key: tuple[str, ...], other: "Notes") -> None:
        self.problems += other.problems
        self.images += other.images
        self.members_images += other.members_images
        self.documents = other.documents | self.documents
        for path, places in other.members_documents.items():
            self.members_documents[path] = (*self.members_documents.get(path, ()), *places)
        self.awaited |= other.awaited
        self.unpublished |= other.unpublished
        self.for_members |= other.for_members
        self.titles_shown |= other.titles_shown
        self.slugs |= other.slugs
        self.waiting |= other.waiting
        self.of_blog |= other.of_blog
        self.aliases += other.aliases
        self.minuted += other.minuted
        self.terms += other.terms
        self.reserved |= other.reserved
        self.places |= other.places
        if other.passages or other.mentions or other.drafts:
            self.parts.append((key, other))
