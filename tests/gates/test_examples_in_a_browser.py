"""Every page of the four other associations in Chromium, as those of TacTic are.

Each on a telephone, each fourth one on a wide and dark screen too: what width and colours do to the theme,
all of TacTic's pages show.
"""

from collections import Counter

import pytest
from built_site import EXAMPLES, Built, Example
from static_host import hosted
from tools import chromium, node_package
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
        twice = visit_all(host, site.urls[::TURNS], chromium(), axe, LOOKS)
        once = [url for url in site.urls if url not in twice]
        return {**twice, **visit_all(host, once, chromium(), axe, LOOKS[:1])}


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
    """Those of one kind lie together, so that each kind is judged in both looks."""
    judged = {url: len(visit.violations) for url, visit in visits.items()}

    assert dict.fromkeys(site.urls, 1) | dict.fromkeys(site.urls[::TURNS], 2) == judged


def test_no_page_complains_or_lacks_something_or_asks_another_host(visits: dict[str, Visit]) -> None:
    """Scripts, the content security policy, images and styles."""
    told = {visit.url: visit.complaints + visit.failed + visit.foreign for visit in visits.values()}

    assert {} == {url: all_of_it for url, all_of_it in told.items() if all_of_it}


def test_no_page_scrolls_sideways_on_the_smallest_phone(visits: dict[str, Visit]) -> None:
    """320 pixels, whatever the length of a word in that language."""

    assert {} == {visit.url: visit.overflow for visit in visits.values() if visit.overflow > 0}
