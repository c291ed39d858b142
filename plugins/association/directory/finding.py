"""Finding members in the browser: the search data, and the form that says where they are."""

from dataclasses import dataclass

from ..domain.member import Member
from ..domain.naming import at_town
from ..domain.places import Town
from ..domain.text import Language, Text
from ..exports.search_data import Look, search_data
from ..host.outputs import File, fixed
from ..host.pictures import PublishedImage
from ..host.style import fingerprint
from ..views.finding import Finding, finding
from ..views.languages import language_name
from .around import Around


@dataclass(frozen=True, slots=True)
class Search:
    """form: None when there is nothing to search, or no file to search it in."""

    form: Finding | None
    files: tuple[File, ...]


def search(around: Around) -> Search:
    address = around.voice.urls.url("SEARCH_DATA")
    if not address or not around.association.members:
        return Search(None, ())
    content = search_data(around.association, Showing(around), around.edition.today)
    form = finding(around.association, around.facets, around.voice, f"{address}?v={fingerprint(content)}")
    return Search(form, (fixed(around.voice.urls.save_as("SEARCH_DATA"), content),))


@dataclass(frozen=True, slots=True)
class Showing:
    """exports.search_data.Showing: entries that a script makes look as those of the templates."""

    around: Around

    def say(self, text: Text | str | None) -> str:
        return self.around.voice.say(text)

    def at(self, town: Town) -> str:
        return at_town(self.say(town.name), self.around.voice.language)

    def language(self, code: Language) -> str:
        return language_name(code, self.around.voice.language)

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
