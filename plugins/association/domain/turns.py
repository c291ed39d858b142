"""Whose turn it is to come first: a fair order of members that changes with the day."""

from collections.abc import Iterable
from datetime import date

from .association import by_name
from .member import Member


def in_turn(members: Iterable[Member], today: date) -> tuple[Member, ...]:
    """By name, beginning one further each day: in as many days as there are members, each comes first once.

    Every list takes its own turns, so that nobody gains by a long gap before them in a larger one.
    """
    ordered = by_name(members)
    first = today.toordinal() % len(ordered) if ordered else 0
    return ordered[first:] + ordered[:first]
