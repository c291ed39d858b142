"""What only members read: an association like the public one, with their texts and meetings in its place.

No page of the public is made from it, and none of its own is written in clear.
"""

from collections.abc import Iterable
from dataclasses import replace

from ...domain.articles import Article, StaticPage
from ...domain.association import Association
from ...domain.commissions import Commission, Minutes
from ...domain.commissions import latest_first as latest_minutes_first
from ...domain.events import Event
from ...domain.offers import Offer, latest_first
from ..context import LoadContext
from .events import in_order_of_dates
from .texts import in_order_of_menu, latest_articles_first


def for_members(public: Association, context: LoadContext) -> Association:
    found = context.for_members
    return replace(
        public,
        articles=latest_articles_first(one for one in found if isinstance(one, Article)),
        events=in_order_of_dates((one for one in found if isinstance(one, Event)), context),
        offers=latest_first(one for one in found if isinstance(one, Offer)),
        minutes=latest_minutes_first(one for one in found if isinstance(one, Minutes)),
        pages=in_order_of_menu(one for one in found if isinstance(one, StaticPage)),
        commissions=tuple(with_own_meetings(public.commissions, context)),
        calendars=(),
    )


def has_content(reserved: Association) -> bool:
    texts = reserved.articles or reserved.events or reserved.offers or reserved.minutes or reserved.pages
    return bool(texts) or any(one.meetings for one in reserved.commissions)


def with_own_meetings(commissions: Iterable[Commission], context: LoadContext) -> Iterable[Commission]:
    """Each with those of its meetings that the public hears nothing of."""
    for one in commissions:
        own = context.gathered.reserved.get(one.id, ())
        yield replace(one, meetings=tuple(own)) if own or one.meetings else one
