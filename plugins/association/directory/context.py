"""What the pages of the directory share, made once for one edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.association import Association
from ..domain.directory import Groups, Neighbourhood, groups, neighbourhoods
from ..domain.text import Slug
from ..exports.json_ld import Businesses
from ..host.edition import Edition
from ..host.run import Run
from ..views.dates import Rows, rows_for
from ..views.facets import Facets, facets
from ..views.localizer import Localizer, localizer_of
from ..views.maps import Map, members_map
from ..views.members import Cards
from ..views.news import NewsRows, news_rows_for
from ..views.offers import OfferRows, offer_rows_for


@dataclass(frozen=True, slots=True)
class DirectoryContext:
    """neighbours: of each town where somebody is, the others, the nearest first."""

    edition: Edition
    localizer: Localizer
    groups: Groups
    neighbours: Mapping[Slug, Neighbourhood]
    facets: Facets
    cards: Cards
    businesses: Businesses
    dates: Rows
    news: NewsRows
    offers: OfferRows
    territory: Map | None

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
        neighbours=neighbourhoods(town for town in association.towns if town.id in grouped.by_town),
        facets=facets(association, localizer),
        cards=Cards(localizer),
        businesses=Businesses(localizer.language),
        dates=rows_for(run.edition, localizer),
        news=news_rows_for(association, localizer),
        offers=offer_rows_for(association, localizer, run.edition.today),
        territory=members_map(association, localizer, run.edition.tiles),
    )
