"""An address that a page had before: `/2019/03/bilan/`, `/bilan.html`.

It becomes the name of a file, so only a path within the site passes; decoded, as files are called.
"""

import re
from collections.abc import Iterator
from typing import Annotated
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .base import Refused, refused, text, text_of

FormerPath = str
"""From the top of the site, decoded, in composed letters."""

LONGEST_STEP, LONGEST = 200, 1000
ELSEWHERE = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|[A-Za-z][A-Za-z0-9+.-]*:")
AFTER_THE_PATH = re.compile(r"[?#].*", re.DOTALL)
UNSAFE = re.compile(r"[\\?#*|<>\"{}\x00-\x1f\x7f-\x9f\ufffd]")


def former_path(value: object) -> FormerPath:
    written = text_of(value)
    if ELSEWHERE.match(written) or not written.startswith("/"):
        raise no_path(written)
    if AFTER_THE_PATH.search(written):
        raise refused(
            "bad-alias",
            sentence(
                'found "{found}", expected an old address without what begins with ? or #', found=written
            ),
            better(AFTER_THE_PATH.sub("", written)),
        )
    path = normalize("NFC", unquote(written))
    for hint in reasons_against(path):
        raise refused(
            "bad-alias",
            sentence('found "{found}", which no file of this site can be called', found=written),
            hint,
        )
    return path


def no_path(written: str) -> Refused:
    said = sentence(
        'found "{found}", expected a path from the top of the site, such as /2019/bilan/', found=written
    )
    path = path_in(written)
    return refused("bad-alias", said, better(path) if path else None)


def path_in(written: str) -> str:
    """Of a whole address, or of one without its first slash; '' where that is no path either."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return ""
    path = parts.path if parts.netloc else "" if parts.scheme else f"/{parts.path}"
    return "" if next(reasons_against(path), None) else path


def better(path: str) -> Sentence:
    return sentence("write {better}", better=path)


def reasons_against(path: str) -> Iterator[Sentence]:
    unsafe, steps = UNSAFE.search(path), path.split("/")[1:]
    if unsafe:
        yield sentence(
            'take out "{character}"', character=unsafe[0] if unsafe[0].isprintable() else ascii(unsafe[0])
        )
    if any(step.startswith(".") for step in steps) or "" in steps[:-1]:
        yield sentence("write the path without .. and without //, and no step that begins with a dot")
    if len(path.encode()) > LONGEST or any(len(step.encode()) > LONGEST_STEP for step in steps):
        yield sentence("it is too long for the name of a file")


Former = Annotated[
    FormerPath,
    PlainValidator(former_path),
    WithJsonSchema(text(r'^/(?!/)(?!(?:[^?#]*/)?\.)[^\\?#*|<>"{}]*$')),
]
