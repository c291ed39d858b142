"""One article, what it is about, and what else there is to read."""

from collections.abc import Iterable

from ..domain.writing import Article
from ..host.markdown import minutes_to_read
from ..host.outputs import Crumb, Page, page, section_crumb
from ..host.run import Run
from ..views.contact import LabelledLink
from ..views.illustration import illustration
from ..views.members import Cards
from ..views.news import NewsRows, topics
from ..views.voice import Voice

OTHERS = 4


def article_page(article: Article, others: Iterable[Article], run: Run, voice: Voice, rows: NewsRows) -> Page:
    association = run.edition.association
    row, body = rows.row(article), voice.body(article.body, article.source)
    members = association.members_named(article.members)
    return page(
        voice.urls,
        "ARTICLE",
        "article",
        {"slug": article.slug},
        title=row.title,
        description=row.summary,
        menu="NEWS",
        crumbs=(section_crumb(voice.urls, "NEWS"), *about_crumb(article, run, voice)),
        picture=row.picture.image.url if row.picture else None,
        modified=article.modified or article.date,
        view={
            "article": row,
            "modified": article.modified,
            "authors": tuple(map(voice.say, article.authors)),
            "lead": voice.say(article.summary),
            "body": body,
            "language": article.language,
            "minutes": minutes_to_read(article.body) if body else 0,
            "picture": illustration(article.picture, voice),
            "topics": topics(article.tags, voice),
            "commissions": commission_links(article, run, voice),
            "members": Cards(voice).of(members),
            "others": rows.of(others),
        },
    )


def about_crumb(article: Article, run: Run, voice: Voice) -> tuple[Crumb, ...]:
    """The article's first topic, which has a page to go back to."""
    return tuple(Crumb(topic.name, topic.url) for topic in topics(article.tags[:1], voice))


def commission_links(article: Article, run: Run, voice: Voice) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(voice.say(commission.name), voice.urls.url("COMMISSION", id=commission.id))
        for commission in run.edition.association.commissions
        if commission.id in article.commissions
    )


def nearest(place: int, articles: tuple[Article, ...]) -> Iterable[Article]:
    """The articles just before that one in time; at the very end, the ones after it."""
    older = articles[place + 1 : place + 1 + OTHERS]
    return older or tuple(reversed(articles[max(0, place - OTHERS) : place]))
