"""`new`: a member, a commission, a news item, an event, an offer, to be filled in. Nothing is overwritten.

A new entry has what can be filled in as comments.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import get_args

from ..content.context import Mistake, Reading, ShapeT
from ..content.fields import Refused
from ..content.fields.dates import duration, moment
from ..content.fields.ids import LONGEST_ID
from ..content.load import SiteFolder
from ..content.markdown_files import slug_in
from ..content.schema.commissions import CommissionsFile
from ..content.schema.members import MembersFile
from ..content.schema.texts import KindName
from ..content.schema.validation import parse
from ..content.yaml.editor import AddEntries, NewEntry, edited
from ..content.yaml.front_matter import split
from ..content.yaml.reader import lenient_tree
from ..content.yaml.source import read_text
from ..content.yaml.text_edits import scalar
from ..domain.text import Slug, slug_of
from ..problems import ContentError, Sentence, sentence
from ..spreadsheet.mapping import Words, words_of
from ..spreadsheet.rows import framed
from .files import content_of, create, folder_of, name_shown, new_problems, problems_of, save
from .language import translate
from .outcome import FINE, WrongUsage, ask

__all__ = ["KINDS", "NewOptions", "new"]

TUESDAY = 1
OPEN_FOR = timedelta(days=60)
BODY = "<!-- Le texte commence ici. -->"
LONGEST_NAME = 60
STARTS = sentence("Its day, and its time if it has one (2027-03-18 18h30):")
LACKS_START = sentence('The day is missing: `python3 tasks.py new event "Title" --start 2027-03-18`.')


@dataclass(frozen=True, slots=True)
class NewOptions:
    """The options as they were typed; None for one that was not."""

    name: str = ""
    start: str | None = None
    duration: str | None = None
    venue: str | None = None
    town: str | None = None
    type: str | None = None
    person: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        names = ("start", "duration", "venue", "town", "type", "person")
        return tuple(name for name in names if getattr(self, name))


@dataclass(frozen=True, slots=True)
class NewKind:
    """asks_name: the question for its name. options: those it takes, as they are typed."""

    make: Callable[[NewOptions, SiteFolder], tuple[Path, int]]
    asks_name: Sentence
    lacks_name: Sentence
    options: tuple[str, ...] = ()


def new(name: str, options: NewOptions, site: Path) -> int:
    kind = KINDS.get(name)
    if kind is None:
        raise WrongUsage(
            sentence(
                'Say what to add: `python3 tasks.py new KIND "Name"`; KIND is one of: {kinds}.',
                kinds=", ".join(KINDS),
            )
        )
    refuse_options(name, kind, options)
    folder = folder_of(site)
    path, line = kind.make(answered(kind, options), folder)
    print(f"{name_shown(path)}:{line}")
    print(
        translate(
            "Remove the # before the lines you need and complete them; `python3 tasks.py check` verifies."
        )
    )
    return FINE


def refuse_options(name: str, kind: NewKind, options: NewOptions) -> None:
    for option in options.options:
        if option not in kind.options:
            raise WrongUsage(sentence("A {kind} takes no option --{option}.", kind=name, option=option))


def answered(kind: NewKind, options: NewOptions) -> NewOptions:
    """What was not typed is asked, when somebody is there to answer."""
    name = options.name.strip() or ask(kind.asks_name, kind.lacks_name)
    if "start" not in kind.options:
        return replace(options, name=name)
    start = options.start or ask(STARTS, LACKS_START, check_start)
    return replace(options, name=name, start=start)


def check_start(text: str) -> None:
    accepted(moment, text, "start")


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


def offer_kind(options: NewOptions) -> str:
    """Of the offer: a word of its front matter; an internship unless another is asked for."""
    kinds = get_args(KindName)
    if options.type and options.type not in kinds:
        said = sentence("found {found}, expected one of: {kinds}", found=options.type, kinds=", ".join(kinds))
        raise wrong_option("type", said, None)
    return options.type or kinds[0]


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


def new_member(options: NewOptions, folder: SiteFolder) -> tuple[Path, int]:
    members = reading(MembersFile, folder.members, folder)
    words = words_of(members)
    own = free_slug(slug_of(options.name) or "membre", members.known("members").ids)
    fields = [("id", own), ("name", options.name), ("kind", "person" if options.person else "organisation")]
    if options.type:
        fields.append(("type", id_named(options.type, words.get("type"), "type")))
    if options.town:
        fields.append(("town", id_named(options.town, words.get("town"), "town")))
    given = {key for key, _ in fields}
    notes = tuple(
        note for note in notes_of_member(members, options, folder.today) if key_of(note) not in given
    )
    return added("members", "members", NewEntry(tuple(fields), notes), folder)


def new_commission(options: NewOptions, folder: SiteFolder) -> tuple[Path, int]:
    commissions = reading(CommissionsFile, folder.commissions, folder)
    own = free_slug(slug_of(options.name) or "commission", commissions.known("commissions").ids)
    members = reading(MembersFile, folder.members, folder).known("members").ids
    venues = commissions.known("venues").ids
    notes = tuple(notes_of_commission(members, venues, folder.today))
    entry = NewEntry((("id", own), ("name", options.name)), notes)
    return added("commissions", "commissions", entry, folder)


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


def key_of(note: str) -> str:
    return note.partition(":")[0]


def notes_of_member(members: Reading[MembersFile], options: NewOptions, today: date) -> Iterator[str]:
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
    if options.person:
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


def new_news(options: NewOptions, folder: SiteFolder) -> tuple[Path, int]:
    lines = [
        f"title: {scalar(options.name, 0, False)}",
        f"date: {folder.today}",
        "# summary: Une ou deux phrases, pour les listes et les moteurs de recherche.",
        "# tags: [entraide]",
        aligned("# image: images/photo.jpg", "une image de content/images, avec sa description :"),
        "# image_alt: Ce que montre l’image.",
    ]
    slug = free_slug(short_slug(options.name, "actualite"), slugs_taken(folder, "news"))
    return new_file(folder, "news", f"{folder.today}-{slug}.md", lines)


def new_event(options: NewOptions, folder: SiteFolder) -> tuple[Path, int]:
    duration = length(options)
    venues = reading(CommissionsFile, folder.commissions, folder).known("venues").ids
    lines = [f"title: {scalar(options.name, 0, False)}", f"start: {options.start}"]
    lines += (
        [f"duration: {duration}"]
        if duration
        else ["# end: " + aligned(options.start or "", "dernier jour, compris")]
    )
    venue = aligned(
        f"# venue: {next(iter(venues), 'Salle de réunion')}", "un « id » de commissions.yaml, ou un texte"
    )
    lines += [f"venue: {scalar(options.venue, 0, False)}" if options.venue else venue]
    lines += [
        "# summary: Une ou deux phrases, pour les listes et les moteurs de recherche.",
        "# registration: https://www.exemple.fr/inscription",
        "# price: Gratuit",
    ]
    slug = free_slug(short_slug(options.name, "evenement"), slugs_taken(folder, "events"))
    return new_file(folder, "events", f"{slug}.md", lines)


def new_offer(options: NewOptions, folder: SiteFolder) -> tuple[Path, int]:
    members = reading(MembersFile, folder.members, folder).known("members").ids
    kind = aligned(f"kind: {offer_kind(options)}", f"ou {', '.join(get_args(KindName))}")
    lines = [
        f"title: {scalar(options.name, 0, False)}",
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
    slug = free_slug(short_slug(options.name, "annonce"), slugs_taken(folder, "offers"))
    return new_file(folder, "offers", f"{slug}.md", lines)


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


def new_file(folder: SiteFolder, section: str, name: str, lines: list[str]) -> tuple[Path, int]:
    """A file that would be a problem is not left there."""
    path = folder.content / folder.section(section) / name
    before = set(problems_of(folder))
    create(path, "\n".join(("---", *lines, "---", "", BODY, "")).encode("utf-8"))
    problems = [one for one in problems_of(folder) if one not in before]
    if problems:
        path.unlink()
        raise ContentError(problems)
    return path, 1


KINDS: Mapping[str, NewKind] = {
    "member": NewKind(
        new_member,
        sentence("Name of the member:"),
        sentence('The name is missing: `python3 tasks.py new member "Name"`.'),
        ("town", "type", "person"),
    ),
    "news": NewKind(
        new_news,
        sentence("Title of the news item:"),
        sentence('The title is missing: `python3 tasks.py new news "Title"`.'),
    ),
    "event": NewKind(
        new_event,
        sentence("Title of the event:"),
        sentence('The title is missing: `python3 tasks.py new event "Title" --start 2027-03-18`.'),
        ("start", "duration", "venue"),
    ),
    "offer": NewKind(
        new_offer,
        sentence("Title of the offer:"),
        sentence('The title is missing: `python3 tasks.py new offer "Title"`.'),
        ("type",),
    ),
    "commission": NewKind(
        new_commission,
        sentence("Name of the commission:"),
        sentence('The name is missing: `python3 tasks.py new commission "Name"`.'),
    ),
}
