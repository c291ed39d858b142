"""The entries and files that `new` makes: valid as they are, with lines to complete."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol, get_args

from ..content.context import UNKNOWN, Mistake, Reading, ShapeT, hint
from ..content.fields import Refused
from ..content.fields.dates import day, duration, moment
from ..content.fields.ids import LONGEST_ID, slug
from ..content.load import SiteFolder, load
from ..content.schema.commissions import CommissionsFile
from ..content.schema.members import MembersFile
from ..content.schema.texts import KindName
from ..content.schema.validation import parse
from ..content.sheets import slug_in
from ..content.suggestions import did_you_mean
from ..content.yaml.editor import AddEntries, NewEntry, edited
from ..content.yaml.front_matter import split
from ..content.yaml.reader import lenient_tree
from ..content.yaml.source import read_text
from ..content.yaml.text_edits import scalar
from ..domain.text import Language, Slug, Text, slug_of
from ..problems import ContentError, Sentence, sentence
from ..spreadsheet.mapping import Words, words_of
from ..spreadsheet.rows import framed
from .files import content_of, create, new_problems, problems_of, save
from .new_notes import (
    OFFERS,
    about_body,
    about_commission,
    about_event,
    about_member,
    about_minutes,
    about_news,
    about_offer,
    about_offers,
    about_officer,
    about_page,
    aligned,
    first,
    offer_words,
    words_in,
)
from .outcome import WrongUsage, ask, confirm

OPEN_FOR = timedelta(days=60)
A_YEAR = timedelta(days=366)
LONGEST_NAME = 60
Made = tuple[Path, int]
"""A file, and the line that is new."""


@dataclass(frozen=True, slots=True)
class NewOptions:
    """The options as they were typed; None for one that was not.

    kind, type: of an offer, the same. force: although the name exists.
    translation_of: a text, by its path, its name or its slug; lang: the language of the new one.
    members_only: a text that the public does not read.
    """

    name: str = ""
    start: str | None = None
    duration: str | None = None
    venue: str | None = None
    town: str | None = None
    type: str | None = None
    person: bool = False
    kind: str | None = None
    date: str | None = None
    id: str | None = None
    force: bool = False
    governance: bool = False
    translation_of: str | None = None
    lang: str | None = None
    members_only: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(name for name in self.__dataclass_fields__ if name != "name" and getattr(self, name))


def length(options: NewOptions) -> str | None:
    """Of the event: a time needs one, a day has none."""
    has_time = isinstance(accepted(moment, options.start or "", "start"), datetime)
    if not has_time:
        if options.duration:
            raise WrongUsage(
                sentence("--duration goes with a start that has a time, such as 2027-03-18 18h30.")
            )
        return None
    text = options.duration or "2h"
    accepted(duration, text, "duration")
    return text


def offer_kind(options: NewOptions, language: str) -> str:
    """A word of its front matter, or one of everybody; an internship unless another is asked for."""
    kinds = get_args(KindName)
    option, typed = ("kind", options.kind) if options.kind else ("type", options.type)
    if not typed:
        return str(kinds[0])
    found = {
        word: kind for known in OFFERS.values() for kind, listed in known.items() for word in slugs_of(listed)
    }
    kind = typed if typed in kinds else found.get(slug_of(typed))
    if kind is None:
        listed = ", ".join(dict.fromkeys((*offer_words(language), *kinds)))
        said = sentence("found {found}, expected one of: {kinds}", found=typed, kinds=listed)
        raise wrong_option(option, said, None)
    return kind


def slugs_of(listed: str) -> Iterator[Slug]:
    return map(slug_of, listed.split(","))


def accepted(field: Callable[[object], object], text: str, option: str) -> object:
    try:
        return field(text)
    except Refused as no:
        refusal = no.faults[0].refusal
        raise wrong_option(option, refusal.message, refusal.hint) from None


def id_named(text: str, words: Words | None, option: str) -> str:
    """The id that was typed, or that has the name that was typed."""
    if words is None:
        return text
    found = words.id_of(text)
    if found is None:
        message, hint = words.unknown(text)
        raise wrong_option(option, message, hint)
    return found


def wrong_option(option: str, said: Sentence, hint: Sentence | None) -> WrongUsage:
    return WrongUsage(framed(sentence("--{option}: {said}", option=option), said, hint))


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


def new_member(options: NewOptions, folder: SiteFolder) -> Made:
    members = reading(MembersFile, folder.members, folder)
    known = words_of(members)
    own = own_id(options, members.value.members, members.known("members").ids, "membre")
    fields = [("id", own), ("name", options.name), ("kind", "person" if options.person else "organisation")]
    if options.type:
        fields.append(("type", id_named(options.type, known.get("type"), "type")))
    if options.town:
        fields.append(("town", id_named(options.town, known.get("town"), "town")))
    given = {key for key, _ in fields}
    lists = {name: tuple(members.known(name).ids) for name in ("types", "skills", "towns")}
    notes = about_member(lists, options.person, folder.language, folder.today)
    entry = NewEntry(tuple(fields), tuple(note for note in notes if note.partition(":")[0] not in given))
    return added("members", "members", entry, folder)


def new_commission(options: NewOptions, folder: SiteFolder) -> Made:
    commissions = reading(CommissionsFile, folder.commissions, folder)
    taken = commissions.known("commissions").ids
    own = own_id(options, commissions.value.commissions, taken, "commission")
    members = tuple(reading(MembersFile, folder.members, folder).known("members").ids)
    fields = [("id", own), ("name", options.name)]
    if options.governance:
        fields.append(("governance", "true"))
        notes = about_body(members, folder.language, folder.today)
    else:
        notes = about_commission(members, venue_ids(folder), folder.language, folder.today)
    return added("commissions", "commissions", NewEntry(tuple(fields), tuple(notes)), folder)


def new_officer(options: NewOptions, folder: SiteFolder) -> Made:
    """Somebody who acts for the association itself."""
    commissions = reading(CommissionsFile, folder.commissions, folder)
    own = own_id(options, commissions.value.people, commissions.known("people").ids, "personne")
    notes = about_officer(folder.language, folder.today)
    return added(
        "commissions", "people", NewEntry((("id", own), ("name", options.name)), tuple(notes)), folder
    )


def venue_ids(folder: SiteFolder) -> tuple[Slug, ...]:
    return tuple(reading(CommissionsFile, folder.commissions, folder).known("venues").ids)


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


def added(field: str, list_name: str, entry: NewEntry, folder: SiteFolder) -> tuple[Path, int]:
    """The file and the line of the entry, once it is written."""
    path: Path = getattr(folder, field)
    file = folder.name_of(path)
    content = edited(content_of(path), [AddEntries(list_name, [entry])], file)
    if problems := new_problems(folder, field, content):
        raise ContentError(problems)
    save(path, content)
    tree = lenient_tree(content.decode("utf-8"), file)
    return path, tree.data.place(list_name, len(tree.data[list_name]) - 1).line


def new_news(options: NewOptions, folder: SiteFolder) -> Made:
    lines = [*title_lines(options), f"date: {folder.today}", *commented(about_news(folder.language))]
    slug = free_slug(short_slug(options.name, "actualite"), slugs_taken(folder, "news"))
    return new_file(folder, "news", f"{folder.today}-{slug}.md", lines)


def new_event(options: NewOptions, folder: SiteFolder) -> Made:
    words, duration = words_in(folder.language), length(options)
    ends = aligned(f"end: {options.start}", words["last day"])
    venue = aligned(f"venue: {first(venue_ids(folder), words['room'])}", words["venue"])
    lines = [
        *title_lines(options),
        f"start: {options.start}",
        f"duration: {duration}" if duration else f"# {ends}",
        f"venue: {scalar(options.venue, 0, False)}" if options.venue else f"# {venue}",
        *commented(about_event(folder.language)),
    ]
    slug = free_slug(short_slug(options.name, "evenement"), slugs_taken(folder, "events"))
    return new_file(folder, "events", f"{slug}.md", lines)


def new_offer(options: NewOptions, folder: SiteFolder) -> Made:
    words, kind = words_in(folder.language), offer_kind(options, folder.language)
    members = tuple(reading(MembersFile, folder.members, folder).known("members").ids)
    lines = [
        *title_lines(options),
        aligned(f"kind: {kind}", about_offers(kind, folder.language)),
        *(f"# {aligned(f'member: {id_}', words['member'])}" for id_ in members[:1]),
        f"date: {folder.today}",
        aligned(f"expires: {folder.today + OPEN_FOR}", words["expires"]),
        *commented(about_offer(folder.language)),
    ]
    slug = free_slug(short_slug(options.name, "annonce"), slugs_taken(folder, "offers"))
    return new_file(folder, "offers", f"{slug}.md", lines)


def new_page(options: NewOptions, folder: SiteFolder) -> Made:
    slug = free_slug(short_slug(options.name, "page"), slugs_taken(folder, "pages"))
    return new_file(
        folder, "pages", f"{slug}.md", [*title_lines(options), *commented(about_page(folder.language))]
    )


def new_minutes(options: NewOptions, folder: SiteFolder) -> Made:
    """options.name: of the commission, or its id."""
    commission = commission_named(options.name, folder)
    held = options.date or last_date(commission, folder) or ask(HELD, LACKS_DATE, check_day)
    check_day(held)
    lines = [f"commission: {commission}", f"date: {held}", *for_whom(options)]
    lines += commented(about_minutes(folder.language))
    name = f"{held}-{commission}.md"
    if (folder.content / folder.section("minutes") / name).exists():
        raise WrongUsage(sentence("The minutes of that day are there already: {name}.", name=name))
    return new_file(folder, "minutes", name, lines)


HELD = sentence("The day of the meeting (2027-03-18):")
LACKS_DATE = sentence('The day is missing: `python3 tasks.py new minutes "Commission" --date 2027-03-18`.')


def commission_named(text: str, folder: SiteFolder) -> Slug:
    commissions = reading(CommissionsFile, folder.commissions, folder)
    names = {name: entry.id for entry in commissions.value.commissions for _, name in entry.name.versions}
    ids = {slug_of(name): id_ for name, id_ in names.items()} | {id_: id_ for id_ in names.values()}
    if found := ids.get(slug_of(text)):
        return found
    known = commissions.known("commissions")
    near = did_you_mean(text, (*known.ids, *names)) or hint(text, known)
    raise wrong_option("name", UNKNOWN["commissions"](text), near)


def check_day(text: str) -> None:
    accepted(day, text, "date")


def last_date(commission: Slug, folder: SiteFolder) -> str | None:
    """Of its last meeting without minutes; none is known of a site with mistakes."""
    try:
        association = load(folder).association
    except ContentError:
        return None
    written = {minutes.day for minutes in association.minutes if minutes.commission == commission}
    days = (
        occurrence.start.date()
        for one in association.commissions
        if one.id == commission
        for meeting in one.meetings
        for occurrence in meeting.occurrences(folder.today - A_YEAR, folder.today)
        if not occurrence.is_cancelled
    )
    last = max((held for held in days if held not in written), default=None)
    return str(last) if last else None


def title_lines(options: NewOptions) -> list[str]:
    """With its language, where that was typed; the name of a translation says it."""
    language = [f"lang: {options.lang}"] if options.lang and not options.translation_of else []
    return [f"title: {scalar(options.name, 0, False)}", *language, *for_whom(options)]


def for_whom(options: NewOptions) -> list[str]:
    return ["visibility: members"] if options.members_only else []


def commented(notes: Iterator[str]) -> Iterator[str]:
    return (f"# {note}" for note in notes)


def short_slug(title: str, otherwise: Slug) -> Slug:
    """Whole words of it: it becomes an address."""
    slug = slug_of(title)
    if len(slug) <= LONGEST_NAME:
        return slug or otherwise
    return slug[: LONGEST_NAME + 1].rpartition("-")[0] or slug[:LONGEST_NAME]


def slugs_taken(folder: SiteFolder, section: str) -> frozenset[Slug]:
    """The addresses of the texts that are there."""
    files = (folder.content / folder.section(section)).rglob("*.md")
    return frozenset(slug for path in files for slug in slugs(path))


def slugs(path: Path) -> Iterator[Slug]:
    try:
        yield slug_in(path.name, path.name)
        yield str(split(read_text(path, path.name), path.name).tree.data.get("slug", ""))
    except (Mistake, ContentError):
        return


def new_file(
    folder: SiteFolder, section: str, name: str, lines: list[str], language: Language | None = None
) -> Made:
    """A file that would be a problem is not left there."""
    path = folder.content / folder.section(section) / name
    before = set(problems_of(folder))
    body = f"<!-- {words_in(language or folder.language)['body']} -->"
    create(path, "\n".join(("---", *lines, "---", "", body, "")).encode("utf-8"))
    problems = [one for one in problems_of(folder) if one not in before]
    if problems:
        path.unlink()
        raise ContentError(problems)
    return path, 1
