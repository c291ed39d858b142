"""Sites that tests share. Every build runs in a process of its own: Pelican's signals live as long as one."""

import fcntl
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
from built_site import (
    REPOSITORY,
    SHARED_CACHES,
    SITEURL,
    TODAY,
    Built,
    Example,
    Files,
    SiteOf,
    build,
    build_by_command,
    caches,
    passphrase_of,
    write_site,
)
from hypothesis import settings

LONGEST = frozenset(
    {
        "test_examples_in_a_browser.py",  # gates: every page is opened
        "test_every_page_in_a_browser.py",
        "test_html.py",
        "test_accents.py",
        "test_calendar_readers.py",
        "test_lighthouse.py",
        "test_publish_by_rsync.py",  # tests: it mostly waits
    }
)
"""Files of a minute and more, or of few tests that take long; the others that build whole sites come next."""

settings.register_profile("assosite", deadline=None, derandomize=True, database=None)
settings.load_profile("assosite")  # the same examples on every machine, however slow


def pytest_configure() -> None:
    """The first process, of which the others have their environment."""
    if SHARED_CACHES not in os.environ:
        os.environ[SHARED_CACHES] = caches().name


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: tests also wait, for rsync, for a browser, for a site."""
    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest files come first: at the end, one processor would wait for the other."""
    items.sort(key=lambda item: (item.path.name not in LONGEST, item.path.parent.name != "site"))


@pytest.fixture(autouse=True)
def zones_of_no_other_calendar() -> None:
    """icalendar remembers the zones that calendars explain, and takes them for those of the next calendar."""
    if icalendar := sys.modules.get("icalendar"):
        icalendar.use_zoneinfo()


@pytest.fixture(scope="session")
def tactic(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the repository, built once, at its address; nobody writes into it."""
    with one_at_a_time("tactic", tmp_path_factory) as folder:
        return built_once(folder, lambda output: build_by_command(REPOSITORY, output, SITEURL))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The four other associations, each built once, at an address of its own; nobody writes into them."""

    @cache
    def made(name: str) -> Built:
        site, address = REPOSITORY / "examples" / name, f"https://{name}.example"
        opening = passphrase_of(site)
        with one_at_a_time(name, tmp_path_factory) as folder:
            return built_once(folder, lambda output: build(site, output, address, variables=opening))

    return made


def built_once(folder: Path, building: Callable[[Path], Built]) -> Built:
    """Without a word: neither an error nor a warning."""
    output, is_whole = folder / "output", folder / "whole"
    if not is_whole.exists():
        site = building(output)
        assert (0, "") == (site.code, site.said), site.said
        is_whole.touch()
    return Built(0, output, "")


@contextmanager
def one_at_a_time(name: str, factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder of all processes of these tests, for this one alone."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


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
