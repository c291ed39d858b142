"""The Markdown reader: from what an editor writes to HTML that is safe to show.

Python-Markdown passes raw HTML and any URL scheme through; nh3 keeps what is on the list below. A link leads
to a page of the site, to a file of content/, or elsewhere; images are shown as published (assets.py).
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from unicodedata import normalize
from urllib.parse import quote, unquote
from weakref import WeakValueDictionary

import nh3
from markdown import Markdown
from markupsafe import Markup

from ..domain.knowledge import Glossary
from ..domain.markup import TAGS
from ..domain.text import Language
from ..problems import ContentError, Place, Problem, sentence
from .assets import ROOT, PublishedImage, with_renditions
from .embeds import ALL_WORDS, with_links
from .parts import Parted, parted, plain, reachable, rooted, with_abbreviations
from .shaping import Shaping
from .urls import address_of, encoded, file_of

ATTRIBUTES = {
    "*": {"id", "lang", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "td": {"colspan", "rowspan", "class"},
    "th": {"colspan", "rowspan", "scope", "class"},
    "ol": {"start"},
    "li": {"value", "class"},
    "time": {"datetime"},
    "details": {"open"},
    "code": {"class"},
    "sup": {"class"},
    "div": {"class"},
}
CLASSES = {"td": {"num"}, "th": {"num"}, "div": {"footnote", "admonition", "toc"}, "li": {"task"}}
SCHEMES = {"http", "https", "mailto", "tel"}
ADDRESS = re.compile(rf'(?<="{ROOT})[^"#?]*')
RAW_TITLE = re.compile(r"(?<=<)h1(?=[\s>])|(?<=</)h1(?=>)", re.IGNORECASE)
"""Of the page there is one, which is not in the text."""
CONTENTS_OR_TITLE = re.compile(
    r'<div class="toc">.*?</div>|(?<=<div class="admonition">)\s*<p><strong>[^<]*</strong></p>', re.DOTALL
)
IMAGE_OF_NOTHING = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
IMAGE_WITHOUT_WORDS = re.compile(r"<img(?![^>]*\salt=)")


@dataclass(frozen=True, eq=False)
class Prose:
    """Markdown that is rendered and sanitised when first read; its internal links still begin with ROOT.

    source: the file it stands in, from whose folder relative links start. level: of its highest heading.
    """

    text: str
    source: str
    level: int
    renderer: "Renderer"

    @cached_property
    def html(self) -> str:
        return self.renderer.html(self.text, self.source, self.level)

    @property
    def origin(self) -> "Prose":
        """What has to be rendered for it."""
        return self

    @property
    def is_made(self) -> bool:
        return "html" in self.__dict__

    def is_told(self, html: str) -> None:
        """What another process has rendered."""
        self.__dict__["html"] = html

    @property
    def language(self) -> Language:
        return self.renderer.shaping.language

    def at(self, root: str) -> Markup:
        """The HTML for a page from which `root` leads to the root of the site."""
        return Markup(rooted(self.html, root))

    def elsewhere(self, site: str, page: str) -> str:
        """The HTML for a reader of feeds: `site` leads to its root, `page` to where its own parts are."""
        return str(self.at(site)).replace('href="#', f'href="{page}#')

    def parted(self, level: int) -> Parted:
        """By its headings of that level."""
        return parted(self.html, level)

    def excerpt(self, longest: int = 220) -> str:
        """The first paragraph of its own words, cut at a word if it is long; no title of contents."""
        html = CONTENTS_OR_TITLE.sub("", self.html)
        paragraphs = (plain(found[1]) for found in re.finditer(r"<p>(.*?)</p>", html, re.DOTALL))
        own = next((words for words in paragraphs if not ALL_WORDS.fullmatch(words)), None)
        text = plain(html) if own is None else own
        return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


@dataclass(frozen=True, eq=False)
class Borrowed(Prose):
    """A text as the pages of its own language have it, on a page of another, whose links stay there.

    pages: where each page is in the language of the page, by its address in that of the text.
    """

    pages: Mapping[str, str]

    @property
    def origin(self) -> Prose:
        return self.renderer.prose(self.text, self.source, self.level)

    @cached_property
    def html(self) -> str:
        return ADDRESS.sub(lambda found: self.pages.get(found[0], found[0]), self.origin.html)


@dataclass(frozen=True, slots=True)
class Borrower:
    """home: renders for the pages in the language of the texts."""

    home: "Renderer"
    pages: Mapping[str, str]

    def prose(self, text: str, source: str, level: int = 2) -> Prose:
        return Borrowed(text, source, level, self.home, self.pages)


def minutes_to_read(text: str) -> int:
    """At 200 words a minute, one minute at least."""
    return max(1, round(len(text.split()) / 200))


@dataclass(frozen=True, slots=True)
class Links:
    """Attributes:

    pages: address (from the site root) of each published file of content/, by its path below content/.
    images: the published form of each image of content/, by its path below content/.
    names_files: whether addresses of folders name the file in them, but for those of others: places beside
    the site.
    """

    pages: Mapping[str, str]
    images: Mapping[str, PublishedImage]
    names_files: bool = False
    of_others: tuple[str, ...] = ()

    def resolve(self, target: str, source: str) -> str:
        """`target` as written in the file `source` (a path below content/), as an address."""
        if ELSEWHERE.match(target) and not ROOTED.match(target):
            return UNSAFE.sub(lambda sign: quote(sign[0]), target.strip())
        path, rest = self.path_of(target, source)
        return self._address(path) + encoded(rest)

    def path_of(self, target: str, source: str) -> tuple[str, str]:
        """The path below content/ of what a target names, and what follows it: `?…`, `#…`."""
        pelican = PELICAN_LINK.match(target)
        written, rest = split_address(pelican[1] if pelican else target)
        path = normalize("NFC", unquote(written))
        if not pelican and path.startswith("/"):
            return path[1:], rest
        base = "" if path.startswith("/") else posixpath.dirname(source)
        return posixpath.normpath(posixpath.join(base, path.lstrip("/"))), rest

    def _address(self, path: str) -> str:
        if path in self.images:
            return ROOT + self.images[path].url
        if path in self.pages:
            return ROOT + self.pages[path]
        is_ours = self.names_files and not path.startswith(self.of_others or "/")
        return ROOT + address_of(file_of(path) if is_ours else path)


def split_address(written: str) -> tuple[str, str]:
    """Before and from the first `?` or `#`."""
    found = QUERY_OR_FRAGMENT.search(written)
    return (written[: found.start()], written[found.start() :]) if found else (written, "")


NO_GLOSSARIES: Mapping[Language, Glossary] = MappingProxyType({})


class Renderer:
    """Renders every text of one edition, each once; one Markdown and one nh3, slow to make, serve all."""

    def __init__(
        self,
        converter: Markdown,
        links: Links,
        language: Language,
        another: Callable[[], Markdown] | None = None,
        homes: "Mapping[Language, Renderer] | None" = None,
        glossaries: Mapping[Language, Glossary] = NO_GLOSSARIES,
    ) -> None:
        """another: makes converters, for texts in other languages; without it, all are taken for one.

        homes: the renderers of the pages in each language of the site, once they are made.
        """
        self.links = links
        self.another, self.homes = another, homes or {}
        self.others: dict[Language, Renderer] = {}
        self.borrowers: dict[Language, Borrower] = {}
        self.glossaries, self.glossary = glossaries, glossaries.get(language, Glossary())
        self.published = {image.url: image for image in links.images.values()}
        self.shaping = Shaping(language)
        self.rendered: dict[tuple[str, str, int], Prose] = {}
        self.former: dict[tuple[str, str, int], Prose] = {}
        self.held: WeakValueDictionary[tuple[str, str, int], Prose] = WeakValueDictionary()
        self.source = ""
        self.cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            attribute_filter=self.kept,
            url_schemes=SCHEMES,
            link_rel=None,
        )
        self.converter = converter
        converter.registerExtensions([self.shaping], {})

    def begin(self, homes: "Mapping[Language, Renderer] | None" = None) -> None:
        """Of another build: texts that the last one has not asked for are forgotten, unless others hold them.

        A plan that is kept does, and does not ask again.
        """
        self.former, self.rendered = self.rendered, {}
        self.homes, self.borrowers = homes or {}, {}
        for other in self.others.values():
            other.begin()

    def of(self, language: Language) -> "Renderer | Borrower":
        """For texts in that language on the same pages; '' is the language of the pages."""
        if not self.another or language in ("", self.shaping.language):
            return self
        if language in self.homes:
            return self.borrower(language)
        if language not in self.others:
            self.others[language] = Renderer(self.another(), self.links, language, glossaries=self.glossaries)
        return self.others[language]

    def borrower(self, language: Language) -> Borrower:
        if language not in self.borrowers:
            home, own = self.homes[language], self.links.pages
            same = {url: own[source] for source, url in home.links.pages.items() if source in own}
            self.borrowers[language] = Borrower(home, same)
        return self.borrowers[language]

    def prose(self, text: str, source: str, level: int = 2) -> Prose:
        """`text` of the file `source`, its highest heading at `level`."""
        key = (source, text, level)
        if key not in self.rendered:
            self.rendered[key] = self.held[key] = self.held.get(key) or Prose(text, source, level, self)
        return self.rendered[key]

    def made_from(self) -> tuple[object, ...]:
        """What decides how a text is rendered, beside the settings of Markdown."""
        return self.links, self.shaping.language, self.glossaries

    def html(self, text: str, source: str, level: int) -> str:
        self.shaping.level, self.shaping.has_terms = level, source in self.glossary.sources
        html = self.converted(text.replace(ROOT, ""), source)
        html = RAW_TITLE.sub("h2", html) if "h1" in html or "H1" in html else html
        told = with_abbreviations(self.sanitised(html, source), self.glossary.abbreviations)
        clean = with_renditions(told, self.published)
        return reachable(clean, self.shaping.language)

    def converted(self, text: str, source: str) -> str:
        """Whatever nests so deep that Python gives up, in spite of all bounds, is told with its file."""
        try:
            return self.converter.reset().convert(text)
        except RecursionError as error:
            raise ContentError([too_deep(source)]) from error

    def sanitised(self, html: str, source: str) -> str:
        self.source = source
        clean = self.cleaner.clean(with_links(html, self.shaping.language))
        return IMAGE_WITHOUT_WORDS.sub('<img alt=""', IMAGE_OF_NOTHING.sub("", clean))

    def kept(self, tag: str, attribute: str, value: str) -> str | None:
        """What nh3 keeps of an attribute in a text of `self.source`."""
        if attribute == "class":
            return class_kept(tag, value)
        if attribute == "src":
            return self.image_address(value, self.source)
        return self.links.resolve(value, self.source) if attribute == "href" else value

    def image_address(self, target: str, source: str) -> str | None:
        """Only images of the site itself: visitors are never sent to another host."""
        return None if ELSEWHERE.match(target) else self.links.resolve(target, source)


def too_deep(source: str) -> Problem:
    return Problem(
        Place(source),
        "text-too-deep",
        sentence("in a text of this file, too many things stand in one another"),
        sentence("take out marks of lists, quotations and emphasis, or HTML"),
    )


def class_kept(tag: str, value: str) -> str | None:
    names = [name for name in value.split() if name in CLASSES.get(tag, ()) or name.startswith("language-")]
    return " ".join(names) or None


PELICAN_LINK = re.compile(r"[{|](?:filename|static|attach)[}|](.*)", re.DOTALL)
ROOTED = re.compile(r"/(?!/)")
QUERY_OR_FRAGMENT = re.compile(r"[?#]")
UNSAFE = re.compile(r"[ \"<>\\^`{|}]")
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|[#?]|$")
