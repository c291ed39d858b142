"""The commissions: their list, one page each, one calendar each, and the minutes of their meetings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from .domain.agenda import Entry, meeting_entry
from .domain.articles import Article, StaticPage
from .domain.association import Association, Identity
from .domain.commissions import Commission, Minutes, of_commission, without_minutes_body, without_people
from .domain.text import Slug, Text
from .exports.calendar import commission_calendar
from .exports.json_ld_events import Teller, meetings_data, next_meetings
from .host.addresses import calendar_file, site_addresses
from .host.outputs import Crumb, File, LinkedData, Output, Page, Shown, page, section_crumb
from .host.plugin import Section, registering
from .host.run import Run
from .render.markdown import Prose
from .views.commissions import CommissionRow, commission_rows, heads, next_dates, rhythms, usual_rhythm
from .views.dates import DateRow, Subscription, rows_for, subscription
from .views.localizer import Localizer, illustration, introducing, introduction, localizer_of
from .views.members import Cards, LabelledLink
from .views.news import NewsRows, headlines, news_rows_for

OTHERS = 4


class Commissions(Section):
    kind = "COMMISSIONS"

    def has_content(self, run: Run) -> bool:
        return bool(run.edition.association.commissions)

    def planned(self, run: Run) -> Iterable[Output]:
        localizer = localizer_of(run)
        coming = next_dates(run.edition, localizer)
        yield index(run, localizer)
        for commission in run.edition.association.commissions:
            yield commission_page(commission, coming, run, localizer)
            yield from minutes_pages(commission, run, localizer)
            yield calendar(commission, run, localizer)


def index(run: Run, localizer: Localizer) -> Page:
    edition = run.edition
    intro = introducing("COMMISSIONS", edition.association)
    shown = partial(index_shown, commission_rows(edition, localizer), intro, localizer)
    return page(localizer.urls, "COMMISSIONS", "commissions", menu="COMMISSIONS", shown=shown)


def index_shown(
    commissions: tuple[CommissionRow, ...], intro: StaticPage | None, localizer: Localizer
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        view={"introduction": introduced, "commissions": commissions},
    )


def commission_page(
    commission: Commission, coming: Mapping[Slug, DateRow], run: Run, localizer: Localizer
) -> Page:
    parts, articles = {"id": commission.id}, run.edition.association.articles
    return page(
        localizer.urls,
        "COMMISSION",
        "commission",
        parts,
        menu="COMMISSIONS",
        shown=partial(
            commission_shown,
            commission,
            localizer.prose(commission.description, "commissions.yaml", level=3),
            dates_of(commission, coming, run, localizer),
            of_commission(tuple(map(without_minutes_body, run.edition.association.minutes)), commission.id),
            headlines(article for article in articles if commission.id in article.commissions),
            news_rows_for(run.edition.association, localizer),
            subscription(run, "COMMISSION_CALENDAR", parts, localizer.say(commission.name)),
            localizer,
        ),
    )


@dataclass(frozen=True, slots=True)
class Dates:
    """Of one commission, seen on one day; told: those for search engines, in the name of `teller`."""

    today: date
    upcoming: tuple[Entry, ...]
    next: DateRow | None
    coming: tuple[DateRow, ...]
    past: tuple[DateRow, ...]
    told: tuple[Entry, ...]
    teller: Identity


def dates_of(commission: Commission, coming: Mapping[Slug, DateRow], run: Run, localizer: Localizer) -> Dates:
    edition, rows = run.edition, rows_for(run.edition, localizer)
    own = edition.agenda.of_commission(commission.id)
    upcoming = own.upcoming(edition.today)
    return Dates(
        today=edition.today,
        upcoming=upcoming,
        next=coming.get(commission.id),
        coming=rows.of(upcoming),
        past=rows.of(own.past(edition.today)),
        told=next_meetings(commission, upcoming),
        teller=edition.association.identity,
    )


def commission_shown(
    commission: Commission,
    description: Prose | None,
    dates: Dates,
    minutes: tuple[Minutes, ...],
    articles: tuple[Article, ...],
    news: NewsRows,
    calendar: Subscription | None,
    localizer: Localizer,
) -> Shown:
    name = localizer.say(commission.name)
    return Shown(
        title=name,
        description=localizer.say(commission.mission),
        crumbs=(section_crumb(localizer.urls, "COMMISSIONS"), Crumb(name, None)),
        linked_data=linked_data(commission, dates, localizer),
        view={
            "name": name,
            "kind": localizer.say(commission.kind),
            "mission": localizer.say(commission.mission),
            "description": description,
            "heads": heads(commission, dates.today, localizer),
            "awaits_head": commission.awaits_head,
            "next_date": dates.next,
            "rhythms": rhythms(commission, dates.upcoming, localizer),
            "usual_rhythm": usual_rhythm(commission, localizer),
            "upcoming": dates.coming,
            "past": dates.past,
            "minutes": minutes_rows(minutes, localizer),
            "expects_minutes": commission.expects_minutes,
            "members": Cards(localizer).of(commission.members),
            "partners": tuple(LabelledLink(localizer.say(p.name), p.website) for p in commission.partners),
            "news": news.of(articles),
            "email": commission.email or "",
            "website": commission.url or "",
            "charter": (commission.charter or "").removeprefix("/"),
            "calendar": calendar,
            "feed": localizer.urls.url("COMMISSION_FEED", id=commission.id),
        },
    )


def linked_data(commission: Commission, dates: Dates, localizer: Localizer) -> LinkedData | None:
    if not dates.told:
        return None
    return lambda addresses: meetings_data(
        commission, dates.told, Teller(dates.teller, addresses, localizer.language, dates.today)
    )


def calendar(commission: Commission, run: Run, localizer: Localizer) -> File:
    edition, parts = run.edition, {"id": commission.id}
    return calendar_file(
        run,
        localizer.say(commission.name),
        localizer.urls.url("COMMISSION", **parts),
        "COMMISSION_CALENDAR",
        parts,
        commission_calendar,
        events_of(commission, run.dated),
        without_people(commission),
        site_addresses(run),
        edition.today,
    )


def events_of(commission: Commission, dated: Association) -> Association:
    """What its calendar tells beside its meetings."""
    named = tuple(event for event in dated.events if commission.id in event.commissions)
    return replace(dated.only("commissions"), events=named)


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
    return page(
        localizer.urls,
        "MINUTES",
        "minutes",
        {"commission": commission.id, "date": minutes.day},
        menu="COMMISSIONS",
        shown=partial(
            minutes_shown,
            minutes,
            localizer.body(minutes.body, minutes.source),
            commission.id,
            commission.name,
            meetings_of(minutes, commission, run, localizer),
            tuple(map(without_minutes_body, others)),
            localizer,
        ),
    )


def minutes_shown(
    minutes: Minutes,
    body: Prose | None,
    commission: Slug,
    commission_name: Text,
    meetings: tuple[DateRow, ...],
    others: tuple[Minutes, ...],
    localizer: Localizer,
) -> Shown:
    row, picture = minutes_row(minutes, localizer), illustration(minutes.picture, localizer)
    name, home = localizer.say(commission_name), localizer.urls.url("COMMISSION", id=commission)
    return Shown(
        title=row.title or f"{name}, {minutes.day}",
        description=row.summary or (body.excerpt(160) if body else ""),
        crumbs=(section_crumb(localizer.urls, "COMMISSIONS"), Crumb(name, home)),
        picture=picture.image.url if picture else None,
        view={
            "minutes": row,
            "commission": LabelledLink(name, home),
            "meetings": meetings,
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
