"""Whether the addresses that the settings ask for can be used: of pages, of the site, of the map's pictures.

`MEMBER_URL = "membres/{id}/"`: where a page is; SITEURL: where the site is published, as everything that
leaves it says; MAP_TILES: whose pictures the interactive map is made of, if the association wants one at all.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from string import Formatter
from urllib.parse import urlsplit

from ..problems import Sentence, Severity, sentence, shown
from ..render.urls import MORE_OF_ARTICLES, URLS, file_of
from .setting_kinds import (
    LONGEST_PATH,
    Ground,
    SettingFault,
    SettingFaults,
    both,
    mapping_of_mappings,
    no_file,
    no_text,
    unfit,
)

SAMPLES = {"number": 2, "date": date(2026, 11, 22)}
USUAL = {"ARTICLE": URLS["ARTICLE"] + "".join(f"{{{part}}}" for part in MORE_OF_ARTICLES)}
"""Where an address may have more blanks than it usually has."""
MOVED = sentence("its date may still change, and its address is to stay")
UNDATED = ("EVENT_URL", "EVENT_SAVE_AS", "OFFER_URL", "OFFER_SAVE_AS")
"""Of what has a day that is no part of its address."""
LONGEST = 200
INDISPENSABLE = frozenset({"STYLESHEET"})
UNSAFE = frozenset('\\?#"<>|*: \t')

LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})*\.?|[0-9a-f]*:[0-9a-f:.]+")
UNSAFE_IN_HOSTS = re.compile(r"[\s\\<>\"`^{}|\x00-\x1f\x7f]")
WITHOUT_SCHEME = re.compile(rf"(?://)?{LABEL}(?:\.{LABEL})+(?::[0-9]+)?(?:/[^\s]*)?")
KEYS = ("url", "attribution", "attribution_url", "max_zoom")
# Nothing that could end a directive of the security policy, where the host is written.
ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?/[^\s\"'<>;,{}]*", re.IGNORECASE)
TURNED = ("{z}", "{x}", "{y}")
USUAL_ZOOM, LARGEST_ZOOM = 18, 24


def page_address(setting: str, value: object, ground: Ground) -> SettingFaults:
    """A `{KIND}_URL` or a `{KIND}_SAVE_AS`; an empty `_SAVE_AS` switches a page off."""
    if not isinstance(value, str):
        yield no_text(setting, value)
        return
    kind, is_file = setting.removesuffix("_SAVE_AS").removesuffix("_URL"), setting.endswith("_SAVE_AS")
    if is_file and not value and kind in INDISPENSABLE:
        yield SettingFault(sentence("{setting} cannot be empty: every page needs it", setting=setting))
    usual = USUAL.get(kind, URLS[kind])
    found = tuple(unfit(setting, value, LONGEST)) or tuple(mistakes(setting, value, usual))
    yield from found
    if not found:
        yield from unwritable(setting, filled(value, usual), is_file)


def addresses_by_language(setting: str, value: object, ground: Ground) -> SettingFaults:
    """`{"nl": {"DIRECTORY_URL": "gids/"}}`: those of languages that are not at the root of the site."""
    yield from mapping_of_mappings(setting, value, ground)
    for own in value.values() if isinstance(value, Mapping) else ():
        for name, address in own.items() if isinstance(own, Mapping) else ():
            kind = str(name).removesuffix("_SAVE_AS").removesuffix("_URL")
            if kind in URLS and name != kind:
                yield from page_address(str(name), address, ground)
            else:
                yield bad(
                    sentence(
                        '{setting} has the key "{name}", expected a name such as {example}',
                        setting=setting,
                        name=str(name),
                        example="DIRECTORY_URL",
                    )
                )


def mistakes(setting: str, pattern: str, usual: str) -> SettingFaults:
    known = blanks(usual)
    try:
        unknown = [name for name in blanks(pattern) if name not in known]
    except ValueError:
        yield bad(
            sentence('{setting} has a brace too many or too few: "{found}"', setting=setting, found=pattern)
        )
        return
    hint = sentence("it knows {names}", names=", ".join(f"{{{name}}}" for name in known)) if known else None
    for name in unknown:
        yield bad(
            sentence(
                '{setting} has no blank "{name}": "{found}"',
                setting=setting,
                name=f"{{{name}}}",
                found=pattern,
            ),
            MOVED if name == "date" and setting in UNDATED else hint,
        )
    if known and not blanks(pattern) and (pattern or setting.endswith("_URL")):
        said = sentence(
            '{setting} is "{found}", expected an address with {names}',
            setting=setting,
            found=pattern,
            names=", ".join(f"{{{name}}}" for name in known),
        )
        yield bad(said)
    if not unknown and filled(pattern, usual) is None:
        yield bad(
            sentence('{setting} has a blank that cannot be filled: "{found}"', setting=setting, found=pattern)
        )


def blanks(pattern: str) -> tuple[str, ...]:
    """The names between braces, each once; ValueError when the braces do not match."""
    return tuple(dict.fromkeys(name for _, name, _, _ in Formatter().parse(pattern) if name is not None))


def filled(pattern: str, usual: str) -> str | None:
    """As an example; None when a page cannot be written, `{id:d}` for one."""
    try:
        return pattern.format(**{name: SAMPLES.get(name, "x") for name in blanks(usual)})
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, MemoryError):
        return None


def unwritable(setting: str, example: str | None, is_file: bool) -> SettingFaults:
    """What stands in the way of a file of that name below the output, or of a link to it."""
    text = example or ""
    odd = next((character for character in text if character in UNSAFE), None)
    if text.startswith("/"):
        said = sentence(
            '{setting} is "{found}", expected no slash at the beginning', setting=setting, found=text
        )
        better = f'{setting} = "{text.lstrip("/")}"'
        yield bad(said, sentence("write {better}", better=better) if text.strip("/") else None)
    elif odd or goes_astray(text.split("/")):
        said = sentence('{setting} is "{found}", expected an address of this site', **both(setting, text))
        yield bad(said, sentence('take out "{character}"', character=odd) if odd else None)
    elif is_file and text.endswith("/"):
        better = f'{setting} = "{file_of(text)}"'
        yield bad(no_file(setting, text).said, sentence("write {better}", better=better))


def goes_astray(steps: list[str]) -> bool:
    return any(step in (".", "..") for step in steps) or "" in steps[:-1] or max(map(len, steps)) > LONGEST


def bad(said: Sentence, hint: Sentence | None = None) -> SettingFault:
    return SettingFault(said, hint, "bad-address")


def site_address(setting: str, value: object, ground: Ground) -> SettingFaults:
    """Empty while the site has no home yet."""
    if not isinstance(value, str):
        yield no_text(setting, value)
        return
    reason = why_no_address(value)
    if value and reason:
        yield wrong_address(setting, value, better_address(setting, value) or reason)
    elif value.endswith("/"):
        better = f'{setting} = "{value.rstrip("/")}"'
        yield SettingFault(
            sentence('{setting} is "{found}", expected no slash at the end', **both(setting, value)),
            sentence("write {better}", better=better),
            "bad-url",
            Severity.WARNING,
        )


def wrong_address(setting: str, value: str, hint: Sentence) -> SettingFault:
    said = sentence('{setting} is "{found}", expected the address of the site', **both(setting, value))
    return SettingFault(said, hint, "bad-url")


def why_no_address(text: str) -> Sentence | None:
    whole = sentence("write the whole address, beginning with https://")
    unsafe = UNSAFE_IN_HOSTS.search(text)
    try:
        parts = urlsplit(text)
        _ = parts.port  # a wrong one raises ValueError
    except ValueError:
        return whole
    if len(text) > LONGEST_PATH or parts.scheme not in ("http", "https") or not text.isprintable():
        return whole
    if unsafe:
        return sentence('take out "{character}"', character=unsafe[0])
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        return sentence("take out what begins with ? or #")
    if "@" in parts.netloc:
        return sentence('take out what stands before "@"')
    if ".." in parts.path.split("/") or "//" in parts.path.rstrip("/"):
        return sentence("write the path without .. and without //")
    return None if HOST.fullmatch(parts.hostname or "") else whole


def better_address(setting: str, text: str) -> Sentence | None:
    """What was meant, where only the beginning is missing or the spaces around are too many."""
    plain = text.strip()
    if WITHOUT_SCHEME.fullmatch(plain):
        plain = "https://" + plain.removeprefix("//")
    plain = plain.rstrip("/")
    if plain == text or why_no_address(plain):
        return None
    return sentence("write {better}", better=f'{setting} = "{plain}"')


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


def map_tiles(setting: str, written: object, ground: Ground) -> SettingFaults:
    if written:
        yield from (SettingFault(said, code="map-tiles") for said in tile_mistakes(written))


def tile_mistakes(written: object) -> Iterator[Sentence]:
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
