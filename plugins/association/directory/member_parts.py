"""Where a member takes part: commissions, and who stood for whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ..domain.commission import Commission, Mandate
from ..domain.member import Member
from ..domain.slugs import Slug
from ..views.contact import LabelledLink
from ..views.voice import Voice


@dataclass(frozen=True, slots=True)
class Part:
    """Taking part in a commission; role and person are '' for a plain participant."""

    commission: str
    url: str | None
    role: str
    person: str


def parts(member: Member, commissions: Iterable[Commission], today: date, voice: Voice) -> tuple[Part, ...]:
    return tuple(
        part(commission, seat, voice)
        for commission in commissions
        for seat in seats(member, commission, today)
    )


def seats(member: Member, commission: Commission, today: date) -> tuple[Mandate | None, ...]:
    """The member's current mandates, else None once if they merely take part."""
    mandates = tuple(seat for seat in commission.heads(today) if seat.member and seat.member.id == member.id)
    takes_part = any(own.id == member.id for own in commission.members)
    return mandates or ((None,) if takes_part else ())


def part(commission: Commission, seat: Mandate | None, voice: Voice) -> Part:
    return Part(
        commission=voice.say(commission.name),
        url=voice.urls.url("COMMISSION", id=commission.id),
        role=voice.say(seat.role) if seat else "",
        person=seat.person.name if seat and seat.person else "",
    )


@dataclass(frozen=True, slots=True)
class Ties:
    """Who stood for whom when they joined: members by the id of the one who was recommended, or did it."""

    sponsors: Mapping[Slug, tuple[Member, ...]]
    sponsored: Mapping[Slug, tuple[Member, ...]]


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


def links(members: Iterable[Member], voice: Voice) -> tuple[LabelledLink, ...]:
    return tuple(
        LabelledLink(voice.say(member.name), voice.urls.url("MEMBER", id=member.id)) for member in members
    )
