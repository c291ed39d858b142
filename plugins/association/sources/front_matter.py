"""A Markdown file in two: its front matter as a tree, its body as text.

Front matter is YAML between two `---` lines, or the classic headers of Pelican.
What the fields mean is not decided here.
"""

from dataclasses import dataclass

from ..problems import ContentError, Place, Problem, sentence
from .classic_headers import looks_classic, read_headers
from .source import with_plain_newlines
from .tree import Tree
from .yaml_tree import lenient_tree

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """body_line: the line of the file on which `body` begins."""

    tree: Tree
    body: str
    body_line: int


def split(text: str, file: str) -> Document:
    """The parts of a file; without front matter the tree is empty.

    Like `lenient_tree`, leaves in `tree.problems` what does not make the fields unreadable.
    """
    text = with_plain_newlines(text)
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() == FENCE:
        return split_at_fences(lines, start, file)
    if looks_classic(lines[start]):
        tree, end = read_headers(lines, start, file)
        return Document(tree, "\n".join(lines[end:]), end + 1)
    return Document(Tree(file, {}), text, 1)


def split_at_fences(lines: list[str], start: int, file: str) -> Document:
    """Lines `start` and the next `---` line enclose the front matter."""
    inside = range(start + 1, len(lines))
    end = next((number for number in inside if lines[number].rstrip() == FENCE), None)
    if end is None:
        raise ContentError([never_closed(Place(file, start + 1))])
    tree = lenient_tree("\n".join(lines[start + 1 : end]), file, start + 2)
    return Document(tree, "\n".join(lines[end + 1 :]), end + 2)


def never_closed(place: Place) -> Problem:
    return Problem(
        place,
        "front-matter-open",
        sentence('the "---" here opens the fields, but no second "---" closes them'),
        sentence('write "---" alone on a line after the last field'),
    )
