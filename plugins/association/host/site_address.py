"""SITEURL: where the site is published, as everything that leaves it says."""

import re
from urllib.parse import urlsplit

from ..problems import Sentence, Severity, sentence
from .setting_kinds import LONGEST_PATH, Ground, Mistake, Mistakes, both, no_text

LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
HOST = re.compile(rf"{LABEL}(?:\.{LABEL})*\.?|[0-9a-f]*:[0-9a-f:.]+")
UNSAFE = re.compile(r"[\s\\<>\"`^{}|\x00-\x1f\x7f]")
WITHOUT_SCHEME = re.compile(rf"(?://)?{LABEL}(?:\.{LABEL})+(?::[0-9]+)?(?:/[^\s]*)?")


def site_address(setting: str, value: object, ground: Ground) -> Mistakes:
    """Empty while the site has no home yet."""
    if not isinstance(value, str):
        yield no_text(setting, value)
        return
    reason = why_no_address(value)
    if value and reason:
        yield wrong_address(setting, value, better_address(setting, value) or reason)
    elif value.endswith("/"):
        better = f'{setting} = "{value.rstrip("/")}"'
        yield Mistake(
            sentence('{setting} is "{found}", expected no slash at the end', **both(setting, value)),
            sentence("write {better}", better=better),
            "bad-url",
            Severity.WARNING,
        )


def wrong_address(setting: str, value: str, hint: Sentence) -> Mistake:
    said = sentence('{setting} is "{found}", expected the address of the site', **both(setting, value))
    return Mistake(said, hint, "bad-url")


def why_no_address(text: str) -> Sentence | None:
    whole = sentence("write the whole address, beginning with https://")
    unsafe = UNSAFE.search(text)
    try:
        parts = urlsplit(text)
        _ = parts.port  # a wrong one raises ValueError
    except ValueError:
        return whole
    if len(text) > LONGEST_PATH or parts.scheme not in ("http", "https") or not text.isprintable():
        return whole
    if unsafe:
        return sentence('take out "{character}"', character=unsafe[0])
    if parts.query or parts.fragment or text.endswith(("?", "#")):
        return sentence("take out what begins with ? or #")
    if "@" in parts.netloc:
        return sentence('take out what stands before "@"')
    if ".." in parts.path.split("/") or "//" in parts.path.rstrip("/"):
        return sentence("write the path without .. and without //")
    return None if HOST.fullmatch(parts.hostname or "") else whole


def better_address(setting: str, text: str) -> Sentence | None:
    """What was meant, where only the beginning is missing or the spaces around are too many."""
    plain = text.strip()
    if WITHOUT_SCHEME.fullmatch(plain):
        plain = "https://" + plain.removeprefix("//")
    plain = plain.rstrip("/")
    if plain == text or why_no_address(plain):
        return None
    return sentence("write {better}", better=f'{setting} = "{plain}"')
