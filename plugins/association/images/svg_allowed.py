"""The part of SVG that a still picture needs. What is not listed here is not published."""

import re

SHAPES = frozenset("path rect circle ellipse line polyline polygon text use".split())
TEXTS = frozenset("text tspan textPath title".split())
PAINTS = frozenset("linearGradient radialGradient stop pattern".split())
FILTERS = frozenset(
    "filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset".split()
)
# Their content shows only where something refers to it.
OFF_STAGE = frozenset("defs symbol clipPath mask marker pattern filter".split())
ELEMENTS = frozenset({"svg", "g"} | SHAPES | TEXTS | PAINTS | FILTERS | OFF_STAGE)
# A link leads nowhere in a picture; a switch is what Adobe Illustrator wraps a drawing in.
GROUPS = frozenset({"a", "switch"})
REFERRING = frozenset("use textPath pattern linearGradient radialGradient".split())

PRESENTATION = frozenset(
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation "
    "color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule "
    "filter flood-color flood-opacity font-family font-size font-stretch font-style font-variant "
    "font-weight image-rendering letter-spacing marker-end marker-mid marker-start mask mask-type "
    "opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width "
    "text-anchor text-decoration text-rendering unicode-bidi vector-effect visibility word-spacing "
    "writing-mode".split()
)
GEOMETRY = frozenset(
    "amplitude clipPathUnits cx cy d dx dy exponent filterUnits fr fx fy gradientTransform gradientUnits "
    "height id in in2 intercept k1 k2 k3 k4 lengthAdjust markerHeight markerUnits markerWidth "
    "maskContentUnits maskUnits mode offset operator orient pathLength patternContentUnits "
    "patternTransform patternUnits points preserveAspectRatio primitiveUnits r radius refX refY result "
    "rotate rx ry slope spreadMethod startOffset stdDeviation tableValues textLength transform type "
    "values viewBox width x x1 x2 y y1 y2".split()
)
ATTRIBUTES = PRESENTATION | GEOMETRY

FRAGMENT = re.compile(r"\s*#([\w.:-]+)\s*")
REFERENCE = re.compile(r"url\(\s*(['\"]?)#([\w.:-]+)\1\s*\)", re.IGNORECASE)
FUNCTION = re.compile(r"(?<![\w-])(?:matrix|translate|scale|rotate|skewX|skewY|rgba?|hsla?)\(", re.IGNORECASE)
WORDS = re.compile(r"[\w\s.,#%/+)-]*")
FONTS = re.compile(r"[\w\s.,'\"-]*")
NAME = re.compile(r"[\w.:-]+")


def is_allowed(element: str, attribute: str, value: str) -> bool:
    """By what a value may hold, not by what it may not: no address, CSS or script fits."""
    if attribute == "href":
        return element in REFERRING and FRAGMENT.fullmatch(value) is not None
    if attribute == "id":
        return NAME.fullmatch(value) is not None
    if attribute == "font-family":
        return FONTS.fullmatch(value) is not None
    return attribute in ATTRIBUTES and _is_plain(value)


def _is_plain(value: str) -> bool:
    return WORDS.fullmatch(FUNCTION.sub("", REFERENCE.sub("", value))) is not None
