"""What was made from what: an output is made again only when something that it is made from has changed.

A page is a function of named inputs (host/outputs.py). Beside them it depends on what all outputs share: the
program, the settings, the theme. The digest of all that is its key, kept with the size and time of the file
that was written; a file that is still as it was written, and whose output has the same key, is right.

The record lies in the cache folder. One that is damaged, old or of another site only means more work: what it
says is believed of no file that is not as it says.
"""

import json
import os
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from hashlib import blake2b, sha256
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, TypeVar, cast

import jinja2

from ..cache import forget_old, keep, kept
from ..content.memory import LoadMemory, state_of
from ..digests import LENGTH, Digest, Digests, Undigestible, digest
from ..domain.text import Language
from ..sealing import Seal
from .machine import Clock, cache_folder, now
from .mark import link
from .outputs import Copy, Output, Page
from .settings import is_known_throughout, settings_written
from .site import Site

if TYPE_CHECKING:
    from .early import Mark

OWN = Path(__file__).resolve().parents[1]
THEME_PARTS = ("templates", "translations")
ThingT = TypeVar("ThingT")

Written = tuple[str, int, int]
"""The key of an output; the size of its file in octets, and when that was last written, in nanoseconds."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """How new outputs come into the folder of a site that is left standing.

    first: paths of those that somebody looks at. put: is told of the new ones that have been written.
    """

    first: frozenset[str]
    put: Callable[[tuple[str, ...]], None]


class Memo:
    """Of one site. folder: where it was written last, and where it is looked for.

    clock: tells the moment of a build. loaded: what its files said.
    lasts: whether this process builds the site again; else nothing is kept for that.
    in_place: None when a new folder is to take the place of the former one, with all that is in it.
    new: paths of the outputs that have changed in the last build.
    marks: of a preview, the pages that not everybody reads on the published site, by their path.
    ground: of what all outputs are made from. style: the path of the stylesheet.
    """

    def __init__(self, folder: Path, clock: Clock = now, lasts: bool = True) -> None:
        self.folder = folder
        self.clock = clock
        self.lasts = lasts
        self.loaded = LoadMemory(lasts)
        self.in_place: InPlace | None = None
        self.new: frozenset[str] = frozenset()
        self.digests = Digests()
        self.ground: Digest = b""
        self.things: dict[Digest, object] = {}
        self.former_things: dict[Digest, object] = {}
        self.written: dict[str, Written] = {}
        self.keys: dict[str, str] = {}
        self.style = ""
        self.is_read = False
        self.marks: dict[str, Mark] = {}

    def begin(self, settings: Mapping[str, object]) -> None:
        """A run with those settings, reviewed and completed."""
        self.read()
        ground = self.ground_of(settings) if is_known_throughout(settings) else os.urandom(LENGTH)
        if ground != self.ground:
            self.forget()
        self.ground = ground

    def forget(self) -> None:
        """What has not been asked for since this was last done."""
        self.digests.begin()
        self.former_things, self.things = self.things, {}

    def ground_of(self, settings: Mapping[str, object]) -> Digest:
        theme = Path(str(settings["THEME"]))
        overrides = settings.get("THEME_TEMPLATES_OVERRIDES") or ()
        folders = [*(theme / part for part in THEME_PARTS), *map(Path, overrides)]  # type: ignore[call-overload]
        return digest(program() + settings_written(settings) + self.of_files(folders))

    def of_files(self, folders: Sequence[Path]) -> Digest:
        found = (path for folder in folders for path in files_below(folder))
        return digest(b"".join(os.fsencode(path) + b"\0" + self.of_file(path) for path in found))

    def of_file(self, path: Path) -> Digest:
        return self.loaded.of_file(path, "digest", lambda: digest(path.read_bytes()))

    def remembered(self, made: Callable[[], ThingT], *inputs: object) -> ThingT:
        """The very object that was made from those inputs in a former build, else what is `made` of them."""
        try:
            key = self.ground + self.digests.of(*inputs)
        except Undigestible:
            return made()
        if key not in self.things:
            self.things[key] = self.former_things[key] if key in self.former_things else made()
        return cast(ThingT, self.things[key])

    def planned(self, make: Callable[..., ThingT], *inputs: object) -> ThingT:
        """The same, of a function of a module."""
        return self.remembered(partial(make, *inputs), make, *inputs)

    def compare(self, outputs: Iterable[tuple[Output, Language, tuple[Site, ...], Seal | None]]) -> None:
        """Before anything is written; each output in the language of its sites, sealed or for everybody."""
        grounds: dict[tuple[bool, Language, Seal | None], Digest] = {}
        self.keys = {}
        for output, language, sites, seal in outputs:
            assert sites, "the first section to be asked makes them"
            kind = isinstance(output, Page), language, seal
            if kind not in grounds:
                own = self.digests.of(sites, seal) if kind[0] else language.encode()
                grounds[kind] = self.ground + own
            self.style = sites[0].stylesheet.partition("?")[0]
            self.keys[output.save_as] = self.key(output, grounds[kind])
        if not self.lasts:
            self.digests.forget()

    def key(self, output: Output, ground: Digest) -> str:
        """'' for an output of a section that hides what it is made from."""
        try:
            own = of_copy(output) if isinstance(output, Copy) else self.digests.of(output)
        except (Undigestible, OSError):
            return ""
        return digest(ground + own).hex()

    def is_right(self, output: Output) -> bool:
        """What lies in the folder is what would be written."""
        key, before = self.keys[output.save_as], self.written.get(output.save_as)
        if not key or before is None or before[0] != key:
            return False
        return before[1:] == state(f"{self.folder}/{output.save_as}")

    @property
    def first(self) -> frozenset[str]:
        """Paths of what somebody looks at."""
        return self.in_place.first | {self.style} if self.in_place else frozenset[str]()

    def put(self, names: tuple[str, ...]) -> None:
        """They have been written."""
        if self.in_place:
            self.in_place.put(names)

    def has(self, save_as: str, content: bytes) -> bool:
        """It was made again, and has turned out the same."""
        before = f"{self.folder}/{save_as}"
        with suppress(OSError):
            return state(before)[:1] == (len(content),) and Path(before).read_bytes() == content
        return False

    def carry(self, save_as: str, path: Path) -> None:
        """To `path`, what lies in the folder, with its time."""
        former = self.folder / save_as
        if not self.in_place and not is_same(former, path):
            link(former, path)

    def note(self, folder: Path, right: Container[str] = ()) -> None:
        """Once all is written: in `folder`, which is to take the place of the former one, or in that.

        right: paths of what was so before; in place, it has been looked at and not touched since.
        """
        folder, seen = (self.folder, right) if self.in_place else (folder, ())
        former = self.written
        states = {name: former[name][1:] if name in seen else state(f"{folder}/{name}") for name in self.keys}
        self.written = {name: (key, *states[name]) for name, key in self.keys.items() if key and states[name]}
        self.new = frozenset(
            name for name, now in self.written.items() if former.get(name, ())[1:] != now[1:]
        )
        if not self.in_place:
            self.save()

    def save(self) -> None:
        """For the next process. Whatever has been written since is made again by that, if it is not saved."""
        keep(self.entry(), json.dumps(self.written).encode())
        forget_old(self.entry())

    def read(self) -> None:
        if not self.is_read:
            self.is_read = True
            self.written = read_record(kept(self.entry()))

    def entry(self) -> Path:
        name = sha256(os.fsencode(self.folder.resolve())).hexdigest()[:32]
        return cache_folder("outputs") / name


def is_same(former: Path, path: Path) -> bool:
    """However each is written: Pelican itself is told of a relative folder, and writes to an absolute one."""
    try:
        return path.samefile(former)
    except FileNotFoundError:
        return False


def read_record(content: bytes | None) -> dict[str, Written]:
    """Nothing of what is no such record."""
    try:
        values = json.loads(content or b"{}")
        return {str(name): (str(key), int(size), int(time)) for name, (key, size, time) in values.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def state(file: str) -> tuple[int, int] | tuple[()]:
    """Size and time of a file; nothing of what is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return ()
    return (found.st_size, found.st_mtime_ns) if S_ISREG(found.st_mode) else ()


def of_copy(output: Copy) -> Digest:
    """By what nobody can give to another file: reading a film takes longer than to copy it."""
    return digest(f"{output.save_as} {output.original} {state_of(output.original)}".encode())


@cache
def program() -> Digest:
    """Its own files, and the versions of the packages beside it."""
    own = hashed(sorted(OWN.rglob("*.py")))
    beside = Path(jinja2.__file__).parents[1].glob("*.dist-info")
    return digest(f"{sys.version} {sorted(folder.name for folder in beside)}".encode() + own)


def hashed(files: Iterable[Path]) -> Digest:
    whole = blake2b()
    for file in files:
        whole.update(f"{file.relative_to(OWN)}\0".encode())
        whole.update(digest(file.read_bytes()))
    return whole.digest()


def files_below(folder: Path) -> Iterator[Path]:
    for inner, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(inner, name) for name in sorted(files))
