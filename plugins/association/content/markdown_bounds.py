"""How long and how entangled a Markdown text may be, told before it is read as Markdown.

Python-Markdown calls itself for whatever stands in something else, and reads the rest of a paragraph again
for each heading in it: without bounds, a page of nonsense costs minutes or all of Python's stack. Everything
here takes a time that grows as the text does, and the same text is always judged alike.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ..problems import sentence
from .context import LoadContext, Mistake, mistake
from .notes import MarkdownText

LONGEST = 200_000
MOST_LINES = 10_000
MOST_MARKS = 10_000
DEEPEST = 20
"""Lists and quotations in one another; each level takes several of the thousand calls of Python's stack."""
DEEPEST_HTML = 50
MOST_DEFINITIONS = 50
MOST_OPEN = 100
MOST_FENCES = 1000
MOST_CALLS = 200
"""Of one footnote: each gets an address that none of the others has."""
MOST_REREAD = 10_000_000
"""Characters that headings and rules without an empty line make Python-Markdown read: a third of a second."""

LEFT_OUT = re.compile("[\x02\x03\ue000]")
"""What the reader of Markdown leaves out before it reads: its own marks."""
MARKS = "*_`[]<>&\\|"
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
MARK = r"(?:>|[*+:-][ \t]|[0-9]+\.[ \t])"
MANY_MARKS = re.compile(rf"\n[ \t]*(?:{MARK}[ \t]*){{{DEEPEST}}}")
FAR_IN = re.compile(rf"\n([ \t]{{{DEEPEST},}}){MARK}")
"""Both begin with a sign, which Python finds four times faster than the beginning of a line."""
RULE = re.compile(r"[ \t]*([*-])(?: {0,2}\1)*[ \t]*")
TAB = 4
STARTER = re.compile(
    r"^[ \t>]*(?:#|\*\[[^\]\n]*\]:|\[[^\]\n]*\]:[ \t]*$|[-=_*](?=[-=_* \t]*$))", re.MULTILINE
)
REFERENCES = re.compile(r"^[ \t>]*\[[^\]\n]*\]:.*(?:\n[ \t>]*\[[^\]\n]*\]:.*)*", re.MULTILINE)
"""Of links and notes: those on lines one after the other are read at once."""
DEFINITION = re.compile(r"^ {0,3}:[ ]", re.MULTILINE)
FENCE = re.compile(r"^(?:~~~|```)", re.MULTILINE)
CALL = re.compile(r"\[\^([^\]\n]{0,200})\]")
EMPHASIS = re.compile(r"(?!^\*\[[^\]\n]*\]:)(?:\*+|_+)", re.MULTILINE)
"""Without the mark of an abbreviation."""
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
WITHOUT_END = frozenset("area base br col embed hr img input link meta source track wbr".split())


def check_bounds(passages: Iterable[MarkdownText], context: LoadContext) -> None:
    for passage in passages:
        with context.collecting():
            check(passage)


def check(passage: MarkdownText) -> None:
    """Raises Wrong for the first bound that is passed."""
    if LEFT_OUT.search(passage.text):
        passage = replace(passage, text=LEFT_OUT.sub("", passage.text))
    check_size(passage)
    check_depth(passage)
    if "markdown" in passage.text and "<" in passage.text:
        check_html(passage)
    if passage.text.count("[^") > MOST_CALLS:
        check_notes(passage)
    if passage.text.count("\n") * len(passage.text) > MOST_REREAD:
        check_starters(passage)
    for start, block in blocks(passage.text):
        check_block(passage, start, block)


def check_size(passage: MarkdownText) -> None:
    text = passage.text
    length, lines = len(text), text.count("\n") + 1
    marks = sum(map(text.count, MARKS)) if length > MOST_MARKS else 0
    if length > LONGEST:
        said = sentence(
            "this text has {length} characters, expected at most {most}", length=length, most=LONGEST
        )
    elif lines > MOST_LINES:
        said = sentence(
            "this text has {number} lines, expected at most {most}", number=lines, most=MOST_LINES
        )
    elif marks > MOST_MARKS:
        said = sentence(
            'this text has {number} marks such as "*" and "[", expected at most {most}',
            number=marks,
            most=MOST_MARKS,
        )
    elif len(FENCE.findall(text)) > MOST_FENCES:
        said = sentence('this text has more than {most} lines of "```"', most=MOST_FENCES)
    else:
        return
    hint = sentence("split it, or take out what was pasted by mistake")
    raise mistake(passage.place_of(0), "text-too-long", said, hint)


