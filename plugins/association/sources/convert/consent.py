"""What natural persons agreed to show: the rest never becomes part of the domain."""

from dataclasses import fields, replace
from typing import TypeVar

from ...domain.consent import Consent
from ...domain.member import Member, Person

PersonT = TypeVar("PersonT", Member, Person)

NEEDED_TO_EXIST = frozenset({"id", "kind", "type", "name", "line"})


def may_be_named(consent: Consent | None) -> bool:
    return consent is not None and consent.covers("name")


def consented(person: PersonT, consent: Consent) -> PersonT:
    """The person with every field they did not name as if it had not been written."""
    optional = (field for field in fields(person) if field.name not in NEEDED_TO_EXIST)
    hidden = {field.name: field.default for field in optional if not consent.covers(field.name)}
    return replace(person, **hidden)
