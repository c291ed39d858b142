"""How a field says no, and the text it starts from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from ...problems import Sentence, sentence
from ..refusal import Refusal
from ..text_files import UNWANTED, invisible
from ..tree import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """path: below the field; about_key: the key at `path` is wrong, not its value."""

    refusal: Refusal
    path: Path = ()
    about_key: bool = False


class Refused(ValueError):
    """Raised by fields; pydantic carries it to `validation`."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.refusal.message.text() for fault in faults))


def refused(code: str, message: Sentence, hint: Sentence | None = None) -> Refused:
    return Refused(Fault(Refusal(code, message, hint)))


def faults_of(
    read: Callable[[object], object], value: object, key: str, about_key: bool = False
) -> tuple[Fault, ...]:
    """What `read` has against a value below `key`."""
    try:
        read(value)
    except Refused as no:
        return tuple(Fault(fault.refusal, (key, *fault.path), about_key) for fault in no.faults)
    return ()


def text_of(value: object) -> str:
    """The text of one value; Python's own types (in a settings file) as an editor would write them."""
    if isinstance(value, str):
        return shown_characters(value).strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float) and is_written(value):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    raise not_one_value(value)


def shown_characters(text: str) -> str:
    """Files were looked through when they were read; settings are Python, and may hold anything."""
    unwanted = UNWANTED.search(text)
    if unwanted:
        raise Refused(Fault(invisible(unwanted[0])))
    return text


def is_written(number: float) -> bool:
    """Python does not write out a number of thousands of digits (sys.set_int_max_str_digits)."""
    return isinstance(number, float) or abs(number) < 10**100


def not_one_value(value: object) -> Refused:
    if isinstance(value, list | tuple):
        return refused(
            "unexpected-list",
            sentence("found a list, expected a single value"),
            sentence("write the value on the line of its key, without dashes or brackets"),
        )
    if isinstance(value, dict):
        return refused(
            "unexpected-keys",
            sentence("found keys ({keys}), expected a single value", keys=", ".join(map(str, value))),
            sentence('write one value; put it in quotes if it contains ": "'),
        )
    return refused(
        "bad-value",
        sentence('found a value of type "{type}", expected a text', type=type(value).__name__),
        sentence("write it in quotes"),
    )
