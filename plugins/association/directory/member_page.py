"""One member's page: what they do, who to speak to, where they take part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..domain.member import Member, Person, Skill
from ..domain.offer import open_offers
from ..drawings.monogram import Monogram, monogram
from ..exports.structured_data import member_data
from ..host.outputs import Crumb, Page, page, section_crumb
from ..host.pictures import PublishedImage
from ..views.contact import LabelledLink, contact_of, phone_link
from ..views.forge import line_in_forge
from ..views.languages import language_names
from ..views.members import MemberCard
from ..views.voice import Voice
from .around import Around
from .member_parts import Ties, links, parts, ties

View = Mapping[str, object]
PAST_DATES = 5


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


def member_pages(around: Around) -> Iterator[Page]:
    members = around.association.members
    tied = ties(members)
    return (member_page(member, tied, around) for member in members)


def member_page(member: Member, tied: Ties, around: Around) -> Page:
    voice, association = around.voice, around.association
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
        linked_data=lambda addresses: member_data(member, association, addresses, voice.language),
        view={
            "member": card,
            **work(member, voice),
            **activity(member, around),
            **membership(member, tied, around.voice),
            **contact(member, around),
        },
    )


def work(member: Member, voice: Voice) -> View:
    """What they do, with whom."""
    return {
        "description": voice.prose(member.description, "members.yaml"),
        "services": services(member.skills, voice),
        "people": tuple(person_card(person, member, voice) for person in member.people),
        "serves": tuple(
            LabelledLink(voice.say(t.name), voice.urls.url("TOWN", id=t.id)) for t in member.serves
        ),
        "languages": language_names(member.languages, voice.language),
        "partnerships": tuple(map(voice.say, member.partnerships)),
        "labels": tuple(map(voice.say, member.labels)),
    }


def activity(member: Member, around: Around) -> View:
    """What they take part in, what is told of them, what they offer."""
    edition = around.edition
    offers = open_offers(edition.association.offers, edition.today)
    agenda = edition.agenda.of_member(member.id)
    return {
        "parts": parts(member, edition.association.commissions, edition.today, around.voice),
        "dates": around.dates.of(agenda.upcoming(edition.today)),
        "past_dates": around.dates.of(agenda.past(edition.today)[:PAST_DATES]),
        "news": around.news.of(a for a in edition.association.articles if member.id in a.members),
        "offers": around.offers.of(offer for offer in offers if offer.member == member.id),
    }


def membership(member: Member, tied: Ties, voice: Voice) -> View:
    """What they are to the association."""
    return {
        "kind": member.kind.value,
        "joined": member.joined,
        "charter_signed": member.charter_signed,
        "last_verified": member.last_verified,
        "sponsors": links(tied.sponsors[member.id], voice),
        "sponsored": links(tied.sponsored.get(member.id, ()), voice),
    }


def contact(member: Member, around: Around) -> View:
    """How to reach them, and how to tell that something is wrong."""
    voice, identity = around.voice, around.association.identity
    file = around.edition.members_file
    return {
        "contact": contact_of(member, voice),
        "card": voice.urls.url("MEMBER_VCARD", id=member.id),
        "card_3": voice.urls.url("MEMBER_VCARD_3", id=member.id),
        "social": tuple(LabelledLink(network, url) for network, url in member.social),
        "map": around.territory.focused(member.town) if around.territory else None,
        "source": line_in_forge(identity.repository, file, member.line) if identity.repository else None,
    }


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
        phone_link=phone_link(person.phone, member, voice),
        tile=monogram(person.name, f"{member.id}/{person.name}"),
        photo=voice.portrait(person.photo),
    )
