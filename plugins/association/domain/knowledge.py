"""What the association knows: questions and their answers, terms, documents to use.

Questions and terms are the second-level headings of a text. Which those are is told here, from what editors
write; how they are shown is told from the HTML (render/parts.py).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from .asides import outside_code
from .text import Text, fold

FAQ, GLOSSARY, RESOURCES = "faq", "glossary", "resources"
"""What `template` may say of a page."""
OF_ENTRIES = (FAQ, GLOSSARY)
"""Of those, the ones whose text is taken apart by its headings."""

GROUP = re.compile(r"^ {0,3}#[ \t]+\S", re.MULTILINE)
ENTRY = re.compile(r"^ {0,3}##[ \t]+(\S[^\n]*)", re.MULTILINE)
ATTRIBUTES = re.compile(r"\s*(?:\{[^{}]*\}|\s#+)\s*$")
"""At the end of a heading: `{#ici}`, or the signs that close it."""
WORDS = re.compile(r"\w+")
MARKS = re.compile(r"[*_`]")
EXPANDED = re.compile(r"([^\s:]+)\s*:\s+(\S.*)")


def level_of_entries(text: str) -> int:
    """Of their headings in the HTML, where the highest of a text is of the second level."""
    return 3 if outside_code(text, GROUP) else 2


def entries_in(text: str) -> tuple[str, ...]:
    """The second-level headings of a Markdown text, in words."""
    return tuple(words for _, words in placed_entries(text))


def placed_entries(text: str) -> Iterator[tuple[int, str]]:
    """Each with where it begins."""
    for heading in outside_code(text, ENTRY):
        yield heading.start(1), MARKS.sub("", ATTRIBUTES.sub("", heading[1])).strip()


@dataclass(frozen=True, slots=True)
class Term:
    """expansion: the words that an abbreviation stands for; '' of what is none."""

    name: str
    expansion: str = ""


def term_of(heading: str) -> Term:
    """`ESN : entreprise de services du numérique` is an abbreviation; a name of several words is none."""
    found = EXPANDED.fullmatch(heading.strip())
    return Term(found[1], found[2]) if found else Term(heading.strip())


def terms_again(text: str) -> Iterator[tuple[int, int, str]]:
    """Terms that a glossary has already: where each is, where it is first, its name.

    What stands for two things is a term for each.
    """
    known: dict[str, dict[str, int]] = {}
    for start, words in placed_entries(text):
        term = term_of(words)
        same, means = known.setdefault(fold(term.name), {}), fold(term.expansion)
        first = same.get(means, same.get("") if means else next(iter(same.values()), None))
        if first is not None:
            yield start, first, term.name
        same.setdefault(means, start)


def questions_again(text: str) -> Iterator[tuple[int, int, str]]:
    """Questions that their group has already: where each is, where it is first, and its words.

    « Combien est-ce ? » may be asked of membership, and of courses.
    """
    groups = [group.start() for group in outside_code(text, GROUP)]
    known: dict[tuple[int, str], int] = {}
    for start, words in placed_entries(text):
        group = bisect_left(groups, start)
        first = known.setdefault((group, " ".join(WORDS.findall(fold(words)))), start)
        if first != start:
            yield start, first, words


@dataclass(frozen=True, slots=True)
class Glossary:
    """What the glossaries of one language mean for the texts of the site.

    abbreviations: each with the words that it stands for, in the order of their letters.
    sources: files of the glossaries themselves, whose headings are called after their terms.
    """

    abbreviations: tuple[tuple[str, str], ...] = ()
    sources: frozenset[str] = frozenset()


def abbreviations(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Of all glossaries; what stands for two things stands for neither where nobody says which."""
    meanings: dict[str, set[str]] = {}
    for term in terms_in(texts):
        meanings.setdefault(term.name, set()).add(term.expansion)
    return tuple((name, found.pop()) for name, found in sorted(meanings.items()) if len(found) == 1)


def terms_in(texts: Iterable[str]) -> Iterator[Term]:
    """Those that are abbreviations."""
    terms = (term_of(heading) for text in texts for heading in entries_in(text))
    return (term for term in terms if term.expansion)


@dataclass(frozen=True, slots=True)
class Version:
    """One state of a document. file: its path below content; octets: how large that is; or its address."""

    number: str | None = None
    day: date | None = None
    file: str | None = None
    url: str | None = None
    octets: int | None = None


@dataclass(frozen=True, slots=True)
class Resource:
    """A document to use: a manual, a form, the statutes. replaces: its former versions, as they are written.

    governance: whether it belongs to how the association is run.
    """

    title: Text
    current: Version
    kind: Text | None = None
    audience: Text | None = None
    replaces: tuple[Version, ...] = ()
    governance: bool = False
