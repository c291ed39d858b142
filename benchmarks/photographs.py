"""Twelve photographs of 12 megapixels: the first build, the second, and what visitors load of them.

`.venv/bin/python benchmarks/photographs.py`; docs/benchmarks.md has the figures.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageFilter

REPOSITORY = Path(__file__).resolve().parents[1]
NUMBER = 12
SIZE = (4000, 3000)
SHAPES = 60
GRAIN = 16
QUALITY = 92
SETTINGS = """\
SITENAME = "Photographies"
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PLUGINS = ["association"]
ASSOCIATION = {"name": "Photographies"}
"""


def photograph(number: int) -> Image.Image:
    """Soft light, shapes of every size with sharp edges, and the grain of a sensor."""
    chance = Random(number)
    light = Image.linear_gradient("L").rotate(chance.randrange(360)).resize(SIZE)
    shares = [chance.uniform(0.4, 1) for _ in "RGB"]
    image = Image.merge("RGB", [light.point(lambda tone, share=share: int(tone * share)) for share in shares])
    for _ in range(SHAPES):
        width, height = (chance.randrange(side // 60, side // 4) for side in SIZE)
        colour = tuple(chance.randrange(256) for _ in "RGB")
        mask = Image.radial_gradient("L").resize((width, height)).point(lambda tone: 210 * (tone < 160))
        image.paste(colour, (chance.randrange(SIZE[0]), chance.randrange(SIZE[1])), mask)
    grain = Image.effect_noise(SIZE, GRAIN).filter(ImageFilter.GaussianBlur(0.7))
    return ImageChops.add(image, Image.merge("RGB", (grain, grain, grain)), 1, -128)


def write_site(folder: Path) -> int:
    """Octets of all originals."""
    (folder / "content/images").mkdir(parents=True)
    (folder / "content/actualites").mkdir()
    (folder / "pelicanconf.py").write_text(SETTINGS)
    for number in range(NUMBER):
        photograph(number).save(folder / f"content/images/photo-{number}.jpg", quality=QUALITY)
        picture = f"image: images/photo-{number}.jpg\nimage_alt: Une vue"
        text = f"---\ntitle: Photo {number}\ndate: 2026-11-{number + 1:02}\n{picture}\n---\n\nVoir.\n"
        (folder / f"content/actualites/photo-{number}.md").write_text(text)
    return sum(file.stat().st_size for file in (folder / "content/images").iterdir())


def built(site: Path, output: Path, cache: Path) -> tuple[float, float]:
    """Seconds by the clock, and of processors."""
    before, began = getrusage(RUSAGE_CHILDREN), time.monotonic()
    command = [
        sys.executable,
        str(REPOSITORY / "tasks.py"),
        "build",
        "--site",
        str(site),
        "--output",
        str(output),
    ]
    subprocess.run(command, check=True, env=os.environ | {"ASSOSITE_CACHE": str(cache)}, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - began, spent


def main() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        site, cache = folder / "site", folder / "cache"
        originals = write_site(site)
        first = built(site, folder / "first", cache)
        for file in site.rglob("*.*"):
            os.utime(file)  # as after `git clone`
        second = built(site, folder / "second", cache)
        images = folder / "first/images"
        print(f"originals: {originals / 1e6:.1f} MB")
        for said, times in (("first", first), ("second", second)):
            print(f"{said} build: {times[0]:.1f} s, {times[1]:.1f} s of processors")
        for width in (480, 960, 1600):
            weight = sum(file.stat().st_size for file in images.glob(f"*-{width}.avif"))
            print(f"all at {width} pixels: {weight / 1e3:.0f} kB, 1/{originals / weight:.0f}")


if __name__ == "__main__":
    main()
