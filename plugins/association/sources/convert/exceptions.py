"""Exceptions to the rhythm of a meeting: every one of them names a date that exists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ...domain.meeting import Meeting, Move
from ...problems import sentence
from ..desk import Desk, wrong
from ..moments import Moment, check_clock, said, without_offset
from ..shapes.commissions import MeetingShape
from ..spots import Spot
from .places import Venues
from .slots import nearest, slots_until

YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Named:
    """A day that an exception names: in which list, and where."""

    day: date
    list_name: str
    spot: Spot


def with_exceptions(regular: Meeting, shape: MeetingShape, spot: Spot, venues: Venues, desk: Desk) -> Meeting:
    slots = slots_until(regular.rule, regular.start, last_named(regular, shape))
    extra = tuple(extra_dates(regular, slots, shape, spot / "also_on", desk))
    check_days(tuple(named_days(shape, spot)), (*slots, *extra), desk)
    hours = {slot.date(): slot for slot in (*extra, *slots)}
    return replace(
        regular,
        except_on=tuple(sorted(set(shape.except_on))),
        cancelled_on=tuple(sorted(set(shape.cancelled_on))),
        moved=tuple(moves(regular, hours, shape, spot / "moved", venues, desk)),
        also_on=tuple(sorted(extra)),
    )


def last_named(regular: Meeting, shape: MeetingShape) -> date:
    """The last day that an exception may be about, and a year more: the nearest date may come after it."""
    moved = (move.from_ for move in shape.moved)
    extra = (moment.date() if isinstance(moment, datetime) else moment for moment in shape.also_on)
    return max((regular.start.date(), *shape.except_on, *shape.cancelled_on, *moved, *extra)) + YEAR


def extra_dates(
    regular: Meeting, slots: tuple[datetime, ...], shape: MeetingShape, spot: Spot, desk: Desk
) -> Iterator[datetime]:
    taken = set(slots)
    for index, written in enumerate(shape.also_on):
        with desk.noting():
            extra = on_the_clock(written, regular.start, regular, spot / index, desk)
            if extra in taken:
                raise wrong(
                    (spot / index).place,
                    "conflicting-dates",
                    sentence("there is already a meeting on {day}", day=said(written)),
                    sentence('take this date out of "also_on"'),
                )
            taken.add(extra)
            yield extra


def on_the_clock(written: Moment, usual: datetime, regular: Meeting, spot: Spot, desk: Desk) -> datetime:
    """A local moment of this meeting; a date without time keeps the hour of `usual`."""
    moment = without_offset(written, regular.zone, spot.place)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, usual.time())
    elif regular.is_all_day:
        raise wrong(
            spot.place,
            "time-mismatch",
            sentence('{moment} has a time, but "start" has none', moment=said(moment)),
            sentence('write the date alone, or give "start" a time'),
        )
    if not regular.is_all_day:
        check_clock(moment, regular.zone, spot.place, desk)
    return moment


def moves(
    regular: Meeting,
    hours: dict[date, datetime],
    shape: MeetingShape,
    spot: Spot,
    venues: Venues,
    desk: Desk,
) -> Iterator[Move]:
    for index, move in enumerate(shape.moved):
        with desk.noting():
            usual = hours.get(move.from_, regular.start)
            to = on_the_clock(move.to, usual, regular, spot / index / "to", desk)
            yield Move(move.from_, to, venues.meant(move.venue, spot / index / "venue", desk))


def named_days(shape: MeetingShape, spot: Spot) -> Iterator[Named]:
    for list_name in ("except_on", "cancelled_on"):
        for index, day in enumerate(getattr(shape, list_name)):
            yield Named(day, list_name, spot / list_name / index)
    for index, move in enumerate(shape.moved):
        yield Named(move.from_, "moved", spot / "moved" / index / "from")


def check_days(named: tuple[Named, ...], slots: tuple[datetime, ...], desk: Desk) -> None:
    """Each day is a date of the meeting, and is named once."""
    days = sorted({slot.date() for slot in slots})
    existing, first = frozenset(days), {}
    for one in named:
        other = first.setdefault(one.day, one)
        if one.day not in existing:
            told = sentence("no meeting on {day}", day=one.day)
            desk.error(one.spot.place, "not-an-occurrence", told, nearest(days, one.day))
        elif other is not one:
            tell_conflict(one, other, desk)


def tell_conflict(one: Named, other: Named, desk: Desk) -> None:
    if one.list_name == other.list_name:
        told = sentence('{day} is twice in "{list}"', day=one.day, list=one.list_name)
        hint = sentence("take one of them out")
    else:
        names = {"one": other.list_name, "other": one.list_name}
        told = sentence('{day} is in "{one}" and in "{other}"', day=one.day, **names)
        hint = sentence("keep the one that is right")
    desk.error(one.spot.place, "conflicting-dates", told, hint)
