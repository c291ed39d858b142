"""What the association knows, as pages show it: questions, terms by letter, documents by kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from posixpath import splitext
from urllib.parse import urlsplit

from babel.numbers import format_decimal

from ..collation import in_order, letter_of
from ..domain.articles import StaticPage
from ..domain.knowledge import FAQ, Resource, Version, level_of_entries, term_of
from ..domain.text import Language, fold
from ..exports.common import Addresses, Record
from ..exports.json_ld import questions_data, terms_data
from ..render.markdown import Prose
from ..render.parts import Html, Parted
from ..render.typography import locale_of
from ..render.urls import encoded
from .localizer import Localizer
from .members import LabelledLink

FEW = 12
"""As many terms are found at a glance, without letters above them."""
KILO, MEGA = 1000, 1_000_000


def parted(page: StaticPage, body: Prose | None) -> Parted:
    """Of a page without a text, nothing."""
    return body.parted(level_of_entries(page.body)) if body else Parted()


def questions_of(pages: Iterable[StaticPage], localizer: Localizer) -> tuple[LabelledLink, ...]:
    """In the language of the reader, each with its address, for whoever looks for one."""
    asked = (
        LabelledLink(part.title.words, f"{url}#{part.id}")
        for page in pages
        if (url := localizer.urls.url("PAGE", slug=page.slug)) is not None
        if (body := localizer.body(page)) and body.language == localizer.language
        for part in parted(page, body).parts
    )
    return tuple(asked)


def pages_of_questions(pages: Iterable[StaticPage]) -> tuple[StaticPage, ...]:
    return tuple(page for page in pages if page.template == FAQ and not page.introduces)


def questions_told(told: Parted, addresses: Addresses) -> Record:
    root = addresses.located("")
    answered = (part for part in told.parts if part.body.html)
    return questions_data((part.title.words, part.body.for_search_engines(root)) for part in answered)


@dataclass(frozen=True, slots=True)
class TermRow:
    """expansion: of an abbreviation, else ''."""

    id: str
    name: str
    expansion: str
    body: Html


@dataclass(frozen=True, slots=True)
class Letter:
    """name: '' of all that begins with no letter, or where there are few terms."""

    name: str
    terms: tuple[TermRow, ...]


def term_rows(told: Parted) -> tuple[TermRow, ...]:
    terms = ((term_of(part.title.words), part) for part in told.parts)
    rows = (TermRow(part.id, term.name, term.expansion, part.body) for term, part in terms)
    ordered = in_order(rows, lambda row: row.name, lambda row: row.id)
    return tuple(sorted(ordered, key=lambda row: not letter_of(row.name)))


def letters(rows: tuple[TermRow, ...]) -> tuple[Letter, ...]:
    if len(rows) <= FEW:
        return (Letter("", rows),)
    return tuple(Letter(name, tuple(own)) for name, own in groupby(rows, key=lambda row: letter_of(row.name)))


def terms_told(title: str, url: str | None, rows: Iterable[TermRow], addresses: Addresses) -> Record:
    told = ((row.id, row.name, row.expansion, row.body.words) for row in rows)
    return terms_data(title, addresses.located(url), told)


@dataclass(frozen=True, slots=True)
class VersionRow:
    """url: None where it is not kept. format: PDF…, or the name of the other site; size in kB or in MB."""

    number: str
    day: date | None
    url: str | None
    format: str
    size: str
    is_large: bool


@dataclass(frozen=True, slots=True)
class ResourceRow:
    title: str
    audience: str
    current: VersionRow
    former: tuple[VersionRow, ...]


@dataclass(frozen=True, slots=True)
class ResourcesOfKind:
    """kind: '' of those that say none."""

    kind: str
    resources: tuple[ResourceRow, ...]


def by_kind(resources: Iterable[Resource], localizer: Localizer) -> tuple[ResourcesOfKind, ...]:
    """In the order in which kinds are first met; those without one come last."""
    found: dict[str, list[ResourceRow]] = {}
    names: dict[str, str] = {"": ""}
    for resource in resources:
        kind = localizer.say(resource.kind)
        names.setdefault(fold(kind), kind)
        found.setdefault(fold(kind), []).append(resource_row(resource, localizer))
    kinds = sorted(found, key=lambda kind: kind == "")
    return tuple(ResourcesOfKind(names[kind], tuple(found[kind])) for kind in kinds)


def resource_rows(resources: Iterable[Resource], localizer: Localizer) -> tuple[ResourceRow, ...]:
    return tuple(resource_row(resource, localizer) for resource in resources)


def resource_row(resource: Resource, localizer: Localizer) -> ResourceRow:
    return ResourceRow(
        title=localizer.say(resource.title),
        audience=localizer.say(resource.audience),
        current=version_row(resource.current, localizer),
        former=tuple(version_row(version, localizer) for version in resource.replaces),
    )


def version_row(version: Version, localizer: Localizer) -> VersionRow:
    size = size_of(version.octets or 0, localizer.language)
    return VersionRow(
        number=version.number or "",
        day=version.day,
        url=address(version, localizer),
        format=format_of(version),
        size=size.number,
        is_large=size.is_large,
    )


@dataclass(frozen=True, slots=True)
class Size:
    """Of a file, in kB, or in MB where it is large; number: '' of one that is not kept here."""

    number: str
    is_large: bool


def size_of(octets: int, language: Language) -> Size:
    is_large = octets >= MEGA
    amount = round(octets / MEGA, 1) if is_large else max(1, round(octets / KILO))
    return Size(format_decimal(amount, locale=locale_of(language)) if octets else "", is_large)


def address(version: Version, localizer: Localizer) -> str | None:
    """From the root of the site, or elsewhere."""
    if version.file:
        return localizer.document(version.file)
    return encoded(version.url.removeprefix("/")) if version.url else None


def format_of(version: Version) -> str:
    if version.file:
        return splitext(version.file)[1][1:].upper()
    return (urlsplit(version.url or "").hostname or "").removeprefix("www.")
