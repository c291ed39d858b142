"""Pelican settings: the defaults of Assosite, given where the webmaster says nothing.

Every page has a `{KIND}_URL` and a `{KIND}_SAVE_AS`, as Pelican's own pages do;
an empty `_SAVE_AS` switches the page off.

Pelican is imported where its own defaults count, and only there: `pelican.settings` cannot be had without
pelican/__init__.py, which imports its readers, docutils and a server.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, MutableMapping, Sequence
from copy import deepcopy
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING, NotRequired, TypedDict, cast

from ..content.documents import FOLDER as DOCUMENTS
from ..content.site import FOLDERS, TERRITORY
from ..domain.text import Language
from ..program import PARVIS
from ..render.urls import URLS, file_of, usual_address

if TYPE_CHECKING:
    from markdown.extensions import Extension

PREVIEW = "assosite_preview"
"""Under which a caller says that the site is only looked at by who writes it: browsers keep no file of it, so
addresses tell no version, and texts are shown before their time."""
PUBLISHED, CHANGES = "assosite_published", "assosite_changes"
"""Under which a caller hands over data/v1/revisions.json as it was published last; bytes."""

ARTICLES_PER_PAGE = 10
OF_THIS_BUILD = frozenset(
    (
        "OUTPUT_PATH CACHE_PATH DELETE_OUTPUT_DIRECTORY OUTPUT_RETENTION BIND PORT LISTEN THEME_STATIC_PATHS"
    ).split()
)
"""Settings that change no byte of an output of ours."""

OF_THE_THEME = re.compile(r"\{%-?\s*(?:extends|include|import|from)\b")
PELICANS_OWN = "assosite_pelicans_own"
"""Setting under which are put aside, by their names, those that a blog gives to Pelican's own generators."""
FEEDS_OF_PELICAN = (
    "FEED_ATOM FEED_RSS FEED_ALL_ATOM FEED_ALL_RSS CATEGORY_FEED_ATOM CATEGORY_FEED_RSS TAG_FEED_ATOM "
    "TAG_FEED_RSS AUTHOR_FEED_ATOM AUTHOR_FEED_RSS TRANSLATION_FEED_ATOM TRANSLATION_FEED_RSS"
).split()
LISTS_OF_PELICAN = ("index", "tags", "categories", "authors", "archives")
"""Its direct templates: of articles, of which it has none here."""
IDLE: Mapping[str, object] = {"ARTICLE_PATHS": [], "PAGE_PATHS": [], **dict.fromkeys(FEEDS_OF_PELICAN)}
"""What keeps them from publishing what is published here (host/blog.py), whatever the settings say."""
FEED_OF_PELICAN = "feeds/all.atom.xml"
OF_BLOGS = (
    "ARTICLE_PATHS",
    "PAGE_PATHS",
    "DIRECT_TEMPLATES",
    "ARTICLE_URL",
    "ARTICLE_SAVE_AS",
    "PAGE_URL",
    "PAGE_SAVE_AS",
)
OWN_GENERATORS_OFF: Mapping[str, object] = {
    "DIRECT_TEMPLATES": [],
    "AUTHOR_SAVE_AS": "",
    "CATEGORY_SAVE_AS": "",
}


class MarkdownOptions(TypedDict, total=False):
    """What Python-Markdown is made with, by the names of its own parameters."""

    extensions: Sequence[str | Extension]
    extension_configs: Mapping[str, Mapping[str, object]]
    output_format: str
    tab_length: int


MARKDOWN: MarkdownOptions = {
    "extensions": [
        "markdown.extensions.abbr",
        "markdown.extensions.attr_list",
        "markdown.extensions.def_list",
        "markdown.extensions.fenced_code",
        "markdown.extensions.footnotes",
        "markdown.extensions.md_in_html",
        "markdown.extensions.sane_lists",
        "markdown.extensions.tables",
    ],
    "output_format": "html",
}


def folder_setting(section: str) -> str:
    """That says where the texts of a section are, NEWS_FOLDER for one."""
    return f"{section.upper()}_FOLDER"


