"""How a command ends: its exit code, and the one sentence that goes with it."""

import errno
import os
import sys
import traceback
from collections.abc import Callable

from ..problems import ContentError, Sentence, sentence
from . import report
from .language import translate

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


class Refused(WrongUsage):
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
        return report.in_text(error.problems)
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
