"""All that a search of the site may lead to, in one language: what everybody may read, and no more.

What is found is what has a page, and parts of one: questions, terms, partners. Texts are read as they are
written, without their marks: to render them all would cost an edit of one of them the whole site.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from posixpath import basename, splitext

from ..domain.agenda import Agenda, Entry
from ..domain.articles import Article, StaticPage
from ..domain.association import Association
from ..domain.directory import groups
from ..domain.events import Event
from ..domain.knowledge import FAQ, GLOSSARY
from ..domain.members import Member, Partner, Skill
from ..domain.offers import Offer, OfferKind
from ..domain.phrases import at_town
from ..domain.places import Town
from ..domain.text import Slug, Text, fold, main_language
from ..exports.search_index import postal_words
from ..exports.site_index import CANCELLED, CLOSED, PAST, Found
from ..exports.visitors_words import KINDS_OF_OFFERS, SECTIONS, SHORT_NAMES
from ..render.typography import day_in_words
from ..render.urls import DOSSIER, address_of, partner_url
from .commissions import minutes_row, name_of_minutes
from .dates import DateRow, Rows
from .knowledge import parted, term_rows
from .localizer import Localizer

SECTIONS_AT_ONE_PLACE = ("JOINING", "DIRECTORY", "AGENDA", "OFFERS", "GOVERNANCE")
STATES = ("", CANCELLED, PAST)  # in the order of what one can come to
MOST_DAYS = 12
"""By which a meeting that returns is found."""
LONGEST = 160
"""Signs of what a result shows of a text."""
SHORTEST, MOST = 30, 12
"""A paragraph of fewer signs is a title, or a signature; of so many one is long enough."""

LINK = re.compile(r"!?\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
UNREAD = re.compile(
    r"^ {0,3}\[(?!\^)[^\]\n]+\]:[^\n]*$|<[^<>]*>|\{[:#.][^{}\n]*\}|\[\^[^\]\n]+\]:?|^[ \t]*\[TOC\][ \t]*$"
    r"|^[ \t]*(?:`{3,}|~{3,})[^\n]*$|^[ \t]*[-=|:+ \t*_]{3,}$|^!!![^\n]*$",
    re.MULTILINE,
)
"""Definitions of links, tags, attributes, calls of notes, fences, rules."""
SIGNS = ("<", "&", "{", "[", "```", "~~~", "---", "===", "***", "!!!")
"""A text with none of them has nothing of all that."""
HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]")
MARKS = re.compile(r"^[ \t]*(?:#{1,6}|>|[-+*]|\d{1,3}[.)])[ \t]+|[ \t]+#+[ \t]*$|\|", re.MULTILINE)
OF_WORDS = re.compile(r"[*`\\]+|(?<!\w)_+|_+(?!\w)|[ ]+(?=[,.])")
"""Of emphasis; and the spaces that tags leave."""


@dataclass(frozen=True, slots=True)
class Searched:
    """documents: paths of the files below content that texts for everybody lead to."""

    association: Association
    agenda: Agenda
    rows: Rows
    today: date
    documents: tuple[str, ...]
    localizer: Localizer

    @property
    def about(self) -> int:
        """How many things there are to find, before they are counted."""
        own = self.association
        several = (own.members, own.articles, own.events, own.offers, own.minutes, own.skills, own.towns)
        return sum(map(len, (*several, own.pages, own.pages, own.commissions, own.partners, self.documents)))

    def everything(self) -> tuple[Found, ...]:
        """Kind by kind; of each what comes first is what is shown first where nothing else tells."""
        kinds = (
            *(self.members(), self.officers(), self.ways(), self.commissions(), self.dates(), self.news()),
            *(self.topics(), self.offers(), self.minutes(), self.pages(), self.questions(), self.files()),
            self.partners(),
        )
        return tuple(one for own in kinds for one in own if one.url)

    def say(self, text: Text | str | None) -> str:
        return str(self.localizer.say(text))

    def url(self, kind: str, **parts: object) -> str:
        return self.localizer.urls.url(kind, **parts) or ""

    def members(self) -> Iterator[Found]:
        takes_part: dict[Slug, list[str]] = {}
        for one in self.association.commissions:
            for member in one.members:
                takes_part.setdefault(member.id, []).append(self.say(one.name))
        for member in self.association.members:
            yield self.member(member, takes_part.get(member.id, ()))

    def member(self, one: Member, commissions: Iterable[str]) -> Found:
        known = (
            *(word for skill in one.skills for word in (*self.words_of(skill), self.say(skill.plural))),
            *(self.say(town.name) for town in one.serves),
            *(person.name for person in one.people),
            *(*one.partnerships, *one.labels, *commissions),
            self.say(one.type.name) if one.type else "",
            self.town(one.town),
            *self.codes(one),
            self.word_for(OfferKind.INTERNSHIP) if one.interns else "",
        )
        return Found(
            "MEMBER",
            self.say(one.name),
            self.url("MEMBER", id=one.id),
            about=self.town(one.town),
            excerpt=self.say(one.summary),
            words=joined(known),
            text=f"{self.say(one.summary)} {self.plain(one.description)}",
        )

    def codes(self, one: Member) -> tuple[str, ...]:
        own, town = one.address, one.town
        code, country = (own.postal_code, own.country) if own else (None, None)
        return postal_words(code or (town.postal_code if town else None), country)

    def officers(self) -> Iterator[Found]:
        """Who acts for the association, and belongs to no member."""
        current = dict.fromkeys(one for one in self.association.people if one.is_current(self.today))
        for one in current:
            role = self.say(one.role)
            yield Found("MEMBER", one.name, self.url("GOVERNANCE"), about=role, words=role)

    def ways(self) -> Iterator[Found]:
        """Lists of members: of a service, in a town, of both, of a kind."""
        found, own = groups(self.association), self.association
        skills, towns = {one.id: one for one in own.skills}, {one.id: one for one in own.towns}
        for id_ in found.by_skill:
            yield self.service(skills[id_])
        for id_ in found.by_town:
            yield Found(
                "SKILL",
                self.say(towns[id_].name),
                self.url("TOWN", id=id_),
                words=joined(postal_words(towns[id_].postal_code)),
            )
        for skill, town in found.by_skill_and_town:
            there = at_town(self.say(towns[town].name), self.localizer.language)
            title = f"{self.providers(skills[skill])} {there}"
            yield Found("SKILL", title, self.url("SKILL_TOWN", skill=skill, town=town))
        for one in own.types:
            if one.id in found.by_type:
                url = self.url("MEMBERSHIP_TYPE", id=one.id)
                yield Found("SKILL", self.say(one.plural or one.name), url, excerpt=self.say(one.description))

    def service(self, skill: Skill) -> Found:
        text, words = self.plain(skill.description), joined(self.words_of(skill))
        url = self.url("SKILL", id=skill.id)
        return Found("SKILL", self.providers(skill), url, excerpt=beginning(text), words=words, text=text)

    def providers(self, skill: Skill) -> str:
        return self.say(skill.plural or skill.name)

    def words_of(self, skill: Skill) -> tuple[str, ...]:
        return (self.say(skill.name), *map(self.say, skill.synonyms))

    def commissions(self) -> Iterator[Found]:
        for one in self.association.commissions:
            chairs = one.heads(self.today)
            roles = (self.say(own.role) for own in chairs if own.person or own.member)
            names = (own.person.name for own in chairs if own.person)
            yield Found(
                "COMMISSIONS",
                self.say(one.name),
                self.url("COMMISSION", id=one.id),
                about=self.say(one.kind),
                excerpt=self.say(one.mission),
                words=joined((self.say(one.kind), *names, *roles, self.short(one.name))),
                text=f"{self.say(one.mission)} {self.plain(one.description)}",
            )

    def dates(self) -> Iterator[Found]:
        """Those to come, the next first; then those that are over, the latest first."""
        entries = (*self.agenda.upcoming(self.today), *self.agenda.past(self.today))
        texts = {event.slug: event for event in self.association.events}
        found: dict[object, list[Entry]] = {}
        for entry in entries:
            key = entry.event or (entry.commission, self.rows.row(entry).title)
            found.setdefault(key, []).append(entry)
        told = (self.dated(own, texts.get(own[0].event or "")) for own in found.values())
        yield from sorted(told, key=lambda one: STATES.index(one.state))

    def dated(self, dates: Sequence[Entry], event: Event | None) -> Found:
        """As the first of its dates that is held; found by the next ones too."""
        held = (one for one in dates if not one.is_cancelled and not one.is_over(self.today))
        entry = next(held, dates[0])
        row = self.rows.row(entry)
        state = PAST if row.is_past else CANCELLED if entry.is_cancelled else ""
        place = joined((row.place.name, row.place.town), ", ") if row.place else ""
        known = (
            *(row.kind, row.audience, row.source, place, *row_names(row)),
            *(self.short(row.kind, row.title), *self.days(dates[:MOST_DAYS])),
        )
        about = joined((day_in_words(row.first_day, self.localizer.language), place), " · ")
        url = row.url or self.url("MONTH", date=row.first_day)
        if event:
            return self.announced(event, joined((*known, row.title)), about, state)
        return Found("AGENDA", row.title, url, about, joined(row_names(row), ", "), state, joined(known))

    def days(self, dates: Iterable[Entry]) -> Iterable[str]:
        """« 1er », « 1 », « décembre », « 2026 », each once."""
        ends = dict.fromkeys(day for one in dates for day in (one.first_day, one.last_day))
        language = self.localizer.language
        return dict.fromkeys(
            word for day in ends for word in (*day_in_words(day, language).split(), str(day.day))
        )

    def short(self, *names: Text | str) -> str:
        """« AG », of what is called an « assemblée générale »."""
        known = SHORT_NAMES.get(main_language(self.localizer.language), {})
        told = fold(joined(map(self.say, names))).replace("’", "'")
        return joined(short for name, short in known.items() if name in told)

    def announced(self, one: Event, words: str = "", about: str = "", state: str = "") -> Found:
        titles = (self.say(day.title) for day in one.dates)
        text = readable(one.body)
        return Found(
            "AGENDA",
            self.say(one.title),
            self.url("EVENT", slug=one.slug),
            about,
            self.say(one.summary) or self.beginning(one.body),
            state,
            joined((words, *titles, *(self.say(tag.name) for tag in one.tags))),
            f"{self.say(one.summary)} {text}",
        )

    def news(self) -> Iterator[Found]:
        return map(self.article, self.association.articles)

    def article(self, one: Article) -> Found:
        names = {own.id: own.name for own in self.association.commissions}
        known = (
            *(self.say(tag.name) for tag in one.tags),
            *(self.say(names[id_]) for id_ in one.commissions if id_ in names),
            self.say(one.category),
            *map(self.say, one.authors),
        )
        day = day_in_words(one.date.date(), self.localizer.language)
        return self.text("NEWS", one, self.url("ARTICLE", slug=one.slug), joined(known), day)

    def text(
        self, kind: str, one: Article | Offer | StaticPage, url: str, words: str, about: str, state: str = ""
    ) -> Found:
        """A text of content/."""
        excerpt = self.say(one.summary) or self.beginning(one.body)
        text = f"{self.say(one.summary)} {readable(one.body)}"
        known = joined((words, self.short(one.title)))
        return Found(kind, self.say(one.title), url, about, excerpt, state, known, text)

    def topics(self) -> Iterator[Found]:
        own = self.association
        tags = {tag.slug: tag for one in own.articles for tag in one.tags}
        for tag in tags.values():
            yield Found("TAG", self.say(tag.name), self.url("TAG", slug=tag.slug))
        introduced = {one.key for one in own.pages if one.introduces == DOSSIER}
        for dossier in (one for one in own.dossiers if one.slug not in introduced):
            yield Found("TAG", self.say(dossier.name), self.url("DOSSIER", id=dossier.slug))

    def offers(self) -> Iterator[Found]:
        """Those that are open, then the others."""
        names = {one.id: one.name for one in self.association.members}
        ordered = sorted(self.association.offers, key=lambda one: not one.is_open(self.today))
        for one in ordered:
            member = self.say(names.get(one.member or ""))
            town = self.town(one.town)
            known = (self.word_for(one.kind), member, town, *(self.say(skill.name) for skill in one.skills))
            state = "" if one.is_open(self.today) else CLOSED
            about = joined((member, town), " · ")
            yield self.text("OFFERS", one, self.url("OFFER", slug=one.slug), joined(known), about, state)

    def called(self, section: str) -> str:
        return SECTIONS.get(main_language(self.localizer.language), {}).get(section, "")

    def sections(self) -> Mapping[str, str]:
        """What else visitors call the sections of the site, by their addresses."""
        return {self.url(kind): self.called(kind) for kind in SECTIONS_AT_ONE_PLACE if self.url(kind)}

    def word_for(self, kind: OfferKind) -> str:
        return KINDS_OF_OFFERS.get(main_language(self.localizer.language), {}).get(kind, "")

    def minutes(self) -> Iterator[Found]:
        bodies = {one.id: self.say(one.name) for one in self.association.commissions}
        called = self.called("MINUTES")
        for one in self.association.minutes:
            row, body = minutes_row(one, self.localizer), bodies.get(one.commission, "")
            name = str(name_of_minutes(row, body, self.localizer.language))
            day = day_in_words(row.day, self.localizer.language)
            text = f"{row.summary} {readable(one.body)}"
            excerpt = str(row.summary) or self.beginning(one.body)
            about = joined((body, day), " · ") if row.title else ""
            yield Found(
                "MINUTES_LIST",
                name,
                row.url or "",
                about,
                excerpt,
                words=f"{called} {body} {self.short(name)}",
                text=text,
            )

    def pages(self) -> Iterator[Found]:
        """Questions and terms are found by themselves; the members' section is told of by menus alone."""
        for one in self.association.pages:
            if one.introduces == "MEMBERS" or one.is_hidden:
                continue
            parts = {"id": one.key} if one.introduces == DOSSIER else {}
            url = self.url(one.introduces, **parts) if one.introduces else self.url("PAGE", slug=one.slug)
            if one.template in (FAQ, GLOSSARY):
                yield Found("PAGE", self.say(one.title), url, excerpt=self.say(one.summary), words=one.slug)
            else:
                yield self.text("PAGE", one, url, f"{one.slug} {self.called(one.introduces)}", "")

    def questions(self) -> Iterator[Found]:
        lasting = (one for one in self.association.pages if not (one.introduces or one.is_hidden))
        for one in lasting:
            if one.template in (FAQ, GLOSSARY) and self.url("PAGE", slug=one.slug):
                yield from self.entries(one)

    def entries(self, one: StaticPage) -> Iterator[Found]:
        """Each at its place on the page: these few texts are rendered, as the page shows them."""
        told = parted(one, self.localizer.body(one))
        page, url = self.say(one.title), self.url("PAGE", slug=one.slug)
        if one.template == FAQ:
            rows = [(part.title.words, part.id, part.body.words) for part in told.parts]
        else:
            terms = term_rows(told)
            rows = [(joined((row.name, row.expansion), " : "), row.id, row.body.words) for row in terms]
        for title, anchor, text in rows:
            yield Found("QUESTIONS", title, f"{url}#{anchor}", page, cut(text), text=text)

    def files(self) -> Iterator[Found]:
        """By the names that pages give them, else those of the files."""
        titles = {one.current.file: self.say(one.title) for one in self.association.resources}
        for path in self.documents:
            stem, ending = splitext(basename(path))
            name = titles.get(path) or named_by_file(stem)
            yield Found("DOCUMENTS", name, address_of(path), ending[1:].upper(), words=stem)

    def partners(self) -> Iterator[Found]:
        for one in self.association.partners:
            yield self.partner(one)

    def partner(self, one: Partner) -> Found:
        url, text = partner_url(self.localizer.urls, one.id) or "", self.plain(one.description)
        return Found("PARTNERS", self.say(one.name), url, excerpt=beginning(text), text=text)

    def town(self, town: Town | None) -> str:
        return self.say(town.name) if town else ""

    def plain(self, markdown: Text | None) -> str:
        return readable(self.say(markdown)) if markdown else ""

    def beginning(self, markdown: str) -> str:
        return self.say(beginning(markdown))


def row_names(row: DateRow) -> Iterator[str]:
    return (one.name for one in row.commissions)


def joined(parts: Iterable[str], between: str = " ") -> str:
    return between.join(str(part) for part in parts if part)


def named_by_file(stem: str) -> str:
    words = " ".join(re.split(r"[-_ ]+", stem)).strip()
    return words[:1].upper() + words[1:]


def readable(markdown: str) -> str:
    """What a text says, without addresses and names of elements."""
    own = LINK.sub(r"\1", markdown) if "](" in markdown or "][" in markdown else markdown
    return unescape(UNREAD.sub(" ", own)) if any(sign in own for sign in SIGNS) else own


def unmarked(markdown: str) -> str:
    return OF_WORDS.sub("", MARKS.sub(" ", readable(markdown)))


def beginning(markdown: str) -> str:
    """The first paragraph that is one, cut at a word."""
    for block in markdown.split("\n\n", MOST)[:MOST]:
        text = " ".join(unmarked(block).split())
        if len(text) >= SHORTEST and not HEADING.match(block):
            return cut(text)
    return ""


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
