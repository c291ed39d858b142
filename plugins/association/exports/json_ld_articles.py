"""JSON-LD of news, https://schema.org/NewsArticle, and of the dossiers that they may be parts of.

Google requires nothing and recommends a headline, images, both dates, and of each author a name, a type and
an address (https://developers.google.com/search/docs/appearance/structured-data/article).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.articles import Article
from ..domain.association import Identity
from ..domain.text import Language
from .common import CONTEXT, Address, Addresses, Json, Record, known
from .json_ld import publisher


@dataclass(frozen=True, slots=True)
class Signature:
    """url: from the root of the site; None where it tells of nobody of that name."""

    name: str
    url: str | None
    is_person: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the page shows; addresses from the root of the site. part_of: the dossier, and which part."""

    title: str
    summary: str
    url: str | None
    image: str | None
    signatures: tuple[Signature, ...]
    part_of: tuple[str, str | None, int] | None = None


def article_data(
    article: Article, told: Told, identity: Identity, language: Language, addresses: Addresses
) -> Record:
    """Who signs nothing writes for the association, which publishes it all."""
    own = publisher(identity, addresses)
    page = addresses.located(told.url)
    signed: list[Json] = [author(one, addresses) for one in told.signatures]
    record: Record = {
        "@type": "NewsArticle",
        "@id": f"{page}#article" if page else None,
        "mainEntityOfPage": page,
        "headline": told.title,
        "description": told.summary,
        "image": [addresses.located(told.image)] if told.image else None,
        "datePublished": article.date.isoformat(),
        "dateModified": (article.modified or article.date).isoformat(),
        "inLanguage": article.language or language,
        "author": signed or [own],
        "publisher": own,
    }
    return {"@context": CONTEXT, **known({**record, **part(told, addresses)})}


def author(one: Signature, addresses: Addresses) -> Record:
    kind = "Person" if one.is_person else "Organization"
    return known({"@type": kind, "name": one.name, "url": addresses.located(one.url)})


def part(told: Told, addresses: Addresses) -> Record:
    if told.part_of is None:
        return {}
    name, url, number = told.part_of
    series = known({"@type": "CreativeWorkSeries", "name": name, "url": addresses.located(url)})
    return {"position": number, "isPartOf": series}


def series_data(name: str, description: str, parts: Iterable[tuple[int, str, Address]]) -> Record:
    """A dossier; of each part its number, its title and its address."""
    told: list[Json] = [
        known({"@type": "Article", "position": number, "headline": title, "url": address})
        for number, title, address in parts
    ]
    series: Record = {"@type": "CreativeWorkSeries", "name": name, "description": description}
    return {"@context": CONTEXT, **known({**series, "hasPart": told})}
