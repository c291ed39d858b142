"""Markdown in YAML fields: noted here, its links followed once every file is read."""

from collections.abc import Callable

from ...domain.text import Text
from ...problems import Place
from ..desk import Desk, Passage
from ..spots import Spot


def read_later(text: Text | None, spot: Spot, desk: Desk, is_published: bool = True) -> None:
    """Relative links of a field start at content; their mistakes are told where the field's value begins."""
    for language, version in text.versions if text else ():
        here = spot / language if language else spot
        desk.passages.append(Passage(version, "", anywhere_in(here), is_published))


def anywhere_in(spot: Spot) -> Callable[[int], Place]:
    return lambda _: spot.place
