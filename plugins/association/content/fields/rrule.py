"""Recurrence rules as calendar programs write them, RFC 5545 section 3.3.10.

Refused: more than one date a day (a meeting begins at its `start`), and rules
that no day ever fulfils, on which the search for the next date would not end.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...domain.meetings import WEEKDAYS, Rule
from ...problems import Sentence, sentence
from ..suggestions import did_you_mean
from .base import Refused, refused, text_of
from .base import text as text_form
from .dates import FIRST_YEAR, LAST_YEAR

Parts = dict[str, str]

ANY_DAY = "|".join(WEEKDAYS)
MONTH_DAY = "0?[1-9]|[12][0-9]|3[01]"
YEAR_DAY = "0{0,2}[1-9]|0?[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6]"
WEEK = "0?[1-9]|[1-4][0-9]|5[0-3]"
VALUES = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": "[1-9][0-9]{0,2}",
    "COUNT": "[1-9][0-9]{0,3}",
    "UNTIL": "[0-9]{8}(?:T[0-9]{6}Z?)?",
    "WKST": ANY_DAY,
}
LISTS = {
    "BYDAY": f"(?:[+-]?(?:{WEEK}))?(?:{ANY_DAY})",
    "BYMONTHDAY": f"[+-]?(?:{MONTH_DAY})",
    "BYYEARDAY": f"[+-]?(?:{YEAR_DAY})",
    "BYWEEKNO": f"[+-]?(?:{WEEK})",
    "BYMONTH": "0?[1-9]|1[0-2]",
    "BYSETPOS": f"[+-]?(?:{YEAR_DAY})",
}
FORMS = {
    **{key: re.compile(form) for key, form in VALUES.items()},
    **{key: re.compile(f"(?:{form})(?:,(?:{form}))*") for key, form in LISTS.items()},
}
PREFIX = re.compile("rrule:", re.IGNORECASE)
CLOCK_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")
# RFC 5545, table on page 44: where each part means something.
ONLY_WITH = {
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
    "BYYEARDAY": ("YEARLY",),
    "BYWEEKNO": ("YEARLY",),
}
# dateutil looks for the next date until the year 9999. The forty years before have every kind of calendar.
NEAR_THE_END = datetime(9960, 1, 1)


@dataclass(frozen=True, slots=True)
class RuleWords:
    """until_is_utc: `rule.until`, which carries no time zone, is UTC and not yet local time."""

    rule: Rule
    until_is_utc: bool = False


def rule_words(value: object) -> RuleWords:
    parts = parts_of(text_of(value))
    check_combination(parts)
    until = parts.get("UNTIL")
    rule = Rule(
        frequency=parts["FREQ"],
        interval=int(parts.get("INTERVAL", "1")),
        by=tuple((key, value) for key, value in parts.items() if key in LISTS or key == "WKST"),
        until=end_of(until) if until else None,
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
    )
    check_it_happens(rule)
    return RuleWords(rule, until_is_utc=bool(until and until.endswith("Z")))


def parts_of(text: str) -> Parts:
    """The parts in the order they are written, each allowed and well-formed."""
    parts: Parts = {}
    for piece in PREFIX.sub("", text, count=1).strip(";").split(";"):
        key, equals, value = piece.upper().partition("=")
        if not equals:
            raise refused_rule(
                sentence('found "{found}", expected parts such as FREQ=MONTHLY', found=piece),
                sentence("separate the parts with semicolons"),
            )
        check_part(key, value)
        if key in parts:
            raise refused_rule(
                sentence("{key} stands here twice", key=key), sentence("keep only one of them")
            )
        parts[key] = value
    return parts


def check_part(key: str, value: str) -> None:
    if key in CLOCK_PARTS:
        raise refused_rule(
            sentence("found {key}, expected days only", key=key),
            sentence('delete it: the time of day is that of "start"'),
        )
    if key not in FORMS:
        hint = did_you_mean(key, FORMS) or sentence("write one of: {keys}", keys=", ".join(FORMS))
        raise refused_rule(sentence('unknown part "{key}" of a recurrence rule', key=key), hint)
    if not FORMS[key].fullmatch(value):
        raise refused_rule(sentence('"{value}" does not go with {key}', value=value, key=key), form_hint(key))


def form_hint(key: str) -> Sentence:
    match key:
        case "FREQ":
            return sentence("write DAILY, WEEKLY, MONTHLY or YEARLY")
        case "BYDAY":
            return sentence("write weekdays such as TU, or 1TU for the first and -1FR for the last")
        case "WKST":
            return sentence("write one of: {days}", days=", ".join(WEEKDAYS))
        case "UNTIL":
            return sentence("write for example {example}", example="20270630 or 20270630T180000Z")
    return sentence("write whole numbers, separated by commas if there are several")


def check_combination(parts: Parts) -> None:
    """What RFC 5545 forbids although each part is well-formed."""
    if "FREQ" not in parts:
        raise refused_rule(sentence("found no FREQ"), sentence("write for example FREQ=MONTHLY;BYDAY=1TU"))
    if "UNTIL" in parts and "COUNT" in parts:
        raise refused_rule(
            sentence("found both UNTIL and COUNT, expected one of them"), sentence("delete UNTIL or COUNT")
        )
    frequency = parts["FREQ"]
    misplaced = [key for key, allowed in ONLY_WITH.items() if key in parts and frequency not in allowed]
    is_numbered = any(character.isdigit() for character in parts.get("BYDAY", ""))
    if is_numbered and (frequency in ("DAILY", "WEEKLY") or "BYWEEKNO" in parts):
        misplaced.append(f"BYDAY={parts['BYDAY']}")
    if misplaced:
        raise refused_rule(
            sentence("{part} means nothing with FREQ={frequency}", part=misplaced[0], frequency=frequency),
            sentence("delete it, or choose another frequency"),
        )
    if "BYSETPOS" in parts and not any(key in parts for key in LISTS if key != "BYSETPOS"):
        raise refused_rule(
            sentence("found BYSETPOS without another BY part"), sentence("add the days it chooses from")
        )


def end_of(until: str) -> datetime:
    """A day stands for its last second."""
    text = until.rstrip("Z")
    try:
        end = datetime.strptime(text[:8], "%Y%m%d")
        end = (
            datetime.strptime(text, "%Y%m%dT%H%M%S")
            if "T" in text
            else end.replace(hour=23, minute=59, second=59)
        )
    except ValueError:
        message = sentence('"{until}" is not a day of the calendar', until=until)
        raise refused_rule(message, form_hint("UNTIL")) from None
    if not FIRST_YEAR <= end.year <= LAST_YEAR:
        raise refused_rule(
            sentence(
                'found "{until}", expected a year from {first} to {last}',
                until=until,
                first=FIRST_YEAR,
                last=LAST_YEAR,
            ),
            sentence("check the year"),
        )
    return end


def check_it_happens(rule: Rule) -> None:
    trial = Rule(rule.frequency, by=rule.by)
    try:
        happens = next(trial.starts(NEAR_THE_END), None) is not None
    except ValueError:  # dateutil's own objections, should ours ever miss one
        happens = False
    if not happens:
        raise refused_rule(
            sentence("no day ever fulfils this rule"), sentence("check the months and the days of the month")
        )


def refused_rule(message: Sentence, hint: Sentence) -> Refused:
    return refused("bad-rule", message, hint)


RuleText = Annotated[
    RuleWords,
    PlainValidator(rule_words),
    WithJsonSchema(text_form("^(?:[Rr][Rr][Uu][Ll][Ee]:)?[A-Za-z]+=[^ ]+$")),
]
