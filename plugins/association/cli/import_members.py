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
from ..content.suggestions import nearest
from ..content.yaml.editor import edited
from ..content.yaml.reader import lenient_tree
from ..content.yaml.source import read_text, unreadable
from ..content.yaml.tree import Tree
from ..problems import ContentError, Problem, Sentence, sentence
from ..program import IMPORTS
from ..spreadsheet.changes import Change, Changes, Gone, Updated
from ..spreadsheet.columns import NoMapping
from ..spreadsheet.importing import Import, read_import, read_mapping
from ..spreadsheet.mapping import ColumnMapping
from ..spreadsheet.proposal import proposal
from ..spreadsheet.reading import Export
from ..spreadsheet.rows import framed
from ..spreadsheet.table import Table, line_numbers
from .files import content_of, folder_of, name_shown, new_problems, save
from .language import translate, translate_count
from .outcome import FINE, WrongUsage, in_text

OWN_MAPPING = "import.yaml"
EXAMPLES = IMPORTS

TABLES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".ods", ".xls"})
MOST_SKIPPED = 10


def import_members(
    site: Path, file: str, mapping: str | None, dry_run: bool, sheet: str | None = None
) -> int:
    table = Path(file)
    check_usage(file, table)
    folder = folder_of(site)
    members = members_of(folder)
    chosen = chosen_mapping(mapping, site)
    if table.suffix.lower() in (".yaml", ".yml"):
        raise WrongUsage(sentence('"{file}" is no table: write `import TABLE --map {file}`.', file=file))
    export = Export(bytes_of(table, file), file, sheet)
    try:
        found = read_import(export, chosen, examples(), members, folder.language, folder.now.date())
    except NoMapping as error:
        return without_mapping(error, site, is_given=chosen is not None)
    if found.changes.edits:
        content = edited(content_of(folder.members), found.changes.edits, members.file)
        refuse_new_problems(folder, content, found)
        if not dry_run:
            save(folder.members, content)
    report(found, members.file, dry_run)
    return FINE


def without_mapping(error: NoMapping, site: Path, is_given: bool) -> int:
    """Told, and shown how to write one."""
    code = in_text(error.problems)
    for line in proposed(error.table, site, is_given):
        print(line)
    return code


def proposed(table: Table, site: Path, is_given: bool) -> Iterator[str]:
    said = sentence(
        "No mapping was given (--map), and {file} is not there. A beginning for it, to be read again and "
        "saved under this name:",
        file=name_shown(site / OWN_MAPPING),
    )
    if is_given:
        said = sentence('The mapping has no "columns". A beginning for them, to be read again:')
    yield said.text(translate)
    yield ""
    for line in proposal(table):
        yield line if isinstance(line, str) else f"# {line.text(translate)}"


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
    raise WrongUsage(no_mapping(name, site))


def no_mapping(name: str, site: Path) -> Sentence:
    """Of that name; and which one may have been meant."""
    examples = sorted(path.stem for path in EXAMPLES.glob("*.yaml"))
    files = (path.name for folder in (Path(name).parent, site) for path in folder.glob("*.y*ml"))
    near, known = nearest(Path(name).name, {*examples, *files}), ", ".join(examples)
    if near:
        return sentence(
            'There is no mapping "{name}"; did you mean "{near}"? It is a YAML file, or one of: {known}.',
            name=name,
            near=near,
            known=known,
        )
    return sentence(
        'There is no mapping "{name}"; it is a YAML file, or one of: {known}.', name=name, known=known
    )


def examples() -> dict[str, Parsed[ColumnMapping]]:
    return {path.stem: mapping_in(path, f"imports/{path.name}") for path in sorted(EXAMPLES.glob("*.yaml"))}


def mapping_in(path: Path, name: str) -> Parsed[ColumnMapping]:
    if path.suffix.lower() in TABLES:
        raise WrongUsage(
            sentence(
                '"{name}" is a table, and no mapping: write `import TABLE --map MAPPING.yaml`.', name=name
            )
        )
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
    for said in found.read_as:
        print(said.text(translate))
    for line in (*changed(found), *noted(found), *counts(found), *without_consent(found.changes)):
        print(line)
    for line in to_be_looked_at(found.gone, file):
        print(line)
    print(end(found, file, dry_run).text(translate))


def noted(found: Import) -> Iterator[str]:
    for note in found.notes:
        said = sentence("line {line}: {said}", line=note.place.line)
        yield framed(said, note.said).text(translate)
    for one in found.resigned:
        said = sentence("line {line}: {id} has resigned, and is not imported", line=one.place.line, id=one.id)
        yield said.text(translate)
    if found.left_out:
        lines = line_numbers(found.left_out, MOST_SKIPPED)
        yield sentence(
            "Left out, as no members: lines {lines} (a total, the header again).", lines=lines
        ).text(translate)


def to_be_looked_at(gone: tuple[Gone, ...], file: str) -> Iterator[str]:
    """Members who have left, it seems: only the secretary knows."""
    if gone:
        said = sentence(
            'Perhaps they have left; nothing of them is changed, write "left: YEAR-MONTH-DAY" where it is so:'
        )
        yield said.text(translate)
    for one in gone:
        if one.row:
            said = sentence("has resigned, says line {line}: {id}", line=one.row.line, id=one.id)
            yield f"    {file}:{one.place.line}: {said.text(translate)}"
    absent = [one for one in gone if not one.row]
    if len(absent) > MOST_SKIPPED:  # a table of some members only, it may be
        yield f"    {not_here(', '.join(one.id for one in absent))}"
    else:
        yield from (f"    {file}:{one.place.line}: {not_here(one.id)}" for one in absent)


def not_here(ids: str) -> str:
    return sentence("not in this table (any more): {id}", id=ids).text(translate)


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
        shown = line_numbers(found.skipped, MOST_SKIPPED)
        yield sentence("Skipped, as the mapping asks: lines {lines}.", lines=shown).text(translate)


def without_consent(changes: Changes) -> Iterator[str]:
    count = sum(one.people for one in changes.added) + sum(one.people for one in changes.updated)
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
