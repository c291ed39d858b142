"""What of a text does not reach visitors as written: HTML that is taken out, marks of other programs.

Told where it is, with what visitors see instead and what to write. Only a text with such signs is looked at;
asides and code are none of it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote

from ..domain.asides import asides, spoken
from ..domain.markup import EMBEDDING, TAG, TAGS, Embed, attributes_of, embed_of, end_of
from ..problems import Place, Sentence, Severity, sentence
from .context import LoadContext, Mistake
from .links import QUERY, existing, leads_elsewhere, written_path
from .notes import MarkdownText
from .shortcodes import SHORTCODE, shortcodes

HARMLESS = frozenset(
    "acronym address article aside base bdi bdo body col colgroup data dialog dir fieldset footer head "
    "header hgroup html label legend main menu meta nav nobr noscript option output param picture rb rp rt "
    "rtc ruby search section slot source tbody title track tt wbr xmp".split()
)
"""Their words stay, and nobody misses more."""
SCRIPTS, LOOKS = frozenset(("script",)), frozenset(("style", "link"))
FORMS = frozenset("form input button select textarea optgroup datalist progress meter".split())
DRAWINGS = frozenset("svg canvas math map area applet portal".split())
FONTS = frozenset("font center big blink marquee basefont spacer".split())
NAMED = {"strike": "~~…~~", "h1": "## …"}
WHOLE = SCRIPTS | LOOKS | DRAWINGS | {"select", "form"}
"""What stands in them goes, or is told, with them."""
LOOK = frozenset("style class align valign color bgcolor face border".split())
MEANT = {"ol": frozenset(("type", "reversed")), "a": frozenset(("name",))}
KEPT_CLASS = re.compile(r"(?:language-[\w+-]+|num|note|footnote|toc|task)(?:\s+(?:language-[\w+-]+|note))*")
ATTRIBUTE_LIST = re.compile(
    r"""\{:?[ ]*((?:[.#][\w-]+|[\w-]+=(?:"[^"\n{}]*"|'[^'\n{}]*'|[^\s"'{}]+))(?:[ ]+[^{}\n]*)?)\}"""
)
CLASS_IN_LIST = re.compile(r"(?:^|\s)\.(?!num\b|note\b|task\b|language-)[\w-]+")
IN_BRACKETS = re.compile(r"(?<=\]\()\s*<[^<>\n]*>|(?<=\]:)\s*<[^<>\n]*>")
"""Addresses of links that have spaces."""
CODE = "removed-html"
AS_THE_THEME = sentence("take it out: the theme says how texts look")


@dataclass(frozen=True, slots=True)
class Unshown:
    """offset: in the text. path: what it leads to on this site, if it does."""

    offset: int
    code: str
    message: Sentence
    hint: Sentence
    path: str = ""


def tell_unshown(passage: MarkdownText, context: LoadContext) -> None:
    """`passage` as it is written, with its asides."""
    for one in unshown(passage.text):
        place = passage.place_of(one.offset)
        context.warn(place, one.code, one.message, one.hint)
        if one.path and not leads_elsewhere(one.path, context.files):
            tell_missing(one.path, place, passage, context)


def tell_missing(address: str, place: Place, passage: MarkdownText, context: LoadContext) -> None:
    """A warning: the text went without it before."""
    written = written_path(unquote(QUERY.sub("", address)), passage.folder, is_image=False)
    with context.collecting():
        try:
            existing(written, place, context)
        except Mistake as wrong:
            wrong.problem = replace(wrong.problem, severity=Severity.WARNING)
            raise


@lru_cache(maxsize=16384)
def unshown(markdown: str) -> tuple[Unshown, ...]:
    """In order of appearance."""
    if "<" not in markdown and "{" not in markdown and not SHORTCODE.search(markdown):
        return ()
    text = spoken(markdown)
    foreign = tuple(Unshown(start, *told) for start, told in shortcodes(text))
    plain = IN_BRACKETS.sub(blanks, SHORTCODE.sub(blanks, text))
    found = [*foreign, *scripts(markdown), *elements(plain), *looks(plain)]
    return tuple(sorted(found, key=lambda one: one.offset))


def blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def scripts(markdown: str) -> Iterator[Unshown]:
    """They are asides, which nobody is told of, but an editor may have hoped for more."""
    for start, _ in asides(markdown).spans if "<" in markdown else ():
        tag = TAG.match(markdown, start)
        if tag and tag["name"].lower() in SCRIPTS | LOOKS:
            yield Unshown(start, CODE, *of_element(tag["name"].lower(), tag))


def elements(text: str) -> Iterator[Unshown]:
    position = 0
    while tag := TAG.search(text, position):
        name, position = tag["name"].lower(), tag.end()
        if name in EMBEDDING:
            position = end_of(text, name, tag)
            embed = embed_of(name, tag["attributes"], text[tag.end() : position])
            path = embed.address if embed and embed.is_ours else ""
            yield Unshown(tag.start(), CODE, *of_embed(name, embed), path)
        elif name not in TAGS and name not in HARMLESS:
            position = end_of(text, name, tag) if name in WHOLE else position
            yield Unshown(tag.start(), CODE, *of_element(name, tag))


def of_embed(name: str, embed: Embed | None) -> tuple[Sentence, Sentence]:
    if embed is None:
        return (
            sentence("the <{name}> has no address that may be followed; nothing of it is shown", name=name),
            sentence("write a link, or take it out"),
        )
    return (
        sentence(
            'the <{name}> is not shown within a page: visitors get a link to "{address}" instead',
            name=name,
            address=embed.address,
        ),
        sentence("to choose its words, write {example}", example=f"[…]({embed.address})"),
    )


def of_element(name: str, tag: re.Match[str]) -> tuple[Sentence, Sentence]:
    if name in SCRIPTS:
        return (
            sentence("scripts are taken out: visitors see nothing of this one"),
            sentence("take it out; to what another site offers, write a link"),
        )
    if name in LOOKS:
        return (
            sentence("styles are taken out of texts: visitors see nothing of this one"),
            AS_THE_THEME,
        )
    if name in FORMS:
        return (
            sentence("forms are taken out: of this <{name}> visitors see the words at most", name=name),
            sentence("write a link to a form elsewhere, or an e-mail address"),
        )
    if name in DRAWINGS:
        return (
            sentence("the <{name}> is taken out: visitors see nothing of it", name=name),
            sentence('save it as an image in "{folder}" and show that', folder="content/images"),
        )
    return of_other(name, tag)


def of_other(name: str, tag: re.Match[str]) -> tuple[Sentence, Sentence]:
    if name in FONTS or name in NAMED:
        return (
            sentence("the <{name}> is taken out: visitors see its words like those around it", name=name),
            sentence("write {example}", example=NAMED[name]) if name in NAMED else AS_THE_THEME,
        )
    written = tag[0][1:-1]
    return (
        sentence('"{found}" is read as HTML: visitors see nothing of it', found=tag[0]),
        sentence('to show it, write "{example}"; else take it out', example=f"&lt;{written}&gt;"),
    )


def looks(text: str) -> Iterator[Unshown]:
    """Attributes that are left out, each told once in a text."""
    found = sorted((*attributes_lost(text), *lists_lost(text)))
    counts, told = Counter(name for _, name in found), set[str]()
    for offset, name in found:
        if name not in told:
            told.add(name)
            yield Unshown(offset, CODE, *of_attribute(name, counts[name]))


def attributes_lost(text: str) -> Iterator[tuple[int, str]]:
    for tag in TAG.finditer(text):
        name = tag["name"].lower()
        if name in TAGS and tag["attributes"].strip():
            for attribute, value in attributes_of(tag["attributes"]).items():
                if is_lost(name, attribute, value):
                    yield tag.start(), attribute


def is_lost(name: str, attribute: str, value: str) -> bool:
    if attribute == "class":
        return bool(value.strip()) and not KEPT_CLASS.fullmatch(value.strip())
    is_of_look = attribute in LOOK or attribute in MEANT.get(name, ())
    return is_of_look or bool(re.fullmatch(r"on[a-z]+", attribute))


def lists_lost(text: str) -> Iterator[tuple[int, str]]:
    """`{.bouton}`, `{: style="color: red"}`."""
    for found in ATTRIBUTE_LIST.finditer(text):
        if CLASS_IN_LIST.search(found[1]):
            yield found.start(), "class"
        for attribute, value in attributes_of(found[1]).items():
            if "=" in found[1] and value and is_lost("", attribute, value):
                yield found.start(), attribute


def of_attribute(name: str, count: int) -> tuple[Sentence, Sentence]:
    if name.startswith("on"):
        return (
            sentence('scripts are taken out: "{name}" does nothing here', name=name),
            sentence("take it out"),
        )
    how = sentence('write "{example}" instead', example="id") if name == "name" else AS_THE_THEME
    if count == 1:
        return sentence('the attribute "{name}" is left out', name=name), how
    return (
        sentence('the attribute "{name}" is left out, {count} times in this text', name=name, count=count),
        how,
    )
