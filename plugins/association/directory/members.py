"""One member's page: what they do, who to speak to, where they take part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..domain.agenda import Agenda, Entry
from ..domain.articles import Article
from ..domain.association import Identity
from ..domain.commissions import Commission, Mandate
from ..domain.directory import grouped
from ..domain.members import Member, Skill
from ..domain.offers import Offer, open_offers
from ..domain.text import Slug
from ..exports.json_ld import member_data
from ..host.outputs import Crumb, Page, Shown, page, section_crumb
from ..render.markdown import Prose
from ..render.typography import language_names
from ..views.dates import Rows
from ..views.localizer import Localizer
from ..views.maps import MembersMap
from ..views.members import LabelledLink, MemberCard, contact_of, member_card, person_card
from ..views.news import NewsRows
from ..views.offers import OfferRows
from ..views.social_cards import social_card_of
from .context import DirectoryContext

View = Mapping[str, object]
PAST_DATES = 5


@dataclass(frozen=True, slots=True)
class Line:
    """A service they offer, a commission they take part in; `words` say more of it, or are ''."""

    name: str
    url: str | None
    words: str


def member_pages(around: DirectoryContext) -> Iterator[Page]:
    members = around.association.members
    tied, active = ties(members), activities(around)
    maker = MemberPages(
        around.association.identity,
        around.localizer,
        around.dates,
        around.news,
        around.offers,
        around.territory,
    )
    for member in members:
        source = around.edition.in_forge(around.edition.members_file, around.edition.member_lines[member.id])
        yield member_page(member, tied, active.get(member.id, NO_ACTIVITY), source, maker)


@dataclass(frozen=True, slots=True)
class MemberPages:
    """What the pages of all members are made with."""

    identity: Identity
    localizer: Localizer
    dates: Rows
    news: NewsRows
    offers: OfferRows
    territory: MembersMap


@dataclass(frozen=True, slots=True)
class Activity:
    """What a member takes part in, what is told of them, what they offer."""

    parts: tuple[Line, ...] = ()
    upcoming: tuple[Entry, ...] = ()
    past: tuple[Entry, ...] = ()
    news: tuple[Article, ...] = ()
    offers: tuple[Offer, ...] = ()


NO_ACTIVITY, NO_DATES = Activity(), Agenda(())


def activities(around: DirectoryContext) -> dict[Slug, Activity]:
    """Of the members who have any, in one walk through all that there is."""
    edition, association = around.edition, around.association
    parts = grouped(
        (id_, part(commission, seat, around.localizer))
        for commission in association.commissions
        for id_, seat in seats(commission, edition.today)
    )
    dates = edition.agenda.of_members()
    news = grouped((id_, one) for one in association.articles for id_ in set(one.members))
    current = open_offers(association.offers, edition.today)
    offers = grouped((offer.member, offer) for offer in current if offer.member)
    return {
        id_: Activity(
            parts=parts.get(id_, ()),
            upcoming=(agenda := dates.get(id_, NO_DATES)).upcoming(edition.today),
            past=agenda.past(edition.today)[:PAST_DATES],
            news=news.get(id_, ()),
            offers=offers.get(id_, ()),
        )
        for id_ in {*parts, *dates, *news, *offers}
    }


@dataclass(frozen=True, slots=True)
class Ties:
    """Who stood for whom when they joined: members by the id of the one who was recommended, or did it."""

    sponsors: Mapping[Slug, tuple[Member, ...]]
    sponsored: Mapping[Slug, tuple[Member, ...]]


def member_page(member: Member, tied: Ties, activity: Activity, source: str, maker: MemberPages) -> Page:
    localizer = maker.localizer
    return page(
        localizer.urls,
        "MEMBER",
        "member",
        {"id": member.id},
        menu="DIRECTORY",
        source=source,
        card=social_card_of(member, localizer),
        shown=partial(
            member_shown,
            member,
            localizer.prose(member.description, "members.yaml"),
            activity,
            links(tied.sponsors[member.id], localizer),
            links(tied.sponsored.get(member.id, ()), localizer),
            maker,
        ),
    )


def member_shown(
    member: Member,
    description: Prose | None,
    activity: Activity,
    sponsors: tuple[LabelledLink, ...],
    sponsored: tuple[LabelledLink, ...],
    maker: MemberPages,
) -> Shown:
    localizer, identity = maker.localizer, maker.identity
    card = member_card(member, localizer)
    return Shown(
        title=card.name,
        description=card.summary,
        crumbs=crumbs(member, card, localizer),
        linked_data=lambda addresses: member_data(member, identity, addresses, localizer.language),
        view={
            "member": card,
            "description": description,
            **work(member, localizer),
            **taking_part(activity, maker),
            **membership(member, localizer),
            "sponsors": sponsors,
            "sponsored": sponsored,
            **contact(member, maker),
        },
    )


def work(member: Member, localizer: Localizer) -> View:
    """What they do, with whom."""
    return {
        "services": services(member.skills, localizer),
        "people": tuple(person_card(one, member, localizer) for one in member.people),
        "serves": tuple(
            LabelledLink(localizer.say(t.name), localizer.urls.url("TOWN", id=t.id)) for t in member.serves
        ),
        "languages": language_names(member.languages, localizer.language),
        "partnerships": tuple(map(localizer.say, member.partnerships)),
        "labels": tuple(map(localizer.say, member.labels)),
    }


def taking_part(activity: Activity, maker: MemberPages) -> View:
    return {
        "parts": activity.parts,
        "dates": maker.dates.of(activity.upcoming),
        "past_dates": maker.dates.of(activity.past),
        "news": maker.news.of(activity.news),
        "offers": maker.offers.of(activity.offers),
    }


def membership(member: Member, localizer: Localizer) -> View:
    """What they are to the association."""
    return {
        "kind": member.kind.value,
        "joined": member.joined,
        "charter_signed": member.charter_signed,
        "charter": localizer.link(member.type.charter) if member.type else None,
        "last_verified": member.last_verified,
    }


def contact(member: Member, maker: MemberPages) -> View:
    """How to reach them."""
    localizer, found = maker.localizer, contact_of(member, maker.localizer)
    has_card = bool(found.lines or found.website) or is_reachable(member)
    return {
        "contact": found,
        "is_reachable": is_reachable(member),
        "card": localizer.urls.url("MEMBER_VCARD", id=member.id) if has_card else None,
        "card_3": localizer.urls.url("MEMBER_VCARD_3", id=member.id) if has_card else None,
        "social": tuple(LabelledLink(network, url) for network, url in member.social),
        "map": maker.territory.focused(member.town),
    }


def is_reachable(member: Member) -> bool:
    """By letter or telephone, they or somebody they name; a website alone may have no way to write."""
    themselves = bool(member.email or member.phone)
    return themselves or any(person.email or person.phone for person in member.people)


def crumbs(member: Member, card: MemberCard, localizer: Localizer) -> tuple[Crumb, ...]:
    town = (Crumb(card.town, localizer.urls.url("TOWN", id=member.town.id)),) if member.town else ()
    return (section_crumb(localizer.urls, "DIRECTORY"), *town, Crumb(card.name, None))


def services(skills: Iterable[Skill], localizer: Localizer) -> tuple[Line, ...]:
    return tuple(
        Line(
            localizer.say(skill.name),
            localizer.urls.url("SKILL", id=skill.id),
            prose.excerpt() if (prose := localizer.prose(skill.description, "members.yaml")) else "",
        )
        for skill in skills
    )


def seats(commission: Commission, today: date) -> Iterator[tuple[Slug, Mandate | None]]:
    """Of members: each of their current mandates, else None for who merely takes part."""
    heads = [(seat.member.id, seat) for seat in commission.heads(today) if seat.member]
    leading = {id_ for id_, _ in heads}
    yield from heads
    members = dict.fromkeys(own.id for own in commission.members)
    yield from ((id_, None) for id_ in members if id_ not in leading)


def part(commission: Commission, seat: Mandate | None, localizer: Localizer) -> Line:
    """Without words for a plain participant."""
    role = localizer.say(seat.role) if seat else ""
    person = seat.person.name if seat and seat.person else ""
    return Line(
        localizer.say(commission.name),
        localizer.urls.url("COMMISSION", id=commission.id),
        ", ".join(filter(None, (person, role))),
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
