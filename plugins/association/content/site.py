"""What goes into `load` and what comes out of it, and the files below content/ by the names editors write.

None leads out of the folder. What is left out for another reason than its hidden name is told: nobody should
wonder where a file is.
"""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, Protocol
from unicodedata import normalize
from zoneinfo import ZoneInfo

from ..domain.association import Association, Identity
from ..domain.text import Language, Slug, fold
from ..problems import ContentError, Place, Problem, Sentence, Severity, sentence

if TYPE_CHECKING:
    from .blog_fields import Blog

FOLDERS = {
    "news": "actualites",
    "events": "agenda",
    "offers": "annonces",
    "minutes": "comptes-rendus",
    "pages": "pages",
}
"""Of the texts of a section, below content/."""

TERRITORY = "territoire.geojson"
OWN_STYLE = "theme/extra.css"
"""Below `content`: rules of style on top of those of the theme."""
"""Below `content`: rules of style on top of those of the theme."""
IMPORTS = "imports"
"""The folder of partners' calendars, in that of the events."""
TEXTS = (".md", ".markdown")
"""What the names of texts end in, in any capitals."""
MARKDOWN = (*TEXTS, ".mkd", ".mdown")
"""And those of the texts of a Pelican blog that are Markdown too."""

FILE_ITSELF = sentence("put the file itself there, or take the link away")


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """The association's files and the settings that change their meaning.

    settings_file: below `root`; where `identity` is written, for the positions of its mistakes.
    sections: folder below `content` by section; a section left out keeps its default.
    territory: below `content`, the file that draws the outline of the territory.
    holidays_country: whose public holidays count; '' for none, None to tell from addresses and time zones.
    uid_domain: what follows the @ in our calendar UIDs; '' to make it of the association's name.
    url: of the published site, without a slash at the end; '' when it is not known.
    document_kinds: endings without their dot that may be published on top of the usual ones.
    publishes_unlinked: whether documents that no text links to are published too.
    copied: folders below `content` that are copied as they are, hidden files included.
    named: paths below `content` of files and folders that settings name, for whomever they are.
    languages: of the site; `language` is the first, and that of what says none.
    blog: how texts outside these folders are published; None where they are not.
    early: paths below `content` of texts that are shown before their time, as in a preview.
    """

    root: Path
    content: Path
    members: Path
    commissions: Path
    settings_file: str
    identity: object
    language: Language
    zone: ZoneInfo
    now: datetime
    sections: Mapping[str, str] = field(default_factory=FOLDERS.copy)
    territory: str = TERRITORY
    holidays_country: str | None = None
    uid_domain: str = ""
    url: str = ""
    document_kinds: frozenset[str] = frozenset()
    publishes_unlinked: bool = False
    copied: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ()
    blog: "Blog | None" = None
    early: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        object.__setattr__(self, "languages", tuple(dict.fromkeys((self.language, *self.languages))))

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def section(self, name: str) -> str:
        return self.sections.get(name, FOLDERS[name]).strip("/")

    @property
    def folders(self) -> tuple[str, ...]:
        """Below content, of all texts that may have a page."""
        return tuple(map(self.section, FOLDERS))

    def name_of(self, path: Path) -> str:
        """The name of a file in reports: its path below `root`."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


@dataclass(frozen=True, slots=True)
class Alias:
    """An address that a page had before, as its file says it.

    path: from the top of the site, decoded.
    kind: MEMBER or COMMISSION, and `name` is an id; of a text '', and `name` is its path below content.
    """

    path: str
    place: Place
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ImageUse:
    """An image that a published text or entry shows; `path` is below content."""

    path: str
    place: Place


class Destinations(Protocol):
    """Where a link may lead, beside the files of content. Paths begin with `/` and are decoded."""

    @property
    def is_whole(self) -> bool:
        """Whether the site has no other pages: a plugin of others may write some."""

    def has(self, path: str) -> bool: ...

    def nearest(self, path: str) -> str | None:
        """The address that may be meant."""

    def source(self, path: str) -> str | None:
        """The text of content that the page is made from."""

    def waiting(self, path: str) -> str | None:
        """The text of content that would have that address, were it published."""

    def html(self, text: str, source: str) -> str:
        """A text as its page shows it."""

    def is_of_theme(self, fragment: str) -> bool:
        """Whether it may be a part of the page around the text."""


class Unpublishable(ContentError):
    """`images` are those of what could be read: they may be at fault as well."""

    def __init__(self, problems: Iterable[Problem], images: Iterable[ImageUse]) -> None:
        super().__init__(problems)
        self.images = tuple(images)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one build publishes, by paths below content.

    written: what all of it says, every version of every text.
    by_language: the association in each of the languages of the site, the first one first.
    documents: files that are published as they are.
    deposited: those, and all others of the documents folder that could be.
    reserved: what only members read, in place of what everybody does; members_images, members_documents: the
        files that only such texts use, with the links to each.
    members_texts: those texts, each with the place that says so; titles_shown: those whose titles are public.
    member_lines: on which line the entry of each member begins.
    of_blog: texts outside our folders.
    waiting: those that wait for their time, by path: the day, None of drafts; coming_slugs: of what their
        addresses will be made.
    aliases: of what everybody reads.
    """

    written: Association
    by_language: Mapping[Language, Association]
    warnings: tuple[Problem, ...] = ()
    images: tuple[ImageUse, ...] = ()
    documents: frozenset[str] = frozenset()
    deposited: frozenset[str] = frozenset()
    reserved: Association = field(default_factory=lambda: Association(Identity("")))
    reserved_by_language: Mapping[Language, Association] = field(default_factory=dict)
    members_images: tuple[ImageUse, ...] = ()
    members_documents: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    members_texts: Mapping[str, Place] = field(default_factory=dict)
    titles_shown: frozenset[str] = frozenset()
    member_lines: Mapping[Slug, int] = field(default_factory=dict)
    of_blog: frozenset[str] = frozenset()
    waiting: Mapping[str, date | None] = field(default_factory=dict)
    coming_slugs: Mapping[str, Slug] = field(default_factory=dict)
    aliases: tuple[Alias, ...] = ()

    @property
    def association(self) -> Association:
        """In the first language."""
        return next(iter(self.by_language.values()))


