"""Says that an input of the site has changed; what to do about it is the caller's business."""

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from watchfiles import Change, watch

DATA = frozenset({".yaml", ".yml", ".py"})
LEFTOVERS = ("~", ".pyc", ".swp", ".swx", ".tmp")
PATIENCE = 0.05  # seconds: files saved together make one burst

Relevant = Callable[[Change, str], bool]
Bursts = SimpleQueue[None]


def changes(site: Path, folders: tuple[Path, ...], stop: Event) -> Iterator[None]:
    """One item at once, then one a burst: files of the site folder itself, anything below `folders`.

    The watch begins before the first item: what is saved during the first build is not lost.
    """
    bursts: Bursts = SimpleQueue()
    follow(site, False, among(folders), stop, bursts)
    followed: set[Path] = set()
    while not stop.is_set():
        followed = {folder for folder in followed if folder.is_dir()}
        for folder in folders:
            if folder not in followed and folder.is_dir():  # `content` may be made while we look
                follow(folder, True, is_written_by_hand, stop, bursts)
                followed.add(folder)
        yield
        wait_for_one(bursts, stop)


def follow(folder: Path, recursive: bool, relevant: Relevant, stop: Event, bursts: Bursts) -> None:
    def put_bursts() -> None:
        for _ in watch(folder, watch_filter=relevant, recursive=recursive, stop_event=stop):
            bursts.put(None)

    Thread(target=put_bursts, daemon=True).start()


def among(folders: tuple[Path, ...]) -> Relevant:
    """In the site folder itself; not the output, which every build puts there anew."""

    def relevant(change: Change, path: str) -> bool:
        return is_written_by_hand(change, path) and (Path(path).suffix in DATA or Path(path) in folders)

    return relevant


def is_written_by_hand(change: Change, path: str) -> bool:
    file = Path(path)
    return not (file.name.startswith(".") or file.name.endswith(LEFTOVERS) or "__pycache__" in file.parts)


def wait_for_one(bursts: Bursts, stop: Event) -> None:
    bursts.get()
    stop.wait(PATIENCE)
    while not bursts.empty():
        bursts.get()
