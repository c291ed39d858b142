"""What a run takes of the machine: the time, SOURCE_DATE_EPOCH if set, else the clock; caches.

Nothing is lost when their folder is deleted. No other module looks at the clock.
"""

import gc
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ..content.fields.dates import LAST_YEAR
from ..problems import ContentError, Place, Problem, sentence

NAME = "SOURCE_DATE_EPOCH"
SECONDS = re.compile(r"[0-9]+")
LATEST = int(datetime(LAST_YEAR, 12, 31, tzinfo=UTC).timestamp())


def now(zone: ZoneInfo, environ: Mapping[str, str] = os.environ) -> datetime:
    """The moment of the build in the site's zone, whole seconds. ContentError when nobody can tell it.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    text = environ.get(NAME)
    if text and not is_moment(text):
        raise ContentError([not_a_moment(text)])
    return datetime.fromtimestamp(int(text or time.time()), zone)


Clock = Callable[[ZoneInfo], datetime]


class FirstOfDay:
    """A clock for somebody who looks at a site while writing it: it stands still until the next day.

    Calendars tell the moment of the build; else an edit would change them all.
    """

    def __init__(self) -> None:
        self.moment: datetime | None = None

    def __call__(self, zone: ZoneInfo) -> datetime:
        current = now(zone)
        if self.moment is None or self.moment.astimezone(zone).date() != current.date():
            self.moment = current
        return self.moment.astimezone(zone)


@contextmanager
def keeping_all() -> Iterator[None]:
    """Nearly all that loading and planning make is kept: the collector of cycles would only walk through it.

    It takes an eighth of the time of a build; what nothing refers to goes at once all the same. What is there
    in the end it leaves alone (gc.freeze), until somebody has the time: gc.unfreeze.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()
            gc.enable()


def is_moment(text: str) -> bool:
    return bool(SECONDS.fullmatch(text)) and len(text) <= len(str(LATEST)) and int(text) <= LATEST


def not_a_moment(text: str) -> Problem:
    return Problem(
        Place(NAME),
        "bad-moment",
        sentence(
            'the environment variable {name} is "{found}", expected whole seconds since 1970, until {year}',
            name=NAME,
            found=text,
            year=LAST_YEAR,
        ),
        sentence("write digits only, or unset it"),
    )


def cache_folder(name: str) -> Path:
    """ASSOSITE_CACHE, else the user's cache folder (XDG base directory specification)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("ASSOSITE_CACHE") or Path(base) / "assosite") / name
