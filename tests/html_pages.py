"""One page of a built site as a visitor meets it: its words, its headings, where its links lead."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = ("head", "script", "style", "template")
HERE = "http://site.invalid/"
"""Stands for the root of the site while links are followed."""


@dataclass(slots=True, eq=False)
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def iter(self, *tags: str) -> Iterator["Element"]:
        """This element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if not tags or element.tag in tags:
                yield element
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]

    def first(self, *tags: str) -> "Element":
        found = next(self.iter(*tags), None)
        assert found is not None, f"no <{'>, <'.join(tags)}> in <{self.tag}>"
        return found

    def with_class(self, name: str) -> list["Element"]:
        return [element for element in self.iter() if name in element["class"].split()]

    @property
    def text(self) -> str:
        """What is read, white space as one space; no-break spaces as plain ones."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in UNSEEN:
                yield from child._pieces()
                yield "" if child.tag in INLINE else " "


INLINE = frozenset(
    "a abbr b bdi cite code em i ins del mark q s small span strong sub sup time u var".split()
)


class TreeBuilder(HTMLParser):
    """Our pages close what they open (the HTML checker of tests/gates sees to it): no repairs are made."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: str) -> Element:
    builder = TreeBuilder()
    builder.feed(html)
    builder.close()
    return builder.root


@dataclass(frozen=True)
class Page:
    """url: from the root of the site, without a slash before it."""

    url: str
    html: str

    @cached_property
    def document(self) -> Element:
        return parsed(self.html)

    @cached_property
    def main(self) -> Element:
        return self.document.first("main")

    @property
    def title(self) -> str:
        return self.document.first("title").text

    @property
    def text(self) -> str:
        return self.document.first("body").text

    @property
    def headings(self) -> tuple[str, ...]:
        """`1 Annuaire`, `2 Par commune`…, in order."""
        return tuple(f"{element.tag[1]} {element.text}" for element in self.document.iter(*HEADINGS))

    @cached_property
    def links(self) -> tuple[tuple[str, str], ...]:
        """(where it leads, what it says) of each link in the page."""
        return tuple(
            (self.target(a["href"]), a.text) for a in self.document.iter("a") if "href" in a.attributes
        )

    @property
    def targets(self) -> frozenset[str]:
        """Where links lead, fragments left aside."""
        return frozenset(target.partition("#")[0] for target, _ in self.links)

    @property
    def days(self) -> frozenset[str]:
        """`2026-11-22`: the days that `<time>` tells machines, in the main part."""
        return frozenset(time["datetime"][:10] for time in self.main.iter("time"))

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(element["id"] for element in self.document.iter() if "id" in element.attributes)

    def target(self, href: str) -> str:
        """An address of this page from the root of the site; an address elsewhere as it is."""
        absolute = urljoin(HERE + self.url, href)
        return absolute.removeprefix(HERE) if absolute.startswith(HERE) else absolute

    def link(self, says: str) -> str:
        """Where the link of these words leads."""
        found = [target for target, words in self.links if words == says]
        assert found, f"no link says {says!r} on /{self.url}; there are {sorted({w for _, w in self.links})}"
        return found[0]


def is_internal(target: str) -> bool:
    return not urlsplit(target).scheme
