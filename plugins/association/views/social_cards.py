"""What the cards of pages say, which networks show beside a link: a title, a day, a place."""

from datetime import date, datetime

from ..domain.articles import Article, Picture
from ..domain.commissions import Commission
from ..domain.events import Event, Status
from ..domain.members import Member
from ..domain.offers import Offer
from ..host.outputs import SocialCard
from ..render.typography import day_in_words, days_in_words, moment_in_words
from .localizer import Localizer
from .news import NewsRows
from .offers import OfferRows

DOT = " · "


def card(
    localizer: Localizer,
    title: str,
    when: str = "",
    *where: str,
    is_off: bool = False,
    picture: Picture | None = None,
) -> SocialCard | None:
    """None where a photograph is shown instead, and without an address at which networks can fetch it."""
    image = localizer.image(picture.path) if picture else None
    if not localizer.urls.siteurl or (image and image.can_be_shared):
        return None
    return SocialCard(str(title), str(when), DOT.join(map(str, filter(None, where))), is_off)


def article_card(article: Article, rows: NewsRows) -> SocialCard | None:
    localizer = rows.localizer
    when = day_in_words(article.date, localizer.language)
    return card(localizer, localizer.say(article.title), when, rows.about(article), picture=article.picture)


def event_card(event: Event, localizer: Localizer) -> SocialCard | None:
    """Where it is said, if all its dates are there."""
    where = {one.venue for one in event.dates}
    venue = where.pop() if len(where) == 1 else None
    places = (
        (localizer.say(venue.name), localizer.say(venue.town.name) if venue.town else "") if venue else ()
    )
    is_off = all(one.status is Status.CANCELLED for one in event.dates)
    return card(
        localizer,
        localizer.say(event.title),
        days_of(event, localizer),
        *places,
        is_off=is_off,
        picture=event.picture,
    )


def days_of(event: Event, localizer: Localizer) -> str:
    """Of a series, its first and its last; of one date, its hour too."""
    only, *others = event.dates
    last = max(day_of(one.end if one.is_all_day else one.start) for one in event.dates)
    if others or (only.is_all_day and only.start != last):
        return days_in_words(day_of(only.start), last, localizer.language)
    return moment_in_words(only.start, localizer.language)


def day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def social_card_of(member: Member, localizer: Localizer) -> SocialCard | None:
    kind = localizer.say(member.type.name) if member.type else ""
    town = localizer.say(member.town.name) if member.town else ""
    return card(localizer, localizer.say(member.name), "", kind, town)


def commission_card(commission: Commission, localizer: Localizer) -> SocialCard | None:
    kind = localizer.say(commission.kind)
    return card(localizer, localizer.say(commission.name), "", kind[:1].upper() + kind[1:])


def offer_card(offer: Offer, rows: OfferRows) -> SocialCard | None:
    row, localizer = rows.row(offer), rows.localizer
    when = day_in_words(offer.date, localizer.language) if offer.date else ""
    return card(
        localizer, row.title, when, row.member.label if row.member else "", row.town, picture=offer.picture
    )
