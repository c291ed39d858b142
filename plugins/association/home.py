"""The home page: what the association is, what is next, what is new."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from .domain.articles import Article, StaticPage, pinned_first
from .domain.association import Association, Identity
from .domain.directory import groups
from .domain.membership import is_available
from .domain.offers import open_offers, soon_over
from .exports.json_ld import association_data
from .host.edition import AGENDA, HEADLINES
from .host.outputs import Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .views.commissions import commission_rows
from .views.dates import rows_for
from .views.facets import NO_FACETS, facets, numbers_of, short_index
from .views.localizer import Localizer, introducing, introduction, localizer_of
from .views.maps import MembersMap, members_map
from .views.news import NewsRows, news_rows_for
from .views.offers import offer_rows_for

DATES, NEWS, OFFERS, BENEFITS = 4, 4, 3, 3
PARTS = (
    *(AGENDA, HEADLINES, "commissions", "minutes", "offers", "pages"),
    *("members", "types", "skills", "towns", "outline", "benefits", "headcounts", "unpublished", "regions"),
)


class Home(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        return run.kept(home_page, *PARTS)


def home_page(run: Run) -> Iterator[Page]:
    localizer, association = localizer_of(run), run.edition.association
    shown = partial(
        home_shown,
        association.identity,
        introducing("HOME", association),
        introducing("JOINING", association),
        pinned_first(association.articles, run.edition.today)[:NEWS],
        news_rows_for(association, localizer),
        members_map(association, localizer),
        known(run, localizer),
        localizer,
    )
    yield page(localizer.urls, "HOME", "home", shown=shown)


def known(run: Run, localizer: Localizer) -> Mapping[str, object]:
    """What the page shows of what the sections have."""
    edition, today = run.edition, run.edition.today
    association = edition.association
    counts, offers = groups(association).counts(), open_offers(association.offers, today)
    ways = NO_FACETS if association.names_few else facets(association, counts, localizer)
    return {
        "facets": ways,
        "numbers": numbers_of(association, counts, localizer),
        "finder": named(introducing("DIRECTORY", association), localizer),
        "search_data": search_data_url(association, localizer),
        "index": short_index(ways, association.towns, counts, localizer),
        "dates": rows_for(edition, localizer).of(edition.agenda.upcoming(today)[:DATES]),
        "commissions": tuple(row for row in commission_rows(edition, localizer) if not row.is_governing),
        "their_name": named(introducing("COMMISSIONS", association), localizer),
        "offers": offer_rows_for(association, localizer, today).of(soon_over(offers, OFFERS)),
        "benefits": benefits(association, localizer),
    }


def search_data_url(association: Association, localizer: Localizer) -> str | None:
    """None where nobody can be found by name. No fingerprint: the page need not follow the data."""
    has_names = association.members and not association.names_few
    return localizer.urls.url("SEARCH_DATA") if has_names else None


def named(intro: StaticPage | None, localizer: Localizer) -> str:
    """What editors call all that is in a section; '' where they do not say."""
    return localizer.say(intro.title) if intro else ""


def benefits(association: Association, localizer: Localizer) -> tuple[str, ...]:
    members = association.everybody
    available = (one.name for one in association.benefits if is_available(one, members))
    return tuple(map(localizer.say, available))[:BENEFITS]


def home_shown(
    identity: Identity,
    intro: StaticPage | None,
    joining: StaticPage | None,
    articles: tuple[Article, ...],
    news: NewsRows,
    members: MembersMap,
    known: Mapping[str, object],
    localizer: Localizer,
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else localizer.say(identity.tagline),
        linked_data=lambda addresses: association_data(identity, addresses, localizer.language),
        view={
            **known,
            "introduction": introduced,
            "joining": introduction(joining, localizer),
            "map": members.whole(),
            "news": news.of(articles),
        },
    )


register = registering(Home)
