"""The gates run by `python3 tasks.py gates`; elsewhere they are skipped, and say so."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import Built
from playwright.sync_api import Browser, Page, sync_playwright
from static_host import hosted
from tools import browser_arguments, engine

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "exports"), str(HERE.parent / "site")]
WANTED = bool(os.environ.get("ASSOSITE_GATES"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if WANTED:
        return
    skipped = pytest.mark.skip(reason="the gates run with ASSOSITE_GATES=1 (python3 tasks.py gates)")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(skipped)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Every reason for a skip, once: a gate that did not judge is no gate."""
    reports = terminalreporter.stats.get("skipped", [])
    reasons = {report.longrepr[2] for report in reports if "tests/gates" in report.nodeid}
    for reason in sorted(reasons):
        terminalreporter.write_line(f"NOT JUDGED: {reason.removeprefix('Skipped: ')}", yellow=True, bold=True)


@pytest.fixture(scope="session")
def host(tactic: Built) -> Iterator[str]:
    with hosted(tactic.folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = engine()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=browser_arguments())
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of its own, in which nothing moves."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()
