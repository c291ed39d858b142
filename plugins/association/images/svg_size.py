"""How large a drawing is: its viewBox, and its width and height in pixels."""

import math
import re
from xml.etree.ElementTree import Element

from .refusal import BadImage, Reason

Box = tuple[float, float, float, float]

NUMBER = r"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?"
LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|)\s*")
BETWEEN_NUMBERS = re.compile(r"\s*,\s*|\s+")
PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
LARGEST = 1_000_000
# Below this many pixels a whole number is too rough for the proportions.
SMALLEST = 8


def set_size(root: Element) -> None:
    """A viewBox always; width and height only both together, in plain pixels."""
    size = _length(root.get("width", "")), _length(root.get("height", ""))
    box = _view_box(root.get("viewBox", "")) or (0, 0, *size)
    if not _is_drawable(box):
        raise BadImage(Reason.SVG_SIZE)
    root.set("viewBox", " ".join(map(_written, box)))
    for name, length in zip(("width", "height"), size, strict=True):
        root.attrib.pop(name, None)
        if all(size):
            root.set(name, _written(length))


def size_of(root: Element) -> tuple[int, int]:
    """In whole pixels, of a tree that `set_size` has been over."""
    *_, box_width, box_height = map(float, root.attrib["viewBox"].split())
    width, height = float(root.get("width", box_width)), float(root.get("height", box_height))
    scale = max(1, SMALLEST / min(width, height))
    return round(width * scale), round(height * scale)


def _length(text: str) -> float:
    """0 when absent, relative, or not to be used."""
    found = LENGTH.fullmatch(text)
    length = float(found[1]) * PIXELS[found[2]] if found else 0
    return length if 0 < length <= LARGEST else 0


def _view_box(text: str) -> Box | None:
    numbers = BETWEEN_NUMBERS.split(text.strip())
    if len(numbers) != 4 or not all(re.fullmatch(NUMBER, number) for number in numbers):
        return None
    left, top, width, height = map(float, numbers)
    return (left, top, width, height) if _is_drawable((left, top, width, height)) else None


def _is_drawable(box: Box) -> bool:
    *_, width, height = box
    return all(map(math.isfinite, box)) and 0 < width <= LARGEST and 0 < height <= LARGEST


def _written(number: float) -> str:
    return f"{number:.8g}"
