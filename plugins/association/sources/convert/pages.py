"""Lasting pages: content/pages."""

from ...domain.writing import Page
from ..desk import Desk
from ..pictures import picture
from ..shapes.front_matter import PageShape
from ..sheets import Sheet, sheets


def pages(desk: Desk) -> tuple[Page, ...]:
    """Published ones, in the order of the menu."""
    found = []
    for sheet in sheets(PageShape, "pages", lambda _: True, desk):
        converted = page(sheet, desk)
        if sheet.is_published:
            found.append(converted)
    return tuple(sorted(found, key=lambda page: (page.order, page.slug)))


def page(sheet: Sheet[PageShape], desk: Desk) -> Page:
    shape = sheet.shape
    return Page(
        slug=sheet.slug,
        title=shape.title,
        summary=shape.summary,
        body=sheet.text,
        language=sheet.language,
        picture=picture(sheet, desk),
        menu=shape.menu,
        order=shape.order,
        source=sheet.path,
    )
