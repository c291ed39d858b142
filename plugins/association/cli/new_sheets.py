"""A new file of content/: a news item, an event, an offer."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import get_args

from ..domain.slugs import Slug, slug_of
from ..problems import ContentError
from ..sources.desk import Wrong
from ..sources.front_matter import split
from ..sources.ledger.scalars import scalar
from ..sources.load import SiteFolder
from ..sources.shapes.commissions import CommissionsFile
from ..sources.shapes.members import MembersFile
from ..sources.shapes.offers import KindName
from ..sources.sheets import slug_in
from ..sources.text_files import read_text
from .new_entries import aligned, free_slug, reading
from .rehearsal import problems_of
from .saving import create
from .wishes import Wishes, length, offer_kind

OPEN_FOR = timedelta(days=60)
BODY = "<!-- Le texte commence ici. -->"
LONGEST_NAME = 60


def new_news(wishes: Wishes, folder: SiteFolder) -> tuple[Path, int]:
    lines = [
        f"title: {scalar(wishes.name, 0, False)}",
        f"date: {folder.today}",
        "# summary: Une ou deux phrases, pour les listes et les moteurs de recherche.",
        "# tags: [entraide]",
        aligned("# image: images/photo.jpg", "une image de content/images, avec sa description :"),
        "# image_alt: Ce que montre l’image.",
    ]
    slug = free_slug(short_slug(wishes.name, "actualite"), taken(folder, "news"))
    return written(folder, "news", f"{folder.today}-{slug}.md", lines)


def new_event(wishes: Wishes, folder: SiteFolder) -> tuple[Path, int]:
    duration = length(wishes)
    venues = reading(CommissionsFile, folder.commissions, folder).known("venues").ids
    lines = [f"title: {scalar(wishes.name, 0, False)}", f"start: {wishes.start}"]
    lines += (
        [f"duration: {duration}"]
        if duration
        else ["# end: " + aligned(wishes.start, "dernier jour, compris")]
    )
    venue = aligned(
        f"# venue: {next(iter(venues), 'Salle de réunion')}", "un « id » de commissions.yaml, ou un texte"
    )
    lines += [f"venue: {scalar(wishes.venue, 0, False)}" if wishes.venue else venue]
    lines += [
        "# summary: Une ou deux phrases, pour les listes et les moteurs de recherche.",
        "# registration: https://www.exemple.fr/inscription",
        "# price: Gratuit",
    ]
    slug = free_slug(short_slug(wishes.name, "evenement"), taken(folder, "events"))
    return written(folder, "events", f"{slug}.md", lines)


def new_offer(wishes: Wishes, folder: SiteFolder) -> tuple[Path, int]:
    members = reading(MembersFile, folder.members, folder).known("members").ids
    kind = aligned(f"kind: {offer_kind(wishes)}", f"ou {', '.join(get_args(KindName))}")
    lines = [
        f"title: {scalar(wishes.name, 0, False)}",
        kind,
        f"date: {folder.today}",
        aligned(f"expires: {folder.today + OPEN_FOR}", "dernier jour pour répondre, compris"),
        "# apply: https://www.exemple.fr/repondre",
        "# summary: Une ou deux phrases, pour les listes et les moteurs de recherche.",
    ]
    if members:
        lines.insert(
            2, aligned(f"# member: {next(iter(members))}", "qui la propose : un « id » de members.yaml")
        )
    slug = free_slug(short_slug(wishes.name, "annonce"), taken(folder, "offers"))
    return written(folder, "offers", f"{slug}.md", lines)


def short_slug(title: str, otherwise: Slug) -> Slug:
    """Whole words of it: it becomes an address."""
    slug = slug_of(title)
    if len(slug) <= LONGEST_NAME:
        return slug or otherwise
    return slug[: LONGEST_NAME + 1].rpartition("-")[0] or slug[:LONGEST_NAME]


def taken(folder: SiteFolder, section: str) -> frozenset[Slug]:
    """The addresses of the texts that are there."""
    files = (folder.content / folder.section(section)).rglob("*.md")
    return frozenset(slug for path in files for slug in slugs(path))


def slugs(path: Path) -> Iterator[Slug]:
    try:
        yield slug_in(path.name, path.name)
        yield str(split(read_text(path, path.name), path.name).tree.data.get("slug", ""))
    except (Wrong, ContentError):
        return


def written(folder: SiteFolder, section: str, name: str, lines: list[str]) -> tuple[Path, int]:
    """A file that would be a problem is not left there."""
    path = folder.content / folder.section(section) / name
    before = set(problems_of(folder))
    create(path, "\n".join(("---", *lines, "---", "", BODY, "")).encode("utf-8"))
    problems = [one for one in problems_of(folder) if one not in before]
    if problems:
        path.unlink()
        raise ContentError(problems)
    return path, 1
