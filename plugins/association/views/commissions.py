"""Commissions as lists show them, and who leads them."""

from dataclasses import dataclass
from datetime import date

from ..domain.commission import Commission, Mandate
from ..drawings.monogram import Monogram, monogram
from ..host.edition import Edition
from .dates import DateRow, rows_for
from .voice import Voice


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


def commission_rows(edition: Edition, voice: Voice) -> tuple[CommissionRow, ...]:
    return tuple(commission_row(commission, edition, voice) for commission in edition.association.commissions)


def commission_row(commission: Commission, edition: Edition, voice: Voice) -> CommissionRow:
    return CommissionRow(
        name=voice.say(commission.name),
        url=voice.urls.url("COMMISSION", id=commission.id),
        kind=voice.say(commission.kind),
        mission=voice.say(commission.mission),
        next=next_date(commission, edition, voice),
    )


def next_date(commission: Commission, edition: Edition, voice: Voice) -> DateRow | None:
    entry = edition.agenda.next_meeting(commission.id, edition.today)
    return rows_for(edition, voice).row(entry) if entry else None


def heads(commission: Commission, today: date, voice: Voice) -> tuple[Head, ...]:
    return tuple(head(mandate, voice) for mandate in commission.heads(today))


def head(mandate: Mandate, voice: Voice) -> Head:
    name, member = mandate.person.name if mandate.person else "", mandate.member
    return Head(
        name=name,
        role=voice.say(mandate.role),
        member=voice.say(member.name) if member else "",
        member_url=voice.urls.url("MEMBER", id=member.id) if member else None,
        since=mandate.since,
        tile=monogram(name or member.name, f"{member.id}/{name}") if member else monogram("", ""),
        unnamed=mandate.unnamed or "",
    )
