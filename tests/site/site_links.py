"""Every address that a built site names, followed as a browser would follow it, without a network."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote, urljoin, urlsplit

from built_site import Built, file_of
from html_pages import Element, Page

LOADED = {
    ("img", "src"),
    ("source", "src"),
    ("script", "src"),
    ("iframe", "src"),
    ("video", "src"),
}
LOADED |= {("object", "data"), ("embed", "src"), ("audio", "src"), ("video", "poster"), ("use", "href")}
LOADED_LINKS = ("stylesheet", "icon", "manifest", "preload", "modulepreload", "apple-touch-icon", "search")
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")


@dataclass(frozen=True)
class Published:
    """A site at the address it would have: `https://host.example/repo/`."""

    site: Built
    base: str

    def path(self, address: str) -> str | None:
        """Below the output; None when it is on another host or outside the site."""
        return unquote(address.removeprefix(self.base)) if address.startswith(self.base) else None

    def address(self, page: Page) -> str:
        return self.base + page.url

    def broken(self, page: Page) -> list[str]:
        """Links of the page to a file or a fragment that is not there."""
        return [address for address in self.local_addresses(page) if not self.exists(address)]

    def local_addresses(self, page: Page) -> Iterator[str]:
        """Of this host, inside of the site or not."""
        host = urlsplit(self.base).netloc
        for href in every_address(page.document):
            address = urljoin(self.address(page), href).replace("webcal://", "https://")
            if urlsplit(address).netloc == host:
                yield address

    def exists(self, address: str) -> bool:
        if address not in self._there:
            self._there[address] = self._is_there(address)
        return self._there[address]

    def _is_there(self, address: str) -> bool:
        bare, _, fragment = address.partition("#")
        path = self.path(bare.partition("?")[0])
        if path is None or not self.site.has(path):
            return False
        return not fragment or not file_of(path).endswith(".html") or fragment in self.ids(path)

    def ids(self, path: str) -> frozenset[str]:
        return self._ids.setdefault(path, frozenset(self.site.page(path).ids))

    @cached_property
    def _there(self) -> dict[str, bool]:
        return {}

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {}


def followed(site: Built, url: str) -> Iterator[Page]:
    """The pages of a list, from one « Page suivante » to the next."""
    page = site.page(url)
    yield page
    while any(words == "Page suivante" for _, words in page.links):
        page = site.page(page.link("Page suivante"))
        yield page


def crumbs(page: Page) -> list[tuple[str, str]]:
    """The way to the page: what each step says, and where it leads; '' where that is the page itself."""
    steps = (step for way in page.document.with_class("crumbs") for step in way.iter("li"))
    links = ((step.text, next(step.iter("a"), None)) for step in steps)
    return [(words, page.target(link["href"]) if link else "") for words, link in links]


def every_address(document: Element) -> Iterator[str]:
    for element in document.iter():
        for name in ("href", "src", "action", "poster"):
            if name in element.attributes:
                yield element[name]
        yield from srcset(element)


def loaded_addresses(page: Page) -> Iterator[str]:
    """What a browser fetches by itself to show the page, as written."""
    for element in page.document.iter():
        for name, value in element.attributes.items():
            if (element.tag, name) in LOADED:
                yield value
        if element.tag == "link" and set(element["rel"].split()) & set(LOADED_LINKS):
            yield element["href"]
        yield from srcset(element)
        yield from css_addresses(element["style"])


def srcset(element: Element) -> list[str]:
    return [candidate.split()[0] for candidate in element["srcset"].split(",") if candidate.strip()]


def css_addresses(css: str) -> list[str]:
    return [first or second for first, second in CSS_ADDRESS.findall(css)]
