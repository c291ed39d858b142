"""What the fields of a text of a Pelican blog mean, by its settings of Pelican (`Blog`); its address too.

What Pelican alone can read, or makes of words, it is asked for, as a `Reader`.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from fnmatch import fnmatch
from pathlib import Path
from string import Formatter
from typing import Final, Protocol

from ..domain.addresses import OwnAddress
from ..domain.text import Language, Slug
from ..problems import sentence
from .context import Mistake, mistake
from .fields import Refused
from .fields.dates import moment
from .sheets import LONGEST_SLUG
from .yaml.front_matter import PLURALS, Document
from .yaml.tree import NOWHERE, Items, Marks, Node, Value, marks_of

OURS: Final = frozenset(
    "title date modified authors category tags summary lang translation_of toc visibility commissions "
    "members pinned dossier dossier_part menu order".split()
)
"""Fields that mean here what they say; those of themes and plugins of Pelican's are left alone."""
OF_OTHER_SECTIONS = frozenset("start dates expires offer_status apply commission event_status".split())
LISTS = frozenset(("authors", "tags"))
AS_OURS = {"series": "dossier", "series_index": "dossier_part", "alias": "aliases"}
"""Fields of pelican-series and of pelican-alias."""
UNDATED = "2199-12-31"
"""Of a draft, which need not say a day; Pelican takes the last one that there is."""
UNSAFE = re.compile(r'[\\:*?"<>|#{}]')
OF_A_LIST = " \t\n\"'[]"
NOT_MINE = "skip"


class Reader(Protocol):
    """Pelican, for what is no Markdown, and for what it makes of words."""

    @property
    def endings(self) -> tuple[str, ...]:
        """Of the files that it reads, with their dot."""

    def read(self, path: Path, file: str) -> Document:
        """Raises ContentError. The body is HTML, as Markdown takes it over."""

    def slug(self, words: str, setting: str = "SLUG_REGEX_SUBSTITUTIONS") -> Slug: ...

    def moment(self, words: str) -> datetime | None:
        """In any of the forms that Pelican understands."""


@dataclass(frozen=True, slots=True)
class Blog:
    """settings: those of Pelican that tell of articles and pages, by their names.

    paths, excluded: where articles are; is_told: whether the settings say so.
    page_paths: where pages are. lists: addresses of the lists that {tag} and its like lead to, from the root.
    key: by which all of this is known.
    """

    reader: Reader = field(compare=False)
    key: str
    settings: Mapping[str, object] = field(compare=False)
    paths: tuple[str, ...] = ("",)
    excluded: tuple[str, ...] = ()
    page_paths: tuple[str, ...] = ("pages",)
    is_told: bool = False
    lists: tuple[tuple[str, str], ...] = ()

    def setting(self, name: str) -> object:
        return self.settings.get(name)

    def says(self, name: str) -> str:
        value = self.setting(name)
        return value if isinstance(value, str) else ""

    def is_ignored(self, path: str) -> bool:
        ignored = self.setting("IGNORE_FILES")
        patterns = ignored if isinstance(ignored, list | tuple) else ()
        return any(fnmatch(step, str(pattern)) for step in path.split("/") for pattern in patterns)


