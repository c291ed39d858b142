"""What the pages of the directory share, made once for one edition."""

from dataclasses import dataclass

from ..domain.association import Association
from ..host.edition import Edition
from ..host.run import Run
from ..views.dates import Rows, rows_for
from ..views.facets import Facets, facets
from ..views.maps import Map, members_map
from ..views.members import Cards
from ..views.news import NewsRows, news_rows_for
from ..views.voice import Voice, voice_of


@dataclass(frozen=True, slots=True)
class Around:
    edition: Edition
    voice: Voice
    facets: Facets
    cards: Cards
    dates: Rows
    news: NewsRows
    territory: Map | None

    @property
    def association(self) -> Association:
        return self.edition.association


def around_of(run: Run) -> Around:
    voice, association = voice_of(run), run.edition.association
    return Around(
        edition=run.edition,
        voice=voice,
        facets=facets(association, voice),
        cards=Cards(voice),
        dates=rows_for(association, voice, run.edition.today),
        news=news_rows_for(association, voice),
        territory=members_map(association, voice),
    )
