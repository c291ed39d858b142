"""Members of members.yaml, partners and benefits: what may be published of each.

Persons are reduced to what they consented to, or left out; the rest never becomes part of the domain.
A person is asked before they are written down, a charter is signed before the day is noted: a day to come is
rather a slip of the pen, and nobody would see what it hides. So it is told.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from ...domain.members import (
    NEEDED_TO_EXIST,
    Benefit,
    Consent,
    Member,
    MemberKind,
    Partner,
    Person,
)
from ...domain.places import Address, Town
from ...domain.text import Slug, Text
from ...problems import sentence
from ..context import Known, LoadContext, Reading, check
from ..markdown_files import follow_later, logo_path, named, note_aliases, prose, read_later, use_logo
from ..notes import Readers
from ..schema.base import Shape
from ..schema.members import AddressShape, BenefitShape, MembersFile, MemberShape, PartnerShape, PersonShape
from .membership import Arrivals, arrivals_of, check_membership, has_left, is_member
from .registers import MemberEntry, Roster
from .vocabulary import Vocabularies, Vocabulary, WordT

PersonT = TypeVar("PersonT", bound=Member | Person)
MadeT = TypeVar("MadeT")

FACTS = ("charter_signed", "last_verified")
"""What has happened already, or is not true yet."""


def roster(reading: Reading[MembersFile], words: Vocabularies, context: LoadContext) -> Roster:
    known, today = reading.known("members"), context.site.today
    members = reading.value.members
    public = frozenset(shape.id for shape in members if is_public(shape, today))
    entries, arrivals = {}, arrivals_of(members)
    for shape in sorted(members, key=lambda shape: shape.id not in public):
        # public ones first: a free word is spelt as one of them spells it
        sponsors = sponsors_of(shape, public, known, context)
        entries[shape.id] = entry(shape, words, sponsors, arrivals, context)
    return Roster(known, {shape.id: entries[shape.id] for shape in members})


def is_public(shape: MemberShape, today: date) -> bool:
    return (
        shape.listed
        and is_member(shape, today)
        and (shape.kind != "person" or may_be_named(shape.consent, today))
    )


def sponsors_of(
    shape: MemberShape, public: frozenset[Slug], known: Known, context: LoadContext
) -> tuple[Slug, ...]:
    for index, sponsor in enumerate(shape.sponsors):
        check(sponsor, known, shape.place("sponsors", index), context)
    return tuple(sponsor for sponsor in dict.fromkeys(shape.sponsors) if sponsor in public)


def entry(
    shape: MemberShape,
    words: Vocabularies,
    sponsors: tuple[Slug, ...],
    arrivals: Arrivals,
    context: LoadContext,
) -> MemberEntry:
    today = context.site.today
    gone, joined = has_left(shape, today), is_member(shape, today)
    named = people(shape, context)
    everything = portrait(shape, words, named, sponsors, context)
    check_membership(everything, shape, arrivals, context)
    member = context.memory.same("member", shape.id, value=publishable(everything, shape, context))
    read_later(shape.description, shape, "description", context, readers_if(member and member.description))
    follow_later(shape.website, shape, "website", context, readers_if(member and member.website))
    if member:
        use_images(member, named, shape, context)
        note_aliases(shape, shape.aliases, shape.id, context, "MEMBER")
    if shape.listed and not gone:
        tell_of_coming_days(shape, context)
    type_ = everything.type.id if everything.type else None
    hidden = withheld(shape, named, member, today)
    return MemberEntry(shape, type_, region_of(everything.town), gone, joined, named, member, hidden)


def readers_if(shown: object) -> Readers:
    return Readers.ALL if shown else Readers.NOBODY


def region_of(town: Town | None) -> Text | None:
    return (town.region or town.name) if town else None


def publishable(everything: Member, shape: MemberShape, context: LoadContext) -> Member | None:
    if not is_public(shape, context.site.today):
        return None
    consent = counting(shape.consent, context.site.today)
    if shape.kind == "person" and consent:
        return consented(everything, consent)
    return everything


def use_images(
    member: Member, named: tuple[Person | None, ...], shape: MemberShape, context: LoadContext
) -> None:
    use_logo(member.logo, shape, "logo", context)
    for person, own in zip(named, shape.people):
        if person and person in member.people:
            use_logo(person.photo, own, "photo", context)


def portrait(
    shape: MemberShape,
    words: Vocabularies,
    people: Iterable[Person | None],
    sponsors: tuple[Slug, ...],
    context: LoadContext,
) -> Member:
    converted = partial(
        Member,
        charter_signed=only_past(shape.charter_signed, context.site.today),
        last_verified=only_past(shape.last_verified, context.site.today),
        **named(shape.name, context),
        description=prose(shape.description),
        kind=MemberKind(shape.kind),
        type=words.types.meant(shape.type, shape, ("type",), context) if shape.type else None,
        skills=several(words.skills, shape.skills, shape, "skills", context),
        town=words.towns.meant(shape.town, shape, ("town",), context) if shape.town else None,
        address=address(shape.address),
        serves=several(words.towns, shape.serves, shape, "serves", context),
        social=tuple(shape.social.items()),
        logo=logo_path(shape.logo, shape, "logo", context),
        people=tuple(person for person in people if person),
        sponsors=sponsors,
    )
    return completed(converted, shape)


def completed(converted: partial[MadeT], shape: Shape) -> MadeT:
    """What is not converted is the same in the file and in the domain, by name and by value."""
    domain_class: Any = converted.func
    names = (field.name for field in fields(domain_class) if field.name not in converted.keywords)
    return converted(**{name: getattr(shape, name) for name in names})


def several(
    vocabulary: Vocabulary[WordT], written: tuple[str, ...], shape: Shape, key: str, context: LoadContext
) -> tuple[WordT, ...]:
    """The words of a list, each once."""
    meant = (vocabulary.meant(word, shape, (key, index), context) for index, word in enumerate(written))
    return tuple({word.id: word for word in meant if word}.values())


def address(shape: AddressShape | None) -> Address | None:
    return Address(shape.street, shape.postal_code, shape.country) if shape else None


def withheld(shape: MemberShape, named: tuple[Person | None, ...], member: Member | None, today: date) -> int:
    if member:
        hidden = (one.consent for one, person in zip(shape.people, named) if person is None)
        return sum(not is_awaited(consent, today) for consent in hidden)
    is_alone = shape.kind == "person" and shape.listed and is_member(shape, today)
    return int(is_alone and not is_awaited(shape.consent, today))


def people(shape: MemberShape, context: LoadContext) -> tuple[Person | None, ...]:
    """In the order of the file, None for those without consent, or before its day."""
    return tuple(person(one, context) for one in shape.people)


def person(shape: PersonShape, context: LoadContext) -> Person | None:
    photo = logo_path(shape.photo, shape, "photo", context)
    everything = completed(partial(Person, photo=photo), shape)
    consent = counting(shape.consent, context.site.today)
    if consent is None or not may_be_named(consent, context.site.today):
        return None
    return consented(everything, consent)


def counting(consent: Consent | None, today: date) -> Consent | None:
    """The consent from its own day on: until then it is as if there were none."""
    return consent if consent and consent.counts(today) else None


def is_awaited(consent: Consent | None, today: date) -> bool:
    return consent is not None and not consent.counts(today)


def may_be_named(consent: Consent | None, today: date) -> bool:
    return covers("name", consent, today)


def covers(field: str, consent: Consent | None, today: date) -> bool:
    counted = counting(consent, today)
    return counted is not None and counted.covers(field)


def consented(person: PersonT, consent: Consent) -> PersonT:
    """The person with every field they did not name as if it had not been written."""
    optional = (field for field in fields(person) if field.name not in NEEDED_TO_EXIST)
    hidden: dict[str, Any] = {
        field.name: field.default for field in optional if not consent.covers(field.name)
    }
    return replace(person, **hidden)


def tell_of_coming_days(shape: MemberShape, context: LoadContext) -> None:
    """Of a member whom nothing else keeps off the site."""
    if shape.kind == "person":
        tell_of_consent(shape, context)
    for person in shape.people:
        tell_of_consent(person, context)
    tell_of_joining(shape, context)
    has_joined = not shape.joined or shape.joined <= context.site.today
    for fact in FACTS if has_joined else ():
        tell_of_fact(fact, getattr(shape, fact), shape, context)


def tell_of_consent(shape: MemberShape | PersonShape, context: LoadContext) -> None:
    consent = shape.consent
    if consent and is_awaited(consent, context.site.today):
        context.warn(
            shape.place("consent"),
            "future-consent",
            sentence(
                'the consent of "{name}" counts from {day} on; they appear nowhere before that day',
                name=shape.name,
                day=consent.date,
            ),
            sentence("if they have agreed already, write the day on which they did"),
        )


def tell_of_joining(shape: MemberShape, context: LoadContext) -> None:
    if shape.joined and shape.joined > context.site.today:
        context.warn(
            shape.place("joined"),
            "future-day",
            sentence(
                '"{member}" joins on {day}; it is not published before that day',
                member=shape.name,
                day=shape.joined,
            ),
            sentence("if it has joined already, write the day on which it did"),
        )


def tell_of_fact(fact: str, day: date | None, shape: MemberShape, context: LoadContext) -> None:
    if day and day > context.site.today:
        context.warn(
            shape.place(fact),
            "future-day",
            sentence(
                '"{fact}" of "{member}" is {day}, which has not come; it is not shown before that day',
                fact=fact,
                member=shape.name,
                day=day,
            ),
            sentence("write the day on which it was done"),
        )


def only_past(day: date | None, today: date) -> date | None:
    """A page does not say of a day to come that something was done on it."""
    return day if day and day <= today else None


def partners(reading: Reading[MembersFile], context: LoadContext) -> dict[Slug, Partner]:
    return {shape.id: partner(shape, context) for shape in reading.value.partners}


def partner(shape: PartnerShape, context: LoadContext) -> Partner:
    read_later(shape.description, shape, "description", context)
    follow_later(shape.website, shape, "website", context)
    contact = person(shape.contact, context) if shape.contact else None
    logo = logo_path(shape.logo, shape, "logo", context)
    use_logo(logo, shape, "logo", context)
    if shape.contact:
        tell_of_consent(shape.contact, context)
    if shape.contact and contact:
        use_logo(contact.photo, shape.contact, "photo", context)
    converted = partial(
        Partner,
        description=prose(shape.description),
        logo=logo,
        contact=contact,
        **named(shape.name, context),
    )
    return completed(converted, shape)


def withheld_contacts(reading: Reading[MembersFile], today: date) -> int:
    """Of partners: people without a consent, not even one of a day to come."""
    asked = (shape.contact.consent for shape in reading.value.partners if shape.contact)
    return sum(not may_be_named(consent, today) and not is_awaited(consent, today) for consent in asked)


def benefits(reading: Reading[MembersFile], context: LoadContext) -> tuple[Benefit, ...]:
    return tuple(benefit(shape, context) for shape in reading.value.benefits)


def benefit(shape: BenefitShape, context: LoadContext) -> Benefit:
    read_later(shape.description, shape, "description", context)
    return completed(partial(Benefit, description=prose(shape.description)), shape)
