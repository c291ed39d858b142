"""Minutes of commissions: content/comptes-rendus."""

import posixpath
import re
from datetime import date

from ...domain.minutes import Minutes, latest_first
from ...domain.slugs import Slug
from ...problems import Place, Problem, sentence
from ..desk import Desk, WrittenMinutes, wrong
from ..pictures import picture
from ..references import check
from ..shapes.minutes import MinutesShape
from ..sheets import Naming, Sheet, sheets
from .registers import Registers
from .tags import Tags

DAY_IN_NAME = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")


def minutes(registers: Registers, tags: Tags, desk: Desk) -> tuple[Minutes, ...]:
    """Published ones, the latest first; whether there was a meeting is seen once all are known."""
    found = []
    for sheet in sheets(MinutesShape, "minutes", lambda shape: True, desk, NAMING):
        check(sheet.shape.commission, registers.known_commissions, (sheet.spot / "commission").place, desk)
        converted = minutes_of(sheet, tags, desk)
        check_past(converted.day, place_of_day(sheet), desk)
        desk.minuted.append(WrittenMinutes(converted.commission, converted.day, place_of_day(sheet)))
        if sheet.is_published:
            found.append(converted)
    return latest_first(found)


def minutes_of(sheet: Sheet[MinutesShape], tags: Tags, desk: Desk) -> Minutes:
    shape = sheet.shape
    return Minutes(
        commission=shape.commission,
        day=day_of(shape, sheet.path, sheet.body.file),
        title=shape.title,
        summary=shape.summary,
        body=sheet.text,
        language=sheet.language,
        tags=tags.named(shape.tags, sheet.spot / "tags", desk),
        picture=picture(sheet, desk),
        source=sheet.path,
    )


def day_of(shape: MinutesShape, path: str, file: str) -> date:
    """The day of the meeting, in the fields or at the beginning of the file name."""
    day = shape.date or day_in(path)
    if day is None:
        raise wrong(
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


def check_past(day: date, place: Place, desk: Desk) -> None:
    if day > desk.site.today:
        desk.error(
            place,
            "future-minutes",
            sentence("the meeting of {day} has not taken place yet", day=day),
            sentence('write the day of a past meeting, or "status: draft" until then'),
        )


def place_of_day(sheet: Sheet[MinutesShape]) -> Place:
    return (sheet.spot / "date").place if sheet.shape.date else Place(sheet.body.file)


def own_name(shape: MinutesShape, path: str, file: str) -> Slug:
    """What tells minutes apart: no two are of one commission and one day."""
    return f"{shape.commission}/{day_of(shape, path, file)}"


def taken(one: Sheet[MinutesShape], other: Sheet[MinutesShape]) -> Problem:
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


NAMING = Naming(own_name, taken)
