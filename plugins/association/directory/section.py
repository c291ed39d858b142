"""Which pages the directory has; what they show is told in the modules beside."""

from collections.abc import Iterable

from ..host.outputs import Output, Page, page
from ..host.run import Run
from ..host.section import Section
from ..views.introduction import introduction
from .around import Around, around_of
from .listings import listing_pages
from .member_page import member_page


class Directory(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        around = around_of(run)
        yield index(around)
        yield from (member_page(member, around) for member in around.association.members)
        yield from listing_pages(around)


def index(around: Around) -> Page:
    intro = introduction(around.association, "annuaire", around.voice)
    return page(
        around.voice.urls,
        "DIRECTORY",
        "directory",
        description=intro.lead if intro else "",
        menu="DIRECTORY",
        view={
            "introduction": intro,
            "members": around.cards.of(around.association.members),
            "facets": around.facets,
            "map": around.territory,
        },
    )
