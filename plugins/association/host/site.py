"""What every template is told about the site and about the page it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..domain.association import Identity
from ..domain.members import phone_uri
from ..domain.offers import open_offers
from ..domain.text import Language
from ..render.assets import PublishedImage, fingerprint, scripts_fingerprint
from ..render.typography import typeset
from ..render.urls import INTRODUCED
from .outputs import Crumb, File

if TYPE_CHECKING:
    from .run import Run


@dataclass(frozen=True, slots=True)
class MenuItem:
    """kind: DIRECTORY, AGENDA… for the program's sections, which the theme names; PAGE with a label."""

    kind: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Site:
    """Attributes that need a word:

    phone_link: for the telephone of the association; '' where it has none that can be dialled.
    menu, footer: where the rubrics and the foot of the page lead.
    addresses: of the pages every page links to (home, calendar, news feed…); None if switched off.
    framed: all addresses that the frame of a page leads to; on those pages themselves it says so.
    stylesheet: address with a fingerprint, so that a new style is never hidden by a cache.
    scripts: fingerprint of the theme's scripts, for `?v=` behind their addresses, to the same end.
    updated: the moment of the build.
    """

    name: str
    identity: Identity
    phone_link: str
    language: Language
    menu: tuple[MenuItem, ...]
    footer: tuple[MenuItem, ...]
    addresses: dict[str, str | None]
    framed: frozenset[str]
    stylesheet: str
    scripts: str
    updated: datetime
    logo: PublishedImage | None


@dataclass(frozen=True, slots=True)
class PageHead:
    """About the page itself; see outputs.Page.

    canonical, picture: absolute, '' without SITEURL.
    linked_data: blocks of JSON-LD; a theme gives the macro that names crumbs.
    """

    kind: str
    menu: str
    title: str
    description: str
    url: str
    canonical: str
    picture: str
    root: str
    crumbs: tuple[Crumb, ...]
    is_indexed: bool
    linked_data: Callable[[Callable[[Crumb], str]], tuple[Markup, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Href:
    """Addresses as links on the page from which `root` leads to the root of the site."""

    root: str

    def __call__(self, url: str) -> str:
        return url if ":" in url.split("/", 1)[0] else (self.root + url) or "./"


@cache
def href_from(root: str) -> Href:
    return Href(root)


CARD = "theme/carte.png"
"""The picture of pages that have none of their own, 1200 by 630 pixels."""
SECTIONS = ("DIRECTORY", "AGENDA", "COMMISSIONS", "NEWS", "OFFERS")
ADDRESSES = (
    "HOME",
    "DIRECTORY",
    "STATISTICS",
    "COMMISSIONS",
    "AGENDA",
    "NEWS",
    "OFFERS",
    "JOINING",
    "CALENDAR",
    "CALENDARS",
    "NEWS_FEED",
    "AGENDA_FEED",
    "OFFERS_FEED",
)


def site_of(run: "Run") -> Site:
    edition = run.edition
    urls, identity = edition.urls, edition.association.identity
    style = run.outputs[urls.save_as("STYLESHEET")]
    assert isinstance(style, File), "SharedFiles plans it"
    menu = (*section_items(run), *page_items(run, "main"), *joining_item(run))
    footer = page_items(run, "footer")
    addresses = {kind: urls.url(kind) for kind in ADDRESSES}
    return Site(
        name=edition.site_name,
        identity=identity,
        phone_link=(identity.phone and phone_uri(identity.phone, edition.country)) or "",
        language=edition.language,
        menu=menu,
        footer=footer,
        addresses=addresses,
        framed=frozenset((*(item.url for item in (*menu, *footer)), *filter(None, addresses.values()), "")),
        stylesheet=f"{style.save_as}?v={fingerprint(style.content())}",
        scripts=scripts_fingerprint(run.theme),
        updated=edition.now,
        logo=run.media.images.get(f"images/{identity.logo}"),
    )


def section_items(run: "Run") -> tuple[MenuItem, ...]:
    """Sections that have something to show."""
    association = run.edition.association
    filled = {
        "DIRECTORY": association.members,
        "AGENDA": run.edition.agenda.entries,
        "COMMISSIONS": association.commissions,
        "NEWS": association.articles,
        "OFFERS": open_offers(association.offers, run.edition.today),
    }
    return tuple(
        MenuItem(kind, "", url) for kind in SECTIONS if filled[kind] and (url := run.edition.urls.url(kind))
    )


def joining_item(run: "Run") -> tuple[MenuItem, ...]:
    association, url = run.edition.association, run.edition.urls.url("JOINING")
    can_join = association.types or association.benefits or association.page("adherer")
    return (MenuItem("JOINING", "", url),) if can_join and url else ()


def page_items(run: "Run", menu: str) -> tuple[MenuItem, ...]:
    """Pages linked from that menu, in their order."""
    language = run.edition.language
    pages = (page for page in run.edition.association.pages if page.menu == menu)
    return tuple(
        MenuItem("PAGE", typeset(page.title.to(language), language), url)
        for page in pages
        if page.slug not in INTRODUCED and (url := run.edition.urls.url("PAGE", slug=page.slug))
    )
