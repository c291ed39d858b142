"""What exports need to know about the site: addresses, names and the moment of the build."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from ..domain.slugs import Slug
from ..exports.addresses import Address
from ..exports.blocks import Revision
from ..exports.calendar import CalendarFeed, told_revisions
from ..exports.revisions import revisions_json
from ..exports.vcard import Issuer
from .countries import country_name
from .outputs import File
from .run import Run
from .site import href_from
from .urls import Urls

CALENDARS = "calendars"
"""The family of the files that are made from the same dates."""


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """exports.addresses.Addresses for one site."""

    run: Run

    @property
    def urls(self) -> Urls:
        return self.run.edition.urls

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

    def file(self, path: str) -> Address:
        image = self.run.renderer.links.images.get(f"images/{path}")
        return self.located(image.url if image else None)


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
    written: Callable[[CalendarFeed], bytes],
) -> File:
    """The calendar saved as `kind`; `title` is '' for the association's own, `page` tells of it."""
    urls, feed = run.edition.urls, calendar_feed(run)
    feed = replace(
        feed,
        name=f"{feed.name} : {title}" if title else feed.name,
        url=urls.absolute(page),
        source_url=urls.absolute(urls.url(kind, **parts)),
    )
    return File(urls.save_as(kind, **parts), lambda: written(feed), family=CALENDARS)


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
        shelf=run.shelf,
    )


def revisions_of_run(run: Run) -> dict[str, Revision]:
    """Of everything that a calendar of this build tells."""
    edition = run.edition
    return told_revisions(calendar_feed(run), edition.association, SiteAddresses(run), edition.today)


def revisions_file(run: Run) -> File:
    save_as = run.edition.urls.save_as("REVISIONS_DATA")
    return File(save_as, lambda: revisions_json(revisions_of_run(run)), family=CALENDARS)


def card_issuer(run: Run) -> Issuer:
    edition = run.edition
    return Issuer(
        addresses=SiteAddresses(run),
        language=edition.language,
        uid_domain=edition.uid_domain,
        country_name=partial(country_name, reader=edition.language),
        country=edition.country,
    )
