"""One member's page: what they do, who to speak to, where they take part, where their entry can be corrected.

Every forge has addresses of its own for a line of a file, and only some of them know the default branch by
another name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit, urlunsplit

from ..domain.commissions import Commission, Mandate
from ..domain.members import Member, Person, Skill
from ..domain.offers import open_offers
from ..domain.text import Slug
from ..drawings.monogram import Monogram, monogram
from ..exports.json_ld import member_data
from ..host.outputs import Crumb, Page, page, section_crumb
from ..render.assets import PublishedImage
from ..render.typography import language_names
from ..views.localizer import Localizer
from ..views.members import LabelledLink, MemberCard, contact_of, phone_link
from .context import DirectoryContext

View = Mapping[str, object]
PAST_DATES = 5

FOLDERS = re.compile(r"/(?:-/)?(?:blob|tree)/[^/]+|/src/branch/[^/]+")
"""In the address of a branch, or of a folder in it, as somebody copies it from the forge."""
GITHUB, GITLAB, GITEA = "/blob/HEAD", "/-/blob/HEAD", "/src/branch/main"
GITLABS = ("framagit.org", "salsa.debian.org", "invent.kde.org", "0xacab.org")


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


def member_pages(around: DirectoryContext) -> Iterator[Page]:
    members = around.association.members
    tied = ties(members)
    return (member_page(member, tied, around) for member in members)


@dataclass(frozen=True, slots=True)
class Ties:
    """Who stood for whom when they joined: members by the id of the one who was recommended, or did it."""

    sponsors: Mapping[Slug, tuple[Member, ...]]
    sponsored: Mapping[Slug, tuple[Member, ...]]


def member_page(member: Member, tied: Ties, around: DirectoryContext) -> Page:
    localizer, association = around.localizer, around.association
    card = around.cards.card(member)
    return page(
        localizer.urls,
        "MEMBER",
        "member",
        {"id": member.id},
        title=card.name,
        description=card.summary,
        menu="DIRECTORY",
        crumbs=crumbs(member, card, localizer),
        picture=card.logo.url if card.logo else None,
        linked_data=lambda addresses: member_data(member, association, addresses, localizer.language),
        view={
            "member": card,
            **work(member, localizer),
            **activity(member, around),
            **membership(member, tied, around.localizer),
            **contact(member, around),
        },
    )


def work(member: Member, localizer: Localizer) -> View:
    """What they do, with whom."""
    return {
        "description": localizer.prose(member.description, "members.yaml"),
        "services": services(member.skills, localizer),
        "people": tuple(person_card(person, member, localizer) for person in member.people),
        "serves": tuple(
            LabelledLink(localizer.say(t.name), localizer.urls.url("TOWN", id=t.id)) for t in member.serves
        ),
        "languages": language_names(member.languages, localizer.language),
        "partnerships": tuple(map(localizer.say, member.partnerships)),
        "labels": tuple(map(localizer.say, member.labels)),
    }


def activity(member: Member, around: DirectoryContext) -> View:
    """What they take part in, what is told of them, what they offer."""
    edition = around.edition
    offers = open_offers(edition.association.offers, edition.today)
    agenda = edition.agenda.of_member(member.id)
    return {
        "parts": parts(member, edition.association.commissions, edition.today, around.localizer),
        "dates": around.dates.of(agenda.upcoming(edition.today)),
        "past_dates": around.dates.of(agenda.past(edition.today)[:PAST_DATES]),
        "news": around.news.of(a for a in edition.association.articles if member.id in a.members),
        "offers": around.offers.of(offer for offer in offers if offer.member == member.id),
    }


def membership(member: Member, tied: Ties, localizer: Localizer) -> View:
    """What they are to the association."""
    return {
        "kind": member.kind.value,
        "joined": member.joined,
        "charter_signed": member.charter_signed,
        "last_verified": member.last_verified,
        "sponsors": links(tied.sponsors[member.id], localizer),
        "sponsored": links(tied.sponsored.get(member.id, ()), localizer),
    }


def contact(member: Member, around: DirectoryContext) -> View:
    """How to reach them, and how to tell that something is wrong."""
    localizer, repository = around.localizer, around.association.identity.repository
    file, line = around.edition.members_file, around.edition.member_lines[member.id]
    return {
        "contact": contact_of(member, localizer),
        "card": localizer.urls.url("MEMBER_VCARD", id=member.id),
        "card_3": localizer.urls.url("MEMBER_VCARD_3", id=member.id),
        "social": tuple(LabelledLink(network, url) for network, url in member.social),
        "map": around.territory.focused(member.town) if around.territory else None,
        "source": line_in_forge(repository, file, line) if repository else None,
    }


def crumbs(member: Member, card: MemberCard, localizer: Localizer) -> tuple[Crumb, ...]:
    town = (Crumb(card.town, localizer.urls.url("TOWN", id=member.town.id)),) if member.town else ()
    return (section_crumb(localizer.urls, "DIRECTORY"), *town, Crumb(card.name, None))


def services(skills: Iterable[Skill], localizer: Localizer) -> tuple[Service, ...]:
    return tuple(
        Service(
            localizer.say(skill.name),
            localizer.urls.url("SKILL", id=skill.id),
            prose.excerpt() if (prose := localizer.prose(skill.description, "members.yaml")) else "",
        )
        for skill in skills
    )


def person_card(person: Person, member: Member, localizer: Localizer) -> PersonCard:
    return PersonCard(
        name=person.name,
        role=localizer.say(person.role),
        email=person.email or "",
        phone=person.phone or "",
        phone_link=phone_link(person.phone, member, localizer),
        tile=monogram(person.name, f"{member.id}/{person.name}"),
        photo=localizer.portrait(person.photo),
    )


@dataclass(frozen=True, slots=True)
class Part:
    """Taking part in a commission; role and person are '' for a plain participant."""

    commission: str
    url: str | None
    role: str
    person: str


def parts(
    member: Member, commissions: Iterable[Commission], today: date, localizer: Localizer
) -> tuple[Part, ...]:
    return tuple(
        part(commission, seat, localizer)
        for commission in commissions
        for seat in seats(member, commission, today)
    )


def seats(member: Member, commission: Commission, today: date) -> tuple[Mandate | None, ...]:
    """The member's current mandates, else None once if they merely take part."""
    mandates = tuple(seat for seat in commission.heads(today) if seat.member and seat.member.id == member.id)
    takes_part = any(own.id == member.id for own in commission.members)
    return mandates or ((None,) if takes_part else ())


