"""The site's one stylesheet: the theme's files in their layers, then the association's colour."""

from hashlib import sha256
from pathlib import Path

from ..domain.association import Identity
from ..drawings import accent

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
