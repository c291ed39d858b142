"""The texts of content/: news, lasting pages, offers, minutes; and the topics they have in common.

One slug is one topic, however it is spelt.
"""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import partial

from ...domain.articles import USUALLY_PINNED, Article, StaticPage, Tag
from ...domain.commissions import Minutes
from ...domain.commissions import latest_first as latest_minutes_first
from ...domain.members import Skill
from ...domain.offers import Offer, OfferKind, OfferStatus, latest_first
from ...domain.places import Town
from ...domain.text import Language, Slug, plain, slug_of
from ...problems import Place, Problem, sentence
from ..context import Known, LoadContext, check, mistake
from ..markdown_files import always, follow_later, markdown_files, picture
from ..notes import WrittenMinutes
from ..schema.texts import ArticleShape, CommonShape, MinutesShape, OfferShape, PageShape
from ..sheets import Sheet
from ..suggestions import nearest
from ..versions import MarkdownFile, SharedName
from .members import several
from .recurrence import Moment
from .registers import Names
from .resources import Shelf, body_of, check_template, own_resources, resources, shelf_of
from .translations import published, translated
from .vocabulary import Vocabularies

DIGITS = re.compile(r"\d+")
DAY_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


@dataclass(slots=True)
class Tags:
    """The first spelling met in a language is the one shown; the public learns no word of members."""

    known: dict[tuple[str, Language, Slug], Tag] = field(default_factory=dict)

    def named(self, one: MarkdownFile[CommonShape], context: LoadContext) -> tuple[Tag, ...]:
        slugs = [self._slug(name, one, index, context) for index, name in enumerate(one.shape.tags)]
        return tuple(
            self.known[one.readers.name, one.language, slug] for slug in dict.fromkeys(slugs) if slug
        )

    def _slug(self, name: str, one: MarkdownFile[CommonShape], index: int, context: LoadContext) -> Slug:
        slug = slug_of(name)
        key = (one.readers.name, one.language, slug)
        if slug and key not in self.known:
            self.known[key] = context.memory.same("tag", *key, value=Tag(slug, plain(name)))
        if not slug:
            tell_no_slug(name, one.shape.place("tags", index), context)
        return slug


def tell_no_slug(name: str, place: Place, context: LoadContext) -> None:
    context.error(
        place,
        "no-slug",
        sentence('"{text}" has no letter from a to z and no digit to make an address of', text=name),
        sentence("choose another word for this topic"),
    )


def articles(names: Names, tags: Tags, context: LoadContext) -> tuple[Article, ...]:
    """Published ones, the latest first."""
    files = markdown_files(ArticleShape, "news", partial(is_due, context=context), context)
    check_dossiers(files, context)
    found = published(files, article, (names,), tags, context, translated_article)
    return latest_articles_first(found)


def latest_articles_first(found: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(found, key=lambda article: (-article.date.timestamp(), article.slug)))


def is_due(shape: ArticleShape, moment: datetime, context: LoadContext) -> bool:
    return in_zone(shape.date, context) <= moment


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
        authors=tuple(map(plain, shape.authors)),
        category=shape.category,
        tags=topics,
        picture=picture(markdown_file, context),
        commissions=names.commissions_named(shape.commissions, shape, context),
        members=names.members_named(shape.members, shape, "members", context),
        pinned_until=pinned_until(shape, context),
        dossier=dossier(shape, context),
        dossier_part=shape.dossier_part,
        source=markdown_file.path,
    )


def pinned_until(shape: ArticleShape, context: LoadContext) -> date | None:
    first = in_zone(shape.date, context).date()
    if isinstance(shape.pinned, bool):
        return first + USUALLY_PINNED if shape.pinned else None
    if shape.pinned < first:
        tell_too_early("pinned", shape.pinned, first, shape, context)
    return shape.pinned


def translated_article(
    one: MarkdownFile[ArticleShape], first: Article, topics: tuple[Tag, ...], context: LoadContext
) -> Article:
    made, shape = translated(one, first, topics, context), one.shape
    return replace(
        made,
        modified=in_zone(shape.modified, context) if shape.modified else None,
        category=shape.category or made.category,
        authors=tuple(map(plain, shape.authors)) or made.authors,
    )


def dossier(shape: ArticleShape, context: LoadContext) -> Tag | None:
    if shape.dossier is None:
        if shape.dossier_part:
            context.error(
                shape.key_place("dossier_part"),
                "missing-field",
                sentence('found no "{key}"', key="dossier"),
                sentence("name the dossier whose part it is"),
            )
        return None
    slug = slug_of(shape.dossier)
    if not slug:
        tell_no_slug(shape.dossier, shape.place("dossier"), context)
    return Tag(slug, plain(shape.dossier)) if slug else None


def check_dossiers(files: Iterable[MarkdownFile[ArticleShape]], context: LoadContext) -> None:
    """Those to come too: no two are one part, and no name of a dossier is written in two ways."""
    found: dict[Slug, list[MarkdownFile[ArticleShape]]] = {}
    for one in files:
        if one.shape.dossier and not one.first:
            found.setdefault(slug_of(one.shape.dossier), []).append(one)
    for slug, parts in found.items():
        check_parts(slug, parts, context)
        near = nearest(slug, [other for other in found if DIGITS.sub("", other) != DIGITS.sub("", slug)])
        if near and len(parts) == 1:
            context.warn(
                parts[0].shape.place("dossier"),
                "lonely-part",
                sentence('the dossier "{dossier}" has no other part', dossier=parts[0].shape.dossier),
                sentence('did you mean "{near}"?', near=found[near][0].shape.dossier),
            )


