"""`upgrade`: what has changed for this site since somebody looked; with a yes, what it was given is renewed.

Nothing else is written: members, texts, settings and templates are the association's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..problems import Problem, in_reading_order, sentence
from ..program import CLONE, PARVIS, is_programs_theme, requirement, version
from . import outcome
from .check import problems_found
from .files import save
from .language import translate, translate_count
from .new_site import given_files, way_of
from .own_templates import names_read as templates_read
from .own_templates import own_templates, remarks
from .settings import Settings, content_settings, values_of
from .site_record import RECORD, Record, record_of, sum_of, written
from .upgrade_notes import CONTENT, PLUGINS, SETTINGS, TEMPLATES, Grounds, asked

REQUIREMENTS = "requirements.txt"
PIN = re.compile(rb"(?m)^(assosite *== *)([0-9][^\s;#]*)")
INDENT = "  "


@dataclass(frozen=True, slots=True)
class Renewal:
    """A file that the program gave this site, and has a newer form of."""

    path: str
    content: bytes
    is_own: bool  # somebody has changed it since: it is only told


def upgrade(site: Path, since: str | None, yes: bool) -> int:
    """since: instead of the version that the site remembers."""
    settings, record = content_settings(site), record_of(site)
    introduce(since or record.version)
    found = (*notes(site, settings, since or record.version), *templates(site, settings, record))
    told = in_reading_order(found)
    for problem in told:
        print(problem.line_of_text(translate))
    print(translate_count("{count} thing to look at.", "{count} things to look at.", len(told)))
    renewals = tuple(newer(site, str(settings["DEFAULT_LANG"]), record))
    tell_renewals(renewals)
    after = remembered(site, settings, record, renewals)
    if (after != record or renewals) and (yes or agreed()):
        renew(site, renewals, after)
    return outcome.in_text(problems_found(site)[0])


def introduce(known: str) -> None:
    said = translate("Assosite {version}; this site has not been looked at before.")
    if known:
        said = translate("Assosite {version}; this site was last looked at with {known}.")
    print(said.format(version=version(), known=known))


def notes(site: Path, settings: Settings, since: str) -> Iterator[Problem]:
    places = {
        SETTINGS: (site / "pelicanconf.py", site / "publishconf.py"),
        CONTENT: (Path(str(settings["PATH"])), site / "members.yaml", site / "commissions.yaml"),
        TEMPLATES: template_folders(settings),
        PLUGINS: tuple(own_folders(settings, "PLUGIN_PATHS")),
    }
    return asked(since, Grounds(site, places))


def own_folders(settings: Settings, name: str) -> Iterator[Path]:
    """Not those of the program."""
    for value in values_of(settings, name):
        path = Path(str(value))
        if path.is_dir() and (CLONE is None or path.resolve() != CLONE / "plugins"):
            yield path


def template_folders(settings: Settings) -> tuple[Path, ...]:
    """Those of a theme of its own too."""
    theme = Path(str(settings["THEME"]))
    own = () if is_programs_theme(theme) else (theme / "templates",)
    return (*own_folders(settings, "THEME_TEMPLATES_OVERRIDES"), *filter(Path.is_dir, own))


def templates(site: Path, settings: Settings, record: Record) -> Iterator[Problem]:
    folders = template_folders(settings)
    places = {TEMPLATES: folders, PLUGINS: tuple(own_folders(settings, "PLUGIN_PATHS"))}
    grounds = Grounds(site, places)
    readers = templates_read(file for where in places for file in grounds.files(where))
    return remarks(own_templates(folders), PARVIS / "templates", dict(record.templates), readers, site)


def newer(site: Path, language: str, record: Record) -> Iterator[Renewal]:
    for path, content in given(site, language):
        present = (site / path).read_bytes() if (site / path).is_file() else None
        if present is not None and sum_of(present) != sum_of(content):
            yield Renewal(path, content, is_changed(path, sum_of(present), record))
    yield from newer_pin(site)


def given(site: Path, language: str) -> Iterator[tuple[str, bytes]]:
    """Copies of the program's files that a site may have; in its own clone they are no copies."""
    return given_files(way_of(site), language) if site != CLONE else iter(())


def is_changed(path: str, present: str, record: Record) -> bool:
    """By somebody, as far as is known: a schema is nobody's to change, a file of a forge is."""
    known = record.files.get(path)
    return known != present if known else not path.startswith("schemas/")


def newer_pin(site: Path) -> Iterator[Renewal]:
    """The one line that says which version CI installs."""
    file = site / REQUIREMENTS
    if site == CLONE or not file.is_file():
        return
    present = file.read_bytes()
    content = renewed(present)
    if content != present:
        yield Renewal(REQUIREMENTS, content, is_own=False)


def renewed(lines: bytes) -> bytes:
    """The program is asked for as this version, or as this commit of the repository that it came from."""
    ours = requirement().encode()
    repository, is_commit, _ = ours.rpartition(b"@")
    of_it = re.compile(b"(?m)^" + re.escape(repository) + rb"@[^\s;#]+")
    numbered = PIN.sub(rb"\g<1>" + version().encode(), lines)
    return of_it.sub(lambda found: ours, numbered) if is_commit else numbered


def tell_renewals(renewals: tuple[Renewal, ...]) -> None:
    fresh = [renewal.path for renewal in renewals if not renewal.is_own]
    own = [renewal.path for renewal in renewals if renewal.is_own]
    if fresh:
        print(translate("The program has newer ones of these files, which nobody has changed:"))
        print("\n".join(INDENT + path for path in fresh))
    if own:
        print(translate("Of these too, but they have been changed here; delete one to get the newer one:"))
        print("\n".join(INDENT + path for path in own))


def remembered(site: Path, settings: Settings, record: Record, renewals: tuple[Renewal, ...]) -> Record:
    fresh = {one.path: sum_of(one.content) for one in renewals if not one.is_own and one.path != REQUIREMENTS}
    every = given(site, str(settings["DEFAULT_LANG"]))
    same = {path: sum_of(content) for path, content in every if is_same(site / path, content)}
    theme = PARVIS / "templates"
    names = (template.name for template in own_templates(template_folders(settings)))
    sums = {name: sum_of((theme / name).read_bytes()) for name in names if (theme / name).is_file()}
    return Record(version(), {**record.files, **same, **fresh}, sums)


def is_same(file: Path, content: bytes) -> bool:
    return file.is_file() and sum_of(file.read_bytes()) == sum_of(content)


def agreed() -> bool:
    question = sentence("Renew what nobody has changed, and remember that this has been looked at? [y/N]")
    try:
        outcome.confirm(question, sentence("Nothing is written; with --yes it would be, without asking."))
    except outcome.WrongUsage as declined:
        outcome.say(declined.said)
        return False
    return True


def renew(site: Path, renewals: tuple[Renewal, ...], after: Record) -> None:
    for renewal in renewals:
        if not renewal.is_own:
            save(site / renewal.path, renewal.content)
    save(site / RECORD, written(after))
