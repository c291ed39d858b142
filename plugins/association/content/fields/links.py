"""Addresses: of pages on the web or of this site, of images, of somebody by e-mail or telephone.

They end up in links, so only harmless ones pass.
"""

import re
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import PlainValidator, WithJsonSchema

from ...problems import Sentence, sentence
from .base import Refused, refused, text_of, text_or_number, whatever_the_capitals
from .base import text as text_form

LONGEST_URL = 2000
SCHEMES = ("http", "https")
CALENDAR_SCHEMES = ("webcal", "webcals")
SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<slashes>/*)(?P<rest>.*)")
UNSAFE = re.compile(r"[\s\\<>\"`^{}|]|[\x00-\x1f\x7f]")
LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})+\.?")
SITE_PATH = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*/?")
HOST_AT_START = re.compile(rf"(?://)?{LABEL}(?:\.{LABEL})+(?::[0-9]+)?(?:[/?#].*)?")

PELICAN_PREFIX = re.compile(r"^[{|](?:static|filename|attach)[}|]")
UNSAFE_IN_PATHS = re.compile(r"[\x00-\x1f\x7f:*?\"<>|\\]")
LONGEST_EMAIL = 254
EMAIL_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W_](?:[\w-]{0,61}[^\W_])"
# Narrower than RFC 5321: "?", "&" and "%" would change the meaning of a mailto link.
LOCAL = r"[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*"
EMAIL = re.compile(f"{LOCAL}@{EMAIL_HOST}")
AT_SIGN = re.compile(r"\s*(?:[(\[](?:at|arobase|chez)[)\]]|\b(?:at|arobase)\b)\s*", re.IGNORECASE)
DOT_SIGN = re.compile(r"\s*(?:[(\[](?:dot|point)[)\]]|\b(?:dot|point)\b)\s*", re.IGNORECASE)
MARKUP = re.compile(r"[^<>]*<([^<>]+)>|\[[^\[\]]*\]\(([^()\s]+)\)")
"""`Ana <ana@b.example>`, `[Ana](mailto:ana@b.example)`."""

PHONE = re.compile(r"[+0-9(][0-9 .()/+-]*")
AND = r"(?:ou|or|of|et|and|en|puis|sinon|&)"
BETWEEN = re.compile(rf"\s*[;,|\n]\s*|\s+(?:{AND}|[/-])\s+|\s*//\s*", re.IGNORECASE)
BETWEEN_URLS = re.compile(
    rf"\s*[;,|]\s*(?=https?://)|[;,|]?\s+(?:(?:{AND}|[/|-])\s+)?(?=https?://|www\.|{LABEL}\.)", re.IGNORECASE
)
BETWEEN_EMAILS = re.compile(rf"[\s;,|/]+(?:{AND}[\s]+)?", re.IGNORECASE)
COUNTRY_CODE = re.compile(r"(?:\+|00)[1-9][0-9]?|\(0\)")
FRENCH_NUMBER = re.compile(r"(?:0|(?:\+|00)33[ .]?(?:\(0\)[ .]?)?)[1-9](?:[ .-]?[0-9]{2}){4}(?![0-9])")
ONE_NUMBER = re.compile(r"\+[^+]+")
REMARK = re.compile(r"\([^()0-9]+\)|[^\W\d_]+\.? ?: ?")
WIDE_SPACES = re.compile(r"[\u00a0\u202f\u2009]")
FEWEST_DIGITS, MOST_DIGITS = 6, 18
LONGEST_PATH = 200
URL = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//|data:", re.IGNORECASE)


def several(value: object) -> list[str]:
    """The values of a list; the one of a single value."""
    return [text_of(one) for one in value] if isinstance(value, list | tuple) else [text_of(value)]


def only_one(code: str, message: Sentence, values: list[str]) -> Refused:
    """Of a field that takes one value: which to keep, and where the others have their place."""
    first, *others = values
    hint = sentence(
        'write only {first} here; the rest belongs in a text such as "description": {others}',
        first=first,
        others=", ".join(others),
    )
    return refused(code, message, hint)


