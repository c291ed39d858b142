"""`new`: a member, a commission, a person, a news item, an event, an offer, a page, minutes, to be filled in.

Nothing is overwritten. What was not typed is asked, when somebody is there to answer.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..content.fields.dates import moment
from ..content.load import SiteFolder
from ..problems import Sentence, sentence
from .files import folder_of, name_shown
from .language import translate
from .new_entries import (
    Made,
    NewOptions,
    accepted,
    new_commission,
    new_event,
    new_member,
    new_minutes,
    new_news,
    new_offer,
    new_officer,
    new_page,
)
from .new_translation import new_translation
from .outcome import FINE, WrongUsage, ask

__all__ = ["KINDS", "NewOptions", "new"]

STARTS = sentence("Its day, and its time if it has one (2027-03-18 18h30):")
LACKS_START = sentence('The day is missing: `python3 tasks.py new event "Title" --start 2027-03-18`.')


@dataclass(frozen=True, slots=True)
class NewKind:
    """asks_name: the question for its name. options: those it takes, as they are typed.

    section: of content/, where it is a text; that may be a translation.
    """

    make: Callable[[NewOptions, SiteFolder], Made]
    asks_name: Sentence
    lacks_name: Sentence
    options: tuple[str, ...] = ()
    section: str = ""

    @property
    def every_option(self) -> tuple[str, ...]:
        return (*self.options, *(("translation_of", "lang", "members_only") if self.section else ()))


def new(name: str, options: NewOptions, site: Path) -> int:
    kind = KINDS.get(name)
    if kind is None:
        raise WrongUsage(
            sentence(
                'Say what to add: `python3 tasks.py new WHAT "Name"`; WHAT is one of: {kinds}.',
                kinds=", ".join(KINDS),
            )
        )
    refuse_options(name, kind, options)
    folder = folder_of(site)
    complete = answered(kind, options)
    if options.translation_of:
        path, line = new_translation(kind.section, complete, folder)
    else:
        path, line = kind.make(complete, folder)
    print(f"{name_shown(path)}:{line}")
    print(
        translate(
            "Remove the # before the lines you need and complete them; `python3 tasks.py check` verifies."
        )
    )
    return FINE


def refuse_options(name: str, kind: NewKind, options: NewOptions) -> None:
    for option in options.options:
        if option not in kind.every_option:
            typed = option.replace("_", "-")
            raise WrongUsage(sentence("A {kind} takes no option --{option}.", kind=name, option=typed))
        if options.translation_of and option in (*kind.options, "members_only"):
            raise WrongUsage(
                sentence(
                    "A translation has that from the text that it translates: leave out --{option}.",
                    option=option.replace("_", "-"),
                )
            )


def answered(kind: NewKind, options: NewOptions) -> NewOptions:
    """What was not typed is asked, when somebody is there to answer."""
    name = options.name.strip() or ask(kind.asks_name, kind.lacks_name)
    if "start" not in kind.options or options.translation_of:
        return replace(options, name=name)
    start = options.start or ask(STARTS, LACKS_START, check_start)
    return replace(options, name=name, start=start)


def check_start(text: str) -> None:
    accepted(moment, text, "start")


KINDS: Mapping[str, NewKind] = {
    "member": NewKind(
        new_member,
        sentence("Name of the member:"),
        sentence('The name is missing: `python3 tasks.py new member "Name"`.'),
        ("town", "type", "person", "id", "force"),
    ),
    "news": NewKind(
        new_news,
        sentence("Title of the news item:"),
        sentence('The title is missing: `python3 tasks.py new news "Title"`.'),
        section="news",
    ),
    "event": NewKind(
        new_event,
        sentence("Title of the event:"),
        sentence('The title is missing: `python3 tasks.py new event "Title" --start 2027-03-18`.'),
        ("start", "duration", "venue"),
        section="events",
    ),
    "offer": NewKind(
        new_offer,
        sentence("Title of the offer:"),
        sentence('The title is missing: `python3 tasks.py new offer "Title"`.'),
        ("kind", "type"),
        section="offers",
    ),
    "commission": NewKind(
        new_commission,
        sentence("Name of the commission:"),
        sentence('The name is missing: `python3 tasks.py new commission "Name"`.'),
        ("id", "force", "governance"),
    ),
    "person": NewKind(
        new_officer,
        sentence("Name of the person who acts for the association:"),
        sentence('The name is missing: `python3 tasks.py new person "Name"`.'),
        ("id", "force"),
    ),
    "page": NewKind(
        new_page,
        sentence("Title of the page:"),
        sentence('The title is missing: `python3 tasks.py new page "Title"`.'),
        section="pages",
    ),
    "minutes": NewKind(
        new_minutes,
        sentence("Name of the commission:"),
        sentence('The commission is missing: `python3 tasks.py new minutes "Commission" --date 2027-03-18`.'),
        ("date", "members_only"),
    ),
}
