"""Commissions: who leads them, who takes part, when they meet."""

from dataclasses import dataclass
from datetime import date

from .meeting import Meeting
from .member import Member, Partner, Person
from .slugs import Slug
from .text import Text


@dataclass(frozen=True, slots=True)
class Mandate:
    """A seat at the head of a commission; `person` only if they consented to be shown."""

    member: Member
    person: Person | None = None
    role: Text | None = None
    since: date | None = None
    until: date | None = None

    def is_current(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Commission:
    """`members` and `chairs` hold published members only; `meetings` public ones only.

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

    def heads(self, on: date) -> tuple[Mandate, ...]:
        return tuple(mandate for mandate in self.chairs if mandate.is_current(on))