def check_parts(slug: Slug, parts: Iterable[MarkdownFile[ArticleShape]], context: LoadContext) -> None:
    taken: dict[int, MarkdownFile[ArticleShape]] = {}
    for one in parts:
        number = one.shape.dossier_part
        other = taken.setdefault(number, one) if number else one
        if other is not one:
            context.error(
                one.shape.place("dossier_part"),
                "duplicate-part",
                sentence(
                    'part {number} of the dossier "{dossier}" is {other}',
                    number=number,
                    dossier=slug,
                    other=other.body.file,
                ),
                sentence("give one of them another number, or leave the order to their dates"),
            )


def pages(context: LoadContext) -> tuple[StaticPage, ...]:
    """Published ones, in the order of the menu."""
    files = markdown_files(PageShape, "pages", always, context)

    def inputs(shape: PageShape) -> tuple[Shelf | None]:
        return (shelf_of(shape, context),)

    found = published(files, page, inputs, None, context, translated_page, inputs)
    return in_order_of_menu(found)


def in_order_of_menu(found: Iterable[StaticPage]) -> tuple[StaticPage, ...]:
    return tuple(sorted(found, key=lambda page: (page.order, page.slug)))


def page(
    markdown_file: MarkdownFile[PageShape], _: tuple[Tag, ...], shelf: Shelf | None, context: LoadContext
) -> StaticPage:
    shape = markdown_file.shape
    check_template(markdown_file, context)
    return StaticPage(
        slug=markdown_file.slug,
        title=shape.title,
        summary=shape.summary,
        body=body_of(markdown_file),
        language=markdown_file.language,
        picture=picture(markdown_file, context),
        menu=shape.menu,
        order=shape.order,
        template=shape.template or "",
        resources=resources(markdown_file, shelf, context),
        source=markdown_file.path,
    )


def translated_page(
    one: MarkdownFile[PageShape],
    first: StaticPage,
    topics: tuple[Tag, ...],
    shelf: Shelf | None,
    context: LoadContext,
) -> StaticPage:
    check_template(one, context)
    made = translated(one, first, topics, context)
    return replace(made, body=body_of(one), resources=own_resources(one, made.resources, shelf, context))


def offers(names: Names, words: Vocabularies, tags: Tags, context: LoadContext) -> tuple[Offer, ...]:
    """Published ones, open or closed, the latest first. words: free ones are added to them."""
    is_due = partial(may_appear, names=names, context=context)
    files = markdown_files(OfferShape, "offers", is_due, context, judges=names)

    def inputs(shape: OfferShape) -> tuple[object, ...]:
        town = words.towns.meant(shape.town, shape, ("town",), context) if shape.town else None
        return town, several(words.skills, shape.skills, shape, "skills", context), names

    return latest_first(published(files, offer, inputs, tags, context))


def may_appear(shape: OfferShape, moment: datetime, names: Names, context: LoadContext) -> bool:
    """Its day has come, and it is not of a person who gave no consent: how to answer would tell who."""
    is_due = shape.date is None or shape.date <= moment.astimezone(context.site.zone).date()
    return is_due and shape.member not in names.unnamed


def offer(
    markdown_file: MarkdownFile[OfferShape],
    topics: tuple[Tag, ...],
    town: Town | None,
    skills: tuple[Skill, ...],
    names: Names,
    context: LoadContext,
) -> Offer:
    shape = markdown_file.shape
    check_days(shape, context)
    follow_later(shape.apply, shape, "apply", context, markdown_file.readers)
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
        tell_too_early("expires", shape.expires, shape.date, shape, context)


def tell_too_early(key: str, last: date, first: date, shape: CommonShape, context: LoadContext) -> None:
    said = sentence('"{key}" is {last}, which is before "date", {date}', key=key, last=last, date=first)
    context.error(shape.place(key), "ends-before-start", said, sentence("check both dates"))


def member(shape: OfferShape, names: Names, context: LoadContext) -> Slug | None:
    """Whose offer it is, if that member is published."""
    if shape.member and shape.member not in names.ids:
        check(shape.member, names.members, shape.place("member"), context)
    return shape.member if shape.member in names.published else None


def minutes(names: Names, tags: Tags, context: LoadContext) -> tuple[Minutes, ...]:
    """Published ones, the latest first; whether there was a meeting is seen once all are known."""
    files = markdown_files(MinutesShape, "minutes", always, context, NAMING)
    return latest_minutes_first(published(files, minutes_of, (names.commissions,), tags, context))


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


def meeting_named(one: Sheet, path: str) -> Slug:
    """What it says itself; nothing, where it does not say all of it."""
    commission, written = one.says("commission"), DAY_IN_NAME.match(posixpath.basename(path))
    day = one.says("date") or (written[0] if written else "")
    return f"{commission}/{day}" if commission and day else ""


NAMING = SharedName(own_name, duplicate_minutes, meeting_named, is_of_first=True, may_have_years=False)
