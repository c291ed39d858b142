"""Commissions: who leads them, who takes part, when they meet, and the minutes of what they decided."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from .articles import Picture, Tag
from .meetings import Meeting
from .members import Member, Partner, Person, coming, former, is_within
from .text import Language, Slug, Text, fold, keep_key

PUBLISHED_WITHIN = timedelta(days=15)
"""Of the meeting: what the pages promise; later they are missed."""
BY_GENDER = (
    ("eres$", "er"),
    ("e+$", ""),
    (r"(.)\1$", r"\1"),
    ("tric$", "teur"),
    ("eus$", "eur"),
    ("ares$", "aris"),
    ("(?:st|t|d)er$", "er"),
    ("(?:wo)?man$|person$", ""),
)
"""Ends of words that tell a president from another by gender only, in French, Dutch and English, folded.

They need not be right of every word: what is made of two roles is compared, and never shown.
"""


class Unnamed(StrEnum):
    """Why somebody at the head of a commission is not named; the values are those of the open data.

    WITHHELD: a person who did not agree to be. UNLISTED: a member who is not in the public directory.
    """

    WITHHELD = "withheld"
    UNLISTED = "unlisted"


@dataclass(frozen=True, slots=True)
class Mandate:
    """A seat at the head of a commission, or on a board; `person` only if they consented to be shown.

    member: None also where the person is one of the association's own.

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
        return is_within(on, self.since, self.until)


@dataclass(frozen=True, slots=True)
class Seat:
    """A mandate as it is written, of whomever: what tells a role that is taken from one that is free.

    is_over: or who had it has left. tells_role: whether its role may be published.
    """

    role: Text | None
    is_over: bool
    tells_role: bool = True


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A seat that nobody has taken up; `role` is None where it was not for the public."""

    role: Text | None = None


def vacancies(seats: Iterable[Seat], language: Language) -> tuple[Vacancy, ...]:
    """Roles whose mandates are over, and that nobody has or is about to have; each once.

    A seat without a role is free when nobody is in office at all: see Commission.is_vacant.
    """
    taken, free, untold = set[str](), dict[str, Vacancy](), set[str]()
    for seat in seats:
        key = role_key(seat.role, language)
        if not seat.is_over:
            taken.add(key)
        elif key and seat.tells_role:
            free[key] = Vacancy(seat.role)
        elif key:
            untold.add(key)
    told = tuple(vacancy for key, vacancy in free.items() if key not in taken)
    return (*told, Vacancy()) if untold - taken - free.keys() else told


def role_key(role: Text | None, language: Language) -> str:
    """By which a role is known whoever has it: « Présidente », « Président », « Président(e) » are one."""
    words: list[str] = []
    for word in re.findall(r"[^\W_]+", fold(role.to(language)) if role else ""):
        for ending, other in BY_GENDER:
            word = re.sub(ending, other, word)
        if word and not (words and words[-1].endswith(word)):
            words.append(word)
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Commission:
    """`members` holds published members only; `meetings` public ones only.

    meets_privately: all its meetings are for members only, of which nothing else is told here.
    is_governing: a board or another body that decides for the association.
    chairs: those of people who are not named only while they are in office.
    vacancies: seats whose last mandate is over, today.
    awaits_head: somebody, named or not, has been appointed whose time has not come.
    expects_minutes: it publishes minutes of every meeting, so that a missing one is worth a word.
    """

    id: Slug
    name: Text
    kind: Text | None = None
    is_governing: bool = False
    mission: Text | None = None
    description: Text | None = None
    chairs: tuple[Mandate, ...] = ()
    vacancies: tuple[Vacancy, ...] = ()
    members: tuple[Member, ...] = ()
    partners: tuple[Partner, ...] = ()
    email: str | None = None
    url: str | None = None
    charter: str | None = None
    meetings: tuple[Meeting, ...] = ()
    meets_privately: bool = False
    expects_minutes: bool = False
    awaits_head: bool = False

    @property
    def tells_more(self) -> bool:
        """Than what it is for and who is on it."""
        return bool(self.description or self.meetings or self.partners or self.charter or self.url)

    def is_vacant(self, on: date) -> bool:
        """Nobody leads it, and nobody is about to: the place is free."""
        return not self.heads(on) and not self.awaits_head

    def heads(self, on: date) -> tuple[Mandate, ...]:
        return tuple(mandate for mandate in self.chairs if mandate.is_current(on))

    def coming(self, on: date) -> tuple[Mandate, ...]:
        """Of those who are named."""
        return coming(self.chairs, on)

    def former(self, on: date) -> tuple[Mandate, ...]:
        """Of those who are named."""
        return former(self.chairs, on)


def governing(commissions: Iterable[Commission]) -> tuple[Commission, ...]:
    """The bodies, without what they do."""
    return tuple(
        replace(one, description=None, partners=(), meetings=()) for one in commissions if one.is_governing
    )


def without_people(commission: Commission) -> Commission:
    """For what tells of its meetings only."""
    return replace(commission, chairs=(), vacancies=(), members=(), partners=())


def to_ask(commissions: Iterable[Commission], members: Iterable[Member]) -> Commission | None:
    """The one that most of those take part in, among commissions that have an address."""
    ids = {member.id for member in members}
    sizes = [
        (sum(member.id in ids for member in one.members), one)
        for one in commissions
        if one.email and not one.is_governing
    ]
    most = max(sizes, key=lambda size: size[0], default=None)
    return most[1] if most and most[0] else None


def only_named(commission: Commission) -> Commission:
    """For what says whose it is, and no more."""
    return Commission(commission.id, commission.name)


def without_meetings(commission: Commission) -> Commission:
    """For what tells who takes part."""
    return replace(only_named(commission), chairs=commission.chairs, members=commission.members)


def working_with(partner: Slug, commissions: Iterable[Commission]) -> tuple[Commission, ...]:
    """Those that name the partner, in their order."""
    return tuple(one for one in commissions if any(partner == named.id for named in one.partners))


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
