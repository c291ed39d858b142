"""News: content/actualites."""

from datetime import datetime, time

from ...domain.writing import Article
from ..desk import Desk
from ..moments import Moment
from ..pictures import picture
from ..shapes.front_matter import ArticleShape
from ..sheets import Sheet, sheets
from .registers import Registers
from .tags import Tags


def articles(registers: Registers, tags: Tags, desk: Desk) -> tuple[Article, ...]:
    """Published ones, the latest first."""
    found = []
    for sheet in sheets(ArticleShape, "news", lambda shape: is_due(shape, desk), desk):
        converted = article(sheet, registers, tags, desk)
        if sheet.is_published:
            found.append(converted)
    return tuple(sorted(found, key=lambda article: (-article.date.timestamp(), article.slug)))


def is_due(shape: ArticleShape, desk: Desk) -> bool:
    return in_zone(shape.date, desk) <= desk.site.now


def in_zone(moment: Moment, desk: Desk) -> datetime:
    """The moment in the time of the site; a date is its midnight."""
    zone = desk.site.zone
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), zone)
    return moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)


def article(sheet: Sheet[ArticleShape], registers: Registers, tags: Tags, desk: Desk) -> Article:
    shape, spot = sheet.shape, sheet.spot
    return Article(
        slug=sheet.slug,
        title=shape.title,
        date=in_zone(shape.date, desk),
        summary=shape.summary,
        body=sheet.text,
        language=sheet.language,
        modified=in_zone(shape.modified, desk) if shape.modified else None,
        authors=shape.authors,
        category=shape.category,
        tags=tags.named(shape.tags, spot / "tags", desk),
        picture=picture(sheet, desk),
        commissions=registers.commissions_named(shape.commissions, spot / "commissions", desk),
        members=registers.roster.ids_of(shape.members, spot / "members", desk),
        is_pinned=shape.pinned,
        source=sheet.path,
    )
