"""`serve`: the site as it is being written; every saved change is built and shown.

Says that an input of the site has changed; what to do about it is the caller's business.
"""

import os
import secrets
import time
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from watchfiles import Change, watch

from ..passphrase import VARIABLE, given_passphrase
from ..problems import ContentError, Sentence, sentence
from ..program import PACKAGE, PARVIS
from .dev_server import Reloads, SiteServer, is_built
from .live import Builder, Order
from .outcome import FINE, WrongUsage, say
from .settings import site_settings

RANDOM = 16  # octets, of a passphrase that nobody has to type
STOPS_WITHIN = 0.1  # seconds after Ctrl+C
DATA = frozenset({".yaml", ".yml", ".py"})
LEFTOVERS = ("~", ".pyc", ".swp", ".swx", ".tmp")
PATIENCE = 0.005  # seconds: what two watches tell of at the same time makes one burst
STEP = 5  # milliseconds: how long nothing more must happen until watchfiles tells of it

Paths = frozenset[Path]
Relevant = Callable[[Change, str], bool]
Bursts = SimpleQueue[Paths]


def serve(site: Path, port: str, opens: bool = False) -> int:
    """What only members may read is sealed in a preview too; the browser here is told the passphrase."""
    inputs = input_folders(site)
    os.environ[VARIABLE] = passphrase = given_passphrase() or secrets.token_hex(RANDOM)
    reloads, builder = Reloads(start=time.time_ns()), Builder(site)
    server, stop = listening(builder.target, port_number(port), reloads, passphrase), Event()
    Thread(target=server.serve_forever, args=(STOPS_WITHIN,), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/"
    say(sentence("The site is at http://127.0.0.1:{port}/; Ctrl+C stops.", port=server.server_port))
    try:
        for number, changed in enumerate(changes(site, inputs, stop)):
            rebuild(builder, changed, reloads)
            if opens and number == 0:
                show(address)
    except KeyboardInterrupt:
        tell_unfit(reloads, builder.target)
        return FINE
    finally:
        stop.set()
        builder.end()
        server.shutdown()
        server.server_close()
    return FINE


def rebuild(builder: Builder, changed: Paths, reloads: Reloads) -> None:
    if any(path.suffix == ".py" for path in changed):
        builder.end()  # it has read the program, and the modules that settings import
    began = time.monotonic()
    built = builder.build(Order(reloads.viewed_now()), reloads.announce)
    reloads.say(built.report)
    if built.code == FINE:
        say(took(time.monotonic() - began))
    elif is_built(builder.target):
        say(sentence("The site shown is still the one from before."))
    else:
        say(sentence("There is no site to show yet; the mistakes are shown in its place."))


def tell_unfit(reloads: Reloads, folder: Path) -> None:
    """Whoever copies the folder by hand would publish what is not meant for everybody."""
    if reloads.report.get("marks"):
        say(
            sentence(
                '"{folder}" has texts now that are not to be published; build the site before you copy it.',
                folder=folder,
            )
        )


def took(seconds: float) -> Sentence:
    if seconds < 1:
        return sentence("Built in {number} ms.", number=round(seconds * 1000))
    return sentence("Built in {number} s.", number=round(seconds))


def show(address: str) -> None:
    """In the browser of whoever sits here; a machine without one has said the address already."""
    if not webbrowser.open(address):
        say(sentence("No browser could be opened; open {address} yourself.", address=address))


def port_number(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise WrongUsage(sentence('"{text}" is not a port; it is a number from 1 to 65535.', text=text))


def input_folders(site: Path) -> tuple[Path, ...]:
    usual = (site / "content", site / "themes", site / "plugins", PARVIS, PACKAGE)
    try:
        settings = site_settings(site, site / "output", publish=False)
    except ContentError:  # the first build tells it
        return tuple(dict.fromkeys(usual))
    return tuple(dict.fromkeys((*usual, Path(str(settings["PATH"])), Path(str(settings["THEME"])))))


def listening(folder: Path, port: int, reloads: Reloads, passphrase: str) -> SiteServer:
    try:
        return SiteServer(folder, port, reloads, passphrase)
    except OSError as error:
        raise WrongUsage(port_taken(port, error)) from error


def port_taken(port: int, error: OSError) -> Sentence:
    return sentence(
        "The port {port} cannot be used ({reason}); choose another with --port.",
        port=port,
        reason=error.strerror,
    )


def changes(site: Path, folders: tuple[Path, ...], stop: Event) -> Iterator[Paths]:
    """One item at once, then the paths of each burst: of the site folder itself, of all below `folders`.

    The watch begins before the first item: what is saved during the first build is not lost.
    """
    bursts: Bursts = SimpleQueue()
    follow((site,), False, among(folders), stop, bursts)
    followed: set[Path] = set()
    changed: Paths = frozenset()
    while not stop.is_set():
        followed = {folder for folder in followed if folder.is_dir()}
        new = tuple(folder for folder in folders if folder not in followed and folder.is_dir())
        if new:  # `content` may be made while we look
            follow(new, True, is_written_by_hand, stop, bursts)
        followed.update(new)
        yield changed
        changed = next_burst(bursts, stop)


def follow(
    folders: tuple[Path, ...], recursive: bool, relevant: Relevant, stop: Event, bursts: Bursts
) -> None:
    """In one watch, for each looks at its clock all the time."""

    def put_bursts() -> None:
        for found in watch(*folders, watch_filter=relevant, recursive=recursive, stop_event=stop, step=STEP):
            bursts.put(frozenset(Path(path) for _, path in found))

    Thread(target=put_bursts, daemon=True).start()


def among(folders: tuple[Path, ...]) -> Relevant:
    """In the site folder itself; not the output, which every build puts there anew."""

    def relevant(change: Change, path: str) -> bool:
        return is_written_by_hand(change, path) and (Path(path).suffix in DATA or Path(path) in folders)

    return relevant


def is_written_by_hand(change: Change, path: str) -> bool:
    file = Path(path)
    return not (file.name.startswith(".") or file.name.endswith(LEFTOVERS) or "__pycache__" in file.parts)


def next_burst(bursts: Bursts, stop: Event) -> Paths:
    changed = bursts.get()
    stop.wait(PATIENCE)
    while not bursts.empty():
        changed |= bursts.get()
    return changed
