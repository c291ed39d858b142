"""One announced event: its page and its calendar."""

from collections.abc import Iterator

from ..domain.agenda import event_entry
from ..domain.event import Event
from ..exports.calendar import event_calendar
from ..host.feeds import SiteAddresses, calendar_feed
from ..host.outputs import Crumb, File, Output, Page, page, section_crumb
from ..host.run import Run
from ..views.contact import LabelledLink
from ..views.dates import Rows
from ..views.members import Cards
from ..views.news import Illustration
from ..views.subscription import subscription
from ..views.voice import Voice


def event_outputs(run: Run, voice: Voice, rows: Rows) -> Iterator[Output]:
    for event in run.edition.association.events:
        yield event_page(event, run, voice, rows)
        yield calendar(event, run, voice)


def event_page(event: Event, run: Run, voice: Voice, rows: Rows) -> Page:
    title, summary = voice.say(event.title), voice.say(event.summary)
    body = voice.body(event.body, event.source)
    picture = voice.image(event.picture.path) if event.picture else None
    organisers = tuple(member for member in run.edition.association.members if member.id in event.organisers)
    return page(
        voice.urls,
        "EVENT",
        "event",
        {"slug": event.slug},
        title=title,
        description=summary or (body.excerpt(160) if body else ""),
        menu="AGENDA",
        crumbs=(section_crumb(voice.urls, "AGENDA"), Crumb(title, None)),
        picture=picture.url if picture else None,
        view={
            "title": title,
            "summary": summary,
            "kind": voice.say(event.kind),
            "dates": rows.of(event_entry(event, event_date) for event_date in event.dates),
            "is_series": event.is_series,
            "price": voice.say(event.price),
            "audience": voice.say(event.audience),
            "body": body,
            "picture": Illustration(picture, voice.say(event.picture.alt)) if picture else None,
            "commissions": tuple(
                LabelledLink(link.name, link.url)
                for id_, link in rows.commissions.items()
                if id_ in event.commissions
            ),
            "organisers": Cards(voice).of(organisers),
            "calendar": subscription(run, "EVENT_CALENDAR", {"slug": event.slug}),
        },
    )


def calendar(event: Event, run: Run, voice: Voice) -> File:
    where = voice.urls.url("EVENT", slug=event.slug)
    feed = calendar_feed(run, voice.say(event.title), where, "EVENT_CALENDAR", {"slug": event.slug})
    return File(
        voice.urls.save_as("EVENT_CALENDAR", slug=event.slug),
        lambda: event_calendar(feed, event, run.edition.association, SiteAddresses(run)),
    )
