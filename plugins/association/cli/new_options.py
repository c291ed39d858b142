"""What can be said of something new, as it was typed; and what is wrong with it, in a sentence."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import get_args

from ..content.fields import Refused
from ..content.fields.dates import duration, moment
from ..content.schema.texts import KindName
from ..domain.text import Slug, slug_of
from ..problems import Sentence, sentence
from ..spreadsheet.mapping import Words
from ..spreadsheet.rows import framed
from .new_words import OFFERS, offer_words
from .outcome import WrongUsage

__all__ = ["Made", "NewOptions", "accepted", "id_named", "length", "offer_kind", "wrong_option"]

Made = tuple[Path, int]
"""A file, and the line that is new."""


@dataclass(frozen=True, slots=True)
class NewOptions:
    """The options as they were typed; None for one that was not.

    title: of a meeting or a translation, whose `name` says what it belongs to.
    kind: of an offer, an event or a partner. type: of a member, and of an offer the same as its kind.
    member: whose person it is, or who makes the offer. every, on: the rhythm of a meeting.
    force: although the name exists. translation_of: a text, by its path, its name or its slug;
    lang: the language of the new one. members_only: a text that the public does not read.
    """

    name: str = ""
    title: str | None = None
    start: str | None = None
    duration: str | None = None
    venue: str | None = None
    every: str | None = None
    on: str | None = None
    town: str | None = None
    type: str | None = None
    member: str | None = None
    role: str | None = None
    url: str | None = None
    kind: str | None = None
    template: str | None = None
    date: str | None = None
    id: str | None = None
    translation_of: str | None = None
    lang: str | None = None
    person: bool = False
    force: bool = False
    governance: bool = False
    members_only: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(name for name in self.__dataclass_fields__ if name != "name" and getattr(self, name))


def accepted(field: Callable[[object], object], text: str, option: str) -> object:
    try:
        return field(text)
    except Refused as no:
        refusal = no.faults[0].refusal
        raise wrong_option(option, refusal.message, refusal.hint) from None


def id_named(text: str, words: Words | None, option: str) -> str:
    """The id that was typed, or that has the name that was typed."""
    if words is None:
        return text
    found = words.id_of(text)
    if found is None:
        message, hint = words.unknown(text)
        raise wrong_option(option, message, hint)
    return found


def wrong_option(option: str, said: Sentence, hint: Sentence | None) -> WrongUsage:
    return WrongUsage(framed(sentence("--{option}: {said}", option=option), said, hint))


def offer_kind(options: NewOptions, language: str) -> str:
    """A word of its front matter, or one of everybody; an internship unless another is asked for."""
    kinds = get_args(KindName)
    option, typed = ("kind", options.kind) if options.kind else ("type", options.type)
    if not typed:
        return str(kinds[0])
    found = {
        word: kind for known in OFFERS.values() for kind, listed in known.items() for word in slugs_of(listed)
    }
    kind = typed if typed in kinds else found.get(slug_of(typed))
    if kind is None:
        listed = ", ".join(dict.fromkeys((*offer_words(language), *kinds)))
        said = sentence("found {found}, expected one of: {kinds}", found=typed, kinds=listed)
        raise wrong_option(option, said, None)
    return kind


def slugs_of(listed: str) -> Iterator[Slug]:
    return map(slug_of, listed.split(","))


def length(options: NewOptions) -> str | None:
    """Of the event or the meeting: a time needs one, a day has none."""
    starts = [accepted(moment, start, "start") for start in starts_of(options)]
    has_time = any(isinstance(start, datetime) for start in starts)
    if not has_time:
        if options.duration:
            raise WrongUsage(
                sentence("--duration goes with a start that has a time, such as 2027-03-18 18h30.")
            )
        return None
    text = options.duration or "2h"
    accepted(duration, text, "duration")
    return text


def starts_of(options: NewOptions) -> list[str]:
    """One, or those of a series, between commas."""
    return [start for part in re.split("[,;]", options.start or "") if (start := part.strip())] or [""]
