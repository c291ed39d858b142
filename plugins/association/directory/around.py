"""What the pages of the directory share, made once for one edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..domain.association import Association
from ..domain.groups import Groups, groups
from ..domain.nearness import Neighbourhood, neighbourhoods
from ..domain.slugs import Slug
from ..exports.structured_data import Businesses
from ..host.edition import Edition
from ..host.run import Run
from ..views.dates import Rows, rows_for
from ..views.facets import Facets, facets
from ..views.maps import Map, members_map
from ..views.members import Cards
from ..views.news import NewsRows, news_rows_for
from ..views.offers import OfferRows, offer_rows_for
from ..views.voice import Voice, voice_of


@dataclass(frozen=True, slots=True)
class Around:
    """neighbours: of each town where somebody is, the others, the nearest first."""

    edition: Edition
    voice: Voice
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


def around_of(run: Run) -> Around:
    voice, association = voice_of(run), run.edition.association
    grouped = groups(association)
    return Around(
        edition=run.edition,
        voice=voice,
        groups=grouped,
        neighbours=neighbourhoods(town for town in association.towns if town.id in grouped.by_town),
        facets=facets(association, voice),
        cards=Cards(voice),
        businesses=Businesses(voice.language),
        dates=rows_for(run.edition, voice),
        news=news_rows_for(association, voice),
        offers=offer_rows_for(association, voice, run.edition.today),
        territory=members_map(association, voice, run.edition.tiles),
    )
