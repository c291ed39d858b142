"""When files were last changed, as git tells it: nothing where there is no git or no whole history.

A shallow clone, which build servers like to make, would say of every file that its last commit changed it.
"""

import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

MOST = 20_000
"""Commits that are looked at: of what was not changed since, nothing is said."""
STAMP = "commit "
QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def last_changes(folder: Path, names: Iterable[str]) -> Mapping[str, datetime]:
    """Of those files of the folder whose present form has been committed."""
    wanted = set(names)
    if not wanted or answer(folder, "rev-parse", "--is-shallow-repository") != ["false"]:
        return {}
    changed = answer(folder, "diff", "--name-only", "--relative", "HEAD", "--", ".")
    return {} if changed is None else found(folder, wanted.difference(changed))


def found(folder: Path, wanted: set[str]) -> dict[str, datetime]:
    """Read from the latest commit on, and no further than to the last of the files."""
    moments: dict[str, datetime] = {}
    log = ("log", f"--max-count={MOST}", f"--format={STAMP}%ct", "--name-only", "--relative", "--", ".")
    with subprocess.Popen(
        command(folder, *log), env=environment(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as told:
        for name, moment in changes(told.stdout or ()):
            if name in wanted:
                moments.setdefault(name, moment)
            if len(moments) == len(wanted):
                break
        told.kill()
    return moments


def changes(lines: Iterable[bytes]) -> Iterator[tuple[str, datetime]]:
    moment = datetime.fromtimestamp(0, UTC)
    for line in lines:
        text = os.fsdecode(line.rstrip(b"\n"))
        if text.startswith(STAMP) and text.removeprefix(STAMP).isdigit():
            moment = datetime.fromtimestamp(int(text.removeprefix(STAMP)), UTC)
        elif text:
            yield text, moment


def tip(folder: Path) -> str:
    """What the folder was last committed as; '' where nobody knows."""
    return "".join(answer(folder, "rev-parse", "HEAD", "--is-shallow-repository") or ())


def answer(folder: Path, *words: str) -> list[str] | None:
    """The lines that git says; None where it does not work."""
    try:
        done = subprocess.run(command(folder, *words), env=environment(), capture_output=True)
    except OSError:
        return None
    return os.fsdecode(done.stdout).splitlines() if done.returncode == 0 else None


def command(folder: Path, *words: str) -> tuple[str, ...]:
    return ("git", "--no-pager", "-c", "core.quotePath=false", "-C", str(folder), *words)


def environment() -> dict[str, str]:
    return {**os.environ, **QUIET}
