"""What a drawing's parts refer to: nothing that is gone, nor a few lines that unfold into millions."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from .refusal import BadImage, Reason
from .svg_allowed import FRAGMENT, REFERENCE

Targets = dict[str, Element]

MOST_DRAWN = 100_000
DEEPEST_REFERENCE = 8
# They contain nothing that is drawn again.
LEAVES = frozenset("linearGradient radialGradient filter".split())


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
