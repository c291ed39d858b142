"""Fields: what may stand after a key, and what it becomes. The shapes name them."""

from .applying import Apply
from .codes import Colour, CountryCode, Id, LanguageCode, PostalCode, ZoneName
from .consent import ConsentField
from .contacts import Email, Phone
from .days import Day, Moment
from .links import Link, WebUrl
from .numbers import Amount, Count, Latitude, Longitude, Number
from .paths import ImagePath
from .refused import Fault, Refused
from .rhythm import Every, On
from .rrule import RuleText, RuleWords
from .spans import Duration
from .words import Line, LongLine, MarkdownField, Name, Reference, Summary, TextField, Topic, Word, YesNo

__all__ = [
    "Amount",
    "Apply",
    "Colour",
    "ConsentField",
    "Count",
    "CountryCode",
    "Day",
    "Duration",
    "Email",
    "Every",
    "Fault",
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
    "Phone",
    "PostalCode",
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
