"""The courses: what of the agenda one can learn from, by the next date. Each has its page there."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from .domain.articles import StaticPage
from .domain.association import Association
from .domain.courses import Course, Length, courses, dates_of, length_of
from .domain.events import Event, without_body
from .domain.members import Member
from .exports.json_ld_courses import courses_data
from .exports.json_ld_events import Teller
from .host.outputs import LinkedData, Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .views.dates import DateRow, Rows
from .views.localizer import Localizer, introducing, introduction, localizer_of
from .views.members import LabelledLink

Given = tuple[tuple[Course, tuple[Member, ...]], ...]
"""The courses in the order of the page, each with the members who give it."""


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One course; next: its next date. The others as in domain.courses.Course.

    places: towns, or rooms of which no town is told. has_online: one can follow it from afar.
    """

    title: str
    url: str | None
    summary: str
    level: str
    length: Length
    price: str
    audience: str
    places: tuple[str, ...]
    has_online: bool
    organisers: tuple[LabelledLink, ...]
    next: DateRow | None
    has_begun: bool
    is_announced: bool
    is_cancelled: bool


class Courses(Section):
    kind = "COURSES"

    def has_content(self, run: Run) -> bool:
        association = run.edition.association
        return bool(introducing(self.kind, association)) or any(
            event.is_course for event in association.events
        )

    def planned(self, run: Run) -> Iterable[Output]:
        return run.kept(course_outputs, "events", "members", "pages") if self.has_content(run) else ()


def course_outputs(run: Run) -> Iterable[Output]:
    yield courses_page(run, localizer_of(run))


def courses_page(run: Run, localizer: Localizer) -> Page:
    edition, association = run.edition, run.edition.association
    told = tuple(map(brief, association.events))
    found = courses(told, edition.today, edition.zone, edition.language)
    given = tuple((one, association.members_named(one.event.organisers)) for one in found)
    rows = Rows(localizer, edition.today, edition.zone, {})
    intro = introducing("COURSES", association)
    shown = partial(courses_shown, given, intro, association.only(), rows, localizer)
    return page(localizer.urls, "COURSES", "courses", menu="COURSES", shown=shown)


def brief(event: Event) -> Event:
    """What a list tells of it: a text that has a summary is not told there."""
    return without_body(event) if event.summary else event


def courses_shown(
    given: Given, intro: StaticPage | None, association: Association, rows: Rows, localizer: Localizer
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        linked_data=linked_data(given, association, rows, localizer),
        view={
            "introduction": introduced,
            "dated": tuple(row(one, who, rows, localizer) for one, who in given if one.next),
            "others": tuple(row(one, who, rows, localizer) for one, who in given if not one.next),
        },
    )


def linked_data(
    given: Given, association: Association, rows: Rows, localizer: Localizer
) -> LinkedData | None:
    if not given:
        return None
    told = tuple((one.event, who) for one, who in given)
    return lambda addresses: courses_data(
        told, Teller(association.identity, addresses, localizer.language, rows.today)
    )


def row(course: Course, organisers: Iterable[Member], rows: Rows, localizer: Localizer) -> CourseRow:
    event, urls = course.event, localizer.urls
    return CourseRow(
        title=localizer.say(event.title),
        url=urls.url("EVENT", slug=event.slug),
        summary=localizer.say(event.summary),
        level=localizer.say(event.level),
        length=length_of(event),
        price=localizer.say(event.price),
        audience=localizer.say(event.audience),
        places=places(event, localizer),
        has_online=any(entry.online for entry in dates_of(event)),
        organisers=tuple(
            LabelledLink(localizer.say(one.name), urls.url("MEMBER", id=one.id)) for one in organisers
        ),
        next=rows.row(course.next) if course.next else None,
        has_begun=course.has_begun,
        is_announced=course.is_announced,
        is_cancelled=course.is_cancelled,
    )


def places(event: Event, localizer: Localizer) -> tuple[str, ...]:
    """Each once, in the order of the dates."""
    venues = (entry.venue for entry in dates_of(event))
    names = (venue.town.name if venue.town else venue.name for venue in venues if venue)
    return tuple(dict.fromkeys(map(localizer.say, names)))


register = registering(Courses)
