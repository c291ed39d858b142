"""The order in which readers look up names: that of the Unicode CLDR, not that of code points.

Its root order is that of French, Dutch, English, German, Italian and Portuguese: letters whatever their
case and accents (œ is oe, Dutch ĳ is ij, ß is ss), then accents, then small letters before capitals.
Names are compared word by word, whatever stands between the words, and numbers by their value.
feruca knows the letters. It is imported only where a name has others than those of English, which have the
same order with and without it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from .domain.association import Association
from .domain.commissions import Commission
from .domain.members import Member
from .domain.text import fold

ThingT = TypeVar("ThingT")
Key = tuple[str, str]

BETWEEN_WORDS = re.compile(r"[\s'’ʼ‐‑–/.,_-]+")
FIRST = "`"
"""Stands between words: the first sign of the root order that counts there, before digits and letters."""
DIGITS = re.compile(r"[0-9]+")
LONGEST_NUMBER = 12
PLAIN = re.compile(r"[A-Za-z0-9`]*")


def in_order(
    things: Iterable[ThingT], name: Callable[[ThingT], object], tie: Callable[[ThingT], str]
) -> tuple[ThingT, ...]:
    """By their names; tie: what decides between things of the same name."""
    found = [(compared(str(name(thing))), tie(thing), thing) for thing in things]
    ranks = ranked({words for words, _, _ in found})
    return tuple(thing for *_, thing in sorted(found, key=lambda one: (ranks[one[0]], one[1])))


def compared(name: str) -> str:
    """The words of a name, its numbers all of one length."""
    words = BETWEEN_WORDS.sub(FIRST, name).strip(FIRST)
    return DIGITS.sub(lambda number: number[0].zfill(LONGEST_NUMBER), words)


def ranked(names: set[str]) -> Mapping[str, int]:
    """Set out from one order, so that what is no different to a reader has one too."""
    return {name: rank for rank, name in enumerate(collated(sorted(names)))}


def collated(names: list[str]) -> list[str]:
    if all(map(PLAIN.fullmatch, names)):
        return sorted(names, key=plain_key)
    from feruca import collate

    return collate(names, "default")


def plain_key(name: str) -> Key:
    return name.lower().replace(FIRST, " "), name.swapcase()


def letter_of(name: str) -> str:
    """Under which letter it is looked up; '' where it begins with none."""
    first = fold(compared(name))[:1].upper()
    return first if first.isalpha() else ""


def members_in_order(members: Iterable[Member]) -> tuple[Member, ...]:
    return in_order(members, lambda member: member.name, lambda member: member.id)


def with_names_in_order(association: Association) -> Association:
    """What the association has in the order of names, after names have changed: in another language."""
    return replace(
        association,
        members=members_in_order(association.members),
        commissions=tuple(map(with_members_in_order, association.commissions)),
        calendars=in_order(association.calendars, lambda one: one.title, lambda one: one.source),
    )


def with_members_in_order(commission: Commission) -> Commission:
    """The very one, where they are."""
    members = members_in_order(commission.members)
    return commission if members == commission.members else replace(commission, members=members)
