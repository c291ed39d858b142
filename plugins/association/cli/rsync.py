"""A folder, here or on another machine, that `publish` sends the site to by rsync.

It is written to only if it is empty or carries the mark of this site; only what an earlier publication made
is replaced or deleted. Before anything else the mark is widened by what is about to come, and only narrowed
when all is done: a publication cut at any point is still known for ours, and the next one mends it.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from tempfile import TemporaryDirectory

from ..host.mark import MARK, NOBODY, SiteMark, mark_of, read_mark
from .outcome import Declined, sending
from .shipment import (
    Differences,
    Orders,
    Shipment,
    another_site,
    home_of_somebody,
    in_its_way,
    no_rsync,
    of_others,
    refused,
    tell,
    tell_not_sent,
    tell_what_goes,
)

SENDING = (
    *("--recursive", "--checksum", "--perms", "--chmod=D755,F644", "--compress"),
    *("--delete", "--delay-updates", "--out-format=%i %n", "--8-bit-output", "--from0"),
)
LISTING = ("--links", "--devices", "--specials", "--dry-run", "--out-format=%n", "--8-bit-output")
WAITING = ".~tmp~"
"""Where rsync keeps what it has received until all is there (--delay-updates)."""
BEGUN = re.compile(r"\.(.+)\.\w{6}")
OF_AN_ACCOUNT = frozenset({".ssh/", ".gnupg/", ".bashrc", ".bash_history", ".profile"})
REMOTE = re.compile(r"(?:[^/:\[]*@)?(?:\[[^\]/]*\]|[^/:]+):{1,2}(.*)")
Forgiven = Callable[[int, str], bool]
"""Whether an exit code and an answer of rsync are no failure here."""
MISSING = "No such file or directory"
PARTIAL, VANISHED = 23, 24


@dataclass(frozen=True, slots=True)
class Destination:
    """The target as it was found. present: paths below it, those of folders with a slash at the end."""

    mark: SiteMark
    is_ours: bool
    present: frozenset[str]
    exists: bool = True

    @property
    def files(self) -> frozenset[str]:
        return frozenset(path for path in self.present if not path.endswith("/")) - {MARK}

    @property
    def foreign(self) -> frozenset[str]:
        return frozenset(
            path for path in self.files if not self.mark.has(path) and not self.is_half_sent(path)
        )

    def is_half_sent(self, path: str) -> bool:
        """What a cut left: a file that waits for the others, or the start of one, `.index.html.a1B2c3`."""
        place = PurePosixPath(path)
        begun = BEGUN.fullmatch(place.name)
        return WAITING in place.parts or bool(begun and self.mark.has(str(place.with_name(begun[1]))))


@dataclass(frozen=True, slots=True)
class Folder:
    """target: as PUBLISH_RSYNC names it; site: where it is named from."""

    target: str
    site: Path
    orders: Orders

    def found(self) -> Destination:
        """The place as it is, if it may be published to."""
        if shutil.which("rsync") is None:
            raise Declined(no_rsync(self.target))
        mark = self.mark()
        if mark and mark.site == self.orders.site:
            return Destination(mark, True, self.listed("--recursive", is_partial) or frozenset())
        top = self.listed("--dirs", is_missing)
        self.refuse_foreign(mark, (path for path in top or () if not self.orders.keeps(path)))
        self.refuse_home(top or frozenset())
        present = self.listed("--recursive", is_missing) if top else frozenset()
        return Destination(NOBODY, False, present or frozenset(), top is not None)

    def refuse_home(self, names: frozenset[str]) -> None:
        """A take-over there would take the keys and the mail of an account."""
        path = normpath(path_of(self.target) or ".")
        if self.orders.take_over and (path in ("/", ".") or is_home(path) or names & OF_AN_ACCOUNT):
            raise Declined(home_of_somebody(self.target))

    def refuse_foreign(self, mark: SiteMark | None, names: Iterable[str]) -> None:
        others = tuple(names)
        if others and not self.orders.take_over:
            site = self.orders.site
            raise Declined(
                another_site(self.target, mark.site, site) if mark else of_others(self.target, others)
            )

    def receive(self, shipment: Shipment, place: Destination) -> None:
        orders = self.orders
        blocking = frozenset(in_the_way(place.foreign, shipment.files))
        held_back = frozenset(path for path in blocking if orders.keeps(path))
        replaced = blocking - held_back
        self.refuse_blocking(replaced)
        kept = frozenset(filter(orders.keeps, place.files))
        left = (place.foreign if place.is_ours else kept & place.foreign) - replaced
        gone = place.files - shipment.files - left - kept
        if orders.take_over and not orders.dry_run:
            tell_what_goes(gone | replaced, self.target)
        tell_not_sent(held_back, self.target)
        sent = self.send(shipment.without(held_back), place, gone)
        tell(Differences(sent.new, sent.changed, sent.gone, left), self.target, orders.dry_run)

    def refuse_blocking(self, paths: frozenset[str]) -> None:
        if paths and not self.orders.take_over:
            raise Declined(in_its_way(self.target, paths))

    def send(self, shipment: Shipment, place: Destination, gone: frozenset[str]) -> Differences:
        final = shipment.mark(self.orders.site)
        rules = tuple(filters(gone, topmost(shipment.unsent, shipment.files)))
        if self.orders.dry_run:
            return self.synchronised(shipment, rules) if place.exists else Differences(new=shipment.files)
        wide = final.joined(place.mark).joined(mark_of(final.site, gone))
        if not place.is_ours or wide != place.mark:
            self.write_mark(wide)
        with sending(self.target):
            changes = self.synchronised(shipment, rules)
        if final != wide:
            self.write_mark(final)
        return changes

    def synchronised(self, shipment: Shipment, rules: Iterable[bytes]) -> Differences:
        with TemporaryDirectory() as folder:
            file = Path(folder, "rules")
            file.write_bytes(b"".join(rule + b"\0" for rule in rules))
            how = ("--dry-run",) if self.orders.dry_run else ()
            words = (*SENDING, *how, f"--filter=merge {file}", "--", f"{shipment.folder}/", self.below())
            return changes_in(self.ran(*words, may_fail=is_about_the_folder_itself))

    def mark(self) -> SiteMark | None:
        with TemporaryDirectory() as folder:
            self.ran("--", self.below(MARK), f"{folder}/", may_fail=is_missing)
            file = Path(folder, MARK)
            return read_mark(file.read_bytes()) if file.is_file() else None

    def write_mark(self, mark: SiteMark) -> None:
        with TemporaryDirectory() as folder:
            Path(folder, MARK).write_bytes(mark.content())
            self.ran("--perms", "--chmod=F644", "--", f"{folder}/{MARK}", self.below())

    def listed(self, how: str, may_fail: Forgiven) -> frozenset[str] | None:
        """Of the target, itself left out; None if there is no such folder."""
        with TemporaryDirectory() as nothing:
            told = self.ran(*LISTING, how, "--", self.below(), f"{nothing}/", may_fail=may_fail)
        return frozenset(told) - {"./"} if told else None

    def below(self, name: str = "") -> str:
        return f"{self.target.rstrip('/')}/{name}" if path_of(self.target) else f"{self.target}./{name}"

    def ran(self, *words: str, may_fail: Forgiven | None = None) -> list[str]:
        """The lines that rsync printed."""
        command = ("rsync", *words)
        environment = {**os.environ, "LC_ALL": "C"}
        done = subprocess.run(command, cwd=self.site, capture_output=True, env=environment)
        answer = done.stderr.decode(errors="replace")
        if done.returncode and not (may_fail and may_fail(done.returncode, answer)):
            raise refused(self.target, answer or f"rsync: {done.returncode}")
        return [unescaped(line) for line in done.stdout.split(b"\n") if line]


def unescaped(line: bytes) -> str:
    r"""rsync writes a line feed in a name as `\#012`."""
    return os.fsdecode(re.sub(rb"\\#([0-7]{3})", lambda octal: bytes([int(octal[1], 8)]), line))


def is_missing(code: int, answer: str) -> bool:
    return code == PARTIAL and MISSING in answer


def is_partial(code: int, answer: str) -> bool:
    """Folders that others have closed, in one that is known for ours."""
    return code in (PARTIAL, VANISHED)


def is_about_the_folder_itself(code: int, answer: str) -> bool:
    """Its mode is its owner's business."""
    told = [line for line in answer.splitlines() if not line.startswith("rsync error: ")]
    return code == PARTIAL and all(re.search(r'failed to set permissions on ".*/\.?"', line) for line in told)


