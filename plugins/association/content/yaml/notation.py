"""Whether two ways of writing mean the same: what JavaScript makes of a number changes nothing."""

import re
from contextlib import suppress
from datetime import datetime
from decimal import Decimal, InvalidOperation

from .text_edits import SourceText
from .tree import Items, Node, Point, Value

NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
RADIX = re.compile(r"0[xo][0-9a-fA-F]+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
LONGEST = 40


def is_same(old: Value, meant: Value, source: SourceText, start: Point | None = None) -> bool:
    """Whether `old`, which stands in `source`, already says what is meant; what is empty says nothing."""
    match old, meant:
        case str(), str():
            return is_same_text(old, meant, is_plain_at(source, start))
        case Node(), dict():
            kept = stripped(meant)
            own = {key: value for key, value in old.items() if not is_empty(value)}
            return own.keys() == kept.keys() and all(
                is_same(value, kept[key], source, old.marks[key][:2]) for key, value in own.items()
            )
        case Items(), list():
            wanted_items = [part for part in meant if not is_empty(part)]
            own_items = [(n, part) for n, part in enumerate(old) if not is_empty(part)]
            return len(own_items) == len(wanted_items) and all(
                is_same(part, wanted_items[n], source, old.marks[number][:2])
                for n, (number, part) in enumerate(own_items)
            )
    return is_empty(old) and is_empty(meant)


def is_plain_at(source: SourceText, start: Point | None) -> bool:
    return start is not None and not source.opens_with(start, "'\"|>")


def is_same_text(old: str, meant: str, is_plain: bool) -> bool:
    if old.rstrip("\n") == meant.rstrip("\n"):
        return True
    return is_plain and len(old) <= LONGEST and in_javascript(old) == meant


def in_javascript(text: str) -> str | None:
    """A word without quotes as a program in JavaScript writes it after reading it."""
    if RADIX.fullmatch(text):
        return str(int(text[2:], 16 if text[1] == "x" else 8)) if not is_wrong_octal(text) else None
    if NUMBER.fullmatch(text):
        return number(text)
    if MOMENT.fullmatch(text):
        with suppress(ValueError):
            return datetime.fromisoformat(text).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    return text.lower() if text in ("True", "TRUE", "False", "FALSE") else None


def is_wrong_octal(text: str) -> bool:
    return text[1] == "o" and not set(text[2:]) <= set("01234567")


def number(text: str) -> str | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if value.adjusted() > 20 or value.adjusted() < -6:
        return None
    found = Decimal(repr(float(value)))
    return format(found.quantize(1) if found == found.to_integral_value() else found.normalize(), "f")


def is_empty(value: Value) -> bool:
    """Whether nothing is said in it, however deep."""
    if isinstance(value, str):
        return not value.strip()
    return all(is_empty(part) for part in (value if isinstance(value, list) else value.values()))


def pruned(value: Value) -> Value:
    """Without what is empty, however deep."""
    if isinstance(value, dict):
        return {key: pruned(part) for key, part in value.items() if not is_empty(part)}
    if isinstance(value, list):
        return [pruned(part) for part in value if not is_empty(part)]
    return value


def stripped(meant: dict[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in meant.items() if not is_empty(value)}


def wanted(before: Node, meant: dict[str, Value]) -> dict[str, Value]:
    """What is to stand there: an empty list where there was one that held something, or was empty already."""
    return {
        key: value
        for key, value in meant.items()
        if not is_empty(value) or (isinstance(value, list | dict) and key in before)
    } | {key: value for key, value in before.items() if key not in meant and is_empty(value)}
