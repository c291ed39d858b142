"""How long an edit takes while a development server runs: from the save to what a browser is given.

Looks from outside only: files are saved as editors save them, pages are asked for over HTTP, the output is
looked at once the server rests. Nothing here knows how a server finds out what to make again.
"""

import http.client
import os
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from browser_events import BrowserEvents
from edits import ARTICLE, Edit
from generators import Generator
from processes import FailedError, memory, processor_time, started, stop

SECOND = 10**9
RESTS = 0.4  # seconds without work: then nothing more will be written
LOOKS = 0.1  # seconds between two looks at the work a server does
PAUSES = (0.005, 0.1)  # seconds, the least and the most, between two requests for a page
SHARE = 25  # a pause is that part of the time waited so far


@dataclass(frozen=True, slots=True)
class Wait:
    """Seconds from the save to the last page asked for, the browser's event and the last file written."""

    served: float
    event: float | None
    written: float | None

    @property
    def whole(self) -> float:
        return max(one for one in (self.served, self.event, self.written) if one is not None)


class DevServer:
    """Started as its users start it; ready when it serves, and rests."""

    def __init__(
        self, generator: Generator, folder: Path, variables: Mapping[str, str], limit: float
    ) -> None:
        self.generator, self.folder, self.port = generator, folder, free_port()
        self.peak, self.limit = 0.0, limit
        command = [word.replace("{port}", str(self.port)) for word in generator.serve]
        self.process = started(command, folder, variables)
        self.events: BrowserEvents | None = None
        try:
            self.wait_until_ready()
        except BaseException:
            self.close()
            raise

    def wait_until_ready(self) -> None:
        ends = time.monotonic() + self.limit
        while not self.page(ARTICLE):
            self.peak = max(self.peak, memory(self.process.pid))
            if self.process.poll() is not None or time.monotonic() > ends:
                raise FailedError(f"{self.generator.name} does not serve")
            time.sleep(LOOKS)
        if self.generator.events:
            self.events = BrowserEvents(self.port, self.generator.events)
        self.rest()

    def measured(self, edit: Edit, word: str) -> Wait:
        text = edit.change((self.folder / edit.file).read_text(encoding="utf-8"), word)
        saved = save(self.folder / edit.file, text, self.folder.parent)
        served = max(self.moment_shown(page, word, saved) for page in edit.pages)
        self.rest()
        return Wait(
            (served - saved) / SECOND,
            since(saved, self.events.first_after(saved) if self.events else None),
            since(saved, self.last_written(saved)),
        )

    def moment_shown(self, page: str, word: str, saved: int) -> int:
        while True:
            shown = word.encode() in self.page(page)
            now = time.time_ns()
            if shown:
                return now
            waited = (now - saved) / SECOND
            if waited > self.limit:
                raise FailedError(f"{self.generator.name} never shows the edit on {page}")
            time.sleep(min(PAUSES[1], max(PAUSES[0], waited / SHARE)))

    def last_written(self, saved: int) -> int | None:
        """A file's change of place counts as well as its change of text: ctime tells both (inode(7))."""
        if not self.generator.writes_when_served:
            return None
        changes = (status.st_ctime_ns for status in statuses(self.folder / self.generator.output))
        return max((one for one in changes if one > saved), default=None)

    def rest(self) -> None:
        """Wait until no process of the server has worked for a while, and look at the memory they hold."""
        used, since_when, ends = -1.0, time.monotonic(), time.monotonic() + self.limit
        while time.monotonic() - since_when < RESTS and time.monotonic() < ends:
            now = processor_time(self.process.pid)
            if now - used > 0.015:  # more than one tick: a look at the clock is not work
                used, since_when = now, time.monotonic()
            self.peak = max(self.peak, memory(self.process.pid))
            time.sleep(LOOKS)

    def page(self, path: str) -> bytes:
        """Nothing while it cannot be had."""
        connection = http.client.HTTPConnection("localhost", self.port, timeout=30)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            return body if answer.status == http.HTTPStatus.OK else b""
        except (OSError, http.client.HTTPException):
            return b""
        finally:
            connection.close()

    def close(self) -> None:
        if self.events:
            self.events.close()
        stop(self.process)


def since(saved: int, moment: int | None) -> float | None:
    return None if moment is None else (moment - saved) / SECOND


def save(path: Path, text: str, aside: Path) -> int:
    """As editors do, in one step; the moment of it. Written first where nobody watches, so that it is one."""
    fresh = aside / path.name
    fresh.write_text(text, encoding="utf-8")
    moment = time.time_ns()
    fresh.replace(path)
    return moment


def statuses(folder: Path) -> Iterator[os.stat_result]:
    """Of a folder and of all below it."""
    yield folder.stat()
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            try:
                yield Path(root, name).lstat()
            except FileNotFoundError:
                continue


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
    return port
