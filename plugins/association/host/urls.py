"""Addresses of the site's pages, relative to its root, and files they are saved as."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

INTRODUCED = {
    "accueil": "HOME",
    "annuaire": "DIRECTORY",
    "commissions": "COMMISSIONS",
    "agenda": "AGENDA",
    "actualites": "NEWS",
    "annonces": "OFFERS",
    "adherer": "JOINING",
}
"""Sections by the slug of the page of content/pages that introduces them instead of being its own."""


@dataclass(frozen=True, slots=True)
class Urls:
    """settings: holds `{KIND}_URL` and `{KIND}_SAVE_AS`; siteurl: '' when the site has no home yet."""

    settings: Mapping[str, object]
    siteurl: str = ""

    def url(self, kind: str, **parts: object) -> str | None:
        """Address of a page from the root of the site; None when the page is switched off."""
        return self._filled(f"{kind}_URL", parts) if self.settings[f"{kind}_SAVE_AS"] else None

    def page(self, slug: str) -> str | None:
        """Address of a page of content/pages."""
        return self.url(INTRODUCED[slug]) if slug in INTRODUCED else self.url("PAGE", slug=slug)

    def save_as(self, kind: str, **parts: object) -> str:
        return self._filled(f"{kind}_SAVE_AS", parts)

    def absolute(self, url: str | None) -> str:
        """With the host if the site has one, else from the root; '' for a page switched off."""
        return "" if url is None else f"{self.siteurl}/{url}"

    def root_path(self) -> str:
        """The path under which the site is published: '/' or '/repository/'."""
        return f"{urlsplit(self.siteurl).path}/"

    def _filled(self, setting: str, parts: Mapping[str, object]) -> str:
        return str(self.settings[setting]).format(**parts)


def way_up(url: str) -> str:
    """From the page at `url` back to the root of the site: '' or '../../'."""
    return "../" * url.count("/")
