"""Rhythms as the theme says them, without a site around them."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from association.domain.meetings import Meeting
from association.domain.text import plain
from association.host.settings import DEFAULTS
from association.render.templates import prepare
from association.views.commissions import rhythm

THEME = Path(str(DEFAULTS["THEME"]))
ASKED = '{% from "macros/rhythm.html" import rhythm with context %}{{ rhythm(one) }}'


class Speaker:
    """As much of a `Voice` as a rhythm asks for."""

    def say(self, text: object) -> str:
        return str(text)


class Words(HTMLParser):
    """The text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def environment(language: str) -> Environment:
    made = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    prepare(made, THEME, language)
    return made


def said(meeting: Meeting, language: str = "fr") -> str:
    """One sentence, its no-break spaces plain ones."""
    html = environment(language).from_string(ASKED).render(one=rhythm(meeting, Speaker()))
    return Words(html).text.replace("\u00a0", " ").replace("\u202f", " ")


def meeting(**values: object) -> Meeting:
    return Meeting(id="reunion", title=plain("Réunion"), zone=ZoneInfo("Europe/Paris"), **values)
