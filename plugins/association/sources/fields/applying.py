"""How one answers an offer: on a web page or by e-mail."""

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...problems import sentence
from .contacts import email
from .json_forms import text as text_form
from .links import HOST_AT_START, SCHEME, web_url
from .refused import refused, text_of


def apply(value: object) -> str:
    text = text_of(value)
    if "@" in text and "//" not in text:
        return email(text)
    if SCHEME.fullmatch(text) or HOST_AT_START.fullmatch(text):
        return web_url(text)
    raise refused(
        "bad-apply",
        sentence('found "{found}", expected a web address or an e-mail address', found=text),
        sentence(
            "write for example {page} or {address}",
            page="https://www.example.org/offre",
            address="contact@example.org",
        ),
    )


Apply = Annotated[
    str,
    PlainValidator(apply),
    WithJsonSchema(text_form("^(?:[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+|[^@\\s/:]+@[^@\\s/]+\\.[^@\\s/]+)$")),
]
