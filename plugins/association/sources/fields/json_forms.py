"""Pieces of JSON Schema: what an editor's file may hold where a field is expected.

An editor's YAML tool reads `01000` as a number and `yes` as it likes: forms are
wide about types and narrow about text.
"""

import re
from typing import TypeAlias

Form: TypeAlias = dict[str, object]

LANGUAGE_PATTERN = "^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$"
LETTERS_AND_CLASSES = re.compile(r"\[([^\]]*)\]|([^\W\d_])")
SCALAR: Form = {"type": ["string", "number", "boolean"]}


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
