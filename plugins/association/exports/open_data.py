"""JSON for whoever wants to reuse what the site shows: /data/v1/, described in docs/open-data.md.

Absent values are null, lists and mappings empty; keys are only ever added, at the end.
"""

from collections.abc import Iterable
from datetime import date

from ..domain.agenda import Agenda
from ..domain.association import Association
from ..domain.text import Language
from .addresses import Addresses
from .agenda_records import Announced, date_record
from .directory_records import commission_record, member_records
from .json_values import Record, json_document


def members_json(association: Association, addresses: Addresses, language: Language, today: date) -> bytes:
    """today: a member's commissions count the one it leads on that day."""
    return _document("members", member_records(association, addresses, language, today))


def commissions_json(
    association: Association, agenda: Agenda, addresses: Addresses, language: Language, today: date
) -> bytes:
    """today: who is at the head on that day, and the first meeting from then on."""
    return _document(
        "commissions",
        (
            commission_record(commission, agenda, addresses, language, today)
            for commission in association.commissions
        ),
    )


def events_json(
    association: Association, agenda: Agenda, addresses: Addresses, language: Language, uid_domain: str
) -> bytes:
    """uid_domain: as in the calendars, so that a date can be found in both."""
    announced = Announced.by(association, addresses, language, uid_domain)
    return _document("events", (date_record(entry, announced) for entry in agenda.entries))


def _document(name: str, records: Iterable[Record]) -> bytes:
    return json_document({"version": 1, name: list(records)})
