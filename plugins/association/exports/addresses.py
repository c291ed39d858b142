"""Where the site shows a thing: told by the caller, never computed here from settings."""

from typing import Protocol

from ..domain.slugs import Slug

Address = str
"""An absolute URL; from the root of the site ("/annuaire/kernel/") while the site has no SITEURL;
empty for a page that is switched off."""


class Addresses(Protocol):
    """One method for each kind of page or file that an export names."""

    def home(self) -> Address: ...

    def member(self, member: Slug) -> Address: ...

    def member_card(self, member: Slug) -> Address:
        """The member's vCard."""
        ...

    def commission(self, commission: Slug) -> Address: ...

    def commission_calendar(self, commission: Slug) -> Address: ...

    def event(self, event: Slug) -> Address: ...

    def article(self, article: Slug) -> Address: ...

    def offer(self, offer: Slug) -> Address: ...

    def file(self, path: str) -> Address:
        """The published form of an image; `path` as the domain has it."""
        ...


def is_absolute(address: Address) -> bool:
    """Whether it still leads somewhere from outside the site, from a calendar for example."""
    return address.startswith(("https://", "http://"))
