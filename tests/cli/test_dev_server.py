"""The server of `serve`: the written files, and the way to tell a browser to reload."""

import json
import socket
import struct
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from association.cli.dev_server import SCRIPT_TAGS, Reloads, SiteRequest, SiteServer, page_of

PASSPHRASE = 'cinq "mots"'
PAGE = b"<!doctype html><title>Essai</title><body><p>Bonjour</p></body>"
FILES = {
    "index.html": PAGE,
    "404.html": b"<!doctype html><p>Perdu</p></body>",
    "nl/404.html": b"<!doctype html><p>Verdwaald</p></body>",
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
    with SiteServer(tmp_path, 0, Reloads(start=7), PASSPHRASE) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


def get(server: SiteServer, path: str, method: str = "GET", host: str = "") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request(method, path, headers={"Host": host} if host else {})
    return connection.getresponse()


def asked_by(server: SiteServer, site: str) -> HTTPResponse:
    """For the script with the passphrase, as browsers tell whose page asks for one (Fetch Metadata)."""
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.request("GET", "/__members.js", headers={"Sec-Fetch-Site": site} if site else {})
    return connection.getresponse()


def status_of(server: SiteServer, request: bytes) -> int:
    """Of a request that no honest client writes."""
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        return int(connection.makefile("rb").readline().split()[1])


@pytest.mark.parametrize("path", ["/", "/index.html", "/annuaire/", "/annuaire/?ville=lens"])
def test_pages_get_the_script_that_reloads_them(server: SiteServer, path: str) -> None:
    """At their end, and only in the answer."""
    body = get(server, path).read()

    assert PAGE.replace(b"</body>", SCRIPT_TAGS + b"</body>") == body
    assert PAGE == (server.folder / "index.html").read_bytes()


def test_a_page_without_an_end_gets_it_too(server: SiteServer) -> None:
    """After everything else: HTML leaves the closing tags out."""
    assert b"<!doctype html><p>Bref" + SCRIPT_TAGS == get(server, "/bref.html").read()


@pytest.mark.parametrize("site", ["", "same-origin"])
def test_a_preview_asks_for_no_passphrase(server: SiteServer, site: str) -> None:
    """Its pages are told it, before the script that would ask."""
    answer = asked_by(server, site)

    assert b'sessionStorage.setItem("assosite-passphrase", "cinq \\"mots\\"");\n' == answer.read()
    assert SCRIPT_TAGS.startswith(b'<script src="/__members.js"></script>')


@pytest.mark.parametrize("site", ["same-site", "cross-site", "none"])
def test_a_page_elsewhere_does_not_get_the_passphrase(server: SiteServer, site: str) -> None:
    """A script may be loaded from anywhere, unlike what is read; a browser that says nothing gets none."""
    answer = asked_by(server, site)

    assert (403, "same-origin") == (answer.status, answer.getheader("Cross-Origin-Resource-Policy"))


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
        ("/__problems.js", "text/javascript; charset=utf-8"),
        ("/__problems.css", "text/css; charset=utf-8"),
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


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nl/absent/", b"Verdwaald"),
        ("/nl/nieuws/2027/absent", b"Verdwaald"),
        ("/nl/", b"Verdwaald"),
        ("/nlx/absent/", b"Perdu"),
        ("/annuaire/absent/", b"Perdu"),
    ],
)
def test_a_missing_page_is_told_in_the_language_of_its_folder(
    server: SiteServer, path: str, words: bytes
) -> None:
    """As hosts do that are told to."""
    answer = get(server, path)

    assert (404, True) == (answer.status, words in answer.read())


def test_a_site_without_a_404_has_a_plain_one(server: SiteServer) -> None:
    """Before its first build, for example."""
    (server.folder / "404.html").unlink()

    assert b"404" in get(server, "/absent/").read()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%00", 400),
        ("/annuaire/%0d%0aX: y", 400),
        ("//[", 404),
        ("http://[", 400),
        ("http://evil.example/", 400),
        ("*", 400),
        ("/" + "a" * 300, 404),
        ("/" + "a" * 300 + ".html", 404),
        ("/" + "a/" * 5000, 404),
        ("/" + "a" * 70_000, 414),
        ("/..%2f..%2f..%2fetc%2fpasswd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
        ("/..%5c..%5cetc%5cpasswd", 404),
        ("/\xff\xfe", 404),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_odd_addresses_are_refused_without_a_traceback(
    server: SiteServer, capfd: pytest.CaptureFixture[str], path: str, status: int, method: str
) -> None:
    """Too long, with control characters, not of this site or leading out of it."""
    request = f"{method} {path.replace(' ', '%20')} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    assert (status, "") == (status_of(server, request.encode("latin-1")), capfd.readouterr().err)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "NONSENSE"])
def test_other_methods_are_not_known(
    server: SiteServer, capfd: pytest.CaptureFixture[str], method: str
) -> None:
    """The site is only read."""
    assert (501, "") == (get(server, "/", method).status, capfd.readouterr().err)


def test_a_request_that_is_aborted_prints_nothing(
    server: SiteServer, capfd: pytest.CaptureFixture[str]
) -> None:
    """A browser that leaves, before and while it is answered: the connection is reset."""
    (server.folder / "grand.webp").write_bytes(bytes(20_000_000))
    for request in (b"GE", b"GET /grand.webp HTTP/1.1\r\nHost: localhost\r\n\r\n"):
        connection = socket.create_connection(("127.0.0.1", server.server_port), timeout=10)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        connection.sendall(request)
        if request.endswith(b"\n"):
            connection.recv(1)
        connection.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(10)

    assert (200, "") == (get(server, "/").status, capfd.readouterr().err)


@pytest.mark.parametrize(
    "path", ["/", "/__reload", "/__reload.js", "/__members.js", "/absent", "/agenda.ics"]
)
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "localhost.evil.example",
        "127.0.0.1.evil.example:{port}",
        "a@localhost",
    ],
)
def test_a_page_elsewhere_whose_name_leads_here_reads_nothing(
    server: SiteServer, path: str, host: str
) -> None:
    """DNS rebinding: the drafts of an association are nobody else's."""
    assert 403 == get(server, path, host=host.format(port=server.server_port)).status


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST:{port}", "127.0.0.1:{port}", "[::1]:{port}", "localhost:9000"]
)
def test_this_machine_is_answered_by_each_of_its_names(server: SiteServer, host: str) -> None:
    """At whatever port: a tunnel has its own."""
    assert 200 == get(server, "/", host=host.format(port=server.server_port)).status


