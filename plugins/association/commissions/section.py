"""Which pages the commissions have: their list, one page each, one calendar each."""

from collections.abc import Iterable

from ..domain.commission import Commission
from ..domain.minutes import of_commission
from ..exports.calendar import commission_calendar
from ..exports.event_data import Teller, meetings_data, next_meetings
from ..host.feeds import SiteAddresses, calendar_file
from ..host.outputs import Crumb, File, LinkedData, Output, Page, page, section_crumb
from ..host.run import Run
from ..host.section import Section
from ..views.commissions import commission_rows, heads, next_date
from ..views.contact import LabelledLink
from ..views.dates import rows_for
from ..views.introduction import introduction
from ..views.members import Cards
from ..views.news import news_rows_for
from ..views.rhythm import rhythms, usual_rhythm
from ..views.subscription import subscription
from ..views.voice import Voice, voice_of
from .minutes import minutes_pages, minutes_rows


class Commissions(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        voice = voice_of(run)
        yield index(run, voice)
        for commission in run.edition.association.commissions:
            yield commission_page(commission, run, voice)
            yield from minutes_pages(commission, run, voice)
            yield calendar(commission, run, voice)


def index(run: Run, voice: Voice) -> Page:
    intro = introduction(run.edition.association, "commissions", voice)
    return page(
        voice.urls,
        "COMMISSIONS",
        "commissions",
        description=intro.lead if intro else "",
        menu="COMMISSIONS",
        view={"introduction": intro, "commissions": commission_rows(run.edition, voice)},
    )


def commission_page(commission: Commission, run: Run, voice: Voice) -> Page:
    edition, name = run.edition, voice.say(commission.name)
    association = edition.association
    dates, own = rows_for(edition, voice), edition.agenda.of_commission(commission.id)
    return page(
        voice.urls,
        "COMMISSION",
        "commission",
        {"id": commission.id},
        title=name,
        description=voice.say(commission.mission),
        menu="COMMISSIONS",
        crumbs=(section_crumb(voice.urls, "COMMISSIONS"), Crumb(name, None)),
        linked_data=linked_data(commission, run),
        view={
            "name": name,
            "kind": voice.say(commission.kind),
            "mission": voice.say(commission.mission),
            "description": voice.prose(commission.description, "commissions.yaml", level=3),
            "heads": heads(commission, edition.today, voice),
            "awaits_head": commission.awaits_head,
            "next_date": next_date(commission, edition, voice),
            "rhythms": rhythms(commission, own.upcoming(edition.today), voice),
            "usual_rhythm": usual_rhythm(commission, voice),
            "upcoming": dates.of(own.upcoming(edition.today)),
            "past": dates.of(own.past(edition.today)),
            "minutes": minutes_rows(of_commission(association.minutes, commission.id), voice),
            "expects_minutes": commission.expects_minutes,
            "members": Cards(voice).of(commission.members),
            "partners": tuple(LabelledLink(voice.say(p.name), p.website) for p in commission.partners),
            "news": news_rows_for(association, voice).of(
                article for article in association.articles if commission.id in article.commissions
            ),
            "email": commission.email or "",
            "website": commission.url or "",
            "charter": (commission.charter or "").removeprefix("/"),
            "calendar": subscription(run, "COMMISSION_CALENDAR", {"id": commission.id}, name),
            "feed": voice.urls.url("COMMISSION_FEED", id=commission.id),
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


def calendar(commission: Commission, run: Run, voice: Voice) -> File:
    edition, parts = run.edition, {"id": commission.id}
    return calendar_file(
        run,
        voice.say(commission.name),
        voice.urls.url("COMMISSION", **parts),
        "COMMISSION_CALENDAR",
        parts,
        lambda feed: commission_calendar(
            feed, edition.association, commission, SiteAddresses(run), edition.today
        ),
    )
