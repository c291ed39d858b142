"""What `publish` sends, what it must leave alone at the other end, and how it tells of both."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..host.mark import MARK, Mark, files_in, mark_in, mark_of
from .language import translate, translate_count

KEEP = ("CNAME", ".well-known/", ".htaccess", ".nojekyll")


@dataclass(frozen=True, slots=True)
class Orders:
    """What was asked for. site: as its mark names it; keep: what belongs to the host (PUBLISH_KEEP)."""

    site: str
    keep: tuple[str, ...] = KEEP
    dry_run: bool = False
    take_over: bool = False

    def keeps(self, path: str) -> bool:
        """A name keeps what bears it at any depth; one with a slash before or inside, at that place only."""
        places = (PurePosixPath(path), *PurePosixPath(path).parents)
        return any(is_meant(pattern, place) for pattern in self.keep for place in places if place.name)


def is_meant(pattern: str, place: PurePosixPath) -> bool:
    bare = pattern.strip("/")
    return fnmatchcase(str(place) if "/" in pattern.rstrip("/") else place.name, bare)


@dataclass(frozen=True, slots=True)
class Shipment:
    """The files that a build made. unsent: what lies beside them in the folder."""

    folder: Path
    files: frozenset[str]
    unsent: frozenset[str]

    @classmethod
    def of(cls, folder: Path) -> "Shipment":
        mark, files = mark_in(folder) or Mark(""), frozenset(files_in(folder)) - {MARK}
        made = frozenset(path for path in files if mark.has(path) and not path.endswith("/"))
        return cls(folder, made, files - made)

    def without(self, paths: frozenset[str]) -> "Shipment":
        """Of which there may be none here: a folder of the host in the place of a file, say."""
        blocked = frozenset(path for path in self.files if path in paths)
        return Shipment(self.folder, self.files - blocked, self.unsent | blocked)

    def mark(self, site: str) -> Mark:
        return mark_of(site, self.files)


@dataclass(frozen=True, slots=True)
class Changes:
    """At the other end. left: files of others that stay."""

    new: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    left: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)

    def lines(self) -> Iterator[str]:
        marked = {"+": self.new, "~": self.changed, "-": self.gone}
        return (f"{sign} {path}" for sign, paths in marked.items() for path in sorted(paths))

    def counts(self) -> str:
        sent, gone, left = len(self.new) + len(self.changed), len(self.gone), len(self.left)
        told = (
            translate_count("{count} file sent", "{count} files sent", sent),
            translate_count("{count} deleted", "{count} deleted", gone),
            translate_count("{count} of others left as it is", "{count} of others left as they are", left),
        )
        return ", ".join(told)


def tell(changes: Changes, target: str, dry_run: bool) -> None:
    """After all is done, or instead of doing it."""
    if dry_run:
        show(changes.lines())
        print(translate("Nothing was sent to {target}; a publication would be:").format(target=target))
    elif changes:
        print(translate("The site is sent to {target}").format(target=target))
    else:
        print(translate("{target} has the site as it is: nothing to send").format(target=target))
        return
    print(changes.counts())


def tell_what_goes(paths: Iterable[str], target: str) -> None:
    """Before it goes."""
    going = sorted(paths)
    if going:
        print(translate("These files of {target} go:").format(target=target))
        show(f"- {path}" for path in going)


def tell_not_sent(paths: Iterable[str], target: str) -> None:
    """Of what is kept at the other end although the site has one of its own."""
    for path in sorted(paths):
        said = translate(
            "{path} at {target} is not of this site and stays (PUBLISH_KEEP); its own is not sent"
        )
        print(said.format(path=path, target=target))


def show(lines: Iterable[str]) -> None:
    for line in lines:
        print("".join(letter if letter.isprintable() else "?" for letter in line))


def examples(paths: Iterable[str], most: int = 3) -> str:
    """A few of them, for a sentence."""
    known = sorted(paths)
    return ", ".join([*known[:most], *(["…"] if len(known) > most else [])])