@pytest.mark.parametrize("hosts", ["", "Host: localhost\r\nHost: evil.example\r\n"])
def test_a_request_to_no_host_or_to_two_is_bad(server: SiteServer, hosts: str) -> None:
    """RFC 9112, section 3.2."""
    assert 400 == status_of(server, f"GET / HTTP/1.1\r\n{hosts}\r\n".encode())


def test_a_page_that_has_just_been_taken_away_is_missing(
    server: SiteServer, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """Between the look and the reading, the next build came."""
    monkeypatch.setattr(SiteRequest, "page", lambda self: server.folder / "gone.html")

    assert (404, "") == (get(server, "/gone.html").status, capfd.readouterr().err)


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
    """At once, and of what has changed; it knows its own version from the first event."""
    events = get(server, "/__reload")
    first = events.readline() + events.readline()
    server.reloads.announce(frozenset({"index.html"}))
    second = events.readline()

    assert b'data: {"version": "7-0", "changed": [], "isBuilt": true}\n\n' == first
    assert b'data: {"version": "7-1", "changed": ["index.html"], "isBuilt": true}\n' == second


def test_an_open_page_hears_how_the_build_went(server: SiteServer) -> None:
    """And a page that is opened later hears the same."""
    server.reloads.say({"failed": True, "title": "1 error"})
    events = get(server, "/__reload")
    lines = [events.readline() for _ in range(4)]
    told = json.loads(lines[3].removeprefix(b"data: "))

    assert b"event: report\n" == lines[2]
    assert ("7-1", {"failed": True, "title": "1 error"}) == (told["id"], told["report"])


def test_a_report_is_told_once() -> None:
    """To each page, until the next."""
    reloads = Reloads(start=7)
    reloads.say({"failed": False})
    heard, first = reloads.told_report(0)

    assert b"event: report\n" == first[:14]
    assert (heard, b"") == reloads.told_report(heard)


@pytest.mark.parametrize("path", ["/", "/annuaire/kernel/", "/annuaire", "/404.html"])
def test_before_there_is_a_site_every_page_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """With the script that shows why, and turns it into the site; in the language of the terminal."""
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    with SiteServer(tmp_path / "output", 0, Reloads(start=7), PASSPHRASE) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        answer = get(server, path)
        body = answer.read()
        server.shutdown()

    assert (503, True) == (answer.status, b"There is no site to show yet" in body)
    assert body.endswith(SCRIPT_TAGS + b"</body>\n")


def test_before_there_is_a_site_there_are_no_files(tmp_path: Path) -> None:
    """A browser takes no page for a picture."""
    with SiteServer(tmp_path, 0, Reloads(start=7), PASSPHRASE) as server:
        Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        status = get(server, "/favicon.ico").status
        server.shutdown()

    assert 404 == status


def test_what_changed_while_nobody_heard_is_told_together() -> None:
    """A browser that is busy misses no file."""
    reloads = Reloads(start=7)
    for name in ("index.html", "theme/parvis.css"):
        reloads.announce(frozenset({name}))

    assert (2, frozenset({"index.html", "theme/parvis.css"})) == reloads.since(0, seconds=0)
    assert (2, frozenset()) == reloads.since(2, seconds=0)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("", "index.html"),
        ("http://127.0.0.1:8000/", "index.html"),
        ("http://127.0.0.1:8000/annuaire/?q=web#liste", "annuaire/index.html"),
        ("http://127.0.0.1:8000/404.html", "404.html"),
    ],
)
def test_the_page_somebody_looks_at_is_known_by_its_address(address: str, page: str) -> None:
    """It is made before the others when all have to be."""
    assert page == page_of(address)
