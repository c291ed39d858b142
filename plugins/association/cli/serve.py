"""`serve`: the site as it is being written; every saved change is built and shown."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

from ..problems import ContentError, Sentence, sentence
from .dev_server import Reloads, SiteServer
from .outcome import FINE, WrongUsage, say
from .settings import PROGRAM, SITEURL, site_settings
from .watch import changes

STOPS_WITHIN = 0.1  # seconds after Ctrl+C


def serve(site: Path, port: str) -> int:
    inputs = input_folders(site)
    reloads = Reloads(start=time.time_ns())
    server, stop = listening(site / "output", port_number(port), reloads), Event()
    Thread(target=server.serve_forever, args=(STOPS_WITHIN,), daemon=True).start()
    say(sentence("The site is at http://127.0.0.1:{port}/; Ctrl+C stops.", port=server.server_port))
    try:
        for _ in changes(site, inputs, stop):
            if rebuild(site):
                reloads.announce()
    except KeyboardInterrupt:
        return FINE
    finally:
        stop.set()
        server.shutdown()
        server.server_close()
    return FINE


def port_number(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise WrongUsage(sentence('"{text}" is not a port; it is a number from 1 to 65535.', text=text))


def input_folders(site: Path) -> tuple[Path, ...]:
    usual = (site / "content", site / "themes", site / "plugins", PROGRAM / "themes", PROGRAM / "plugins")
    try:
        settings = site_settings(site, site / "output", publish=False)
    except ContentError:  # the first build tells it
        return tuple(dict.fromkeys(usual))
    return tuple(dict.fromkeys((*usual, Path(settings["PATH"]), Path(settings["THEME"]))))


def listening(folder: Path, port: int, reloads: Reloads) -> SiteServer:
    try:
        return SiteServer(folder, port, reloads)
    except OSError as error:
        raise WrongUsage(taken(port, error)) from error


def taken(port: int, error: OSError) -> Sentence:
    return sentence(
        "The port {port} cannot be used ({reason}); choose another with --port.",
        port=port,
        reason=error.strerror,
    )


def rebuild(site: Path) -> bool:
    """In a process of its own: the program itself may have changed."""
    environment = {name: value for name, value in os.environ.items() if name != SITEURL}
    command = [sys.executable, str(PROGRAM / "tasks.py"), "build", "--site", str(site)]
    fine = subprocess.run(command, env=environment).returncode == FINE
    if not fine:
        say(sentence("The site shown is still the one from before."))
    return fine
