"""A load that has nothing new to read: what `serve` has loaded before is handed out again."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from ..content.load import ByLanguage, Loaded, LoadMemory, SiteFolder, load
from ..content.memory import state_of
from ..domain.text import Slug
from .settings import settings_written
from .site_map import SiteMap

WHOLE = "loaded"
"""What memory has a load by as a whole."""
Mapped = Callable[[ByLanguage, Mapping[str, Slug]], SiteMap]


def loaded_again(
    folder: SiteFolder, memory: LoadMemory, settings: Mapping[str, object], mapped: Mapped
) -> Loaded:
    """That of the last load in this process, unless something has been written since that it looked at."""

    def fresh(*inputs: object) -> Loaded:
        return load(folder, memory, mapped)

    if not memory.lasts:
        return fresh()
    try:
        states = tuple((path, state_of(path)) for path in looked_at(folder, settings))
    except OSError:
        return fresh()
    loaded = memory.once(WHOLE, fresh, folder, settings_written(settings), states)
    if loaded.of_blog:  # Pelican's own readers may follow what a text includes
        memory.forget(WHOLE)
    return loaded


def looked_at(folder: SiteFolder, settings: Mapping[str, object]) -> Iterator[str]:
    """More files than a load reads, and the folders that tell which there are.

    Raises OSError for a link to another folder, where anything may be.
    """
    yield from (str(folder.members), str(folder.commissions), str(folder.root / folder.settings_file))
    for above in (folder.content, Path(str(settings["THEME"])) / "templates"):
        for inner, folders, names in os.walk(above):
            if any(os.path.islink(f"{inner}/{name}") for name in folders):  # noqa: PTH114 (asked each time)
                raise OSError
            yield inner
            yield from (f"{inner}/{name}" for name in names)
