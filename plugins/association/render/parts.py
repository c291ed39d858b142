"""The HTML of a text, once it is safe: its parts below headings, abbreviations in its words, what scrolls.

Of sanitised HTML alone, in which every element is closed and every `>` of an attribute stands in quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape, unescape

import nh3
from markupsafe import Markup

from ..domain.text import Language
from .assets import ROOT
from .words import words_in

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>')
ID = re.compile(r'\sid="([^"]*)"')
ABBREVIATED = re.compile(r"<abbr(?:\s[^>]*)?>([^<]*)</abbr>")
WITHOUT_END = frozenset(("br", "col", "hr", "img", "wbr"))
AS_WRITTEN = frozenset(("abbr", "code", "dfn", "kbd", "pre", "samp", "h1", "h2", "h3", "h4", "h5", "h6"))
"""In which an abbreviation is not told: it is there already, or is code, or the name of a part."""
READ = set("h2 h3 h4 h5 h6 br ol ul li a p div b strong i em".split())
"""https://developers.google.com/search/docs/appearance/structured-data/faqpage"""
NOTE_CALL = re.compile(r'<sup id="fnref[^"]*">.*?</sup>')
NOTES = '<div class="footnote">'


@dataclass(frozen=True)
class Html:
    """HTML of an editor whose internal links still begin with ROOT."""

    html: str

    def at(self, root: str) -> Markup:
        """For a page from which `root` leads to the root of the site."""
        return Markup(rooted(self.html, root))

    @property
    def words(self) -> str:
        return plain(self.html)

    def for_search_engines(self, root: str) -> str:
        """With the marks that they read in an answer, and without calls of notes."""
        html = rooted(NOTE_CALL.sub("", self.html), root)
        return nh3.clean(html, tags=READ, attributes={"a": {"href"}}, link_rel=None).strip()


def rooted(html: str, root: str) -> str:
    return html.replace(f'"{ROOT}"', f'"{root or "./"}"').replace(ROOT, root)


def plain(html: str) -> str:
    return " ".join(unescape(TAG.sub("", html)).split())


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below a heading, up to the next one of its level or of a higher one."""

    id: str
    title: Html
    body: Html


@dataclass(frozen=True, slots=True)
class Group:
    """title: nothing of what stands before the first one. lead: before the first of its parts."""

    id: str = ""
    title: Html = Html("")
    lead: Html = Html("")
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Parted:
    """A text by its headings. notes: at its foot, to which any part may lead."""

    groups: tuple[Group, ...] = ()
    notes: Html = Html("")

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(part for group in self.groups for part in group.parts)


@dataclass(slots=True)
class Passage:
    """From a heading to the next, `level` 0 of what stands before all; html: what follows the heading."""

    level: int
    id: str
    title: Html
    html: Html = field(default=Html(""))


def parted(html: str, level: int) -> Parted:
    """By headings of that level, in groups by those above it; deeper ones are in the text of a part."""
    text, mark, notes = html.partition(NOTES)
    groups: list[Group] = []
    for passage in passages(text, level):
        if passage.level < level:
            groups.append(Group(passage.id, passage.title, passage.html))
        else:
            last, part = groups[-1], Part(passage.id, passage.title, passage.html)
            groups[-1] = Group(last.id, last.title, last.lead, (*last.parts, part))
    return Parted(tuple(groups), Html(mark + notes))


def passages(html: str, level: int) -> Iterator[Passage]:
    passage, begun = Passage(0, "", Html("")), 0
    for tag in outermost(html):
        if tag[2][0] == "h" and tag[2][1:].isdigit() and int(tag[2][1:]) <= level:
            passage.html = Html(html[begun : tag.start()].strip())
            yield passage
            end = html.index(f"</{tag[2]}>", tag.end())
            name = ID.search(tag[3])
            passage = Passage(int(tag[2][1:]), name[1] if name else "", Html(html[tag.end() : end]))
            begun = end + len(f"</{tag[2]}>")
    passage.html = Html(html[begun:].strip())
    yield passage


def outermost(html: str) -> Iterator[re.Match[str]]:
    """Where the elements that stand in no other begin."""
    depth = 0
    for tag in TAG.finditer(html):
        if tag[2] in WITHOUT_END:
            continue
        if not tag[1] and depth == 0:
            yield tag
        depth += -1 if tag[1] else 1


Known = tuple[tuple[str, str], ...]
"""Abbreviations, each with what it stands for."""


def with_abbreviations(html: str, known: Known) -> str:
    """The first time that a text has one, it says what it stands for, unless the text does so itself."""
    met = tuple(pair for pair in known if escape(pair[0]) in html)
    if not met:
        return html
    own = {unescape(found) for found in ABBREVIATED.findall(html)}
    untold = {name: words for name, words in met if name not in own}
    return "".join(Telling(pattern_of(met), untold).pieces(html))


@lru_cache(maxsize=1024)
def pattern_of(known: Known) -> re.Pattern[str]:
    """Capitals matter; `ESNs`, `www.esn.example` and `a@ESN` are other words."""
    names = sorted((escape(name) for name, _ in known), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w.@&])(?:{'|'.join(map(re.escape, names))})(?![\w@]|\.\w)")


@dataclass(slots=True)
class Telling:
    """A walk through one text; untold: what has not been met yet."""

    pattern: re.Pattern[str]
    untold: dict[str, str]

    def pieces(self, html: str) -> Iterator[str]:
        position = within = 0
        for tag in TAG.finditer(html):
            if not self.untold:
                break
            yield from self.told(html[position : tag.start()], within)
            yield tag[0]
            if tag[2] in AS_WRITTEN:
                within += -1 if tag[1] else 1
            position = tag.end()
        yield from self.told(html[position:], within)

    def told(self, words: str, within: int) -> Iterator[str]:
        yield words if within or not words else self.pattern.sub(self.abbreviation, words)

    def abbreviation(self, found: re.Match[str]) -> str:
        words = self.untold.pop(unescape(found[0]), None)
        return found[0] if words is None else f'<abbr title="{escape(words)}">{found[0]}</abbr>'


def reachable(html: str, language: Language) -> str:
    """Wide tables, in a frame, and long lines of code scroll within reach of the keyboard (WCAG 2.1.1)."""
    words = words_in(language)
    framed = html.replace("<table>", f'<div class="scroll" {region(words.table)}><table>')
    return framed.replace("</table>", "</table></div>").replace("<pre>", f"<pre {region(words.code)}>")


def region(name: str) -> str:
    """A group, not a landmark: those of one page would need different names."""
    return f'tabindex="0" role="group" aria-label="{name}"'
