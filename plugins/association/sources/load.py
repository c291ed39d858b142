"""The one way in: from the association's files to what may be published, or to every mistake in them."""

from ..domain.association import Association
from ..domain.imported import ImportedCalendar
from ..domain.slugs import Slug
from ..problems import Place, Severity, in_reading_order, sentence
from .content_files import content_files, obstacle_problems
from .convert.commissions import commissions
from .convert.events import events
from .convert.identity import identity
from .convert.members import roster
from .convert.minutes import minutes
from .convert.news import articles
from .convert.offers import offers
from .convert.pages import pages
from .convert.partners import benefits, partners
from .convert.places import venues
from .convert.registers import Registers
from .convert.tags import Tags
from .convert.vocabulary import Vocabularies
from .convert.words import vocabularies
from .desk import Desk
from .documents import settled
from .foresight.ahead import look_ahead
from .links import follow_links
from .markdown_bounds import check_bounds
from .outline import outline
from .reading import Reading, read
from .shapes.commissions import CommissionsFile
from .shapes.members import MembersFile
from .site import ImageUse, Loaded, SiteFolder, Unpublishable

IMPORTS = "imports"
"""The folder of partners' calendars, in that of the events."""

__all__ = ["ImageUse", "Loaded", "SiteFolder", "Unpublishable", "load"]


def load(site: SiteFolder) -> Loaded:
    """Raises Unpublishable with all problems of all files."""
    desk = Desk(site, content_files(site.content, site.name_of(site.content), site.copied))
    refuse_unspeakable(desk)
    desk.problems.extend(obstacle_problems(desk.files, site.copied))
    association = understood(desk)
    refuse_own_dates(association, desk)
    check_bounds(desk)
    follow_links(desk)
    documents, deposited = settled(desk)
    if any(problem.severity is Severity.ERROR for problem in desk.problems):
        raise Unpublishable(desk.problems, desk.images)
    look_ahead(association, desk)
    return Loaded(
        association,
        warnings=in_reading_order(desk.problems),
        images=tuple(desk.images),
        documents=documents,
        deposited=deposited,
    )


def refuse_unspeakable(desk: Desk) -> None:
    for path in desk.files.unspeakable:
        desk.error(
            Place(desk.files.folder),
            "bad-file-name",
            sentence(
                'the name of the file "{path}" has characters that cannot be shown', path=ascii(path)[1:-1]
            ),
            sentence("give the file another name"),
        )


def understood(desk: Desk) -> Association:
    """Every file read and checked but for links, which may lead to any of them."""
    members_file = read(MembersFile, desk.site.members, desk)
    commissions_file = read(CommissionsFile, desk.site.commissions, desk)
    words = vocabularies(members_file, desk)
    registers = Registers(
        roster=roster(members_file, words, desk),
        venues=venues(commissions_file, words.towns, desk),
        partners=partners(members_file, desk),
        known_partners=members_file.known("partners"),
        known_commissions=commissions_file.known("commissions"),
    )
    return association(members_file, commissions_file, words, registers, desk)


def association(
    members_file: Reading[MembersFile],
    commissions_file: Reading[CommissionsFile],
    words: Vocabularies,
    registers: Registers,
    desk: Desk,
) -> Association:
    members, tags = registers.roster.published, Tags()
    counts = registers.roster.headcounts
    types = words.types.published({member.type.id for member in members if member.type})
    return Association(
        identity=identity(desk),
        types=types,
        skills=words.skills.published({skill.id for member in members for skill in member.skills}),
        towns=words.towns.published(towns_in_use(registers)),
        venues=tuple(registers.venues.by_id.values()),
        members=members,
        partners=tuple(registers.partners.values()),
        benefits=benefits(members_file, desk),
        commissions=commissions(commissions_file, registers, desk),
        articles=articles(registers, tags, desk),
        events=events(registers, tags, desk),
        offers=offers(registers, words, tags, desk),
        minutes=minutes(registers, tags, desk),
        calendars=partner_calendars(desk),
        pages=pages(desk),
        headcounts=tuple((type_.id, counts[type_.id]) for type_ in types),
        unpublished=registers.roster.unpublished,
        withheld=registers.roster.withheld,
        outline=outline(words.towns.published(towns_in_use(registers)), desk),
    )


def partner_calendars(desk: Desk) -> tuple[ImportedCalendar, ...]:
    paths = tuple(desk.files.below(f"{desk.site.section('events')}/{IMPORTS}", ".ics"))
    if not paths:
        return ()
    from .convert.imports import calendars  # only now: importing icalendar takes a tenth of a second

    return calendars(paths, desk)


def refuse_own_dates(association: Association, desk: Desk) -> None:
    if association.calendars:
        from .convert.imports import check_own_uids

        check_own_uids(association, desk)


def towns_in_use(registers: Registers) -> frozenset[Slug]:
    """Of published members and of rooms."""
    members = registers.roster.published
    own = {member.town.id for member in members if member.town}
    served = {town.id for member in members for town in member.serves}
    rooms = {venue.town.id for venue in registers.venues.by_id.values() if venue.town}
    return frozenset(own | served | rooms)
