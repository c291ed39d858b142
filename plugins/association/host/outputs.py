"""What a section asks to be written: pages made by a template, and files of given bytes.

A plan says which outputs there are and what each is made from: a function of a module, and the frozen values
that it is called with (functools.partial). Nothing is computed before it is written, and what was made from
the same values is not made again (host/memo.py).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypedDict, Unpack

from ..domain.text import Language
from ..exports.common import Addresses, Record
from ..render.assets import PublishedImage
from ..render.markdown import Prose
from ..render.urls import Urls

Subject = tuple[tuple[str, object], ...]
"""What a page shows among those of its kind: the parts of its address, as the first language has them."""
LinkedData = Callable[[Addresses], Record | tuple[Record, ...]]
"""JSON-LD (exports/json_ld.py), one block or several, with the addresses that it has on one page."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the way from the home page; kind names a section whose label the theme knows."""

    label: str
    url: str | None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one page shows, computed when the page is written.

    title: the name of what the page shows; '' when the template has the words for it.
    picture: the one an editor has chosen for it; picture_alt says what is on it.
    linked_data: what the page tells search engines of its subject; None when it has none.
    """

    title: str = ""
    view: Mapping[str, object] = field(default_factory=dict)
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    picture: PublishedImage | None = None
    picture_alt: str = ""
    linked_data: LinkedData | None = None


NOTHING = partial(Shown)


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What the picture says that networks show beside a link to a page.

    title, when, where: in the language of the page. is_off: what it tells of will not take place then.
    """

    title: str
    when: str = ""
    where: str = ""
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Translation:
    """Where what a page shows is in another language.

    is_same: whether there is a page of it; else `url` is that of the section, or the home page.
    """

    language: Language
    url: str
    is_same: bool = True


def alternates(versions: Iterable[Translation], urls: Urls) -> tuple[tuple[Language, str], ...]:
    """All pages of the same, each with its language, and the one for whoever reads none of these.

    https://developers.google.com/search/docs/specialty/international/localized-versions: absolute, or from
    the root of a site that has no SITEURL yet.
    """
    same = [
        (one.language, urls.absolute(one.url) if urls.siteurl else one.url) for one in versions if one.is_same
    ]
    return (*same, ("x-default", same[0][1])) if len(same) > 1 else ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: a template and exactly what it shows.

    kind: the key of render.urls.URLS, which is also how templates know where they are.
    url, save_as: from the root of the site and of the output; save_as is '' for a page switched off.
    shown: the view function, with all that it reads.
    menu: kind of the section whose rubric is marked as current.
    source: where a forge shows what it is written in; '' where none does.
    modified: when its content last changed, for the sitemap; None when that is unknown.
    subject: pages of one kind and one subject show the same, in several languages.
    translations: in the order of the site's languages, its own too; none where the site has one language.
    outside: of a page that is sealed, what everybody sees in its place (host/run.py: seal).
    card: None for pages that have that of the site, and for all of a site without an address.
    """

    kind: str
    url: str
    save_as: str
    template: str
    shown: partial[Shown] = NOTHING
    menu: str = ""
    modified: datetime | None = None
    is_indexed: bool = True
    source: str = ""
    subject: Subject = ()
    outside: partial[Shown] = NOTHING
    translations: tuple[Translation, ...] = ()
    card: SocialCard | None = None


@dataclass(frozen=True, slots=True)
class File:
    """`content` makes the bytes when they are written, as a template makes a page.

    group: of files made from much the same parts, so that one process had better write them all.
    """

    save_as: str
    content: partial[bytes]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A file that is published as it is, however large."""

    save_as: str
    original: Path


Output = Page | File | Copy


def fixed(save_as: str, content: bytes) -> File:
    """A file whose bytes are known already."""
    return File(save_as, partial(bytes, content))


def texts_of(output: Output) -> tuple[Prose, ...]:
    """The texts that it is made from, as far as it is given them one by one."""
    made = output.shown if isinstance(output, Page) else output.content if isinstance(output, File) else None
    return tuple(one for one in made.args if isinstance(one, Prose)) if made else ()


class PageContents(TypedDict, total=False):
    """The fields of Page that have a default."""

    shown: partial[Shown]
    menu: str
    modified: datetime | None
    is_indexed: bool
    source: str
    outside: partial[Shown]
    card: SocialCard | None


def page(
    urls: Urls,
    kind: str,
    template: str,
    parts: Mapping[str, object] | None = None,
    same: Mapping[str, object] | None = None,
    **rest: Unpack[PageContents],
) -> Page:
    """The page of that kind; `parts` fill its address, `rest` are the other fields of Page.

    same: in place of those of its parts that differ from language to language, what does not.
    """
    filled = parts or {}
    subject = tuple(sorted({**filled, **(same or {})}.items()))
    address, file = urls.url(kind, **filled) or "", urls.save_as(kind, **filled)
    return Page(kind, address, file, template, subject=subject, **rest)


def section_crumb(urls: Urls, kind: str) -> Crumb:
    return Crumb("", urls.url(kind), kind)
