"""_headers, read by Netlify, Cloudflare Pages and others: no other host, right content types."""

from ..host.urls import Urls

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
FOR_ALL = (
    f"Content-Security-Policy: {POLICY}",
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: strict-origin-when-cross-origin",
    "Permissions-Policy: camera=(), microphone=(), geolocation=()",
)
TYPES = (
    ("*.ics", "Content-Type: text/calendar; charset=utf-8"),
    ("feeds/*", "Content-Type: application/atom+xml; charset=utf-8"),
    ("data/*", "Access-Control-Allow-Origin: *"),
)


def headers(urls: Urls) -> bytes:
    """Paths begin where the site does, also when it lives below a repository's name."""
    root = urls.root_path()
    blocks = [(f"{root}*", FOR_ALL), *((root + path, (header,)) for path, header in TYPES)]
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in blocks).encode()
