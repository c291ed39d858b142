"""How long a visitor waits for the directory after a key, on a large generated site; run by hand.

    .venv/bin/python benchmarks/keystrokes.py --members 5000
    .venv/bin/python benchmarks/keystrokes.py --members 5000 --news 5000 --page recherche/

Types into the search field of that page in the Chromium of this machine and measures each key from its event
to the frame in which its result is painted; tells also how heavy all is that was fetched for the first.
"""

import argparse
import gzip
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from urllib.parse import urlsplit

from forms import PROGRAM, generate
from playwright.sync_api import Page, sync_playwright
from processes import timed

QUERIES = ("comptabilité béthune", "sauvegardes", "rénovation", "hébergemnet", "l’accueil", "a")
PATIENCE = 600.0  # seconds for the build
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
TIMED_KEYS = """() => {
  window.waits = [];
  document.querySelector("main [name=q]").addEventListener("input", () => {
    const pressed = performance.now();
    requestAnimationFrame(() => setTimeout(() => window.waits.push(performance.now() - pressed)));
  }, true);
}"""
"""From the event of a key to what follows the next frame: by then its result is on the screen."""


def main(arguments: list[str] | None = None) -> int:
    wanted = options().parse_args(arguments)
    with TemporaryDirectory(prefix="assosite-keys-") as temporary:
        site, output = Path(temporary) / "site", Path(temporary) / "output"
        generate(site, news=wanted.news, members=wanted.members, events=0)
        command = (
            sys.executable,
            str(PROGRAM / "tasks.py"),
            "build",
            "--site",
            str(site),
            "--output",
            str(output),
        )
        built = timed(command, PROGRAM, {"ASSOSITE_LANG": "C"}, PATIENCE)
        with served(output) as host:
            ready, waits, fetched = typed(host, wanted.page)
        print(f"{wanted.members} members, {wanted.news} news, built in {built.wall:.1f} s")
        contents = {name: (output / name).read_bytes() for name in fetched}
        weights = {name: len(gzip.compress(content, 9)) for name, content in contents.items()}
        for name, content in contents.items():
            print(f"{name:<50}{len(content):>10} bytes{weights[name]:>10} with gzip")
        print(f"{sum(weights.values())} bytes with gzip before the first result")
    print(f"first result {ready:.0f} ms after a key that comes at once, the data fetched and the index made")
    slow = sum(wait > 100 for wait in waits)
    print(
        f"{len(waits)} keys after that: {median(waits):.0f} ms in the middle, "
        f"{max(waits):.0f} ms at worst, {slow} above 100 ms"
    )
    return 0


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="keystrokes.py", description=__doc__.partition("\n")[0])
    parser.add_argument("--members", type=int, default=5000)
    parser.add_argument("--news", type=int, default=0)
    parser.add_argument("--page", default="annuaire/", help="annuaire/ or recherche/")
    return parser


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


class Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Only the figures are said."""


def typed(host: str, address: str) -> tuple[float, list[float], list[str]]:
    """Milliseconds until the first result, and for each key after it; what was fetched."""
    path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        asked: list[str] = []
        page.on("request", lambda request: asked.append(urlsplit(request.url).path[1:]))
        page.goto(f"{host}/{address}")
        ready = first_result(page)
        fetched = [f"{name}index.html" if name.endswith("/") else name for name in dict.fromkeys(asked)]
        page.evaluate(TIMED_KEYS)
        for query in QUERIES:
            page.fill("main [name=q]", "")
            page.locator("main [name=q]").press_sequentially(query, delay=60)
        waits = page.evaluate("() => window.waits")
        browser.close()
    return ready, waits, fetched


def first_result(page: Page) -> float:
    page.evaluate("() => { window.started = performance.now() }")
    page.locator("main [name=q]").press_sequentially("sa")
    page.wait_for_function("() => document.querySelector('.still').hidden", polling=5)
    return page.evaluate("() => performance.now() - window.started")


if __name__ == "__main__":
    sys.exit(main())
