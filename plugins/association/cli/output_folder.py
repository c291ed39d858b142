"""The folder that a site is built into: where it may be, and how a new site takes the place of an old one.

A reader never meets half of either. Whatever lies there that no build made stays as it is and where it is: it
is given to the new folder before the exchange (as a second link to the same file, where the file system can),
so that no moment and no kill finds it missing.
"""

import ctypes
import filecmp
import os
import re
import shutil
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..host.mark import MARK, NOBODY, SiteMark, files_in, link, mark_in, mark_of
from ..problems import Sentence, sentence
from ..program import BESIDE, PACKAGE, THEMES
from .language import translate
from .outcome import WrongUsage
from .settings import Settings, values_of

FOLDER_MODE, FILE_MODE = 0o755, 0o644  # a web server reads them, whatever the umask of who builds

AT_FDCWD = -100  # <fcntl.h>
RENAME_EXCHANGE = 2  # <linux/fs.h>, renameat2(2)


@contextmanager
def folder_beside(target: Path, site: str) -> Iterator[Path]:
    """A new folder on the same file system as `target`; whatever lies there at the end is removed."""
    fresh = target.with_name(f".{target.name}.new-{os.getpid()}")
    try:
        make_readable(target.parent)
        clear_leftovers(target)
        fresh.mkdir()
        write_mark(fresh, SiteMark(site))
    except OSError as error:
        raise unwritable(target, error) from error
    try:
        yield fresh
    finally:
        remove(fresh)


def make_readable(folder: Path) -> None:
    """With the folders above it that there are not yet."""
    if not folder.exists():
        make_readable(folder.parent)
        folder.mkdir()
        folder.chmod(FOLDER_MODE)


def clear_leftovers(target: Path) -> None:
    """Of builds that were killed. `.old`: without RENAME_EXCHANGE, the former site for an instant."""
    name = re.compile(rf"\.{re.escape(target.name)}\.new-(\d+)(\.old)?")
    for folder in sorted(target.parent.iterdir()):
        match = name.fullmatch(folder.name)
        if not match or is_running(int(match[1])):
            continue
        if match[2] and not target.exists():
            folder.rename(target)
        elif mark_in(folder):
            remove(folder)


def is_running(process: int) -> bool:
    """Another process than this one. On Windows signal 0 is Ctrl+C, so nothing is asked there."""
    if process == os.getpid() or os.name == "nt":
        return process != os.getpid()
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def remove(folder: Path) -> None:
    """With the folders in it that are read-only, such as others may have put into an output."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.is_dir():
        for inner, _, _ in os.walk(folder):
            with suppress(OSError):
                Path(inner).chmod(0o700)
        shutil.rmtree(folder, ignore_errors=True)


def write_mark(folder: Path, mark: SiteMark) -> None:
    (folder / MARK).write_bytes(mark.content())


def keep_times(fresh: Path, target: Path, known: Container[str]) -> frozenset[str]:
    """Of files that Pelican has written and that are as they were; the others of them.

    known: those that the memo has seen to.
    """
    others = frozenset(name for name in files_in(fresh) if name not in known and name != MARK)
    same = frozenset(name for name in others if is_same(fresh / name, target / name))
    for name in same:
        (fresh / name).unlink()
        link(target / name, fresh / name)
    return others - same


def finish(fresh: Path, site: str, is_preview: bool) -> None:
    """The mark of what was made, and modes that a web server can read."""
    write_mark(fresh, mark_of(site, files_in(fresh), is_preview))
    for folder, _, names in os.walk(fresh):
        Path(folder).chmod(FOLDER_MODE)
        for file in (Path(folder, name) for name in names):
            if not file.is_symlink():
                file.chmod(FILE_MODE)


def put_in_place(fresh: Path, target: Path) -> None:
    """`fresh` becomes `target` together with what is not of our making there."""
    try:
        if is_of_earlier_version(target):
            swap(fresh, target)
            tell_kept(target, put_aside(fresh, target))
        else:
            exchange(fresh, target)
    except OSError as error:
        raise unwritable(target, error) from error


def tell_of_preview(target: Path) -> None:
    """In the mark, before anything comes there that is not published yet."""
    mark = mark_in(target)
    if mark and not mark.is_preview:
        write_mark(target, replace(mark, is_preview=True))


class NeedsWhole(Exception):
    """File by file the new site cannot come there: something is in the way, or others write there too."""


def merge(fresh: Path, target: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Files of `fresh` into `target`, each in one step; those that say something new. Raises NeedsWhole."""
    found = tuple(name for name in names if (fresh / name).is_file())
    mark = mark_in(target) or NOBODY
    new = tuple(name for name in found if not mark.has(name))
    if any(os.path.lexists(target / name) for name in new):
        raise NeedsWhole
    if new:  # the mark comes first: a kill leaves nothing unknown there
        write_mark(target, mark.joined(mark_of(mark.site, new)))
    try:
        return tuple(name for name in found if put_one(fresh / name, target / name))
    except (FileExistsError, NotADirectoryError, IsADirectoryError) as error:
        raise NeedsWhole from error


