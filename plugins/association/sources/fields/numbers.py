"""Numbers: how many, how much, where on the globe."""

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...problems import sentence
from .json_forms import number
from .refused import refused, text_of

MOST_TIMES = 9999
"""That something is repeated; as many as a rule of RFC 5545 may have here."""
WHOLE = re.compile(r"[0-9]{1,9}")
AMOUNT = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?")
DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,15})?")
SPACES = re.compile(r"[\s']")
CURRENCY = re.compile(r"(?:€|eur|euros?|\$|chf|,-)$", re.IGNORECASE)


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
