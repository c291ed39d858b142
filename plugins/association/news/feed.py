"""The Atom feed of the news."""

from ..domain.writing import Article
from ..exports.atom import FeedEntry, NewsFeed, article_entry, news_feed
from ..host.outputs import File
from ..host.run import Run
from ..views.feed_texts import article_texts
from ..views.voice import Voice

ENTRIES = 30


def news_feed_file(run: Run, voice: Voice) -> File:
    edition, urls = run.edition, run.edition.urls
    identity = edition.association.identity
    feed = NewsFeed(
        id=f"tag:{edition.uid_domain},2000:{urls.save_as('NEWS_FEED')}",
        title=identity.name,
        subtitle=voice.say(identity.tagline),
        url=urls.absolute(urls.url("NEWS")),
        self_url=urls.absolute(urls.url("NEWS_FEED")),
        language=edition.language,
        author=identity.name,
        stamp=edition.now,
    )
    latest = edition.association.articles[:ENTRIES]
    return File(
        urls.save_as("NEWS_FEED"),
        lambda: news_feed([entry(article, run, voice) for article in latest], feed),
    )


def entry(article: Article, run: Run, voice: Voice) -> FeedEntry:
    return article_entry(article, run.edition.uid_domain, *article_texts(article, run, voice))
