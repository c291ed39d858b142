"""What a forge makes of words, and Python-Markdown does not: addresses, `~~struck~~`, a last `\\`.

GitHub Flavored Markdown 0.29, sections 6.5 and 6.9; CommonMark 0.31, section 6.7. The package for it,
pymdown-extensions, ends `…/wiki/Lens_(ville)` before its bracket in the last version for Debian's Python.
"""

import re
from string import punctuation
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import (
    HtmlInlineProcessor,
    InlineProcessor,
    SimpleTagInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.util import AtomicString

ADDRESS = r"(?i)(?<![^\W_])(?:https?://|(www\.))[^\W_][-\w.]*(?:[/:?#][^\s<\x02\x03]*)?"
MAIL = r"(?<![\w.+-])(?:mailto:)?([\w.+-]+@[a-zA-Z0-9_-]+(?:\.[a-zA-Z0-9_-]+)+)(?<=[a-zA-Z])(?![-_\w@])"
STRUCK = r"(?<!~)(~~?)(?=[^\s~])(.+?)(?:(?<=\w)\1(?!~)|(?<=[^\s~])\1(?=[^\w~]|\Z))"
"""Two signs or one; « (~10 et ~20) » has none that ends anything."""
LINE_BREAK = r"(?:  |\\)\n"
ATTRIBUTE = r"""\s++[a-zA-Z_:][\w:.-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+"""
HTML = (
    rf"(<(?:/[a-zA-Z][a-zA-Z0-9-]*+\s*+|[a-zA-Z][a-zA-Z0-9-]*+(?:{ATTRIBUTE})*+\s*+/?"
    r"|!--(?:(?!<!--|-->).)*--|[?](?:(?!<[?]|[?]>).)*[?]|!\[CDATA\[(?:(?!<!\[CDATA\[|\]\]>).)*\]\])>)"
)
"""A tag as CommonMark has it: to Python-Markdown `<texte|nombre>` is one, which nobody would see."""
SIGNS = r"~|://|(?i:www)\.|@"
"""Without one of them, and without a backslash, a text has nothing of all this."""
PATTERNS = frozenset((ADDRESS, MAIL, STRUCK, LINE_BREAK, HTML))
AFTER = "?!.,:;*_~'\"…»”’"
CLOSING = {")": "(", "]": "["}
ENTITY = re.compile(r"&[a-zA-Z0-9]+;$")


class Inlines(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.ESCAPED_CHARS = [*punctuation]  # CommonMark section 2.4; Python-Markdown has half of them
        # in the place of Python-Markdown's own, which knows two spaces alone
        md.inlinePatterns.register(SubstituteTagInlineProcessor(LINE_BREAK, "br"), "linebreak", 100)
        md.inlinePatterns.register(HtmlInlineProcessor(HTML, md), "html", 90)
        # below links and HTML (160 to 90), above emphasis (60): signs in an address are its own
        md.inlinePatterns.register(AddressProcessor(ADDRESS, md), "assosite-address", 85)
        md.inlinePatterns.register(MailProcessor(MAIL, md), "assosite-mail", 84)
        md.inlinePatterns.register(SimpleTagInlineProcessor(STRUCK, "del"), "assosite-struck", 65)


class AddressProcessor(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:
        address = without_end(m[0])
        return link(f"http://{address}" if m[1] else address, address), m.start(), m.start() + len(address)


class MailProcessor(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element | None, int | None, int | None]:
        return link(f"mailto:{m[1]}", m[0]), m.start(), m.end()


def link(address: str, text: str) -> Element:
    element = Element("a", {"href": address})
    element.text = AtomicString(text)
    return element


def without_end(address: str) -> str:
    """Without the signs that end a sentence; a bracket belongs to the address that has opened it."""
    while True:
        shorter = ENTITY.sub("", address).rstrip(AFTER)
        last = shorter[-1]
        if last in CLOSING and shorter.count(last) > shorter.count(CLOSING[last]):
            shorter = shorter[:-1]
        if shorter == address:
            return address
        address = shorter
