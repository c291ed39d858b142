"""`publish`: the site built for production and sent to its host: a branch of the repository, or rsync.

Which of them is the webmaster's choice in publishconf.py: PUBLISH_RSYNC ("user@host:folder"),
else PUBLISH_BRANCH of PUBLISH_REMOTE. Nothing is sent where anything of others would be lost.
"""

from collections.abc import Callable
from pathlib import Path

from ..host.mark import name_of_site
from ..problems import sentence
from .branch import Branch
from .build import build
from .outcome import FINE, Refused, WrongUsage, say
from .output_folder import reason_against
from .published import path_of_revisions, told_by_branch, told_by_rsync
from .rsync import Folder, is_here
from .settings import Settings, site_settings
from .shipment import KEEP, Orders, Shipment

BRANCH, REMOTE = "gh-pages", "origin"


def publish(site: Path, dry_run: bool = False, take_over: bool = False) -> int:
    from ..host.settings_review import refuse  # only now: wrong usage is answered at once

    output = site / "output"
    settings = site_settings(site, output, publish=True)
    refuse(settings)
    require_address(settings)
    orders = Orders(name_of_site(settings), tuple(settings.get("PUBLISH_KEEP", KEEP)), dry_run, take_over)
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
        raise Refused(reason)
    if output.resolve() in (place, *place.parents):
        raise Refused(sentence('"{folder}" cannot be the output: the site is built there.', folder=place))
    return str(place)
