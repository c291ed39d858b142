"""The offers: the open ones as a list and by kind, one page each, and the Atom feed.

A page says whose an offer is, where, until when, how to answer it, and what else there is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

from .domain.articles import StaticPage
from .domain.association import Association, in_town, with_skill
from .domain.members import Member, Skill
from .domain.offers import Offer, open_offers
from .domain.places import Town
from .domain.text import Slug
from .exports.atom import FeedEntry, NewsFeed, entry_id, news_feed
from .exports.common import heading
from .exports.json_ld import job_posting
from .host.outputs import Crumb, File, LinkedData, Output, Page, Shown, page, section_crumb
from .host.plugin import Section, registering
from .host.run import Run
from .render.markdown import Prose
from .render.speech import foreign
from .views.facets import FacetGroup
from .views.localizer import Localizer, illustration, introducing, introduction, localizer_of, shown_picture
from .views.members import Cards, LabelledLink, website_label
from .views.offers import (
    PAGES,
    Answering,
    OfferFilter,
    OfferRow,
    OfferRows,
    answering,
    kind_url,
    offer_filters,
    offer_rows_for,
    summary_of,
    ways_of,
)
from .views.social_cards import offer_card

OTHERS = 4
Dated = tuple[Offer, date, tuple[Member, ...]]
"""An offer, since when it is made, and who makes it."""


class Offers(Section):
    kind = "OFFERS"

    def has_content(self, run: Run) -> bool:
        return bool(open_offers(run.edition.association.offers, run.edition.today))

    def planned(self, run: Run) -> Iterable[Output]:
        localizer, edition = localizer_of(run), run.edition
        rows = offer_rows_for(edition.association, localizer, edition.today)
        current = open_offers(edition.association.offers, edition.today)
        filters = offer_filters(current, localizer)
        yield index(current, filters, run, localizer, rows)
        yield from filter_pages(filters, localizer, rows)
        for offer in edition.association.offers:
            yield offer_page(offer, current, run, localizer, rows)
        yield offers_feed_file(current, run, localizer)

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        localizer, edition = localizer_of(run), run.edition
        rows = offer_rows_for(edition.association, localizer, edition.today)
        current = open_offers(edition.association.offers, edition.today)
        return (offer_page(offer, current, run, localizer, rows) for offer in edition.association.offers)


def index(
    current: tuple[Offer, ...],
    filters: tuple[OfferFilter, ...],
    run: Run,
    localizer: Localizer,
    rows: OfferRows,
) -> Page:
    """All open offers; without one, a page that says so and is not worth finding."""
    intro = introducing("OFFERS", run.edition.association)
    shown = partial(index_shown, current, ways_of(filters), intro, localizer, rows)
    return page(localizer.urls, "OFFERS", "offers", menu="OFFERS", is_indexed=bool(current), shown=shown)


def index_shown(
    current: tuple[Offer, ...],
    ways: tuple[FacetGroup, ...],
    intro: StaticPage | None,
    localizer: Localizer,
    rows: OfferRows,
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        view={"introduction": introduced, "chosen": None, "offers": rows.of(current), "ways": ways},
    )


def filter_pages(filters: tuple[OfferFilter, ...], localizer: Localizer, rows: OfferRows) -> Iterator[Page]:
    ways = ways_of(filters)
    for each in filters:
        shown = partial(filter_shown, each, ways, localizer, rows)
        parts, same = {"id": each.part}, {"id": each.id}
        yield page(localizer.urls, PAGES[each.sort], "offers", parts, same, menu="OFFERS", shown=shown)


def filter_shown(
    each: OfferFilter, ways: tuple[FacetGroup, ...], localizer: Localizer, rows: OfferRows
) -> Shown:
    own = Crumb("", None, each.id) if each.sort == "kind" else Crumb(each.label, None)
    return Shown(
        crumbs=(section_crumb(localizer.urls, "OFFERS"), own),
        view={"introduction": None, "chosen": each, "offers": rows.of(each.offers), "ways": ways},
    )


def offer_page(
    offer: Offer, current: tuple[Offer, ...], run: Run, localizer: Localizer, rows: OfferRows
) -> Page:
    association, zone = run.edition.association, run.edition.zone
    return page(
        localizer.urls,
        "OFFER",
        "offer",
        {"slug": offer.slug},
        {"slug": offer.key},
        menu="OFFERS",
        modified=datetime.combine(offer.date, time(), zone) if offer.date else None,
        is_indexed=offer.is_open(run.edition.today),
        source=run.edition.text_in_forge(offer.source),
        card=offer_card(offer, rows),
        shown=partial(
            offer_shown,
            offer,
            localizer.body(offer),
            proposers(offer, association),
            Pages(
                has_kind=any(other.kind is offer.kind for other in current),
                has_town=bool(offer.town and in_town(association.members, offer.town.id)),
                skills=tuple(one.id for one in offer.skills if with_skill(association.members, one.id)),
            ),
            others(offer, current),
            answering(offer, association, localizer, run.edition.today),
            localizer,
            rows,
        ),
    )


@dataclass(frozen=True, slots=True)
class Pages:
    """Which pages there are to lead to: of its kind, of its town, of these of its skills."""

    has_kind: bool
    has_town: bool
    skills: tuple[Slug, ...]


def offer_shown(
    offer: Offer,
    body: Prose | None,
    members: tuple[Member, ...],
    pages: Pages,
    others: tuple[Offer, ...],
    answers: Answering | None,
    localizer: Localizer,
    rows: OfferRows,
) -> Shown:
    row, picture = rows.row(offer), illustration(offer.picture, localizer)
    return Shown(
        title=row.title,
        description=summary_of(offer, localizer),
        crumbs=crumbs(offer, row, pages, localizer),
        **shown_picture(picture),
        linked_data=linked_data(offer, members, row, localizer),
        view={
            "offer": row,
            "lead": localizer.say(offer.summary),
            "body": body,
            "picture": picture,
            "members": Cards(localizer).of(members),
            "town": town_link(offer.town, pages, localizer),
            "skills": tuple(skill_link(skill, pages, localizer) for skill in offer.skills),
            **answer(offer),
            "answering": answers,
            "others": rows.of(others),
        },
    )


def crumbs(offer: Offer, row: OfferRow, pages: Pages, localizer: Localizer) -> tuple[Crumb, ...]:
    """Through the page of its kind, as long as there is one."""
    url = kind_url(offer.kind, localizer) if pages.has_kind else None
    way = (Crumb("", url, offer.kind),) if url else ()
    return (section_crumb(localizer.urls, "OFFERS"), *way, Crumb(row.title, None))


def proposers(offer: Offer, association: Association) -> tuple[Member, ...]:
    return association.members_named((offer.member,))


def linked_data(
    offer: Offer, members: tuple[Member, ...], row: OfferRow, localizer: Localizer
) -> LinkedData | None:
    """Of an open offer of work."""
    employer = members[0] if members else None
    posting = job_posting(offer, employer, localizer.language) if row.state == "open" else None
    return (lambda _: posting) if posting else None


def town_link(town: Town | None, pages: Pages, localizer: Localizer) -> LabelledLink | None:
    """To the page of the directory, which exists only where there is somebody."""
    if town is None:
        return None
    url = localizer.urls.url("TOWN", id=town.id) if pages.has_town else None
    return LabelledLink(localizer.say(town.name), url)


def skill_link(skill: Skill, pages: Pages, localizer: Localizer) -> LabelledLink:
    url = localizer.urls.url("SKILL", id=skill.id) if skill.id in pages.skills else None
    return LabelledLink(localizer.say(skill.name), url)


def answer(offer: Offer) -> dict[str, str]:
    """Where to write to, or which page to open; '' for the other."""
    written = offer.apply or ""
    is_page = written.startswith(("https://", "http://"))
    return {
        "email": "" if is_page else written,
        "website": written if is_page else "",
        "website_label": website_label(written) if is_page else "",
    }


def others(offer: Offer, current: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Open ones, those of the same kind first."""
    rest = (other for other in current if other is not offer)
    return tuple(sorted(rest, key=lambda other: other.kind is not offer.kind))[:OTHERS]


