"""sitemap.xml (https://www.sitemaps.org/protocol.html) and robots.txt (RFC 9309)."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ..host.outputs import Page
from ..host.urls import Urls

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[Page], urls: Urls) -> bytes:
    """Addresses of all pages worth finding; absolute once the site has a SITEURL."""
    urlset = Element("urlset", xmlns=NAMESPACE)
    for page in sorted(pages, key=lambda page: page.url):
        if page.is_indexed:
            url = SubElement(urlset, "url")
            SubElement(url, "loc").text = urls.absolute(page.url)
            if page.modified:
                SubElement(url, "lastmod").text = page.modified.isoformat()
    indent(urlset, " ")
    return tostring(urlset, encoding="utf-8", xml_declaration=True) + b"\n"


def robots(urls: Urls) -> bytes:
    lines = ["User-agent: *", "Allow: /"]
    if urls.siteurl and urls.url("SITEMAP"):
        lines += ["", f"Sitemap: {urls.absolute(urls.url('SITEMAP'))}"]
    return "\n".join([*lines, ""]).encode()
