"""Each kind that `new` makes: what it is asked for, and which options it takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..content.load import SiteFolder
from ..problems import Sentence, sentence
from . import new_entries as entries
from . import new_texts as texts
from .new_options import Made, NewOptions

NAME = sentence("Its name:")
LACKS_NAME = sentence('The name is missing: `python3 tasks.py new {kind} "Name"`.')
TITLE = sentence("Its title:")
LACKS_TITLE = sentence('The title is missing: `python3 tasks.py new {kind} "Title"`.')
COMMISSION = sentence("Name of the commission:")
LACKS_COMMISSION = sentence('The commission is missing: `python3 tasks.py new {kind} "Commission"`.')
TRANSLATED = sentence("Which text is translated (its file, or the end of its address):")
LACKS_TRANSLATED = sentence(
    'The text is missing: `python3 tasks.py new {kind} FILE --title "Its title, translated"`.'
)
COMPLETE = sentence(
    "Remove the # before the lines you need and complete them; `python3 tasks.py check` verifies."
)
FETCH = sentence("`python3 tasks.py agenda --fetch` brings its dates.")


@dataclass(frozen=True, slots=True)
class NewKind:
    """asks, lacks: the question for its name, and what is said where nobody can answer.

    options: those it takes, as they are typed; `start` is asked for too, and the address if it needs one.
    section: of content/, where it is a text; that may be a translation. then: what is to be done next.
    """

    make: Callable[[NewOptions, SiteFolder], Made]
    options: tuple[str, ...] = ()
    section: str = ""
    asks: Sentence = NAME
    lacks: Sentence = LACKS_NAME
    then: Sentence = COMPLETE
    needs_address: bool = False

    @property
    def every_option(self) -> tuple[str, ...]:
        return (*self.options, *(("translation_of", "lang", "members_only") if self.section else ()))


def text(
    make: Callable[[NewOptions, SiteFolder], Made], section: str, options: tuple[str, ...] = ()
) -> NewKind:
    return NewKind(make, options, section, TITLE, LACKS_TITLE)


EVENT = ("start", "duration", "venue", "kind")
OF_LIST = ("id", "force")
KINDS: Mapping[str, NewKind] = {
    "member": NewKind(entries.new_member, ("town", "type", "person", "url", *OF_LIST)),
    "person": NewKind(entries.new_person, ("member", "role", *OF_LIST)),
    "commission": NewKind(entries.new_commission, ("governance", *OF_LIST)),
    "meeting": NewKind(
        entries.new_meeting,
        ("title", "start", "duration", "every", "on", "venue", "id"),
        asks=COMMISSION,
        lacks=LACKS_COMMISSION,
    ),
    "minutes": NewKind(texts.new_minutes, ("date", "members_only"), asks=COMMISSION, lacks=LACKS_COMMISSION),
    "news": text(texts.new_news, "news"),
    "event": text(texts.new_event, "events", EVENT),
    "series": text(texts.new_series, "events", EVENT),
    "offer": text(texts.new_offer, "offers", ("kind", "type", "member")),
    "page": text(texts.new_page, "pages", ("template",)),
    "skill": NewKind(entries.new_skill, OF_LIST),
    "town": NewKind(entries.new_town, OF_LIST),
    "type": NewKind(entries.new_type, OF_LIST),
    "venue": NewKind(entries.new_venue, ("town", *OF_LIST)),
    "partner": NewKind(entries.new_partner, ("kind", "url", *OF_LIST)),
    "benefit": NewKind(entries.new_benefit, ("force",)),
    "calendar": NewKind(entries.new_calendar, ("url", *OF_LIST), then=FETCH, needs_address=True),
}
