"""The texts of content/: news, lasting pages, offers, minutes; and the topics they have in common.

One slug is one topic, however it is spelt.
"""

import posixpath
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from ...domain.articles import Article, StaticPage, Tag
from ...domain.commissions import Minutes
from ...domain.commissions import latest_first as latest_minutes_first
from ...domain.offers import Offer, OfferKind, OfferStatus, latest_first
from ...domain.text import Slug, slug_of
from ...problems import Place, Problem, sentence
from ..context import LoadContext, WrittenMinutes, check, mistake
from ..markdown_files import MarkdownFile, SharedName, follow_later, markdown_files, picture
from ..schema.texts import ArticleShape, CommonShape, MinutesShape, OfferShape, PageShape
from .members import several
from .recurrence import Moment
from .registers import Registers, Roster
from .vocabulary import Vocabularies

DAY_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(slots=True)
class Tags:
    """The first spelling met is the one shown."""

    by_slug: dict[Slug, Tag] = field(default_factory=dict)

    def named(self, shape: CommonShape, context: LoadContext) -> tuple[Tag, ...]:
        places = (shape.place("tags", index) for index in range(len(shape.tags)))
        slugs = (self._slug(name, place, context) for name, place in zip(shape.tags, places))
        return tuple(self.by_slug[slug] for slug in dict.fromkeys(slugs) if slug)

    def _slug(self, name: str, place: Place, context: LoadContext) -> Slug:
        slug = slug_of(name)
        if slug:
            self.by_slug.setdefault(slug, Tag(slug, name))
        else:
            context.error(
                place,
                "no-slug",
                sentence('"{text}" has no letter from a to z and no digit to make an address of', text=name),
                sentence("choose another word for this topic"),
            )
        return slug


def articles(registers: Registers, tags: Tags, context: LoadContext) -> tuple[Article, ...]:
    """Published ones, the latest first."""
    found = []
    for markdown_file in markdown_files(ArticleShape, "news", lambda shape: is_due(shape, context), context):
        converted = article(markdown_file, registers, tags, context)
        if markdown_file.is_published:
            found.append(converted)
    return tuple(sorted(found, key=lambda article: (-article.date.timestamp(), article.slug)))


def is_due(shape: ArticleShape, context: LoadContext) -> bool:
    return in_zone(shape.date, context) <= context.site.now


def in_zone(moment: Moment, context: LoadContext) -> datetime:
    """The moment in the time of the site; a date is its midnight."""
    zone = context.site.zone
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), zone)
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def article(
    markdown_file: MarkdownFile[ArticleShape], registers: Registers, tags: Tags, context: LoadContext
) -> Article:
    shape = markdown_file.shape
    return Article(
        slug=markdown_file.slug,
        title=shape.title,
        date=in_zone(shape.date, context),
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        modified=in_zone(shape.modified, context) if shape.modified else None,
        authors=shape.authors,
        category=shape.category,
        tags=tags.named(shape, context),
        picture=picture(markdown_file, context),
        commissions=registers.commissions_named(shape.commissions, shape, context),
        members=registers.roster.ids_of(shape.members, shape, "members", context),
        is_pinned=shape.pinned,
        source=markdown_file.path,
    )


def pages(context: LoadContext) -> tuple[StaticPage, ...]:
    """Published ones, in the order of the menu."""
    found = []
    for markdown_file in markdown_files(PageShape, "pages", lambda _: True, context):
        converted = page(markdown_file, context)
        if markdown_file.is_published:
            found.append(converted)
    return tuple(sorted(found, key=lambda page: (page.order, page.slug)))


def page(markdown_file: MarkdownFile[PageShape], context: LoadContext) -> StaticPage:
    shape = markdown_file.shape
    return StaticPage(
        slug=markdown_file.slug,
        title=shape.title,
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        picture=picture(markdown_file, context),
        menu=shape.menu,
        order=shape.order,
        source=markdown_file.path,
    )


def offers(registers: Registers, words: Vocabularies, tags: Tags, context: LoadContext) -> tuple[Offer, ...]:
    """Published ones, open or closed, the latest first."""
    found = []
    roster = registers.roster
    for markdown_file in markdown_files(
        OfferShape, "offers", lambda shape: may_appear(shape, roster, context), context
    ):
        converted = offer(markdown_file, roster, words, tags, context)
        if markdown_file.is_published:
            found.append(converted)
    return latest_first(found)


def may_appear(shape: OfferShape, roster: Roster, context: LoadContext) -> bool:
    """Its day has come, and it is not of a person who gave no consent: how to answer would tell who."""
    is_due = shape.date is None or shape.date <= context.site.today
    entry = roster.entries.get(shape.member or "")
    return is_due and not (entry and entry.shape.kind == "person" and entry.member is None)


