"""Who is found where: how many, who when they are few, where from; and a list of them in two parts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..domain.groups import Members
from ..domain.member import Member
from ..domain.nearness import Coming, Reach, lives_in
from ..domain.places import Town
from .facets import whole_kilometres
from .members import Cards, MemberCard
from .voice import Voice
from .wording import from_town, in_a_row

FEW = 3
"""As many members are named, and as many towns they come from."""


@dataclass(frozen=True, slots=True)
class Presence:
    """total: all on the list; here: those of the town itself; coming: those who come there.

    names: « Alpha, Bêta et Gamma » when they are few, else ''.
    origins: « d’Arras et de Douai », where those who come are from; '' when unknown or too many.
    """

    total: int
    here: int
    coming: int
    names: str
    origins: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """distance: whole kilometres from the member's own town, 0 for less than one; None if unknown."""

    member: MemberCard
    distance: int | None = None


@dataclass(frozen=True, slots=True)
class ListPart:
    """kind: here or coming. A page of a long list may have one of them alone; none is empty."""

    kind: str
    entries: tuple[ListEntry, ...]


def presence(members: tuple[Member, ...], voice: Voice, town: Town | None = None) -> Presence:
    """Of a list of members, in `town` or anywhere."""
    away = tuple(member for member in members if town and not lives_in(member, town))
    names = tuple(voice.say(member.name) for member in members)
    return Presence(
        total=len(members),
        here=len(members) - len(away) if town else 0,
        coming=len(away),
        names=in_a_row(names, voice.language) if len(names) <= FEW else "",
        origins=origins(away, voice),
    )


def origins(members: Iterable[Member], voice: Voice) -> str:
    """The towns of those members, most of them first; only when each has one."""
    towns = [member.town for member in members]
    counts = Counter(town.id for town in towns if town)
    names = {town.id: voice.say(town.name) for town in towns if town}
    if None in towns or len(counts) > FEW:
        return ""
    ordered = sorted(names, key=lambda id_: (-counts[id_], names[id_], id_))
    return in_a_row(tuple(from_town(names[id_], voice.language) for id_ in ordered), voice.language)


def list_parts(reach: Reach, shown: Members, cards: Cards) -> tuple[ListPart, ...]:
    """Of the list of a town, what of each part is on the page that shows these members."""
    ids = {member.id for member in shown}
    here = (ListEntry(cards.card(member)) for member in reach.residents if member.id in ids)
    coming = (list_entry(one, cards) for one in reach.coming if one.member.id in ids)
    return tuple(filled(("here", tuple(here)), ("coming", tuple(coming))))


def list_entry(one: Coming, cards: Cards) -> ListEntry:
    return ListEntry(cards.card(one.member), whole_kilometres(one.distance))


def filled(*parts: tuple[str, tuple[ListEntry, ...]]) -> Iterator[ListPart]:
    return (ListPart(kind, entries) for kind, entries in parts if entries)
