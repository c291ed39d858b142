"""How a command speaks: questions at a terminal, problems told, and the exit code and sentence it ends with.

A person, a program and a forge read the same problems in the same order.
"""

import errno
import json
import os
import sys
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from ..problems import ContentError, Problem, Sentence, Severity, in_reading_order, sentence
from .language import translate, translate_count

OF_THE_MACHINE = frozenset(
    getattr(errno, name)
    for name in (
        "EACCES EDQUOT EFBIG EIO ELOOP EMFILE ENAMETOOLONG ENFILE ENODEV ENOENT ENOSPC EPERM EROFS ESTALE"
    ).split()
    if hasattr(errno, name)
)
"""A disk that is full or read-only, a file that is closed to us or has just been taken away."""
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
    for problem in ordered:
        print(problem.line_of_text(translate), file=sys.stderr)
    print(counted(ordered), file=sys.stderr)
    return code_of(ordered)


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


def answer_to(question: Sentence) -> str:
    print(question.text(translate), end=" ", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:  # the end of the input, Ctrl+D
        raise KeyboardInterrupt
    return line.strip()
