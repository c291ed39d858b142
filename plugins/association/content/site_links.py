"""Links to pages of the site, followed as visitors follow them: `/annuaire/`, `/charte/#article-2`, `#ici`.

Which pages there are is for others to know (`Destinations`); what a text calls its parts, its headings tell,
plain ones at a glance. Files below content are followed in `links`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from html import unescape
from posixpath import basename, normpath
from unicodedata import normalize
from urllib.parse import unquote

from ..domain.asides import asides
from ..domain.text import Slug, slug_of
from ..problems import Place, Problem, Sentence, Severity, sentence
from .context import LoadContext
from .notes import MarkdownText, Mention, Readers
from .site import Destinations
from .suggestions import nearest

PLACEHOLDER = re.compile(r"^[{|](?:filename|static|attach)[}|]")
CHECKED_AS_FILES = ("/images/", "/documents/")
HEADING = re.compile(r"(?:(?<=\n\n)|\A)#{1,6} ([^\W_](?:[^\W_]|[ ,.’'()-])*)(?=\n|\Z)")
"""In which nothing is marked up: what it is called is made of its letters."""
OPENED = re.compile(r"<h([1-6])[^>]*\sid=\"([^\"]+)\"[^>]*>(.*?)</h\1>", re.DOTALL)
NAMED = re.compile(r"<(\w+)[^>]*?\sid=\"([^\"]+)\"")
TAG = re.compile(r"<[^>]*>")
NOT_OF_A_FORGE = re.compile(r"[^\w\- ]")
FIGURE = "fig-"
TOP = ("", "top")
PASSAGE = ":~:"
"""Begins what a browser looks for in the words of a page."""
EMPTY = "[]("


@dataclass(frozen=True, slots=True)
class Parts:
    """What one can link to in a text. alike: what headings are called here, by what a forge calls them."""

    names: frozenset[str]
    figures: frozenset[str]
    alike: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Way:
    """A link as it is written at `place`, its path decoded.

    text: the one it stands in; None for a field. is_empty: it is to be given the number of a figure.
    """

    path: str
    fragment: str
    place: Place
    text: MarkdownText | None = None
    readers: Readers = Readers.ALL
    is_empty: bool = False


def way(address: str, place: Place) -> Way:
    path, _, fragment = address.strip().partition("#")
    written = normalize("NFC", unquote(path.partition("?")[0]))
    return Way(written, unquote(fragment), place)


class SiteLinks:
    """Judges the links of one site."""

    def __init__(self, context: LoadContext, known: Destinations) -> None:
        self.context, self.known = context, known

    @cached_property
    def texts(self) -> dict[str, MarkdownText]:
        """By their files; of a file of fields, one."""
        parts = (part for _, part in self.context.gathered.parts)
        return {passage.place_of(0).file: passage for part in parts for passage in part.passages}

    def of_text(self, address: str, offset: int, text: MarkdownText) -> None:
        found = way(address, text.place_of(offset))
        is_empty = text.text.endswith(EMPTY, 0, offset)
        self.judge(replace(found, text=text, readers=text.readers, is_empty=is_empty))

    def of_field(self, mention: Mention, address: str) -> None:
        self.judge(replace(way(address, mention.place), readers=mention.readers))

    def judge(self, link: Way) -> None:
        if link.path.startswith("/"):
            self.context.notes.problems.extend(self.of_page(link))
        elif link.text and (link.path == "" or link.path.lower().endswith((".md", ".markdown"))):
            self.context.notes.problems.extend(self.of_parts(link, self.text_of(link)))

    def text_of(self, link: Way) -> MarkdownText | None:
        """That the link is in, or the one whose file it names."""
        if not link.text or not link.path:
            return link.text
        written = PLACEHOLDER.sub("", link.path)
        base = "" if written.startswith("/") else link.text.folder
        return self.text_in(normpath(f"{base}/{written}".lstrip("/")))

    def text_in(self, path: str) -> MarkdownText | None:
        """None for what `links` has told already."""
        stored = self.context.files.find(path)
        if stored is None or stored in self.context.gathered.unpublished:
            return None
        return self.texts.get(self.context.files.shown(stored))

    def of_page(self, link: Way) -> Iterator[Problem]:
        if link.path.startswith("//") or link.path.startswith(CHECKED_AS_FILES):
            return
        if self.context.files.find(link.path[1:]):
            yield from self.of_parts(link, self.text_in(link.path[1:]))
            return
        path = resolved(link.path)
        if self.known.has(path):
            yield from self.of_parts(link, self.text_at(path))
        elif self.known.has(f"{path}/"):
            yield self.without_slash(link, f"{path}/")
        elif (source := self.known.waiting(path)) is None or link.readers is not Readers.NOBODY:
            yield self.without_page(link, source) if source else self.missing(link, path)

    def text_at(self, path: str) -> MarkdownText | None:
        source = self.known.source(path)
        return self.texts.get(self.context.files.shown(source)) if source else None

    def without_slash(self, link: Way, path: str) -> Problem:
        said = sentence('the page "{path}" is at "{address}"', path=link.path, address=path)
        return self.told(link, "inexact-link", said, sentence('write "{better}"', better=path), True)

    def without_page(self, link: Way, source: str) -> Problem:
        """At that address: what only members read is at another."""
        shown = self.context.files.shown(source)
        if source in self.context.gathered.for_members:
            if link.readers is Readers.ALL:
                return self.told(link, "members-only-link", *for_members_only(shown))
            said = sentence('"{path}" is for members only, and has another address', path=shown)
            return self.told(link, "members-only-link", said, sentence("link to its file instead"))
        said = sentence('"{path}" is not published, so this link leads nowhere', path=shown)
        return self.told(link, "unpublished-link", said, sentence("publish it, or take the link out"))

    def missing(self, link: Way, path: str) -> Problem:
        near = self.known.nearest(path) if self.context.suggests else None
        said = sentence('nothing on this site has the address "{path}"', path=link.path)
        return self.told(link, "missing-page", said, did_you_mean(near) if near else KEPT_BY_OTHERS)

    def of_parts(self, link: Way, text: MarkdownText | None) -> Iterator[Problem]:
        if text is None or link.fragment in TOP or link.fragment.startswith(PASSAGE):
            return
        if self.known.is_of_theme(link.fragment):
            return
        if link.fragment in plain_parts(text.text) and not link.is_empty:
            return
        parts = parts_of(self.known.html(text.text, text.place_of(0).file))
        names = parts.figures if link.is_empty else parts.names
        if link.fragment.startswith(FIGURE) and link.fragment not in names:
            yield self.no_figure(link, parts)
        elif link.fragment not in parts.names:
            yield self.no_part(link, text, parts)

    def no_figure(self, link: Way, parts: Parts) -> Problem:
        near = nearest(link.fragment, parts.figures) if self.context.suggests else None
        said = sentence('no figure is called "{name}"', name=f"#{link.fragment}")
        call = sentence("write {example} right after its image", example=f"{{#{link.fragment}}}")
        return self.told(link, "missing-figure", said, did_you_mean(f"#{near}") if near else call)

    def no_part(self, link: Way, text: MarkdownText, parts: Parts) -> Problem:
        near = meant_part(link.fragment, parts) if self.context.suggests else None
        file, name = text.place_of(0).file, f"#{link.fragment}"
        there = sentence('no part of "{file}" is called "{name}"', file=file, name=name)
        said = sentence('no part of this text is called "{name}"', name=name) if text is link.text else there
        hint = sentence("take a heading of this text, in small letters, without accents, with hyphens")
        return self.told(link, "missing-part", said, did_you_mean(f"#{near}") if near else hint, True)

    def told(
        self, link: Way, code: str, said: Sentence, hint: Sentence, leads_somewhere: bool = False
    ) -> Problem:
        """A warning where the visitor arrives all the same, or where others may have written the page."""
        harmless = leads_somewhere or not self.known.is_whole
        problem = Problem(link.place, code, said, hint, Severity.WARNING if harmless else Severity.ERROR)
        return link.text.told(problem) if link.text else problem


def for_members_only(shown: str) -> tuple[Sentence, Sentence]:
    return (
        sentence('"{path}" is for members only, and this text is for all', path=shown),
        sentence('link to the members’ section, "{example}", or take the link out', example="/membres/"),
    )


KEPT_BY_OTHERS = sentence(
    "check the address; what others publish there is named in the settings: {example}",
    example='PUBLISH_KEEP = ["forum/"]',
)


def did_you_mean(near: str) -> Sentence:
    return sentence('did you mean "{near}"?', near=near)


def resolved(path: str) -> str:
    """Without steps back and forth, as a browser asks for it; the page of a folder is its address."""
    steps = normpath(path) if "/." in path else path
    slash = "/" if path.endswith(("/", "/.", "/..")) and steps != "/" and not steps.endswith("/") else ""
    whole = steps + slash
    return whole.removesuffix("index.html") if whole.endswith("/index.html") else whole


def page_meant(folder: str, written: str, known: Destinations) -> str | None:
    """By `../x/` in a text of that folder: what a browser would find there, or what has the same name."""
    paths = [resolved(f"/{start}/{written}/".replace("//", "/")) for start in (folder, f"{folder}/-", "")]
    there = next((path for path in paths if known.has(path)), None)
    near = there or known.nearest(paths[0])
    return near if near and name_of(near) == name_of(paths[0]) else None


def name_of(path: str) -> str:
    return basename(path.rstrip("/"))


@lru_cache(maxsize=1024)
def plain_parts(text: str) -> frozenset[Slug]:
    """Of headings whose name is beyond doubt: not in code, each there once, nothing marked up in them."""
    code = asides(text).code
    found: list[Slug] = []
    for heading in HEADING.finditer(text):
        if not any(start <= heading.start() < end for start, end in code):
            found.append(slug_of(heading[1]))
    return frozenset(name for name in found if found.count(name) == 1 and not name[-1:].isdigit())


def parts_of(html: str) -> Parts:
    names = frozenset(unescape(name) for _, name in NAMED.findall(html))
    figures = frozenset(unescape(name) for tag, name in NAMED.findall(html) if tag == "figure")
    headings = ((unescape(TAG.sub("", words)), unescape(name)) for _, name, words in OPENED.findall(html))
    return Parts(names, figures, {name_on_a_forge(words): name for words, name in headings})


def name_on_a_forge(heading: str) -> str:
    """As GitHub, GitLab and Forgejo call it: « L’été, déjà ! » is `lété-déjà-`."""
    words = heading.replace("\u00a0", " ").replace("\u202f", " ").strip().lower()
    return normalize("NFC", NOT_OF_A_FORGE.sub("", words).replace(" ", "-"))


def meant_part(fragment: str, parts: Parts) -> str | None:
    """What the forge calls so, the same words in our letters, or something near."""
    written = normalize("NFC", fragment).lower()
    slug = slug_of(fragment)
    if written in parts.alike:
        return parts.alike[written]
    return slug if slug in parts.names else nearest(slug, parts.names)
