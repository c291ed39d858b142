"""The theme's folder: the site's one stylesheet, the theme's in layers, then the association's colour.

Pelican copies the scripts, this tells one version of them from the next. Images as visitors get them too:
addresses and sizes.
"""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ..domain.association import Identity
from ..drawings import colours

LAYERS = ("tokens", "base", "layout", "components", "print")


def stylesheet(theme: Path, identity: Identity) -> bytes:
    """CSS for all pages. The accent comes after the tokens, in their layer, so that it replaces theirs."""
    layers = [layer(name, theme / "css" / f"{name}.css") for name in LAYERS]
    if identity.accent:
        layers.insert(1, f"@layer tokens {{\n{colours.stylesheet(identity.accent)}}}\n")
    return "".join([f"@layer {', '.join(LAYERS)};\n", *layers]).encode()


def layer(name: str, path: Path) -> str:
    return f"@layer {name} {{\n{path.read_text('utf-8')}}}\n"


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()[:8]


def scripts_fingerprint(theme: Path) -> str:
    """Of all static files of the theme together: scripts import one another, and must be of one version."""
    folder = theme / "static"
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    named = (
        f"{file.relative_to(folder).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in files
    )
    return fingerprint("\n".join(named).encode())


@dataclass(frozen=True, slots=True)
class PictureSource:
    """One modern format of an image; srcset: (address from the root of the site, width in pixels)."""

    type: str
    srcset: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class PublishedImage:
    """url: of the form every browser reads, from the root of the site; width and height in pixels."""

    url: str
    width: int
    height: int
    srcset: tuple[tuple[str, int], ...] = ()
    sources: tuple[PictureSource, ...] = ()