class Obstacle(Enum):
    """Why a path is no file for us."""

    OUTSIDE = auto()
    HIDDEN = auto()
    FOLDER = auto()
    NOWHERE = auto()
    SPECIAL = auto()
    CLOSED = auto()


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """by_name: paths below content by their composed (NFC) form: macOS stores accents decomposed.
    unspeakable: paths that cannot be printed on one line, so neither reported nor published.
    obstacles: paths that are left out, and why; hidden: those that are left out for their name.
    """

    folder: str
    by_name: dict[str, str]
    unspeakable: tuple[str, ...] = ()
    obstacles: tuple[tuple[str, Obstacle], ...] = ()
    hidden: tuple[str, ...] = ()

    def find(self, path: str) -> str | None:
        """`path` as it is stored; upper and lower case count on every system."""
        return self.by_name.get(normalize("NFC", path))

    def below(self, folder: str, ending: str | tuple[str, ...] = "") -> tuple[str, ...]:
        """Stored paths in order of name; the ending in any capitals, and so the folder."""
        return tuple(
            stored
            for name, stored in self.by_name.items()
            if is_in(name, folder) and name.lower().endswith(ending)
        )

    def shown(self, path: str) -> str:
        """`path` as reports name it, from the site folder."""
        return f"{self.folder}/{path}"


