"""Sites that tests share. Every build runs in a process of its own: Pelican's signals live as long as one."""

import sys
from datetime import datetime

import pytest
from built_site import REPOSITORY, SITEURL, TODAY, Built, Files, SiteOf, build, build_by_command, write_site
from hypothesis import settings

settings.register_profile("assosite", deadline=None, derandomize=True, database=None)
settings.load_profile("assosite")  # the same examples on every machine, however slow


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that build whole sites come first: at the end, one processor would wait for the other."""
    items.sort(key=lambda item: item.path.parent.name != "site")


@pytest.fixture(autouse=True)
def zones_of_no_other_calendar() -> None:
    """icalendar remembers the zones that calendars explain, and takes them for those of the next calendar."""
    if icalendar := sys.modules.get("icalendar"):
        icalendar.use_zoneinfo()


@pytest.fixture(scope="session")
def tactic(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the repository, built once, at its address."""
    site = build_by_command(REPOSITORY, tmp_path_factory.mktemp("tactic") / "output", SITEURL)
    assert (0, "") == (site.code, site.said), site.said
    return site


@pytest.fixture(scope="session")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> SiteOf:
    """Builds a site from its files, each only once; `may_fail` when its problems are what is tested."""
    known: dict[object, Built] = {}

    def made(files: Files, siteurl: str = "", moment: datetime = TODAY, may_fail: bool = False) -> Built:
        key = (*sorted(files.items()), siteurl, moment)
        if key not in known:
            folder = tmp_path_factory.mktemp("site")
            known[key] = build(write_site(folder, files), folder / "output", siteurl, moment)
        site = known[key]
        assert may_fail or site.code == 0, site.said
        return site

    return made
