"""A logo drawn by anyone, made into an SVG file that shows the same and can do nothing else.

Its parts refer to nothing that is gone, nor to a few lines that unfold into millions; its size is that of its
viewBox, or its width and height in pixels. The background of the whole is a rectangle below the rest.
"""

import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from .formats import BadImage, Reason
from .svg_reader import (
    BACKGROUND,
    ELEMENTS,
    FRAGMENT,
    GROUPS,
    OFF_STAGE,
    REFERENCE,
    SHAPES,
    SVG,
    TEXTS,
    apply_styles,
    is_allowed,
    svg_tree,
)

Targets = dict[str, Element]
MOST_DRAWN = 100_000
DEEPEST_REFERENCE = 8
# They contain nothing that is drawn again.
LEAVES = frozenset("linearGradient radialGradient filter".split())

Box = tuple[float, float, float, float]
NUMBER = r"[+-]?(?:\d{1,20}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][+-]?\d{1,3})?"
LENGTH = re.compile(rf"\s*({NUMBER})\s*(px|pt|pc|mm|cm|in|)\s*")
BETWEEN_NUMBERS = re.compile(r"\s*,\s*|\s+")
PLAIN_COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}|[A-Za-z]+|(?:rgb|hsl)a?\([0-9.,%/\s-]*\)")
PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
LARGEST = 1_000_000
# Below this many pixels a whole number is too rough for the proportions.
SMALLEST = 8


def sanitised_svg(source: str | bytes) -> bytes:
    return tostring(drawing(source), encoding="unicode").encode() + b"\n"


def drawing(source: str | bytes) -> Element:
    root = svg_tree(source)
    for name in BACKGROUND:
        root.attrib.pop(name, None)  # of CSS alone
    apply_styles(root)
    drop_hidden_pictures(root)
    clean = without_lost_filters(_clean(root))
    set_size(clean)
    lay_background(clean, root)
    check_unfolding(clean)
    if not _shows_something(clean):
        raise BadImage(Reason.SVG_EMPTY)
    clean.set("xmlns", SVG)
    return clean


def drop_hidden_pictures(root: Element) -> None:
    """What somebody has drawn over, and left in the file: a picture elsewhere that nobody misses."""
    for hidden in [element for element in root.iter() if element.get("display", "").strip() == "none"]:
        for part in hidden.iter():
            if part.tag == "image":
                part.attrib.pop("href", None)


def _clean(element: Element) -> Element:
    """A copy of what is allowed; whitespace and words are kept inside texts only."""
    copy = Element("g" if element.tag in GROUPS else element.tag, dict(_clean_attributes(element)))
    if element.tag == "image":
        from .embedded import embedded  # only where there is one: Pillow is large

        copy.set("href", embedded(element.attrib["href"]))
    for part in _kept(element):
        child = _clean(part)
        child.tail = part.tail if element.tag in TEXTS else None
        copy.append(child)
    copy.text = element.text if element.tag in TEXTS else None
    return copy


def _clean_attributes(element: Element) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in sorted(element.items()) if is_allowed(element.tag, name, value))


def _kept(element: Element) -> tuple[Element, ...]:
    """A <switch> shows the first part that is understood."""
    kept = tuple(part for part in element if _is_allowed_whole(part))
    return kept[:1] if element.tag == "switch" else kept


def _is_allowed_whole(element: Element) -> bool:
    """A filter is kept whole or not at all: part of one can hide what it was to soften."""
    if element.tag == "filter":
        return all(part.tag in ELEMENTS for part in element.iter())
    if element.tag == "image":
        return bool(element.get("href", "").strip())
    return element.tag in ELEMENTS or element.tag in GROUPS


def _shows_something(element: Element) -> bool:
    if element.tag in SHAPES:
        return element.tag != "use" or "href" in element.attrib
    return any(_shows_something(part) for part in element if part.tag not in OFF_STAGE)


def targets_in(root: Element) -> Targets:
    """By id; the first one when an id is there twice, like a browser."""
    named = [element for element in root.iter() if "id" in element.attrib]
    return {element.attrib["id"]: element for element in reversed(named)}


def check_unfolding(root: Element) -> None:
    """The billion laughs of SVG: ten <use> of a group of ten <use> of …; or one that uses itself."""
    targets = targets_in(root)
    waiting = [(root, 0)]
    drawn = 0
    while waiting:
        element, depth = waiting.pop()
        drawn += 1
        if drawn > MOST_DRAWN or depth > DEEPEST_REFERENCE:
            raise BadImage(Reason.SVG_TOO_COMPLEX)
        waiting.extend((child, depth) for child in element)
        waiting.extend((targets[name], depth + 1) for name in _references(element) if name in targets)


def without_lost_filters(root: Element) -> Element:
    """A filter that is not there hides its shape altogether; the shape without its shadow is better."""
    targets = targets_in(root)
    for element in root.iter():
        used = REFERENCE.fullmatch(element.get("filter", "").strip())
        if used and used[2] not in targets:
            del element.attrib["filter"]
    return root


def _references(element: Element) -> Iterator[str]:
    if element.tag in LEAVES:
        return
    if found := FRAGMENT.fullmatch(element.get("href", "")):
        yield found[1]
    for value in element.attrib.values():
        yield from (name for _, name in REFERENCE.findall(value))


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


def lay_background(clean: Element, root: Element) -> None:
    """`<svg style="background: #fff">`, of which only a plain colour is kept; `root` is as it was read."""
    colour = next((root.get(name, "") for name in reversed(BACKGROUND) if root.get(name)), "")
    if PLAIN_COLOUR.fullmatch(colour) and colour.lower() not in ("none", "transparent"):
        box = zip(("x", "y", "width", "height"), clean.attrib["viewBox"].split(), strict=True)
        clean.insert(0, Element("rect", {**dict(box), "fill": colour, "fill-opacity": "1", "stroke": "none"}))


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
