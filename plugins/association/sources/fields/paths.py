"""The path of an image below content/, and nowhere else."""

import re
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .json_forms import text as text_form
from .refused import refused, text_of

LONGEST_PATH = 200
URL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|data:", re.IGNORECASE)
PELICAN_PREFIX = re.compile(r"^[{|](?:static|filename|attach)[}|]")
UNSAFE = re.compile(r"[\x00-\x1f\x7f:*?\"<>|\\]")


def image_path(value: object) -> str:
    text = text_of(value)
    if URL.match(text):
        raise refused(
            "bad-path",
            sentence('found "{found}", expected a file of this site', found=text),
            sentence('put the image into content/images and write its path, such as "logos/example.png"'),
        )
    steps = text.split("/")
    if (
        len(text) > LONGEST_PATH
        or UNSAFE.search(text)
        or any(step.strip() in ("", ".", "..") for step in steps)
    ):
        raise refused(
            "bad-path",
            sentence('found "{found}", expected a path below content/images', found=text),
            hint(text),
        )
    return text


def hint(text: str) -> Sentence:
    better = (
        PELICAN_PREFIX.sub("", text)
        .replace("\\", "/")
        .strip("/ ")
        .removeprefix("./")
        .removeprefix("content/")
    )
    if better != text and not UNSAFE.search(better) and ".." not in better.split("/") and better:
        return sentence('write "{better}"', better=better)
    return sentence('write for example "logos/example.png"')


ImagePath = Annotated[
    str,
    PlainValidator(image_path),
    WithJsonSchema(text_form(r'^(?!.*(?:^|/)\.{0,2}(?:/|$))[^\\:*?"<>|]+$')),
]
