"""Who leads a commission: a member, through one of its people.

Whoever may not be named has the seat without a name, so that it is not offered to others.
"""

from datetime import date

from ...domain.commission import Mandate, Unnamed
from ...domain.member import Person
from ...domain.slugs import fold
from ...problems import Sentence, sentence
from ..desk import Desk
from ..nearest import did_you_mean
from ..references import SHORT_LIST, check
from ..shapes.commissions import ChairShape
from ..spots import Spot
from .consent import covers
from .members import Entry, Roster


def mandates(shapes: tuple[ChairShape, ...], spot: Spot, roster: Roster, desk: Desk) -> tuple[Mandate, ...]:
    """Seats of published members, and those of others without a word of who they are."""
    seats = (mandate(shape, spot / index, roster, desk) for index, shape in enumerate(shapes))
    return tuple(seat for seat in seats if seat)


def awaits_head(shapes: tuple[ChairShape, ...], roster: Roster, today: date) -> bool:
    """Whether a mandate is still to begin, of whomever."""
    entries = ((shape, roster.entries.get(shape.member)) for shape in shapes)
    return any(
        shape.since and shape.since > today and entry and not entry.has_left for shape, entry in entries
    )


def mandate(shape: ChairShape, spot: Spot, roster: Roster, desk: Desk) -> Mandate | None:
    check_term(shape, spot, desk)
    entry = roster.entries.get(shape.member)
    if entry is None:
        check(shape.member, roster.known, (spot / "member").place, desk)
        return None
    person = person_named(shape.person, entry, spot / "person", desk) if shape.person else None
    today = desk.site.today
    if entry.member is None or is_withheld(shape, person, entry):
        return nameless(entry) if is_in_office(shape, entry, today) else None
    role = shape.role if may_tell_role(person, entry, today) else None
    return Mandate(entry.member, person, role, shape.since, shape.until)


def is_withheld(shape: ChairShape, person: Person | None, entry: Entry) -> bool:
    """Somebody is meant who may not be named, and it is not the member itself."""
    return shape.person is not None and person is None and not is_itself(shape.person, entry)


def is_itself(name: str, entry: Entry) -> bool:
    """A member who is a person may be named as such."""
    return entry.shape.kind == "person" and fold(name) == fold(entry.shape.name)


def nameless(entry: Entry) -> Mandate:
    if entry.member is None and not (entry.shape.kind == "person" and entry.shape.listed):
        return Mandate(None, unnamed=Unnamed.UNLISTED)
    return Mandate(entry.member, unnamed=Unnamed.WITHHELD)


def is_in_office(shape: ChairShape, entry: Entry, today: date) -> bool:
    """The seat of a member that has left is free."""
    term = Mandate(entry.member, since=shape.since, until=shape.until)
    return term.is_current(today) and not entry.has_left


def may_tell_role(person: Person | None, entry: Entry, today: date) -> bool:
    """A seat of an organisation has its role; that of somebody who is named is theirs to show or not."""
    if entry.shape.kind == "person" and not covers("role", entry.shape.consent, today):
        return False
    return person is None or covers("role", entry.shape.people[entry.people.index(person)].consent, today)


def check_term(shape: ChairShape, spot: Spot, desk: Desk) -> None:
    if shape.since and shape.until and shape.until < shape.since:
        desk.error(
            (spot / "until").place,
            "ends-before-start",
            sentence('this ends on {until}, before "since" ({since})', until=shape.until, since=shape.since),
            sentence("check both dates"),
        )


def person_named(name: str, entry: Entry, spot: Spot, desk: Desk) -> Person | None:
    """The person of that name, if they may be shown; a member who is a person may be named too."""
    names = {fold(person.name): index for index, person in reversed(list(enumerate(entry.shape.people)))}
    if fold(name) in names:
        person = entry.people[names[fold(name)]]
        return person if entry.member and person in entry.member.people else None
    if not is_itself(name, entry):
        desk.error(
            spot.place,
            "unknown-reference",
            sentence('"{member}" has nobody named "{person}"', member=entry.shape.name, person=name),
            who_else(name, entry),
        )
    return None


def who_else(name: str, entry: Entry) -> Sentence:
    names = tuple(person.name for person in entry.shape.people)
    near = did_you_mean(name, names)
    if near or not 0 < len(names) <= SHORT_LIST:
        return near or sentence('add this name to "people" of "{member}" first', member=entry.shape.id)
    return sentence("write one of: {ids}", ids=", ".join(names))
