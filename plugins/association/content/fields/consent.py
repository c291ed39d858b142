"""The consent of a natural person: a date, or a date and the fields it is given for."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...domain.members import Consent, consent_fields
from ...problems import sentence
from ..suggestions import did_you_mean
from ..yaml.source import Refusal
from .base import Fault, Form, Refused, faults_of, refused, text_of, unknown_key
from .base import text as text_form
from .dates import DAY_FORM, day

CONSENT_FIELDS = consent_fields()
KEYS = ("date", "fields")

IN_PARTS: Form = {
    "type": "object",
    "properties": {
        "date": text_form(f"^{DAY_FORM}$"),
        "fields": {"type": "array", "items": {"enum": list(CONSENT_FIELDS)}, "minItems": 1},
    },
    "required": ["date"],
    "additionalProperties": False,
}


def consent(value: object) -> Consent:
    """`2026-09-01` is for all fields; `{date: 2026-09-01, fields: [name, role]}` for these."""
    if isinstance(value, dict):
        return consent_in_parts(value)
    if isinstance(value, bool) or (
        isinstance(value, str) and value.strip().lower() in ("true", "yes", "oui")
    ):
        raise refused(
            "bad-consent",
            sentence('found "{found}", expected the date of the consent', found=text_of(value)),
            sentence("write the day on which they agreed, for example {example}", example="2026-09-01"),
        )
    return Consent(day(value))


def consent_in_parts(parts: dict[str, object]) -> Consent:
    faults = [Fault(unknown_key(key, KEYS), (key,), about_key=True) for key in parts if key not in KEYS]
    if "date" in parts:
        faults += faults_of(day, parts["date"], "date")
    else:
        faults.append(Fault(without_date()))
    if "fields" in parts:
        faults += faults_of(field_names, parts["fields"], "fields")
    if faults:
        raise Refused(*faults)
    return Consent(day(parts["date"]), field_names(parts["fields"]) if "fields" in parts else None)


def field_names(value: object) -> frozenset[str]:
    if not isinstance(value, list | tuple) or not value:
        raise refused(
            "bad-consent",
            sentence("found no list of fields, expected one such as [name, role]"),
            sentence("list the fields they agreed to, or write only the date for all of them"),
        )
    names = [text_of(name) for name in value]
    unknown = [
        Fault(unknown_field(name), (index,)) for index, name in enumerate(names) if name not in CONSENT_FIELDS
    ]
    if unknown:
        raise Refused(*unknown)
    return frozenset(names)


def unknown_field(name: str) -> Refusal:
    hint = did_you_mean(name, CONSENT_FIELDS) or sentence(
        "write the keys of the entry, such as name, role or email"
    )
    return Refusal("unknown-value", sentence('unknown field "{name}" in a consent', name=name), hint)


def without_date() -> Refusal:
    return Refusal(
        "missing-field",
        sentence('the consent has no "{field}"', field="date"),
        sentence("write the day on which they agreed, for example {example}", example="date: 2026-09-01"),
    )


ConsentField = Annotated[
    Consent, PlainValidator(consent), WithJsonSchema({"anyOf": [text_form(f"^{DAY_FORM}$"), IN_PARTS]})
]
