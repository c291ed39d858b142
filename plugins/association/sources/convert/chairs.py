"""Who leads a commission: a member, through one of its people."""

from ...domain.commission import Mandate
from ...domain.consent import Consent
from ...domain.member import Person
from ...domain.slugs import fold
from ...problems import Sentence, sentence
from ..desk import Desk
from ..nearest import did_you_mean
from ..references import SHORT_LIST, check
from ..shapes.commissions import ChairShape
from ..spots import Spot
from .members import Entry, Roster


def mandates(shapes: tuple[ChairShape, ...], spot: Spot, roster: Roster, desk: Desk) -> tuple[Mandate, ...]:
    """Seats of published members only."""
    seats = (mandate(shape, spot / index, roster, desk) for index, shape in enumerate(shapes))
    return tuple(seat for seat in seats if seat)


def mandate(shape: ChairShape, spot: Spot, roster: Roster, desk: Desk) -> Mandate | None:
    check_term(shape, spot, desk)
    entry = roster.entries.get(shape.member)
    if entry is None:
        check(shape.member, roster.known, (spot / "member").place, desk)
        return None
    person = person_named(shape.person, entry, spot / "person", desk) if shape.person else None
    if entry.member is None:
        return None
    role = shape.role if may_tell_role(person, entry) else None
    return Mandate(entry.member, person, role, shape.since, shape.until)


def may_tell_role(person: Person | None, entry: Entry) -> bool:
    """A seat of an organisation has its role; that of somebody who is named is theirs to show or not."""
    if entry.shape.kind == "person" and not covers_role(entry.shape.consent):
        return False
    return person is None or covers_role(entry.shape.people[entry.people.index(person)].consent)


def covers_role(consent: Consent | None) -> bool:
    return consent is not None and consent.covers("role")


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
    if entry.shape.kind != "person" or fold(name) != fold(entry.shape.name):
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