def shown(texts: list[str]) -> str:
    return " ".join(", ".join(texts).split())


def web_url(value: object) -> str:
    texts = several(value)
    if len(urls := urls_in(texts)) > 1:
        message = sentence('found "{found}", expected a single web address', found=shown(texts))
        raise only_one("bad-url", message, urls)
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


def urls_in(texts: list[str]) -> list[str]:
    """Each with its beginning; none where something else stands beside them, or one is given to another."""
    if len(texts) == 1 and "?" in texts[0] and not re.search(r"\s", texts[0]):
        return []
    parts = [part for text in texts for part in BETWEEN_URLS.split(text[:LONGEST_URL]) if part]
    found = [part if SCHEME.match(part) else f"https://{part}" for part in parts]
    are_sites = all(UNSAFE.search(url) is None and HOST.fullmatch(host_in(url)) for url in found)
    return found if are_sites else []


def host_in(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


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
    bare = without_markup(text)
    if bare != text and (urls := urls_in([bare])):
        return wrong_url(text, sentence("write {better}", better=urls[0]))
    return wrong_url(text, sentence("write the whole address, beginning with https://"))


def without_markup(text: str) -> str:
    found = MARKUP.fullmatch(text)
    return (found[1] or found[2]).strip() if found else text


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


def hint(text: str) -> Sentence:
    better = (
        PELICAN_PREFIX.sub("", text)
        .replace("\\", "/")
        .strip("/ ")
        .removeprefix("./")
        .removeprefix("content/")
    )
    if better != text and not UNSAFE_IN_PATHS.search(better) and ".." not in better.split("/") and better:
        return sentence('write "{better}"', better=better)
    return sentence('write for example "logos/example.png"')


WebUrl = Annotated[
    str, PlainValidator(web_url), WithJsonSchema(text_form("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s]+$"))
]
Link = Annotated[
    str, PlainValidator(link), WithJsonSchema(text_form("^(?:[Hh][Tt][Tt][Pp][Ss]?:/)?/[^\\s]+$"))
]


def calendar_url(value: object) -> str:
    """Encrypted, or nobody knows whose it is; `webcal:` is what calendar programs call https:."""
    text = text_of(value)
    match = SCHEME.fullmatch(text)
    scheme = match["scheme"].lower() if match else ""
    if scheme in CALENDAR_SCHEMES:
        return web_url(f"https{text[len(scheme) :]}")
    if match and match["slashes"] and scheme != "https":
        raise not_encrypted(text, scheme)
    return web_url(text)


def not_encrypted(text: str, scheme: str) -> Refused:
    said = sentence('found "{found}", expected an address that begins with https://', found=text)
    if scheme == "http":
        better = f"https{text[len(scheme) :]}"
        return refused("bad-url", said, sentence("write {better}, and try it in a browser", better=better))
    return refused("bad-url", said, sentence("write the public address of the calendar"))


CalendarUrl = Annotated[
    str,
    PlainValidator(calendar_url),
    WithJsonSchema(text_form(f"{whatever_the_capitals('^(?:https|webcals?)')}://[^\\s]+$")),
]


def email(value: object) -> str:
    texts = several(value)
    if len(emails := emails_in(texts)) > 1:
        message = sentence('found "{found}", expected a single e-mail address', found=shown(texts))
        raise only_one("bad-email", message, emails)
    text = text_of(value)
    if len(text) > LONGEST_EMAIL or not EMAIL.fullmatch(text):
        raise refused(
            "bad-email",
            sentence('found "{found}", expected an e-mail address', found=text),
            email_hint(text[:LONGEST_EMAIL]),
        )
    return text


def emails_in(texts: list[str]) -> list[str]:
    """None where something else stands beside them."""
    parts = (part for text in texts for part in BETWEEN_EMAILS.split(text[: 4 * LONGEST_EMAIL]))
    found = [part.removeprefix("mailto:") for part in parts if part]
    return found if all(map(EMAIL.fullmatch, found)) else []


def email_hint(text: str) -> Sentence:
    """`mailto:`, a name in front, "at" for "@", or several addresses."""
    bare = without_markup(text).removeprefix("mailto:").strip()
    better = DOT_SIGN.sub(".", AT_SIGN.sub("@", bare))
    if EMAIL.fullmatch(better):
        return sentence("write {better}", better=better)
    if text.count("@") > 1:
        return sentence("write a single address")
    return sentence("write for example {example}", example="contact@example.org")


def phone(value: object) -> str:
    """Kept as it is written; every country groups its digits in its own way."""
    texts = [WIDE_SPACES.sub(" ", text) for text in several(value)]
    if len(phones := [number for text in texts for number in phones_in(text)]) > 1:
        message = sentence('found "{found}", expected a single telephone number', found=shown(texts))
        raise only_one("bad-phone", message, phones)
    text = WIDE_SPACES.sub(" ", text_of(value))
    digits = digits_in(text)
    if PHONE.fullmatch(text) and digits > MOST_DIGITS:
        message = sentence('found "{found}", expected a single telephone number', found=text)
        raise refused("bad-phone", message, sentence("write a single number"))
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


def digits_in(text: str) -> int:
    return sum(character.isdigit() for character in text)


def phones_in(text: str) -> list[str]:
    """Several if it says several, whatever words stand between; a slash may be part of one."""
    plain = REMARK.sub("", text[: 10 * MOST_DIGITS]).strip()
    for parts in (BETWEEN.split(plain), ONE_NUMBER.findall(plain), FRENCH_NUMBER.findall(plain)):
        found = [part.strip(" /-,;") for part in parts]
        if len(found) > 1 and all(digits_in(part) >= FEWEST_DIGITS for part in found):
            return found
    area, slash, rest = plain.partition("/")
    is_whole = digits_in(COUNTRY_CODE.sub("", area)) >= FEWEST_DIGITS and PHONE.fullmatch(area)
    return [area.strip(), rest.strip()] if slash and is_whole and digits_in(rest) else [text]


Email = Annotated[
    str,
    PlainValidator(email),
    WithJsonSchema({**text_form("^[A-Za-z0-9_+'.-]+@[^@\\s]+\\.[^@\\s]+$"), "maxLength": LONGEST_EMAIL}),
]
Phone = Annotated[
    str, PlainValidator(phone), WithJsonSchema(text_or_number("^[+0-9(][0-9 .()/+\u00a0\u202f\u2009-]*$"))
]


def image_path(value: object) -> str:
    text = text_of(value)
    if URL.match(text):
        raise refused(
            "bad-path",
            sentence('found "{found}", expected a file of this site', found=text),
            sentence('put the image into content/images and write its path, such as "logos/example.png"'),
        )
    if not is_path(text):
        raise refused(
            "bad-path",
            sentence('found "{found}", expected a path below content/images', found=text),
            hint(text),
        )
    return text


def is_path(text: str) -> bool:
    """Of a file below a folder of content."""
    steps = text.split("/")
    is_plain = len(text) <= LONGEST_PATH and not UNSAFE_IN_PATHS.search(text)
    return is_plain and all(step.strip() not in ("", ".", "..") for step in steps)


def document_path(value: object) -> str:
    """Below content, where all documents of fields are in one folder."""
    text = text_of(value)
    path = PELICAN_PREFIX.sub("", text).removeprefix("/").removeprefix("content/").removeprefix("documents/")
    if URL.match(text) or not is_path(path):
        raise refused(
            "bad-path",
            sentence('found "{found}", expected a file of content/documents', found=text),
            sentence('write "{key}" for a document of another site', key="url:")
            if URL.match(text)
            else sentence('write for example "statuts.pdf"'),
        )
    return f"documents/{path}"


ImagePath = Annotated[
    str,
    PlainValidator(image_path),
    WithJsonSchema(text_form(r'^(?!.*(?:^|/)\.{0,2}(?:/|$))[^\\:*?"<>|]+$')),
]
DocumentPath = Annotated[
    str,
    PlainValidator(document_path),
    WithJsonSchema(text_form(r'^(?!.*(?:^|/)\.{1,2}(?:/|$))[^\\:*?"<>|]+$')),
]


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
