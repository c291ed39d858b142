"""What is over, page by page, with what came of it: minutes, and the news that tell of it since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby

from ..domain.articles import Article
from ..domain.association import Association
from ..domain.directory import grouped
from ..domain.written_links import targets
from ..host.outputs import Output, Shown, section_crumb
from ..host.run import Run
from ..render.assets import ROOT
from ..render.markdown import Links, split_address
from ..render.urls import page_addresses
from ..views.dates import DateRow, MonthOfDates, rows_for
from ..views.localizer import Localizer, localizer_of
from ..views.members import LabelledLink
from ..views.pagination import PagedList, Pagination

ON_A_PAGE = 100
Posts = Mapping[str, tuple[Article, ...]]
"""Articles by the address of the page they link to."""


def past_outputs(run: Run) -> Iterator[Output]:
    edition, localizer = run.edition, localizer_of(run)
    posts = posts_told(run, localizer)
    rows = rows_for(edition, localizer).of(edition.agenda.past(edition.today))
    past = tuple(with_posts(row, posts, localizer) for row in rows)
    if past:
        shown = partial(past_shown, len(past), localizer)
        listing = PagedList(localizer.urls, "PAST_DATES")
        yield from listing.outputs("past_dates", "AGENDA", past, ON_A_PAGE, shown)


def posts_told(run: Run, localizer: Localizer) -> Posts:
    edition = run.edition
    return edition.memory.once(f"posts {edition.language}", posts_of, edition.association, localizer)


def posts_of(association: Association, localizer: Localizer) -> Posts:
    """Those that link to a page of the site."""
    links = Links(page_addresses(association, localizer.urls), {})
    return grouped(
        (url, article)
        for article in association.articles
        for url in dict.fromkeys(pages_linked(article, links))
    )


def pages_linked(article: Article, links: Links) -> Iterator[str]:
    """Their addresses from the root of the site."""
    for target in targets(article.body):
        address, _ = split_address(links.resolve(target.address, article.source))
        if address.startswith(ROOT):
            yield address.removeprefix(ROOT)


def with_posts(row: DateRow, posts: Posts, localizer: Localizer) -> DateRow:
    """What was written before it only announced it."""
    since = [one for one in posts.get(row.url or "", ()) if one.date.date() >= row.first_day]
    links = tuple(
        LabelledLink(localizer.say(one.title), localizer.urls.url("ARTICLE", slug=one.slug)) for one in since
    )
    return replace(row, posts=links) if links else row


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
