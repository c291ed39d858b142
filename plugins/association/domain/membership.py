"""Membership: the tree of its kinds, who may join and how, how many have, what their number brings.

Also which numbers may be told of members who are not named.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from .members import Benefit, MembershipType
from .text import Slug

OWN = frozenset({"id", "name", "plural", "description", "parent", "target"})
"""What a kind of membership does not take over from the wider one."""
LEAST_TOLD = 5
"""Of members who are not named, no fewer are told to be at one place: one alone would be somebody."""


class Admission(StrEnum):
    """How one becomes a member: MIXED where some kinds are open and others by invitation."""

    OPEN = "open"
    INVITATION = "invitation"
    MIXED = "mixed"
    CLOSED = "closed"

    @property
    def is_open(self) -> bool:
        """Whether anybody may be told to join."""
        return self in (Admission.OPEN, Admission.MIXED)


def inherited(type_: MembershipType, wider: Iterable[MembershipType]) -> MembershipType:
    """With what it does not say itself from the wider kinds, the nearest first."""
    whole = type_
    for one in wider:
        whole = replace(
            whole, **{name: getattr(one, name) for name in shared() if getattr(whole, name) in (None, ())}
        )
    return whole


def without_inherited(type_: MembershipType, parent: MembershipType | None) -> MembershipType:
    """Only what is not already said of the wider kind: what a list shows below that one."""
    if parent is None:
        return type_
    empty = MembershipType(type_.id, type_.name)
    same = (name for name in shared() if getattr(type_, name) == getattr(parent, name))
    return replace(type_, **{name: getattr(empty, name) for name in same})


def shared() -> Iterator[str]:
    return (field.name for field in fields(MembershipType) if field.name not in OWN)


def has_ended(type_: MembershipType, today: date) -> bool:
    """`until` is the last day on which somebody could join."""
    return type_.until is not None and type_.until < today


def admission(types: Iterable[MembershipType], today: date) -> Admission:
    """Of the association as a whole; without kinds of membership, everybody may ask."""
    known = tuple(types)
    ways = {way for type_ in known if (way := way_in(type_, known, today))}
    if not known:
        return Admission.OPEN
    if not ways:
        return Admission.CLOSED
    return Admission(ways.pop()) if len(ways) == 1 else Admission.MIXED


def way_in(type_: MembershipType, types: Iterable[MembershipType], today: date) -> str | None:
    """`open` or `invitation`; None for what has ended, or is but a name for narrower kinds."""
    if has_ended(type_, today):
        return None
    is_name_only = any(other.parent == type_.id for other in types) and not type_.join_url
    return type_.admission or (None if is_name_only else "open")


@dataclass(frozen=True, slots=True)
class Branch:
    """A kind of membership, and the narrower ones.

    own: the kind without what its parent says already.
    listed, heads: its members with those of the narrower kinds; heads counts who is not in the directory too.
    target: its own, else that of the narrower kinds together, where each has one.
    way_in: as above.
    """

    type: MembershipType
    own: MembershipType
    listed: int
    heads: int
    target: int | None
    way_in: str | None
    has_ended: bool
    narrower: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Census:
    """How many members there are of each kind, without the narrower ones: in the directory, and all."""

    listed: Mapping[Slug, int]
    heads: Mapping[Slug, int]


def branches(
    types: Sequence[MembershipType], census: Census, today: date, parent: MembershipType | None = None
) -> tuple[Branch, ...]:
    """Below `parent`; without it, from the widest kinds on. What has ended is left out once nobody has it."""
    found = (
        branch(type_, parent, types, census, today)
        for type_ in types
        if type_.parent == (parent.id if parent else None)
    )
    return tuple(one for one in found if one.heads or not one.has_ended)


def branch(
    type_: MembershipType,
    parent: MembershipType | None,
    types: Sequence[MembershipType],
    census: Census,
    today: date,
) -> Branch:
    narrower = branches(types, census, today, type_)
    return Branch(
        type=type_,
        own=without_inherited(type_, parent),
        listed=census.listed.get(type_.id, 0) + sum(one.listed for one in narrower),
        heads=census.heads.get(type_.id, 0) + sum(one.heads for one in narrower),
        target=type_.target or target_of(narrower),
        way_in=way_in(type_, types, today),
        has_ended=has_ended(type_, today),
        narrower=narrower,
    )


def target_of(narrower: Iterable[Branch]) -> int | None:
    """What is wished for of several kinds; None where one of them that still grows has no wish."""
    wishes = [one.target for one in narrower if not one.has_ended]
    known = [wish for wish in wishes if wish]
    return sum(known) if known and len(known) == len(wishes) else None


def sponsors_needed(required: int, joined: date | None, arrivals: Sequence[date]) -> int:
    """No more than there were members already: founders have none.

    arrivals: the days on which members joined, in order, the first day there is where that is unknown.
    """
    return required if joined is None else min(required, bisect_left(arrivals, joined))


def missing(benefit: Benefit, members: int) -> int:
    """How many more members it takes."""
    return max(0, (benefit.members_needed or 0) - members)


def is_available(benefit: Benefit, members: int) -> bool:
    return benefit.status == "available" and not missing(benefit, members)


def telling_nobody(counts: Mapping[str, int], total: int) -> dict[str, int]:
    """Those of `counts`, by place, that name nobody, neither themselves nor by what is left of `total`.

    Fewer than LEAST_TOLD at one place are not told, nor is anything from which they would follow: where fewer
    are left, the smallest number that could be told is left out too. One place of everybody says of each
    where they are, so it is not told either.
    """
    told = {place: count for place, count in counts.items() if count >= LEAST_TOLD}
    left = total - sum(told.values())
    while told and 0 < left < LEAST_TOLD:
        left += told.pop(min(told, key=lambda place: (told[place], place)))
    return told if len(told) + bool(left) > 1 else {}
