"""Who has resigned, as the exports of French tools say it.

Only columns whose title leaves no doubt are read; a membership that has merely expired is none of them.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date, datetime

from .columns import ColumnNames, bare
from .table import Cell, TableRow

ACTIVE = frozenset(
    "activite_adh|actif|active|actif/inactif|actif / inactif|membre actif|adherent actif|compte actif|compte"
    "|est actif|toujours membre|toujours adherent|encore membre|active account|account".split("|")
)
"""Titles of columns that say whether somebody is a member; Galette's list says Compte."""

RESIGNED = frozenset(
    "demissionnaire|demission|a demissionne|radie|radiation|exclu|resilie|resiliation|ancien membre"
    "|ancien adherent|inactif|depart|parti|sorti|desinscrit|date de demission|date de sortie"
    "|date de radiation|date de depart|date de resiliation|date demission|date sortie|date radiation"
    "|date depart|date resiliation|demissionne le|demission le|parti le|sorti le|radie le".split("|")
)
"""Titles of columns that say that somebody is none any more, or since when."""

STATUS = frozenset(
    "statut|etat|situation|statut du membre|statut de l'adherent|statut membre|statut adherent"
    "|statut de l'adhesion|statut adhesion|etat de l'adhesion|etat du membre|etat de l'adherent|categorie"
    "|categorie de membre|type de membre|status".split("|")
)
SAYING = ACTIVE | RESIGNED | STATUS
NO = frozenset("0|non|no|n|f|faux|false|inactif|inactive|desactive|desactivee".split("|"))
YES = frozenset("1|oui|yes|o|x|vrai|true".split("|"))
LEFT = re.compile(
    r"(?:(?:membres?|adherente?s?) (?:demissionnaires?|radiee?s?|exclue?s?|inactifs?)|demissionnaires?"
    r"|demission|a demissionne|demissionnee?s?|radiee?s?|radiation|exclue?s?|resiliee?s?|anciene?s? membres?"
    r"|ancien(?:ne)?s? adherente?s?|inactifs?|inactives?|partie?s?|sortie?s?|decedee?s?|desinscrite?s?"
    r"|non[- ]membres?)(?: (?:le|depuis|en|au|du|depuis le) .{1,40})?"
)
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y %H:%M", "%d/%m/%y")


def has_resigned(row: TableRow, header: ColumnNames, today: date, but: Collection[int] = ()) -> bool:
    """but: columns that the mapping reads as the day of leaving, which is then written."""
    titles = ((title, number) for title, number in header.bare if title in SAYING and number not in but)
    return any(says_left(title, row.cells[number], today) for title, number in titles)


def says_left(title: str, cell: Cell, today: date) -> bool:
    said = bare(cell.text).replace("(e)", "e").replace("·e", "e")
    if title in ACTIVE:
        return said in NO or LEFT.fullmatch(said) is not None
    if title in RESIGNED:
        day = day_of(cell.text)
        return day <= today if day else said in YES or LEFT.fullmatch(said) is not None
    return title in STATUS and LEFT.fullmatch(said) is not None


def day_of(text: str, forms: Sequence[str] = DAYS) -> date | None:
    for form in forms:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None
