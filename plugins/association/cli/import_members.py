"""`import`: members from the export of a spreadsheet, added to members.yaml or brought up to date there."""

from bisect import bisect_right
from dataclasses import replace
from pathlib import Path

from ..problems import ContentError, Problem, sentence
from ..sources.ledger.editing import edited
from ..sources.load import SiteFolder
from ..sources.reading import Reading
from ..sources.shapes.members import MembersFile
from ..sources.spreadsheet.importing import Import, read_import, read_mapping
from ..sources.spreadsheet.mapping import Mapping
from ..sources.text_files import read_text, unreadable
from ..sources.tree import Tree
from ..sources.validation import Parsed, parse
from ..sources.yaml_tree import lenient_tree
from .import_report import report
from .outcome import FINE, WrongUsage
from .rehearsal import folder_of, new_problems
from .saving import content_of, save
from .settings import PROGRAM

OWN_MAPPING = "import.yaml"
EXAMPLES = PROGRAM / "imports"


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
    if parsed.problems:
        raise ContentError(parsed.problems)
    return Reading(file, parsed.value, parsed)


def chosen_mapping(name: str | None, site: Path) -> Parsed[Mapping] | None:
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


def mapping_in(path: Path, name: str) -> Parsed[Mapping]:
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
    entries = written.data.get("members", [])
    lines = [written.place("members", index).line for index in range(len(entries))]
    index = bisect_right(lines, problem.line) - 1
    row = found.rows.get(entries[index]["id"]) if index >= 0 else None
    return replace(problem, place=row.place) if row else problem
