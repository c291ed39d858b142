"""SVG text to a tree, refusing at once what no logo needs: a document type, deep nesting, endless parts.

expat, not ElementTree.parse: only expat tells of a document type before it has read it.
No entity can be declared without one, and expat opens no file.
"""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from .formats import check_weight
from .refusal import BadImage, Reason

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "http://www.w3.org/1999/xlink href"
MOST_ELEMENTS = 10_000
DEEPEST = 100


def svg_tree(source: str | bytes) -> Element:
    """Names without their SVG namespace; those of another one keep it before a space: 'http://… name'."""
    check_weight(len(source))
    reader = _Reader()
    try:
        reader.parser.Parse(source, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BadImage(Reason.SVG_BROKEN, line=reader.parser.ErrorLineNumber) from error
    root = reader.builder.close()
    if root.tag != "svg":
        raise BadImage(Reason.SVG_ROOT, root=root.tag.rpartition(" ")[2])
    return root


class _Reader:
    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.depth = 0
        self.elements = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse_doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self.builder.data

    def _refuse_doctype(self, *_: object) -> None:
        raise BadImage(Reason.SVG_DOCTYPE, line=self.parser.CurrentLineNumber)

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
