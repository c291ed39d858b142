"""Old addresses: a page at each that leads on, and `_redirects` for hosts that answer for themselves."""

from collections.abc import Iterable
from functools import partial

from .domain.addresses import Moved, OldAddresses
from .exports.redirects import redirects_file
from .host.outputs import File, Output, Page, Shown
from .host.plugin import Section, registering
from .host.run import Run
from .render.templates import has_template
from .render.urls import Urls, address_of

TEMPLATE = "redirect"


class FormerPages(Section):
    """A theme of one's own may be older than the page: that ends no build of a site that asked for none."""

    def planned(self, run: Run) -> Iterable[Output]:
        known, urls = run.old_addresses, run.edition.urls
        is_shown = has_template(run.environment, TEMPLATE)
        own = (one for one in known.single if one.language == run.language)
        yield from (leading_on(one, urls) for one in own if one.is_asked or is_shown)
        if run.is_first and known.single:
            yield File(urls.save_as("REDIRECTS"), partial(redirects, known, urls.root_path()))


def leading_on(moved: Moved, urls: Urls) -> Page:
    """No menu, list or search leads to it, and search engines are told of the other one."""
    shown = partial(moved_shown, moved.url, urls.absolute(moved.url) if urls.siteurl else "")
    return Page(
        "REDIRECT",
        address_of(moved.page),
        moved.save_as,
        TEMPLATE,
        is_indexed=False,
        subject=(("old", moved.page),),
        shown=shown,
    )


def moved_shown(url: str, canonical: str) -> Shown:
    return Shown(view={"target": url, "canonical": canonical})


def redirects(known: OldAddresses, root: str) -> bytes:
    return redirects_file(known, root).encode()


register = registering(FormerPages)
