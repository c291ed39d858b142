"""Ways to follow a calendar, and the calendars one can choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..domain.phrases import part_of
from ..host.run import Run

GOOGLE = "https://calendar.google.com/calendar/render?cid="
OUTLOOK, OFFICE = (
    f"https://outlook.{host}/calendar/0/addfromweb?url=" for host in ("live.com", "office.com")
)


@dataclass(frozen=True, slots=True)
class Subscription:
    """file: address of the .ics from the root of the site.

    The others need to know where the site lives; '' without SITEURL.
    outlook: for Outlook.com; office: for Outlook within Microsoft 365.
    """

    file: str
    address: str = ""
    webcal: str = ""
    google: str = ""
    outlook: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """One calendar among others; url: the page that tells of it. name: '' for all of the association's."""

    name: str
    url: str | None
    calendar: Subscription
    is_open: bool = False


def subscription(
    run: Run, kind: str, parts: Mapping[str, object] | None = None, title: str = ""
) -> Subscription | None:
    """None when that calendar is switched off. title: of what it holds, '' for all of the association's."""
    urls = run.edition.urls
    file = urls.url(kind, **(parts or {}))
    if file is None:
        return None
    if not urls.siteurl:
        return Subscription(file)
    whole = run.edition.association.identity.name
    name = part_of(whole, title, run.edition.language) if title else whole
    return ways_to(file, urls.absolute(file), quote(name, safe=""))


def ways_to(file: str, address: str, name: str) -> Subscription:
    webcal, quoted = "webcal://" + address.split("://", 1)[1], quote(address, safe="")
    return Subscription(
        file=file,
        address=address,
        webcal=webcal,
        google=f"{GOOGLE}{quote(webcal, safe='')}",
        outlook=f"{OUTLOOK}{quoted}&name={name}",
        office=f"{OFFICE}{quoted}&name={name}",
    )
