"""`new`: a member, a commission, a news item, an event, an offer, to be filled in. Nothing is overwritten."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..problems import Sentence, sentence
from ..sources.load import SiteFolder
from .language import translate
from .new_entries import new_commission, new_member
from .new_sheets import new_event, new_news, new_offer
from .outcome import FINE, WrongUsage
from .questions import ask
from .rehearsal import folder_of
from .saving import shown
from .wishes import Wishes, check_start

__all__ = ["KINDS", "Wishes", "new"]


@dataclass(frozen=True, slots=True)
class Kind:
    """asks_name: the question for its name. options: those it takes, as they are typed."""

    make: Callable[[Wishes, SiteFolder], tuple[Path, int]]
    asks_name: Sentence
    lacks_name: Sentence
    options: tuple[str, ...] = ()


KINDS: Mapping[str, Kind] = {
    "member": Kind(
        new_member,
        sentence("Name of the member:"),
        sentence('The name is missing: `python3 tasks.py new member "Name"`.'),
        ("town", "type", "person"),
    ),
    "news": Kind(
        new_news,
        sentence("Title of the news item:"),
        sentence('The title is missing: `python3 tasks.py new news "Title"`.'),
    ),
    "event": Kind(
        new_event,
        sentence("Title of the event:"),
        sentence('The title is missing: `python3 tasks.py new event "Title" --start 2027-03-18`.'),
        ("start", "duration", "venue"),
    ),
    "offer": Kind(
        new_offer,
        sentence("Title of the offer:"),
        sentence('The title is missing: `python3 tasks.py new offer "Title"`.'),
        ("type",),
    ),
    "commission": Kind(
        new_commission,
        sentence("Name of the commission:"),
        sentence('The name is missing: `python3 tasks.py new commission "Name"`.'),
    ),
}
STARTS = sentence("Its day, and its time if it has one (2027-03-18 18h30):")
LACKS_START = sentence('The day is missing: `python3 tasks.py new event "Title" --start 2027-03-18`.')


def new(name: str, wishes: Wishes, site: Path) -> int:
    kind = KINDS.get(name)
    if kind is None:
        raise WrongUsage(
            sentence(
                'Say what to add: `python3 tasks.py new KIND "Name"`; KIND is one of: {kinds}.',
                kinds=", ".join(KINDS),
            )
        )
    refuse_options(name, kind, wishes)
    folder = folder_of(site)
    path, line = kind.make(answered(kind, wishes), folder)
    print(f"{shown(path)}:{line}")
    print(
        translate(
            "Remove the # before the lines you need and complete them; `python3 tasks.py check` verifies."
        )
    )
    return FINE


def refuse_options(name: str, kind: Kind, wishes: Wishes) -> None:
    for option in wishes.options:
        if option not in kind.options:
            raise WrongUsage(sentence("A {kind} takes no option --{option}.", kind=name, option=option))


def answered(kind: Kind, wishes: Wishes) -> Wishes:
    """What was not typed is asked, when somebody is there to answer."""
    name = wishes.name.strip() or ask(kind.asks_name, kind.lacks_name)
    if "start" not in kind.options:
        return replace(wishes, name=name)
    start = wishes.start or ask(STARTS, LACKS_START, check_start)
    return replace(wishes, name=name, start=start)
