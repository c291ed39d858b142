"""What networks show beside a link to a page: its card, or the photograph that an editor has chosen for it.

Cards need an absolute address, so that a site without SITEURL has none but its own. Their names tell what is
on them: one that says something else has another address, and none that networks keep is out of date. They
are kept on disk too, for builds that begin without the former site.
"""

import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, replace
from functools import cache, partial
from hashlib import sha256
from pathlib import PurePosixPath

from ..cache import forget_old, keep, kept
from ..domain.association import Identity
from ..drawings.colours import palette
from ..drawings.monogram import monogram
from ..images.cards import CARD, RECIPE, Brand, can_be_drawn, social_card
from ..render.typography import network_locale
from ..render.urls import Urls
from .edition import Edition
from .machine import cache_folder
from .outputs import File, Page, Shown, SocialCard
from .run import Planned

DEFAULT_ACCENT = "#0c5c60"
FOLDER, OF_SITE = "theme/cartes", "theme/carte.png"
LETTERS = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """address: absolute; '' where there is none. size: in pixels."""

    address: str
    size: tuple[int, int]
    alt: str


def preview_of(page: Page, shown: Shown, edition: Edition) -> Preview:
    """A photograph shows more than words do; a drawing or a small picture, less than a card."""
    urls, picture, card = edition.urls, shown.picture, page.card
    if not urls.siteurl:
        return Preview("", (0, 0), "")
    if picture and picture.can_be_shared:
        return Preview(urls.absolute(picture.url), (picture.width, picture.height), shown.picture_alt)
    if card is None:
        return Preview(urls.absolute(card_of_site(urls)), CARD, told_by(site_card(edition)))
    return Preview(urls.absolute(address_of(page, card, edition)), CARD, told_by(card))


def open_graph(
    page: Page, preview: Preview, edition: Edition, heading: str, description: str
) -> tuple[tuple[str, str], ...]:
    """What networks are told of a page: its heading and its description are words of the theme."""
    urls, (width, height) = edition.urls, preview.size
    address = {"og:url": urls.absolute(page.url)} if urls.siteurl else {}
    picture = {
        "og:image": preview.address,
        "og:image:width": str(width),
        "og:image:height": str(height),
        "og:image:alt": preview.alt,
    }
    told = {
        "og:title": heading,
        "og:description": description,
        "og:type": "article" if page.kind == "ARTICLE" else "website",
        "og:site_name": edition.site_name,
        "og:locale": network_locale(edition.language),
        **address,
        **(picture if preview.address else {}),
    }
    return tuple(told.items())


def told_by(card: SocialCard) -> str:
    return " – ".join(filter(None, (card.title, card.when, card.where)))


def card_of_site(urls: Urls) -> str:
    """That of pages that have none of their own."""
    return f"{urls.language}/{OF_SITE}" if urls.language else OF_SITE


def site_card(edition: Edition) -> SocialCard:
    identity = edition.association.identity
    tagline = identity.tagline.to(edition.language) if identity.tagline else identity.name
    return SocialCard(tagline, where=identity.name if tagline != identity.name else "")


def cards_of(outputs: dict[str, Planned], are_wanted: bool) -> Iterator[File]:
    """Of the pages that have one; `outputs` are told of those that cannot have it."""
    for name, (output, run) in list(outputs.items()):
        card = output.card if isinstance(output, Page) else None
        if not isinstance(output, Page) or card is None:
            continue
        if not are_wanted or not can_be_drawn(card.title):
            outputs[name] = Planned(replace(output, card=None), run)
            continue
        brand = brand_of(run.edition.association.identity)
        yield File(address_of(output, card, run.edition), partial(drawn, brand, card))
    keep(last := cache_folder("cards") / "last", b"")
    forget_old(last)


def address_of(page: Page, card: SocialCard, edition: Edition) -> str:
    """Below the folder of cards, where the page is below the site; as many pages as cards."""
    path = PurePosixPath(page.save_as)
    own = path.parent if path.name == "index.html" else path.with_suffix("")
    return f"{FOLDER}/{own}-{digest_of(brand_of(edition.association.identity), card)[:LETTERS]}.png"


@cache
def brand_of(identity: Identity) -> Brand:
    accent = palette(identity.accent or DEFAULT_ACCENT).light["accent"]
    return Brand(identity.name, monogram(identity.name, "").initials, accent)


def digest_of(brand: Brand, card: SocialCard) -> str:
    said = json.dumps([RECIPE, *astuple(brand), *astuple(card)])
    return sha256(said.encode()).hexdigest()


def drawn(brand: Brand, card: SocialCard) -> bytes:
    entry = cache_folder("cards") / digest_of(brand, card)
    content = kept(entry)
    if content is None:
        content = social_card(brand, card.title, card.when, card.where, card.is_off)
        keep(entry, content)
    return content
