"""What a process has read and made of a site before, for as long as it is still so."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from .notes import Notes
from .site import SiteFolder

State = tuple[int, ...]
"""By which a file that was written again is told from one that was not."""
ThingT = TypeVar("ThingT")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made of its inputs, and the notes that were taken meanwhile, if there are any."""

    inputs: tuple[object, ...]
    value: Any
    notes: Notes | None


class LoadMemory:
    """What the files of a site said, and what was made of it, for the next time that this process loads it.

    A file that has not been written since is not read again, what has the same inputs is not made again, and
    what comes out as it did before is handed out as the same object, by which others know that nothing of it
    has changed. lasts: whether there is a next time; else files and what is made of them are not kept, which
    are a third of what a load takes.
    """

    def __init__(self, lasts: bool = True) -> None:
        self.lasts = lasts
        self.files: dict[tuple[str, object], tuple[State, Any]] = {}
        self.things: dict[tuple[str, ...], Any] = {}
        self.outcomes: dict[tuple[str, ...], Outcome] = {}
        self.site: SiteFolder | None = None
        self.early: LoadMemory | None = None

    def of_early(self) -> "LoadMemory":
        """Of the same files with texts before their time, of which other things are made."""
        if self.early is None:
            self.early = LoadMemory(self.lasts)
            self.early.files = self.files
        return self.early

    def begin(self, site: SiteFolder) -> None:
        """With other settings, or on another day, everything may mean something else."""
        if site != self.site:
            self.outcomes.clear()
        self.site = site

    def of_file(self, path: Path | str, key: object, read: Callable[[], ThingT]) -> ThingT:
        """What `read` makes of the file; what it raises is not remembered. key: of what is made."""
        if not self.lasts:
            return read()
        name = str(path)
        now, known = state_of(name), self.files.get((name, key))
        if known is None or now is None or known[0] != now:
            found = read()
            if now is not None:
                self.files[name, key] = (now, found)
            return found
        return cast(ThingT, known[1])

    def once(self, key: str, make: Callable[..., ThingT], *inputs: object) -> ThingT:
        """What `make` makes of those inputs, which notes nothing, while they are the same."""
        known = self.outcomes.get((key,))
        if known is None or known.inputs != inputs:
            known = self.outcomes[key,] = Outcome(inputs, make(*inputs), None)
        return cast(ThingT, known.value)

    def forget(self, key: str) -> None:
        """What `once` has made under that key."""
        self.outcomes.pop((key,), None)

    def same(self, *key: str, value: ThingT) -> ThingT:
        """The former object of that key, if it is equal."""
        former = self.things.get(key)
        if former is value or (former is not None and former == value):
            return cast(ThingT, former)
        self.things[key] = value
        return value


def state_of(path: Path | str) -> State | None:
    """ctime too, which nobody can set: an editor may give a file its former time."""
    try:
        found = os.stat(path)  # noqa: PTH116  # asked for each file at each load: a Path takes thrice the time
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