def is_in(path: str, folder: str) -> bool:
    """Whether it is below that folder, however its name is written: `Agenda` is `agenda`."""
    if path.startswith(f"{folder}/"):
        return True
    if fold(path[:1]) != fold(folder[:1]):
        return False
    depth = folder.count("/") + 1
    *folders, _ = path.split("/")
    return fold("/".join(folders[:depth])) == fold(folder)


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One name in a folder; `obstacle` is None for a file."""

    path: str
    obstacle: Obstacle | None = None
    is_hidden: bool = False


def content_files(content: Path, name: str, copied: Collection[str] = ()) -> ContentFiles:
    """copied: folders that Pelican copies as they are, hidden files included."""
    entries = sorted(entries_below(Path(os.path.realpath(content)), copied), key=lambda entry: entry.path)
    shown = [entry for entry in entries if entry.path.isprintable()]
    files = (entry.path for entry in shown if not entry.obstacle and not entry.is_hidden)
    return ContentFiles(
        name,
        {normalize("NFC", path): path for path in files},
        unspeakable=tuple(entry.path for entry in entries if is_unspeakable(entry)),
        obstacles=tuple((entry.path, entry.obstacle) for entry in shown if entry.obstacle),
        hidden=tuple(entry.path for entry in shown if entry.is_hidden),
    )


def is_unspeakable(entry: FolderEntry) -> bool:
    return not entry.path.isprintable() and (not entry.is_hidden or entry.obstacle is not None)


def entries_below(root: Path, copied: Collection[str]) -> Iterator[FolderEntry]:
    """Everything that is no folder, however deep; folders that are links are not entered."""
    folders = [""] if root.is_dir() else []
    while folders:
        prefix = folders.pop()
        try:
            with os.scandir(root / prefix) as found:
                names = list(found)
        except OSError:
            yield FolderEntry(prefix.rstrip("/") or ".", Obstacle.CLOSED)
            continue
        for each in names:
            path, hides = prefix + each.name, each.name.startswith(".")
            if hides and not is_below(prefix, copied):
                yield FolderEntry(path, is_hidden=True)
            elif is_folder(each):
                folders.append(f"{path}/")
            else:
                yield FolderEntry(path, obstacle_of(each, root), is_hidden=hides)


def is_below(path: str, folders: Collection[str]) -> bool:
    return any(folder == "" or path.startswith(f"{folder}/") for folder in folders)


def is_folder(entry: "os.DirEntry[str]") -> bool:
    """A folder of its own: neither a link nor a junction of Windows (`os.path.isjunction` is of 3.12)."""
    junction = getattr(entry, "is_junction", bool)
    return entry.is_dir(follow_symlinks=False) and not junction()


def obstacle_of(entry: "os.DirEntry[str]", root: Path) -> Obstacle | None:
    if entry.is_symlink() or entry.is_dir():
        return obstacle_of_link(entry.path, root)
    return None if entry.is_file(follow_symlinks=False) else Obstacle.SPECIAL


def obstacle_of_link(path: str, root: Path) -> Obstacle | None:
    """realpath, not Path.resolve: that raises RuntimeError for a link to itself (CPython before 3.13)."""
    end = Path(os.path.realpath(path))
    if not end.is_relative_to(root):
        return Obstacle.OUTSIDE
    if any(step.startswith(".") for step in end.relative_to(root).parts):
        return Obstacle.HIDDEN
    try:
        mode = end.stat().st_mode
    except OSError:
        return Obstacle.NOWHERE
    if S_ISDIR(mode):
        return Obstacle.FOLDER
    return None if S_ISREG(mode) else Obstacle.SPECIAL


REASONS: Mapping[Obstacle, tuple[str, Sentence, Sentence]] = {
    Obstacle.OUTSIDE: (
        "outside-content",
        sentence("this symbolic link leads out of the folder of the content"),
        FILE_ITSELF,
    ),
    Obstacle.HIDDEN: ("outside-content", sentence("this symbolic link leads to a hidden file"), FILE_ITSELF),
    Obstacle.FOLDER: (
        "linked-folder",
        sentence("this symbolic link leads to a folder, which is not entered through it"),
        sentence("put the folder itself there, or take the link away"),
    ),
    Obstacle.NOWHERE: (
        "broken-file-link",
        sentence("this symbolic link leads nowhere, or back to itself"),
        FILE_ITSELF,
    ),
    Obstacle.SPECIAL: (
        "special-file",
        sentence("this is neither a file nor a folder, but a pipe, a socket or a device"),
        sentence("take it away"),
    ),
    Obstacle.CLOSED: (
        "unreadable",
        sentence("this folder cannot be opened"),
        sentence("allow the account that builds the site to read it"),
    ),
}


def obstacle_problems(files: ContentFiles, copied: Collection[str] = ()) -> Iterator[Problem]:
    """Errors where a whole folder would be missing or Pelican would copy; else it does no harm left out."""
    for path, obstacle in files.obstacles:
        code, message, hint = REASONS[obstacle]
        stops = "/" not in path or is_below(path, copied)
        severity = Severity.ERROR if stops else Severity.WARNING
        yield Problem(Place(files.shown(path)), code, message, hint, severity)
