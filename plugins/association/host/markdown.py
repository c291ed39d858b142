"""The Markdown reader: from what an editor writes to HTML that is safe to show.

Python-Markdown passes raw HTML and any URL scheme through; nh3 keeps what is on the list below.
"""

import re
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from html import unescape

import nh3
from markdown import Markdown
from markupsafe import Markup

from ..domain.text import Language
from ..problems import ContentError, Place, Problem, sentence
from .links import ELSEWHERE, ROOT, Links
from .markdown_tree import Shaping
from .prose_pictures import with_renditions

TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 "
    "h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot "
    "th thead time tr u ul var".split()
)
ATTRIBUTES = {
    "*": {"id", "lang", "title"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "td": {"colspan", "rowspan", "class"},
    "th": {"colspan", "rowspan", "scope", "class"},
    "ol": {"start"},
    "li": {"value"},
    "time": {"datetime"},
    "details": {"open"},
    "code": {"class"},
    "sup": {"class"},
    "div": {"class"},
}
CLASSES = {"td": {"num"}, "th": {"num"}, "div": {"footnote"}}
SCHEMES = {"http", "https", "mailto", "tel"}
REGIONS = {"fr": ("Tableau", "Code"), "nl": ("Tabel", "Code"), "en": ("Table", "Code")}
MARKUP = re.compile(r"<[^>]+>")
IMAGE_OF_NOTHING = re.compile(r"<img(?![^>]*\ssrc=)[^>]*>")
IMAGE_WITHOUT_WORDS = re.compile(r"<img(?![^>]*\salt=)")


class Prose:
    """Rendered, sanitised Markdown whose internal links still begin with ROOT; made when first read."""

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make

    @cached_property
    def html(self) -> str:
        return self._make()

    @property
    def is_made(self) -> bool:
        return "html" in self.__dict__

    def at(self, root: str) -> Markup:
        """The HTML for a page from which `root` leads to the root of the site."""
        return Markup(self.html.replace(f'"{ROOT}"', f'"{root or "./"}"').replace(ROOT, root))

    def excerpt(self, longest: int = 220) -> str:
        """The first paragraph, cut at a word if it is long."""
        paragraph = re.search(r"<p>(.*?)</p>", self.html, re.DOTALL)
        text = plain(paragraph[1] if paragraph else self.html)
        return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def plain(html: str) -> str:
    return " ".join(unescape(MARKUP.sub("", html)).split())


def minutes_to_read(text: str) -> int:
    """At 200 words a minute, one minute at least."""
    return max(1, round(len(text.split()) / 200))


class Renderer:
    """Renders every text of one edition, each once; one Markdown and one nh3, slow to make, serve all."""

    def __init__(self, options: Mapping[str, object], links: Links, language: Language) -> None:
        self.links = links
        self.published = {image.url: image for image in links.images.values()}
        self.shaping = Shaping(language)
        self.rendered: dict[tuple[str, str, int], Prose] = {}
        extensions = [*options.get("extensions", ()), self.shaping]
        self.source = ""
        self.cleaner = nh3.Cleaner(
            tags=set(TAGS),
            attributes=ATTRIBUTES,
            attribute_filter=self.kept,
            url_schemes=SCHEMES,
            link_rel=None,
        )
        self.converter = Markdown(**{**options, "extensions": extensions})

    def prose(self, text: str, source: str, level: int = 2) -> Prose:
        """`text` of the file `source`, its highest heading at `level`."""
        key = (source, text, level)
        if key not in self.rendered:
            self.rendered[key] = Prose(partial(self.html, text, source, level))
        return self.rendered[key]

    def unmade(self) -> list[Prose]:
        """Those that nothing has read yet, in the order they were asked for."""
        return [prose for prose in self.rendered.values() if not prose.is_made]

    def html(self, text: str, source: str, level: int) -> str:
        self.shaping.level = level
        html = self.converted(text.replace(ROOT, ""), source)
        clean = with_renditions(self.sanitised(html, source), self.published)
        return reachable(clean, self.shaping.language)

    def converted(self, text: str, source: str) -> str:
        """Whatever nests so deep that Python gives up, in spite of all bounds, is told with its file."""
        try:
            return self.converter.reset().convert(text)
        except RecursionError as error:
            raise ContentError([too_deep(source)]) from error

    def sanitised(self, html: str, source: str) -> str:
        self.source = source
        clean = self.cleaner.clean(html)
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


def reachable(html: str, language: Language) -> str:
    """Wide tables, in a frame, and long lines of code scroll within reach of the keyboard (WCAG 2.1.1)."""
    table, code = REGIONS.get(language.split("-")[0], REGIONS["en"])
    framed = html.replace("<table>", f'<div class="scroll" {region(table)}><table>')
    return framed.replace("</table>", "</table></div>").replace("<pre>", f"<pre {region(code)}>")


def region(name: str) -> str:
    """A group, not a landmark: those of one page would need different names."""
    return f'tabindex="0" role="group" aria-label="{name}"'
