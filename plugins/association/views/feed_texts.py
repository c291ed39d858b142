"""What feeds say of an article, in words and in addresses that lead there from anywhere."""

from typing import NamedTuple

from ..domain.writing import Article
from ..host.run import Run
from .news import summary_of
from .voice import Voice


class FeedTexts(NamedTuple):
    """content: sanitised HTML, every link absolute."""

    title: str
    url: str
    summary: str
    content: str


def article_texts(article: Article, run: Run, voice: Voice) -> FeedTexts:
    urls, body = run.edition.urls, voice.body(article.body, article.source)
    return FeedTexts(
        title=voice.say(article.title),
        url=urls.absolute(urls.url("ARTICLE", slug=article.slug)),
        summary=summary_of(article, voice),
        content=str(body.at(urls.absolute(""))) if body else "",
    )
