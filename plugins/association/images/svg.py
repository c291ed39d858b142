"""A logo drawn by anyone, made into an SVG file that shows the same and can do nothing else."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from .refusal import BadImage, Reason
from .svg_allowed import ELEMENTS, GROUPS, OFF_STAGE, SHAPES, TEXTS, is_allowed
from .svg_references import check_unfolding, without_lost_filters
from .svg_size import set_size
from .svg_styles import apply_styles
from .svg_tree import SVG, svg_tree


def sanitised_svg(source: str | bytes) -> bytes:
    return tostring(drawing(source), encoding="unicode").encode() + b"\n"


def drawing(source: str | bytes) -> Element:
    root = svg_tree(source)
    apply_styles(root)
    clean = without_lost_filters(_clean(root))
    set_size(clean)
    check_unfolding(clean)
    if not _shows_something(clean):
        raise BadImage(Reason.SVG_EMPTY)
    clean.set("xmlns", SVG)
    return clean


def _clean(element: Element) -> Element:
    """A copy of what is allowed; whitespace and words are kept inside texts only."""
    copy = Element("g" if element.tag in GROUPS else element.tag, dict(_clean_attributes(element)))
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
    return element.tag in ELEMENTS or element.tag in GROUPS


def _shows_something(element: Element) -> bool:
    if element.tag in SHAPES:
        return element.tag != "use" or "href" in element.attrib
    return any(_shows_something(part) for part in element if part.tag not in OFF_STAGE)