@dataclass
class Fields:
    """What a file says, and what its path and the settings say of it, as Pelican puts them together.

    written: as its author wrote it, with the places.
    """

    written: Node
    path: str
    blog: Blog
    place: Path
    values: dict[str, str | tuple[str, ...]] = field(init=False)
    marks: dict[str, Marks] = field(init=False)

    def __post_init__(self) -> None:
        self.values, self.marks = dict(self.told_by_settings()), {}
        for key, value in self.written.items():
            name = PLURALS.get(bare := key.lower().replace("-", "_"), bare)
            name = AS_OURS.get(name, name)
            self.values[name] = said(value)
            self.marks[name] = self.written.marks.get(key) or marks_of(NOWHERE)

    def told_by_settings(self) -> Iterator[tuple[str, str | tuple[str, ...]]]:
        """The later ones count more."""
        usual = self.blog.setting("DEFAULT_METADATA")
        yield from told(usual)
        match self.blog.setting("DEFAULT_DATE"):
            case "fs":
                yield "date", self.time_of_file()
            case str() as day:
                yield "date", day
            case [int() as year, int() as month, int() as day_, *time]:
                clock = ":".join(f"{part:02}" for part in time[:3] if isinstance(part, int))
                yield "date", f"{year:04}-{month:02}-{day_:02} {clock}"
        about = self.blog.setting("EXTRA_PATH_METADATA")
        for path, values in sorted(about.items()) if isinstance(about, Mapping) else ():
            if self.path == path or self.path.startswith(f"{str(path).rstrip('/')}/"):
                yield from told(values)
        yield from self.told_by_path().items()

    def told_by_path(self) -> dict[str, str]:
        found: dict[str, str] = {}
        folder, base = posixpath.split(self.path)
        asked = [(self.blog.says("FILENAME_METADATA"), posixpath.splitext(base)[0])]
        asked.append((self.blog.says("PATH_METADATA"), self.path))
        for pattern, text in asked:
            match = re.match(pattern, text) if pattern else None
            groups = match.groupdict() if match else {}
            found = {**{key.lower(): value for key, value in groups.items() if value}, **found}
        if self.blog.setting("USE_FOLDER_AS_CATEGORY") and folder and "category" not in found:
            found["category"] = posixpath.basename(folder)
        return found

    def time_of_file(self) -> str:
        return datetime.fromtimestamp(self.place.stat().st_mtime).isoformat(" ", "seconds")

    def text(self, name: str) -> str:
        value = self.values.get(name, "")
        return value.strip() if isinstance(value, str) else ", ".join(value)

    def words(self, name: str) -> tuple[str, ...]:
        """As Pelican separates them: by semicolons where there is one."""
        value = self.values.get(name, "")
        if isinstance(value, str):
            value = tuple(value.split(";" if ";" in value else ","))
        return tuple(dict.fromkeys(word for one in value if (word := one.strip(OF_A_LIST))))

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def status(self) -> str:
        return self.text("status").lower() or "published"

    @property
    def is_undated(self) -> bool:
        return not self.text("date") and self.status not in ("draft", NOT_MINE)

    @property
    def is_article(self) -> bool:
        return not self.is_undated and not OF_OTHER_SECTIONS.intersection(self.written)

    @property
    def language(self) -> Language:
        return self.text("lang").lower()

    @property
    def category(self) -> str:
        """'' for the one that Pelican gives to what has none."""
        return self.text("category")

    @property
    def called(self) -> str:
        """The slug that Pelican gives it."""
        source = self.blog.says("SLUGIFY_SOURCE")
        stem = posixpath.splitext(posixpath.basename(self.path))[0]
        return self.text("slug") or self.blog.reader.slug(stem if source == "basename" else self.title)

    def moment(self, name: str) -> date | datetime | None:
        text = self.text(name).replace("_", " ")
        with suppress(Refused):
            return moment(text)
        return self.blog.reader.moment(text) if text else None

    def address(self, kind: str, is_first: bool) -> OwnAddress | None:
        """None where the settings have no page for it."""
        named = f"DRAFT_{kind.upper()}".replace("_ARTICLE", "") if self.status == "draft" else kind.upper()
        language = "" if is_first else "_LANG"
        url, save_as = (self.filled(f"{named}{language}_{part}") for part in ("URL", "SAVE_AS"))
        save_as = self.text("save_as").lstrip("/") or save_as
        url = self.text("url").lstrip("/") or (self.text("save_as").lstrip("/") or url)
        if not save_as:
            return None
        if is_astray(save_as) or is_astray(url.rstrip("/") or save_as):
            raise self.without_address(save_as)
        return OwnAddress(url.replace(" ", "%20"), save_as)

    def without_address(self, found: str) -> Mistake:
        said = sentence('the address of this text would be "{url}", which is none of this site', url=found)
        at = next((name for name in ("save_as", "url", "slug", "title") if name in self.marks), "title")
        place = self.written.origin.place(self.marks.get(at, marks_of(NOWHERE))[:2])
        return mistake(place, "bad-address", said, sentence('write another "slug"'))

    def filled(self, setting: str) -> str:
        day = self.moment("date")
        parts: dict[str, object] = {
            "slug": self.called,
            "lang": self.language,
            "date": day or date.min,
            "author": self.blog.reader.slug(self.author, "AUTHOR_REGEX_SUBSTITUTIONS"),
            "category": self.blog.reader.slug(
                self.category or self.blog.says("DEFAULT_CATEGORY"), "CATEGORY_REGEX_SUBSTITUTIONS"
            ),
            "path": self.path,
        }
        pattern = self.blog.says(setting)
        known = {**{name: "" for _, name, _, _ in Formatter().parse(pattern) if name}, **parts}
        known |= {key: self.text(key) for key in known.keys() & self.values.keys() - parts.keys()}
        try:
            return pattern.format(**known).lstrip("/")
        except (ValueError, LookupError, AttributeError, TypeError) as error:
            raise self.without_address(pattern) from error

    @property
    def author(self) -> str:
        return next(iter(self.words("authors")), self.blog.says("AUTHOR"))

    def node(self, kind: str, languages: tuple[Language, ...]) -> Node:
        """The fields in our words; each stands where its author wrote it."""
        known = self.language in languages or not self.language
        is_first = self.language in ("", languages[0])
        address, status = self.address(kind, is_first), self.status
        found: dict[str, Value] = {name: self.text(name) for name in self.values if name in OURS - LISTS}
        shown = "hidden" if status == "draft" else status
        found |= {"status": shown if address or status == NOT_MINE else "draft"}
        found |= {"slug": address.slug if address else self.called, "lang": self.language}
        found["aliases"] = self.items("aliases", self.words("aliases"))
        found |= self.of_an_article() if kind == "article" else {}
        if kind == "page":
            found = {name: value for name, value in found.items() if name not in ("date", "category")}
            found |= {"menu": "none"} if status != "published" else {}
        named = self.text(self.blog.says("ARTICLE_TRANSLATION_ID") or "slug") or self.called
        found["called"] = f"{status}/{named}" if known else ""
        node = Node(self.written.origin, (), self.written.start)
        for name, value in found.items():
            node.marks[name] = self.marks.get(name) or marks_of(NOWHERE)
            if value:
                node[name] = value
        return node

    def of_an_article(self) -> dict[str, Value]:
        topics = dict.fromkeys((self.category, *self.words("tags")))
        found: dict[str, Value] = {
            "category": self.category,
            "tags": self.items("tags", filter(None, topics)),
        }
        found |= {"authors": self.items("authors", self.words("authors") or (self.blog.says("AUTHOR"),))}
        for name in ("date", "modified"):
            day = self.moment(name)
            found[name] = str(day) if day else self.text(name)
        if not found["date"]:
            found["date"] = UNDATED
        return found

    def items(self, name: str, words: Iterable[str]) -> Items:
        items = Items(self.written.origin, (name,), self.marks.get(name, marks_of(NOWHERE))[:2])
        for index, word in enumerate(filter(None, words)):
            items.append(word)
            items.marks[index] = self.marks.get(name) or marks_of(NOWHERE)
        return items


def is_astray(address: str) -> bool:
    """Out of the site, hidden, or no name of a file."""
    steps = address.split("/")
    unfit = any(step.startswith(".") or not step or len(step.encode()) > LONGEST_SLUG for step in steps)
    return unfit or not address.isprintable() or UNSAFE.search(address) is not None


def said(value: object) -> str | tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(part) for part in value)
    return value if isinstance(value, str) else ""


def told(values: object) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for key, value in values.items() if isinstance(values, Mapping) else ():
        name = str(key).lower()
        yield PLURALS.get(name, name), said(value) or str(value)
