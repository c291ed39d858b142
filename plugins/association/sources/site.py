"""What goes into `load` and what comes out of it. No work here."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..domain.association import Association
from ..problems import ContentError, Place, Problem

SECTIONS = {
    "news": "actualites",
    "events": "agenda",
    "offers": "annonces",
    "minutes": "comptes-rendus",
    "pages": "pages",
}

TERRITORY = "territoire.geojson"


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
    """

    root: Path
    content: Path
    members: Path
    commissions: Path
    settings_file: str
    identity: Mapping[str, object]
    language: str
    zone: ZoneInfo
    now: datetime
    sections: Mapping[str, str] = field(default_factory=SECTIONS.copy)
    territory: str = TERRITORY
    holidays_country: str | None = None
    uid_domain: str = ""
    url: str = ""
    document_kinds: frozenset[str] = frozenset()
    publishes_unlinked: bool = False
    copied: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def section(self, name: str) -> str:
        return self.sections.get(name, SECTIONS[name]).strip("/")

    @property
    def section_folders(self) -> tuple[str, ...]:
        """The beginnings of the paths below content of all texts that may have a page."""
        return tuple(f"{self.section(name)}/" for name in SECTIONS)

    def name_of(self, path: Path) -> str:
        """The name of a file in reports: its path below `root`."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


@dataclass(frozen=True, slots=True)
class ImageUse:
    """An image that a published text or entry shows; `path` is below content."""

    path: str
    place: Place


class Unpublishable(ContentError):
    """`images` are those of what could be read: they may be at fault as well."""

    def __init__(self, problems: Iterable[Problem], images: Iterable[ImageUse]) -> None:
        super().__init__(problems)
        self.images = tuple(images)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one build publishes, by paths below content.

    documents: files that are published as they are.
    deposited: those, and all others of the documents folder that could be.
    """

    association: Association
    warnings: tuple[Problem, ...] = ()
    images: tuple[ImageUse, ...] = ()
    documents: frozenset[str] = frozenset()
    deposited: frozenset[str] = frozenset()
