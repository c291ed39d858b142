"""commissions.yaml: venues, commissions and their meetings (DESIGN section 3)."""

from typing import Literal

from pydantic import Field

from ..fields import (
    Count,
    Day,
    Duration,
    Email,
    Every,
    Id,
    Latitude,
    Line,
    Link,
    Longitude,
    MarkdownField,
    Moment,
    Name,
    On,
    Reference,
    RuleText,
    TextField,
    WebUrl,
    Word,
    ZoneName,
)
from .base import Shape


class VenueShape(Shape):
    id: Id
    name: Name
    address: Line | None = None
    town: Reference | None = None
    lat: Latitude | None = None
    lon: Longitude | None = None
    lent_by: Name | None = None


class ChairShape(Shape):
    member: Reference
    person: Line | None = None
    role: Name | None = None
    since: Day | None = None
    until: Day | None = None


class ContactShape(Shape):
    email: Email | None = None
    url: WebUrl | None = None


class RepeatShape(Shape):
    """Either words (`every`, `on`) or an RFC 5545 `rrule`."""

    every: Every | None = None
    on: On | None = None
    rrule: RuleText | None = None
    until: Day | None = None
    count: Count | None = None


class MoveShape(Shape):
    """Written `{from: 2027-05-04, to: 2027-05-11 18:30, venue: …}`; a `to` without time keeps the hour."""

    from_: Day = Field(alias="from")
    to: Moment
    venue: Line | None = None


class MeetingShape(Shape):
    id: Id | None = None
    title: Name
    start: Moment
    duration: Duration | None = None
    repeat: RepeatShape | None = None
    timezone: ZoneName | None = None
    except_on: tuple[Day, ...] = ()
    cancelled_on: tuple[Day, ...] = ()
    moved: tuple[MoveShape, ...] = ()
    also_on: tuple[Moment, ...] = ()
    venue: Name | None = None
    online: WebUrl | None = None
    visibility: Literal["public", "members"] = "public"


class CommissionShape(Shape):
    id: Id
    name: Name
    kind: Word | None = None
    mission: TextField | None = None
    description: MarkdownField | None = None
    chairs: tuple[ChairShape, ...] = ()
    members: tuple[Reference, ...] = ()
    partners: tuple[Reference, ...] = ()
    contact: ContactShape | None = None
    charter: Link | None = None
    meetings: tuple[MeetingShape, ...] = ()
    minutes: Literal["expected"] | None = None


class CommissionsFile(Shape):
    venues: tuple[VenueShape, ...] | None = None
    commissions: tuple[CommissionShape, ...] = ()
