"""Text for readers that know no markup: what a calendar shows in a description."""

import re
from collections.abc import Iterator
from html import unescape

from ..domain.asides import asides, said

# Every search is bounded, so that thousands of opened marks cost no time.
IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()]{0,900}\)")
WEB_LINK = re.compile(r"\[([^\[\]]{0,300})\]\((https?://[^()\s]{1,900})[^()]{0,300}\)")
OTHER_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()]{0,900}\)")
REFERENCE = re.compile(r"!?\[([^\[\]^]{1,300})\] ?\[[^\[\]]{0,300}\]")
DEFINITION = re.compile(
    r"""^ {0,3}\[[^\[\]^\n][^\[\]\n]{0,300}\]:[ ]*\n?[ ]*\S{1,900}[ ]*"""
    r"""(?:\n?[ ]*(?:"[^\n]{0,900}"|'[^\n]{0,900}'|\([^\n]{0,900}\))[ ]*)?$""",
    re.MULTILINE,
)
"""Of a link, which no page shows; `[//]: # (a note)` is one of nothing."""
ABBREVIATION = re.compile(r"^ {0,3}\*\[[^\[\]\n]{1,300}\]:[^\n]*$", re.MULTILINE)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,900})>")
TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]{0,400}\"|'[^']{0,400}'){0,400}>")
LINE_START = re.compile(r"^ {0,3}(?:#{1,6}|>)[ \t]+", re.MULTILINE)
EMPHASIS = re.compile(r"(?<![\w*\\])(\*\*|__|\*|_)(?=\S)(.{1,400}?)(?<=\S)\1(?![\w*])", re.DOTALL)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
CHARACTER = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
FENCE = re.compile(r"\A[ \t]*(`{3,}|~{3,})[^\n]*\n|\n[> \t]*(?:`{3,}|~{3,})[ \t]*\Z")
BACKTICKS = re.compile(r"\A(`+)(.*)\1\Z", re.DOTALL)
KEPT = re.compile("\x02([0-9]+)\x03")
"""The place of a piece of code, in which no mark is one."""

REPLACEMENTS = (
    (DEFINITION, ""),
    (ABBREVIATION, ""),
    (IMAGE, r"\1"),
    (WEB_LINK, r"\1 (\2)"),
    (OTHER_LINK, r"\1"),
    (REFERENCE, r"\1"),
    (AUTOLINK, r"\1"),
    (TAG, ""),
    (LINE_START, ""),
    (EMPHASIS, r"\2"),
    (EMPHASIS, r"\2"),  # once more for what was nested: **_both_**
    (ESCAPED, r"\1"),
)


def plain_text(markdown: str) -> str:
    """`markdown` without its marks; links to the web keep their address in brackets.

    What an editor wrote for editors is no part of it: comments, definitions, what is hidden.
    """
    text = said(markdown.replace("\x02", "").replace("\x03", ""))
    codes = [text[start:end] for start, end in asides(text).code]
    text = "".join(without_code(text))
    for pattern, replacement in REPLACEMENTS:
        text = pattern.sub(replacement, text)
    text = CHARACTER.sub(lambda match: unescape(match[0]), text)
    text = KEPT.sub(lambda match: code_alone(codes[int(match[1])]), text)
    return BLANK_LINES.sub("\n\n", text).strip()


def without_code(text: str) -> Iterator[str]:
    position = 0
    for number, (start, end) in enumerate(asides(text).code):
        yield text[position:start]
        yield f"\x02{number}\x03"
        position = end
    yield text[position:]


def code_alone(code: str) -> str:
    """What it says: without its fence, its backticks or its indentation."""
    inside = FENCE.sub("", code)
    return (BACKTICKS.sub(r"\2", code) if inside == code else inside).strip()
