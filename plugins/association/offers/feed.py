"""The Atom feed of the open offers."""

from datetime import datetime, time

from ..domain.offer import Offer
from ..exports.atom import FeedEntry, NewsFeed, entry_id, news_feed
from ..exports.wording import heading
from ..host.outputs import File
from ..host.run import Run
from ..views.introduction import introduction
from ..views.offers import summary_of
from ..views.voice import Voice


def offers_feed_file(current: tuple[Offer, ...], run: Run, voice: Voice) -> File:
    """Only offers that say since when: a feed tells what is new."""
    save_as = run.edition.urls.save_as("OFFERS_FEED")
    dated = tuple(offer for offer in current if offer.date)
    return File(save_as, lambda: news_feed([entry(offer, run, voice) for offer in dated], feed(run, voice)))


def feed(run: Run, voice: Voice) -> NewsFeed:
    edition, urls = run.edition, run.edition.urls
    name = edition.association.identity.name
    intro = introduction(edition.association, "annonces", voice)
    return NewsFeed(
        id=f"tag:{edition.uid_domain},2000:{urls.save_as('OFFERS_FEED')}",
        title=heading(name, intro.title, edition.language) if intro else name,
        subtitle=intro.lead if intro else "",
        url=urls.absolute(urls.url("OFFERS")),
        self_url=urls.absolute(urls.url("OFFERS_FEED")),
        language=edition.language,
        author=name,
        stamp=edition.now,
    )


def entry(offer: Offer, run: Run, voice: Voice) -> FeedEntry:
    edition, body = run.edition, voice.body(offer.body, offer.source)
    since = datetime.combine(offer.date, time(), edition.zone)
    return FeedEntry(
        id=entry_id(edition.uid_domain, since, "annonces", offer.slug),
        title=voice.say(offer.title),
        url=edition.urls.absolute(edition.urls.url("OFFER", slug=offer.slug)),
        published=since,
        updated=since,
        summary=summary_of(offer, voice),
        content=str(body.at(edition.urls.absolute(""))) if body else "",
        authors=tuple(member.name for member in edition.association.members_named((offer.member,))),
        categories=(offer.kind, *(tag.name for tag in offer.tags)),
    )
