"""All addresses of the site, known without making a page: where links of texts may lead.

`render/urls.py` says what each kind of address looks like, and `catalogue` of what there is one. What others
write or serve there is beyond what can be known: below such a place every link is right.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from itertools import chain
from pathlib import Path
from posixpath import basename
from string import Formatter
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import unquote

from ..content.site import SiteFolder
from ..content.suggestions import nearest
from ..domain.knowledge import Glossary
from ..domain.text import Slug
from ..render.urls import MORE_OF_ARTICLES, URLS, Urls, folder_of, written_pages
from .catalogue import Catalogue, Parts
from .languages import Spoken
from .settings import ARTICLES_PER_PAGE, PELICANS_OWN, is_known_throughout, reviewed

if TYPE_CHECKING:
    from ..render.markdown import Renderer

KINDS_OF_TEXTS = {"news": "ARTICLE", "events": "EVENT", "offers": "OFFER", "pages": "PAGE"}
"""By section; the address of minutes is not made of a slug."""
LISTS_OF_DATES = ("PAST_DATES", "COMMISSION_PAST_DATES", "MINUTES_LIST")
DATES_ON_A_PAGE = 100
BESIDE = ("favicon.ico", "apple-touch-icon.png", ".well-known")
"""Icons, which are no kind of page, and what hosts keep (RFC 8615)."""
OF_A_THEME = re.compile(r"""\sid=["']([^"'{]+)""")


@dataclass(frozen=True, eq=False)
class SiteMap:
    """languages: what the site has in each, and where.

    waiting_slugs: of texts that have no page in this build, by their path below content.
    """

    languages: tuple[Spoken, ...]
    folder: SiteFolder
    settings: Mapping[str, object]
    waiting_slugs: Mapping[str, Slug]
    made: dict[str, frozenset[str]] = field(default_factory=dict, init=False)

    @cached_property
    def is_whole(self) -> bool:
        return is_known_throughout(self.settings)

    def has(self, path: str) -> bool:
        address = path[1:]
        return address in self.sources or self.is_listed(address) or self.is_of_others(address)

    def source(self, path: str) -> str | None:
        return self.sources.get(path[1:])

    def waiting(self, path: str) -> str | None:
        return self.waiting_sources.get(path[1:])

    def is_listed(self, address: str) -> bool:
        kinds = dict.fromkeys(kind for kind, pattern in self.patterns if pattern.fullmatch(address))
        knows = self.catalogues[0].knows
        return any(not knows(base_of(kind)) or address in self.of(kind) for kind in kinds)

    @cached_property
    def sources(self) -> dict[str, str]:
        """The text of content that a page is made from, by its address."""
        pages = (
            (written(own.urls, page.kind, page.parts), page.source)
            for own in self.languages
            for page in written_pages(own.association)
        )
        return {address: source for address, source in pages if address is not None}

    @cached_property
    def waiting_sources(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for path, slug in self.waiting_slugs.items():
            sections = (
                kind
                for section, kind in KINDS_OF_TEXTS.items()
                if not (kind == "ARTICLE" and self.has_whole_addresses)
                and path.startswith(f"{self.folder.section(section)}/")
            )
            addresses = (
                written(own.urls, kind, {"slug": slug}) for kind in sections for own in self.languages
            )
            found |= {address: path for address in addresses if address is not None}
        return found

    @property
    def has_whole_addresses(self) -> bool:
        """Whether more than its slug makes the address of a piece of news (render/urls.py)."""
        return any(
            f"{{{part}" in own.urls.pattern("ARTICLE") for own in self.languages for part in MORE_OF_ARTICLES
        )

    @cached_property
    def patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        patterns = ((kind, folder_of(own.urls.pattern(kind))) for own in self.languages for kind in URLS)
        return tuple((kind, pattern_of(url)) for kind, url in patterns)

    def of(self, kind: str) -> frozenset[str]:
        """All addresses of a kind, made when one of them is asked for."""
        if kind not in self.made:
            self.made[kind] = frozenset(one for one in self.addresses(kind) if one is not None)
        return self.made[kind]

    def addresses(self, kind: str) -> Iterator[str | None]:
        base = base_of(kind)
        for own, catalogue in zip(self.languages, self.catalogues, strict=True):
            for parts, total in catalogue.of(base):
                if kind == base:
                    yield written(own.urls, kind, parts)
                for number in range(2, 1 + -(-total // self.size(base)) if kind != base else 0):
                    yield written(own.urls, kind, {**parts, "number": number})

    @cached_property
    def catalogues(self) -> tuple[Catalogue, ...]:
        folder = self.folder
        return tuple(
            Catalogue(own.association, folder.today, folder.zone, own.language) for own in self.languages
        )

    def size(self, kind: str) -> int:
        own = reviewed(self.settings)
        if kind in ("NEWS", "TAG", "COMMISSION_NEWS"):
            return own["DEFAULT_PAGINATION"] or ARTICLES_PER_PAGE
        return DATES_ON_A_PAGE if kind in LISTS_OF_DATES else own["MEMBERS_PER_PAGE"]

    def is_of_others(self, address: str) -> bool:
        """What Pelican copies or makes, what belongs to the host, and the files of the theme."""
        return any(address == place or address.startswith(f"{place}/") for place in self.places_of_others)

    @cached_property
    def places_of_others(self) -> frozenset[str]:
        found = chain(
            copied(self.settings), made_by_pelican(self.settings), names(self.settings, "PUBLISH_KEEP")
        )
        theme = str(self.settings.get("THEME_STATIC_DIR") or "theme")
        return frozenset(name.strip("/") for name in (*found, *BESIDE, theme)) - {""}

    def nearest(self, path: str) -> str | None:
        """Rather one whose last step is the same, in another section."""
        own = [
            address for address in self.likely if basename(address.rstrip("/")) == basename(path.rstrip("/"))
        ]
        near = nearest(path.strip("/"), own or self.likely)
        found = min(own, key=lambda address: (len(address), address), default=None) if near is None else near
        return None if found is None else f"/{found}"

    @cached_property
    def likely(self) -> tuple[str, ...]:
        """What somebody writes by hand: pages, not the further ones of a list, calendars, feeds and data."""
        kinds = (kind for kind in URLS if not kind.endswith("_PAGE"))
        return tuple(sorted({address for kind in kinds for address in self.of(kind) if address}))

    def html(self, text: str, source: str) -> str:
        below = source.removeprefix(f"{self.folder.name_of(self.folder.content)}/")
        return self.renderer.html(text, below, 2)

    @cached_property
    def renderer(self) -> "Renderer":
        from markdown import Markdown  # only where a heading has to be looked at: a tenth of a check

        from ..render.markdown import Links, Renderer

        options = reviewed(self.settings)["MARKDOWN"]
        language = self.folder.language
        glossaries = [own.association.glossaries() for own in self.languages]
        sources = frozenset(path for one in glossaries for own in one.values() for path in own.sources)
        known = {language: Glossary(sources=sources)}
        return Renderer(Markdown(**options), Links({}, {}), language, glossaries=known)

    def is_of_theme(self, fragment: str) -> bool:
        return fragment.startswith(self.parts_of_theme)

    @cached_property
    def parts_of_theme(self) -> tuple[str, ...]:
        """The ids in its templates, or how they begin."""
        templates = Path(str(self.settings["THEME"])).glob("templates/**/*.html")
        texts = (template.read_text("utf-8", "replace") for template in sorted(templates))
        return tuple(sorted({unescape(name) for text in texts for name in OF_A_THEME.findall(text)}))


def written(urls: Urls, kind: str, parts: Parts) -> str | None:
    """As a visitor may type it, without anything encoded, or named that a host finds by itself."""
    url = urls.url(kind, **parts)
    return None if url is None else folder_of(unquote(url))


def base_of(kind: str) -> str:
    """Of the first page of a list."""
    return kind.removesuffix("_PAGE")


def pattern_of(url: str) -> re.Pattern[str]:
    """That its addresses have, whatever fills them."""
    parts = Formatter().parse(normalize("NFC", unquote(url)))
    return re.compile(
        "".join(re.escape(text) + ("[^/]+" if name is not None else "") for text, name, *_ in parts)
    )


def copied(settings: Mapping[str, object]) -> Iterator[str]:
    """Static paths, and where single files of them go."""
    yield from map(str, reviewed(settings)["STATIC_PATHS"])
    about = settings.get("EXTRA_PATH_METADATA")
    for path, values in about.items() if isinstance(about, Mapping) else ():
        yield str(path)
        if isinstance(values, Mapping):
            yield from (str(values[key]) for key in ("path", "save_as", "url") if values.get(key))


def made_by_pelican(settings: Mapping[str, object]) -> Iterator[str]:
    """Templates that a webmaster has it write."""
    pages = settings.get("TEMPLATE_PAGES")
    yield from map(str, pages.values()) if isinstance(pages, Mapping) else ()
    own = settings.get(PELICANS_OWN)
    for name in names(own if isinstance(own, Mapping) else settings, "DIRECT_TEMPLATES"):
        yield str(settings.get(f"{name.upper()}_SAVE_AS") or f"{name}.html")


def names(settings: Mapping[str, object], setting: str) -> tuple[str, ...]:
    value = settings.get(setting)
    return tuple(map(str, value)) if isinstance(value, list | tuple) else ()
