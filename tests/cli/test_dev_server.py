"""The server of `serve`: the written files, and the way to tell a browser to reload."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from association.cli.dev_server import SCRIPT_TAG, Reloads, SiteServer

PAGE = b"<!doctype html><title>Essai</title><body><p>Bonjour</p></body>"
FILES = {
    "index.html": PAGE,
    "404.html": b"<!doctype html><p>Perdu</p></body>",
    "annuaire/index.html": PAGE,
    "bref.html": b"<!doctype html><p>Bref",
    "vide/photo.webp": b"",
    "agenda.ics": b"BEGIN:VCALENDAR",
    "contact.vcf": b"BEGIN:VCARD",
    "feeds/actualites.atom.xml": b"<feed/>",
    "sitemap.xml": b"<urlset/>",
    "site.webmanifest": b"{}",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SiteServer]:
    for name, body in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(body)
    with SiteServer(tmp_path, 0, Reloads(start=7)) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def get(server: SiteServer, path: str, method: str = "GET") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path)
    return connection.getresponse()


@pytest.mark.parametrize("path", ["/", "/index.html", "/annuaire/", "/annuaire/?ville=lens"])
def test_pages_get_the_script_that_reloads_them(server: SiteServer, path: str) -> None:
    """At their end, and only in the answer."""
    body = get(server, path).read()

    assert PAGE.replace(b"</body>", SCRIPT_TAG + b"</body>") == body
    assert PAGE == (server.folder / "index.html").read_bytes()


def test_a_page_without_an_end_gets_it_too(server: SiteServer) -> None:
    """After everything else: HTML leaves the closing tags out."""
    assert b"<!doctype html><p>Bref" + SCRIPT_TAG == get(server, "/bref.html").read()


@pytest.mark.parametrize(
    ("path", "type_"),
    [
        ("/agenda.ics", "text/calendar; charset=utf-8"),
        ("/contact.vcf", "text/vcard; charset=utf-8"),
        ("/feeds/actualites.atom.xml", "application/atom+xml"),
        ("/sitemap.xml", "application/xml"),
        ("/site.webmanifest", "application/manifest+json"),
        ("/vide/photo.webp", "image/webp"),
        ("/__reload.js", "text/javascript; charset=utf-8"),
    ],
)
def test_files_have_the_type_of_a_real_host(server: SiteServer, path: str, type_: str) -> None:
    """Whatever the machine's own table of types says."""
    assert type_ == get(server, path).getheader("Content-Type")


@pytest.mark.parametrize("path", ["/absent/", "/vide/", "/../../etc/passwd"])
def test_missing_pages_show_the_sites_404(server: SiteServer, path: str) -> None:
    """A folder without a page is one of them; nothing above the site is served."""
    answer = get(server, path)

    assert (404, True) == (answer.status, b"Perdu" in answer.read())


def test_a_folder_without_its_slash_is_redirected(server: SiteServer) -> None:
    """So that relative links lead where they should."""
    answer = get(server, "/annuaire")

    assert (301, "/annuaire/") == (answer.status, answer.getheader("Location"))


def test_head_has_no_body(server: SiteServer) -> None:
    """For a page and for a missing one."""
    assert (b"", b"") == (get(server, "/", "HEAD").read(), get(server, "/absent", "HEAD").read())


def test_nothing_is_kept_by_the_browser(server: SiteServer) -> None:
    """The next build may change any file."""
    assert "no-store" == get(server, "/agenda.ics").getheader("Cache-Control")


def test_an_open_page_hears_of_a_new_build(server: SiteServer) -> None:
    """At once; it knows its own version from the first event."""
    events = get(server, "/__reload")
    first = events.readline() + events.readline()
    server.reloads.announce()
    second = events.readline()

    assert (b"data: 7-0\n\n", b"data: 7-1\n") == (first, second)
