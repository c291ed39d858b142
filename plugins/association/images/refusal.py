"""Why a picture cannot be published: a reason and the values for a sentence about it, not the sentence."""

from enum import StrEnum

Value = str | int


class Reason(StrEnum):
    """After each reason, the values that come with it."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_HEAVY = "too-heavy"  # megabytes, limit
    NOT_AN_IMAGE = "not-an-image"
    FORMAT = "format"  # format: the name of one that is not published
    VECTOR = "vector"  # an SVG that is not a logo
    EXTENSION = "extension"  # extension, format: the true one
    BROKEN = "broken"
    TOO_MANY_PIXELS = "too-many-pixels"  # megapixels, limit
    SIDE_TOO_LONG = "side-too-long"  # width, height, limit
    SVG_BROKEN = "svg-broken"  # line
    SVG_DOCTYPE = "svg-doctype"  # line
    SVG_ROOT = "svg-root"  # root: the name of the element found
    SVG_TOO_COMPLEX = "svg-too-complex"
    SVG_SIZE = "svg-size"  # neither viewBox nor width and height
    SVG_EMPTY = "svg-empty"  # nothing drawable


class BadImage(Exception):
    def __init__(self, reason: Reason, **values: Value) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        return " ".join((self.reason, *(f"{name}={value}" for name, value in self.values.items())))
