"""Commissions: who leads them, who takes part, when they meet, and the minutes of what they decided."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from .articles import Picture, Tag
from .meetings import Meeting
from .members import Member, Partner, Person
from .text import Language, Slug, Text, keep_key

PUBLISHED_WITHIN = timedelta(days=15)
"""Of the meeting: what the pages promise; later they are missed."""


class Unnamed(StrEnum):
    """Why somebody at the head of a commission is not named; the values are those of the open data.

    WITHHELD: a person who did not agree to be. UNLISTED: a member who is not in the public directory.
    """

    WITHHELD = "withheld"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Mandate:
    """A seat at the head of a commission; `person` only if they consented to be shown.

    unnamed: somebody has the seat whose name is not published, nor anything else of theirs: no role and
        no dates. `member` is None unless a published member has it through a person who is withheld.
    """

    member: Member | None
    person: Person | None = None
    role: Text | None = None
    since: date | None = None
    until: date | None = None
    unnamed: Unnamed | None = None

    def is_current(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Commission:
    """`members` holds published members only; `meetings` public ones only.

    chairs: seats that are not over; those of people who are not named only while they are in office.
    awaits_head: somebody, named or not, has been appointed whose time has not come.
    expects_minutes: it publishes minutes of every meeting, so that a missing one is worth a word.
    """

    id: Slug
    name: Text
    kind: Text | None = None
    mission: Text | None = None
    description: Text | None = None
    chairs: tuple[Mandate, ...] = ()
    members: tuple[Member, ...] = ()
    partners: tuple[Partner, ...] = ()
    email: str | None = None
    url: str | None = None
    charter: str | None = None
    meetings: tuple[Meeting, ...] = ()
    expects_minutes: bool = False
    awaits_head: bool = False

    def is_vacant(self, on: date) -> bool:
        """Nobody leads it, and nobody is about to: the place is free."""
        return not self.heads(on) and not self.awaits_head

    def heads(self, on: date) -> tuple[Mandate, ...]:
        return tuple(mandate for mandate in self.chairs if mandate.is_current(on))


def without_people(commission: Commission) -> Commission:
    """For what tells of its meetings only."""
    return replace(commission, chairs=(), members=())


def only_named(commission: Commission) -> Commission:
    """For what says whose it is, and no more."""
    return Commission(commission.id, commission.name)


def without_meetings(commission: Commission) -> Commission:
    """For what tells who takes part."""
    return replace(only_named(commission), chairs=commission.chairs, members=commission.members)


@dataclass(frozen=True, slots=True)
class Minutes:
    """Of the meeting of `day`. `title` is None when they have no other name than that; `body` is Markdown."""

    commission: Slug
    day: date
    title: Text | None = None
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    source: str = ""
    key: Slug = ""

    def __post_init__(self) -> None:
        keep_key(self, f"{self.commission}/{self.day}")


@lru_cache(maxsize=16384)
def without_minutes_body(minutes: Minutes) -> Minutes:
    """For lists."""
    return replace(minutes, body="")


def of_commission(minutes: Iterable[Minutes], commission: Slug) -> tuple[Minutes, ...]:
    return tuple(one for one in minutes if one.commission == commission)


def latest_first(minutes: Iterable[Minutes]) -> tuple[Minutes, ...]:
    return tuple(sorted(minutes, key=lambda one: (-one.day.toordinal(), one.commission)))