def offers_feed_file(current: tuple[Offer, ...], run: Run, localizer: Localizer) -> File:
    """Only offers that say since when: a feed tells what is new."""
    save_as = run.edition.urls.save_as("OFFERS_FEED")
    association, zone = run.edition.association, run.edition.zone
    dated = tuple((offer, offer.date, proposers(offer, association)) for offer in current if offer.date)
    return File(
        save_as, partial(feed_written, dated, feed(run, localizer), zone, run.edition.uid_domain, localizer)
    )


def feed_written(
    offers: tuple[Dated, ...], feed: NewsFeed, zone: ZoneInfo, uid_domain: str, localizer: Localizer
) -> bytes:
    return news_feed([entry(one, zone, uid_domain, localizer) for one in offers], feed)


def feed(run: Run, localizer: Localizer) -> NewsFeed:
    edition, urls = run.edition, run.edition.urls
    name = edition.association.identity.name
    intro = introduction(introducing("OFFERS", edition.association), localizer)
    return NewsFeed(
        id=f"tag:{edition.uid_domain},2000:{urls.save_as('OFFERS_FEED')}",
        title=heading(name, intro.title, edition.language) if intro else name,
        subtitle=intro.lead if intro else "",
        url=urls.absolute(urls.url("OFFERS")),
        self_url=urls.absolute(urls.url("OFFERS_FEED")),
        language=edition.language,
        author=name,
        stamp=edition.midnight,
    )


def entry(dated: Dated, zone: ZoneInfo, uid_domain: str, localizer: Localizer) -> FeedEntry:
    offer, day, members = dated
    body, urls = localizer.body(offer), localizer.urls
    title = localizer.say(offer.title)
    since, url = datetime.combine(day, time(), zone), urls.absolute(urls.url("OFFER", slug=offer.slug))
    return FeedEntry(
        id=entry_id(uid_domain, since, "annonces", offer.key),
        title=title,
        url=url,
        published=since,
        updated=since,
        summary=summary_of(offer, localizer),
        content=body.elsewhere(urls.absolute(""), url) if body else "",
        authors=tuple(member.name for member in members),
        categories=(offer.kind, *(str(tag.name) for tag in offer.tags)),
        language=foreign(title),
    )


register = registering(Offers)
