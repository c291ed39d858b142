"""The Atom feed of the news."""

from ..domain.writing import Article
from ..exports.atom import FeedEntry, NewsFeed, entry_id, news_feed
from ..host.outputs import File
from ..host.run import Run
from ..views.news import summary_of
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
    edition = run.edition
    body = voice.body(article.body, article.source)
    return FeedEntry(
        id=entry_id(edition.uid_domain, article.date, "actualites", article.slug),
        title=voice.say(article.title),
        url=edition.urls.absolute(edition.urls.url("ARTICLE", slug=article.slug)),
        published=article.date,
        updated=article.modified or article.date,
        summary=summary_of(article, voice),
        content=str(body.at(edition.urls.absolute(""))) if body else "",
        authors=article.authors,
        categories=tuple(tag.name for tag in article.tags),
    )
