"""Meetings of a commission: their first date, their length, their rhythm and its exceptions.

The first date has to follow the rhythm, and every exception names a date that exists.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from operator import attrgetter

from ...domain.agenda import day_of
from ...domain.meetings import Meeting, Move, Remark, Rule
from ...domain.phrases import PHRASES, meeting_of
from ...domain.text import Text
from ...problems import Place, Sentence, sentence
from ..context import LoadContext, mistake
from ..fields.recurrence import ENGLISH
from ..schema.commissions import CommissionShape, MeetingShape
from .recurrence import DAY, Moment, check_clock, moment_words, rule, whole_days, without_offset
from .registers import Venues

ONLY_ONE = "reunion"
HOUR = timedelta(hours=1)

YEARS = 4
FOUR_YEARS = timedelta(days=365 * YEARS + 1)
YEAR = timedelta(days=366)


def meetings(commission: CommissionShape, venues: Venues, context: LoadContext) -> tuple[Meeting, ...]:
    """Public ones; those of members only are checked all the same."""
    check_ids(commission, context)
    note_places(commission, context)
    found = []
    for shape in commission.meetings:
        with context.collecting():
            converted = meeting(shape, title_of(shape, commission, context), venues, context)
            if shape.visibility == "public":
                found.append(converted)
            else:
                context.notes.reserved.setdefault(commission.id, []).append(converted)
    return tuple(found)


def note_places(commission: CommissionShape, context: LoadContext) -> None:
    context.notes.places["meetings", commission.id] = partial(commission.key_place, "meetings")
    for shape in commission.meetings:
        context.notes.places["meeting", commission.id, shape.id or ONLY_ONE] = shape.place


def check_ids(commission: CommissionShape, context: LoadContext) -> None:
    for shape in commission.meetings:
        if shape.id is None and len(commission.meetings) > 1:
            context.error(
                shape.place(),
                "missing-field",
                sentence(
                    'meeting "{name}" has no "{key}"', name=title_of(shape, commission, context), key="id"
                ),
                sentence("several meetings of a commission need one each: it is their name in calendars"),
            )


def title_of(shape: MeetingShape, commission: CommissionShape, context: LoadContext) -> Text:
    """Its own, or what the commission is called, in the language of the site and in the others."""
    if shape.title:
        return shape.title
    languages = dict.fromkeys((context.site.language, *PHRASES))
    return Text(
        tuple((language, meeting_of(commission.name.to(language), language)) for language in languages)
    )


def meeting(shape: MeetingShape, title: Text, venues: Venues, context: LoadContext) -> Meeting:
    zone = shape.timezone or context.site.zone
    start = local_start(shape, context)
    all_day = not isinstance(shape.start, datetime)
    length = shape.duration or (DAY if all_day else HOUR)
    regular = Meeting(
        id=shape.id or ONLY_ONE,
        title=title,
        start=start,
        zone=zone,
        duration=whole_days(length, shape.place("duration")) if all_day else length,
        rule=rule(shape.repeat, start, zone) if shape.repeat else None,
        venue=venues.meant(shape.venue, shape.place("venue"), context),
        online=shape.online,
        is_all_day=all_day,
    )
    check_first_date(regular, shape)
    return with_exceptions(regular, shape, venues, context)


def local_start(shape: MeetingShape, context: LoadContext) -> datetime:
    """The first date, in local time; midnight when it has no time."""
    zone = shape.timezone or context.site.zone
    start = without_offset(shape.start, zone, shape.place("start"))
    if not isinstance(start, datetime):
        return datetime.combine(start, time())
    check_clock(start, zone, shape.place("start"), context)
    return start


def check_first_date(regular: Meeting, shape: MeetingShape) -> None:
    day = regular.start.date()
    if regular.rule is None or regular.start in slots_until(regular.rule, regular.start, day):
        return
    raise mistake(
        shape.place("start"),
        "not-an-occurrence",
        what_it_is_not(shape),
        nearest(possible_first_days(regular.rule, regular.start), day),
    )


def what_it_is_not(shape: MeetingShape) -> Sentence:
    start, on = moment_words(shape.start), shape.repeat.on if shape.repeat else None
    if on and on.days[0].weekday and on.language != ENGLISH:
        return sentence('{start} is not a "{weekday}"', start=start, weekday=on.words)
    if on and on.days[0].weekday:
        return sentence("{start} is not a {weekday}", start=start, weekday=on.words)
    if on and len(on.days) == 1 and (on.days[0].month_day or 0) > 0:
        return sentence("{start} is not day {number} of its month", start=start, number=on.days[0].month_day)
    return sentence('{start} is not a date of its own "repeat"', start=start)


def possible_first_days(rule: Rule, start: datetime) -> list[date]:
    """Days around `start` that the rule could begin with, whatever its interval."""
    endless = replace(rule, interval=1, until=None, count=None)
    slots = slots_until(endless, well_before(start, rule.frequency), (start + FOUR_YEARS).date())
    return sorted({slot.date() for slot in slots})


def well_before(start: datetime, frequency: str) -> datetime:
    """Years before `start`, with everything the same that a rule may take from its first date."""
    if frequency in ("DAILY", "WEEKLY"):
        return start - timedelta(weeks=52 * YEARS)
    try:
        return start.replace(year=start.year - YEARS)
    except ValueError:  # 29 February, four years from 1900 or 2100
        return start.replace(year=start.year - 2 * YEARS)


@dataclass(frozen=True, slots=True)
class Named:
    """A day that an exception names: in which list, and where."""

    day: date
    list_name: str
    place: Place


def with_exceptions(regular: Meeting, shape: MeetingShape, venues: Venues, context: LoadContext) -> Meeting:
    slots = slots_until(regular.rule, regular.start, last_named(regular, shape))
    extra = tuple(extra_dates(regular, slots, shape, context))
    check_days(tuple(named_days(shape)), (*slots, *extra), context)
    check_subjects(shape, (*slots, *extra), context)
    hours = {slot.date(): slot for slot in (*extra, *slots)}
    return replace(
        regular,
        except_on=tuple(sorted(set(shape.except_on))),
        cancelled_on=tuple(sorted({one.day for one in shape.cancelled_on})),
        moved=tuple(moves(regular, hours, shape, venues, context)),
        also_on=tuple(sorted(extra)),
        subjects=tuple(Remark(day, shape.subjects[day]) for day in sorted(shape.subjects)),
        reasons=tuple(sorted((one for one in shape.cancelled_on if one.words), key=attrgetter("day"))),
    )


def last_named(regular: Meeting, shape: MeetingShape) -> date:
    """The last day that an exception may be about, and a year more: the nearest date may come after it."""
    moved = (move.from_ for move in shape.moved)
    cancelled = (one.day for one in shape.cancelled_on)
    extra = map(day_of, shape.also_on)
    named = (*shape.except_on, *cancelled, *shape.subjects, *moved, *extra)
    return max((regular.start.date(), *named)) + YEAR


def extra_dates(
    regular: Meeting, slots: tuple[datetime, ...], shape: MeetingShape, context: LoadContext
) -> Iterator[datetime]:
    taken = set(slots)
    for index, written in enumerate(shape.also_on):
        with context.collecting():
            extra = on_the_clock(written, regular.start, regular, shape.place("also_on", index), context)
            if extra in taken:
                raise mistake(
                    shape.place("also_on", index),
                    "conflicting-dates",
                    sentence("there is already a meeting on {day}", day=moment_words(written)),
                    sentence('take this date out of "also_on"'),
                )
            taken.add(extra)
            yield extra


def on_the_clock(
    written: Moment, usual: datetime, regular: Meeting, place: Place, context: LoadContext
) -> datetime:
    """A local moment of this meeting; a date without time keeps the hour of `usual`."""
    moment = without_offset(written, regular.zone, place)
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, usual.time())
    elif regular.is_all_day:
        raise mistake(
            place,
            "time-mismatch",
            sentence('{moment} has a time, but "start" has none', moment=moment_words(moment)),
            sentence('write the date alone, or give "start" a time'),
        )
    if not regular.is_all_day:
        check_clock(moment, regular.zone, place, context)
    return moment


def moves(
    regular: Meeting,
    hours: dict[date, datetime],
    shape: MeetingShape,
    venues: Venues,
    context: LoadContext,
) -> Iterator[Move]:
    for move in shape.moved:
        with context.collecting():
            usual = hours.get(move.from_, regular.start)
            to = on_the_clock(move.to, usual, regular, move.place("to"), context)
            venue = venues.meant(move.venue, move.place("venue"), context)
            yield Move(move.from_, to, venue, move.reason)


def named_days(shape: MeetingShape) -> Iterator[Named]:
    for index, day in enumerate(shape.except_on):
        yield Named(day, "except_on", shape.place("except_on", index))
    for index, cancelled in enumerate(shape.cancelled_on):
        yield Named(cancelled.day, "cancelled_on", shape.place("cancelled_on", index))
    for move in shape.moved:
        yield Named(move.from_, "moved", move.place("from"))


def check_days(named: tuple[Named, ...], slots: tuple[datetime, ...], context: LoadContext) -> None:
    """Each day is a date of the meeting, and is named once."""
    days = sorted({slot.date() for slot in slots})
    existing = frozenset(days)
    first: dict[date, Named] = {}
    for one in named:
        other = first.setdefault(one.day, one)
        if one.day not in existing:
            tell_stray(one.day, one.place, days, context)
        elif other is not one:
            tell_conflict(one, other, context)


def check_subjects(shape: MeetingShape, slots: tuple[datetime, ...], context: LoadContext) -> None:
    """Each is that of a date, by the day for which it was planned: one that is moved keeps its own."""
    days = sorted({slot.date() for slot in slots})
    planned = {day_of(move.to): move.from_ for move in shape.moved}
    for day in shape.subjects:
        place = shape.key_place("subjects", str(day))
        if day in shape.except_on:
            tell_conflict(Named(day, "subjects", place), Named(day, "except_on", place), context)
        elif day not in days and day in planned:
            told = sentence("the meeting of {day} was moved there", day=planned[day])
            hint = sentence("write {day}: a subject follows its date", day=planned[day])
            context.error(place, "not-an-occurrence", told, hint)
        elif day not in days:
            tell_stray(day, place, days, context)


def tell_stray(day: date, place: Place, days: Sequence[date], context: LoadContext) -> None:
    context.error(place, "not-an-occurrence", sentence("no meeting on {day}", day=day), nearest(days, day))


def tell_conflict(one: Named, other: Named, context: LoadContext) -> None:
    if one.list_name == other.list_name:
        told = sentence('{day} is twice in "{list}"', day=one.day, list=one.list_name)
        hint = sentence("take one of them out")
    else:
        names = {"one": other.list_name, "other": one.list_name}
        told = sentence('{day} is in "{one}" and in "{other}"', day=one.day, **names)
        hint = sentence("keep the one that is right")
    context.error(one.place, "conflicting-dates", told, hint)


def slots_until(rule: Rule | None, first: datetime, last: date) -> tuple[datetime, ...]:
    """Local starts up to `last`; fields know no day after 2199, so this ends."""
    return rule.starts_until(first, last) if rule else (first,)


def nearest(days: Sequence[date], day: date) -> Sentence | None:
    """The last of `days` (in order of time) before `day` and the first after it."""
    position = bisect_left(days, day)
    around = (*days[max(0, position - 1) : position], *days[position : position + 1])
    match around:
        case (before, after):
            return sentence("the nearest are {before} and {after}", before=before, after=after)
        case (only,):
            return sentence("the nearest is {day}", day=only)
    return None
