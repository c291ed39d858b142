"""The built site over HTTP, for the person who is writing it; never for visitors.

It alone knows how a browser is told to reload and what is wrong (report.py), and with which passphrase it
opens what only members may read: nothing of that is in the written files.
"""

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from os import PathLike
from pathlib import Path
from socket import socket
from threading import Condition
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from .language import languages, translate
from .report import Report

Connection = socket | tuple[bytes, socket]
"""What socketserver calls a request; a pair for datagrams, which come to no HTTP server."""
EVENTS, MEMBERS, PROBLEMS, RELOAD = "/__reload", "/__members.js", "/__problems.js", "/__reload.js"
STYLE = "/__problems.css"
SCRIPT_TAGS = "".join(f'<script src="{script}"></script>' for script in (MEMBERS, PROBLEMS, RELOAD)).encode()
"""No modules: they run before those of the theme, one of which looks for what the first has said."""
OURS = Path(__file__).resolve().parent / "served"
NOT_FOUND = b"<!doctype html><title>404</title><p>404</p>"
OWN_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
"""Any port: it may be reached through a tunnel. Another name is that of a page elsewhere whose owner lets it
lead to this machine, to read what is not published yet (DNS rebinding)."""
OWN_SITE = "same-origin"
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HEARTBEAT = 10.0  # seconds; a closed tab is noticed at the next one
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vcf": "text/vcard; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
}
ALL_TYPES = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}
WAITING = """<!doctype html>
<html lang="{language}" data-waiting>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
<body>
<main>
<h1>{title}</h1>
<p data-building>{building}</p>
<p data-broken hidden>{broken}</p>
<div data-problems></div>
</main>
</body>
"""


class Reloads:
    """What has changed in the site since `start`, time after time; open pages wait here for the next one.

    views: files of the pages that are open, as far as browsers tell.
    reports: how often a build has said how it went; report: what the last one said.
    """

    def __init__(self, start: int) -> None:
        self.start, self.changed = start, Condition()
        self.reports, self.report = 0, Report()
        self.history: list[frozenset[str]] = []
        self.views: Counter[str] = Counter()

    def announce(self, names: frozenset[str]) -> None:
        """names: paths below the folder of the site."""
        with self.changed:
            self.history.append(names)
            self.changed.notify_all()

    def say(self, report: Report) -> None:
        with self.changed:
            self.reports, self.report = self.reports + 1, report
            self.changed.notify_all()

    def since(self, seen: int, seconds: float, heard: int = 0) -> tuple[int, frozenset[str]]:
        """How often the site has changed, and what since the time `seen`; at once if there is something.

        heard: of how many reports one knows.
        """
        with self.changed:
            self.changed.wait_for(lambda: (len(self.history), self.reports) != (seen, heard), seconds)
            return len(self.history), frozenset().union(*self.history[seen:])

    def told(self, number: int, names: frozenset[str], is_built: bool) -> bytes:
        """As an event for the script of a page."""
        values = {"version": f"{self.start}-{number}", "changed": sorted(names), "isBuilt": is_built}
        return f"data: {json.dumps(values)}\n\n".encode()

    def told_report(self, heard: int) -> tuple[int, bytes]:
        """The last one, as an event, for whoever knows so many; b"" for whoever knows it."""
        with self.changed:
            number, report = self.reports, self.report
        if number == heard:
            return number, b""
        values = {"id": f"{self.start}-{number}", "report": report, "words": words()}
        return number, f"event: report\ndata: {json.dumps(values)}\n\n".encode()

    @contextmanager
    def viewed(self, page: str) -> Iterator[None]:
        with self.changed:
            self.views[page] += 1
        try:
            yield
        finally:
            with self.changed:
                self.views[page] -= 1

    def viewed_now(self) -> frozenset[str]:
        with self.changed:
            return frozenset(page for page, number in self.views.items() if number > 0)


class SiteServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path, port: int, reloads: Reloads, passphrase: str) -> None:
        self.folder, self.reloads = folder, reloads
        self.members = f'sessionStorage.setItem("assosite-passphrase", {json.dumps(passphrase)});\n'.encode()
        super().__init__(("127.0.0.1", port), SiteRequest)

    def handle_error(self, request: Connection, client_address: object) -> None:
        """A browser that leaves before the answer is nothing to tell."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class SiteRequest(SimpleHTTPRequestHandler):
    server: SiteServer
    extensions_map = ALL_TYPES
    disable_nagle_algorithm = True  # else a second event waits until the browser has confirmed the first

    def __init__(self, request: Connection, client: object, server: SiteServer) -> None:
        super().__init__(request, client, server, directory=str(server.folder))

    def parse_request(self) -> bool:
        """False when the request has been answered already, with its refusal."""
        if not super().parse_request():
            return False
        refusal = refusal_of(self.path, self.headers.get_all("Host", []))
        if refusal:
            self.send_error(refusal)
        return refusal is None

    def do_GET(self) -> None:
        if self.path == EVENTS:
            self.send_events()
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        if self.path in (PROBLEMS, RELOAD, STYLE):
            name = self.path.removeprefix("/__")
            return self.begin(HTTPStatus.OK, self.guess_type(name), OURS.joinpath(name).read_bytes())
        if self.path == MEMBERS:
            return self.begin_members()
        page = self.page()
        if not page:
            return super().send_head()
        try:
            return self.begin_page(HTTPStatus.OK, page.read_bytes())
        except OSError:  # a build has just taken it away, or nobody may read it
            self.send_error(HTTPStatus.NOT_FOUND)
            return None

    def begin_members(self) -> BytesIO | None:
        """A page elsewhere may load a script from here, and read what it leaves; browsers tell who asks."""
        if self.headers.get("Sec-Fetch-Site", OWN_SITE) == OWN_SITE:
            return self.begin(HTTPStatus.OK, TYPES[".js"], self.server.members)
        self.send_error(HTTPStatus.FORBIDDEN)
        return None

    def page(self) -> Path | None:
        """The HTML file asked for; `None` for other files and for what has to be redirected."""
        path = Path(self.translate_path(self.path))
        if urlsplit(self.path).path.endswith("/"):
            path /= "index.html"
        try:
            return path if path.suffix == ".html" and path.is_file() else None
        except OSError:  # too long a name for this system
            return None

    def asks_for_page(self) -> bool:
        """By its address, as far as one can tell without a site."""
        return Path(urlsplit(self.path).path).suffix in ("", ".html")

    def begin_page(self, status: HTTPStatus, html: bytes) -> BytesIO:
        end = html.rfind(b"</body>")
        body, rest = (html[:end], html[end:]) if end >= 0 else (html, b"")
        return self.begin(status, TYPES[".html"], body + SCRIPT_TAGS + rest)

    def begin(self, status: HTTPStatus, type_: str, body: bytes) -> BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", OWN_SITE)
        super().end_headers()

    def guess_type(self, path: str | PathLike[str]) -> str:
        return "application/atom+xml" if str(path).endswith(".atom.xml") else super().guess_type(path)

    def list_directory(self, path: str | PathLike[str]) -> None:
        """A folder without index.html is a missing page, as on a real host."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        if self.asks_for_page() and not is_built(self.server.folder):
            body = self.begin_page(HTTPStatus.SERVICE_UNAVAILABLE, waiting())
        else:
            body = self.begin_page(HTTPStatus.NOT_FOUND, self.not_found())
        if self.command != "HEAD":
            self.wfile.write(body.getvalue())

    def not_found(self) -> bytes:
        """In the language whose folder was asked for; else that of the whole site."""
        top = Path(self.directory)
        folder = Path(self.translate_path(self.path)).relative_to(top).parts[:1]
        for page in (top.joinpath(*folder, "404.html"), top / "404.html"):
            with suppress(OSError, ValueError):  # too long a name, or one that this system cannot write
                return page.read_bytes()
        return NOT_FOUND

    def send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        reloads, heard = self.server.reloads, 0
        with suppress(OSError), reloads.viewed(page_of(self.headers.get("Referer", ""))):
            number, names = len(reloads.history), frozenset[str]()
            while True:  # until the tab is closed
                heard, report = reloads.told_report(heard)
                self.wfile.write(reloads.told(number, names, is_built(self.server.folder)) + report)
                number, names = reloads.since(number, HEARTBEAT, heard)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent: the terminal is for the problems of the content."""


def is_built(folder: Path) -> bool:
    """Whether there is a site to show, of this build or of one before."""
    try:
        return any(folder.iterdir())
    except OSError:
        return False


def waiting() -> bytes:
    """The page at every address as long as there is no site."""
    said = {
        "language": (languages(os.environ) or ["en"])[0].partition("_")[0],
        "title": translate("There is no site to show yet"),
        "building": translate("It is being built, and will be here as soon as it is."),
        "broken": translate("It will be here as soon as what follows is mended."),
        "style": STYLE,
    }
    return WAITING.format(**{name: escape(text) for name, text in said.items()}).encode()


def words() -> dict[str, str]:
    """Of the script that shows a report (served/problems.js)."""
    return {
        "aside": translate("Put aside"),
        "members": translate("for members"),
        "stale": translate("The site shown is still the one from before."),
    }


def page_of(address: str) -> str:
    """The file of the page at that address, below the folder of the site."""
    path = unquote(urlsplit(address).path).lstrip("/")
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def refusal_of(target: str, hosts: Sequence[str]) -> HTTPStatus | None:
    """Why a request is not answered: it names no file (RFC 9112, section 3.2), or another site."""
    try:
        path = unquote(urlsplit(target).path)
    except ValueError:  # //[
        return HTTPStatus.BAD_REQUEST
    if not target.startswith("/") or CONTROL.search(path) or len(hosts) != 1:
        return HTTPStatus.BAD_REQUEST
    return None if OWN_HOST.fullmatch(hosts[0].strip()) else HTTPStatus.FORBIDDEN