def part(commission: Commission, seat: Mandate | None, localizer: Localizer) -> Part:
    return Part(
        commission=localizer.say(commission.name),
        url=localizer.urls.url("COMMISSION", id=commission.id),
        role=localizer.say(seat.role) if seat else "",
        person=seat.person.name if seat and seat.person else "",
    )


def ties(members: Iterable[Member]) -> Ties:
    """Both in the order of `members`."""
    by_id = {member.id: member for member in members}
    order = {id_: place for place, id_ in enumerate(by_id)}
    sponsored: dict[Slug, list[Member]] = {}
    for member in by_id.values():
        for sponsor in member.sponsors:
            sponsored.setdefault(sponsor, []).append(member)
    return Ties(
        sponsors={
            member.id: tuple(by_id[id_] for id_ in sorted(member.sponsors, key=order.__getitem__))
            for member in by_id.values()
        },
        sponsored={id_: tuple(protegees) for id_, protegees in sponsored.items()},
    )


def links(members: Iterable[Member], localizer: Localizer) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(localizer.say(member.name), localizer.urls.url("MEMBER", id=member.id))
        for member in members
    )


def line_in_forge(repository: str, file: str, line: int) -> str:
    """`repository`: the address of the project, of a branch or of a folder; `file`: its path from there."""
    parts = urlsplit(repository)
    folder = parts.path.rstrip("/").removesuffix(".git")
    if FOLDERS.search(folder):
        folder = folder.replace("/tree/", "/blob/", 1)
    else:
        folder += branch_of(parts.hostname or "")
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{quote(file)}", "", f"L{line}"))


def branch_of(host: str) -> str:
    """Those that are neither GitHub nor GitLab are mostly of the family of Gitea: Forgejo, Codeberg."""
    if host.removeprefix("www.") == "github.com":
        return GITHUB
    return GITLAB if "gitlab" in host or host in GITLABS else GITEA
