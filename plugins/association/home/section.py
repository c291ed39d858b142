"""The home page: what the association is, what is next, what is new."""

from collections.abc import Iterable

from ..domain.groups import groups
from ..domain.offer import open_offers
from ..exports.structured_data import association_data
from ..host.outputs import Output, page
from ..host.run import Run
from ..host.section import Section
from ..views.browse import short_index
from ..views.commissions import commission_rows
from ..views.dates import rows_for
from ..views.facets import facets
from ..views.introduction import introduction
from ..views.maps import members_map
from ..views.news import news_rows_for
from ..views.offers import offer_rows_for
from ..views.voice import voice_of

DATES, NEWS, OFFERS, BENEFITS = 4, 4, 3, 3


class Home(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice, edition = voice_of(run), run.edition
        association = edition.association
        ways = facets(association, voice)
        intro = introduction(association, "accueil", voice)
        pinned_first = sorted(association.articles, key=lambda article: not article.is_pinned)
        rows = rows_for(edition, voice)
        offers = open_offers(association.offers, edition.today)
        yield page(
            voice.urls,
            "HOME",
            "home",
            description=intro.lead if intro else voice.say(association.identity.tagline),
            linked_data=lambda addresses: association_data(association, addresses, voice.language),
            view={
                "introduction": intro,
                "facets": ways,
                "index": short_index(ways, association, groups(association), voice),
                "map": members_map(association, voice),
                "dates": rows.of(edition.agenda.upcoming(edition.today)[:DATES]),
                "news": news_rows_for(association, voice).of(pinned_first[:NEWS]),
                "commissions": commission_rows(edition, voice),
                "offers": offer_rows_for(association, voice, edition.today).of(offers[:OFFERS]),
                "joining": introduction(association, "adherer", voice),
                "benefits": tuple(
                    voice.say(benefit.name)
                    for benefit in association.benefits
                    if benefit.status == "available"
                )[:BENEFITS],
            },
        )
