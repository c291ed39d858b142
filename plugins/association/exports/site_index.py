"""What the search of the whole site needs in the browser, in pieces: /recherche/index.json and more.

Not open data: its keys follow the scripts of the theme (themes/parvis/README.md) and change with them.
MiniSearch finds and ranks there, and can be told an index that it has not made: for each term the documents
that have it, field by field. A browser asks for the first piece, for the terms that begin as what is typed,
and for the documents that it shows, whatever the size of the site.
"""

import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from math import log2

from ..domain.text import Language, fold, main_language
from .common import Json, Record
from .stems import stemmer, words
from .visitors_words import SMALL_WORDS

FIELDS = 3
"""Of a document: its title, what else it is known by, its text; in the last a lone figure tells nothing."""
PAST, CLOSED, CANCELLED = "past", "closed", "cancelled"
SHORTEST = 4
"""Signs of a word that may be mistyped."""
LONGEST_TITLE = 60
PIECES = ((60, 4), (600, 14), (2000, 28))
"""Of terms, on a site of so many documents: few where they are small, for each edit writes them all."""
ON_A_PIECE = 32
"""Documents, about."""
RARE_ABOVE = 4000
"""On a site of so many documents, a word of one text alone is no suggestion."""
BEGINNINGS = (
    *(
        "accu",
        "act",
        "adm",
        "agr",
        "an",
        "app",
        "art",
        "ass",
        "att",
        "avi",
        "ben",
        "bo",
        "bur",
        "cam",
        "cent",
    ),
    *(
        "char",
        "cl",
        "col",
        "comm",
        "comp",
        "con",
        "cont",
        "cour",
        "cu",
        "dec",
        "dep",
        "dev",
        "dis",
        "dr",
        "eco",
    ),
    *(
        "el",
        "ens",
        "ent",
        "eq",
        "et",
        "ex",
        "exp",
        "fac",
        "fin",
        "for",
        "fr",
        "gr",
        "her",
        "il",
        "inf",
        "int",
    ),
    *(
        "jo",
        "lan",
        "li",
        "lo",
        "mai",
        "mar",
        "me",
        "mi",
        "mon",
        "ne",
        "nou",
        "of",
        "ord",
        "par",
        "per",
        "pl",
        "por",
    ),
    *("pr", "pre", "pro", "qu", "rap", "rec", "ref", "rep", "res", "ro", "sal", "se", "sit", "son", "su"),
    *("tec", "tr", "us", "ver", "vi"),
)
"""Where the pieces of terms begin, after one for all before: about as much in each, in French; a number that
leaves, with that one, as many in each of 4, 14 or 28 pieces."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search may lead to.

    kind: what visitors would call such things. about: what a result says of it beside its title: a day…
    state: PAST, CLOSED or CANCELLED; '' of most. words: what else it is known by. text: what it says.
    excerpt: what a result shows of that.
    """

    kind: str
    title: str
    url: str
    about: str = ""
    excerpt: str = ""
    state: str = ""
    words: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """In how many pieces: known before anything is read, since files are planned before they are made."""

    terms: int
    documents: int

    @property
    def beginnings(self) -> tuple[str, ...]:
        step = (len(BEGINNINGS) + 1) // self.terms
        return BEGINNINGS[step - 1 :: step][: self.terms - 1]

    @property
    def names(self) -> tuple[str, ...]:
        """Of all pieces but the first one."""
        terms = (f"t{number}" for number in range(self.terms))
        return (*terms, *(f"d{number}" for number in range(self.documents)), WORDS)


FIRST, WORDS = "", "mots"
"""The piece that leads to all others; the one with all words, for whoever mistypes one."""


