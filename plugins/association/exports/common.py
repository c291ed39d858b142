"""What all exports say alike: where a thing is shown, values in JSON, Markdown and dates in plain words.

Addresses are told by the caller, never computed here from settings. None is null: absent, or a page that is
switched off.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from html import unescape
from typing import Protocol

from ..domain.agenda import Entry, date_name, says
from ..domain.asides import asides, said
from ..domain.events import Status
from ..domain.phrases import part_of
from ..domain.places import Venue
from ..domain.text import Language, Slug, Text, fold

Address = str
"""An absolute URL; from the root of the site ("/annuaire/kernel/") while the site has no SITEURL;
empty for a page that is switched off."""

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
Record = dict[str, Json]

CONTEXT = "https://schema.org"

# Every search is bounded, so that thousands of opened marks cost no time.
IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()]{0,900}\)")
WEB_LINK = re.compile(r"\[([^\[\]]{0,300})\]\((https?://[^()\s]{1,900})[^()]{0,300}\)")
OTHER_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()]{0,900}\)")
REFERENCE = re.compile(r"!?\[([^\[\]^]{1,300})\] ?\[[^\[\]]{0,300}\]")
DEFINITION = re.compile(
    r"""^ {0,3}\[[^\[\]^\n][^\[\]\n]{0,300}\]:[ ]*\n?[ ]*\S{1,900}[ ]*"""
    r"""(?:\n?[ ]*(?:"[^\n]{0,900}"|'[^\n]{0,900}'|\([^\n]{0,900}\))[ ]*)?$""",
    re.MULTILINE,
)
"""Of a link, which no page shows; `[//]: # (a note)` is one of nothing."""
ABBREVIATION = re.compile(r"^ {0,3}\*\[[^\[\]\n]{1,300}\]:[^\n]*$", re.MULTILINE)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,900})>")
TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]{0,400}\"|'[^']{0,400}'){0,400}>")
LINE_START = re.compile(r"^ {0,3}(?:#{1,6}|>)[ \t]+", re.MULTILINE)
EMPHASIS = re.compile(r"(?<![\w*\\])(\*\*|__|\*|_)(?=\S)(.{1,400}?)(?<=\S)\1(?![\w*])", re.DOTALL)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
STRUCK = re.compile(r"(?<![~\w])~~(?=\S)([^~\n]{1,400}?)(?<=\S)~~")
OF_THE_PAGE = re.compile(r"^(?:\[TOC\]|>? {0,3}\[![A-Za-z]{1,20}\])[ \t]*$", re.MULTILINE)
"""What only a page shows: its table of contents, the kind of a note."""
NOTE = re.compile(r'^!!![ \t]*[a-zA-Z]{1,30}[ \t]*(?:"([^"\n]{0,300})")?[ \t]*$', re.MULTILINE)
TASK = re.compile(r"^([ \t>]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+)\[([ xX])\][ \t]", re.MULTILINE)
LINE_BREAK = re.compile(r"\\$", re.MULTILINE)
FIGURE = re.compile(r"\{[ ]?#fig-[a-z0-9-]{1,100}[ ]?\}")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
CHARACTER = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
FENCE = re.compile(r"\A[ \t]*(`{3,}|~{3,})[^\n]*\n|\n[> \t]*(?:`{3,}|~{3,})[ \t]*\Z")
BACKTICKS = re.compile(r"\A(`+)(.*)\1\Z", re.DOTALL)
KEPT = re.compile("\x02([0-9]+)\x03")
"""The place of a piece of code, in which no mark is one."""
REPLACEMENTS = (
    (DEFINITION, ""),
    (ABBREVIATION, ""),
    (IMAGE, r"\1"),
    (WEB_LINK, r"\1 (\2)"),
    (OTHER_LINK, r"\1"),
    (REFERENCE, r"\1"),
    (AUTOLINK, r"\1"),
    (TAG, ""),
    (FIGURE, ""),
    (OF_THE_PAGE, ""),
    (NOTE, r"\1"),
    (TASK, r"\1"),
    (LINE_BREAK, ""),
    (STRUCK, r"\1"),
    (LINE_START, ""),
    (EMPHASIS, r"\2"),
    (EMPHASIS, r"\2"),  # once more for what was nested: **_both_**
    (ESCAPED, r"\1"),
)


class Addresses(Protocol):
    """One method for each kind of page or file that an export names, and one for what has its URL already."""

    def located(self, url: str | None) -> Address:
        """From the root of the site; of the root itself, '': with it every address of the site begins."""
        ...

    def home(self) -> Address: ...

    def member(self, member: Slug) -> Address: ...

    def member_card(self, member: Slug) -> Address:
        """The member's vCard."""
        ...

    def commission(self, commission: Slug) -> Address: ...

    def commission_calendar(self, commission: Slug) -> Address: ...

    def event(self, event: Slug) -> Address: ...

    def article(self, article: Slug) -> Address: ...

    def offer(self, offer: Slug) -> Address: ...

    def partner(self, partner: Slug) -> Address: ...

    def file(self, path: str) -> Address:
        """The published form of an image; `path` as the domain has it."""
        ...


