"""Who has a seat, as far as it may be told: somebody of a member, or one of the association's own people.

The people of the association are reduced to what they agreed to show, as those of members are. Outside of
their time nobody needs their address; and where they do not show the day that ends it, nor themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from ...domain.commissions import Unnamed
from ...domain.members import Member, Officer, Person
from ...domain.text import Slug, fold
from ...problems import Place, Sentence, sentence
from ..context import SHORT_LIST, LoadContext, Reading, check
from ..markdown_files import logo_path, use_logo
from ..notes import WrittenTerm
from ..schema.commissions import ChairShape, CommissionsFile, OfficerShape
from ..suggestions import did_you_mean
from .members import completed, consented, counting, covers, is_awaited, may_be_named, tell_of_consent
from .registers import MemberEntry, OfficerEntry, Officers, Registers


def officers(reading: Reading[CommissionsFile], context: LoadContext) -> Officers:
    entries = {shape.id: entry(shape, context) for shape in reading.value.people}
    return Officers(reading.known("people"), entries)


def entry(shape: OfficerShape, context: LoadContext) -> OfficerEntry:
    today, over = context.site.today, is_over(shape, context.site.today)
    check_term(shape, context)
    found = officer(shape, context)
    if found:
        use_logo(found.photo, shape, "photo", context)
    if not over:
        tell_of_consent(shape, context)
        term = WrittenTerm(None, shape.role, shape.since, shape.until, shape.place("until"))
        context.notes.terms.append(term)
    may_be_told = may_be_named(shape.consent, today) or is_awaited(shape.consent, today)
    return OfficerEntry(shape, found, withheld=not over and not may_be_told)


def officer(shape: OfficerShape, context: LoadContext) -> Officer | None:
    photo, today = logo_path(shape.photo, shape, "photo", context), context.site.today
    consent = counting(shape.consent, today)
    if consent is None or not may_be_named(consent, today):
        return None
    shown = consented(completed(partial(Officer, photo=photo), shape), consent)
    if is_over(shape, today) or is_to_come(shape, today):
        return None if shown.is_current(today) else replace(shown, email=None, phone=None, photo=None)
    return shown


def is_over(shape: OfficerShape | ChairShape, today: date) -> bool:
    return shape.until is not None and shape.until < today


def is_to_come(shape: OfficerShape | ChairShape, today: date) -> bool:
    return shape.since is not None and shape.since > today


def check_term(shape: OfficerShape | ChairShape, context: LoadContext) -> None:
    if shape.since and shape.until and shape.until < shape.since:
        context.error(
            shape.place("until"),
            "ends-before-start",
            sentence('this ends on {until}, before "since" ({since})', until=shape.until, since=shape.since),
            sentence("check both dates"),
        )


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a seat.

    unnamed: why nobody may know who it is. tells_role: whether the role may be shown beside the name.
    is_gone, is_awaited: they have left, or are not there yet, whatever the mandate says.
    until: when they leave, if that is known; not to be shown.
    """

    member: Member | None
    person: Person | None = None
    unnamed: Unnamed | None = None
    tells_role: bool = True
    is_gone: bool = False
    is_awaited: bool = False
    until: date | None = None


def holder(shape: ChairShape, registers: Registers, context: LoadContext) -> Holder | None:
    """None where it is not known who is meant: there is an error then."""
    if shape.member is not None:
        return of_member(shape, shape.member, registers, context)
    if shape.person is not None:
        return of_association(shape, shape.person, registers, context)
    context.error(
        shape.place(),
        "missing-field",
        sentence('this seat has no "member" and no "person"'),
        sentence('write "member: …", or "person: …" with an id of "people" of this file'),
    )
    return None


def of_association(shape: ChairShape, id_: Slug, registers: Registers, context: LoadContext) -> Holder | None:
    own, today = registers.officers, context.site.today
    found = own.entries.get(id_)
    if found is None:
        tell_unknown(id_, shape.place("person"), registers, context)
        return None
    written, is_named = found.shape, found.officer is not None
    return Holder(
        member=None,
        person=found.officer,
        unnamed=None if is_named else Unnamed.WITHHELD,
        tells_role=is_named and covers("role", written.consent, today),
        is_gone=is_over(written, today),
        is_awaited=is_to_come(written, today),
        until=written.until,
    )


