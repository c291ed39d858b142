"""Every page of a site opened once in a real browser: what axe, the console and the window say of it."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright
from tools import browser_arguments

WIDTHS = (375, 1280)
SCHEMES = ("light", "dark")
LOOKS = tuple((width, scheme) for width in WIDTHS for scheme in SCHEMES)
NARROWEST = 320
AT_ONCE = 3
"""Pages open at a time: a little more than the two cores of CI, since a page also waits."""

RUN_AXE = """async (scheme) => {
  const ofColours = axe.getRules(["cat.color"]).filter(({tags}) => !tags.includes("wcag2aaa"));
  const rules = {type: "rule", values: ofColours.map(({ruleId}) => ruleId)};
  const some = scheme === "dark" ? {runOnly: rules} : {};
  const {violations} = await axe.run(document, {resultTypes: ["violations"], ...some});
  return violations.flatMap(({id, nodes}) => nodes.map(({target}) => `${id}: ${target.flat().join(" ")}`));
}"""
"""In the dark only the rules of colours: the dark scheme changes nothing else, which a gate makes sure of."""
OVERFLOW = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


Looks = tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """axe: its program; looks: in which windows and colours it judges a page."""

    axe: str
    looks: Looks


@dataclass(slots=True)
class Visit:
    """violations: by how the page was looked at, `375 dark`; overflow: pixels beyond a window of 320."""

    url: str
    violations: dict[str, list[str]] = field(default_factory=dict)
    complaints: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    overflow: int = 0


def visit_all(
    host: str, urls: Iterable[str], engine: str, axe: Path, looks: Looks = LOOKS
) -> dict[str, Visit]:
    return asyncio.run(visits(host, tuple(urls), engine, Judge(axe.read_text("utf-8"), looks)))


async def visits(host: str, urls: tuple[str, ...], engine: str, judge: Judge) -> dict[str, Visit]:
    ahead = list(reversed(urls))
    found: dict[str, Visit] = {}
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=engine, args=browser_arguments())
        await asyncio.gather(*(walk(browser, host, ahead, judge, found) for _ in range(AT_ONCE)))
        await browser.close()
    return found


async def walk(browser: Browser, host: str, ahead: list[str], judge: Judge, found: dict[str, Visit]) -> None:
    """One tab that takes the next page until none is left."""
    context = await browser.new_context(reduced_motion="reduce")
    page = await context.new_page()
    seen = Visit("")
    page.on(
        "console",
        lambda message: message.type in ("error", "warning") and seen.complaints.append(message.text),
    )
    page.on("pageerror", lambda error: seen.complaints.append(str(error)))
    page.on("response", lambda response: response.status >= 400 and seen.failed.append(response.url))
    page.on(
        "request", lambda request: request.url.startswith(("data:", host)) or seen.foreign.append(request.url)
    )
    while ahead:
        seen.url = ahead.pop()
        found[seen.url] = await looked_at(page, host, seen, judge)
        seen.violations, seen.complaints, seen.failed, seen.foreign = {}, [], [], []
    await context.close()


async def looked_at(page: Page, host: str, seen: Visit, judge: Judge) -> Visit:
    await page.set_viewport_size({"width": NARROWEST, "height": 640})
    await page.goto(f"{host}/{seen.url}", wait_until="load")
    overflow = await page.evaluate(OVERFLOW)
    if judge.looks:
        await page.evaluate(judge.axe)
    for width, scheme in judge.looks:
        await page.set_viewport_size({"width": width, "height": 800})
        await page.emulate_media(color_scheme=scheme)
        seen.violations[f"{width} {scheme}"] = await page.evaluate(RUN_AXE, scheme)
    return Visit(seen.url, seen.violations, seen.complaints, seen.failed, seen.foreign, overflow)