def offer(
    markdown_file: MarkdownFile[OfferShape],
    roster: Roster,
    words: Vocabularies,
    tags: Tags,
    context: LoadContext,
) -> Offer:
    shape = markdown_file.shape
    check_days(shape, context)
    follow_later(shape.apply, shape, "apply", context, markdown_file.is_published)
    return Offer(
        slug=markdown_file.slug,
        title=shape.title,
        kind=OfferKind(shape.kind),
        expires=shape.expires,
        date=shape.date,
        status=OfferStatus(shape.offer_status),
        member=member(shape, roster, context),
        town=words.towns.meant(shape.town, shape, ("town",), context) if shape.town else None,
        skills=several(words.skills, shape.skills, shape, "skills", context),
        apply=shape.apply,
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        tags=tags.named(shape, context),
        picture=picture(markdown_file, context),
        source=markdown_file.path,
    )


def check_days(shape: OfferShape, context: LoadContext) -> None:
    if shape.date and shape.expires < shape.date:
        context.error(
            shape.place("expires"),
            "ends-before-start",
            sentence(
                '"expires" is {expires}, which is before "date", {date}',
                expires=shape.expires,
                date=shape.date,
            ),
            sentence("check both dates"),
        )


def member(shape: OfferShape, roster: Roster, context: LoadContext) -> Slug | None:
    """Whose offer it is, if that member is published."""
    if shape.member is None:
        return None
    if shape.member not in roster.entries:
        check(shape.member, roster.known, shape.place("member"), context)
        return None
    published = roster.entries[shape.member].member
    return published.id if published else None


def minutes(registers: Registers, tags: Tags, context: LoadContext) -> tuple[Minutes, ...]:
    """Published ones, the latest first; whether there was a meeting is seen once all are known."""
    found = []
    for markdown_file in markdown_files(MinutesShape, "minutes", lambda shape: True, context, NAMING):
        check(
            markdown_file.shape.commission,
            registers.known_commissions,
            markdown_file.shape.place("commission"),
            context,
        )
        converted = minutes_of(markdown_file, tags, context)
        check_past(converted.day, place_of_day(markdown_file), context)
        context.minuted.append(
            WrittenMinutes(converted.commission, converted.day, place_of_day(markdown_file))
        )
        if markdown_file.is_published:
            found.append(converted)
    return latest_minutes_first(found)


def minutes_of(markdown_file: MarkdownFile[MinutesShape], tags: Tags, context: LoadContext) -> Minutes:
    shape = markdown_file.shape
    return Minutes(
        commission=shape.commission,
        day=day_of(shape, markdown_file.path, markdown_file.body.file),
        title=shape.title,
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        tags=tags.named(shape, context),
        picture=picture(markdown_file, context),
        source=markdown_file.path,
    )


def day_of(shape: MinutesShape, path: str, file: str) -> date:
    """The day of the meeting, in the fields or at the beginning of the file name."""
    day = shape.date or day_in(path)
    if day is None:
        raise mistake(
            Place(file),
            "missing-field",
            sentence('found no "{key}"', key="date"),
            sentence('add the day of the meeting: "date: {example}"', example="2026-11-03"),
        )
    return day


def day_in(path: str) -> date | None:
    written = DAY_IN_NAME.match(posixpath.basename(path))
    try:
        return date.fromisoformat(written[0]) if written else None
    except ValueError:
        return None


def check_past(day: date, place: Place, context: LoadContext) -> None:
    if day > context.site.today:
        context.error(
            place,
            "future-minutes",
            sentence("the meeting of {day} has not taken place yet", day=day),
            sentence('write the day of a past meeting, or "status: draft" until then'),
        )


def place_of_day(markdown_file: MarkdownFile[MinutesShape]) -> Place:
    return markdown_file.shape.place("date") if markdown_file.shape.date else Place(markdown_file.body.file)


def own_name(shape: MinutesShape, path: str, file: str) -> Slug:
    """What tells minutes apart: no two are of one commission and one day."""
    return f"{shape.commission}/{day_of(shape, path, file)}"


def duplicate_minutes(one: MarkdownFile[MinutesShape], other: MarkdownFile[MinutesShape]) -> Problem:
    commission, _, day = one.slug.partition("/")
    return Problem(
        place_of_day(one),
        "duplicate-minutes",
        sentence(
            'the meeting of {day} of "{commission}" has its minutes in {other}',
            day=day,
            commission=commission,
            other=other.body.file,
        ),
        sentence("correct the day or the commission, or make one file of both"),
    )


NAMING = SharedName(own_name, duplicate_minutes)
