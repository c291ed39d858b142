"""One member's page: what they do, who to speak to, where they take part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..domain.association import Association
from ..domain.commission import Commission, Mandate
from ..domain.member import Member, Person, Skill
from ..drawings.monogram import Monogram, monogram
from ..host.outputs import Crumb, Page, page, section_crumb
from ..host.pictures import PublishedImage
from ..views.contact import LabelledLink, contact_of, phone_link
from ..views.languages import language_names
from ..views.members import MemberCard
from ..views.voice import Voice
from .around import Around


@dataclass(frozen=True, slots=True)
class Service:
    name: str
    url: str | None
    description: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    name: str
    role: str
    email: str
    phone: str
    phone_link: str
    tile: Monogram
    photo: PublishedImage | None


@dataclass(frozen=True, slots=True)
class Part:
    """Taking part in a commission; role and person are '' for a plain participant."""

    commission: str
    url: str | None
    role: str
    person: str


def member_page(member: Member, around: Around) -> Page:
    voice, edition = around.voice, around.edition
    card = around.cards.card(member)
    return page(
        voice.urls,
        "MEMBER",
        "member",
        {"id": member.id},
        title=card.name,
        description=card.summary,
        menu="DIRECTORY",
        crumbs=crumbs(member, card, voice),
        picture=card.logo.url if card.logo else None,
        view={
            "member": card,
            "joined": member.joined,
            "last_verified": member.last_verified,
            "description": voice.prose(member.description, "members.yaml"),
            "services": services(member.skills, voice),
            "people": tuple(person_card(person, member, voice) for person in member.people),
            "parts": parts(member, edition.association.commissions, edition.today, voice),
            "dates": around.dates.of(edition.agenda.of_member(member.id).upcoming(edition.today)),
            "past_dates": around.dates.of(edition.agenda.of_member(member.id).past(edition.today)[:5]),
            "news": around.news.of(a for a in edition.association.articles if member.id in a.members),
            "contact": contact_of(member, voice),
            "serves": tuple(
                LabelledLink(voice.say(t.name), voice.urls.url("TOWN", id=t.id)) for t in member.serves
            ),
            "languages": language_names(member.languages, voice.language),
            "partnerships": tuple(map(voice.say, member.partnerships)),
            "labels": tuple(map(voice.say, member.labels)),
            "sponsors": sponsors(member, edition.association, voice),
            "social": tuple(LabelledLink(network, url) for network, url in member.social),
            "map": around.territory.focused(member.town) if around.territory else None,
        },
    )


def crumbs(member: Member, card: MemberCard, voice: Voice) -> tuple[Crumb, ...]:
    town = (Crumb(card.town, voice.urls.url("TOWN", id=member.town.id)),) if member.town else ()
    return (section_crumb(voice.urls, "DIRECTORY"), *town, Crumb(card.name, None))


def services(skills: Iterable[Skill], voice: Voice) -> tuple[Service, ...]:
    return tuple(
        Service(
            voice.say(skill.name),
            voice.urls.url("SKILL", id=skill.id),
            voice.prose(skill.description, "members.yaml").excerpt() if skill.description else "",
        )
        for skill in skills
    )


def person_card(person: Person, member: Member, voice: Voice) -> PersonCard:
    return PersonCard(
        name=person.name,
        role=voice.say(person.role),
        email=person.email or "",
        phone=person.phone or "",
        phone_link=phone_link(person.phone),
        tile=monogram(person.name, f"{member.id}/{person.name}"),
        photo=voice.portrait(person.photo),
    )


def parts(member: Member, commissions: Iterable[Commission], today: date, voice: Voice) -> tuple[Part, ...]:
    return tuple(
        part(commission, seat, voice)
        for commission in commissions
        for seat in seats(member, commission, today)
    )


def seats(member: Member, commission: Commission, today: date) -> tuple[Mandate | None, ...]:
    """The member's current mandates, else None once if they merely take part."""
    mandates = tuple(mandate for mandate in commission.heads(today) if mandate.member.id == member.id)
    takes_part = any(own.id == member.id for own in commission.members)
    return mandates or ((None,) if takes_part else ())


def part(commission: Commission, seat: Mandate | None, voice: Voice) -> Part:
    return Part(
        commission=voice.say(commission.name),
        url=voice.urls.url("COMMISSION", id=commission.id),
        role=voice.say(seat.role) if seat else "",
        person=seat.person.name if seat and seat.person else "",
    )


def sponsors(member: Member, association: Association, voice: Voice) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(voice.say(other.name), voice.urls.url("MEMBER", id=other.id))
        for other in association.members
        if other.id in member.sponsors
    )
