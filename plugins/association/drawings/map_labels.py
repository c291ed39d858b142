"""Where the name of each spot is written: around it, clear of other spots, other names and the borders."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .projection import Circle, half

Anchor = Literal["start", "middle", "end"]

# The type is 14 units high, and 19 on a phone: room is kept for the larger.
COLUMN = 10.5
ASCENT, DESCENT = 16, 5
ABOVE, BELOW, BESIDE, BASELINE = 7, 18, 7, 5
# Around a name: what makes plain which spot it belongs to, or else what keeps it legible.
AMPLE, ENOUGH = 10, 2
# From so many spots on, the largest are named even over the smallest dots.
CROWD, NAMED_ANYWAY = 80, 8


@dataclass(frozen=True, slots=True)
class Label:
    text: str
    x: float
    y: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float


def labelled(circles: Sequence[Circle], names: Sequence[str], page: Box) -> tuple[Label, ...]:
    """One for each circle; the first ones choose first, and where no room is left there is no text."""
    labels: list[Label] = []
    taken: list[Box] = []
    largest = circles[:NAMED_ANYWAY] if len(circles) > CROWD else ()
    for circle, name in zip(circles, names, strict=True):
        others = tuple(other for other in circles if other is not circle)
        choices = tuple(label for label in _choices(circle, name, page) if _is_on(page, _box(label)))
        label = _free(choices, others, taken, AMPLE) or _free(choices, others, taken, ENOUGH)
        if not label and circle in largest:
            label = _free(choices, tuple(other for other in largest if other is not circle), taken, ENOUGH)
        labels.append(label or Label("", circle.x, circle.y, "middle"))
        taken.extend([_box(label)] if label else [])
    return tuple(labels)


def _free(
    choices: Sequence[Label], others: Sequence[Circle], taken: Sequence[Box], air: float
) -> Label | None:
    return next((label for label in choices if _is_free(_box(label), others, taken, air)), None)


def _choices(circle: Circle, name: str, page: Box) -> tuple[Label, ...]:
    """The nearer border first, so that names leave the middle of the map free."""
    text = _shortened(name, page.right - page.left)
    above, below = circle.y - circle.radius - ABOVE, circle.y + circle.radius + BELOW
    outer, inner = (above, below) if circle.y < (page.top + page.bottom) / 2 else (below, above)
    left, right = circle.x - circle.radius, circle.x + circle.radius
    centred = _kept_inside(circle.x, _width(text), page)
    beside = circle.y + BASELINE
    return (
        _label(text, centred, outer, "middle"),
        _label(text, centred, inner, "middle"),
        _label(text, left - BESIDE, beside, "end"),
        _label(text, right + BESIDE, beside, "start"),
        _label(text, left, outer, "start"),
        _label(text, right, outer, "end"),
        _label(text, left, inner, "start"),
        _label(text, right, inner, "end"),
    )


def _shortened(name: str, room: float) -> str:
    if _width(name) <= room:
        return name
    kept = name
    while _width(kept + "…") > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def _width(text: str) -> float:
    return COLUMN * sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "FW" else 1


def _kept_inside(x: float, width: float, page: Box) -> float:
    return min(max(x, page.left + width / 2), page.right - width / 2)


def _label(text: str, x: float, y: float, anchor: Anchor) -> Label:
    return Label(text, half(x), half(y), anchor)


def _box(label: Label) -> Box:
    width = _width(label.text)
    left = label.x - {"start": 0, "middle": width / 2, "end": width}[label.anchor]
    return Box(left, label.y - ASCENT, left + width, label.y + DESCENT)


def _is_on(page: Box, box: Box) -> bool:
    across = page.left <= box.left and box.right <= page.right
    return across and page.top <= box.top and box.bottom <= page.bottom


def _is_free(box: Box, others: Sequence[Circle], taken: Sequence[Box], air: float) -> bool:
    return not any(_overlap(box, name, air) for name in taken) and not any(
        _touch(box, spot, air) for spot in others
    )


def _overlap(one: Box, other: Box, air: float) -> bool:
    across = one.left < other.right + air and other.left < one.right + air
    return across and one.top < other.bottom + air and other.top < one.bottom + air


def _touch(box: Box, circle: Circle, air: float) -> bool:
    across = max(box.left - circle.x, 0, circle.x - box.right)
    down = max(box.top - circle.y, 0, circle.y - box.bottom)
    return math.hypot(across, down) < circle.radius + air
