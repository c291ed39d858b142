"""What exports need to know about the site: addresses, names and the moment of the build."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.slugs import Slug
from ..exports.addresses import Address
from ..exports.calendar_feed import CalendarFeed
from .run import Run
from .urls import Urls


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """exports.addresses.Addresses for one site."""

    run: Run

    @property
    def urls(self) -> Urls:
        return self.run.edition.urls

    def home(self) -> Address:
        return self.urls.absolute(self.urls.url("HOME"))

    def member(self, member: Slug) -> Address:
        return self.urls.absolute(self.urls.url("MEMBER", id=member))

    def commission(self, commission: Slug) -> Address:
        return self.urls.absolute(self.urls.url("COMMISSION", id=commission))

    def commission_calendar(self, commission: Slug) -> Address:
        return self.urls.absolute(self.urls.url("COMMISSION_CALENDAR", id=commission))

    def event(self, event: Slug) -> Address:
        return self.urls.absolute(self.urls.url("EVENT", slug=event))

    def article(self, article: Slug) -> Address:
        return self.urls.absolute(self.urls.url("ARTICLE", slug=article))

    def file(self, path: str) -> Address:
        image = self.run.renderer.links.images.get(f"images/{path}")
        return self.urls.absolute(image.url if image else None)


def calendar_feed(
    run: Run, title: str, page: Address | None, kind: str, parts: Mapping[str, object] | None = None
) -> CalendarFeed:
    """The calendar saved as `kind`; `title` is '' for the association's own, `page` tells of it."""
    edition = run.edition
    name = edition.association.identity.name
    return CalendarFeed(
        name=f"{name} : {title}" if title else name,
        description="",
        url=edition.urls.absolute(page),
        source_url=edition.urls.absolute(edition.urls.url(kind, **(parts or {}))),
        language=edition.language,
        uid_domain=edition.uid_domain,
        stamp=edition.now,
        zone=edition.zone,
    )