DEFAULTS: Mapping[str, object] = {
    **OWN_GENERATORS_OFF,
    "ASSOCIATION": {},
    **{folder_setting(section): folder for section, folder in FOLDERS.items()},
    "MEMBERS_FILE": "members.yaml",
    "COMMISSIONS_FILE": "commissions.yaml",
    "TERRITORY_FILE": TERRITORY,
    "MAP_TILES": None,
    "WEB_EDITOR": None,
    "STATIC_PATHS": [],
    "DOCUMENT_KINDS": [],
    "PUBLISH_UNLINKED_DOCUMENTS": False,
    "SOCIAL_CARDS": True,
    "ALIASES": {},
    "RELATIVE_INDEX": False,
    "DEFAULT_PAGINATION": ARTICLES_PER_PAGE,
    "MEMBERS_PER_PAGE": 100,
    "CALENDAR_UID_DOMAIN": "",
    "MEMBERS_CALENDAR": False,
    "CURRENCY": "EUR",
    "HOLIDAYS_COUNTRY": None,
    "LANGUAGE_ADDRESSES": {},
    "MARKDOWN": MARKDOWN,
    "THEME": str(PARVIS),
    "JINJA_ENVIRONMENT": {
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
        "extensions": ["jinja2.ext.i18n"],
    },
}

TAKEN_AS_THEY_ARE = frozenset(
    {"SITENAME", "SITEURL", "PATH", "DEFAULT_LANG", "THEME", "PLUGINS", "PLUGIN_PATHS"}
)
"""Settings of Pelican's own that it makes nothing else of, once settings_review and the commands have."""
OURS_ALONE = frozenset(
    {
        "TIMEZONE",
        "LANGUAGES",
        "ASSOCIATION",
        *map(folder_setting, FOLDERS),
        "MEMBERS_FILE",
        "COMMISSIONS_FILE",
        "TERRITORY_FILE",
        "MAP_TILES",
        "DOCUMENT_KINDS",
        "PUBLISH_UNLINKED_DOCUMENTS",
        "SOCIAL_CARDS",
        "ALIASES",
        "RELATIVE_INDEX",
        "MEMBERS_PER_PAGE",
        "CALENDAR_UID_DOMAIN",
        "MEMBERS_CALENDAR",
        "CURRENCY",
        "HOLIDAYS_COUNTRY",
        "LANGUAGE_ADDRESSES",
        "PUBLISH_RSYNC",
        "PUBLISH_BRANCH",
        "PUBLISH_REMOTE",
        "PUBLISH_KEEP",
    }
)
"""Settings that Pelican has no default for."""


class ReviewedSettings(TypedDict):
    """Those that are more than a text, once settings_review has left out what means nothing."""

    STATIC_PATHS: Sequence[str | Path]
    STATIC_EXCLUDES: NotRequired[Sequence[str]]
    DEFAULT_PAGINATION: int | None
    MEMBERS_PER_PAGE: int
    HOLIDAYS_COUNTRY: str | None
    LANGUAGE_ADDRESSES: Mapping[Language, Mapping[str, str]]
    ALIASES: Mapping[str, str]
    MARKDOWN: MarkdownOptions


def reviewed(settings: Mapping[str, object]) -> ReviewedSettings:
    """Pelican promises no type for a setting; settings_review has looked at each of these."""
    return cast(ReviewedSettings, settings)


def pelicans_defaults() -> Mapping[str, object]:
    from pelican.settings import DEFAULT_CONFIG

    return DEFAULT_CONFIG


def need_pelican(written: Mapping[str, object]) -> bool:
    """Whether what these mean for the content can depend on Pelican: on its defaults, or on what it corrects.

    Of settings that need none, `complete` makes what Pelican and `apply_defaults` would.
    """
    language = written.get("DEFAULT_LANG")  # which has a default of Pelican's, and is put in small letters
    is_plain = isinstance(language, str) and language == language.lower()
    return not is_plain or not written.keys() <= OURS_ALONE | TAKEN_AS_THEY_ARE


def apply_defaults(settings: MutableMapping[str, object]) -> None:
    """Fill in what the settings file leaves at Pelican's own default."""
    from jinja2 import StrictUndefined

    usual = pelicans_defaults()
    environment = cast(Mapping[str, object], DEFAULTS["JINJA_ENVIRONMENT"])
    if settings.get("JINJA_ENVIRONMENT") == usual.get("JINJA_ENVIRONMENT"):
        settings["JINJA_ENVIRONMENT"] = {**environment, "undefined": StrictUndefined}
    complete(settings, usual)


def complete(settings: MutableMapping[str, object], usual: Mapping[str, object]) -> None:
    """Fill in what is as `usual`, which is to say absent when nothing is usual."""
    if settings.get("LANGUAGES"):
        settings["DEFAULT_LANG"] = languages_of(settings)[0]
    put_aside(settings, usual)
    called = settings.get("SITENAME")
    if "ASSOCIATION" not in settings and isinstance(called, str) and called != usual.get("SITENAME"):
        settings["ASSOCIATION"] = {"name": called}
    for name, value in DEFAULTS.items():
        if settings.get(name) == usual.get(name):
            settings[name] = deepcopy(
                value
            )  # Pelican adds to some of them, such as the extensions of Markdown
    spare_documents(settings)
    first = languages_of(settings)[0]
    for kind in URLS:
        url, save_as = f"{kind}_URL", f"{kind}_SAVE_AS"
        if settings.get(url) == usual.get(url):
            settings[url] = usual_address(kind, first)
        if settings.get(save_as) == usual.get(save_as):
            settings[save_as] = file_of(str(settings[url]))


