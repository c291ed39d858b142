"""Which pages and files the directory has: lists, members and their vCards, what a search and a map need.

What they show is told in the modules beside.
"""

from collections.abc import Iterable, Iterator
from functools import partial

from ..exports.vcard import vcard, vcard_3
from ..host.addresses import card_issuer
from ..host.edition import AGENDA, HEADLINES, MEMBER_LINES
from ..host.outputs import Copy, File, Output
from ..host.plugin import Section
from ..host.run import Run
from .context import around_of, search, search_written
from .everybody import directory_pages, name_pages
from .kinds import commission_pages, type_pages
from .lists import skill_pages, town_pages
from .members import member_pages
from .statistics import statistics_page

PARTS = (
    *("members", "types", "skills", "towns", "outline", MEMBER_LINES),
    *("headcounts", "unpublished", "regions"),
    *(AGENDA, HEADLINES, "commissions", "minutes", "offers", "pages"),
)


class Directory(Section):
    kind = "DIRECTORY"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.association.members)

    def planned(self, run: Run) -> Iterable[Output]:
        yield from run.kept(directory_outputs, *PARTS)
        yield from run.kept(contact_cards, "members")
        yield from map_files(run)


def directory_outputs(run: Run) -> Iterator[Output]:
    around = around_of(run)
    found = search(around)
    if found:
        yield File(around.localizer.urls.save_as("SEARCH_DATA"), partial(search_written, found))
    yield from directory_pages(around, found)
    yield from name_pages(around)
    yield from member_pages(around)
    yield from skill_pages(around)
    yield from town_pages(around)
    yield from type_pages(around)
    yield from commission_pages(around)
    yield from statistics_page(around)


def map_files(run: Run) -> Iterator[Copy]:
    """Everything in the folder `map` of the theme, its licence too; once for all languages."""
    folder = run.theme / "map"
    if run.edition.tiles and run.is_first:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield Copy(f"theme/map/{path.relative_to(folder).as_posix()}", path)


def contact_cards(run: Run) -> Iterator[File]:
    issuer, urls = card_issuer(run), run.edition.urls
    for member in run.edition.association.members:
        yield File(urls.save_as("MEMBER_VCARD", id=member.id), partial(vcard, member, issuer))
        yield File(urls.save_as("MEMBER_VCARD_3", id=member.id), partial(vcard_3, member, issuer))
