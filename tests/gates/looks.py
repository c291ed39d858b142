"""What axe says of an open page, in one window and one colour scheme."""

from playwright.sync_api import Page
from tools import node_package
from visits import RUN_AXE


def violations(page: Page, width: int, scheme: str) -> list[str]:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(node_package("axe-core/axe.min.js").read_text("utf-8"))
    return page.evaluate(RUN_AXE, scheme)
