"""Texts, on one line, in several languages, in Markdown; yes or no; numbers: how many, how much, where."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...domain.asides import without_comments
from ...domain.text import Text, plain, slug_of
from ...problems import sentence
from .base import (
    SCALAR,
    Fault,
    Form,
    Refused,
    faults_of,
    in_any_case,
    number,
    refused,
    shown_characters,
    text_of,
    versions,
)
from .ids import LANGUAGE, LONGEST_ID, language_code

LONGEST_WORD = 80
LONGEST_SUMMARY = 160
LONGEST_NAME = 300
LONGEST_TEXT = 2000
LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")
YES = ("true", "yes", "oui", "on")
NO = ("false", "no", "non", "off")

MOST_TIMES = 9999
"""That something is repeated; as many as a rule of RFC 5545 may have here."""
WHOLE = re.compile(r"[0-9]{1,9}")
AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?")
SPACES = re.compile(r"[\s']")
CURRENCY = re.compile(r"(?:€|eur|euros?|\$|chf|,-)$", re.IGNORECASE)


def line(value: object) -> str:
    text = without_comments(text_of(value))
    if not text:
        raise refused(
            "bad-text", sentence("found nothing, expected a text"), sentence("write one, or delete the key")
        )
    if "\n" in text:
        raise refused(
            "bad-text",
            sentence("found {number} lines, expected a single one", number=text.count("\n") + 1),
            sentence("write the text on one line"),
        )
    return text


def paragraph(value: object) -> str:
    """Ends of lines are as good as spaces."""
    text = without_comments(text_of(value))
    return line(LINE_END.sub(" ", text) if "\n" in text else text)


def up_to(most: int, read: Callable[[object], str]) -> Callable[[object], str]:
    """Reads a text of at most `most` characters."""

    def bounded(value: object) -> str:
        text = read(value)
        if len(text) > most:
            raise refused(
                "too-long",
                sentence("found {length} characters, expected at most {most}", length=len(text), most=most),
                sentence("take out at least {excess} of them", excess=len(text) - most),
            )
        return text

    return bounded


def word(value: object) -> str:
    """Something that has pages or files of its own, called after it."""
    text = up_to(LONGEST_WORD, paragraph)(value)
    length = len(slug_of(text))
    if length > LONGEST_ID:
        raise refused(
            "too-long",
            sentence(
                "this makes an address of {length} characters, expected at most {most}",
                length=length,
                most=LONGEST_ID,
            ),
            sentence("choose a shorter word"),
        )
    return text


def markdown(value: object) -> str:
    """Indentation means something in Markdown, on the first line too."""
    text = shown_characters(value).strip("\n").rstrip() if isinstance(value, str) else text_of(value)
    return text or line(text)


def by_language(read: Callable[[object], str]) -> Callable[[object], Text]:
    """Reads a text, or a mapping of texts by language code: `{fr: …, nl: …}`."""

    def text(value: object) -> Text:
        return versions_of(value, read) if isinstance(value, Mapping) else plain(read(value))

    return text


def versions_of(texts: Mapping[str, object], read: Callable[[object], str]) -> Text:
    if not texts:
        line("")
    if not any(LANGUAGE.fullmatch(key) for key in texts):
        raise refused(
            "unexpected-keys",
            sentence("found keys ({keys}), expected a text or one text per language", keys=", ".join(texts)),
            sentence("write a single text, in quotes if it contains {colon}", colon='": "'),
        )
    versions: list[tuple[str, str]] = []
    faults: list[Fault] = []
    for language, value in texts.items():
        faults += faults_of(language_code, language, language, about_key=True)
        faults += faults_of(read, value, language)
        versions.append((language, "" if faults else read(value)))
    if faults:
        raise Refused(*faults)
    return Text(tuple(versions))


def yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    text = text_of(value)
    if text.lower() not in (*YES, *NO):
        raise refused(
            "bad-yes-no",
            sentence('found "{found}", expected yes or no', found=text),
            sentence("write true or false"),
        )
    return text.lower() in YES


def scalar(most: int) -> Form:
    return {**SCALAR, "maxLength": most}


Line = Annotated[str, PlainValidator(up_to(LONGEST_NAME, line)), WithJsonSchema(scalar(LONGEST_NAME))]
LongLine = Annotated[str, PlainValidator(up_to(LONGEST_TEXT, line)), WithJsonSchema(scalar(LONGEST_TEXT))]
Reference = Annotated[str, PlainValidator(up_to(LONGEST_ID, line)), WithJsonSchema(scalar(LONGEST_ID))]
Topic = Annotated[str, PlainValidator(word), WithJsonSchema(scalar(LONGEST_WORD))]
Word = Annotated[Text, PlainValidator(by_language(word)), WithJsonSchema(versions(maxLength=LONGEST_WORD))]
Name = Annotated[
    Text,
    PlainValidator(by_language(up_to(LONGEST_NAME, paragraph))),
    WithJsonSchema(versions(maxLength=LONGEST_NAME)),
]
TextField = Annotated[
    Text,
    PlainValidator(by_language(up_to(LONGEST_TEXT, paragraph))),
    WithJsonSchema(versions(maxLength=LONGEST_TEXT)),
]
MarkdownField = Annotated[Text, PlainValidator(by_language(markdown)), WithJsonSchema(versions())]
Summary = Annotated[
    Text,
    PlainValidator(by_language(up_to(LONGEST_SUMMARY, paragraph))),
    WithJsonSchema(versions(maxLength=LONGEST_SUMMARY)),
]
YesNo = Annotated[
    bool,
    PlainValidator(yes_or_no),
    WithJsonSchema({"type": ["boolean", "string"], "pattern": in_any_case(*YES, *NO)}),
]


def positive_number(value: object) -> int:
    text = text_of(value)
    if not WHOLE.fullmatch(text) or int(text) == 0:
        better = SPACES.sub("", text)
        raise refused(
            "bad-number",
            sentence('found "{found}", expected a whole number from 1', found=text),
            sentence("write {better}", better=better)
            if WHOLE.fullmatch(better) and int(better)
            else sentence("write digits only"),
        )
    return int(text)


def count(value: object) -> int:
    number = positive_number(value)
    if number > MOST_TIMES:
        raise refused(
            "bad-number",
            sentence('found "{found}", expected a whole number up to {most}', found=number, most=MOST_TIMES),
            sentence("leave it out if there is no end in sight"),
        )
    return number


def amount(value: object) -> str:
    """Kept as text: money is no binary fraction."""
    text = text_of(value)
    if not AMOUNT.fullmatch(text):
        better = CURRENCY.sub("", SPACES.sub("", text)).replace(",", ".")
        raise refused(
            "bad-amount",
            sentence('found "{found}", expected an amount such as 150 or 37.50', found=text),
            sentence("write {better}", better=better)
            if AMOUNT.fullmatch(better)
            else sentence("write digits only, with a point before the cents"),
        )
    return text


def degrees(most: int) -> Callable[[object], float]:
    """Reads degrees from -`most` to `most`."""

    def read(value: object) -> float:
        text = text_of(value)
        if not DEGREES.fullmatch(text):
            better = text.replace(",", ".").replace("−", "-").rstrip("° ")
            raise refused(
                "bad-position",
                sentence('found "{found}", expected degrees such as 50.43', found=text),
                sentence("write {better}", better=better)
                if DEGREES.fullmatch(better)
                else sentence("write decimal degrees with a point"),
            )
        if abs(float(text)) > most:
            raise refused(
                "bad-position",
                sentence('found "{found}", expected degrees from -{most} to {most}', found=text, most=most),
                sentence("lat is north or south of the equator, lon is east or west of Greenwich"),
            )
        return float(text)

    return read


Count = Annotated[int, PlainValidator(count), WithJsonSchema(number("^0*[1-9][0-9]{0,3}$", 1, MOST_TIMES))]
Number = Annotated[int, PlainValidator(positive_number), WithJsonSchema(number("^0*[1-9][0-9]*$", 1))]
Amount = Annotated[str, PlainValidator(amount), WithJsonSchema(number(f"^{AMOUNT.pattern}$", 0))]
Latitude = Annotated[
    float, PlainValidator(degrees(90)), WithJsonSchema(number(f"^{DEGREES.pattern}$", -90, 90))
]
Longitude = Annotated[
    float, PlainValidator(degrees(180)), WithJsonSchema(number(f"^{DEGREES.pattern}$", -180, 180))
]
