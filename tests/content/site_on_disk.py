"""Small sites to try: files from strings, loaded at a fixed moment."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

from association.content.load import Loaded, SiteFolder, load
from association.domain.association import Association
from association.domain.meetings import Meeting
from association.problems import ContentError

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 22, 12, tzinfo=PARIS)
Files = Mapping[str, str | bytes]


def site(root: Path, files: Files, identity: Mapping[str, object] | None = None) -> SiteFolder:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
    return SiteFolder(
        root=root,
        content=root / "content",
        members=root / "members.yaml",
        commissions=root / "commissions.yaml",
        settings_file="pelicanconf.py",
        identity=identity or {"name": "Essai"},
        language="fr",
        zone=PARIS,
        now=NOW,
        holidays_country="",
    )


def loaded(root: Path, files: Files, identity: Mapping[str, object] | None = None) -> Loaded:
    return load(site(root, files, identity))


def association(root: Path, files: Files) -> Association:
    """With every version of every text and name."""
    return loaded(root, files).written


def report(root: Path, files: Files) -> list[str]:
    """The lines an editor reads: errors, else warnings."""
    try:
        problems = loaded(root, files).warnings
    except ContentError as error:
        problems = error.problems
    return [problem.line_of_text() for problem in problems]


def codes(root: Path, files: Files) -> list[str]:
    return [line.rpartition("[")[2].removesuffix("]") for line in report(root, files)]


def article(head: str, body: str = "") -> str:
    """A file of content/ with a title, the given lines of front matter, and a body."""
    return f"---\ntitle: Titre\n{dedent(head).strip()}\n---\n\n{dedent(body)}"


def meeting(root: Path, lines: str, venues: str = "") -> Meeting:
    """The only meeting of the only commission, from the lines of its entry."""
    return association(root, with_meeting(lines, venues)).commissions[0].meetings[0]


def with_meeting(lines: str, venues: str = "") -> Files:
    entry = "\n".join(f"        {line}" for line in dedent(lines).strip().splitlines())
    head = "commissions:\n  - id: reseaux\n    name: Réseaux\n    meetings:\n      - title: Réunion\n"
    return {"commissions.yaml": venues + head + entry + "\n"}


def dates(meeting: Meeting, most: int = 4) -> str:
    """The first dates of a meeting as the rule gives them."""
    slots = meeting.slots_until(meeting.start.date().replace(year=meeting.start.year + 20))[:most]
    return " ".join(f"{slot:%Y-%m-%d}" for slot in slots)
