"""`serve` as a whole, and what it watches."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.request import urlopen

import pytest

from association.cli.dev_server import Reloads, SiteServer
from association.cli.live import Builder, Built, Order
from association.cli.outcome import WrongUsage
from association.cli.serve import changes, listening, port_number, rebuild, serve, tell_unfit, took
from association.passphrase import VARIABLE

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def watching(site: Path) -> Iterator["SimpleQueue[None]"]:
    """What `changes` yields, from a thread of its own."""
    seen: SimpleQueue[None] = SimpleQueue()
    stop = Event()

    def follow() -> None:
        for _ in changes(site, (site / "content",), stop):
            seen.put(None)

    Thread(target=follow, daemon=True).start()
    seen.get(timeout=10)  # for the first build
    stop.wait(0.5)  # watchfiles gives no sign that it has begun
    yield seen
    stop.set()


def hears(seen: "SimpleQueue[None]", seconds: float) -> bool:
    try:
        seen.get(timeout=seconds)
    except Empty:
        return False
    return True


@pytest.mark.parametrize("name", ["members.yaml", "pelicanconf.py", "content/actualites/un.md"])
def test_an_input_that_changes_is_noticed(site: Path, name: str) -> None:
    """Also one that did not exist before."""
    with watching(site) as seen:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("x", encoding="utf-8")

        assert hears(seen, 10)


def test_a_content_folder_made_later_is_followed(site: Path) -> None:
    """A new association starts from settings alone."""
    (site / "content").rmdir()
    with watching(site) as seen:
        (site / "content").mkdir()

        assert hears(seen, 10)
        Event().wait(0.5)
        (site / "content" / "un.md").write_text("x", encoding="utf-8")
        assert hears(seen, 10)


def test_what_is_no_input_is_not_noticed(site: Path) -> None:
    """The output above all, which every build changes."""
    with watching(site) as seen:
        (site / "output").mkdir()
        for name in ("output/index.html", "notes.txt", "content/.un.md.swp"):
            (site / name).write_text("x", encoding="utf-8")

        assert not hears(seen, 1)


@pytest.mark.parametrize("text", ["", "http", "0", "65536", "-1", "8000.5", "٨٠٠٠"])
def test_a_port_is_a_number_in_range(text: str) -> None:
    """Anything else is wrong usage."""
    with pytest.raises(WrongUsage, match="is not a port"):
        port_number(text)


def test_a_port_in_use_is_wrong_usage(tmp_path: Path) -> None:
    """The sentence says how to choose another."""
    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(WrongUsage, match="choose another with --port"),
    ):
        listening(tmp_path, other.getsockname()[1], Reloads(start=0), "")


@pytest.mark.parametrize("own", ["", "une phrase à nous"])
def test_a_preview_is_sealed_too(site: Path, monkeypatch: pytest.MonkeyPatch, own: str) -> None:
    """With the passphrase of the association, else with one that nobody could guess; builds see the same."""
    told: list[str] = []

    class Interrupted(Builder):
        def build(self, order: Order, tell: object) -> Built:
            told.append(os.environ[VARIABLE])
            raise KeyboardInterrupt

    def heard(folder: Path, port: int, reloads: Reloads, passphrase: str) -> SiteServer:
        told.append(passphrase)
        return SiteServer(folder, 0, reloads, passphrase)

    monkeypatch.setattr("association.cli.serve.Builder", Interrupted)
    monkeypatch.setattr("association.cli.serve.listening", heard)
    monkeypatch.setenv(VARIABLE, own)
    serve(site, "8000")
    first, second = told

    assert first == second
    assert first == own or len(first) == 32


def hear_interrupts() -> None:
    """A shell lets what runs in its background ignore Ctrl+C, and children inherit that (POSIX, 2.12)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_the_site_is_served_until_interrupted(site: Path) -> None:
    """Even when the first build fails: the old site, until the mistake is mended."""
    (site / "output").mkdir()
    (site / "output" / "index.html").write_text("<p>Ancien</p>", encoding="utf-8")
    (site / "members.yaml").write_text("members: [", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    command = [sys.executable, str(ROOT / "tasks.py"), "serve", "--site", str(site), "--port", port]
    environment = {**os.environ, "ASSOSITE_LANG": "C"}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, preexec_fn=hear_interrupts
    ) as process:
        said = next(line for line in process.stderr or () if line.startswith("The site is at"))
        body = urlopen(f"http://127.0.0.1:{port}/", timeout=10).read()
        process.send_signal(signal.SIGINT)

    assert (f"The site is at http://127.0.0.1:{port}/; Ctrl+C stops.\n", 0) == (said, process.returncode)
    assert b"Ancien" in body


class Still(Builder):
    """Builds nothing, and ends as it is told to."""

    code = 0

    def build(self, order: Order, tell: object) -> Built:
        return Built(code=self.code, report={"failed": bool(self.code)})


@pytest.mark.parametrize("code", [0, 1])
def test_how_a_build_went_is_told_to_open_pages(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], code: int
) -> None:
    """At the terminal too: how long it took, or what is shown."""
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    monkeypatch.setattr(Still, "code", code)
    reloads = Reloads(start=0)
    rebuild(Still(site), frozenset(), reloads)
    said = capsys.readouterr().err

    assert {"failed": bool(code)} == reloads.report
    assert said.startswith("There is no site to show yet" if code else "Built in ")


@pytest.mark.parametrize(("seconds", "said"), [(0.0414, "Built in 41 ms."), (12.4, "Built in 12 s.")])
def test_the_time_of_a_build_is_told_in_round_figures(seconds: float, said: str) -> None:
    """Nobody needs more."""
    assert said == took(seconds).text()


def test_the_browser_is_opened_once_there_is_something_to_see(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the first build, good or bad, and never again."""
    opened: list[str] = []

    def heard(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("association.cli.serve.Builder", Still)
    monkeypatch.setattr("association.cli.serve.changes", lambda *_: iter([frozenset(), frozenset()]))
    monkeypatch.setattr("webbrowser.open", heard)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    serve(site, str(port), opens=True)

    assert [f"http://127.0.0.1:{port}/"] == opened


@pytest.mark.parametrize("marks", [{}, {"index.html": "draft"}])
def test_a_folder_with_texts_before_their_time_is_not_to_be_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], marks: dict[str, str]
) -> None:
    """Whoever has looked at them hears it as `serve` ends."""
    monkeypatch.setenv("ASSOSITE_LANG", "C")
    reloads = Reloads(start=0)
    reloads.say({"failed": False, "marks": marks})
    tell_unfit(reloads, tmp_path)

    assert bool(marks) == ("not to be published" in capsys.readouterr().err)
