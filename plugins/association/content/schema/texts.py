"""Front matter of content/: news, events, pages (DESIGN section 3).

Front matter of content/comptes-rendus: minutes (DESIGN section 3).

Front matter of content/annonces: offers (DESIGN section 3).
"""

from typing import Literal

from ..fields import (
    Apply,
    Day,
    Duration,
    Id,
    ImagePath,
    LanguageCode,
    Line,
    Moment,
    Name,
    Number,
    Reference,
    TextField,
    Topic,
    WebUrl,
    Word,
    YesNo,
    ZoneName,
)
from .base import Shape

StatusName = Literal["scheduled", "cancelled", "postponed", "moved-online"]


class CommonShape(Shape):
    title: Name | None = None
    summary: TextField | None = None
    slug: Id | None = None
    lang: LanguageCode | None = None
    tags: tuple[Topic, ...] = ()
    image: ImagePath | None = None
    image_alt: TextField | None = None
    status: Literal["published", "draft"] = "published"
    visibility: Literal["public", "members"] = "public"


class TitledShape(CommonShape):
    title: Name


class ArticleShape(TitledShape):
    date: Moment
    modified: Moment | None = None
    authors: tuple[Line, ...] = ()
    category: Line | None = None
    commissions: tuple[Reference, ...] = ()
    members: tuple[Reference, ...] = ()
    pinned: YesNo = False


class DateShape(Shape):
    """One date of a series; `id` keeps its calendar identity when the list is reordered."""

    id: Id | None = None
    title: Name | None = None
    start: Moment
    end: Moment | None = None
    duration: Duration | None = None
    venue: Name | None = None
    online: WebUrl | None = None
    registration: WebUrl | None = None
    status: StatusName = "scheduled"


class EventShape(TitledShape):
    """Either `start` and `end` or `duration`, or a list of `dates`."""

    start: Moment | None = None
    end: Moment | None = None
    duration: Duration | None = None
    dates: tuple[DateShape, ...] = ()
    kind: Word | None = None
    venue: Name | None = None
    online: WebUrl | None = None
    registration: WebUrl | None = None
    price: Name | None = None
    audience: Word | None = None
    commissions: tuple[Reference, ...] = ()
    organisers: tuple[Reference, ...] = ()
    event_status: StatusName = "scheduled"
    timezone: ZoneName | None = None


class PageShape(TitledShape):
    menu: Literal["main", "footer", "none"] = "footer"
    order: Number = 100


class MinutesShape(CommonShape):
    """Without `date`, the name of the file begins with it."""

    commission: Reference
    date: Day | None = None


KindName = Literal["internship", "apprenticeship", "job", "tender", "skill-exchange", "request"]


class OfferShape(TitledShape):
    kind: KindName
    member: Reference | None = None
    town: Reference | None = None
    skills: tuple[Reference, ...] = ()
    date: Day | None = None
    expires: Day
    offer_status: Literal["open", "filled", "withdrawn"] = "open"
    apply: Apply | None = None
