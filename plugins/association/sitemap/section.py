"""What machines and lost visitors look for: sitemap, robots, headers, the 404 page."""

from collections.abc import Iterable
from functools import partial

from ..host.outputs import File, Output, page
from ..host.run import Run
from ..host.section import Section
from .headers import headers
from .sitemap import robots, sitemap


class Sitemap(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        urls = run.edition.urls
        yield page(urls, "NOT_FOUND", "404", is_indexed=False)
        yield File(urls.save_as("HEADERS"), partial(headers, urls, run.edition.tiles))
        yield File(urls.save_as("ROBOTS"), partial(robots, urls))
        yield File(urls.save_as("SITEMAP"), lambda: sitemap(run.pages(), urls))