def check_depth(passage: MarkdownText) -> None:
    """Marks of lists and quotations on one line, and how far in a line with such a mark begins."""
    after_end = f"\n{passage.text}"  # a line begins in the text where the one before ends in this
    for match in MANY_MARKS.finditer(after_end):
        if not RULE.fullmatch(line_at(passage.text, match.start())):
            raise too_deep(passage, match.start())
    for match in FAR_IN.finditer(after_end):
        if len(match[1].expandtabs(TAB)) >= DEEPEST * TAB:
            raise too_deep(passage, match.start())


def line_at(text: str, start: int) -> str:
    return text[start:].partition("\n")[0]


def too_deep(passage: MarkdownText, offset: int) -> Mistake:
    return mistake(
        passage.place_of(offset),
        "text-too-deep",
        sentence("lists or quotations stand in one another here, more than {most} deep", most=DEEPEST),
        sentence("take out the marks and the spaces at the beginning of the line that are too many"),
    )


def check_html(passage: MarkdownText) -> None:
    """Elements in one another whose content is Markdown again (markdown.extensions.md_in_html)."""
    opened: list[str] = []
    for tag in TAG.finditer(passage.text):
        name = tag[2].lower()
        if not tag[1] and name not in WITHOUT_END:
            opened.append(name)
        elif name in opened:
            while opened.pop() != name:
                pass
        if len(opened) > DEEPEST_HTML:
            raise mistake(
                passage.place_of(tag.start()),
                "text-too-deep",
                sentence("HTML elements stand in one another here, more than {most} deep", most=DEEPEST_HTML),
                sentence("close those that are open, or take them out"),
            )


def check_notes(passage: MarkdownText) -> None:
    calls: Counter[str] = Counter()
    for call in CALL.finditer(passage.text):
        calls[call[1]] += 1
        if calls[call[1]] > MOST_CALLS:
            raise mistake(
                passage.place_of(call.start()),
                "text-too-long",
                sentence('the note "{note}" is called more than {most} times', note=call[1], most=MOST_CALLS),
                sentence("write it once, at the end of the text"),
            )


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """What stands between empty lines, and where it begins."""
    first = len(text) - len(text.lstrip("\n"))
    gaps = [
        (first, first),
        *(gap.span() for gap in BLANK_LINES.finditer(text, first)),
        (len(text), len(text)),
    ]
    for (_, start), (end, _) in pairwise(gaps):
        yield start, text[start:end]


def check_starters(passage: MarkdownText) -> None:
    """Headings, rules, abbreviations: for each, what is left of its block is read once more."""
    left = MOST_REREAD
    for start, block in blocks(passage.text):
        number = len(STARTER.findall(block)) + len(REFERENCES.findall(block))
        most = left // max(1, len(block))
        left -= number * len(block)
        if left < 0:
            raise mistake(
                passage.place_of(start),
                "text-too-long",
                sentence(
                    "found {number} headings, rules or abbreviations without an empty line, "
                    "expected at most {most}",
                    number=number,
                    most=most,
                ),
                sentence("put an empty line between them"),
            )


def check_block(passage: MarkdownText, start: int, block: str) -> None:
    if block.count("\n") > MOST_DEFINITIONS and ":" in block:
        check_definitions(passage, start, block)
    if block.count("*") + block.count("_") > MOST_OPEN:
        check_emphasis(passage, start, block)


def check_definitions(passage: MarkdownText, start: int, block: str) -> None:
    """Without an empty line, the terms that follow belong to the definition before them."""
    number = len(DEFINITION.findall(block))
    if number > MOST_DEFINITIONS:
        raise mistake(
            passage.place_of(start),
            "text-too-deep",
            sentence(
                'found {number} lines with ":" without an empty line, expected at most {most}',
                number=number,
                most=MOST_DEFINITIONS,
            ),
            sentence("put an empty line before each term"),
        )


def check_emphasis(passage: MarkdownText, start: int, block: str) -> None:
    """Emphasis in emphasis: no more marks are open at once than by this count."""
    opened: list[int] = []
    for run in EMPHASIS.finditer(block):
        length = run.end() - run.start()
        follows = not block[run.start() - 1 : run.start()].isspace() and run.start() > 0
        leads = not block[run.end() : run.end() + 1].isspace() and run.end() < len(block)
        if follows and opened and (not leads or opened[-1] == length):
            close(opened, length)
        elif leads:
            opened.append(length)
        if sum(opened) > MOST_OPEN:
            raise entangled(passage, start + run.start())


def close(opened: list[int], length: int) -> None:
    while opened and length >= opened[-1]:
        length -= opened.pop()
    if opened:
        opened[-1] -= length


def entangled(passage: MarkdownText, offset: int) -> Mistake:
    return mistake(
        passage.place_of(offset),
        "text-too-deep",
        sentence('more than {most} marks of emphasis ("*" or "_") are open at once here', most=MOST_OPEN),
        sentence('close them, or write "{escaped}" for one that is shown', escaped="\\*"),
    )