def put_one(file: Path, place: Path) -> bool:
    """Whether it is another than before."""
    is_new = not is_same(file, place)
    make_readable(place.parent)
    file.chmod(FILE_MODE)
    file.replace(place)
    return is_new


def remove_gone(target: Path, gone: Iterable[str], site: str) -> tuple[str, ...]:
    """What an earlier build has made and this one has not; the paths of what was there."""
    there = tuple(name for name in gone if (target / name).is_file())
    for name in there:
        (target / name).unlink()
        for folder in PurePosixPath(name).parents:
            with suppress(OSError):  # it is not empty
                (target / folder).rmdir()
    if there:
        mark = mark_in(target) or NOBODY
        write_mark(target, SiteMark(site, mark.made - mark_of(site, there).made, mark.is_preview))
    return there


def is_of_earlier_version(target: Path) -> bool:
    """With a mark that does not say what was made: "the next build replaces this folder as a whole"."""
    return (target / MARK).is_file() and mark_in(target) is None


def put_aside(former: Path, target: Path) -> Path:
    kept = place_beside(target)
    former.rename(kept)
    return kept


def place_beside(target: Path) -> Path:
    """For what had to give way; a name that nothing has yet."""
    number, kept = 1, target.with_name(f"{target.name}.before")
    while os.path.lexists(kept):
        number, kept = number + 1, target.with_name(f"{target.name}.before-{number + 1}")
    return kept


def tell_kept(target: Path, kept: Path) -> None:
    print(translate("What was in {folder} is kept in {kept}").format(folder=target, kept=kept))


def tell_given_way(paths: Iterable[str], kept: Path) -> None:
    said = translate("No build had made what is now kept in {kept}, its place was needed: {files}")
    print(said.format(kept=kept, files=listed(paths)))


def listed(paths: Iterable[str], most: int = 10) -> str:
    known = sorted(paths)
    return ", ".join([*known[:most], *(["…"] if len(known) > most else [])])


def exchange(fresh: Path, target: Path) -> None:
    if not target.is_dir():
        swap(fresh, target)
        return
    fresh.chmod(target.stat().st_mode & 0o7777 | FOLDER_MODE)
    carried = foreign(target)
    give(carried, target, fresh, target)
    swap(fresh, target)
    give(foreign(fresh) - carried, fresh, target, target)  # what somebody put there meanwhile


def foreign(folder: Path) -> frozenset[str]:
    """What no build made."""
    mark = mark_in(folder) or NOBODY
    return frozenset(path for path in files_in(folder) if not mark.has(path))


def give(paths: frozenset[str], former: Path, folder: Path, target: Path) -> None:
    """From the former folder to the new one; what is in the way there, to a place beside `target`."""
    blocked = {path for path in paths if is_blocked(path, folder)}
    carry(former, folder, paths - blocked)
    differing = {path for path in blocked if not is_same(former / path, folder / path)}
    if differing:
        kept = place_beside(target)
        carry(former, kept, differing)
        tell_given_way(differing, kept)


