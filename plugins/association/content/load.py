"""The one way in: from the association's files to what may be published, or to every mistake in them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from operator import attrgetter
from typing import Any

from ..collation import in_order, with_names_in_order
from ..domain.association import Association, Identity
from ..domain.commissions import Commission
from ..domain.events import ImportedCalendar
from ..domain.languages import in_language
from ..domain.meetings import Meeting
from ..domain.members import Benefit, Partner
from ..domain.text import Language, Slug
from ..problems import Place, Severity, in_reading_order, sentence
from .blog import tell_moved_pages
from .checks.agenda import check_dates
from .checks.half_private import half_private
from .context import Known, LoadContext, Reading, read
from .convert.blog import blog_articles, blog_pages, in_folders_of_languages
from .convert.commissions import commissions
from .convert.events import events
from .convert.for_members import for_members, has_content
from .convert.identity import identity
from .convert.members import benefits, partners, roster, withheld_contacts
from .convert.officers import officers
from .convert.registers import Names, Registers, Roster
from .convert.texts import (
    Tags,
    articles,
    in_order_of_menu,
    latest_articles_first,
    minutes,
    offers,
    pages,
)
from .convert.vocabularies import venues, vocabularies
from .convert.vocabulary import Vocabularies
from .documents import settled
from .geojson import outline
from .links import follow_links, follow_pages
from .markdown_bounds import check_bounds
from .memory import LoadMemory
from .notes import Notes
from .schema.commissions import CalendarShape, CommissionsFile
from .schema.members import MembersFile
from .site import (
    IMPORTS,
    Destinations,
    ImageUse,
    Loaded,
    SiteFolder,
    Unpublishable,
    content_files,
    obstacle_problems,
)
from .unread import unread_files

__all__ = ["ByLanguage", "ImageUse", "LoadMemory", "Loaded", "SiteFolder", "Unpublishable", "load"]


ByLanguage = Mapping[Language, Association]
Knowing = Callable[[ByLanguage, Mapping[str, Slug]], Destinations]
"""Tells where links may lead, given also the slugs of texts that are not published, by their paths."""


def load(site: SiteFolder, memory: LoadMemory | None = None, knowing: Knowing | None = None) -> Loaded:
    """Raises Unpublishable with all problems of all files. memory: of former loads in this process."""
    context = context_of(site, memory or LoadMemory(lasts=False))
    refuse_unspeakable(context)
    context.notes.problems.extend(obstacle_problems(context.files, site.copied))
    entries, association = association_of_files(context)
    reserved = remembered(for_members(association, context), context.memory, "for members")
    written = without_own_dates(knowing_of(reserved, association, context), context)
    by_language = editions(written, context)
    check_texts(context)
    if knowing and is_sound(context):
        context.destinations = knowing(by_language, context.gathered.slugs)
    check_links(context)
    documents, deposited = settled(context)
    notes = context.notes
    notes.problems.extend(half_private(written, reserved, context))
    notes.problems.extend(unread_files(context))
    if not is_sound(context):
        raise Unpublishable(notes.problems, (*notes.images, *notes.members_images))
    look_ahead(by_language[site.language], context)
    return Loaded(
        written,
        by_language,
        warnings=in_reading_order(notes.problems),
        images=tuple(notes.images),
        documents=documents,
        deposited=deposited,
        reserved=reserved,
        reserved_by_language=editions(reserved, context, "for members "),
        members_images=tuple(notes.members_images),
        members_documents=notes.members_only(deposited - documents),
        members_texts=notes.for_members,
        titles_shown=frozenset(notes.titles_shown),
        member_lines=entries.member_lines,
        of_blog=frozenset(context.gathered.of_blog),
        waiting=notes.waiting,
        coming_slugs={path: slug for path, slug in context.gathered.slugs.items() if notes.waiting.get(path)},
        aliases=tuple(notes.aliases),
    )


def context_of(site: SiteFolder, memory: LoadMemory) -> LoadContext:
    memory.begin(site)
    files = content_files(site.content, site.name_of(site.content), site.copied)
    notes = Notes()
    return LoadContext(site, memory.same("files", value=files), memory, notes, gathered=notes)


def is_sound(context: LoadContext) -> bool:
    """Whether all that is written has been read: else a page may be missing that a link leads to."""
    return all(problem.severity is Severity.WARNING for problem in context.notes.problems)


def refuse_unspeakable(context: LoadContext) -> None:
    for path in context.files.unspeakable:
        context.error(
            Place(context.files.folder),
            "bad-file-name",
            sentence(
                'the name of the file "{path}" has characters that cannot be shown', path=ascii(path)[1:-1]
            ),
            sentence("give the file another name"),
        )


@dataclass(frozen=True, slots=True, eq=False)
class MembersPart:
    """What the file of members says; the same object as long as nothing of it changes."""

    words: Vocabularies
    roster: Roster
    partners: Mapping[Slug, Partner]
    known_partners: Known
    withheld_contacts: int
    benefits: tuple[Benefit, ...]
    member_lines: Mapping[Slug, int]


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """What both files of entries say: of the association all that is neither in the settings nor in content/.

    member_lines: on which line the entry of each published member begins.
    """

    association: Association
    words: Vocabularies
    names: Names
    calendars: tuple[CalendarShape, ...]
    member_lines: Mapping[Slug, int]


def association_of_files(context: LoadContext) -> tuple[Entries, Association]:
    """Every file read and checked but for links, which may lead to any of them."""
    members_file = read(MembersFile, context.site.members, context)
    commissions_file = read(CommissionsFile, context.site.commissions, context)
    members = context.remembered(
        ("members",), (members_file.source, context.files), partial(members_part, members_file)
    )
    entries = context.remembered(
        ("entries",), (members, commissions_file.source), partial(entries_of, members, commissions_file)
    )
    return entries, remembered(with_texts(entries, context), context.memory)


def members_part(members_file: Reading[MembersFile], context: LoadContext) -> MembersPart:
    words = vocabularies(members_file, context)
    members = roster(members_file, words, context)
    return MembersPart(
        words,
        members,
        partners(members_file, context),
        members_file.known("partners"),
        withheld_contacts(members_file, context.site.today),
        benefits(members_file, context),
        {id_: entry.shape.place().line for id_, entry in members.entries.items() if entry.member},
    )


def entries_of(
    members: MembersPart, commissions_file: Reading[CommissionsFile], context: LoadContext
) -> Entries:
    words = members.words.copied()
    registers = Registers(
        roster=members.roster,
        officers=officers(commissions_file, context),
        venues=venues(commissions_file, words.towns, context),
        partners=members.partners,
        known_partners=members.known_partners,
        withheld_contacts=members.withheld_contacts,
        known_commissions=commissions_file.known("commissions"),
    )
    found = commissions(commissions_file, registers, context)
    reserved = rooms_for_members(found, context)
    whole = without_texts(words, registers, members.benefits, found, reserved)
    names = context.memory.same("names", value=registers.names)
    declared = commissions_file.value.calendars
    return Entries(remembered(whole, context.memory, "entries"), words, names, declared, members.member_lines)


def without_texts(
    words: Vocabularies,
    registers: Registers,
    benefits: tuple[Benefit, ...],
    commissions: tuple[Commission, ...],
    reserved: frozenset[Slug],
) -> Association:
    """reserved: the ids of rooms that only members hear of."""
    members, counts = registers.roster.published, registers.roster.headcounts
    types = words.types.published({member.type.id for member in members if member.type})
    return Association(
        identity=Identity(name=""),
        types=types,
        skills=words.skills.published({skill.id for member in members for skill in member.skills}),
        towns=words.towns.published(towns_in_use(registers, reserved)),
        venues=tuple(registers.venues.by_id.values()),
        members=members,
        partners=tuple(registers.partners.values()),
        people=registers.officers.published,
        benefits=benefits,
        commissions=commissions,
        headcounts=tuple((type_.id, counts[type_.id]) for type_ in types),
        unpublished=registers.roster.unpublished,
        regions=registers.roster.regions,
        withheld=registers.withheld,
    )


def with_texts(entries: Entries, context: LoadContext) -> Association:
    names, tags = entries.names, Tags()
    news = articles(names, tags, context)
    blog, unlisted = blog_articles(names, tags, context)
    if blog:
        tell_moved_pages(context)
    return replace(
        entries.association,
        identity=context.noted(("identity",), identity),
        articles=latest_articles_first((*news, *blog)) if blog else news,
        unlisted=unlisted,
        events=events(names, tags, context),
        offers=offers(names, entries.words.copied(), tags, context),
        minutes=minutes(names, tags, context),
        calendars=called(entries.calendars, partner_calendars(context), context),
        pages=in_order_of_menu((*pages(context), *blog_pages(context))),
        outline=outline(entries.association.towns, context),
    )


NAMED_BY: Mapping[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("skills", "towns", "members", "people", "commissions"), attrgetter("id")),
    **dict.fromkeys(("articles", "unlisted", "events", "offers", "minutes", "pages"), attrgetter("source")),
    "calendars": attrgetter("source", "name"),
}
"""What tells the things of an association from one another, by the name of the attribute that holds them."""


def remembered(whole: Association, memory: LoadMemory, view: str = "") -> Association:
    """Of what has not changed, the objects of the last load. view: of several of it, which."""
    names = (part.name for part in fields(whole) if part.init)
    parts: dict[str, Any] = {
        name: remembered_part(name, getattr(whole, name), memory, view) for name in names
    }
    return memory.same(view, "association", value=Association(**parts))


def remembered_part(name: str, value: Any, memory: LoadMemory, view: str) -> object:
    """The former one, if it is equal; else one of what it still has of the former."""
    known = memory.same(view, name, value=value)
    if known is not value or name not in NAMED_BY:
        return known
    same, named = partial(memory.same, view, name), NAMED_BY[name]
    return memory.same(view, name, value=tuple(same(named(one), value=one) for one in value))


def check_texts(context: LoadContext) -> None:
    """Their bounds, before anything else looks at them."""
    for key, part in tuple(context.gathered.parts):
        context.remembered(("bounds", *key), (part,), partial(check_bounds, part.passages))


def check_links(context: LoadContext) -> None:
    """Of all texts, once every file is known. What may be meant by a wrong one depends on all pages."""
    gathered = context.gathered
    kinds = (gathered.unpublished, gathered.for_members, gathered.titles_shown, gathered.of_blog)
    gone = context.memory.same("unpublished", value=tuple(map(frozenset, kinds)))
    for key, part in tuple(gathered.parts):
        before = context.found
        context.remembered(("links", *key), (part, context.files, gone), partial(follow_links, part))
        if context.found > before:
            context.memory.outcomes.pop(("links", *key), None)
    follow_pages(tuple(gathered.parts), context)


def look_ahead(association: Association, context: LoadContext) -> None:
    gathered = context.gathered
    looked_at = association.only("commissions", "events", "towns")
    inputs = (looked_at, gathered.places, gathered.minuted, gathered.terms, gathered.reserved)
    context.remembered(("dates",), inputs, partial(check_dates, looked_at))


def partner_calendars(context: LoadContext) -> tuple[ImportedCalendar, ...]:
    paths = tuple(context.files.below(f"{context.site.section('events')}/{IMPORTS}", ".ics"))
    if not paths:
        return ()
    from .convert.calendars import calendars  # only now: importing icalendar takes a tenth of a second

    return calendars(paths, context)


def without_own_dates(association: Association, context: LoadContext) -> Association:
    if not association.calendars:
        return association
    from .convert.calendars import without_own_dates

    looked_at = association.only("commissions", "events", "calendars")
    reserved = for_members(association, context).only("commissions", "events")
    make = partial(without_own_dates, looked_at, reserved)
    calendars = context.remembered(("own dates",), (looked_at, reserved), make).calendars
    return context.memory.same("shown", "association", value=replace(association, calendars=calendars))


def rooms_for_members(commissions: Iterable[Commission], context: LoadContext) -> frozenset[Slug]:
    """Those of private meetings in which no public one takes place."""
    public = (meeting for one in commissions for meeting in one.meetings)
    private = (meeting for own in context.notes.reserved.values() for meeting in own)
    return rooms_of(private) - rooms_of(public)


def rooms_of(meetings: Iterable[Meeting]) -> frozenset[Slug]:
    rooms = (room for one in meetings for room in (one.venue, *(move.venue for move in one.moved)))
    return frozenset(room.id for room in rooms if room and room.id)


def towns_in_use(registers: Registers, reserved: frozenset[Slug]) -> frozenset[Slug]:
    """Of published members and of rooms, but those that only members hear of."""
    members = registers.roster.published
    own = {member.town.id for member in members if member.town}
    served = {town.id for member in members for town in member.serves}
    told = (venue for id_, venue in registers.venues.by_id.items() if id_ not in reserved)
    rooms = {venue.town.id for venue in told if venue.town}
    return frozenset(own | served | rooms)


def knowing_of(reserved: Association, public: Association, context: LoadContext) -> Association:
    """The public one, which knows whether there is anything for members."""
    known = replace(public, keeps_for_members=has_content(reserved))
    return context.memory.same("known", value=known)


def editions(written: Association, context: LoadContext, view: str = "") -> ByLanguage:
    return {language: edition(written, language, context, view) for language in context.site.languages}


def edition(written: Association, language: Language, context: LoadContext, view: str = "") -> Association:
    """view: of several associations, which."""
    languages = context.site.languages

    def made(context: LoadContext) -> Association:
        found = in_language(written, language, languages)
        if len(languages) > 1:
            found = in_folders_of_languages(found, language, languages[0])
        if found is written:
            return written
        return remembered(with_names_in_order(found), context.memory, f"{view}in {language}")

    return context.remembered((f"{view}in", language), (written,), made)


def called(
    declared: Iterable[CalendarShape], calendars: Iterable[ImportedCalendar], context: LoadContext
) -> tuple[ImportedCalendar, ...]:
    """As the association calls those whose id their file has, however it came there; by their titles."""
    folder = f"{context.site.section('events')}/{IMPORTS}"
    names = {f"{folder}/{shape.id}": shape.name for shape in declared}
    named = (replace(one, called=names.get(one.source[: -len(".ics")])) for one in calendars)
    return in_order(named, lambda one: one.title, lambda one: one.source)
