"""What only members read: the list of all of it, what searches it, its files, its calendar for telephones.

The pages of its texts are planned by the sections that have such texts (`planned_for_members`); each is
sealed as it is written (host/writer.py), and so are these.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from posixpath import splitext

from .collation import in_order
from .domain.agenda import Entry
from .domain.articles import Article, StaticPage
from .domain.association import Association
from .domain.commissions import Minutes
from .domain.events import Event
from .domain.members import Member
from .domain.offers import Offer
from .domain.text import slug_of
from .exports.calendar import association_calendar
from .host.addresses import calendar_file, site_addresses
from .host.media import Attachment
from .host.members_only import outside_of
from .host.outputs import NOTHING, File, Output, Page, Shown, page
from .host.plugin import Section, registering
from .host.run import Run
from .host.site import MenuItem
from .render.markdown import Prose
from .render.parts import plain
from .sealing import Seal
from .views.commissions import minutes_row, minutes_rows, name_of_minutes
from .views.dates import Rows, rows_for
from .views.knowledge import size_of
from .views.localizer import Localizer, Written, introducing, introduction, localizer_of, page_shown
from .views.news import NewsRow, NewsRows, news_rows_for
from .views.offers import offer_rows_for

Titled = Article | Event | Offer | StaticPage


class MembersSection(Section):
    kind = "MEMBERS"

    def has_content(self, run: Run) -> bool:
        return run.members is not None

    def planned(self, run: Run) -> Iterable[Output]:
        """Without the passphrase, what everybody may read of the section: other texts lead there."""
        intro = introducing(self.kind, run.edition.association)
        if intro and not run.members:
            localizer = localizer_of(run)
            shown = partial(page_shown, intro, localizer.body(intro), localizer)
            yield page(run.edition.urls, self.kind, "page", menu=self.kind, shown=shown)

    def planned_for_members(self, run: Run) -> Iterable[Output]:
        localizer, seal = localizer_of(run), run.seal
        assert seal, "it is the run of what is sealed"
        calendar = {"id": seal.name("calendar")} if run.has_members_calendar else None
        yield list_page(run, localizer, calendar)
        yield search_file(run, localizer, seal)
        if calendar:
            yield calendar_for_members(run, calendar, localizer)
        if run.is_first:
            yield from run.media.files

    def menu_items(self, run: Run) -> Iterator[MenuItem]:
        """Whoever is a member looks for it at the top, unless the text that introduces it says « none »."""
        intro = introducing(self.kind, run.edition.association)
        if not (intro and intro.menu == "none"):
            yield from super().menu_items(run)


@dataclass(frozen=True, slots=True)
class Pillar:
    """What there is on one subject, the latest first; name: '' of what says none."""

    name: str
    id: str
    rows: tuple[NewsRow, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """format: PDF… size: in kB, or in MB where it is large. texts: where members read of it."""

    name: str
    url: str
    format: str
    size: str
    is_large: bool
    texts: "tuple[Found, ...]"


@dataclass(frozen=True, slots=True)
class PageRow:
    title: str
    lead: str
    url: str | None


def list_page(run: Run, localizer: Localizer, calendar: dict[str, str] | None) -> Page:
    edition, association = run.edition, run.edition.association
    intro = introducing("MEMBERS", association)
    told = association.only("articles", "events", "offers", "minutes", "pages", "commissions")
    offering = association.members_named(offer.member for offer in association.offers)
    return page(
        localizer.urls,
        "MEMBERS",
        "members",
        shown=partial(
            list_shown,
            told,
            offering,
            rows_for(edition, localizer),
            edition.agenda.upcoming(edition.today),
            run.media.attachments,
            localizer.urls.url("MEMBERS_CALENDAR", **calendar) if calendar else None,
            localizer,
        ),
        outside=partial(introduced, intro, localizer),
    )


def introduced(intro: StaticPage | None, localizer: Localizer) -> Shown:
    """What everybody sees of the list: what editors say above the form that asks for the passphrase."""
    return outside_of(NOTHING, "", introduction(intro, localizer))


def list_shown(
    told: Association,
    offering: tuple[Member, ...],
    dates: Rows,
    coming: tuple[Entry, ...],
    attachments: tuple[Attachment, ...],
    calendar: str | None,
    localizer: Localizer,
) -> Shown:
    intro, news = introducing("MEMBERS", told), news_rows_for(told, localizer)
    offers = offer_rows_for(
        Association(told.identity, members=offering, offers=told.offers), localizer, dates.today
    )
    return Shown(
        title=localizer.say(intro.title) if intro else "",
        view={
            "pillars": pillars(told.articles, news, localizer),
            "dates": dates.of(coming),
            "minutes": minutes_rows(told.minutes, localizer),
            "documents": document_rows(attachments, told, localizer),
            "offers": offers.of(offer for offer in told.offers if offer.is_open(dates.today)),
            "pages": tuple(page_row(one, localizer) for one in lasting(told)),
            "calendar": calendar,
            "search": localizer.urls.url("MEMBERS_SEARCH"),
        },
    )


def pillars(articles: Iterable[Article], rows: NewsRows, localizer: Localizer) -> tuple[Pillar, ...]:
    """By the category that articles say, whatever its capitals; those without one come last."""
    found: dict[str, tuple[str, list[NewsRow]]] = {}
    for article in articles:
        name = localizer.say(article.category)
        found.setdefault(slug_of(name), (name, []))[1].append(rows.row(article))
    named = in_order((slug for slug in found if slug), lambda slug: found[slug][0], str)
    every = (*named, *(slug for slug in found if not slug))
    return tuple(Pillar(found[slug][0], f"p-pilier-{slug}", tuple(found[slug][1])) for slug in every)


def lasting(told: Association) -> tuple[StaticPage, ...]:
    return tuple(one for one in told.pages if not one.introduces)


def page_row(written: StaticPage, localizer: Localizer) -> PageRow:
    url = localizer.urls.url("PAGE", slug=written.slug)
    return PageRow(localizer.say(written.title), localizer.say(written.summary), url)


def document_rows(
    attachments: Iterable[Attachment], told: Association, localizer: Localizer
) -> tuple[DocumentRow, ...]:
    """Those of the texts in the language, by the names that pages give them, else those of their files."""
    names = {one.current.file: localizer.say(one.title) for one in told.resources}
    texts = {found.source: found for found in everything(told, localizer)}
    leading = ((one, tuple(texts[path] for path in one.sources if path in texts)) for one in attachments)
    rows = (document_row(one, names.get(one.path), found, localizer) for one, found in leading if found)
    return in_order(rows, lambda row: row.name, lambda row: row.url)


def document_row(
    one: Attachment, name: str | None, texts: "tuple[Found, ...]", localizer: Localizer
) -> DocumentRow:
    size = size_of(one.octets, localizer.language)
    stem, ending = splitext(one.name)
    said = " ".join(re.split(r"[-_ ]+", stem)).strip()
    return DocumentRow(
        name=name or said[:1].upper() + said[1:],
        url=one.url,
        format=ending[1:].upper(),
        size=size.number,
        is_large=size.is_large,
        texts=texts,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What is looked for in one text, its words aside. kind: its pillar, where it has one."""

    title: str
    summary: str
    kind: str
    url: str | None
    source: str


