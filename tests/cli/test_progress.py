"""The line that says how far the work is: after a second, at a terminal, and gone at the end."""

import re
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from threading import Timer

import pytest
from rich.console import Console

from association.cli.build import build
from association.cli.outcome import ProgressLine, can_be_watched, sending, watched
from association.host.beginning import progress_of

ESCAPE = "\x1b"
Host = Callable[..., object]
CONTROL = re.compile(rf"{ESCAPE}\[[?]?(\d*)([A-Za-z])")


class Terminal(StringIO):
    """As far as it goes: what stands on its lines now, and whether the cursor shows."""

    def isatty(self) -> bool:
        return True

    @property
    def lines(self) -> list[str]:
        shown, row = [""], 0
        for piece in re.split(rf"({ESCAPE}\[[?]?\d*[A-Za-z]|\n|\r)", self.getvalue()):
            control = CONTROL.fullmatch(piece)
            if piece == "\n":
                row += 1
                shown += [""] * (row + 1 - len(shown))
            elif control and control[2] == "A":
                row -= int(control[1] or 1)
            elif control and control[2] == "K":
                shown[row] = ""
            elif not control and piece != "\r":
                shown[row] += piece
        return [line.rstrip() for line in shown if line.strip()]

    @property
    def has_cursor(self) -> bool:
        return self.getvalue().rfind("\x1b[?25l") <= self.getvalue().rfind("\x1b[?25h")


class Clock:
    def __init__(self) -> None:
        self.seconds = 50.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def line(terminal: Terminal, clock: Clock) -> Iterator[ProgressLine]:
    console = Console(file=terminal, force_terminal=True, width=60, color_system=None, legacy_windows=False)
    line = ProgressLine(console, clock)
    yield line
    line.end()


def test_nothing_is_shown_in_the_first_second(line: ProgressLine, terminal: Terminal, clock: Clock) -> None:
    """Most work is done by then."""
    line.tell("outputs", 5, 900)
    clock.seconds += 0.9
    line.tell("outputs", 800, 900)
    line.end()

    assert "" == terminal.getvalue()


def test_after_a_second_it_says_what_is_done_of_how_much(
    line: ProgressLine, terminal: Terminal, clock: Clock
) -> None:
    """On one line, whatever the stage."""
    seen = []
    for stage, done in (("pictures", 3), ("texts", 16), ("outputs", 500)):
        clock.seconds += 1
        line.tell(stage, done, 900)
        seen += terminal.lines

    assert [
        "Re-encoding pictures: 3 of 900",
        "Laying out texts: 16 of 900",
        "Writing pages and files: 500 of 900",
    ] == seen


def test_it_changes_no_more_often_than_can_be_read(
    line: ProgressLine, terminal: Terminal, clock: Clock
) -> None:
    """Ten times a second."""
    clock.seconds += 1
    for done in range(900):
        line.tell("outputs", done, 900)

    assert ["Writing pages and files: 0 of 900"] == terminal.lines


def test_it_is_gone_when_all_is_done(line: ProgressLine, terminal: Terminal, clock: Clock) -> None:
    """And when the work has failed; the cursor is back."""
    with pytest.raises(OSError, match="full"), watched(lambda: line) as progress:
        clock.seconds += 1
        progress("texts", 1, 2)
        raise OSError("full")

    assert ("\x1b" in terminal.getvalue(), [], True) == (True, terminal.lines, terminal.has_cursor)


def test_a_line_that_is_too_long_is_cut(line: ProgressLine, terminal: Terminal) -> None:
    """Two lines could not be taken back as one."""
    with sending(
        "somebody@a-host-with-a-very-long-name.example:www/of/the/association", lambda: line, AtOnce
    ):
        lines = terminal.lines

    assert [True, True] == [len(lines) == 1, lines[0].endswith("…")]


class AtOnce(Timer):
    """As if the time were over."""

    def start(self) -> None:
        self.function(*self.args)

    def join(self, timeout: float | None = None) -> None:
        pass


class Never(AtOnce):
    """As if the work were done before."""

    def start(self) -> None:
        pass


@pytest.mark.parametrize(("later", "expected"), [(AtOnce, ["Sending the site to ici…"]), (Never, [])])
def test_sending_is_said_while_it_lasts(
    line: ProgressLine, terminal: Terminal, later: type[Timer], expected: list[str]
) -> None:
    """After a second too."""
    with sending("ici", lambda: line, later):
        during = terminal.lines

    assert (expected, []) == (during, terminal.lines)


@pytest.mark.parametrize(
    ("make", "environment", "expected"),
    [
        (Terminal, {"TERM": "xterm-256color"}, True),
        (Terminal, {}, True),
        (Terminal, {"TERM": "dumb"}, False),
        (Terminal, {"TERM": "xterm", "CI": "true"}, False),
        (StringIO, {"TERM": "xterm", "FORCE_COLOR": "1"}, False),
    ],
)
def test_only_a_terminal_that_takes_a_line_back_is_written_to(
    make: Callable[[], StringIO], environment: Mapping[str, str], expected: bool
) -> None:
    """Not a file, not CI, not what a screen reader reads line by line."""
    assert expected is can_be_watched(make(), environment)


def test_who_is_not_watched_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the run says."""
    with watched(lambda: None) as progress, sending("ici", lambda: None):
        progress("texts", 1, 2)

    assert ("", "") == capsys.readouterr()


def test_a_build_says_how_far_it_is(site: Path, use_host: Callable[[Host], None]) -> None:
    """Whoever it was given for that is told by the host."""
    told: list[object] = []

    def run(settings: Mapping[str, object]) -> tuple[()]:
        progress_of(settings)("texts", 1, 2)
        return ()

    use_host(run)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("association.cli.outcome.progress_line", lambda: Recorder(told))
        build(site, site / "output", publish=False)

    assert [("texts", 1, 2), "end"] == told


class Recorder(ProgressLine):
    def __init__(self, told: list[object]) -> None:
        self.told = told

    def tell(self, stage: str, done: int, total: int) -> None:
        self.told.append((stage, done, total))

    def end(self) -> None:
        self.told.append("end")
