"""Commissions as lists show them, and who leads them."""

from dataclasses import dataclass
from datetime import date

from ..domain.commissions import Commission, Mandate
from ..drawings.monogram import Monogram, monogram
from ..host.run import Edition
from .dates import DateRow, rows_for
from .localizer import Localizer


@dataclass(frozen=True, slots=True)
class CommissionRow:
    """next: its next date that takes place, None when none is announced."""

    name: str
    url: str | None
    kind: str
    mission: str
    next: DateRow | None


@dataclass(frozen=True, slots=True)
class Head:
    """Who leads: a person of a member, or (name '') the member alone.

    unnamed: why somebody is not named, a value of domain.commission.Unnamed; '' for everybody else.
        Their member may be: else `member` is ''.
    """

    name: str
    role: str
    member: str
    member_url: str | None
    since: date | None
    tile: Monogram
    unnamed: str = ""


def commission_rows(edition: Edition, localizer: Localizer) -> tuple[CommissionRow, ...]:
    return tuple(
        commission_row(commission, edition, localizer) for commission in edition.association.commissions
    )


def commission_row(commission: Commission, edition: Edition, localizer: Localizer) -> CommissionRow:
    return CommissionRow(
        name=localizer.say(commission.name),
        url=localizer.urls.url("COMMISSION", id=commission.id),
        kind=localizer.say(commission.kind),
        mission=localizer.say(commission.mission),
        next=next_date(commission, edition, localizer),
    )


def next_date(commission: Commission, edition: Edition, localizer: Localizer) -> DateRow | None:
    entry = edition.agenda.next_meeting(commission.id, edition.today)
    return rows_for(edition, localizer).row(entry) if entry else None


def heads(commission: Commission, today: date, localizer: Localizer) -> tuple[Head, ...]:
    return tuple(head(mandate, localizer) for mandate in commission.heads(today))


def head(mandate: Mandate, localizer: Localizer) -> Head:
    name, member = mandate.person.name if mandate.person else "", mandate.member
    return Head(
        name=name,
        role=localizer.say(mandate.role),
        member=localizer.say(member.name) if member else "",
        member_url=localizer.urls.url("MEMBER", id=member.id) if member else None,
        since=mandate.since,
        tile=monogram(name or member.name, f"{member.id}/{name}") if member else monogram("", ""),
        unnamed=mandate.unnamed or "",
    )
