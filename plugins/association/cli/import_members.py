"""`import`: members from the export of a spreadsheet, added to members.yaml or brought up to date there.

Whoever typed it reads what has changed, line by line.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..content.context import Reading
from ..content.load import SiteFolder
from ..content.schema.members import MembersFile
from ..content.schema.validation import Parsed, parse
from ..content.yaml.editor import edited
from ..content.yaml.reader import lenient_tree
from ..content.yaml.source import read_text, unreadable
from ..content.yaml.tree import Tree
from ..problems import ContentError, Problem, Sentence, sentence
from ..spreadsheet.changes import Added, Change, Updated
from ..spreadsheet.importing import Import, read_import, read_mapping
from ..spreadsheet.mapping import ColumnMapping
from .files import content_of, folder_of, new_problems, save
from .language import translate, translate_count
from .outcome import FINE, WrongUsage
from .settings import PROGRAM

OWN_MAPPING = "import.yaml"
EXAMPLES = PROGRAM / "imports"

MOST_SKIPPED = 10


def import_members(site: Path, file: str, mapping: str | None, dry_run: bool) -> int:
    table = Path(file)
    check_usage(file, table)
    folder = folder_of(site)
    members = members_of(folder)
    chosen = chosen_mapping(mapping, site)
    found = read_import(bytes_of(table, file), file, chosen, members, folder.language)
    if found.changes.edits:
        content = edited(content_of(folder.members), found.changes.edits, members.file)
        refuse_new_problems(folder, content, found)
        if not dry_run:
            save(folder.members, content)
    report(found, members.file, dry_run)
    return FINE


def check_usage(file: str, table: Path) -> None:
    if not file:
        raise WrongUsage(
            sentence("Say which file: `python3 tasks.py import FILE.csv`, the export of your spreadsheet.")
        )
    if not table.is_file():
        raise WrongUsage(sentence('There is no file "{file}".', file=file))


def members_of(folder: SiteFolder) -> Reading[MembersFile]:
    """Only a file without mistakes is changed."""
    file = folder.name_of(folder.members)
    if not folder.members.exists():
        return Reading(file, MembersFile())
    parsed = parse(MembersFile, lenient_tree(read_text(folder.members, file), file))
    if parsed.problems or parsed.value is None:
        raise ContentError(parsed.problems)
    return Reading(file, parsed.value, parsed)


def chosen_mapping(name: str | None, site: Path) -> Parsed[ColumnMapping] | None:
    """The one that was asked for, a file or an example; else the site's own, if it has one."""
    if name is None:
        own = site / OWN_MAPPING
        return mapping_in(own, OWN_MAPPING) if own.is_file() else None
    example = EXAMPLES / f"{name}.yaml"
    if Path(name).is_file():
        return mapping_in(Path(name), name)
    if Path(name).name == name and example.is_file():
        return mapping_in(example, f"imports/{example.name}")
    raise WrongUsage(
        sentence(
            'There is no mapping "{name}"; it is a YAML file, or one of: {known}.',
            name=name,
            known=", ".join(sorted(path.stem for path in EXAMPLES.glob("*.yaml"))),
        )
    )


def mapping_in(path: Path, name: str) -> Parsed[ColumnMapping]:
    return read_mapping(read_text(path, name), name)


def bytes_of(table: Path, file: str) -> bytes:
    try:
        return table.read_bytes()
    except OSError as error:
        raise ContentError([unreadable(file, error)]) from error


def refuse_new_problems(folder: SiteFolder, content: bytes, found: Import) -> None:
    """What only the whole site shows, such as a type that does not accept this kind of member."""
    problems = new_problems(folder, "members", content)
    if problems:
        file = folder.name_of(folder.members)
        written = lenient_tree(content.decode("utf-8"), file)
        raise ContentError(in_table(problem, written, found) for problem in problems)


def in_table(problem: Problem, written: Tree, found: Import) -> Problem:
    """Told where the table says it: in the row of the member, if that is where it comes from."""
    if problem.file != written.file:
        return problem
    listed = written.data.get("members")
    entries = listed if isinstance(listed, list) else []
    lines = [written.data.place("members", index).line for index in range(len(entries))]
    index = bisect_right(lines, problem.line) - 1
    entry = entries[index] if index >= 0 else None
    row = found.rows.get(str(entry["id"])) if isinstance(entry, dict) else None
    return replace(problem, place=row.place) if row else problem


def report(found: Import, file: str, dry_run: bool) -> None:
    for line in (*changed(found), *counts(found), *without_consent(found.changes.added)):
        print(line)
    print(end(found, file, dry_run).text(translate))


def changed(found: Import) -> Iterator[str]:
    for one in found.changes.added:
        said = sentence("line {line}: added {id}", line=one.place.line, id=one.id)
        yield said.text(translate)
    for other in found.changes.updated:
        yield from updated(other)


def updated(one: Updated) -> Iterator[str]:
    yield sentence("line {line}: updated {id}", line=one.place.line, id=one.id).text(translate)
    for change in one.changes:
        yield f"    {change_line(change).text(translate)}"


def change_line(change: Change) -> Sentence:
    if not change.old:
        return sentence("{field}: {new}", field=change.field, new=change.new)
    return sentence("{field}: {old} → {new}", field=change.field, old=change.old, new=change.new)


def counts(found: Import) -> Iterator[str]:
    changes = found.changes
    yield ", ".join(
        (
            translate_count("{count} added", "{count} added", len(changes.added)),
            translate_count("{count} updated", "{count} updated", len(changes.updated)),
            translate_count("{count} unchanged", "{count} unchanged", changes.unchanged),
            translate_count("{count} row skipped", "{count} rows skipped", len(found.skipped)),
        )
    )
    if found.skipped:
        lines = [str(place.line) for place in found.skipped]
        shown = ", ".join(lines[:MOST_SKIPPED]) + (", …" if len(lines) > MOST_SKIPPED else "")
        yield sentence("Skipped, as the mapping asks: lines {lines}.", lines=shown).text(translate)


def without_consent(added: tuple[Added, ...]) -> Iterator[str]:
    count = sum(one.is_person for one in added)
    if count:
        yield translate_count(
            "{count} person added is not published: no consent is recorded.",
            "{count} people added are not published: no consent is recorded.",
            count,
        )


def end(found: Import, file: str, dry_run: bool) -> Sentence:
    if not found.changes.edits:
        return sentence("{file} needs no change.", file=file)
    if dry_run:
        return sentence("Nothing has been written (--dry-run).")
    return sentence("{file} is up to date.", file=file)
