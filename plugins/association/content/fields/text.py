"""Texts, on one line, in several languages, in Markdown; yes or no; numbers: how many, how much, where."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...domain.asides import without_comments
from ...domain.text import Text, plain, slug_of
from ...problems import Sentence, sentence
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
TWO_LETTERS = re.compile(r"[a-z]{2}(?![a-z])")
"""Of most languages; `nom` and `tel` could be codes of others."""
LINE_END = re.compile(r"[ \t]*\n[ \t\n]*")
YES = ("true", "yes", "oui", "on")
NO = ("false", "no", "non", "off")

MOST_TIMES = 9999
"""That something is repeated; as many as a rule of RFC 5545 may have here."""
WHOLE = re.compile(r"[0-9]{1,9}")
AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:\.[0-9]{1,60})?(?:[eE][+-]?[0-9]{1,2})?")
LONGEST_POSITION = 100
SHORTEST_WRITTEN = 0.0001
COMPASS = "nord|noord|north|sud|south|zuid|est|east|oost|ouest|west|[NSEWOZ]"
SEXAGESIMAL = re.compile(
    rf"(?:(?P<before>{COMPASS}) *)?(?P<sign>[+-]?)(?P<degrees>[0-9]{{1,3}}(?:[.,][0-9]{{1,60}})?) *[°º]? *"
    r"(?:(?P<minutes>[0-9]{1,2}(?:[.,][0-9]{1,20})?) *['’′] *)?"
    r"(?:(?P<seconds>[0-9]{1,2}(?:[.,][0-9]{1,20})?) *(?:[\"”″]|['’′]{2}) *)?"
    rf"(?P<after>{COMPASS})?",
    re.IGNORECASE,
)
BETWEEN_POSITIONS = re.compile(r" *[,;/] +| *[;/] *|,(?=-?[0-9]+\.)|(?<=[NSns]) *,? *| +(?=[+-]?[0-9]+[.°])")
WEST_OR_EAST = ("O", "o")  # « ouest » in French, « oost » in Dutch
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
    codes = [key for key in texts if LANGUAGE.fullmatch(key)]
    if len(codes) < len(texts) and not any(TWO_LETTERS.match(code) for code in codes):
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
name = by_language(up_to(LONGEST_NAME, paragraph))
Name = Annotated[
    Text,
    PlainValidator(name),
    WithJsonSchema(versions(maxLength=LONGEST_NAME)),
]
ProperName = Annotated[
    Text,
    PlainValidator(by_language(up_to(LONGEST_NAME, line))),
    WithJsonSchema(versions(maxLength=LONGEST_NAME)),
]
"""What somebody is called; who is called otherwise in another language has a name for each."""
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
    """Reads degrees from -`most` to `most`; with all decimals that a computer prints, or as `5.1e-05`."""

    def read(value: object) -> float:
        text = text_of(value)
        if not DEGREES.fullmatch(text):
            raise refused(
                "bad-position",
                sentence('found "{found}", expected degrees such as 50.43', found=text),
                better_degrees(text[:LONGEST_POSITION]),
            )
        if abs(float(text)) > most:
            raise refused(
                "bad-position",
                sentence('found "{found}", expected degrees from -{most} to {most}', found=text, most=most),
                sentence("lat is north or south of the equator, lon is east or west of Greenwich"),
            )
        return without_exponent(float(text))

    return read


def without_exponent(degrees: float) -> float:
    """Calendars and vCards know none, and Python begins with it below a ten-thousandth: eleven metres."""
    return degrees if abs(degrees) >= SHORTEST_WRITTEN else round(degrees, 4) + 0.0


def better_degrees(text: str) -> Sentence:
    """For a comma, a letter of the compass, minutes and seconds, or both numbers in one field."""
    plain = text.replace(",", ".").replace("−", "-").rstrip("° ")
    if DEGREES.fullmatch(plain):
        return sentence("write {better}", better=plain)
    if match := SEXAGESIMAL.fullmatch(text.strip()):
        return in_decimals(match)
    parts = [
        match for part in BETWEEN_POSITIONS.split(text.strip()) if (match := SEXAGESIMAL.fullmatch(part))
    ]
    if len(parts) == 2 and not any(match["before"] or match["after"] in WEST_OR_EAST for match in parts):
        lat, lon = map(decimals_of, parts)
        return sentence('write "lat: {lat}" and on the next line "lon: {lon}"', lat=lat, lon=lon)
    return sentence("write decimal degrees with a point")


def in_decimals(match: re.Match[str]) -> Sentence:
    if (match["before"] or match["after"]) in WEST_OR_EAST:
        better = decimals_of(match)
        return sentence("write -{better} if it is west of Greenwich, {better} if it is east", better=better)
    return sentence("write {better}", better=decimals_of(match))


def decimals_of(match: re.Match[str]) -> str:
    """To the nearest metre and less; south and west are below zero."""
    degrees, minutes, seconds = (
        float((match[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")
    )
    compass = (match["before"] or match["after"] or "").upper()[:1]
    sign = "-" if match["sign"] == "-" or compass in ("S", "Z", "W") or is_west(match) else ""
    return sign + f"{degrees + minutes / 60 + seconds / 3600:.6f}".rstrip("0").rstrip(".")


def is_west(match: re.Match[str]) -> bool:
    return (match["before"] or match["after"] or "").lower() == "ouest"


Count = Annotated[int, PlainValidator(count), WithJsonSchema(number("^0*[1-9][0-9]{0,3}$", 1, MOST_TIMES))]
Number = Annotated[int, PlainValidator(positive_number), WithJsonSchema(number("^0*[1-9][0-9]*$", 1))]
Amount = Annotated[str, PlainValidator(amount), WithJsonSchema(number(f"^{AMOUNT.pattern}$", 0))]
Latitude = Annotated[
    float, PlainValidator(degrees(90)), WithJsonSchema(number(f"^{DEGREES.pattern}$", -90, 90))
]
Longitude = Annotated[
    float, PlainValidator(degrees(180)), WithJsonSchema(number(f"^{DEGREES.pattern}$", -180, 180))
]
