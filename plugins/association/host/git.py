"""What git remembers of a site's files. It is asked, never needed: whatever is in the way, it says nothing.

No git, no repository, one of somebody else, one without its past (a shallow clone) or without its files
(a partial one): a site without history is a good site too. Nothing that belongs to the repository is run,
and nothing is fetched.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import new as hash_of
from pathlib import Path

from ..sources.history import RECENT, FileChange, Revision

GIT = ("git", "--no-pager", "--literal-pathspecs", "-c", "log.showSignature=false")
LOG = ("log", "-c", "--raw", "--no-abbrev", "--no-renames", "--no-relative", "--full-history", "-z")
MOMENT = "\x01"
SECONDS = 60
QUIET = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
OF_ANOTHER_REPOSITORY = frozenset(
    f"GIT_{name}" for name in "DIR WORK_TREE INDEX_FILE OBJECT_DIRECTORY COMMON_DIR NAMESPACE PREFIX".split()
)
SHA1 = 40
"""Letters of an id; those of SHA-256 have more."""


@dataclass(frozen=True, slots=True)
class Memory:
    """revisions: the latest first; what is not committed yet comes before all others.

    present: the version of each file on the disk. contents: of the versions that will be asked for.
    """

    revisions: tuple[Revision, ...]
    present: Mapping[str, str]
    contents: Mapping[str, bytes]


def memory(root: Path, paths: Sequence[str], files: Mapping[str, bytes], now: datetime) -> Memory | None:
    """Of `files` (by their paths below `root`) and of all that ever was at `paths`, files or folders."""
    try:
        return recollected(Repository.around(root), paths, files, now)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Repository:
    """The work tree that `folder` is a part of; prefix: the path to `folder` from its top."""

    folder: Path
    prefix: str

    @classmethod
    def around(cls, folder: Path) -> "Repository":
        asked = ("rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix")
        inside, shallow, prefix = answer(folder, asked).decode().split("\n")[:3]
        if (inside, shallow) != ("true", "false"):
            raise ValueError("no work tree with all its past")
        return cls(folder, prefix)

    def ask(self, *words: str, given: bytes = b"") -> bytes:
        return answer(self.folder, words, given)

    def below(self, path: str) -> str:
        """`path` from the top of the work tree as it is from `folder`."""
        return path.removeprefix(self.prefix)


def answer(folder: Path, words: Sequence[str], given: bytes = b"") -> bytes:
    command = (*GIT, "-C", str(folder), *words)
    done = subprocess.run(
        command, input=given, capture_output=True, check=True, timeout=SECONDS, env=surroundings()
    )
    return done.stdout


def surroundings() -> dict[str, str]:
    """A build that a hook of git starts is told of another repository than the one its site is in."""
    own = {name: value for name, value in os.environ.items() if name not in OF_ANOTHER_REPOSITORY}
    return own | QUIET


def recollected(
    repository: Repository, paths: Sequence[str], files: Mapping[str, bytes], now: datetime
) -> Memory:
    committed = dict(tree(repository, paths))
    algorithm = "sha256" if any(len(id_) > SHA1 for id_ in committed.values()) else "sha1"
    present = {path: version_of(content, algorithm) for path, content in files.items()}
    revisions = (*uncommitted(committed, present, now), *log(repository, paths))
    asked = {id_ for revision in revisions[:RECENT] for file in revision.files for id_ in ids_of(file)}
    own = {present[path]: content for path, content in files.items()}
    return Memory(revisions, present, {**contents(repository, sorted(asked - own.keys())), **own})


def version_of(content: bytes, algorithm: str) -> str:
    """As git names it."""
    return hash_of(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def ids_of(file: FileChange) -> Iterator[str]:
    return (id_ for id_ in (*file.before, file.after) if id_)


def tree(repository: Repository, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Path and version of each file of the last commit."""
    told = repository.ask("ls-tree", "-r", "-z", "--full-name", "HEAD", "--", *paths)
    for line in filter(None, told.split(b"\0")):
        about, path = line.split(b"\t", 1)
        yield repository.below(os.fsdecode(path)), about.split()[2].decode()


def uncommitted(
    committed: Mapping[str, str], present: Mapping[str, str], now: datetime
) -> Iterator[Revision]:
    """What will be the next commit, if there is anything to commit."""
    files = tuple(
        FileChange(path, (committed.get(path),), present.get(path))
        for path in sorted({*committed, *present})
        if committed.get(path) != present.get(path)
    )
    if files:
        yield Revision(now, files)


def log(repository: Repository, paths: Sequence[str]) -> Iterator[Revision]:
    """Every commit that changed one of the paths; of merges, what is in none of their parents."""
    told = repository.ask(*LOG, f"--format={MOMENT}%ct", "HEAD", "--", *paths)
    for block in os.fsdecode(told).split(MOMENT)[1:]:
        seconds, *words = (word.strip("\n") for word in block.split("\0"))
        files = tuple(changes(filter(None, words), repository))
        if files:
            yield Revision(datetime.fromtimestamp(int(seconds), UTC), files)


def changes(words: Iterator[str], repository: Repository) -> Iterator[FileChange]:
    """In turn a path and, before it, `:MODE MODE ID ID STATUS`: a colon, a mode and an id for each parent."""
    for about, path in zip(words, words, strict=True):
        parents = about.count(":")
        ids = [None if not id_.strip("0") else id_ for id_ in about.split()[parents + 1 : -1]]
        yield FileChange(repository.below(path), tuple(ids[:parents]), ids[parents])


def contents(repository: Repository, versions: Iterable[str]) -> dict[str, bytes]:
    told = repository.ask("cat-file", "--batch", given="\n".join([*versions, ""]).encode())
    found: dict[str, bytes] = {}
    start = 0
    while start < len(told):
        head, start = told[start : told.index(b"\n", start)].split(), told.index(b"\n", start) + 1
        if head[1] == b"missing":
            raise ValueError("a clone without all its files")
        size = int(head[2])
        found[head[0].decode()], start = told[start : start + size], start + size + 1
    return found
