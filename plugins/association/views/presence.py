"""Who offers what where, as an introduction says it: how many, who when they are few, where from."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.member import Member
from ..domain.places import Town
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


def presence(members: tuple[Member, ...], voice: Voice, town: Town | None = None) -> Presence:
    """Of a list of members, in `town` or anywhere."""
    away = tuple(member for member in members if town and not is_in(member, town))
    names = tuple(voice.say(member.name) for member in members)
    return Presence(
        total=len(members),
        here=len(members) - len(away) if town else 0,
        coming=len(away),
        names=in_a_row(names, voice.language) if len(names) <= FEW else "",
        origins=origins(away, voice),
    )


def is_in(member: Member, town: Town) -> bool:
    return member.town is not None and member.town.id == town.id


def origins(members: Iterable[Member], voice: Voice) -> str:
    """The towns of those members, most of them first; only when each has one."""
    towns = [member.town for member in members]
    counts = Counter(town.id for town in towns if town)
    names = {town.id: voice.say(town.name) for town in towns if town}
    if None in towns or len(counts) > FEW:
        return ""
    ordered = sorted(names, key=lambda id_: (-counts[id_], names[id_], id_))
    return in_a_row(tuple(from_town(names[id_], voice.language) for id_ in ordered), voice.language)
