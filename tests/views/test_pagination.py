"""Which pages of a long list one is led to."""

import pytest

from association.views.commissions import Excerpt, Whole, excerpt
from association.views.pagination import Pagination, number_of_pages, pagination


def at(number: int, last: int) -> Pagination:
    return pagination(number, last, lambda page: f"/{page}/")


def picture(pages: Pagination) -> str:
    """`1 … 4 [5] 6 … 9`"""
    return " ".join(
        f"{'… ' if link.follows_gap else ''}{f'[{link.number}]' if link.is_current else link.number}"
        for link in pages.links
    )


@pytest.mark.parametrize(
    ("number", "last", "expected"),
    [
        (1, 1, ""),
        (1, 2, "[1] 2"),
        (2, 3, "1 [2] 3"),
        (1, 9, "[1] 2 3 … 9"),
        (4, 9, "1 2 3 [4] 5 6 … 9"),
        (5, 9, "1 2 3 4 [5] 6 7 8 9"),
        (6, 12, "1 … 4 5 [6] 7 8 … 12"),
        (12, 12, "1 … 10 11 [12]"),
    ],
)
def test_the_first_the_last_and_the_neighbours_are_shown(number: int, last: int, expected: str) -> None:
    """A gap stands for two pages at least: a single one is shown in its place."""

    assert expected == picture(at(number, last))


def test_each_number_leads_to_its_page() -> None:
    """Also to the one that is shown."""

    assert ["/1/", "/2/", "/3/"] == [link.url for link in at(2, 3).links]


@pytest.mark.parametrize(
    ("number", "expected"), [(1, (None, "/2/")), (2, ("/1/", "/3/")), (3, ("/2/", None))]
)
def test_one_goes_back_and_forth(number: int, expected: tuple[str | None, str | None]) -> None:
    """At either end in one direction only."""
    pages = at(number, 3)

    assert expected == (pages.previous, pages.next)


@pytest.mark.parametrize(("total", "expected"), [(0, 1), (1, 1), (100, 1), (101, 2), (200, 2), (201, 3)])
def test_no_page_is_empty_but_the_first(total: int, expected: int) -> None:
    """A list of nobody says so on a page."""

    assert expected == number_of_pages(total, 100)


def test_a_part_of_a_long_list_leads_to_the_whole() -> None:
    """Of seven, three are shown where three are enough."""

    assert Excerpt((0, 1, 2), Whole("all/", 7)) == excerpt(tuple(range(7)), 3, "all/")


@pytest.mark.parametrize(("total", "url"), [(0, "all/"), (3, "all/"), (6, "all/"), (7, None)])
def test_nothing_is_left_out_for_the_sake_of_a_few_or_without_a_way(total: int, url: str | None) -> None:
    """Up to twice as many are shown; and everything that no other page has."""
    items = tuple(range(total))

    assert Excerpt(items) == excerpt(items, 3, url)
