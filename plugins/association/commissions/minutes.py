"""The minutes of a commission: as its page lists them, and each on a page of its own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ..domain.agenda import meeting_entry
from ..domain.commission import Commission
from ..domain.minutes import Minutes, of_commission
from ..host.outputs import Crumb, Page, page, section_crumb
from ..host.run import Run
from ..views.contact import LabelledLink
from ..views.dates import DateRow, rows_for
from ..views.illustration import illustration
from ..views.voice import Voice

OTHERS = 4


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """title: '' when they are named by their day."""

    title: str
    url: str | None
    day: date
    summary: str


def minutes_rows(minutes: Iterable[Minutes], voice: Voice) -> tuple[MinutesRow, ...]:
    return tuple(minutes_row(one, voice) for one in minutes)


def minutes_row(minutes: Minutes, voice: Voice) -> MinutesRow:
    return MinutesRow(
        title=voice.say(minutes.title),
        url=address(minutes, voice),
        day=minutes.day,
        summary=voice.say(minutes.summary),
    )


def address(minutes: Minutes, voice: Voice) -> str | None:
    return voice.urls.url("MINUTES", commission=minutes.commission, date=minutes.day)


def minutes_pages(commission: Commission, run: Run, voice: Voice) -> Iterator[Page]:
    every = of_commission(run.edition.association.minutes, commission.id)
    for place, minutes in enumerate(every):
        yield minutes_page(minutes, commission, nearest(place, every), run, voice)


def minutes_page(
    minutes: Minutes, commission: Commission, others: Iterable[Minutes], run: Run, voice: Voice
) -> Page:
    row, body = minutes_row(minutes, voice), voice.body(minutes.body, minutes.source)
    name, home = voice.say(commission.name), voice.urls.url("COMMISSION", id=commission.id)
    picture = illustration(minutes.picture, voice)
    return page(
        voice.urls,
        "MINUTES",
        "minutes",
        {"commission": commission.id, "date": minutes.day},
        title=row.title or f"{name}, {minutes.day}",
        description=row.summary or (body.excerpt(160) if body else ""),
        menu="COMMISSIONS",
        crumbs=(section_crumb(voice.urls, "COMMISSIONS"), Crumb(name, home)),
        picture=picture.image.url if picture else None,
        view={
            "minutes": row,
            "commission": LabelledLink(name, home),
            "meetings": meetings_of(minutes, commission, run, voice),
            "tags": tuple(voice.say(tag.name) for tag in minutes.tags),
            "body": body,
            "language": minutes.language,
            "picture": picture,
            "others": minutes_rows(others, voice),
        },
    )


def meetings_of(minutes: Minutes, commission: Commission, run: Run, voice: Voice) -> tuple[DateRow, ...]:
    """What took place that day, however long ago; nothing when it was for members only."""
    rows = rows_for(run.edition, voice)
    return rows.of(
        meeting_entry(commission, meeting, occurrence)
        for meeting in commission.meetings
        for occurrence in meeting.occurrences(minutes.day, minutes.day)
        if not occurrence.is_cancelled
    )


def nearest(place: int, every: tuple[Minutes, ...]) -> tuple[Minutes, ...]:
    """Those just before in time; of the first, those that came after."""
    older = every[place + 1 : place + 1 + OTHERS]
    return older or every[max(0, place - OTHERS) : place]
