"""What exports and search engines are told of the site: addresses, the words of feeds, the way to a page.

Feeds say dates with the words of the theme, in its `macros/feed.html`. JSON-LD stands in a page's head as
blocks of data: such a block is never run, so the policy of the site allows it; escaped, no text can end it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol, cast

from jinja2 import Environment
from markupsafe import Markup

from ..domain.association import Association
from ..domain.phrases import part_of
from ..domain.text import Slug
from ..exports.calendar import CalendarFeed, told_revisions
from ..exports.calendar_feed import revisions_json, told_name
from ..exports.common import CONTEXT, Address, Json, Record
from ..exports.components import Revision
from ..exports.vcard import Issuer
from ..render.assets import PublishedImage
from ..render.mail import in_json
from ..render.speech import unmarked, with_spans
from ..render.typography import country_name
from ..render.urls import Urls, partner_url
from .outputs import Crumb, File, Shown
from .run import Run
from .site import href_from
from .template_errors import told_by_template

CALENDARS = "calendars"
"""The group of the files that are made from the same dates."""

TEMPLATE = "macros/feed.html"
DATES = 12
"""Of one meeting or series; a feed is no calendar."""

Naming = Callable[[Crumb], str]
"""What visitors read for a crumb: a macro of the theme, which alone has the words for the sections."""
ESCAPED = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """exports.common.Addresses for one site; images: by path below content/."""

    urls: Urls
    images: Mapping[str, PublishedImage]

    def located(self, url: str | None) -> Address:
        """A page or file of the site, from elsewhere."""
        return self.urls.absolute(url)

    def home(self) -> Address:
        return self.located(self.urls.url("HOME"))

    def member(self, member: Slug) -> Address:
        return self.located(self.urls.url("MEMBER", id=member))

    def member_card(self, member: Slug) -> Address:
        return self.located(self.urls.url("MEMBER_VCARD", id=member))

    def commission(self, commission: Slug) -> Address:
        return self.located(self.urls.url("COMMISSION", id=commission))

    def commission_calendar(self, commission: Slug) -> Address:
        return self.located(self.urls.url("COMMISSION_CALENDAR", id=commission))

    def event(self, event: Slug) -> Address:
        return self.located(self.urls.url("EVENT", slug=event))

    def article(self, article: Slug) -> Address:
        return self.located(self.urls.url("ARTICLE", slug=article))

    def offer(self, offer: Slug) -> Address:
        return self.located(self.urls.url("OFFER", slug=offer))

    def partner(self, partner: Slug) -> Address:
        return self.located(partner_url(self.urls, partner))

    def file(self, path: str) -> Address:
        image = self.images.get(f"images/{path}")
        return self.located(image.url if image else None)


def site_addresses(run: Run) -> SiteAddresses:
    return SiteAddresses(run.edition.urls, run.media.images)


@dataclass(frozen=True, slots=True)
class PageAddresses(SiteAddresses):
    """The same for what stands in a page, which knows the way to the root of a site without SITEURL."""

    root: str

    def located(self, url: str | None) -> Address:
        if url is None or self.urls.siteurl:
            return self.urls.absolute(url)
        return href_from(self.root)(url)


def calendar_file(
    run: Run,
    title: str,
    page: Address | None,
    kind: str,
    parts: Mapping[str, object],
    written: Callable[..., bytes],
    *told: object,
) -> File:
    """The calendar saved as `kind`; `title` is '' for the association's own, `page` tells of it.

    written: makes it from what the calendar says of itself, and from what is `told`.
    """
    urls, feed = run.edition.urls, calendar_feed(run)
    feed = replace(
        feed,
        name=part_of(feed.name, title, feed.language) if title else feed.name,
        url=urls.absolute(page),
        source_url=urls.absolute(urls.url(kind, **parts)),
    )
    return File(urls.save_as(kind, **parts), partial(written, feed, *told), group=CALENDARS)


def calendar_feed(run: Run) -> CalendarFeed:
    """What all calendars of the site have in common."""
    edition = run.edition
    return CalendarFeed(
        name=edition.association.identity.name,
        description="",
        url="",
        source_url="",
        language=edition.language,
        uid_domain=edition.uid_domain,
        stamp=edition.now,
        zone=edition.zone,
        revisions=run.told,
        told_in="" if run.is_first else edition.language,
        component_cache=run.component_cache,
    )


Told = tuple[CalendarFeed, Association, SiteAddresses, date]
"""What calendars are made from."""


def told_by(run: Run) -> Told:
    return calendar_feed(run), run.dated, site_addresses(run), run.edition.today


def revisions_of_run(run: Run) -> dict[str, Revision]:
    """Of everything that a calendar of this build tells."""
    return told_revisions(*told_by(run))


def revisions_file(runs: Sequence[Run]) -> File:
    """One for all languages."""
    return File(
        runs[0].edition.urls.save_as("REVISIONS_DATA"),
        partial(revisions_written, tuple(map(told_by, runs))),
        group=CALENDARS,
    )


def revisions_written(every: tuple[Told, ...]) -> bytes:
    return revisions_json(
        {
            told_name(uid, told[0].told_in): revision
            for told in every
            for uid, revision in told_revisions(*told).items()
        }
    )


def card_issuer(run: Run) -> Issuer:
    """The one of the last build, with its cards, while it would write the same."""
    edition = run.edition
    issuer = Issuer(
        addresses=site_addresses(run),
        language=edition.language,
        uid_domain=edition.uid_domain,
        country_name=partial(country_name, reader=edition.language),
        country=edition.country,
    )
    return run.memo.remembered(lambda: issuer, issuer)


class FeedMacros(Protocol):
    """Those of the theme's `macros/feed.html`."""

    def name(self, association: str) -> str: ...

    def title(self, name: str, row: object, is_change: bool) -> str: ...

    def dates(self, rows: Sequence[object], others: int) -> str: ...


