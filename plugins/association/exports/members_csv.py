"""members.csv: the records of members.json as a table, RFC 4180, for whoever works in a spreadsheet.

Excel, LibreOffice and others run a cell that begins like a formula, so a text never does
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import re
from collections.abc import Iterable
from io import StringIO

from .json_values import Json, Record

COLUMNS = (
    "id name kind type summary skills town town_name lat lon website email phone social url logo people "
    "commissions interns languages joined last_verified"
).split()
"""Only ever added to, at the end."""
TOWN = {"town": "id", "town_name": "name", "lat": "lat", "lon": "lon"}
BETWEEN = " | "

SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋"
"""What formulas begin with, in every width: spreadsheets of East Asia take them for one another."""
RUN = re.compile(rf"[\t\r\n]|\s*[{SIGNS}]")
CELL_WITHIN = re.compile(rf"([;\t\r\n]\s*)(?=[{SIGNS}])")
"""Where a cell begins for a spreadsheet that separates them by semicolons, as Excel does in France."""
PHONE = re.compile(r"\+[0-9][0-9 .()]*")
"""Not with "-" or "/": that would be computed."""


def members_csv(members: Iterable[Record]) -> bytes:
    """UTF-8 without byte order mark, comma, CRLF, a first line with the names of the columns."""
    table = StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(COLUMNS)
    writer.writerows(_row(member) for member in members)
    return table.getvalue().encode()


def _row(member: Record) -> list[str]:
    town = member["town"]
    parts = {column: town[key] if isinstance(town, dict) else None for column, key in TOWN.items()}
    return [_cell({**member, **parts}[column]) for column in COLUMNS]


def _cell(value: Json) -> str:
    text = _text(value)
    if not isinstance(value, str | list | dict):
        return text
    text = CELL_WITHIN.sub(r"\1'", text)
    return f"'{text}" if would_run(text) else text


def _text(value: Json) -> str:
    """Several things with bars between them; a network as `name: address`, a person as `name, role…`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(map(_of_several, value))
    if isinstance(value, dict):
        return BETWEEN.join(f"{key}: {each}" for key, each in value.items())
    return "" if value is None else str(value)


def _of_several(value: Json) -> str:
    return ", ".join(str(each) for each in value.values() if each) if isinstance(value, dict) else str(value)


def would_run(text: str) -> bool:
    """Whether a spreadsheet would compute it; a telephone number may keep its plus."""
    return bool(RUN.match(text)) and not PHONE.fullmatch(text)
