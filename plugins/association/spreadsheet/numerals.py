"""Phone numbers, postal codes and ids that a spreadsheet took for numbers, as they were.

A number loses its leading zero and gains a fraction (62300.0, 3.21E8). What cannot be told any more, such as
3,21E+08 of which the last digits are gone, is an error.
"""

import re
from dataclasses import replace

from ..problems import Problem, sentence
from .table import Cell

FRACTION = re.compile(r"(\d+)[.,]0+")
POWER = re.compile(r"(\d)(?:[.,](\d+))?E(\+?)(\d{1,2})", re.IGNORECASE)
PHONE, CODE = "phone", "postal_code"
NUMERALS = frozenset({PHONE, CODE, "id"})
FRENCH_PHONE, FRENCH_CODE = 9, 4
"""Digits that are left of ten and of five without the leading zero."""


def digits_of(text: str) -> str | None:
    """Of what is written as a number; None where digits are lost."""
    if found := FRACTION.fullmatch(text):
        return found[1]
    if found := POWER.fullmatch(text):
        first, rest, sign, power = found[1], found[2] or "", found[3], int(found[4])
        if len(rest) > power or (sign and len(rest) < power):
            return None  # a sign is how a cell that is too narrow shows it, rounded
        return (first + rest).ljust(power + 1, "0")
    return text


def is_lost(cell: Cell) -> bool:
    return digits_of(cell.text) is None


def lost(cell: Cell) -> Problem:
    said = sentence('found "{found}": the last digits of this number are lost', found=cell.text)
    hint = sentence("in the spreadsheet, make texts of the column, type it again and export it again")
    return Problem(cell.place, "lost-digits", said, hint)


def mended(cell: Cell, key: str, is_french: bool) -> Cell:
    """`cell` as it was typed, if it holds a number; is_french: nothing says another country."""
    digits = digits_of(cell.text)
    if key not in NUMERALS or digits is None:
        return cell
    is_number = cell.kind == "number" or digits != cell.text
    if key == PHONE and digits.isascii() and digits.isdigit():
        return replace(cell, text=phone(digits, is_french))
    if key == CODE and is_number and digits.isdigit() and len(digits) == FRENCH_CODE and is_french:
        return replace(cell, text=f"0{digits}")
    return replace(cell, text=digits)


def phone(digits: str, is_french: bool) -> str:
    """Of digits alone: 321000000 was 0321000000, and 33321000000 was +33321000000."""
    if len(digits) == FRENCH_PHONE and digits[0] != "0" and is_french:
        return f"0{digits}"
    return f"+{digits}" if len(digits) == FRENCH_PHONE + 2 and digits.startswith("33") else digits
