"""The texts of a Pelican blog as news and pages like others, at the addresses that they had.

What Pelican hides, and its drafts, have a page too and stand in no list. Translations have days and topics of
their own; one in a language that the site does not have is a text by itself, for else nobody would see it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from ...domain.addresses import in_folder
from ...domain.articles import Article, StaticPage
from ...domain.association import Association
from ...domain.text import Language, Slug
from ..blog import blog_sheets, page_sheets
from ..context import LoadContext
from ..markdown_files import always, files_of
from ..schema.blog import BlogPageShape, BlogShape
from ..sheets import Sheet
from ..versions import MarkdownFile, SharedName
from .registers import Names
from .texts import Tags, article, in_zone, latest_articles_first, page, translated_article, translated_page
from .translations import published

Articles = tuple[Article, ...]


def called(one: Sheet, path: str) -> Slug:
    """What its versions in other languages are called too; '' where they are texts by themselves."""
    return one.says("called")


def own_slug(shape: BlogShape | BlogPageShape, path: str, file: str) -> Slug:
    return shape.slug or path


NAMING: SharedName[BlogShape] = SharedName(own_slug, calling=called, may_have_years=False)
NAMING_PAGES: SharedName[BlogPageShape] = SharedName(own_slug, calling=called, may_have_years=False)


def blog_articles(names: Names, tags: Tags, context: LoadContext) -> tuple[Articles, Articles]:
    """Those of lists, and those that have their page alone; the latest first."""
    sheets = blog_sheets(context)
    if not sheets:
        return (), ()
    files = files_of(BlogShape, sheets, lambda shape, moment: is_due(shape, moment, context), context, NAMING)
    status = {one.path: one.shape.status for one in files}
    found = tuple(published(files, article, (names,), tags, context, translated_blog_article))
    listed = (one for one in found if status[one.source] == "published")
    others = (replace(one, dossier=None) for one in found if status[one.source] != "published")
    return latest_articles_first(listed), latest_articles_first(others)


def is_due(shape: BlogShape, moment: datetime, context: LoadContext) -> bool:
    """Pelican publishes what is dated of a day to come, unless its settings say otherwise."""
    blog = context.site.blog
    waits = shape.status == "published" and blog is not None and blog.setting("WITH_FUTURE_DATES") is False
    return not waits or in_zone(shape.date, context) <= moment


def translated_blog_article(
    one: MarkdownFile[BlogShape], first: Article, topics: tuple[object, ...], context: LoadContext
) -> Article:
    made = translated_article(one, first, topics, context)  # type: ignore[arg-type]
    return replace(made, date=in_zone(one.shape.date, context))


def blog_pages(context: LoadContext) -> tuple[StaticPage, ...]:
    sheets = page_sheets(context)
    if not sheets:
        return ()
    files = files_of(BlogPageShape, sheets, always, context, NAMING_PAGES)
    hidden = {one.path for one in files if one.shape.status != "published"}
    found = published(files, page, (None,), None, context, translated_page, (None,))
    return tuple(replace(one, is_hidden=True) if one.source in hidden else one for one in found)


def in_folders_of_languages(association: Association, language: Language, first: Language) -> Association:
    """A text that is shown for want of its version in this language is in the folder of that.

    In its own language it is where it was; no two pages are at one address.
    """
    moved = replace(
        association,
        articles=own_addresses(association.articles, language, first),
        unlisted=own_addresses(association.unlisted, language, first),
        pages=own_addresses(association.pages, language, first),
    )
    return association if moved == association else moved


TextT = TypeVar("TextT", Article, StaticPage)


def own_addresses(texts: Iterable[TextT], language: Language, first: Language) -> tuple[TextT, ...]:
    return tuple(
        replace(one, slug=in_folder(one.slug, language)) if (one.language or first) != language else one
        for one in texts
    )
