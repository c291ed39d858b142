"""Plugins of others beside the program: those that a site here does not need, and those that write over it.

What these do for a site of Pelican alone, the site here does itself, or what they look for is not there: so
they are left out, and the webmaster is told why. Each was tried: docs/extending.md has the versions.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final
from weakref import ReferenceType

from ..problems import Place, Problem, Sentence, sentence

NAMESPACE = "pelican.plugins."
UNNEEDED: Final[Mapping[str, Sentence]] = {
    "sitemap": sentence("take it out of PLUGINS: the site writes its own sitemap.xml"),
    "search": sentence("take it out of PLUGINS: the site has a search of its own, in all its pages"),
    "neighbors": sentence("take it out of PLUGINS: an article leads to the one before and the one after it"),
    "related_posts": sentence("take it out of PLUGINS: an article leads to others on its topics"),
    "render_math": sentence(
        "take it out of PLUGINS: what shows formulas is on another host, and no page asks one; "
        "show a formula as a picture"
    ),
    "seo": sentence("take it out of PLUGINS: pages tell search engines what they look for by themselves"),
    "image_process": sentence("take it out of PLUGINS: pictures are made in several sizes by themselves"),
    "series": sentence('take it out of PLUGINS: "series" of a text of the blog makes a dossier of it'),
    "readtime": sentence("take it out of PLUGINS: an article tells how long it takes to read"),
}
MOST_NAMED = 3


def bare_name(plugin: object) -> str:
    """As it is listed, or that of a module."""
    name = plugin if isinstance(plugin, str) else getattr(plugin, "__name__", "")
    return str(name).removeprefix(NAMESPACE)


def is_needed(plugin: object, root: Path) -> bool:
    """Whatever the site has of its own is; root: its folder."""
    name = bare_name(plugin)
    own = (
        root / folder / f"{name}{ending}" for folder in ("plugins", "") for ending in (".py", "/__init__.py")
    )
    return name not in UNNEEDED or any(path.is_file() for path in own)


def needed(plugins: Sequence[object], root: Path) -> list[object]:
    return [plugin for plugin in plugins if is_needed(plugin, root)]


def silence() -> None:
    """Those that `pelican` has loaded before it asked us: nothing calls them any more."""
    from pelican.plugins import signals

    for signal in vars(signals).values():
        for reference in tuple(getattr(signal, "receivers", {}).values()):
            receiver = reference() if isinstance(reference, ReferenceType) else reference
            module = str(getattr(receiver, "__module__", ""))
            if module.startswith(NAMESPACE) and bare_name(module).partition(".")[0] in UNNEEDED:
                signal.disconnect(receiver)


def overwritten(changed: Sequence[str], place: Place) -> Iterator[Problem]:
    """changed: files of the site that are not as it wrote them; on pages, a plugin may mean to work."""
    files = sorted(name for name in changed if not name.endswith(".html"))
    if files:
        named = ", ".join(files[:MOST_NAMED]) + (", …" if len(files) > MOST_NAMED else "")
        said = sentence("a plugin has written over what the site had written: {files}", files=named)
        hint = sentence("take it out of PLUGINS, or have it write to files of its own")
        yield Problem(place, "overwritten", said, hint)
