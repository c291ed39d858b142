"""The offers: the open ones as a list and by kind, one page each, and the Atom feed.

A page says whose an offer is, where, until when, how to answer it, and what else there is.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from .domain.association import in_town, with_skill
from .domain.members import Member, Skill
from .domain.offers import Offer, OfferKind, open_offers
from .domain.places import Town
from .exports.atom import FeedEntry, NewsFeed, entry_id, news_feed
from .exports.common import heading
from .exports.json_ld import job_posting
from .host.outputs import Crumb, File, LinkedData, Output, Page, page, section_crumb
from .host.plugin import Section, registering
from .host.run import Run
from .views.localizer import Localizer, illustration, introduction, localizer_of
from .views.members import Cards, LabelledLink, website_label
from .views.offers import OfferRow, OfferRows, kind_facets, offer_rows_for, summary_of

OTHERS = 4


class Offers(Section):
    kind = "OFFERS"

    def has_content(self, run: Run) -> bool:
        return bool(open_offers(run.edition.association.offers, run.edition.today))

    def planned(self, run: Run) -> Iterable[Output]:
        localizer, edition = localizer_of(run), run.edition
        rows = offer_rows_for(edition.association, localizer, edition.today)
        current = open_offers(edition.association.offers, edition.today)
        yield index(current, run, localizer, rows)
        yield from kind_pages(current, localizer, rows)
        for offer in edition.association.offers:
            yield offer_page(offer, current, run, localizer, rows)
        yield offers_feed_file(current, run, localizer)


def index(current: tuple[Offer, ...], run: Run, localizer: Localizer, rows: OfferRows) -> Page:
    """All open offers; without one, a page that says so and is not worth finding."""
    intro = introduction("OFFERS", run.edition.association, localizer)
    return page(
        localizer.urls,
        "OFFERS",
        "offers",
        description=intro.lead if intro else "",
        menu="OFFERS",
        is_indexed=bool(current),
        view={
            "introduction": intro,
            "kind": "",
            "offers": rows.of(current),
            "kinds": kind_facets(current, localizer),
        },
    )


def kind_pages(current: tuple[Offer, ...], localizer: Localizer, rows: OfferRows) -> Iterator[Page]:
    facets = kind_facets(current, localizer)
    for kind in OfferKind:
        if own := tuple(offer for offer in current if offer.kind is kind):
            yield page(
                localizer.urls,
                "OFFERS_OF_KIND",
                "offers",
                {"id": kind},
                menu="OFFERS",
                crumbs=(section_crumb(localizer.urls, "OFFERS"), Crumb("", None, kind)),
                view={"introduction": None, "kind": kind, "offers": rows.of(own), "kinds": facets},
            )


def offer_page(
    offer: Offer, current: tuple[Offer, ...], run: Run, localizer: Localizer, rows: OfferRows
) -> Page:
    row = rows.row(offer)
    picture, members = illustration(offer.picture, localizer), proposers(offer, run)
    return page(
        localizer.urls,
        "OFFER",
        "offer",
        {"slug": offer.slug},
        title=row.title,
        description=summary_of(offer, localizer),
        menu="OFFERS",
        crumbs=crumbs(offer, row, current, localizer),
        picture=picture.image.url if picture else None,
        linked_data=linked_data(offer, members, row, localizer),
        modified=datetime.combine(offer.date, time(), run.edition.zone) if offer.date else None,
        is_indexed=offer.is_open(run.edition.today),
        view={
            "offer": row,
            "lead": localizer.say(offer.summary),
            "body": localizer.body(offer.body, offer.source),
            "language": offer.language,
            "picture": picture,
            "members": Cards(localizer).of(members),
            "town": town_link(offer.town, run, localizer),
            "skills": skill_links(offer.skills, run, localizer),
            **answer(offer),
            "others": rows.of(others(offer, current)),
        },
    )


def crumbs(
    offer: Offer, row: OfferRow, current: tuple[Offer, ...], localizer: Localizer
) -> tuple[Crumb, ...]:
    """Through the page of its kind, as long as there is one."""
    has_page = any(other.kind is offer.kind for other in current)
    kind_url = localizer.urls.url("OFFERS_OF_KIND", id=offer.kind) if has_page else None
    way = (Crumb("", kind_url, offer.kind),) if kind_url else ()
    return (section_crumb(localizer.urls, "OFFERS"), *way, Crumb(row.title, None))


def proposers(offer: Offer, run: Run) -> tuple[Member, ...]:
    return run.edition.association.members_named((offer.member,))


def linked_data(
    offer: Offer, members: tuple[Member, ...], row: OfferRow, localizer: Localizer
) -> LinkedData | None:
    """Of an open offer of work."""
    employer = members[0] if members else None
    posting = job_posting(offer, employer, localizer.language) if row.state == "open" else None
    return (lambda _: posting) if posting else None


def town_link(town: Town | None, run: Run, localizer: Localizer) -> LabelledLink | None:
    """To the page of the directory, which exists only where there is somebody."""
    if town is None:
        return None
    is_inhabited = in_town(run.edition.association.members, town.id)
    return LabelledLink(
        localizer.say(town.name), localizer.urls.url("TOWN", id=town.id) if is_inhabited else None
    )


def skill_links(skills: tuple[Skill, ...], run: Run, localizer: Localizer) -> tuple[LabelledLink, ...]:
    return tuple(skill_link(skill, run, localizer) for skill in skills)


def skill_link(skill: Skill, run: Run, localizer: Localizer) -> LabelledLink:
    is_offered = with_skill(run.edition.association.members, skill.id)
    return LabelledLink(
        localizer.say(skill.name), localizer.urls.url("SKILL", id=skill.id) if is_offered else None
    )


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
    dated = tuple((offer, offer.date) for offer in current if offer.date)
    return File(
        save_as,
        lambda: news_feed([entry(offer, day, run, localizer) for offer, day in dated], feed(run, localizer)),
    )


def feed(run: Run, localizer: Localizer) -> NewsFeed:
    edition, urls = run.edition, run.edition.urls
    name = edition.association.identity.name
    intro = introduction("OFFERS", edition.association, localizer)
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


def entry(offer: Offer, day: date, run: Run, localizer: Localizer) -> FeedEntry:
    edition, body = run.edition, localizer.body(offer.body, offer.source)
    since = datetime.combine(day, time(), edition.zone)
    return FeedEntry(
        id=entry_id(edition.uid_domain, since, "annonces", offer.slug),
        title=localizer.say(offer.title),
        url=edition.urls.absolute(edition.urls.url("OFFER", slug=offer.slug)),
        published=since,
        updated=since,
        summary=summary_of(offer, localizer),
        content=str(body.at(edition.urls.absolute(""))) if body else "",
        authors=tuple(member.name for member in edition.association.members_named((offer.member,))),
        categories=(offer.kind, *(tag.name for tag in offer.tags)),
    )


register = registering(Offers)
