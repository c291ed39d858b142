"""Days of members.yaml that have not come: what they keep off the site, and that this is said.

A person is asked before they are written down, a charter is signed before the day is noted:
such a day is rather a slip of the pen, and nobody would see what it hides.
"""

from datetime import date

from ...domain.consent import Consent
from ...problems import sentence
from ..desk import Desk
from ..shapes.members import MemberShape
from ..spots import Spot
from .consent import is_awaited

FACTS = ("charter_signed", "last_verified")
"""What has happened already, or is not true yet."""


def tell_of_coming_days(shape: MemberShape, spot: Spot, desk: Desk) -> None:
    """Of a member whom nothing else keeps off the site."""
    if shape.kind == "person":
        tell_of_consent(shape.consent, shape.name, spot / "consent", desk)
    for index, person in enumerate(shape.people):
        tell_of_consent(person.consent, person.name, spot / "people" / index / "consent", desk)
    tell_of_joining(shape, spot / "joined", desk)
    has_joined = not shape.joined or shape.joined <= desk.site.today
    for fact in FACTS if has_joined else ():
        tell_of_fact(fact, getattr(shape, fact), shape.name, spot / fact, desk)


def tell_of_consent(consent: Consent | None, name: str, spot: Spot, desk: Desk) -> None:
    if consent and is_awaited(consent, desk.site.today):
        desk.warn(
            spot.place,
            "future-consent",
            sentence(
                'the consent of "{name}" counts from {day} on; they appear nowhere before that day',
                name=name,
                day=consent.date,
            ),
            sentence("if they have agreed already, write the day on which they did"),
        )


def tell_of_joining(shape: MemberShape, spot: Spot, desk: Desk) -> None:
    if shape.joined and shape.joined > desk.site.today:
        desk.warn(
            spot.place,
            "future-day",
            sentence(
                '"{member}" joins on {day}; it is not published before that day',
                member=shape.name,
                day=shape.joined,
            ),
            sentence("if it has joined already, write the day on which it did"),
        )


def tell_of_fact(fact: str, day: date | None, member: str, spot: Spot, desk: Desk) -> None:
    if day and day > desk.site.today:
        desk.warn(
            spot.place,
            "future-day",
            sentence(
                '"{fact}" of "{member}" is {day}, which has not come; it is not shown before that day',
                fact=fact,
                member=member,
                day=day,
            ),
            sentence("write the day on which it was done"),
        )


def only_past(day: date | None, today: date) -> date | None:
    """A page does not say of a day to come that something was done on it."""
    return day if day and day <= today else None
