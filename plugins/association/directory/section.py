"""Which pages and files the directory has: lists, members and their vCards, what a search and a map need.

What they show is told in the modules beside.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from ..domain.agenda import at_town
from ..domain.members import Member
from ..domain.places import Town
from ..domain.text import Language, Text
from ..exports.search_index import Look, search_data
from ..exports.vcard import vcard, vcard_3
from ..host.addresses import card_issuer
from ..host.outputs import File, Output, fixed
from ..host.plugin import Section
from ..host.run import Run
from ..render.assets import PublishedImage, fingerprint
from ..render.typography import language_name
from ..views.facets import SearchForm, search_form
from .context import DirectoryContext, around_of
from .lists import directory_pages, name_pages, skill_pages, town_pages, type_pages
from .members import member_pages
from .statistics import statistics_page


class Directory(Section):
    kind = "DIRECTORY"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.association.members)

    def planned(self, run: Run) -> Iterable[Output]:
        around = around_of(run)
        found = search(around)
        yield from found.files
        yield from directory_pages(around, found.form)
        yield from name_pages(around)
        yield from member_pages(around)
        yield from contact_cards(run)
        yield from skill_pages(around)
        yield from town_pages(around)
        yield from type_pages(around)
        yield from statistics_page(around)
        yield from map_files(run)


def map_files(run: Run) -> Iterator[File]:
    """Everything in the folder `map` of the theme, its licence too."""
    folder = run.theme / "map"
    if run.edition.tiles:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield File(f"theme/map/{path.relative_to(folder).as_posix()}", path.read_bytes)


def contact_cards(run: Run) -> Iterator[File]:
    issuer, urls = card_issuer(run), run.edition.urls
    for member in run.edition.association.members:
        yield File(urls.save_as("MEMBER_VCARD", id=member.id), partial(vcard, member, issuer))
        yield File(urls.save_as("MEMBER_VCARD_3", id=member.id), partial(vcard_3, member, issuer))


@dataclass(frozen=True, slots=True)
class Search:
    """form: None when there is nothing to search, or no file to search it in."""

    form: SearchForm | None
    files: tuple[File, ...]


def search(around: DirectoryContext) -> Search:
    address = around.localizer.urls.url("SEARCH_DATA")
    if not address or not around.association.members:
        return Search(None, ())
    content = search_data(around.association, EntryTemplates(around), around.edition.today)
    form = search_form(
        around.association, around.facets, around.localizer, f"{address}?v={fingerprint(content)}"
    )
    return Search(form, (fixed(around.localizer.urls.save_as("SEARCH_DATA"), content),))


@dataclass(frozen=True, slots=True)
class EntryTemplates:
    """exports.search_index.Showing: entries that a script makes look as those of the templates."""

    around: DirectoryContext

    def say(self, text: Text | str | None) -> str:
        return self.around.localizer.say(text)

    def at(self, town: Town) -> str:
        return at_town(self.say(town.name), self.around.localizer.language)

    def language(self, code: Language) -> str:
        return language_name(code, self.around.localizer.language)

    def look(self, member: Member) -> Look:
        card = self.around.cards.card(member)
        return Look(
            card.url,
            card.tile.initials,
            card.tile.motif,
            card.tile.tone,
            smallest(card.logo) if card.logo else None,
        )


def smallest(image: PublishedImage) -> tuple[str, int, int]:
    """In the format that every browser reads; an entry shows it at 48 pixels."""
    url, width = image.srcset[0] if image.srcset else (image.url, image.width)
    return url, width, round(image.height * width / image.width)
