"""Minutes: what was said and decided at a meeting of a commission."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from .slugs import Slug
from .text import Language, Text
from .writing import Picture, Tag

PUBLISHED_WITHIN = timedelta(days=15)
"""Of the meeting: what the pages promise; later they are missed."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """Of the meeting of `day`. `title` is None when they have no other name than that; `body` is Markdown."""

    commission: Slug
    day: date
    title: Text | None = None
    summary: Text | None = None
    body: str = ""
    language: Language = ""
    tags: tuple[Tag, ...] = ()
    picture: Picture | None = None
    source: str = ""


def of_commission(minutes: Iterable[Minutes], commission: Slug) -> tuple[Minutes, ...]:
    return tuple(one for one in minutes if one.commission == commission)


def latest_first(minutes: Iterable[Minutes]) -> tuple[Minutes, ...]:
    return tuple(sorted(minutes, key=lambda one: (-one.day.toordinal(), one.commission)))
