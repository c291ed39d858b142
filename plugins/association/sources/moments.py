"""Local times of a zone: those that do not exist, those that come twice, offsets where none belong."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ..problems import Place, Problem, Sentence, sentence
from .desk import Desk, wrong

Moment = date | datetime
MINUTE = timedelta(minutes=1)


def said(moment: Moment) -> str:
    """A date or a moment as editors write it."""
    return f"{moment:%Y-%m-%d %H:%M}" if isinstance(moment, datetime) else f"{moment:%Y-%m-%d}"


def without_offset(moment: Moment, zone: ZoneInfo, place: Place) -> Moment:
    if isinstance(moment, datetime) and moment.tzinfo:
        raise wrong(
            place,
            "unexpected-offset",
            sentence('"{moment}" has a UTC offset', moment=moment.isoformat(" ", "minutes")),
            sentence('write the local time, and "timezone" when it is not {zone}', zone=zone),
        )
    return moment


def check_clock(
    local: datetime, zone: ZoneInfo, place: Place, desk: Desk, way_out: Sentence | None = None
) -> None:
    """A local time has to exist, and should exist once (PEP 495: `fold` tells both readings apart)."""
    before, after = (local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    if after > before:
        desk.problems.append(nonexistent(local, after - before, zone, place))
    elif after < before:
        desk.warn(
            place,
            "ambiguous-time",
            sentence(
                "{moment} comes twice in {zone}: clocks go back that night", moment=said(local), zone=zone
            ),
            way_out or sentence("the first one is taken; choose another time"),
        )


def with_offsets(local: datetime, zone: ZoneInfo) -> Sentence:
    """How to say which one is meant, where offsets are understood."""
    first, second = (local.replace(tzinfo=zone, fold=fold).isoformat(" ", "minutes") for fold in (0, 1))
    return sentence("write {first} for the first one, {second} for the second", first=first, second=second)


def nonexistent(local: datetime, gap: timedelta, zone: ZoneInfo, place: Place) -> Problem:
    start = first_skipped(local, zone)
    return Problem(
        place,
        "nonexistent-time",
        sentence(
            "{moment} does not exist in {zone}: clocks go from {before} to {after}",
            moment=said(local),
            zone=zone,
            before=f"{start:%H:%M}",
            after=f"{start + gap:%H:%M}",
        ),
    )


def first_skipped(local: datetime, zone: ZoneInfo) -> datetime:
    """The first minute of the gap that `local` lies in; a gap is at most a day long."""
    start = local.replace(second=0, microsecond=0)
    while is_skipped(start - MINUTE, zone):
        start -= MINUTE
    return start


def is_skipped(local: datetime, zone: ZoneInfo) -> bool:
    there = local.replace(tzinfo=zone)
    return there.astimezone(ZoneInfo("UTC")).astimezone(zone).replace(tzinfo=None) != local
