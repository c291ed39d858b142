"""Members as lists show them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..domain.member import Member
from ..domain.slugs import Slug
from ..drawings.monogram import Monogram, monogram
from ..host.pictures import PublishedImage
from .voice import Voice


@dataclass(frozen=True, slots=True)
class MemberCard:
    """A line of the directory."""

    name: str
    url: str | None
    summary: str
    town: str
    type: str
    takes_interns: bool
    tile: Monogram
    logo: PublishedImage | None


@dataclass(frozen=True, slots=True)
class Cards:
    """Makes cards of members, each once: a member stands on many pages."""

    voice: Voice
    made: dict[Slug, MemberCard] = field(default_factory=dict)

    def of(self, members: Iterable[Member]) -> tuple[MemberCard, ...]:
        return tuple(self.card(member) for member in members)

    def card(self, member: Member) -> MemberCard:
        if member.id not in self.made:
            self.made[member.id] = member_card(member, self.voice)
        return self.made[member.id]


def member_card(member: Member, voice: Voice) -> MemberCard:
    return MemberCard(
        name=voice.say(member.name),
        url=voice.urls.url("MEMBER", id=member.id),
        summary=voice.say(member.summary),
        town=voice.say(member.town.name) if member.town else "",
        type=voice.say(member.type.name) if member.type else "",
        takes_interns=member.interns,
        tile=monogram(member.name, member.id),
        logo=voice.portrait(member.logo),
    )
