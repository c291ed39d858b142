"""How a value of the domain is written in JSON. None is null: absent, or a page that is switched off."""

import json
from datetime import date, datetime

from .addresses import Address, Addresses

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Record = dict[str, Json]


def iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def link(address: Address) -> str | None:
    return address or None


def image(path: str | None, addresses: Addresses) -> str | None:
    return link(addresses.file(path)) if path else None


def json_document(document: Record) -> bytes:
    """One value a line, accents as they are: people read these files too."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
