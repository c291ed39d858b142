"""HTML in a text: which elements reach a page, how one is written, and what another site shows in it.

Visitors are never sent to another host: where a text embeds a video, a map or a form of one, they get a link
to it. What the link is called, in which language, is decided where texts are rendered.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import unescape

TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 "
    "h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot "
    "th thead time tr u ul var".split()
)
"""Of all others, only the words are kept, if they have any."""
EMBEDDING = ("iframe", "video", "audio", "embed", "object", "frame")
TAG = re.compile(
    r"""<(?P<name>[^\W\d_][\w-]*)(?=[\s/>])(?P<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*'|["'](?=[^"'<>]*>))*)>"""
)
ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?""")
SOURCE = re.compile(r"<source\b([^<>]*)>", re.IGNORECASE)
ADDRESSES = ("src", "data", "data-src", "data-lazy-src", "data-litespeed-src")
"""Attributes that say what is shown; the later ones are of programs that ask visitors first."""


def attributes_of(written: str) -> dict[str, str]:
    """By name, in small letters; the first of two counts."""
    found: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


class Shown(Enum):
    """What is embedded, as far as its address tells; the value is how it is called in the code."""

    VIDEO = "video"
    SOUND = "sound"
    MAP = "map"
    FORM = "form"
    JOINING = "joining"
    REGISTRATION = "registration"
    GIFT = "gift"
    SHOP = "shop"
    DOCUMENT = "document"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Embed:
    """place: a name, a host, or a file; '' of a page of the site.

    is_ours: its address is a path, of a file or a page of the site.
    """

    shown: Shown
    place: str
    address: str
    is_ours: bool = False


Rule = tuple[re.Pattern[str], Shown, str, str]


def rule(pattern: str, shown: Shown, place: str, address: str = r"\g<0>") -> Rule:
    """address: of the page that a visitor can open, in terms of the pattern."""
    return re.compile(rf"https?://(?:www\.)?{pattern}", re.IGNORECASE), shown, place, address


YOUTUBE = r"(?:m\.)?youtube(?:-nocookie)?\.com"
HELLOASSO = r"helloasso\.com/associations/([^/?#]+)/{kind}/([^/?#]+).*"
FORM_OF_HELLOASSO = r"https://www.helloasso.com/associations/\1/{kind}/\2"
GOOGLE = r"(?:maps\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?"


def helloasso(kind: str, shown: Shown) -> Rule:
    """Its page, without the button or the widget."""
    return rule(
        HELLOASSO.replace("{kind}", kind), shown, "HelloAsso", FORM_OF_HELLOASSO.replace("{kind}", kind)
    )


RULES: tuple[Rule, ...] = (
    rule(
        YOUTUBE + r"/embed/videoseries\?(?:.*&)?list=([\w-]+).*",
        Shown.VIDEO,
        "YouTube",
        r"https://www.youtube.com/playlist?list=\1",
    ),
    rule(
        YOUTUBE + r"/(?:embed|v|shorts)/([\w-]+).*",
        Shown.VIDEO,
        "YouTube",
        r"https://www.youtube.com/watch?v=\1",
    ),
    rule(rf"(?:{YOUTUBE}|youtu\.be)(?:[/?#].*)?", Shown.VIDEO, "YouTube"),
    rule(
        r"player\.vimeo\.com/video/(\d+)\?(?:.*&)?h=(\w+).*", Shown.VIDEO, "Vimeo", r"https://vimeo.com/\1/\2"
    ),
    rule(r"player\.vimeo\.com/video/(\d+).*", Shown.VIDEO, "Vimeo", r"https://vimeo.com/\1"),
    rule(r"(?:[\w-]+\.)*vimeo\.com(?:[/?#].*)?", Shown.VIDEO, "Vimeo"),
    rule(
        r"(?:geo\.)?dailymotion\.com/(?:embed/video/|player(?:/\w+)?\.html\?(?:.*&)?video=)(\w+).*",
        Shown.VIDEO,
        "Dailymotion",
        r"https://www.dailymotion.com/video/\1",
    ),
    rule(r"(?:[\w-]+\.)?(?:dailymotion\.com|dai\.ly)(?:[/?#].*)?", Shown.VIDEO, "Dailymotion"),
    rule(r"([^/]+)/videos/embed/([\w-]+).*", Shown.VIDEO, "PeerTube", r"https://\1/w/\2"),
    rule(r"([^/]+)/video-playlists/embed/([\w-]+).*", Shown.VIDEO, "PeerTube", r"https://\1/w/p/\2"),
    helloasso("adhesions", Shown.JOINING),
    helloasso("evenements", Shown.REGISTRATION),
    helloasso("formulaires", Shown.GIFT),
    helloasso("collectes", Shown.GIFT),
    helloasso("boutiques", Shown.SHOP),
    helloasso("paiements", Shown.PAGE),
    rule(r"(?:[\w-]+\.)*helloasso\.com(?:[/?#].*)?", Shown.PAGE, "HelloAsso"),
    rule(r"(?:[\w-]+\.)*billetweb\.fr(?:[/?#].*)?", Shown.REGISTRATION, "Billetweb"),
    rule(
        r"openstreetmap\.org/export/embed\.html\?(?:.*&)?marker=([-\d.]+)(?:%2C|,)([-\d.]+).*",
        Shown.MAP,
        "OpenStreetMap",
        r"https://www.openstreetmap.org/?mlat=\1&mlon=\2#map=16/\1/\2",
    ),
    rule(r"umap\.[\w.-]+(?:[/?#].*)?", Shown.MAP, "uMap"),
    rule(r"framacarte\.org(?:[/?#].*)?", Shown.MAP, "Framacarte"),
    rule(r"(?:[\w-]+\.)*openstreetmap\.(?:org|fr)(?:[/?#].*)?", Shown.MAP, "OpenStreetMap"),
    rule(
        GOOGLE + r"/maps/embed.*!2d([-\d.]+)!3d([-\d.]+).*",
        Shown.MAP,
        "Google Maps",
        r"https://www.google.com/maps/search/?api=1&query=\2,\1",
    ),
    rule(
        GOOGLE + r"/maps/d/(?:u/\d/)?embed\?(.*)",
        Shown.MAP,
        "Google Maps",
        r"https://www.google.com/maps/d/viewer?\1",
    ),
    rule(
        rf"({GOOGLE})/maps(?!/)(.*?)&output=embed(.*)", Shown.MAP, "Google Maps", r"https://\1/maps\2\3"
    ),
    rule(rf"(?:maps\.google\.|{GOOGLE}/maps).*", Shown.MAP, "Google Maps"),
    rule(r"framaforms\.org(?:[/?#].*)?", Shown.FORM, "Framaforms"),
    rule(
        r"docs\.google\.com/forms/([^?#]*).*",
        Shown.FORM,
        "Google Forms",
        r"https://docs.google.com/forms/\1",
    ),
    rule(r"tally\.so/(?:embed|r)/(\w+).*", Shown.FORM, "Tally", r"https://tally.so/r/\1"),
    rule(
        r"open\.spotify\.com/embed/([^?#]*).*", Shown.SOUND, "Spotify", r"https://open.spotify.com/\1"
    ),
    rule(r"(?:[\w-]+\.)*soundcloud\.com(?:[/?#].*)?", Shown.SOUND, "SoundCloud"),
    rule(r"(?:[\w-]+\.)*deezer\.com(?:[/?#].*)?", Shown.SOUND, "Deezer"),
    rule(r"(?:[\w-]+\.)*ausha\.co(?:[/?#].*)?", Shown.SOUND, "Ausha"),
)  # fmt: skip
"""The first that fits counts."""
HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
BLANKS = re.compile(r"[\x00-\x20\x7f]+")
FILE = re.compile(r"([^/?#]+\.([a-z0-9]{2,5}))(?:[?#].*)?", re.IGNORECASE)
VIDEOS = frozenset("mp4 m4v webm ogv mov avi mkv".split())
SOUNDS = frozenset("mp3 m4a ogg oga opus wav flac aac".split())
PAGES = frozenset(("htm", "html", "php", "md"))


def embeds(html: str) -> Iterator[tuple[int, int, str, Embed | None]]:
    """Each element that embeds something: where it begins and ends, its name, and what it shows."""
    position = 0
    while tag := TAG.search(html, position):
        name = tag["name"].lower()
        position = tag.end()
        if name in EMBEDDING:
            position = end_of(html, name, tag)
            yield tag.start(), position, name, embed_of(name, tag["attributes"], html[tag.end() : position])


def end_of(html: str, name: str, tag: re.Match[str]) -> int:
    """Behind the closing tag; behind the tag itself if there is none before another of its kind."""
    if name in ("embed", "frame") or tag["attributes"].rstrip().endswith("/"):
        return tag.end()
    following = re.compile(rf"<(/?){name}(?=[\s/>])[^<>]*>", re.IGNORECASE).search(html, tag.end())
    return following.end() if following and following[1] else tag.end()


def embed_of(name: str, attributes: str, inside: str = "") -> Embed | None:
    """None without an address that can be followed."""
    written = attributes_of(attributes)
    addresses = [written[key] for key in ADDRESSES if key in written]
    addresses += [attributes_of(source).get("src", "") for source in SOURCE.findall(inside)]
    found = next((address.strip() for address in addresses if is_address(address)), None)
    return shown_at(name, found) if found else None


def is_address(written: str) -> bool:
    scheme = SCHEME.match(BLANKS.sub("", written))
    if scheme:
        return scheme[1].lower() in ("http", "https")
    return bool(written.strip()) and not written.strip().startswith(("#", "?"))


def shown_at(name: str, address: str) -> Embed:
    """What is there, and the address of the page that a visitor can open."""
    full = f"https:{address}" if address.startswith("//") else address
    host = HOST.match(full)
    if host is None:
        return ours(name, full)
    for pattern, shown, place, page in RULES:
        if found := pattern.fullmatch(full):
            return Embed(shown, place, found.expand(page))
    return Embed(kind_by_name(name, full, Shown.PAGE), host[1].lower(), full)


def ours(name: str, path: str) -> Embed:
    file = FILE.fullmatch(path.rpartition("/")[2])
    if file is None or file[2].lower() in PAGES:
        return Embed(Shown.PAGE, "", path, is_ours=True)
    return Embed(kind_by_name(name, path, Shown.DOCUMENT), file[1], path, is_ours=True)


def kind_by_name(name: str, address: str, otherwise: Shown) -> Shown:
    """By the ending of the address, else by the element."""
    file = FILE.fullmatch(address.rpartition("/")[2])
    ending = file[2].lower() if file else ""
    if ending in VIDEOS or name == "video":
        return Shown.VIDEO
    return Shown.SOUND if ending in SOUNDS or name == "audio" else otherwise
