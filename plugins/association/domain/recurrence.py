"""How often a meeting comes back, RFC 5545 section 3.3.10.

Dates are computed in local time, so that 18:30 stays 18:30 over clock changes.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import rrulestr

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST_IN_A_MONTH = 5


@dataclass(frozen=True, slots=True)
class Rule:
    """A recurrence rule.

    by: the BYxxx (and WKST) parts in the order they are written.
    until: last local moment at which an occurrence may start, without time zone.
    """

    frequency: str
    interval: int = 1
    by: tuple[tuple[str, str], ...] = ()
    until: datetime | None = None
    count: int | None = None

    @property
    def is_endless(self) -> bool:
        return self.until is None and self.count is None

    def parts(self) -> tuple[tuple[str, str], ...]:
        """Every part but UNTIL and COUNT, in the order RFC 5545 shows them."""
        interval = (("INTERVAL", str(self.interval)),) if self.interval != 1 else ()
        return (("FREQ", self.frequency), *interval, *self._possible())

    def _possible(self) -> tuple[tuple[str, str], ...]:
        """`by` without a twentieth Monday of a month: there is none, and dateutil 2.9 fails on it."""
        if self.frequency != "MONTHLY" and "BYMONTH" not in dict(self.by):
            return self.by
        return tuple((key, _of_a_month(value) if key == "BYDAY" else value) for key, value in self.by)

    def starts(self, first: datetime) -> Iterator[datetime]:
        """Local starts (no time zone) from `first` on, without end if the rule has none."""
        if ("BYDAY", "") in self.parts():
            return iter(())
        text = ";".join(f"{key}={value}" for key, value in self.parts())
        rule = rrulestr(text, dtstart=first).replace(until=self.until, count=self.count)
        return iter(rule)

    def starts_until(self, first: datetime, last: date) -> tuple[datetime, ...]:
        """Those up to `last`, found without looking beyond it: a rare rule could search for centuries."""
        horizon = datetime.combine(last, time.max)
        bounded = replace(self, until=min(self.until or horizon, horizon), count=None)
        return tuple(islice(bounded.starts(first), self.count))


def _of_a_month(weekdays: str) -> str:
    return ",".join(day for day in weekdays.split(",") if abs(int(day[:-2] or 0)) <= MOST_IN_A_MONTH)
