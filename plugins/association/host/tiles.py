"""MAP_TILES: whose pictures the interactive map is made of, if the association wants one at all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from ..problems import Sentence, sentence, shown
from .setting_kinds import Ground, Mistake, Mistakes

KEYS = ("url", "attribution", "attribution_url", "max_zoom")
# Nothing that could end a directive of the security policy, where the host is written.
ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?/[^\s\"'<>;,{}]*", re.IGNORECASE)
TURNED = ("{z}", "{x}", "{y}")
USUAL_ZOOM, LARGEST_ZOOM = 18, 24


@dataclass(frozen=True, slots=True)
class Tiles:
    """attribution_url: where the terms of the map are; '' if they are nowhere."""

    url: str
    attribution: str
    attribution_url: str
    max_zoom: int

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc.lower()


def tiles_of(settings: Mapping[str, object]) -> Tiles | None:
    """None where no interactive map is wanted; of settings without a problem."""
    written = settings["MAP_TILES"]
    if not written or not isinstance(written, Mapping):
        return None
    return Tiles(
        url=written["url"],
        attribution=written["attribution"],
        attribution_url=written.get("attribution_url", ""),
        max_zoom=written.get("max_zoom", USUAL_ZOOM),
    )


def map_tiles(setting: str, written: object, ground: Ground) -> Mistakes:
    if written:
        yield from (Mistake(said, code="map-tiles") for said in mistakes(written))


def mistakes(written: object) -> Iterator[Sentence]:
    if not isinstance(written, Mapping):
        yield sentence(
            'found MAP_TILES = {value}, expected "url" and "attribution" between braces',
            value=written if isinstance(written, str) else shown(written),
        )
        return
    for key in written:
        if key not in KEYS:
            yield sentence(
                'MAP_TILES has the unknown key "{key}", expected one of {keys}', key=key, keys=", ".join(KEYS)
            )
    if not is_address_of_tiles(written.get("url")):
        yield sentence(
            'the "url" of MAP_TILES is "{url}", expected an https address with {{z}}, {{x}} and {{y}}',
            url=written.get("url", ""),
        )
    yield from mistakes_of_terms(written)


def mistakes_of_terms(written: Mapping[object, object]) -> Iterator[Sentence]:
    attribution, terms = written.get("attribution"), written.get("attribution_url", "")
    if not isinstance(attribution, str) or not attribution.strip():
        yield sentence('MAP_TILES has no "attribution": write whose map it is, as its terms of use ask')
    if not isinstance(terms, str) or (terms and not ADDRESS.fullmatch(terms)):
        yield sentence('the "attribution_url" of MAP_TILES is "{url}", expected an https address', url=terms)
    zoom = written.get("max_zoom", USUAL_ZOOM)
    if type(zoom) is not int or not 1 <= zoom <= LARGEST_ZOOM:
        yield sentence(
            'the "max_zoom" of MAP_TILES is "{zoom}", expected a number from 1 to {most}',
            zoom=zoom,
            most=LARGEST_ZOOM,
        )


def is_address_of_tiles(url: object) -> bool:
    if not isinstance(url, str) or any(url.count(turned) != 1 for turned in TURNED):
        return False
    plain = url
    for turned in TURNED:
        plain = plain.replace(turned, "0")
    return ADDRESS.fullmatch(plain) is not None and "{" not in url.split("/")[2]
