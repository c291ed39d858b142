"""What natural persons agreed to show: the rest never becomes part of the domain."""

from dataclasses import fields, replace
from datetime import date
from typing import TypeVar

from ...domain.consent import Consent
from ...domain.member import Member, Person

PersonT = TypeVar("PersonT", Member, Person)

NEEDED_TO_EXIST = frozenset({"id", "kind", "type", "name", "line"})


def counting(consent: Consent | None, today: date) -> Consent | None:
    """The consent from its own day on: until then it is as if there were none."""
    return consent if consent and consent.counts(today) else None


def is_awaited(consent: Consent | None, today: date) -> bool:
    return consent is not None and not consent.counts(today)


def may_be_named(consent: Consent | None, today: date) -> bool:
    return covers("name", consent, today)


def covers(field: str, consent: Consent | None, today: date) -> bool:
    counted = counting(consent, today)
    return counted is not None and counted.covers(field)


def consented(person: PersonT, consent: Consent) -> PersonT:
    """The person with every field they did not name as if it had not been written."""
    optional = (field for field in fields(person) if field.name not in NEEDED_TO_EXIST)
    hidden = {field.name: field.default for field in optional if not consent.covers(field.name)}
    return replace(person, **hidden)
