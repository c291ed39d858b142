"""Addresses of pages: on the web, or of this site. They end up in links, so only harmless ones pass."""

import re
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .json_forms import text as text_form
from .refused import Refused, refused, text_of

LONGEST_URL = 2000
SCHEMES = ("http", "https")
SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<slashes>/*)(?P<rest>.*)")
UNSAFE = re.compile(r"[\s\\<>\"`^{}|]|[\x00-\x1f\x7f]")
LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})+\.?")
SITE_PATH = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*/?")
HOST_AT_START = re.compile(rf"(?://)?{LABEL}(?:\.{LABEL})+(?::[0-9]+)?(?:[/?#].*)?")


def web_url(value: object) -> str:
    text = text_of(value)
    check_length(text)
    match = SCHEME.fullmatch(text)
    if not match or match["scheme"].lower() not in SCHEMES:
        raise no_web_scheme(text, match)
    check_characters(text)
    try:
        parts = urlsplit(text)
        _ = parts.port  # a wrong one raises ValueError
    except ValueError:
        hint = sentence("check the name of the site and the number after it")
        raise wrong_url(text, hint) from None
    check_site(text, parts)
    return f"{parts.scheme}{text[len(parts.scheme) :]}"


def link(value: object) -> str:
    """A web address, or the path of a page of this site, `/charte/`."""
    text = text_of(value)
    if text.startswith("/") and not text.startswith("//"):
        check_length(text)
        check_characters(text)
        check_inside(text)
        return text
    if SITE_PATH.fullmatch(text):
        raise refused(
            "bad-url",
            sentence('found "{found}", expected a web address or the path of a page', found=text),
            sentence("write {better}", better=f"/{text.strip('/')}/"),
        )
    return web_url(text)


def check_inside(path: str) -> None:
    if ".." in path.partition("?")[0].split("/"):
        raise wrong_url(path, sentence('write the path from the top of the site, without ".."'))


def check_length(text: str) -> None:
    if len(text) > LONGEST_URL:
        raise refused(
            "too-long",
            sentence(
                "found {length} characters, expected at most {most}", length=len(text), most=LONGEST_URL
            ),
            sentence("use a shorter address"),
        )


def no_web_scheme(text: str, match: re.Match[str] | None) -> Refused:
    """No scheme at all, or one that is not for pages: javascript, data, mailto, ftp."""
    if HOST_AT_START.fullmatch(text):
        return refused(
            "bad-url",
            sentence('found "{found}", expected a full address', found=text),
            sentence("write {better}", better="https://" + text.removeprefix("//")),
        )
    if match:
        return refused(
            "bad-url",
            sentence('found "{found}", expected an address that begins with https:// or http://', found=text),
            sentence("write the address of a web page"),
        )
    return wrong_url(text, sentence("write the whole address, beginning with https://"))


def check_characters(text: str) -> None:
    unsafe = UNSAFE.search(text)
    if unsafe and unsafe[0] == " ":
        raise wrong_url(text, sentence("take out the spaces, or write %20 for each"))
    if unsafe:
        raise wrong_url(text, sentence('take out "{character}"', character=unsafe[0]))


def check_site(text: str, parts: SplitResult) -> None:
    if "@" in parts.netloc:
        raise refused(
            "bad-url",
            sentence("found a user name or a password in the address, expected a public address"),
            sentence('take out what stands before "@"'),
        )
    if not HOST.fullmatch(parts.hostname or ""):
        raise wrong_url(text, sentence("write the whole name of the site, such as https://www.example.org"))


def wrong_url(text: str, hint: Sentence) -> Refused:
    return refused("bad-url", sentence('found "{found}", expected a web address', found=text), hint)


WebUrl = Annotated[
    str, PlainValidator(web_url), WithJsonSchema(text_form("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"))
]
Link = Annotated[
    str, PlainValidator(link), WithJsonSchema(text_form("^(?:[Hh][Tt][Tt][Pp][Ss]?:/)?/[^\\s]+$"))
]
