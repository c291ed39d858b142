"""Ways to follow a calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from ..host.run import Run


@dataclass(frozen=True, slots=True)
class Subscription:
    """file: address of the .ics from the root of the site.

    The others need to know where the site lives; '' without SITEURL.
    """

    file: str
    address: str
    webcal: str
    google: str
    outlook: str


def subscription(run: Run, kind: str, parts: Mapping[str, object] | None = None) -> Subscription | None:
    """None when that calendar is switched off."""
    urls = run.edition.urls
    file = urls.url(kind, **(parts or {}))
    if file is None:
        return None
    if not urls.siteurl:
        return Subscription(file, "", "", "", "")
    address = urls.absolute(file)
    webcal = "webcal://" + address.split("://", 1)[1]
    name = quote(run.edition.association.identity.name)
    return Subscription(
        file=file,
        address=address,
        webcal=webcal,
        google=f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}",
        outlook=f"https://outlook.live.com/calendar/0/addfromweb?url={quote(address, safe='')}&name={name}",
    )