@dataclass(frozen=True, slots=True)
class FeedWords:
    """Names and titles are plain text, dates are HTML; rows are those of the views."""

    environment: Environment = field(compare=False)  # the theme is what every file is made from
    theme: Path = field(compare=False)
    root: Path = field(compare=False)

    @property
    def macros(self) -> FeedMacros:
        with told_by_template(TEMPLATE, self.theme, self.root):
            # for Jinja, any template may hold any macro
            return cast(FeedMacros, self.environment.get_template(TEMPLATE).module)

    def name(self, association: str) -> str:
        return unmarked(Markup(self.macros.name(association)).striptags())

    def title(self, name: str, row: object, is_change: bool) -> str:
        return unmarked(Markup(self.macros.title(name, row, is_change)).striptags())

    def dates(self, rows: Sequence[object]) -> str:
        return with_spans(str(self.macros.dates(rows[:DATES], len(rows) - DATES)).strip())


def feed_words(run: Run) -> FeedWords:
    return FeedWords(run.environment, run.theme, run.root)


def data_blocks(page: Shown, addresses: PageAddresses, name: Naming, heading: str = "") -> tuple[Markup, ...]:
    """The contents of <script type="application/ld+json"> elements; heading: what the page calls itself."""
    return tuple(block(data) for data in records_of(page, addresses, name, heading))


def records_of(page: Shown, addresses: PageAddresses, name: Naming, heading: str) -> Iterator[Record]:
    if page.linked_data:
        told = page.linked_data(addresses)
        yield from told if isinstance(told, tuple) else (told,)
    if crumbs := way(page, heading):
        steps: list[Json] = [step(place, crumb, addresses, name) for place, crumb in enumerate(crumbs, 1)]
        yield {"@context": CONTEXT, "@type": "BreadcrumbList", "itemListElement": steps}


def way(page: Shown, heading: str) -> tuple[Crumb, ...]:
    """The crumbs as the page shows them, without those that lead nowhere; a way has two ends."""
    here = bool(page.crumbs) and page.crumbs[-1].url is not None
    crumbs = (*page.crumbs, Crumb(heading, None)) if here else page.crumbs
    if len(crumbs) < 2 or crumbs[0].url is None:
        return ()
    return (*(crumb for crumb in crumbs[:-1] if crumb.url is not None), crumbs[-1])


def step(position: int, crumb: Crumb, addresses: PageAddresses, name: Naming) -> Record:
    """The page itself is the last one and has no address: schema.org has no null."""
    address = addresses.located(crumb.url)
    item: Record = {"@type": "ListItem", "position": position, "name": words(crumb, name)}
    return {**item, "item": address} if address else item


def words(crumb: Crumb, name: Naming) -> str:
    """As text: a macro writes HTML."""
    return unmarked(Markup(name(crumb)).unescape().strip())


def block(data: Record) -> Markup:
    """Replaced one by one, which is much faster than a table on the long lists of members."""
    written = in_json(json.dumps(data, ensure_ascii=False, separators=(",", ":")))
    for character, escape in ESCAPED.items():
        written = written.replace(character, escape)
    return Markup(written)
