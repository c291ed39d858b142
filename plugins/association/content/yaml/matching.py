"""Which entry of a list became which: by id or, without, by what they hold."""

from collections.abc import Iterator
from functools import partial

from .notation import is_empty, is_same
from .text_edits import SourceText
from .tree import Items, Value

NAMES = ("id", "slug", "date", "start", "name", "title")


def pairs(old: Items, meant: list[Value], source: SourceText) -> Iterator[tuple[int | None, Value]]:
    """The values that are meant, in their order, with the number of the old one that each was."""
    values = [value for value in meant if not is_empty(value)]
    free = dict(enumerate(old))
    found: dict[int, int] = {}
    for fits in (partial(same_entry, old, source), same_id, alike):
        for place, value in enumerate(values):
            if place in found:
                continue
            number = next((number for number, one in free.items() if fits(number, one, value)), None)
            if number is not None:
                found[place] = number
                del free[number]
    left = [place for place in range(len(values)) if place not in found]
    if len(left) == len(free) and len(values) == len(old):
        found |= {place: number for place, number in zip(left, free, strict=True) if has_no_id(values[place])}
    return ((found.get(place), value) for place, value in enumerate(values))


def same_entry(old: Items, source: SourceText, number: int, one: Value, value: Value) -> bool:
    if isinstance(one, dict) and isinstance(value, dict) and one.get("id") != value.get("id"):
        return False
    return is_same(one, value, source, old.marks[number][:2])


def same_id(number: int, one: Value, value: Value) -> bool:
    return isinstance(one, dict) and isinstance(value, dict) and "id" in one and one["id"] == value.get("id")


def alike(number: int, one: Value, value: Value) -> bool:
    """Without an id: one that has the same name or day, else most of it."""
    if not isinstance(one, dict) or not isinstance(value, dict) or "id" in one or "id" in value:
        return False
    if any(key in one and one[key] == value.get(key) for key in NAMES):
        return True
    shared = sum(value.get(key) == part for key, part in one.items())
    return shared * 2 >= max(len(one), len(value))


def has_no_id(value: Value) -> bool:
    return not isinstance(value, dict) or "id" not in value
