"""`publish`: the site built for production and sent to its host: a branch of the repository, or rsync.

Which of them is the webmaster's choice in publishconf.py: PUBLISH_RSYNC ("user@host:folder"),
else PUBLISH_BRANCH of PUBLISH_REMOTE. Nothing is sent where anything of others would be lost.
Before the build it asks what the published calendars last told their subscribers, `data/v1/revisions.json`:
without it, a build says of everything that it has changed, which is never wrong but tiresome; so a file that
cannot be had is no failure.
"""

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from ..host.mark import name_of_site
from ..problems import sentence
from .branch import Branch
from .build import build
from .outcome import FINE, Declined, WrongUsage, say
from .output_folder import reason_against
from .rsync import Folder, is_here
from .settings import Settings, site_settings, values_of
from .shipment import KEEP, Orders, Shipment

BRANCH, REMOTE = "gh-pages", "origin"

NOTHING = b""


def publish(site: Path, dry_run: bool = False, take_over: bool = False) -> int:
    from ..host.settings_review import refuse  # only now: wrong usage is answered at once

    output = site / "output"
    settings = site_settings(site, output, publish=True)
    refuse(settings)
    require_address(settings)
    kept = tuple(str(name) for name in values_of(settings, "PUBLISH_KEEP", KEEP))
    orders = Orders(name_of_site(settings), kept, dry_run, take_over)
    deliver = delivery(site, output, settings, orders)
    build(site, output, publish=True, published=told_at_target(site, output, settings))
    try:
        deliver(Shipment.of(output.resolve()))
    except KeyboardInterrupt:
        say(sentence("The site is sent in part; publish again, it goes on from there."))
        raise
    return FINE


def told_at_target(site: Path, output: Path, settings: Settings) -> bytes:
    """The revisions that the calendars of the published site tell."""
    path = path_of_revisions(settings)
    if target := str(settings.get("PUBLISH_RSYNC") or ""):
        return told_by_rsync(local_place(target, site, output, settings), path)
    return told_by_branch(site, *branch_of(settings), path)


def require_address(settings: Settings) -> None:
    """Calendars and feeds of a published site are read elsewhere: they need its address."""
    if not settings.get("SITEURL"):
        raise WrongUsage(sentence('A site to be published needs its SITEURL: write it in "publishconf.py".'))


def delivery(site: Path, output: Path, settings: Settings, orders: Orders) -> Callable[[Shipment], None]:
    """The rest of the way, once the other end is found fit to be written to; before a long build."""
    if target := str(settings.get("PUBLISH_RSYNC") or ""):
        folder = Folder(local_place(target, site, output, settings), site, orders)
        place = folder.found()
        return lambda shipment: folder.receive(shipment, place)
    branch = Branch(site, *branch_of(settings), orders)
    tips = branch.found()
    return lambda shipment: branch.receive(shipment, tips)


def branch_of(settings: Settings) -> tuple[str, str]:
    """The name of the remote, and that of the branch there."""
    name = str(settings.get("PUBLISH_BRANCH") or BRANCH)
    return str(settings.get("PUBLISH_REMOTE") or REMOTE), name.removeprefix("refs/heads/")


def local_place(target: str, site: Path, output: Path, settings: Settings) -> str:
    """A folder of this machine is none that the site is made from, nor where it is built."""
    if not is_here(target):
        return target
    place = (site / Path(target).expanduser()).resolve()
    if reason := reason_against(place, site, settings):
        raise Declined(reason)
    if output.resolve() in (place, *place.parents):
        raise Declined(sentence('"{folder}" cannot be the output: the site is built there.', folder=place))
    return str(place)


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
