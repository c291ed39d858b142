"""The commissions: their list, one page each, one calendar each, and the minutes of their meetings.

A commission's page shows the first of what may be long. All that it has done has lists of their own then,
page by page; what is to come is in the agenda, who takes part in the directory.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Generic, TypeVar

from .domain.agenda import Entry
from .domain.articles import Article, StaticPage
from .domain.association import Association, Identity
from .domain.commissions import Commission, Minutes, of_commission, only_named, without_minutes_body
from .domain.members import Member, only_marked
from .domain.text import Slug, Text
from .exports.calendar import commission_calendar
from .exports.json_ld_events import Teller, meetings_data, next_meetings
from .host.addresses import calendar_file, site_addresses
from .host.edition import AGENDA, HEADLINES
from .host.outputs import Crumb, File, LinkedData, Output, Page, Shown, page, section_crumb
from .host.plugin import Section, registering
from .host.run import DATED, Run
from .render.markdown import Prose
from .render.urls import Urls
from .views.calendars import Subscription, subscription
from .views.commissions import (
    CommissionRow,
    Excerpt,
    LaterDates,
    Rhythm,
    Whole,
    by_kind,
    commission_rows,
    excerpt,
    later_dates,
    members_excerpt,
    minutes_row,
    minutes_rows,
    name_of_minutes,
    presented,
    rhythms_said,
)
from .views.dates import COMING, PAST, DateRow, by_year, rows_for
from .views.localizer import Localizer, illustration, introducing, introduction, localizer_of, shown_picture
from .views.members import Cards, LabelledLink
from .views.news import NewsRows, news_rows_for
from .views.pagination import PagedList, Pagination
from .views.social_cards import commission_card

OTHERS, MINUTES, NEWS = 4, 10, 6
"""Other commissions; minutes and articles, on the page of one that has many."""
ON_A_PAGE = 100
"""Dates or minutes, of those that have pages of their own."""
EXCERPTS = ("upcoming", "past", "minutes", "news", "members")
"""What its page may show a part of, by the names that the template has for them."""
View = Mapping[str, object]
ItemT = TypeVar("ItemT")


class Commissions(Section):
    kind = "COMMISSIONS"

    def has_content(self, run: Run) -> bool:
        """Bodies alone are what the page on governance is about."""
        return any(not one.is_governing for one in run.edition.association.commissions)

    def planned(self, run: Run) -> Iterable[Output]:
        return run.kept(commission_outputs, AGENDA, DATED, HEADLINES, "commissions", "minutes", "pages")

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        every, localizer = run.edition.association.commissions, localizer_of(run)
        return (page for commission in every for page in minutes_pages(commission, run, localizer))


def commission_outputs(run: Run) -> Iterator[Output]:
    localizer, association = localizer_of(run), run.edition.association
    rows = news_rows_for(association, localizer)
    yield index(run, localizer)
    for commission, dated in zip(association.commissions, run.dated.commissions, strict=True):
        archive = archive_of(commission, run, localizer, rows)
        yield commission_page(commission, archive, run, localizer, rows)
        yield from archive_pages(commission, archive.dates, localizer)
        yield from archive_pages(commission, archive.minutes, localizer)
        yield from archive_pages(commission, archive.news, localizer)
        yield from minutes_pages(commission, run, localizer)
        yield calendar(dated, run, localizer)


def index(run: Run, localizer: Localizer) -> Page:
    intro = introducing("COMMISSIONS", run.edition.association)
    shown = partial(index_shown, commission_rows(run.edition, localizer), intro, localizer)
    return page(localizer.urls, "COMMISSIONS", "commissions", menu="COMMISSIONS", shown=shown)


def index_shown(
    commissions: tuple[CommissionRow, ...], intro: StaticPage | None, localizer: Localizer
) -> Shown:
    introduced = introduction(intro, localizer)
    return Shown(
        description=introduced.lead if introduced else "",
        view={
            "introduction": introduced,
            "groups": by_kind(row for row in commissions if not row.is_governing),
            "bodies": tuple(row for row in commissions if row.is_governing),
        },
    )


def commission_page(
    commission: Commission, archive: "Archive", run: Run, localizer: Localizer, rows: NewsRows
) -> Page:
    parts, urls = {"id": commission.id}, localizer.urls
    is_followed, name = run.dated.can_be_followed(commission), localizer.say(commission.name)
    return page(
        urls,
        "COMMISSION",
        "commission",
        parts,
        menu=home_of(commission, urls),
        card=commission_card(commission, localizer),
        shown=partial(
            commission_shown,
            replace(commission, members=(), partners=tuple(map(only_marked, commission.partners))),
            localizer.prose(commission.description, "commissions.yaml", level=3),
            dates_of(commission, run, localizer),
            archive.dates.excerpt(commission.id, urls),
            archive.minutes.excerpt(commission.id, urls),
            archive.news.excerpt(commission.id, urls),
            members_excerpt(commission, urls, run.edition.today),
            rows,
            subscription(run, "COMMISSION_CALENDAR", parts, name) if is_followed else None,
            localizer,
        ),
    )


def home_of(commission: Commission, urls: Urls) -> str:
    """The kind of the page that has them all."""
    return "GOVERNANCE" if commission.is_governing and urls.url("GOVERNANCE") is not None else "COMMISSIONS"


@dataclass(frozen=True, slots=True)
class Dates:
    """To come, of a commission, seen on one day; told: those for search engines, in the name of `teller`.

    first: the next that takes place, else the first of all. whole: as of an Excerpt.
    """

    today: date
    first: DateRow | None
    later: tuple[LaterDates, ...]
    whole: Whole | None
    rhythms: tuple[Rhythm, ...]
    told: tuple[Entry, ...]
    teller: Identity


def dates_of(commission: Commission, run: Run, localizer: Localizer) -> Dates:
    edition, rows = run.edition, rows_for(run.edition, localizer)
    upcoming = edition.agenda.of_commission(commission.id).upcoming(edition.today)
    taking_place = (one for one in upcoming if one.commission == commission.id and not one.is_cancelled)
    coming = excerpt(upcoming, COMING, localizer.urls.url("AGENDA_COMMISSION", id=commission.id))
    meeting = next(taking_place, None)
    shown = with_meeting(coming.items, meeting)
    first = meeting or next(iter(shown), None)
    return Dates(
        today=edition.today,
        first=rows.row(first) if first else None,
        later=later_dates((one for one in shown if one is not first), first, rows),
        whole=coming.whole,
        rhythms=rhythms_said(commission, upcoming, shown, COMING, localizer),
        told=next_meetings(commission, upcoming),
        teller=edition.association.identity,
    )


def with_meeting(shown: tuple[Entry, ...], meeting: Entry | None) -> tuple[Entry, ...]:
    """The next meeting is among the dates, however many events the commission announces before it."""
    return shown if meeting is None or meeting in shown else (*shown[:-1], meeting)


def commission_shown(
    commission: Commission,
    description: Prose | None,
    dates: Dates,
    past: Excerpt[DateRow],
    minutes: Excerpt[Minutes],
    news: Excerpt[Article],
    members: Excerpt[Member],
    rows: NewsRows,
    calendar: Subscription | None,
    localizer: Localizer,
) -> Shown:
    name = localizer.say(commission.name)
    whole = (dates.whole, past.whole, minutes.whole, news.whole, members.whole)
    return Shown(
        title=name,
        description=localizer.say(commission.mission),
        crumbs=(section_crumb(localizer.urls, home_of(commission, localizer.urls)), Crumb(name, None)),
        linked_data=linked_data(commission, dates, localizer),
        view={
            **presented(commission, dates.today, localizer),
            "description": description,
            "first": dates.first,
            "later": dates.later,
            "rhythms": dates.rhythms,
            "past": past.items,
            "minutes": minutes_rows(minutes.items, localizer),
            "news": rows.of(news.items),
            "members": Cards(localizer).of(members.items),
            "whole": dict(zip(EXCERPTS, whole, strict=True)),
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


@dataclass(frozen=True, slots=True)
class ArchiveList(Generic[ItemT]):
    """What a commission has done or told, the latest first: some on its page, all on pages of their own.

    kind: of those. sort: dates, minutes or news. view: what the template is given for some of them.
    most: on the page of the commission. size: on one of the others.
    """

    kind: str
    sort: str
    items: tuple[ItemT, ...]
    most: int
    size: int
    view: partial[View]

    def excerpt(self, commission: Slug, urls: Urls) -> Excerpt[ItemT]:
        return excerpt(self.items, self.most, urls.url(self.kind, id=commission))


@dataclass(frozen=True, slots=True)
class Archive:
    dates: ArchiveList[DateRow]
    minutes: ArchiveList[Minutes]
    news: ArchiveList[Article]


def archive_of(commission: Commission, run: Run, localizer: Localizer, rows: NewsRows) -> Archive:
    edition, id_ = run.edition, commission.id
    dates = rows_for(edition, localizer).of(edition.agenda.of_commission(id_).past(edition.today))
    minutes = tuple(map(without_minutes_body, of_commission(edition.association.minutes, id_)))
    news = tuple(one for one in edition.association.articles if id_ in one.commissions)
    of_minutes, of_news = partial(minutes_view, localizer), partial(news_view, rows)
    return Archive(
        ArchiveList("COMMISSION_PAST_DATES", "dates", dates, PAST, ON_A_PAGE, partial(dates_view)),
        ArchiveList("MINUTES_LIST", "minutes", minutes, MINUTES, ON_A_PAGE, of_minutes),
        ArchiveList("COMMISSION_NEWS", "news", news, NEWS, edition.per_page, of_news),
    )


def dates_view(dates: tuple[DateRow, ...]) -> View:
    return {"years": by_year(dates, lambda row: row.first_day)}


def minutes_view(localizer: Localizer, minutes: tuple[Minutes, ...]) -> View:
    return {"years": by_year(minutes_rows(minutes, localizer), lambda row: row.day)}


def news_view(rows: NewsRows, articles: tuple[Article, ...]) -> View:
    return {"years": by_year(rows.of(articles), lambda row: row.date.date())}


def archive_pages(commission: Commission, every: ArchiveList[ItemT], localizer: Localizer) -> Iterator[Page]:
    """None when the page of the commission shows it all."""
    if every.excerpt(commission.id, localizer.urls).whole:
        listing = PagedList(localizer.urls, every.kind, {"id": commission.id})
        section = home_of(commission, localizer.urls)
        told = (listing, every.sort, commission.name, section, len(every.items), every.view, localizer)
        shown = partial(archive_shown, *told)
        yield from listing.outputs("commission_list", section, every.items, every.size, shown)


def archive_shown(
    listing: PagedList,
    sort: str,
    commission: Text,
    section: str,
    total: int,
    view: partial[View],
    localizer: Localizer,
    items: tuple[object, ...],
    pages: Pagination,
) -> Shown:
    name, home = localizer.say(commission), localizer.urls.url("COMMISSION", **listing.parts)
    first = None if pages.number == 1 else listing.url()
    return Shown(
        title=name,
        crumbs=(
            section_crumb(localizer.urls, section),
            Crumb(name, home),
            Crumb("", first, listing.kind),
        ),
        view={"sort": sort, "name": name, "total": total, "pages": pages, **view(items)},
    )


def calendar(commission: Commission, run: Run, localizer: Localizer) -> File:
    """commission: without people, whom no calendar names."""
    edition, parts = run.edition, {"id": commission.id}
    return calendar_file(
        run,
        localizer.say(commission.name),
        localizer.urls.url("COMMISSION", **parts),
        "COMMISSION_CALENDAR",
        parts,
        commission_calendar,
        events_of(commission, run.dated),
        commission,
        site_addresses(run),
        edition.today,
    )


def events_of(commission: Commission, dated: Association) -> Association:
    """What its calendar tells beside its meetings."""
    named = tuple(event for event in dated.events if commission.id in event.commissions)
    return replace(dated.with_names_only(), events=named)


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
        menu=home_of(commission, localizer.urls),
        source=run.edition.text_in_forge(minutes.source),
        shown=partial(
            minutes_shown,
            minutes,
            localizer.body(minutes),
            only_named(commission),
            home_of(commission, localizer.urls),
            rows_for(run.edition, localizer).held(commission, minutes.day),
            tuple(map(without_minutes_body, others)),
            localizer,
        ),
    )


def minutes_shown(
    minutes: Minutes,
    body: Prose | None,
    commission: Commission,
    section: str,
    meetings: tuple[DateRow, ...],
    others: tuple[Minutes, ...],
    localizer: Localizer,
) -> Shown:
    row, picture = minutes_row(minutes, localizer), illustration(minutes.picture, localizer)
    name, home = localizer.say(commission.name), localizer.urls.url("COMMISSION", id=commission.id)
    return Shown(
        title=name_of_minutes(row, name, localizer.language),
        description=row.summary or (body.excerpt(160) if body else ""),
        crumbs=(section_crumb(localizer.urls, section), Crumb(name, home)),
        **shown_picture(picture),
        view={
            "minutes": row,
            "commission": LabelledLink(name, home),
            "meetings": meetings,
            "tags": tuple(localizer.say(tag.name) for tag in minutes.tags),
            "body": body,
            "picture": picture,
            "others": minutes_rows(others, localizer),
        },
    )


def nearest(place: int, every: tuple[Minutes, ...]) -> tuple[Minutes, ...]:
    """Those just before in time; of the first, those that came after."""
    older = every[place + 1 : place + 1 + OTHERS]
    return older or every[max(0, place - OTHERS) : place]


register = registering(Commissions)
