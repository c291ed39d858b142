"""How to reach somebody: e-mail and telephone."""

import re
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .json_forms import text as text_form
from .json_forms import text_or_number
from .refused import refused, text_of

LONGEST_EMAIL = 254
HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_](?:[\w-]{0,61}[^\W_])"
# Narrower than RFC 5321: "?", "&" and "%" would change the meaning of a mailto link.
LOCAL = r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*"
EMAIL = re.compile(f"{LOCAL}@{HOST}")
AT_SIGN = re.compile(r"\s*(?:[(\[](?:at|arobase|chez)[)\]]|\b(?:at|arobase)\b)\s*", re.IGNORECASE)
DOT_SIGN = re.compile(r"\s*(?:[(\[](?:dot|point)[)\]]|\b(?:dot|point)\b)\s*", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[^<>]*<([^<>]+)>")
PHONE = re.compile(r"[+0-9(][0-9 .()/+-]*")
WIDE_SPACES = re.compile(r"[\u00a0\u202f\u2009]")
FEWEST_DIGITS, MOST_DIGITS = 6, 20


def email(value: object) -> str:
    text = text_of(value)
    if len(text) > LONGEST_EMAIL or not EMAIL.fullmatch(text):
        raise refused(
            "bad-email",
            sentence('found "{found}", expected an e-mail address', found=text),
            email_hint(text[:LONGEST_EMAIL]),
        )
    return text


def email_hint(text: str) -> Sentence:
    """`mailto:`, a name in front, "at" for "@", or several addresses."""
    bare = IN_BRACKETS.sub(r"\1", text).removeprefix("mailto:").strip()
    better = DOT_SIGN.sub(".", AT_SIGN.sub("@", bare))
    if EMAIL.fullmatch(better):
        return sentence("write {better}", better=better)
    if text.count("@") > 1:
        return sentence("write a single address")
    return sentence("write for example {example}", example="contact@example.org")


def phone(value: object) -> str:
    """Kept as it is written; every country groups its digits in its own way."""
    text = WIDE_SPACES.sub(" ", text_of(value))
    digits = sum(character.isdigit() for character in text)
    if not PHONE.fullmatch(text) or not FEWEST_DIGITS <= digits <= MOST_DIGITS:
        raise refused(
            "bad-phone",
            sentence('found "{found}", expected a telephone number', found=text),
            sentence(
                "write at least {fewest} digits; spaces, dots, hyphens, + and ( ) may stand between",
                fewest=FEWEST_DIGITS,
            ),
        )
    return text


Email = Annotated[
    str,
    PlainValidator(email),
    WithJsonSchema({**text_form("^[A-Za-z0-9_+'.-]+@[^@\\s]+\\.[^@\\s]+$"), "maxLength": LONGEST_EMAIL}),
]
Phone = Annotated[
    str, PlainValidator(phone), WithJsonSchema(text_or_number("^[+0-9(][0-9 .()/+\u00a0\u202f\u2009-]*$"))
]
