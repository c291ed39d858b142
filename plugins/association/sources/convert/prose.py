"""What YAML fields say and lead to: Markdown without what is for editors alone; links for later."""

from collections.abc import Callable
from dataclasses import replace

from ...domain.asides import asides, blanked, said
from ...domain.text import Text
from ...problems import Place, sentence
from ..desk import Desk, Mention, Passage
from ..spots import Spot

LONGEST_MARK = 12


def read_later(text: Text | None, spot: Spot, desk: Desk, is_published: bool = True) -> None:
    """Relative links of a field start at content; their mistakes are told where the field's value begins."""
    for language, version in text.versions if text else ():
        here = spot / language if language else spot
        note(Passage(version, "", anywhere_in(here), is_published), desk)


def prose(text: Text | None) -> Text | None:
    """A field as visitors read it; nothing, if it says nothing to them."""
    versions = tuple((language, said(version)) for language, version in text.versions) if text else ()
    return Text(versions) if any(version.strip() for _, version in versions) else None


def note(passage: Passage, desk: Desk) -> None:
    """A link that nobody reads is none."""
    unclosed = asides(passage.text).unclosed
    if unclosed is not None:
        tell_unclosed(passage, unclosed, desk)
    desk.passages.append(replace(passage, text=blanked(passage.text)))


def tell_unclosed(passage: Passage, start: int, desk: Desk) -> None:
    desk.warn(
        passage.place_of(start),
        "unclosed-comment",
        sentence(
            'what "{found}" begins here has no end; nothing of the text after it is published',
            found=passage.text[start:].split(maxsplit=1)[0][:LONGEST_MARK],
        ),
        sentence(
            'close it, a comment with "{end}"; to show the sign itself, write it between backticks', end="-->"
        ),
    )


def anywhere_in(spot: Spot) -> Callable[[int], Place]:
    return lambda _: spot.place


def follow_later(address: str | None, spot: Spot, desk: Desk, is_published: bool = True) -> None:
    """An address that may be that of a document of ours."""
    if address:
        desk.mentions.append(Mention(address, lambda: spot.place, is_published))