def put_aside(settings: MutableMapping[str, object], usual: Mapping[str, object]) -> None:
    """Once: Pelican's settings are completed twice, by the commands and by the plugin."""
    if PELICANS_OWN not in settings:
        written = {name: settings[name] for name in OF_BLOGS if settings.get(name) != usual.get(name)}
        feed = settings.get("FEED_ALL_ATOM", FEED_OF_PELICAN)
        settings[PELICANS_OWN] = {"DIRECT_TEMPLATES": [], **written, "FEED_ALL_ATOM": feed}
        leave_out_pages(settings)
    settings.update(deepcopy(dict(IDLE)))


def leave_out_pages(settings: MutableMapping[str, object]) -> None:
    """Of Pelican's, those that list articles, and those that are made of templates of the theme."""
    lists, pages = settings.get("DIRECT_TEMPLATES"), settings.get("TEMPLATE_PAGES")
    if isinstance(lists, list | tuple):
        settings["DIRECT_TEMPLATES"] = [name for name in lists if name not in LISTS_OF_PELICAN]
    if isinstance(pages, Mapping):
        content = Path(str(settings.get("PATH") or "content"))
        alone = {name: to for name, to in pages.items() if not needs_theme(content / str(name))}
        settings["TEMPLATE_PAGES"] = alone


def former_feed(settings: Mapping[str, object]) -> str:
    """The file of all news in a blog of Pelican, whose readers ask for it still; '' where there was none."""
    written = settings.get(PELICANS_OWN)
    feed = written.get("FEED_ALL_ATOM") if isinstance(written, Mapping) else None
    return feed.lstrip("/") if isinstance(feed, str) and ".." not in feed else ""


def needs_theme(template: Path) -> bool:
    """Whether it is a part of a page of the theme, whose templates Pelican alone cannot follow."""
    try:
        return OF_THE_THEME.search(template.read_text("utf-8", "replace")) is not None
    except OSError:
        return False


def languages_of(settings: Mapping[str, object]) -> tuple[Language, ...]:
    """Those of the site; the first, which is also DEFAULT_LANG, is at its root."""
    written = settings.get("LANGUAGES")
    listed = tuple(map(str, written)) if isinstance(written, list | tuple) else ()
    return listed or (str(settings["DEFAULT_LANG"]),)


def spare_documents(settings: MutableMapping[str, object]) -> None:
    """Pelican copies all that it finds there, behind links too (pelican/generators.py: get_files).

    Settings written for an earlier version name the folder in STATIC_PATHS, or one that it is in.
    """
    own = reviewed(settings)
    wanted = [normpath(str(path)) for path in own["STATIC_PATHS"]]
    settings["STATIC_PATHS"] = [
        "" if path == "." else path for path in wanted if path.split("/")[0] != DOCUMENTS
    ]
    settings["STATIC_EXCLUDES"] = [*own.get("STATIC_EXCLUDES", ()), DOCUMENTS]


def is_known_throughout(settings: Mapping[str, object]) -> bool:
    """Other plugins may change what is written, and nobody knows what they are made from."""
    plugins = settings.get("PLUGINS") or ()
    return all(
        isinstance(name, str) and name.split(".")[0] == "association"
        for name in plugins  # type: ignore[attr-defined]  # Pelican's is a list
    )


def settings_written(settings: Mapping[str, object]) -> bytes:
    """Those that may change an output; what is no plain value, such as a filter, is never the same."""
    own = {name: value for name, value in settings.items() if name.isupper() and name not in OF_THIS_BUILD}
    return repr([(name, plain(own[name])) for name in sorted(own)]).encode("utf-8", "surrogatepass")


def plain(value: object) -> object:
    match value:
        case str() | int() | float() | bool() | bytes() | None:
            return value
        case Path():
            return str(value)
        case tuple() | list():
            return [plain(part) for part in value]
        case set() | frozenset():
            return sorted(repr(plain(part)) for part in value)
        case dict():
            return [(plain(key), plain(part)) for key, part in value.items()]
        case type():
            return value.__qualname__
    return os.urandom(16)
