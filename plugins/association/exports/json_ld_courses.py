"""JSON-LD of courses, https://schema.org/Course: what search engines tell of what one can learn.

Google wants a name, a description, who gives it, whether it costs something, and of each time how it is given
and how long (https://developers.google.com/search/docs/appearance/structured-data/course-info). What of that
the page does not say is left out, for it would be a guess.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..domain.agenda import Entry
from ..domain.courses import dates_of, length_of
from ..domain.events import Event
from ..domain.members import Member
from .common import CONTEXT, Json, Record, iso, known, words
from .json_ld import items_data
from .json_ld_events import (
    Teller,
    description_of,
    distinct,
    has_place,
    image_of,
    mode,
    organizers,
    place,
    price_of,
)

MODES = {"Offline": "Onsite", "Mixed": "Blended", "Online": "Online"}
"""How a course is given, by the way in which one takes part in an event."""

Given = tuple[Event, tuple[Member, ...]]
"""A course, and the members who give it."""


def course_data(event: Event, teller: Teller) -> Record:
    """The page of a course."""
    return {"@context": CONTEXT, **_course(event, teller)}


def courses_data(given: Iterable[Given], teller: Teller) -> Record:
    """The list of courses, in the order of the page."""
    return items_data([_course(event, replace(teller, organisers=who)) for event, who in given])


def _course(event: Event, teller: Teller) -> Record:
    page, title = teller.addresses.event(event.slug), event.title.to(teller.language)
    return known(
        {
            "@type": "Course",
            "@id": f"{page}#formation" if page else None,
            "name": title,
            "url": page,
            "description": description_of(event, teller.language) or title,
            "image": image_of(event, teller.addresses),
            "provider": organizers(teller),
            "educationalLevel": words(event.level, teller.language),
            "inLanguage": event.language or teller.language,
            "offers": _offer(event, teller),
            "hasCourseInstance": _instance(event, teller),
        }
    )


def _offer(event: Event, teller: Teller) -> Record | None:
    """« Gratuit » or a plain amount; a price with a condition is for people to read."""
    price = price_of(words(event.price, teller.language) or "")
    if not price:
        return None
    return {"@type": "Offer", "category": "Free" if price["price"] == "0" else "Paid", **price}


def _instance(event: Event, teller: Teller) -> Record | None:
    """All dates as one course that is followed; nothing where nobody knows where or how."""
    dates = tuple(entry for entry in dates_of(event) if has_place(entry))
    if not dates:
        return None
    page = teller.addresses.event(event.slug)
    return {
        "@type": "CourseInstance",
        "courseMode": MODES[_mode(dates)],
        "courseWorkload": length_of(event).iso,
        "startDate": iso(dates[0].start),
        "endDate": iso(max((entry.end for entry in dates), key=str)),
        "location": distinct(_place(entry, page, teller) for entry in dates),
    }


def _mode(dates: Sequence[Entry]) -> str:
    modes = {mode(entry).removesuffix("EventAttendanceMode") for entry in dates}
    return modes.pop() if len(modes) == 1 else "Mixed"


def _place(entry: Entry, page: str, teller: Teller) -> Json:
    return place(entry, page, teller.language, teller.today)
