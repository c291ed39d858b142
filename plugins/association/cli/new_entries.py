"""A new entry at the end of members.yaml or commissions.yaml, with what can be filled in as comments."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from pathlib import Path

from ..domain.slugs import Slug, slug_of
from ..problems import ContentError
from ..sources.fields.codes import LONGEST_ID
from ..sources.ledger.additions import AddEntries
from ..sources.ledger.editing import edited
from ..sources.ledger.edits import Entry
from ..sources.load import SiteFolder
from ..sources.reading import Reading
from ..sources.shapes.base import Shape
from ..sources.shapes.commissions import CommissionsFile
from ..sources.shapes.members import MembersFile
from ..sources.spreadsheet.words import words_of
from ..sources.text_files import read_text
from ..sources.validation import parse
from ..sources.yaml_tree import lenient_tree
from .rehearsal import new_problems
from .saving import content_of, save
from .wishes import Wishes, id_named

TUESDAY = 1


def new_member(wishes: Wishes, folder: SiteFolder) -> tuple[Path, int]:
    members = reading(MembersFile, folder.members, folder)
    words = words_of(members)
    own = free_slug(slug_of(wishes.name) or "membre", members.known("members").ids)
    fields = [("id", own), ("name", wishes.name), ("kind", "person" if wishes.person else "organisation")]
    if wishes.type:
        fields.append(("type", id_named(wishes.type, words.get("type"), "type")))
    if wishes.town:
        fields.append(("town", id_named(wishes.town, words.get("town"), "town")))
    given = {key for key, _ in fields}
    notes = tuple(
        note for note in notes_of_member(members, wishes, folder.today) if key_of(note) not in given
    )
    return added("members", "members", Entry(tuple(fields), notes), folder)


def new_commission(wishes: Wishes, folder: SiteFolder) -> tuple[Path, int]:
    commissions = reading(CommissionsFile, folder.commissions, folder)
    own = free_slug(slug_of(wishes.name) or "commission", commissions.known("commissions").ids)
    members = reading(MembersFile, folder.members, folder).known("members").ids
    venues = commissions.known("venues").ids
    notes = tuple(notes_of_commission(members, venues, folder.today))
    entry = Entry((("id", own), ("name", wishes.name)), notes)
    return added("commissions", "commissions", entry, folder)


def reading(shape: type[Shape], path: Path, folder: SiteFolder) -> Reading[Shape]:
    """As far as the file can be read; it may have mistakes elsewhere."""
    file = folder.name_of(path)
    if not path.exists():
        return Reading(file, shape())
    parsed = parse(shape, lenient_tree(read_text(path, file), file))
    return Reading(file, parsed.value or shape(), parsed)


def free_slug(wanted: Slug, taken: Collection[Slug]) -> Slug:
    """`wanted`, or with -2, -3…, short enough for a file name."""
    short = wanted[: LONGEST_ID - 5].strip("-")
    return next(slug for slug in candidates(short) if slug not in taken)


def candidates(slug: Slug) -> Iterator[Slug]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def added(field: str, list_name: str, entry: Entry, folder: SiteFolder) -> tuple[Path, int]:
    """The file and the line of the entry, once it is written."""
    path: Path = getattr(folder, field)
    file = folder.name_of(path)
    content = edited(content_of(path), [AddEntries(list_name, [entry])], file)
    if problems := new_problems(folder, field, content):
        raise ContentError(problems)
    save(path, content)
    tree = lenient_tree(content.decode("utf-8"), file)
    return path, tree.place(list_name, len(tree.data[list_name]) - 1).line


def key_of(note: str) -> str:
    return note.partition(":")[0]


def notes_of_member(members: Reading[MembersFile], wishes: Wishes, today: date) -> Iterator[str]:
    types, skills, towns = (members.known(name).ids for name in ("types", "skills", "towns"))
    yield "Ôtez le « # » des lignes utiles, et complétez-les :"
    if types:
        yield aligned(f"type: {types[0]}", f"parmi : {', '.join(types)}")
    yield "summary: Une phrase de 160 caractères au plus."
    yield aligned(
        f"skills: [{skills[0] if skills else 'Formation'}]", "une ou plusieurs, séparées par des virgules"
    )
    yield f"town: {towns[0] if towns else 'Lens'}"
    yield "website: https://www.exemple.fr"
    yield "email: contact@exemple.fr"
    yield "phone: 03 00 00 00 00"
    yield aligned(f"joined: {today}", "date d’adhésion")
    if wishes.person:
        yield aligned(
            "consent:", "le jour où cette personne a accepté d’être publiée ; sans lui, elle n’apparaît pas"
        )


def notes_of_commission(members: Collection[Slug], venues: Collection[Slug], today: date) -> Iterator[str]:
    yield "Ôtez le « # » des lignes utiles, et complétez-les :"
    yield "mission: Ce que fait cette commission, en une ou deux phrases."
    if members:
        yield aligned("chairs:", "sans personne : « à nommer »")
        yield f"  - {{member: {next(iter(members))}, role: Responsable}}"
        yield f"members: [{next(iter(members))}]"
    yield "contact: {email: contact@exemple.fr}"
    yield aligned("meetings:", "la première date, et le rythme")
    yield "  - title: Réunion de la commission"
    yield f"    start: {first_tuesday(today)} 18:30"
    yield "    duration: 2h"
    yield "    repeat: {every: month, on: first tuesday}"
    yield f"    venue: {next(iter(venues), 'Salle de réunion')}"


def first_tuesday(today: date) -> date:
    """Of the month after `today`."""
    first = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
    return first + timedelta(days=(TUESDAY - first.weekday()) % 7)


def aligned(line: str, remark: str) -> str:
    return f"{line:<28}# {remark}"
