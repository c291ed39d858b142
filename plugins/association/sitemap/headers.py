"""_headers, read by Netlify, Cloudflare Pages and others: no other host, right content types."""

from ..host.tiles import Tiles
from ..host.urls import Urls

IMAGES = "img-src 'self' data:"
POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    IMAGES,
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
)
FOR_ALL = (
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), microphone=(), geolocation=(self)",
)
TYPES = (
    ("*.ics", "Content-Type: text/calendar; charset=utf-8"),
    ("*.vcf", "Content-Type: text/vcard; charset=utf-8"),
    ("*.csv", "Content-Type: text/csv; charset=utf-8; header=present"),
    ("*.geojson", "Content-Type: application/geo+json"),
    ("feeds/*", "Content-Type: application/atom+xml; charset=utf-8"),
    ("data/*", "Access-Control-Allow-Origin: *"),
)


def headers(urls: Urls, tiles: Tiles | None = None) -> bytes:
    """Paths begin where the site does, also when it lives below a repository's name."""
    root = urls.root_path()
    blocks = [(f"{root}*", (policy(tiles), *FOR_ALL)), *((root + path, (header,)) for path, header in TYPES)]
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in blocks).encode()


def policy(tiles: Tiles | None) -> str:
    """Pictures of an interactive map come from elsewhere, and nothing else ever does."""
    rules = (f"{rule} https://{tiles.host}" if tiles and rule == IMAGES else rule for rule in POLICY)
    return f"Content-Security-Policy: {'; '.join(rules)}"