def everything(told: Association, localizer: Localizer) -> tuple[Found, ...]:
    """Every text, in the order in which a search has them."""
    say, url = localizer.say, localizer.urls.url
    bodies = {one.id: say(one.name) for one in told.commissions}

    def found(one: Titled, kind: str, pillar: str = "") -> Found:
        return Found(say(one.title), say(one.summary), pillar, url(kind, slug=one.slug), one.source)

    def found_minutes(one: Minutes) -> Found:
        row, body = minutes_row(one, localizer), bodies[one.commission]
        name = name_of_minutes(row, body, localizer.language)
        return Found(name, row.summary, body, row.url, one.source)

    return (
        *(found(one, "ARTICLE", say(one.category)) for one in told.articles),
        *(found(one, "EVENT", say(one.kind)) for one in told.events),
        *(found(one, "OFFER") for one in told.offers),
        *map(found_minutes, told.minutes),
        *(found(one, "PAGE") for one in lasting(told)),
    )


def search_file(run: Run, localizer: Localizer, seal: Seal) -> File:
    told = run.edition.association.only("articles", "events", "offers", "minutes", "pages", "commissions")
    texts: tuple[Written, ...] = (
        *told.articles,
        *told.events,
        *told.offers,
        *told.minutes,
        *lasting(told),
    )
    url, save_as = localizer.urls.url("MEMBERS_SEARCH"), localizer.urls.save_as("MEMBERS_SEARCH")
    bodies = (localizer.body(text) or localizer.renderer.prose("", text.source) for text in texts)
    return File(save_as, partial(searched, told, seal, url or "", localizer, *bodies))


def searched(told: Association, seal: Seal, url: str, localizer: Localizer, *bodies: Prose) -> bytes:
    found = [
        {
            "url": one.url,
            "title": one.title,
            "summary": one.summary,
            "kind": one.kind,
            "text": plain(body.html),
        }
        for one, body in zip(everything(told, localizer), bodies, strict=True)
        if one.url
    ]
    content = gzip.compress(json.dumps(found, ensure_ascii=False).encode(), mtime=0)
    return seal.file(url, "recherche.json.gz", "application/gzip", content)


def calendar_for_members(run: Run, parts: dict[str, str], localizer: Localizer) -> File:
    """In clear, since telephones open nothing: at an address that only the opened list tells."""
    intro = introducing("MEMBERS", run.edition.association)
    return calendar_file(
        run,
        localizer.say(intro.title) if intro else "",
        localizer.urls.url("MEMBERS"),
        "MEMBERS_CALENDAR",
        parts,
        association_calendar,
        run.dated,
        site_addresses(run),
        run.edition.today,
    )


register = registering(MembersSection)
