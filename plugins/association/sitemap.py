"""What machines and lost visitors look for: sitemap, robots, headers, the 404 page.

sitemap.xml (https://www.sitemaps.org/protocol.html), robots.txt (RFC 9309), and _headers, read by Netlify,
Cloudflare Pages and others: no other host, right content types. The web editor has a policy of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from .host.address_settings import Tiles
from .host.outputs import File, Output, Page, Shown, Translation, alternates, page
from .host.plugin import Section, registering
from .host.run import Run
from .host.web_editor_page import policy_of_editor
from .render.forge import project_of
from .render.urls import Urls, written_pages
from .views.dates import DateRow, rows_for
from .views.localizer import localizer_of

NEXT = 3
"""Dates that whoever is lost is told of."""

CSP = "Content-Security-Policy"
NOT_FRAMED = "frame-ancestors 'none'"
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
    NOT_FRAMED,
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
)
IN_EACH_LANGUAGE = (
    ("feeds/*", "Content-Type: application/atom+xml; charset=utf-8"),
    ("data/*", "Access-Control-Allow-Origin: *"),
)
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
Listed = tuple[str, datetime | None, tuple[Translation, ...]]
"""The address of a page, when its content last changed, where the same is in other languages."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where something comes from that the policy would keep out.

    opens_pictures: browsers open sealed ones for members, which are then at no address of the site.
    repository: address of the sources, '' where there is no web editor.
    """

    tiles: Tiles | None
    opens_pictures: bool
    repository: str | None


class Sitemap(Section):
    def planned(self, run: Run) -> Iterable[Output]:
        urls = run.edition.urls
        localizer, entries = localizer_of(run), run.edition.agenda.upcoming(run.edition.today)[:NEXT]
        shown = partial(lost_shown, rows_for(run.edition, localizer).of(entries))
        yield page(urls, "NOT_FOUND", "404", is_indexed=False, shown=shown)
        if run.is_first:
            folders = ("", *(f"{other.edition.language}/" for other in run.of_all_languages[1:]))
            ways = Ways(
                run.edition.tiles, run.members is not None, run.edition.association.identity.repository
            )
            yield File(urls.save_as("HEADERS"), partial(headers, urls, ways, folders))
            yield File(urls.save_as("ROBOTS"), partial(robots, urls))

    def planned_last(self, run: Run) -> Iterable[Output]:
        urls = run.edition.urls
        changed = changes(run) if urls.siteurl else {}
        found = run.edition.memory.same("sitemap", value=worth_finding(run.pages(), changed))
        yield File(urls.save_as("SITEMAP"), partial(sitemap, found, urls))


def lost_shown(dates: tuple[DateRow, ...]) -> Shown:
    """On the 404 page."""
    return Shown(view={"dates": dates})


def headers(urls: Urls, ways: Ways, folders: Sequence[str]) -> bytes:
    """Paths begin where the site does, also when it lives below a repository's name.

    folders: of the languages. Each is named: a rule of Cloudflare Pages has room for one `*`.
    """
    root = urls.root_path()
    own = ((folder + path, header) for folder in folders for path, header in IN_EACH_LANGUAGE)
    one_each = ((root + path, (header,)) for path, header in (*TYPES, *own))
    blocks = [(f"{root}*", (policy(ways), *FOR_ALL)), *of_editor(urls, ways.repository), *one_each]
    return "".join(f"{path}\n" + "".join(f"  {line}\n" for line in lines) for path, lines in blocks).encode()


def policy(ways: Ways) -> str:
    """Pictures of an interactive map come from elsewhere, and nothing else ever does."""
    opened = f"{IMAGES} blob:" if ways.opens_pictures else IMAGES
    images = f"{opened} https://{ways.tiles.host}" if ways.tiles else opened
    rules = (images if rule == IMAGES else rule for rule in POLICY)
    return f"{CSP}: {'; '.join(rules)}"


def of_editor(urls: Urls, repository: str | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    """In place of the policy of all pages, which would keep the editor from starting.

    On Netlify what a later block says of a header replaces what an earlier one said. Cloudflare Pages would
    send both, and browsers keep to both: `!` takes the earlier one back. Netlify skips that line, since it
    has no colon.
    """
    page = urls.save_as("WEB_EDITOR")
    if repository and page:
        folder, slash, _ = page.rpartition("/")
        ruled = f"{policy_of_editor(project_of(repository))}; {NOT_FRAMED}"
        yield f"{urls.root_path()}{f'{folder}/*' if slash else page}", (f"! {CSP}", f"{CSP}: {ruled}")


def changes(run: Run) -> Mapping[str, datetime]:
    """When the files of texts were last committed, by the addresses of their pages.

    Not where a text says itself when it was changed, nor what is of after the moment of the build.
    """
    texts = {
        str(other.edition.urls.url(one.kind, **one.parts)): one.source
        for other in run.of_all_languages
        for one in written_pages(other.edition.association)
    }
    told = {
        text.source
        for other in run.of_all_languages
        for text in other.edition.association.articles
        if text.modified
    }
    found = run.changes(frozenset(texts.values()) - told)
    zone, now = run.edition.zone, run.edition.now
    return {
        url: found[source].astimezone(zone)
        for url, source in texts.items()
        if source in found and found[source] <= now
    }


def worth_finding(pages: Iterable[Page], changed: Mapping[str, datetime]) -> tuple[Listed, ...]:
    """A text that says its day alone was last changed then, or when it was committed, if that is later."""
    found = (
        (one.url, max(filter(None, (one.modified, changed.get(one.url))), default=None), one.translations)
        for one in pages
        if one.is_indexed
    )
    return tuple(sorted(found, key=lambda one: one[0]))


def sitemap(pages: Iterable[Listed], urls: Urls) -> bytes:
    """Absolute once the site has a SITEURL."""
    urlset = Element("urlset", xmlns=NAMESPACE)
    for address, modified, translations in pages:
        url = SubElement(urlset, "url")
        SubElement(url, "loc").text = urls.absolute(address)
        if modified:
            SubElement(url, "lastmod").text = modified.isoformat()
        for language, located in alternates(translations, urls) if urls.siteurl else ():
            SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=language, href=located)
    indent(urlset, " ")
    document: bytes = tostring(urlset, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def robots(urls: Urls) -> bytes:
    lines = ["User-agent: *", "Allow: /"]
    if urls.siteurl and urls.url("SITEMAP"):
        lines += ["", f"Sitemap: {urls.absolute(urls.url('SITEMAP'))}"]
    return "\n".join([*lines, ""]).encode()


register = registering(Sitemap)
