"""What Pelican's settings say of the articles and pages of a blog, and Pelican's own readers of their texts.

Pelican's generators stay idle (host/settings.py); the texts that they would publish are read like the site's
other ones, and what Pelican alone can read, it reads here. Nothing of it is imported before there is such a
text.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from copy import deepcopy
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from ..content.blog_fields import Blog
from ..content.yaml.front_matter import PLURALS, Document
from ..content.yaml.source import read_text
from ..content.yaml.tree import NOWHERE, Items, Node, Origin, Point, Tree, marks_of
from ..problems import ContentError, Place, Problem, Severity, sentence
from .settings import PELICANS_OWN, languages_of

if TYPE_CHECKING:
    from datetime import datetime
USUAL: Final[Mapping[str, object]] = {
    "ARTICLE_URL": "{slug}.html",
    "ARTICLE_SAVE_AS": "{slug}.html",
    "ARTICLE_LANG_URL": "{slug}-{lang}.html",
    "ARTICLE_LANG_SAVE_AS": "{slug}-{lang}.html",
    "DRAFT_URL": "drafts/{slug}.html",
    "DRAFT_SAVE_AS": "drafts/{slug}.html",
    "DRAFT_LANG_URL": "drafts/{slug}-{lang}.html",
    "DRAFT_LANG_SAVE_AS": "drafts/{slug}-{lang}.html",
    "PAGE_URL": "pages/{slug}.html",
    "PAGE_SAVE_AS": "pages/{slug}.html",
    "PAGE_LANG_URL": "pages/{slug}-{lang}.html",
    "PAGE_LANG_SAVE_AS": "pages/{slug}-{lang}.html",
    "DRAFT_PAGE_URL": "drafts/pages/{slug}.html",
    "DRAFT_PAGE_SAVE_AS": "drafts/pages/{slug}.html",
    "DRAFT_PAGE_LANG_URL": "drafts/pages/{slug}-{lang}.html",
    "DRAFT_PAGE_LANG_SAVE_AS": "drafts/pages/{slug}-{lang}.html",
    "ARTICLE_TRANSLATION_ID": "slug",
    "AUTHOR": "",
    "DEFAULT_CATEGORY": "misc",
    "DEFAULT_DATE": None,
    "DEFAULT_METADATA": {},
    "EXTRA_PATH_METADATA": {},
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
    "IGNORE_FILES": ["**/.*"],
    "PATH_METADATA": "",
    "SLUGIFY_SOURCE": "title",
    "USE_FOLDER_AS_CATEGORY": True,
    "WITH_FUTURE_DATES": True,
}
"""Those that tell of texts, as Pelican 4.12 has them (pelican/settings.py); a test compares them."""
OF_READERS: Final[Mapping[str, object]] = {
    "READERS": {},
    "DOCUTILS_SETTINGS": {},
    "FORMATTED_FIELDS": ["summary"],
    "PYGMENTS_RST_OPTIONS": {},
    "SLUG_REGEX_SUBSTITUTIONS": [
        (r"[^\w\s-]", ""),
        (r"(?u)\A\s*", ""),
        (r"(?u)\s*\Z", ""),
        (r"[-\s]+", "-"),
    ],
    "AUTHOR_REGEX_SUBSTITUTIONS": None,
    "CATEGORY_REGEX_SUBSTITUTIONS": None,
    "SLUGIFY_PRESERVE_CASE": False,
    "SLUGIFY_USE_UNICODE": False,
}
"""And those that its readers look at, and what makes addresses of words."""
FORMS = (".rst", ".html", ".htm")
NOT_MARKDOWN = ("md", "markdown", "mkd", "mdown", "static")
CLOSED: Final = {"raw_enabled": False, "file_insertion_enabled": False}
"""A text shows no file of the machine, and no HTML that was not looked at."""
OF_DOCUTILS = re.compile(r"^(?P<file>.*?):(?P<line>\d+): \([A-Z]+/\d\) (?P<reason>.*)", re.DOTALL)
TAG = re.compile(r"(<!--.*?-->|<[^<>]*>)", re.DOTALL)
MEANT = re.compile(r"[`*_\[\]\\~{}|]")
"""What would mean something in Markdown."""
COLOURS = re.compile(r"</?span[^<>]*>|<colgroup>.*?</colgroup>", re.DOTALL)
"""Which docutils gives to code, and widths, which it gives to tables."""
ATTRIBUTE = re.compile(r"""\s([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?""")
KEPT = frozenset("id href src alt title colspan rowspan start datetime lang hreflang scope open".split())
"""Of attributes: what says how something looks, the theme says here."""
TYPEWRITER = re.compile(r"(</?)tt\b")


def blog_of(settings: Mapping[str, object]) -> Blog:
    own = told_of_texts(settings)
    paths, page_paths = listed(own.pop("ARTICLE_PATHS")), listed(own.pop("PAGE_PATHS")) or ("pages",)
    excluded = tuple(path for path in listed(own.pop("ARTICLE_EXCLUDES")) if path not in page_paths)
    lists = tuple(
        (kind, str(settings[setting]))
        for kind, setting in (
            ("tag", "TAG_URL"),
            ("category", "TAG_URL"),
            ("author", "NEWS_URL"),
            ("index", "NEWS_URL"),
        )
    )
    reader = PelicanReader(settings)
    places = paths, page_paths, excluded, lists
    key = repr((sorted(own.items(), key=str), languages_of(settings), places, reader.known))
    return Blog(
        reader,
        key,
        own,
        paths=paths or ("",),
        excluded=excluded,
        page_paths=page_paths,
        is_told=bool(paths),
        lists=lists,
    )


def told_of_texts(settings: Mapping[str, object]) -> dict[str, object]:
    """As the settings file has them; what it says of our own news counts for those of a blog too."""
    written = cast(Mapping[str, object], settings.get(PELICANS_OWN, {}))
    own = {**settings, **written}
    found = {name: own.get(name, usual) for name, usual in USUAL.items()}
    for kind in ("ARTICLE", "PAGE"):
        for name in (f"{kind}_URL", f"{kind}_SAVE_AS"):
            found[name] = written.get(name, USUAL[name])
    return found | {name: own.get(name) for name in ("ARTICLE_PATHS", "ARTICLE_EXCLUDES", "PAGE_PATHS")}


def listed(value: object) -> tuple[str, ...]:
    """Paths below content."""
    values = (value,) if isinstance(value, str) else value if isinstance(value, list | tuple) else ()
    return tuple(os.path.normpath(str(part)) if str(part) else "" for part in values)


class PelicanReader:
    """A content.blog.Reader."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        self.settings = settings
        self.known = repr([settings.get(name, usual) for name, usual in OF_READERS.items()])

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """Without those that the settings switch off; theirs are others that a class of the file reads."""
        own = self.settings.get("READERS")
        readers = own if isinstance(own, Mapping) else {}
        off = {f".{name}" for name, reader in readers.items() if reader is None}
        more = tuple(f".{name}" for name, reader in readers.items() if reader and name not in NOT_MARKDOWN)
        return tuple(ending for ending in (*FORMS, *more) if ending not in off)

    @cached_property
    def all_settings(self) -> dict[str, Any]:
        """Pelican's readers change some of what they are given."""
        from pelican.settings import DEFAULT_CONFIG

        own = {name: value for name, value in self.settings.items() if name.isupper()}
        every: dict[str, Any] = {**DEFAULT_CONFIG, **own, "CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False}
        docutils = {**(every.get("DOCUTILS_SETTINGS") or {}), **CLOSED}
        return {**every, "MARKDOWN": deepcopy(dict(every["MARKDOWN"])), "DOCUTILS_SETTINGS": docutils}

    @cached_property
    def readers(self) -> Mapping[str, Any]:
        from pelican.readers import Readers

        found: Mapping[str, Any] = Readers(self.all_settings).readers
        for reader in found.values():
            reader.process_metadata = as_written
        return found

    def slug(self, words: str, setting: str = "SLUG_REGEX_SUBSTITUTIONS") -> str:
        from pelican.utils import slugify

        own = self.all_settings
        return slugify(
            words,
            regex_subs=own.get(setting) or own.get("SLUG_REGEX_SUBSTITUTIONS") or [],
            preserve_case=bool(own.get("SLUGIFY_PRESERVE_CASE")),
            use_unicode=bool(own.get("SLUGIFY_USE_UNICODE")),
        )

    def moment(self, words: str) -> datetime | None:
        from pelican.utils import get_date

        try:
            return get_date(words)
        except (ValueError, OverflowError):
            return None

    def read(self, path: Path, file: str) -> Document:
        text = read_text(path, file)
        try:
            html, fields = self.readers[path.suffix.lower()[1:]].read(str(path))
        except Exception as error:  # whatever a reader of Pelican or of a plugin trips over is in the text
            raise ContentError([unreadable(error, file)]) from error
        node = Node(Origin(file))
        for name, value in fields.items():
            add(node, name.lower().replace("-", "_"), value, text)
        return Document(Tree(node), as_markdown(html or ""), 1)


def as_written(name: str, value: object) -> object:
    """Pelican would make its own objects of it, and know no place any more."""
    return value


def unreadable(error: Exception, file: str) -> Problem:
    """docutils says at which line."""
    told = OF_DOCUTILS.match(str(error))
    reason = " ".join((told["reason"] if told else f"{type(error).__name__}: {error}").split())
    said = sentence("Pelican cannot read this text: {reason}", reason=reason.rstrip("."))
    hint = sentence("correct it there; until then it is not published")
    place = Place(file, int(told["line"])) if told else Place(file)
    return Problem(place, "unreadable-text", said, hint, Severity.WARNING)


def add(node: Node, name: str, value: object, text: str) -> None:
    name = PLURALS.get(name, name)
    at = place_of(name, str(value), text)
    node.marks[name] = marks_of(at, key=at)
    if isinstance(value, list | tuple):
        items = Items(node.origin, (name,), at)
        items.extend(words(part) for part in value)
        node[name] = items
    elif value is not None and words(value):
        node[name] = words(value)


def words(value: object) -> str:
    """Pelican has some fields as HTML."""
    return " ".join(unescape(TAG.sub("", str(value))).split())


def place_of(name: str, value: str, text: str) -> Point:
    """Where a field is written: `:date:`, `<meta name="date"`, or the line that is the title."""
    title = rf"{re.escape(value)}\s*$|.*<title" if name == "title" else r"(?!)"
    singular = name.removesuffix("s")
    field_ = re.compile(rf'^(?:\s*:{singular}s?:|.*name=["\']{singular}s?["\']|{title})', re.MULTILINE | re.I)
    found = field_.search(text)
    return (text.count("\n", 0, found.start()), 0) if found else NOWHERE


def as_markdown(html: str) -> str:
    """One block that Markdown takes over as it is, in which no sign means anything to it.

    On one line, for only what stands before the text has a line in the file.
    """
    plain = TYPEWRITER.sub(r"\1code", COLOURS.sub("", html))
    parts = TAG.split(plain)
    text = "".join(
        ("" if part.startswith("<!--") else bare(part)) if odd % 2 else shielded(part)
        for odd, part in enumerate(parts)
    )
    return f"<div>{text}</div>\n" if text.strip() else ""


def bare(tag: str) -> str:
    """On one line, with what it needs."""
    return ATTRIBUTE.sub(lambda one: one[0] if one[1].lower() in KEPT else "", " ".join(tag.split()))


def shielded(text: str) -> str:
    return MEANT.sub(lambda sign: f"&#{ord(sign[0])};", text).replace("\n", "&#10;")
