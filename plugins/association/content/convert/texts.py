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
from ...domain.members import Skill
from ...domain.offers import Offer, OfferKind, OfferStatus, latest_first
from ...domain.places import Town
from ...domain.text import Slug, plain, slug_of
from ...problems import Place, Problem, sentence
from ..context import Known, LoadContext, WrittenMinutes, check, mistake
from ..markdown_files import MarkdownFile, SharedName, converted, follow_later, markdown_files, picture
from ..schema.texts import ArticleShape, CommonShape, MinutesShape, OfferShape, PageShape
from .members import several
from .recurrence import Moment
from .registers import Names
from .vocabulary import Vocabularies

DAY_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(slots=True)
class Tags:
    """The first spelling met is the one shown."""

    by_slug: dict[Slug, Tag] = field(default_factory=dict)

    def named(self, shape: CommonShape, context: LoadContext) -> tuple[Tag, ...]:
        slugs = [self._slug(name, shape, index, context) for index, name in enumerate(shape.tags)]
        return tuple(self.by_slug[slug] for slug in dict.fromkeys(slugs) if slug)

    def _slug(self, name: str, shape: CommonShape, index: int, context: LoadContext) -> Slug:
        slug = slug_of(name)
        if slug and slug not in self.by_slug:
            self.by_slug[slug] = context.memory.same("tag", slug, value=Tag(slug, plain(name)))
        if not slug:
            context.error(
                shape.place("tags", index),
                "no-slug",
                sentence('"{text}" has no letter from a to z and no digit to make an address of', text=name),
                sentence("choose another word for this topic"),
            )
        return slug


def articles(names: Names, tags: Tags, context: LoadContext) -> tuple[Article, ...]:
    """Published ones, the latest first."""
    found = []
    for markdown_file in markdown_files(ArticleShape, "news", lambda shape: is_due(shape, context), context):
        topics = tags.named(markdown_file.shape, context)
        made = converted(article, markdown_file, (topics, names), context)
        if markdown_file.is_published:
            found.append(made)
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
    markdown_file: MarkdownFile[ArticleShape], topics: tuple[Tag, ...], names: Names, context: LoadContext
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
        tags=topics,
        picture=picture(markdown_file, context),
        commissions=names.commissions_named(shape.commissions, shape, context),
        members=names.members_named(shape.members, shape, "members", context),
        is_pinned=shape.pinned,
        source=markdown_file.path,
    )


def pages(context: LoadContext) -> tuple[StaticPage, ...]:
    """Published ones, in the order of the menu."""
    found = []
    for markdown_file in markdown_files(PageShape, "pages", lambda _: True, context):
        made = converted(page, markdown_file, (), context)
        if markdown_file.is_published:
            found.append(made)
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


def offers(names: Names, words: Vocabularies, tags: Tags, context: LoadContext) -> tuple[Offer, ...]:
    """Published ones, open or closed, the latest first. words: free ones are added to them."""
    found = []
    for markdown_file in markdown_files(
        OfferShape, "offers", lambda shape: may_appear(shape, names, context), context, judges=names
    ):
        shape = markdown_file.shape
        town = words.towns.meant(shape.town, shape, ("town",), context) if shape.town else None
        skills = several(words.skills, shape.skills, shape, "skills", context)
        topics = tags.named(shape, context)
        made = converted(offer, markdown_file, (town, skills, topics, names), context)
        if markdown_file.is_published:
            found.append(made)
    return latest_first(found)


def may_appear(shape: OfferShape, names: Names, context: LoadContext) -> bool:
    """Its day has come, and it is not of a person who gave no consent: how to answer would tell who."""
    is_due = shape.date is None or shape.date <= context.site.today
    return is_due and shape.member not in names.unnamed


def offer(
    markdown_file: MarkdownFile[OfferShape],
    town: Town | None,
    skills: tuple[Skill, ...],
    topics: tuple[Tag, ...],
    names: Names,
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
        member=member(shape, names, context),
        town=town,
        skills=skills,
        apply=shape.apply,
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        tags=topics,
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


def member(shape: OfferShape, names: Names, context: LoadContext) -> Slug | None:
    """Whose offer it is, if that member is published."""
    if shape.member and shape.member not in names.ids:
        check(shape.member, names.members, shape.place("member"), context)
    return shape.member if shape.member in names.published else None


def minutes(names: Names, tags: Tags, context: LoadContext) -> tuple[Minutes, ...]:
    """Published ones, the latest first; whether there was a meeting is seen once all are known."""
    found = []
    for markdown_file in markdown_files(MinutesShape, "minutes", lambda shape: True, context, NAMING):
        topics = tags.named(markdown_file.shape, context)
        made = converted(minutes_of, markdown_file, (topics, names.commissions), context)
        if markdown_file.is_published:
            found.append(made)
    return latest_minutes_first(found)


def minutes_of(
    markdown_file: MarkdownFile[MinutesShape],
    topics: tuple[Tag, ...],
    commissions: Known,
    context: LoadContext,
) -> Minutes:
    shape, place = markdown_file.shape, place_of_day(markdown_file)
    day = day_of(shape, markdown_file.path, markdown_file.body.file)
    check(shape.commission, commissions, shape.place("commission"), context)
    check_past(day, place, context)
    context.notes.minuted.append(WrittenMinutes(shape.commission, day, place))
    return Minutes(
        commission=shape.commission,
        day=day,
        title=shape.title,
        summary=shape.summary,
        body=markdown_file.text,
        language=markdown_file.language,
        tags=topics,
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


NAMING = SharedName(own_name, duplicate_minutes, may_have_years=False)
