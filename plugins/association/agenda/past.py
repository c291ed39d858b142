"""What is over, page by page, with what came of it: minutes, and the news that tell of it since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from ..domain.articles import Article
from ..domain.directory import grouped
from ..domain.written_links import targets
from ..host.memo import Memo
from ..host.outputs import Output, Shown, section_crumb
from ..host.run import Run
from ..render.assets import ROOT
from ..render.markdown import Links, split_address
from ..views.dates import DateRow, MonthOfDates, rows_for
from ..views.localizer import Localizer, localizer_of
from ..views.members import LabelledLink
from ..views.pagination import PagedList, Pagination

ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Post:
    """What is told of an article beside a date: no more, for an edit of its text is none of that."""

    day: date
    link: LabelledLink


Posts = Mapping[str, tuple[Post, ...]]
"""By the address of the page that they link to."""


def past_outputs(posts: Posts, run: Run) -> Iterator[Output]:
    edition, localizer = run.edition, localizer_of(run)
    rows = rows_for(edition, localizer).of(edition.agenda.past(edition.today))
    past = tuple(with_posts(row, posts) for row in rows)
    if past:
        shown = partial(past_shown, len(past), localizer)
        listing = PagedList(localizer.urls, "PAST_DATES")
        yield from listing.outputs("past_dates", "AGENDA", past, ON_A_PAGE, shown)


def posts_told(run: Run) -> Posts:
    """The articles that link to a page of the site."""
    edition = run.edition
    given = (edition.association.articles, run.renderer.links, localizer_of(run), run.memo)
    return edition.memory.once(f"posts {edition.view} {edition.language}", posts_of, *given)


def posts_of(articles: Iterable[Article], links: Links, localizer: Localizer, memo: Memo) -> Posts:
    return grouped(
        (url, post_of(article, localizer))
        for article in articles
        for url in memo.planned(pages_linked, article, links)
    )


def pages_linked(article: Article, links: Links) -> tuple[str, ...]:
    """Their addresses from the root of the site, each once."""
    resolved = (links.resolve(target.address, article.source) for target in targets(article.body))
    addresses = (split_address(each)[0] for each in resolved)
    return tuple(dict.fromkeys(each.removeprefix(ROOT) for each in addresses if each.startswith(ROOT)))


def post_of(article: Article, localizer: Localizer) -> Post:
    url = localizer.urls.url("ARTICLE", slug=article.slug)
    return Post(article.date.date(), LabelledLink(localizer.say(article.title), url))


def with_posts(row: DateRow, posts: Posts) -> DateRow:
    links = links_since(row.first_day, posts.get(row.url or "", ()))
    return replace(row, posts=links) if links else row


def links_since(day: date, posts: Iterable[Post]) -> tuple[LabelledLink, ...]:
    """What was written before it only announced it."""
    return tuple(post.link for post in posts if post.day >= day)


def past_shown(total: int, localizer: Localizer, dates: tuple[DateRow, ...], pages: Pagination) -> Shown:
    return Shown(
        crumbs=(section_crumb(localizer.urls, "AGENDA"),),
        view={"months": by_month_of_start(dates), "total": total, "pages": pages},
    )


def by_month_of_start(rows: Iterable[DateRow]) -> tuple[MonthOfDates, ...]:
    """In the order of the rows."""

    def month(row: DateRow) -> date:
        return row.first_day.replace(day=1)

    return tuple(MonthOfDates(first, tuple(group)) for first, group in groupby(rows, month))
