"""What is asked of `new`, and whether it makes sense."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

from ..problems import Sentence, sentence
from ..sources.fields import Refused
from ..sources.fields.days import moment
from ..sources.fields.spans import duration
from ..sources.shapes.offers import KindName
from ..sources.spreadsheet.framing import framed
from ..sources.spreadsheet.words import Words
from .outcome import WrongUsage


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options as they were typed; None for one that was not."""

    name: str = ""
    start: str | None = None
    duration: str | None = None
    venue: str | None = None
    town: str | None = None
    type: str | None = None
    person: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        names = ("start", "duration", "venue", "town", "type", "person")
        return tuple(name for name in names if getattr(self, name))


def check_start(text: str) -> None:
    accepted(moment, text, "start")


def length(wishes: Wishes) -> str | None:
    """Of the event: a time needs one, a day has none."""
    has_time = isinstance(accepted(moment, wishes.start, "start"), datetime)
    if not has_time:
        if wishes.duration:
            raise WrongUsage(
                sentence("--duration goes with a start that has a time, such as 2027-03-18 18h30.")
            )
        return None
    text = wishes.duration or "2h"
    accepted(duration, text, "duration")
    return text


def offer_kind(wishes: Wishes) -> str:
    """Of the offer: a word of its front matter; an internship unless another is asked for."""
    kinds = get_args(KindName)
    if wishes.type and wishes.type not in kinds:
        said = sentence("found {found}, expected one of: {kinds}", found=wishes.type, kinds=", ".join(kinds))
        raise wrong_option("type", said, None)
    return wishes.type or kinds[0]


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