def plan_for(about: int) -> Plan:
    """about: how many documents there will be, give or take a few."""
    terms = next((terms for most, terms in PIECES if about <= most), len(BEGINNINGS) + 1)
    return Plan(terms, 1 + about // ON_A_PIECE)


class SiteIndex:
    """found: those of one kind together. made: all pieces, each as the octets of its file.

    sections: what else visitors call sections, by address.
    places: names of towns, each of which is one thing to look for.
    postings: of each field, for each stem the numbers of the documents that have it, and how often each does.
    """

    def __init__(
        self,
        found: Sequence[Found],
        language: Language,
        plan: Plan,
        sections: Mapping[str, str] | None = None,
        places: Iterable[str] = (),
    ) -> None:
        self.language, self.plan = main_language(language), plan
        self.sections, self.places = dict(sections or {}), places
        self.small = SMALL_WORDS.get(self.language, frozenset())
        self.postings: tuple[dict[str, list[int]], ...] = tuple({} for _ in range(FIELDS))
        self.known: dict[str, tuple[str, ...]] = {}
        self.used: Counter[str] = Counter()
        self.lengths: list[list[int]] = [[] for _ in range(FIELDS)]
        for number, one in enumerate(found):
            for place, text in enumerate((one.title, one.words, one.text)):
                self.add(number, place, counts(text))
        pieces = map(packed, (self.overview(found), *self.pieces(found)))
        self.made = dict(zip((FIRST, *plan.names), versioned(tuple(pieces)), strict=True))

    def add(self, number: int, place: int, counted: Mapping[str, int]) -> None:
        """Step by step as little as can be: a large site has a million words."""
        self.lengths[place].append(sum(counted.values()))
        self.used.update(counted)
        postings, known = self.postings[place], self.known
        for word, times in counted.items():
            stems = known.get(word)
            if stems is None:
                stems = known[word] = stems_of(word, self.language)
            if stems[0] and place and (place == 2 or not word.isdigit()):
                continue
            for stem in stems[1:]:
                posting = postings.get(stem)
                if posting is None:
                    postings[stem] = [number, times]
                elif posting[-2] == number:
                    posting[-1] += times
                else:
                    posting += number, times

    def overview(self, documents: Sequence[Found]) -> Record:
        """kinds: of each how many there are, one after the other, and how many, the last ones, are over."""
        total = max(1, len(documents))
        kinds, over = (Counter(one.kind for one in own) for own in (documents, filter(is_over, documents)))
        return {
            "kinds": [[kind, number, over[kind]] for kind, number in kinds.items()],
            "beginnings": list(self.plan.beginnings),
            "pieces": self.plan.documents,
            "small": " ".join(sorted(self.small)),
            "sections": {**self.sections},
            "places": [*sorted({name for name in map(self.spelt, self.places) if " " in name})],
            "mean": [round(sum(own) / total, 2) for own in self.lengths],
            "lengths": [written(own, place == 0) for place, own in enumerate(self.lengths)],
        }

    def spelt(self, name: str) -> str:
        """Its words, folded, without those that tell nothing."""
        return " ".join(word for word in map(fold, words(name)) if word not in self.small)

    def pieces(self, documents: Sequence[Found]) -> Iterator[Record]:
        beginnings, every = self.plan.beginnings, sorted(set().union(*self.postings))
        of = {
            number: list(own) for number, own in groupby(every, lambda term: bisect_right(beginnings, term))
        }
        for number in range(self.plan.terms):
            yield {"terms": {term: [*map(narrowed, self.fields(term))] for term in of.get(number, ())}}
        size = -(-len(documents) // self.plan.documents)
        for number in range(self.plan.documents):
            own = documents[number * size : (number + 1) * size]
            yield {"documents": [shown(one) for one in own]}
        yield {"words": " ".join(self.suggested(len(documents)))}

    def fields(self, term: str) -> Iterator[list[int]]:
        return (own.get(term, []) for own in self.postings)

    def suggested(self, documents: int) -> list[str]:
        """As they are written, the usual spelling of each; accents help who reads them."""
        least = 2 if documents > RARE_ABOVE else 1
        usual: dict[str, tuple[int, str]] = {}
        for word, times in self.used.items():
            small, stem, *_ = self.known[word]
            if times >= least and not small and len(word) >= SHORTEST and not word.isdigit():
                usual[stem] = max(usual.get(stem, (0, "")), (times, word))
        return sorted(word for _, word in usual.values())


@lru_cache(maxsize=2**16)
def stems_of(word: str, language: Language) -> tuple[str, ...]:
    """The word folded, if it is one that tells nothing in a text, else ''; then its stems.

    Of its forms (stems.py) those are its stems by which it is found whatever is typed of them. Remembered:
    a site has few words beside those of the last edit, and its stems are most of what one takes to make.
    """
    plain, stem = fold(word), stemmer(language)
    tells_nothing = len(plain) < 2 or plain in SMALL_WORDS.get(language, frozenset())
    return (plain if tells_nothing else "", *dict.fromkeys((stem(plain), fold(stem(word)))))


@lru_cache(maxsize=4096)
def counts(text: str) -> Mapping[str, int]:
    """Of its words; remembered, since most texts are what they were when another one is edited."""
    return Counter(words(text))


def narrowed(posting: list[int]) -> list[Json]:
    """Each document by how far it is from the one before, then how often it has the word, below zero, if more
    than once: figures that are small, and that return, take little room."""
    figures: list[Json] = []
    before = 0
    for number, times in zip(posting[::2], posting[1::2], strict=True):
        figures.append(number - before)
        before = number
        if times > 1:
            figures.append(-times)
    return figures


def written(lengths: Iterable[int], is_title: bool) -> str:
    """A sign for each document: of a title its length, of others about how long they are."""
    steps = (min(own, LONGEST_TITLE) if is_title else round(4 * log2(1 + own)) for own in lengths)
    return "".join(chr(48 + step) for step in steps)


def is_over(one: Found) -> bool:
    return bool(one.state)


def shown(one: Found) -> list[Json]:
    every = [one.url, one.title, one.about, one.excerpt, one.state]
    while not every[-1]:
        every.pop()
    return [*every]


def versioned(pieces: Sequence[bytes]) -> Iterator[bytes]:
    """Each says of which index it is a piece, lest a browser puts those of two together."""
    whole = blake2b(b"".join(pieces), digest_size=6).hexdigest()
    return (b'{"v":"%b",%b' % (whole.encode(), piece[1:]) for piece in pieces)


def packed(record: Record) -> bytes:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
