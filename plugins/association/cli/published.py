"""What the published calendars last told their subscribers: `data/v1/revisions.json`, wherever it lies now.

With it a build says of nothing that it has changed unless it has. Without it, it says so of everything, which
is never wrong but tiresome: so a file that cannot be had is no failure, and nothing here stops a publication.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ..problems import sentence
from .outcome import WrongUsage

NOTHING = b""


def told_in(file: str | None) -> bytes:
    """For `build --revisions FILE`; an empty file is that of a site which is published for the first time."""
    try:
        return Path(file).read_bytes() if file else NOTHING
    except OSError as error:
        reason = error.strerror or str(error)
        raise WrongUsage(sentence('"{file}" cannot be read: {reason}.', file=file, reason=reason)) from error


def path_of_revisions(settings: Mapping[str, object]) -> str:
    """From the root of the published site; '' where the file is switched off."""
    from pelican.settings import DEFAULT_CONFIG

    from ..host.settings import apply_defaults

    complete = {**DEFAULT_CONFIG, **settings}
    apply_defaults(complete)
    return str(complete["REVISIONS_DATA_SAVE_AS"])


def told_by_branch(site: Path, remote: str, branch: str, path: str) -> bytes:
    """As the remote has it; as it is here if the remote has none or does not answer."""
    fetched = answer("git", "-C", str(site), "fetch", "--quiet", "--no-tags", remote, f"refs/heads/{branch}")
    commit = f"refs/heads/{branch}" if fetched is None else "FETCH_HEAD"
    return told_in_commit(site, commit, path)


def told_in_commit(site: Path, commit: str, path: str) -> bytes:
    found = answer("git", "-C", str(site), "cat-file", "blob", f"{commit}:{path}") if path else None
    return found or NOTHING


def told_by_rsync(target: str, path: str) -> bytes:
    folder = target if target.endswith((":", "/")) else f"{target}/"
    with TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere, "revisions.json")
        if not path or answer("rsync", "--times", "--", f"{folder}{path}", str(copy)) is None:
            return NOTHING
        return copy.read_bytes()


def answer(*command: str) -> bytes | None:
    """None if it fails, or cannot even be started."""
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
