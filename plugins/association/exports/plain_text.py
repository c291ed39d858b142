"""Text for readers that know no markup: what a calendar shows in a description."""

import re

# Every search is bounded, so that thousands of opened marks cost no time.
IMAGE = re.compile(r"!\[([^\[\]]{0,300})\]\([^()]{0,900}\)")
WEB_LINK = re.compile(r"\[([^\[\]]{0,300})\]\((https?://[^()\s]{1,900})[^()]{0,300}\)")
OTHER_LINK = re.compile(r"\[([^\[\]]{0,300})\]\([^()]{0,900}\)")
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,900})>")
LINE_START = re.compile(r"^ {0,3}(?:#{1,6}|>)[ \t]+", re.MULTILINE)
EMPHASIS = re.compile(r"(?<![\w*\\])(\*\*|__|\*|_|`)(?=\S)(.{1,400}?)(?<=\S)\1(?![\w*])", re.DOTALL)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>])")
BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

REPLACEMENTS = (
    (IMAGE, r"\1"),
    (WEB_LINK, r"\1 (\2)"),
    (OTHER_LINK, r"\1"),
    (AUTOLINK, r"\1"),
    (LINE_START, ""),
    (EMPHASIS, r"\2"),
    (EMPHASIS, r"\2"),  # once more for what was nested: **_both_**
    (ESCAPED, r"\1"),
    (BLANK_LINES, "\n\n"),
)


def plain_text(markdown: str) -> str:
    """`markdown` without its marks; links to the web keep their address in brackets."""
    text = markdown
    for pattern, replacement in REPLACEMENTS:
        text = pattern.sub(replacement, text)
    return text.strip()
