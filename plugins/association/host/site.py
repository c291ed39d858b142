"""What every template is told about the site and about the page it makes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..domain.association import Identity
from ..domain.members import phone_uri
from ..domain.membership import Admission, admission
from ..domain.text import Language
from ..render.assets import PublishedImage, fingerprint
from ..render.typography import language_name
from ..render.urls import URLS, Urls
from .outputs import Crumb, File, Translation
from .theme_files import scripts_folder

if TYPE_CHECKING:
    from .run import Run

RUBRICS = {kind: place for place, kind in enumerate(URLS)}
ADDRESSES = (
    "HOME",
    "DIRECTORY",
    "STATISTICS",
    "COMMISSIONS",
    "AGENDA",
    "NEWS",
    "OFFERS",
    "JOINING",
    "GOVERNANCE",
    "MEMBERS",
    "SEARCH",
    "CALENDAR",
    "CALENDARS",
    "NEWS_FEED",
    "AGENDA_FEED",
    "OFFERS_FEED",
)
FEEDS = {"CALENDAR": "AGENDA", "AGENDA_FEED": "AGENDA", "NEWS_FEED": "NEWS", "OFFERS_FEED": "OFFERS"}
"""What one may subscribe to, and the section it is of."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """kind: DIRECTORY, AGENDA… for the program's sections, which the theme names; PAGE with a label.

    menu: "main" or "footer", as pages of content/ say it.
    """

    kind: str
    url: str
    label: str = ""
    menu: str = "main"


@dataclass(frozen=True, slots=True)
class Site:
    """Attributes that need a word:

    admission: how one becomes a member, and whether the site may ask visitors to: if it is open or mixed.
    phone_link: for the telephone of the association; '' where it has none that can be dialled.
    languages: all that the site is in, by their code, the first one first.
    menu, footer: where the rubrics and the foot of the page lead.
    feeds: the files one may subscribe to; follow: where the foot leads for them, a page where there is one.
    addresses: of the pages every page links to (home, calendar, news feed…); None if switched off.
    framed: all addresses that the frame of a page leads to; on those pages themselves it says so.
    stylesheet: address with a fingerprint, so that a new style is never hidden by a cache.
    scripts: the folder that the theme's scripts lie in, named by their version to the same end.
    In a preview neither says anything of what is in the files: an edit of one is no edit of all pages.
    updated: the day of the build, at its beginning.
    names_files: whether links name files, so that the site can be read from a disk.
    """

    name: str
    identity: Identity
    admission: Admission
    phone_link: str
    language: Language
    languages: Mapping[Language, str]
    menu: tuple[MenuItem, ...]
    footer: tuple[MenuItem, ...]
    feeds: tuple[MenuItem, ...]
    follow: tuple[MenuItem, ...]
    addresses: dict[str, str | None]
    framed: frozenset[str]
    stylesheet: str
    scripts: str
    updated: datetime
    logo: PublishedImage | None
    names_files: bool = False


@dataclass(frozen=True, slots=True)
class PageHead:
    """About the page itself; see outputs.Page.

    source: where a forge shows what it is written in; '' where none does.
    canonical, picture: absolute, '' without SITEURL.
    open_graph: what networks are told, but for what the template alone knows.
    translations: where the same is in each language of the site, itself included; none of a single language.
    alternates: addresses by language for search engines, x-default among them; absolute with SITEURL.
    is_inner: without the frame that all pages have, for what is sealed.
    linked_data: blocks of JSON-LD; a theme gives the macro that names crumbs.
    """

    kind: str
    menu: str
    title: str
    description: str
    url: str
    canonical: str
    picture: str
    open_graph: Callable[..., tuple[tuple[str, str], ...]]
    root: str
    crumbs: tuple[Crumb, ...]
    translations: tuple[Translation, ...]
    alternates: tuple[tuple[Language, str], ...]
    is_indexed: bool
    source: str
    is_inner: bool
    linked_data: Callable[[Callable[[Crumb], str]], tuple[Markup, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Href:
    """Addresses as links on the page from which `root` leads to the root of the site."""

    root: str

    def __call__(self, url: str) -> str:
        return url if ":" in url.split("/", 1)[0] else (self.root + url) or "./"


href_from = cache(Href)
"""The same for all pages with the same way to the root: what is kept of one serves the others."""


def site_of(run: "Run", runs: Sequence["Run"], is_preview: bool) -> Site:
    """Once all sections have said what they write and what the menus lead to. runs: of all its languages."""
    edition, theme = run.edition, run.theme
    urls, identity = edition.urls, edition.association.identity
    style = run.outputs[urls.save_as("STYLESHEET")].output
    assert isinstance(style, File), "SharedFiles plans it"
    menu, footer = menu_of(run.menu, "main"), menu_of(run.menu, "footer")
    addresses = {kind: urls.url(kind) if kind != "MEMBERS" or run.members else None for kind in ADDRESSES}
    return Site(
        name=edition.site_name,
        identity=identity,
        admission=admission(edition.association.types, edition.today),
        phone_link=(identity.phone and phone_uri(identity.phone, edition.country)) or "",
        language=edition.language,
        languages={one.language: own_name(one.language) for one in runs},
        menu=menu,
        footer=footer,
        feeds=feeds_of(menu, addresses),
        follow=feeds_of(menu, {**addresses, "CALENDAR": calendars_told(addresses)}),
        addresses=addresses,
        framed=frozenset((*(item.url for item in (*menu, *footer)), *filter(None, addresses.values()), "")),
        stylesheet=style.save_as if is_preview else f"{style.save_as}?v={fingerprint(style.content())}",
        scripts=scripts_folder(theme, is_preview),
        updated=edition.midnight,
        logo=run.media.images.get(f"images/{identity.logo}"),
        names_files=urls.names_files,
    )


def site_for_members(site: Site, urls: Urls) -> Site:
    """The same, without the feeds and calendars that have nothing of what only members read."""
    return replace(site, addresses={kind: urls.url(kind) for kind in site.addresses})


def feeds_of(menu: Iterable[MenuItem], addresses: Mapping[str, str | None]) -> tuple[MenuItem, ...]:
    sections = {item.kind for item in menu}
    found = ((kind, addresses[kind]) for kind, section in FEEDS.items() if section in sections)
    return tuple(MenuItem(kind, url) for kind, url in found if url)


def calendars_told(addresses: Mapping[str, str | None]) -> str | None:
    """Where it is told how calendars are kept up to date."""
    return addresses["CALENDARS"] or (addresses["CALENDAR"] and f"{addresses['AGENDA']}#abonnement")


def own_name(language: Language) -> str:
    """« Français », “Nederlands”: as a reader of it looks for it."""
    return language_name(language, language).capitalize()


def menu_of(items: Iterable[MenuItem], menu: str) -> tuple[MenuItem, ...]:
    """In the order of the addresses: Pelican asks the sections in any order."""
    own = (item for item in items if item.menu == menu)
    return tuple(sorted(own, key=lambda item: RUBRICS[item.kind]))
