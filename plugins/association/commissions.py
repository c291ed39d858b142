"""The commissions: their list, one page each, one calendar each, and the minutes of their meetings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .domain.agenda import meeting_entry
from .domain.commissions import Commission, Minutes, of_commission
from .exports.calendar import commission_calendar
from .exports.json_ld_events import Teller, meetings_data, next_meetings
from .host.addresses import SiteAddresses, calendar_file
from .host.outputs import Crumb, File, LinkedData, Output, Page, page, section_crumb
from .host.plugin import Section, registering
from .host.run import Run
from .views.commissions import commission_rows, heads, next_date, rhythms, usual_rhythm
from .views.dates import DateRow, rows_for, subscription
from .views.localizer import Localizer, illustration, introduction, localizer_of
from .views.members import Cards, LabelledLink
from .views.news import news_rows_for

OTHERS = 4


class Commissions(Section):
    kind = "COMMISSIONS"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.association.commissions)

    def planned(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        yield index(run, localizer)
        for commission in run.edition.association.commissions:
            yield commission_page(commission, run, localizer)
            yield from minutes_pages(commission, run, localizer)
            yield calendar(commission, run, localizer)


def index(run: Run, localizer: Localizer) -> Page:
    intro = introduction("COMMISSIONS", run.edition.association, localizer)
    return page(
        localizer.urls,
        "COMMISSIONS",
        "commissions",
        description=intro.lead if intro else "",
        menu="COMMISSIONS",
        view={"introduction": intro, "commissions": commission_rows(run.edition, localizer)},
    )


def commission_page(commission: Commission, run: Run, localizer: Localizer) -> Page:
    edition, name = run.edition, localizer.say(commission.name)
    association = edition.association
    dates, own = rows_for(edition, localizer), edition.agenda.of_commission(commission.id)
    return page(
        localizer.urls,
        "COMMISSION",
        "commission",
        {"id": commission.id},
        title=name,
        description=localizer.say(commission.mission),
        menu="COMMISSIONS",
        crumbs=(section_crumb(localizer.urls, "COMMISSIONS"), Crumb(name, None)),
        linked_data=linked_data(commission, run),
        view={
            "name": name,
            "kind": localizer.say(commission.kind),
            "mission": localizer.say(commission.mission),
            "description": localizer.prose(commission.description, "commissions.yaml", level=3),
            "heads": heads(commission, edition.today, localizer),
            "awaits_head": commission.awaits_head,
            "next_date": next_date(commission, edition, localizer),
            "rhythms": rhythms(commission, own.upcoming(edition.today), localizer),
            "usual_rhythm": usual_rhythm(commission, localizer),
            "upcoming": dates.of(own.upcoming(edition.today)),
            "past": dates.of(own.past(edition.today)),
            "minutes": minutes_rows(of_commission(association.minutes, commission.id), localizer),
            "expects_minutes": commission.expects_minutes,
            "members": Cards(localizer).of(commission.members),
            "partners": tuple(LabelledLink(localizer.say(p.name), p.website) for p in commission.partners),
            "news": news_rows_for(association, localizer).of(
                article for article in association.articles if commission.id in article.commissions
            ),
            "email": commission.email or "",
            "website": commission.url or "",
            "charter": (commission.charter or "").removeprefix("/"),
            "calendar": subscription(run, "COMMISSION_CALENDAR", {"id": commission.id}, name),
            "feed": localizer.urls.url("COMMISSION_FEED", id=commission.id),
        },
    )


def linked_data(commission: Commission, run: Run) -> LinkedData | None:
    edition = run.edition
    upcoming = edition.agenda.of_commission(commission.id).upcoming(edition.today)
    meetings = next_meetings(commission, upcoming)
    if not meetings:
        return None
    return lambda addresses: meetings_data(
        commission, meetings, Teller(edition.association, addresses, edition.language, edition.today)
    )


def calendar(commission: Commission, run: Run, localizer: Localizer) -> File:
    edition, parts = run.edition, {"id": commission.id}
    return calendar_file(
        run,
        localizer.say(commission.name),
        localizer.urls.url("COMMISSION", **parts),
        "COMMISSION_CALENDAR",
        parts,
        lambda feed: commission_calendar(
            feed, edition.association, commission, SiteAddresses(run), edition.today
        ),
    )


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """title: '' when they are named by their day."""

    title: str
    url: str | None
    day: date
    summary: str


def minutes_rows(minutes: Iterable[Minutes], localizer: Localizer) -> tuple[MinutesRow, ...]:
    return tuple(minutes_row(one, localizer) for one in minutes)


def minutes_row(minutes: Minutes, localizer: Localizer) -> MinutesRow:
    return MinutesRow(
        title=localizer.say(minutes.title),
        url=address(minutes, localizer),
        day=minutes.day,
        summary=localizer.say(minutes.summary),
    )


def address(minutes: Minutes, localizer: Localizer) -> str | None:
    return localizer.urls.url("MINUTES", commission=minutes.commission, date=minutes.day)


def minutes_pages(commission: Commission, run: Run, localizer: Localizer) -> Iterator[Page]:
    every = of_commission(run.edition.association.minutes, commission.id)
    for place, minutes in enumerate(every):
        yield minutes_page(minutes, commission, nearest(place, every), run, localizer)


def minutes_page(
    minutes: Minutes, commission: Commission, others: Iterable[Minutes], run: Run, localizer: Localizer
) -> Page:
    row, body = minutes_row(minutes, localizer), localizer.body(minutes.body, minutes.source)
    name, home = localizer.say(commission.name), localizer.urls.url("COMMISSION", id=commission.id)
    picture = illustration(minutes.picture, localizer)
    return page(
        localizer.urls,
        "MINUTES",
        "minutes",
        {"commission": commission.id, "date": minutes.day},
        title=row.title or f"{name}, {minutes.day}",
        description=row.summary or (body.excerpt(160) if body else ""),
        menu="COMMISSIONS",
        crumbs=(section_crumb(localizer.urls, "COMMISSIONS"), Crumb(name, home)),
        picture=picture.image.url if picture else None,
        view={
            "minutes": row,
            "commission": LabelledLink(name, home),
            "meetings": meetings_of(minutes, commission, run, localizer),
            "tags": tuple(localizer.say(tag.name) for tag in minutes.tags),
            "body": body,
            "language": minutes.language,
            "picture": picture,
            "others": minutes_rows(others, localizer),
        },
    )


def meetings_of(
    minutes: Minutes, commission: Commission, run: Run, localizer: Localizer
) -> tuple[DateRow, ...]:
    """What took place that day, however long ago; nothing when it was for members only."""
    rows = rows_for(run.edition, localizer)
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


register = registering(Commissions)
