"""What the pages of the directory share, made once for one edition: groups, ways, the search data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ..collation import in_order
from ..domain.articles import StaticPage
from ..domain.association import Association
from ..domain.directory import Counts, Groups, Neighbourhood, groups, neighbourhoods
from ..domain.members import Member, Skill
from ..domain.phrases import at_town
from ..domain.places import Town
from ..domain.text import Language, Slug, Text
from ..exports.json_ld import Businesses
from ..exports.search_index import Look, search_data
from ..host.edition import Edition
from ..host.run import Run
from ..render.assets import PublishedImage, fingerprint
from ..render.typography import language_name
from ..views.dates import Rows, rows_for
from ..views.facets import Facets, SearchForm, facets, search_form
from ..views.knowledge import pages_of_questions, questions_of
from ..views.localizer import Localizer, localizer_of
from ..views.maps import MembersMap, members_map
from ..views.members import Cards
from ..views.news import NewsRows, news_rows_for
from ..views.offers import OfferRows, offer_rows_for


@dataclass(frozen=True, slots=True)
class Ways:
    """From one list of members to others, and how many members each of them has.

    skills: in the order of their names.
    neighbours: of each town where somebody is, the others, the nearest first.
    """

    localizer: Localizer
    skills: tuple[Skill, ...]
    towns: tuple[Town, ...]
    counts: Counts
    facets: Facets
    neighbours: Mapping[Slug, Neighbourhood]


@dataclass(frozen=True, slots=True)
class DirectoryContext:
    edition: Edition
    localizer: Localizer
    groups: Groups
    ways: Ways
    cards: Cards
    businesses: Businesses
    dates: Rows
    news: NewsRows
    offers: OfferRows
    territory: MembersMap

    @property
    def association(self) -> Association:
        return self.edition.association


def around_of(run: Run) -> DirectoryContext:
    localizer, association = localizer_of(run), run.edition.association
    grouped = groups(association)
    return DirectoryContext(
        edition=run.edition,
        localizer=localizer,
        groups=grouped,
        ways=ways_of(association, grouped.counts(), localizer),
        cards=Cards(localizer),
        businesses=Businesses(localizer.language),
        dates=rows_for(run.edition, localizer),
        news=news_rows_for(association, localizer),
        offers=offer_rows_for(association, localizer, run.edition.today),
        territory=members_map(association, localizer, run.edition.tiles),
    )


def ways_of(association: Association, counts: Counts, localizer: Localizer) -> Ways:
    inhabited = (town for town in association.towns if town.id in counts.by_town)
    return Ways(
        localizer,
        in_order(association.skills, lambda skill: localizer.say(skill.name), lambda skill: skill.id),
        association.towns,
        counts,
        facets(association, counts, localizer),
        neighbourhoods(in_order(inhabited, lambda town: localizer.say(town.name), lambda town: town.id)),
    )


@dataclass(frozen=True, slots=True)
class Search:
    """address: of the search data, from the root of the site; pages: of questions."""

    association: Association
    pages: tuple[StaticPage, ...]
    templates: "EntryTemplates"
    today: date
    address: str
    made: list[bytes] = field(default_factory=list, compare=False, repr=False)

    def content(self) -> bytes:
        if not self.made:
            asked = questions_of(self.pages, self.templates.localizer)
            questions = tuple((one.label, one.url or "") for one in asked)
            self.made.append(search_data(self.association, self.templates, self.today, questions))
        return self.made[0]

    def versioned(self) -> str:
        return f"{self.address}?v={fingerprint(self.content())}"

    def form(self, facets: Facets) -> SearchForm:
        """Without the data, which the first page alone leads to."""
        return search_form(self.association, facets, self.templates.localizer, "")


def search(around: DirectoryContext) -> Search | None:
    """None when there is nothing to search, or no file to search it in."""
    address, association = around.localizer.urls.url("SEARCH_DATA"), around.association
    if not address or not association.members or association.names_few:
        return None
    known = association.only("members", "skills", "towns", "types")
    pages = pages_of_questions(association.pages)
    return Search(
        known,
        pages,
        EntryTemplates(around.localizer, around.cards, around.ways.facets),
        around.edition.today,
        address,
    )


def search_written(search: Search) -> bytes:
    return search.content()


@dataclass(frozen=True, slots=True)
class EntryTemplates:
    """exports.search_index.Showing: entries that a script makes look as those of the templates."""

    localizer: Localizer
    cards: Cards
    facets: Facets

    def say(self, text: Text | str | None) -> str:
        return self.localizer.say(text)

    def at(self, town: Town) -> str:
        return at_town(self.say(town.name), self.localizer.language)

    def language(self, code: Language) -> str:
        return language_name(code, self.localizer.language)

    def ways(self, filter_: str) -> Mapping[Slug, str | None]:
        facets = {"service": self.facets.skills, "commune": self.facets.towns, "type": self.facets.types}
        return {facet.id: facet.url for facet in facets[filter_]}

    def look(self, member: Member) -> Look:
        card = self.cards.card(member)
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
