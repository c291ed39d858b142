"""What is said in another language than the page it stands on: marked as such, for eyes, ears and machines.

WCAG 2.2, 3.1.2: the language of each part can be told. Views hand templates texts that know theirs (`Said`);
where a template shows one between tags it becomes an element with `lang`, within a tag it stays plain.
"""

import re
from collections.abc import Iterator
from typing import Self

from markupsafe import Markup, escape

from ..domain.text import Language

BEGIN, NAMED, END = "\ue000", "\ue001", "\ue002"
"""Of the private use area: they stand around a text, and its language, until the page is whole."""
MARK = re.compile(rf"{BEGIN}(?P<language>[A-Za-z-]+){NAMED}(?P<words>[^{BEGIN}{END}]*){END}")
LEFT_OVER = re.compile(rf"{BEGIN}[A-Za-z-]*{NAMED}|{END}")
WORDS_ALONE = re.compile(r"<(?:title|option|textarea|text|script|style)\b")
"""Elements of HTML and SVG that hold no other of HTML."""
OF_ITS_OWN = re.compile(r"<(?:title|option|textarea|text|img|meta|input)\b(?![^>]*\slang=)")
"""What has all its words in its tag, or in no other element, can tell their language itself."""


def said(text: str, language: Language, reader: Language) -> str:
    """For a page in the language of the reader."""
    return text if not text or language == reader else Said(text, language)


class Said(str):
    """A line in another language than that of the page."""

    language: Language

    def __new__(cls, text: str, language: Language) -> Self:
        line = super().__new__(cls, text)
        line.language = language
        return line

    def __html__(self) -> Markup:
        return Markup(f"{BEGIN}{self.language}{NAMED}{escape(str(self))}{END}")

    def made_from(self) -> tuple[str, Language]:
        return str(self), self.language


def foreign(text: str) -> Language:
    """Which language it is in, if not in that of the page; else ''."""
    return text.language if isinstance(text, Said) else ""


def with_spans(html: str) -> str:
    """A page, whose marks have become elements where elements may be."""
    return unmarked("".join(resolved(html))) if BEGIN in html else html


def resolved(html: str) -> Iterator[str]:
    end = 0
    for mark in MARK.finditer(html):
        opened, closed = html.rfind("<", 0, mark.start()), html.rfind(">", 0, mark.start())
        if opened < closed and not WORDS_ALONE.match(html, opened):
            yield f'{html[end : mark.start()]}<span lang="{mark["language"]}">{mark["words"]}</span>'
        else:
            own = OF_ITS_OWN.match(html, opened)
            if own and own.end() > end:
                yield f'{html[end : own.end()]} lang="{mark["language"]}"'
                end = own.end()
            yield f"{html[end : mark.start()]}{mark['words']}"
        end = mark.end()
    yield html[end:]


def unmarked(text: str) -> str:
    """Without marks, for what cannot say languages."""
    return LEFT_OVER.sub("", text) if BEGIN in text else text
