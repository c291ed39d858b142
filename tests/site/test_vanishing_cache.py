"""What is kept between builds may go in the middle of one: the site is the same, to the byte."""

from pathlib import Path
from shutil import copytree

import made_files as made
import pytest
from built_site import SMALLEST_SETTINGS, Built, article, build, write_site
from hostile_site import PICTURE

PLUGIN = """
import errno, os, shutil
from pathlib import Path
from pelican import signals
from association import cache

CACHE = Path(os.environ["ASSOSITE_CACHE"])

def full(**_):
    raise OSError(errno.ENOSPC, "No space left on device")

def gone(*_, **__):
    shutil.rmtree(CACHE, ignore_errors=True)

def a_file(*_, **__):
    gone()
    CACHE.touch()

def damaged(*_, **__):
    for entry in CACHE.rglob("*"):
        if entry.is_file():
            entry.write_bytes(entry.read_bytes()[:30])

def folders(*_, **__):
    for entry in list(CACHE.rglob("*")):
        if entry.is_file():
            entry.unlink()
            entry.mkdir()

def nothing(*_, **__):
    pass

def register():
    way = os.environ["WAY"]
    if way == "full":
        cache.NamedTemporaryFile = full
    else:
        for signal in (signals.all_generators_finalized, signals.content_written):
            signal.connect(globals()[way], weak=False)
"""
FILES = {
    "pelicanconf.py": SMALLEST_SETTINGS
    + 'PLUGIN_PATHS = ["plugins", "own"]\nPLUGINS = ["vanishing", "association"]\n',
    "own/vanishing.py": PLUGIN,
    "members.yaml": "members:\n  - {id: alpha, name: Alpha}\n",
    "content/images/hall.png": PICTURE,
    "content/documents/a.pdf": made.pdf({"Author": "Jeanne Exemple"}),
    "content/actualites/un.md": article(
        "Un", "![La salle](../images/hall.png), [le plan](../documents/a.pdf)"
    ),
}


def built(folder: Path, way: str) -> Built:
    variables = {"ASSOSITE_CACHE": str(folder / f"cache-{way}"), "WAY": way}
    return build(folder / "site", folder / way, variables=variables)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A build that fills the cache, and keeps it."""
    folder = tmp_path_factory.mktemp("vanishing")
    write_site(folder / "site", FILES)
    return built(folder, "nothing")


@pytest.mark.parametrize("way", ["gone", "a_file", "full", "damaged", "folders"])
def test_a_cache_that_is_lost_during_a_build_changes_nothing(untouched: Built, way: str) -> None:
    """Removed, replaced by a file, on a full disk, overwritten, with folders where its entries were."""
    folder = untouched.folder.parent
    copytree(folder / "cache-nothing", folder / f"cache-{way}")
    site = built(folder, way)

    assert "named-in-metadata" in untouched.said
    assert (0, untouched.said, untouched.contents()) == (site.code, site.said, site.contents())
