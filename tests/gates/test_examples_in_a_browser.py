"""Every page of the four other associations in Chromium, as those of TacTic are.

All are opened; axe judges each second one on a telephone, and each fourth one on a wide and dark screen too:
those of one kind lie together, and all of TacTic's pages are judged in every look.
"""

from collections import Counter

import pytest
from built_site import EXAMPLES, Built, Example
from static_host import hosted
from tools import engine, node_package
from visits import Visit, visit_all

LOOKS = ((375, "light"), (1280, "dark"))
TURNS = 4


@pytest.fixture(scope="module", params=EXAMPLES)
def site(request: pytest.FixtureRequest, example: Example) -> Built:
    return example(request.param)


@pytest.fixture(scope="module")
def visits(site: Built) -> dict[str, Visit]:
    axe = node_package("axe-core/axe.min.js")
    with hosted(site.folder) as host:
        twice = visit_all(host, site.urls[::TURNS], engine(), axe, LOOKS)
        once = visit_all(host, site.urls[TURNS // 2 :: TURNS], engine(), axe, LOOKS[:1])
        opened = [url for url in site.urls if url not in twice and url not in once]
        return {**twice, **once, **visit_all(host, opened, engine(), axe, ())}


def test_axe_finds_nothing(visits: dict[str, Visit]) -> None:
    """WCAG 2.2 AA and good practice, in the association's own accent."""
    found = Counter(
        f"{look} {violation}"
        for visit in visits.values()
        for look, told in visit.violations.items()
        for violation in told
    )

    assert {} == dict(found.most_common(20))


def test_every_page_was_judged(visits: dict[str, Visit], site: Built) -> None:
    """Opened at least."""
    looks = {
        **dict.fromkeys(site.urls, 0),
        **dict.fromkeys(site.urls[TURNS // 2 :: TURNS], 1),
        **dict.fromkeys(site.urls[::TURNS], 2),
    }

    assert looks == {url: len(visit.violations) for url, visit in visits.items()}


def test_no_page_complains_or_lacks_something_or_asks_another_host(visits: dict[str, Visit]) -> None:
    """Scripts, the content security policy, images and styles."""
    told = {visit.url: visit.complaints + visit.failed + visit.foreign for visit in visits.values()}

    assert {} == {url: all_of_it for url, all_of_it in told.items() if all_of_it}


def test_no_page_scrolls_sideways_on_the_smallest_phone(visits: dict[str, Visit]) -> None:
    """320 pixels, whatever the length of a word in that language."""

    assert {} == {visit.url: visit.overflow for visit in visits.values() if visit.overflow > 0}
