"""One edition of the site: everything a run of Pelican publishes from, loaded once and shared."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from ..content.checks.holidays import country_of_association
from ..content.memory import LoadMemory
from ..domain.agenda import YEAR, Agenda, agenda, uid_domain
from ..domain.articles import Article, headlines
from ..domain.association import Association
from ..domain.text import Language, Slug
from ..render.forge import file_in_forge, is_gitlab
from ..render.urls import Urls
from .address_settings import Tiles, tiles_of
from .languages import Spoken
from .loading import LoadedSite, memory_of
from .settings import ARTICLES_PER_PAGE, reviewed

HEADLINES, AGENDA, MEMBER_LINES = "headlines", "agenda", "member_lines"
"""Parts of an edition that are no part of its association as they stand."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Attributes that need a word:

    now: the moment of the build, in the site's zone.
    first_language: of the site; that of all that does not say its own.
    agenda: all dates; recurring meetings one year back and one year ahead.
    country: where the association is, ISO 3166; '' when nothing tells it.
    uid_domain: what follows the @ in calendar UIDs.
    per_page: articles on one page of the news.
    members_per_page: entries on one page of a list of members.
    members_file: the path of the file of members from the folder of the site.
    member_lines: on which line of it the entry of each member begins, for links to where a page is written.
    content_folder: the name of the folder of texts, in that of the site.
    currency: ISO 4217 code of the fees.
    memory: what this process has made of the site before; view: of several in one language, which.
    tiles: what the interactive map is made of; None where there is none.
    """

    site_name: str
    association: Association
    agenda: Agenda
    now: datetime
    zone: ZoneInfo
    language: Language
    first_language: Language
    country: str
    urls: Urls
    uid_domain: str
    per_page: int
    members_per_page: int
    members_file: str
    member_lines: Mapping[Slug, int]
    currency: str
    content_folder: str = "content"
    tiles: Tiles | None = None
    memory: LoadMemory = field(default_factory=LoadMemory, compare=False, repr=False)
    view: str = field(default="", compare=False)

    def only(self, *parts: str) -> "Edition":
        """Itself with those parts and no others: what is made from it depends on nothing else.

        parts: of the association, and those that have a name above; headlines: its articles, for lists.
        """
        whole = self.association
        own = whole.only(*(part for part in parts if part not in (HEADLINES, AGENDA, MEMBER_LINES)))
        return replace(
            self,
            association=replace(own, articles=self.headlines) if HEADLINES in parts else own,
            agenda=self.agenda if AGENDA in parts else Agenda(()),
            member_lines=self.member_lines if MEMBER_LINES in parts else {},
        )

    @property
    def headlines(self) -> tuple[Article, ...]:
        """The same object for the same articles: most sections list them."""
        key = f"headlines {self.view} {self.language}"
        return self.memory.once(key, headlines, self.association.articles)

    def in_forge(self, file: str, line: int = 0) -> str:
        """Where the forge shows that file of the site, '' where the association names none."""
        repository = self.association.identity.repository
        return file_in_forge(repository, file, line) if repository else ""

    def text_in_forge(self, source: str) -> str:
        """source: the path of a text below content."""
        return self.in_forge(f"{self.content_folder}/{source}")

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def midnight(self) -> datetime:
        """When what is empty was last updated: the same all day, so that an unchanged site is."""
        return self.now.replace(hour=0, minute=0, second=0, microsecond=0)


def domain_of(loaded: LoadedSite, settings: Mapping[str, object]) -> str:
    """What tells the association from others; for the @ in calendar UIDs."""
    return str(settings["CALENDAR_UID_DOMAIN"]) or uid_domain(loaded.association.identity.name)


def edition_of(loaded: LoadedSite, spoken: Spoken, settings: dict[str, object], view: str = "") -> Edition:
    """view: as in Edition."""
    association, folder, own = spoken.association, loaded.folder, reviewed(settings)
    today, memory = folder.now.date(), memory_of(settings) or LoadMemory()
    return Edition(
        site_name=association.identity.name if loaded.written.identity.names else str(settings["SITENAME"]),
        association=association,
        agenda=memory.once(
            f"agenda {view} {spoken.language}",
            agenda,
            association.commissions,
            association.events,
            today - YEAR,
            today + YEAR,
            folder.zone,
            association.calendars,
        ).remembered(partial(memory.same, f"{view} {spoken.language}")),
        now=folder.now,
        zone=folder.zone,
        language=spoken.language,
        first_language=folder.language,
        country=country_of_association(loaded.association, folder.zone.key, folder.language),
        urls=spoken.urls,
        uid_domain=domain_of(loaded, settings),
        per_page=own["DEFAULT_PAGINATION"] or ARTICLES_PER_PAGE,
        members_per_page=own["MEMBERS_PER_PAGE"],
        members_file=str(settings["MEMBERS_FILE"]),
        member_lines=loaded.member_lines,
        currency=str(settings["CURRENCY"]),
        content_folder=folder.content.name,
        tiles=tiles_of(settings),
        memory=memory,
        view=view,
    )


def forge_of(repository: str) -> str:
    """The family of its forms and its files of integration: Gitea and Forgejo read those of GitHub."""
    return "gitlab" if is_gitlab(urlsplit(repository).hostname or "") else "github"
