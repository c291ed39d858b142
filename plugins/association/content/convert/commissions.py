"""Commissions: who leads them, who takes part, when they meet.

A member leads one through one of its people. Whoever may not be named has the seat without a name, so that it
is not offered to others.
"""

from datetime import date
from functools import partial

from ...domain.association import by_name
from ...domain.commissions import Commission, Mandate, Unnamed
from ...domain.members import Person
from ...domain.text import fold
from ...problems import Place, Sentence, sentence
from ..context import SHORT_LIST, LoadContext, Reading, check
from ..markdown_files import follow_later, prose, read_later
from ..schema.commissions import ChairShape, CommissionsFile, CommissionShape
from ..suggestions import did_you_mean
from .meetings import meetings
from .members import covers
from .registers import MemberEntry, Registers, Roster


def commissions(
    reading: Reading[CommissionsFile], registers: Registers, context: LoadContext
) -> tuple[Commission, ...]:
    return tuple(commission(shape, registers, context) for shape in reading.value.commissions)


def commission(shape: CommissionShape, registers: Registers, context: LoadContext) -> Commission:
    context.notes.places["minutes", shape.id] = partial(shape.key_place, "minutes")
    read_later(shape.description, shape, "description", context)
    follow_later(shape.charter, shape, "charter", context)
    if shape.contact:
        follow_later(shape.contact.url, shape.contact, "url", context)
    return Commission(
        id=shape.id,
        name=shape.name,
        kind=shape.kind,
        mission=shape.mission,
        description=prose(shape.description),
        chairs=mandates(shape.chairs, registers.roster, context),
        members=by_name(registers.roster.named(shape.members, shape, "members", context)),
        partners=registers.partners_named(shape.partners, shape, context),
        email=shape.contact.email if shape.contact else None,
        url=shape.contact.url if shape.contact else None,
        charter=shape.charter,
        meetings=meetings(shape, registers.venues, context),
        expects_minutes=shape.minutes == "expected",
        awaits_head=awaits_head(shape.chairs, registers.roster, context.site.today),
    )


def mandates(shapes: tuple[ChairShape, ...], roster: Roster, context: LoadContext) -> tuple[Mandate, ...]:
    """Seats of published members, and those of others without a word of who they are."""
    seats = (mandate(shape, roster, context) for shape in shapes)
    return tuple(seat for seat in seats if seat)


def awaits_head(shapes: tuple[ChairShape, ...], roster: Roster, today: date) -> bool:
    """Whether a mandate is still to begin, of whomever."""
    entries = ((shape, roster.entries.get(shape.member)) for shape in shapes)
    return any(
        shape.since and shape.since > today and entry and not entry.has_left for shape, entry in entries
    )


def mandate(shape: ChairShape, roster: Roster, context: LoadContext) -> Mandate | None:
    check_term(shape, context)
    entry = roster.entries.get(shape.member)
    if entry is None:
        check(shape.member, roster.known, shape.place("member"), context)
        return None
    person = person_named(shape.person, entry, shape.place("person"), context) if shape.person else None
    today = context.site.today
    if entry.member is None or is_withheld(shape, person, entry):
        return nameless(entry) if is_in_office(shape, entry, today) else None
    role = shape.role if may_tell_role(person, entry, today) else None
    return Mandate(entry.member, person, role, shape.since, shape.until)


def is_withheld(shape: ChairShape, person: Person | None, entry: MemberEntry) -> bool:
    """Somebody is meant who may not be named, and it is not the member itself."""
    return shape.person is not None and person is None and not is_itself(shape.person, entry)


def is_itself(name: str, entry: MemberEntry) -> bool:
    """A member who is a person may be named as such."""
    names = (fold(version) for _, version in entry.shape.name.versions)
    return entry.shape.kind == "person" and fold(name) in names


def nameless(entry: MemberEntry) -> Mandate:
    if entry.member is None and not (entry.shape.kind == "person" and entry.shape.listed):
        return Mandate(None, unnamed=Unnamed.UNLISTED)
    return Mandate(entry.member, unnamed=Unnamed.WITHHELD)


def is_in_office(shape: ChairShape, entry: MemberEntry, today: date) -> bool:
    """The seat of a member that has left is free."""
    term = Mandate(entry.member, since=shape.since, until=shape.until)
    return term.is_current(today) and not entry.has_left


def may_tell_role(person: Person | None, entry: MemberEntry, today: date) -> bool:
    """A seat of an organisation has its role; that of somebody who is named is theirs to show or not."""
    if entry.shape.kind == "person" and not covers("role", entry.shape.consent, today):
        return False
    return person is None or covers("role", entry.shape.people[entry.people.index(person)].consent, today)


def check_term(shape: ChairShape, context: LoadContext) -> None:
    if shape.since and shape.until and shape.until < shape.since:
        context.error(
            shape.place("until"),
            "ends-before-start",
            sentence('this ends on {until}, before "since" ({since})', until=shape.until, since=shape.since),
            sentence("check both dates"),
        )


def person_named(name: str, entry: MemberEntry, place: Place, context: LoadContext) -> Person | None:
    """The person of that name, if they may be shown; a member who is a person may be named too."""
    names = {fold(person.name): index for index, person in reversed(list(enumerate(entry.shape.people)))}
    if fold(name) in names:
        person = entry.people[names[fold(name)]]
        return person if entry.member and person in entry.member.people else None
    if not is_itself(name, entry):
        context.error(
            place,
            "unknown-reference",
            sentence('"{member}" has nobody named "{person}"', member=entry.shape.name, person=name),
            who_else(name, entry),
        )
    return None


def who_else(name: str, entry: MemberEntry) -> Sentence:
    names = tuple(person.name for person in entry.shape.people)
    near = did_you_mean(name, names)
    if near or not 0 < len(names) <= SHORT_LIST:
        return near or sentence('add this name to "people" of "{member}" first', member=entry.shape.id)
    return sentence("write one of: {ids}", ids=", ".join(names))
