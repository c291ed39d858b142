"""Fields: what may stand after a key, and what it becomes. The shapes name them."""

from .base import Fault, Refused
from .consent import ConsentField
from .dates import CancelledDay, Day, Duration, Moment, Pinned
from .former import Former
from .ids import Colour, CountryCode, Id, LanguageCode, PostalCode, ZoneName
from .links import Apply, CalendarUrl, DocumentPath, Email, ImagePath, Link, Phone, WebUrl
from .recurrence import Every, On, OnDay
from .rrule import RuleText, RuleWords
from .text import (
    Amount,
    Count,
    Latitude,
    Line,
    Longitude,
    LongLine,
    MarkdownField,
    Name,
    Number,
    ProperName,
    Reference,
    Summary,
    TextField,
    Topic,
    Word,
    YesNo,
)

__all__ = [
    "Amount",
    "Apply",
    "CalendarUrl",
    "CancelledDay",
    "Colour",
    "ConsentField",
    "Count",
    "CountryCode",
    "Day",
    "DocumentPath",
    "Duration",
    "Email",
    "Every",
    "Fault",
    "Former",
    "Id",
    "ImagePath",
    "LanguageCode",
    "Latitude",
    "Line",
    "Link",
    "LongLine",
    "Longitude",
    "MarkdownField",
    "Moment",
    "Name",
    "Number",
    "On",
    "OnDay",
    "Phone",
    "Pinned",
    "PostalCode",
    "ProperName",
    "Reference",
    "Refused",
    "RuleText",
    "RuleWords",
    "Summary",
    "TextField",
    "Topic",
    "WebUrl",
    "Word",
    "YesNo",
    "ZoneName",
]