def path_of(target: str) -> str:
    """Without the host."""
    if target.startswith("rsync://"):
        return target.removeprefix("rsync://").partition("/")[2]
    remote = REMOTE.fullmatch(target)
    return remote[1] if remote else target


def is_here(target: str) -> bool:
    """On this machine."""
    return not (REMOTE.fullmatch(target) or target.startswith("rsync://"))


def is_home(path: str) -> bool:
    return path.startswith("~") and "/" not in path


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """All that are above them, with a slash at the end."""
    return frozenset(f"{part}/" for path in paths for part in PurePosixPath(path).parents if part.name)


def in_the_way(foreign: Iterable[str], files: frozenset[str]) -> Iterator[str]:
    """Of what is to be written: at its place, where a folder is wanted, or in a folder where a file is."""
    folders = folders_of(files)
    for path in foreign:
        above = {str(part) for part in PurePosixPath(path).parents}
        if path in files or f"{path}/" in folders or above & files:
            yield path


def filters(gone: frozenset[str], unsent: Iterable[str]) -> Iterator[bytes]:
    """Rules of rsync: only what is `gone` is at risk. It looks into folders at risk and keeps the rest."""
    yield b"- /" + MARK.encode()
    for path in unsent:
        yield b"H /" + literal(path)
    for path in sorted(gone | folders_of(gone)):
        yield b"R /" + literal(path)
    yield b"P *"


def topmost(foreign: Iterable[str], files: frozenset[str]) -> frozenset[str]:
    """Whole folders, where nothing of the site is in them."""
    shared = folders_of(files)
    return frozenset(top_of(path, shared) for path in foreign)


def top_of(path: str, shared: frozenset[str]) -> str:
    folders = [f"{part}/" for part in reversed(PurePosixPath(path).parents) if part.name]
    return next((folder for folder in folders if folder not in shared), path)


def literal(path: str) -> bytes:
    """As a pattern; rsync reads a backslash as one only in patterns that have wildcards (rsync(1))."""
    pattern = os.fsencode(path)
    return re.sub(rb"([*?\[\\])", rb"\\\1", pattern) if re.search(rb"[*?\[]", pattern) else pattern


def changes_in(lines: Iterable[str]) -> Differences:
    """`>f+++++++++ index.html`, `*deleting   old.html`: %i of rsync(1), eleven letters."""
    told = [(line[:11], line[12:]) for line in lines]
    sent = [(path, about) for about, path in told if about[:2] in ("<f", ">f")]
    gone = (path for about, path in told if about.startswith("*deleting") and not path.endswith("/"))
    return Differences(
        new=frozenset(path for path, about in sent if about.endswith("+")),
        changed=frozenset(path for path, about in sent if not about.endswith("+")),
        gone=frozenset(path for path in gone if WAITING not in path),
    )
