"""The history of a site's meetings and events, as far as git remembers it."""

from collections.abc import Iterator
from pathlib import Path

from ..domain.history import History
from ..sources.history import Versions, history
from ..sources.site import SiteFolder
from .git import memory


def history_of(site: SiteFolder) -> History:
    """Only a build asks: it takes a few calls of git, and old versions of the files are read."""
    root = site.root.resolve()
    commissions = site.name_of(site.commissions)
    events = f"{site.name_of(site.content)}/{site.section('events')}"
    remembered = memory(root, (commissions, events), dict(files(root, commissions, events)), site.now)
    if remembered is None:
        return History()
    versions = Versions(commissions, remembered.contents)
    return history(remembered.revisions, remembered.present, versions)


def files(root: Path, commissions: str, events: str) -> Iterator[tuple[str, bytes]]:
    """What is on the disk now, by path below `root`."""
    texts = (path for path in (root / events).rglob("*") if path.suffix.lower() == ".md")
    for path in (root / commissions, *sorted(texts)):
        if path.is_file():
            yield path.relative_to(root).as_posix(), path.read_bytes()