def is_blocked(path: str, folder: Path) -> bool:
    """By a file where a folder is wanted, or by anything at the very place."""
    above = (folder / part for part in PurePosixPath(path).parents)
    if any(os.path.lexists(place) and not place.is_dir() for place in above):
        return True
    place = folder / path
    return os.path.lexists(place) and not (path.endswith("/") and place.is_dir())


def is_same(one: Path, other: Path) -> bool:
    """Byte for byte."""
    if one.is_symlink() or other.is_symlink() or not (one.is_file() and other.is_file()):
        return False
    return filecmp.cmp(one, other, shallow=False)


def carry(former: Path, folder: Path, paths: Iterable[str]) -> None:
    """The modes of folders come last: one may forbid to write into it."""
    made: dict[Path, Path] = {}
    for path in sorted(paths):
        whole = PurePosixPath(path)
        for part in (*reversed(whole.parents), *([whole] if path.endswith("/") else [])):
            if not (folder / part).is_dir():
                (folder / part).mkdir(parents=True)
                made[folder / part] = former / part
        if not path.endswith("/"):
            link(former / path, folder / path)
    for new, old in reversed(made.items()):
        shutil.copystat(old, new)


def unwritable(target: Path, error: OSError) -> WrongUsage:
    reason = error.strerror or str(error)
    return WrongUsage(sentence('"{folder}" cannot be written: {reason}.', folder=target, reason=reason))


def refuse_unsafe(target: Path, site: Path, settings: Settings) -> None:
    if reason := reason_against(target, site, settings):
        raise WrongUsage(reason)


def reason_against(target: Path, site: Path, settings: Settings) -> Sentence | None:
    """Why a site must not be put there: no folder of files that it is made from, nor around such a folder."""
    sources = folders_of_sources(site, settings)
    if target in {place for source in (site.resolve(), *sources) for place in (source, *source.parents)}:
        return sentence('"{folder}" cannot be the output: it holds the files of the site.', folder=target)
    if any(source in target.parents for source in sources):
        return sentence('"{folder}" cannot be the output: it is among the files of the site.', folder=target)
    if ".git" in target.parts:
        return sentence('"{folder}" cannot be the output: git keeps its repository there.', folder=target)
    if target in (home(), *home().parents):
        return sentence('"{folder}" cannot be the output: it is a home folder, or holds one.', folder=target)
    if target.exists() and not target.is_dir():
        return sentence('"{folder}" cannot be the output: it is a file.', folder=target)
    return None


def folders_of_sources(site: Path, settings: Settings) -> tuple[Path, ...]:
    """Texts, pictures, plugins and themes: of the site and of the program."""
    named = (Path(str(folder)) for folder in (settings["THEME"], *values_of(settings, "PLUGIN_PATHS")))
    usual = (folder / name for folder in (site, BESIDE) for name in ("plugins", "themes", "content"))
    code = (folder.resolve() for folder in (*named, *usual, PACKAGE, THEMES))
    around = (site.resolve(), *site.resolve().parents)  # `PLUGIN_PATHS = ["."]` makes no source of all
    return (Path(str(settings["PATH"])).resolve(), *(folder for folder in code if folder not in around))


def home() -> Path:
    return Path(os.path.expanduser("~")).resolve()  # noqa: PTH111 (Path.home fails where there is none)


def swap(fresh: Path, target: Path) -> None:
    """`target` becomes what `fresh` was; what `target` was, if anything, lies at `fresh` afterwards."""
    if not target.exists():
        fresh.rename(target)
    elif not exchanged(fresh, target):
        exchange_by_renames(fresh, target)


def exchanged(one: Path, other: Path) -> bool:
    """In one step, where the kernel and the file system can (Linux)."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another libc; Windows refuses None
        return False
    failed: int = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return not failed


def exchange_by_renames(fresh: Path, target: Path) -> None:
    """For an instant there is no `target`; if the second step fails the first is undone."""
    aside = fresh.with_name(f"{fresh.name}.old")
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(fresh)
