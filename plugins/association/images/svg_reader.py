"""SVG text to a tree, refusing at once what no logo needs: entities of entities, deep nesting, endless parts.

expat, not ElementTree.parse: only expat tells of a declaration before it is used. Illustrator writes short
names for namespaces and styles as entities; those are read, and expat opens no file.
What is not listed here as an element or attribute of a still picture is not published.
CSS becomes attributes, `.st0 { fill: #c00 }` fill="#c00" where class="st0" is: a policy of `style-src 'self'`
would forbid it, and an attribute is easier to check. Drawing programs write rules for a class, an id or an
element; selectors with relations or states are left out, and so is everything behind an @.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from .formats import BadImage, Reason, check_weight

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "http://www.w3.org/1999/xlink href"
MOST_ELEMENTS = 10_000
DEEPEST = 100
MOST_UNFOLDED = 10_000_000
"""Characters that all the entities of a drawing may come to."""

SHAPES = frozenset("path rect circle ellipse line polyline polygon text use image".split())
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
BACKGROUND = ("background", "background-color")
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
STYLED = PRESENTATION.union(BACKGROUND)
FRAGMENT = re.compile(r"\s*#([\w.:-]+)\s*")
REFERENCE = re.compile(r"url\(\s*(['\"]?)#([\w.:-]+)\1\s*\)", re.IGNORECASE)
FUNCTION = re.compile(r"(?<![\w-])(?:matrix|translate|scale|rotate|skewX|skewY|rgba?|hsla?)\(", re.IGNORECASE)
WORDS = re.compile(r"[\w\s.,#%/+)-]*")
FONTS = re.compile(r"[\w\s.,'\"-]*")
NAME = re.compile(r"[\w.:-]+")
Declarations = tuple[tuple[str, str], ...]
# Each reads hostile text once: no part can match where a part before it could.
# (Possessive quantifiers would make that plain, and are at fault before CPython 3.11.5.)
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
AT_STATEMENT = re.compile(r"@[^{};@]*;")
AT_BLOCK = re.compile(r"@[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
RULE = re.compile(r"(?<![^{}])([^{}]+)\{([^{}]*)\}")
SELECTOR = re.compile(r"(?P<tag>[A-Za-z]\w*|\*)?(?P<marks>(?:[.#][\w-]+)*)")
MARK = re.compile(r"[.#][\w-]+")
EVERY_SCREEN = ("", "all", "screen")
MOST_MATCHES = 100_000


def svg_tree(source: str | bytes) -> Element:
    """Names without their SVG namespace; those of another one keep it before a space: 'http://… name'."""
    check_weight(len(source))
    reader = _Reader(source.count(b"&") if isinstance(source, bytes) else source.count("&"))
    try:
        reader.parser.Parse(source, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadImage(Reason.SVG_BROKEN, line=reader.parser.ErrorLineNumber) from error
    root = reader.builder.close()
    if root.tag != "svg":
        raise BadImage(Reason.SVG_ROOT, root=root.tag.rpartition(" ")[2])
    return root


class _Reader:
    """references: how often an entity may be used at most."""

    def __init__(self, references: int) -> None:
        self.references = references
        self.builder = TreeBuilder()
        self.depth = 0
        self.elements = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.EntityDeclHandler = self._check_entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data

    def _check_entity(self, _name: str, _is_parameter: bool, value: str | None, *_where: str | None) -> None:
        """What stands in another file has no value, and is never read."""
        if value and ("&" in value or len(value) * self.references > MOST_UNFOLDED):
            raise BadImage(Reason.SVG_ENTITIES, line=self.parser.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise BadImage(Reason.SVG_TOO_COMPLEX)
        self.builder.start(_local(name), {_local(key): value for key, value in attributes.items()})

    def _end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(_local(name))


def _local(name: str) -> str:
    return "href" if name == XLINK_HREF else name.removeprefix(f"{SVG} ")


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


@dataclass(frozen=True, slots=True)
class StyleRule:
    """`marks`: the classes with their dot and the ids with their hash, all of which an element must have."""

    tag: str
    marks: frozenset[str]
    rank: tuple[int, int, int, int]
    declarations: Declarations

    @property
    def key(self) -> str:
        """One thing that an element it fits must have."""
        return max(self.marks, default=self.tag)

    def fits(self, tag: str, marks: frozenset[str]) -> bool:
        return self.tag in ("", tag) and self.marks <= marks


def apply_styles(root: Element) -> None:
    by_key: defaultdict[str, list[StyleRule]] = defaultdict(list)
    for rule in _rules(_style_sheet(root)):
        by_key[rule.key].append(rule)
    compared = 0
    for element in root.iter():
        marks = frozenset(_marks(element))
        candidates = [rule for key in ("", element.tag, *marks) for rule in by_key.get(key, ())]
        compared += len(candidates)
        if compared > MOST_MATCHES:
            raise BadImage(Reason.SVG_TOO_COMPLEX)
        element.attrib.update(_cascade(rule for rule in candidates if rule.fits(element.tag, marks)))
        element.attrib.update(_declarations(element.get("style", "")))


def _style_sheet(root: Element) -> str:
    sheets = (sheet for sheet in root.iter("style") if sheet.get("media", "") in EVERY_SCREEN)
    text = COMMENT.sub(" ", "\n".join(sheet.text or "" for sheet in sheets))
    return AT_BLOCK.sub(" ", AT_STATEMENT.sub(" ", text))


def _rules(style_sheet: str) -> Iterator[StyleRule]:
    for order, (selectors, body) in enumerate(RULE.findall(style_sheet)):
        declarations = _declarations(body)
        for selector in selectors.split(","):
            if (simple := SELECTOR.fullmatch(selector.strip())) and simple[0]:
                yield _rule((simple["tag"] or "").replace("*", ""), simple["marks"], order, declarations)


def _rule(tag: str, marks: str, order: int, declarations: Declarations) -> StyleRule:
    """Ranked as CSS does: by the number of ids, of classes, of element names; then the later one."""
    ids, classes = marks.count("#"), marks.count(".")
    return StyleRule(tag, frozenset(MARK.findall(marks)), (ids, classes, int(bool(tag)), order), declarations)


def _cascade(rules: Iterator[StyleRule]) -> dict[str, str]:
    return dict(chain.from_iterable(rule.declarations for rule in sorted(rules, key=lambda rule: rule.rank)))


def _declarations(body: str) -> Declarations:
    pairs = (declaration.partition(":") for declaration in COMMENT.sub(" ", body).split(";"))
    written = ((name.strip().lower(), value.replace("!important", "").strip()) for name, _, value in pairs)
    return tuple((name, value) for name, value in written if name in STYLED and value)


def _marks(element: Element) -> Iterator[str]:
    yield from (f".{name}" for name in element.get("class", "").split())
    if "id" in element.attrib:
        yield f"#{element.attrib['id']}"
