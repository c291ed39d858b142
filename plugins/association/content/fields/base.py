"""How a field says no, the text it starts from, and the JSON Schema of what an editor's file may hold there.

An editor's YAML tool reads `01000` as a number and `yes` as it likes: forms are wide about types and narrow
about text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from ...problems import Sentence, sentence
from ..suggestions import did_you_mean
from ..yaml.source import UNWANTED, Refusal, invisible
from ..yaml.tree import Path

Form: TypeAlias = dict[str, Any]
LANGUAGE_PATTERN = "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"
LETTERS_AND_CLASSES = re.compile(r"\[([^\]]*)\]|([^\W\d_])")
SCALAR: Form = {"type": ["string", "number", "boolean"]}


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


def unknown_key(key: str, keys: tuple[str, ...]) -> Refusal:
    hint = did_you_mean(key, keys) or sentence("the keys allowed here are: {keys}", keys=", ".join(keys))
    return Refusal("unknown-key", sentence('unknown key "{key}"', key=key), hint)


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


def text(pattern: str) -> Form:
    """A text of that form; ECMAScript's regular expressions, as JSON Schema wants them."""
    return {"type": "string", "pattern": pattern}


def text_or_number(pattern: str) -> Form:
    """Digits alone may have become a number in the editor's tool."""
    return {"type": ["string", "integer"], "pattern": pattern}


def number(pattern: str, lowest: float, highest: float | None = None) -> Form:
    bounds: Form = {"minimum": lowest} if highest is None else {"minimum": lowest, "maximum": highest}
    return {"type": ["number", "string"], "pattern": pattern, **bounds}


def versions(**limits: object) -> Form:
    """A text, or one by language code."""
    by_language: Form = {
        "type": "object",
        "propertyNames": {"pattern": LANGUAGE_PATTERN},
        "additionalProperties": {"type": ["string", "number", "boolean", "null"], **limits},
        "minProperties": 1,
    }
    return {"anyOf": [{**SCALAR, **limits}, by_language]}


def in_any_case(*words: str) -> str:
    """A pattern for these words, whatever their capitals."""
    spelled = ("".join(f"[{letter}{letter.upper()}]" for letter in word) for word in words)
    return f"^(?:{'|'.join(spelled)})$"


def whatever_the_capitals(pattern: str) -> str:
    """The same pattern for capitals too, which ECMAScript has no inline flag for; without \\escapes."""

    def both(match: re.Match[str]) -> str:
        letters = match[1] or match[2]
        if "-" in letters or letters.isdigit():
            return match[0]
        return f"[{''.join(dict.fromkeys(letters + letters.upper()))}]"

    return LETTERS_AND_CLASSES.sub(both, pattern)
