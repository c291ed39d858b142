"""How a command speaks: questions and progress at a terminal, problems, the exit code and last sentence.

A person, a program and a forge read the same problems in the same order.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from ..problems import ContentError, Problem, Sentence, Severity, in_reading_order, sentence
from .colour import painted
from .language import translate, translate_count

if TYPE_CHECKING:
    from rich.console import Console
    from rich.live import Live

    from ..host.run import Progress

OF_THE_MACHINE = frozenset(
    getattr(errno, name)
    for name in (
        "EACCES EDQUOT EFBIG EIO ELOOP EMFILE ENAMETOOLONG ENFILE ENODEV ENOENT ENOSPC EPERM EROFS ESTALE"
    ).split()
    if hasattr(errno, name)
)
"""A disk that is full or read-only, a file that is closed to us or has just been taken away."""
STAGES: Mapping[str, Sentence] = {
    "pictures": sentence("Re-encoding pictures: {done} of {total}"),
    "texts": sentence("Laying out texts: {done} of {total}"),
    "outputs": sentence("Writing pages and files: {done} of {total}"),
}
PATIENCE, STEP = 1.0, 0.1  # seconds: from when on progress is shown, and how often
FINE, PROBLEMS, WRONG_USAGE, DEFECT, INTERRUPTED = 0, 1, 2, 3, 130


class WrongUsage(Exception):
    """What was typed cannot be done; no fault of the content nor of the program."""

    code = WRONG_USAGE

    def __init__(self, said: Sentence) -> None:
        self.said = said
        super().__init__(said.text())


class Declined(WrongUsage):
    """What was typed is right, and is not done: something would be lost, or the other side says no."""

    code = PROBLEMS


def conclude(command: Callable[[], int]) -> None:
    """Ends the process, unless all is fine: `invoke build check` has more to run."""
    code = exit_code(command)
    if code != FINE:
        sys.exit(code)


def exit_code(command: Callable[[], int]) -> int:
    try:
        return command()
    except WrongUsage as error:
        say(error.said)
        return error.code
    except ContentError as error:
        return in_text(error.problems)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough: `tasks.py check --format json | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:
        if isinstance(error, OSError) and error.errno in OF_THE_MACHINE:
            say(out_of_reach(error))
            return WRONG_USAGE
        traceback.print_exc()
        say(sentence("This is a defect of Assosite, not of your files; please report the lines above."))
        return DEFECT


def out_of_reach(error: OSError) -> Sentence:
    reason = error.strerror or str(error)
    if error.filename is None:  # of a file that is open already
        return sentence("The work stops here: {reason}. Make room, and try again.", reason=reason)
    return sentence(
        '"{file}" cannot be read or written: {reason}.', file=os.fsdecode(error.filename), reason=reason
    )


def say(said: Sentence) -> None:
    print(said.text(translate), file=sys.stderr)


def in_text(problems: Iterable[Problem]) -> int:
    ordered = in_reading_order(problems)
    print(painted(as_text(ordered)), file=sys.stderr)
    return code_of(ordered)


def as_text(problems: Iterable[Problem]) -> str:
    """A line each, then how many there are."""
    ordered = in_reading_order(problems)
    return "\n".join((*(problem.line_of_text(translate) for problem in ordered), counted(ordered)))


def in_json(problems: Iterable[Problem]) -> int:
    ordered = in_reading_order(problems)
    print(json.dumps({"problems": [as_record(problem) for problem in ordered]}, indent=2))
    return code_of(ordered)


def in_github(problems: Iterable[Problem], site: Path) -> int:
    """Workflow commands, which the forge shows on the line at fault."""
    ordered = in_reading_order(problems)
    for problem in ordered:
        print(annotation(problem, repository_path(site, problem.file)))
    return code_of(ordered)


def counted(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity == Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    return ", ".join(
        (
            translate_count("{count} error", "{count} errors", errors),
            translate_count("{count} warning", "{count} warnings", warnings),
        )
    )


def code_of(problems: Iterable[Problem]) -> int:
    return int(any(problem.severity == Severity.ERROR for problem in problems))


def as_record(problem: Problem) -> dict[str, str | int | None]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "code": problem.code,
        "message": problem.text(translate),
        "hint": problem.hint_text(translate),
    }


def annotation(problem: Problem, path: str) -> str:
    properties = {"file": path, "line": problem.line, "col": problem.column, "title": problem.code}
    written = ",".join(f"{name}={escaped_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {written}::{escaped(problem.said(translate))}"


def repository_path(site: Path, file: str) -> str:
    """The path as the forge knows it, from the root of the checkout; from the site if it lies elsewhere."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    path = (site / file).resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else file


def escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    return escaped(text).replace(":", "%3A").replace(",", "%2C")


def ask(question: Sentence, lacking: Sentence, check: Callable[[str], None] = lambda text: None) -> str:
    """The answer that passes `check`; with nobody there to answer, wrong usage: `lacking`."""
    if not sys.stdin.isatty():
        raise WrongUsage(lacking)
    while True:
        answer = answer_to(question)
        try:
            check(answer)
        except WrongUsage as wrong:
            say(wrong.said)
            continue
        if answer:
            return answer


YES = ("y", "yes", "o", "oui", "j", "ja")


def confirm(question: Sentence, otherwise: Sentence) -> None:
    """Goes on where somebody says yes; wrong usage, `otherwise`, where nobody does."""
    if not sys.stdin.isatty() or answer_to(question).casefold() not in YES:
        raise WrongUsage(otherwise)


def answer_to(question: Sentence) -> str:
    print(question.text(translate), end=" ", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:  # the end of the input, Ctrl+D
        raise KeyboardInterrupt
    return line.strip()


class ProgressLine:
    """One line that comes after a second, says what is being done and how far, and goes without a trace.

    No thread draws it: beside one, no other process could share the work.
    """

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        self.console, self.clock = console, clock
        self.due = clock() + PATIENCE
        self.live: Live | None = None

    def tell(self, stage: str, done: int, total: int) -> None:
        now = self.clock()
        if now >= self.due:
            self.due = now + STEP
            self.show(STAGES[stage].filled(done=done, total=total))

    def show(self, said: Sentence) -> None:
        from rich.live import Live
        from rich.text import Text

        if self.live is None:
            self.live = Live(
                console=self.console,
                auto_refresh=False,
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self.live.start()
            self.console.show_cursor(True)  # git and ssh may ask something
        self.live.update(Text(said.text(translate), no_wrap=True, overflow="ellipsis"), refresh=True)

    def end(self) -> None:
        if self.live:
            self.live.stop()


@contextmanager
def watched(line: Callable[[], ProgressLine | None] | None = None) -> Iterator[Progress]:
    """What a run is given to say how far it is."""
    shown = (line or progress_line)()
    try:
        yield shown.tell if shown else lambda stage, done, total: None
    finally:
        if shown:
            shown.end()


@contextmanager
def sending(
    target: str, line: Callable[[], ProgressLine | None] | None = None, later: type[Timer] = Timer
) -> Iterator[None]:
    """While a site is on its way: rsync and git are heard only when they have ended."""
    shown = (line or progress_line)()
    if shown is None:
        yield
        return
    timer = later(PATIENCE, shown.show, [sentence("Sending the site to {target}…", target=target)])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        shown.end()


def progress_line() -> ProgressLine | None:
    """None where nobody would see it come and go."""
    if not can_be_watched(sys.stderr, os.environ):
        return None
    from rich.console import Console

    return ProgressLine(Console(stderr=True, force_terminal=True))


def can_be_watched(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """A terminal that takes a line back, and no machine of CI, some of which have one too."""
    is_dumb = environment.get("TERM", "").lower() in ("dumb", "unknown")
    return stream.isatty() and not is_dumb and not environment.get("CI")
