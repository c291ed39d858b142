"""The theme's folder, and the site's one stylesheet: the theme's in layers, then the association's colour."""

from hashlib import sha256
from os import fspath
from pathlib import Path

from ..domain.association import Identity
from ..drawings import accent
from ..problems import sentence
from .setting_kinds import Ground, Mistake, Mistakes, path
from .settings import PROGRAM

LAYERS = ("tokens", "base", "layout", "components", "print")


def stylesheet(theme: Path, identity: Identity) -> bytes:
    """CSS for all pages. The accent comes after the tokens, in their layer, so that it replaces theirs."""
    layers = [layer(name, theme / "css" / f"{name}.css") for name in LAYERS]
    if identity.accent:
        layers.insert(1, f"@layer tokens {{\n{accent.stylesheet(identity.accent)}}}\n")
    return "".join([f"@layer {', '.join(LAYERS)};\n", *layers]).encode()


def layer(name: str, path: Path) -> str:
    return f"@layer {name} {{\n{path.read_text('utf-8')}}}\n"


def fingerprint(content: bytes) -> str:
    return sha256(content).hexdigest()[:8]


def theme(setting: str, value: object, ground: Ground) -> Mistakes:
    found = tuple(path(setting, value, ground))
    yield from found
    if found:
        return
    if theme_folder(fspath(value), ground.root) is None:
        yield Mistake(
            sentence('found the theme "{name}", expected the folder of a theme', name=value),
            sentence('write THEME = "themes/parvis"'),
            "no-theme",
        )


def theme_folder(name: str, root: Path, program: Path = PROGRAM) -> Path | None:
    """Of the site if it has it, of the program otherwise."""
    candidates = (root / name, program / name, program / "themes" / Path(name).name)
    return next((folder for folder in candidates if folder.is_dir()), None)
