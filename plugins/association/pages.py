"""The lasting pages of content/pages, those that introduce a section left out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from .domain.articles import StaticPage
from .host.outputs import Crumb, Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .host.site import MenuItem
from .render.markdown import Prose
from .views.localizer import Localizer, illustration, localizer_of


class Pages(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        for written in lasting(run):
            yield replace(written_page(written, localizer), source=run.edition.text_in_forge(written.source))

    def menu_items(self, run: Run) -> Iterator[MenuItem]:
        """Those that say which menu leads to them, in their own order."""
        localizer = localizer_of(run)
        for written in lasting(run):
            url = localizer.urls.url("PAGE", slug=written.slug)
            if url is not None:
                yield MenuItem("PAGE", url, localizer.say(written.title), written.menu)


def lasting(run: Run) -> tuple[StaticPage, ...]:
    """Without those that introduce a section."""
    return tuple(page for page in run.edition.association.pages if not page.introduces)


def written_page(written: StaticPage, localizer: Localizer) -> Page:
    shown = partial(page_shown, written, localizer.body(written), localizer)
    return page(localizer.urls, "PAGE", "page", {"slug": written.slug}, {"slug": written.key}, shown=shown)


def page_shown(written: StaticPage, body: Prose | None, localizer: Localizer) -> Shown:
    title, lead = localizer.say(written.title), localizer.say(written.summary)
    picture = illustration(written.picture, localizer)
    return Shown(
        title=title,
        description=lead or (body.excerpt(160) if body else ""),
        crumbs=(Crumb(title, None),),
        picture=picture.image.url if picture else None,
        view={
            "title": title,
            "lead": lead,
            "body": body,
            "picture": picture,
        },
    )


register = registering(Pages)
