"""The entries of members.yaml and commissions.yaml that `new` makes, valid as they are."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Protocol

from ..content.context import UNKNOWN, Reading, ShapeT, hint
from ..content.convert.meetings import ONLY_ONE
from ..content.fields.ids import LONGEST_ID, slug
from ..content.load import SiteFolder
from ..content.schema.base import Shape
from ..content.schema.commissions import CommissionsFile, MeetingShape
from ..content.schema.members import MembersFile
from ..content.schema.validation import parse
from ..content.suggestions import did_you_mean
from ..content.yaml.editor import AddEntries, Edit, NewEntry, SetField, at, edited
from ..content.yaml.reader import lenient_tree
from ..content.yaml.source import read_text
from ..content.yaml.text_edits import Field
from ..content.yaml.tree import Items, Node
from ..content.yaml.tree import Path as TreePath
from ..domain.text import Slug, Text, slug_of
from ..problems import ContentError, sentence
from ..spreadsheet.mapping import words_of
from .files import content_of, new_problems, save
from .new_notes import (
    about_benefit,
    about_body,
    about_commission,
    about_meeting,
    about_member,
    about_officer,
    about_partner,
    about_person,
    about_skill,
    about_town,
    about_type,
    about_venue,
)
from .new_options import Made, NewOptions, accepted, id_named, length, wrong_option
from .outcome import WrongUsage, confirm

SHAPES: Mapping[str, type[Shape]] = {"members": MembersFile, "commissions": CommissionsFile}


def new_member(options: NewOptions, folder: SiteFolder) -> Made:
    members = reading(MembersFile, folder.members, folder)
    known = words_of(members)
    entries = members.value.members
    own = own_id(options, entries, members.known("members").ids, "membre")
    fields: list[tuple[str, Field]] = [("id", own), ("name", options.name)]
    fields.append(("kind", "person" if options.person else "organisation"))
    if options.type:
        fields.append(("type", id_named(options.type, known.get("type"), "type")))
    if options.town:
        fields.append(("town", id_named(options.town, known.get("town"), "town")))
    if options.url:
        fields.append(("website", options.url))
    if entries and all(one.joined for one in entries):  # by whom who founded the association is known
        fields.append(("joined", str(folder.today)))
    lists = {name: tuple(members.known(name).ids) for name in ("types", "skills", "towns")}
    notes = about_member(lists, options.person, folder.language, folder.today)
    return added("members", "members", entry_of(fields, notes), folder)


def new_commission(options: NewOptions, folder: SiteFolder) -> Made:
    commissions = reading(CommissionsFile, folder.commissions, folder)
    taken = commissions.known("commissions").ids
    own = own_id(options, commissions.value.commissions, taken, "commission")
    members = tuple(reading(MembersFile, folder.members, folder).known("members").ids)
    fields: list[tuple[str, Field]] = [("id", own), ("name", options.name)]
    if options.governance:
        fields.append(("governance", "true"))
        notes = about_body(members, folder.language, folder.today)
    else:
        notes = about_commission(members, venue_ids(folder), folder.language, folder.today)
    return added("commissions", "commissions", entry_of(fields, notes), folder)


@dataclass(frozen=True, slots=True)
class EntryOfList:
    """Makes an entry of that list: its id, its name, and what was typed of the rest.

    file: the field of the site's folder. otherwise: the id of a name without a letter.
    also: fields by the options that give them.
    """

    file: str
    list_name: str
    otherwise: Slug
    notes: Callable[[SiteFolder], Iterable[str]] = lambda folder: ()
    also: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, options: NewOptions, folder: SiteFolder) -> Made:
        there = reading(SHAPES[self.file], getattr(folder, self.file), folder)
        entries = getattr(there.value, self.list_name) or ()
        own = own_id(options, entries, there.known(self.list_name).ids, self.otherwise)
        fields: list[tuple[str, Field]] = [("id", own), ("name", options.name)]
        for option, key in self.also.items():
            if typed := getattr(options, option):
                fields.append((key, town_meant(typed, folder) if option == "town" else typed))
        return added(self.file, self.list_name, entry_of(fields, self.notes(folder)), folder)


def town_meant(typed: str, folder: SiteFolder) -> str:
    return id_named(typed, words_of(reading(MembersFile, folder.members, folder)).get("town"), "town")


new_skill = EntryOfList("members", "skills", "competence", lambda folder: about_skill(folder.language))
new_town = EntryOfList("members", "towns", "commune", lambda folder: about_town(folder.language))
new_type = EntryOfList("members", "types", "type", lambda folder: about_type(folder.language))
new_partner = EntryOfList(
    "members",
    "partners",
    "partenaire",
    lambda folder: about_partner(folder.language),
    {"kind": "kind", "url": "website"},
)
new_venue = EntryOfList(
    "commissions",
    "venues",
    "lieu",
    lambda folder: about_venue(town_ids(folder), folder.language),
    {"town": "town"},
)
new_calendar = EntryOfList("commissions", "calendars", "calendrier", also={"url": "url"})
new_officer = EntryOfList(
    "commissions",
    "people",
    "personne",
    lambda folder: about_officer(folder.language, folder.today),
    {"role": "role"},
)


def town_ids(folder: SiteFolder) -> tuple[Slug, ...]:
    return tuple(reading(MembersFile, folder.members, folder).known("towns").ids)


def new_benefit(options: NewOptions, folder: SiteFolder) -> Made:
    """It has no id: nothing leads to it."""
    there = reading(MembersFile, folder.members, folder).value.benefits
    if not options.force and slug_of(options.name) in {slug_of(str(one.name)) for one in there}:
        raise there_already(options.name)
    entry = entry_of([("name", options.name)], about_benefit(folder.language))
    return added("members", "benefits", entry, folder)


def there_already(name: str) -> WrongUsage:
    return WrongUsage(sentence('"{name}" is there already; --force adds a second one.', name=name))


def new_person(options: NewOptions, folder: SiteFolder) -> Made:
    """Of the member that was named, or else somebody who acts for the association itself."""
    if options.member is None:
        return new_officer(options, folder)
    if options.id:
        raise WrongUsage(sentence("A person of a member has no id: leave out --id."))
    members = reading(MembersFile, folder.members, folder)
    own = member_meant(options.member, folder)
    people = chain.from_iterable(one.people for one in members.value.members if one.id == own)
    if not options.force and slug_of(options.name) in {slug_of(one.name) for one in people}:
        raise there_already(options.name)
    fields: list[tuple[str, Field]] = [("name", options.name)]
    if options.role:
        fields.append(("role", options.role))
    owner = place_of("members", "members", own, folder)
    return added("members", "people", entry_of(fields, about_person(folder.language)), folder, owner)


def member_meant(typed: str, folder: SiteFolder) -> Slug:
    known = words_of(reading(MembersFile, folder.members, folder))
    return id_named(typed, known.get("sponsors"), "member")


def new_meeting(options: NewOptions, folder: SiteFolder) -> Made:
    """options.name: of its commission, or the id of that."""
    own = commission_named(options.name, folder)
    owner = place_of("commissions", "commissions", own, folder)
    others = meetings_of(own, folder)
    lasts = length(options)
    rhythm = {key: typed for key in ("every", "on") if (typed := getattr(options, key))}
    said: list[tuple[str, Field | None]] = [
        ("id", id_beside_others(options, others)),
        ("title", options.title),
        ("start", options.start or ""),
        ("duration", lasts),
        ("repeat", rhythm or None),
        ("venue", options.venue),
    ]
    notes = about_meeting(venue_ids(folder), folder.language)
    fields = [(key, value) for key, value in said if value is not None]
    named = [
        SetField((*owner, "meetings", number, "id"), ONLY_ONE)
        for number, one in enumerate(others)
        if one.id is None
    ]
    return added("commissions", "meetings", entry_of(fields, notes), folder, owner, named[:1])


def meetings_of(commission: Slug, folder: SiteFolder) -> tuple[MeetingShape, ...]:
    there = reading(CommissionsFile, folder.commissions, folder).value.commissions
    return next((one.meetings for one in there if one.id == commission), ())


def id_beside_others(options: NewOptions, others: Collection[MeetingShape]) -> Slug | None:
    """A commission that meets in one way only needs none; calendars know that by `ONLY_ONE`."""
    taken = {one.id or ONLY_ONE for one in others}
    if options.id:
        accepted(slug, options.id, "id")
        if options.id in taken:
            raise wrong_option("id", sentence('"{id}" is taken', id=options.id), None)
    elif not others:
        return None
    return options.id or free_slug(slug_of(options.title or "") or "reunion", taken)


def commission_named(text: str, folder: SiteFolder) -> Slug:
    commissions = reading(CommissionsFile, folder.commissions, folder)
    names = {name: entry.id for entry in commissions.value.commissions for _, name in entry.name.versions}
    ids = {slug_of(name): id_ for name, id_ in names.items()} | {id_: id_ for id_ in names.values()}
    if found := ids.get(slug_of(text)):
        return found
    known = commissions.known("commissions")
    near = did_you_mean(text, (*known.ids, *names)) or hint(text, known)
    raise wrong_option("name", UNKNOWN["commissions"](text), near)


def venue_ids(folder: SiteFolder) -> tuple[Slug, ...]:
    return tuple(reading(CommissionsFile, folder.commissions, folder).known("venues").ids)


def entry_of(fields: Iterable[tuple[str, Field]], notes: Iterable[str]) -> NewEntry:
    """Without the notes on what has been said."""
    said = dict(fields)
    return NewEntry(tuple(said.items()), tuple(note for note in notes if note.partition(":")[0] not in said))


def place_of(file: str, list_name: str, id_: Slug, folder: SiteFolder) -> TreePath:
    """Of an entry, in the tree of its file."""
    path = getattr(folder, file)
    entries = lenient_tree(read_text(path, folder.name_of(path)), folder.name_of(path)).data[list_name]
    return list_name, next(
        number for number, one in enumerate(entries) if isinstance(one, Node) and one.get("id") == id_
    )


def added(
    file: str,
    list_name: str,
    entry: NewEntry,
    folder: SiteFolder,
    owner: TreePath = (),
    besides: Sequence[Edit] = (),
) -> Made:
    """The file and the line of the entry, once it is written."""
    path, name = getattr(folder, file), folder.name_of(getattr(folder, file))
    before = content_of(path)
    content = edited(before, [*besides, AddEntries(list_name, [entry], owner)], name)
    if problems := new_problems(folder, file, content):
        if not owner and takes_any_word(list_name, before):
            raise first_of_a_list(name, list_name)
        raise ContentError(problems)
    save(path, content)
    entries = at(lenient_tree(content.decode("utf-8"), name).data, (*owner, list_name))
    assert isinstance(entries, Items)
    return path, entries.place(len(entries) - 1).line


def takes_any_word(list_name: str, before: bytes) -> bool:
    return list_name in ("types", "skills", "towns", "venues") and (
        lenient_tree(before.decode("utf-8"), "").data.get(list_name) is None
    )


def first_of_a_list(file: str, list_name: str) -> WrongUsage:
    return WrongUsage(
        sentence(
            '{file} has no list "{list}", and so takes any word; a list would have to have all those in use. '
            "Nothing has been written.",
            file=file,
            list=list_name,
        )
    )


def reading(shape: type[ShapeT], path: Path, folder: SiteFolder) -> Reading[ShapeT]:
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


class Named(Protocol):
    @property
    def id(self) -> Slug: ...

    @property
    def name(self) -> Text | str: ...


def own_id(options: NewOptions, entries: Collection[Named], taken: Collection[Slug], otherwise: Slug) -> Slug:
    """The one that was typed, or made of the name; a name that is there already may be a mistake."""
    if options.id:
        accepted(slug, options.id, "id")
        if options.id in taken:
            raise wrong_option("id", sentence('"{id}" is taken', id=options.id), None)
        return options.id
    wanted = slug_of(options.name)
    same = next((entry for entry in entries if slug_of(str(entry.name)) == wanted), None)
    if same and wanted and not options.force:
        check_second(options.name, same.id)
    return free_slug(wanted or otherwise, taken)


def check_second(name: str, id_: Slug) -> None:
    values = {"name": name, "id": id_}
    confirm(
        sentence('"{name}" is there already, with the id "{id}". Add a second one? (y/n)', **values),
        sentence(
            '"{name}" is there already, with the id "{id}"; --force adds a second one, --id names it.',
            **values,
        ),
    )
