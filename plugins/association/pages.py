"""The pages of content/pages that are not the introduction of a section.

Lasting pages written in content/pages.
"""

from collections.abc import Iterable

from pelican import Pelican, signals

from .domain.articles import StaticPage as WrittenPage
from .host import plugin
from .host.outputs import Crumb, Output, Page, page
from .host.plugin import Section
from .host.run import Run
from .render.urls import INTRODUCED
from .views.localizer import Localizer, illustration, localizer_of


class Pages(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        for written in run.edition.association.pages:
            if written.slug not in INTRODUCED:
                yield written_page(written, localizer)


def written_page(written: WrittenPage, localizer: Localizer) -> Page:
    title, lead = localizer.say(written.title), localizer.say(written.summary)
    body = localizer.body(written.body, written.source)
    picture = illustration(written.picture, localizer)
    return page(
        localizer.urls,
        "PAGE",
        "page",
        {"slug": written.slug},
        title=title,
        description=lead or (body.excerpt(160) if body else ""),
        crumbs=(Crumb(title, None),),
        picture=picture.image.url if picture else None,
        view={
            "title": title,
            "lead": lead,
            "body": body,
            "language": written.language,
            "picture": picture,
        },
    )


def register() -> None:
    plugin.register()
    signals.get_generators.connect(generators)


def generators(pelican: Pelican) -> type[Pages]:
    return Pages
