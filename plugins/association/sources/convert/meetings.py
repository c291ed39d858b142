"""Meetings of a commission: their first date, their length, their rhythm and its exceptions."""

from datetime import datetime, time, timedelta

from ...domain.meeting import Meeting
from ...domain.slugs import Slug
from ...problems import sentence
from ..desk import Desk
from ..moments import check_clock, without_offset
from ..shapes.commissions import MeetingShape
from ..spots import Spot
from .exceptions import with_exceptions
from .first_dates import check_first_date
from .places import Venues
from .repeats import rule
from .spans import DAY, whole_days

ONLY_ONE = "reunion"
HOUR = timedelta(hours=1)


def meetings(
    commission: Slug, shapes: tuple[MeetingShape, ...], spot: Spot, venues: Venues, desk: Desk
) -> tuple[Meeting, ...]:
    """Public ones; those of members only are checked all the same."""
    check_ids(shapes, spot, desk)
    found = []
    for index, shape in enumerate(shapes):
        with desk.noting():
            converted = meeting(shape, spot / index, venues, desk)
            if shape.visibility == "public":
                found.append(converted)
            else:
                desk.reserved.setdefault(commission, []).append(converted)
    return tuple(found)


def check_ids(shapes: tuple[MeetingShape, ...], spot: Spot, desk: Desk) -> None:
    for index, shape in enumerate(shapes):
        if shape.id is None and len(shapes) > 1:
            desk.error(
                (spot / index).place,
                "missing-field",
                sentence('meeting "{name}" has no "{key}"', name=shape.title, key="id"),
                sentence("several meetings of a commission need one each: it is their name in calendars"),
            )


def meeting(shape: MeetingShape, spot: Spot, venues: Venues, desk: Desk) -> Meeting:
    zone = shape.timezone or desk.site.zone
    start = local_start(shape, spot / "start", desk)
    all_day = not isinstance(shape.start, datetime)
    length = shape.duration or (DAY if all_day else HOUR)
    regular = Meeting(
        id=shape.id or ONLY_ONE,
        title=shape.title,
        start=start,
        zone=zone,
        duration=whole_days(length, spot / "duration") if all_day else length,
        rule=rule(shape.repeat, start, zone, spot / "repeat") if shape.repeat else None,
        venue=venues.meant(shape.venue, spot / "venue", desk),
        online=shape.online,
        is_all_day=all_day,
    )
    check_first_date(regular, shape, spot)
    return with_exceptions(regular, shape, spot, venues, desk)


def local_start(shape: MeetingShape, spot: Spot, desk: Desk) -> datetime:
    """The first date, in local time; midnight when it has no time."""
    zone = shape.timezone or desk.site.zone
    start = without_offset(shape.start, zone, spot.place)
    if not isinstance(start, datetime):
        return datetime.combine(start, time())
    check_clock(start, zone, spot.place, desk)
    return start
