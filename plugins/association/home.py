"""The home page: what the association is, what is next, what is new."""

from collections.abc import Iterable

from .domain.directory import groups
from .domain.offers import open_offers
from .exports.json_ld import association_data
from .host.outputs import Output, page
from .host.plugin import Section, registering
from .host.run import Run
from .views.commissions import commission_rows
from .views.dates import rows_for
from .views.facets import facets, short_index
from .views.localizer import introduction, localizer_of
from .views.maps import members_map
from .views.news import news_rows_for
from .views.offers import offer_rows_for

DATES, NEWS, OFFERS, BENEFITS = 4, 4, 3, 3


class Home(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        localizer, edition = localizer_of(run), run.edition
        association = edition.association
        ways = facets(association, localizer)
        intro = introduction("HOME", association, localizer)
        pinned_first = sorted(association.articles, key=lambda article: not article.is_pinned)
        rows = rows_for(edition, localizer)
        offers = open_offers(association.offers, edition.today)
        yield page(
            localizer.urls,
            "HOME",
            "home",
            description=intro.lead if intro else localizer.say(association.identity.tagline),
            linked_data=lambda addresses: association_data(association, addresses, localizer.language),
            view={
                "introduction": intro,
                "facets": ways,
                "index": short_index(ways, association, groups(association), localizer),
                "map": members_map(association, localizer),
                "dates": rows.of(edition.agenda.upcoming(edition.today)[:DATES]),
                "news": news_rows_for(association, localizer).of(pinned_first[:NEWS]),
                "commissions": commission_rows(edition, localizer),
                "offers": offer_rows_for(association, localizer, edition.today).of(offers[:OFFERS]),
                "joining": introduction("JOINING", association, localizer),
                "benefits": tuple(
                    localizer.say(benefit.name)
                    for benefit in association.benefits
                    if benefit.status == "available"
                )[:BENEFITS],
            },
        )


register = registering(Home)
