"""Writes the pictures of the guides again: pages of the demonstration site, in a browser, as of a set day.

    .venv/bin/python docs/pictures.py

It needs Chromium. The same program and the same Chromium with the same fonts write the same files; they are
committed, because the guides are read where nothing is built.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
MOMENT = "1795334400"  # 2026-11-22, 8 o'clock UTC
BYTES = 60_000
"""Of a picture, at most: guides are read on the road too."""
COLOURS = (128, 64, 32, 16)


@dataclass(frozen=True, slots=True)
class Picture:
    name: str
    url: str
    width: int
    height: int


PICTURES = (
    Picture("accueil", "", 1280, 1150),
    Picture("annuaire", "annuaire/", 1280, 1000),
    Picture("evenement", "agenda/une-heure-de-questions-sauvegardes/", 1280, 1000),
    Picture("telephone", "agenda/", 375, 800),
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing on the terminal."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def build(folder: Path) -> None:
    command = [sys.executable, str(ROOT / "tasks.py"), "build", "--output", str(folder)]
    subprocess.run(command, check=True, env={**os.environ, "SOURCE_DATE_EPOCH": MOMENT})


def taken(browser: str, picture: Picture, address: str, folder: Path) -> Image.Image:
    """At the zone of the association: else each date would say what it is where this is run."""
    file = folder / f"{picture.name}.png"
    options = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-color-profile=srgb",
    ]
    size = f"--window-size={picture.width},{picture.height}"
    subprocess.run(
        [browser, *options, "--lang=fr", size, f"--screenshot={file}", address + picture.url],
        check=True,
        capture_output=True,
        env={**os.environ, "TZ": "Europe/Paris"},
    )
    with Image.open(file) as image:
        return image.convert("RGB")


def small(image: Image.Image) -> bytes:
    """With as many colours as there is room for."""
    for colours in COLOURS:
        out = BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= BYTES:
            return out.getvalue()
    raise SystemExit("a picture is too large: show less of the page")


def main() -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise SystemExit("Chromium is not installed: apt-get install chromium")
    with TemporaryDirectory() as name:
        folder = Path(name)
        build(folder / "site")
        with served(folder / "site") as address:
            for picture in PICTURES:
                (IMAGES / f"{picture.name}.png").write_bytes(small(taken(browser, picture, address, folder)))


if __name__ == "__main__":
    main()
