"""What a page tells search engines: its own JSON-LD and the way to it, as blocks of data in its head.

A block of data is never run, so the policy of the site allows it; escaped, no text can end it.
"""

import json
from collections.abc import Callable, Iterator

from markupsafe import Markup

from ..exports.json_values import Record
from ..exports.structured_data import breadcrumb_data
from .feeds import PageAddresses
from .outputs import Crumb, Page

Naming = Callable[[Crumb], str]
"""What visitors read for a crumb: a macro of the theme, which alone has the words for the sections."""

ESCAPED = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def data_blocks(page: Page, addresses: PageAddresses, name: Naming) -> tuple[Markup, ...]:
    """The contents of <script type="application/ld+json"> elements."""
    return tuple(block(data) for data in told(page, addresses, name))


def told(page: Page, addresses: PageAddresses, name: Naming) -> Iterator[Record]:
    if page.linked_data:
        yield page.linked_data(addresses)
    if crumbs := way(page):
        yield breadcrumb_data((words(crumb, name), addresses.located(crumb.url)) for crumb in crumbs)


def way(page: Page) -> tuple[Crumb, ...]:
    """The crumbs as the page shows them, without those that lead nowhere; a way has two ends."""
    if len(page.crumbs) < 2 or page.crumbs[0].url is None:
        return ()
    return (*(crumb for crumb in page.crumbs[:-1] if crumb.url is not None), page.crumbs[-1])


def words(crumb: Crumb, name: Naming) -> str:
    """As text: a macro writes HTML."""
    return Markup(name(crumb)).unescape().strip()


def block(data: Record) -> Markup:
    """Replaced one by one, which is much faster than a table on the long lists of members."""
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in ESCAPED.items():
        written = written.replace(character, escape)
    return Markup(written)
