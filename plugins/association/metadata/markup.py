"""XML of strangers, read for the few elements and attributes that may hold a name.

expat, which opens no file: a document type is refused before an entity can be declared (as in
images/svg_reader.py), so nothing grows, and the whole is never held in memory.
"""

from collections.abc import Collection, Iterable, Iterator
from xml.parsers import expat

Found = Iterator[tuple[str, str]]
DEEPEST = 256
LONGEST_TEXT = 1000

XMP_PROPERTIES = frozenset(
    "creator contributor Author authors CaptionWriter OwnerName CameraOwnerName Artist LastModifiedBy".split()
)


class UnsafeMarkup(Exception):
    pass


def texts(
    chunks: Iterable[bytes], elements: Collection[str], attributes: Collection[str] = ()
) -> Iterator[tuple[str, str]]:
    """(local name, text) of those elements, with what stands in elements below, and of those attributes."""
    reader = _TextReader(elements, attributes)
    for chunk in chunks:
        try:
            reader.parser.Parse(chunk)
        except (expat.ExpatError, ValueError, LookupError):
            break
        yield from reader.taken()
    yield from reader.taken()


class _TextReader:
    def __init__(self, elements: Collection[str], attributes: Collection[str]) -> None:
        self.elements, self.attributes = frozenset(elements), frozenset(attributes)
        self.found: list[tuple[str, str]] = []
        self.depth, self.inside, self.name = 0, 0, ""
        self.text: list[str] = []
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def taken(self) -> list[tuple[str, str]]:
        found, self.found = self.found, []
        return found

    def _refuse(self, *_: object) -> None:
        raise UnsafeMarkup

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnsafeMarkup
        for key, value in attributes.items():
            if _local(key) in self.attributes:
                self.found.append((_local(key), value[:LONGEST_TEXT]))
        if self.inside:
            self._say()  # one entry of a list ends where the next begins
        elif _local(name) in self.elements:
            self.inside, self.name = self.depth, _local(name)
            self.parser.CharacterDataHandler = self._characters

    def _characters(self, text: str) -> None:
        if len(self.text) < LONGEST_TEXT:
            self.text.append(text)

    def _end(self, _name: str) -> None:
        if self.inside:
            self._say()
        if self.inside == self.depth:
            self.inside = 0
            self.parser.CharacterDataHandler = None
        self.depth -= 1

    def _say(self) -> None:
        text = "".join(self.text).strip()
        self.text.clear()
        if text:
            self.found.append((self.name, text[:LONGEST_TEXT]))


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def names_in_xmp(packet: bytes) -> Iterator[tuple[str, str]]:
    """XMP (ISO 16684-1): properties as elements, lists of them, or attributes of rdf:Description."""
    body = packet.strip(b"\x00 \r\n\t")
    return ((f"XMP {name}", text) for name, text in texts([body], XMP_PROPERTIES, XMP_PROPERTIES))
