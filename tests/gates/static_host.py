"""A static host as visitors meet one: files, 404.html, the headers of `_headers`; on this machine only."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

Rules = tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...]


def rules(text: str) -> Rules:
    """`_headers`: a path with `*`, then its headers, indented (as Netlify and Cloudflare Pages read it).

    `! Name` takes back what a rule before it said, as on Cloudflare Pages.
    """
    found: list[tuple[re.Pattern[str], list[tuple[str, str]]]] = []
    for line in text.splitlines():
        if line and not line.startswith(" "):
            found.append((re.compile(re.escape(line).replace(r"\*", ".*")), []))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            found[-1][1].append((name, value))
    return tuple((pattern, tuple(headers)) for pattern, headers in found)


def sent(rules: Rules, path: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for name, value in (one for pattern, own in rules if pattern.fullmatch(path) for one in own):
        if name.startswith("! "):
            found = [one for one in found if one[0] != name[2:]]
        else:
            found.append((name, value))
    return found


class Request(SimpleHTTPRequestHandler):
    """Keep-alive, so that a browser does not open a connection for every file."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: object, headers: Rules, **options: object) -> None:
        self.rules = headers
        super().__init__(*arguments, **options)

    def end_headers(self) -> None:
        for name, value in sent(self.rules, urlsplit(self.path).path):
            if name.lower() != "content-type":
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "404.html").read_bytes() if code == 404 else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.copyfile(BytesIO(page), self.wfile)

    def log_message(self, format: str, *arguments: object) -> None:
        """Silent: the tests tell what went wrong."""


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address, without a slash at the end, under which the files of `folder` are served."""
    handler = partial(Request, directory=str(folder), headers=rules((folder / "_headers").read_text("utf-8")))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
