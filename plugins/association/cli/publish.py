"""`publish`: the site built for production and sent to its host: a branch of the repository, or rsync.

Which of them is the webmaster's choice in publishconf.py: PUBLISH_RSYNC ("user@host:folder"),
else PUBLISH_BRANCH of PUBLISH_REMOTE.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from ..problems import Sentence, sentence
from .build import build
from .language import translate
from .outcome import FINE, WrongUsage
from .published import path_of_revisions, told_by_branch, told_by_rsync
from .settings import Settings, site_settings

BRANCH, REMOTE = "gh-pages", "origin"
MESSAGE = "Publish the site"


def publish(site: Path) -> int:
    output = site / "output"
    settings = site_settings(site, output, publish=True)
    require_address(settings)
    build(site, output, publish=True, published=told_at_target(site, settings))
    if target := str(settings.get("PUBLISH_RSYNC", "")):
        send(rsync(output, target), site, target)
    else:
        branch = str(settings.get("PUBLISH_BRANCH", BRANCH))
        send(to_branch(output, branch, str(settings.get("PUBLISH_REMOTE", REMOTE))), site, branch)
    return FINE


def told_at_target(site: Path, settings: Settings) -> bytes:
    """The revisions that the calendars of the published site tell."""
    path = path_of_revisions(settings)
    if target := str(settings.get("PUBLISH_RSYNC", "")):
        return told_by_rsync(target, path)
    remote, branch = (
        str(settings.get(*each)) for each in (("PUBLISH_REMOTE", REMOTE), ("PUBLISH_BRANCH", BRANCH))
    )
    return told_by_branch(site, remote, branch, path)


def require_address(settings: Settings) -> None:
    """Calendars and feeds of a published site are read elsewhere: they need its address."""
    if not settings.get("SITEURL"):
        raise WrongUsage(sentence('A site to be published needs its SITEURL: write it in "publishconf.py".'))


def rsync(output: Path, target: str) -> list[str]:
    if shutil.which("rsync") is None:
        raise WrongUsage(sentence("rsync is not installed; it sends the site to {target}.", target=target))
    return ["rsync", "--archive", "--compress", "--delete", "--delay-updates", f"{output}/", target]


def to_branch(output: Path, branch: str, remote: str) -> list[str]:
    """One commit on a branch of its own; -n writes .nojekyll, so that GitHub serves files as they are."""
    options = ["-n", "-p", "-m", MESSAGE, "-b", branch, "-r", remote]
    return [sys.executable, "-m", "ghp_import", *options, str(output)]


def send(command: Sequence[str], site: Path, target: str) -> None:
    done = subprocess.run(command, cwd=site, capture_output=True, text=True)
    if done.returncode:
        raise WrongUsage(refused(target, done.stderr.strip() or done.stdout.strip()))
    print(translate("The site is sent to {target}").format(target=target))


def refused(target: str, reason: str) -> Sentence:
    last = reason.splitlines()[-1] if reason else ""
    return sentence('The site could not be sent to "{target}": {reason}', target=target, reason=last)
