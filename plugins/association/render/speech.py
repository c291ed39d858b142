"""What is said in another language than the page they stand on: marked as such, for eyes, ears and machines.

WCAG 2.2, 3.1.2: the language of each part can be told. Views hand templates texts that know theirs (`Said`);
where a template shows one between tags it becomes an element with `lang`, within a tag it stays plain.
"""

import re
from typing import Self

from markupsafe import Markup, escape

from ..domain.text import Language

BEGIN, NAMED, END = "\ue000", "\ue001", "\ue002"
"""Of the private use area: they stand around a text, and its language, until the page is whole."""
WORDS_ALONE = "title|option|textarea|text"
CODE = "script|style"
"""Elements of HTML and SVG that hold no other of HTML."""
TAG = rf"<!--.*?-->|<(?:{WORDS_ALONE}|{CODE})\b.*?</(?:{WORDS_ALONE}|{CODE})>|<[^>]*>"
OF_ITS_OWN = re.compile(rf"<(?:{WORDS_ALONE}|img|meta|input)\b(?![^>]*\slang=)")
"""What has all its words in its tag, or in no other element, can tell their language itself."""
PIECE = re.compile(rf"(?P<tag>{TAG})|{BEGIN}(?P<language>[A-Za-z-]+){NAMED}|{END}", re.DOTALL)
MARKED = re.compile(rf"{BEGIN}(?P<of>[A-Za-z-]*){NAMED}|{END}")


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


def with_spans(html: str) -> str:
    """A page, whose marks have become elements where elements may be."""
    return PIECE.sub(resolved, html) if BEGIN in html else html


def resolved(piece: re.Match[str]) -> str:
    if piece["tag"]:
        return of_tag(piece["tag"])
    return f'<span lang="{piece["language"]}">' if piece["language"] else "</span>"


def of_tag(tag: str) -> str:
    found = MARKED.search(tag)
    if not found:
        return tag
    own, plain = OF_ITS_OWN.match(tag), unmarked(tag)
    return f'{own[0]} lang="{found["of"]}"{plain[own.end() :]}' if own else plain


def unmarked(text: str) -> str:
    """Without marks, for what cannot say languages."""
    return MARKED.sub("", text) if BEGIN in text else text
