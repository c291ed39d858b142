"""Pages in colours that associations have: read as well as in ours, light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import REPOSITORY, Built, build
from looks import violations
from playwright.sync_api import Page
from static_host import hosted

ACCENTS = ("#e2001a", "#ffcc00", "#777777", "#e8590c")
"""Red for paper but not for darker paper, yellow for dark pages, grey for none, orange for buttons."""
PAGES = ("", "agenda/", "agenda/calendriers/", "annuaire/", "adherer/")


@pytest.fixture(scope="module", params=ACCENTS)
def coloured(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of the repository is shown in another accent."""
    site = tmp_path_factory.mktemp("accent")
    for name in ("members.yaml", "commissions.yaml", "content"):
        (site / name).symlink_to(REPOSITORY / name)
    settings = (REPOSITORY / "pelicanconf.py").read_text(encoding="utf-8")
    own = f'ASSOCIATION["accent"] = "{request.param}"\n'
    (site / "pelicanconf.py").write_text(settings + own, encoding="utf-8")
    built: Built = build(site, Path(site, "output"))
    assert built.code == 0, built.said
    with hosted(built.folder) as host:
        yield host


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("url", PAGES)
def test_axe_finds_nothing_in_another_accent(page: Page, coloured: str, url: str, scheme: str) -> None:
    """No text too near to what it stands on."""
    page.goto(f"{coloured}/{url}")

    assert [] == violations(page, 375, scheme)
