"""A long list, page by page: where one is, and which pages to lead to. What another page shows of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from ..host.outputs import Page, Shown, page
from ..render.urls import Urls

AROUND = 2
"""Pages shown on each side of the current one, beside the first and the last."""

PageUrl = Callable[[int], str | None]
ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class PageLink:
    """follows_gap: pages are left out between the one shown before and this one."""

    number: int
    url: str | None
    is_current: bool
    follows_gap: bool


@dataclass(frozen=True, slots=True)
class Pagination:
    """previous, next: addresses, None at either end; links: empty when everything fits on one page."""

    number: int
    last: int
    previous: str | None
    next: str | None
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class PagedList:
    """Where a list is: its first page is of the kind `kind`, the others are of the kind `{kind}_PAGE`."""

    urls: Urls
    kind: str
    parts: Mapping[str, object] = field(default_factory=dict)

    def place(self, number: int) -> tuple[str, Mapping[str, object]]:
        """The kind of one of its pages, and what fills the address of that."""
        if number == 1:
            return self.kind, self.parts
        return f"{self.kind}_PAGE", {**self.parts, "number": number}

    def url(self, number: int = 1) -> str | None:
        kind, parts = self.place(number)
        return self.urls.url(kind, **parts)

    def pages(self, items: tuple[ItemT, ...], size: int) -> Iterator[tuple[tuple[ItemT, ...], Pagination]]:
        """Everything on one page where further pages are switched off; none where the list is."""
        if self.url() is not None:
            yield from paged(items, size if self.url(2) is not None else max(1, len(items)), self.url)

    def page_of(self, place: int, size: int) -> int:
        """On which of them the item of that place is, counted from 0."""
        return place // size + 1 if self.url(2) is not None else 1

    def outputs(
        self, template: str, menu: str, items: tuple[ItemT, ...], size: int, shown: partial[Shown]
    ) -> Iterator[Page]:
        """Its pages; `shown` is called with what is on one of them, and with where that is in the list."""
        for some, pages in self.pages(items, size):
            kind, parts = self.place(pages.number)
            yield page(self.urls, kind, template, parts, menu=menu, shown=partial(shown, some, pages))


def paged(
    items: tuple[ItemT, ...], size: int, url: PageUrl
) -> Iterator[tuple[tuple[ItemT, ...], Pagination]]:
    """What each page shows, and where it is among the others; one empty page of no items."""
    last = number_of_pages(len(items), size)
    for number in range(1, last + 1):
        yield items[(number - 1) * size : number * size], pagination(number, last, url)


def pagination(number: int, last: int, url: PageUrl) -> Pagination:
    """Page `number` of pages 1 to `last`, each at `url(its number)`."""
    return Pagination(
        number=number,
        last=last,
        previous=url(number - 1) if number > 1 else None,
        next=url(number + 1) if number < last else None,
        links=links(number, last, url) if last > 1 else (),
    )


def links(number: int, last: int, url: PageUrl) -> tuple[PageLink, ...]:
    shown = shown_numbers(number, last)
    return tuple(
        PageLink(one, url(one), one == number, one - before > 1)
        for before, one in zip((0, *shown), shown, strict=False)
    )


def shown_numbers(number: int, last: int) -> tuple[int, ...]:
    """The first, the last, the neighbours; a single page is never left out, « … » takes as much room."""
    near = {one for one in range(number - AROUND, number + AROUND + 1) if 1 <= one <= last} | {1, last}
    near |= {one for one in (2, last - 1) if {one - 1, one + 1} <= near}
    return tuple(sorted(near))


def number_of_pages(total: int, size: int) -> int:
    """One at least: an empty list is a page too."""
    return max(1, -(-total // size))
