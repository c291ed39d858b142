"""CSS inside an SVG turned into attributes: `.st0 { fill: #c00 }` becomes fill="#c00" where class="st0" is.

A policy of `style-src 'self'` would forbid it, and an attribute is easier to check than a style sheet.
Drawing programs write rules for a class, an id or an element.
Selectors with relations or states are left out, and so is everything behind an @.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree.ElementTree import Element

from .refusal import BadImage, Reason
from .svg_allowed import PRESENTATION

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


@dataclass(frozen=True, slots=True)
class Rule:
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
    by_key: defaultdict[str, list[Rule]] = defaultdict(list)
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


def _rules(style_sheet: str) -> Iterator[Rule]:
    for order, (selectors, body) in enumerate(RULE.findall(style_sheet)):
        declarations = _declarations(body)
        for selector in selectors.split(","):
            if (simple := SELECTOR.fullmatch(selector.strip())) and simple[0]:
                yield _rule((simple["tag"] or "").replace("*", ""), simple["marks"], order, declarations)


def _rule(tag: str, marks: str, order: int, declarations: Declarations) -> Rule:
    """Ranked as CSS does: by the number of ids, of classes, of element names; then the later one."""
    ids, classes = marks.count("#"), marks.count(".")
    return Rule(tag, frozenset(MARK.findall(marks)), (ids, classes, int(bool(tag)), order), declarations)


def _cascade(rules: Iterator[Rule]) -> dict[str, str]:
    return dict(chain.from_iterable(rule.declarations for rule in sorted(rules, key=lambda rule: rule.rank)))


def _declarations(body: str) -> Declarations:
    pairs = (declaration.partition(":") for declaration in COMMENT.sub(" ", body).split(";"))
    written = ((name.strip().lower(), value.replace("!important", "").strip()) for name, _, value in pairs)
    return tuple((name, value) for name, value in written if name in PRESENTATION and value)


def _marks(element: Element) -> Iterator[str]:
    yield from (f".{name}" for name in element.get("class", "").split())
    if "id" in element.attrib:
        yield f"#{element.attrib['id']}"
