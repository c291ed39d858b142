"""Every page of TacTic in Chromium: accessible, within its policy, within its window, complete."""

import re
from collections import Counter

import pytest
from built_site import Built
from tools import engine, node_package
from visits import SCHEMES, WIDTHS, Visit, visit_all

LOOKS = [f"{width} {scheme}" for width in WIDTHS for scheme in SCHEMES]


@pytest.fixture(scope="module")
def visits(host: str, tactic: Built) -> dict[str, Visit]:
    return visit_all(host, tactic.urls, engine(), node_package("axe-core/axe.min.js"))


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(visits: dict[str, Visit], look: str) -> None:
    """WCAG 2.2 AA and good practice, on every page, by width and colour scheme."""
    found = Counter(violation for visit in visits.values() for violation in visit.violations[look])

    assert {} == dict(found.most_common(20))


def test_every_page_was_judged(visits: dict[str, Visit], tactic: Built) -> None:
    """Every address of the site, in every look."""
    judged = {url: sorted(visit.violations) for url, visit in visits.items()}

    assert {url: sorted(LOOKS) for url in tactic.urls} == judged


def test_the_dark_scheme_changes_colours_only(tactic: Built) -> None:
    """Which is why in the dark only colours have to be judged again; those of pictures, by filters."""
    style = tactic.text("theme/parvis.css")
    dark = "".join(re.findall(r"@media ?\(prefers-color-scheme: ?dark\) ?\{(.*?\})\s*\}", style, re.DOTALL))
    changed = re.findall(r"([\w-]+): ?([^;{}]+)", dark)

    assert style.count("prefers-color-scheme") == len(re.findall(r":root", dark)) > 0
    assert [] == [
        (name, value)
        for name, value in changed
        if not re.fullmatch(
            r"--[\w-]+#[0-9a-f]{6}|--(photo|drawing)(brightness|invert).*", name + value.strip()
        )
    ]


def test_no_page_complains(visits: dict[str, Visit]) -> None:
    """Neither the content security policy of `_headers` nor a script has anything to say."""

    assert {} == {visit.url: visit.complaints for visit in visits.values() if visit.complaints}


def test_no_page_asks_for_what_is_not_there(visits: dict[str, Visit]) -> None:
    """No 404 for an image, a style, a script."""

    assert {} == {visit.url: visit.failed for visit in visits.values() if visit.failed}


def test_no_page_asks_another_host(visits: dict[str, Visit]) -> None:
    """Visitors are seen by the association alone."""

    assert {} == {visit.url: visit.foreign for visit in visits.values() if visit.foreign}


def test_no_page_scrolls_sideways_on_the_smallest_phone(visits: dict[str, Visit]) -> None:
    """320 pixels, which is also 1280 at 400 % (WCAG 1.4.10)."""

    assert {} == {visit.url: visit.overflow for visit in visits.values() if visit.overflow > 0}