def is_absolute(address: Address) -> bool:
    """Whether it still leads somewhere from outside the site, from a calendar for example."""
    return address.startswith(("https://", "http://"))


def iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def link(address: Address) -> str | None:
    return address or None


def image(path: str | None, addresses: Addresses) -> str | None:
    return link(addresses.file(path)) if path else None


def json_document(document: Record) -> bytes:
    """One value a line, accents as they are: people read these files too."""
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def plain_text(markdown: str) -> str:
    """`markdown` without its marks; links to the web keep their address in brackets.

    What an editor wrote for editors is no part of it: comments, definitions, what is hidden.
    """
    text = said(markdown.replace("\x02", "").replace("\x03", ""))
    codes = [text[start:end] for start, end in asides(text).code]
    text = "".join(without_code(text))
    for pattern, replacement in REPLACEMENTS:
        text = pattern.sub(replacement, text)
    text = CHARACTER.sub(lambda match: unescape(match[0]), text)
    text = KEPT.sub(lambda match: code_alone(codes[int(match[1])]), text)
    return BLANK_LINES.sub("\n\n", text).strip()


def without_code(text: str) -> Iterator[str]:
    position = 0
    for number, (start, end) in enumerate(asides(text).code):
        yield text[position:start]
        yield f"\x02{number}\x03"
        position = end
    yield text[position:]


def code_alone(code: str) -> str:
    """What it says: without its fence, its backticks or its indentation."""
    inside = FENCE.sub("", code)
    return (BACKTICKS.sub(r"\2", code) if inside == code else inside).strip()


def words(text: Text | None, language: Language) -> str | None:
    return text.to(language) if text else None


def heading(whole: str, part: str, language: Language) -> str:
    """`part` named after the whole it belongs to, unless it says so itself."""
    if says(part, whole):
        return part
    return part_of(whole, part, language)


def full_name(entry: Entry, whole: str, language: Language) -> str:
    """Of a date of `whole`: a series, an event of one date, or a commission that meets."""
    name = date_name(entry, language)
    return name if entry.series and entry.event else heading(whole, name, language)


def known(record: Record) -> Record:
    """Without what is absent: schema.org has no null."""
    return {key: value for key, value in record.items() if value not in (None, "", [])}


def location(entry: Entry, language: Language) -> str | None:
    """Where to go; where to connect when there is nowhere to go."""
    if entry.venue and not is_online_only(entry):
        return venue_line(entry.venue, language)
    return entry.online


def is_online_only(entry: Entry) -> bool:
    """A date moved online keeps its venue in the announcement, but nobody should go there."""
    return entry.online is not None and (entry.venue is None or entry.status is Status.MOVED_ONLINE)


def venue_line(venue: Venue, language: Language) -> str:
    """Name, address and town on one line, nothing said twice."""
    said = venue.name.to(language)
    for part in (venue.address, town_line(venue, language)):
        if part and fold(part) not in fold(said):
            said = f"{said}, {part}"
    return said


def town_line(venue: Venue, language: Language) -> str | None:
    """Town with its postal code; None when the address names it already."""
    if venue.town is None:
        return None
    name = venue.town.name.to(language)
    if fold(name) in fold(venue.address or "").split(", ")[-1]:
        return None
    return " ".join(filter(None, (venue.town.postal_code, name)))
