"""One run of Pelican: the edition it publishes, the plan of its outputs, the means to write them.

One edition of the site: everything a run of Pelican publishes from, loaded once and shared.
"""

from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import jinja2
from jinja2 import Environment
from jinja2.bccache import Bucket, BytecodeCache
from markdown import Markdown

from ..cache import keep, kept
from ..content.checks.holidays import country_of_association
from ..domain.agenda import Agenda, agenda, uid_domain
from ..domain.association import Association
from ..domain.text import Language
from ..exports.ical import ComponentCache
from ..exports.revisions import NOTHING_KNOWN, Revisions
from ..problems import ContentError, Place, Problem, sentence
from ..render.markdown import Links, Renderer
from ..render.templates import prepare
from ..render.urls import Urls
from .address_settings import Tiles, tiles_of
from .loading import LoadedSite, loaded_site
from .machine import cache_folder
from .media import Media, media_of
from .outputs import Output, Page
from .settings import ARTICLES_PER_PAGE, reviewed
from .site import Site

KEY = "assosite_run"
LOADED = "assosite_loaded"
"""Setting under which a caller that has loaded the site already hands it over."""
TOLD = "assosite_told"
"""Setting under which a caller hands over the revisions that the published calendars tell."""
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Edition:
    """Attributes that need a word:

    now: the moment of the build, in the site's zone.
    agenda: all dates; recurring meetings one year back and one year ahead.
    country: where the association is, ISO 3166; '' when nothing tells it.
    uid_domain: what follows the @ in calendar UIDs.
    per_page: articles on one page of the news.
    members_per_page: entries on one page of a list of members.
    members_file: the path of the file of members from the folder of the site.
    currency: ISO 4217 code of the fees.
    tiles: what the interactive map is made of; None where there is none.
    """

    site_name: str
    association: Association
    agenda: Agenda
    now: datetime
    zone: ZoneInfo
    language: Language
    country: str
    urls: Urls
    uid_domain: str
    per_page: int
    members_per_page: int
    members_file: str
    currency: str
    tiles: Tiles | None = None

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def midnight(self) -> datetime:
        """When what is empty was last updated: the same all day, so that an unchanged site is."""
        return self.now.replace(hour=0, minute=0, second=0, microsecond=0)


@dataclass(slots=True)
class Run:
    """Shared by all sections of one run.

    root: the folder of the site, from which problems name files.
    outputs: by the file they are saved as.
    told, component_cache: for calendars, what was published last and what all of this build have in common.
    """

    edition: Edition
    media: Media
    renderer: Renderer
    environment: Environment
    theme: Path
    root: Path
    told: Revisions = NOTHING_KNOWN
    outputs: dict[str, Output] = field(default_factory=dict)
    component_cache: ComponentCache = field(default_factory=dict)
    site: Site | None = None
    is_written: bool = False

    def plan(self, outputs: Iterable[Output]) -> None:
        """Announce what a section writes; two outputs for one file are an editor's mistake."""
        for output in outputs:
            if output.save_as in self.outputs:
                raise ContentError([clash(self.outputs[output.save_as], output)])
            if output.save_as:
                self.outputs[output.save_as] = output

    def pages(self) -> tuple[Page, ...]:
        return tuple(output for output in self.outputs.values() if isinstance(output, Page))


def clash(first: Output, second: Output) -> Problem:
    names = [output.title if isinstance(output, Page) else output.save_as for output in (first, second)]
    said = sentence(
        '"{second}" and "{first}" would both be written to {file}',
        first=names[0],
        second=names[1],
        file=second.save_as,
    )
    return Problem(
        Place(second.save_as), "same-address", said, sentence("give one of them another slug or id")
    )


def run_of(
    context: MutableMapping[str, object], settings: dict[str, object], environment: Environment
) -> Run:
    """The run that `context` belongs to, begun by the first section that asks."""
    run = context.get(KEY)
    if not isinstance(run, Run):
        context[KEY] = run = new_run(settings, environment)
    return run


def new_run(settings: dict[str, object], environment: Environment) -> Run:
    handed, told = settings.get(LOADED), settings.get(TOLD)
    loaded = handed if isinstance(handed, LoadedSite) else loaded_site(settings)
    urls = Urls(settings, str(settings["SITEURL"]).rstrip("/"))
    edition = edition_of(loaded, urls, settings)
    media = media_of(loaded)
    links = Links(page_addresses(edition), media.images)
    renderer = Renderer(Markdown(**reviewed(settings)["MARKDOWN"]), links, edition.language)
    theme = Path(str(settings["THEME"]))
    prepare(environment, theme, edition.language)
    hasten(environment)
    revisions = told if isinstance(told, Revisions) else NOTHING_KNOWN
    return Run(edition, media, renderer, environment, theme, loaded.folder.root, revisions)


def hasten(environment: Environment) -> None:
    """Templates do not change during a run, and compile to the same code until they do."""
    environment.auto_reload = False
    environment.optimized = False  # else what filters make of constants would be kept with the code
    environment.bytecode_cache = KeptTemplates(cache_folder(f"templates-{dialect(environment)}"))


class KeptTemplates(BytecodeCache):
    """Compiled templates. Jinja's own folder of them takes for code whatever it finds there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        code = kept(self.folder / bucket.key)
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(self.folder / bucket.key, bucket.bytecode_to_string())


def dialect(environment: Environment) -> str:
    """What the code of a template depends on beside its text, which is all that Jinja's cache looks at."""
    rules = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks)
    parts = (jinja2.__version__, rules, sorted(environment.extensions), sorted(environment.policies.items()))
    return sha256(repr(parts).encode()).hexdigest()[:12]


def edition_of(loaded: LoadedSite, urls: Urls, settings: dict[str, object]) -> Edition:
    association, folder, own = loaded.association, loaded.folder, reviewed(settings)
    today = folder.now.date()
    return Edition(
        site_name=str(settings["SITENAME"]),
        association=association,
        agenda=agenda(
            association.commissions,
            association.events,
            today - YEAR,
            today + YEAR,
            folder.zone,
            association.calendars,
        ),
        now=folder.now,
        zone=folder.zone,
        language=folder.language,
        country=country_of_association(association, folder.zone.key, folder.language),
        urls=urls,
        uid_domain=str(settings["CALENDAR_UID_DOMAIN"]) or uid_domain(association.identity.name),
        per_page=own["DEFAULT_PAGINATION"] or ARTICLES_PER_PAGE,
        members_per_page=own["MEMBERS_PER_PAGE"],
        members_file=str(settings["MEMBERS_FILE"]),
        currency=str(settings["CURRENCY"]),
        tiles=tiles_of(settings),
    )


def page_addresses(edition: Edition) -> dict[str, str]:
    """Addresses of what is published from content/, by source path, for {filename} links."""
    association, urls = edition.association, edition.urls
    addresses = {article.source: urls.url("ARTICLE", slug=article.slug) for article in association.articles}
    addresses |= {event.source: urls.url("EVENT", slug=event.slug) for event in association.events}
    addresses |= {offer.source: urls.url("OFFER", slug=offer.slug) for offer in association.offers}
    addresses |= {
        each.source: urls.url("MINUTES", commission=each.commission, date=each.day)
        for each in association.minutes
    }
    addresses |= {page.source: urls.page(page.slug) for page in association.pages}
    return {source: url for source, url in addresses.items() if url is not None}