def tell_unknown(written: str, place: Place, registers: Registers, context: LoadContext) -> None:
    """They may have been called by their name, or be somebody of a member."""
    own, members = registers.officers, registers.roster.entries.values()
    ids = (id_ for id_, entry in own.entries.items() if fold(entry.shape.name) == fold(written))
    of = (entry.shape.id for entry in members if fold(written) in names_of(entry))
    if id_ := next(ids, None):
        hint = sentence('write "{better}"', better=id_)
    elif id_ := next(of, None):
        hint = sentence('write "member: {member}" as well, who has somebody of that name', member=id_)
    else:
        check(written, own.known, place, context)
        return
    context.error(place, "unknown-reference", sentence('unknown person "{value}"', value=written), hint)


def names_of(entry: MemberEntry) -> Iterator[str]:
    return (fold(person.name) for person in entry.shape.people)


def of_member(shape: ChairShape, member: Slug, registers: Registers, context: LoadContext) -> Holder | None:
    roster = registers.roster
    found = roster.entries.get(member)
    if found is None:
        check(member, roster.known, shape.place("member"), context)
        return None
    person = person_named(shape, found, registers, context) if shape.person else None
    if found.member is None or is_withheld(shape, person, found):
        return Holder(found.member, unnamed=reason(found), tells_role=False, is_gone=found.has_left)
    tells = may_tell_role(person, found, context.site.today)
    return Holder(found.member, person, tells_role=tells, is_gone=found.has_left)


def is_withheld(shape: ChairShape, person: Person | None, entry: MemberEntry) -> bool:
    """Somebody is meant who may not be named, and it is not the member itself."""
    return shape.person is not None and person is None and not is_itself(shape.person, entry)


def is_itself(name: str, entry: MemberEntry) -> bool:
    """A member who is a person may be named as such."""
    names = (fold(version) for _, version in entry.shape.name.versions)
    return entry.shape.kind == "person" and fold(name) in names


def reason(entry: MemberEntry) -> Unnamed:
    is_unlisted = entry.member is None and not (entry.shape.kind == "person" and entry.shape.listed)
    return Unnamed.UNLISTED if is_unlisted else Unnamed.WITHHELD


def may_tell_role(person: Person | None, entry: MemberEntry, today: date) -> bool:
    """A seat of an organisation has its role; that of somebody who is named is theirs to show or not."""
    if entry.shape.kind == "person" and not covers("role", entry.shape.consent, today):
        return False
    return person is None or covers("role", entry.shape.people[entry.people.index(person)].consent, today)


def person_named(
    shape: ChairShape, entry: MemberEntry, registers: Registers, context: LoadContext
) -> Person | None:
    """The person of that name, if they may be shown; a member who is a person may be named too."""
    name, place = str(shape.person), shape.place("person")
    names = {fold(person.name): index for index, person in reversed(list(enumerate(entry.shape.people)))}
    if fold(name) in names:
        person = entry.people[names[fold(name)]]
        return person if entry.member and person in entry.member.people else None
    if not is_itself(name, entry):
        context.error(
            place,
            "unknown-reference",
            sentence('"{member}" has nobody named "{person}"', member=entry.shape.name, person=name),
            who_else(name, entry, registers.officers),
        )
    return None


def who_else(name: str, entry: MemberEntry, officers: Officers) -> Sentence:
    if name in officers.entries:
        return sentence('take "member" out: "{id}" is one of "people" of this file', id=name)
    names = tuple(person.name for person in entry.shape.people)
    near = did_you_mean(name, names)
    if near or not 0 < len(names) <= SHORT_LIST:
        return near or sentence('add this name to "people" of "{member}" first', member=entry.shape.id)
    return sentence("write one of: {ids}", ids=", ".join(names))
