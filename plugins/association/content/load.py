"""The one way in: from the association's files to what may be published, or to every mistake in them."""

from dataclasses import replace
from functools import partial

from ..domain.association import Association
from ..domain.events import ImportedCalendar
from ..domain.text import Slug
from ..problems import Place, Severity, in_reading_order, sentence
from .checks.agenda import check_dates
from .context import LoadContext, LoadMemory, Reading, read
from .convert.commissions import commissions
from .convert.events import events
from .convert.identity import identity
from .convert.members import benefits, partners, roster
from .convert.registers import Registers
from .convert.texts import Tags, articles, minutes, offers, pages
from .convert.vocabularies import venues, vocabularies
from .convert.vocabulary import Vocabularies
from .documents import settled
from .geojson import outline
from .links import follow_links
from .markdown_bounds import check_bounds
from .schema.commissions import CommissionsFile
from .schema.members import MembersFile
from .site import ImageUse, Loaded, SiteFolder, Unpublishable, content_files, obstacle_problems

IMPORTS = "imports"
"""The folder of partners' calendars, in that of the events."""

__all__ = ["ImageUse", "LoadMemory", "Loaded", "SiteFolder", "Unpublishable", "load"]


def load(site: SiteFolder, memory: LoadMemory | None = None) -> Loaded:
    """Raises Unpublishable with all problems of all files. memory: of former loads in this process."""
    files = content_files(site.content, site.name_of(site.content), site.copied)
    context = LoadContext(site, files, memory or LoadMemory())
    refuse_unspeakable(context)
    context.problems.extend(obstacle_problems(context.files, site.copied))
    association = association_of_files(context)
    refuse_own_dates(association, context)
    check_bounds(context)
    follow_links(context)
    documents, deposited = settled(context)
    if any(problem.severity is Severity.ERROR for problem in context.problems):
        raise Unpublishable(context.problems, context.images)
    check_dates(association, context)
    return Loaded(
        association,
        warnings=in_reading_order(context.problems),
        images=tuple(context.images),
        documents=documents,
        deposited=deposited,
        member_lines={
            member.id: context.places["member", member.id]().line for member in association.members
        },
    )


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


def association_of_files(context: LoadContext) -> Association:
    """Every file read and checked but for links, which may lead to any of them."""
    members_file = read(MembersFile, context.site.members, context)
    commissions_file = read(CommissionsFile, context.site.commissions, context)
    words = vocabularies(members_file, context)
    registers = Registers(
        roster=roster(members_file, words, context),
        venues=venues(commissions_file, words.towns, context),
        partners=partners(members_file, context),
        known_partners=members_file.known("partners"),
        known_commissions=commissions_file.known("commissions"),
    )
    return association(members_file, commissions_file, words, registers, context)


def association(
    members_file: Reading[MembersFile],
    commissions_file: Reading[CommissionsFile],
    words: Vocabularies,
    registers: Registers,
    context: LoadContext,
) -> Association:
    members, tags = registers.roster.published, Tags()
    counts = registers.roster.headcounts
    types = words.types.published({member.type.id for member in members if member.type})
    whole = Association(
        identity=identity(context),
        types=types,
        skills=words.skills.published({skill.id for member in members for skill in member.skills}),
        towns=words.towns.published(towns_in_use(registers)),
        venues=tuple(registers.venues.by_id.values()),
        members=members,
        partners=tuple(registers.partners.values()),
        benefits=benefits(members_file, context),
        commissions=commissions(commissions_file, registers, context),
        articles=articles(registers, tags, context),
        events=events(registers, tags, context),
        offers=offers(registers, words, tags, context),
        minutes=minutes(registers, tags, context),
        calendars=partner_calendars(context),
        pages=pages(context),
        headcounts=tuple((type_.id, counts[type_.id]) for type_ in types),
        unpublished=registers.roster.unpublished,
        withheld=registers.roster.withheld,
        outline=outline(words.towns.published(towns_in_use(registers)), context),
    )
    return remembered(whole, context.memory)


def remembered(whole: Association, memory: LoadMemory, view: str = "") -> Association:
    """Of the things that have not changed, the objects of the last load. view: of several of it, which."""
    same = partial(memory.same, view)
    return replace(
        whole,
        skills=tuple(same("skill", one.id, value=one) for one in whole.skills),
        towns=tuple(same("town", one.id, value=one) for one in whole.towns),
        members=tuple(same("member", one.id, value=one) for one in whole.members),
        commissions=tuple(same("commission", one.id, value=one) for one in whole.commissions),
        articles=tuple(same("article", one.source, value=one) for one in whole.articles),
        events=tuple(same("event", one.source, value=one) for one in whole.events),
        offers=tuple(same("offer", one.source, value=one) for one in whole.offers),
        minutes=tuple(same("minutes", one.source, value=one) for one in whole.minutes),
        calendars=tuple(same("calendar", one.source, value=one) for one in whole.calendars),
        pages=tuple(same("page", one.source, value=one) for one in whole.pages),
    )


def partner_calendars(context: LoadContext) -> tuple[ImportedCalendar, ...]:
    paths = tuple(context.files.below(f"{context.site.section('events')}/{IMPORTS}", ".ics"))
    if not paths:
        return ()
    from .convert.calendars import calendars  # only now: importing icalendar takes a tenth of a second

    return calendars(paths, context)


def refuse_own_dates(association: Association, context: LoadContext) -> None:
    if association.calendars:
        from .convert.calendars import check_own_uids

        check_own_uids(association, context)


def towns_in_use(registers: Registers) -> frozenset[Slug]:
    """Of published members and of rooms."""
    members = registers.roster.published
    own = {member.town.id for member in members if member.town}
    served = {town.id for member in members for town in member.serves}
    rooms = {venue.town.id for venue in registers.venues.by_id.values() if venue.town}
    return frozenset(own | served | rooms)
