"""What is neither private nor public: a file that texts of both kinds lead to, a title told outside.

Nothing is published that was not; but an editor who writes « for members » should know what the public has.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import partial
from posixpath import normpath
from typing import Protocol

from ...domain.association import Association
from ...domain.text import Text
from ...problems import Place, Problem, Severity, sentence
from ..context import LoadContext
from ..notes import Notes, Readers
from ..site import is_below

WORD = re.compile(r"\w+")
SLIPPED = re.compile(
    r"""\s*(?:(?:[\w-]+[ \t]*:[ \t]*\S.*|---+[ \t]*)\n\s*)*?(visibility[ \t]*:[ \t]*["']?members\b)""",
    re.IGNORECASE,
)
"""The field, and maybe others, below the line or the empty line that ends the fields."""
FEWEST_WORDS, FEWEST_LETTERS = 3, 14
"""Of a title that is more than the name of a kind, such as « Assemblée générale »."""

Words = tuple[str, ...]
Quoted = tuple[Words, Place]
Titles = Mapping[str, tuple[Words, ...]]
"""By the word of theirs that the fewest of them have."""


class Titled(Protocol):
    @property
    def title(self) -> Text | None: ...
    @property
    def summary(self) -> Text | None: ...
    @property
    def source(self) -> str: ...


def half_private(public: Association, reserved: Association, context: LoadContext) -> Iterator[Problem]:
    notes = context.notes
    for path in sorted(notes.documents.keys() & notes.members_documents.keys()):
        yield document_of_both(path, notes.documents[path], notes.members_documents[path][0], context)
    shown = {use.path: use.place for use in reversed(notes.images)}
    for path, place in {use.path: use.place for use in reversed(notes.members_images)}.items():
        if path in shown:
            yield image_of_both(path, place, shown[path], context)
    yield from copied_in_clear(shown, context)
    yield from slipped_into_texts(context)
    yield from quoted_titles(public, reserved, context)


def document_of_both(path: str, place: Place, other: Place, context: LoadContext) -> Problem:
    return Problem(
        place,
        "half-private",
        sentence(
            'a text for members, {other}, leads to "{path}": this link would publish it for all',
            other=other.file,
            path=context.files.shown(path),
        ),
        sentence(
            "take this link out; if the document is for all, let the text for members lead to this page"
        ),
    )


def image_of_both(path: str, place: Place, other: Place, context: LoadContext) -> Problem:
    return Problem(
        place,
        "half-private",
        sentence(
            'the image "{path}" of this text for members is public, for {other} shows it',
            path=context.files.shown(path),
            other=other.file,
        ),
        sentence("that is right for a logo; else give this text a picture of its own"),
        Severity.WARNING,
    )


def copied_in_clear(shown: Container[str], context: LoadContext) -> Iterator[Problem]:
    """What Pelican would copy as it is, because of the settings; shown: images that are public anyway."""
    notes, copied = context.notes, tuple(map(normpath, context.site.copied))
    images = {use.path: use.place for use in notes.members_images if use.path not in shown}
    for path, place in {**notes.for_members, **images}.items():
        if "." in copied or is_below(f"{path}/", copied):
            yield Problem(
                place,
                "half-private",
                sentence(
                    'only members may read this, and {setting} publishes "{path}" as it is',
                    setting="STATIC_PATHS",
                    path=context.files.shown(path),
                ),
                sentence("name no folder there that has something for members"),
            )


def slipped_into_texts(context: LoadContext) -> Iterator[Problem]:
    """What was meant for members, and would be published with the very words that say so."""
    for _, part in tuple(context.gathered.parts):
        for passage in part.passages:
            found = passage.readers is Readers.ALL and SLIPPED.match(passage.text)
            if found:
                yield Problem(
                    passage.place_of(found.start(1)),
                    "half-private",
                    sentence("this line is part of the text, which is therefore for all"),
                    sentence("move it up, among the fields of the file"),
                )


def quoted_titles(public: Association, reserved: Association, context: LoadContext) -> Iterator[Problem]:
    """Titles for members that a public text repeats, each once in a file; not those that may be told."""
    titles = titles_of(kept_secret(reserved, context), public)
    if not titles:
        return
    first: dict[tuple[str, Words], Place] = {}
    for words, place in (*in_passages(titles, context), *in_headings(public, titles, context)):
        first.setdefault((place.file, words), place)
    yield from (quotation(words, place) for (_, words), place in first.items())


def in_passages(titles: Titles, context: LoadContext) -> Iterator[Quoted]:
    for key, part in tuple(context.gathered.parts):
        make = partial(quotations, part, titles)
        yield from context.remembered(("quotes", *key), (part, titles), make)


def in_headings(public: Association, titles: Titles, context: LoadContext) -> Iterator[Quoted]:
    """In titles and summaries, which are in no passage."""
    for one in texts_of(public):
        place = Place(context.files.shown(one.source))
        for text in (one.title, one.summary):
            for _, said in versions(text):
                yield from ((words, place) for words in found_in(said, titles))


def quotation(words: Words, place: Place) -> Problem:
    return Problem(
        place,
        "half-private",
        sentence(
            'this text is for all, and tells the title of one for members: "{title}"', title=" ".join(words)
        ),
        sentence("say it in other words, if nobody else is to know of it"),
        Severity.WARNING,
    )


def quotations(part: Notes, titles: Titles, _: LoadContext) -> tuple[Quoted, ...]:
    return tuple(
        (words, passage.place_of(offset_of(words, passage.text)))
        for passage in part.passages
        if passage.readers is Readers.ALL
        for words in found_in(passage.text, titles)
    )


def offset_of(words: Words, text: str) -> int:
    found = re.search(r"\W+".join(map(re.escape, words)), text, re.IGNORECASE)
    return found.start() if found else 0


def found_in(text: str, titles: Titles) -> Iterator[Words]:
    said = WORD.findall(text.casefold())
    likely = [words for word in sorted(titles.keys() & set(said)) for words in titles[word]]
    whole = f" {' '.join(said)} " if likely else ""
    return (words for words in likely if f" {' '.join(words)} " in whole)


def kept_secret(reserved: Association, context: LoadContext) -> Iterator[Titled]:
    return (one for one in texts_of(reserved) if one.source not in context.gathered.titles_shown)


def titles_of(secret: Iterable[Titled], public: Association) -> Titles:
    known = frozenset(titles_told(texts_of(public)))
    told = (title for title in dict.fromkeys(titles_told(secret)) if title not in known)
    every = [tuple(WORD.findall(title.casefold())) for title in told if len(title) >= FEWEST_LETTERS]
    often = Counter(word for words in every for word in words)
    found: dict[str, tuple[Words, ...]] = {}
    for words in every:
        if len(words) >= FEWEST_WORDS:
            rarest = min(words, key=lambda word: (often[word], -len(word), word))
            found[rarest] = (*found.get(rarest, ()), words)
    return found


def titles_told(texts: Iterable[Titled]) -> Iterator[str]:
    for one in texts:
        yield from (said for _, said in versions(one.title))


def texts_of(association: Association) -> Iterable[Titled]:
    return (
        *association.articles,
        *association.events,
        *association.offers,
        *association.pages,
        *association.minutes,
    )


def versions(text: Text | None) -> tuple[tuple[str, str], ...]:
    return text.versions if text else ()
